//! HCL, laid out as `terraform fmt` does it (hashicorp/hcl `hclwrite/format.go`): two spaces a level, and the `=` of
//! attributes on consecutive lines aligned.

/// The content of a file or of a block.
#[derive(Clone, Debug, Default)]
pub(in crate::export) struct Body(Vec<Item>);

#[derive(Clone, Debug)]
enum Item {
    Attribute(String, HclValue),
    Block(String, Vec<String>, Body),
    Comment(String),
    Blank,
}

/// A value of an attribute.
#[derive(Clone, Debug, PartialEq)]
pub(in crate::export) enum HclValue {
    /// A text without templates: nothing in it is evaluated.
    Text(String),
    /// A whole number.
    Number(u64),
    /// `true` or `false`.
    Flag(bool),
    /// A list, on one line.
    List(Vec<HclValue>),
    /// An expression, written unchanged; its further lines are indented like the first.
    Expression(String),
}

impl HclValue {
    /// Creates a text from a value that can be displayed.
    pub(in crate::export) fn text(value: impl ToString) -> HclValue {
        HclValue::Text(value.to_string())
    }

    /// Creates a list of texts.
    pub(in crate::export) fn texts<T: ToString>(values: impl IntoIterator<Item = T>) -> HclValue {
        HclValue::List(values.into_iter().map(HclValue::text).collect())
    }

    /// Creates an expression.
    pub(in crate::export) fn expression(text: impl Into<String>) -> HclValue {
        HclValue::Expression(text.into())
    }

    fn write(&self, depth: usize, out: &mut String) {
        match self {
            HclValue::Text(text) => out.push_str(&quote(text)),
            HclValue::Number(number) => out.push_str(&number.to_string()),
            HclValue::Flag(flag) => out.push_str(if *flag { "true" } else { "false" }),
            HclValue::List(values) => {
                out.push('[');
                for (i, value) in values.iter().enumerate() {
                    if i > 0 {
                        out.push_str(", ");
                    }
                    value.write(depth, out);
                }
                out.push(']');
            }
            HclValue::Expression(text) => {
                for (i, line) in text.lines().enumerate() {
                    if i > 0 {
                        out.push('\n');
                        indent(depth, out);
                    }
                    out.push_str(line);
                }
            }
        }
    }
}

impl Body {
    /// Creates an empty body.
    pub(in crate::export) fn new() -> Body {
        Body::default()
    }

    /// Adds an attribute.
    pub(in crate::export) fn attribute(mut self, name: &str, value: HclValue) -> Body {
        self.0.push(Item::Attribute(name.to_owned(), value));
        self
    }

    /// Adds an attribute, if it has a value.
    pub(in crate::export) fn optional(self, name: &str, value: Option<HclValue>) -> Body {
        match value {
            Some(value) => self.attribute(name, value),
            None => self,
        }
    }

    /// Adds the items of another body at the end.
    pub(in crate::export) fn append(mut self, other: Body) -> Body {
        self.0.extend(other.0);
        self
    }

    /// Adds a block.
    pub(in crate::export) fn block(mut self, kind: &str, labels: &[&str], body: Body) -> Body {
        let labels = labels.iter().map(|label| (*label).to_owned()).collect();
        self.0.push(Item::Block(kind.to_owned(), labels, body));
        self
    }

    /// Adds comment lines.
    pub(in crate::export) fn comment(mut self, text: &str) -> Body {
        self.0.push(Item::Comment(text.to_owned()));
        self
    }

    /// Adds an empty line. Blocks get theirs automatically.
    pub(in crate::export) fn blank(mut self) -> Body {
        self.0.push(Item::Blank);
        self
    }

    /// Returns the text of a file.
    pub(in crate::export) fn render(&self) -> String {
        let mut out = String::new();
        self.write(0, &mut out);
        out
    }

