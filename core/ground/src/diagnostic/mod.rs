//! Findings about an input: [`Diagnostic`] names the place, carries the text the real component prints, and offers
//! patches that fix the plan.

mod pointer;

use serde::{Deserialize, Serialize};

pub use pointer::Pointer;

use crate::i18n::Message;

/// The severity of a finding.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "wasm", derive(tsify::Tsify))]
#[serde(rename_all = "lowercase")]
pub enum Severity {
    /// A component refuses to start, or a function of the cluster does not work.
    Error,
    /// The cluster works, but behaves in a way most people do not expect, or works for a limited time.
    Warning,
    /// A fact the reader should know; the cluster works.
    Info,
}

impl Severity {
    /// Returns the name of the severity: `error`.
    pub const fn as_str(self) -> &'static str {
        match self {
            Severity::Error => "error",
            Severity::Warning => "warning",
            Severity::Info => "info",
        }
    }
}

/// The component that fails, or that a finding is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "wasm", derive(tsify::Tsify))]
#[serde(rename_all = "kebab-case")]
pub enum Component {
    /// kube-apiserver
    KubeApiserver,
    /// kube-controller-manager
    KubeControllerManager,
    /// cloud-controller-manager
    CloudControllerManager,
    /// kubelet
    Kubelet,
    /// kube-proxy
    KubeProxy,
    /// kube-scheduler
    KubeScheduler,
    /// kubeadm
    Kubeadm,
    /// The CNI plugin of the plan.
    Cni,
    /// The cloud provider of the plan.
    CloudProvider,
    /// The installer or distribution, which starts the other components: K3s, k0s, kind.
    Distribution,
    /// The planner itself, reading the plan file.
    Planner,
}

impl Component {
    /// The components that are binaries of their own.
    pub const BINARIES: [Component; 7] = [
        Component::KubeApiserver,
        Component::KubeControllerManager,
        Component::CloudControllerManager,
        Component::Kubelet,
        Component::KubeProxy,
        Component::KubeScheduler,
        Component::Kubeadm,
    ];

    /// Returns the name of the binary: `kube-apiserver`.
    pub const fn as_str(self) -> &'static str {
        match self {
            Component::KubeApiserver => "kube-apiserver",
            Component::KubeControllerManager => "kube-controller-manager",
            Component::CloudControllerManager => "cloud-controller-manager",
            Component::Kubelet => "kubelet",
            Component::KubeProxy => "kube-proxy",
            Component::KubeScheduler => "kube-scheduler",
            Component::Kubeadm => "kubeadm",
            Component::Cni => "cni",
            Component::CloudProvider => "cloud-provider",
            Component::Distribution => "distribution",
            Component::Planner => "planner",
        }
    }
}

/// The moment at which a component fails.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "wasm", derive(tsify::Tsify))]
#[serde(rename_all = "kebab-case")]
pub enum Stage {
    /// While the plan file is read.
    Read,
    /// Before anything is installed: an installer refuses its configuration.
    Install,
    /// When the component parses or validates its flags.
    Start,
    /// When a controller of a running component starts.
    ControllerStart,
    /// When a request reaches the API server.
    Request,
    /// Later, while the cluster runs.
    Run,
}

/// A place in the plan file.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "wasm", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase")]
pub struct Location {
    /// Index of the document in the stream, from 0.
    pub document: usize,
    /// JSON Pointer into that document; empty for the document itself.
    pub pointer: Pointer,
    /// Line of the value, from 1; 0 where the value is absent from the file.
    pub line: usize,
    /// Column of the value in characters, from 1.
    pub column: usize,
    /// Line where the value ends, from 1.
    pub end_line: usize,
    /// Column behind its last character.
    pub end_column: usize,
    /// Name of the file; absent where one text is read by itself.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "wasm", tsify(optional))]
    pub file: Option<String>,
}

/// A change of one document of the plan file: an operation of JSON Patch (RFC 6902). `test`, `move` and `copy` are
/// not used.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "wasm", derive(tsify::Tsify))]
#[serde(tag = "op", rename_all = "lowercase")]
pub enum PatchOperation {
    /// Sets a key, or inserts into a list (`-` appends).
    Add {
        /// The place to set; its last token is the key, the list index or `-`.
        path: Pointer,
        /// The value to set.
        #[cfg_attr(feature = "wasm", tsify(type = "unknown"))]
        value: serde_json::Value,
    },
    /// Replaces a value that exists.
    Replace {
        /// The place of the value to replace.
        path: Pointer,
        /// The new value.
        #[cfg_attr(feature = "wasm", tsify(type = "unknown"))]
        value: serde_json::Value,
    },
    /// Removes a key or a list entry.
    Remove {
        /// The place of the key or list entry to remove.
        path: Pointer,
    },
}

impl PatchOperation {
    /// Returns the operation for a document that holds the changed value at `place`: `place` is put before its path.
    #[must_use]
    pub fn below(mut self, place: &Pointer) -> PatchOperation {
        let (PatchOperation::Add { path, .. }
        | PatchOperation::Replace { path, .. }
        | PatchOperation::Remove { path }) = &mut self;
        *path = place.join(path);
        self
    }
}

/// A change of the plan file that resolves a finding.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "wasm", derive(tsify::Tsify))]
pub struct Fix {
    /// The title of the fix, as a button shows it.
    pub title: Message,
    /// Whether the fix can be applied without a review by a human.
    pub safe: bool,
    /// Index of the document the fix changes, from 0.
    pub document: usize,
    /// The operations of the patch, in the order in which they are applied.
    pub patch: Vec<PatchOperation>,
}

/// One finding about the plan file. Its messages are texts in the language of the call.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "wasm", derive(tsify::Tsify))]
pub struct Diagnostic {
    /// The stable code of the finding: `ADDR001`, `FILE003`.
    #[cfg_attr(feature = "wasm", tsify(type = "DiagnosticCode"))]
    pub code: &'static str,
    /// The severity of the finding.
    pub severity: Severity,
    /// The place of the finding in the plan file.
    pub location: Location,
    /// The sentence that says what is wrong.
    pub message: Message,
    /// The sentence that says what to do; absent if the code has no such sentence.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "wasm", tsify(optional))]
    pub help: Option<Message>,
    /// The exact text the real component prints, never translated.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "wasm", tsify(optional))]
    pub upstream: Option<String>,
    /// The component that fails.
    pub component: Component,
    /// The moment at which the component fails.
    pub stage: Stage,
    /// Fixes for the finding.
    pub fixes: Vec<Fix>,
}
