//! What the addresses of a family are for, as intervals: a few for each range, however many blocks it has.

use std::net::IpAddr;

use super::shapes::{Grid, NodeSpan, Use};
use crate::Analysis;
use crate::clusterip::ServiceBands;
use crate::net::{Cidr, IpFamily, address_bits};
use crate::nodeipam::{FamilyBlocks, FamilyPlace, NodeBlocks};
use crate::order;
use crate::plan::AddressPlan;
use crate::request::ranges::{DeclaredRange, RangeKind};

/// Addresses from `first` to `last` with a use.
#[derive(Clone, Debug)]
pub(super) struct Layer {
    pub(super) first: u128,
    pub(super) last: u128,
    pub(super) what: Use,
    /// The index of the range.
    pub(super) range: usize,
    /// Of the layers of one range the one with the highest rank holds.
    pub(super) rank: u8,
    /// The name of a Node.
    pub(super) name: Option<String>,
}

/// Layers of one range.
struct Layers {
    all: Vec<Layer>,
    range: usize,
}

impl Layers {
    fn add(&mut self, (first, last): (u128, u128), what: Use, rank: u8) {
        self.all.push(Layer {
            first,
            last,
            what,
            range: self.range,
            rank,
            name: None,
        });
    }
}

fn bounds(cidr: &Cidr) -> (u128, u128) {
    (cidr.first_bits(), cidr.last_bits())
}

/// Returns what the addresses of a family are for.
pub(super) fn layers(analysis: &Analysis, ranges: &[DeclaredRange], family: IpFamily) -> Vec<Layer> {
    let mut layers = Layers {
        all: Vec::new(),
        range: 0,
    };
    let mut bands = analysis
        .addresses()
        .map(|plan| plan.services.as_slice())
        .unwrap_or_default()
        .to_vec();
    for (index, range) in ranges.iter().enumerate() {
        if range.cidr.family() != family {
            continue;
        }
        layers.range = index;
        match range.kind {
            RangeKind::Pods => pods(&mut layers, analysis, range),
            RangeKind::Services => {
                // Each range has bands of its own, even where two are the same network.
                let is_object = range.document.is_some();
                let own = bands
                    .iter()
                    .position(|bands| bands.range == range.cidr && bands.object.is_some() == is_object);
                let own = own.map(|own| bands.remove(own));
                services(&mut layers, &range.cidr, own.as_ref());
            }
            RangeKind::Nodes => layers.add(bounds(&range.cidr), Use::Nodes, 0),
            RangeKind::LoadBalancers => layers.add(bounds(&range.cidr), Use::LoadBalancers, 0),
            RangeKind::Reserved => layers.add(bounds(&range.cidr), Use::Reserved, 0),
        }
    }
    layers.all
}

fn services(layers: &mut Layers, range: &Cidr, bands: Option<&ServiceBands>) {
    layers.add(bounds(range), Use::ServicesUnusable, 0);
    let Some(bands) = bands else {
        return;
    };
    let pairs = match &bands.object {
        Some(_) => vec![(bands.usable, Use::ServicesObject)],
        None => vec![
            (bands.static_band, Use::ServicesStatic),
            (bands.dynamic_band, Use::ServicesDynamic),
        ],
    };
    for (band, what) in pairs {
        if let Some(band) = band {
            layers.add((address_bits(band.first), address_bits(band.last)), what, 1);
        }
    }
}

/// The blocks of a pod range: those of nodes of today, of planned nodes, and what is left, in the order in which
/// kube-controller-manager gives them; then the exceptions above them.
fn pods(layers: &mut Layers, analysis: &Analysis, range: &DeclaredRange) {
    let family = range.cidr.family();
    layers.add(bounds(&range.cidr), Use::Pods, 0);
    let (Some(plan), Ok(blocks)) = (analysis.plan(), analysis.node_blocks()) else {
        return;
    };
    let Some((own, left)) = blocks_of(blocks, &range.cidr) else {
        return;
    };
    let nodes = &plan.spec.nodes;
    // u128 holds every usize.
    let existing = blocks.existing().len() as u128;
    let added = |nodes: u128| nodes.saturating_sub(existing);
    let paired = added(blocks.count().saturating_u128());
    let today = added(u128::from(nodes.count)).min(paired);
    let planned = added(u128::from(nodes.planned())).clamp(today, paired.max(today));
    let all = left.count().saturating_u128();
    for (from, to, what) in [
        (0, today, Use::PodsToday),
        (today, planned, Use::PodsPlanned),
        (planned, paired, Use::PodsFree),
        (paired, all, Use::PodsUnpaired),
    ] {
        if let Some(run) = run(left, from, to) {
            layers.add(run, what, 1);
        }
    }
    for service in own.services() {
        let shortest = service.prefix_len().min(own.prefix_len());
        if let Some(around) = Cidr::containing(service.network(), shortest) {
            layers.add(clipped(bounds(&around), &range.cidr), Use::PodsExcluded, 2);
        }
    }
    for (name, cidrs) in blocks.existing() {
        for block in cidrs
            .iter()
            .filter(|block| block.family() == family && block.overlaps(&range.cidr))
        {
            let (first, last) = clipped(bounds(block), &range.cidr);
            layers.all.push(Layer {
                first,
                last,
                what: Use::PodsTaken,
                range: layers.range,
                rank: 3,
                name: Some(name.clone()),
            });
        }
    }
}

