//! Fixes as buttons.

use std::rc::Rc;

use dualstack_core::diagnostic::Diagnostic;
use dualstack_core::i18n::Message;
use yew::prelude::*;

use crate::components::shell::{Dispatch, use_dispatch};
use crate::effects::focus::hand_over;
use crate::effects::now_ms;
use crate::engine::Analysis;
use crate::i18n::use_i18n;
use crate::state::{Action, EditSource, Notice, Tone};

/// Properties of [`FixButtons`].
#[derive(Clone, PartialEq, Properties)]
pub struct FixButtonsProps {
    /// What the finding was found in.
    pub analysis: Rc<Analysis>,
    /// The finding.
    pub diagnostic: Diagnostic,
}

/// Makes a mended text the plan, or says that nothing could be mended.
pub fn apply(mended: Option<String>, dispatch: &Dispatch) {
    match mended {
        Some(text) => dispatch.send(Action::Edit {
            text: text.into(),
            source: EditSource::Fix,
            at_ms: now_ms(),
            place: None,
        }),
        None => dispatch.send(Action::Notify(Notice {
            message: Message::new("fix-refused"),
            tone: Tone::Refused,
        })),
    }
}

/// One button a fix.
#[component]
pub fn FixButtons(props: &FixButtonsProps) -> Html {
    let i18n = use_i18n();
    let dispatch = use_dispatch();
    props
        .analysis
        .fixes(&props.diagnostic)
        .iter()
        .enumerate()
        .map(|(index, fix)| {
            let (analysis, dispatch, applied) = (Rc::clone(&props.analysis), dispatch.clone(), fix.clone());
            let onclick = Callback::from(move |event: MouseEvent| {
                hand_over(&event);
                apply(analysis.fixed(&applied), &dispatch);
            });
            html! {
                <button key={index} type="button" class="small" {onclick}>{ i18n.engine_html(&fix.title) }</button>
            }
        })
        .collect()
}
