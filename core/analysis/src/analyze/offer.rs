//! Fixes that keep their promise. What a rule proposes is tried on the file before it is offered: the fixed file has the
//! finding no more and no error that it did not have, and what it has as a new warning is said in the title.
//!
//! A try is an analysis of the whole file, so fixes are tried when somebody asks for them, and once.

use std::cell::{OnceCell, RefCell};
use std::collections::BTreeMap;

use super::Analysis;
use crate::diagnostic::{Diagnostic, Fix, Severity, Stage};
use crate::document::patch;
use crate::i18n::{Catalogue, Message};
use crate::order;

/// The largest number of tries for one finding.
const MOST_TRIES: usize = 24;
/// Fewer findings than these are not worth to be tried together.
const FEW: usize = 4;
/// The largest number of proposals that are one fix together.
const MOST_TOGETHER: usize = 3;

/// The findings of a file without their fixes, and what is proposed for each.
#[derive(Debug, Default)]
pub(crate) struct Findings {
    pub(crate) list: Vec<Diagnostic>,
    proposals: Vec<Proposals>,
    /// The codes of findings that were tried together.
    alike: RefCell<Vec<&'static str>>,
}

/// What is proposed for a finding. Proposals with titles of one id are different ways to do the same: one of them at most
/// is offered, the first that has no drawback if there is one.
#[derive(Debug)]
struct Proposals {
    fixes: Vec<Fix>,
    offered: OnceCell<Vec<Fix>>,
}

impl Findings {
    pub(crate) fn new(mut list: Vec<Diagnostic>) -> Findings {
        let proposals = list
            .iter_mut()
            .map(|found| Proposals {
                fixes: std::mem::take(&mut found.fixes),
                offered: OnceCell::new(),
            })
            .collect();
        Findings {
            list,
            proposals,
            alike: RefCell::default(),
        }
    }

    fn proposed(&self, index: usize) -> &[Fix] {
        self.proposals
            .get(index)
            .map_or(&[], |proposals| &proposals.fixes)
    }
}

/// A fix that was tried.
struct Tried {
    fix: Fix,
    after: Analysis,
}

impl Tried {
    /// Returns how much has to be said besides what the fix is for.
    fn drawbacks(&self) -> usize {
        self.fix.title.tail.len()
    }
}

impl Analysis {
    /// Returns the fixes of one of the [`Analysis::findings`], by its index.
    pub fn fixes(&self, index: usize) -> &[Fix] {
        let Some(proposals) = self.found().proposals.get(index) else {
            return &[];
        };
        if proposals.offered.get().is_none() {
            self.try_alike(index);
        }
        proposals.offered.get_or_init(|| {
            let tried = self.tried(index, &proposals.fixes);
            tried.into_iter().map(|tried| tried.fix).collect()
        })
    }

    /// Returns the findings about the text ([`Analysis::reading`]) with their fixes. Rules run only if there are such
    /// findings, to try the fixes.
    pub fn reading_with_fixes(&self) -> Vec<Diagnostic> {
        let with_fixes = |read: &Diagnostic| {
            let same = |found: &Diagnostic| (found.code, &found.location) == (read.code, &read.location);
            let index = self.findings().iter().position(same);
            Diagnostic {
                fixes: index.map_or(&[][..], |index| self.fixes(index)).to_vec(),
                ..read.clone()
            }
        };
        self.reading().iter().map(with_fixes).collect()
    }

    /// Returns whether a safe fix is proposed for one of the [`Analysis::findings`]. It is not tried, so it may turn out
    /// that it cannot be offered.
    pub fn proposes_safely(&self, index: usize) -> bool {
        self.found().proposed(index).iter().any(|fix| fix.safe)
    }

    /// Returns the first safe fix, the code of its finding, and the analysis of the fixed file. `None` if there is none.
    pub(crate) fn safely_fixed(&self) -> Option<(&'static str, Fix, Analysis)> {
        self.findings().iter().enumerate().find_map(|(index, found)| {
            let proposed = self.found().proposed(index).iter().filter(|fix| fix.safe);
            let tried = self.tried(index, proposed).into_iter();
            let mut safe = tried.filter(|tried| tried.fix.safe);
            safe.next().map(|tried| (found.code, tried.fix, tried.after))
        })
    }

