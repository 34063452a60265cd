//! What tools check when they read their configuration or start, as rows: what a file has to have beside what, what it
//! cannot have, and how many of what. Each row names the file and line of the tool, at the state that was read, and the
//! words in which it refuses.
//!
//! States read: cilium/cilium 002c6fff, cloudnativelabs/kube-router 7c2c2779, projectcalico/calico 87c15906,
//! antrea-io/antrea fc70f2bb, kubeovn/kube-ovn 1533681d, flannel-io/flannel cdf76059, metallb/metallb 7938d3f8,
//! kube-vip/kube-vip-cloud-provider (August 2026), k3s-io/k3s 005499a9, rancher/rke2 6ce1a801, k0sproject/k0s dff90cee,
//! siderolabs/talos ad882317, kubernetes-sigs/kind fed26882, kubernetes/kops 268927e2, openshift/microshift 8e16b12f,
//!
//! tigera/operator 40788b9b, ovn-org/ovn-kubernetes 6c366bb4, canonical/microk8s d099c907, kubernetes-sigs/kubespray
//! 46dbdd39, kubernetes-sigs/cluster-api ae7ff047.
//!
//! A row without a line names the function: there the file was read on its own, not with the rest of its state (K3s besides
//! pkg/agent/run.go, Cilium, openshift/installer, Kubernetes itself).
//!
//! Not read: what the clouds check, which is not public (EKS, GKE, AKS; of EKS there is eksctl); openshift/installer at a
//! newer state than the one that `needs` models; the Kubernetes components, which have recorded vectors instead.

mod installers;
mod plugins;

use dualstack_core::document::{self, as_json, to_json};
use dualstack_core::net::Cidr;
use serde_json::Value;

