use super::*;
use crate::explain::explain;

/// The codes and lines that a text is explained by.
fn found(text: &str) -> Vec<(&'static str, usize)> {
    explain(text, None)
        .iter()
        .map(|found| {
            (
                found.rule.code,
                found.matched.as_ref().map_or(0, |matched| matched.line),
            )
        })
        .collect()
}

/// Frames as people paste them: what it is, the text, the code that comes first, and the line that it is about.
const FRAMES: &[(&str, &str, &str, usize)] = &[
    (
        "klog",
        "E0711 10:00:00.123456       1 run.go:74] \"command failed\" err=\"service IP family \\\"fd00::/112\\\" must match public address family \\\"192.168.1.11\\\"\"",
        "ORD001",
        1,
    ),
    (
        "klog of old versions",
        "F0321 08:10:11.000001       1 node_ipam_controller.go:115] Controller: Invalid --cluster-cidr, mask size of cluster CIDR must be less than or equal to --node-cidr-mask-size configured for CIDR family",
        "CAP005",
        1,
    ),
    (
        "klog JSON",
        "{\"ts\":1732266721000.1,\"caller\":\"app/server.go:255\",\"msg\":\"Kube-proxy configuration may be incomplete or incorrect\",\"err\":\"cluster is IPv4-primary but clusterCIDRs contains only IPv6 addresses\"}",
        "PRX001",
        1,
    ),
    (
        "logfmt",
        "time=\"2025-03-05T03:11:20Z\" level=warning msg=\"Waiting for k8s node information\" error=\"required IPv6 PodCIDR not available\" subsys=k8s",
        "CNI005",
        1,
    ),
    (
        "logfmt without quotation marks around the time",
        "time=2025-03-05T03:11:20.000Z level=warn source=/go/src/github.com/cilium/cilium/pkg/k8s/init.go:66 msg=\"Waiting for k8s node information\" module=agent.controlplane error=\"required IPv4 PodCIDR not available\"",
        "CAP003",
        1,
    ),
    (
        "Docker's json-file",
        "{\"log\":\"E1222 21:25:21.287488       1 repair.go:247] the cluster IP 10.103.106.226 for service metrics/kube-system is not within the service CIDR 10.96.0.0/16; please recreate\\n\",\"stream\":\"stderr\",\"time\":\"2019-12-22T21:25:21.288933579Z\"}",
        "MIG007",
        1,
    ),
    (
        "Docker's json-file with klog JSON in it",
        "{\"log\":\"{\\\"ts\\\":1.1,\\\"msg\\\":\\\"command failed\\\",\\\"err\\\":\\\"service IP family \\\\\\\"fd00::/112\\\\\\\" must match public address family \\\\\\\"10.0.0.1\\\\\\\"\\\"}\\n\",\"stream\":\"stderr\"}",
        "ORD001",
        1,
    ),
    (
        "CRI",
        "2024-08-23T09:32:25.871620123Z stderr F E0823 09:32:25.871560       1 run.go:74] \"command failed\" err=\"unrecognized feature gate: IPv6DualStack\"",
        "VER001",
        1,
    ),
    (
        "CRI in parts",
        "2024-08-23T09:32:25.871620123Z stderr P E0823 09:32:25.871560       1 run.go:74] \"command failed\" err=\"unrecognized fea\n2024-08-23T09:32:25.871620124Z stderr F ture gate: IPv6DualStack\"",
        "VER001",
        1,
    ),
    (
        "Docker's json-file in parts",
        "{\"log\":\"failed to allocate a serviceIP: ran\",\"stream\":\"stderr\"}\n{\"log\":\"ge is full\\n\",\"stream\":\"stderr\"}",
        "CAP013",
        1,
    ),
    (
        "journald",
        "Mar 31 18:02:11 node-1 k3s[2140]: time=\"2023-03-31T18:02:11+02:00\" level=fatal msg=\"IPv6 was enabled but no IPv6 address was found on node\"",
        "NODE001",
        1,
    ),
    (
        "journalctl -o json",
        "{\"__REALTIME_TIMESTAMP\":\"1732266721000000\",\"_COMM\":\"kubelet\",\"PRIORITY\":\"3\",\"MESSAGE\":\"E1122 09:12:01.1 2408 server.go:290] \\\"Failed to run kubelet\\\" err=\\\"bad --node-ip \\\\\\\"10.0.0.1,10.0.0.2\\\\\\\": must contain either a single IP or a dual-stack pair of IPs\\\"\"}",
        "NODE003",
        1,
    ),
    (
        "journalctl -o json, with colours as bytes",
        "{\"_COMM\":\"k3s\",\"MESSAGE\":[27,91,51,49,109,114,97,110,103,101,32,105,115,32,102,117,108,108,32,115,101,114,118,105,99,101,73,80,27,91,48,109]}",
        "CAP013",
        1,
    ),
    (
        "journalctl -o cat in colours",
        "\u{1b}[31mFATA\u{1b}[0m[0000] cluster-cidr: [10.42.0.0/16] and node-ip: [fd00::1], must share the same IP version (IPv4, IPv6 or dual-stack)",
        "NODE002",
        1,
    ),
    (
        "colours whose escape character became text",
        "^[[33mWARN^[[0m Node \\u001b[1mn2\\u001b[0m status is now: CIDRNotAvailable",
        "CAP003",
        1,
    ),
    (
        "kubectl describe",
        "Events:\n  Type     Reason                Age                  From              Message\n  ----     ------                ----                 ----              -------\n  Normal   CIDRNotAvailable      3m2s (x5 over 8m)    cidrAllocator     Node n2 status is now: CIDRNotAvailable",
        "CAP003",
        4,
    ),
    (
        "kubectl get events",
        "LAST SEEN   TYPE      REASON                OBJECT          MESSAGE\n3m12s       Warning   ClusterIPOutOfRange   service/web-1   Cluster IP [IPv6]: fcff::7 is not within any configured Service CIDR; please recreate service",
        "MIG007",
        2,
    ),
    (
        "kubectl get events -o yaml, folded",
        "- apiVersion: v1\n  kind: Event\n  message: 'failed to allocate cidr from cluster cidr at idx:1: CIDR allocation failed;\n    there are no remaining CIDRs left to allocate in the accepted range'\n  reason: CIDRNotAvailable",
        "CAP002",
        3,
    ),
    (
        "a folded string in double quotes",
        "message: \"Error syncing load balancer: failed to ensure load balancer: requested loadBalancer\\\n  \\ IP(s) [\\\"192.168.100.101\\\"] does not match the ipFamily of the service\"",
        "LB003",
        1,
    ),
    (
        "a block string",
        "message: >-\n  the service CIDR 10.96.0.0/28 is full; you must widen the CIDR in\n  order to create new services",
        "CAP013",
        2,
    ),
    (
        "a quotation mark doubled by YAML",
        "    message: 'spec.ipFamilyPolicy: Required value: must be ''RequireDualStack'' or ''PreferDualStack'' when multiple IP families are specified'",
        "SVC003",
        1,
    ),
    (
        "wrapped by a terminal, at a blank",
        "E0711 10:00:00.123456       1 run.go:74] \"command failed\" err=\"service IP\nfamily \\\"fd00::/112\\\" must match public address\nfamily \\\"192.168.1.11\\\"\"",
        "ORD001",
        1,
    ),
    (
        "wrapped by a terminal, inside of words",
        "E0312 02:59:28.202205       1 controller_utils.go:260] Error while processing Node Add: failed to alloc\nate cidr from cluster cidr at idx:1: CIDR allocation failed; there are no remaining CI\nDRs left to allocate in the accepted range",
        "CAP002",
        1,
    ),
    (
        "wrapped inside of words and at blanks",
        "Error from server: strict decoding err\nor: unknown field\n\"spec.ipFam\nilyPolicy\"",
        "VER004",
        2,
    ),
    (
        "in Terraform's box",
        "│ Error: Error creating Subnetwork: googleapi: Error 400: Invalid IPCidrRange: 10.207.16.0/20\n│ conflicts with reserved IP range '10.207.0.0/16'., invalid",
        "ADDR020",
        1,
    ),
    (
        "cut by journalctl",
        "May 17 22:37:32 node-1 k3s[84264]: time=\"2022-05-17T22:37:32Z\" level=fatal msg=\"cluster-cidr: [10.42.0.0/16] and service-cidr: [2001:db8:43:1::/112], must share the same IP ver>",
        "NODE002",
        1,
    ),
    (
        "cut by systemctl status",
        "May 17 22:37:32 node-1 kube-controller-manager[84264]: usage of --node-cidr-mask-size is not allowed with du…",
        "CAP006",
        1,
    ),
    (
        "shortened in the middle",
        "Nov 22 09:12:01 cp kubelet[1]: E1122 dual-stack --node-ip \"10.0.0.1,fd00::1\" not suppor…cloud provider",
        "VER006",
        1,
    ),
    (
        "cut on the left",
        "<ies --cluster-cidr, mask size of cluster CIDR must be less than or equal to --node-cidr-mask-size",
        "CAP005",
        1,
    ),
    (
        "cut without a mark",
        "E1122 09:12:01 1 run.go:74] \"command failed\" err=\"service IP family \\\"fd00::/112\\\" must match public addr",
        "ORD001",
        1,
    ),
    (
        "escaped three times",
        "\"err=\\\\\\\"service IP family \\\\\\\\\\\\\\\"fd00::/112\\\\\\\\\\\\\\\" must match public address family \\\\\\\\\\\\\\\"10.0.0.1\\\\\\\\\\\\\\\"\\\\\\\"\"",
        "ORD001",
        1,
    ),
    (
        "typographic quotation marks",
        "service IP family “fd00:10:96::/112” must match public address family “192.168.1.11”",
        "ORD001",
        1,
    ),
    (
        "a dash made of two hyphens",
        "Error: unknown flag: —secondary-service-cluster-ip-range",
        "VER008",
        1,
    ),
    (
        "HTML",
        "<code>service IP family &quot;fd00::/112&quot; must match public address family &quot;10.0.0.1&quot;</code>",
        "ORD001",
        1,
    ),
    (
        "prose around it",
        "Hallo, seit dem Upgrade startet der API-Server nicht mehr. Im Log steht: „service IP family \"fd00::/112\" must match public address family \"10.0.0.1\"“. Was tun?",
        "ORD001",
        1,
    ),
    (
        "a translation beside it",
        "エラー: usage of --node-cidr-mask-size is not allowed with dual-stack clusters （デュアルスタックでは使えません）",
        "CAP006",
        1,
    ),
    (
        "quoted in a mail",
        "> E1122 09:12:01 1 core.go:111] the service cluster IP range must be\n> at least 8 IP addresses",
        "CAP012",
        1,
    ),
    (
        "kubectl logs --prefix",
        "[pod/kube-proxy-x7/kube-proxy] I1025 16:06:08.585578       1 server_others.go:421] \"Detect-local-mode set to ClusterCIDR, but no cluster CIDR for family\" ipFamily=\"IPv6\"",
        "PRX001",
        1,
    ),
    (
        "syslog with a priority",
        "<27>Nov 22 09:12:01 cp-1 kubelet[123]: nodeIP can't be a link-local unicast address",
        "NODE003",
        1,
    ),
    (
        "no-break spaces",
        "range\u{a0}is\u{a0}full: failed to allocate a serviceIP: range\u{a0}is\u{a0}full",
        "CAP013",
        1,
    ),
];

