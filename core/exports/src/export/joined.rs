//! The plans of many clusters as one set of files, written by the targets of one plan.
//!
//! Lists become one list: the rows of a CSV file below one head, reverse zones each once, the values of Terraform by the
//! name of the cluster. The files of other targets stand in a folder for each cluster: `kubeadm/eu-1/init.yaml`.

use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

use serde_json::{Map, Value};

use super::context::ExportContext;
use super::file_set::{ExportFile, FileSet};
use super::findings::finding;
use super::run::{Exported, export};
use super::targets::variable_of_clusters;
use crate::diagnostic::{Diagnostic, Location, Severity};
use crate::document::write::{to_json_pretty, with_header};
use crate::i18n::{Catalogue, Message};
use crate::request::ClusterPlan;

/// Plans that are exported together.
#[derive(Clone)]
pub struct PlansToJoin<'a> {
    /// The name of all of them together, in the names of files and in comments.
    pub name: &'a str,
    /// The plans. Each has its own name.
    pub plans: &'a [ClusterPlan],
    /// The language of comments.
    pub catalogue: Rc<Catalogue>,
}

/// The file of the target `reverse-zones`.
const ZONES: &str = "reverse-zones/zones.txt";

/// Writes the files of the named targets for many plans. A finding that several plans share is told once.
///
/// ```
/// use dualstack_exports::export::{PlansToJoin, export_joined};
/// use dualstack_ground::i18n::Catalogue;
/// let together = PlansToJoin { name: "fleet", plans: &[], catalogue: Catalogue::of("en") };
/// assert_eq!(export_joined(&together, &["netbox"]).files, []);
/// ```
pub fn export_joined(together: &PlansToJoin<'_>, targets: &[&str]) -> Exported {
    let mut join = Join::default();
    let mut told: BTreeSet<(&'static str, String)> = BTreeSet::new();
    let mut diagnostics = Vec::new();
    for plan in together.plans {
        let name = plan.metadata.name.as_str();
        let cx = ExportContext::new(plan, &[], together.catalogue.clone());
        let exported = export(&cx, targets);
        for mut found in exported.diagnostics {
            if told.insert((found.code, together.catalogue.text(&found.message))) {
                // It names a field of a plan that nobody has written.
                found.location = Location::default();
                diagnostics.push(found);
            }
        }
        for file in exported.files {
            join.add(name, file);
        }
    }
    let mut files = FileSet::new();
    diagnostics.extend(join.write(together, &mut files));
    Exported {
        files: files.into_files(),
        diagnostics,
    }
}

/// The files of several plans, on their way into one set.
#[derive(Default)]
struct Join {
    /// CSV files by path: the head, the rows, and those that are there already.
    tables: BTreeMap<String, (String, Vec<String>, BTreeSet<String>)>,
    /// Reverse zones by name, with what lies in them.
    zones: BTreeMap<String, Vec<String>>,
    /// The values of Terraform by cluster.
    values: Map<String, Value>,
    /// Other files, with their new paths.
    own: Vec<ExportFile>,
}

impl Join {
    fn add(&mut self, name: &str, file: ExportFile) {
        if file.media_type == "text/csv" {
            let mut lines = file.text.split_inclusive('\n');
            let head = lines.next().unwrap_or_default().to_owned();
            let (_, rows, seen) = self
                .tables
                .entry(file.path)
                .or_insert_with(|| (head, Vec::new(), BTreeSet::new()));
            for row in lines {
                if seen.insert(row.to_owned()) {
                    rows.push(row.to_owned());
                }
            }
        } else if file.path == ZONES {
            let zones = file.text.lines().filter(|line| !line.starts_with(';'));
            for (zone, held) in zones.filter_map(|line| line.split_once(" ; ")) {
                let of_zone = self.zones.entry(zone.to_owned()).or_default();
                of_zone.push(format!("{name}: {held}"));
            }
        } else if file.path.starts_with("terraform/") {
            if file.path.ends_with(".json")
                && let Ok(values) = serde_json::from_str(&file.text)
            {
                self.values.insert(name.to_owned(), values);
            }
        } else {
            let path = match file.path.split_once('/') {
                Some((folder, rest)) => format!("{folder}/{name}/{rest}"),
                None => format!("{name}/{}", file.path),
            };
            self.own.push(ExportFile { path, ..file });
        }
    }

    fn write(self, together: &PlansToJoin<'_>, files: &mut FileSet) -> Vec<Diagnostic> {
        let mut all: Vec<(String, &'static str, String)> = Vec::new();
        for (path, (head, rows, _)) in self.tables {
            all.push((path, "text/csv", head + &rows.concat()));
        }
        let header = format!(
            "dualstack-planner {}\nfleet: {}",
            env!("CARGO_PKG_VERSION"),
            together.name
        );
        if !self.zones.is_empty() {
            let comment = |id: &'static str| together.catalogue.text(&Message::new(id));
            let comments = [
                header.clone(),
                comment("export-reverse-zones"),
                comment("export-reverse-zones-cluster"),
            ];
            let lines = comments.iter().flat_map(|text| text.lines());
            let mut text: String = lines.map(|line| format!("; {line}\n")).collect();
            for (zone, held) in self.zones {
                text.push_str(&format!("{zone} ; {}\n", held.join(", ")));
            }
            all.push((ZONES.to_owned(), "text/plain", text));
        }
        if !self.values.is_empty() {
            let values = Value::Object(Map::from_iter([(
                "clusters".to_owned(),
                Value::Object(self.values),
            )]));
            let name = super::names::object_name(together.name);
            all.push((
                format!("terraform/{name}.auto.tfvars.json"),
                "application/json",
                to_json_pretty(&values),
            ));
            let variable = variable_of_clusters(&together.catalogue);
            let text = with_header(&header, &format!("\n{variable}"));
            all.push(("terraform/variables.tf".to_owned(), "text/plain", text));
        }
        all.extend(
            self.own
                .into_iter()
                .map(|file| (file.path, file.media_type, file.text)),
        );
        let refused = all.into_iter().filter_map(|(path, media_type, text)| {
            let error = files.add(&path, media_type, &text).err()?;
            let message = Message::new("EXP009")
                .with("target", path)
                .with("error", error.to_string());
            Some(finding("EXP009", Severity::Error, "", message))
        });
        refused.collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::components::plan_for_tests;

    fn plans() -> Vec<ClusterPlan> {
        let mut plans = vec![
            plan_for_tests(
                "1.36",
                &["10.1.0.0/24", "fd12::/56"],
                &["10.2.0.0/26", "fd12:1::/112"],
            ),
            plan_for_tests(
                "1.36",
                &["10.1.1.0/24", "fd12:0:0:100::/56"],
                &["10.2.0.64/26", "fd12:1::1:0/112"],
            ),
        ];
        for (plan, name) in plans.iter_mut().zip(["one", "two"]) {
            plan.metadata.name = name.to_owned();
            plan.spec.node_cidrs.clear();
            plan.spec.nodes.count = 1;
        }
        plans
    }

    fn file(target: &str, path: &str) -> String {
        let plans = plans();
        let together = PlansToJoin {
            name: "both",
            plans: &plans,
            catalogue: Catalogue::of("en"),
        };
        let exported = export_joined(&together, &[target]);
        let found = exported.files.into_iter().find(|file| file.path == path);
        found.unwrap_or_else(|| panic!("no {path}")).text
    }

    #[test]
    fn rows_of_all_clusters_stand_below_one_head() {
        let text = file("netbox", "netbox/prefixes.csv");
        let rows: Vec<&str> = text.lines().collect();
        assert_eq!(rows[0], "prefix,status,role,is_pool,mark_utilized,description");
        assert_eq!(rows.iter().filter(|row| row.starts_with("prefix,")).count(), 1);
        for network in ["10.1.0.0/24", "10.1.1.0/24", "10.2.0.64/26", "fd12:1::1:0/112"] {
            let named = |row: &&&str| row.starts_with(&format!("{network},"));
            assert_eq!(rows.iter().filter(named).count(), 1, "{network}\n{text}");
        }
        assert_eq!(file("netbox", "netbox/roles.csv").lines().count(), 4);
    }

    #[test]
    fn a_zone_that_two_clusters_share_is_there_once() {
        let text = file("reverse-zones", "reverse-zones/zones.txt");
        let zones: Vec<&str> = text.lines().filter(|line| line.starts_with("0.2.10.")).collect();
        assert_eq!(zones.len(), 1, "{text}");
        assert!(
            zones[0].contains("one: services 10.2.0.0/26") && zones[0].contains("two: services 10.2.0.64/26"),
            "{text}"
        );
        assert!(
            text.contains("1.1.10.in-addr.arpa ; two: pods 10.1.1.0/24\n"),
            "{text}"
        );
    }

    #[test]
    fn values_stand_below_the_name_of_their_cluster() {
        let values: Value =
            serde_json::from_str(&file("terraform", "terraform/both.auto.tfvars.json")).unwrap();
        assert_eq!(values["clusters"]["two"]["pod_cidrs"][0], "10.1.1.0/24");
        assert!(file("terraform", "terraform/variables.tf").contains("variable \"clusters\" {"));
    }

    #[test]
    fn files_of_other_targets_stand_in_a_folder_for_each_cluster() {
        assert!(file("plan-yaml", "plan-yaml/two/plan.yaml").contains("name: two\n"));
    }
}
