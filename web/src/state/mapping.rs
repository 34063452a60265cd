//! What the map shows: the position it is seen from, and the network that is looked at.

use dualstack_core::net::Cidr;

/// The position of the map and what is selected on it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Mapping {
    /// The network that fills the grid of its family. `None`: the pod ranges.
    pub at: Option<Cidr>,
    /// The network that is looked at: that of a cell, or of a range that was changed.
    pub looked: Option<Cidr>,
}

/// Something is chosen on the map.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mapped {
    /// The map is seen from a network; `None` is where it begins.
    Go(Option<Cidr>),
    /// A network is looked at.
    Look(Cidr),
}

impl Mapping {
    /// Returns what the map shows after a choice.
    #[must_use]
    pub fn after(&self, change: Mapped) -> Mapping {
        match change {
            Mapped::Go(at) => Mapping { at, looked: None },
            Mapped::Look(network) => Mapping {
                at: self.at,
                looked: Some(network),
            },
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn looking_keeps_the_position_and_going_forgets_what_was_looked_at() {
        let cidr = |text: &str| text.parse::<Cidr>().unwrap();
        let there = Mapping::default().after(Mapped::Go(Some(cidr("10.0.0.0/8"))));
        let looked = there.after(Mapped::Look(cidr("10.244.0.0/16")));
        assert_eq!(
            (looked.at, looked.looked),
            (there.at, Some(cidr("10.244.0.0/16")))
        );
        assert_eq!(looked.after(Mapped::Go(None)), Mapping::default());
    }
}
