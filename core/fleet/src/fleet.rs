//! A fleet file, and a lock file of it, become places.

use std::collections::{BTreeMap, BTreeSet};

use super::codes;
use super::decode::{decode, fleet_document};
use super::existing::existing;
use super::file::{ClusterSettings, FleetCluster, FleetSpec, by_group};
use super::files::FleetFiles;
use super::found::{Fleet, FleetUse, PlaceState, PlacedCluster, SiteRoutes};
use super::lock::{FleetLock, LockedAggregates, LockedCluster, comment};
use super::need::{Need, needs};
use super::place::{FamilyPlaces, Group, Member, Outcome, Slot};
use super::verify;
use crate::diagnostic::{Diagnostic, Severity};
use crate::document::{self, Document};
use crate::i18n::{Catalogue, Message, use_exports};
use crate::net::{AddressCount, Cidr, IpFamily};
use crate::order;
use crate::request::ranges::RangeKind;

/// A fleet that cannot be planned: what is wrong with its files.
pub type FleetFailed = Vec<Diagnostic>;

/// Gives every cluster of a fleet file its place. Clusters of the lock file stay where they are. `language` is that of the
/// comment in the lock file, a BCP 47 tag. The findings come with the fleet; a cluster without a place is one of them.
///
/// # Errors
/// Returns the findings if one of the files cannot be read whole: nothing is placed by a part of what was meant.
///
/// ```
/// use dualstack_fleet::{FleetFiles, plan_fleet};
/// let fleet = "\
/// apiVersion: dualstack-planner/v1
/// kind: FleetPlan
/// spec:
///   blocks: [10.0.0.0/8, \"fd12:3456:789a::/44\"]
///   clusters:
///     - {name: a, nodes: {count: 40}}
///     - {name: b, nodes: {count: 100}}
/// ";
/// let (first, _) = plan_fleet(FleetFiles { fleet, ..FleetFiles::default() }, "en").unwrap();
/// let pods = |at: usize| first.clusters[at].pod_cidrs[0].to_string();
/// assert_eq!((pods(0), pods(1)), ("10.1.0.0/18".to_owned(), "10.0.0.0/17".to_owned()));
/// // A third one moves nobody.
/// let more = format!("{fleet}    - {{name: c, nodes: {{count: 5000}}}}\n");
/// let files = FleetFiles { fleet: &more, lock: Some(&first.lock), plans: &[] };
/// let (second, _) = plan_fleet(files, "en").unwrap();
/// assert_eq!(second.clusters[1].pod_cidrs, first.clusters[1].pod_cidrs);
/// ```
pub fn plan_fleet(files: FleetFiles<'_>, language: &str) -> Result<(Fleet, Vec<Diagnostic>), FleetFailed> {
    use_exports();
    let stream = document::read(files.fleet);
    let mut found = stream.diagnostics.clone();
    let fleet = decode(&stream, &mut found);
    let lock = match files.lock.map(FleetLock::read) {
        None => FleetLock::default(),
        Some(Ok(lock)) => lock,
        Some(Err(of_lock)) => {
            found.extend(of_lock.into_iter().map(in_lock_file));
            FleetLock::default()
        }
    };
    let (Some(fleet), Some(document)) = (fleet, fleet_document(&stream)) else {
        return Err(found);
    };
    let running = existing(&fleet.spec, files.plans, document, language, &mut found);
    let mut needed = all_needs(&fleet.spec, document, &mut found);
    if is_wrong(&found) {
        return Err(found);
    }
    let before = lock.by_name();
    let groups = groups(&fleet.spec, &running, &before, &lock, &mut needed);
    let places: Vec<Vec<FamilyPlaces>> = groups
        .iter()
        .map(|group| IpFamily::ALL.map(|family| group.place(family)).into())
        .collect();
    let mut now = FleetLock {
        existing: running.clone(),
        ..FleetLock::default()
    };
    let mut clusters = Vec::with_capacity(fleet.spec.clusters.len());
    let (mut sites, mut uses) = (Vec::new(), Vec::new());
    for (group, places) in groups.iter().zip(&places) {
        now.aggregates.extend(aggregates(group, places));
        sites.extend(routes(group, places));
        uses.extend(places.iter().filter_map(|of_family| use_of(group, of_family)));
        for (index, member) in group.members.iter().enumerate() {
            let placed = settle(index, member, group, places, document, &mut found);
            clusters.extend(placed);
        }
        found.extend(verify::cut_aggregates(group, places, document));
    }
    order::sort_by(&mut clusters, |a: &PlacedCluster, b| a.name.cmp(&b.name));
    let by_name = fleet.spec.by_name();
    now.clusters = clusters
        .iter()
        .map(|placed| locked(placed, by_name.get(placed.name.as_str()).copied()))
        .collect();
    let in_file = verify::places_in_file(&fleet.spec, document);
    let placed = by_group(&now.clusters, |cluster| &cluster.group);
    for group in &groups {
        let placed = placed.get(group.name).map(Vec::as_slice).unwrap_or_default();
        found.extend(verify::overlaps(group, placed, &fleet.spec, &in_file));
        found.extend(verify::outside(group, placed, &in_file));
    }
    order::sort_by_key(&mut found, |found: &Diagnostic| {
        (found.location.line, found.location.column)
    });
    let removed = before
        .keys()
        .filter(|name| !by_name.contains_key(*name))
        .map(|name| (*name).to_owned())
        .collect();
    let text = now.write(&fleet.metadata.name, &Catalogue::of(language).text(&comment()));
    let summary = summary(&clusters, fleet.spec.clusters.len(), groups.len());
    let fleet = Fleet {
        name: fleet.metadata.name.clone(),
        lock_changed: files.lock != Some(text.as_str()),
        lock: text,
        clusters,
        sites,
        uses,
        removed,
        summary,
        text: None,
        exit_code: u8::from(is_wrong(&found)),
        source: fleet,
        places: now,
    };
    Ok((fleet, found))
}

