//! What tells kinds of ranges and uses of cells apart where colour does not: a pattern each.

use dualstack_core::drawing::scene::{Fill, Use};
use yew::prelude::*;

/// The size of a cell in a grid, in units of its drawing.
pub const CELL: (u32, u32) = (26, 21);

/// The patterns of the kinds, once a page.
pub fn definitions() -> Html {
    html! {
        <svg class="defs" aria-hidden="true" focusable="false">
            <defs>
                <pattern id="dsp-pattern-pods" width="8" height="8" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
                    <line class="pattern-pods" x1="0" y1="0" x2="0" y2="8" stroke-width="3" />
                </pattern>
                <pattern id="dsp-pattern-services" width="8" height="8" patternUnits="userSpaceOnUse">
                    <circle class="pattern-services" cx="2" cy="2" r="1.4" /><circle class="pattern-services" cx="6" cy="6" r="1.4" />
                </pattern>
                <pattern id="dsp-pattern-nodes" width="8" height="8" patternUnits="userSpaceOnUse">
                    <path class="pattern-nodes" d="M0 4h8M4 0v8" stroke-width="1.2" fill="none" />
                </pattern>
                <pattern id="dsp-pattern-load-balancers" width="8" height="8" patternUnits="userSpaceOnUse" patternTransform="rotate(-45)">
                    <line class="pattern-load-balancers" x1="0" y1="0" x2="0" y2="8" stroke-width="2" />
                </pattern>
                <pattern id="dsp-pattern-reserved" width="8" height="6" patternUnits="userSpaceOnUse">
                    <line class="pattern-reserved" x1="0" y1="3" x2="8" y2="3" stroke-width="2" />
                </pattern>
            </defs>
        </svg>
    }
}

/// Returns the fill of a kind: a reference to its pattern, none for free space.
pub fn fill(kind: &str) -> Option<String> {
    (kind != "free").then(|| format!("url(#dsp-pattern-{kind})"))
}

/// Draws a small sample of a kind beside a name.
pub fn swatch(kind: &'static str) -> Html {
    html! {
        <svg class="swatch" data-kind={kind} viewBox="0 0 16 16" aria-hidden="true" focusable="false">
            <rect class="hatch" width="16" height="16" fill={fill(kind).unwrap_or_else(|| "none".to_owned())} />
        </svg>
    }
}

/// Returns the lines of the texture on a cell; empty for a plain one.
const fn texture(fill: Fill) -> &'static str {
    match fill {
        Fill::Of(Use::PodsTaken) => "M7 7h.1M13 7h.1M19 7h.1M7 14h.1M13 14h.1M19 14h.1",
        Fill::Of(Use::PodsPlanned) => "M-2 19L19-2M5 20L26-1M12 20L33-1M-2 12L12-2M-2 5L5-2",
        Fill::Of(Use::Pods | Use::PodsUnpaired) => {
            "M-2 19L19-2M5 20L26-1M12 20L33-1M-2 12L12-2M-2 5L5-2M28 19L7-2M21 20L0-1M14 20L-7-1M28 12L14-2M28 5L21-2"
        }
        Fill::Of(Use::PodsExcluded | Use::LoadBalancers) => {
            "M28 19L7-2M21 20L0-1M14 20L-7-1M28 12L14-2M28 5L21-2"
        }
        Fill::Of(Use::ServicesStatic) => "M5 0v21M11 0v21M17 0v21M23 0v21",
        Fill::Of(Use::ServicesDynamic) => {
            "M5 5h.1M11 5h.1M17 5h.1M23 5h.1M5 10h.1M11 10h.1M17 10h.1M23 10h.1M5 15h.1M11 15h.1M17 15h.1M23 15h.1"
        }
        Fill::Of(Use::ServicesObject) => {
            "M5 7h5M7.5 4.5v5M17 7h5M19.5 4.5v5M5 14h5M7.5 11.5v5M17 14h5M19.5 11.5v5"
        }
        Fill::Of(Use::ServicesUnusable) => {
            "M28 19L7-2M24 20L3-1M20 20L-1-1M16 20L-5-1M28 15L11-2M28 11L15-2M12 20L-9-1M8 20L-13-1"
        }
        Fill::Of(Use::Nodes) => "M5 0v21M11 0v21M17 0v21M23 0v21M0 5h26M0 10h26M0 15h26",
        Fill::Of(Use::Reserved) => "M0 5h26M0 10h26M0 15h26",
        Fill::Of(Use::PodsToday | Use::PodsFree) | Fill::Free | Fill::Absent => "",
    }
}

/// Returns the reference to the pattern of a cell, which `web/styles/components/map.css` colours.
pub fn cell_fill(fill: Fill) -> String {
    format!("url(#dsp-cell-{})", fill.as_str())
}

/// Draws a sample of a use beside a name.
pub fn sample(what: Use) -> Html {
    let (width, height) = CELL;
    html! {
        <svg class="swatch" viewBox={format!("0 0 {width} {height}")} aria-hidden="true" focusable="false">
            <rect width={width.to_string()} height={height.to_string()} fill={cell_fill(Fill::Of(what))} />
        </svg>
    }
}

fn definition(fill: Fill) -> Html {
    let (width, height) = CELL;
    let name = fill.as_str();
    html! {
        <pattern key={name} id={format!("dsp-cell-{name}")} width={width.to_string()} height={height.to_string()} patternUnits="userSpaceOnUse">
            <g class="cell" data-use={name}>
                <rect class="plate" x="1.5" y="1.5" width={(width - 3).to_string()} height={(height - 3).to_string()} rx="3" />
                <path class="texture" d={texture(fill)} clip-path="url(#dsp-cell-shape)" />
                <rect class="edge" x="1.5" y="1.5" width={(width - 3).to_string()} height={(height - 3).to_string()} rx="3" />
            </g>
        </pattern>
    }
}

/// The patterns of cells: a run of cells with one use is one rectangle.
pub fn cell_definitions() -> Html {
    let (width, height) = CELL;
    html! {
        <svg class="defs" aria-hidden="true" focusable="false">
            <defs>
                <clipPath id="dsp-cell-shape">
                    <rect x="1.5" y="1.5" width={(width - 3).to_string()} height={(height - 3).to_string()} rx="3" />
                </clipPath>
                { for Fill::all().map(definition) }
            </defs>
        </svg>
    }
}
