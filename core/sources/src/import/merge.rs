//! From facts to the values of a plan: the strongest fact of each field counts, and what differs from it contradicts it.

use std::net::IpAddr;

use serde_json::{Map, Value as Json, json};

use super::{Claim, Contradiction, ImportedValue};
use crate::catalog::{Cni, Distribution, Provider};
use crate::found::{Fact, Field, Found, Origin, Strength};
use crate::go::strconv::parse_bool;
use crate::kubernetes::Version;
use crate::net::lenient::{parse_address, parse_cidr};
use crate::net::range_set::{Range, RangeSet};
use crate::net::{Cidr, IpFamily, address_bits};
use crate::order;
use crate::request::Endpoint;
use crate::text::version_of;

/// The fields of the plan, in the order in which the file has them.
pub(super) const FIELDS: &[(Field, &str)] = &[
    (Field::Name, "metadata.name"),
    (Field::KubernetesVersion, "spec.kubernetesVersion"),
    (Field::PodCidrs, "spec.podCIDRs"),
    (Field::ServiceCidrs, "spec.serviceCIDRs"),
    (Field::NodeCidrs, "spec.nodeCIDRs"),
    (Field::LoadBalancerCidrs, "spec.loadBalancerCIDRs"),
    (Field::AdvertiseAddress, "spec.advertiseAddress"),
    (Field::ControlPlaneEndpoint, "spec.controlPlaneEndpoint"),
    (Field::NodeCount, "spec.nodes.count"),
    (Field::MaxPods, "spec.nodes.maxPods"),
    (Field::MaskSizeIpv4, "spec.nodes.maskSizeIPv4"),
    (Field::MaskSizeIpv6, "spec.nodes.maskSizeIPv6"),
    (Field::FeatureGates, "spec.featureGates"),
    (Field::Distribution, "spec.distribution"),
    (Field::Cni, "spec.cni"),
    (Field::Provider, "spec.provider"),
];

/// The values of a plan.
#[derive(Debug, Default)]
pub(super) struct Merged {
    pub(super) values: Vec<ImportedValue>,
    pub(super) contradictions: Vec<Contradiction>,
    /// Facts with a value that the plan cannot have.
    pub(super) unusable: Vec<Fact>,
    /// The addresses of nodes.
    pub(super) node_addresses: Vec<String>,
}

impl Merged {
    pub(super) fn has(&self, field: Field) -> bool {
        self.values.iter().any(|value| value.field == field)
    }

    pub(super) fn value(&self, field: Field) -> Option<&ImportedValue> {
        self.values.iter().find(|value| value.field == field)
    }
}

/// A fact whose values were read.
#[derive(Clone)]
struct Usable<'a> {
    fact: &'a Fact,
    values: Vec<String>,
}

pub(super) fn merge(found: &Found) -> Merged {
    let mut merged = Merged::default();
    let hints = hints(found);
    let facts: Vec<&Fact> = found.facts.iter().chain(&hints).collect();
    for fact in facts.iter().filter(|fact| fact.field == Field::NodeAddresses) {
        for address in &fact.values {
            if !merged.node_addresses.contains(address) && address.parse::<IpAddr>().is_ok() {
                merged.node_addresses.push(address.clone());
            }
        }
    }
    for (field, path) in FIELDS {
        let mut usable = Vec::new();
        for fact in facts.iter().filter(|fact| fact.field == *field) {
            match normal(*field, &fact.values) {
                Some(values) if values.is_empty() => {}
                Some(values) => usable.push(Usable { fact, values }),
                None => merged.unusable.push((*fact).clone()),
            }
        }
        // The strongest first, and of those the first of the texts.
        order::sort_by(&mut usable, |a, b| b.fact.strength.cmp(&a.fact.strength));
        match field {
            Field::FeatureGates => gates(path, &usable, &mut merged),
            Field::LoadBalancerCidrs => union(*field, path, &usable, &mut merged),
            _ => single(*field, path, &usable, &mut merged),
        }
    }
    merged
}

/// What versions say about distributions: `v1.33.2+k3s1` is one of K3s.
fn hints(found: &Found) -> Vec<Fact> {
    found
        .facts
        .iter()
        .filter(|fact| fact.field == Field::KubernetesVersion)
        .filter_map(|fact| {
            let version: Version = fact.values.first()?.parse().ok()?;
            Some(Fact {
                field: Field::Distribution,
                values: vec![version.distribution()?.to_owned()],
                strength: Strength::Implied,
                origin: fact.origin.clone(),
            })
        })
        .collect()
}

