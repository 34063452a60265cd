//! Random trees, printed in random styles with comments, and random patches.

use proptest::prelude::*;
use serde_json::{Map, Value as Json};

use crate::diagnostic::{PatchOperation, Pointer};
use crate::document::patch::apply;
use crate::document::{read, to_json, write};

const NASTY: &[&str] = &[
    "",
    " x",
    "x ",
    "on",
    "y",
    "no",
    "~",
    "null",
    "1.30",
    "0777",
    "1_000",
    "1e3",
    ".5",
    "12:30:45",
    "1:2:3:4:5:6:7:8",
    "2001:db8::",
    "fd00::/8",
    "10.0.0.0/8",
    "2001-01-01",
    "=",
    "<<",
    "-",
    "- a",
    "? b",
    "a: b",
    "k:",
    "# x",
    "a # b",
    "a#b",
    "[a",
    "]",
    "{",
    "a,b",
    "'q'",
    "\"q\"",
    "\\n",
    "%a",
    "@",
    "`",
    "!x",
    "&a",
    "*a",
    "|",
    ">",
    "x\ny",
    "x\n",
    "\n",
    "multi\n\n  line\n\n",
    "\ttab",
    "é",
    "日本",
    "\u{7f}",
    "\u{85}",
    "\u{2028}",
    "\u{feff}",
    "😀",
    "---",
    "--- a",
    "...",
    "a\r\nb",
    "0x1F",
    "0b1",
    "true",
    "a'b",
    "：",
    "a\\b",
    "\u{0}",
];

fn text() -> impl Strategy<Value = String> {
    prop_oneof![
        4 => proptest::sample::select(NASTY).prop_map(str::to_owned),
        3 => "[a-z]{1,6}",
        1 => any::<String>(),
    ]
}

fn value() -> impl Strategy<Value = Json> {
    let leaf = prop_oneof![
        1 => Just(Json::Null),
        1 => any::<bool>().prop_map(Json::from),
        2 => any::<i64>().prop_map(Json::from),
        1 => any::<u64>().prop_map(Json::from),
        1 => (any::<i32>(), 1_u8..9).prop_map(|(whole, part)| Json::from(f64::from(whole) + f64::from(part) / 10.0)),
        6 => text().prop_map(Json::from),
    ];
    leaf.prop_recursive(4, 24, 4, |inner| {
        prop_oneof![
            proptest::collection::vec(inner.clone(), 0..4).prop_map(Json::from),
            proptest::collection::vec((text(), inner), 0..4)
                .prop_map(|entries| Json::Object(entries.into_iter().collect::<Map<_, _>>())),
        ]
    })
}

/// Decisions of the printer, all from one number.
struct Dice(u64);

impl Dice {
    fn roll(&mut self, sides: usize) -> usize {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).unwrap() % sides
    }
}

/// Prints a tree as a person might: block and flow, comments, blank lines, all quotes.
struct Printer {
    dice: Dice,
    out: String,
    /// Each comment and the pointer of what it is about.
    comments: Vec<(String, Pointer)>,
    step: usize,
}

impl Printer {
    fn print(value: &Json, seed: u64) -> Printer {
        let mut dice = Dice(seed);
        let step = [2, 2, 4][dice.roll(3)];
        let mut printer = Printer {
            dice,
            out: String::new(),
            comments: Vec::new(),
            step,
        };
        match value {
            Json::Object(members) if !members.is_empty() && printer.dice.roll(6) > 0 => {
                printer.mapping(members, 0, false, &Pointer::root());
            }
            Json::Array(items) if !items.is_empty() && printer.dice.roll(6) > 0 => {
                printer.sequence(items, 0, false, &Pointer::root());
            }
            value => {
                printer.flow(value);
                printer.out.push('\n');
            }
        }
        printer
    }

    fn comment(&mut self, about: &Pointer) -> String {
        let comment = format!("# comment-{}-", self.comments.len());
        self.comments.push((comment.clone(), about.clone()));
        comment
    }

    fn own_lines(&mut self, indent: usize, about: &Pointer) {
        if self.dice.roll(4) == 0 {
            self.out.push('\n');
        }
        if self.dice.roll(4) == 0 {
            let comment = self.comment(about);
            self.out.push_str(&format!("{}{comment}\n", " ".repeat(indent)));
        }
    }

