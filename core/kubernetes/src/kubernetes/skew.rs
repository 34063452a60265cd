//! How far the versions of components may lie apart, and the way from one version to another.
//!
//! Models the version skew policy (`kubernetes/website content/en/releases/version-skew-policy.md`) and what
//! `kubeadm upgrade` refuses (`cmd/kubeadm/app/phases/upgrade/policy.go`).

use super::{Timeline, Version, row};

/// The number of minor versions that kubelet and kube-proxy may be behind the API server.
static KUBELET_BEHIND: Timeline<u8> = Timeline::new(&[
    row(
        16,
        2,
        "content/en/releases/version-skew-policy.md: kubelet < 1.25 two minor versions",
    ),
    row(
        28,
        3,
        "content/en/releases/version-skew-policy.md: three minor versions",
    ),
]);

/// The source of what is said about upgrades.
pub const SOURCE: &str = "kubernetes/website content/en/releases/version-skew-policy.md";

/// The way of the control plane from one version to another.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum VersionPath {
    /// Both are of one minor version.
    SameMinor,
    /// The versions to go through, one minor after the other; the last one is the goal.
    Up(Vec<Version>),
    /// The goal is older by that number of minor versions.
    Down(u8),
}

/// Returns the way from one version to another. An API server goes through every minor version.
///
/// ```
/// use dualstack_kubernetes::kubernetes::skew::{VersionPath, path};
/// let up = path("1.33.2".parse().unwrap(), "1.35.1".parse().unwrap());
/// assert_eq!(up, VersionPath::Up(vec!["1.34".parse().unwrap(), "1.35.1".parse().unwrap()]));
/// ```
pub fn path(from: Version, to: Version) -> VersionPath {
    match to.minor().checked_sub(from.minor()) {
        Some(0) => VersionPath::SameMinor,
        Some(_) => {
            let between = from.minor().saturating_add(1)..to.minor();
            VersionPath::Up(between.map(Version::minor_version).chain([to]).collect())
        }
        None => VersionPath::Down(from.minor().saturating_sub(to.minor())),
    }
}

/// Returns whether two texts name one version: a version without a patch level stands for any of its minor.
///
/// ```
/// use dualstack_kubernetes::kubernetes::skew::is_same;
/// let version = |text: &str| text.parse().unwrap();
/// assert!(is_same(version("1.33"), version("1.33.4")));
/// assert!(!is_same(version("1.33.1"), version("1.33.4")));
/// ```
pub fn is_same(one: Version, other: Version) -> bool {
    let is_any = one.patch().is_none() || other.patch().is_none();
    one.minor() == other.minor() && (is_any || one.as_written() == other.as_written())
}

/// Returns whether an API server may be replaced by one of the other version in one go: the same minor, or the next.
pub fn is_one_step(from: Version, to: Version) -> bool {
    match path(from, to) {
        VersionPath::SameMinor => true,
        VersionPath::Up(versions) => versions.len() == 1,
        VersionPath::Down(_) => false,
    }
}

/// Returns whether kubelets, or kube-proxies, of that version may run with API servers of the other one.
pub fn kubelet_fits(kubelet: Version, apiserver: Version) -> bool {
    apiserver
        .minor()
        .checked_sub(kubelet.minor())
        .is_some_and(|behind| behind <= KUBELET_BEHIND.at(apiserver))
}

/// Returns whether controllers of that version may run with API servers of the other one: the same minor, or the one
/// before.
pub fn controller_fits(controller: Version, apiserver: Version) -> bool {
    matches!(apiserver.minor().checked_sub(controller.minor()), Some(0 | 1))
}

/// Returns what `kubeadm upgrade` prints if the version is too far away. `None` if it goes there.
pub fn kubeadm_refusal(from: Version, to: Version) -> Option<String> {
    let named = match to.patch() {
        Some(_) => format!("v{to}"),
        None => format!("v{to}.0"),
    };
    match path(from, to) {
        VersionPath::Up(versions) if versions.len() > 1 => Some(format!(
            "Specified version to upgrade to \"{named}\" is too high; kubeadm can upgrade only 1 minor version at a time"
        )),
        VersionPath::Down(minors) if minors > 1 => Some(format!(
            "Specified version to downgrade to \"{named}\" is too low; kubeadm can downgrade only 1 minor version at a time"
        )),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn version(text: &str) -> Version {
        text.parse().unwrap()
    }

    #[test]
    fn kubelets_may_be_two_and_then_three_minors_behind() {
        for (kubelet, apiserver, fits) in [
            ("1.24", "1.24", true),
            ("1.24", "1.26", true),
            ("1.24", "1.27", false),
            ("1.25", "1.28", true),
            ("1.24", "1.28", false),
            ("1.30", "1.34", false),
            ("1.35", "1.34", false),
        ] {
            assert_eq!(
                kubelet_fits(version(kubelet), version(apiserver)),
                fits,
                "{kubelet} {apiserver}"
            );
        }
    }

    #[test]
    fn the_way_goes_through_every_minor() {
        assert_eq!(
            path(version("1.19.3"), version("1.23")),
            VersionPath::Up(["1.20", "1.21", "1.22", "1.23"].map(version).to_vec())
        );
        assert_eq!(path(version("1.33.1"), version("1.33.4")), VersionPath::SameMinor);
        assert_eq!(path(version("1.33"), version("1.31")), VersionPath::Down(2));
        assert!(is_one_step(version("1.33"), version("1.34")));
        assert!(!is_one_step(version("1.33"), version("1.35")));
        assert!(!is_one_step(version("1.33"), version("1.32")));
        assert!(controller_fits(version("1.33"), version("1.34")));
        assert!(!controller_fits(version("1.34"), version("1.33")));
        assert!(!controller_fits(version("1.32"), version("1.34")));
    }

    #[test]
    fn kubeadm_says_why_it_does_not_skip() {
        assert_eq!(
            kubeadm_refusal(version("1.33"), version("1.35")).as_deref(),
            Some(
                "Specified version to upgrade to \"v1.35.0\" is too high; kubeadm can upgrade only 1 minor version at a time"
            )
        );
        assert_eq!(
            kubeadm_refusal(version("1.33"), version("1.30.4")).as_deref(),
            Some(
                "Specified version to downgrade to \"v1.30.4\" is too low; kubeadm can downgrade only 1 minor version at a time"
            )
        );
        assert_eq!(kubeadm_refusal(version("1.33"), version("1.34")), None);
    }
}
