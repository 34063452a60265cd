//! What shapes are written to.

use std::collections::BTreeSet;

use super::ink::{Colour, Ink};
use super::text::{Font, escape, shortened};
use crate::i18n::{Catalogue, Message};

/// Where a text stands on its point.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Anchor {
    Start,
    Middle,
    End,
}

/// A picture that is being drawn.
pub(super) struct Canvas<'a> {
    catalogue: &'a Catalogue,
    ink: Ink,
    id: &'a str,
    definitions: String,
    defined: BTreeSet<String>,
    out: String,
}

/// A number of the picture: two digits behind the point are a hundredth of a pixel.
pub(super) fn number(value: f64) -> String {
    let rounded = (value * 100.0).round() / 100.0;
    format!("{rounded}")
}

impl<'a> Canvas<'a> {
    pub(super) fn new(catalogue: &'a Catalogue, ink: Ink, id: &'a str) -> Canvas<'a> {
        Canvas {
            catalogue,
            ink,
            id,
            definitions: String::new(),
            defined: BTreeSet::new(),
            out: String::new(),
        }
    }

    pub(super) fn id(&self) -> &'a str {
        self.id
    }

    pub(super) fn ink(&self) -> Ink {
        self.ink
    }

    /// Returns a message in the language of the picture.
    pub(super) fn say(&self, message: &Message) -> String {
        self.catalogue.text(message)
    }

    /// Returns the tag of the language that the picture is in.
    pub(super) fn language(&self) -> &'static str {
        self.catalogue.locale().tag
    }

    /// Writes a definition if there is none of that name yet.
    pub(super) fn define(&mut self, name: &str, definition: impl FnOnce() -> String) {
        if self.defined.insert(name.to_owned()) {
            let text = definition();
            self.definitions.push_str(&text);
        }
    }

    /// Writes a shape as it is.
    pub(super) fn push(&mut self, shape: &str) {
        self.out.push_str(shape);
    }

    /// Draws a rectangle. `attributes` begin with a space.
    pub(super) fn rect(&mut self, (x, y): (f64, f64), (width, height): (f64, f64), attributes: &str) {
        let shape = format!(
            "<rect x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\"{attributes}/>",
            number(x),
            number(y),
            number(width),
            number(height)
        );
        self.out.push_str(&shape);
    }

    /// Draws a text in one line.
    pub(super) fn text(
        &mut self,
        (x, y): (f64, f64),
        text: &str,
        font: Font,
        colour: Colour,
        anchor: Anchor,
    ) {
        let anchor = match anchor {
            Anchor::Start => "",
            Anchor::Middle => " text-anchor=\"middle\"",
            Anchor::End => " text-anchor=\"end\"",
        };
        let family = if font.mono {
            " font-family=\"ui-monospace,Menlo,Consolas,'DejaVu Sans Mono','Noto Sans Mono CJK JP',monospace\""
        } else {
            ""
        };
        let weight = if font.bold { " font-weight=\"600\"" } else { "" };
        let shape = format!(
            "<text x=\"{}\" y=\"{}\" font-size=\"{}\"{family}{weight}{anchor}{}>{}</text>",
            number(x),
            number(y),
            font.size,
            self.ink.fill(colour),
            escape(text)
        );
        self.out.push_str(&shape);
    }

    /// Draws a text in one line that is not wider than `width`.
    pub(super) fn fitted(&mut self, at: (f64, f64), width: f64, text: &str, font: Font, colour: Colour) {
        self.text(at, &shortened(text, font, width), font, colour, Anchor::Start);
    }

    /// Returns the definitions and the shapes.
    pub(super) fn into_parts(self) -> (String, String) {
        (self.definitions, self.out)
    }
}
