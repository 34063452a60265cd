//! The style sheet of the views.

use crate::drawing::svg::colour_rules;

/// Returns the style sheet of the views, for a page that shows them. A page without it has no colours but those of the map.
pub fn style_sheet() -> String {
    format!(
        "{}\n/* The map. */\n@supports (color: light-dark(black, white)) {{\n{}}}\n",
        include_str!("style.css"),
        colour_rules(".dsp"),
    )
}
