//! When a plan runs out: nodes and Services month by month, what is cheapest then, and what to choose today so that it is
//! not needed.

mod month;
mod rate;
#[cfg(test)]
mod tests;
mod text;

use serde::{Deserialize, Serialize};

use crate::diff::diff;
use crate::edit::with_plan;
use crate::i18n::{Message, use_exports};
use crate::net::{AddressCount, Cidr, IpFamily};
use crate::order;
use crate::plan::AddressPlan;
use crate::plan::node_blocks;
use crate::radius::BlastRadius;
use crate::request::ranges::{DeclaredRange, RangeKind};
use crate::request::{ClusterPlan, PlanSpec};
use crate::running::node_count;
use crate::side::Side;

pub use month::Month;
pub use rate::{GrowthRate, NotARate};

/// The number of months that are looked at, unless the request names another one.
pub const MONTHS: u32 = 120;
/// The largest number of months.
const MOST_MONTHS: u32 = 600;

/// How a plan grows.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "wasm", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct GrowthRequest {
    /// The nodes that come every month: a number, or percent of those there are, `"5%"`. Absent: none.
    #[serde(default)]
    #[cfg_attr(feature = "wasm", tsify(optional, type = "number | string"))]
    pub nodes_per_month: GrowthRate,
    /// The Services that come every month.
    #[serde(default)]
    #[cfg_attr(feature = "wasm", tsify(optional, type = "number | string"))]
    pub services_per_month: GrowthRate,
    /// The month of the numbers in the plan: `2026-11`. There is no clock in the engine.
    #[cfg_attr(feature = "wasm", tsify(type = "string"))]
    pub from: Month,
    /// The number of months to look ahead, 600 at most; absent: 120.
    #[serde(default)]
    #[cfg_attr(feature = "wasm", tsify(optional))]
    pub months: Option<u32>,
    /// The number of Services today; absent: those beside the plan.
    #[serde(default)]
    #[cfg_attr(feature = "wasm", tsify(optional))]
    pub services: Option<u32>,
}

/// The numbers of a month.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "wasm", derive(tsify::Tsify))]
pub struct GrowthPoint {
    /// The month.
    #[cfg_attr(feature = "wasm", tsify(type = "string"))]
    pub month: Month,
    /// The number of nodes.
    pub nodes: u64,
    /// The number of Services with a cluster IP.
    pub services: u64,
}

/// What runs out.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[cfg_attr(feature = "wasm", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase")]
pub enum GrowingThing {
    /// Blocks for nodes.
    Nodes,
    /// Addresses for Services.
    Services,
}

impl GrowingThing {
    const fn as_str(self) -> &'static str {
        match self {
            GrowingThing::Nodes => "nodes",
            GrowingThing::Services => "services",
        }
    }
}

/// The room of one family for nodes or Services, and when it is used up.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "wasm", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase")]
pub struct GrowthRoom {
    /// What it is for.
    pub of: GrowingThing,
    /// The family.
    pub family: IpFamily,
    /// How many fit in all.
    #[cfg_attr(feature = "wasm", tsify(type = "AddressCount"))]
    pub room: AddressCount,
    /// How many there are today.
    #[cfg_attr(feature = "wasm", tsify(type = "AddressCount"))]
    pub used: AddressCount,
    /// The first month with more than fit; absent if that is behind the last one looked at.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "wasm", tsify(optional, type = "string"))]
    pub out: Option<Month>,
    /// How many there are in the last month.
    #[cfg_attr(feature = "wasm", tsify(type = "AddressCount"))]
    pub wanted: AddressCount,
}

/// A way to get more room when it runs out.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "wasm", derive(tsify::Tsify))]
pub struct WayOut {
    /// What it is for.
    pub of: GrowingThing,
    /// The family.
    pub family: IpFamily,
    /// What is done.
    pub what: Message,
    /// What has to be touched for it.
    pub blast: BlastRadius,
    /// The radius in words.
    pub reach: Message,
}

