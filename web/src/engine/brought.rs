//! What brought texts are: a link, an address, a sentence of sizes, codes, or pieces of what people have, from which a plan
//! or parts of one come.

use std::net::IpAddr;
use std::rc::Rc;

use dualstack_core::admission::namespace_or_default;
use dualstack_core::components::StartUpCheck;
use dualstack_core::diagnostic::Diagnostic;
use dualstack_core::document::write::to_yaml;
use dualstack_core::document::{self, Object, to_json};
use dualstack_core::fleet::{self, is_of_kind};
use dualstack_core::i18n::Message;
use dualstack_core::kubernetes::Version;
use dualstack_core::lint;
use dualstack_core::plan::sizes::read_sizes;
use dualstack_core::plan::suggest::{Room, suggest_with};
use dualstack_core::sources::{Checked, Import, ImportOptions, Text, check_texts, import};

use crate::share::{Link, MAX_TEXT_BYTES, decode};
use crate::state::brought::{Bundle, Way};
use crate::state::selectors::{holds_plan, split_services, with_services};

/// The most that is read at once, in bytes: reading is not interrupted, and the page waits for it.
pub const MOST_READ: usize = MAX_TEXT_BYTES;
/// The most of a text that is searched for lines of components, in bytes.
const MOST_EXPLAINED: usize = 256 << 10;

/// What brought texts are.
#[derive(Clone, Debug, PartialEq)]
pub enum Reading {
    /// There is nothing in them.
    Nothing,
    /// They are more than the page reads.
    TooLarge {
        /// Number of bytes.
        bytes: usize,
    },
    /// A link without a plan: of a later version, damaged or too large.
    BadLink(Message),
    /// An address. Whose it is depends on the plan, which may change while it is shown.
    Address(IpAddr),
    /// A sentence of sizes, and the plans made of it.
    Sizes(Rc<Proposals>),
    /// Codes of rules.
    Codes,
    /// A fleet file, perhaps with its lock file and the plans that it names.
    Fleet,
    /// Pieces of what people have.
    Pieces(Rc<Pieces>),
}

/// The plans that are made of sizes.
#[derive(Clone, Debug, PartialEq)]
pub struct Proposals {
    /// Each room with its plan as a file, or why there is none, the smallest first.
    pub plans: Vec<(Room, Result<Rc<str>, Message>)>,
    /// The random bits that their unique local prefix was drawn from.
    pub ula_seed: u64,
}

/// Pieces of what people have, and what comes of them.
#[derive(Clone, Debug, PartialEq)]
pub struct Pieces {
    /// What the import says.
    pub import: Import,
    /// The plan file that comes of them; `None` if they say nothing of a plan.
    pub plan: Option<Rc<str>>,
    /// Whether that is the text as it was brought.
    pub is_own: bool,
    /// The version that they name.
    pub version: Option<Version>,
    /// Whether they may be lines that components print.
    pub may_be_log: bool,
}

impl Pieces {
    /// Whether a kind of source recognises any of them.
    pub fn is_understood(&self) -> bool {
        !self.import.pieces.is_empty()
    }
}

/// Reads an address as people have it: alone, with a prefix length, with a port.
fn address_of(text: &str) -> Option<IpAddr> {
    let text = text.trim();
    let bare = |text: &str| text.parse().ok();
    let in_brackets = || text.strip_prefix('[')?.split_once(']')?.0.parse().ok();
    let before = |mark: char| bare(text.split_once(mark)?.0);
    bare(text)
        .or_else(in_brackets)
        .or_else(|| before('/').filter(|_| !text.contains(' ')))
        .or_else(|| before(':').filter(|_| text.matches(':').count() == 1))
}

/// Whether a text consists of words with the form of a rule's code. Whether there are such rules is known where they are
/// explained.
fn is_codes(text: &str) -> bool {
    let mut words = text
        .split([' ', ',', '\n', '\t', '\r'])
        .filter(|word| !word.is_empty())
        .peekable();
    words.peek().is_some() && words.all(lint::is_code)
}

/// Returns the link in a text that is nothing else.
fn link_of(text: &str) -> Option<Link> {
    let text = text.trim();
    let (_, fragment) = text.split_once('#')?;
    (!text.contains(char::is_whitespace))
        .then(|| decode(fragment))
        .filter(|link| *link != Link::None)
}

