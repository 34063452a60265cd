//! What is to be said about the texts that show how components are started: pieces that start none, and gates that no
//! version known here has.

use super::start::{Running, Unread};
use crate::diagnostic::{Diagnostic, Location, Severity};
use crate::document::codes::Code;
use crate::document::nearest;
use crate::i18n::Message;
use crate::kubernetes::Version;
use crate::kubernetes::gates::{self, GateState};

/// No component that is known here is started.
pub const NOTHING_STARTS: Code = Code::new("READ001", Severity::Error, "READ001.help");
/// A piece of text beside others starts no component.
pub const PIECE_UNREAD: Code = Code::new("READ002", Severity::Info, "READ002.help");
/// A feature gate that no version known here has.
pub const UNKNOWN_GATE: Code = Code::new("READ003", Severity::Warning, "READ003.help");

/// A component refuses what it is started with today.
pub const REFUSED_TODAY: Code = Code::new("READ004", Severity::Error, "READ004.help");

/// The most pieces that are named one by one.
const MOST_NAMED: usize = 8;

impl Running {
    /// Returns what is to be said about the texts. Never empty if no component is started.
    pub fn diagnostics(&self, version: Version) -> Vec<Diagnostic> {
        let nothing = self.start_ups.is_empty();
        let mut diagnostics: Vec<Diagnostic> = self
            .unread
            .iter()
            .take(MOST_NAMED)
            .map(|piece| unread(piece, nothing))
            .collect();
        if nothing && diagnostics.is_empty() {
            diagnostics.push(unread(
                &Unread {
                    nearest: "command-line".to_owned(),
                    ..Unread::default()
                },
                true,
            ));
        }
        diagnostics.extend(self.unknown_gates(version));
        diagnostics
    }

    fn unknown_gates(&self, version: Version) -> Vec<Diagnostic> {
        let mut told: Vec<&str> = Vec::new();
        let mut diagnostics = Vec::new();
        for start in &self.start_ups {
            let pairs = start
                .input
                .flags
                .all("feature-gates")
                .flat_map(|value| value.split(','))
                .filter_map(|pair| pair.split_once('='));
            for (name, _) in pairs {
                let name = name.trim();
                let unknown = gates::state(name, version) == GateState::Untracked;
                if !unknown || told.contains(&name) {
                    continue;
                }
                told.push(name);
                let message = match nearest(name, gates::names()) {
                    Some(near) => Message::new("READ003.near").with("nearest", near),
                    None => Message::new("READ003"),
                };
                diagnostics.push(
                    UNKNOWN_GATE.with(
                        at_line(start.origin.line),
                        message
                            .with("gate", name)
                            .with("component", start.component.as_str()),
                    ),
                );
            }
        }
        diagnostics
    }
}

fn unread(piece: &Unread, nothing: bool) -> Diagnostic {
    let code = if nothing { NOTHING_STARTS } else { PIECE_UNREAD };
    let place = match &piece.origin.file {
        Some(file) => format!("{file}:{}", piece.origin.line.max(1)),
        None => piece.origin.line.max(1).to_string(),
    };
    let message = match &piece.found {
        Some(kind) if kind == "Kustomization" => Message::new("PLAN003.kustomization"),
        Some(kind) if nothing => Message::new("READ001.kind").with("kind", kind.as_str()),
        Some(kind) => Message::new("READ002.kind").with("kind", kind.as_str()),
        None => Message::new(code.id),
    };
    let message = message
        .with("place", place)
        .with("nearest", piece.nearest.as_str());
    code.with(at_line(piece.origin.line), message)
}

fn at_line(line: usize) -> Location {
    Location {
        line,
        column: 1,
        end_line: line,
        end_column: 1,
        ..Location::default()
    }
}
