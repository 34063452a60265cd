//! What the page knows: the plan text with its history, what is half-typed, what is shown. Pure and without the
//! browser, so that it is tested on the host. Everything else is computed from the text.

mod action;
pub mod brought;
mod check;
pub mod exported;
pub mod exporting;
mod history;
pub mod keeping;
pub mod mapping;
pub mod selectors;
pub mod simulation;
#[cfg(test)]
mod tests;

use std::collections::BTreeMap;
use std::rc::Rc;

use crate::share::Position;
pub use action::{Action, EditSource, Notice, Tone};
use brought::{Bring, Brought};
pub use check::{Ask, Questions};
use exporting::Exporting;
pub use history::{History, Step};
use keeping::{Keeping, Kept, Unfolded};
use mapping::Mapping;
use simulation::Simulation;

/// What the page is about at a time: one question a user comes with.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum View {
    /// Where is everything, and what fits?
    #[default]
    Map,
    /// What does the API server do with the Services?
    Services,
    /// What becomes different from here to there?
    Change,
    /// What is applied, and does it start?
    Files,
}

impl View {
    /// Every view, in the order shown.
    pub const ALL: [View; 4] = [View::Map, View::Services, View::Change, View::Files];

    /// Part of the element ids of the view and its panel, and its name in links.
    pub const fn slug(self) -> &'static str {
        match self {
            View::Map => "view-map",
            View::Services => "view-services",
            View::Change => "view-change",
            View::Files => "view-files",
        }
    }

    /// The view of that slug.
    pub fn parse(slug: &str) -> Option<View> {
        View::ALL.into_iter().find(|view| view.slug() == slug)
    }

    /// Its tabs, in the order shown. The first is the one that it opens with.
    pub const fn tabs(self) -> &'static [Tab] {
        match self {
            View::Map => &[Tab::Overview, Tab::Nodes],
            View::Services => &[Tab::Services],
            View::Change => &[Tab::Compare, Tab::Versions, Tab::WhatIf],
            View::Files => &[Tab::Exports, Tab::Components, Tab::Start],
        }
    }
}

/// A part of a view that is shown by itself.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Tab {
    /// Room for nodes and Services.
    #[default]
    Overview,
    /// Node blocks.
    Nodes,
    /// Services as stored or refused.
    Services,
    /// Another plan, or what runs, beside this one.
    Compare,
    /// What changes between versions.
    Versions,
    /// A cluster to try things on.
    WhatIf,
    /// Files of targets.
    Exports,
    /// Flags and configuration of the components.
    Components,
    /// What a component prints when it is started with a pasted text.
    Start,
}

impl Tab {
    /// Every tab, in the order shown.
    pub const ALL: [Tab; 9] = [
        Tab::Overview,
        Tab::Nodes,
        Tab::Services,
        Tab::Compare,
        Tab::Versions,
        Tab::WhatIf,
        Tab::Exports,
        Tab::Components,
        Tab::Start,
    ];

    /// Part of the element ids of the tab and its panel, and its name in links.
    pub const fn slug(self) -> &'static str {
        match self {
            Tab::Overview => "overview",
            Tab::Nodes => "nodes",
            Tab::Services => "services",
            Tab::Compare => "compare",
            Tab::Versions => "versions",
            Tab::WhatIf => "what-if",
            Tab::Exports => "exports",
            Tab::Components => "components",
            Tab::Start => "start",
        }
    }

    /// The tab of that slug: of an address such as `#exports`.
    pub fn parse(slug: &str) -> Option<Tab> {
        Tab::ALL.into_iter().find(|tab| tab.slug() == slug)
    }

    /// The view that it is in.
    pub fn view(self) -> View {
        let holds = |view: &View| view.tabs().contains(&self);
        View::ALL.into_iter().find(holds).unwrap_or_default()
    }
}

/// What stands beside the view: the plan in one of its forms, or what was found in it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum EditorMode {
    /// Fields.
    #[default]
    Form,
    /// The text itself.
    Text,
    /// What is wrong with the plan, or worth knowing.
    Findings,
}

impl EditorMode {
    /// Every form, in the order shown.
    pub const ALL: [EditorMode; 3] = [EditorMode::Form, EditorMode::Text, EditorMode::Findings];

    /// The form of that slug.
    pub fn parse(slug: &str) -> Option<EditorMode> {
        EditorMode::ALL.into_iter().find(|mode| mode.slug() == slug)
    }

    /// Part of the element ids of the tab and its panel.
    pub const fn slug(self) -> &'static str {
        match self {
            EditorMode::Form => "form",
            EditorMode::Text => "text",
            EditorMode::Findings => "diagnostics",
        }
    }
}

