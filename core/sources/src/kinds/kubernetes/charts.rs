//! Objects that hold the values of a Helm chart: HelmChart and HelmChartConfig of K3s and RKE2, HelmRelease of Flux,
//! Application of Argo CD. The values are read like a file of them.

use crate::items::{At, Item, Object};
use crate::kinds::Kind;

const ID: &str = "chart";

pub(in crate::kinds) const KIND: Kind = Kind {
    id: ID,
    recognises: |item| item.object().is_some_and(|object| places(object).is_some()),
    embedded,
    read: |_, _| {},
};

/// The kinds with values, by group, and where the values lie.
const HOLDERS: &[(&str, &str, &[&str])] = &[
    ("helm.cattle.io/", "HelmChartConfig", &["spec/valuesContent"]),
    ("helm.cattle.io/", "HelmChart", &["spec/valuesContent"]),
    ("helm.toolkit.fluxcd.io/", "HelmRelease", &["spec/values"]),
    (
        "argoproj.io/",
        "Application",
        &["spec/source/helm/values", "spec/source/helm/valuesObject"],
    ),
];

fn places(object: &Object) -> Option<&'static [&'static str]> {
    let holder = HOLDERS.iter().find(|(group, kind, _)| object.is(group, kind))?;
    Some(holder.2)
}

fn embedded(item: &Item) -> Vec<Item> {
    let Item::Object(object) = item else {
        return Vec::new();
    };
    let root = object.root(ID);
    let mut values: Vec<At<'_>> = places(object)
        .unwrap_or_default()
        .iter()
        .map(|path| root.path(path))
        .collect();
    for source in root.path("spec/sources").items() {
        values.extend([source.path("helm/values"), source.path("helm/valuesObject")]);
    }
    values
        .iter()
        .flat_map(|at| match at.as_item() {
            Some(item) => vec![item],
            None => at.embedded(),
        })
        .filter(|item| matches!(item, Item::Object(_)))
        .collect()
}
