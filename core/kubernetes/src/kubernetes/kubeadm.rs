//! Differences between versions in kubeadm: its API versions, the validation of subnets, the settings it writes
//! (`cmd/kubeadm/app/apis/kubeadm`, `cmd/kubeadm/app/phases/controlplane/manifests.go`; for 1.37 the release notes).

use super::{Confidence, Timeline, Version, row, row_with};

/// The validation of subnets.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SubnetRule {
    /// The gate decides which of two checks a pod subnet gets; the Service subnet is always single.
    ByGatePodsOnly,
    /// The gate decides for both subnets.
    ByGate,
    /// One list check with limits on size and masks; a second entry needs the gate.
    ListWithGate,
    /// One list check with limits on size and masks, without a gate.
    List,
}

/// The form of extra arguments.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ExtraArgs {
    /// A map from name to value.
    Map,
    /// A list of `{name, value}`.
    List,
}

pub(super) static SUBNETS: Timeline<SubnetRule> = Timeline::new(&[
    row(16, SubnetRule::ByGatePodsOnly, "cmd/kubeadm validation.go v1.16"),
    row_with(
        18,
        SubnetRule::ByGate,
        "cmd/kubeadm validation.go ~v1.18, kubernetes/kubernetes#87453",
        Confidence::Unverified,
    ),
    row(20, SubnetRule::ListWithGate, "cmd/kubeadm validation.go v1.22"),
    row(
        24,
        SubnetRule::List,
        "cmd/kubeadm validation.go v1.26, v1.36; recorded from 1.36.2",
    ),
]);

pub(super) static SINGLE_STACK_WITH_GATE: Timeline<bool> = Timeline::new(&[
    row(16, false, "cmd/kubeadm validation.go v1.16"),
    row_with(18, true, "kubernetes/kubernetes#87453", Confidence::Changelog),
    row(20, true, "cmd/kubeadm validation.go v1.22"),
]);

pub(super) static FIELD_PREFIX: Timeline<&str> = Timeline::new(&[
    row(16, "", "cmd/kubeadm validation.go v1.16, v1.22"),
    row_with(23, "", "cmd/kubeadm validation.go v1.22", Confidence::Unverified),
    row(
        26,
        "networking.",
        "cmd/kubeadm validation.go v1.26, v1.36; recorded from 1.36.2",
    ),
]);

pub(super) static MASK_ERROR_PREFIX: Timeline<bool> = Timeline::new(&[
    row(16, false, "cmd/kubeadm validation.go v1.22"),
    row_with(
        24,
        true,
        "cmd/kubeadm validation.go v1.31",
        Confidence::Unverified,
    ),
    row(
        31,
        true,
        "cmd/kubeadm validation.go v1.31, v1.36; recorded from 1.36.2",
    ),
]);

pub(super) static API_VERSION: Timeline<&str> = Timeline::new(&[
    row(
        16,
        "kubeadm.k8s.io/v1beta2",
        "cmd/kubeadm/app/apis/kubeadm/v1beta2",
    ),
    row(
        22,
        "kubeadm.k8s.io/v1beta3",
        "cmd/kubeadm/app/apis/kubeadm/v1beta3",
    ),
    row(
        31,
        "kubeadm.k8s.io/v1beta4",
        "cmd/kubeadm/app/apis/kubeadm/v1beta4 v1.31–v1.36",
    ),
]);

pub(super) static ACCEPTED_API_VERSIONS: Timeline<&[&str]> = Timeline::new(&[
    row_with(
        16,
        &["v1beta1", "v1beta2"],
        "release notes of 1.13 and 1.15",
        Confidence::Changelog,
    ),
    row(22, &["v1beta2", "v1beta3"], "cmd/kubeadm/app/apis/kubeadm"),
    row(27, &["v1beta3"], "cmd/kubeadm/app/apis/kubeadm"),
    row(
        31,
        &["v1beta3", "v1beta4"],
        "cmd/kubeadm/app/apis/kubeadm v1.31–v1.36",
    ),
    row_with(
        37,
        &["v1beta4"],
        "kubernetes/kubernetes#136016",
        Confidence::Changelog,
    ),
]);

/// How kubeadm speaks of API versions that are old, deprecated or experimental.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ApiVersionTexts {
    /// Whether the kind stands behind the API version.
    pub names_the_kind: bool,
    /// The names of the old and the new file in the command that it recommends.
    pub files: (&'static str, &'static str),
}

