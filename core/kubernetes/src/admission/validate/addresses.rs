//! Addresses, families and ranges: `ValidateServiceClusterIPsRelatedFields` and what stands beside it in
//! pkg/apis/core/validation/validation.go.

use std::fmt::Arguments;

use crate::admission::context::{Context, ips_value, is_ipv6};
use crate::admission::service::{HEADLESS, ServiceSpec, policy};
use crate::go::field_error::{FieldError, FieldValue};
use crate::net::lenient::{self, Oddity};

pub(super) const FAMILIES: &[&str] = &["IPv4", "IPv6"];
const POLICIES: &[&str] = &[
    policy::PREFER_DUAL_STACK,
    policy::REQUIRE_DUAL_STACK,
    policy::SINGLE_STACK,
];

pub(super) fn text(value: &str) -> FieldValue {
    FieldValue::Text(value.to_owned())
}

/// Checks `clusterIP`, `clusterIPs`, `ipFamilies` and `ipFamilyPolicy`, alone and against each other.
pub(crate) fn related_fields(
    cx: &Context<'_>,
    old: Option<&ServiceSpec>,
    new: &ServiceSpec,
) -> Vec<FieldError> {
    let mut errors = Vec::new();
    if new.is_external_name() {
        return errors;
    }
    let field = "spec.clusterIPs";
    match (new.cluster_ip.is_empty(), new.ips().first()) {
        (false, None) => errors.push(FieldError::required(field, "").checked_by("SVC-1")),
        (false, Some(first)) if *first != new.cluster_ip => {
            let (detail, check) = cx.api.texts.first_must_match;
            errors.push(FieldError::invalid(field, ips_value(new), detail).checked_by(check));
        }
        (true, Some(_)) => {
            let (detail, check) = cx.api.texts.must_be_empty;
            errors.push(FieldError::invalid(field, ips_value(new), detail).checked_by(check));
        }
        _ => {}
    }
    for (i, family) in new.families().iter().enumerate() {
        let at = || format!("spec.ipFamilies[{i}]");
        if !FAMILIES.contains(&family.as_str()) {
            errors.push(FieldError::not_supported(at(), text(family), FAMILIES).checked_by("SVC-4"));
        }
        if new.families().iter().take(i).any(|seen| seen == family) {
            errors.push(FieldError::duplicate(at(), text(family)).checked_by("SVC-5"));
        }
    }
    if let Some(value) = new
        .ip_family_policy
        .as_ref()
        .filter(|value| !POLICIES.contains(&value.as_str()))
    {
        errors.push(
            FieldError::not_supported("spec.ipFamilyPolicy", text(value), POLICIES).checked_by("SVC-6"),
        );
    }
    let existing = old.map(ServiceSpec::ips).unwrap_or_default();
    let mut unusable = false;
    for (i, ip) in new.ips().iter().enumerate() {
        if i == 0 && ip == HEADLESS {
            if new.ips().len() > 1 {
                unusable = true;
                errors.push(
                    FieldError::invalid(field, ips_value(new), "'None' must be the first and only value")
                        .checked_by("SVC-7"),
                );
            }
            continue;
        }
        let found = address_error(cx, format_args!("{field}[{i}]"), ip, existing);
        unusable |= found.is_some();
        errors.extend(found.map(|error| error.checked_by("SVC-8")));
    }
    if new.ips().len() > 2 {
        errors.push(
            FieldError::invalid(field, ips_value(new), "may only hold up to 2 values").checked_by("SVC-9"),
        );
    }
    if unusable {
        return errors;
    }
    let v6 = new.ips().iter().filter(|ip| is_ipv6(ip)).count();
    if new.ips().len() > 1 && (v6 == 0 || v6 == new.ips().len()) {
        let detail = "may specify no more than one IP for each IP family";
        errors.push(FieldError::invalid(field, ips_value(new), detail).checked_by("SVC-10"));
    }
    if !new.is_headless() {
        for (i, (ip, family)) in new.ips().iter().zip(new.families()).enumerate() {
            let (wrong, check) = match family.as_str() {
                "IPv4" => (is_ipv6(ip), "SVC-11"),
                "IPv6" => (!is_ipv6(ip), "SVC-12"),
                _ => continue,
            };
            if wrong {
                errors.push(
                    FieldError::invalid(
                        format!("{field}[{i}]"),
                        text(ip),
                        format!("expected an {family} value as indicated by `ipFamilies[{i}]`"),
                    )
                    .checked_by(check),
                );
            }
        }
    }
    errors
}