    /// Returns what of the proposals for a finding may be offered.
    fn tried<'a>(&self, index: usize, proposed: impl IntoIterator<Item = &'a Fix>) -> Vec<Tried> {
        let Some(own) = self.findings().get(index) else {
            return Vec::new();
        };
        let mut offered: Vec<Tried> = Vec::new();
        let mut tries = MOST_TRIES;
        for fix in proposed {
            let same = |tried: &&mut Tried| tried.fix.title.id == fix.title.id;
            let known = offered.iter_mut().find(same);
            if known.as_ref().is_some_and(|known| known.drawbacks() == 0) {
                continue;
            }
            let Some(tried) = self.attempt(own, fix.clone(), 1, &mut tries) else {
                continue;
            };
            match known {
                Some(known) if known.drawbacks() <= tried.drawbacks() => {}
                Some(known) => *known = tried,
                None => offered.push(tried),
            }
        }
        offered
    }

    /// Tries a fix. If it brings an error for which something is proposed in turn, both are tried together.
    fn attempt(&self, own: &Diagnostic, mut fix: Fix, together: usize, tries: &mut usize) -> Option<Tried> {
        *tries = tries.checked_sub(1)?;
        let after = self.with(&[&fix])?;
        let (before, found) = (self.findings(), after.findings());
        if is_left(own, before, found) {
            return None;
        }
        // Of a text that could not be read whole, the rest is judged when it can.
        let refused = match own.stage {
            Stage::Read => None,
            _ => brought(before, found, Severity::Error).next(),
        };
        if let Some((index, _)) = refused {
            let proposed = after.found().proposed(index).iter();
            return proposed
                .filter(|next| next.document == fix.document && together < MOST_TOGETHER)
                .find_map(|next| {
                    let mut both = fix.clone();
                    both.title.and("fix-also", next.title.clone());
                    both.safe &= next.safe;
                    both.patch.extend(next.patch.iter().cloned());
                    self.attempt(own, both, together + 1, tries)
                });
        }
        for (_, warning) in brought(before, found, Severity::Warning) {
            fix.safe = false;
            fix.title.and("fix-then", in_words(warning));
        }
        Some(Tried { fix, after })
    }

    /// Returns the analysis of the file with fixes of different documents. `None` if one cannot be applied.
    fn with(&self, fixes: &[&Fix]) -> Option<Analysis> {
        let stream = self.stream();
        let mut parts = Vec::new();
        for fix in fixes {
            let document = stream.document(fix.document)?;
            let (range, file) = (document.range(), stream.file_of(fix.document).0);
            let fixed = patch::apply_to(document, &fix.patch).ok()?.text;
            let behind = document.source().text().len().checked_sub(range.end)?;
            let part = fixed.get(range.start..fixed.len().checked_sub(behind)?)?;
            parts.push((file, range, part.to_owned()));
        }
        // The last first, so that the places of the others stay as they are.
        order::sort_by_key(&mut parts, |(file, range, _)| (*file, range.start));
        let mut texts: Vec<String> = stream
            .sources
            .iter()
            .map(|source| source.text().to_owned())
            .collect();
        for (file, range, part) in parts.into_iter().rev() {
            let text = texts.get_mut(file)?;
            *text = [text.get(..range.start)?, &part, text.get(range.end..)?].concat();
        }
        let names = stream
            .sources
            .iter()
            .map(|source| source.name().unwrap_or_default());
        let files: Vec<(&str, &str)> = names.zip(texts.iter().map(String::as_str)).collect();
        Some(Analysis::of_files(&files, &self.options()))
    }

    /// Tries what is proposed for many Services alike, all at once: a file of a thousand Services would otherwise be
    /// analysed a thousand times. If they bring nothing together, each is offered as it is. They are of one rule and change
    /// different documents.
    fn try_alike(&self, index: usize) {
        let (Some(own), Some(plan)) = (self.findings().get(index), self.document()) else {
            return;
        };
        let mut members: Vec<usize> = Vec::new();
        let mut last = None;
        for (other, found) in self.findings().iter().enumerate() {
            let (place, proposed) = (found.location.document, self.found().proposed(other));
            let is_alike = found.code == own.code && place != plan.index() && last != Some(place);
            if is_alike && !proposed.is_empty() && proposed.iter().all(|fix| fix.document == place) {
                last = Some(place);
                members.push(other);
            }
        }
        let mut alike = self.found().alike.borrow_mut();
        if members.len() >= FEW && members.contains(&index) && !alike.contains(&own.code) {
            alike.push(own.code);
            drop(alike);
            self.settle(&members);
        }
    }

    /// Settles what is offered for findings of one rule in different documents. Where something is wrong with their fixes
    /// together, each half is tried; few are left to be tried one by one.
    fn settle(&self, members: &[usize]) {
        if members.len() < FEW {
            return;
        }
        let ways: Vec<(usize, Vec<&Fix>)> = members
            .iter()
            .map(|member| (*member, first_of_each(self.found().proposed(*member))))
            .collect();
        let most = ways.iter().map(|(_, fixes)| fixes.len()).max();
        let clean = (0..most.unwrap_or_default()).all(|nth| {
            let tried: Vec<(usize, &Fix)> = ways
                .iter()
                .filter_map(|(member, fixes)| Some((*member, *fixes.get(nth)?)))
                .collect();
            self.bring_nothing(&tried)
        });
        if clean {
            for (member, fixes) in ways {
                if let Some(proposals) = self.found().proposals.get(member) {
                    let fixes = fixes.into_iter().cloned().collect();
                    // Whoever was asked for before has its answer already.
                    let _ = proposals.offered.set(fixes);
                }
            }
        } else {
            let (first, second) = members.split_at(members.len() / 2);
            self.settle(first);
            self.settle(second);
        }
    }

    /// Returns whether fixes, all of them together, resolve their findings and bring nothing.
    fn bring_nothing(&self, tried: &[(usize, &Fix)]) -> bool {
        let fixes: Vec<&Fix> = tried.iter().map(|(_, fix)| *fix).collect();
        let before = self.findings();
        self.with(&fixes).is_some_and(|after| {
            let found = after.findings();
            brought(before, found, Severity::Warning).next().is_none()
                && brought(before, found, Severity::Error).next().is_none()
                && tried
                    .iter()
                    .all(|(index, _)| before.get(*index).is_some_and(|own| !is_left(own, before, found)))
        })
    }
}

