//! The picture of a scene as SVG text: patterns as well as colours, nothing that runs, nothing from elsewhere.
//!
//! A wide picture has both families side by side with the numbers of the rows between them; in a narrow one they stand one
//! under the other.

mod canvas;
mod fleet;
mod grid;
mod ink;
mod layout;
mod legend;
mod strip;
#[cfg(test)]
mod tests;
mod text;
mod textures;

use self::canvas::{Canvas, number};
use self::ink::{Colour, Ink};
use self::layout::Page;
use self::text::escape;
use crate::i18n::{Catalogue, Message, use_exports};
use crate::scene::Scene;

pub use self::fleet::draw_fleet;
pub use self::ink::{Theme, colour_rules};
pub use self::layout::{NARROWEST, WIDEST};
pub use self::text::visible;

/// How a scene is drawn.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SvgOptions {
    /// The width of the picture in pixels, from [`NARROWEST`] to [`WIDEST`]; the height follows from it.
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
fn clean(id: &str) -> String {
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

/// Returns what the picture of a scene shows, in sentences, for those who do not see it.
pub fn summary(scene: &Scene, catalogue: &Catalogue) -> String {
    let sentences = scene
        .sentences
        .iter()
        .chain(&scene.shortfall)
        .chain(&scene.caveat)
        .chain(&scene.summary);
    said(sentences, catalogue)
}

/// Returns messages as whole sentences, one behind the other.
fn said<'m>(messages: impl Iterator<Item = &'m Message>, catalogue: &Catalogue) -> String {
    let sentences: Vec<String> = messages.map(|message| ended(catalogue, message)).collect();
    sentences.join(" ")
}

/// Returns the picture of a scene, in the language of the catalogue.
///
/// ```
/// use dualstack_analysis::{Analysis, AnalyzeOptions};
/// use dualstack_drawing::scene::{SceneOptions, scene};
/// use dualstack_drawing::svg::{SvgOptions, draw};
/// use dualstack_ground::i18n::Catalogue;
/// let text = "\
/// apiVersion: dualstack-planner/v1
/// kind: ClusterPlan
/// spec: {kubernetesVersion: '1.36', podCIDRs: [10.244.0.0/16], serviceCIDRs: [10.96.0.0/16]}
/// ";
/// let analysis = Analysis::of(text, &AnalyzeOptions::default());
/// let scene = scene(&analysis, &SceneOptions::default()).unwrap();
/// let svg = draw(&scene, &SvgOptions::default(), &Catalogue::of("en"));
/// assert!(svg.starts_with("<svg xmlns=\"http://www.w3.org/2000/svg\""));
/// ```
pub fn draw(scene: &Scene, options: &SvgOptions, catalogue: &Catalogue) -> String {
    use_exports();
    let id = clean(&options.id);
    let ink = Ink::new(options.theme);
    let mut canvas = Canvas::new(catalogue, ink, &id);
    let page = Page::of(options.width, scene.panes.len());
    let mut y = layout::heading(&mut canvas, scene, &page);
    y = if page.side_by_side {
        layout::beside(&mut canvas, scene, &page, y)
    } else {
        layout::below(&mut canvas, scene, &page, y)
    };
    y += 14.0;
    y += legend::draw(&mut canvas, scene, (page.margin, y), page.inner());
    y += legend::draw_notes(&mut canvas, scene, (page.margin, y), page.inner());
    if !scene.overlaps.is_empty() {
        y += 6.0;
        y += legend::draw_overlaps(&mut canvas, scene, (page.margin, y), page.inner());
    }
    let size = (page.width, (y + page.margin * 0.6).ceil());
    let title = canvas.say(&scene.title);
    framed(canvas, ink, &id, size, [&title, &summary(scene, catalogue)])
}

/// Returns a picture with what was drawn, its title, and what it shows.
fn framed(
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
