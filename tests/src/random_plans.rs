//! Plans at random, the same on every machine: ranges of usual and of odd sizes, with and without tools.

#![allow(clippy::unwrap_used, reason = "helpers of tests")]

use dualstack_core::catalog::{Cni, Distribution, Provider};

/// A kind of cluster, by the families of its ranges.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// IPv4 alone.
    IPv4,
    /// IPv6 alone.
    IPv6,
    /// Both, IPv4 first.
    Dual,
    /// Both, IPv6 first.
    IPv6First,
}

impl Kind {
    /// Every kind.
    pub const ALL: [Kind; 4] = [Kind::IPv4, Kind::IPv6, Kind::Dual, Kind::IPv6First];
}

/// Pseudo-random numbers (xorshift64*), so that the plans are the same everywhere.
pub struct Random(pub u64);

impl Random {
    /// Returns a number below a bound.
    pub fn below(&mut self, bound: usize) -> usize {
        self.0 ^= self.0 >> 12;
        self.0 ^= self.0 << 25;
        self.0 ^= self.0 >> 27;
        let mixed = self.0.wrapping_mul(0x2545_f491_4f6c_dd1d) >> 33;
        usize::try_from(mixed).unwrap() % bound
    }

    /// Returns one of several texts.
    pub fn of<'a>(&mut self, items: &[&'a str]) -> &'a str {
        items.get(self.below(items.len())).unwrap()
    }

    /// Returns a list of ranges of a kind of cluster, or of any.
    fn list(&mut self, kind: Option<Kind>, ipv4: &[&str], ipv6: &[&str]) -> String {
        let (ipv4, ipv6) = (self.of(ipv4), self.of(ipv6));
        let dice = match kind {
            Some(Kind::IPv4) => 0,
            Some(Kind::IPv6) => 3,
            Some(Kind::Dual) => 5,
            Some(Kind::IPv6First) => 8,
            None => self.below(10),
        };
        match dice {
            0..=2 => ipv4.to_owned(),
            3..=4 => format!("\"{ipv6}\""),
            5..=7 => format!("{ipv4}, \"{ipv6}\""),
            8 => format!("\"{ipv6}\", {ipv4}"),
            _ => format!("{ipv4}, {}", self.of(&["10.245.0.0/16", "172.30.0.0/16"])),
        }
    }
}

/// A plan with a distribution, a plugin, or both, in ranges of usual and of odd sizes.
pub fn plan(random: &mut Random) -> String {
    let version = format!("1.{}", 16 + random.below(22));
    plan_of(random, &version, None, None)
}

