//! What the map of a plan shows, as shapes with a meaning: a grid of up to 16 × 16 cells for each family, side by side, in
//! which the same cell is the same node; a strip above it that is true to scale; and the words beside them.
//!
//! Both families step in the same bits: a /16 is 256 /24s, as a /56 is 256 /64s. A scene is what is seen from one
//! position; the scene of a cell is that of its network. Its cost is that of the cells that are visible, of the ranges and
//! of the Nodes beside the plan, never that of all blocks.

mod areas;
mod findings;
mod layers;
mod numbers;
mod parts;
mod places;
mod rows;
mod shapes;
mod strips;
#[cfg(test)]
mod tests;
mod words;

use crate::Analysis;
use crate::i18n::{Message, use_exports};
use crate::plan::capacity::Capacity;
use crate::request::ranges::DeclaredRange;

pub use areas::{Area, Fill, areas, fills};
pub use shapes::{
    COLUMNS, Cell, CellPart, Crumb, Grid, LegendEntry, Mark, NodeSpan, Pane, PartUse, Row, RowSpan, Scene,
    SceneOptions, SceneRange, SharedAddresses, Stretch, Strip, Use,
};

/// Returns what the map of a plan shows from a position. `None` without a plan.
///
/// ```
/// use dualstack_analysis::{Analysis, AnalyzeOptions};
/// use dualstack_drawing::scene::{Use, SceneOptions, scene};
/// let text = "\
/// apiVersion: dualstack-planner/v1
/// kind: ClusterPlan
/// spec:
///   kubernetesVersion: '1.36'
///   podCIDRs: [10.244.0.0/16, 'fd00:10:244::/56']
///   serviceCIDRs: [10.96.0.0/16, 'fd00:10:96::/112']
///   nodes: {count: 40, max: 250}
/// ";
/// let analysis = Analysis::of(text, &AnalyzeOptions::default());
/// let scene = scene(&analysis, &SceneOptions::default()).unwrap();
/// let cell = |pane: usize| &scene.panes[pane].grid.as_ref().unwrap().cells[200];
/// assert_eq!(cell(0).network.to_string(), "10.244.200.0/24");
/// assert_eq!(cell(1).network.to_string(), "fd00:10:244:c8::/64");
/// assert_eq!(cell(0).parts[0].uses[0].what, Use::PodsPlanned);
/// ```
pub fn scene(analysis: &Analysis, options: &SceneOptions) -> Option<Scene> {
    use_exports();
    let plan = analysis.plan()?;
    let addresses = analysis.addresses()?;
    let ranges: Vec<DeclaredRange> = addresses.every_range().cloned().collect();
    let placed = places::placed(analysis, &ranges, &options.at);
    let overlaps = findings::overlaps(analysis, &ranges);
    let known = layers::KnownAddresses::of(analysis);
    let panes: Vec<Pane> = placed
        .families
        .iter()
        .map(|family| Pane {
            family: family.family,
            strips: strips::strips(family, &ranges),
            path: strips::path(family, &ranges),
            grid: family.place.as_ref().map(|place| {
                let layers = layers::layers(analysis, &ranges, family.family);
                let mut grid = parts::grid(place, &layers, &known);
                layers::number_nodes(&mut grid, analysis);
                findings::mark(&mut grid, &overlaps);
                grid
            }),
        })
        .collect();
    let title = match plan.metadata.name.as_str() {
        "" => Message::new("draw-title.unnamed"),
        name => Message::new("draw-title").with("name", name),
    };
    let mut scene = Scene {
        title,
        sentences: analysis.summary(),
        shortfall: addresses.capacity.as_ref().and_then(Capacity::shortfall),
        caveat: crate::whose::pod_caveat(&plan.spec),
        summary: Vec::new(),
        ranges: findings::with_findings(analysis, ranges),
        overlaps,
        panes,
        in_step: placed.in_step,
        shifted_from: None,
        legend: Vec::new(),
        rows: Vec::new(),
    };
    scene.shifted_from = words::first_shifted(&scene).filter(|_| scene.in_step);
    scene.legend = words::legend(&scene, analysis);
    scene.summary = words::summary(&scene);
    scene.rows = rows::rows(&scene);
    Some(scene)
}
