//! The differences between two lists of ranges, family by family.

use super::DifferenceKind;
use crate::net::{Cidr, IpFamily};

/// A difference between two lists.
pub(super) struct RangeChange {
    pub(super) kind: DifferenceKind,
    pub(super) before: Option<Cidr>,
    pub(super) after: Option<Cidr>,
    /// The older list with this difference alone.
    pub(super) list: Vec<Cidr>,
}

impl RangeChange {
    /// Returns the family of the range.
    pub(super) fn family(&self) -> IpFamily {
        self.after
            .or(self.before)
            .map_or(IpFamily::IPv4, |cidr| cidr.family())
    }
}

/// Returns the first family of a list.
pub(super) fn primary(list: &[Cidr]) -> Option<IpFamily> {
    list.first().map(Cidr::family)
}

/// Returns the differences between two lists with one range a family at most.
pub(super) fn changes(old: &[Cidr], new: &[Cidr]) -> Vec<RangeChange> {
    let of = |list: &[Cidr], family: IpFamily| list.iter().copied().find(|cidr| cidr.family() == family);
    let mut found = Vec::new();
    if primary(old) != primary(new) {
        found.push(RangeChange {
            kind: DifferenceKind::Swapped,
            before: old.first().copied(),
            after: new.first().copied(),
            list: new.to_vec(),
        });
    }
    for family in IpFamily::ALL {
        let (before, after) = (of(old, family), of(new, family));
        let (kind, list) = match (before, after) {
            (None, Some(added)) => {
                let mut list = old.to_vec();
                match primary(new) == Some(family) {
                    true => list.insert(0, added),
                    false => list.push(added),
                }
                (DifferenceKind::Added, list)
            }
            (Some(gone), None) => {
                let rest: Vec<Cidr> = old.iter().copied().filter(|cidr| *cidr != gone).collect();
                let list = if rest.is_empty() { new.to_vec() } else { rest };
                (DifferenceKind::Removed, list)
            }
            (Some(before), Some(after)) if before != after => {
                let kind = match (after.contains(&before), before.contains(&after)) {
                    (true, _) => DifferenceKind::Grown,
                    (_, true) => DifferenceKind::Shrunk,
                    _ => DifferenceKind::Moved,
                };
                let replaced = |cidr: &Cidr| if *cidr == before { after } else { *cidr };
                (kind, old.iter().map(replaced).collect())
            }
            _ => continue,
        };
        found.push(RangeChange {
            kind,
            before,
            after,
            list,
        });
    }
    found
}
