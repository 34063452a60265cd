//! What tells the kinds of ranges apart where colour does not: a pattern each.

use yew::prelude::*;

/// The patterns, once a page.
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

/// The fill of a kind: a reference to its pattern, none for free space.
pub fn fill(kind: &str) -> Option<String> {
    (kind != "free").then(|| format!("url(#dsp-pattern-{kind})"))
}

/// A small sample beside a name.
pub fn swatch(kind: &'static str) -> Html {
    html! {
        <svg class="swatch" data-kind={kind} viewBox="0 0 16 16" aria-hidden="true" focusable="false">
            <rect class="hatch" width="16" height="16" fill={fill(kind).unwrap_or_else(|| "none".to_owned())} />
        </svg>
    }
}