pub(super) static API_VERSION_TEXTS: Timeline<ApiVersionTexts> = Timeline::new(&[
    row(
        16,
        ApiVersionTexts {
            names_the_kind: false,
            files: ("old.yaml", "new.yaml"),
        },
        "cmd/kubeadm/app/util/config/common.go v1.28; printed by 1.17, 1.24 and 1.27",
    ),
    row(
        31,
        ApiVersionTexts {
            names_the_kind: true,
            files: ("old.yaml", "new.yaml"),
        },
        "cmd/kubeadm/app/util/config/common.go after kubernetes/kubernetes#125029",
    ),
    row_with(
        32,
        ApiVersionTexts {
            names_the_kind: true,
            files: ("old.yaml", "new.yaml"),
        },
        "cmd/kubeadm/app/util/config/common.go after kubernetes/kubernetes#125029",
        Confidence::Unverified,
    ),
    row(
        33,
        ApiVersionTexts {
            names_the_kind: true,
            files: ("old-config-file", "new-config-file"),
        },
        "printed by 1.33.0 and 1.33.3; recorded from 1.36.3",
    ),
]);

pub(super) static DEPRECATED_API_VERSIONS: Timeline<&[&str]> = Timeline::new(&[
    row(16, &[], "kubernetes/kubernetes#83276, made for 1.17"),
    row(17, &["v1beta1"], "kubernetes/kubernetes#83276; printed by 1.17"),
    row_with(
        22,
        &[],
        "kubernetes/kubernetes#101129: v1beta2 is not yet deprecated",
        Confidence::Changelog,
    ),
    row(24, &["v1beta2"], "kubernetes/kubernetes#107013; printed by 1.24"),
    row(27, &[], "cmd/kubeadm/app/util/config/common.go v1.28"),
    row(
        31,
        &["v1beta3"],
        "cmd/kubeadm/app/util/config/common.go after kubernetes/kubernetes#125029; recorded from 1.36.3",
    ),
    row_with(37, &[], "kubernetes/kubernetes#136016", Confidence::Changelog),
]);

pub(super) static EXPERIMENTAL_API_VERSIONS: Timeline<&[&str]> = Timeline::new(&[
    row(16, &[], "cmd/kubeadm/app/util/config/common.go"),
    row(28, &["v1beta4"], "cmd/kubeadm/app/util/config/common.go v1.28"),
    row(
        31,
        &[],
        "cmd/kubeadm/app/util/config/common.go after kubernetes/kubernetes#125029",
    ),
    row_with(
        37,
        &["v1"],
        "kubernetes/kubernetes#136016: a placeholder that cannot be used yet",
        Confidence::Changelog,
    ),
]);

pub(super) static VALIDATES_FILES: Timeline<bool> = Timeline::new(&[
    row(16, false, "reference pages of kubeadm config"),
    row_with(
        26,
        true,
        "reference pages of kubeadm config",
        Confidence::Unverified,
    ),
    row(36, true, "recorded from 1.36.3"),
]);

pub(super) static NAMES_OF_ARGS_ARE_CHECKED: Timeline<bool> = Timeline::new(&[
    row(
        16,
        false,
        "cmd/kubeadm/app/apis/kubeadm/validation/validation.go v1.26",
    ),
    row(
        29,
        true,
        "kubernetes/kubernetes#119156, made for 1.29; validation.go v1.31; recorded from 1.36.3",
    ),
]);

pub(super) static EXTRA_ARGS: Timeline<ExtraArgs> = Timeline::new(&[
    row(
        16,
        ExtraArgs::Map,
        "cmd/kubeadm/app/apis/kubeadm/v1beta2, v1beta3",
    ),
    row(31, ExtraArgs::List, "cmd/kubeadm/app/apis/kubeadm/v1beta4"),
]);

/// The node masks that kubeadm derives from the pod subnet and writes into the controller manager's flags.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DerivedMask {
    /// `--node-cidr-mask-size`, of the whole field: a list is not read and has the mask of IPv4.
    Generic,
    /// `--node-cidr-mask-size`, and nothing where the gate `IPv6DualStack` is on.
    GenericWithoutGate,
    /// `--node-cidr-mask-size`, and where the gate `IPv6DualStack` is on, one mask for the family of each subnet.
    ByFamilyWithGate,
    /// None.
    Nothing,
}

