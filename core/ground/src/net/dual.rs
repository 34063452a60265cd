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
    /// A single entry.
    pub const fn single(primary: T) -> Dual<T> {
        Dual {
            primary,
            secondary: None,
        }
    }

    /// The first entry.
    pub const fn primary(&self) -> &T {
        &self.primary
    }

    /// The second entry, if there is one.
    pub const fn secondary(&self) -> Option<&T> {
        self.secondary.as_ref()
    }

    /// Whether there are two entries, hence two families.
    pub const fn is_dual_stack(&self) -> bool {
        self.secondary.is_some()
    }

    /// The entries in order.
    pub fn iter(&self) -> impl Iterator<Item = &T> {
        std::iter::once(&self.primary).chain(self.secondary.as_ref())
    }

    /// The same shape with every entry changed.
    pub fn map<U>(self, mut change: impl FnMut(T) -> U) -> Dual<U> {
        Dual {
            primary: change(self.primary),
            secondary: self.secondary.map(change),
        }
    }
}

impl Dual<Cidr> {
    /// From an ordered list; `None` unless it holds one entry, or two of different families.
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

    /// The family of the first entry.
    pub fn primary_family(&self) -> IpFamily {
        self.primary.family()
    }

    /// The families in order.
    pub fn families(&self) -> Dual<IpFamily> {
        self.map(|cidr| cidr.family())
    }

    /// The entry of that family.
    pub fn of(&self, family: IpFamily) -> Option<Cidr> {
        self.iter().copied().find(|cidr| cidr.family() == family)
    }
}

impl Dual<IpFamily> {
    /// From an ordered list of one or two different families.
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

    /// Whether that family is one of the entries.
    pub fn has(&self, family: IpFamily) -> bool {
        self.iter().any(|entry| *entry == family)
    }
}

impl<T: Serialize> Serialize for Dual<T> {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(self.iter())
    }
}