fn is_wrong(found: &[Diagnostic]) -> bool {
    found.iter().any(|found| found.severity == Severity::Error)
}

/// The name of the lock file in findings.
const LOCK_FILE: &str = "fleet.lock.yaml";

fn in_lock_file(mut found: Diagnostic) -> Diagnostic {
    found.location.file = Some(LOCK_FILE.to_owned());
    found
}

/// Returns the families of the blocks, IPv4 first.
fn families_of(blocks: &[Cidr]) -> Vec<IpFamily> {
    let has = |family: &IpFamily| blocks.iter().any(|cidr| cidr.family() == *family);
    IpFamily::ALL.into_iter().filter(has).collect()
}

/// Returns the families of a cluster, the primary one first.
pub(crate) fn families(spec: &FleetSpec, settings: &ClusterSettings) -> Vec<IpFamily> {
    match settings.families.as_slice() {
        [] => families_of(spec.blocks_of(&settings.group)),
        own => own.to_vec(),
    }
}

/// Returns what each cluster needs, in the order of the file. What no cluster can have is reported.
fn all_needs(spec: &FleetSpec, document: &Document, found: &mut Vec<Diagnostic>) -> Vec<Vec<Need>> {
    let mut all = Vec::with_capacity(spec.clusters.len());
    for cluster in &spec.clusters {
        let settings = &cluster.settings;
        let there = families_of(spec.blocks_of(&settings.group));
        let mut own = Vec::new();
        for family in families(spec, settings) {
            if !there.contains(&family) {
                let message = Message::new(codes::NO_BLOCK.id)
                    .with("cluster", cluster.name.as_str())
                    .with("family", family)
                    .with("group", settings.group.as_str());
                found.push(codes::NO_BLOCK.with(document.locate(&cluster.pointer), message));
                continue;
            }
            match needs(settings, family) {
                Ok(needs) => own.extend(needs),
                Err(refused) => {
                    let message = Message::new(codes::TOO_LARGE.id)
                        .with("cluster", cluster.name.as_str())
                        .with("family", refused.family)
                        .with("nodes", settings.planned_nodes())
                        .with("mask", format!("/{}", refused.mask));
                    found.push(codes::TOO_LARGE.with(document.locate(&cluster.pointer), message));
                }
            }
        }
        all.push(own);
    }
    all
}

/// Returns the groups by name, each with its clusters by name.
fn groups<'a>(
    spec: &'a FleetSpec,
    running: &'a [LockedCluster],
    before: &BTreeMap<&str, &'a LockedCluster>,
    lock: &'a FleetLock,
    needed: &mut [Vec<Need>],
) -> Vec<Group<'a>> {
    let mut members: BTreeMap<&str, Vec<(usize, &FleetCluster)>> = BTreeMap::new();
    for (index, cluster) in spec.clusters.iter().enumerate() {
        let of_group = members.entry(cluster.settings.group.as_str()).or_default();
        of_group.push((index, cluster));
    }
    // Clusters that run already may overlap in a group without any other.
    for cluster in running {
        members.entry(cluster.group.as_str()).or_default();
    }
    let aggregates = by_group(&lock.aggregates, |entry| &entry.group);
    let mut existing = by_group(running, |cluster| &cluster.group);
    let mut groups = Vec::with_capacity(members.len());
    for (name, mut clusters) in members {
        order::sort_by(&mut clusters, |(_, a), (_, b)| a.name.cmp(&b.name));
        let mut sites: BTreeSet<&str> = BTreeSet::new();
        sites.extend(clusters.iter().map(|(_, cluster)| cluster.settings.site.as_str()));
        let sites: Vec<&str> = sites.into_iter().collect();
        let number = |site: &str| sites.binary_search(&site).ok();
        let members = clusters
            .into_iter()
            .map(|(index, cluster)| Member {
                cluster,
                site: number(&cluster.settings.site).unwrap_or_default(),
                needs: needed.get_mut(index).map(std::mem::take).unwrap_or_default(),
                locked: before.get(cluster.name.as_str()).copied(),
            })
            .collect();
        let aggregates = aggregates
            .get(name)
            .into_iter()
            .flatten()
            .filter_map(|entry| Some((number(&entry.site)?, &entry.cidrs)))
            .flat_map(|(site, cidrs)| cidrs.iter().map(move |cidr| (site, *cidr)))
            .collect();
        groups.push(Group {
            name,
            blocks: spec.blocks_of(name),
            reserved: spec.reserved.iter().map(|reserved| reserved.cidr).collect(),
            existing: existing.remove(name).unwrap_or_default(),
            members,
            aggregates,
            sites,
        });
    }
    groups
}