/// Light, dark or as the system has it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Theme {
    /// As the system has it.
    #[default]
    System,
    /// Light.
    Light,
    /// Dark.
    Dark,
}

impl Theme {
    /// Every choice, in the order shown.
    pub const ALL: [Theme; 3] = [Theme::System, Theme::Light, Theme::Dark];

    /// The value of `data-theme`, of the select and of the stored preference.
    pub const fn as_str(self) -> &'static str {
        match self {
            Theme::System => "system",
            Theme::Light => "light",
            Theme::Dark => "dark",
        }
    }

    /// The choice of that name.
    pub fn parse(text: &str) -> Option<Theme> {
        Theme::ALL.into_iter().find(|theme| theme.as_str() == text)
    }
}

/// A place in the plan that can be shown and focused.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Place {
    /// A form field, by its JSON Pointer into the plan document.
    Field(String),
    /// A place in the text; lines and columns from 1, columns in characters.
    Text {
        /// Line.
        line: usize,
        /// Column.
        column: usize,
        /// Line of the end.
        end_line: usize,
        /// Column behind the last character.
        end_column: usize,
    },
}

/// A place to bring into view.
#[derive(Clone, Debug, PartialEq)]
pub struct Reveal {
    /// The place.
    pub place: Place,
    /// Whether the user asked to go there, or was somewhere else and is only shown what changed.
    pub focus: bool,
    /// Makes the same place a new wish.
    pub serial: u32,
}

/// The whole state.
#[derive(Clone, Debug, PartialEq)]
pub struct AppState {
    /// The plan text and its history.
    pub history: History,
    /// What stands in fields that the text does not say in those words, by JSON Pointer.
    pub drafts: Rc<BTreeMap<String, String>>,
    /// The result shown.
    pub tab: Tab,
    /// What stands beside it.
    pub mode: EditorMode,
    /// What the map shows.
    pub mapping: Rc<Mapping>,
    /// The place to bring into view.
    pub reveal: Option<Reveal>,
    /// Index of the first node shown.
    pub nodes_from: u64,
    /// What was typed to find a node.
    pub nodes_query: Rc<str>,
    /// Targets and their files.
    pub exporting: Rc<Exporting>,
    /// What is tried on a cluster of the plan.
    pub simulation: Rc<Simulation>,
    /// What is asked beside the plan.
    pub asked: Rc<Questions>,
    /// What plans are compared with and what is ticked off, as links say it, by the numbers that the history gives to plans.
    pub ways: Rc<Vec<(u32, Rc<str>)>>,
    /// What was brought to the page.
    pub brought: Rc<Brought>,
    /// Which plans of this tab are kept in this browser.
    pub keeping: Rc<Keeping>,
    /// JSON Pointer of the field that has the focus.
    pub attended: Option<Rc<str>>,
    /// What is open of the header.
    pub unfolded: Option<Unfolded>,
    /// Random bits from which a fix draws a unique local prefix; of the plan, not of the session.
    pub ula_seed: u64,
    /// The interface language, a tag of [`crate::i18n::LOCALES`].
    pub language: &'static str,
    /// The theme.
    pub theme: Theme,
    /// The notice shown.
    pub notice: Option<Notice>,
}

impl AppState {
    /// The state of a fresh page with that plan.
    pub fn new(text: impl Into<Rc<str>>, language: &'static str) -> AppState {
        AppState {
            history: History::new(text),
            drafts: Rc::default(),
            tab: Tab::default(),
            mode: EditorMode::default(),
            mapping: Rc::default(),
            reveal: None,
            nodes_from: 0,
            nodes_query: "".into(),
            exporting: Rc::default(),
            simulation: Rc::default(),
            asked: Rc::default(),
            ways: Rc::default(),
            brought: Rc::default(),
            keeping: Rc::default(),
            attended: None,
            unfolded: None,
            ula_seed: 0,
            language,
            theme: Theme::default(),
            notice: None,
        }
    }

    /// The plan text.
    pub fn text(&self) -> &Rc<str> {
        self.history.text()
    }

    /// What the plan is kept as in this browser; `None` if it is not.
    pub fn kept(&self) -> Option<&Kept> {
        self.keeping.of(self.history.origin())
    }

    /// Whether it is time to offer that the plan is kept: it is worth something now.
    pub fn offers_to_keep(&self) -> bool {
        self.history.can_undo() && self.kept().is_none() && !self.keeping.is_refused()
    }

    /// What is shown of the plan, as a link says it.
    pub fn position(&self) -> Position {
        Position {
            tab: self.tab,
            at: self.mapping.at,
            way: self.way(),
        }
    }

