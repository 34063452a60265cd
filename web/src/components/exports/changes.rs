//! What changed in a file since it was exported last.

use dualstack_core::i18n::Message;
use dualstack_core::lines::{Change, hunks};
use yew::prelude::*;

use crate::i18n::{I18n, T};

/// The number of lines around a change that are shown with it.
const CONTEXT: usize = 3;

/// The changes as unified diffs show them; `before` is the file as it was exported last, if it was.
pub fn changes(i18n: I18n, path: &str, before: Option<&str>, after: &str) -> Html {
    let Some(before) = before else {
        return html! { <p class="empty"><T id="changes-never" /></p> };
    };
    let hunks = hunks(before, after, CONTEXT);
    if hunks.is_empty() {
        return html! { <p class="empty"><T id="changes-none" /></p> };
    }
    let label = i18n.message(&Message::new("changes-of").with("name", path));
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
