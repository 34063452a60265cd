//! A text with its parts in colours.

use yew::prelude::*;

use crate::highlight::{Language, highlight};

/// Properties of [`Code`].
#[derive(Clone, PartialEq, Properties)]
pub struct CodeProps {
    /// What the text is called.
    pub label: AttrValue,
    /// The text.
    pub text: AttrValue,
    /// What it is written in.
    pub language: Language,
}

/// The text. It can be scrolled by keyboard, so it is in the tab order and has a name; what is selected and copied is
/// the text as it is. A component, so that a text which stays is not drawn again with every key.
#[component]
pub fn Code(props: &CodeProps) -> Html {
    html! {
        <pre class="code" tabindex="0" role="group" lang="en" translate="no" aria-label={props.label.clone()}>
            <code>
                { for highlight(props.language, &props.text).into_iter().map(|(token, piece)| match token.class() {
                    Some(class) => html! { <span {class}>{ piece.to_owned() }</span> },
                    None => html! { { piece.to_owned() } },
                }) }
            </code>
        </pre>
    }
}
