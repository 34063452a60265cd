//! A plan from what exists: the facts of some texts put together, each value with its origin. Nothing is guessed: what
//! nobody says is missing, and what two texts say differently is a contradiction.

use serde::Serialize;
use serde_json::{Map, Value as Json, json};

use crate::catalog::{Cni, Distribution, Provider};
use crate::components::Unread;
use crate::diagnostic::Component;
use crate::document::{order, write};
use crate::found::{Fact, Field, Found, Origin, StartUp, Strength};
use crate::items::Text;
use crate::kinds;
use crate::kubernetes::Version;
use crate::net::Cidr;

/// A plan made from texts.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "wasm", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase")]
pub struct Import {
    /// The plan file: the plan with the origin of each value as a comment, and the Services and ServiceCIDR objects of
    /// the texts beside it.
    pub plan: String,
    /// The values of the plan.
    pub values: Vec<Fact>,
    /// Other values that texts give for a field of the plan.
    pub contradictions: Vec<Contradiction>,
    /// Fields that a plan needs and no text gives.
    pub missing: Vec<Field>,
    /// The pieces of the texts that were understood.
    pub pieces: Vec<Origin>,
    /// The pieces that were not.
    pub unread: Vec<Unread>,
}

/// A value of a text that the plan does not have, because another is surer or came first.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "wasm", derive(tsify::Tsify))]
pub struct Contradiction {
    /// What the plan has.
    pub taken: Fact,
    /// What the other text says.
    pub other: Fact,
}

/// How often a value counts as the same in a field.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Merge {
    /// The surest value is the field's; others contradict it.
    One,
    /// All values are the field's.
    All,
}

/// The fields of a plan: where each stands below `spec`, and how its facts become one value.
const FIELDS: &[(Field, &[&str], Merge)] = &[
    (Field::Name, &["metadata", "name"], Merge::One),
    (
        Field::KubernetesVersion,
        &["spec", "kubernetesVersion"],
        Merge::One,
    ),
    (Field::PodCidrs, &["spec", "podCIDRs"], Merge::One),
    (Field::ServiceCidrs, &["spec", "serviceCIDRs"], Merge::One),
    (Field::NodeCidrs, &["spec", "nodeCIDRs"], Merge::One),
    (
        Field::LoadBalancerCidrs,
        &["spec", "loadBalancerCIDRs"],
        Merge::All,
    ),
    (Field::AdvertiseAddress, &["spec", "advertiseAddress"], Merge::One),
    (Field::NodeCount, &["spec", "nodes", "count"], Merge::One),
    (Field::MaxPods, &["spec", "nodes", "maxPods"], Merge::One),
    (
        Field::MaskSizeIpv4,
        &["spec", "nodes", "maskSizeIPv4"],
        Merge::One,
    ),
    (
        Field::MaskSizeIpv6,
        &["spec", "nodes", "maskSizeIPv6"],
        Merge::One,
    ),
    (Field::FeatureGates, &["spec", "featureGates"], Merge::All),
    (Field::Distribution, &["spec", "distribution"], Merge::One),
    (Field::Cni, &["spec", "cni"], Merge::One),
    (Field::Provider, &["spec", "provider"], Merge::One),
];

/// Fields without which there is no plan.
const NEEDED: &[Field] = &[Field::KubernetesVersion, Field::PodCidrs, Field::ServiceCidrs];

