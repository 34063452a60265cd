//! Whole pages.

pub mod on_demand;
pub mod planner;

use std::rc::Rc;

use yew::prelude::*;

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