/// Reads what was brought. `ula_seed` are random bits for the plans that are made of sizes, `language` is that of the comments
/// in a plan, a BCP 47 tag.
pub fn read(bundle: &Bundle, ula_seed: u64, language: &str) -> Reading {
    if bundle.bytes() > MOST_READ {
        return Reading::TooLarge {
            bytes: bundle.bytes(),
        };
    }
    if bundle.texts.iter().all(|text| text.text.trim().is_empty()) {
        return Reading::Nothing;
    }
    if let Some(only) = bundle.only() {
        match link_of(&only.text) {
            Some(Link::Plan(text) | Link::Compare(text)) => {
                return pieces_of(&Bundle::written(&text), language);
            }
            Some(Link::UnknownFormat(format)) => {
                return Reading::BadLink(Message::new("link-unknown-format").with("format", format));
            }
            Some(Link::Damaged) => return Reading::BadLink(Message::new("link-damaged")),
            Some(Link::TooLarge) => return Reading::BadLink(Message::new("link-too-large")),
            Some(Link::None) | None => {}
        }
        if let Some(address) = address_of(&only.text) {
            return Reading::Address(address);
        }
        if let Some(request) = read_sizes(&only.text, ula_seed) {
            let plans = Room::ALL.map(|room| {
                let made = suggest_with(&request, room);
                let made =
                    made.map(|plan| Rc::from(to_yaml(&serde_json::to_value(plan).unwrap_or_default())));
                (room, made.map_err(|reason| reason.message()))
            });
            return Reading::Sizes(Rc::new(Proposals {
                plans: plans.into(),
                ula_seed,
            }));
        }
        if is_codes(&only.text) {
            return Reading::Codes;
        }
    }
    if bundle
        .texts
        .iter()
        .any(|text| is_of_kind(&text.text, fleet::KIND))
    {
        return Reading::Fleet;
    }
    pieces_of(bundle, language)
}

fn texts(bundle: &Bundle) -> Vec<Text<'_>> {
    let texts = bundle.texts.iter();
    texts
        .map(|text| Text {
            name: text.name.as_deref(),
            text: &text.text,
        })
        .collect()
}

fn pieces_of(bundle: &Bundle, language: &str) -> Reading {
    let import = import(
        &texts(bundle),
        &ImportOptions {
            version: None,
            language,
        },
    );
    let says = |path: &str| import.values.iter().find(|value| value.path == path);
    let version = says("spec.kubernetesVersion").and_then(|value| value.value.as_str()?.parse().ok());
    let own = bundle.only().filter(|only| holds_plan(&only.text));
    let ranges = ["spec.podCIDRs", "spec.serviceCIDRs", "spec.nodeCIDRs"];
    let has_plan = ranges.iter().any(|path| says(path).is_some());
    let plan = match own {
        Some(own) => Some(Rc::clone(&own.text)),
        None => has_plan.then(|| Rc::from(import.text.as_str())),
    };
    let lines = ["command-line"];
    let may_be_log = bundle.only().is_some()
        && bundle.way != Way::Opened
        && bundle.bytes() <= MOST_EXPLAINED
        && import.pieces.iter().all(|piece| lines.contains(&piece.kind));
    Reading::Pieces(Rc::new(Pieces {
        is_own: own.is_some(),
        plan,
        version,
        may_be_log,
        import,
    }))
}

/// Returns the crash forecast of brought texts.
pub fn check(bundle: &Bundle, version: Version) -> Checked {
    check_texts(version, &texts(bundle))
}

/// Objects that come beside a plan.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Additions {
    /// The plan file with them.
    pub text: Rc<str>,
    /// Number of objects that are added.
    pub added: usize,
    /// Number of objects that stood beside the plan already, by kind and name; they stay as they are.
    pub known: usize,
}

fn identity(object: &Object<'_>) -> (String, String, String) {
    let namespace = object.text(&["metadata", "namespace"]).unwrap_or_default();
    let namespace = match object.kind() {
        "Service" => namespace_or_default(namespace),
        _ => namespace,
    };
    (
        object.kind().to_owned(),
        namespace.to_owned(),
        object.name().to_owned(),
    )
}

/// Adds the objects of an import to a plan file.
pub fn add(text: &str, import: &Import) -> Additions {
    let (_, brought) = split_services(&import.text);
    let known: Vec<_> = document::read(text)
        .objects()
        .map(|object| identity(&object))
        .collect();
    let (_, beside) = split_services(text);
    let mut joined = String::new();
    let (mut added, mut already) = (0, 0);
    for object in document::read(brought).objects() {
        if known.contains(&identity(&object)) {
            already += 1;
            continue;
        }
        added += 1;
        if !joined.is_empty() {
            joined.push_str("---\n");
        }
        joined.push_str(&to_yaml(&to_json(object.node)));
    }
    if added == 0 {
        return Additions {
            text: text.into(),
            added,
            known: already,
        };
    }
    let all = match beside.trim_end() {
        "" => joined,
        beside => format!("{beside}\n---\n{joined}"),
    };
    Additions {
        text: with_services(text, &all).into(),
        added,
        known: already,
    }
}

/// Returns what is to be said of an import, by what it is about: what contradicts what, what is missing, what was not
/// read, and the rest.
pub fn by_subject(diagnostics: &[Diagnostic]) -> [Vec<&Diagnostic>; 4] {
    let mut groups: [Vec<&Diagnostic>; 4] = Default::default();
    for found in diagnostics {
        let index = match found.code {
            "IMP001" | "IMP005" | "IMP009" | "IMP010" => 0,
            "IMP002" | "IMP007" | "IMP011" => 1,
            "IMP003" | "IMP004" | "IMP008" => 2,
            _ => 3,
        };
        if let Some(group) = groups.get_mut(index) {
            group.push(found);
        }
    }
    groups
}

/// Returns how many of the components exit at their start.
pub fn exiting(checks: &[StartUpCheck]) -> usize {
    let exits = |check: &&StartUpCheck| super::start::fate(check) == super::start::Fate::Exits;
    checks.iter().filter(exits).count()
}

#[cfg(test)]
mod tests;
