//! A fleet of the page: read and placed once, and looked at from many positions.

use std::rc::Rc;

use dualstack_core::diagnostic::Diagnostic;
use dualstack_core::document::write::to_yaml;
use dualstack_core::drawing::fleet_map::FleetMap;
use dualstack_core::export::ExportFile;
use dualstack_core::fleet::{Fleet, FleetFiles, export_fleet, plan_fleet, plan_of};

use crate::state::brought::Bundle;

/// The name of the lock file.
pub const LOCK_FILE: &str = "fleet.lock.yaml";

/// A fleet whose clusters have their places.
pub struct PlacedFleet {
    /// What the fleet comes to.
    pub fleet: Fleet,
    /// Its map.
    pub map: FleetMap,
    /// What was found.
    pub diagnostics: Vec<Diagnostic>,
    language: &'static str,
}

/// Gives the clusters of brought texts their places. `None` where no text is a fleet file.
///
/// # Errors
/// Returns the findings if one of the files cannot be read whole.
pub fn place(bundle: &Bundle, language: &'static str) -> Option<Result<PlacedFleet, Vec<Diagnostic>>> {
    let texts: Vec<(&str, &str)> = bundle
        .texts
        .iter()
        .map(|text| (text.name.as_deref().unwrap_or_default(), &*text.text))
        .collect();
    let files = FleetFiles::among(&texts)?;
    Some(
        plan_fleet(files, language).map(|(fleet, diagnostics)| PlacedFleet {
            map: FleetMap::of(&fleet),
            fleet,
            diagnostics,
            language,
        }),
    )
}

impl PlacedFleet {
    /// Returns the files of targets for all clusters, and the lock file where no target is named.
    pub fn files(&self, targets: &[&str]) -> Vec<ExportFile> {
        export_fleet(&self.fleet, targets, self.language).files
    }

    /// Returns the plan file of a cluster. `None` if it has no place.
    pub fn plan(&self, name: &str) -> Option<Rc<str>> {
        let plan = plan_of(&self.fleet, name)?;
        Some(to_yaml(&serde_json::to_value(plan).ok()?).into())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::engine::Analysis;
    use crate::state::brought::{BroughtText, Way};

    const FLEET: &str = "apiVersion: dualstack-planner/v1\nkind: FleetPlan\nmetadata: {name: acme}\nspec:\n  blocks: [10.0.0.0/8, \"fd00::/40\"]\n  clusters:\n    - {name: a, nodes: {count: 40}}\n    - {name: b, nodes: {count: 3}}\n";

    #[test]
    fn a_cluster_of_a_fleet_becomes_a_plan_without_errors() {
        let placed = place(&Bundle::written(FLEET), "en").unwrap().unwrap();
        let plan = placed.plan("a").unwrap();
        let analysis = Analysis::of(&plan);
        assert_eq!(analysis.field("/metadata/name"), "a");
        assert!(analysis.plan().is_some(), "{plan}");
        assert_eq!(placed.plan("c"), None);
    }

    #[test]
    fn the_lock_file_beside_it_keeps_everybody_in_place() {
        let first = place(&Bundle::written(FLEET), "en").unwrap().unwrap();
        let text = |name: &str, text: &str| BroughtText {
            name: Some(name.into()),
            text: text.into(),
        };
        let more = FLEET.replace(
            "{name: b, nodes: {count: 3}}",
            "{name: big, nodes: {count: 4000}}\n    - {name: b, nodes: {count: 3}}",
        );
        let both = Bundle {
            way: Way::Dropped,
            texts: vec![text(LOCK_FILE, &first.fleet.lock), text("fleet.yaml", &more)],
            refused: Vec::new(),
        };
        let second = place(&both, "en").unwrap().unwrap();
        let of = |placed: &PlacedFleet, name: &str| {
            let found = placed.fleet.clusters.iter().find(|placed| placed.name == name);
            found.unwrap().pod_cidrs.clone()
        };
        assert_eq!(of(&second, "a"), of(&first, "a"));
        assert_eq!(of(&second, "b"), of(&first, "b"));
        assert!(place(&Bundle::written("kind: ClusterPlan\n"), "en").is_none());
        assert!(
            place(&Bundle::written("kind: FleetPlan\n"), "en")
                .unwrap()
                .is_err()
        );
    }
}