fn single(field: Field, path: &'static str, usable: &[Usable<'_>], merged: &mut Merged) {
    let Some(first) = usable.first() else { return };
    // Of two that agree the more exact one counts: `1.33.2` and not `1.33`.
    let chosen = usable
        .iter()
        .rev()
        .filter(|other| {
            other.fact.strength > Strength::Default
                && agree(field, first, other)
                && field == Field::KubernetesVersion
        })
        .max_by_key(|other| {
            let exact = other.values.first().map_or(0, |text| text.matches('.').count());
            (exact, other.fact.strength)
        })
        .unwrap_or(first);
    let mut origins = Vec::new();
    let mut others: Vec<Claim> = Vec::new();
    for other in usable {
        if agree(field, chosen, other) {
            // A default that happens to be the same says nothing more.
            if (other.values == chosen.values || field == Field::KubernetesVersion)
                && (other.fact.strength > Strength::Default || chosen.fact.strength == Strength::Default)
                && !origins.contains(&other.fact.origin)
            {
                origins.push(other.fact.origin.clone());
            }
        } else if other.fact.strength > Strength::Default && field != Field::Name {
            let claim = claim(other);
            if !others.iter().any(|known| known.value == claim.value) {
                others.push(claim);
            }
        }
    }
    let at = origins.iter().position(|origin| *origin == chosen.fact.origin);
    if let Some(at) = at {
        let own = origins.remove(at);
        origins.insert(0, own);
    }
    merged
        .contradictions
        .extend(others.into_iter().map(|other| Contradiction {
            path,
            field,
            taken: claim(chosen),
            other,
        }));
    merged.values.push(ImportedValue {
        path,
        field,
        value: plan_value(field, &chosen.values),
        strength: chosen.fact.strength,
        origins,
    });
}

fn claim(usable: &Usable<'_>) -> Claim {
    Claim {
        value: usable.values.join(","),
        strength: usable.fact.strength,
        origin: usable.fact.origin.clone(),
    }
}

/// Pools of load balancers add up: each object is one.
fn union(field: Field, path: &'static str, usable: &[Usable<'_>], merged: &mut Merged) {
    let Some(first) = usable.first() else { return };
    let mut values = Vec::new();
    let mut origins: Vec<Origin> = Vec::new();
    for other in usable {
        for value in &other.values {
            if !values.contains(value) {
                values.push(value.clone());
            }
        }
        if !origins.contains(&other.fact.origin) {
            origins.push(other.fact.origin.clone());
        }
    }
    merged.values.push(ImportedValue {
        path,
        field,
        value: plan_value(field, &values),
        strength: first.fact.strength,
        origins,
    });
}

/// Gates add up by name; the strongest, then the first value of each counts.
fn gates(path: &'static str, usable: &[Usable<'_>], merged: &mut Merged) {
    let field = Field::FeatureGates;
    let mut taken: Vec<(String, bool, &Fact)> = Vec::new();
    let mut origins: Vec<Origin> = Vec::new();
    for other in usable {
        for pair in &other.values {
            let Some((name, on)) = pair.split_once('=') else {
                continue;
            };
            let on = on == "true";
            let known = taken.iter().find(|(known, ..)| known == name);
            match known {
                None => taken.push((name.to_owned(), on, other.fact)),
                Some((_, value, fact)) if *value != on => {
                    let contradiction = Contradiction {
                        path,
                        field,
                        taken: Claim {
                            value: format!("{name}={value}"),
                            strength: fact.strength,
                            origin: fact.origin.clone(),
                        },
                        other: Claim {
                            value: pair.clone(),
                            strength: other.fact.strength,
                            origin: other.fact.origin.clone(),
                        },
                    };
                    let is_told = merged.contradictions.iter().any(|told| {
                        told.taken.value == contradiction.taken.value
                            && told.other.value == contradiction.other.value
                    });
                    if !is_told {
                        merged.contradictions.push(contradiction);
                    }
                }
                Some(_) => {}
            }
        }
        if !origins.contains(&other.fact.origin) {
            origins.push(other.fact.origin.clone());
        }
    }
    let Some(strength) = usable.first().map(|first| first.fact.strength) else {
        return;
    };
    order::sort_by_key(&mut taken, |(name, ..)| name.clone());
    let value: Map<String, Json> = taken
        .into_iter()
        .map(|(name, on, _)| (name, Json::Bool(on)))
        .collect();
    merged.values.push(ImportedValue {
        path,
        field,
        value: Json::Object(value),
        strength,
        origins,
    });
}

/// Returns whether two facts can hold for one cluster.
fn agree(field: Field, a: &Usable<'_>, b: &Usable<'_>) -> bool {
    if a.values == b.values {
        return true;
    }
    match field {
        Field::KubernetesVersion => {
            let (Some(a), Some(b)) = (a.values.first(), b.values.first()) else {
                return true;
            };
            let more =
                |long: &str, short: &str| long.strip_prefix(short).is_some_and(|rest| rest.starts_with('.'));
            more(a, b) || more(b, a)
        }
        // The pools of a plugin are parts of the pod ranges: one object may have one family of two.
        Field::PodCidrs | Field::ServiceCidrs => {
            let is_pool = |usable: &Usable<'_>| usable.fact.strength == Strength::Implied;
            let lies_in = |part: &Usable<'_>, whole: &Usable<'_>| {
                let whole = cidrs(&whole.values);
                cidrs(&part.values)
                    .iter()
                    .all(|cidr| whole.iter().any(|range| range.contains(cidr)))
            };
            is_pool(b) && lies_in(b, a) || is_pool(a) && lies_in(a, b)
        }
        _ => false,
    }
}

