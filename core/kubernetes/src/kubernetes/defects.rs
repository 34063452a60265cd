//! Known defects of released versions that concern addresses: where they begin, and the patch releases that mend them.
//!
//! A row is about releases, so a version without a patch level has none: nobody can say which release it will be.

use super::{Confidence, Version};
use crate::diagnostic::Component;

/// A release, as minor version and patch level.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Release {
    minor: u8,
    patch: u16,
}

const fn release(minor: u8, patch: u16) -> Release {
    Release { minor, patch }
}

impl std::fmt::Display for Release {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "1.{}.{}", self.minor, self.patch)
    }
}

/// The part of a plan that meets a defect.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Trigger {
    /// A Service range of one of these prefix lengths, for IPv4 and for IPv6.
    ServicePrefix(Option<u8>, Option<u8>),
    /// An IPv4 Service range with a prefix shorter than this.
    LargerServiceRange(u8),
    /// Pods with both families.
    DualStackPods,
    /// Pods with IPv6 alone.
    IPv6OnlyPods,
    /// Nodes with IPv6 alone on that provider.
    IPv6OnlyNodesOn(&'static str),
    /// A load balancer with IPv6 on that provider.
    IPv6BalancerOn(&'static str),
    /// A Service of type LoadBalancer whose status has an address of a family that its cluster does not serve.
    ForeignBalancerAddress,
    /// Node blocks from kube-controller-manager, which the plugin uses.
    NodeBlocks,
    /// That feature gate, switched on.
    Gate(&'static str),
    /// A `PreferDualStack` Service of an older single-stack plan.
    PreferDualStackUpgrade,
    /// A stored Service without `ipFamilies`.
    StoredWithoutFamilies,
    /// A change of a Service that ends the request in a panic.
    UpdatePanics,
}

/// A defect of released versions.
#[derive(Clone, Copy, Debug)]
pub struct Defect {
    /// The id, which is the attribute of the rule's message about it.
    pub id: &'static str,
    /// What happens, in a few words, for the page of versions.
    pub effect: &'static str,
    /// The component.
    pub component: Component,
    /// What has to be in a plan for the defect to matter.
    pub trigger: Trigger,
    /// The first release with the defect.
    pub from: Release,
    /// The first release without it of each minor version that was mended, ascending. Minors between `from` and the
    /// last one that are absent were never mended; without any, no release is.
    pub mended: &'static [Release],
    /// The issue or pull request.
    pub source: &'static str,
    /// The confidence in the releases.
    pub confidence: Confidence,
}

/// What there is to say about a release that has a defect.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mend {
    /// That release of the same minor version mends it.
    Patch(Release),
    /// The minor version is not mended any more; that later release is.
    Later(Release),
    /// No release mends it.
    Never,
}

impl Defect {
    /// Returns how the defect is mended for a release that has it. `None` if the version names no release, or one
    /// without the defect.
    ///
    /// ```
    /// use dualstack_kubernetes::kubernetes::defects::DEFECTS;
    /// let outside = DEFECTS.iter().find(|defect| defect.id == "outside-64").unwrap();
    /// let met = |version: &str| outside.met_by(version.parse().unwrap()).is_some();
    /// assert!(met("1.34.5") && met("1.33.9"));
    /// assert!(!met("1.34.8") && !met("1.34") && !met("1.35.0") && !met("1.32.1"));
    /// ```
    pub fn met_by(&self, version: Version) -> Option<Mend> {
        let at = release(version.minor(), version.patch()?);
        if at < self.from {
            return None;
        }
        let Some(last) = self.mended.last() else {
            return Some(Mend::Never);
        };
        if at >= *last {
            return None;
        }
        match self.mended.iter().find(|mended| mended.minor == at.minor) {
            Some(mended) if at >= *mended => None,
            Some(mended) => Some(Mend::Patch(*mended)),
            None => {
                let later = self.mended.iter().find(|mended| mended.minor > at.minor);
                Some(Mend::Later(*later.unwrap_or(last)))
            }
        }
    }
}

/// The defects, in the order of the release they begin with.
pub static DEFECTS: &[Defect] = &[
    Defect {
        id: "kubelet-panic",
        effect: "kubelet panics where pods have both families and a CNI plugin",
        component: Component::Kubelet,
        trigger: Trigger::DualStackPods,
        from: release(16, 0),
        mended: &[release(16, 9), release(17, 0)],
        source: "kubernetes/kubernetes#82508",
        confidence: Confidence::Changelog,
    },
    Defect {
        id: "proxy-crash",
        effect: "kube-proxy crashes at a load balancer address of another family than its own",
        component: Component::KubeProxy,
        trigger: Trigger::ForeignBalancerAddress,
        from: release(16, 0),
        mended: &[release(16, 8), release(17, 4), release(18, 0)],
        source: "kubernetes/kubernetes#87117",
        confidence: Confidence::Changelog,
    },
    Defect {
        id: "azure-ipv6-rule",
        effect: "the security rule and the floating IP of an IPv6 load balancer on Azure are those of IPv4",
        component: Component::CloudProvider,
        trigger: Trigger::IPv6BalancerOn("azure"),
        from: release(16, 0),
        mended: &[release(16, 11), release(17, 7), release(18, 4), release(19, 0)],
        source: "kubernetes/kubernetes#91831, #91997",
        confidence: Confidence::Changelog,
    },
    Defect {
        id: "ipv6-only-endpoints",
        effect: "Services of IPv6-only pods get no endpoints in EndpointSlices",
        component: Component::KubeControllerManager,
        trigger: Trigger::IPv6OnlyPods,
        from: release(16, 0),
        mended: &[release(18, 9), release(19, 0)],
        source: "kubernetes/kubernetes#91399",
        confidence: Confidence::Changelog,
    },
    Defect {
        id: "vsphere-ipv6",
        effect: "nodes with IPv6 alone lose their addresses on vSphere",
        component: Component::CloudProvider,
        trigger: Trigger::IPv6OnlyNodesOn("vsphere"),
        from: release(16, 0),
        mended: &[release(17, 1), release(18, 0)],
        source: "kubernetes/kubernetes#86001",
        confidence: Confidence::Changelog,
    },
    Defect {
        id: "large-range",
        effect: "Service addresses behind the first 65536 of a range are taken for addresses outside of it",
        component: Component::KubeApiserver,
        trigger: Trigger::LargerServiceRange(16),
        from: release(17, 0),
        mended: &[release(17, 1)],
        source: "kubernetes/kubernetes#86534",
        confidence: Confidence::Changelog,
    },
    Defect {
        id: "prefer-upgraded",
        effect: "any change of a PreferDualStack Service gives it a second address after the cluster became dual-stack",
        component: Component::KubeApiserver,
        trigger: Trigger::PreferDualStackUpgrade,
        from: release(20, 0),
        mended: &[release(22, 0)],
        source: "kubernetes/kubernetes#102898",
        confidence: Confidence::Verified,
    },
    Defect {
        id: "none-panics",
        effect: "an update that sets clusterIP: None and asks for both families ends in a panic on a single-stack cluster",
        component: Component::KubeApiserver,
        trigger: Trigger::UpdatePanics,
        from: release(20, 0),
        mended: &[],
        source: "recorded from 1.20.8, 1.21.1, 1.27.7 and 1.36.2; pkg/registry/core/service/storage/alloc.go",
        confidence: Confidence::Verified,
    },
    Defect {
        id: "static-range-duplicates",
        effect: "a Service address is given out twice once the upper band of the range is used up",
        component: Component::KubeApiserver,
        trigger: Trigger::Gate("ServiceIPStaticSubrange"),
        from: release(24, 0),
        mended: &[release(24, 1)],
        source: "kubernetes/kubernetes#109928, #109940",
        confidence: Confidence::Changelog,
    },
    Defect {
        id: "small-range-panic",
        effect: "kube-apiserver panics when it picks an address of a Service range with 16 addresses",
        component: Component::KubeApiserver,
        trigger: Trigger::ServicePrefix(Some(28), Some(124)),
        from: release(25, 0),
        mended: &[release(25, 7), release(26, 2), release(27, 0)],
        source: "kubernetes/kubernetes#115322, #115333, #115334",
        confidence: Confidence::Changelog,
    },
    Defect {
        id: "block-given-twice",
        effect: "the block of a node that is being deleted is given to another node while the first one still uses it",
        component: Component::KubeControllerManager,
        trigger: Trigger::NodeBlocks,
        from: release(31, 0),
        mended: &[release(31, 4), release(32, 0)],
        source: "kubernetes/kubernetes#127792, #128806",
        confidence: Confidence::Changelog,
    },
    Defect {
        id: "outside-64",
        effect: "addresses outside of an IPv6 Service range of /64 are given out",
        component: Component::KubeApiserver,
        trigger: Trigger::ServicePrefix(None, Some(64)),
        from: release(33, 0),
        mended: &[release(34, 8), release(35, 0)],
        source: "kubernetes/kubernetes#134193, #138385",
        confidence: Confidence::Changelog,
    },
    Defect {
        id: "no-families-panic",
        effect: "the endpoint controller panics at a Service that was stored before it had ipFamilies",
        component: Component::KubeControllerManager,
        trigger: Trigger::StoredWithoutFamilies,
        from: release(33, 0),
        mended: &[
            release(33, 13),
            release(34, 9),
            release(35, 6),
            release(36, 2),
            release(37, 0),
        ],
        source: "kubernetes/kubernetes#138736",
        confidence: Confidence::Changelog,
    },
];

#[cfg(test)]
mod tests {
    use super::*;

    fn mend(id: &str, version: &str) -> Option<String> {
        let defect = DEFECTS.iter().find(|defect| defect.id == id).unwrap();
        defect.met_by(version.parse().unwrap()).map(|mend| match mend {
            Mend::Patch(at) => at.to_string(),
            Mend::Later(at) => format!("later: {at}"),
            Mend::Never => "never".to_owned(),
        })
    }

    #[test]
    fn each_release_is_told_what_mends_it() {
        for (id, version, expected) in [
            ("outside-64", "1.34.5", Some("1.34.8")),
            ("outside-64", "1.34.8", None),
            ("outside-64", "1.33.2", Some("later: 1.34.8")),
            ("outside-64", "1.35.0", None),
            ("outside-64", "1.32.9", None),
            ("outside-64", "1.34", None),
            ("small-range-panic", "1.25.0", Some("1.25.7")),
            ("small-range-panic", "1.26.1", Some("1.26.2")),
            ("small-range-panic", "1.24.9", None),
            ("small-range-panic", "1.27.0", None),
            ("prefer-upgraded", "1.21.9", Some("later: 1.22.0")),
            ("none-panics", "1.36.2", Some("never")),
            ("none-panics", "1.19.1", None),
        ] {
            assert_eq!(mend(id, version).as_deref(), expected, "{id} at {version}");
        }
    }

    #[test]
    fn rows_ascend_and_mends_come_after_their_defect() {
        assert!(DEFECTS.windows(2).all(|pair| pair[0].from <= pair[1].from));
        for defect in DEFECTS {
            assert!(
                defect.mended.windows(2).all(|pair| pair[0].minor < pair[1].minor),
                "{}",
                defect.id
            );
            assert!(
                defect.mended.first().is_none_or(|first| *first > defect.from),
                "{}",
                defect.id
            );
        }
    }
}
