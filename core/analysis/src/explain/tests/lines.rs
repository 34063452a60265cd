//! Lines of plugins, distributions, load balancers and clouds as they really look, and the rules that are shown for
//! them, in this order. Every text of their tables is in one.

mod balancers;
mod calico;
mod cilium;
mod clouds;
mod distributions;
mod flannel;
mod hosts;
mod installers;
mod openshift;
mod ovn;
mod plugins;
mod tools;

use super::*;
use std::collections::BTreeSet;

/// A line, and the codes that explain it.
type Line = (&'static str, &'static [&'static str]);

/// Returns every line.
fn all() -> impl Iterator<Item = Line> {
    [
        balancers::LINES,
        calico::LINES,
        cilium::LINES,
        clouds::LINES,
        distributions::LINES,
        flannel::LINES,
        hosts::LINES,
        installers::LINES,
        openshift::LINES,
        ovn::LINES,
        plugins::LINES,
        tools::LINES,
    ]
    .into_iter()
    .flatten()
    .copied()
}

/// Returns every line with the code that is shown first.
pub(super) fn with_first() -> impl Iterator<Item = (&'static str, &'static str)> {
    all().map(|(line, codes)| (line, *codes.first().unwrap()))
}

/// The codes that a text is explained by, with texts that are made ready once.
fn codes_by(entries: &[Entry], text: &str) -> Vec<&'static str> {
    let mut candidates = search(text, entries, None);
    resolve_families(&mut candidates, None, |_| false);
    order::sort_by_key(&mut candidates, |found| found.general);
    let mut codes: Vec<&str> = Vec::new();
    for found in candidates {
        if !codes.contains(&found.code) {
            codes.push(found.code);
        }
    }
    codes
}

#[test]
fn lines_of_plugins_distributions_and_clouds_lead_to_their_rules_in_order() {
    let entries = known::entries();
    let wrong: Vec<String> = all()
        .map(|(line, codes)| (line, codes, codes_by(entries, line)))
        .filter(|(_, codes, found)| found != codes)
        .map(|(line, codes, found)| format!("{codes:?}, not {found:?}: {line}"))
        .collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn a_frame_around_a_line_changes_nothing() {
    let entries = known::entries();
    let mut wrong = Vec::new();
    for (line, codes) in all() {
        let quoted = serde_json::to_string(line).unwrap();
        for framed in [
            format!("2026-11-22T09:12:01.118230123Z stderr F {line}"),
            format!("E1122 09:12:01.118230       1 run.go:74] \"command failed\" err={quoted}"),
            format!("time=\"2026-11-22T09:12:01Z\" level=error msg={quoted}"),
            format!("{{\"level\":\"error\",\"ts\":\"2026-11-22T09:12:01Z\",\"msg\":{quoted}}}"),
            format!("\u{1b}[31mERRO\u{1b}[0m {line}"),
        ] {
            let found = codes_by(entries, &framed);
            if found != codes {
                wrong.push(format!("{codes:?}, not {found:?}: {framed}"));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn every_text_of_these_tables_is_in_a_line() {
    let entries = known::entries();
    let mut met = BTreeSet::new();
    for (line, _) in all() {
        for form in frames::of_line(&frames::clean(line)) {
            let lower = form.text.to_ascii_lowercase();
            let grams = Grams::of(&lower);
            met.extend(entries.iter().filter_map(|entry| {
                let found = entry.pattern.find(&form.text, &lower, &grams)?;
                let is_meant = entry.guard.lets(&found.captured, found.range.len(), &lower, None);
                is_meant.then_some(entry.pattern.source)
            }));
        }
    }
    let missing: Vec<&str> = known::of_others()
        .filter(|pattern| !met.contains(pattern))
        .collect();
    assert!(missing.is_empty(), "no line has:\n{}", missing.join("\n"));
}

#[test]
fn the_plan_decides_between_a_wrong_address_and_different_ranges() {
    let line = "The Service \"nginx\" is invalid: spec.clusterIPs: Invalid value: []string{\"10.96.0.7\"}: failed to \
                allocate IP 10.96.0.7: the provided IP (10.96.0.7) is not in the valid range. The range of valid IPs is \
                10.97.0.0/16";
    let of = |services: Option<&str>| {
        let plan = services.map(|services| {
            format!(
                "apiVersion: dualstack-planner/v1\nkind: ClusterPlan\nspec:\n  kubernetesVersion: \"1.36\"\n  podCIDRs: \
                 [10.244.0.0/16]\n  serviceCIDRs: [{services}]\n"
            )
        });
        explain(line, plan.as_deref())
            .iter()
            .map(|found| (found.rule.code, found.because.as_ref().unwrap().id.to_string()))
            .collect::<Vec<_>>()
    };
    let text = || "explain-why-text".to_owned();
    assert_eq!(of(None), [("ORD004", text()), ("SVC014", text())]);
    assert_eq!(
        of(Some("10.97.0.0/16")),
        [
            ("SVC014", "explain-why-planned-range".to_owned()),
            ("ORD004", text())
        ]
    );
    assert_eq!(
        of(Some("10.96.0.0/16")),
        [
            ("ORD004", "explain-why-other-range".to_owned()),
            ("SVC014", text())
        ]
    );
}

#[test]
fn texts_that_others_print_too_need_their_surroundings() {
    for line in [
        "dhcpd: out of subnets for this shared network",
        "app: no address found for host example.org in the pool of workers",
        "java.net.UnknownHostException: IPv6 support is disabled in this JVM",
        "haproxy: listen udp [fd00::1]:514: bind: cannot assign requested address (rsyslog)",
        "ip: gateway, source, and destination ip are not the same IP family (vpn)",
        "the allocator full path is /usr/lib",
        "curl: node edge-1 does not have an IPv6 address",
        "python: Address is not an IPv6 address",
        "validator: have mismatched IP families in the list of peers",
    ] {
        assert!(codes_of(line).is_empty(), "{line}: {:?}", codes_of(line));
    }
}
