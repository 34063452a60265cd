use super::*;
use crate::go::flags::Flags;

fn start(version: &str, args: &[&str]) -> Result<NodeIpamConfig, StartRefusal> {
    let args = args.iter().copied().chain(["--allocate-node-cidrs=true"]);
    check(
        version.parse().unwrap(),
        &ControllerFlags::from(&Flags::from_args(args)),
    )
}

/// The id and the text of the refusal; two empty texts when it starts.
fn refusal(version: &str, args: &[&str]) -> (&'static str, String) {
    start(version, args)
        .err()
        .map_or_else(Default::default, |refusal| (refusal.id, refusal.text))
}

const DUAL: &str = "--cluster-cidr=10.244.0.0/16,fd00:10:244::/56";
const GATE: &str = "--feature-gates=IPv6DualStack=true";

#[test]
fn each_check_has_the_text_of_its_version() {
    for (version, flag, id, text) in [
        (
            "1.36",
            "--cluster-cidr=banana",
            "KCM-1",
            "invalid CIDR[0]: <nil> (invalid CIDR address: banana)",
        ),
        (
            "1.26",
            "--cluster-cidr=banana",
            "KCM-1",
            "failed to parse cidr value:\"banana\" with error:invalid CIDR address: banana",
        ),
        (
            "1.36",
            "--cluster-cidr=10.0.0.0/8, fd00::/56",
            "KCM-1",
            "invalid CIDR[1]: <nil> (invalid CIDR address:  fd00::/56)",
        ),
        ("1.36", "--cluster-cidr= 10.244.0.0/16 ", "", ""),
        (
            "1.16",
            "--cluster-cidr=10.244.0.0/16,fd00::/56",
            "KCM-2",
            "len of ClusterCIDRs==2 and dualstack feature is not enabled",
        ),
        (
            "1.20",
            "--cluster-cidr=10.244.0.0/16,fd00::/56",
            "KCM-2",
            "len of ClusterCIDRs==2 and dualstack or EndpointSlice feature is not enabled",
        ),
        ("1.21", "--cluster-cidr=10.244.0.0/16,fd00::/56", "", ""),
        (
            "1.36",
            "--cluster-cidr=10.0.0.0/16,10.1.0.0/16",
            "KCM-3",
            "len of ClusterCIDRs==2 and they are not configured as dual stack (at least one from each IPFamily",
        ),
        (
            "1.25",
            "--cluster-cidr=10.0.0.0/16,10.1.0.0/16",
            "KCM-3",
            "len of ClusterCIDRs==2 and they are not configured as dual stack (at least one from each IPFamily)",
        ),
        (
            "1.36",
            "--cluster-cidr=10.0.0.0/16,fd00::/56,10.1.0.0/16",
            "KCM-4",
            "length of clusterCIDRs is:3 more than max allowed of 2",
        ),
        (
            "1.25",
            "--cluster-cidr=10.0.0.0/16,fd00::/56,10.1.0.0/16",
            "KCM-4",
            "len of clusters is:3 > more than max allowed of 2",
        ),
        (
            "1.36",
            "--cluster-cidr=fd00::/47",
            "KCM-13",
            "New CIDR set failed; the node CIDR size is too big",
        ),
        (
            "1.16",
            "--cluster-cidr=fd00::/56",
            "KCM-12",
            "Controller: Invalid --cluster-cidr, mask size of cluster CIDR must be less than --node-cidr-mask-size",
        ),
        ("1.17", "--cluster-cidr=fd00::/56", "", ""),
    ] {
        let (got_id, got_text) = refusal(version, &[flag]);
        assert_eq!((got_id, got_text.as_str()), (id, text), "{version} {flag}");
    }
}

#[test]
fn which_mask_flags_are_legal_depends_on_version_and_families() {
    let (generic, v4, v6) = (
        "--node-cidr-mask-size=60",
        "--node-cidr-mask-size-ipv4=25",
        "--node-cidr-mask-size-ipv6=60",
    );
    let (single4, single6) = ("--cluster-cidr=10.244.0.0/16", "--cluster-cidr=fd00:10:244::/56");
    for (version, args, id) in [
        ("1.16", &[single4, v4][..], "KCM-F"),
        ("1.16", &[DUAL, GATE, "--node-cidr-mask-size=64"], ""),
        ("1.17", &[DUAL, GATE, generic], "KCM-7"),
        ("1.17", &[DUAL, GATE, v4, v6], ""),
        // Until 1.19 the gate alone makes a cluster dual-stack.
        ("1.19", &[single6, GATE, generic], "KCM-7"),
        ("1.19", &[single4, GATE, v4], ""),
        ("1.20", &[single6, GATE, generic], ""),
        ("1.20", &[single4, GATE, v4], "KCM-8"),
        ("1.22", &[single4, v4], "KCM-8"),
        ("1.23", &[single4, v4], ""),
        ("1.23", &[single4, v6], "KCM-10b"),
        ("1.23", &[single6, v4], "KCM-10a"),
        ("1.23", &[single6, v6], ""),
        ("1.36", &[single6, generic, v6], "KCM-9"),
        ("1.36", &[DUAL, generic], "KCM-7"),
        ("1.36", &[DUAL, "--node-cidr-mask-size=0", v4, v6], ""),
    ] {
        assert_eq!(refusal(version, args).0, id, "{version} {args:?}");
    }
}

