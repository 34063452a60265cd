//! A fleet as text: for a terminal, as Markdown.

use serde::{Deserialize, Serialize};

use super::found::{Fleet, FleetUse, PlaceState};
use crate::i18n::{Catalogue, Message};
use crate::net::Cidr;
use crate::report::markdown_syntax::{code, table, text};
use crate::report::{aligned, printable};

/// The format of a text.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "wasm", derive(tsify::Tsify))]
#[serde(rename_all = "lowercase")]
pub enum FleetFormat {
    /// For a terminal.
    #[default]
    Text,
    /// Markdown, as GitHub reads it.
    Markdown,
}

/// How a cell is written.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Cell {
    Plain,
    Code,
}

/// The columns of a table: what its head says, and how its cells are written.
type Columns = &'static [(&'static str, Cell)];

const CLUSTERS: Columns = &[
    ("fleet-column-cluster", Cell::Code),
    ("fleet-column-group", Cell::Code),
    ("fleet-column-site", Cell::Code),
    ("fleet-column-pods", Cell::Code),
    ("fleet-column-services", Cell::Code),
    ("fleet-column-state", Cell::Plain),
];
const ROUTES: Columns = &[
    ("fleet-column-group", Cell::Code),
    ("fleet-column-site", Cell::Code),
    ("fleet-column-clusters", Cell::Plain),
    ("fleet-column-routes", Cell::Code),
];

impl Fleet {
    /// Returns the fleet as text in a language, a BCP 47 tag.
    pub fn write(&self, format: FleetFormat, language: &str) -> String {
        let catalogue = Catalogue::of(language);
        match format {
            FleetFormat::Text => self.for_terminal(&catalogue),
            FleetFormat::Markdown => self.as_markdown(&catalogue),
        }
    }

    fn clusters_in_rows(&self, catalogue: &Catalogue) -> Vec<Vec<String>> {
        let state = |state: PlaceState| {
            let state = match state {
                PlaceState::New => "new",
                PlaceState::Kept => "kept",
                PlaceState::Grown => "grown",
            };
            catalogue.text(&Message::new("fleet-state").with("state", state))
        };
        let rows = self.clusters.iter().map(|placed| {
            vec![
                placed.name.clone(),
                placed.group.clone(),
                placed.site.clone(),
                joined(&placed.pod_cidrs),
                joined(&placed.service_cidrs),
                state(placed.state),
            ]
        });
        rows.collect()
    }

    fn routes_in_rows(&self) -> Vec<Vec<String>> {
        let rows = self.sites.iter().map(|site| {
            vec![
                site.group.clone(),
                site.site.clone(),
                site.clusters.to_string(),
                joined(&site.routes),
            ]
        });
        rows.collect()
    }

    /// Returns the heading of what is said of the fleet.
    pub fn heading(&self) -> Message {
        Message::new("fleet-heading").with("name", self.name.as_str())
    }

    /// Returns what each group takes of each family, and which clusters are gone.
    pub fn sentences(&self) -> Vec<Message> {
        let mut all: Vec<Message> = self.uses.iter().map(use_in_words).collect();
        if !self.removed.is_empty() {
            all.push(Message::new("fleet-removed").with("names", self.removed.join(", ")));
        }
        all
    }

    fn for_terminal(&self, catalogue: &Catalogue) -> String {
        let plain = |message: &Message| printable(&catalogue.text(message));
        let table = |columns: Columns, rows: Vec<Vec<String>>, numbers: &[usize]| {
            let rows: Vec<Vec<String>> = rows
                .into_iter()
                .map(|row| row.iter().map(|cell| printable(cell)).collect())
                .collect();
            aligned(&head(columns, catalogue), &rows, numbers)
        };
        let mut out = table(CLUSTERS, self.clusters_in_rows(catalogue), &[]);
        out.push('\n');
        out.push_str(&table(ROUTES, self.routes_in_rows(), &[2]));
        out.push('\n');
        for message in self.sentences().iter().chain([&self.summary]) {
            out.push_str(&plain(message));
            out.push('\n');
        }
        out
    }

    fn as_markdown(&self, catalogue: &Catalogue) -> String {
        let written = |columns: Columns, rows: Vec<Vec<String>>| {
            let rows: Vec<Vec<String>> = rows
                .into_iter()
                .map(|row| {
                    row.iter()
                        .zip(columns)
                        .map(|(cell, (_, kind))| in_markdown(cell, *kind))
                        .collect()
                })
                .collect();
            table(&head(columns, catalogue), &rows)
        };
        let say = |message: &Message| text(&catalogue.text(message));
        let mut out = format!("# {}\n\n{}\n\n", say(&self.heading()), say(&self.summary));
        out.push_str(&written(CLUSTERS, self.clusters_in_rows(catalogue)));
        out.push_str(&format!(
            "\n## {}\n\n",
            say(&Message::new("fleet-heading-routes"))
        ));
        out.push_str(&written(ROUTES, self.routes_in_rows()));
        out.push('\n');
        for message in self.sentences() {
            out.push_str(&format!("- {}\n", say(&message)));
        }
        out
    }
}

fn head(columns: Columns, catalogue: &Catalogue) -> Vec<String> {
    columns
        .iter()
        .map(|(id, _)| catalogue.text(&Message::new(*id)))
        .collect()
}

fn in_markdown(cell: &str, kind: Cell) -> String {
    match kind {
        Cell::Plain => text(cell),
        // Networks stand one by one, so that a narrow table can break between them.
        Cell::Code => cell
            .split(", ")
            .filter(|part| !part.is_empty())
            .map(code)
            .collect::<Vec<_>>()
            .join(" "),
    }
}

fn joined(cidrs: &[Cidr]) -> String {
    cidrs.iter().map(Cidr::to_string).collect::<Vec<_>>().join(", ")
}

fn use_in_words(of: &FleetUse) -> Message {
    Message::new("fleet-use")
        .with("family", of.family)
        .with("group", of.group.as_str())
        .with("clusters", of.clusters)
        .with("bound", of.bound.short())
        .with("taken", of.taken.short())
        .with("waste", format!("{:.1}", of.waste_percent))
        .with("routes", of.routes)
}
