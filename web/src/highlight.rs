//! Colours for the files of exports: which part of a text is a comment, a key, a string, a number.
//!
//! Not a parser. The files are written by this program, so plain rules are enough; the pieces always add up to the
//! text, byte for byte. The highlighters there are as crates carry grammars and a regex engine several times the size
//! of the planner's own code.

/// What a piece of a text is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Token {
    /// Nothing special.
    Plain,
    /// A comment.
    Comment,
    /// The name of a value: a key, a variable, a flag.
    Key,
    /// A string.
    Text,
    /// A number, an address, a CIDR.
    Number,
    /// A word of the language: `true`, `null`, `fi`.
    Word,
    /// A section or heading.
    Heading,
    /// What holds the rest together: `-`, `:`, `{`.
    Mark,
}

impl Token {
    /// Class of its element; none for plain text.
    pub const fn class(self) -> Option<&'static str> {
        match self {
            Token::Plain => None,
            Token::Comment => Some("tok-comment"),
            Token::Key => Some("tok-key"),
            Token::Text => Some("tok-text"),
            Token::Number => Some("tok-number"),
            Token::Word => Some("tok-word"),
            Token::Heading => Some("tok-heading"),
            Token::Mark => Some("tok-mark"),
        }
    }
}

/// A language, as far as colours go.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Language {
    /// YAML.
    Yaml,
    /// JSON.
    Json,
    /// Shell scripts and flags.
    Shell,
    /// Terraform and its kin.
    Hcl,
    /// Sections with `key = value`: systemd, TOML, configuration files.
    Ini,
    /// Comma-separated values.
    Csv,
    /// Markdown.
    Markdown,
    /// Anything else.
    Plain,
}

impl Language {
    /// The language of a file, by its name and then by its media type.
    pub fn of(path: &str, media_type: &str) -> Language {
        let name = path.rsplit('/').next().unwrap_or_default();
        match name.rsplit_once('.').map(|(_, extension)| extension) {
            Some("yaml" | "yml") => Language::Yaml,
            Some("json") => Language::Json,
            Some("sh" | "bash" | "env" | "flags") => Language::Shell,
            Some("tf" | "hcl" | "tfvars") => Language::Hcl,
            Some("ini" | "toml" | "conf" | "cfg" | "service" | "network" | "netdev") => Language::Ini,
            Some("csv") => Language::Csv,
            Some("md") => Language::Markdown,
            _ => match media_type {
                "application/yaml" => Language::Yaml,
                "application/json" => Language::Json,
                "text/x-shellscript" => Language::Shell,
                "text/csv" => Language::Csv,
                "text/markdown" => Language::Markdown,
                _ => Language::Plain,
            },
        }
    }
}

/// A piece of the text.
pub type Piece<'a> = (Token, &'a str);

/// Longer texts are shown in one colour: every piece is an element of the page.
const MOST_BYTES: usize = 256 << 10;

/// The pieces of a text, in order; together they are the text.
pub fn highlight(language: Language, text: &str) -> Vec<Piece<'_>> {
    let mut out = Pieces::default();
    if text.len() > MOST_BYTES {
        out.push(Token::Plain, text);
        return out.0;
    }
    match language {
        Language::Plain => out.push(Token::Plain, text),
        Language::Yaml => yaml(text, &mut out),
        Language::Json => code(text, &JSON, &mut out),
        Language::Shell => code(text, &SHELL, &mut out),
        Language::Hcl => code(text, &HCL, &mut out),
        Language::Ini => lines(text, &mut out, ini),
        Language::Csv => csv(text, &mut out),
        Language::Markdown => markdown(text, &mut out),
    }
    out.0
}

#[derive(Default)]
struct Pieces<'a>(Vec<Piece<'a>>);

impl<'a> Pieces<'a> {
    fn push(&mut self, token: Token, text: &'a str) {
        if !text.is_empty() {
            self.0.push((token, text));
        }
    }