#[test]
fn masks_default_to_24_and_64() {
    let masks = |version: &str, args: &[&str]| {
        start(version, args)
            .unwrap()
            .pod_ranges
            .iter()
            .map(|range| range.node_mask_size)
            .collect::<Vec<_>>()
    };
    assert_eq!(masks("1.36", &[DUAL]), [24, 64]);
    assert_eq!(
        masks(
            "1.36",
            &[
                "--cluster-cidr=fd00::/56,10.244.0.0/16",
                "--node-cidr-mask-size-ipv4=0x1a"
            ]
        ),
        [64, 26]
    );
    assert_eq!(masks("1.16", &["--cluster-cidr=10.244.0.0/16"]), [24]);
    assert_eq!(
        masks(
            "1.16",
            &[
                "--cluster-cidr=10.0.0.0/8,fd00::/56",
                GATE,
                "--node-cidr-mask-size=64"
            ]
        ),
        [64, 64]
    );
}

#[test]
fn an_ipv4_mapped_range_has_a_mask_of_128_bits() {
    assert_eq!(
        refusal("1.36", &["--cluster-cidr=::ffff:10.244.0.0/112"]).0,
        "KCM-12"
    );
    assert_eq!(
        refusal(
            "1.36",
            &[
                "--cluster-cidr=::ffff:10.244.0.0/112",
                "--node-cidr-mask-size=120"
            ]
        )
        .0,
        ""
    );
}

#[test]
fn only_real_blocks_can_be_looked_at() {
    let count = |args: &[&str]| {
        start("1.36", args)
            .unwrap()
            .blocks()
            .map(|blocks| blocks.count().to_string())
    };
    assert_eq!(count(&[DUAL]).as_deref(), Some("256"));
    assert_eq!(
        count(&["--cluster-cidr=10.244.0.0/16", "--node-cidr-mask-size=33"]),
        None
    );
    assert_eq!(
        count(&[
            "--cluster-cidr=::ffff:10.244.0.0/112",
            "--node-cidr-mask-size=120"
        ]),
        None
    );
}

#[test]
fn service_ranges_are_refused_only_for_their_number_and_families() {
    let pods = "--cluster-cidr=10.244.0.0/16";
    for (version, services, id) in [
        ("1.36", "10.96.0.0/16,fd00::/112,10.97.0.0/16", "KCM-V"),
        ("1.36", "10.96.0.0/16,10.97.0.0/16", "KCM-6"),
        ("1.36", "10.96.0.0/16,fd00::/112", ""),
        ("1.36", "banana,10.97.0.0/16", ""),
        ("1.20", "10.96.0.0/16,fd00::/112", "KCM-5"),
        ("1.21", "10.96.0.0/16,fd00::/112", ""),
    ] {
        let flag = format!("--service-cluster-ip-range={services}");
        assert_eq!(refusal(version, &[pods, &flag]).0, id, "{version} {services}");
    }
    let config = start(
        "1.36",
        &[pods, "--service-cluster-ip-range=10.96.0.0/16, fd00::/112"],
    )
    .unwrap();
    assert_eq!(
        config.service_cidrs().count(),
        1,
        "a blank after the comma loses the second range"
    );
    let messages: Vec<&str> = config.log.iter().map(|line| line.message.as_str()).collect();
    assert_eq!(
        messages,
        [
            "Warning: unsuccessful parsing of service CIDR",
            "No Secondary Service CIDR provided. Skipping filtering out secondary service addresses"
        ]
    );
}

#[test]
fn without_allocate_node_cidrs_nothing_but_the_flags_is_looked_at() {
    let off = |args: &[&str]| {
        check(
            "1.36".parse().unwrap(),
            &ControllerFlags::from(&Flags::from_args(args)),
        )
    };
    assert_eq!(off(&["--cluster-cidr=banana"]).unwrap().allocator, Allocator::Off);
    assert_eq!(
        off(&["--service-cluster-ip-range=a,b,c"]).unwrap_err().id,
        "KCM-V"
    );
    assert_eq!(off(&["--allocate-node-cidrs=maybe"]).unwrap_err().id, "KCM-F");
}

#[test]
fn allocator_types_come_and_go() {
    for (version, kind, id) in [
        ("1.36", "RangeAllocator", ""),
        ("1.36", "CloudAllocator", "KCM-0"),
        ("1.36", "MultiCIDRRangeAllocator", "KCM-14"),
        ("1.26", "MultiCIDRRangeAllocator", "KCM-14"),
        ("1.36", "rangeallocator", "KCM-14"),
    ] {
        let flag = format!("--cidr-allocator-type={kind}");
        assert_eq!(
            refusal(version, &["--cluster-cidr=10.244.0.0/16", &flag]).0,
            id,
            "{version} {kind}"
        );
    }
    let multi = [
        "--cluster-cidr=10.244.0.0/16",
        "--cidr-allocator-type=MultiCIDRRangeAllocator",
    ];
    assert_eq!(
        refusal("1.26", &multi).1,
        "invalid CIDR allocator type: MultiCIDRRangeAllocator, feature gate MultiCIDRRangeAllocator must be enabled"
    );
    let on = [multi[0], multi[1], "--feature-gates=AllAlpha=true"];
    assert_eq!(start("1.26", &on).unwrap().allocator, Allocator::MultiCidr);
}

#[test]
fn a_named_gate_wins_over_its_group() {
    for (gates, id) in [
        ("AllAlpha=true", ""),
        ("IPv6DualStack=false,AllAlpha=true", "KCM-2"),
        ("IPv6DualStack=true,EndpointSlice=false", "KCM-2"),
        ("IPv6DualStack=true", ""),
    ] {
        let flag = format!("--feature-gates={gates}");
        assert_eq!(refusal("1.20", &[DUAL, &flag]).0, id, "{gates}");
    }
}
