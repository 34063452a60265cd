//! The API server's answers about ServiceCIDR objects: `pkg/registry/networking/servicecidr/strategy.go` and
//! `pkg/apis/networking/validation/validation.go`.

use super::names::{at_field, subdomain_errors};
use super::outcome::Refusal;
use crate::go::field_error::{FieldError, FieldValue};
use crate::kubernetes::Version;
use crate::kubernetes::service_api::ServiceApi;
use crate::kubernetes::service_cidr::{ServiceCidrChecks, ServiceCidrRules, ServiceCidrUpdates};
use crate::net::IpFamily;
use crate::net::lenient::{self, LenientCidr, Oddity};

const FIELD: &str = "spec.cidrs";
const PAIR: &str = "may specify no more than one IP for each IP family, i.e 192.168.0.0/24 and 2001:db8::/64";
const IMMUTABLE: &str = "field is immutable";

/// Returns the errors of a new object with that name and that value of `spec.cidrs`, in the server's order. Empty if
/// the server takes it.
///
/// ```
/// use dualstack_kubernetes::admission::service_cidr::creation_errors;
/// let version = "1.36".parse().unwrap();
/// assert!(creation_errors(version, "more", &["10.97.0.0/16".to_owned()]).is_empty());
/// assert_eq!(creation_errors(version, "more", &[])[0].detail, "at least one CIDR required");
/// ```
pub fn creation_errors(version: Version, name: &str, cidrs: &[String]) -> Vec<FieldError> {
    let mut errors = name_errors(version, name);
    errors.extend(spec_errors(version, cidrs));
    errors
}

/// Returns the errors of an update of `spec.cidrs` from `old` to `new`. Empty if the server takes it.
pub fn update_errors(version: Version, old: &[String], new: &[String]) -> Vec<FieldError> {
    let immutable = |i: usize| {
        let value = FieldValue::Text(new.get(i).cloned().unwrap_or_default());
        FieldError::invalid(format!("{FIELD}[{i}]"), value, IMMUTABLE)
    };
    let whole = || FieldError::invalid(FIELD, FieldValue::strings(new), IMMUTABLE);
    match ServiceCidrRules::at(version).updates {
        ServiceCidrUpdates::Immutable if old == new => Vec::new(),
        ServiceCidrUpdates::Immutable => vec![whole()],
        ServiceCidrUpdates::SecondRange if old.len() == new.len() => (0..old.len())
            .filter(|i| old.get(*i) != new.get(*i))
            .map(immutable)
            .collect(),
        ServiceCidrUpdates::SecondRange if old.len() == 1 && new.len() == 2 => {
            let first = (old.first() != new.first()).then(|| immutable(0));
            first.into_iter().chain(spec_errors(version, new)).collect()
        }
        ServiceCidrUpdates::SecondRange => vec![whole()],
    }
}

/// Returns the refusal of an object of that name with these errors, in the syntax of the version.
pub fn refusal(version: Version, name: &str, errors: &[FieldError]) -> Refusal {
    let syntax = ServiceApi::at(version, None).value_syntax;
    Refusal::invalid_object("ServiceCIDR.networking.k8s.io", name, errors, syntax)
}

/// Returns the errors of the object's name (`ValidateServiceCIDRName`).
fn name_errors(version: Version, name: &str) -> Vec<FieldError> {
    let field = "metadata.name";
    if name.is_empty() {
        return vec![FieldError::required(field, "name or generateName is required")];
    }
    let texts = ServiceApi::at(version, None).metadata.name_texts;
    at_field(field, name, subdomain_errors(name, texts)).collect()
}

fn spec_errors(version: Version, cidrs: &[String]) -> Vec<FieldError> {
    if cidrs.is_empty() {
        return vec![FieldError::required(FIELD, "at least one CIDR required")];
    }
    if cidrs.len() > 2 {
        return vec![FieldError::invalid(
            FIELD,
            whole_spec(cidrs),
            "may only hold up to 2 values",
        )];
    }
    let read: Vec<Option<LenientCidr>> = cidrs.iter().map(|cidr| lenient::parse_cidr(cidr)).collect();
    let families: Vec<Option<IpFamily>> = read.iter().map(|read| read.as_ref().map(family_of)).collect();
    match ServiceCidrRules::at(version).checks {
        ServiceCidrChecks::PairFirst => {
            if let [first, second] = families[..]
                && (first.is_none() || second.is_none() || first == second)
            {
                return vec![FieldError::invalid(FIELD, whole_spec(cidrs), PAIR)];
            }
            let unread = read.iter().enumerate().filter(|(_, read)| read.is_none());
            unread.flat_map(|(i, _)| range_errors(i, cidrs, None)).collect()
        }
        ServiceCidrChecks::EachFirst => {
            let mut errors: Vec<FieldError> = read
                .iter()
                .enumerate()
                .flat_map(|(i, read)| range_errors(i, cidrs, read.as_ref()))
                .collect();
            if let [Some(first), Some(second)] = families[..]
                && first == second
            {
                errors.push(FieldError::invalid(FIELD, FieldValue::strings(cidrs), PAIR));
            }
            errors
        }
    }
}

