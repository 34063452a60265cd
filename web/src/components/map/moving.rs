//! Ranges in other places and of other sizes: what a gesture or a button makes of them.

use dualstack_core::diagnostic::{PatchOperation, Pointer};
use dualstack_core::drawing::scene::{Grid, Scene, SceneRange};
use dualstack_core::net::Cidr;
use serde_json::Value;

use crate::engine::RangeKind;
use crate::engine::edit::set;

/// A range with another network: at another place, or of another size.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Placing {
    /// Where the text of the range stands in the plan.
    pub place: Pointer,
    /// The network that it would be given.
    pub network: Cidr,
}

impl Placing {
    /// Gives a range another network.
    pub fn new(range: &SceneRange, network: Cidr) -> Placing {
        // A reserved network is declared as a whole entry, the others as one text.
        let pointer = &range.declared.pointer;
        let is_entry = range.declared.kind == RangeKind::Reserved && !pointer.as_str().ends_with("/cidr");
        Placing {
            place: if is_entry {
                pointer.key("cidr")
            } else {
                pointer.clone()
            },
            network,
        }
    }

    /// Returns what is changed in the values of the plan.
    pub fn patch(&self, values: &Value) -> Vec<PatchOperation> {
        set(values, &self.place, Some(self.network.to_string().into()))
    }
}

/// Returns the range of the plan that is taken up at a cell: the narrowest one there that lies inside of the grid. `None` if
/// there is none, or if it does not stand in the plan.
pub fn range_at<'a>(scene: &'a Scene, grid: &Grid, cell: usize) -> Option<&'a SceneRange> {
    let network = grid.cells.get(cell)?.network;
    let is_there = |range: &&SceneRange| {
        let cidr = range.declared.cidr;
        let is_inside = grid.network != cidr && grid.network.contains(&cidr);
        range.declared.document.is_none() && is_inside && cidr.overlaps(&network)
    };
    let there = scene.ranges.iter().filter(is_there);
    there.max_by_key(|range| range.declared.cidr.prefix_len())
}

/// Returns a network of the size of `range` at a cell: around the cell, or where the cell begins.
pub fn moved(range: &Cidr, cell: &Cidr) -> Option<Cidr> {
    (range.family() == cell.family())
        .then(|| Cidr::containing(cell.network(), range.prefix_len()))
        .flatten()
}

/// Returns the cells that a network takes up in a grid: the first, and how many. `None` if it lies elsewhere.
pub fn extent(grid: &Grid, network: &Cidr) -> Option<(usize, usize)> {
    let mut inside = grid.cells.iter().filter(|cell| cell.network.overlaps(network));
    let first = inside.next()?.index;
    Some((first, 1 + inside.count()))
}

/// Returns the network twice as large that holds it.
pub fn doubled(range: &Cidr) -> Option<Cidr> {
    // A /1 and a whole family are no ranges of a cluster.
    range.supernet().filter(|wider| wider.prefix_len() > 0)
}

/// Returns its first half.
pub fn halved(range: &Cidr) -> Option<Cidr> {
    range.block(range.prefix_len() + 1, 0)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cidr(text: &str) -> Cidr {
        text.parse().unwrap()
    }

    #[test]
    fn a_range_is_moved_to_where_its_size_may_lie() {
        let to = |range: &str, cell: &str| moved(&cidr(range), &cidr(cell)).map(|cidr| cidr.to_string());
        assert_eq!(to("10.244.0.0/16", "10.100.0.0/16").unwrap(), "10.100.0.0/16");
        assert_eq!(to("10.128.0.0/9", "10.100.0.0/16").unwrap(), "10.0.0.0/9");
        assert_eq!(to("10.96.0.0/20", "10.100.0.0/16").unwrap(), "10.100.0.0/20");
        assert_eq!(to("10.96.0.0/20", "fd00::/16"), None);
    }

    #[test]
    fn sizes_go_by_a_bit() {
        assert_eq!(doubled(&cidr("10.245.0.0/16")).unwrap(), cidr("10.244.0.0/15"));
        assert_eq!(halved(&cidr("10.244.0.0/15")).unwrap(), cidr("10.244.0.0/16"));
        assert_eq!(doubled(&cidr("128.0.0.0/1")), None);
        assert_eq!(halved(&cidr("10.0.0.1/32")), None);
    }
}