    /// What comes before a byte offset becomes a piece; the rest is given back.
    fn take(&mut self, token: Token, text: &'a str, at: usize) -> &'a str {
        let (head, tail) = text.split_at_checked(at).unwrap_or((text, ""));
        self.push(token, head);
        tail
    }
}

/// Length of what all satisfies a predicate at the start.
fn span(text: &str, all: impl Fn(char) -> bool) -> usize {
    text.find(|c: char| !all(c)).unwrap_or(text.len())
}

/// Length of a string in quotes at the start, quotes included; to the end where the last one is missing.
fn quoted(text: &str, quote: char, escapes: bool) -> usize {
    let mut escaped = false;
    for (at, c) in text.char_indices().skip(1) {
        if escaped {
            escaped = false;
        } else if escapes && c == '\\' {
            escaped = true;
        } else if c == quote {
            return at + c.len_utf8();
        }
    }
    text.len()
}

fn is_number(word: &str) -> bool {
    let body = word.strip_prefix('-').unwrap_or(word);
    let address = || body.contains(':') && body.chars().all(|c| c.is_ascii_hexdigit() || ".:/".contains(c));
    (body.starts_with(|c: char| c.is_ascii_digit())
        && body
            .chars()
            .all(|c| c.is_ascii_hexdigit() || "._:/-x".contains(c)))
        || address()
}

/// A value that stands alone.
fn scalar(word: &str, words: &[&str]) -> Token {
    if words.contains(&word) {
        Token::Word
    } else if is_number(word) {
        Token::Number
    } else {
        Token::Plain
    }
}

fn lines<'a>(text: &'a str, out: &mut Pieces<'a>, mut line: impl FnMut(&'a str, &mut Pieces<'a>)) {
    for whole in text.split_inclusive('\n') {
        let body = whole.strip_suffix('\n').unwrap_or(whole);
        line(body, out);
        out.push(Token::Plain, whole.get(body.len()..).unwrap_or_default());
    }
}

const YAML_WORDS: &[&str] = &["true", "false", "null", "~"];

fn yaml<'a>(text: &'a str, out: &mut Pieces<'a>) {
    // The indentation of the key whose block scalar these lines are.
    let mut block: Option<usize> = None;
    lines(text, out, |line, out| {
        let indent = span(line, |c| c == ' ');
        if let Some(outside) = block {
            if line.trim().is_empty() || indent > outside {
                out.push(Token::Text, line);
                return;
            }
            block = None;
        }
        if yaml_line(line, out) {
            block = Some(indent);
        }
    });
}

/// One line; says whether a block scalar follows.
fn yaml_line<'a>(line: &'a str, out: &mut Pieces<'a>) -> bool {
    if line.starts_with("---") || line == "..." {
        out.push(Token::Mark, line);
        return false;
    }
    let mut rest = out.take(Token::Plain, line, span(line, |c| c == ' '));
    while let Some(after) = rest
        .strip_prefix('-')
        .filter(|after| after.is_empty() || after.starts_with(' '))
    {
        out.push(Token::Mark, rest.get(..1).unwrap_or_default());
        rest = out.take(Token::Plain, after, span(after, |c| c == ' '));
    }
    if let Some(length) = yaml_key(rest) {
        rest = out.take(Token::Key, rest, length);
        rest = out.take(Token::Mark, rest, 1);
        rest = out.take(Token::Plain, rest, span(rest, |c| c == ' '));
        if rest.starts_with(['|', '>']) {
            out.push(Token::Mark, rest);
            return true;
        }
    }
    yaml_value(rest, out);
    false
}

/// Length of the key at the start of a line, without its colon.
fn yaml_key(text: &str) -> Option<usize> {
    let ends_key = |at: usize| {
        let after = text.get(at..)?.strip_prefix(':')?;
        (after.is_empty() || after.starts_with(' ')).then_some(at)
    };
    match text.chars().next()? {
        quote @ ('"' | '\'') => ends_key(quoted(text, quote, quote == '"')),
        '#' | '[' | '{' => None,
        _ => text
            .match_indices(':')
            .find_map(|(at, _)| ends_key(at))
            .filter(|at| text.get(..*at).is_some_and(|key| !key.contains(" #"))),
    }
}

