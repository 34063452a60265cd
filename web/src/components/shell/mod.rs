//! The frame: header, tabs, icons, messages.

pub mod choice;
pub mod header;
pub mod icon;
pub mod listing;
pub mod notice;
pub mod offer;
pub mod standing;
pub mod summary;
pub mod tabs;
pub mod verdict;
pub mod version_slider;

use yew::prelude::*;

use crate::state::Action;

/// Where actions go.
#[derive(Clone, PartialEq)]
pub struct Dispatch(pub Callback<Action>);

impl Dispatch {
    /// Sends an action.
    pub fn send(&self, action: Action) {
        self.0.emit(action);
    }
}

/// Where actions go, from the page around.
#[hook]
pub fn use_dispatch() -> Dispatch {
    use_context().unwrap_or(Dispatch(Callback::noop()))
}
