//! Views of a plan for pages, and of a fleet: the sentence, the map, tables of nodes and Services, findings, files. Each is a tree of
//! elements, from which a page builds its own, or HTML text. Nothing in it runs, and nothing needs a style of its own.

mod findings;
mod inline;
mod picture;
mod style;
mod tables;
#[cfg(test)]
mod tests;
mod tree;

use serde::{Deserialize, Serialize};

use crate::analyze::Analysis;
use crate::catalog::Cni;
use crate::diagnostic::Diagnostic;
use crate::drawing::fleet_map::{FleetMap, FleetSceneOptions};
use crate::drawing::scene::{SceneOptions, scene};
use crate::drawing::svg::{SvgOptions, draw, draw_fleet};
use crate::export::{self, Target};
use crate::file_exports::export_of;
use crate::i18n::{Catalogue, Message, use_exports};

use self::inline::{said, sentence};
use self::tree::{element, lines};

pub use self::style::style_sheet;
pub use self::tree::{Element, Node};

/// What is shown of a plan.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "wasm", derive(tsify::Tsify))]
#[serde(rename_all = "lowercase")]
pub enum View {
    /// What the plan comes to, in a few sentences.
    Sentence,
    /// The map, and its ranges as a table.
    #[default]
    Map,
    /// The blocks of the first nodes.
    Nodes,
    /// Each Service as the API server stores or refuses it.
    Services,
    /// The findings.
    Findings,
    /// The files for the distribution, the network plugin and the cloud of the plan.
    Files,
    /// The sentence, the map and the findings.
    Planner,
}

/// How a view is rendered.
#[derive(Clone, Debug)]
pub struct RenderOptions {
    /// What is shown.
    pub view: View,
    /// The position of the map.
    pub map: SceneOptions,
    /// How the map is drawn.
    pub svg: SvgOptions,
    /// The level of headings, from 1 to 6.
    pub heading: u8,
    /// The number of nodes that are listed.
    pub nodes: usize,
}

impl Default for RenderOptions {
    fn default() -> RenderOptions {
        RenderOptions {
            view: View::default(),
            map: SceneOptions::default(),
            svg: SvgOptions::default(),
            heading: 3,
            nodes: 16,
        }
    }
}

/// Renders a view of a file in the language of the catalogue. `None` without a plan; then only findings can be shown.
///
/// ```
/// use dualstack_core::i18n::Catalogue;
/// use dualstack_core::render::{RenderOptions, View, render};
/// use dualstack_core::{Analysis, AnalyzeOptions};
/// let text = "\
/// apiVersion: dualstack-planner/v1
/// kind: ClusterPlan
/// spec: {kubernetesVersion: '1.36', podCIDRs: [10.244.0.0/16], serviceCIDRs: [10.96.0.0/16]}
/// ";
/// let analysis = Analysis::of(text, &AnalyzeOptions::default());
/// let options = RenderOptions { view: View::Nodes, ..RenderOptions::default() };
/// let html = render(&analysis, &options, &Catalogue::of("en")).unwrap().html();
/// assert!(html.starts_with("<section class=\"dsp dsp-nodes\" dir=\"ltr\" lang=\"en\">"));
/// assert!(html.contains("<bdi dir=\"ltr\">10.244.0.0/24</bdi>"));
/// ```
pub fn render(analysis: &Analysis, options: &RenderOptions, catalogue: &Catalogue) -> Option<Element> {
    use_exports();
    let section = |name: &str| {
        element("section")
            .with("class", format!("dsp dsp-{name}"))
            .with("lang", catalogue.locale().tag)
            .with("dir", "ltr")
    };
    Some(match options.view {
        View::Sentence => section("sentence").and_all(sentences(analysis, catalogue)?),
        View::Map => section("map").and_all(map(analysis, options, catalogue)?),
        View::Nodes => {
            analysis.plan()?;
            section("nodes").and_all(tables::nodes(analysis, options.nodes, catalogue))
        }
        View::Services => {
            analysis.plan()?;
            section("services").and_all(tables::services(analysis, catalogue))
        }
        View::Findings => section("findings").and(findings::list(&analysis.listed(), catalogue)),
        View::Files => section("files").and_all(files(analysis, options, catalogue)?),
        View::Planner => section("planner")
            .and_all(sentences(analysis, catalogue).unwrap_or_default())
            .and_all(map(analysis, options, catalogue).unwrap_or_default())
            .and(
                element(heading(options)).and_all(said(&Message::new("export-markdown-findings"), catalogue)),
            )
            .and(findings::list(&analysis.listed(), catalogue)),
    })
}

