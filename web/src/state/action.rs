//! Everything a user (or the browser) can do to the state.

use std::rc::Rc;

use dualstack_core::i18n::Message;

use super::brought::Bring;
use super::exporting::Export;
use super::keeping::{Keep, Unfolded};
use super::mapping::Mapped;
use super::simulation::Simulate;
use super::{Ask, EditorMode, Place, Tab, Theme};

/// What made an edit; edits of one source in quick succession are one undo step.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum EditSource {
    /// A form field, by its JSON Pointer.
    Field(String),
    /// The plan as text.
    Text,
    /// The manifests of the Services tab.
    Services,
    /// A button: add, remove, swap, a fix.
    Fix,
    /// A file or a link.
    Open,
    /// Another tab, with the same plan.
    OtherTab,
}

impl EditSource {
    /// Whether this is typing, of which a burst is one step.
    pub fn merges(&self) -> bool {
        matches!(
            self,
            EditSource::Field(_) | EditSource::Text | EditSource::Services | EditSource::OtherTab
        )
    }
}

/// How a notice is meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tone {
    /// Something was done.
    Done,
    /// The plan was replaced; one step back brings the old one.
    Replaced,
    /// Something was not done, and why.
    Refused,
}

/// A message about something that is not in the plan: a link that cannot be read, a file that was copied.
#[derive(Clone, Debug, PartialEq)]
pub struct Notice {
    /// What to say.
    pub message: Message,
    /// How it is meant.
    pub tone: Tone,
}

/// A change of the state. The time is passed in, so that `reduce` stays pure.
#[derive(Clone, Debug, PartialEq)]
pub enum Action {
    /// The plan text changes.
    Edit {
        /// The whole new text.
        text: Rc<str>,
        /// What made the edit.
        source: EditSource,
        /// Milliseconds of any steady clock.
        at_ms: f64,
        /// The field or caret.
        place: Option<Place>,
    },
    /// A field shows something that the text does not (yet) say in those words.
    Draft {
        /// JSON Pointer of the field.
        pointer: String,
        /// What was typed.
        raw: String,
    },
    /// The field shows what the text says again.
    DropDraft {
        /// JSON Pointer of the field.
        pointer: String,
    },
    /// A whole plan from a file or a link; what was there stays one undo step away.
    Open {
        /// The text.
        text: Rc<str>,
        /// Milliseconds of any steady clock.
        at_ms: f64,
        /// Random bits for the plan, drawn by the caller.
        ula_seed: u64,
    },
    /// The plan has changed in another tab.
    Follow {
        /// The text.
        text: Rc<str>,
        /// Milliseconds of any steady clock.
        at_ms: f64,
        /// Random bits for the plan.
        ula_seed: u64,
    },
    /// One step back.
    Undo,
    /// One step forward.
    Redo,
    /// Shows another part of a view.
    SelectTab(Tab),
    /// The form, the text or the findings.
    SelectMode(EditorMode),
    /// Brings a place of the plan into view and focuses it.
    Reveal(Place),
    /// The first node of the page shown.
    NodesFrom(u64),
    /// What was typed to find a node.
    NodesQuery(String),
    /// Something is chosen in the Exports view.
    Export(Export),
    /// Something is chosen on the map.
    Map(Mapped),
    /// Something is tried on a cluster of the plan.
    Simulate(Simulate),
    /// Something is brought to the page.
    Bring(Bring),
    /// Something is asked beside the plan.
    Ask(Ask),
    /// The plan is compared with something else, or something of the way there is ticked off, as links say it.
    Way(Rc<str>),
    /// Something happens to plans that are kept in this browser.
    Keep(Keep),
    /// A field of the form has the focus, by its JSON Pointer, or none.
    Attend(Option<Rc<str>>),
    /// Opens a menu or a panel of the header, and closes the one that is open.
    Unfold(Option<Unfolded>),
    /// The interface language.
    Language(&'static str),
    /// Light, dark or as the system has it.
    Theme(Theme),
    /// Shows a notice.
    Notify(Notice),
    /// Takes the notice away.
    Dismiss,
}