/// A condition on a document. Paths have keys with `/` between them; `*` is every entry of a list or mapping.
pub enum Where {
    /// A value is that text, number or boolean.
    Is(&'static str, &'static str),
    /// There is a value.
    Has(&'static str),
    /// There is no value.
    Lacks(&'static str),
    /// A list has an entry that begins with a text.
    Begins(&'static str, &'static str),
    /// All of them hold.
    All(&'static [Where]),
    /// One of them holds.
    Any(&'static [Where]),
}

/// What a tool checks of a document.
pub enum Check {
    /// Where the first holds, the second holds.
    Requires(Where, Where),
    /// The two never hold together.
    Excludes(Where, Where),
    /// The first list has as many entries as the second, or none.
    AsMany(&'static str, &'static str),
    /// A value that is there is one of these.
    OneOf(&'static str, &'static [&'static str]),
    /// A list has at most that many entries.
    AtMost(&'static str, usize),
    /// Every value of a path holds.
    Each(&'static str, fn(&str) -> bool),
    /// Something else about the document.
    Holds(fn(&Document) -> bool),
}

/// A check of a tool.
pub struct StartCheck {
    /// The targets whose files the tool reads.
    pub targets: &'static [&'static str],
    /// A part of the paths of the files.
    pub file: &'static str,
    /// The `kind` of the documents; empty for those without one, `*` for any.
    pub kind: &'static str,
    /// The file and line of the tool.
    pub source: &'static str,
    /// Its words.
    pub text: &'static str,
    /// The check.
    pub check: Check,
}

/// Every check.
pub fn all() -> impl Iterator<Item = &'static StartCheck> {
    installers::CHECKS.iter().chain(plugins::CHECKS)
}

/// A document of an exported file.
#[derive(Clone, Debug)]
pub struct Document(pub Value);

fn scalar(value: &Value) -> Option<String> {
    match value {
        Value::String(text) => Some(text.clone()),
        Value::Number(number) => Some(number.to_string()),
        Value::Bool(on) => Some(on.to_string()),
        _ => None,
    }
}

fn walk<'v>(value: &'v Value, path: &str, found: &mut Vec<&'v Value>) {
    let Some((key, rest)) = path.split_once('/').or((!path.is_empty()).then_some((path, ""))) else {
        found.push(value);
        return;
    };
    match (key, value) {
        ("*", Value::Array(items)) => items.iter().for_each(|item| walk(item, rest, found)),
        ("*", Value::Object(members)) => members.values().for_each(|member| walk(member, rest, found)),
        (_, Value::Object(members)) => {
            if let Some(member) = members.get(key) {
                walk(member, rest, found);
            }
        }
        _ => {}
    }
}

impl Document {
    /// Returns the values of a path.
    pub fn values(&self, path: &str) -> Vec<&Value> {
        let mut found = Vec::new();
        walk(&self.0, path, &mut found);
        found
    }

    /// Returns the first scalar of a path.
    pub fn text(&self, path: &str) -> Option<String> {
        self.values(path).into_iter().find_map(scalar)
    }

    /// Returns the scalars of a path: the entries of lists, the parts of texts between commas.
    pub fn list(&self, path: &str) -> Vec<String> {
        let mut list = Vec::new();
        for value in self.values(path) {
            let items = value
                .as_array()
                .map_or(std::slice::from_ref(value), Vec::as_slice);
            let texts = items.iter().filter_map(scalar);
            list.extend(texts.flat_map(|text| text.split(',').map(str::to_owned).collect::<Vec<_>>()));
        }
        list.retain(|text| !text.is_empty());
        list
    }

    /// Returns the networks of a path. Other texts are left out.
    pub fn cidrs(&self, path: &str) -> Vec<Cidr> {
        self.list(path)
            .iter()
            .filter_map(|text| text.parse().ok())
            .collect()
    }

    /// Returns the number of a path.
    pub fn number(&self, path: &str) -> Option<u64> {
        self.text(path)?.parse().ok()
    }

    /// Returns whether a value is `true`.
    pub fn is_on(&self, path: &str) -> bool {
        self.text(path).as_deref() == Some("true")
    }

    fn holds(&self, condition: &Where) -> bool {
        match condition {
            Where::Is(path, text) => self
                .values(path)
                .into_iter()
                .filter_map(scalar)
                .any(|found| found == *text),
            Where::Has(path) => !self.values(path).is_empty(),
            Where::Lacks(path) => self.values(path).is_empty(),
            Where::Begins(path, text) => self.list(path).iter().any(|found| found.starts_with(text)),
            Where::All(all) => all.iter().all(|condition| self.holds(condition)),
            Where::Any(any) => any.iter().any(|condition| self.holds(condition)),
        }
    }

    /// Returns whether a document passes a check.
    pub fn passes(&self, check: &Check) -> bool {
        match check {
            Check::Requires(first, second) => !self.holds(first) || self.holds(second),
            Check::Excludes(first, second) => !(self.holds(first) && self.holds(second)),
            Check::AsMany(first, second) => {
                let entries = self.list(first).len();
                entries == 0 || entries == self.list(second).len()
            }
            Check::OneOf(path, known) => self.text(path).is_none_or(|text| known.contains(&text.as_str())),
            Check::AtMost(path, most) => self.list(path).len() <= *most,
            Check::Each(path, holds) => self.list(path).iter().all(|text| holds(text)),
            Check::Holds(holds) => holds(self),
        }
    }

    fn kind(&self) -> &str {
        self.0.get("kind").and_then(Value::as_str).unwrap_or_default()
    }
}

/// Returns the documents of a text, and those in its fields of several lines.
pub fn documents(text: &str) -> Vec<Document> {
    let mut found = Vec::new();
    for document in document::read(text).documents {
        let value = to_json(document.root());
        embedded(&value, &mut found);
        found.push(Document(value));
    }
    found
}

fn embedded(value: &Value, found: &mut Vec<Document>) {
    match value {
        Value::String(text) if text.contains('\n') => found.extend(documents(text)),
        Value::Array(items) => items.iter().for_each(|item| embedded(item, found)),
        Value::Object(members) => members.values().for_each(|member| embedded(member, found)),
        _ => {}
    }
}

/// Returns a document with the values of another one over it, as Helm merges files of values.
pub fn overlaid(below: &Document, above: &Document) -> Document {
    fn merge(below: &mut Value, above: &Value) {
        match (below, above) {
            (Value::Object(below), Value::Object(above)) => {
                for (key, value) in above {
                    merge(below.entry(key.clone()).or_insert(Value::Null), value);
                }
            }
            (below, above) => *below = above.clone(),
        }
    }
    let mut merged = below.0.clone();
    merge(&mut merged, &above.0);
    Document(merged)
}

impl StartCheck {
    /// Returns whether the check is one of a document in a file of a target.
    pub fn reads(&self, target: &str, path: &str, document: &Document) -> bool {
        self.targets.contains(&target)
            && path.contains(self.file)
            && (self.kind == "*" || self.kind == document.kind())
            && document.0.is_object()
    }
}

/// Returns whether lists of networks have the same families in the same order.
fn same_families(first: &[Cidr], second: &[Cidr]) -> bool {
    let families = |cidrs: &[Cidr]| cidrs.iter().map(Cidr::family).collect::<Vec<_>>();
    families(first) == families(second)
}

/// Returns whether no two networks share addresses.
fn disjoint(cidrs: &[Cidr]) -> bool {
    let pairs = cidrs.iter().enumerate();
    pairs
        .clone()
        .all(|(i, first)| cidrs.iter().skip(i + 1).all(|second| !first.overlaps(second)))
}

/// Returns a JSON value, so that rows can be tried out.
pub fn of(value: &impl serde::Serialize) -> Document {
    Document(as_json(value))
}
