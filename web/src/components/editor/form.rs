//! The form for the whole plan.

use dualstack_core::catalog::{Cni, Distribution, Provider};
use dualstack_core::kubernetes::Version;
use yew::prelude::*;

use super::FormContext;
use super::blocked::FormBlocked;
use super::field::{Field, SelectField};
use super::range_group::RangeGroup;
use super::reserved::ReservedList;
use crate::engine::RangeKind;
use crate::engine::edit::FieldKind;
use crate::i18n::{T, use_i18n};

/// Properties of [`PlanForm`].
#[derive(Clone, PartialEq, Properties)]
pub struct PlanFormProps {
    /// What the form works on.
    pub context: FormContext,
}

fn options(rows: impl Iterator<Item = (&'static str, &'static str)>) -> Vec<(AttrValue, AttrValue)> {
    rows.map(|(id, title)| (id.into(), title.into())).collect()
}

/// The form.
#[component]
pub fn PlanForm(props: &PlanFormProps) -> Html {
    let i18n = use_i18n();
    let context = &props.context;
    if !context.analysis.is_editable() {
        return html! { <FormBlocked analysis={context.analysis.clone()} /> };
    }
    let versions: Vec<(AttrValue, AttrValue)> = Version::all()
        .rev()
        .map(|version| (version.to_string().into(), version.to_string().into()))
        .collect();
    let none: AttrValue = i18n.text("not-stated").into();
    // Clouds have names of their own; having none is said in the reader's language.
    let providers: Vec<(AttrValue, AttrValue)> = Provider::all()
        .map(|row| match row.id() {
            "none" => (row.id().into(), i18n.text("provider-none").into()),
            id => (id.into(), row.title().into()),
        })
        .collect();
    let number = |pointer: &'static str, label: &'static str| {
        html! {
            <Field context={context.clone()} {pointer} label={i18n.text(label)} kind={FieldKind::Number}
                placeholder={context.analysis.default_of(pointer)} />
        }
    };
    html! {
        <div class="form">
            <fieldset class="form-section">
                <legend><T id="section-cluster" /></legend>
                <div class="fields">
                    <Field context={context.clone()} pointer="/metadata/name" label={i18n.text("cluster-name")} />
                    <SelectField context={context.clone()} pointer="/spec/kubernetesVersion"
                        label={i18n.text("kubernetes-version")} options={versions} />
                </div>
            </fieldset>
            <fieldset class="form-section">
                <legend><T id="section-ranges" /></legend>
                <p class="field-hint"><T id="ranges-hint" /></p>
                <RangeGroup context={context.clone()} kind={RangeKind::Pods} list="/spec/podCIDRs" optional=false />
                <RangeGroup context={context.clone()} kind={RangeKind::Services} list="/spec/serviceCIDRs" optional=false />
                <RangeGroup context={context.clone()} kind={RangeKind::Nodes} list="/spec/nodeCIDRs" optional=true />
                <RangeGroup context={context.clone()} kind={RangeKind::LoadBalancers} list="/spec/loadBalancerCIDRs" optional=true />
                <ReservedList context={context.clone()} />
            </fieldset>
            <fieldset class="form-section">
                <legend><T id="section-nodes" /></legend>
                <div class="fields numbers">
                    { number("/spec/nodes/count", "node-count") }
                    { number("/spec/nodes/max", "node-max") }
                    { number("/spec/nodes/maxPods", "max-pods") }
                </div>
                <div class="fields numbers">
                    { number("/spec/nodes/maskSizeIPv4", "mask-ipv4") }
                    { number("/spec/nodes/maskSizeIPv6", "mask-ipv6") }
                </div>
            </fieldset>
            <fieldset class="form-section">
                <legend><T id="section-platform" /></legend>
                <div class="fields">
                    <SelectField context={context.clone()} pointer="/spec/distribution" label={i18n.text("distribution")}
                        options={options(Distribution::all().map(|row| (row.id(), row.title())))} none={none.clone()} />
                    <SelectField context={context.clone()} pointer="/spec/cni" label={i18n.text("cni")}
                        options={options(Cni::all().map(|row| (row.id(), row.title())))} none={none.clone()} />
                    <SelectField context={context.clone()} pointer="/spec/provider" label={i18n.text("provider")}
                        options={providers} none={none.clone()} />
                </div>
                <Field context={context.clone()} pointer="/spec/advertiseAddress" label={i18n.text("advertise-address")} />
            </fieldset>
        </div>
    }
}