/// Makes a plan from some texts. `version` is the version if it is known from elsewhere.
///
/// ```
/// use dualstack_sources::{Text, import};
/// let text = "k3s server --cluster-cidr=10.42.0.0/16,fd00:42::/56 --service-cidr=10.43.0.0/16,fd00:43::/112";
/// let made = import(&[Text::pasted(text)], None);
/// assert!(made.plan.contains("  podCIDRs: # line 1, --cluster-cidr\n    - 10.42.0.0/16\n    - fd00:42::/56\n"));
/// assert_eq!(made.missing.len(), 1); // the Kubernetes version
/// ```
pub fn import(texts: &[Text<'_>], version: Option<Version>) -> Import {
    let found = kinds::read(texts, version);
    let mut facts = found.facts.clone();
    for start in &found.start_ups {
        of_start_up(start, &mut facts);
    }
    if let Some(version) = version.filter(|_| facts.iter().all(|fact| fact.field != Field::KubernetesVersion))
    {
        facts.push(Fact {
            field: Field::KubernetesVersion,
            values: vec![version.to_string()],
            strength: Strength::Configured,
            origin: Origin::default(),
        });
    }
    facts.retain_mut(understood);
    let mut values: Vec<Fact> = Vec::new();
    let mut contradictions = Vec::new();
    for (field, _, merge) in FIELDS {
        let mut own: Vec<Fact> = facts
            .iter()
            .filter(|fact| fact.field == *field)
            .cloned()
            .collect();
        order::sort_by_key(&mut own, |fact| std::cmp::Reverse(fact.strength));
        let mut own = own.into_iter();
        let Some(mut taken) = own.next() else { continue };
        for other in own {
            match merge {
                Merge::All => {
                    for value in other.values {
                        if !taken.values.contains(&value) {
                            taken.values.push(value);
                        }
                    }
                }
                Merge::One if other.values == taken.values || other.strength == Strength::Default => {}
                Merge::One
                    if contradictions.iter().any(|known: &Contradiction| {
                        known.other.values == other.values && known.other.field == *field
                    }) => {}
                Merge::One => contradictions.push(Contradiction {
                    taken: taken.clone(),
                    other,
                }),
            }
        }
        values.push(taken);
    }
    let missing = NEEDED
        .iter()
        .copied()
        .filter(|field| values.iter().all(|value| value.field != *field))
        .collect();
    Import {
        plan: plan_text(&values, &found),
        values,
        contradictions,
        missing,
        pieces: found.pieces,
        unread: found.unread,
    }
}

/// The flags of components that say something about a plan. Those of kube-apiserver come before those of others that
/// repeat them.
const FLAGS: &[(Component, &str, Field)] = &[
    (
        Component::KubeApiserver,
        "service-cluster-ip-range",
        Field::ServiceCidrs,
    ),
    (
        Component::KubeApiserver,
        "advertise-address",
        Field::AdvertiseAddress,
    ),
    (Component::KubeControllerManager, "cluster-cidr", Field::PodCidrs),
    (
        Component::KubeControllerManager,
        "service-cluster-ip-range",
        Field::ServiceCidrs,
    ),
    (
        Component::KubeControllerManager,
        "node-cidr-mask-size-ipv4",
        Field::MaskSizeIpv4,
    ),
    (
        Component::KubeControllerManager,
        "node-cidr-mask-size-ipv6",
        Field::MaskSizeIpv6,
    ),
    (Component::KubeProxy, "cluster-cidr", Field::PodCidrs),
    (Component::Kubelet, "max-pods", Field::MaxPods),
    (Component::Kubelet, "node-ip", Field::NodeAddresses),
];

fn of_start_up(start: &StartUp, facts: &mut Vec<Fact>) {
    let mut add = |field: Field, path: &str, value: &str| {
        let values: Vec<String> = value
            .split(',')
            .map(str::trim)
            .filter(|value| !value.is_empty())
            .map(str::to_owned)
            .collect();
        let own_place = facts.iter().any(|fact| {
            fact.field == field && fact.values == values && fact.origin.kind == start.origin.kind
        });
        // An installer's own field says more than the flag that it becomes.
        if !values.is_empty() && !own_place {
            let whole = start.origin.path.is_empty() || start.origin.kind == "command-line";
            facts.push(Fact {
                field,
                values,
                strength: Strength::Configured,
                origin: Origin {
                    path: if whole {
                        path.to_owned()
                    } else {
                        start.origin.path.clone()
                    },
                    ..start.origin.clone()
                },
            });
        }
    };
    for (component, flag, field) in FLAGS {
        if let Some(value) = start
            .input
            .flags
            .get(flag)
            .filter(|_| start.component == *component)
        {
            add(*field, &format!("--{flag}"), value);
        }
    }
    // One mask is the one of the only family.
    if let Some(mask) = start.input.flags.get("node-cidr-mask-size")
        && start.component == Component::KubeControllerManager
    {
        let ranges = start.input.flags.get("cluster-cidr").unwrap_or_default();
        let field = if ranges.contains(':') {
            Field::MaskSizeIpv6
        } else {
            Field::MaskSizeIpv4
        };
        add(field, "--node-cidr-mask-size", mask);
    }
    if let Some(kubeadm) = &start.input.kubeadm {
        add(Field::PodCidrs, "networking.podSubnet", &kubeadm.pod_subnet);
        add(
            Field::ServiceCidrs,
            "networking.serviceSubnet",
            &kubeadm.service_subnet,
        );
        if let Some(address) = &kubeadm.advertise_address {
            add(
                Field::AdvertiseAddress,
                "localAPIEndpoint.advertiseAddress",
                address,
            );
        }
    }
}

/// Returns whether a fact can be a value of a plan, and writes its values as a plan has them.
fn understood(fact: &mut Fact) -> bool {
    match fact.field {
        Field::PodCidrs | Field::ServiceCidrs | Field::NodeCidrs | Field::LoadBalancerCidrs => {
            let read: Option<Vec<Cidr>> = fact.values.iter().map(|value| value.parse().ok()).collect();
            if let Some(read) = &read {
                fact.values = read.iter().map(Cidr::to_string).collect();
            }
            read.is_some()
        }
        Field::AdvertiseAddress => one(fact, |text| {
            let address: std::net::IpAddr = text.parse().ok()?;
            (!address.is_unspecified()).then(|| address.to_string())
        }),
        Field::NodeCount | Field::MaxPods | Field::MaskSizeIpv4 | Field::MaskSizeIpv6 => one(fact, |text| {
            text.parse::<u32>().ok().map(|number| number.to_string())
        }),
        Field::KubernetesVersion => one(fact, |text| {
            let version: Version = text.parse().ok()?;
            Some(version.to_string())
        }),
        Field::Distribution => one(fact, |id| Distribution::find(id).map(|row| row.id().to_owned())),
        Field::Cni => one(fact, |id| Cni::find(id).map(|row| row.id().to_owned())),
        Field::Provider => one(fact, |id| Provider::find(id).map(|row| row.id().to_owned())),
        Field::Name => !fact.values.is_empty(),
        Field::FeatureGates => {
            fact.values.retain(|pair| pair.contains('='));
            !fact.values.is_empty()
        }
        // Networks do not follow from addresses.
        Field::NodeAddresses => false,
    }
}

fn one(fact: &mut Fact, read: impl Fn(&str) -> Option<String>) -> bool {
    let value = fact.values.first().and_then(|text| read(text));
    fact.values = value.iter().cloned().collect();
    value.is_some()
}

fn value_of(fact: &Fact) -> Json {
    match fact.field {
        Field::PodCidrs | Field::ServiceCidrs | Field::NodeCidrs | Field::LoadBalancerCidrs => {
            json!(fact.values)
        }
        Field::NodeCount | Field::MaxPods | Field::MaskSizeIpv4 | Field::MaskSizeIpv6 => {
            let number = fact.values.first().and_then(|text| text.parse::<u32>().ok());
            json!(number)
        }
        Field::FeatureGates => {
            let gates = fact.values.iter().filter_map(|pair| pair.split_once('='));
            Json::Object(
                gates
                    .filter_map(|(name, on)| {
                        Some((name.to_owned(), json!(crate::go::strconv::parse_bool(on)?)))
                    })
                    .collect(),
            )
        }
        _ => json!(fact.values.first()),
    }
}

/// Writes the plan with the origin of each value behind its key, and the objects beside it.
fn plan_text(values: &[Fact], found: &Found) -> String {
    let mut plan = Map::new();
    plan.insert("apiVersion".to_owned(), json!(crate::request::API_VERSION));
    plan.insert("kind".to_owned(), json!(crate::request::KIND));
    let mut comments: Vec<(String, String)> = Vec::new();
    for (field, path, _) in FIELDS {
        let Some(fact) = values.iter().find(|fact| fact.field == *field) else {
            continue;
        };
        if let Some((last, parents)) = path.split_last() {
            set(&mut plan, parents, last, value_of(fact));
            let indent = "  ".repeat(parents.len());
            comments.push((format!("{indent}{last}:"), comment(fact)));
        }
    }
    let mut own = String::new();
    for line in write::to_yaml(&Json::Object(plan)).lines() {
        let at = comments.iter().position(|(key, _)| {
            line == key || line.strip_prefix(key).is_some_and(|rest| rest.starts_with(' '))
        });
        own.push_str(line);
        if let Some(at) = at {
            let (_, text) = comments.remove(at);
            if !text.is_empty() {
                own.push_str(" # ");
                own.push_str(&text);
            }
        }
        own.push('\n');
    }
    let beside = found.manifests.iter().map(write::to_yaml);
    write::join_documents(std::iter::once(own).chain(beside))
}

/// Sets a key below some parents, which are made where they are missing.
fn set(map: &mut Map<String, Json>, parents: &[&str], key: &str, value: Json) {
    match parents.split_first() {
        None => {
            map.insert(key.to_owned(), value);
        }
        Some((parent, below)) => {
            if let Json::Object(next) = map.entry(*parent).or_insert_with(|| json!({})) {
                set(next, below, key, value);
            }
        }
    }
}

/// Returns the origin of a value in a line: `kubeadm.yaml:12, networking.podSubnet`.
fn comment(fact: &Fact) -> String {
    let Origin {
        file,
        line,
        path,
        kind,
    } = &fact.origin;
    if kind.is_empty() {
        return String::new();
    }
    let place = match file {
        Some(file) => format!("{file}:{line}"),
        None => format!("line {line}"),
    };
    let of_default = match fact.strength {
        Strength::Default => format!("default of {kind}, "),
        _ => String::new(),
    };
    let path = if path.is_empty() {
        String::new()
    } else {
        format!(", {path}")
    };
    format!("{of_default}{place}{path}").replace(['\n', '\r'], " ")
}

#[cfg(test)]
mod tests;
