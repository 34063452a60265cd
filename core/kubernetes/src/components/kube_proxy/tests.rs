use crate::components::{Flags, StartInput, forecast, printed};
use crate::diagnostic::Component;
use crate::kubernetes::Version;

#[track_caller]
fn check(minor: u8, args: &[&str], expected: &[&str]) {
    let refusals = forecast(
        Version::minor_version(minor),
        Component::KubeProxy,
        &Flags::from_args(args).into(),
    );
    assert_eq!(printed(&refusals), expected, "1.{minor} {args:?}");
}

#[test]
fn cluster_cidr_in_every_era() {
    const PAIR: &str = "--cluster-cidr=10.244.0.0/16,fd00:10:244::/56";
    check(
        16,
        &[PAIR],
        &[
            "failed validate: KubeProxyConfiguration.ClusterCIDR: Invalid value: \
             \"10.244.0.0/16,fd00:10:244::/56\": must be a valid CIDR block (e.g. 10.100.0.0/16 or FD02::0:0:0/96)",
        ],
    );
    check(16, &[PAIR, "--feature-gates=IPv6DualStack=true"], &[]);
    check(
        20,
        &[PAIR],
        &[
            "failed validate: KubeProxyConfiguration.ClusterCIDR: Invalid value: \
             \"10.244.0.0/16,fd00:10:244::/56\": only one CIDR allowed (e.g. 10.100.0.0/16 or fde4:8dba:82e1::/48)",
        ],
    );
    check(20, &[PAIR, "--feature-gates=IPv6DualStack=true"], &[]);
    check(21, &[PAIR], &[]);
    check(
        30,
        &["--cluster-cidr=10.244.0.0/16,10.245.0.0/16"],
        &[
            "failed validate: KubeProxyConfiguration.ClusterCIDR: Invalid value: \
             \"10.244.0.0/16,10.245.0.0/16\": must be a valid DualStack CIDR (e.g. \
             10.100.0.0/16,fde4:8dba:82e1::/48)",
        ],
    );
    check(
        31,
        &["--cluster-cidr=10.244.0.0/16,10.245.0.0/16"],
        &[
            "failed validate: KubeProxyConfiguration.DetectLocalConfiguration.ClusterCIDRs: Invalid value: \
             []string{\"10.244.0.0/16\", \"10.245.0.0/16\"}: must be a either a single CIDR or dual-stack pair of \
             CIDRs (e.g. [10.100.0.0/16, fde4:8dba:82e1::/48]",
        ],
    );
    check(31, &["--cluster-cidr=x,y,z", "--detect-local-mode=NodeCIDR"], &[]);
    check(30, &["--cluster-cidr="], &[]);
}

#[test]
fn modes_of_each_version() {
    let text = |list: &str, mode: &str| {
        format!(
            "failed validate: KubeProxyConfiguration.Mode.ProxyMode: Invalid value: \"{mode}\": must be {list} or \
             blank (blank means the best-available proxy [currently iptables])"
        )
    };
    check(
        25,
        &["--proxy-mode=nft"],
        &[&text("iptables,ipvs,userspace", "nft")],
    );
    check(
        26,
        &["--proxy-mode=userspace"],
        &[&text("iptables,ipvs", "userspace")],
    );
    check(
        30,
        &["--proxy-mode=nftables"],
        &[&text("iptables, ipvs", "nftables")],
    );
    check(
        30,
        &["--proxy-mode=nftables", "--feature-gates=NFTablesProxyMode=true"],
        &[],
    );
    check(36, &["--proxy-mode=nftables"], &[]);
    check(
        37,
        &["--proxy-mode=ipvs", "--feature-gates=KubeProxyIPVS=false"],
        &[&text("iptables, nftables", "ipvs")],
    );
}

#[test]
fn numbers_and_addresses_with_ports_have_bounds() {
    check(
        36,
        &[
            "--iptables-masquerade-bit=32",
            "--conntrack-min=-1",
            "--healthz-bind-address=10.0.0.1:0",
            "--metrics-bind-address=127.0.0.1",
        ],
        &[
            "failed validate: [KubeProxyConfiguration.KubeProxyIPTablesConfiguration.MasqueradeBit: Invalid value: 32: \
             must be within the range [0, 31], KubeProxyConfiguration.KubeProxyConntrackConfiguration.Min: Invalid value: \
             -1: must be greater than or equal to 0, KubeProxyConfiguration.HealthzBindAddress: Invalid value: \"0\": must \
             be a valid port]",
        ],
    );
    check(
        36,
        &["--iptables-masquerade-bit=x", "--bind-address=y"],
        &[
            "Error: invalid argument \"x\" for \"--iptables-masquerade-bit\" flag: strconv.ParseInt: parsing \"x\": \
             invalid syntax",
        ],
    );
    check(
        36,
        &["--healthz-bind-address=[fd00::1]"],
        &[
            "Error: invalid argument \"[fd00::1]\" for \"--healthz-bind-address\" flag: \"[fd00::1]\" is not in a valid \
             format (ip or ip:port): address [fd00::1]: missing port in address",
        ],
    );
    let input = StartInput {
        from_config: true,
        ..Flags::from_args(["--healthz-bind-address=10.0.0.1"]).into()
    };
    assert_eq!(
        printed(&forecast(
            Version::minor_version(36),
            Component::KubeProxy,
            &input
        )),
        [
            "failed validate: KubeProxyConfiguration.HealthzBindAddress: Invalid value: \"10.0.0.1\": must be IP:port"
        ]
    );
}

#[test]
fn node_port_addresses_of_each_version() {
    check(
        16,
        &["--nodeport-addresses=10.0.0.0/8,x,y"],
        &[
            "failed validate: KubeProxyConfiguration.NodePortAddresses: Invalid value: \
             []string{\"10.0.0.0/8\", \"x\", \"y\"}: must be a valid IP block",
        ],
    );
    check(
        36,
        &["--nodeport-addresses=primary,10.0.0.0/8"],
        &[
            "failed validate: KubeProxyConfiguration.NodePortAddresses[0]: Invalid value: \"primary\": can't use \
             both 'primary' and CIDRs",
        ],
    );
    check(37, &["--nodeport-addresses=primary,localhost,10.0.0.0/8"], &[]);
    check(
        36,
        &["--nodeport-addresses=localhost"],
        &[
            "failed validate: KubeProxyConfiguration.NodePortAddresses[0]: Invalid value: \"localhost\": must be a \
             valid CIDR",
        ],
    );
}
