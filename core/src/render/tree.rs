//! Elements as values. A text of the plan is a text of the tree whatever is in it: only [`Element::html`] writes markup.

use std::borrow::Cow;
use std::collections::BTreeMap;

use serde::Serialize;

use crate::drawing::svg::visible;

/// An element of HTML or SVG.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "wasm", derive(tsify::Tsify))]
pub struct Element {
    /// The name of the element; `svg` and what is inside of it are SVG.
    #[cfg_attr(feature = "wasm", tsify(type = "string"))]
    pub tag: Cow<'static, str>,
    /// The attributes by name. None is `style`, and none holds a script or an address.
    #[cfg_attr(feature = "wasm", tsify(type = "Record<string, string>"))]
    pub attributes: BTreeMap<Cow<'static, str>, String>,
    /// What is inside of it, in order.
    #[cfg_attr(feature = "wasm", tsify(type = "(Element | string)[]"))]
    pub children: Vec<Node>,
}

/// What an element holds.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(untagged)]
pub enum Node {
    /// Another element.
    Element(Element),
    /// A text.
    Text(String),
}

impl From<Element> for Node {
    fn from(element: Element) -> Node {
        Node::Element(element)
    }
}

impl From<&str> for Node {
    fn from(text: &str) -> Node {
        Node::Text(visible(text))
    }
}

impl From<String> for Node {
    fn from(text: String) -> Node {
        Node::from(text.as_str())
    }
}

/// Makes an element without attributes that is empty.
pub(super) fn element(tag: impl Into<Cow<'static, str>>) -> Element {
    Element {
        tag: tag.into(),
        attributes: BTreeMap::new(),
        children: Vec::new(),
    }
}

/// Makes lines that are shown as they are, in the language of programs.
pub(super) fn lines(text: &str) -> Element {
    let shown: Vec<String> = text.trim_end().lines().map(visible).collect();
    let mut code = element("code");
    code.children.push(Node::Text(shown.join("\n") + "\n"));
    // What is wider than the page is scrolled, by keyboard too.
    element("pre")
        .with("lang", "en")
        .with("dir", "ltr")
        .with("translate", "no")
        .with("tabindex", "0")
        .and(code)
}

impl Element {
    /// Sets an attribute.
    pub(super) fn with(mut self, name: impl Into<Cow<'static, str>>, value: impl AsRef<str>) -> Element {
        self.attributes.insert(name.into(), visible(value.as_ref()));
        self
    }

    /// Adds a child.
    pub(super) fn and(mut self, child: impl Into<Node>) -> Element {
        self.children.push(child.into());
        self
    }

    /// Adds children.
    pub(super) fn and_all<N: Into<Node>>(mut self, children: impl IntoIterator<Item = N>) -> Element {
        self.children.extend(children.into_iter().map(Into::into));
        self
    }

    /// Returns the element as HTML text.
    pub fn html(&self) -> String {
        let mut out = String::new();
        self.write(&mut out);
        out
    }

    fn write(&self, out: &mut String) {
        out.push('<');
        out.push_str(&self.tag);
        for (name, value) in &self.attributes {
            out.push_str(&format!(" {name}=\"{}\"", escape(value)));
        }
        out.push('>');
        for child in &self.children {
            match child {
                Node::Element(element) => element.write(out),
                Node::Text(text) => out.push_str(&escape(text)),
            }
        }
        out.push_str(&format!("</{}>", self.tag));
    }
}

fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            c => out.push(c),
        }
    }
    out
}
