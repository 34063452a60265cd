//! What was done and what came of it, a step an entry.

use std::rc::Rc;

use dualstack_core::admission::simulator::{Action as Step, ActionResult, TimelineEntry};
use dualstack_core::admission::{Admission, Service, namespace_or_default};
use dualstack_core::i18n::Message;
use dualstack_core::lines::Change;
use yew::prelude::*;

use super::form::DO_ID;
use crate::components::services::trace::trace;
use crate::components::shell::use_dispatch;
use crate::effects::focus::focus;
use crate::engine::simulation::{Frame, ServiceState};
use crate::i18n::{I18n, T, use_i18n};
use crate::state::Action;
use crate::state::simulation::Simulate;

fn full_name(namespace: &str, name: &str) -> String {
    format!("{}/{name}", namespace_or_default(namespace))
}

fn service_name(service: &Service) -> String {
    full_name(&service.metadata.namespace, &service.metadata.name)
}

/// What a step does, in words.
pub fn title(step: &Step) -> Message {
    match step {
        Step::Create { service } => Message::new("sim-step-create").with("name", service_name(service)),
        Step::Replace { service } => Message::new("sim-step-replace").with("name", service_name(service)),
        Step::Patch { namespace, name, .. } => {
            Message::new("sim-step-patch").with("name", full_name(namespace, name))
        }
        Step::Delete { namespace, name } => {
            Message::new("sim-step-delete").with("name", full_name(namespace, name))
        }
        Step::SetServiceRanges { service_cidrs } => {
            let ranges: Vec<String> = service_cidrs.iter().map(ToString::to_string).collect();
            Message::new("sim-step-ranges").with("ranges", ranges.join(","))
        }
        Step::SetVersion { version } => Message::new("sim-step-version").with("version", *version),
        Step::SetDualStackGate { enabled } => {
            Message::new("sim-step-gate").with("value", enabled.unwrap_or_default().to_string())
        }
        Step::CreateServiceCidr { name, .. } => {
            Message::new("sim-step-create-service-cidr").with("name", name.as_str())
        }
        Step::UpdateServiceCidr { name, .. } => {
            Message::new("sim-step-update-service-cidr").with("name", name.as_str())
        }
        Step::DeleteServiceCidr { name } => {
            Message::new("sim-step-delete-service-cidr").with("name", name.as_str())
        }
        Step::Wait { seconds } => Message::new("sim-step-wait").with("seconds", seconds.to_string()),
        Step::SetControllerManager { running: true } => Message::new("sim-step-controller-manager-on"),
        Step::SetControllerManager { running: false } => Message::new("sim-step-controller-manager-off"),
    }
}

/// What came of a step, in a word.
pub fn verdict(result: &ActionResult) -> (&'static str, &'static str) {
    match result {
        ActionResult::Admitted {
            admission: Admission::Stored { .. },
        } => ("sim-stored", "good"),
        ActionResult::Admitted {
            admission: Admission::Refused { .. },
        }
        | ActionResult::Refused { .. } => ("sim-refused", "bad"),
        ActionResult::Done => ("sim-done", "good"),
    }
}

fn answer(i18n: I18n, result: &ActionResult) -> Html {
    let verbatim =
        |text: &str| html! { <pre class="upstream" lang="en" translate="no">{ text.to_owned() }</pre> };
    let refusal = match result {
        ActionResult::Refused { refusal } => Some(refusal),
        ActionResult::Admitted { admission } => admission.refused(),
        ActionResult::Done => None,
    };
    let warnings = match result {
        ActionResult::Admitted {
            admission: Admission::Stored { warnings, .. },
        } => warnings.as_slice(),
        _ => &[],
    };
    let steps = match result {
        ActionResult::Admitted { admission } => admission.trace(),
        _ => &[],
    };
    html! {
        <>
            if let Some(refusal) = refusal { { verbatim(&refusal.message) } }
            { for warnings.iter().map(|warning| verbatim(warning)) }
            if !steps.is_empty() { { trace(i18n, steps, false) } }
        </>
    }
}

fn aside(i18n: I18n, entry: &TimelineEntry) -> Html {
    html! {
        <>
            if !entry.notes.is_empty() {
                <ul class="notes">
                    { for entry.notes.iter().enumerate().map(|(index, note)| html! {
                        <li key={index}>{ i18n.engine_html(&note.0) }</li>
                    }) }
                </ul>
            }
            if !entry.events.is_empty() {
                <div>
                    <p class="label"><T id="sim-events" /></p>
                    { for entry.events.iter().enumerate().map(|(index, event)| html! {
                        <pre key={index} class="upstream" lang="en" translate="no">
                            { format!("{} {}: {}", event.object, event.reason, event.message) }
                        </pre>
                    }) }
                </div>
            }
        </>
    }
}

