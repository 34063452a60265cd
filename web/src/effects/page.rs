//! The document around the page: language, theme, title, and what to keep when it closes.

use std::rc::Rc;

use yew::prelude::*;

use super::{document, storage};
use crate::i18n::I18n;
use crate::state::{AppState, Theme};

/// The theme the document has by now.
pub fn apply_theme(theme: Theme) {
    if let Some(root) = document().and_then(|document| document.document_element()) {
        let _ = root.set_attribute("data-theme", theme.as_str());
    }
}

/// Keeps `lang`, `data-theme`, the title and the stored plan in step with the state.
#[hook]
pub fn use_page(state: &AppState, plan_name: &str) {
    let i18n = I18n {
        language: state.language,
    };
    use_effect_with(state.theme, |theme| {
        apply_theme(*theme);
        storage::keep_theme(*theme);
    });
    use_effect_with((state.language, plan_name.to_owned()), move |(language, name)| {
        if let Some(document) = document() {
            if let Some(root) = document.document_element() {
                let _ = root.set_attribute("lang", language);
            }
            let title = i18n.text("title");
            document.set_title(&if name.is_empty() {
                title
            } else {
                format!("{name} · {title}")
            });
        }
        storage::keep_language(language);
    });
    use_effect_with(Rc::clone(state.text()), |text| storage::keep_plan(text));
}