/// Renders a view of a fleet: its sentences, its map, or what was found. The other views are of a plan, and of a fleet they are the
/// sentences with the map.
pub fn render_fleet(
    fleet: &FleetMap,
    found: &[Diagnostic],
    at: &FleetSceneOptions,
    options: &RenderOptions,
    catalogue: &Catalogue,
) -> Option<Element> {
    use_exports();
    let section = |name: &str| {
        element("section")
            .with("class", format!("dsp dsp-{name}"))
            .with("lang", catalogue.locale().tag)
            .with("dir", "ltr")
    };
    let paragraph = |message: &Message| element("p").and_all(sentence(message, catalogue));
    let told: Vec<Element> = fleet.sentences().iter().map(paragraph).collect();
    let picture = || picture::read(&draw_fleet(fleet, at, &options.svg, catalogue));
    let framed = |picture: Element| element("div").with("class", "dsp-picture").and(picture);
    Some(match options.view {
        View::Sentence => section("sentence").and_all(told),
        View::Findings => section("findings").and(findings::list(found, catalogue)),
        View::Map => section("map").and(framed(picture()?)),
        View::Nodes | View::Services | View::Files | View::Planner => section("planner")
            .and_all(told)
            .and(framed(picture()?))
            .and(
                element(heading(options)).and_all(said(&Message::new("export-markdown-findings"), catalogue)),
            )
            .and(findings::list(found, catalogue)),
    })
}

fn heading(options: &RenderOptions) -> String {
    format!("h{}", options.heading.clamp(1, 6))
}

fn sentences(analysis: &Analysis, catalogue: &Catalogue) -> Option<Vec<Element>> {
    analysis.plan()?;
    let paragraph = |message: &Message| element("p").and_all(sentence(message, catalogue));
    Some(analysis.summary().iter().map(paragraph).collect())
}

fn map(analysis: &Analysis, options: &RenderOptions, catalogue: &Catalogue) -> Option<Vec<Element>> {
    let scene = scene(analysis, &options.map)?;
    let picture = picture::read(&draw(&scene, &options.svg, catalogue))?;
    let title = Message::new("render-map-table");
    let twin = element("details")
        .and(element("summary").and_all(said(&title, catalogue)))
        .and(tables::ranges(&scene, catalogue));
    Some(vec![
        element("div").with("class", "dsp-picture").and(picture),
        twin,
    ])
}

/// Returns the targets that the plan's own distribution, plugin and cloud have.
fn own_targets(analysis: &Analysis) -> Vec<Target> {
    let Some(plan) = analysis.plan() else {
        return Vec::new();
    };
    let plugin = |cni: Cni| match cni.id() {
        // The manifest is the older form of the two.
        "calico" => "calico-operator",
        id => id,
    };
    let spec = &plan.spec;
    let own = [
        spec.distribution.map(|row| row.id()),
        spec.cni.map(plugin),
        spec.provider.map(|row| row.id()),
    ];
    let every = export::targets();
    let mut found: Vec<Target> = Vec::new();
    for id in own.into_iter().flatten() {
        let target = every.iter().find(|target| target.id == id);
        found.extend(
            target
                .filter(|_| !found.iter().any(|known| known.id == id))
                .cloned(),
        );
    }
    if found.is_empty() {
        found.extend(every.into_iter().find(|target| target.id == "flags"));
    }
    found
}

fn files(analysis: &Analysis, options: &RenderOptions, catalogue: &Catalogue) -> Option<Vec<Element>> {
    analysis.plan()?;
    let mut all = Vec::new();
    for target in own_targets(analysis) {
        all.push(element(heading(options)).and_all(said(&target.title, catalogue)));
        all.push(element("p").and_all(sentence(&target.description, catalogue)));
        let exported = export_of(analysis, &[target.id], catalogue.locale().tag);
        if !exported.diagnostics.is_empty() {
            all.push(findings::list(&exported.diagnostics, catalogue));
        }
        all.extend(exported.files.iter().map(|file| {
            let path = element("bdi").with("dir", "ltr").and(file.path.as_str());
            element("details")
                .and(element("summary").and(path))
                .and(lines(&file.text))
        }));
    }
    Some(all)
}
