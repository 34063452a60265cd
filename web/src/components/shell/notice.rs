//! A message about something outside the plan, until it is dismissed.

use yew::prelude::*;

use super::icon::Icon;
use super::use_dispatch;
use crate::effects::focus::{EDITOR_ID, focus, hand_over};
use crate::i18n::{T, use_i18n};
use crate::state::{Action, Notice, Tone};

/// Properties of [`NoticeBar`].
#[derive(Clone, PartialEq, Properties)]
pub struct NoticeBarProps {
    /// What to say.
    pub notice: Option<Notice>,
}

/// The live region is there from the start: one that appears together with its text is not read.
#[component]
pub fn NoticeBar(props: &NoticeBarProps) -> Html {
    let i18n = use_i18n();
    let dispatch = use_dispatch();
    let undo = {
        let dispatch = dispatch.clone();
        Callback::from(move |_: MouseEvent| {
            dispatch.send(Action::Undo);
            dispatch.send(Action::Dismiss);
            focus(EDITOR_ID);
        })
    };
    let dismiss = Callback::from(move |event: MouseEvent| {
        hand_over(&event);
        dispatch.send(Action::Dismiss);
    });
    let body = props.notice.as_ref().map(|notice| {
        let (tone, icon) = match notice.tone {
            Tone::Done | Tone::Replaced => ("done", Icon::Good),
            Tone::Refused => ("refused", Icon::Error),
        };
        html! {
            <div class="notice" data-tone={tone}>
                { icon.html() }
                <p>{ i18n.html(&notice.message) }</p>
                if notice.tone == Tone::Replaced {
                    <button type="button" class="small" onclick={undo}><T id="undo" /></button>
                }
                <button type="button" class="small" onclick={dismiss}><T id="dismiss" /></button>
            </div>
        }
    });
    html! { <div role="status">{ body.unwrap_or_default() }</div> }
}