#[test]
fn a_line_is_found_in_every_frame() {
    let wrong: Vec<String> = FRAMES
        .iter()
        .filter_map(|(name, text, code, line)| {
            let all = found(text);
            (all.first() != Some(&(*code, *line))).then(|| format!("{name}: {code} in {line}, not {all:?}"))
        })
        .collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn lines_of_other_records_are_not_put_together() {
    // The second line begins a record, so that nothing goes over from one to the other.
    let text = "E1122 09:12:01 1 a.go:1] service IP family \"fd00::/112\" must match\nE1122 09:12:02 1 b.go:1] public address family \"10.0.0.1\"";
    assert!(
        found(text).iter().all(|(code, _)| *code != "ORD001"),
        "{:?}",
        found(text)
    );
    for start in [
        "E1122 09:12:01.1 1 a.go:1] x",
        "2026-11-22T09:12:01Z x",
        "Nov 22 09:12:01 x",
        "{\"a\": 1}",
        "time=\"x\"",
        "09:12:01 x",
    ] {
        assert!(starts_record(start), "{start}");
    }
    for rest in [
        "family \"fd00::\"",
        "Error in it",
        "    there are no",
        "Every node",
        "12 of 13",
    ] {
        assert!(!starts_record(rest), "{rest}");
    }
}

#[test]
fn a_short_rest_of_a_line_is_no_match() {
    for text in [
        "msg=\"cluster-cidr: [10.42.0.0/16] and>",
        "the service>",
        "failed to allocate>",
        "usage of --node…",
        "failed to>",
        "spec.clusterIP: Invalid value: \"10.9>",
    ] {
        assert!(found(text).is_empty(), "{text}: {:?}", found(text));
    }
}

#[test]
fn a_text_is_unquoted_until_nothing_is_left_to_unquote() {
    assert_eq!(unquoted(r#"a \"b\""#), r#"a "b""#);
    assert_eq!(unquoted(r#"a \\\"b\\\""#), r#"a "b""#);
    assert_eq!(unquoted(r#"a \\\\\\\"b\\\\\\\""#), r#"a "b""#);
    assert_eq!(unquoted("a &lt;b&gt; \\u003cc\\u003e"), "a <b> <c>");
    assert_eq!(clean("\u{1b}[1;31ma\u{1b}[0m b\r"), "a b");
    assert_eq!(clean("１０．０．０．１／１６"), "10.0.0.1/16");
}

#[test]
fn a_broken_line_has_all_its_candidates() {
    let text = |index: u8| {
        format!(
            "E0312 02:59:28.2 1 x.go:1] failed to alloc\nate cidr from cluster cidr at idx:{index}: CIDR allocation \
             failed; there are no remaining CI\nDRs left to allocate in the accepted range"
        )
    };
    assert_eq!(found(&text(0)), [("CAP003", 1), ("CAP002", 1)]);
    assert_eq!(found(&text(1)), [("CAP002", 1), ("CAP003", 1)]);
}
