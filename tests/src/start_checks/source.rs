//! Where checks stand: the line of a tool's own repository, at the state that was read.

/// Where a check stands, or why no line is named.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Source {
    /// The line at which the tool refuses: `<tool> <commit or tag> <path>:<line>`, further ones after it as `, :<line>`.
    Refuses(&'static str),
    /// The line at which the tool takes what the row forbids, and does something else than the plan says.
    Differs(&'static str),
    /// What the row goes by instead of a line, and why the line could not be read.
    Unread(&'static str),
}

/// A place in a tool's repository.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place<'s> {
    /// The tool, as in [`STATES`].
    pub tool: &'s str,
    /// The commit, eight digits of it, or the tag.
    pub state: &'s str,
    /// The file.
    pub path: &'s str,
    /// The lines, the first and the last of each passage.
    pub lines: Vec<(u32, u32)>,
}

impl Source {
    /// Returns the text of a source.
    pub fn text(&self) -> &'static str {
        match self {
            Source::Refuses(text) | Source::Differs(text) | Source::Unread(text) => text,
        }
    }

    /// Returns the place of a source. `None` where there is none, or where the text is not of the form.
    pub fn place(&self) -> Option<Place<'static>> {
        match self {
            Source::Refuses(text) | Source::Differs(text) => place(text),
            Source::Unread(_) => None,
        }
    }
}

fn is_commit(text: &str) -> bool {
    text.len() == 8 && text.bytes().all(|c| matches!(c, b'0'..=b'9' | b'a'..=b'f'))
}

fn is_tag(text: &str) -> bool {
    let numbers = text.strip_prefix('v').map(|rest| rest.split('.'));
    numbers.is_some_and(|numbers| {
        numbers.clone().count() >= 2
            && numbers
                .into_iter()
                .all(|number| !number.is_empty() && number.bytes().all(|c| c.is_ascii_digit()))
    })
}

fn is_path(text: &str) -> bool {
    let name = text.rsplit('/').next().unwrap_or_default();
    let extension = name.rsplit_once('.').map(|(_, extension)| extension);
    let is_word = |c: char| c.is_ascii_alphanumeric() || matches!(c, '_' | '-' | '.' | '/');
    extension.is_some_and(|extension| !extension.is_empty()) && text.chars().all(is_word)
}

fn number(text: &str) -> Option<u32> {
    let is_plain = !text.starts_with('0') && text.bytes().all(|c| c.is_ascii_digit());
    text.parse().ok().filter(|_| is_plain)
}

fn passage(text: &str) -> Option<(u32, u32)> {
    let Some((first, last)) = text.split_once('-') else {
        return number(text).map(|line| (line, line));
    };
    number(first)
        .zip(number(last))
        .filter(|(first, last)| first < last)
}

/// Reads `<tool> <commit or tag> <path>:<line>[-<line>][, :<line>[-<line>]…]`. Nothing else is taken.
pub fn place(text: &str) -> Option<Place<'_>> {
    let (tool, rest) = text.split_once(' ')?;
    let (state, rest) = rest.split_once(' ')?;
    let (path, lines) = rest.split_once(':')?;
    let lines: Option<Vec<_>> = lines.split(", :").map(passage).collect();
    let is_form = (is_commit(state) || is_tag(state)) && is_path(path);
    lines.filter(|_| is_form).map(|lines| Place {
        tool,
        state,
        path,
        lines,
    })
}

/// The states that were read: the name of the tool in sources, its repository, and the commits and tags.
pub const STATES: &[(&str, &str, &[&str])] = &[
    ("antrea", "antrea-io/antrea", &["fc70f2bb"]),
    ("calico", "projectcalico/calico", &["87c15906"]),
    ("cilium", "cilium/cilium", &["2f5530ff", "2efb257c"]),
    ("cluster-api", "kubernetes-sigs/cluster-api", &["ae7ff047"]),
    ("eksctl", "eksctl-io/eksctl", &["99984adb"]),
    ("flannel", "flannel-io/flannel", &["cdf76059"]),
    ("k0s", "k0sproject/k0s", &["dff90cee"]),
    ("k3s", "k3s-io/k3s", &["f08deaf8"]),
    ("k8sd", "canonical/k8sd", &["1417866d"]),
    ("kind", "kubernetes-sigs/kind", &["fed26882"]),
    ("kops", "kubernetes/kops", &["268927e2"]),
    ("kube-ovn", "kubeovn/kube-ovn", &["1533681d"]),
    ("kube-router", "cloudnativelabs/kube-router", &["7c2c2779"]),
    (
        "kube-vip-cloud-provider",
        "kube-vip/kube-vip-cloud-provider",
        &["d3522c6f"],
    ),
    ("kubernetes", "kubernetes/kubernetes", &["v1.36.2"]),
    ("kubespray", "kubernetes-sigs/kubespray", &["46dbdd39"]),
    ("metallb", "metallb/metallb", &["7938d3f8"]),
    ("microk8s", "canonical/microk8s", &["d099c907"]),
    ("microshift", "openshift/microshift", &["8e16b12f"]),
    ("minikube", "kubernetes/minikube", &["eb25dbc7"]),
    ("openshift-installer", "openshift/installer", &["7e30b7d6"]),
    ("ovn-kubernetes", "ovn-org/ovn-kubernetes", &["6c366bb4"]),
    ("rke2", "rancher/rke2", &["6ce1a801"]),
    ("talos", "siderolabs/talos", &["ad882317"]),
    ("tigera-operator", "tigera/operator", &["40788b9b"]),
];

/// What could not be read, and why.
pub const NOT_READ: &[(&str, &str)] = &[
    (
        "the services of EKS, GKE and AKS",
        "not public; of EKS there are the rows of eksctl",
    ),
    (
        "the Kubernetes components besides the flags that installers set",
        "recorded vectors stand for them; v1.36.2 was read in the copy that openshift/microshift 8e16b12f carries",
    ),
    (
        "openshift/installer after 7e30b7d6 (September 2025, 4.19)",
        "that state was read in the copy that openshift/installer-aro-wrapper carries, no newer one was to be had: \
         `platform.aws.ipFamily` of 4.23 has no row",
    ),
    (
        "cilium/cilium after 2f5530ff (May 2025) besides pkg/option and pkg/clustermesh/types",
        "2f5530ff was read in a fork that begins there, 2efb257c in the copy of cilium/cilium-cli; of \
         daemon/cmd/daemon_main.go the state 002c6fff was read without line numbers: it refuses the same",
    ),
    (
        "k3s-io/k3s after f08deaf8 (December 2025)",
        "that state was read in a fork that begins there; of pkg/agent/run.go the state 0097157b was read as well: it \
         refuses the same",
    ),
    (
        "BIRD",
        "what it says to an empty router ID; the row has the line of Calico that leaves it empty",
    ),
    (
        "options that stand in comments of exported files (`k0s controller --feature-gates`, `talosctl gen config`)",
        "rows read files, not comments",
    ),
    (
        "the numbers of machines in Kubespray's inventory",
        "the reader of the file fills them in; the row holds for the machines that are written",
    ),
];