/// The family that `IPFamilyOfCIDRString` sees: an IPv4-mapped network is IPv4, however long its prefix.
fn family_of(read: &LenientCidr) -> IpFamily {
    if read.oddities.contains(&Oddity::Ipv4Mapped) {
        IpFamily::IPv4
    } else {
        read.cidr.family()
    }
}

/// Returns the errors of one range (`IsValidCIDR`). That the text is not the canonical one is said only if nothing
/// else is wrong, and nothing else is seen in a text with leading zeros.
fn range_errors(i: usize, cidrs: &[String], read: Option<&LenientCidr>) -> Vec<FieldError> {
    let text = cidrs.get(i).cloned().unwrap_or_default();
    let error =
        |detail: String| FieldError::invalid(format!("{FIELD}[{i}]"), FieldValue::Text(text.clone()), detail);
    let Some(read) = read else {
        let detail = "must be a valid CIDR value, (e.g. 10.9.8.0/24 or 2001:db8::/64)";
        return vec![error(detail.to_owned())];
    };
    let mut errors = Vec::new();
    for oddity in &read.oddities {
        errors.push(error(match oddity {
            Oddity::LeadingZeros => {
                return vec![error(
                    "must not have leading 0s in IP or prefix length".to_owned(),
                )];
            }
            Oddity::Ipv4Mapped => "must not have an IPv4-mapped IPv6 address".to_owned(),
            Oddity::HostBits => "must not have bits set beyond the prefix length".to_owned(),
            Oddity::NotRfc5952 if read.oddities.len() > 1 => continue,
            Oddity::NotRfc5952 => format!("must be in canonical form (\"{}\")", read.cidr),
        }));
    }
    errors
}