    fn end_line(&mut self, about: &Pointer) {
        if self.dice.roll(4) == 0 {
            let comment = self.comment(about);
            self.out
                .push_str(&format!("{}{comment}", " ".repeat(1 + self.dice.roll(3))));
        }
        self.out.push('\n');
    }

    fn mapping(&mut self, members: &Map<String, Json>, indent: usize, first_inline: bool, at: &Pointer) {
        for (index, (key, value)) in members.iter().enumerate() {
            let place = at.key(key);
            if index > 0 || !first_inline {
                self.own_lines(indent, &place);
                self.out.push_str(&" ".repeat(indent));
            }
            let key = match self.dice.roll(3) {
                0 => write::double_quoted(key),
                _ => write::key(key, false),
            };
            self.out.push_str(&key);
            self.out.push(':');
            match value {
                Json::Object(inner) if !inner.is_empty() && self.dice.roll(3) > 0 => {
                    self.end_line(&place);
                    self.mapping(inner, indent + self.step, false, &place);
                }
                Json::Array(inner) if !inner.is_empty() && self.dice.roll(3) > 0 => {
                    self.end_line(&place);
                    let deeper = if self.dice.roll(2) == 0 { self.step } else { 0 };
                    self.sequence(inner, indent + deeper, false, &place);
                }
                value => self.inline(value, indent, &place),
            }
        }
    }

    fn sequence(&mut self, items: &[Json], indent: usize, first_inline: bool, at: &Pointer) {
        for (index, value) in items.iter().enumerate() {
            let place = at.index(index);
            if index > 0 || !first_inline {
                self.own_lines(indent, &place);
                self.out.push_str(&" ".repeat(indent));
            }
            self.out.push('-');
            match value {
                Json::Object(inner) if !inner.is_empty() && self.dice.roll(3) > 0 => {
                    self.out.push(' ');
                    self.mapping(inner, indent + 2, true, &place);
                }
                Json::Array(inner) if !inner.is_empty() && self.dice.roll(3) > 0 => {
                    self.out.push(' ');
                    self.sequence(inner, indent + 2, true, &place);
                }
                value => self.inline(value, indent, &place),
            }
        }
    }

    /// What stands behind a `:` or `-`, to the end of its line.
    fn inline(&mut self, value: &Json, indent: usize, at: &Pointer) {
        match value {
            Json::Null if self.dice.roll(2) == 0 => {}
            Json::String(text)
                if text.starts_with(|c: char| c.is_ascii_lowercase())
                    && text.ends_with('\n')
                    && text.chars().all(|c| c == '\n' || c.is_ascii_lowercase()) =>
            {
                let keep = if text.ends_with("\n\n") { "+" } else { "" };
                self.out.push_str(&format!(" |{keep}"));
                self.end_line(at);
                for line in text.strip_suffix('\n').unwrap().split('\n') {
                    let indent = if line.is_empty() { 0 } else { indent + 2 };
                    self.out.push_str(&format!("{}{line}\n", " ".repeat(indent)));
                }
                return;
            }
            value => {
                self.out.push(' ');
                self.flow(value);
            }
        }
        self.end_line(at);
    }

    fn flow(&mut self, value: &Json) {
        let (open, close) = [("", ""), (" ", " "), ("", "")][self.dice.roll(3)].to_owned();
        match value {
            Json::Array(items) => {
                self.out.push_str(&format!("[{open}"));
                for (index, item) in items.iter().enumerate() {
                    self.out.push_str(if index > 0 { ", " } else { "" });
                    self.flow(item);
                }
                if !items.is_empty() && self.dice.roll(6) == 0 {
                    self.out.push(',');
                }
                self.out.push_str(&format!("{close}]"));
            }
            Json::Object(members) => {
                self.out.push_str(&format!("{{{open}"));
                for (index, (key, value)) in members.iter().enumerate() {
                    self.out.push_str(if index > 0 { ", " } else { "" });
                    self.out.push_str(&write::key(key, true));
                    self.out.push_str(": ");
                    self.flow(value);
                }
                self.out.push_str(&format!("{close}}}"));
            }
            Json::String(text) => {
                let quoted = match self.dice.roll(3) {
                    0 => write::single_quoted(text),
                    1 => write::plain(text, true),
                    _ => None,
                };
                self.out
                    .push_str(&quoted.unwrap_or_else(|| write::double_quoted(text)));
            }
            scalar => self.out.push_str(&scalar.to_string()),
        }
    }
}