/// A plan of that version and kind for that tool. `None`: any.
pub fn plan_of(random: &mut Random, version: &str, kind: Option<Kind>, tool: Option<&str>) -> String {
    let pods = random.list(
        kind,
        &[
            "10.244.0.0/16",
            "10.0.0.0/8",
            "10.244.0.0/24",
            "10.96.0.0/14",
            "192.168.0.0/22",
            "10.244.0.0/28",
        ],
        &[
            "fd00:10:244::/56",
            "fd00:10:244::/64",
            "fd00:10::/40",
            "fd00:10:244::/112",
            "2a00:1450::/48",
            "fe80::/64",
        ],
    );
    let services = random.list(
        kind,
        &[
            "10.96.0.0/16",
            "10.96.0.0/12",
            "10.96.0.0/20",
            "10.96.0.0/28",
            "172.30.0.0/16",
            "10.0.0.0/10",
            "100.64.0.0/16",
        ],
        &[
            "fd00:10:96::/112",
            "fd00:10:96::/108",
            "fd00:10:96::/64",
            "fd00:10:96::/120",
            "fd98::/112",
        ],
    );
    let nodes = random.list(
        kind,
        &["192.168.1.0/24", "10.0.0.0/16", "192.168.1.0/29", "10.244.0.0/20"],
        &["fd00:192:168:1::/64", "2001:db8:1::/64"],
    );
    let mut text = format!(
        "apiVersion: dualstack-planner/v1\nkind: ClusterPlan\nmetadata: {{name: demo}}\nspec:\n  kubernetesVersion: \
         \"{version}\"\n  podCIDRs: [{pods}]\n  serviceCIDRs: [{services}]\n",
    );
    if random.below(2) == 0 {
        text.push_str(&format!("  nodeCIDRs: [{nodes}]\n"));
    }
    let counts = ["1", "3", "40", "250", "6000"];
    text.push_str(&format!(
        "  nodes: {{count: {}, maxPods: {}",
        random.of(&counts),
        random.of(&["5", "30", "110", "250", "500"])
    ));
    if random.below(3) == 0 {
        text.push_str(&format!(
            ", maskSizeIPv4: {}",
            random.of(&["24", "26", "20", "28"])
        ));
    }
    if random.below(3) == 0 {
        text.push_str(&format!(
            ", maskSizeIPv6: {}",
            random.of(&["64", "80", "72", "120"])
        ));
    }
    text.push_str("}\n");
    let ids = |all: Vec<&'static str>, random: &mut Random| random.of(&all).to_owned();
    let both = random.below(3);
    let own_distribution = tool.filter(|id| Distribution::find(id).is_some());
    if let Some(id) = own_distribution {
        text.push_str(&format!("  distribution: {id}\n"));
    } else if both != 1 {
        let all = Distribution::all().map(Distribution::id).collect();
        text.push_str(&format!("  distribution: {}\n", ids(all, random)));
    }
    if both != 0 {
        let all = Cni::all().map(Cni::id).collect();
        text.push_str(&format!("  cni: {}\n", ids(all, random)));
    }
    if random.below(4) == 0 {
        let tools = [
            "kind: \"0.11\"",
            "kind: \"0.30\"",
            "talos: \"1.13\"",
            "talos: \"1.14\"",
            "cilium: \"1.17\"",
        ];
        text.push_str(&format!("  tools: {{{}}}\n", random.of(&tools)));
    }
    if random.below(3) == 0 {
        let all = Provider::all().map(Provider::id).collect();
        text.push_str(&format!("  provider: {}\n", ids(all, random)));
    }
    text
}

/// A plan as [`plan`] makes it, with up to three Services behind it: of every policy, with and without families and
/// addresses, and in the form of 1.16.
pub fn plan_with_services(random: &mut Random) -> String {
    let mut text = plan(random);
    for index in 0..random.below(4) {
        text.push_str(&service(random, index));
    }
    text
}

fn service(random: &mut Random, index: usize) -> String {
    let mut fields = vec![
        "selector: {app: web}".to_owned(),
        "ports: [{port: 80}]".to_owned(),
    ];
    let policies = ["SingleStack", "PreferDualStack", "RequireDualStack"];
    if random.below(2) == 0 {
        fields.push(format!("ipFamilyPolicy: {}", random.of(&policies)));
    }
    let families = ["[IPv4]", "[IPv6]", "[IPv4, IPv6]", "[IPv6, IPv4]"];
    match random.below(6) {
        0 | 1 => fields.push(format!("ipFamilies: {}", random.of(&families))),
        2 => fields.push(format!("ipFamily: {}", random.of(&["IPv4", "IPv6"]))),
        _ => {}
    }
    let addresses = [
        "None",
        "10.96.0.10",
        "10.96.3.7",
        "172.30.0.9",
        "\"fd00:10:96::a\"",
        "\"fd00:10:96::1:7\"",
    ];
    if random.below(3) == 0 {
        fields.push(format!("clusterIP: {}", random.of(&addresses)));
    }
    if random.below(3) == 0 {
        fields.push(format!("type: {}", random.of(&["NodePort", "LoadBalancer"])));
    }
    format!(
        "---\napiVersion: v1\nkind: Service\nmetadata: {{name: web-{index}}}\nspec: {{{}}}\n",
        fields.join(", ")
    )
}
