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
mod picture;
mod strip;
#[cfg(test)]
mod tests;
mod text;
mod textures;

use self::canvas::Canvas;
use self::ink::Ink;
use self::layout::Page;
use self::picture::{clean, framed, said};
use crate::i18n::{Catalogue, use_exports};
use crate::scene::Scene;

pub use self::fleet::draw_fleet;
pub use self::ink::{Theme, colour_rules};
pub use self::layout::{NARROWEST, WIDEST};
pub use self::picture::SvgOptions;
pub use self::text::visible;

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