/// A value that the plan could have from the start, so that it does not run out.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "wasm", derive(tsify::Tsify))]
pub struct PlanChoice {
    /// The field of the plan.
    pub path: String,
    /// Its value today.
    pub before: String,
    /// The value that is enough until the last month.
    pub after: String,
}

/// When a plan runs out.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "wasm", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase")]
pub struct GrowthForecast {
    /// The numbers month by month, the present one first.
    pub points: Vec<GrowthPoint>,
    /// The room of each family for nodes, then for Services.
    pub rooms: Vec<GrowthRoom>,
    /// For each room that is used up, the way out with the smallest radius.
    pub ways_out: Vec<WayOut>,
    /// What to choose today so that nothing is used up until the last month. Empty if nothing is, or no free network is
    /// large enough.
    pub today: Vec<PlanChoice>,
    /// All of it in a sentence.
    pub summary: Message,
    /// The exit code of a check: 1 if something is used up until the last month, otherwise 0.
    pub exit_code: u8,
    /// The forecast as text, in the format that was asked for; absent if none was.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "wasm", tsify(optional))]
    pub text: Option<String>,
}

/// Says when a plan runs out.
///
/// ```
/// use dualstack_change::{GrowthRequest, Side, growth};
/// let text = "kind: ClusterPlan\nspec: {kubernetesVersion: '1.33', podCIDRs: [10.244.0.0/20], serviceCIDRs: [10.96.0.0/16], nodes: {count: 10}}\n";
/// let request: GrowthRequest = serde_json::from_str(r#"{"nodesPerMonth": 2, "from": "2026-11"}"#).unwrap();
/// let forecast = growth(&Side::read(&[("plan.yaml", text)], 0, "en").unwrap(), &request);
/// // 16 blocks: 10 nodes today, 16 in February, 18 in March.
/// assert_eq!(forecast.rooms[0].out.unwrap().to_string(), "2027-03");
/// ```
pub fn growth(side: &Side, request: &GrowthRequest) -> GrowthForecast {
    use_exports();
    let months = request.months.unwrap_or(MONTHS).min(MOST_MONTHS);
    let services = request
        .services
        .map_or_else(|| services_with_addresses(side), u64::from);
    let nodes = request.nodes_per_month.series(node_count(side), months);
    let services = request.services_per_month.series(services, months);
    let points: Vec<GrowthPoint> = nodes
        .iter()
        .zip(&services)
        .zip(0..)
        .map(|((nodes, services), after)| GrowthPoint {
            month: request.from.plus(after),
            nodes: *nodes,
            services: *services,
        })
        .collect();
    let rooms = rooms(side, &points, request);
    let short = || rooms.iter().filter(|room| room.out.is_some());
    let ways_out: Vec<WayOut> = short().filter_map(|room| cheapest(side, room)).collect();
    let today = match short().next().is_some() {
        true => choices(side, &rooms),
        false => Vec::new(),
    };
    let first = short().min_by_key(|room| (room.out, room.of));
    let last = request.from.plus(months);
    let summary = match first {
        None => Message::new("growth-summary.enough").with("last", last.to_string()),
        Some(room) => Message::new("growth-summary")
            .with("what", room.of.as_str())
            .with("family", room.family)
            .with(
                "month",
                room.out.map(|month| month.to_string()).unwrap_or_default(),
            )
            .with("room", room.room),
    };
    GrowthForecast {
        points,
        exit_code: u8::from(first.is_some()),
        rooms,
        ways_out,
        today,
        summary,
        text: None,
    }
}

/// Returns the number of Services of the file that have an address.
fn services_with_addresses(side: &Side) -> u64 {
    let services = side.analysis.services().iter();
    services
        .filter(|service| service.addresses().next().is_some())
        .count() as u64
}

