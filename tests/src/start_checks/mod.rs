//! What tools check when they read their configuration or start, as rows: what a file has to have beside what, what it
//! cannot have, and how many of what. Each row names the line of the tool, at the state that was read (`source::STATES`),
//! and the words in which it refuses. `source::NOT_READ` says what could not be read.
//!
//! A line is the one that says the words, or that decides, where the words stand elsewhere.

mod antrea;
mod balancers;
mod calico;
mod cilium;
mod components;
mod document;
mod eksctl;
mod flannel;
mod k0s;
mod kind;
mod kops;
mod kube_router;
mod kubespray;
mod openshift;
mod ovn;
mod rancher;
mod source;
mod talos;
mod ubuntu;

use dualstack_core::diagnostic::Component;
use dualstack_core::document::as_json;
use dualstack_core::net::{Cidr, IpFamily};

pub use document::{Document, documents, options, overlaid};
pub use source::{NOT_READ, Place, STATES, Source, place};

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
    /// Where the check stands.
    pub source: Source,
    /// The tool's words, with `…` for what it fills in; `;` between the words of several checks.
    pub text: &'static str,
    /// The check.
    pub check: Check,
}

/// Every check.
pub fn all() -> impl Iterator<Item = &'static StartCheck> {
    let files = [
        antrea::CHECKS,
        balancers::CHECKS,
        calico::CHECKS,
        cilium::CHECKS,
        components::CHECKS,
        eksctl::CHECKS,
        flannel::CHECKS,
        k0s::CHECKS,
        kind::CHECKS,
        kops::CHECKS,
        kube_router::CHECKS,
        kubespray::CHECKS,
        openshift::CHECKS,
        ovn::CHECKS,
        rancher::CHECKS,
        talos::CHECKS,
        ubuntu::CHECKS,
    ];
    files.into_iter().flatten()
}

impl StartCheck {
    /// Returns the component of Kubernetes that checks, where it is not the tool itself.
    pub fn component(&self) -> Option<Component> {
        let path = self
            .source
            .place()
            .filter(|place| place.tool == "kubernetes")?
            .path;
        [
            ("cmd/kubeadm/", Component::Kubeadm),
            ("cmd/kube-apiserver/", Component::KubeApiserver),
            ("cmd/kube-controller-manager/", Component::KubeControllerManager),
            ("pkg/controller/", Component::KubeControllerManager),
        ]
        .into_iter()
        .find_map(|(folder, component)| path.starts_with(folder).then_some(component))
    }

    /// Returns whether the check is one of a document in a file of a target.
    pub fn reads(&self, target: &str, path: &str, document: &Document) -> bool {
        self.targets.contains(&target)
            && path.contains(self.file)
            && (self.kind == "*" || self.kind == document.kind())
            && document.0.is_object()
    }
}

/// Returns the number of networks of each family, IPv4 first.
fn counts(cidrs: &[Cidr]) -> [usize; 2] {
    [IpFamily::IPv4, IpFamily::IPv6].map(|family| cidrs.iter().filter(|cidr| cidr.family() == family).count())
}

/// Returns whether there is at most one network of each family.
fn one_of_each_family(cidrs: &[Cidr]) -> bool {
    counts(cidrs).into_iter().all(|count| count <= 1)
}

/// Returns whether there are networks of both families.
fn dual(cidrs: &[Cidr]) -> bool {
    counts(cidrs).into_iter().all(|count| count > 0)
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

/// Returns whether a network shares no address with any of these texts.
fn apart_from(cidr: &Cidr, others: &[&str]) -> bool {
    let others = others.iter().filter_map(|text| text.parse::<Cidr>().ok());
    others.into_iter().all(|other| !cidr.overlaps(&other))
}

/// Returns whether a text is a network, or a placeholder for one.
fn is_network(text: &str) -> bool {
    text.parse::<Cidr>().is_ok() || is_placeholder(text)
}

/// Returns whether a text stands in capital letters for what the plan does not say.
fn is_placeholder(text: &str) -> bool {
    text.contains('_')
        && text
            .bytes()
            .all(|c| c.is_ascii_uppercase() || c.is_ascii_digit() || c == b'_')
}

/// Returns a JSON value, so that rows can be tried out.
pub fn of(value: &impl serde::Serialize) -> Document {
    Document(as_json(value))
}
