//! Workflow commands of GitHub Actions, which become annotations of a pull request
//! (docs.github.com, "Workflow commands for GitHub Actions").

use super::checked::CheckedFile;
use crate::diagnostic::Severity;
use crate::i18n::{Catalogue, Message};

pub(super) fn write(files: &[CheckedFile<'_>], catalogue: &Catalogue) -> String {
    let mut out = String::new();
    for file in files {
        for diagnostic in file.diagnostics {
            let command = match diagnostic.severity {
                Severity::Error => "error",
                Severity::Warning => "warning",
                Severity::Info => "notice",
            };
            let place = &diagnostic.location;
            let mut properties = vec![format!("file={}", property(file.name))];
            if place.line > 0 {
                properties.push(format!("line={}", place.line));
                properties.push(format!("endLine={}", place.end_line));
                // Columns count on one line only.
                if place.line == place.end_line {
                    properties.push(format!("col={}", place.column));
                    properties.push(format!("endColumn={}", place.end_column));
                }
            }
            let title = catalogue.text(&Message::new(format!("{}.title", diagnostic.code)));
            properties.push(format!(
                "title={}",
                property(&format!("{} {title}", diagnostic.code))
            ));
            let mut text = catalogue.text(&diagnostic.message);
            if let Some(upstream) = &diagnostic.upstream {
                text.push_str(&format!("\n{}: {upstream}", diagnostic.component.as_str()));
            }
            if let Some(help) = &diagnostic.help {
                text.push_str(&format!("\n{}", catalogue.text(help)));
            }
            out.push_str(&format!(
                "::{command} {}::{}\n",
                properties.join(","),
                data(&text)
            ));
        }
    }
    out
}

/// Returns a text as the message of a command.
pub fn data(text: &str) -> String {
    text.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")
}

/// Returns a text as the value of a property of a command.
pub fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}