/// Every place of a tree.
fn places(value: &Json, at: &Pointer, found: &mut Vec<Pointer>) {
    found.push(at.clone());
    match value {
        Json::Array(items) => items
            .iter()
            .enumerate()
            .for_each(|(i, item)| places(item, &at.index(i), found)),
        Json::Object(members) => members
            .iter()
            .for_each(|(key, value)| places(value, &at.key(key), found)),
        _ => {}
    }
}

fn operation(tree: &Json, dice: &mut Dice, value: Json, name: &str) -> PatchOperation {
    let mut found = Vec::new();
    places(tree, &Pointer::root(), &mut found);
    let place = found[dice.roll(found.len())].clone();
    match (dice.roll(3), tree.pointer(place.as_str()).unwrap()) {
        (0, Json::Array(items)) => {
            let index = dice.roll(items.len() + 2);
            let path = if index > items.len() {
                place.key("-")
            } else {
                place.index(index)
            };
            PatchOperation::Add { path, value }
        }
        (0, Json::Object(_)) => PatchOperation::Add {
            path: place.key(name),
            value,
        },
        (1, _) if place != Pointer::root() => PatchOperation::Remove { path: place },
        _ => PatchOperation::Replace { path: place, value },
    }
}

/// The operation, done with `serde_json` alone.
fn patched(tree: &mut Json, operation: &PatchOperation) {
    match operation {
        PatchOperation::Replace { path, value } => *tree.pointer_mut(path.as_str()).unwrap() = value.clone(),
        PatchOperation::Add { path, value } => {
            let (parent, name) = path.split_last().unwrap();
            match tree.pointer_mut(parent.as_str()).unwrap() {
                Json::Array(items) => {
                    let index = name.parse().unwrap_or(items.len());
                    items.insert(index, value.clone());
                }
                Json::Object(members) => {
                    members.insert(name, value.clone());
                }
                _ => unreachable!(),
            }
        }
        PatchOperation::Remove { path } => {
            let (parent, name) = path.split_last().unwrap();
            match tree.pointer_mut(parent.as_str()).unwrap() {
                Json::Array(items) => {
                    items.remove(name.parse().unwrap());
                }
                Json::Object(members) => {
                    members.shift_remove(&name);
                }
                _ => unreachable!(),
            }
        }
    }
}

fn is_touched(place: &Pointer, operation: &PatchOperation) -> bool {
    match operation {
        PatchOperation::Add { path, .. }
        | PatchOperation::Replace { path, .. }
        | PatchOperation::Remove { path } => place == path || place.as_str().starts_with(&format!("{path}/")),
    }
}

