//! A block of addresses on one line, true to scale, and the ranges in it by name.

use dualstack_core::drawing::scene::{Scene, Strip};
use dualstack_core::i18n::Message;
use dualstack_core::net::Cidr;
use yew::prelude::*;

use super::pattern::{fill, swatch};
use super::words::range_name;
use crate::i18n::I18n;

/// The shortest stretch that is drawn as it is; what is shorter stands as a flag.
const SEEN: f64 = 0.008;
/// The ranges that are named below a strip.
const NAMED: usize = 8;

fn percent(share: f64) -> String {
    format!("{:.3}%", share * 100.0)
}

/// Draws a strip.
pub fn strip(strip: &Strip, scene: &Scene) -> Html {
    html! {
        <svg class="strip" aria-hidden="true" focusable="false">
            <rect class="track" width="100%" height="100%" />
            { for strip.marks.iter().enumerate().filter_map(|(index, mark)| {
                let kind = scene.ranges.get(mark.range)?.declared.kind.as_str();
                Some(if mark.stretch.length >= SEEN {
                    html! {
                        <g key={index} data-kind={kind}>
                            <rect class="plate" x={percent(mark.stretch.start)} width={percent(mark.stretch.length)} height="100%" />
                            <rect class="hatch" x={percent(mark.stretch.start)} width={percent(mark.stretch.length)} height="100%"
                                fill={fill(kind)} />
                        </g>
                    }
                } else {
                    html! {
                        <svg key={index} data-kind={kind} x={percent(mark.stretch.start.min(0.997))} width="1" height="100%" overflow="visible">
                            <path class="flag" d="M0 0v22M0 1l7 4l-7 4z" />
                        </svg>
                    }
                })
            }) }
            if let Some(window) = strip.window.filter(|window| window.length < 1.0) {
                <rect class="window" x={percent(window.start)} width={percent(window.length.max(0.004))} height="100%" />
            }
        </svg>
    }
}

/// Names the ranges in a strip; each is a button that goes there.
pub fn names(i18n: I18n, strip: &Strip, scene: &Scene, go: &Callback<Cidr>) -> Html {
    let hidden = strip.marks.len().saturating_sub(NAMED);
    html! {
        <ul class="range-names" role="list">
            { for strip.marks.iter().take(NAMED).enumerate().filter_map(|(index, mark)| {
                let range = scene.ranges.get(mark.range)?;
                let network = range.declared.cidr;
                let onclick = go.reform(move |_: MouseEvent| network);
                Some(html! {
                    <li key={index}>
                        <button type="button" class="quiet small" {onclick}>
                            { swatch(range.declared.kind.as_str()) }
                            <bdi>{ range_name(i18n, range) }</bdi>
                            { " " }<bdi dir="ltr"><code>{ network.to_string() }</code></bdi>
                        </button>
                    </li>
                })
            }) }
            if hidden > 0 {
                <li class="muted">{ i18n.message(&Message::new("map-more-ranges").with("count", hidden)) }</li>
            }
        </ul>
    }
}
