//! EGR: masquerading, network policies, traffic that leaves the cluster.

use crate::diagnostic::Pointer;
use crate::document::Node;
use crate::lint::{LintContext, Object};
use crate::net::{Cidr, lenient};

super::rules! {
    egr001_no_ipv6_masquerade,
    egr002_needless_nat66,
    egr003_masqueraded_inside,
    egr004_one_switch_for_both,
    egr005_no_nat64_reserved,
    egr006_any_of_one_family,
    egr007_except_outside_block,
    egr008_metadata_over_ipv6,
    egr009_masq_config_refused,
}

/// The `ipBlock` of a NetworkPolicy.
struct IpBlock<'a> {
    place: Pointer,
    cidr: Cidr,
    except: Vec<(Pointer, &'a str)>,
}

impl IpBlock<'_> {
    /// Returns whether the block contains every address of its family.
    fn is_any(&self) -> bool {
        self.cidr.prefix_len() == 0
    }

    /// Returns whether the block, without its exceptions, reaches that network.
    fn reaches(&self, network: &Cidr) -> bool {
        let excepted = |text: &str| lenient::parse_cidr(text).is_some_and(|read| read.cidr.contains(network));
        self.cidr.contains(network) && !self.except.iter().any(|(_, text)| excepted(text))
    }
}

/// One rule of a NetworkPolicy: the list of its peers, and the `ipBlock`s in it.
struct Peers<'a> {
    object: Object<'a>,
    list: Pointer,
    egress: bool,
    blocks: Vec<IpBlock<'a>>,
}

/// Returns the peer lists of all NetworkPolicies of the file.
fn peers<'a>(cx: &LintContext<'a>) -> Vec<Peers<'a>> {
    let mut found = Vec::new();
    for object in cx.objects(&["NetworkPolicy"]) {
        for (direction, key) in [("ingress", "from"), ("egress", "to")] {
            for (rule, node) in object.items(&["spec", direction]) {
                let list = rule.key(key);
                let items = node.get(key).map_or(&[][..], Node::items);
                let blocks = items
                    .iter()
                    .enumerate()
                    .filter_map(|(i, peer)| block(list.index(i).key("ipBlock"), peer.get("ipBlock")?))
                    .collect();
                found.push(Peers {
                    object: object.clone(),
                    list,
                    egress: direction == "egress",
                    blocks,
                });
            }
        }
    }
    found
}

fn block(place: Pointer, node: &Node) -> Option<IpBlock<'_>> {
    let cidr = lenient::parse_cidr(node.get("cidr")?.text()?)?.cidr;
    let list = place.key("except");
    let except = node
        .get("except")
        .map_or(&[][..], Node::items)
        .iter()
        .enumerate()
        .filter_map(|(i, entry)| Some((list.index(i), entry.text()?)))
        .collect();
    Some(IpBlock { place, cidr, except })
}

/// Returns the texts of `nonMasqueradeCIDRs`. `None` if the key is absent, which means the agent's defaults.
fn exempt(config: &serde_json::Value) -> Option<Vec<&str>> {
    let list = config.get("nonMasqueradeCIDRs")?.as_array()?;
    Some(list.iter().filter_map(|entry| entry.as_str()).collect())
}
