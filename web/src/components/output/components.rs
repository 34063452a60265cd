//! Flags and configuration of each component, why each value is there, and what the component makes of it at start.

use std::rc::Rc;

use dualstack_core::components::Setting;
use dualstack_core::i18n::Message;
use yew::prelude::*;

use crate::components::shell::listing::Listing;
use crate::engine::{Analysis, ComponentView};
use crate::i18n::{I18n, T, use_i18n};

/// Properties of [`ComponentFlags`].
#[derive(Clone, PartialEq, Properties)]
pub struct ComponentFlagsProps {
    /// What the plan comes to.
    pub analysis: Rc<Analysis>,
}

fn setting(i18n: I18n, setting: &Setting) -> Html {
    html! {
        <tr key={setting.flag}>
            <th scope="row"><code>{ setting.flag }</code></th>
            <td class="wraps">
                <code>{ setting.value.clone() }</code>
                if setting.placeholder { { " " }<span class="tag" data-tone="warning"><T id="placeholder" /></span> }
            </td>
            <td class="why">{ i18n.engine_html(&setting.why) }</td>
        </tr>
    }
}

fn component(i18n: I18n, view: &ComponentView) -> Html {
    let name = view.settings.component.as_str();
    let verbatim = |text: &String| {
        html! { <li key={text.clone()}><pre class="upstream" lang="en" translate="no">{ text.clone() }</pre></li> }
    };
    let table_name = i18n.message(&Message::new("settings-caption").with("component", name));
    html! {
        <article key={name} class="service" aria-label={name}>
            <header>
                <h3><code>{ name }</code></h3>
                if view.failures.is_empty() {
                    <span class="tag" data-tone="good"><T id="component-starts" /></span>
                } else {
                    <span class="tag" data-tone="bad"><T id="component-fails" /></span>
                }
            </header>
            if !view.failures.is_empty() { <ul role="list" class="stack">{ for view.failures.iter().map(verbatim) }</ul> }
            if !view.warnings.is_empty() {
                <p class="label"><T id="component-warns" /></p>
                <ul role="list" class="stack">{ for view.warnings.iter().map(verbatim) }</ul>
            }
            <div class="scroll" tabindex="0" role="region" aria-label={table_name}>
                <table class="data">
                    <thead>
                        <tr>
                            <th scope="col"><T id="column-flag" /></th>
                            <th scope="col"><T id="column-value" /></th>
                            <th scope="col"><T id="column-why" /></th>
                        </tr>
                    </thead>
                    <tbody>{ for view.settings.settings.iter().map(|given| setting(i18n, given)) }</tbody>
                </table>
            </div>
            <div class="sides">
                <Listing title={i18n.message(&Message::new("flags-of").with("component", name))} text={view.flags.clone()}
                    file_name={format!("{name}.flags")} />
                if let Some((kind, yaml)) = &view.config {
                    <Listing title={*kind} text={yaml.clone()} file_name={format!("{name}.yaml")} media_type="application/yaml" />
                }
            </div>
        </article>
    }
}

/// The components of the plan's version.
#[component]
pub fn ComponentFlags(props: &ComponentFlagsProps) -> Html {
    let i18n = use_i18n();
    let components = props.analysis.components();
    let version = props
        .analysis
        .plan()
        .map(|plan| plan.spec.kubernetes_version.to_string());
    html! {
        <section class="section" aria-labelledby="dsp-components-title">
            <h2 id="dsp-components-title">
                { i18n.html(&Message::new("components-title").with("version", version.unwrap_or_default())) }
            </h2>
            if components.is_empty() {
                <p class="empty"><T id="components-none" /></p>
            }
            { for components.iter().map(|view| component(i18n, view)) }
        </section>
    }
}
