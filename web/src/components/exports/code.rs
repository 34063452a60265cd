//! A text with its parts in colours.

use yew::prelude::*;

use crate::highlight::{Language, highlight};

/// The text. It can be scrolled by keyboard, so it is in the tab order and has a name; what is selected and copied is
/// the text as it is.
pub fn code(label: &str, text: &str, language: Language) -> Html {
    html! {
        <pre class="code" tabindex="0" role="group" lang="en" translate="no" aria-label={label.to_owned()}>
            <code>
                { for highlight(language, text).into_iter().map(|(token, piece)| match token.class() {
                    Some(class) => html! { <span {class}>{ piece.to_owned() }</span> },
                    None => html! { { piece.to_owned() } },
                }) }
            </code>
        </pre>
    }
}
