//! A manifest of another era, and the button that brings it to the plan's version.

use std::rc::Rc;

use dualstack_core::i18n::Message;
use yew::prelude::*;

use super::aspects::remarks;
use crate::components::shell::use_dispatch;
use crate::effects::focus::hand_over;
use crate::effects::now_ms;
use crate::engine::{Analysis, ServiceView};
use crate::i18n::{T, use_i18n};
use crate::state::{Action, EditSource, Notice, Tone};

/// Properties of [`ConversionBox`].
#[derive(Clone, PartialEq, Properties)]
pub struct ConversionBoxProps {
    /// The text.
    pub analysis: Rc<Analysis>,
    /// The Service.
    pub service: ServiceView,
}

/// What the conversion does, and the button.
#[component]
pub fn ConversionBox(props: &ConversionBoxProps) -> Html {
    let i18n = use_i18n();
    let dispatch = use_dispatch();
    let Some(conversion) = props.service.conversion() else {
        return Html::default();
    };
    let label = i18n.message(&Message::new("conversion-apply").with("name", props.service.name()));
    let apply = {
        let (analysis, service) = (Rc::clone(&props.analysis), props.service.clone());
        Callback::from(move |event: MouseEvent| {
            hand_over(&event);
            let Some((text, rewritten)) = analysis.converted(&service) else {
                let message = Message::new("fix-refused");
                dispatch.send(Action::Notify(Notice {
                    message,
                    tone: Tone::Refused,
                }));
                return;
            };
            dispatch.send(Action::Edit {
                text: text.into(),
                source: EditSource::Fix,
                at_ms: now_ms(),
                place: None,
            });
            if rewritten {
                let message = Message::new("conversion-rewritten");
                dispatch.send(Action::Notify(Notice {
                    message,
                    tone: Tone::Done,
                }));
            }
        })
    };
    html! {
        <div class="conversion">
            <p>
                <T id="conversion-about" params={vec![("version", conversion.written_for.to_string().into())]} />
            </p>
            { remarks(i18n, &conversion.remarks) }
            <div class="row"><button type="button" class="small" onclick={apply}>{ label }</button></div>
        </div>
    }
}
