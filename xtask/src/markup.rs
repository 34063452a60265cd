//! No markup and no code is made of a text in what is shipped: the page demands Trusted Types, and whoever puts the element
//! into a page may do so too.

use std::fs;

use crate::command::Cmd;
use crate::error::{Context as _, Result, fail};
use crate::workspace::root;

/// What is shipped to browsers or writes what they show.
const SHIPPED: &str = "web core pkg/src pkg/embed pkg/scripts docs/site/assets";

/// What makes elements or code of a text, in JavaScript and by the names that Rust has for it (web-sys, js-sys, yew).
const SINKS: [&str; 22] = [
    ".innerHTML",
    ".outerHTML",
    "insertAdjacentHTML",
    "document.write",
    "createContextualFragment",
    "parseFromString",
    "setHTMLUnsafe",
    "parseHTMLUnsafe",
    ".srcdoc",
    " srcdoc=",
    "eval(",
    "new Function(",
    "javascript:",
    "set_inner_html",
    "set_outer_html",
    "insert_adjacent_html",
    "create_contextual_fragment",
    "parse_from_string",
    "set_srcdoc",
    "from_html_unchecked",
    "dangerously_set",
    "js_sys::eval",
];

/// Checks every file that git knows or would add.
pub(crate) fn check() -> Result {
    let listed = Cmd::new("git")
        .args("ls-files --cached --others --exclude-standard --")
        .args(SHIPPED)
        .output()?;
    let kinds = [".rs", ".ts", ".js", ".mjs", ".html", ".py"];
    let files = listed
        .lines()
        .filter(|file| kinds.iter().any(|kind| file.ends_with(kind)))
        .filter(|file| root().join(file).is_file());
    let (mut count, mut found) = (0, Vec::new());
    for file in files {
        count += 1;
        let text = fs::read_to_string(root().join(file)).context(format!("cannot read {file}"))?;
        found.extend(
            sinks(&text)
                .into_iter()
                .map(|(line, sink)| format!("{file}:{line}: {sink}")),
        );
    }
    if count == 0 {
        return fail("git lists no file that is shipped: the check would check nothing");
    }
    if found.is_empty() {
        return Ok(());
    }
    fail(format!("markup or code is made of a text:\n{}", found.join("\n")))
}

/// Returns the lines that make markup or code of a text, from 1, each with what it does so by. Comments may speak of it.
fn sinks(text: &str) -> Vec<(usize, &'static str)> {
    let lines = text.lines().enumerate().filter(|(_, line)| {
        let line = line.trim_start();
        !["//", "#", "*", "/*"]
            .iter()
            .any(|comment| line.starts_with(comment))
    });
    lines
        .flat_map(|(index, line)| {
            let found = SINKS.iter().filter(move |sink| line.contains(**sink));
            found.map(move |sink| (index + 1, *sink))
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_that_becomes_markup_is_found_and_a_comment_is_none() {
        let text = "// element.innerHTML is not used\nelement.innerHTML = text;\nlet x = 1;\n\
                    element.set_inner_html(\"\");\n<iframe srcdoc=\"x\">\nelement.textContent = text;\n";
        assert_eq!(
            sinks(text),
            [(2, ".innerHTML"), (4, "set_inner_html"), (5, " srcdoc=")]
        );
    }
}