/// Makes the entry of a cluster from what became of its needs, and reports what went wrong. `None` if it has no place.
fn settle(
    index: usize,
    member: &Member<'_>,
    group: &Group<'_>,
    places: &[FamilyPlaces],
    document: &Document,
    found: &mut Vec<Diagnostic>,
) -> Option<PlacedCluster> {
    let cluster = member.cluster;
    let at = |field: &str| document.locate(&cluster.pointer.key(field));
    let field = |kind: RangeKind| {
        if kind == RangeKind::Pods {
            "nodes"
        } else {
            "services"
        }
    };
    let mut slots: Vec<(Need, Slot)> = Vec::new();
    let mut state = PlaceState::Kept;
    let mut is_refused = false;
    let mut can_double = true;
    for of_family in places {
        for (need, outcome) in of_family.outcomes.get(index).into_iter().flatten() {
            let message = |id: &'static str| {
                Message::new(id)
                    .with("cluster", cluster.name.as_str())
                    .with("kind", need.kind.as_str())
                    .with("family", need.family)
                    .with("group", group.name)
                    .with("needed", format!("/{}", need.range))
            };
            match *outcome {
                Outcome::Placed(slot) => {
                    state = PlaceState::New;
                    slots.push((*need, slot));
                }
                Outcome::Kept { slot, grown } => {
                    if grown && state == PlaceState::Kept {
                        state = PlaceState::Grown;
                    }
                    if need.room < slot.room.prefix_len() {
                        can_double = false;
                        let message = message(codes::NO_DOUBLING.id)
                            .with("range", slot.range)
                            .with("room", slot.room);
                        found.push(codes::NO_DOUBLING.with(at(field(need.kind)), message));
                    }
                    slots.push((*need, slot));
                }
                Outcome::Outgrown(slot) => {
                    can_double = false;
                    let message = message(codes::OUTGROWN.id)
                        .with("range", slot.range)
                        .with("room", slot.room);
                    found.push(codes::OUTGROWN.with(at(field(need.kind)), message));
                    slots.push((*need, slot));
                }
                Outcome::NoRoom => {
                    is_refused = true;
                    found.push(no_room(message, need, of_family, group, at(field(need.kind))));
                }
            }
        }
    }
    if is_refused {
        // A cluster has all of its new ranges or none. Those that it had before stay.
        let had = |kind: RangeKind, slot: &Slot| {
            let ranges = member.locked.map(|locked| match kind {
                RangeKind::Pods => &locked.pod_cidrs,
                _ => &locked.service_cidrs,
            });
            ranges.is_some_and(|ranges| ranges.iter().any(|range| slot.room.contains(range)))
        };
        slots.retain(|(need, slot)| had(need.kind, slot));
        if slots.is_empty() {
            return None;
        }
        state = PlaceState::Kept;
    }
    let order: Vec<IpFamily> = match cluster.settings.families.as_slice() {
        [] => IpFamily::ALL.into(),
        own => own.to_vec(),
    };
    let pick = |kind: RangeKind, part: fn(&Slot) -> Cidr| -> Vec<Cidr> {
        order
            .iter()
            .filter_map(|family| {
                let is_it = |(need, _): &&(Need, Slot)| need.kind == kind && need.family == *family;
                slots.iter().find(is_it).map(|(_, slot)| part(slot))
            })
            .collect()
    };
    Some(PlacedCluster {
        name: cluster.name.clone(),
        group: cluster.settings.group.clone(),
        site: cluster.settings.site.clone(),
        pod_cidrs: pick(RangeKind::Pods, |slot| slot.range),
        pod_rooms: pick(RangeKind::Pods, |slot| slot.room),
        service_cidrs: pick(RangeKind::Services, |slot| slot.range),
        service_rooms: pick(RangeKind::Services, |slot| slot.room),
        can_double: can_double && !is_refused,
        nodes: cluster.settings.planned_nodes(),
        services: cluster.settings.planned_services(),
        state,
    })
}

