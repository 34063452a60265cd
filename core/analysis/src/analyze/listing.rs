//! Which findings are listed: a file of thousands of Services has thousands of findings of one kind, and nobody reads them.
//! The first of each kind are listed; the others are counted, in a note at the place where they begin.

use std::cmp::Ordering;

use super::Analysis;
use super::offer::kind;
use crate::diagnostic::{Diagnostic, Severity};
use crate::document::codes::TOO_MANY;
use crate::i18n::Message;
use crate::order;

/// The number of findings of one kind and severity that are listed.
pub const MOST_LISTED: usize = 20;

/// How many findings there are of each severity, whether they are listed or not.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// The number of errors.
    pub errors: usize,
    /// The number of warnings.
    pub warnings: usize,
    /// The number of notes.
    pub infos: usize,
}

impl Counts {
    /// Counts findings.
    pub fn of<'a>(findings: impl IntoIterator<Item = &'a Diagnostic>) -> Counts {
        findings.into_iter().fold(Counts::default(), |mut counts, found| {
            match found.severity {
                Severity::Error => counts.errors += 1,
                Severity::Warning => counts.warnings += 1,
                Severity::Info => counts.infos += 1,
            }
            counts
        })
    }

    /// Returns the numbers of two sets of findings together.
    #[must_use]
    pub const fn and(self, other: Counts) -> Counts {
        Counts {
            errors: self.errors + other.errors,
            warnings: self.warnings + other.warnings,
            infos: self.infos + other.infos,
        }
    }
}

/// Decides for one finding after the other whether it is listed.
#[derive(Debug)]
struct Listing {
    all: bool,
    kinds: Vec<Kind>,
}

/// The findings of one kind and severity.
#[derive(Debug)]
struct Kind {
    name: String,
    severity: Severity,
    count: usize,
    /// The first that is not listed.
    rest: Option<Diagnostic>,
}

impl Listing {
    /// Starts a list, of all findings or of the first of each kind.
    const fn of_all(all: bool) -> Listing {
        Listing {
            all,
            kinds: Vec::new(),
        }
    }

    /// Counts a finding, and returns whether it is listed.
    fn takes(&mut self, found: &Diagnostic) -> bool {
        if self.all {
            return true;
        }
        // There are as many as rules: few, beside the findings.
        let name = kind(found);
        let is_same = |kind: &Kind| kind.severity == found.severity && kind.name == name;
        let place = self.kinds.iter().position(is_same).unwrap_or_else(|| {
            self.kinds.push(Kind {
                name: name.to_owned(),
                severity: found.severity,
                count: 0,
                rest: None,
            });
            self.kinds.len() - 1
        });
        let Some(kind) = self.kinds.get_mut(place) else {
            return true;
        };
        kind.count += 1;
        if kind.count > MOST_LISTED && kind.rest.is_none() {
            kind.rest = Some(Diagnostic {
                fixes: Vec::new(),
                ..found.clone()
            });
        }
        kind.count <= MOST_LISTED
    }

    /// Returns a note for each kind that was not listed whole, at the place of its first finding that was left out.
    fn notes(&self) -> Vec<Diagnostic> {
        let not_whole = self.kinds.iter().filter_map(|kind| {
            let rest = kind.rest.as_ref()?;
            let message = Message::new(REST)
                .with("count", kind.count - MOST_LISTED)
                .with("code", rest.code)
                .with("of", kind.severity.as_str());
            let mut note = TOO_MANY.with(rest.location.clone(), message);
            note.help = Some(Message::new("FILE010.help-kind"));
            Some(note)
        });
        not_whole.collect()
    }
}

/// The message of a note about findings that are not listed.
const REST: &str = "FILE010.kind";

/// Returns whether a finding is a note about findings that are not listed.
pub(crate) fn is_rest(found: &Diagnostic) -> bool {
    found.message.id == REST
}

/// Orders findings by their codes and places.
fn compare(one: &Diagnostic, other: &Diagnostic) -> Ordering {
    (one.code, &one.location).cmp(&(other.code, &other.location))
}

impl Analysis {
    /// Returns the [`Analysis::findings`] that are listed, with their fixes: the first of each kind, and notes about the
    /// others, or all of them if the options say so. Only the fixes of those that are listed are tried.
    ///
    /// ```
    /// use dualstack_analysis::{Analysis, AnalyzeOptions};
    /// let fields: String = (0..30).map(|field| format!("  a{field}: 1\n")).collect();
    /// let analysis = Analysis::of(&format!("kind: ClusterPlan\nspec:\n{fields}"), &AnalyzeOptions::default());
    /// let of = |code: &str, list: &[dualstack_ground::diagnostic::Diagnostic]| list.iter().filter(|found| found.code == code).count();
    /// assert_eq!(of("FILE011", analysis.findings()), 30);
    /// assert_eq!((of("FILE011", &analysis.listed()), of("FILE010", &analysis.listed())), (20, 1));
    /// ```
    pub fn listed(&self) -> Vec<Diagnostic> {
        self.listed_of(|_| true)
    }

    /// Returns what is listed of those findings that are wanted. The others are not counted.
    pub fn listed_of(&self, wanted: impl Fn(&Diagnostic) -> bool) -> Vec<Diagnostic> {
        let findings = self.findings().iter().enumerate();
        self.list(findings.filter(|(_, found)| wanted(found)))
    }

    /// Returns the findings about the text ([`Analysis::reading`]) that are listed, with their fixes. Rules run only if there
    /// are such findings, to try the fixes.
    pub fn reading_with_fixes(&self) -> Vec<Diagnostic> {
        if self.reading().is_empty() {
            return Vec::new();
        }
        let mut all: Vec<(usize, &Diagnostic)> = self.findings().iter().enumerate().collect();
        order::sort_by(&mut all, |(_, one), (_, other)| compare(one, other));
        let index = |wanted: &Diagnostic| {
            let place = all.partition_point(|(_, found)| compare(found, wanted) == Ordering::Less);
            let (index, found) = all.get(place)?;
            (compare(found, wanted) == Ordering::Equal).then_some(*index)
        };
        self.list(
            self.reading()
                .iter()
                .map(|found| (index(found).unwrap_or(usize::MAX), found)),
        )
    }

    /// Returns what is listed of some findings, each with its index among all.
    fn list<'a>(&self, findings: impl Iterator<Item = (usize, &'a Diagnostic)>) -> Vec<Diagnostic> {
        let mut listing = Listing::of_all(self.options().all_findings);
        let mut list: Vec<Diagnostic> = findings
            .filter(|(_, found)| listing.takes(found))
            .map(|(index, found)| self.with_fixes(index, found))
            .collect();
        list.extend(listing.notes());
        crate::lint::sort(&mut list);
        list
    }

    fn with_fixes(&self, index: usize, found: &Diagnostic) -> Diagnostic {
        Diagnostic {
            fixes: self.fixes(index).to_vec(),
            ..found.clone()
        }
    }
}
