//! Fixes that keep their promise. What a rule proposes is tried on the file before it is offered: the fixed file has the
//! finding no more and no error that it did not have, and what it has as a new warning is said in the title.
//!
//! A try is an analysis of the whole file, so fixes are tried when somebody asks for them, and once.

use std::cell::{Cell, OnceCell, RefCell};
use std::collections::BTreeMap;

use super::Analysis;
use super::listing::MOST_LISTED;
use crate::diagnostic::{Diagnostic, Fix, Severity, Stage};
use crate::document::patch;
use crate::i18n::{Catalogue, Message};
use crate::order::{self, Key, Keys};

/// The largest number of tries for one finding.
const MOST_TRIES: usize = 24;
/// The largest number of documents that are read for the tries of one file, so that the time grows with its size and not with
/// the number of its findings times its size. What is proposed for later findings is not tried and not offered.
const MOST_READ: usize = 120_000;
/// Fewer findings than these are not worth to be tried together.
const FEW: usize = 4;
/// The largest number of proposals that are one fix together.
const MOST_TOGETHER: usize = 3;

/// The findings of a file without their fixes, and what is proposed for each.
#[derive(Debug, Default)]
pub(crate) struct Findings {
    pub(crate) list: Vec<Diagnostic>,
    proposals: Vec<Proposals>,
    /// The codes of findings that were tried together, each with whether it was for those that are listed.
    alike: RefCell<Vec<(&'static str, bool)>>,
    /// The number of documents that were read for tries.
    read: Cell<usize>,
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
            read: Cell::default(),
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
    /// The file with it; `None` where nobody goes on from there, since it is as large as the file itself.
    after: Option<Analysis>,
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
            let tried = self.tried(index, &proposals.fixes, false);
            tried.into_iter().map(|tried| tried.fix).collect()
        })
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
            let tried = self.tried(index, proposed, true).into_iter();
            let mut safe = tried.filter(|tried| tried.fix.safe);
            safe.next()
                .and_then(|tried| Some((found.code, tried.fix, tried.after?)))
        })
    }

    /// Returns what of the proposals for a finding may be offered, with the fixed file if somebody goes on from there.
    fn tried<'a>(
        &self,
        index: usize,
        proposed: impl IntoIterator<Item = &'a Fix>,
        goes_on: bool,
    ) -> Vec<Tried> {
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
            let Some(mut tried) = self.attempt(own, fix.clone(), 1, &mut tries) else {
                continue;
            };
            if !goes_on {
                tried.after = None;
            }
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
        let (before, found) = (&Index::of(self.findings()), &Index::of(after.findings()));
        if is_left(own, before, found) {
            return None;
        }
        // Of a text that could not be read whole, the rest is judged when it can.
        let refused = match own.stage {
            Stage::Read => None,
            _ => brought(before, found, Severity::Error).into_iter().next(),
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
        Some(Tried {
            fix,
            after: Some(after),
        })
    }

    /// Returns the analysis of the file with fixes of different documents. `None` if one cannot be applied, or if enough was
    /// tried.
    fn with(&self, fixes: &[&Fix]) -> Option<Analysis> {
        let stream = self.stream();
        let read = self.found().read.get().saturating_add(stream.documents.len());
        self.found().read.set(read);
        if read > MOST_READ.max(stream.documents.len()) {
            return None;
        }
        let mut parts = Vec::new();
        for fix in fixes {
            let document = stream.document(fix.document)?;
            let part = patch::apply_within(document, &fix.patch).ok()?.text;
            parts.push((stream.file_of(fix.document).0, document.range(), part));
        }
        order::sort_by_key(&mut parts, |(file, range, _)| (*file, range.start));
        let mut texts: Vec<String> = Vec::with_capacity(stream.sources.len());
        let mut parts = parts.into_iter().peekable();
        for (number, source) in stream.sources.iter().enumerate() {
            let (mut text, mut end) = (String::with_capacity(source.text().len()), 0);
            while let Some((_, range, part)) = parts.next_if(|(file, ..)| *file == number) {
                text.push_str(source.text().get(end..range.start)?);
                text.push_str(&part);
                end = range.end;
            }
            text.push_str(source.text().get(end..)?);
            texts.push(text);
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
        let mut alike = self.found().alike.borrow_mut();
        if alike.contains(&(own.code, true)) && alike.contains(&(own.code, false)) {
            return;
        }
        for (other, found) in self.findings().iter().enumerate() {
            let (place, proposed) = (found.location.document, self.found().proposed(other));
            let is_alike = found.code == own.code && place != plan.index() && last != Some(place);
            if is_alike && !proposed.is_empty() && proposed.iter().all(|fix| fix.document == place) {
                last = Some(place);
                members.push(other);
            }
        }
        // Those that are listed come first: mostly nobody asks for the others.
        let listed = members.iter().take(MOST_LISTED).any(|member| *member == index);
        let members = match (listed, members.get(MOST_LISTED..)) {
            (true, _) => members.get(..MOST_LISTED).unwrap_or(&members),
            (false, rest) => rest.unwrap_or_default(),
        };
        if members.len() >= FEW && members.contains(&index) && !alike.contains(&(own.code, listed)) {
            alike.push((own.code, listed));
            drop(alike);
            self.settle(members);
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
        let before = &Index::of(self.findings());
        self.with(&fixes).is_some_and(|after| {
            let found = &Index::of(after.findings());
            let is_settled = |index: usize| {
                let own = self.findings().get(index);
                own.is_some_and(|own| !is_left(own, before, found))
            };
            brought(before, found, Severity::Warning).is_empty()
                && brought(before, found, Severity::Error).is_empty()
                && tried.iter().all(|(index, _)| is_settled(*index))
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
pub(super) fn kind(found: &Diagnostic) -> &str {
    if found.message.id.starts_with(found.code) {
        found.code
    } else {
        &found.message.id
    }
}

/// The findings of a file by what is asked of them again and again.
#[derive(Debug)]
struct Index<'a> {
    list: &'a [Diagnostic],
    places: Keys<'a>,
    kinds: BTreeMap<&'a str, usize>,
}

impl<'a> Index<'a> {
    fn of(list: &'a [Diagnostic]) -> Index<'a> {
        let mut kinds = BTreeMap::new();
        for found in list {
            *kinds.entry(kind(found)).or_default() += 1;
        }
        Index {
            list,
            places: list.iter().map(place).collect(),
            kinds,
        }
    }

    fn has(&self, wanted: &Diagnostic) -> bool {
        self.places.contains(place(wanted))
    }

    fn count(&self, kind: &str) -> usize {
        self.kinds.get(kind).copied().unwrap_or_default()
    }
}

/// The document of a finding, what it is about, and its place in the document.
fn place(found: &Diagnostic) -> Key<'_> {
    (
        found.location.document,
        kind(found),
        found.location.pointer.as_str(),
    )
}

fn counts(found: &[Diagnostic], severity: Severity) -> BTreeMap<&str, usize> {
    let mut counts = BTreeMap::new();
    for found in found.iter().filter(|found| found.severity <= severity) {
        *counts.entry(kind(found)).or_default() += 1;
    }
    counts
}

/// Returns whether a finding is still there, at its place or at another one.
fn is_left(own: &Diagnostic, before: &Index<'_>, after: &Index<'_>) -> bool {
    after.has(own) || after.count(kind(own)) >= before.count(kind(own))
}

/// Returns the findings of which there are more than before, one of each kind, with their indices.
fn brought<'a>(before: &Index<'_>, after: &Index<'a>, severity: Severity) -> Vec<(usize, &'a Diagnostic)> {
    let (old, list) = (counts(before.list, severity), after.list);
    let more = counts(list, severity)
        .into_iter()
        .filter(|(kind, count)| old.get(kind).is_none_or(|old| old < count));
    more.filter_map(|(wanted, _)| {
        let mut of_kind = list
            .iter()
            .enumerate()
            .filter(|(_, found)| found.severity <= severity && kind(found) == wanted);
        let new = of_kind.clone().find(|(_, found)| !before.has(found));
        new.or_else(|| of_kind.next())
    })
    .collect()
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
            let alone = many.tried(index, &many.found().proposals[index].fixes, false);
            let alone: Vec<_> = alone.into_iter().map(|tried| tried.fix).collect();
            assert_eq!(many.fixes(index), alone);
            offered += usize::from(many.findings()[index].code == "VER003" && !alone.is_empty());
        }
        assert_eq!(offered, 9);
    }
}
