//! The step that is done next.

use std::rc::Rc;

use dualstack_core::i18n::Message;
use web_sys::{HtmlInputElement, HtmlTextAreaElement};
use yew::prelude::*;

use crate::components::shell::choice::Choice;
use crate::components::shell::use_dispatch;
use crate::engine::Analysis;
use crate::engine::simulation::{Frame, is_possible, proposal, step, subjects};
use crate::i18n::{I18n, T, use_i18n};
use crate::state::Action;
use crate::state::simulation::{Kind, Simulate, Simulation};

/// Id of the button that does the step.
pub const DO_ID: &str = "dsp-sim-do";

/// A name for an object nobody has named yet.
const OBJECT: &str = "more-services";

/// Properties of [`NextStep`].
#[derive(Clone, PartialEq, Properties)]
pub struct NextStepProps {
    /// The plan's Services.
    pub analysis: Rc<Analysis>,
    /// What is typed.
    pub simulation: Rc<Simulation>,
    /// The cluster now.
    pub frame: Rc<Frame>,
}

fn kind_name(i18n: I18n, kind: Kind) -> String {
    match kind {
        Kind::Create => i18n.text("sim-create"),
        Kind::Replace => i18n.text("sim-replace"),
        Kind::Patch => i18n.text("sim-patch"),
        Kind::Delete => i18n.text("sim-delete"),
        Kind::AddRange => i18n.text("sim-add-range"),
        Kind::RemoveRange => i18n.text("sim-remove-range"),
        Kind::SetVersion => i18n.text("sim-set-version"),
        Kind::CreateServiceCidr => i18n.text("sim-create-service-cidr"),
        Kind::DeleteServiceCidr => i18n.text("sim-delete-service-cidr"),
        Kind::Wait => i18n.text("sim-wait"),
    }
}

fn subject_label(kind: Kind) -> &'static str {
    match kind {
        Kind::SetVersion => "sim-version",
        Kind::CreateServiceCidr => "sim-object-name",
        Kind::DeleteServiceCidr => "sim-object",
        Kind::Create => "sim-manifest-from",
        _ => "sim-service",
    }
}

fn text_label(kind: Kind) -> &'static str {
    match kind {
        Kind::Patch => "sim-patch-text",
        Kind::AddRange => "sim-range",
        Kind::CreateServiceCidr => "sim-ranges",
        _ => "sim-manifest",
    }
}

