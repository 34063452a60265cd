//! JUnit XML: a file is a suite, an error or warning is a failed test, an information is a test that passes.

use std::fmt::Write as _;

use super::checked::CheckedFile;
use crate::diagnostic::{Diagnostic, Severity};
use crate::i18n::{Catalogue, Message};

pub(super) fn write(files: &[CheckedFile<'_>], catalogue: &Catalogue) -> String {
    let failed = |file: &CheckedFile<'_>| file.diagnostics.iter().filter(|found| fails(found)).count();
    let tests = |file: &CheckedFile<'_>| file.diagnostics.len().max(1);
    let mut out = format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites name=\"dualstack lint\" tests=\"{}\" failures=\"{}\">\n",
        files.iter().map(tests).sum::<usize>(),
        files.iter().map(failed).sum::<usize>()
    );
    for file in files {
        // Writing to a string does not fail.
        let _ = writeln!(
            out,
            "  <testsuite name=\"{}\" tests=\"{}\" failures=\"{}\">",
            escape(file.name),
            tests(file),
            failed(file)
        );
        if file.diagnostics.is_empty() {
            let message = Message::new("lint-nothing").with("file", file.name);
            let _ = writeln!(
                out,
                "    <testcase name=\"{}\"/>",
                escape(&catalogue.text(&message))
            );
        }
        for diagnostic in file.diagnostics {
            test_case(&mut out, file.name, diagnostic, catalogue);
        }
        out.push_str("  </testsuite>\n");
    }
    out.push_str("</testsuites>\n");
    out
}

fn fails(diagnostic: &Diagnostic) -> bool {
    diagnostic.severity != Severity::Info
}

fn test_case(out: &mut String, file: &str, diagnostic: &Diagnostic, catalogue: &Catalogue) {
    let place = &diagnostic.location;
    let message = catalogue.text(&diagnostic.message);
    let mut text = vec![format!(
        "{file}:{}:{} {}",
        place.line, place.column, place.pointer
    )];
    text.extend(
        diagnostic
            .upstream
            .as_ref()
            .map(|upstream| format!("{}: {upstream}", diagnostic.component.as_str())),
    );
    text.extend(diagnostic.help.as_ref().map(|help| catalogue.text(help)));
    let text = escape(&text.join("\n"));
    let _ = writeln!(
        out,
        "    <testcase name=\"{}\" classname=\"{}\" file=\"{}\" line=\"{}\">",
        escape(&format!("{} {message}", diagnostic.location.pointer)),
        diagnostic.code,
        escape(file),
        place.line
    );
    let severity = diagnostic.severity.as_str();
    let _ = if fails(diagnostic) {
        writeln!(
            out,
            "      <failure type=\"{severity}\" message=\"{}\">{text}</failure>",
            escape(&message)
        )
    } else {
        writeln!(out, "      <system-out>{}\n{text}</system-out>", escape(&message))
    };
    out.push_str("    </testcase>\n");
}

/// Returns a text for XML 1.0; characters that it cannot hold are replaced.
fn escape(text: &str) -> String {
    text.chars().fold(String::new(), |mut out, c| {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\n' => out.push_str("&#10;"),
            '\t' => out.push(c),
            '\u{fffe}' | '\u{ffff}' => out.push('\u{fffd}'),
            c if c.is_control() => out.push('\u{fffd}'),
            c => out.push(c),
        }
        out
    })
}