fn yaml_value<'a>(mut rest: &'a str, out: &mut Pieces<'a>) {
    let in_flow = rest.starts_with(['[', '{']);
    while let Some(c) = rest.chars().next() {
        rest = match c {
            '#' => return out.push(Token::Comment, rest),
            '"' | '\'' => {
                let length = quoted(rest, c, c == '"');
                let key = in_flow && rest.get(length..).is_some_and(|after| after.starts_with(": "));
                out.take(if key { Token::Key } else { Token::Text }, rest, length)
            }
            '[' | ']' | '{' | '}' | ',' if in_flow => out.take(Token::Mark, rest, 1),
            ' ' => out.take(Token::Plain, rest, span(rest, |c| c == ' ')),
            _ if in_flow => {
                let end = rest.find([',', ']', '}', '#']).unwrap_or(rest.len());
                let colon = rest.find(": ").filter(|colon| *colon < end);
                let rest = colon.map_or(rest, |colon| {
                    let rest = out.take(Token::Key, rest, colon);
                    out.take(Token::Mark, rest, 1)
                });
                if colon.is_some() {
                    rest
                } else {
                    let word = rest.get(..end).unwrap_or_default();
                    out.take(scalar(word.trim_end(), YAML_WORDS), rest, end)
                }
            }
            _ => {
                let end = rest.find(" #").unwrap_or(rest.len());
                let word = rest.get(..end).unwrap_or_default();
                out.take(scalar(word.trim_end(), YAML_WORDS), rest, end)
            }
        };
    }
}

/// What languages with words, strings and comments anywhere differ in.
struct Grammar {
    comments: &'static [&'static str],
    quotes: &'static [char],
    words: &'static [&'static str],
    /// A string before a colon, or a word before an equals sign, is a key.
    key_before: &'static [&'static str],
    /// What begins a name: `$x`, `--flag`.
    names: &'static [&'static str],
}

const JSON: Grammar = Grammar {
    comments: &[],
    quotes: &['"'],
    words: &["true", "false", "null"],
    key_before: &[":"],
    names: &[],
};
const SHELL: Grammar = Grammar {
    comments: &["#"],
    quotes: &['"', '\''],
    words: &[
        "case", "do", "done", "elif", "else", "esac", "exit", "export", "fi", "for", "function", "if", "in",
        "local", "return", "set", "then", "while",
    ],
    key_before: &["="],
    names: &["--", "$"],
};
const HCL: Grammar = Grammar {
    comments: &["#", "//"],
    quotes: &['"'],
    words: &["true", "false", "null", "for", "in", "if"],
    key_before: &["=", " ="],
    names: &[],
};

const fn is_word(c: char) -> bool {
    c.is_ascii_alphanumeric() || matches!(c, '_' | '-' | '.' | '/' | ':')
}

fn code<'a>(text: &'a str, grammar: &Grammar, out: &mut Pieces<'a>) {
    let mut rest = text;
    // A comment begins a line or follows a blank: `${x#y}` and `a#b` are none.
    let mut after_blank = true;
    while let Some(c) = rest.chars().next() {
        let before = rest;
        rest = if after_blank && grammar.comments.iter().any(|mark| rest.starts_with(mark)) {
            out.take(Token::Comment, rest, span(rest, |c| c != '\n'))
        } else if grammar.quotes.contains(&c) {
            let length = quoted(rest, c, c == '"');
            let key = before_key(rest, length, grammar);
            out.take(if key { Token::Key } else { Token::Text }, rest, length)
        } else if let Some(mark) = grammar.names.iter().find(|mark| rest.starts_with(**mark)) {
            let body = rest.get(mark.len()..).unwrap_or_default();
            let brace = usize::from(body.starts_with('{'));
            let name = body.get(brace..).unwrap_or_default();
            let length = span(name, |c| {
                c.is_ascii_alphanumeric() || c == '_' || (c == '-' && *mark == "--")
            });
            let close =
                usize::from(brace == 1 && name.get(length..).is_some_and(|tail| tail.starts_with('}')));
            out.take(Token::Key, rest, mark.len() + brace + length + close)
        } else if is_word(c) && (c != ':' || rest.starts_with("::")) {
            let length = span(rest, is_word);
            // JSON has no blanks around its colons, and addresses no colon at their end.
            let word = rest.get(..length).unwrap_or_default();
            let token = if before_key(rest, length, grammar) {
                Token::Key
            } else {
                scalar(word, grammar.words)
            };
            out.take(token, rest, length)
        } else if "{}[]()=,:;|&<>\\".contains(c) {
            out.take(Token::Mark, rest, span(rest, |c| "{}[]()=,:;|&<>\\".contains(c)))
        } else {
            out.take(Token::Plain, rest, c.len_utf8())
        };
        let consumed = before.get(..before.len() - rest.len()).unwrap_or_default();
        after_blank = consumed.ends_with(char::is_whitespace);
    }
}

fn before_key(rest: &str, length: usize, grammar: &Grammar) -> bool {
    let after = rest.get(length..).unwrap_or_default();
    let after = if grammar.key_before.contains(&" =") {
        after.trim_start_matches(' ')
    } else {
        after
    };
    grammar
        .key_before
        .iter()
        .any(|mark| after.starts_with(mark) && !after.starts_with("=="))
}