proptest! {
    #[test]
    fn what_is_written_is_read_back(tree in value()) {
        for text in [write::to_yaml(&tree), write::to_json_pretty(&tree)] {
            let stream = read(&text);
            prop_assert_eq!(&stream.diagnostics, &[], "{}", text);
            // A document that is nothing but null counts as one.
            let json = stream.documents.first().map_or(Json::Null, |document| to_json(document.root()));
            prop_assert_eq!(&json, &tree, "{}", text);
        }
        let both = write::to_yaml_documents(&[tree.clone(), tree.clone()]);
        prop_assert_eq!(read(&both).documents.len(), if tree.is_null() { read(&both).documents.len() } else { 2 });
    }

    #[test]
    fn the_printer_of_these_tests_prints_what_it_is_given(tree in value(), seed in any::<u64>()) {
        let printed = Printer::print(&tree, seed);
        let stream = read(&printed.out);
        prop_assert_eq!(&stream.diagnostics, &[], "{}", printed.out);
        prop_assert_eq!(to_json(stream.documents[0].root()), tree, "{}", printed.out);
    }

    #[test]
    fn a_patched_text_reads_as_the_patched_value(
        tree in value(),
        seed in any::<u64>(),
        changes in proptest::collection::vec((value(), text()), 1..4),
    ) {
        let printed = Printer::print(&tree, seed);
        let mut dice = Dice(seed.rotate_left(17));
        let mut expected = tree;
        let mut operations = Vec::new();
        let mut comments = printed.comments;
        for (value, name) in changes {
            let operation = operation(&expected, &mut dice, value, &name);
            patched(&mut expected, &operation);
            // Places behind an entry that comes or goes are no longer the same ones.
            comments.retain(|(_, place)| !is_touched(place, &operation));
            operations.push(operation);
            if dice.roll(2) == 0 {
                break;
            }
            comments.clear();
        }
        let before = "# first\na: {b: 1}\n---\n";
        let behind = "---\n# last\n- x # y\n...\n";
        let text = [before, &printed.out, behind].concat();
        let result = apply(&text, 1, &operations);
        prop_assert!(result.is_ok(), "{:?}:\n{}\n{:?}", result, text, operations);
        let result = result.unwrap();
        let part = result.text.strip_prefix(before).and_then(|rest| rest.strip_suffix(behind));
        prop_assert!(part.is_some(), "{}", result.text);
        let stream = read(&result.text);
        prop_assert_eq!(&stream.diagnostics, &[]);
        prop_assert_eq!(to_json(stream.document(1).unwrap().root()), expected, "{}\n{:?}\n{}", text, operations, result.text);
        prop_assert!(!result.rewritten, "written anew:\n{}\n{:?}\n{}", text, operations, result.text);
        for (comment, _) in &comments {
            prop_assert!(result.text.contains(comment.as_str()), "{} is lost:\n{}\n{:?}\n{}", comment, text, operations, result.text);
        }
    }

    #[test]
    fn patched_json_is_json(tree in value(), seed in any::<u64>(), new in value(), name in text()) {
        let mut dice = Dice(seed);
        let text = if dice.roll(2) == 0 { tree.to_string() } else { serde_json::to_string_pretty(&tree).unwrap() };
        // Characters that JSON allows and YAML does not are refused when read.
        let filled = |value: &Json| value.is_object() || value.is_array();
        if !read(&text).diagnostics.is_empty() || !filled(&tree) {
            return Ok(());
        }
        let operation = operation(&tree, &mut dice, new, &name);
        let mut expected = tree;
        patched(&mut expected, &operation);
        let result = apply(&text, 0, std::slice::from_ref(&operation)).unwrap();
        // A JSON document that is one bare word is a YAML one.
        if filled(&expected) {
            prop_assert_eq!(serde_json::from_str::<Json>(&result.text).ok(), Some(expected), "{}\n{:?}\n{}", text, operation, result.text);
            prop_assert!(!result.rewritten, "{}\n{:?}\n{}", text, operation, result.text);
        }
    }
    #[test]
    fn patches_of_any_text_are_right_or_refused(
        text in "([-?:,\\[\\]{}#&*!|>'\"% \t\r\n]|[a-c0-9.]|---|: |- |\n  |\n- |\na: |\n  b: |<<|!!str|é|\u{feff}){0,40}",
        seed in any::<u64>(),
        new in value(),
        name in text(),
    ) {
        let stream = read(&text);
        let mut dice = Dice(seed);
        if stream.documents.is_empty() {
            return Ok(());
        }
        let document = &stream.documents[dice.roll(stream.documents.len())];
        let mut expected = to_json(document.root());
        let operation = operation(&expected, &mut dice, new, &name);
        patched(&mut expected, &operation);
        let result = apply(&text, document.index(), std::slice::from_ref(&operation));
        prop_assert!(result.is_ok() || !document.is_complete(), "{:?}: {:?}\n{:?}", result, text, operation);
        if let Ok(result) = result {
            let range = document.range();
            prop_assert!(result.text.starts_with(&text[..range.start]) && result.text.ends_with(&text[range.end..]));
            let again = read(&result.text);
            let root = again.document(document.index()).map_or(Json::Null, |document| to_json(document.root()));
            prop_assert_eq!(root, expected, "{:?}\n{:?}\n{:?}", text, operation, result.text);
        }
    }
}
