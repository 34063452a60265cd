//! ORD: order of the families, primary family, control plane.

use std::net::IpAddr;

use crate::diagnostic::{PatchOperation, Pointer};
use crate::lint::{FindingBuilder, LintContext, Reporter};
use crate::net::{Cidr, IpFamily};

super::rules! {
    ord001_advertise_address_family,
    ord002_advertise_address_family_unchecked,
    ord003_api_service_single_stack,
    ord004_different_lists,
    ord005_primary_family_changed,
    ord006_pod_addresses_in_node_order,
    ord007_ipv4_must_be_first,
    ord008_certificate_names,
    ord009_two_advertise_addresses,
    ord010_endpoint_without_brackets,
    ord011_opposite_order,
}

/// Returns the place `/spec/NAME`.
fn field(name: &str) -> Pointer {
    Pointer::root().key("spec").key(name)
}

/// Returns the first Service range and the advertise address, if their families differ.
fn advertised(cx: &LintContext<'_>) -> Option<(Cidr, IpAddr)> {
    let services = *cx.plan.spec.service_cidrs.first()?;
    let address = cx.plan.spec.advertise_address?;
    (IpFamily::of(address) != services.family()).then_some((services, address))
}

/// Reports the finding that ORD001 and ORD002 share, with the text of the start-up check if the version has one.
fn report_advertised(cx: &LintContext<'_>, out: &mut Reporter<'_>, check: Option<&str>) {
    let Some((services, address)) = advertised(cx) else {
        return;
    };
    let mut report = out
        .at(&field("advertiseAddress"))
        .param("services", services)
        .param("address", address)
        .param("family", services.family())
        .param("other", IpFamily::of(address));
    if let Some(check) = check {
        report = report.refused(cx, check);
    }
    swap_fix(report, "serviceCIDRs", &cx.plan.spec.service_cidrs).file();
}

/// Offers to swap two ranges, if they are of different families.
fn swap_fix<'a>(report: FindingBuilder<'a>, name: &str, ranges: &[Cidr]) -> FindingBuilder<'a> {
    let [first, second] = ranges else { return report };
    if first.family() == second.family() {
        return report;
    }
    let swapped = serde_json::json!([second.to_string(), first.to_string()]);
    let patch = vec![PatchOperation::Replace {
        path: field(name),
        value: swapped,
    }];
    report.fix(
        "swap",
        [("first", (*second).into()), ("second", (*first).into())],
        false,
        patch,
    )
}
