//! How long a large file takes, and how much memory: `cargo run --profile measure -p dualstack-conformance --example large --
//! lint plain 60000`. What is done is one of `read`, `services`, `lint`, `text` (lint, written as text) and `diff`, or the file is
//! printed (`print`); it is of one of the kinds of `large_files`, with a number of Services or of bytes.
#![allow(clippy::print_stdout, reason = "it is for people")]

use std::time::Instant;

use dualstack_conformance::large_files::{Odd, Services};
use dualstack_core::analyze::{Analysis, AnalyzeOptions, Counts};
use dualstack_core::change::{Side, diff};
use dualstack_core::document;
use dualstack_core::report::{CheckedFile, Format, write};

fn main() {
    let words: Vec<String> = std::env::args().skip(1).collect();
    let [action, kind, size] = words.as_slice() else {
        println!("large ACTION KIND SIZE");
        return;
    };
    let size = size.parse().unwrap_or(1_000);
    let text = match (Services::named(kind), Odd::named(kind)) {
        (Some(services), _) => services.file(size),
        (None, Some(odd)) => odd.text(size),
        (None, None) => {
            println!("there is no kind {kind}");
            return;
        }
    };
    if action == "print" {
        print!("{text}");
        return;
    }
    let start = Instant::now();
    let done = run(action, &text);
    let (millis, mebibytes) = (start.elapsed().as_millis(), text.len() >> 20);
    println!(
        "{action} {kind} {size}: {mebibytes} MiB, {millis} ms, {} MiB at most; {done}",
        most_memory()
    );
}

fn run(action: &str, text: &str) -> String {
    let options = AnalyzeOptions::default();
    match action {
        "read" => {
            let stream = document::read(text);
            format!(
                "{} documents, {} findings",
                stream.documents.len(),
                stream.diagnostics.len()
            )
        }
        "services" => format!("{} Services", Analysis::of(text, &options).services().len()),
        "lint" => format!("{} findings", Analysis::of(text, &options).listed().len()),
        "text" => {
            let analysis = Analysis::of(text, &options);
            let file = CheckedFile {
                name: "large.yaml",
                text,
                diagnostics: &analysis.listed(),
            };
            let counts = Counts::of(analysis.findings());
            format!("{} bytes", write(Format::Text, &[file], counts, "en").len())
        }
        "diff" => {
            let other = text.replace("PreferDualStack", "RequireDualStack");
            let side = |text| Side::read(&[("plan.yaml", text)], 0, "en");
            match (side(text), side(&other)) {
                (Ok(old), Ok(new)) => format!("{} differences", diff(&old, &new).differences.len()),
                _ => "no plans".to_owned(),
            }
        }
        _ => format!("there is nothing called {action}"),
    }
}

/// The most memory that the process has had, in mebibytes, where the system says it.
fn most_memory() -> String {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    let kibibytes = line.and_then(|line| line.trim().strip_suffix(" kB")?.trim().parse::<u64>().ok());
    kibibytes.map_or_else(|| "?".to_owned(), |size| (size >> 10).to_string())
}
