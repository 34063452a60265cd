//! What the map shows, computed once for an analysis and a position.

use std::ops::Deref;
use std::rc::Rc;

use dualstack_core::drawing::scene::{Scene, SceneOptions, scene};
use dualstack_core::net::Cidr;
use yew::prelude::*;

use super::moving::extent;
use crate::engine::Analysis;

/// A scene that the parts of the map share. Two of them are equal when they are the same one: a pointer moves often, and
/// does not compare hundreds of cells each time.
#[derive(Clone, Debug)]
pub struct Shown(Rc<Scene>);

impl Deref for Shown {
    type Target = Scene;

    fn deref(&self) -> &Scene {
        &self.0
    }
}

impl PartialEq for Shown {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

impl Shown {
    /// Returns the network that is shown by a cell: of the first family that can be cut further there.
    pub fn network_of(&self, cell: usize) -> Option<Cidr> {
        let mut networks = self
            .panes
            .iter()
            .filter_map(|pane| Some(pane.grid.as_ref()?.cells.get(cell)?.network));
        networks.find(|network| network.prefix_len() < network.family().width())
    }

    /// Returns the first cell that a network takes up.
    pub fn cell_of(&self, network: &Cidr) -> Option<usize> {
        let mut grids = self.panes.iter().filter_map(|pane| pane.grid.as_ref());
        grids
            .find_map(|grid| extent(grid, network))
            .map(|(first, _)| first)
    }

    /// Returns the network from which the map is seen a step farther away, in the first family that has one.
    pub fn outside(&self) -> Option<Cidr> {
        let mut before = self.panes.iter().filter_map(|pane| {
            let last = pane.path.len().checked_sub(2)?;
            pane.path.get(last)
        });
        before.next().map(|crumb| crumb.network)
    }
}

/// What the map of a plan shows from a position. It stays the same one when an edit changes nothing that is seen.
#[hook]
pub fn use_scene(analysis: &Rc<Analysis>, at: Option<Cidr>) -> Option<Shown> {
    let last = use_mut_ref(|| None::<Shown>);
    let shown = use_memo((Rc::clone(analysis), at), |(analysis, at)| {
        let options = SceneOptions {
            at: at.iter().copied().collect(),
        };
        let next = scene(analysis.stages(), &options);
        let mut last = last.borrow_mut();
        if last.as_deref() != next.as_ref() {
            *last = next.map(|next| Shown(Rc::new(next)));
        }
        last.clone()
    });
    (*shown).clone()
}
