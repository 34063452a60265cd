//! The registry: one line per family here, one line per rule in the family's `mod.rs`, one file per rule.

use super::{Rule, RuleNotes};
use crate::diagnostic::Pointer;
use crate::net::IpFamily;

/// Declares the modules of a family, its table of rules and that of their notes.
macro_rules! rules {
    ($($module:ident),* $(,)?) => {
        $(mod $module;)*
        /// The rules of this family, by code.
        pub(super) static RULES: &[&$crate::lint::Rule] = &[$(&$module::RULE),*];
        /// The kinds of manifests that the same rules read.
        pub(super) static READS: &[&[&str]] = &[$($module::READS),*];
        /// The notes of the same rules.
        pub(super) static NOTES: &[&$crate::lint::RuleNotes] = &[$(&$module::NOTES),*];
    };
}

/// Declares the families, in the order of their codes.
macro_rules! families {
    ($($family:ident),* $(,)?) => {
        $(mod $family;)*

        /// The rules by family.
        pub(super) static FAMILIES: &[&[&Rule]] = &[$($family::RULES),*];
        /// The names of the families, with which the codes of their rules begin.
        pub(super) static NAMES: &[&str] = &[$(stringify!($family)),*];
        /// The kinds of manifests that rules read, by family and rule. A table of its own, because whoever reads a file
        /// needs no rule.
        pub(super) static READS: &[&[&[&str]]] = &[$($family::READS),*];
        /// The notes of the rules by family. A table of its own: who refers to the rules does not refer to their pages.
        pub(super) static NOTES: &[&[&RuleNotes]] = &[$($family::NOTES),*];
    };
}

use rules;

families! {
    addr,
    cap,
    cni,
    dns,
    egr,
    lb,
    mig,
    node,
    ord,
    prx,
    start,
    svc,
    ver,
    win,
}

/// Returns the place `/spec/nodes/maskSizeIPv4` or `…IPv6`.
fn mask_field(family: IpFamily) -> Pointer {
    let name = match family {
        IpFamily::IPv4 => "maskSizeIPv4",
        IpFamily::IPv6 => "maskSizeIPv6",
    };
    Pointer::root().key("spec").key("nodes").key(name)
}

#[cfg(test)]
mod tests {
    use std::collections::{BTreeMap, BTreeSet};
    use std::path::Path;

    use crate::i18n::{Catalogue, LOCALES, complete};
    use crate::lint;

    #[test]
    fn every_file_is_registered_and_named_after_its_code() {
        let root = Path::new(env!("CARGO_MANIFEST_DIR"));
        let mut registered = BTreeSet::new();
        for notes in lint::notes() {
            let meta = &notes.rule.meta;
            let file = Path::new(notes.file).file_name().unwrap().to_str().unwrap();
            assert!(
                file.starts_with(&format!("{}_", meta.code.to_lowercase())),
                "{file} holds {}",
                meta.code
            );
            assert!(registered.insert(file.to_owned()), "{} twice", meta.code);
        }
        let mut found = BTreeSet::new();
        for family in std::fs::read_dir(root.join("src/lint/rules")).unwrap() {
            let family = family.unwrap().path();
            for file in family
                .is_dir()
                .then(|| std::fs::read_dir(&family).unwrap())
                .into_iter()
                .flatten()
            {
                let name = file.unwrap().file_name().into_string().unwrap();
                if name != "mod.rs" {
                    found.insert(name);
                }
            }
        }
        assert_eq!(registered, found);
    }

    #[test]
    fn codes_ascend_and_every_language_has_title_message_and_help() {
        let codes: Vec<&str> = lint::rules().map(|rule| rule.meta.code).collect();
        assert!(codes.windows(2).all(|w| w[0] < w[1]), "{codes:?}");
        for locale in complete(LOCALES) {
            let catalogue = Catalogue::of(locale.tag);
            for code in &codes {
                for id in [
                    (*code).to_owned(),
                    format!("{code}.title"),
                    format!("{code}.help"),
                ] {
                    assert!(catalogue.has(&id), "{} lacks {id}", locale.tag);
                }
            }
        }
    }

    #[test]
    fn a_rule_declares_the_fixes_that_have_a_title_in_every_language() {
        for locale in complete(LOCALES) {
            let mut titled = BTreeMap::new();
            let mut code = "";
            for line in locale.sources.iter().flat_map(|(_, text)| text.lines()) {
                if let Some(fix) = line.trim_start().strip_prefix(".fix-") {
                    let name = fix.split_whitespace().next().unwrap();
                    titled.entry(code).or_insert_with(Vec::new).push(name);
                } else if !line.is_empty() && !line.starts_with([' ', '#']) {
                    code = line.split_whitespace().next().unwrap();
                }
            }
            for rule in lint::rules() {
                let mut declared = rule.meta.fixes.to_vec();
                let mut titled = titled.remove(rule.meta.code).unwrap_or_default();
                declared.sort_unstable();
                titled.sort_unstable();
                assert_eq!(declared, titled, "{} in {}", rule.meta.code, locale.tag);
            }
            titled.retain(|code, _| !["FILE", "PLAN", "LINT"].iter().any(|own| code.starts_with(own)));
            assert!(titled.is_empty(), "no rule has the fixes {titled:?}");
        }
    }

    #[test]
    fn only_items_of_the_checklist_have_no_check() {
        for rule in lint::rules() {
            let on_hosts = rule.meta.needs == lint::Needs::Hosts;
            assert_eq!(rule.check.is_none(), on_hosts, "{}", rule.meta.code);
        }
    }

    #[test]
    fn kinds_that_a_rule_reads_are_nothing_odd_beside_a_plan() {
        assert!(lint::is_read("NetworkPolicy"));
        assert!(!lint::is_read("Ingress"));
        let plan = "apiVersion: dualstack-planner/v1\nkind: ClusterPlan\nspec:\n  kubernetesVersion: \"1.36\"\n  \
                    podCIDRs: [10.244.0.0/16]\n  serviceCIDRs: [10.96.0.0/16]\n";
        for (kind, odd) in [("NetworkPolicy", false), ("Ingress", true)] {
            let text = format!("{plan}---\nkind: {kind}\nmetadata: {{name: a}}\n");
            let found = crate::analyze(&text, &crate::AnalyzeOptions::default()).diagnostics;
            assert_eq!(found.iter().any(|it| it.code == "PLAN003"), odd, "{kind}");
        }
    }

    #[test]
    fn every_page_says_what_and_why_and_shows_an_example() {
        for notes in lint::notes() {
            let code = notes.rule.meta.code;
            for part in ["## What it checks", "## Why", "## Example", "```yaml"] {
                assert!(notes.doc.contains(part), "{code} lacks `{part}`");
            }
            assert!(!notes.sources.is_empty(), "{code} names no source");
        }
    }
}
