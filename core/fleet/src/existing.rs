//! The clusters that run already: their ranges stand in the fleet file, or come from a plan file or an import.

use super::codes::NO_RANGES;
use super::file::{ExistingCluster, FleetSpec};
use super::lock::LockedCluster;
use crate::change::Side;
use crate::diagnostic::{Diagnostic, Severity};
use crate::document::Document;
use crate::i18n::Message;
use crate::net::Cidr;
use crate::order;

/// Returns the existing clusters by name, each with its ranges. `files` are the texts that the fleet file names, by their
/// names; those of a folder begin with its name.
pub(crate) fn existing(
    spec: &FleetSpec,
    files: &[(&str, &str)],
    document: &Document,
    language: &str,
    diagnostics: &mut Vec<Diagnostic>,
) -> Vec<LockedCluster> {
    let mut found: Vec<LockedCluster> = spec
        .existing
        .iter()
        .filter_map(|entry| match with_ranges(entry, files, language) {
            Ok(cluster) => Some(cluster),
            Err(message) => {
                let field = if entry.plan.is_some() { "plan" } else { "podCIDRs" };
                let place = document.locate(&entry.pointer.key(field));
                diagnostics.push(NO_RANGES.with(place, message));
                None
            }
        })
        .collect();
    order::sort_by(&mut found, |a, b| a.name.cmp(&b.name));
    found
}

fn with_ranges(
    entry: &ExistingCluster,
    files: &[(&str, &str)],
    language: &str,
) -> Result<LockedCluster, Message> {
    let mut cluster = LockedCluster {
        name: entry.name.clone(),
        group: entry.group.clone(),
        pod_cidrs: entry.pod_cidrs.clone(),
        service_cidrs: entry.service_cidrs.clone(),
        node_cidrs: entry.node_cidrs.clone(),
        ..LockedCluster::default()
    };
    if let Some(plan) = &entry.plan {
        let message = |id: &'static str| {
            Message::new(id)
                .with("cluster", entry.name.as_str())
                .with("file", plan.as_str())
        };
        let folder = format!("{}/", plan.trim_end_matches('/'));
        let own: Vec<(&str, &str)> = files
            .iter()
            .copied()
            .filter(|(name, _)| *name == plan || name.starts_with(&folder))
            .collect();
        if own.is_empty() {
            return Err(message("FLEET008.missing"));
        }
        let side = Side::read(&own, 0, language).map_err(|found| {
            let first = found
                .into_iter()
                .find(|diagnostic| diagnostic.severity == Severity::Error);
            let mut said = message("FLEET008.unusable");
            match first {
                Some(first) => said.and("fleet-reason", first.message),
                None => said.and("fleet-reason", Message::new("CHANGE001")),
            }
            said
        })?;
        let spec = side.plan.spec;
        add(&mut cluster.pod_cidrs, &spec.pod_cidrs);
        add(&mut cluster.service_cidrs, &spec.service_cidrs);
        add(&mut cluster.node_cidrs, &spec.node_cidrs);
        add(&mut cluster.node_cidrs, &spec.load_balancer_cidrs);
    }
    let has_ranges = cluster.held().next().is_some();
    match has_ranges {
        true => Ok(cluster),
        false => Err(Message::new(NO_RANGES.id).with("cluster", entry.name.as_str())),
    }
}

/// Adds the networks that do not lie in one that is there.
fn add(to: &mut Vec<Cidr>, more: &[Cidr]) {
    for cidr in more {
        if !to.iter().any(|known| known.contains(cidr)) {
            to.push(*cidr);
        }
    }
}