fn rooms(side: &Side, points: &[GrowthPoint], request: &GrowthRequest) -> Vec<GrowthRoom> {
    let Some(addresses) = side.analysis.addresses() else {
        return Vec::new();
    };
    let first_with = |fits: &dyn Fn(&GrowthPoint) -> bool| {
        points.iter().find(|point| !fits(point)).map(|point| point.month)
    };
    let (today, last) = (points.first(), points.last());
    let nodes = |point: Option<&GrowthPoint>| u128::from(point.map_or(0, |point| point.nodes));
    let services = |point: Option<&GrowthPoint>| u128::from(point.map_or(0, |point| point.services));
    let mut rooms = Vec::new();
    for family in addresses.capacity.iter().flat_map(|capacity| &capacity.families) {
        let room = family.nodes.saturating_u128();
        rooms.push(GrowthRoom {
            of: GrowingThing::Nodes,
            family: family.family,
            room: family.nodes,
            used: nodes(today).into(),
            out: first_with(&|point| u128::from(point.nodes) <= room),
            wanted: nodes(last).into(),
        });
    }
    for room in &addresses.service_rooms {
        // Services that are given as a number have an address each, and so has the API server's own.
        let used = match request.services {
            Some(given) => room
                .used
                .saturating_u128()
                .max(u128::from(given).saturating_add(1)),
            None => room.used.saturating_u128(),
        };
        let at = |point: &GrowthPoint| {
            let new = u128::from(point.services).saturating_sub(services(today));
            used.saturating_add(new)
        };
        let usable = room.usable.saturating_u128();
        rooms.push(GrowthRoom {
            of: GrowingThing::Services,
            family: room.family,
            room: room.usable,
            used: used.into(),
            out: first_with(&|point| at(point) <= usable),
            wanted: last.map_or(0, at).into(),
        });
    }
    rooms
}

/// A plan with more room, and what is said about it.
struct Candidate {
    what: Message,
    text: String,
}

/// Returns the way with the smallest radius. `None` if the engine knows none.
fn cheapest(side: &Side, room: &GrowthRoom) -> Option<WayOut> {
    let candidates = match room.of {
        GrowingThing::Nodes => [larger_pods(side, room), longer_mask(side, room)],
        GrowingThing::Services => [more_services(side, room), larger_services(side, room)],
    };
    let mut ways: Vec<WayOut> = candidates
        .into_iter()
        .flatten()
        .filter_map(|candidate| {
            let after = Side::read(&[("", &candidate.text)], 0, "en").ok()?;
            let blast = diff(side, &after).blast;
            (blast != BlastRadius::Impossible).then(|| WayOut {
                of: room.of,
                family: room.family,
                what: candidate.what,
                reach: blast.message(),
                blast,
            })
        })
        .collect();
    order::sort_by_key(&mut ways, |way| way.blast.rank());
    ways.into_iter().next().or_else(|| {
        Some(WayOut {
            of: room.of,
            family: room.family,
            what: Message::new("growth-way-new-cluster"),
            blast: BlastRadius::Rebuild,
            reach: BlastRadius::Rebuild.message(),
        })
    })
}

/// Returns the declared range of a family.
fn declared(addresses: &AddressPlan, kind: RangeKind, family: IpFamily) -> Option<&DeclaredRange> {
    addresses
        .declared
        .iter()
        .find(|range| range.kind == kind && range.cidr.family() == family && range.document.is_none())
}

/// Returns the smallest network around a range that is enough, and that nothing else of the plan touches.
fn around(addresses: &AddressPlan, range: &DeclaredRange, is_enough: impl Fn(Cidr) -> bool) -> Option<Cidr> {
    let others: Vec<Cidr> = addresses
        .every_range()
        .filter(|other| other.pointer != range.pointer || other.document != range.document)
        .map(|other| other.cidr)
        .collect();
    let mut larger = range.cidr;
    while !is_enough(larger) {
        larger = larger.supernet()?;
        if others.iter().any(|other| other.overlaps(&larger)) {
            return None;
        }
    }
    Some(larger)
}

