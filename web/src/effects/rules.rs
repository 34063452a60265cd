//! How far the page is with its rules, which come behind the first view.

use yew::prelude::*;

/// How far the page is with its rules, and how to try again.
#[derive(Clone, PartialEq)]
pub struct RulesLoading {
    /// What there is.
    pub state: RulesState,
    /// Tries again where loading has failed.
    pub retry: Callback<()>,
}

/// Whether the rules are there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RulesState {
    /// They are being loaded.
    Coming,
    /// They are there, and every analysis from now on is checked.
    There,
    /// They could not be loaded.
    Failed,
}

/// How far the page is with its rules, from the page around.
#[hook]
pub fn use_rules_loading() -> RulesLoading {
    use_context().unwrap_or(RulesLoading {
        state: RulesState::There,
        retry: Callback::noop(),
    })
}
