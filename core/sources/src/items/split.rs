//! A text is divided into its pieces: streams of objects, what `kubectl` prints between other things, and lines.

use std::rc::Rc;

use super::{Item, Lines, Object, Place, Text, heredoc, twice};
use crate::diagnostic::{Diagnostic, Pointer};
use crate::document::{self, Document, Node, Value, codes};

/// The pieces of a text.
#[derive(Clone, Debug, Default)]
pub struct Pieces {
    /// Each object of a stream of objects, or the lines.
    pub items: Vec<Item>,
    /// Why objects were left out: they could not be read whole.
    pub diagnostics: Vec<Diagnostic>,
}

impl Pieces {
    fn extend(&mut self, more: Pieces) {
        self.items.extend(more.items);
        self.diagnostics.extend(more.diagnostics);
    }
}

/// Returns the pieces of a text: each object of a stream of objects, or its lines.
pub fn pieces(text: &Text<'_>) -> Pieces {
    split(
        text.text.trim_start_matches('\u{feff}'),
        &Place {
            file: text.name.map(Rc::from),
            ..Place::default()
        },
    )
}

/// Returns the lines of a text that has a JSON object on each of several lines, as loggers and watches write them, each
/// with the number of lines before it. `None` for any other text.
fn json_lines(text: &str) -> Option<Vec<(usize, String)>> {
    let mut lines = text.lines().map(str::trim).filter(|line| !line.is_empty());
    let is_object = |line: &str| line.starts_with('{') && line.ends_with('}');
    let are_lines =
        lines.next().is_some_and(is_object) && lines.next().is_some_and(is_object) && lines.all(is_object);
    are_lines.then(|| {
        text.lines()
            .enumerate()
            .filter(|(_, line)| !line.trim().is_empty())
            .map(|(before, line)| (before, line.to_owned()))
            .collect()
    })
}

/// Returns the parts of `kubectl cluster-info dump`, each with the number of lines before it: JSON objects over several
/// lines one after the other, and logs between them. `None` for any other text.
fn dumped(text: &str) -> Option<Vec<(usize, String)>> {
    if text.lines().filter(|line| *line == "{").count() < 2 {
        return None;
    }
    let mut parts: Vec<(usize, String)> = Vec::new();
    let mut is_open = false;
    let mut starts = true;
    for (number, line) in text.lines().enumerate() {
        if line == "{" && !is_open {
            is_open = true;
            starts = true;
        }
        if starts {
            parts.push((number, String::new()));
            starts = false;
        }
        if let Some((_, part)) = parts.last_mut() {
            part.push_str(line);
            part.push('\n');
        }
        if line == "}" && is_open {
            is_open = false;
            starts = true;
        }
    }
    parts.retain(|(_, part)| !part.trim().is_empty());
    Some(parts)
}

/// Returns the pieces of a part of a dump. Of the logs of its containers, most are not about addresses.
fn of_dump(text: &str, place: &Place) -> Pieces {
    if text.starts_with('{') {
        return split(text, place);
    }
    Pieces {
        items: vec![Item::prose(text, place)],
        diagnostics: Vec::new(),
    }
}

/// Returns the parts of a text between `---` lines, each with the number of lines before it, if one of them is an object of
/// Kubernetes: manifests and other things that were pasted together. `None` for any other text.
fn separated(text: &str) -> Option<Vec<(usize, String)>> {
    let mut parts: Vec<(usize, String)> = vec![(0, String::new())];
    for (number, line) in text.lines().enumerate() {
        if line.trim_end() == "---" {
            parts.push((number.saturating_add(1), String::new()));
        } else if let Some((_, part)) = parts.last_mut() {
            part.push_str(line);
            part.push('\n');
        }
    }
    parts.retain(|(_, part)| !part.trim().is_empty());
    let says = |part: &str, key: &str| part.lines().any(|line| line.starts_with(key));
    let has_object = parts
        .iter()
        .any(|(_, part)| says(part, "apiVersion:") && says(part, "kind:"));
    (parts.len() > 1 && has_object).then_some(parts)
}