/// The whole spec as the server prints it.
fn whole_spec(cidrs: &[String]) -> FieldValue {
    let quoted: Vec<String> = cidrs.iter().map(|cidr| format!("{cidr:?}")).collect();
    FieldValue::Raw {
        go: format!(
            "networking.ServiceCIDRSpec{{CIDRs:[]string{{{}}}}}",
            quoted.join(", ")
        ),
        json: format!("{{\"CIDRs\":[{}]}}", quoted.join(",")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(version: &str, name: &str, cidrs: &[&str]) -> String {
        let version = version.parse().unwrap();
        let cidrs: Vec<String> = cidrs.iter().map(|cidr| (*cidr).to_owned()).collect();
        let errors = creation_errors(version, name, &cidrs);
        if errors.is_empty() {
            String::new()
        } else {
            refusal(version, name, &errors).message
        }
    }

    fn update(version: &str, old: &[&str], new: &[&str]) -> String {
        let version = version.parse().unwrap();
        let list = |cidrs: &[&str]| -> Vec<String> { cidrs.iter().map(|cidr| (*cidr).to_owned()).collect() };
        let errors = update_errors(version, &list(old), &list(new));
        if errors.is_empty() {
            String::new()
        } else {
            refusal(version, "x", &errors).message
        }
    }

    #[test]
    fn each_range_is_checked_before_the_pair_from_1_33_on() {
        assert_eq!(
            of("1.36", "x", &["10.97.0.1/16", "010.98.0.0/16"]),
            "ServiceCIDR.networking.k8s.io \"x\" is invalid: [spec.cidrs[0]: Invalid value: \"10.97.0.1/16\": must not \
             have bits set beyond the prefix length, spec.cidrs[1]: Invalid value: \"010.98.0.0/16\": must not have \
             leading 0s in IP or prefix length, spec.cidrs: Invalid value: [\"10.97.0.1/16\",\"010.98.0.0/16\"]: may \
             specify no more than one IP for each IP family, i.e 192.168.0.0/24 and 2001:db8::/64]"
        );
        assert_eq!(
            of("1.33", "x", &["10.97.0.0/16", "10.98.0.0/16"]),
            "ServiceCIDR.networking.k8s.io \"x\" is invalid: spec.cidrs: Invalid value: \
             []string{\"10.97.0.0/16\", \"10.98.0.0/16\"}: may specify no more than one IP for each IP family, i.e \
             192.168.0.0/24 and 2001:db8::/64"
        );
        assert_eq!(
            of("1.36", "x", &["banana", "10.97.0.0/16"])
                .matches("Invalid value")
                .count(),
            1
        );
    }

    #[test]
    fn before_1_33_a_pair_of_one_family_is_all_that_is_said() {
        assert_eq!(
            of("1.31", "x", &["10.97.0.1/16", "banana"]),
            "ServiceCIDR.networking.k8s.io \"x\" is invalid: spec.cidrs: Invalid value: \
             networking.ServiceCIDRSpec{CIDRs:[]string{\"10.97.0.1/16\", \"banana\"}}: may specify no more than one IP \
             for each IP family, i.e 192.168.0.0/24 and 2001:db8::/64"
        );
        assert_eq!(of("1.31", "x", &["10.97.0.1/16"]), "");
        assert!(of("1.31", "x", &["banana"]).contains("spec.cidrs[0]: Invalid value: \"banana\""));
    }

    #[test]
    fn a_mapped_range_is_ipv4_and_may_have_two_errors() {
        assert_eq!(
            of("1.36", "x", &["::ffff:10.97.0.1/112", "10.98.0.0/16"]),
            "ServiceCIDR.networking.k8s.io \"x\" is invalid: [spec.cidrs[0]: Invalid value: \
             \"::ffff:10.97.0.1/112\": must not have an IPv4-mapped IPv6 address, spec.cidrs[0]: Invalid value: \
             \"::ffff:10.97.0.1/112\": must not have bits set beyond the prefix length, spec.cidrs: Invalid value: \
             [\"::ffff:10.97.0.1/112\",\"10.98.0.0/16\"]: may specify no more than one IP for each IP family, i.e \
             192.168.0.0/24 and 2001:db8::/64]"
        );
    }

    #[test]
    fn names_are_dns_subdomains_and_are_checked_first() {
        assert_eq!(
            of("1.36", "", &["10.97.0.0/16"]),
            "ServiceCIDR.networking.k8s.io \"\" is invalid: metadata.name: Required value: name or generateName is \
             required"
        );
        let upper = of("1.36", "Upper", &[]);
        assert!(upper.starts_with(
            "ServiceCIDR.networking.k8s.io \"Upper\" is invalid: [metadata.name: Invalid value: \"Upper\": a lowercase \
             RFC 1123 subdomain must consist of"
        ));
        assert!(upper.ends_with("spec.cidrs: Required value: at least one CIDR required]"));
        assert_eq!(of("1.36", "a.b-1", &["10.97.0.0/16"]), "");
    }

    #[test]
    fn a_second_range_may_be_added_from_1_33_on_and_nothing_else_changes() {
        let (one, two) = (&["10.97.0.0/16"][..], &["10.97.0.0/16", "fd00:10:97::/112"][..]);
        assert_eq!(update("1.36", one, two), "");
        assert_eq!(update("1.36", two, two), "");
        assert_eq!(
            update("1.36", two, one),
            "ServiceCIDR.networking.k8s.io \"x\" is invalid: spec.cidrs: Invalid value: [\"10.97.0.0/16\"]: field is \
             immutable"
        );
        assert_eq!(
            update("1.36", one, &["10.98.0.0/16"]),
            "ServiceCIDR.networking.k8s.io \"x\" is invalid: spec.cidrs[0]: Invalid value: \"10.98.0.0/16\": field is \
             immutable"
        );
        assert_eq!(
            update("1.36", one, &["10.98.0.0/16", "kiwi"]),
            "ServiceCIDR.networking.k8s.io \"x\" is invalid: [spec.cidrs[0]: Invalid value: \"10.98.0.0/16\": field is \
             immutable, spec.cidrs[1]: Invalid value: \"kiwi\": must be a valid CIDR value, (e.g. 10.9.8.0/24 or \
             2001:db8::/64)]"
        );
        assert!(update("1.32", one, two).contains("field is immutable"));
        assert!(update("1.36", one, &[]).ends_with("Invalid value: []: field is immutable"));
    }
}