fn cidrs(values: &[String]) -> Vec<Cidr> {
    values.iter().filter_map(|value| value.parse().ok()).collect()
}

/// Returns the values in their canonical form. `None` if the plan cannot have one of them.
fn normal(field: Field, values: &[String]) -> Option<Vec<String>> {
    // A word to be filled in, as exports and templates have it, gives nothing: the field is missing.
    let is_blank = |value: &String| {
        value.contains('_')
            && value
                .bytes()
                .all(|c| c.is_ascii_uppercase() || c.is_ascii_digit() || c == b'_')
    };
    if field != Field::Name && values.iter().any(is_blank) {
        return Some(Vec::new());
    }
    let first = || values.first().map(|value| value.trim());
    let one = |value: Option<String>| value.map(|value| vec![value]);
    match field {
        Field::PodCidrs | Field::ServiceCidrs | Field::NodeCidrs => values
            .iter()
            .map(|value| Some(parse_cidr(value.trim())?.cidr.to_string()))
            .collect(),
        Field::LoadBalancerCidrs => {
            let lists: Option<Vec<Vec<String>>> = values.iter().map(|value| pool(value.trim())).collect();
            Some(lists?.into_iter().flatten().collect())
        }
        Field::AdvertiseAddress => {
            let address = parse_address(first()?)?.address;
            // `0.0.0.0` means: the address of the default route.
            Some(if address.is_unspecified() {
                Vec::new()
            } else {
                vec![address.to_string()]
            })
        }
        Field::ControlPlaneEndpoint => {
            let text = first()?;
            // A word to be filled in has no letters of a host.
            if text.contains("CONTROL_PLANE_ENDPOINT") {
                return Some(Vec::new());
            }
            one(endpoint(text).map(|endpoint| endpoint.to_string()))
        }
        Field::KubernetesVersion => {
            let text = first()?;
            one(version_of(text).map(|version| version.to_string()))
        }
        Field::NodeCount | Field::MaxPods => one(first()?.parse::<u32>().ok().map(|n| n.to_string())),
        Field::MaskSizeIpv4 => one(mask(first()?, 32)),
        Field::MaskSizeIpv6 => one(mask(first()?, 128)),
        Field::FeatureGates => Some(
            values
                .iter()
                .filter_map(|pair| {
                    let (name, on) = pair.split_once('=')?;
                    Some(format!("{}={}", name.trim(), parse_bool(on.trim())?))
                })
                .collect(),
        ),
        Field::Distribution => one(known(first()?, Distribution::all().map(|row| row.id()))),
        Field::Cni => one(known(first()?, Cni::all().map(|row| row.id()))),
        Field::Provider => one(known(first()?, Provider::all().map(|row| row.id()))),
        Field::Name | Field::NodeAddresses => one(first().map(str::to_owned)),
    }
}

/// Reads an endpoint, or the URL of one. The API server's own port says nothing more.
fn endpoint(text: &str) -> Option<Endpoint> {
    let text = text.strip_prefix("https://").unwrap_or(text);
    let read: Endpoint = text.trim_end_matches('/').parse().ok()?;
    Some(Endpoint {
        port: read.port.filter(|port| *port != Endpoint::DEFAULT_PORT),
        ..read
    })
}

fn known(text: &str, ids: impl Iterator<Item = &'static str>) -> Option<String> {
    let text = text.to_ascii_lowercase();
    let mut ids = ids;
    ids.find(|id| *id == text).map(str::to_owned)
}

fn mask(text: &str, width: u8) -> Option<String> {
    let mask: u8 = text.trim_start_matches('/').parse().ok()?;
    (mask <= width).then(|| mask.to_string())
}

/// Reads a pool of a load balancer: a network, or `first-last`, as the networks that it consists of.
fn pool(text: &str) -> Option<Vec<String>> {
    if let Some(read) = parse_cidr(text) {
        return Some(vec![read.cidr.to_string()]);
    }
    let (first, last) = text.split_once('-').unwrap_or((text, text));
    let (first, last): (IpAddr, IpAddr) = (first.trim().parse().ok()?, last.trim().parse().ok()?);
    let family = IpFamily::of(first);
    let range = Range {
        first: address_bits(first),
        last: address_bits(last),
    };
    if IpFamily::of(last) != family || range.last < range.first {
        return None;
    }
    let mut set = RangeSet::new(family);
    set.insert(range);
    Some(set.cidrs().map(|cidr| cidr.to_string()).collect())
}

/// Returns the value as the plan has it.
fn plan_value(field: Field, values: &[String]) -> Json {
    let first = values.first().map(String::as_str).unwrap_or_default();
    match field {
        Field::PodCidrs | Field::ServiceCidrs | Field::NodeCidrs | Field::LoadBalancerCidrs => json!(values),
        Field::NodeCount | Field::MaxPods | Field::MaskSizeIpv4 | Field::MaskSizeIpv6 => {
            json!(first.parse::<u32>().unwrap_or_default())
        }
        _ => json!(first),
    }
}