/// Returns the first of the fixes with each title.
fn first_of_each(fixes: &[Fix]) -> Vec<&Fix> {
    let mut first: Vec<&Fix> = Vec::new();
    for fix in fixes {
        if first.iter().all(|other| other.title.id != fix.title.id) {
            first.push(fix);
        }
    }
    first
}

/// Returns what a finding is about: its code, or the refusal that a rule passes on in a tool's own words.
fn kind(found: &Diagnostic) -> &str {
    if found.message.id.starts_with(found.code) {
        found.code
    } else {
        &found.message.id
    }
}

fn counts(found: &[Diagnostic], severity: Severity) -> BTreeMap<&str, usize> {
    let mut counts = BTreeMap::new();
    for found in found.iter().filter(|found| found.severity <= severity) {
        *counts.entry(kind(found)).or_default() += 1;
    }
    counts
}

fn has(list: &[Diagnostic], wanted: &Diagnostic) -> bool {
    list.iter().any(|found| {
        let place = |found: &Diagnostic| (found.location.document, kind(found) == kind(wanted));
        place(found) == place(wanted) && found.location.pointer == wanted.location.pointer
    })
}

/// Returns whether a finding is still there, at its place or at another one.
fn is_left(own: &Diagnostic, before: &[Diagnostic], after: &[Diagnostic]) -> bool {
    let count = |list: &[Diagnostic]| list.iter().filter(|found| kind(found) == kind(own)).count();
    has(after, own) || count(after) >= count(before)
}

/// Returns the findings of which there are more than before, one of each kind, with their indices.
fn brought<'a>(
    before: &[Diagnostic],
    after: &'a [Diagnostic],
    severity: Severity,
) -> impl Iterator<Item = (usize, &'a Diagnostic)> {
    let old = counts(before, severity);
    let more: Vec<&str> = counts(after, severity)
        .into_iter()
        .filter(|(kind, count)| old.get(kind).is_none_or(|old| old < count))
        .map(|(kind, _)| kind)
        .collect();
    let of = move |wanted: &'a str| {
        let mut of_kind = after
            .iter()
            .enumerate()
            .filter(move |(_, found)| found.severity <= severity && kind(found) == wanted);
        let new = of_kind.clone().find(|(_, found)| !has(before, found));
        new.or_else(|| of_kind.next())
    };
    more.into_iter().filter_map(of).collect::<Vec<_>>().into_iter()
}

