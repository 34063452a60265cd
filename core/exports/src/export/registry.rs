//! The targets as a list, group by group.

use super::group::TargetGroup;
use super::target::Exporter;
use super::targets;

impl TargetGroup {
    /// Every group, in the order of lists.
    pub fn all() -> impl Iterator<Item = TargetGroup> {
        targets::GROUPS.iter().map(|(group, _)| *group)
    }
}

/// Every target: group by group, by name within.
pub(super) fn exporters() -> impl Iterator<Item = (TargetGroup, &'static dyn Exporter)> {
    targets::GROUPS
        .iter()
        .flat_map(|(group, targets)| targets.iter().map(|target| (*group, *target)))
}