pub(super) static DERIVED_MASK: Timeline<DerivedMask> = Timeline::new(&[
    row(
        16,
        DerivedMask::Generic,
        "cmd/kubeadm/app/phases/controlplane/manifests.go v1.16",
    ),
    // Merged before the release of 1.17; that it is in it was not seen.
    row_with(
        17,
        DerivedMask::GenericWithoutGate,
        "kubernetes/kubernetes#85494",
        Confidence::Unverified,
    ),
    row(
        18,
        DerivedMask::ByFamilyWithGate,
        "cmd/kubeadm/app/phases/controlplane/manifests_test.go v1.18, kubernetes/kubernetes#85609",
    ),
    row(20, DerivedMask::Nothing, "kubernetes/kubernetes#95723"),
]);

pub(super) static WRITES_PROXY_MODE: Timeline<bool> = Timeline::new(&[
    row(16, false, "cmd/kubeadm/app/componentconfigs/kubeproxy.go v1.36"),
    row_with(37, true, "kubernetes/kubernetes#139777", Confidence::Changelog),
]);

pub(super) static DNS_NAME_TEXT: Timeline<&str> = Timeline::new(&[
    row(
        16,
        "a DNS-1123 subdomain",
        "apimachinery/pkg/util/validation/validation.go v1.16, v1.19",
    ),
    row(
        20,
        "a lowercase RFC 1123 subdomain",
        "apimachinery/pkg/util/validation/validation.go v1.20, v1.36",
    ),
]);

/// What kubeadm checks of the configuration of a node that joins.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct JoinRules {
    /// Whether the error about missing hashes names their field; otherwise the bootstrap token.
    pub names_the_hashes: bool,
    /// Whether a container runtime's socket without `unix://` gets it, with a warning; otherwise an absolute path is taken
    /// as it is, and nothing else.
    pub completes_sockets: bool,
    /// Whether keys of certificates are checked.
    pub checks_keys: bool,
    /// Whether policies for images are checked.
    pub checks_pull_policies: bool,
}

const FIRST_JOIN_RULES: JoinRules = JoinRules {
    names_the_hashes: false,
    completes_sockets: false,
    checks_keys: false,
    checks_pull_policies: false,
};

static JOIN_RULES: Timeline<JoinRules> = Timeline::new(&[
    row(
        16,
        FIRST_JOIN_RULES,
        "cmd/kubeadm/app/apis/kubeadm/validation/validation.go v1.16",
    ),
    // Clean-up for the end of dockershim; that it is in 1.24 was not seen.
    row_with(
        24,
        JoinRules {
            completes_sockets: true,
            ..FIRST_JOIN_RULES
        },
        "cmd/kubeadm/app/util/config/initconfiguration.go ~v1.24",
        Confidence::Unverified,
    ),
    row(
        26,
        JoinRules {
            completes_sockets: true,
            names_the_hashes: true,
            ..FIRST_JOIN_RULES
        },
        "kubernetes/kubernetes#113353, made for 1.26",
    ),
    row(
        29,
        JoinRules {
            completes_sockets: true,
            names_the_hashes: true,
            checks_keys: true,
            checks_pull_policies: true,
        },
        "kubernetes/kubernetes#120064, made for 1.29; validation.go v1.30, v1.31",
    ),
]);

impl JoinRules {
    /// Returns the rules of a version.
    pub fn at(version: Version) -> JoinRules {
        JOIN_RULES.at(version)
    }

    /// Returns how sure the rules of a version are.
    pub fn confidence(version: Version) -> Confidence {
        JOIN_RULES.row_at(version).confidence
    }
}

/// The API versions that were dropped, each with the kubeadm version that the refusal names for the migration.
static OLD_API_VERSIONS: &[(&str, &str)] = &[
    ("v1alpha1", "v1.11"),
    ("v1alpha2", "v1.12"),
    ("v1alpha3", "v1.14"),
    ("v1beta1", "v1.15"),
    ("v1beta2", "v1.22"),
    // Printed by 1.37 (kubernetes-sigs/image-builder#2153); the release note names 1.35.
    ("v1beta3", "v1.36"),
];

/// The form in which kubeadm names fields that it does not know.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct StrictRule {
    /// Whether every such field is named with its path; otherwise only the first one, without.
    pub names_every_path: bool,
}

pub(super) static STRICT: Timeline<StrictRule> = Timeline::new(&[
    row(
        16,
        StrictRule {
            names_every_path: false,
        },
        "cmd/kubeadm/app/util/config/strict/strict.go v1.22, sigs.k8s.io/yaml",
    ),
    row_with(
        23,
        StrictRule {
            names_every_path: true,
        },
        "cmd/kubeadm/app/util/config/strict/strict.go v1.24, apimachinery/pkg/runtime/error.go v1.23",
        Confidence::Unverified,
    ),
    row(
        24,
        StrictRule {
            names_every_path: true,
        },
        "cmd/kubeadm/app/util/config/strict/strict.go v1.24, apimachinery/pkg/runtime/error.go v1.23",
    ),
]);