pub(super) fn split(text: &str, place: &Place) -> Pieces {
    let below = |parts: Vec<(usize, String)>, read: &dyn Fn(&str, &Place) -> Pieces| {
        let mut pieces = Pieces::default();
        for (before, part) in parts {
            pieces.extend(read(&part, &place.below(before)));
        }
        pieces
    };
    if let Some(files) = printed_files(text) {
        let mut pieces = Pieces::default();
        for (before, name, part) in files {
            let place = Place {
                file: Some(Rc::from(name)),
                ..place.below(before)
            };
            pieces.extend(split(&part, &place));
        }
        return pieces;
    }
    if let Some((script, documents)) = heredoc::documents(text) {
        let mut pieces = Pieces {
            items: vec![Item::prose(&script, place)],
            diagnostics: Vec::new(),
        };
        for document in documents {
            let mut place = place.below(document.before);
            if let Some(name) = document.file {
                place.file = Some(Rc::from(name));
            }
            pieces.extend(split(&document.text, &place));
        }
        return pieces;
    }
    if let Some(parts) = fenced(text) {
        let mut pieces = Pieces::default();
        for (before, part, is_code) in parts {
            let place = place.below(before);
            if is_code {
                pieces.extend(split(&part, &place));
            } else {
                pieces.items.push(Item::prose(&part, &place));
            }
        }
        return pieces;
    }
    if let Some(parts) = dumped(text) {
        return below(parts, &of_dump);
    }
    if let Some(parts) = json_lines(text).or_else(|| joined(text)) {
        return below(parts, &split);
    }
    let stream = document::read(text);
    let is_stream = !stream.documents.is_empty()
        && stream
            .documents
            .iter()
            .all(|document| looks_written(document.root()));
    if is_stream {
        return objects_of(stream, text, place);
    }
    if let Some(parts) = separated(text) {
        return below(parts, &split);
    }
    if let Some(parts) = session(text) {
        return below(parts, &output);
    }
    Pieces {
        items: vec![Item::Lines(Lines::new(text, place))],
        diagnostics: Vec::new(),
    }
}

/// Returns the files that `head`, `tail` and `export` print one after the other below lines `==> name <==`, each with the
/// number of lines before it. `None` for any other text.
fn printed_files(text: &str) -> Option<Vec<(usize, String, String)>> {
    let name = |line: &str| {
        let name = line.trim().strip_prefix("==> ")?.strip_suffix(" <==")?;
        Some(name.to_owned())
    };
    name(text.lines().find(|line| !line.trim().is_empty())?)?;
    let mut files: Vec<(usize, String, String)> = Vec::new();
    for (number, line) in text.lines().enumerate() {
        if let Some(name) = name(line) {
            files.push((number.saturating_add(1), name, String::new()));
        } else if let Some((_, _, part)) = files.last_mut() {
            part.push_str(line);
            part.push('\n');
        }
    }
    Some(files)
}

/// Returns the blocks of code of a report in Markdown and the text around them, each with the number of lines before it, and
/// whether it is a block. `None` for any other text.
fn fenced(text: &str) -> Option<Vec<(usize, String, bool)>> {
    let is_fence = |line: &str| line.trim_start().starts_with("```");
    if text.lines().filter(|line| is_fence(line)).count() < 2 {
        return None;
    }
    let mut parts: Vec<(usize, String, bool)> = vec![(0, String::new(), false)];
    for (number, line) in text.lines().enumerate() {
        if is_fence(line) {
            let is_code = parts.last().is_some_and(|(.., is_code)| !is_code);
            parts.push((number.saturating_add(1), String::new(), is_code));
        } else if let Some((_, part, _)) = parts.last_mut() {
            part.push_str(line);
            part.push('\n');
        }
    }
    parts.retain(|(_, part, _)| !part.trim().is_empty());
    Some(parts)
}

/// Returns the manifests that `cat *.yaml` joins without a line between them, each with the number of lines before it.
/// `None` for any other text.
fn joined(text: &str) -> Option<Vec<(usize, String)>> {
    let mut parts: Vec<(usize, String)> = vec![(0, String::new())];
    let mut has_version = false;
    let mut is_joined = false;
    for (number, line) in text.lines().enumerate() {
        if line.trim_end() == "---" {
            has_version = false;
        } else if line.starts_with("apiVersion:") {
            if has_version {
                parts.push((number, String::new()));
                is_joined = true;
            }
            has_version = true;
        }
        if let Some((_, part)) = parts.last_mut() {
            part.push_str(line);
            part.push('\n');
        }
    }
    is_joined.then_some(parts)
}

