//! What every picture has: its options, its frame, and the sentences for those who do not see it.

use super::canvas::{Canvas, number};
use super::ink::{Colour, Ink, Theme};
use super::text::escape;
use crate::i18n::{Catalogue, Message};

/// How a scene is drawn.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SvgOptions {
    /// The width of the picture in pixels, from [`NARROWEST`](super::NARROWEST) to [`WIDEST`](super::WIDEST); the height follows from it.
    pub width: u32,
    /// The colours.
    pub theme: Theme,
    /// The id of the picture, which those of its parts begin with: two pictures in one page need two. Letters, digits and
    /// `-`; others are left out.
    pub id: String,
}

impl Default for SvgOptions {
    fn default() -> SvgOptions {
        SvgOptions {
            width: 1200,
            theme: Theme::Auto,
            id: "dsp-map".to_owned(),
        }
    }
}

/// Returns an id without what an attribute or a style sheet would read as something else.
pub(super) fn clean(id: &str) -> String {
    let kept: String = id
        .chars()
        .filter(|c| c.is_ascii_alphanumeric() || *c == '-')
        .take(64)
        .collect();
    match kept.starts_with(|c: char| c.is_ascii_alphabetic()) {
        true => kept,
        false => format!("m{kept}"),
    }
}

/// Returns a message as a whole sentence: those that stand in a line by themselves have no full stop.
fn ended(catalogue: &Catalogue, message: &Message) -> String {
    let text = catalogue.text(message);
    match text.ends_with(['.', '。']) {
        true => text,
        false => catalogue.text(&Message::new("draw-sentence").with("text", text)),
    }
}

/// Returns messages as whole sentences, one behind the other.
pub(super) fn said<'m>(messages: impl Iterator<Item = &'m Message>, catalogue: &Catalogue) -> String {
    let sentences: Vec<String> = messages.map(|message| ended(catalogue, message)).collect();
    sentences.join(" ")
}

/// Returns a picture with what was drawn, its title, and what it shows.
pub(super) fn framed(
    canvas: Canvas<'_>,
    ink: Ink,
    id: &str,
    (width, height): (f64, f64),
    [title, summary]: [&str; 2],
) -> String {
    let language = canvas.language();
    let (definitions, shapes) = canvas.into_parts();
    let ground = ink.fill(Colour::Surface);
    let style = ink.style(id, &format!("{definitions}{shapes}{ground}"));
    let width = number(width);
    format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" id=\"{id}\" width=\"{width}\" height=\"{height}\" \
         viewBox=\"0 0 {width} {height}\" role=\"img\" aria-labelledby=\"{id}-title {id}-desc\" xml:lang=\"{language}\" \
         lang=\"{language}\" direction=\"ltr\" \
         font-family=\"system-ui,-apple-system,'Segoe UI','Noto Sans','Hiragino Sans','Noto Sans CJK JP','Yu Gothic UI',sans-serif\">\
         <title id=\"{id}-title\">{}</title><desc id=\"{id}-desc\">{}</desc>{style}<defs>{definitions}</defs>\
         <rect width=\"{width}\" height=\"{height}\" rx=\"10\"{ground}/>{shapes}</svg>\n",
        escape(title),
        escape(summary),
    )
}
