//! The document around the page: language, theme, title, and what to keep when it closes.

use std::rc::Rc;

use gloo::events::EventListener;
use gloo::timers::callback::Timeout;
use yew::prelude::*;

use super::{document, storage, window};
use crate::i18n::I18n;
use crate::state::{AppState, Theme};

/// Storing blocks the page, so it waits for typing to pause. The panic hook does not wait.
const PAUSE_MS: u32 = 400;

/// The theme the document has by now.
pub fn apply_theme(theme: Theme) {
    if let Some(root) = document().and_then(|document| document.document_element()) {
        let _ = root.set_attribute("data-theme", theme.as_str());
    }
}

/// Keeps `lang`, `dir`, `data-theme`, the title and the stored plan in step with the state.
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
                let _ = root.set_attribute("dir", &i18n.text("direction"));
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
    use_effect_with(state.ula_seed, |seed| storage::keep_seed(*seed));
    use_effect_with(state.way(), |way| storage::keep_way(way));
    use_effect_with(Rc::clone(state.text()), |_| {
        let later = Timeout::new(PAUSE_MS, storage::save_latest);
        move || drop(later)
    });
    // A tab that is closed, or put away and killed, between a keystroke and the pause after it.
    use_effect_with((), |()| {
        let listener =
            window().map(|window| EventListener::new(&window, "pagehide", |_| storage::save_latest()));
        move || drop(listener)
    });
}