    /// What the plan is compared with, and what is ticked off; empty: nothing.
    pub fn way(&self) -> Rc<str> {
        let origin = self.history.origin();
        let own = self.ways.iter().find(|(other, _)| *other == origin);
        own.map(|(_, way)| Rc::clone(way)).unwrap_or_default()
    }

    fn take_way(&mut self, way: Rc<str>) {
        if way != self.way() {
            let origin = self.history.origin();
            let ways = Rc::make_mut(&mut self.ways);
            ways.retain(|(other, _)| *other != origin);
            ways.push((origin, way));
        }
    }

    fn reveal(&mut self, place: Place, focus: bool) {
        if matches!(place, Place::Text { .. }) {
            self.mode = EditorMode::Text;
        } else {
            self.mode = EditorMode::Form;
        }
        let serial = self.reveal.as_ref().map_or(0, |last| last.serial.wrapping_add(1));
        self.reveal = Some(Reveal { place, focus, serial });
    }

    /// After undo and redo: drafts belong to the step that was left, and the user sees where something changed.
    fn arrive(&mut self) {
        self.drafts = Rc::default();
        if let Some(place) = self.history.changed().cloned() {
            self.reveal(place, false);
        }
    }
}

/// The state after an action; the same `Rc` when nothing changed, so that nothing is rendered.
pub fn reduce(state: &Rc<AppState>, action: Action) -> Rc<AppState> {
    let mut next = AppState::clone(state);
    match action {
        Action::Edit {
            text,
            source,
            at_ms,
            place,
        } => {
            // Text typed by hand may contradict any draft; a field keeps its own.
            if !matches!(source, EditSource::Field(_)) && text != *next.text() {
                next.drafts = Rc::default();
            }
            next.history.edit(text, source, at_ms, place);
        }
        Action::Draft { pointer, raw } => {
            if next.drafts.get(&pointer) != Some(&raw) {
                Rc::make_mut(&mut next.drafts).insert(pointer, raw);
            }
        }
        Action::DropDraft { pointer } => {
            if next.drafts.contains_key(&pointer) {
                Rc::make_mut(&mut next.drafts).remove(&pointer);
            }
        }
        Action::Open {
            text,
            at_ms,
            ula_seed,
        } => {
            next.drafts = Rc::default();
            next.nodes_from = 0;
            next.mapping = Rc::default();
            next.ula_seed = ula_seed;
            // What was pasted to compare with stays beside the next plan; one step back it is as it was.
            let way = next.way();
            next.history.edit(text, EditSource::Open, at_ms, None);
            next.take_way(way);
        }
        Action::Follow {
            text,
            at_ms,
            ula_seed,
        } => {
            if text != *next.text() {
                next.drafts = Rc::default();
            }
            next.ula_seed = ula_seed;
            next.history.edit(text, EditSource::OtherTab, at_ms, None);
        }
        Action::Undo => {
            if next.history.undo() {
                next.arrive();
            }
        }
        Action::Redo => {
            if next.history.redo() {
                next.arrive();
            }
        }
        Action::SelectTab(tab) => next.tab = tab,
        Action::SelectMode(mode) => next.mode = mode,
        Action::Reveal(place) => next.reveal(place, true),
        Action::NodesFrom(from) => next.nodes_from = from,
        Action::NodesQuery(query) => next.nodes_query = query.into(),
        Action::Export(change) => {
            let after = next.exporting.after(change);
            if after != *next.exporting {
                next.exporting = Rc::new(after);
            }
        }
        Action::Map(change) => next.mapping = Rc::new(next.mapping.after(change)),
        Action::Simulate(change) => next.simulation = Rc::new(next.simulation.after(change)),
        Action::Bring(change) => {
            if matches!(change, Bring::Look(_)) {
                next.unfolded = None;
            }
            Rc::make_mut(&mut next.brought).bring(change);
        }
        Action::Ask(ask) => Rc::make_mut(&mut next.asked).ask(ask),
        Action::Way(way) => next.take_way(way),
        Action::Keep(keep) => {
            let origin = next.history.origin();
            Rc::make_mut(&mut next.keeping).keep(origin, keep);
        }
        Action::Attend(field) => next.attended = field,
        Action::Unfold(unfolded) => {
            next.unfolded = unfolded;
            // Both have the same place.
            if unfolded == Some(Unfolded::Plans) && next.brought.looked.is_some() {
                Rc::make_mut(&mut next.brought).bring(Bring::Close);
            }
        }
        Action::Language(language) => next.language = language,
        Action::Theme(theme) => next.theme = theme,
        Action::Notify(notice) => next.notice = Some(notice),
        Action::Dismiss => next.notice = None,
    }
    if next == **state {
        Rc::clone(state)
    } else {
        Rc::new(next)
    }
}