fn replaced(list: &[Cidr], old: Cidr, new: Cidr) -> Vec<Cidr> {
    list.iter()
        .map(|cidr| if *cidr == old { new } else { *cidr })
        .collect()
}

/// Returns whether that many nodes fit, by the blocks of the family.
fn nodes_fit(spec: &PlanSpec, family: IpFamily, wanted: AddressCount) -> bool {
    node_blocks(spec)
        .and_then(|blocks| blocks.family(family).map(crate::nodeipam::FamilyBlocks::count))
        .is_some_and(|count| count >= wanted)
}

fn edited(side: &Side, change: impl FnOnce(&mut PlanSpec)) -> (ClusterPlan, String) {
    let mut plan = side.plan.clone();
    change(&mut plan.spec);
    let text = with_plan(&side.text, &plan);
    (plan, text)
}

fn larger_pods(side: &Side, room: &GrowthRoom) -> Option<Candidate> {
    let addresses = side.analysis.addresses()?;
    let range = declared(addresses, RangeKind::Pods, room.family)?;
    let with = |cidr: Cidr| {
        let mut spec = side.plan.spec.clone();
        spec.pod_cidrs = replaced(&spec.pod_cidrs, range.cidr, cidr);
        spec
    };
    let larger = around(addresses, range, |cidr| {
        nodes_fit(&with(cidr), room.family, room.wanted)
    })?;
    let (_, text) = edited(side, |spec| *spec = with(larger));
    Some(Candidate {
        what: Message::new("growth-way-pods")
            .with("before", range.cidr)
            .with("after", larger),
        text,
    })
}

fn longer_mask(side: &Side, room: &GrowthRoom) -> Option<Candidate> {
    let family = room.family;
    let addresses = side.analysis.addresses()?;
    let capacity = addresses.capacity.as_ref()?;
    let own = capacity.families.iter().find(|own| own.family == family)?;
    let with = |mask: u8| {
        let mut spec = side.plan.spec.clone();
        match family {
            IpFamily::IPv4 => spec.nodes.mask_size_ipv4 = Some(mask),
            IpFamily::IPv6 => spec.nodes.mask_size_ipv6 = Some(mask),
        }
        spec
    };
    let holds_pods = |mask: u8| {
        // Two addresses of a block are no pod's.
        AddressCount::power_of_two(family.width().saturating_sub(mask)).saturating_sub(3)
            >= AddressCount::from(side.plan.spec.nodes.max_pods)
    };
    let mask = (own.node_mask.saturating_add(1)..=family.width())
        .take_while(|mask| holds_pods(*mask))
        .find(|mask| nodes_fit(&with(*mask), family, room.wanted))?;
    let (_, text) = edited(side, |spec| *spec = with(mask));
    Some(Candidate {
        what: Message::new("growth-way-mask")
            .with("family", family)
            .with("before", format!("/{}", own.node_mask))
            .with("after", format!("/{mask}")),
        text,
    })
}

/// Returns the length of a network with that many addresses for Services.
fn service_prefix(family: IpFamily, wanted: AddressCount) -> Option<u8> {
    // The first address is the network's, and the last of IPv4 the broadcast's.
    let with_ends = wanted.saturating_add(AddressCount::from(2u64));
    (0..=family.width())
        .rev()
        .find(|prefix| AddressCount::power_of_two(family.width().saturating_sub(*prefix)) >= with_ends)
}