    fn write(&self, depth: usize, out: &mut String) {
        let mut attributes: Vec<(String, &HclValue)> = Vec::new();
        let mut before: Option<&Item> = None;
        for item in &self.0 {
            if !matches!(item, Item::Attribute(..)) {
                write_attributes(&attributes, depth, out);
                attributes.clear();
            }
            let around_block = matches!(item, Item::Block(..)) || matches!(before, Some(Item::Block(..)));
            let after_comment = matches!(before, None | Some(Item::Comment(_) | Item::Blank));
            if around_block && !after_comment && !matches!(item, Item::Blank) {
                out.push('\n');
            }
            match item {
                Item::Attribute(name, value) => attributes.push((name.clone(), value)),
                Item::Block(kind, labels, body) => {
                    indent(depth, out);
                    out.push_str(kind);
                    for label in labels {
                        out.push(' ');
                        out.push_str(&quote(label));
                    }
                    out.push_str(" {\n");
                    body.write(depth + 1, out);
                    indent(depth, out);
                    out.push_str("}\n");
                }
                Item::Comment(text) => {
                    for line in text.lines() {
                        indent(depth, out);
                        out.push_str(format!("# {}", super::one_line(line)).trim_end());
                        out.push('\n');
                    }
                }
                Item::Blank => out.push('\n'),
            }
            before = Some(item);
        }
        write_attributes(&attributes, depth, out);
    }
}

/// Writes attributes on consecutive lines. One with a value over several lines is not aligned and ends the run.
fn write_attributes(attributes: &[(String, &HclValue)], depth: usize, out: &mut String) {
    let texts: Vec<(&str, String)> = attributes
        .iter()
        .map(|(name, value)| {
            let mut text = String::new();
            value.write(depth, &mut text);
            (name.as_str(), text)
        })
        .collect();
    for run in texts.chunk_by(|(_, one), (_, other)| !one.contains('\n') && !other.contains('\n')) {
        let widest = run
            .iter()
            .map(|(name, _)| name.chars().count())
            .max()
            .unwrap_or_default();
        for (name, text) in run {
            indent(depth, out);
            out.push_str(&format!("{name:widest$} = {text}\n"));
        }
    }
}

fn indent(depth: usize, out: &mut String) {
    for _ in 0..depth {
        out.push_str("  ");
    }
}

