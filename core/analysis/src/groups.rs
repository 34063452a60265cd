//! Which files are read together.

use crate::document;
use crate::request::KIND;

/// Returns the texts that are read together, by their numbers: each plan with the manifests that come behind it, up to the
/// next plan. Manifests before the first plan belong to it.
///
/// ```
/// use dualstack_analysis::groups::groups;
/// let plan = "kind: ClusterPlan\n";
/// assert_eq!(groups(["kind: Service\n", plan, "kind: Service\n", plan]), [vec![0, 1, 2], vec![3]]);
/// ```
pub fn groups<'a>(texts: impl IntoIterator<Item = &'a str>) -> Vec<Vec<usize>> {
    let texts: Vec<&str> = texts.into_iter().collect();
    if texts.len() == 1 {
        return vec![vec![0]];
    }
    let mut groups: Vec<Vec<usize>> = Vec::new();
    let mut has_plan = false;
    for (index, text) in texts.iter().enumerate() {
        let plan = holds_plan(text);
        match groups.last_mut() {
            Some(last) if !plan || !has_plan => last.push(index),
            _ => groups.push(vec![index]),
        }
        has_plan |= plan;
    }
    groups
}

fn holds_plan(text: &str) -> bool {
    text.contains(KIND) && document::read(text).objects().any(|object| object.kind() == KIND)
}
