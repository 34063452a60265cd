//! What rules ask about other manifests beside the plan.

use crate::document::Object;

use super::context::LintContext;

impl<'a> LintContext<'a> {
    /// The objects of these kinds beside the plan, in the order of the file.
    pub fn objects<'k>(&self, kinds: &'k [&'k str]) -> impl Iterator<Item = Object<'a>> + use<'a, 'k> {
        self.stream
            .objects()
            .filter(move |object| kinds.contains(&object.kind()))
    }

    /// The ConfigMaps of that name.
    pub fn config_maps<'k>(&self, name: &'k str) -> impl Iterator<Item = Object<'a>> + use<'a, 'k> {
        self.objects(&["ConfigMap"])
            .filter(move |object| object.name() == name)
    }
}