/// The blocks of a pod range, and those of them that nodes which are added can get.
fn blocks_of<'a>(blocks: &'a NodeBlocks, range: &Cidr) -> Option<(&'a FamilyBlocks, &'a FamilyBlocks)> {
    let own = |list: &'a [FamilyBlocks]| list.iter().find(|blocks| blocks.range() == *range);
    Some((own(blocks.families())?, own(blocks.left())?))
}

/// The addresses from the block number `from` up to the one before `to`.
fn run(blocks: &FamilyBlocks, from: u128, to: u128) -> Option<(u128, u128)> {
    let last = to.checked_sub(1).filter(|last| *last >= from)?;
    Some((blocks.nth(from)?.first_bits(), blocks.nth(last)?.last_bits()))
}

fn clipped((first, last): (u128, u128), range: &Cidr) -> (u128, u128) {
    (first.max(range.first_bits()), last.min(range.last_bits()))
}

/// Says for each cell which nodes have their blocks at its ends.
pub(super) fn number_nodes(grid: &mut Grid, analysis: &Analysis) {
    let Ok(blocks) = analysis.node_blocks() else {
        return;
    };
    let Some(left) = blocks
        .left()
        .iter()
        .find(|left| left.range().overlaps(&grid.network))
    else {
        return;
    };
    let mut taken: Vec<(u128, u128, usize)> = Vec::new();
    for (index, (_, own)) in blocks.existing().iter().enumerate() {
        let own = own.iter().filter(|block| block.overlaps(&grid.network));
        taken.extend(own.map(|block| (block.first_bits(), block.last_bits(), index)));
    }
    order::sort(&mut taken);
    let existing = blocks.existing().len() as u128;
    let count = blocks.count().saturating_u128();
    let number_at = |address: IpAddr| -> Option<u128> {
        let bits = address_bits(address);
        let before = taken.partition_point(|(first, _, _)| *first <= bits);
        let own = before.checked_sub(1).and_then(|index| taken.get(index));
        if let Some((_, _, index)) = own.filter(|(_, last, _)| *last >= bits) {
            return Some(*index as u128);
        }
        match left.find(address)? {
            FamilyPlace::Node { node, .. } => node.checked_add(existing).filter(|node| *node < count),
            FamilyPlace::Excluded { .. } => None,
        }
    };
    for cell in &mut grid.cells {
        let ends = number_at(cell.network.network()).zip(number_at(cell.network.last()));
        cell.nodes = ends.map(|(first, last)| NodeSpan { first, last });
    }
}

/// Addresses that have a use by themselves, by address.
pub(super) struct KnownAddresses(Vec<(IpAddr, String)>);

impl KnownAddresses {
    pub(super) fn of(analysis: &Analysis) -> KnownAddresses {
        let mut known: Vec<(IpAddr, String)> = Vec::new();
        let first = analysis
            .addresses()
            .and_then(|plan: &AddressPlan| plan.services.first());
        if let Some(bands) = first {
            let own = bands
                .kubernetes_service
                .map(|at| (at, "default/kubernetes".to_owned()));
            let dns = bands
                .dns_service
                .map(|at| (at, "kube-system/kube-dns".to_owned()));
            known.extend(own.into_iter().chain(dns));
        }
        if let Some(address) = analysis.plan().and_then(|plan| plan.spec.advertise_address) {
            known.push((address.to_canonical(), "kube-apiserver".to_owned()));
        }
        for service in analysis.services() {
            let name = || format!("{}/{}", service.namespace, service.name);
            known.extend(service.addresses().map(|at| (at, name())));
        }
        order::sort(&mut known);
        known.dedup_by_key(|(address, _)| *address);
        KnownAddresses(known)
    }

    /// Returns those in a network: how many, and whose the lowest is.
    pub(super) fn within(&self, network: &Cidr) -> (usize, Option<&str>) {
        let from = self.0.partition_point(|(at, _)| *at < network.network());
        let to = self.0.partition_point(|(at, _)| *at <= network.last());
        let inside = self.0.get(from..to).unwrap_or_default();
        (inside.len(), inside.first().map(|(_, name)| name.as_str()))
    }
}