fn no_room(
    message: impl Fn(&'static str) -> Message,
    need: &Need,
    of_family: &FamilyPlaces,
    group: &Group<'_>,
    place: crate::diagnostic::Location,
) -> Diagnostic {
    let blocks: Vec<String> = group
        .blocks
        .iter()
        .filter(|block| block.family() == need.family)
        .map(Cidr::to_string)
        .collect();
    let message = match of_family.largest_free {
        Some(largest) => message(codes::NO_ROOM.id)
            .with("largest", format!("/{}", largest.prefix_len()))
            .with("place", largest),
        None => message("FLEET004.full"),
    };
    let message = message
        .with("room", format!("/{}", need.room))
        .with("blocks", blocks.join(", "));
    codes::NO_ROOM.with(place, message)
}

fn locked(placed: &PlacedCluster, cluster: Option<&FleetCluster>) -> LockedCluster {
    LockedCluster {
        name: placed.name.clone(),
        group: placed.group.clone(),
        site: placed.site.clone(),
        pod_cidrs: placed.pod_cidrs.clone(),
        pod_rooms: placed.pod_rooms.clone(),
        service_cidrs: placed.service_cidrs.clone(),
        service_rooms: placed.service_rooms.clone(),
        node_cidrs: cluster
            .map(|cluster| cluster.node_cidrs.clone())
            .unwrap_or_default(),
    }
}

/// Returns one list for each site of both families, IPv4 first.
fn of_sites(places: &[FamilyPlaces], lists: fn(&FamilyPlaces) -> &[Vec<Cidr>], site: usize) -> Vec<Cidr> {
    places
        .iter()
        .filter_map(|of_family| lists(of_family).get(site))
        .flatten()
        .copied()
        .collect()
}

fn aggregates(group: &Group<'_>, places: &[FamilyPlaces]) -> Vec<LockedAggregates> {
    let of_site = |(index, site): (usize, &&str)| LockedAggregates {
        group: group.name.to_owned(),
        site: (*site).to_owned(),
        cidrs: of_sites(places, |of_family| &of_family.aggregates, index),
    };
    let sites = group.sites.iter().enumerate().map(of_site);
    sites.filter(|entry| !entry.cidrs.is_empty()).collect()
}

fn routes(group: &Group<'_>, places: &[FamilyPlaces]) -> Vec<SiteRoutes> {
    let mut clusters = vec![0usize; group.sites.len()];
    for member in &group.members {
        if let Some(count) = clusters.get_mut(member.site) {
            *count += 1;
        }
    }
    let of_site = |(index, (site, clusters)): (usize, (&&str, usize))| SiteRoutes {
        group: group.name.to_owned(),
        site: (*site).to_owned(),
        clusters,
        routes: of_sites(places, |of_family| &of_family.routes, index),
    };
    group
        .sites
        .iter()
        .zip(clusters)
        .enumerate()
        .map(of_site)
        .collect()
}

/// Returns what a family takes in a group. `None` if nothing of it is there.
fn use_of(group: &Group<'_>, places: &FamilyPlaces) -> Option<FleetUse> {
    let members = places.outcomes.iter().filter(|own| !own.is_empty()).count();
    if members == 0 {
        return None;
    }
    // Shifted so that the product of 1,000 fits.
    let shift = 128u32
        .saturating_sub(places.taken.leading_zeros())
        .saturating_sub(100);
    let (taken, bound) = (places.taken >> shift, places.bound >> shift);
    let permille = (taken.saturating_sub(bound) * 1000)
        .checked_div(bound)
        .unwrap_or_default();
    Some(FleetUse {
        group: group.name.to_owned(),
        family: places.family,
        clusters: members,
        needed: AddressCount::from(places.needed),
        bound: AddressCount::from(places.bound),
        taken: AddressCount::from(places.taken),
        waste_percent: u32::try_from(permille).map_or(f64::MAX, |permille| f64::from(permille) / 10.0),
        routes: places.routes.iter().map(Vec::len).sum(),
        largest_free: places.largest_free,
    })
}

fn summary(clusters: &[PlacedCluster], wanted: usize, groups: usize) -> Message {
    let count = |state: PlaceState| clusters.iter().filter(|placed| placed.state == state).count();
    let id = match clusters.len() == wanted {
        true => "fleet-summary",
        false => "fleet-summary.missing",
    };
    Message::new(id)
        .with("clusters", clusters.len())
        .with("groups", groups)
        .with("new", count(PlaceState::New))
        .with("kept", count(PlaceState::Kept))
        .with("grown", count(PlaceState::Grown))
        .with("missing", wanted.saturating_sub(clusters.len()))
}
