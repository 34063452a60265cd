//! What is shared: links, pictures and texts, made of the plan when they are asked for.

use dualstack_core::drawing::scene::{SceneOptions, scene};
use dualstack_core::drawing::svg::{SvgOptions, Theme as Colours, draw};
use dualstack_core::i18n::Catalogue;

use crate::engine::Analysis;
use crate::share::Position;
use crate::state::{Tab, Theme};

/// A way to share the plan.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Way {
    /// A link to the plan, with the view and the place on the map.
    Link,
    /// A link that puts the plan beside the one of whoever opens it.
    Compare,
    /// The map with the sentence as a file that can be scaled.
    Svg,
    /// The same as a picture of pixels.
    Png,
    /// The report.
    Markdown,
    /// The element for pages of documentation.
    Embed,
}

impl Way {
    /// Every way, in the order shown.
    pub(super) const ALL: [Way; 6] = [
        Way::Link,
        Way::Compare,
        Way::Svg,
        Way::Png,
        Way::Markdown,
        Way::Embed,
    ];

    /// Part of the element ids of the way.
    pub(super) const fn slug(self) -> &'static str {
        match self {
            Way::Link => "link",
            Way::Compare => "compare",
            Way::Svg => "svg",
            Way::Png => "png",
            Way::Markdown => "markdown",
            Way::Embed => "embed",
        }
    }

    /// Whether it takes a plan that can be read. A link holds any text.
    pub(super) const fn needs_plan(self) -> bool {
        matches!(self, Way::Svg | Way::Png | Way::Markdown)
    }
}

/// The colours of a picture: those of the page. `prefers_dark` is what the system says; a file that follows whoever looks at it
/// needs no such answer.
pub(super) const fn colours(theme: Theme, prefers_dark: Option<bool>) -> Colours {
    match (theme, prefers_dark) {
        (Theme::Light, _) | (Theme::System, Some(false)) => Colours::Light,
        (Theme::Dark, _) | (Theme::System, Some(true)) => Colours::Dark,
        (Theme::System, None) => Colours::Auto,
    }
}

/// The map as it is seen from the position, with the sentence above it. `None` without a plan.
pub(super) fn picture(
    analysis: &Analysis,
    position: &Position,
    theme: Colours,
    language: &str,
) -> Option<String> {
    let options = SceneOptions {
        at: position.at.into_iter().collect(),
    };
    let scene = scene(analysis.stages(), &options)?;
    let options = SvgOptions {
        theme,
        ..SvgOptions::default()
    };
    Some(draw(&scene, &options, &Catalogue::of(language)))
}

/// The view of the element that shows what a tab shows.
const fn view(tab: Tab) -> &'static str {
    match tab {
        Tab::Overview | Tab::Compare | Tab::Versions | Tab::WhatIf => "map",
        Tab::Nodes => "nodes",
        Tab::Services => "services",
        Tab::Exports | Tab::Components | Tab::Start => "files",
    }
}

/// Whether a text may stand in a script: nothing in it ends the script or begins a comment of HTML.
fn is_safe_in_script(text: &str) -> bool {
    let lower = text.to_ascii_lowercase();
    !lower.contains("</script") && !lower.contains("<!--")
}

fn attribute(text: &str) -> String {
    text.replace('&', "&amp;").replace('"', "&quot;")
}

/// The markup that shows the plan in another page, as `docs/embedding.md` describes it. `locale` is said where the element has
/// that language.
pub(super) fn embedding(text: &str, tab: Tab, language: &str) -> String {
    let locale = match language {
        "en" | "ja" => format!(" locale=\"{language}\""),
        _ => String::new(),
    };
    let view = view(tab);
    let head = "<link rel=\"stylesheet\" href=\"/dualstack-planner/render.css\">\n\
                <script type=\"module\" src=\"/dualstack-planner/dist/element/index.js\"></script>\n\n";
    if is_safe_in_script(text) {
        let end = if text.ends_with('\n') { "" } else { "\n" };
        format!(
            "{head}<dualstack-planner view=\"{view}\"{locale}>\n  <script type=\"application/yaml\">\n{text}{end}  </script>\n\
             </dualstack-planner>\n"
        )
    } else {
        let plan = attribute(text);
        format!("{head}<dualstack-planner view=\"{view}\"{locale} plan=\"{plan}\"></dualstack-planner>\n")
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::views::planner::EXAMPLE;

    #[test]
    fn the_picture_has_the_sentence_and_the_place() {
        let analysis = Analysis::of(&EXAMPLE.into());
        let at = Position {
            tab: Tab::Nodes,
            at: Some("10.96.0.0/16".parse().unwrap()),
            way: "".into(),
        };
        let drawn = picture(&analysis, &at, Colours::Dark, "ja").unwrap();
        assert!(drawn.starts_with("<svg xmlns="), "{drawn}");
        assert!(drawn.contains("lang=\"ja\""));
        assert!(drawn.contains("Service の動的帯域"));
        assert!(!drawn.contains("<style>"));
        let here = picture(&analysis, &Position::default(), Colours::Auto, "en").unwrap();
        assert!(here.contains("256 nodes, 110 pods each"), "{here}");
        assert_eq!(
            picture(
                &Analysis::of(&"x".into()),
                &Position::default(),
                Colours::Auto,
                "en"
            ),
            None
        );
    }

    #[test]
    fn a_picture_of_pixels_has_the_colours_that_are_seen() {
        assert_eq!(colours(Theme::System, None), Colours::Auto);
        assert_eq!(colours(Theme::System, Some(true)), Colours::Dark);
        assert_eq!(colours(Theme::Light, Some(true)), Colours::Light);
    }

    #[test]
    fn the_plan_stands_in_the_element_whatever_is_in_it() {
        let plain = embedding("kind: ClusterPlan\n", Tab::Services, "ja");
        assert_eq!(
            plain,
            "<link rel=\"stylesheet\" href=\"/dualstack-planner/render.css\">\n\
             <script type=\"module\" src=\"/dualstack-planner/dist/element/index.js\"></script>\n\n\
             <dualstack-planner view=\"services\" locale=\"ja\">\n  <script type=\"application/yaml\">\n\
             kind: ClusterPlan\n  </script>\n</dualstack-planner>\n"
        );
        let odd = embedding("name: \"</SCRIPT>&\"\n", Tab::Overview, "ko");
        assert!(
            odd.ends_with("<dualstack-planner view=\"map\" plan=\"name: &quot;</SCRIPT>&amp;&quot;\n\"></dualstack-planner>\n"),
            "{odd}"
        );
    }
}
