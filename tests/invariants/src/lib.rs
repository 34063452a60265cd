//! What holds for every input. Each target is a function from bytes that panics where a statement is false. The fuzz
//! targets (`tests/fuzz`) call it with what libFuzzer makes up, an ordinary test with the corpus that came of it, and
//! `dualstack-invariants check` with a file.

#![allow(clippy::panic, reason = "a statement that is false is a panic")]

mod admit;
mod analyze;
mod common;
mod decode;
mod dictionary;
mod explain;
mod export;
mod go_values;
mod import;
mod input;
mod node_ipam;
mod paste;
mod patch;
mod read;
mod seeds;
mod share_link;

pub use dictionary::dictionary;
pub use go_values::recorded as recorded_go_values;
pub use input::Choices;
pub use seeds::seeds;

/// A statement about every input.
#[derive(Clone, Copy, Debug)]
pub struct Target {
    /// The name: that of the fuzz target, and of its folder in the corpus.
    pub name: &'static str,
    /// What is checked, in a few words.
    pub about: &'static str,
    /// Checks one input; it panics where the statement is false.
    pub check: fn(&[u8]),
}

/// Every target.
pub const TARGETS: &[Target] = &[
    Target {
        name: "read",
        about: "a text is read; what was read is written and read as the same; every place lies in the text",
        check: read::check,
    },
    Target {
        name: "decode",
        about: "a plan file is decoded; the plan is written and decoded as the same plan",
        check: decode::check,
    },
    Target {
        name: "analyze",
        about: "a plan file is analysed, twice with the same result, and reported in every format and language",
        check: analyze::check,
    },
    Target {
        name: "patch",
        about: "a fix silences its finding and brings no error; any patch gives the patched value or is refused",
        check: patch::check,
    },
    Target {
        name: "admit",
        about: "any Service over any Service in every version; what is stored is stored again unchanged",
        check: admit::check,
    },
    Target {
        name: "import",
        about: "anything is imported; the plan file that comes of it is read without an error of syntax",
        check: import::check,
    },
    Target {
        name: "explain",
        about: "log lines are explained; what was captured stands in the line",
        check: explain::check,
    },
    Target {
        name: "paste",
        about: "the page reads what is brought to it",
        check: paste::check,
    },
    Target {
        name: "share_link",
        about: "a text comes back from its link; any other link is refused within its bounds",
        check: share_link::check,
    },
    Target {
        name: "export",
        about: "any plan for every target; the files are read again, and verified as those of the plan",
        check: export::check,
    },
    Target {
        name: "node_ipam",
        about: "node blocks as intervals against a bitmap, and the lazy view against the controller",
        check: node_ipam::check,
    },
    Target {
        name: "go_values",
        about: "numbers, booleans, quotes, addresses and networks as Go reads and writes them",
        check: go_values::check,
    },
];

/// Returns the target of that name.
pub fn target(name: &str) -> Option<&'static Target> {
    TARGETS.iter().find(|target| target.name == name)
}

/// Checks one input of a target.
///
/// # Panics
/// Panics where the statement is false, and for a name that no target has.
pub fn check(name: &str, input: &[u8]) {
    let target = target(name);
    assert!(target.is_some(), "there is no target `{name}`");
    if let Some(target) = target {
        (target.check)(input);
    }
}