/// What keeps an object from being read whole. What it leaves out is not known then.
const BREAKS: [&str; 5] = [
    codes::SYNTAX.id,
    codes::TOO_LARGE.id,
    codes::TOO_DEEP.id,
    codes::TEMPLATE.id,
    codes::TOO_MUCH.id,
];

/// Returns the objects of a stream, without those that could not be read whole.
fn objects_of(stream: document::Stream, text: &str, place: &Place) -> Pieces {
    let breaks = |found: &Diagnostic| BREAKS.contains(&found.code);
    let mut diagnostics = stream.diagnostics;
    diagnostics.retain(|found| breaks(found) || found.code == codes::DUPLICATE_KEY.id);
    let as_read = diagnostics.clone();
    for found in &mut diagnostics {
        let location = &mut found.location;
        location.file = place.file.as_deref().map(str::to_owned);
        location.line = location.line.saturating_add(place.lines_before);
        location.end_line = location.end_line.saturating_add(place.lines_before);
    }
    let is_broken = |document: &Document| {
        let mut own = diagnostics
            .iter()
            .filter(|found| found.location.document == document.index());
        own.any(breaks)
    };
    let is_object = |document: &Document| {
        document.root().get("kind").is_some() && document.root().get("apiVersion").is_some()
    };
    if stream
        .documents
        .iter()
        .any(|document| is_broken(document) && !is_object(document))
    {
        // Other texts may begin like YAML.
        let lines = Lines {
            why: diagnostics,
            ..Lines::new(text, place)
        };
        return Pieces {
            items: vec![Item::Lines(lines)],
            diagnostics: Vec::new(),
        };
    }
    let mut items = Vec::new();
    for document in stream.documents {
        if !is_broken(&document) {
            let duplicate_keys = twice::of_document(&as_read, document.index(), text);
            let document = Whole {
                document: Rc::new(document),
                duplicate_keys,
            };
            objects(&document, Pointer::root(), place, None, &mut items);
        }
    }
    Pieces { items, diagnostics }
}

/// What stands between a prompt and its command: of Bash and Zsh, of root, of the C shell's heirs, of themes, and of
/// Windows.
const SIGNS: [&str; 6] = ["$ ", "# ", "% ", "❯ ", "➜ ", "> "];

/// Commands whose output is read: behind a sign, they make a line that of a prompt, whatever stands before the sign.
const COMMANDS: [&str; 27] = [
    "sudo",
    "kubectl",
    "k",
    "oc",
    "kubeadm",
    "k3s",
    "rke2",
    "k0s",
    "k0sctl",
    "k3d",
    "kind",
    "minikube",
    "microk8s",
    "talosctl",
    "helm",
    "cilium",
    "calicoctl",
    "cat",
    "ps",
    "journalctl",
    "systemctl",
    "crictl",
    "docker",
    "grep",
    "aws",
    "gcloud",
    "az",
];

/// The longest prompt before a sign.
const LONGEST_PROMPT: usize = 60;

/// Returns whether a text before a sign names a user and a host: `root@cp-1:~`, `[root@cp-1 ~]`.
fn names_host(prompt: &str) -> bool {
    prompt.contains('@') && !prompt.contains(' ') || prompt.starts_with('[') && prompt.ends_with(']')
}

/// Returns whether a line is the prompt of a shell with a command: `$ kubectl …`, `root@cp-1:~# kubectl …`.
fn is_prompt(line: &str) -> bool {
    let line = line.trim_start();
    SIGNS.iter().any(|sign| {
        let Some((prompt, command)) = line.split_once(sign) else {
            return false;
        };
        let first = command.split_whitespace().next().unwrap_or_default();
        let is_known = prompt.len() <= LONGEST_PROMPT && COMMANDS.contains(&first);
        let is_plain =
            prompt.is_empty() && *sign == "$ " || names_host(prompt) && matches!(*sign, "$ " | "# ");
        !first.is_empty() && (is_known || is_plain)
    })
}

/// Returns whether a line is a prompt behind which nothing was typed: `[root@cp-1 ~]#`.
fn is_bare_prompt(line: &str) -> bool {
    let line = line.trim();
    let prompt = line.strip_suffix(['$', '#', '%', '❯', '>']);
    line == "$" || prompt.is_some_and(|prompt| names_host(prompt.trim_end()))
}

