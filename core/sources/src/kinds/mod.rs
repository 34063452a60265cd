//! The kinds of sources, a file and a row each: how a piece is recognised, and what is read from it.

mod clouds;
mod clusters;
mod installers;
mod kubernetes;
mod managers;
mod plugins;
mod shared;
mod starting;
mod unread;

use crate::diagnostic::Component;
use crate::found::{Field, Found};
use crate::items::{self, Item, Text};
use crate::kubernetes::Version;
use crate::net::IpFamily;

/// A kind of source.
#[derive(Clone, Copy)]
pub struct Kind {
    /// The id, as [`crate::Origin::kind`] has it. The name for people is the message `source-<id>`.
    pub id: &'static str,
    /// Returns whether a piece is of this kind. An object belongs to the first kind that recognises it; lines are read by
    /// every kind that does.
    recognises: fn(&Item) -> bool,
    /// Returns the pieces inside of a piece, which are recognised like any other.
    embedded: fn(&Item) -> Vec<Item>,
    /// Reads all pieces of this kind at once, because several documents can configure one component.
    read: fn(&[Item], &mut Found),
}

/// A kind without pieces inside of its pieces.
fn nothing_embedded(_: &Item) -> Vec<Item> {
    Vec::new()
}

use kubernetes::component_config::flags_of as component_flags;

macro_rules! kinds {
    ($($module:ident: $($file:ident),+ $(,)?);+ $(;)?) => {
        /// Every kind, in the order in which they are tried.
        pub const KINDS: &[&Kind] = &[$($(&$module::$file::KIND),+),+];

        /// The room of each of them.
        const ROOMS: &[&str] = &[$($({ let _ = &$module::$file::KIND; stringify!($module) }),+),+];
    };
}

kinds! {
    clusters: plan, node, service, service_cidr, ip_address, versions, tables, described;
    plugins: calico, cilium, flannel, antrea, kube_ovn, kube_router, ovn_kubernetes, metallb, cilium_lb_ipam, kube_vip;
    kubernetes: component_config, workloads, config_map, charts, command_lines;
    managers: eks_anywhere, gardener, hypershift, kamaji, kubekey, kubermatic, kubeone, omni, rke, tanzu;
    installers: kubeadm, k3s, k3d, rancher, k0s, talos, kind, minikube, microk8s, kops, cluster_api, openshift, microshift, kubespray, cloud_config;
    clouds: eks, gke, aks, terraform, ansible;
}

/// Reads some texts: each piece of them is recognised and read. `version` is the version that they are read for, if it is
/// known from elsewhere.
pub fn read(texts: &[Text<'_>], version: Option<Version>) -> Found {
    let mut found = Found {
        version,
        ..Found::default()
    };
    // The pieces, and whether each lies in another.
    let mut waiting: std::collections::VecDeque<(Item, bool)> = std::collections::VecDeque::new();
    for text in texts {
        let pieces = items::pieces(text);
        waiting.extend(pieces.items.into_iter().map(|item| (item, false)));
        found.diagnostics.extend(pieces.diagnostics);
    }
    let mut sorted: Vec<Vec<Item>> = KINDS.iter().map(|_| Vec::new()).collect();
    while let Some((item, is_inside)) = waiting.pop_front() {
        let before = found.pieces.len();
        let mut is_read = false;
        for (kind, own) in KINDS.iter().zip(&mut sorted) {
            if (kind.recognises)(&item) {
                let inside = (kind.embedded)(&item);
                // A file that holds objects of its own kind is no piece beside them.
                let is_case = inside.iter().any(kind.recognises);
                waiting.extend(inside.into_iter().map(|item| (item, true)));
                if is_case {
                    is_read = true;
                } else {
                    found.pieces.push(item.origin(kind.id));
                    own.push(item.clone());
                }
                if matches!(item, Item::Object(_)) {
                    break;
                }
            }
        }
        // A ConfigMap or chart holds much that is not about addresses.
        let is_prose = item.lines().is_some_and(|lines| lines.is_prose());
        if found.pieces.len() == before && !is_read && !is_inside && !is_prose {
            match item.lines().map_or(&[][..], |lines| lines.why()) {
                [] => found.unread.extend(unread::of(&item)),
                why => found.diagnostics.extend_from_slice(why),
            }
        }
    }
    for ((kind, room), own) in KINDS
        .iter()
        .zip(ROOMS)
        .zip(&sorted)
        .filter(|(_, own)| !own.is_empty())
    {
        let before = found.start_ups.len();
        (kind.read)(own, &mut found);
        if found.start_ups.len() == before && *room != "kubernetes" {
            found.idle.extend(own.iter().filter_map(unread::of));
        }
    }
    on_their_node(&mut found);
    // Files in the order given, and the pieces of each in its own.
    let order = |name: &Option<String>| texts.iter().position(|text| text.name == name.as_deref());
    crate::order::sort_by_key(&mut found.facts, |fact| {
        (order(&fact.origin.file), fact.origin.line)
    });
    let mut start_ups: Vec<_> = std::mem::take(&mut found.start_ups)
        .into_iter()
        .enumerate()
        .collect();
    // What a line starts keeps its order: the tool that refuses comes before what it would start.
    crate::order::sort_by_key(&mut start_ups, |(index, start)| {
        (order(&start.origin.file), start.origin.line, *index)
    });
    for (_, start) in start_ups {
        // A log shows the same line at every start of the process.
        let known = found.start_ups.iter().any(|known| {
            known.component == start.component
                && known.input == start.input
                && known.refusals == start.refusals
        });
        if !known {
            found.start_ups.push(start);
        }
    }
    found
}

/// Gives kube-proxy the families of the first node that the texts show, which its settings are compared with.
fn on_their_node(found: &mut Found) {
    let Some(addresses) = found.facts.iter().find(|fact| fact.field == Field::NodeAddresses) else {
        return;
    };
    let mut families: Vec<IpFamily> = Vec::new();
    for family in addresses
        .values
        .iter()
        .filter_map(|text| starting::family_of(text))
    {
        if !families.contains(&family) {
            families.push(family);
        }
    }
    let proxies = found
        .start_ups
        .iter_mut()
        .filter(|start| start.component == Component::KubeProxy);
    for start in proxies {
        start.input.node_families.clone_from(&families);
    }
}
