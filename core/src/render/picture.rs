//! A drawn picture as a tree. Its text is that of [`crate::drawing::svg::draw`]: elements and texts, attributes in double
//! quotes, five entities, no comments.

use super::tree::{Element, Node, element};

/// Returns the picture as an element. `None` where the text is no picture. Its style sheet is left out: pages that do not
/// allow styles in the text would refuse it, and `render.css` holds the same colours.
pub(super) fn read(svg: &str) -> Option<Element> {
    let mut open: Vec<Element> = Vec::new();
    let mut rest = svg.trim();
    loop {
        let (text, behind) = rest.split_once('<')?;
        if let (Some(parent), false) = (open.last_mut(), text.is_empty()) {
            parent.children.push(Node::Text(unescaped(text)));
        }
        let (tag, after) = behind.split_once('>')?;
        rest = after;
        if tag.starts_with('/') {
            let done = open.pop()?;
            let Some(parent) = open.last_mut() else {
                return Some(done);
            };
            if done.tag != "style" {
                parent.children.push(Node::Element(done));
            }
        } else if let Some(tag) = tag.strip_suffix('/') {
            let child = opened(tag)?;
            open.last_mut()?.children.push(Node::Element(child));
        } else {
            open.push(opened(tag)?);
        }
    }
}

/// An element from what stands between `<` and `>`. Names of namespaces have no meaning in HTML.
fn opened(tag: &str) -> Option<Element> {
    let (name, mut attributes) = tag.split_once(' ').unwrap_or((tag, ""));
    let mut element = element(name.to_owned());
    while !attributes.trim().is_empty() {
        let (name, behind) = attributes.trim_start().split_once("=\"")?;
        let (value, after) = behind.split_once('"')?;
        if name != "xmlns" && !name.contains(':') {
            element
                .attributes
                .insert(name.to_owned().into(), unescaped(value));
        }
        attributes = after;
    }
    Some(element)
}

fn unescaped(text: &str) -> String {
    text.replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&quot;", "\"")
        .replace("&#39;", "'")
        .replace("&amp;", "&")
}