/// Returns a string in quotes that is read back unchanged: `${` and `%{` would start a template.
fn quote(text: &str) -> String {
    let mut out = String::from("\"");
    let mut rest = text.chars().peekable();
    while let Some(c) = rest.next() {
        match c {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            '\r' => out.push_str("\\r"),
            '\t' => out.push_str("\\t"),
            '$' | '%' if rest.peek() == Some(&'{') => {
                out.push(c);
                out.push(c);
            }
            c if c.is_control()
                || matches!(c, '\u{2028}' | '\u{2029}' | '\u{feff}' | '\u{fffe}' | '\u{ffff}') =>
            {
                out.push_str(&format!("\\u{:04x}", u32::from(c)));
            }
            c => out.push(c),
        }
    }
    out.push('"');
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn strings_mean_themselves() {
        for (text, quoted) in [
            ("10.244.0.0/16", r#""10.244.0.0/16""#),
            ("", r#""""#),
            (r#"a "b" \c"#, r#""a \"b\" \\c""#),
            ("${x} %{if y} $ % $$", r#""$${x} %%{if y} $ % $$""#),
            // Read back by Terraform 1.11.4 as `$${x}`.
            ("$${x}", r#""$$${x}""#),
            ("a\nb\tc\rd", r#""a\nb\tc\rd""#),
            ("\u{1}\u{7f}\u{2028}漢", "\"\\u0001\\u007f\\u2028漢\""),
        ] {
            assert_eq!(quote(text), quoted);
        }
    }

    // The expected text is what `terraform fmt` (1.11.4) leaves alone.
    #[test]
    fn attributes_are_aligned_run_by_run() {
        let body = Body::new()
            .comment("Two lines\n\nof comment")
            .block(
                "resource",
                &["google_compute_subnetwork", "nodes"],
                Body::new()
                    .attribute("name", HclValue::text("demo-nodes"))
                    .attribute("ip_cidr_range", HclValue::text("192.168.1.0/24"))
                    .attribute("masks", HclValue::expression("{\n  IPv4 = 24\n}"))
                    .attribute("a", HclValue::texts(["x", "y"]))
                    .attribute("flag", HclValue::Flag(true))
                    .blank()
                    .attribute("network", HclValue::expression("google_compute_network.demo.id"))
                    .block(
                        "secondary_ip_range",
                        &[],
                        Body::new().attribute("range_name", HclValue::text("pods")),
                    )
                    .block("secondary_ip_range", &[], Body::new())
                    .attribute("last", HclValue::expression("[for n in range(3) : [\n  n,\n]]")),
            )
            .block("locals", &[], Body::new());
        let expected = r#"# Two lines
#
# of comment
resource "google_compute_subnetwork" "nodes" {
  name          = "demo-nodes"
  ip_cidr_range = "192.168.1.0/24"
  masks = {
    IPv4 = 24
  }
  a    = ["x", "y"]
  flag = true

  network = google_compute_network.demo.id

  secondary_ip_range {
    range_name = "pods"
  }

  secondary_ip_range {
  }

  last = [for n in range(3) : [
    n,
  ]]
}

locals {
}
"#;
        assert_eq!(body.render(), expected);
    }

    /// Reads strings, numbers, flags and lists back, and nothing else.
    struct Reader<'a>(std::iter::Peekable<std::str::Chars<'a>>);

    impl Reader<'_> {
        fn value(text: &str) -> HclValue {
            let mut reader = Reader(text.chars().peekable());
            let value = reader.next_value();
            assert_eq!(reader.0.next(), None, "{text}");
            value
        }

        fn spaces(&mut self) {
            while self.0.next_if_eq(&' ').is_some() {}
        }

        fn word(&mut self) -> String {
            let mut word = String::new();
            while let Some(c) = self.0.next_if(|c| c.is_ascii_alphanumeric()) {
                word.push(c);
            }
            word
        }

        fn string(&mut self) -> String {
            assert_eq!(self.0.next(), Some('"'));
            let mut text = String::new();
            loop {
                match self.0.next().unwrap() {
                    '"' => return text,
                    '\n' => panic!("line break in a string"),
                    '\\' => match self.0.next().unwrap() {
                        'n' => text.push('\n'),
                        'r' => text.push('\r'),
                        't' => text.push('\t'),
                        'u' => {
                            let digits: String = (0..4).map(|_| self.0.next().unwrap()).collect();
                            text.push(char::from_u32(u32::from_str_radix(&digits, 16).unwrap()).unwrap());
                        }
                        c => text.push(c),
                    },
                    c @ ('$' | '%') => {
                        let mut ahead = self.0.clone();
                        let next = (ahead.next(), ahead.next());
                        assert_ne!(next.0, Some('{'), "a template starts");
                        if next == (Some(c), Some('{')) {
                            self.0.next();
                            self.0.next();
                            text.push(c);
                            text.push('{');
                        } else {
                            text.push(c);
                        }
                    }
                    c => text.push(c),
                }
            }
        }

        fn next_value(&mut self) -> HclValue {
            self.spaces();
            match self.0.peek().unwrap() {
                '"' => HclValue::Text(self.string()),
                '[' => {
                    self.0.next();
                    let mut values = Vec::new();
                    while self.0.next_if_eq(&']').is_none() {
                        values.push(self.next_value());
                        self.0.next_if_eq(&',');
                        self.spaces();
                    }
                    HclValue::List(values)
                }
                _ => match self.word().as_str() {
                    "true" => HclValue::Flag(true),
                    "false" => HclValue::Flag(false),
                    digits => HclValue::Number(digits.parse().unwrap()),
                },
            }
        }
    }

    fn values() -> impl Strategy<Value = HclValue> {
        let text = prop_oneof!["[ -~äß漢\n\t\u{1}\u{85}]{0,8}", r#"[${}%"\\]{0,8}"#];
        let leaf = prop_oneof![
            text.prop_map(HclValue::Text),
            any::<u64>().prop_map(HclValue::Number),
            any::<bool>().prop_map(HclValue::Flag),
        ];
        leaf.prop_recursive(3, 16, 4, |inner| {
            proptest::collection::vec(inner, 0..4).prop_map(HclValue::List)
        })
    }

    proptest! {
        #[test]
        fn values_are_read_back_as_they_were(value in values()) {
            let mut text = String::new();
            value.write(0, &mut text);
            prop_assert_eq!(Reader::value(&text), value);
        }

        #[test]
        fn equal_signs_of_a_run_stand_below_each_other(names in proptest::collection::vec("[a-z_]{1,12}", 1..6)) {
            let body = names
                .iter()
                .fold(Body::new(), |body, name| body.attribute(name, HclValue::Number(1)));
            let text = body.render();
            let columns: Vec<usize> = text.lines().map(|line| line.find('=').unwrap()).collect();
            let widest = names.iter().map(String::len).max().unwrap();
            prop_assert_eq!(columns, vec![widest + 1; names.len()]);
        }
    }
}
