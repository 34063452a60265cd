//! The name of the check (`SVC-25`) behind an error of the server.

use super::outcome::Cause;

/// A part of the error's text, and its rule. The first that fits counts; where one text serves several fields, the
/// field is part of the row.
const RULES: &[(&str, &str, &str)] = &[
    ("spec.clusterIPs", "must match `clusterIP`", "SVC-3"),
    ("spec.clusterIPs", "must match clusterIP", "SVB-6"),
    ("spec.clusterIPs", "must be empty when `clusterIP`", "SVC-2"),
    ("spec.clusterIPs", "must be empty when clusterIP", "SVB-7"),
    ("spec.ipFamilies", "Unsupported value", "SVC-4"),
    ("spec.ipFamilies", "Duplicate value", "SVC-5"),
    ("spec.ipFamilyPolicy", "Unsupported value", "SVC-6"),
    ("spec.clusterIPs", "'None' must be the first", "SVC-7"),
    ("spec.clusterIPs", "must be a valid IP", "SVC-8"),
    ("spec.clusterIPs", "must not ", "SVC-8"),
    ("spec.clusterIPs", "may only hold up to 2", "SVC-9"),
    ("spec.clusterIPs", "no more than one IP for each", "SVC-10"),
    ("spec.clusterIPs", "expected an IPv4 value", "SVC-11"),
    ("spec.clusterIPs", "expected an IPv6 value", "SVC-12"),
    (
        "spec.ipFamilyPolicy",
        "to release the secondary cluster IP",
        "SVC-20",
    ),
    (
        "spec.ipFamilyPolicy",
        "to release the secondary IP family",
        "SVC-21",
    ),
    ("spec.ipFamilyPolicy", "when multiple cluster IPs", "SVC-22"),
    ("spec.ipFamilyPolicy", "when multiple IP families", "SVC-23"),
    ("spec.ipFamilyPolicy", "when multiple 'clusterIPs'", "SVB-1"),
    ("spec.ipFamilyPolicy", "when multiple 'ipFamilies'", "SVB-2"),
    ("spec.clusterIPs", "may not use IPv", "SVB-3"),
    ("spec.clusterIPs", "is not configured on this cluster", "SVC-24"),
    (
        "spec.ipFamilyPolicy",
        "this cluster is not configured for dual-stack",
        "SVC-25",
    ),
    (
        "spec.ipFamilyPolicy",
        "Cluster is not configured for dual stack",
        "SVB-4",
    ),
    ("spec.ipFamilies", "is not configured on cluster", "SVB-5"),
    ("spec.ipFamilies", "not configured on this cluster", "SVC-26"),
    ("spec.clusterIPs", "failed to allocated ip", "SVB-8"),
    ("spec.clusterIPs", "failed to allocate IP:", "SVC-51"),
    ("spec.clusterIPs", "failed to allocate IP", "SVC-50"),
    (
        "spec.ports",
        "may not be used when `type` is 'ClusterIP'",
        "SVC-38",
    ),
    ("spec.ports", "Duplicate value", "SVC-39"),
    (
        "spec.ports",
        "provided port is already allocated",
        "SVC-port-taken",
    ),
    (
        "spec.ports",
        "provided port is not in the valid range",
        "SVC-port-range",
    ),
    ("spec.ports", "used by kubelet", "SVC-kubelet-port"),
    ("spec.clusterIP", "for LoadBalancer services", "SVC-32"),
    ("spec.clusterIP", "for NodePort services", "SVC-33"),
    ("spec.", "may not be set for ExternalName", "SVC-34"),
    ("spec.clusterIP", "must be empty for ExternalName", "SVC-34"),
    ("spec.externalName", "Required value", "SVC-35"),
    ("spec.externalIPs", "must ", "SVC-36"),
    ("spec.externalIPs", "may not be", "SVC-37"),
    ("spec.LoadBalancerSourceRanges", "may only be used", "SVC-40"),
    ("spec.LoadBalancerSourceRanges", "", "SVC-41"),
    ("spec.allocateLoadBalancerNodePorts", "may only be used", "SVC-42"),
    ("spec.clusterIPs", "may not change once set", "SVC-60"),
    ("spec.clusterIPs", "primary clusterIP can not be unset", "SVC-61"),
    ("spec.clusterIPs", "releasing the secondary clusterIP", "SVB-10"),
    ("spec.clusterIPs", "releasing the secondary ipFamily", "SVB-11"),
    (
        "spec.ipFamilyPolicy",
        "releasing the secondary clusterIP",
        "SVC-63",
    ),
    (
        "spec.ipFamilyPolicy",
        "releasing the secondary ipFamily",
        "SVC-68",
    ),
    ("spec.ipFamilies", "may not change once set", "SVC-65"),
    ("spec.ipFamilies", "primary ipFamily can not be unset", "SVC-66"),
    (
        "spec.healthCheckNodePort",
        "cannot change healthCheckNodePort",
        "SVB-12",
    ),
    (
        "spec.ipFamily",
        "only the following families",
        "SVA-family-absent",
    ),
    ("spec.ipFamily", "does not match IPv", "SVA-family-of-ip"),
    ("spec.ipFamily", "Unsupported value", "SVA-family-name"),
    ("spec.ipFamily", "", "SVA-family"),
    ("spec.clusterIP", "field is immutable", "SVA-immutable"),
    ("spec.clusterIP", "not in the valid range", "SVA-range"),
    ("spec.clusterIP", "already allocated", "SVA-range"),
    ("spec.clusterIPs", "Required value", "SVC-1"),
    ("spec.ports", "Required value", "SVC-31"),
    ("", "failed to allocate a serviceIP", "SVC-51"),
    ("", "failed to parse service IP", "SVC-52"),
];

/// The rule of a cause; `SVC-validation` for the checks that have nothing to do with families.
pub(super) fn rule_of(cause: &Cause) -> &'static str {
    RULES
        .iter()
        .find(|(field, text, _)| cause.field.starts_with(field) && cause.message.contains(text))
        .map_or("SVC-validation", |(_, _, rule)| rule)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn errors_that_differ_by_field_have_different_rules() {
        let rule = |field: &str, message: &str| {
            rule_of(&Cause {
                field: field.into(),
                reason: String::new(),
                message: message.into(),
            })
        };
        assert_eq!(
            rule(
                "spec.clusterIPs[0]",
                "Invalid value: [\"x\"]: IPv6 is not configured on this cluster"
            ),
            "SVC-24"
        );
        assert_eq!(
            rule(
                "spec.ipFamilies[0]",
                "Invalid value: \"IPv6\": not configured on this cluster"
            ),
            "SVC-26"
        );
        assert_eq!(
            rule("spec.ipFamilies[0]", "Invalid value: []: may not change once set"),
            "SVC-65"
        );
        assert_eq!(rule("spec.sessionAffinity", "Required value"), "SVC-validation");
    }
}