/// What `helm get values` prints above the values.
const HEADINGS: [&str; 2] = ["USER-SUPPLIED VALUES:", "COMPUTED VALUES:"];

/// Returns the commands of a terminal with their output, each with the number of lines before it. `None` for any other
/// text.
fn session(text: &str) -> Option<Vec<(usize, String)>> {
    let starts = |line: &str| is_prompt(line) || HEADINGS.contains(&line.trim());
    text.lines().find(|line| starts(line))?;
    let mut parts: Vec<(usize, String)> = Vec::new();
    for (number, line) in text.lines().enumerate() {
        if parts.is_empty() || is_prompt(line) {
            parts.push((number, String::new()));
        }
        if let Some((_, part)) = parts.last_mut() {
            // A prompt that waits is no part of the output before it.
            if !is_bare_prompt(line) {
                part.push_str(line);
            }
            part.push('\n');
        }
    }
    Some(parts)
}

/// Returns the objects that a command prints, or its lines together with those of its output.
fn output(text: &str, place: &Place) -> Pieces {
    let mut behind = text;
    let mut before = 0usize;
    let mut goes_on = false;
    while let Some((line, rest)) = behind.split_once('\n') {
        let is_command = is_prompt(line) || goes_on || HEADINGS.contains(&line.trim());
        if !is_command {
            break;
        }
        goes_on = line.trim_end().ends_with('\\');
        behind = rest;
        before = before.saturating_add(1);
    }
    let printed = split_printed(behind, place, before);
    printed.unwrap_or_else(|| Pieces {
        items: vec![Item::Lines(Lines::new(text, place))],
        diagnostics: Vec::new(),
    })
}

/// Returns the pieces of what a command printed if they are objects.
fn split_printed(text: &str, place: &Place, before: usize) -> Option<Pieces> {
    if text.trim().is_empty() || before == 0 {
        return None;
    }
    let pieces = split(text, &place.below(before));
    let are_objects =
        pieces.items.iter().any(|item| item.object().is_some()) || !pieces.diagnostics.is_empty();
    are_objects.then_some(pieces)
}

/// Returns whether a root is an object that somebody wrote, and not a log line or an INI file that happens to be YAML:
/// its keys are words.
fn looks_written(root: &Node) -> bool {
    match &root.value {
        Value::Mapping(entries) => entries.iter().all(|entry| {
            entry
                .key
                .bytes()
                .all(|c| c.is_ascii_alphanumeric() || matches!(c, b'_' | b'-' | b'.' | b'/' | b'$' | b'+'))
        }),
        // `aws eks describe…`, and what jq prints.
        Value::Sequence(items) => items.first().is_some_and(Node::is_mapping),
        _ => false,
    }
}

/// A document that was read whole.
struct Whole {
    document: Rc<Document>,
    /// See [`Object::duplicate_keys`].
    duplicate_keys: Rc<[String]>,
}

fn objects(
    whole: &Whole,
    pointer: Pointer,
    place: &Place,
    listed: Option<Rc<(String, String)>>,
    items: &mut Vec<Item>,
) {
    let Some(node) = whole.document.at(&pointer) else {
        return;
    };
    let kind = node.get("kind").and_then(Node::as_str).unwrap_or_default();
    let list = match &node.value {
        Value::Sequence(entries) => Some((entries, pointer.clone())),
        Value::Mapping(_) if kind.ends_with("List") => match node.get("items").map(|items| &items.value) {
            Some(Value::Sequence(entries)) => Some((entries, pointer.key("items"))),
            _ => None,
        },
        _ => None,
    };
    match list {
        Some((entries, at)) => {
            // `NodeList`: its entries are Nodes. A `List` says nothing of its entries.
            let of = kind.strip_suffix("List").filter(|of| !of.is_empty()).map(|of| {
                let version = node.get("apiVersion").and_then(Node::text).unwrap_or_default();
                Rc::new((of.to_owned(), version.to_owned()))
            });
            for index in 0..entries.len() {
                objects(whole, at.index(index), place, of.clone(), items);
            }
        }
        None => items.push(Item::Object(Object {
            place: place.clone(),
            document: Rc::clone(&whole.document),
            pointer,
            listed,
            duplicate_keys: Rc::clone(&whole.duplicate_keys),
        })),
    }
}