fn ini<'a>(line: &'a str, out: &mut Pieces<'a>) {
    let body = line.trim_start();
    let rest = out.take(Token::Plain, line, line.len() - body.len());
    if body.starts_with(['#', ';', '!']) {
        return out.push(Token::Comment, rest);
    }
    if body.starts_with('[') && body.trim_end().ends_with(']') && !body.contains('=') {
        return out.push(Token::Heading, rest);
    }
    let Some(at) = rest.find('=') else {
        return words(rest, out);
    };
    let key = rest.get(..at).unwrap_or_default().trim_end().len();
    let rest = out.take(Token::Key, rest, key);
    let rest = out.take(Token::Plain, rest, at - key);
    let rest = out.take(Token::Mark, rest, 1);
    words(rest, out);
}

/// Strings, numbers and the rest of a line.
fn words<'a>(mut rest: &'a str, out: &mut Pieces<'a>) {
    while let Some(c) = rest.chars().next() {
        rest = match c {
            '"' => out.take(Token::Text, rest, quoted(rest, c, true)),
            c if is_word(c) => {
                let length = span(rest, is_word);
                let word = rest.get(..length).unwrap_or_default();
                out.take(scalar(word, &["true", "false", "yes", "no"]), rest, length)
            }
            c => out.take(Token::Plain, rest, c.len_utf8()),
        };
    }
}

fn csv<'a>(text: &'a str, out: &mut Pieces<'a>) {
    let mut first = true;
    lines(text, out, |line, out| {
        if first {
            first = false;
            return out.push(Token::Heading, line);
        }
        let mut rest = line;
        while let Some(c) = rest.chars().next() {
            rest = match c {
                '"' => out.take(Token::Text, rest, quoted(rest, '"', false)),
                ',' => out.take(Token::Mark, rest, 1),
                _ => {
                    let length = span(rest, |c| c != ',');
                    let word = rest.get(..length).unwrap_or_default();
                    out.take(scalar(word, &["true", "false"]), rest, length)
                }
            };
        }
    });
}

fn markdown<'a>(text: &'a str, out: &mut Pieces<'a>) {
    let mut fenced = false;
    lines(text, out, |line, out| {
        let body = line.trim_start();
        if body.starts_with("```") {
            fenced = !fenced;
            return out.push(Token::Mark, line);
        }
        if fenced {
            return out.push(Token::Text, line);
        }
        if body.starts_with('#') {
            return out.push(Token::Heading, line);
        }
        if body.starts_with("<!--") {
            return out.push(Token::Comment, line);
        }
        let mut rest = line;
        while let Some(c) = rest.chars().next() {
            rest = match c {
                '`' => out.take(Token::Text, rest, quoted(rest, '`', false)),
                '|' => out.take(Token::Mark, rest, 1),
                _ => out.take(
                    Token::Plain,
                    rest,
                    c.len_utf8()
                        + span(rest.get(c.len_utf8()..).unwrap_or_default(), |c| {
                            !"`|".contains(c)
                        }),
                ),
            };
        }
    });
}

#[cfg(test)]
mod tests {
    use dualstack_core::export::{ExportContext, export, targets};
    use dualstack_core::i18n::Catalogue;

    use super::*;
    use crate::engine::Analysis;
    use crate::views::planner::EXAMPLE;

    const ALL: [Language; 8] = [
        Language::Yaml,
        Language::Json,
        Language::Shell,
        Language::Hcl,
        Language::Ini,
        Language::Csv,
        Language::Markdown,
        Language::Plain,
    ];

    fn marked(language: Language, text: &str) -> String {
        let letter = |token| match token {
            Token::Plain => "",
            Token::Comment => "c",
            Token::Key => "k",
            Token::Text => "t",
            Token::Number => "n",
            Token::Word => "w",
            Token::Heading => "h",
            Token::Mark => "m",
        };
        highlight(language, text)
            .into_iter()
            .map(|(token, piece)| match token {
                Token::Plain => piece.to_owned(),
                token => format!("{}‹{piece}›", letter(token)),
            })
            .collect()
    }

