//! The address map: one strip a block, segments in address order. Widths follow the logarithm of the size, since a
//! linear scale shows nothing when a /112 and a /56 stand side by side.

use std::rc::Rc;

use dualstack_core::i18n::Message;
use yew::prelude::*;

use super::pattern::{fill, swatch};
use super::twin::MapTable;
use super::words::{kind_name, kind_of, overlaps};
use crate::engine::{Analysis, MapBlock, RangeKind, Segment};
use crate::i18n::{I18n, T, use_i18n};

/// Properties of [`AddressMap`].
#[derive(Clone, PartialEq, Properties)]
pub struct AddressMapProps {
    /// What the plan comes to.
    pub analysis: Rc<Analysis>,
}

const KINDS: [&str; 5] = ["pods", "services", "nodes", "load-balancers", "reserved"];

/// Left edge and width of each segment in percent. A declared range is wide enough for its label, free space tells
/// that there is some; both grow with the number of bits.
fn layout(segments: &[Segment]) -> Vec<(f64, f64)> {
    let longest = f64::from(
        segments
            .iter()
            .map(|segment| segment.bits)
            .max()
            .unwrap_or(1)
            .max(1),
    );
    let weight = |segment: &Segment| {
        let share = f64::from(segment.bits) / longest;
        if segment.range.is_some() {
            2.0 + 1.5 * share
        } else {
            0.35 + 0.9 * share * share
        }
    };
    let total: f64 = segments.iter().map(weight).sum();
    let mut left = 0.0;
    segments
        .iter()
        .map(|segment| {
            let width = 100.0 * weight(segment) / total;
            let at = left;
            left += width;
            (at, width)
        })
        .collect()
}

/// The ranges inside another: the first by name, the rest by number.
fn overlap_label(i18n: I18n, segment: &Segment) -> String {
    let Some((first, rest)) = segment.inside.split_first() else {
        return String::new();
    };
    let named = format!("{} {}", kind_name(i18n, first.kind.as_str()), first.cidr);
    if rest.is_empty() {
        named
    } else {
        format!("{named} +{}", rest.len())
    }
}

fn percent(value: f64) -> String {
    format!("{value:.3}%")
}

fn strip(i18n: I18n, block: &MapBlock) -> Html {
    let segments = block.segments.iter().zip(layout(&block.segments)).enumerate();
    let names: Vec<String> = block
        .segments
        .iter()
        .filter_map(|segment| segment.range.as_ref())
        .map(|range| format!("{} {}", kind_name(i18n, range.kind.as_str()), range.cidr))
        .collect();
    let label = Message::new("map-block-label")
        .with("block", block.cidr)
        .with("ranges", names.join(", "));
    html! {
        <svg class="strip" role="img" aria-label={i18n.message(&label)}>
            { for segments.map(|(index, (segment, (left, width)))| {
                let kind = kind_of(segment);
                let name = segment.range.as_ref().and_then(|range| range.name.clone());
                let title = name.filter(|name| !name.is_empty()).unwrap_or_else(|| kind_name(i18n, kind));
                let range = segment.range.as_ref().map(|range| range.cidr.to_string());
                html! {
                    // A nested svg clips its texts at its own edge, without style attributes.
                    <svg key={index} class={classes!((kind == "free").then_some("free"))} data-kind={kind}
                        x={percent(left)} width={percent(width)} height="100%" overflow="hidden">
                        <rect class="plate" width="100%" height="100%" />
                        if let Some(fill) = fill(kind) {
                            <rect class="hatch" y="58%" width="100%" height="42%" {fill} />
                        }
                        <rect class="edge" width="100%" height="100%" />
                        if let Some(inner) = segment.inside.first() {
                            <svg x="8" y="40" width="75%" height="26" overflow="hidden" data-kind={inner.kind.as_str()}>
                                <rect class={classes!("plate", overlaps(segment, inner).then_some("overlap"))}
                                    width="100%" height="100%" />
                                <text class="address" x="6" y="17">{ overlap_label(i18n, segment) }</text>
                            </svg>
                        }
                        if range.is_some() {
                            <text x="8" y="17">{ title }</text>
                            <text class="address" x="8" y="34">{ range.unwrap_or_default() }</text>
                        }
                    </svg>
                }
            }) }
        </svg>
    }
}

/// The map with its legend and its table.
#[component]
pub fn AddressMap(props: &AddressMapProps) -> Html {
    let i18n = use_i18n();
    let Some(addresses) = props.analysis.addresses() else {
        return html! { <p class="empty"><T id="map-empty" /></p> };
    };
    // Few plans have pools; the other kinds are always explained.
    let shown = |kind: &&str| {
        let pools = RangeKind::LoadBalancers;
        *kind != pools.as_str() || addresses.declared.iter().any(|range| range.kind == pools)
    };
    html! {
        <section class="section" aria-labelledby="dsp-map-title">
            <header>
                <h2 id="dsp-map-title"><T id="map-title" /></h2>
                <ul class="legend" role="list">
                    { for KINDS.into_iter().filter(shown).map(|kind| html! {
                        <li key={kind}>{ swatch(kind) }{ kind_name(i18n, kind) }</li>
                    }) }
                </ul>
            </header>
            <div class="map">
                { for addresses.map.iter().map(|block| html! {
                    <figure key={block.cidr.to_string()} class="map-block">
                        <figcaption>
                            <strong><bdi dir="ltr">{ block.cidr.to_string() }</bdi></strong>
                            <span class="muted">{ block.family.to_string() }</span>
                            <span class="muted">
                                <T id="map-free" params={vec![("free", block.free_addresses.into())]} />
                            </span>
                        </figcaption>
                        { strip(i18n, block) }
                    </figure>
                }) }
            </div>
            <p class="field-hint"><T id="map-scale" /></p>
            <details>
                <summary><T id="map-table" /></summary>
                <MapTable analysis={Rc::clone(&props.analysis)} />
            </details>
        </section>
    }
}