/// Returns the error about the text of an address. `None` if it is valid, or if it is stored already (from 1.33).
fn address_error(
    cx: &Context<'_>,
    field: Arguments<'_>,
    ip: &str,
    existing: &[String],
) -> Option<FieldError> {
    if cx.api.existing_values_kept && existing.iter().any(|known| known == ip) {
        return None;
    }
    let error = |detail: &str| Some(FieldError::invalid(field.to_string(), text(ip), detail));
    let Some(read) = lenient::parse_address(ip) else {
        return error(cx.api.not_an_address);
    };
    if !cx.api.strict_addresses {
        return None;
    }
    if read.oddities.contains(&Oddity::LeadingZeros) {
        return error("must not have leading 0s");
    }
    if read.oddities.contains(&Oddity::Ipv4Mapped) {
        return error("must not be an IPv4-mapped IPv6 address");
    }
    None
}

/// Returns the error about the text of a range, which is printed without surrounding blanks. `None` if it is valid or
/// stored already.
pub(super) fn range_error(
    cx: &Context<'_>,
    field: &str,
    range: &str,
    existing: &[String],
) -> Option<FieldError> {
    let range = range.trim();
    if cx.api.existing_values_kept && existing.iter().any(|known| known.trim() == range) {
        return None;
    }
    let error = |detail: &str| Some(FieldError::invalid(field, text(range), detail).checked_by("SVC-41"));
    let Some(read) = lenient::parse_cidr(range) else {
        return error("must be a valid CIDR value, (e.g. 10.9.8.0/24 or 2001:db8::/64)");
    };
    if !cx.api.strict_addresses {
        return None;
    }
    let has = |oddity| read.oddities.contains(&oddity);
    if has(Oddity::LeadingZeros) {
        error("must not have leading 0s in IP or prefix length")
    } else if has(Oddity::Ipv4Mapped) {
        error("must not have an IPv4-mapped IPv6 address")
    } else if has(Oddity::HostBits) {
        error("must not have bits set beyond the prefix length")
    } else {
        None
    }
}

/// This project's name of the check that an entry of `externalIPs` is an address.
const NOT_AN_EXTERNAL_IP: &str = "SVC-36";

pub(super) fn external_ips(
    cx: &Context<'_>,
    old: Option<&ServiceSpec>,
    new: &ServiceSpec,
    errors: &mut Vec<FieldError>,
) {
    let existing = old.map(ServiceSpec::external_ip_list).unwrap_or_default();
    for (i, ip) in new.external_ip_list().iter().enumerate() {
        let field = format_args!("spec.externalIPs[{i}]");
        match address_error(cx, field, ip, existing) {
            None => errors.extend(special_address_errors(field, ip)),
            Some(error) => errors.push(error.checked_by(NOT_AN_EXTERNAL_IP)),
        }
    }
}

/// Returns the errors about addresses that have a special meaning on every host.
fn special_address_errors(field: Arguments<'_>, ip: &str) -> Vec<FieldError> {
    let error =
        |detail: String| FieldError::invalid(field.to_string(), text(ip), detail).checked_by("SVC-37");
    let Some(read) = lenient::parse_address(ip) else {
        return vec![error("must be a valid IP address".to_owned()).checked_by(NOT_AN_EXTERNAL_IP)];
    };
    let (unspecified, loopback, link_local, link_local_multicast) = match read.address {
        std::net::IpAddr::V4(v4) => (
            v4.is_unspecified(),
            v4.is_loopback(),
            v4.is_link_local(),
            matches!(v4.octets(), [224, 0, 0, _]),
        ),
        std::net::IpAddr::V6(v6) => {
            let [first, ..] = v6.segments();
            (
                v6.is_unspecified(),
                v6.is_loopback(),
                first & 0xffc0 == 0xfe80,
                first & 0xff0f == 0xff02,
            )
        }
    };
    let mut errors = Vec::new();
    if unspecified {
        errors.push(error(format!("may not be unspecified ({ip})")));
    }
    if loopback {
        errors.push(error(
            "may not be in the loopback range (127.0.0.0/8, ::1/128)".to_owned(),
        ));
    }
    if link_local {
        errors.push(error(
            "may not be in the link-local range (169.254.0.0/16, fe80::/10)".to_owned(),
        ));
    }
    if link_local_multicast {
        errors.push(error(
            "may not be in the link-local multicast range (224.0.0.0/24, ff02::/10)".to_owned(),
        ));
    }
    errors
}
