use serde::Serialize;

use super::{Cidr, IpFamily};

/// One entry, or two of different families; the first is the primary one.
///
/// ```
/// use dualstack_ground::net::{Cidr, Dual, IpFamily};
/// let ranges: Vec<Cidr> = ["fd00:10:96::/112", "10.96.0.0/16"].map(|c| c.parse().unwrap()).into();
/// let services = Dual::from_cidrs(&ranges).unwrap();
/// assert_eq!(services.primary_family(), IpFamily::IPv6);
/// assert!(services.is_dual_stack());
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Dual<T> {
    primary: T,
    secondary: Option<T>,
}

impl<T> Dual<T> {
    /// Returns a single entry.
    pub const fn single(primary: T) -> Dual<T> {
        Dual {
            primary,
            secondary: None,
        }
    }

    /// Returns the first entry.
    pub const fn primary(&self) -> &T {
        &self.primary
    }

    /// Returns the second entry. `None` if there is one entry only.
    pub const fn secondary(&self) -> Option<&T> {
        self.secondary.as_ref()
    }

    /// Returns whether there are two entries, and so two families.
    pub const fn is_dual_stack(&self) -> bool {
        self.secondary.is_some()
    }

    /// Returns the entries in order.
    pub fn iter(&self) -> impl Iterator<Item = &T> {
        std::iter::once(&self.primary).chain(self.secondary.as_ref())
    }

    /// Returns the same shape with `change` applied to every entry.
    pub fn map<U>(self, mut change: impl FnMut(T) -> U) -> Dual<U> {
        Dual {
            primary: change(self.primary),
            secondary: self.secondary.map(change),
        }
    }
}

impl Dual<Cidr> {
    /// Creates the value from an ordered list. `None` unless the list holds one entry, or two of different families.
    pub fn from_cidrs(cidrs: &[Cidr]) -> Option<Dual<Cidr>> {
        match cidrs {
            [only] => Some(Dual::single(*only)),
            [primary, secondary] if primary.family() != secondary.family() => Some(Dual {
                primary: *primary,
                secondary: Some(*secondary),
            }),
            _ => None,
        }
    }

    /// Returns the family of the first entry.
    pub fn primary_family(&self) -> IpFamily {
        self.primary.family()
    }

    /// Returns the families in order.
    pub fn families(&self) -> Dual<IpFamily> {
        self.map(|cidr| cidr.family())
    }

    /// Returns the entry of that family. `None` if there is none.
    pub fn of(&self, family: IpFamily) -> Option<Cidr> {
        self.iter().copied().find(|cidr| cidr.family() == family)
    }
}

impl Dual<IpFamily> {
    /// Creates the value from an ordered list. `None` unless the list holds one family, or two different ones.
    pub fn from_families(families: &[IpFamily]) -> Option<Dual<IpFamily>> {
        match families {
            [only] => Some(Dual::single(*only)),
            [primary, secondary] if primary != secondary => Some(Dual {
                primary: *primary,
                secondary: Some(*secondary),
            }),
            _ => None,
        }
    }

    /// Returns whether that family is one of the entries.
    pub fn has(&self, family: IpFamily) -> bool {
        self.iter().any(|entry| *entry == family)
    }
}

impl<T: Serialize> Serialize for Dual<T> {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(self.iter())
    }
}
