//! What the engine has to say about an input: one [`Diagnostic`] a finding, with its place, the text the real
//! component prints, and patches that mend it.

mod pointer;

use serde::{Deserialize, Serialize};

pub use pointer::Pointer;

use crate::i18n::Message;

/// How bad a finding is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "wasm", derive(tsify::Tsify))]
#[serde(rename_all = "lowercase")]
pub enum Severity {
    /// A component refuses to start, or something cannot work.
    Error,
    /// It works, but not as most people expect or not for long.
    Warning,
    /// Worth knowing.
    Info,
}

/// Who fails, or whom a finding is about.
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
    /// The planner itself, reading the plan file.
    Planner,
}

impl Component {
    /// The name of the binary, `kube-apiserver`.
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
            Component::Planner => "planner",
        }
    }
}

/// When it fails.
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
}

/// A change of one document of the plan file, as RFC 6902 has it (`test`, `move` and `copy` are not used).
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "wasm", derive(tsify::Tsify))]
#[serde(tag = "op", rename_all = "lowercase")]
pub enum PatchOperation {
    /// Sets a key, or inserts into a list (`-` appends).
    Add {
        /// Where.
        path: Pointer,
        /// What.
        #[cfg_attr(feature = "wasm", tsify(type = "unknown"))]
        value: serde_json::Value,
    },
    /// Replaces a value that is there.
    Replace {
        /// Where.
        path: Pointer,
        /// By what.
        #[cfg_attr(feature = "wasm", tsify(type = "unknown"))]
        value: serde_json::Value,
    },
    /// Takes a key or list entry out.
    Remove {
        /// Where.
        path: Pointer,
    },
}

impl PatchOperation {
    /// The same change of a value that lies at that place of a document.
    #[must_use]
    pub fn below(mut self, place: &Pointer) -> PatchOperation {
        let (PatchOperation::Add { path, .. }
        | PatchOperation::Replace { path, .. }
        | PatchOperation::Remove { path }) = &mut self;
        *path = place.join(path);
        self
    }
}

/// A way to mend a finding.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "wasm", derive(tsify::Tsify))]
pub struct Fix {
    /// What the fix does, as a button says it.
    pub title: Message,
    /// Whether it can be applied without a human looking at it.
    pub safe: bool,
    /// The document it changes.
    pub document: usize,
    /// The changes, in order.
    pub patch: Vec<PatchOperation>,
}

/// One finding. Its messages become text where it leaves the engine ([`crate::i18n::speaking`]) or in a
/// [`crate::i18n::Catalogue`].
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "wasm", derive(tsify::Tsify))]
pub struct Diagnostic {
    /// Stable code: `ADDR001`, `FILE003`.
    pub code: &'static str,
    /// How bad.
    pub severity: Severity,
    /// Where in the plan file.
    pub location: Location,
    /// What is wrong.
    pub message: Message,
    /// What to do, where the code has such a text.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "wasm", tsify(optional))]
    pub help: Option<Message>,
    /// The exact text the real component prints, never translated.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "wasm", tsify(optional))]
    pub upstream: Option<String>,
    /// Who fails.
    pub component: Component,
    /// When.
    pub stage: Stage,
    /// How to mend it.
    pub fixes: Vec<Fix>,
}
