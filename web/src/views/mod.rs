//! Whole pages.

pub mod on_demand;
pub mod planner;

use std::rc::Rc;

use yew::prelude::*;

use crate::components::editor::FormContext;
use crate::engine::Analysis;
use crate::state::{Action, AppState};

/// What a pane of the page is drawn from.
#[derive(Clone, PartialEq, Properties)]
pub struct PaneProps {
    /// The state.
    pub state: Rc<AppState>,
    /// What its plan comes to.
    pub analysis: Rc<Analysis>,
    /// Where actions go.
    pub dispatch: Callback<Action>,
}

impl PaneProps {
    /// Returns what forms of the pane read and edit.
    pub fn form_context(&self) -> FormContext {
        FormContext {
            analysis: Rc::clone(&self.analysis),
            text: Rc::clone(self.state.text()),
            drafts: Rc::clone(&self.state.drafts),
        }
    }
}
