//! The text of a plan file with another plan in it. Comments, Services and everything else stay.

use serde_json::Value;

use crate::diagnostic::{PatchOperation, Pointer};
use crate::document::{self, as_json, patch};
use crate::request::ClusterPlan;
use crate::request::decode::decode;

/// Returns the text with the fields of another plan. Fields that are the same are not touched.
pub(crate) fn with_plan(text: &str, plan: &ClusterPlan) -> String {
    let stream = document::read(text);
    let Some(found) = decode(&stream, |_| true).plan else {
        return text.to_owned();
    };
    let (before, after) = (as_json(&found.plan.spec), as_json(&plan.spec));
    let mut text = text.to_owned();
    for (path, value) in changed(&before, &after, &Pointer::root().key("spec")) {
        let stream = document::read(&text);
        let Some(document) = stream.document(found.document) else {
            break;
        };
        let operations = match value {
            Some(value) => patch::set(document, &path, value),
            None if document.at(&path).is_some() => vec![PatchOperation::Remove { path }],
            None => Vec::new(),
        };
        if let Ok(result) = patch::apply_to(document, &operations) {
            text = result.text;
        }
    }
    text
}

/// Returns the members that differ, each with its new value. Objects are compared member by member.
fn changed(before: &Value, after: &Value, place: &Pointer) -> Vec<(Pointer, Option<Value>)> {
    let (Some(old), Some(new)) = (before.as_object(), after.as_object()) else {
        return match before == after {
            true => Vec::new(),
            false => vec![(place.clone(), Some(after.clone()))],
        };
    };
    let mut found = Vec::new();
    for (key, value) in new {
        match old.get(key) {
            Some(was) if was.is_object() => found.extend(changed(was, value, &place.key(key))),
            Some(was) if was == value => {}
            _ => found.push((place.key(key), Some(value.clone()))),
        }
    }
    let gone = old.keys().filter(|key| !new.contains_key(*key));
    found.extend(gone.map(|key| (place.key(key), None)));
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_stays_keeps_its_comments() {
        let text = "kind: ClusterPlan # mine\nspec:\n  kubernetesVersion: \"1.33\"\n  podCIDRs: [10.244.0.0/16] # pods\n  \
                    serviceCIDRs: [10.96.0.0/16]\n  featureGates: {A: true}\n---\nkind: Service # web\nmetadata: {name: web}\n";
        let stream = document::read(text);
        let mut plan = decode(&stream, |_| true).plan.unwrap().plan;
        plan.spec.pod_cidrs.push("fd00:10:244::/56".parse().unwrap());
        plan.spec.nodes.mask_size_ipv6 = Some(72);
        plan.spec.feature_gates.clear();
        assert_eq!(
            with_plan(text, &plan),
            "kind: ClusterPlan # mine\nspec:\n  kubernetesVersion: \"1.33\"\n  podCIDRs: [10.244.0.0/16, \
             \"fd00:10:244::/56\"] # pods\n  serviceCIDRs: [10.96.0.0/16]\n  nodes:\n    maskSizeIPv6: 72\n---\nkind: \
             Service # web\nmetadata: {name: web}\n"
        );
    }
}
