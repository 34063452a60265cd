//! Queries of rules about other manifests beside the plan.

use crate::document::Object;

use super::context::LintContext;

impl<'a> LintContext<'a> {
    /// Returns the objects of these kinds beside the plan, in the order of the file. A rule names them in
    /// [`super::RuleMeta::reads`].
    pub fn objects<'k>(&self, kinds: &'k [&'k str]) -> impl Iterator<Item = Object<'a>> + use<'a, 'k> {
        let declared = self.lookups.reads.get();
        debug_assert!(
            kinds.iter().all(|kind| declared.contains(kind)),
            "a rule reads {kinds:?} and declares {declared:?}"
        );
        self.stream
            .objects()
            .filter(move |object| kinds.contains(&object.kind()))
    }

    /// Returns the ConfigMaps of that name.
    pub fn config_maps<'k>(&self, name: &'k str) -> impl Iterator<Item = Object<'a>> + use<'a, 'k> {
        self.objects(&["ConfigMap"])
            .filter(move |object| object.name() == name)
    }
}
