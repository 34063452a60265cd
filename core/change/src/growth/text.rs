//! A forecast as text.

use super::{GrowthForecast, GrowthPoint, GrowthRoom};
use crate::i18n::{Catalogue, Message};
use crate::page::{Annotation, ChangeFormat, Page};
use crate::report::aligned;
use crate::report::markdown_syntax::{code, table};

/// A row for every so many months.
const EVERY: usize = 12;

impl GrowthForecast {
    /// Returns the forecast as text in a language, a BCP 47 tag.
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

    /// The months of a table: every twelfth, those in which something is used up, and the last.
    fn shown(&self) -> Vec<&GrowthPoint> {
        let last = self.points.len().saturating_sub(1);
        let is_out = |point: &GrowthPoint| self.rooms.iter().any(|room| room.out == Some(point.month));
        self.points
            .iter()
            .enumerate()
            .filter(|(index, point)| index % EVERY == 0 || *index == last || is_out(point))
            .map(|(_, point)| point)
            .collect()
    }

    fn rows(&self, page: &Page<'_>) -> (Vec<String>, Vec<Vec<String>>) {
        let head = ["month", "nodes", "services", "out"]
            .map(|column| page.plain(&Message::new(format!("growth-column-{column}"))))
            .to_vec();
        let rows = self
            .shown()
            .into_iter()
            .map(|point| {
                let out: Vec<String> = self
                    .rooms
                    .iter()
                    .filter(|room| room.out == Some(point.month))
                    .map(|room| page.plain(&what(room)))
                    .collect();
                vec![
                    point.month.to_string(),
                    point.nodes.to_string(),
                    point.services.to_string(),
                    out.join(", "),
                ]
            })
            .collect();
        (head, rows)
    }

    fn sentences(&self) -> Vec<Message> {
        let rooms = self.rooms.iter().map(room_in_words);
        let ways = self.ways_out.iter().map(|way| {
            let mut message = Message::new("growth-way-out")
                .with("what", way.of.as_str())
                .with("family", way.family);
            message.and("growth-joint", way.what.clone());
            message.and("growth-joint-reach", way.reach.clone());
            message
        });
        let choices = self.today.iter().map(|choice| {
            Message::new("growth-today")
                .with("path", choice.path.as_str())
                .with("before", choice.before.as_str())
                .with("after", choice.after.as_str())
        });
        rooms.chain(ways).chain(choices).collect()
    }

    fn for_terminal(&self, page: &mut Page<'_>) {
        let summary = page.plain(&self.summary);
        page.line(&summary);
        page.line("");
        let (head, rows) = self.rows(page);
        // Numbers of nodes and Services stand at the right.
        page.out.push_str(&aligned(&head, &rows, &[1, 2]));
        page.line("");
        for message in self.sentences() {
            let sentence = page.plain(&message);
            page.line(&sentence);
        }
    }

    fn as_markdown(&self, page: &mut Page<'_>) {
        let heading = page.say("growth-heading");
        page.line(&format!("## {heading}\n"));
        let summary = page.markdown(&self.summary);
        page.line(&summary);
        let (head, rows) = self.rows(page);
        let rows: Vec<Vec<String>> = rows
            .into_iter()
            .map(|mut row| {
                if let Some(month) = row.first_mut() {
                    *month = code(month);
                }
                row
            })
            .collect();
        page.line("");
        page.out.push_str(&table(&head, &rows));
        page.line("");
        for message in self.sentences() {
            let sentence = page.markdown(&message);
            page.line(&format!("- {sentence}"));
        }
    }

    fn as_annotations(&self, page: &mut Page<'_>) {
        let title = page.say("growth-heading");
        let all: Vec<String> = std::iter::once(&self.summary)
            .cloned()
            .chain(self.sentences())
            .map(|message| page.plain(&message))
            .collect();
        let kind = match self.rooms.iter().any(|room| room.out.is_some()) {
            true => Annotation::Warning,
            false => Annotation::Notice,
        };
        page.annotation(kind, &title, &all.join("\n"));
    }
}

fn what(room: &GrowthRoom) -> Message {
    Message::new("growth-what")
        .with("what", room.of.as_str())
        .with("family", room.family)
}

fn room_in_words(room: &GrowthRoom) -> Message {
    let message = Message::new(match room.out {
        Some(_) => "growth-room",
        None => "growth-room.enough",
    });
    let month = room.out.map(|month| month.to_string()).unwrap_or_default();
    message
        .with("what", room.of.as_str())
        .with("family", room.family)
        .with("room", room.room.short())
        .with("used", room.used.short())
        .with("wanted", room.wanted.short())
        .with("month", month)
}
