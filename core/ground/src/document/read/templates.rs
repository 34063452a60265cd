//! Templates in the place of manifests: texts of Helm, Jinja or Jsonnet, or with shell variables, which become YAML only when they are rendered.
//! Each is named for what it is, in place of the errors that reading it as YAML gives.

use super::Reader;
use crate::diagnostic::Pointer;
use crate::document::{Span, codes, location};
use crate::i18n::Message;

/// Returns the language of a template and the offset at which it shows. `None` if nothing in the text is of a template.
///
/// ```
/// use dualstack_ground::document::template;
/// assert_eq!(template("name: {{ include \"app.fullname\" . }}"), Some(("helm", 6)));
/// assert_eq!(template("clusterIP: {{ cluster_ip }}"), Some(("jinja", 11)));
/// assert_eq!(template("port: ${PORT}"), Some(("variables", 6)));
/// assert_eq!(template("a: {b: {c: 1}}"), None);
/// ```
pub fn template(text: &str) -> Option<(&'static str, usize)> {
    if let Some(at) = text.find("{%") {
        return Some(("jinja", at));
    }
    let action = text
        .find("{{")
        .filter(|at| text.get(at + 2..).is_some_and(|behind| behind.contains("}}")));
    if let Some(at) = action {
        return Some((if is_helm(text) { "helm" } else { "jinja" }, at));
    }
    if let Some(at) = variable(text) {
        return Some(("variables", at));
    }
    let code = text.trim_start_matches(['\u{feff}', '-', '.', ' ', '\t', '\r', '\n']);
    let at = text.len() - code.len();
    let jsonnet = [
        code.starts_with("local ") && code.contains('='),
        code.starts_with("(import ") || code.starts_with("import \'") || code.starts_with("import \""),
        code.starts_with("std.") || code.starts_with("function("),
        code.starts_with('{') && (code.contains("::") && code.contains("//") || code.contains("$._config")),
    ];
    jsonnet.contains(&true).then_some(("jsonnet", at))
}

/// Returns the offset of a `${NAME}` as shells and envsubst fill it in.
fn variable(text: &str) -> Option<usize> {
    text.match_indices("${").map(|(at, _)| at).find(|at| {
        let behind = text.get(at + 2..).unwrap_or_default();
        behind.split_once('}').is_some_and(|(name, _)| {
            let name = name.split_once(':').map_or(name, |(name, _)| name);
            name.starts_with(|c: char| c.is_ascii_alphabetic() || c == '_')
                && name.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'_')
        })
    })
}

/// Words of Go templates that Jinja does not have.
const OF_HELM: &[&str] = &[
    "{{ .",
    "{{- .",
    "{{.",
    "{{-.",
    ".Values",
    ".Release",
    ".Chart",
    "include \"",
    "template \"",
    "nindent",
    "toYaml",
    "{{- if",
    "{{ if",
    "{{- end",
    "{{ end",
    "{{- with",
    "{{- range",
    "{{/*",
    "{{- /*",
    "{{ $",
    "{{- $",
    "{{- define",
];

fn is_helm(text: &str) -> bool {
    OF_HELM.iter().any(|word| text.contains(word))
}

impl Reader {
    /// Replaces the errors in documents that are templates by one that says so. Several of them in one text are one
    /// mistake.
    pub(super) fn name_templates(&mut self) {
        let mut named = false;
        for index in 0..=self.count {
            if !self
                .diagnostics
                .iter()
                .any(|found| found.location.document == index)
            {
                continue;
            }
            let start = self.starts.get(index).copied().unwrap_or_default();
            let end = self.starts.get(index + 1).copied();
            let text = self.source.text();
            let part = text.get(start..end.unwrap_or(text.len())).unwrap_or_default();
            let Some((language, at)) = template(part) else {
                continue;
            };
            let first = self
                .diagnostics
                .iter()
                .position(|found| found.location.document == index)
                .unwrap_or_default();
            self.diagnostics.retain(|found| found.location.document != index);
            for document in self
                .documents
                .iter_mut()
                .filter(|document| document.index == index)
            {
                document.complete = false;
                document.cut = true;
            }
            if !named {
                named = true;
                let at = start + at;
                let place = location(&self.source, index, Pointer::root(), Span { start: at, end: at });
                let id = codes::TEMPLATE.id;
                let mut finding = codes::TEMPLATE.with(place, Message::new(format!("{id}.{language}")));
                finding.help = Some(Message::new(format!("{id}.help-{language}")));
                self.diagnostics.insert(first, finding);
            }
        }
    }
}
