//! What changed in a file since it was exported last.

use std::rc::Rc;

use dualstack_core::i18n::Message;
use yew::prelude::*;

use crate::engine::diff::{Change, hunks};
use crate::i18n::{T, use_i18n};

/// Properties of [`Changes`].
#[derive(Clone, PartialEq, Properties)]
pub struct ChangesProps {
    /// Path of the file.
    pub path: AttrValue,
    /// The file as it was exported last, if it was.
    pub before: Option<Rc<str>>,
    /// The file as it is.
    pub after: Rc<str>,
}

/// The changes as unified diffs show them.
#[component]
pub fn Changes(props: &ChangesProps) -> Html {
    let i18n = use_i18n();
    let Some(before) = &props.before else {
        return html! { <p class="empty"><T id="changes-never" /></p> };
    };
    let hunks = hunks(before, &props.after);
    if hunks.is_empty() {
        return html! { <p class="empty"><T id="changes-none" /></p> };
    }
    let label = i18n.message(&Message::new("changes-of").with("name", props.path.as_str()));
    html! {
        <pre class="diff" tabindex="0" role="group" lang="en" translate="no" aria-label={label}>
            { for hunks.iter().map(|hunk| html! {
                <>
                    <span class="hunk">{ format!("{}\n", hunk.header) }</span>
                    { for hunk.lines.iter().map(|(change, line)| match change {
                        Change::Added => html! { <ins>{ format!("+{line}\n") }</ins> },
                        Change::Removed => html! { <del>{ format!("-{line}\n") }</del> },
                        Change::Same | Change::Changed => html! { <span>{ format!(" {line}\n") }</span> },
                    }) }
                </>
            }) }
        </pre>
    }
}
