//! Blocks of HCL with the values that are written out in them. What only Terraform can compute is no value here.

use crate::items::Lines;

/// A value of a block.
pub(super) struct Attribute {
    /// The name, below the names of the blocks inside of its block: `network_profile/pod_cidrs`.
    pub(super) path: String,
    /// The value, or the entries of a list.
    pub(super) values: Vec<String>,
    /// The line.
    pub(super) line: usize,
}

/// A block at the left edge: `resource "aws_vpc" "main" { … }`.
pub(super) struct Block {
    /// Its words without quotes: `resource`, `aws_vpc`, `main`.
    pub(super) words: Vec<String>,
    /// The line that it begins in.
    pub(super) line: usize,
    pub(super) attributes: Vec<Attribute>,
}

impl Block {
    /// Returns a value by its path.
    pub(super) fn get(&self, path: &str) -> Option<&Attribute> {
        self.attributes.iter().find(|attribute| attribute.path == path)
    }

    /// Returns the first value of an attribute.
    pub(super) fn text(&self, path: &str) -> Option<&str> {
        self.get(path)?.values.first().map(String::as_str)
    }
}

/// Returns the blocks of some lines.
pub(super) fn blocks(lines: &Lines) -> Vec<Block> {
    let mut blocks: Vec<Block> = Vec::new();
    // The names of the blocks and of the maps that are open, the outermost first.
    let mut open: Vec<String> = Vec::new();
    let mut list: Option<(String, Vec<String>, usize)> = None;
    for (line, text) in lines.lines() {
        let text = text.trim();
        if let Some((path, values, begun)) = &mut list {
            let (part, ends) = match text.split_once(']') {
                Some((part, _)) => (part, true),
                None => (text, false),
            };
            values.extend(literals(part).unwrap_or_default());
            if ends {
                if let Some(block) = blocks.last_mut() {
                    block.attributes.push(Attribute {
                        path: std::mem::take(path),
                        values: std::mem::take(values),
                        line: *begun,
                    });
                }
                list = None;
            }
            continue;
        }
        if text.starts_with(['#', '/']) {
            continue;
        }
        if text == "}" || text == "})" || text == "}," {
            open.pop();
            continue;
        }
        if let Some(head) = text.strip_suffix('{') {
            let words: Vec<String> = head
                .split_whitespace()
                .map(|word| word.trim_matches(['"', '=']).to_owned())
                .filter(|word| !word.is_empty())
                .collect();
            let name = words.first().cloned().unwrap_or_default();
            if open.is_empty() {
                blocks.push(Block {
                    words,
                    line,
                    attributes: Vec::new(),
                });
            }
            open.push(name);
            continue;
        }
        let (Some((name, value)), Some(block)) = (text.split_once('='), blocks.last_mut()) else {
            continue;
        };
        if open.is_empty() {
            continue;
        }
        let inner = open.iter().skip(1).map(String::as_str);
        let path: Vec<&str> = inner.chain([name.trim()]).collect();
        let path = path.join("/");
        let value = value.trim();
        match value.strip_prefix('[') {
            Some(rest) if !rest.contains(']') => {
                list = Some((path, literals(rest).unwrap_or_default(), line));
            }
            rest => {
                let value = rest.and_then(|rest| rest.split(']').next()).unwrap_or(value);
                if let Some(values) = literals(value) {
                    block.attributes.push(Attribute { path, values, line });
                }
            }
        }
    }
    blocks
}

/// Returns the texts, numbers and switches between commas. `None` if something else is among them.
fn literals(text: &str) -> Option<Vec<String>> {
    let without_comment = text.split(" #").next().unwrap_or(text);
    without_comment
        .split(',')
        .map(str::trim)
        .filter(|part| !part.is_empty())
        .map(
            |part| match part.strip_prefix('"').and_then(|rest| rest.strip_suffix('"')) {
                Some(quoted) => (!quoted.contains("${")).then(|| quoted.to_owned()),
                None => part
                    .chars()
                    .all(|c| c.is_ascii_digit())
                    .then(|| part.to_owned())
                    .or_else(|| matches!(part, "true" | "false").then(|| part.to_owned())),
            },
        )
        .collect()
}