/// A ServiceCIDR object with the addresses that are missing.
fn more_services(side: &Side, room: &GrowthRoom) -> Option<Candidate> {
    let addresses = side.analysis.addresses()?;
    side.analysis.cluster()?.service_cidr_api()?;
    let range = declared(addresses, RangeKind::Services, room.family)?;
    let missing = room.wanted.saturating_sub(room.room.saturating_u128());
    let prefix = service_prefix(room.family, missing)?;
    let free = crate::plan::map::free_network_near(
        &range.cidr,
        prefix,
        &addresses.every_range().cloned().collect::<Vec<_>>(),
    )?;
    let object = serde_json::json!({
        "apiVersion": "networking.k8s.io/v1",
        "kind": "ServiceCIDR",
        "metadata": {"name": "more-services"},
        "spec": {"cidrs": [free.to_string()]},
    });
    let separator = if side.text.ends_with('\n') {
        "---\n"
    } else {
        "\n---\n"
    };
    let text = format!(
        "{}{separator}{}",
        side.text,
        crate::document::write::to_yaml(&object)
    );
    Some(Candidate {
        what: Message::new("growth-way-object").with("range", free),
        text,
    })
}

fn larger_services(side: &Side, room: &GrowthRoom) -> Option<Candidate> {
    let addresses = side.analysis.addresses()?;
    let range = declared(addresses, RangeKind::Services, room.family)?;
    let prefix = service_prefix(room.family, room.wanted)?;
    let larger = around(addresses, range, |cidr| cidr.prefix_len() <= prefix)?;
    let (_, text) = edited(side, |spec| {
        spec.service_cidrs = replaced(&spec.service_cidrs, range.cidr, larger);
    });
    Some(Candidate {
        what: Message::new("growth-way-services")
            .with("before", range.cidr)
            .with("after", larger),
        text,
    })
}

/// Returns what is enough until the last month, if it is chosen before the cluster is built.
fn choices(side: &Side, rooms: &[GrowthRoom]) -> Vec<PlanChoice> {
    let Some(addresses) = side.analysis.addresses() else {
        return Vec::new();
    };
    let mut found = Vec::new();
    for room in rooms.iter().filter(|room| room.out.is_some()) {
        let (kind, path) = match room.of {
            GrowingThing::Nodes => (RangeKind::Pods, "spec.podCIDRs"),
            GrowingThing::Services => (RangeKind::Services, "spec.serviceCIDRs"),
        };
        let Some(range) = declared(addresses, kind, room.family) else {
            continue;
        };
        let fits = |cidr: Cidr| match room.of {
            GrowingThing::Nodes => {
                let mut spec = side.plan.spec.clone();
                spec.pod_cidrs = replaced(&spec.pod_cidrs, range.cidr, cidr);
                nodes_fit(&spec, room.family, room.wanted)
            }
            GrowingThing::Services => {
                service_prefix(room.family, room.wanted).is_some_and(|prefix| cidr.prefix_len() <= prefix)
            }
        };
        let elsewhere = || {
            (0..range.cidr.prefix_len())
                .rev()
                .find(|prefix| Cidr::containing(range.cidr.network(), *prefix).is_some_and(&fits))
                .and_then(|prefix| addresses.free_network_near(range, prefix))
        };
        let chosen = around(addresses, range, fits).or_else(elsewhere);
        // What no component takes is no choice.
        let chosen = chosen.filter(|cidr| starts_with(side, kind, range.cidr, *cidr));
        found.extend(chosen.map(|cidr| PlanChoice {
            path: path.to_owned(),
            before: range.cidr.to_string(),
            after: cidr.to_string(),
        }));
    }
    found
}

/// Returns whether every component starts with another range.
fn starts_with(side: &Side, kind: RangeKind, old: Cidr, new: Cidr) -> bool {
    let (_, text) = edited(side, |spec| match kind {
        RangeKind::Pods => spec.pod_cidrs = replaced(&spec.pod_cidrs, old, new),
        _ => spec.service_cidrs = replaced(&spec.service_cidrs, old, new),
    });
    let refused = |side: &Side| {
        side.analysis
            .failed_checks()
            .iter()
            .filter(|failed| failed.effect == crate::components::Effect::Fatal)
            .count()
    };
    Side::read(&[("", &text)], 0, "en").is_ok_and(|after| refused(&after) <= refused(side))
}