/// The form.
#[component]
pub fn NextStep(props: &NextStepProps) -> Html {
    let i18n = use_i18n();
    let dispatch = use_dispatch();
    // A complaint is about what was sent; what is typed afterwards is not complained about yet.
    let complaint = use_state(|| None::<(Rc<Simulation>, Message)>);
    let (simulation, frame) = (&props.simulation, &props.frame);
    let kinds: Vec<Kind> = Kind::ALL
        .into_iter()
        .filter(|kind| is_possible(*kind, frame))
        .collect();
    // The chosen kind may have become impossible: the second range was just added.
    let kind = if kinds.contains(&simulation.kind) {
        simulation.kind
    } else {
        Kind::default()
    };
    let options = subjects(kind, frame, &props.analysis);
    let named = kind == Kind::CreateServiceCidr;
    let subject: AttrValue = simulation
        .subject
        .as_deref()
        .filter(|chosen| named || options.iter().any(|(value, _)| value == chosen))
        .map(str::to_owned)
        .or_else(|| options.first().map(|(value, _)| value.clone()))
        .unwrap_or_else(|| if named { OBJECT.to_owned() } else { String::new() })
        .into();
    let text: Option<AttrValue> =
        proposal(kind, &subject, frame, &props.analysis).map(|proposed| match &simulation.text {
            Some(typed) if kind == simulation.kind => AttrValue::from(Rc::clone(typed)),
            _ => proposed.into(),
        });
    let change = {
        let dispatch = dispatch.clone();
        Callback::from(move |change: Simulate| dispatch.send(Action::Simulate(change)))
    };
    let onkind = change.reform(|slug: String| Simulate::Kind(Kind::parse(&slug).unwrap_or_default()));
    let onsubject = change.reform(Simulate::Subject);
    let onname = change.reform(|event: InputEvent| {
        let input: HtmlInputElement = event.target_unchecked_into();
        Simulate::Subject(input.value())
    });
    let online = change.reform(|event: InputEvent| {
        let input: HtmlInputElement = event.target_unchecked_into();
        Simulate::Text(input.value())
    });
    let onarea = change.reform(|event: InputEvent| {
        let area: HtmlTextAreaElement = event.target_unchecked_into();
        Simulate::Text(area.value())
    });
    let onsubmit = {
        let (frame, simulation, complaint) = (Rc::clone(frame), Rc::clone(simulation), complaint.clone());
        let (subject, text) = (subject.clone(), text.clone().unwrap_or_default());
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            match step(kind, &subject, &text, &frame) {
                Ok(step) => {
                    complaint.set(None);
                    change.emit(Simulate::Do(Box::new(step)));
                }
                Err(message) => complaint.set(Some((Rc::clone(&simulation), message))),
            }
        })
    };
    let complaint = complaint
        .as_ref()
        .filter(|(about, _)| about == simulation)
        .map(|(_, message)| i18n.html(message));
    let invalid = complaint.is_some();
    let describedby = invalid.then_some("dsp-sim-complaint");
    let kind_options = kinds
        .into_iter()
        .map(|kind| (AttrValue::Static(kind.slug()), kind_name(i18n, kind).into()))
        .collect::<Vec<_>>();
    html! {
        <form class="simulation-form" {onsubmit} novalidate={true} aria-labelledby="dsp-sim-next">
            <h3 id="dsp-sim-next"><T id="sim-next" /></h3>
            <div class="field-pair">
                <div class="field">
                    <label for="dsp-sim-kind"><T id="sim-kind" /></label>
                    <Choice id="dsp-sim-kind" options={kind_options} value={kind.slug()} onchoose={onkind} />
                </div>
                if named {
                    <div class="field">
                        <label for="dsp-sim-name"><T id={subject_label(kind)} /></label>
                        <input id="dsp-sim-name" dir="ltr" spellcheck="false" autocapitalize="none" autocomplete="off"
                            value={subject.clone()} oninput={onname} />
                    </div>
                } else if !options.is_empty() {
                    <div class="field">
                        <label for="dsp-sim-subject"><T id={subject_label(kind)} /></label>
                        <Choice id="dsp-sim-subject" value={subject.clone()} onchoose={onsubject}
                            options={options.into_iter().map(|(value, text)| (value.into(), text.into())).collect::<Vec<_>>()} />
                    </div>
                }
            </div>
            if let Some(text) = text {
                <div class="field">
                    <label for="dsp-sim-text"><T id={text_label(kind)} /></label>
                    if matches!(kind, Kind::AddRange | Kind::CreateServiceCidr) {
                        <input key="line" id="dsp-sim-text" class="address" dir="ltr" spellcheck="false" autocapitalize="none"
                            autocomplete="off" value={text} oninput={online} aria-invalid={invalid.then_some("true")}
                            aria-describedby={describedby} />
                    } else {
                        <textarea key="area" id="dsp-sim-text" class="manifests" rows="9" wrap="off" spellcheck="false"
                            autocapitalize="none" dir="ltr" translate="no" value={text} oninput={onarea}
                            aria-invalid={invalid.then_some("true")} aria-describedby={describedby} />
                    }
                </div>
            }
            <p id="dsp-sim-complaint" class="complaint" role="alert">{ complaint.unwrap_or_default() }</p>
            <div class="row">
                <button type="submit" class="primary" id={DO_ID}><T id="sim-do" /></button>
            </div>
        </form>
    }
}
