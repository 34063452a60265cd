//! The files of a whole fleet, by the targets that write those of one cluster.

use super::found::Fleet;
use super::plans::plans;
use super::text::FleetFormat;
use crate::export::{Exported, FileSet, PlansToJoin, export_joined};
use crate::i18n::Catalogue;

/// The targets of a fleet where none is named: a plan for each cluster, NetBox, Terraform, a table, reverse zones.
pub const FLEET_TARGETS: &[&str] = &["plan-yaml", "netbox", "terraform", "markdown", "reverse-zones"];

/// The target that is the fleet's own: its report is about the whole, not about a cluster.
const MARKDOWN: &str = "markdown";

/// Writes the files of targets for all clusters of a fleet. `language` is a BCP 47 tag.
pub fn export_fleet(fleet: &Fleet, targets: &[&str], language: &str) -> Exported {
    let plans = plans(fleet);
    let together = PlansToJoin {
        name: &fleet.name,
        plans: &plans,
        catalogue: Catalogue::of(language),
    };
    let others: Vec<&str> = targets.iter().copied().filter(|name| *name != MARKDOWN).collect();
    let mut exported = export_joined(&together, &others);
    if targets.contains(&MARKDOWN) {
        let mut files = FileSet::new();
        let text = fleet.write(FleetFormat::Markdown, language);
        // A path of its own, and a text of ours: it cannot be refused.
        if files.add("report/fleet.md", "text/markdown", &text).is_ok() {
            exported.files.extend(files.into_files());
            crate::order::sort_by(&mut exported.files, |a, b| a.path.cmp(&b.path));
        }
    }
    exported
}
