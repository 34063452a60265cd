//! A comparison as text.

use super::{Comparison, Difference};
use crate::i18n::{Catalogue, Message};
use crate::page::{Annotation, ChangeFormat, Page};
use crate::radius::BlastRadius;
use crate::report::markdown_syntax::{code, table};

impl Comparison {
    /// Returns the comparison as text in a language, a BCP 47 tag.
    pub fn write(&self, format: ChangeFormat, language: &str) -> String {
        let catalogue = Catalogue::of(language);
        let mut page = Page::new(&catalogue);
        match format {
            ChangeFormat::Text => self.for_terminal(&mut page),
            ChangeFormat::Markdown => self.as_markdown(&mut page),
            ChangeFormat::Github => self.as_annotations(&mut page),
        }
        page.out
    }

    fn for_terminal(&self, page: &mut Page<'_>) {
        for difference in &self.differences {
            let head = format!("{}: {}", difference.path, page.plain(&change(difference)));
            page.line(&head);
            let reach = page.plain(&difference.reach);
            page.line(&format!("  {reach}"));
            let label = page.say("change-label-why");
            let why = page.plain(&difference.why);
            page.line(&format!("  {label}: {why}"));
            if let Some(upstream) = &difference.upstream {
                let label = page
                    .plain(&Message::new("change-label-says").with("component", upstream.component.as_str()));
                page.line(&format!("  {label}:"));
                page.indented("    ", &upstream.text);
            }
            for half in &difference.half {
                let label = page.say("change-label-half");
                let text = page.plain(half);
                page.line(&format!("  {label}: {text}"));
            }
            let label = page.say("change-label-source");
            page.line(&format!("  {label}: {}", difference.source));
            page.line("");
        }
        let summary = page.plain(&self.summary);
        page.line(&summary);
    }

    fn as_markdown(&self, page: &mut Page<'_>) {
        let heading = page.say("change-heading-diff");
        page.line(&format!("## {heading}\n"));
        let summary = page.markdown(&self.summary);
        page.line(&summary);
        if self.differences.is_empty() {
            return;
        }
        let head = ["field", "change", "reach"]
            .map(|column| page.plain(&Message::new(format!("change-column-{column}"))));
        let rows: Vec<Vec<String>> = self
            .differences
            .iter()
            .map(|difference| {
                vec![
                    code(&difference.path),
                    page.markdown(&change(difference)),
                    page.markdown(&difference.reach),
                ]
            })
            .collect();
        page.line("");
        page.out.push_str(&table(&head, &rows));
        for difference in &self.differences {
            page.line("");
            let what = page.markdown(&change(difference));
            let why = page.markdown(&difference.why);
            page.line(&format!("- {}: {what}: {why}", code(&difference.path)));
            if let Some(upstream) = &difference.upstream {
                let said = upstream.text.lines().map(code).collect::<Vec<_>>().join(" ");
                page.line(&format!("  - {}: {said}", upstream.component.as_str()));
            }
            for half in &difference.half {
                let label = page.say("change-label-half");
                let text = page.markdown(half);
                page.line(&format!("  - {label}: {text}"));
            }
            let label = page.say("change-label-source");
            page.line(&format!("  - {label}: {}", code(&difference.source)));
        }
    }

    fn as_annotations(&self, page: &mut Page<'_>) {
        for difference in &self.differences {
            let kind = match difference.blast {
                BlastRadius::Safe => Annotation::Notice,
                BlastRadius::Restart { .. } => Annotation::Warning,
                _ => Annotation::Error,
            };
            let title = format!("{}: {}", difference.path, page.plain(&difference.reach));
            let mut text = format!(
                "{}\n{}",
                page.plain(&change(difference)),
                page.plain(&difference.why)
            );
            if let Some(upstream) = &difference.upstream {
                text.push_str(&format!("\n{}: {}", upstream.component.as_str(), upstream.text));
            }
            for half in &difference.half {
                let label = page.say("change-label-half");
                text.push_str(&format!("\n{label}: {}", page.plain(half)));
            }
            page.annotation(kind, &title, &text);
        }
    }
}

/// Returns the change in words: its kind, the value before and after.
fn change(difference: &Difference) -> Message {
    let id = match (&difference.before, &difference.after) {
        (Some(_), Some(_)) => "change-what",
        (None, Some(_)) => "change-what.added",
        (Some(_), None) => "change-what.removed",
        (None, None) => "change-what.none",
    };
    Message::new(id)
        .with("kind", difference.kind.as_str())
        .with("before", difference.before.clone().unwrap_or_default())
        .with("after", difference.after.clone().unwrap_or_default())
}
