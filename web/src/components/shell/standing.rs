//! What is said on the page while it is in a language that no native speaker has read yet.

use dualstack_core::i18n::Param;
use yew::prelude::*;

use crate::i18n::{I18n, T, use_i18n};
use crate::state::Tab;

/// Properties of [`Standing`].
#[derive(Clone, Copy, PartialEq, Properties)]
pub struct StandingProps {
    /// The view that is shown: texts of its own are there with it.
    pub tab: Tab,
}

/// Says so in that language and in English, and how many texts are still English. Nothing in a complete language.
#[component]
pub fn Standing(props: &StandingProps) -> Html {
    let i18n = use_i18n();
    let missing = use_memo((i18n, props.tab), |(i18n, _)| {
        I18n::unread(i18n.language).map(|_| i18n.missing())
    });
    let Some((own, english)) = I18n::unread(i18n.language) else {
        return html! {};
    };
    html! {
        <aside class="standing" aria-label={i18n.text("language")}>
            <p>
                <span>{ own }</span>{ " · " }<span lang="en" dir="ltr">{ english }</span>
                if let Some(count) = missing.filter(|count| *count > 0) {
                    { " · " }<T id="language-missing" params={vec![("count", Param::from(count))]} />
                }
            </p>
        </aside>
    }
}
