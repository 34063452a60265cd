//! Flags of each component, and what it would refuse at start.

use std::rc::Rc;

use dualstack_core::i18n::Message;
use yew::prelude::*;

use crate::components::shell::listing::Listing;
use crate::engine::{Analysis, ComponentView};
use crate::i18n::{T, use_i18n};

/// Properties of [`ComponentFlags`].
#[derive(Clone, PartialEq, Properties)]
pub struct ComponentFlagsProps {
    /// What the plan comes to.
    pub analysis: Rc<Analysis>,
}

fn component(view: &ComponentView, name: String) -> Html {
    let refused = view.failures.iter().map(|failure| {
        html! {
            <li key={failure.text.clone()}>
                <pre class="upstream" lang="en" translate="no">{ failure.text.clone() }</pre>
            </li>
        }
    });
    html! {
        <article key={view.name.clone()} class="stack" aria-label={view.name.clone()}>
            <Listing title={name} text={view.text.clone()} file_name={view.file_name.clone()}>
                if view.failures.is_empty() {
                    <span class="tag" data-tone="good"><T id="component-starts" /></span>
                } else {
                    <span class="tag" data-tone="bad"><T id="component-fails" /></span>
                }
            </Listing>
            if !view.failures.is_empty() { <ul role="list" class="stack">{ for refused }</ul> }
        </article>
    }
}

/// The components of the plan's version.
#[component]
pub fn ComponentFlags(props: &ComponentFlagsProps) -> Html {
    let i18n = use_i18n();
    let components = &props.analysis.components;
    let version = props.analysis.plan.as_ref().map(|plan| plan.spec.kubernetes_version.to_string());
    html! {
        <section class="section" aria-labelledby="dsp-components-title">
            <h2 id="dsp-components-title">
                { i18n.html(&Message::new("components-title").with("version", version.unwrap_or_default())) }
            </h2>
            if components.is_empty() {
                <p class="empty"><T id="components-none" /></p>
            }
            <div class="sides">
                { for components.iter().map(|view| component(view, view.name.to_string())) }
            </div>
        </section>
    }
}
