//! How many nodes and Services fit, for each family.

use std::rc::Rc;

use dualstack_core::clusterip::{AddressBand, ServiceBands};
use dualstack_core::plan::capacity::{Capacity, FamilyCapacity};
use yew::prelude::*;

use super::pattern::swatch;
use crate::engine::{AddressCount, Analysis};
use crate::i18n::{I18n, T, count, group_digits, use_i18n};

/// Properties of [`CapacityView`].
#[derive(Clone, PartialEq, Properties)]
pub struct CapacityViewProps {
    /// What the plan comes to.
    pub analysis: Rc<Analysis>,
}

/// A share of a whole in percent; visible however small, never more than the whole.
fn share(part: u64, whole: AddressCount) -> f64 {
    let whole = whole.to_u128().map_or(f64::MAX, |n| n as f64);
    match part {
        0 => 0.0,
        _ if whole == 0.0 => 100.0,
        part => (100.0 * part as f64 / whole).clamp(0.75, 100.0),
    }
}

const PLANNED: &str = "planned";
const OVER: &str = "over";

fn bar(today: u64, planned: u64, capacity: AddressCount) -> Html {
    let fits = capacity.to_u128().is_none_or(|room| u128::from(planned) <= room);
    let width = |value: u64| format!("{:.2}%", share(value, capacity));
    html! {
        <svg aria-hidden="true" focusable="false">
            <rect class="track" width="100%" height="100%" />
            <rect class={classes!(if fits { PLANNED } else { OVER })} width={width(planned)} height="100%" />
            <rect class="today" width={width(today)} height="100%" />
        </svg>
    }
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
            { bar(today, planned, family.nodes) }
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

fn service_meter(bands: &ServiceBands) -> Html {
    let address = |label: &'static str, address: Option<std::net::IpAddr>| {
        address
            .map(|address| html! { <><dt><T id={label} /></dt><dd><code>{ address.to_string() }</code></dd></> })
            .unwrap_or_default()
    };
    html! {
        <section class="meter" key={bands.range.to_string()}>
            <h3>
                <span class="row">{ swatch("services") }<span>{ bands.family.to_string() }</span></span>
                <code>{ bands.range.to_string() }</code>
            </h3>
            if let Some(upstream) = &bands.upstream {
                <pre class="upstream" lang="en" translate="no">{ upstream.clone() }</pre>
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
    let analysis = &props.analysis;
    let Some(addresses) = &analysis.addresses else {
        return Html::default();
    };
    html! {
        <>
            <section class="section" aria-labelledby="dsp-capacity-title">
                <h2 id="dsp-capacity-title"><T id="capacity-title" /></h2>
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
                    <div class="meters">{ for addresses.services.iter().map(service_meter) }</div>
                </section>
            }
        </>
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shares_are_visible_and_never_more_than_the_whole() {
        assert_eq!(share(0, AddressCount::from(256u32)), 0.0);
        assert_eq!(share(128, AddressCount::from(256u32)), 50.0);
        assert_eq!(share(1, AddressCount::from(1u64 << 40)), 0.75);
        assert_eq!(share(300, AddressCount::from(256u32)), 100.0);
        assert_eq!(share(1, AddressCount::ZERO), 100.0);
    }
}