fn change_tag(change: Change) -> Html {
    match change {
        Change::Same => html! { <span class="tag"><T id="sim-same" /></span> },
        Change::Added => html! { <span class="tag" data-tone="good"><T id="sim-new" /></span> },
        Change::Changed => html! { <span class="tag" data-tone="warning"><T id="sim-changed" /></span> },
        Change::Removed => html! { <span class="tag" data-tone="bad"><T id="sim-gone" /></span> },
    }
}

fn service(i18n: I18n, state: &ServiceState) -> Html {
    let open = state.change != Change::Same;
    html! {
        <details key={state.name.clone()} class="state" {open}>
            <summary>
                <bdi dir="ltr"><code>{ state.name.clone() }</code></bdi>{ " " }{ change_tag(state.change) }
                if state.update_refused.is_some() {
                    { " " }<span class="tag" data-tone="bad"><T id="sim-stuck" /></span>
                }
            </summary>
            <pre class="diff" tabindex="0" role="group" lang="en" translate="no"
                aria-label={i18n.message(&Message::new("sim-as-read").with("name", state.name.as_str()))}>
                { for state.lines.iter().map(|(change, line)| match change {
                    Change::Added => html! { <ins>{ format!("+ {line}\n") }</ins> },
                    Change::Removed => html! { <del>{ format!("- {line}\n") }</del> },
                    Change::Same | Change::Changed => html! { <span>{ format!("  {line}\n") }</span> },
                }) }
            </pre>
            if let Some(refused) = &state.update_refused {
                <p class="label"><T id="sim-update-refused" /></p>
                <pre class="upstream" lang="en" translate="no">{ refused.clone() }</pre>
            }
        </details>
    }
}

fn cluster(frame: &Frame) -> Html {
    let ranges: Vec<String> = frame.ranges.iter().map(ToString::to_string).collect();
    let version = frame.version.to_string();
    html! {
        <>
            <p class="muted">
                <T id="sim-cluster" params={vec![("version", version.into()), ("ranges", ranges.join(",").into())]} />
            </p>
            if frame.service_cidrs.len() > 1 {
                <ul class="notes">
                    { for frame.service_cidrs.iter().map(|object| {
                        let cidrs: Vec<String> = object.cidrs.iter().map(ToString::to_string).collect();
                        html! {
                            <li key={object.name.clone()}>
                                <T id="sim-service-cidr" params={vec![
                                    ("name", object.name.as_str().into()), ("ranges", cidrs.join(",").into()),
                                ]} />
                            </li>
                        }
                    }) }
                </ul>
            }
        </>
    }
}

/// Properties of [`Timeline`].
#[derive(Clone, PartialEq, Properties)]
pub struct TimelineProps {
    /// The start and each step.
    pub frames: Rc<Vec<Rc<Frame>>>,
}

/// The steps, oldest first.
#[component]
pub fn Timeline(props: &TimelineProps) -> Html {
    let i18n = use_i18n();
    let dispatch = use_dispatch();
    let count = props.frames.len().saturating_sub(1);
    html! {
        <ol class="timeline" role="list">
            { for props.frames.iter().enumerate().map(|(index, frame)| {
                let dispatch = dispatch.clone();
                let undo = Callback::from(move |_: MouseEvent| {
                    dispatch.send(Action::Simulate(Simulate::UndoFrom(index.saturating_sub(1))));
                    // The button is gone with its step.
                    focus(DO_ID);
                });
                let behind = count.saturating_sub(index);
                let undo_label = i18n.message(
                    &Message::new("sim-undo-step").with("step", index).with("behind", behind),
                );
                let body = match &frame.entry {
                    None => html! { <header><h3><T id="sim-start" /></h3></header> },
                    Some(entry) => {
                        let (word, tone) = verdict(&entry.result);
                        html! {
                            <>
                                <header>
                                    <h3>
                                        <T id="sim-step" params={vec![("step", index.into())]} />
                                        { " " }{ i18n.html(&title(&entry.action)) }
                                    </h3>
                                    <span class="tag" data-tone={tone}>{ i18n.text(word) }</span>
                                    <button type="button" class="small quiet" onclick={undo}>{ undo_label }</button>
                                </header>
                                { answer(i18n, &entry.result) }
                                { aside(i18n, entry) }
                            </>
                        }
                    }
                };
                html! {
                    <li key={index}>
                        { body }
                        { cluster(frame) }
                        { for frame.services.iter().map(|state| service(i18n, state)) }
                    </li>
                }
            }) }
        </ol>
    }
}
