//! The decisions behind an answer, numbered.

use dualstack_core::admission::Step;
use yew::prelude::*;

use crate::i18n::{I18n, T};

/// The steps behind a line that opens them.
pub fn trace(i18n: I18n, steps: &[Step], open: bool) -> Html {
    html! {
        <details {open}>
            <summary><T id="trace-title" params={vec![("steps", steps.len().into())]} /></summary>
            <ol class="trace">
                { for steps.iter().enumerate().map(|(index, step)| html! {
                    <li key={index}>
                        { i18n.engine_html(&step.message) }
                        if let Some(field) = &step.field {
                            { " " }<code class="muted">{ field.clone() }</code>
                        }
                    </li>
                }) }
            </ol>
        </details>
    }
}
