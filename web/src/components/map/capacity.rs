//! How many nodes and Services fit, for each family.

use dualstack_core::clusterip::{AddressBand, ServiceBands};
use dualstack_core::i18n::Message;
use dualstack_core::plan::AddressPlan;
use dualstack_core::plan::capacity::{Capacity, FamilyCapacity};
use yew::prelude::*;

use super::node_axis::NodeAxisView;
use super::pattern::swatch;
use super::service_use::{PlannedServices, bar};
use crate::components::editor::FormContext;
use crate::engine::AddressCount;
use crate::i18n::{I18n, T, count, group_digits, use_i18n};

/// Properties of [`CapacityView`].
#[derive(Clone, PartialEq, Properties)]
pub struct CapacityViewProps {
    /// What the plan comes to, and how it is edited.
    pub context: FormContext,
    /// Number of Services planned, as typed.
    pub services: AttrValue,
}

fn node_meter(i18n: I18n, family: &FamilyCapacity, capacity: &Capacity) -> Html {
    let (today, planned) = (capacity.wanted_nodes, capacity.wanted_max_nodes);
    let enough = family.node_headroom.is_enough() && family.pod_headroom.is_enough();
    let (tone, verdict) = if enough {
        ("good", i18n.text("fits"))
    } else {
        ("bad", i18n.text("does-not-fit"))
    };
    let binding = capacity.binding_family == Some(family.family);
    html! {
        <section class="meter" data-binding={binding.to_string()} key={family.pod_cidr.to_string()}>
            <h3>
                <span class="row">{ swatch("pods") }<span>{ family.family.to_string() }</span></span>
                <span class="row">
                    if binding { <span class="tag"><T id="binding" /></span> }
                    <span class="tag" data-tone={tone}>{ verdict }</span>
                </span>
            </h3>
            <dl data-kind="pods">
                <dt><T id="capacity-range" /></dt>
                <dd><code>{ family.pod_cidr.to_string() }</code></dd>
                <dt><T id="capacity-nodes" /></dt>
                <dd>{ count(family.nodes) }</dd>
                <dt><T id="capacity-wanted" /></dt>
                <dd>{ format!("{} / {}", group_digits(&today.to_string()), group_digits(&planned.to_string())) }</dd>
                <dt><T id="capacity-block" /></dt>
                <dd><code>{ format!("/{}", family.node_mask) }</code></dd>
                <dt><T id="capacity-pods" /></dt>
                <dd>{ count(family.pods_per_block) }</dd>
                if family.excluded_blocks != AddressCount::ZERO {
                    <dt><T id="capacity-excluded" /></dt>
                    <dd>{ count(family.excluded_blocks) }</dd>
                }
                if let Some(wider) = family.growth.as_ref().and_then(|growth| growth.pod_cidr) {
                    <dt><T id="capacity-growth" params={vec![("nodes", planned.to_string().into())]} /></dt>
                    <dd><code>{ wider.to_string() }</code></dd>
                }
                if let Some(masks) = family.fitting_masks.filter(|_| !enough) {
                    <dt><T id="capacity-masks" /></dt>
                    <dd><code>{ format!("/{} – /{}", masks.shortest, masks.longest) }</code></dd>
                }
            </dl>
        </section>
    }
}

fn band_row(label: &'static str, band: Option<&AddressBand>) -> Html {
    band.map(|band| {
        html! {
            <>
                <dt><T id={label} /></dt>
                <dd><code>{ band.first.to_string() }</code>{ " – " }<code>{ band.last.to_string() }</code>
                    <div class="muted">{ count(band.count) }</div></dd>
            </>
        }
    })
    .unwrap_or_default()
}

fn service_meter(i18n: I18n, addresses: &AddressPlan, bands: &ServiceBands, services: &str) -> Html {
    let room = addresses.service_room(bands.family);
    let elsewhere = room.map_or(0, |room| {
        let others = room.usable.saturating_sub(bands.usable_count.saturating_u128());
        others.saturating_u128()
    });
    let address = |label: &'static str, address: Option<std::net::IpAddr>| {
        address
            .map(|address| html! { <><dt><T id={label} /></dt><dd><code>{ address.to_string() }</code></dd></> })
            .unwrap_or_default()
    };
    html! {
        <section class="meter" key={format!("{} {}", bands.range, bands.object.as_deref().unwrap_or_default())}>
            <h3>
                <span class="row">{ swatch("services") }<span>{ bands.family.to_string() }</span></span>
                <code>{ bands.range.to_string() }</code>
            </h3>
            if let Some(name) = &bands.object {
                <p class="muted">{ i18n.message(&Message::new("band-object").with("name", name.as_str())) }</p>
            }
            if let Some(upstream) = &bands.upstream {
                <pre class="upstream" lang="en" translate="no">{ upstream.clone() }</pre>
            } else {
                { bar(i18n, services, bands, elsewhere) }
            }
            <dl class="stacked">
                <dt><T id="capacity-usable" /></dt>
                <dd>{ count(bands.usable_count) }</dd>
                { band_row("band-static", bands.static_band.as_ref()) }
                { band_row("band-dynamic", bands.dynamic_band.as_ref()) }
                { address("kubernetes-service", bands.kubernetes_service) }
                { address("dns-service", bands.dns_service) }
            </dl>
        </section>
    }
}

/// The meters.
#[component]
pub fn CapacityView(props: &CapacityViewProps) -> Html {
    let i18n = use_i18n();
    let analysis = &props.context.analysis;
    let Some(addresses) = analysis.addresses() else {
        return Html::default();
    };
    html! {
        <>
            <section class="section" aria-labelledby="dsp-capacity-title">
                <h2 id="dsp-capacity-title"><T id="capacity-title" /></h2>
                <NodeAxisView context={props.context.clone()} />
                if let Some(capacity) = &addresses.capacity {
                    <div class="meters">
                        { for capacity.families.iter().map(|family| node_meter(i18n, family, capacity)) }
                    </div>
                } else {
                    <p class="empty"><T id="capacity-none" /></p>
                }
            </section>
            if !addresses.services.is_empty() {
                <section class="section" aria-labelledby="dsp-bands-title">
                    <h2 id="dsp-bands-title"><T id="bands-title" /></h2>
                    <PlannedServices raw={props.services.clone()} />
                    <div class="meters">
                        { for addresses.services.iter().map(|bands| {
                            service_meter(i18n, addresses, bands, &props.services)
                        }) }
                    </div>
                    if addresses.has_other_services() {
                        { for addresses.service_rooms.iter().map(|room| html! {
                            <p class="field-hint">{ i18n.engine_html(&room.message()) }</p>
                        }) }
                    }
                </section>
            }
        </>
    }
}
