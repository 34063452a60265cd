//! The platforms of the installer, and the families they support.

use crate::export::ExportContext;

/// A platform of the installer.
pub(super) struct Platform {
    pub(super) name: &'static str,
    pub(super) dual_stack: bool,
    pub(super) ipv6_first: bool,
    pub(super) ipv6_only: bool,
    /// Whether the platform takes addresses for the API and for ingress.
    pub(super) vips: bool,
    /// The fields that the installer requires.
    pub(super) required: &'static [(&'static str, &'static str)],
}

const fn own(name: &'static str, required: &'static [(&'static str, &'static str)]) -> Platform {
    Platform {
        name,
        dual_stack: true,
        ipv6_first: true,
        ipv6_only: true,
        vips: true,
        required,
    }
}

const fn cloud(name: &'static str, required: &'static [(&'static str, &'static str)]) -> Platform {
    Platform {
        name,
        dual_stack: false,
        ipv6_first: false,
        ipv6_only: false,
        vips: false,
        required,
    }
}

static BARE_METAL: Platform = own("baremetal", &[]);
static PLATFORMS: [(&str, Platform); 5] = [
    ("aws", cloud("aws", &[("region", "REGION")])),
    (
        "azure",
        cloud(
            "azure",
            &[
                ("baseDomainResourceGroupName", "RESOURCE_GROUP"),
                ("region", "REGION"),
            ],
        ),
    ),
    (
        "gcp",
        cloud("gcp", &[("projectID", "PROJECT"), ("region", "REGION")]),
    ),
    ("openstack", own("openstack", &[("cloud", "CLOUD")])),
    ("vsphere", own("vsphere", &[])),
];

/// Returns the platform of the plan's provider. Own machines are bare metal.
pub(super) fn platform(cx: &ExportContext<'_>) -> &'static Platform {
    let provider = cx.plan.spec.provider.map_or("none", |provider| provider.id());
    PLATFORMS
        .iter()
        .find(|(id, _)| *id == provider)
        .map_or(&BARE_METAL, |(_, platform)| platform)
}
