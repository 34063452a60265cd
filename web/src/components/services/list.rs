//! The Services tab: manifests go in, stored objects or exact refusals come out, with the steps between.

use std::rc::Rc;

use dualstack_core::i18n::Message;
use web_sys::{HtmlTextAreaElement, InputEvent};
use yew::prelude::*;

use super::aspects;
use super::bulk::ServiceTable;
use super::conversion::ConversionBox;
use super::trace::trace;
use crate::components::shell::listing::Listing;
use crate::components::shell::use_dispatch;
use crate::effects::now_ms;
use crate::engine::{Analysis, ServiceOutcome, ServiceView};
use crate::i18n::{I18n, T, use_i18n};
use crate::state::selectors::{split_services, with_services};
use crate::state::{Action, EditSource, Place};

/// More than these are not drawn at once.
const SHOWN: usize = 50;

/// Properties of [`ServiceList`].
#[derive(Clone, PartialEq, Properties)]
pub struct ServiceListProps {
    /// The plan text.
    pub text: Rc<str>,
    /// What it comes to.
    pub analysis: Rc<Analysis>,
}

/// The name of a listing of a Service: the page has one of each title for every Service.
fn label(title: &str, service: &str) -> AttrValue {
    format!("{title}: {service}").into()
}

fn outcome(i18n: I18n, service: &str, outcome: &ServiceOutcome) -> Html {
    match outcome {
        ServiceOutcome::Stored { yaml, warnings } => html! {
            <div class="stack">
                <Listing title={i18n.text("service-stored-object")} label={label(&i18n.text("service-stored-object"), service)} text={yaml.clone()} tone="stored" />
                { for warnings.iter().map(|warning| html! {
                    <pre key={warning.clone()} class="upstream" lang="en" translate="no">{ warning.clone() }</pre>
                }) }
            </div>
        },
        ServiceOutcome::Refused {
            code,
            reason,
            message,
        } => html! {
            <Listing title={i18n.text("service-refusal")} label={label(&i18n.text("service-refusal"), service)} text={message.clone()} tone="refused">
                <code>{ format!("{code} {reason}") }</code>
            </Listing>
        },
        ServiceOutcome::Unknown => html! { <p class="empty"><T id="service-unknown" /></p> },
    }
}

#[derive(Clone, PartialEq, Properties)]
struct ServiceCardProps {
    analysis: Rc<Analysis>,
    service: ServiceView,
}

#[component]
fn ServiceCard(props: &ServiceCardProps) -> Html {
    let i18n = use_i18n();
    let dispatch = use_dispatch();
    let service = &props.service;
    let go = {
        let place = Place::Text {
            line: service.location().line.max(1),
            column: service.location().column.max(1),
            end_line: service.location().line.max(1),
            end_column: service.location().column.max(1),
        };
        Callback::from(move |_: MouseEvent| dispatch.send(Action::Reveal(place.clone())))
    };
    let answer = service.outcome();
    let verdict = match &answer {
        ServiceOutcome::Stored { .. } if service.is_replaced() => {
            html! { <span class="tag"><T id="service-replaced" /></span> }
        }
        ServiceOutcome::Stored { .. } => {
            html! { <span class="tag" data-tone="good"><T id="service-stored" /></span> }
        }
        ServiceOutcome::Refused { .. } => {
            html! { <span class="tag" data-tone="bad"><T id="service-refused" /></span> }
        }
        ServiceOutcome::Unknown => Html::default(),
    };
    let name = service.name();
    html! {
        <article class="service" aria-label={name.clone()}>
            <header>
                <h3><bdi dir="ltr"><code>{ name.clone() }</code></bdi></h3>
                { verdict }
                <button type="button" class="small quiet" onclick={go}>
                    { i18n.html(&Message::new("place-line").with("line", service.location().line).with("path", "")) }
                </button>
            </header>
            <div class="sides">
                <Listing title={i18n.text("service-sent")} label={label(&i18n.text("service-sent"), &name)} text={service.sent()} />
                { outcome(i18n, &name, &answer) }
            </div>
            <ConversionBox analysis={Rc::clone(&props.analysis)} service={service.clone()} />
            if !service.trace().is_empty() { { trace(i18n, service.trace(), service.is_refused()) } }
            if let Some(found) = service.aspects() { { aspects::table(i18n, &name, found) } }
        </article>
    }
}

/// The manifests and what becomes of them.
#[component]
pub fn ServiceList(props: &ServiceListProps) -> Html {
    let dispatch = use_dispatch();
    let (_, manifests) = split_services(&props.text);
    let shown: AttrValue = manifests.replace("\r\n", "\n").into();
    let oninput = {
        let text = Rc::clone(&props.text);
        Callback::from(move |event: InputEvent| {
            let area: HtmlTextAreaElement = event.target_unchecked_into();
            dispatch.send(Action::Edit {
                text: with_services(&text, &area.value()).into(),
                source: EditSource::Services,
                at_ms: now_ms(),
                place: None,
            });
        })
    };
    let services = props.analysis.services();
    let refused = services.iter().filter(|service| service.is_refused()).count();
    let hidden = services.len().saturating_sub(SHOWN);
    html! {
        <section class="section" aria-labelledby="dsp-services-title">
            <header>
                <h2 id="dsp-services-title"><T id="services-title" /></h2>
                <p class="muted">
                    <T id="services-count" params={vec![("count", services.len().into()), ("refused", refused.into())]} />
                </p>
            </header>
            <div class="field">
                <label for="dsp-manifests"><T id="manifests-label" /></label>
                <textarea id="dsp-manifests" class="manifests" rows="8" wrap="off" spellcheck="false" autocapitalize="none"
                    dir="ltr" translate="no" value={shown} {oninput} aria-describedby="dsp-manifests-help" />
                <p id="dsp-manifests-help" class="field-hint"><T id="manifests-help" /></p>
            </div>
            <ServiceTable analysis={Rc::clone(&props.analysis)} />
            if services.is_empty() {
                <p class="empty"><T id="services-none" /></p>
            }
            { for services.iter().take(SHOWN).map(|service| html! {
                <ServiceCard key={service.key.clone()} analysis={Rc::clone(&props.analysis)} service={service.clone()} />
            }) }
            if hidden > 0 {
                <p class="muted"><T id="services-more" params={vec![("count", hidden.into())]} /></p>
            }
        </section>
    }
}