/// Returns what a finding says behind another sentence: its own words for that, or else its title.
fn in_words(found: &Diagnostic) -> Message {
    let id = format!("{}.then", found.code);
    if Catalogue::of("en").has(&id) {
        return Message {
            id: id.into(),
            ..found.message.clone()
        };
    }
    Message::new(format!("{}.title", found.code))
}

#[cfg(test)]
mod tests {
    use crate::analyze::{Analysis, AnalyzeOptions};
    use crate::i18n::Catalogue;

    fn analysis(spec: &str, services: &str) -> Analysis {
        let text = format!(
            "apiVersion: dualstack-planner/v1\nkind: ClusterPlan\nspec:\n  kubernetesVersion: \"1.36\"\n{spec}{services}"
        );
        Analysis::of(&text, &AnalyzeOptions::default())
    }

    /// The titles of what is offered for the first finding of a code.
    fn titles(analysis: &Analysis, code: &str) -> Vec<String> {
        let index = analysis.findings().iter().position(|found| found.code == code);
        let fixes = analysis.fixes(index.unwrap()).iter();
        fixes.map(|fix| Catalogue::of("en").text(&fix.title)).collect()
    }

    #[test]
    fn a_range_does_not_move_to_the_network_of_docker0() {
        // Next to 172.16.0.0/16 lies 172.17.0.0/16.
        let overlap = analysis(
            "  podCIDRs: [172.16.0.0/16]\n  serviceCIDRs: [172.16.0.0/16]\n",
            "",
        );
        assert_eq!(
            titles(&overlap, "ADDR001"),
            ["Move the Service range to 10.16.0.0/16"]
        );
    }

    #[test]
    fn a_mask_and_a_range_are_changed_together_where_one_of_them_brings_an_error() {
        let small = analysis(
            "  podCIDRs: [10.244.0.0/24]\n  serviceCIDRs: [10.96.0.0/16]\n  nodes: {count: 16, maskSizeIPv4: 28}\n",
            "",
        );
        let offered = titles(&small, "CAP008");
        assert_eq!(offered.len(), 1, "{offered:?}");
        assert!(
            offered[0].starts_with("Set the node mask to /24; also: Use the pod range 10."),
            "{offered:?}"
        );
    }

    #[test]
    fn a_warning_that_a_fix_brings_is_in_its_title_and_such_a_fix_is_not_safe() {
        let fixed = analysis(
            "  podCIDRs: [10.244.0.0/16, \"fd3b:9e72:41c8::/56\"]\n  serviceCIDRs: [10.96.0.0/16, \
             \"fd3b:9e72:41c8:100::/112\"]\n",
            "---\napiVersion: v1\nkind: Service\nmetadata: {name: web}\nspec: {clusterIP: 10.99.0.1, ports: [{port: 80}], \
             ipFamilyPolicy: SingleStack}\n",
        );
        for (index, found) in fixed.findings().iter().enumerate() {
            for fix in fixed.fixes(index) {
                let text = Catalogue::of("en").text(&fix.title);
                assert_eq!(
                    text.contains("(then "),
                    fix.title.tail.iter().any(|(joint, _)| *joint == "fix-then")
                );
                assert!(!text.contains("(then ") || !fix.safe, "{} {text}", found.code);
            }
        }
    }

    #[test]
    fn what_is_tried_together_is_what_is_offered_one_by_one() {
        let services: String = (0..9)
            .map(|i| {
                // One of them asks for what the cluster cannot give.
                let family = if i == 5 { "IPv6" } else { "IPv4" };
                format!(
                    "---\napiVersion: v1\nkind: Service\nmetadata: {{name: web-{i}}}\nspec: {{ipFamily: {family}, ports: \
                     [{{port: 80}}]}}\n"
                )
            })
            .collect();
        let many = analysis(
            "  podCIDRs: [10.244.0.0/16]\n  serviceCIDRs: [10.96.0.0/16]\n",
            &services,
        );
        let mut offered = 0;
        for index in 0..many.findings().len() {
            let alone = many.tried(index, &many.found().proposals[index].fixes);
            let alone: Vec<_> = alone.into_iter().map(|tried| tried.fix).collect();
            assert_eq!(many.fixes(index), alone);
            offered += usize::from(many.findings()[index].code == "VER003" && !alone.is_empty());
        }
        assert_eq!(offered, 9);
    }
}