    #[test]
    fn yaml_has_keys_values_and_comments() {
        for (text, expected) in [
            ("# x: 1", "c‹# x: 1›"),
            ("---\n", "m‹---›\n"),
            ("a: 10.0.0.0/8 # all", "k‹a›m‹:› n‹10.0.0.0/8› c‹# all›"),
            ("- name: web", "m‹-› k‹name›m‹:› web"),
            ("  - - 1", "  m‹-› m‹-› n‹1›"),
            ("- \"fd00::/56\"", "m‹-› t‹\"fd00::/56\"›"),
            (
                "a: [x, 1, \"y, z\"]",
                "k‹a›m‹:› m‹[›xm‹,› n‹1›m‹,› t‹\"y, z\"›m‹]›",
            ),
            ("a: {b: true}", "k‹a›m‹:› m‹{›k‹b›m‹:› w‹true›m‹}›"),
            ("\"a b\": null", "k‹\"a b\"›m‹:› w‹null›"),
            ("a: http://x:1/#y", "k‹a›m‹:› http://x:1/#y"),
            (
                "a: |\n  b: c\n\n  d\ne: f",
                "k‹a›m‹:› m‹|›\nt‹  b: c›\n\nt‹  d›\nk‹e›m‹:› f",
            ),
            ("- --flag=10.0.0.0/8", "m‹-› --flag=10.0.0.0/8"),
        ] {
            assert_eq!(marked(Language::Yaml, text), expected);
        }
    }

    #[test]
    fn other_languages_have_their_marks() {
        for (language, text, expected) in [
            (
                Language::Json,
                "{\"a\": [1, true]}",
                "m‹{›k‹\"a\"›m‹:› m‹[›n‹1›m‹,› w‹true›m‹]}›",
            ),
            (
                Language::Shell,
                "# c\nX=1 run --a-b=\"$Y\" ${Z}",
                "c‹# c›\nk‹X›m‹=›n‹1› run k‹--a-b›m‹=›t‹\"$Y\"› k‹${Z}›",
            ),
            (Language::Shell, "if a#b", "w‹if› a#b"),
            (Language::Hcl, "a = \"b\" // c", "k‹a› m‹=› t‹\"b\"› c‹// c›"),
            (
                Language::Ini,
                "[Unit]\nAfter = a.target\n; x",
                "h‹[Unit]›\nk‹After› m‹=› a.target\nc‹; x›",
            ),
            (Language::Csv, "a,b\n1,\"x,y\"", "h‹a,b›\nn‹1›m‹,›t‹\"x,y\"›"),
            (
                Language::Markdown,
                "# A\n`x` | y\n```\nz\n```",
                "h‹# A›\nt‹`x`› m‹|› y\nm‹```›\nt‹z›\nm‹```›",
            ),
        ] {
            assert_eq!(marked(language, text), expected);
        }
    }

    #[test]
    fn the_pieces_are_the_text_whatever_it_is() {
        let odd = [
            "",
            "\n",
            "a",
            ":",
            "- ",
            "-",
            "\"",
            "'",
            "a: \"",
            "${",
            "--",
            "日本: \u{1F600}",
            "\t=\t",
            "a:\r\n  b",
            "[",
            "`",
            "k: [a: b, {c",
            "\\\"\\",
            "a: >-\n",
            "=",
            "x == y",
        ];
        let analysis = Analysis::of(&EXAMPLE.into());
        let ids: Vec<&str> = targets().iter().map(|target| target.id).collect();
        let report = |catalogue: &Catalogue| analysis.report(catalogue);
        let cx = ExportContext::new(analysis.plan().unwrap(), &[], Catalogue::of("en")).with_report(&report);
        let files = export(&cx, &ids).files;
        assert!(!files.is_empty());
        let texts = odd.iter().map(|text| (*text).to_owned());
        for text in texts.chain(files.into_iter().map(|file| file.text)) {
            for language in ALL {
                let joined: String = highlight(language, &text)
                    .iter()
                    .map(|(_, piece)| *piece)
                    .collect();
                assert_eq!(joined, text, "{language:?}");
            }
        }
    }

    #[test]
    fn files_are_known_by_their_names() {
        for (path, media_type, language) in [
            ("a/b.yaml", "text/plain", Language::Yaml),
            ("main.tf", "text/plain", Language::Hcl),
            ("kubelet.service", "text/plain", Language::Ini),
            ("setup", "text/x-shellscript", Language::Shell),
            ("notes.txt", "text/plain", Language::Plain),
        ] {
            assert_eq!(Language::of(path, media_type), language, "{path}");
        }
    }
}
