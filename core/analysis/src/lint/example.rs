//! The example on the page of a rule as a whole plan file: pages show what matters alone, and leave out what is the same
//! everywhere.

use serde::Serialize;

use super::meta::Needs;
use super::rule::RuleNotes;

/// An example in which a rule finds something.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "wasm", derive(tsify::Tsify))]
pub struct RuleExample {
    /// The text of the plan file, with the manifests beside it.
    pub plan: String,
    /// The plan file as it was before; absent if the rule does not compare.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "wasm", tsify(optional))]
    pub previous: Option<String>,
    /// How components are started, as `running` takes it; absent if the rule does not ask for it.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "wasm", tsify(optional))]
    pub running: Option<String>,
}

/// Returns the example of a rule's page. `None` for a rule about what no file can show.
pub fn example(notes: &RuleNotes) -> Option<RuleExample> {
    if notes.rule.meta.needs == Needs::Hosts {
        return None;
    }
    let body = notes.body();
    let (_, section) = body.split_once("## Example\n")?;
    let section = section.split("\n## ").next().unwrap_or_default();
    let mut found: Option<RuleExample> = None;
    let (mut previous, mut running) = (None, None);
    for (info, text) in blocks(section) {
        match info {
            "yaml" => {
                found = Some(RuleExample {
                    plan: complete(&text),
                    previous: None,
                    running: None,
                });
            }
            "yaml previous" => previous = Some(complete(&text)),
            "text running" => running = Some(text),
            _ => {}
        }
    }
    let mut found = found?;
    // A rule that has ended is shown at its last version.
    let last = notes.rule.meta.versions.last();
    if let Some(last) = last.filter(|_| !notes.doc.contains("kubernetesVersion")) {
        found.plan = found.plan.replace("\"1.36\"", &format!("\"{last}\""));
    }
    Some(RuleExample {
        previous,
        running,
        ..found
    })
}

/// Returns the fenced blocks of a text: the words behind the backticks, and the lines.
fn blocks(text: &str) -> Vec<(&str, String)> {
    let mut found = Vec::new();
    let mut lines = text.lines();
    while let Some(line) = lines.next() {
        if let Some(info) = line.strip_prefix("```") {
            let block: Vec<&str> = lines.by_ref().take_while(|line| *line != "```").collect();
            found.push((info, block.join("\n")));
        }
    }
    found
}

/// Makes a plan file of what the page of a rule, or a case of the tests, shows.
pub fn complete(shown: &str) -> String {
    let parts: Vec<&str> = shown.split("---\n").collect();
    let is_object =
        |part: &str| part.starts_with("apiVersion:") || part.starts_with("kind:") || part.contains("\nkind:");
    let mut documents: Vec<String> = Vec::new();
    if parts
        .iter()
        .all(|part| is_object(part) && !part.contains("kind: ClusterPlan"))
    {
        documents.push(plan_around(""));
    }
    for part in parts {
        documents.push(if !is_object(part) {
            plan_around(part)
        } else if part.contains("apiVersion:") {
            part.trim_end().to_owned() + "\n"
        } else {
            format!("apiVersion: v1\n{}\n", part.trim_end())
        });
    }
    documents.join("---\n")
}

/// A plan file with these fields of its `spec`.
fn plan_around(fields: &str) -> String {
    let given = |name: &str| fields.lines().any(|line| line.starts_with(&format!("{name}:")));
    let mut text =
        "apiVersion: dualstack-planner/v1\nkind: ClusterPlan\nmetadata: {name: example}\nspec:\n".to_owned();
    if !given("kubernetesVersion") {
        text.push_str("  kubernetesVersion: \"1.36\"\n");
    }
    // A range that is not shown is of the families of the one that is.
    let ranges: Vec<&str> = fields
        .lines()
        .filter(|line| line.starts_with("podCIDRs:") || line.starts_with("serviceCIDRs:"))
        .filter_map(|line| line.split_once(':').map(|(_, value)| value))
        .collect();
    let has = |sign: char| ranges.is_empty() || ranges.iter().any(|value| value.contains(sign));
    for (name, ipv4, ipv6) in [
        ("podCIDRs", "10.244.0.0/16", "\"fd00:10:244::/56\""),
        ("serviceCIDRs", "10.96.0.0/16", "\"fd00:10:96::/112\""),
    ] {
        if !given(name) {
            let ipv4 = has('.').then_some(ipv4);
            let both: Vec<&str> = ipv4.into_iter().chain(has(':').then_some(ipv6)).collect();
            text.push_str(&format!("  {name}: [{}]\n", both.join(", ")));
        }
    }
    for line in fields.lines() {
        text.push_str(&format!("{}{line}\n", if line.is_empty() { "" } else { "  " }));
    }
    text
}
