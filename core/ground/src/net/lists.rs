//! Lists of networks by family.

use super::{Cidr, IpFamily};

/// The first network of that family.
pub fn of_family(cidrs: &[Cidr], family: IpFamily) -> Option<Cidr> {
    cidrs.iter().copied().find(|cidr| cidr.family() == family)
}

/// The networks of that family, in order.
pub fn all_of_family(cidrs: &[Cidr], family: IpFamily) -> Vec<Cidr> {
    let cidrs = cidrs.iter().copied();
    cidrs.filter(|cidr| cidr.family() == family).collect()
}

/// The families of the networks, IPv4 first.
pub fn families(cidrs: &[Cidr]) -> Vec<IpFamily> {
    let has = |family: &IpFamily| of_family(cidrs, *family).is_some();
    IpFamily::ALL.into_iter().filter(has).collect()
}

/// The families of the networks, each once, in the order in which they come.
pub fn families_in_order(cidrs: &[Cidr]) -> Vec<IpFamily> {
    let mut families = families(cidrs);
    if cidrs
        .first()
        .is_some_and(|first| first.family() == IpFamily::IPv6)
    {
        families.reverse();
    }
    families
}

/// Whether networks of both families are among them.
pub fn has_both(cidrs: &[Cidr]) -> bool {
    families(cidrs).len() == IpFamily::ALL.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cidrs(texts: &[&str]) -> Vec<Cidr> {
        texts.iter().map(|text| text.parse().unwrap()).collect()
    }

    #[test]
    fn families_are_listed_once() {
        let both = cidrs(&["fd00::/48", "10.0.0.0/8", "fd01::/48"]);
        assert_eq!(families(&both), IpFamily::ALL);
        assert_eq!(families_in_order(&both), [IpFamily::IPv6, IpFamily::IPv4]);
        assert!(has_both(&both));
        assert_eq!(all_of_family(&both, IpFamily::IPv6).len(), 2);
        let one = cidrs(&["fd00::/48"]);
        assert_eq!(families_in_order(&one), [IpFamily::IPv6]);
        assert!(!has_both(&one) && !has_both(&[]));
        assert_eq!(of_family(&one, IpFamily::IPv4), None);
    }
}