/// kubeadm in one version.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct KubeadmProfile {
    /// The validation of subnets.
    pub subnets: SubnetRule,
    /// Whether one subnet is enough if the gate is on.
    pub single_stack_with_gate: bool,
    /// The prefix of `podSubnet` and `serviceSubnet` in errors.
    pub field_prefix: &'static str,
    /// Whether the error about an unreadable node mask names the flag.
    pub mask_error_names_the_flag: bool,
    /// The API version to write.
    pub api_version: &'static str,
    /// The API versions that kubeadm reads.
    pub accepted_api_versions: &'static [&'static str],
    /// The API versions that it reads with a warning, because they are about to go.
    pub deprecated_api_versions: &'static [&'static str],
    /// The API versions that it reads only where a flag allows it.
    pub experimental_api_versions: &'static [&'static str],
    /// How it speaks of API versions.
    pub api_version_texts: ApiVersionTexts,
    /// Whether it has `kubeadm config validate`.
    pub validates_files: bool,
    /// Whether an extra argument needs a name.
    pub names_of_args_are_checked: bool,
    /// The form of extra arguments in `api_version`.
    pub extra_args: ExtraArgs,
    /// The node masks that kubeadm sets itself, derived from the pod subnet.
    pub derived_mask: DerivedMask,
    /// Whether kubeadm writes kube-proxy's mode if none is given.
    pub writes_proxy_mode: bool,
    /// The name of a DNS-1123 subdomain in errors.
    pub dns_name_text: &'static str,
}

impl KubeadmProfile {
    pub(super) fn at(version: Version) -> KubeadmProfile {
        KubeadmProfile {
            subnets: SUBNETS.at(version),
            single_stack_with_gate: SINGLE_STACK_WITH_GATE.at(version),
            field_prefix: FIELD_PREFIX.at(version),
            mask_error_names_the_flag: MASK_ERROR_PREFIX.at(version),
            api_version: API_VERSION.at(version),
            accepted_api_versions: ACCEPTED_API_VERSIONS.at(version),
            deprecated_api_versions: DEPRECATED_API_VERSIONS.at(version),
            experimental_api_versions: EXPERIMENTAL_API_VERSIONS.at(version),
            api_version_texts: API_VERSION_TEXTS.at(version),
            validates_files: VALIDATES_FILES.at(version),
            names_of_args_are_checked: NAMES_OF_ARGS_ARE_CHECKED.at(version),
            extra_args: EXTRA_ARGS.at(version),
            derived_mask: DERIVED_MASK.at(version),
            writes_proxy_mode: WRITES_PROXY_MODE.at(version),
            dns_name_text: DNS_NAME_TEXT.at(version),
        }
    }

    /// Returns the kubeadm version that the refusal of a dropped API version (`v1beta2`) names. `None` for other API
    /// versions.
    pub fn migrate_with(api_version: &str) -> Option<&'static str> {
        OLD_API_VERSIONS
            .iter()
            .find(|(old, _)| *old == api_version)
            .map(|(_, binary)| *binary)
    }
}

/// Returns the confidence in the check of that id at that version.
pub(super) fn confidence(id: &str, version: Version) -> Confidence {
    let subnets = SUBNETS.row_at(version).confidence;
    let field = FIELD_PREFIX.row_at(version).confidence;
    match id {
        "KA-8" => MASK_ERROR_PREFIX.row_at(version).confidence.min(field),
        "KA-1" | "KA-2" | "KA-2b" | "KA-3" | "KA-4" | "KA-5" | "KA-6" | "KA-7" => subnets.min(field),
        "KA-9" => DNS_NAME_TEXT.row_at(version).confidence,
        "KA-10" => {
            let texts = API_VERSION_TEXTS.row_at(version).confidence;
            ACCEPTED_API_VERSIONS.row_at(version).confidence.min(texts)
        }
        "KA-13" => {
            let command = VALIDATES_FILES.row_at(version).confidence;
            ACCEPTED_API_VERSIONS.row_at(version).confidence.min(command)
        }
        "KA-15" => {
            let texts = API_VERSION_TEXTS.row_at(version).confidence;
            DEPRECATED_API_VERSIONS.row_at(version).confidence.min(texts)
        }
        "KA-21" => NAMES_OF_ARGS_ARE_CHECKED.row_at(version).confidence,
        _ => Confidence::Verified,
    }
}
