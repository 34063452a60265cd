//! The releases of tools whose number decides what an export writes: one row for a run of minor versions, with the
//! Kubernetes versions it runs and its source, and one row for each thing that began or ended with a release.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::{Version, Window};

/// A release of a tool without its patch level: `1.18`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Release {
    major: u16,
    minor: u16,
}

/// A text is not a release.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NotARelease;

impl fmt::Display for NotARelease {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("not a release such as 1.18")
    }
}

impl fmt::Display for Release {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}.{}", self.major, self.minor)
    }
}

impl FromStr for Release {
    type Err = NotARelease;

    /// Reads `1.18`, `v1.18` or `1.18.3`, whose patch level is dropped.
    fn from_str(text: &str) -> Result<Release, NotARelease> {
        let number = |text: &str| -> Result<u16, NotARelease> {
            let plain = !text.is_empty() && text.bytes().all(|c| c.is_ascii_digit());
            plain.then(|| text.parse().ok()).flatten().ok_or(NotARelease)
        };
        let mut parts = text.strip_prefix('v').unwrap_or(text).split('.');
        let (Some(major), Some(minor)) = (parts.next(), parts.next()) else {
            return Err(NotARelease);
        };
        if let Some(patch) = parts.next() {
            number(patch)?;
        }
        if parts.next().is_some() {
            return Err(NotARelease);
        }
        Ok(Release {
            major: number(major)?,
            minor: number(minor)?,
        })
    }
}

impl Serialize for Release {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.to_string())
    }
}

impl<'de> Deserialize<'de> for Release {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = std::borrow::Cow::<'de, str>::deserialize(deserializer)?;
        text.parse().map_err(serde::de::Error::custom)
    }
}

const fn release(major: u16, minor: u16) -> Release {
    Release { major, minor }
}

/// Minor versions of a tool that follow each other and run the same versions of Kubernetes.
#[derive(Debug)]
pub struct ReleaseRow {
    /// The first release of the run.
    pub first: Release,
    /// The last release of the run.
    pub last: Release,
    /// The Kubernetes versions that the releases run.
    pub kubernetes: Window,
    /// The source of the row.
    pub source: &'static str,
}

const fn run(major: u16, first: u16, last: u16, kubernetes: Window, source: &'static str) -> ReleaseRow {
    ReleaseRow {
        first: release(major, first),
        last: release(major, last),
        kubernetes,
        source,
    }
}

impl ReleaseRow {
    fn contains(&self, release: Release) -> bool {
        self.first <= release && release <= self.last
    }
}

/// Something that the files for a tool can have from a release on, or only before it.
#[derive(Debug)]
pub struct Change {
    /// The id of the tool.
    pub tool: &'static str,
    /// Its name in the tool's own files.
    pub name: &'static str,
    /// The release.
    pub release: Release,
    /// Whether it begins with the release; otherwise it ends before it.
    pub begins: bool,
    /// The source of the row.
    pub source: &'static str,
}

impl Change {
    /// Returns whether that release of the tool has it.
    pub fn is_in(&self, release: Release) -> bool {
        (release >= self.release) == self.begins
    }
}

const fn begins(tool: &'static str, name: &'static str, release: Release, source: &'static str) -> Change {
    Change {
        tool,
        name,
        release,
        begins: true,
        source,
    }
}

/// Pools of IPv6 in VXLAN; before, they are routed with BGP.
pub static CALICO_IPV6_VXLAN: Change = begins(
    "calico",
    "vxlanMode (IPv6)",
    release(3, 23),
    "projectcalico/calico release notes v3.23",
);
/// The APIServer resource of the operator.
pub static CALICO_API_SERVER: Change = begins(
    "calico",
    "APIServer",
    release(3, 23),
    "tigera/operator api/v1/apiserver_types.go",
);
/// A node's address from its InternalIP.
pub static CALICO_NODE_INTERNAL_IP: Change = begins(
    "calico",
    "NodeInternalIP",
    release(3, 23),
    "tigera/operator api/v1/installation_types.go",
);
/// The plugin `bandwidth` in the CNI configuration.
pub static CALICO_BANDWIDTH: Change = Change {
    begins: false,
    ..begins(
        "calico",
        "bandwidth",
        release(3, 30),
        "projectcalico/calico manifests/calico.yaml and cni-plugin without bandwidth, unlike v3.29",
    )
};
/// The value that makes tunnels use IPv6. Older charts ignore it, and the agent tunnels over IPv4.
pub static CILIUM_UNDERLAY_PROTOCOL: Change = begins(
    "cilium",
    "underlayProtocol",
    release(1, 18),
    "cilium/charts cilium-1.18 values.schema.json",
);
/// The value that puts IPv6 first. Older charts ignore it, and the agent shows IPv4 first.
pub static CILIUM_PREFER_IPV6: Change = begins(
    "cilium",
    "preferIpv6",
    release(1, 20),
    "cilium/charts cilium-1.20 values.schema.json",
);
/// Node addresses in the order of the first Service subnet.
pub static KIND_IPV6_FIRST: Change = begins(
    "kind",
    "serviceSubnet (IPv6, IPv4)",
    release(0, 12),
    "kubernetes-sigs/kind#2484",
);
/// Networks in documents of their own; before, in the machine configuration.
pub static TALOS_DOCUMENTS: Change = begins(
    "talos",
    "KubeNetworkConfig",
    release(1, 14),
    "siderolabs/talos pkg/machinery/config/types/k8s/network.go",
);

/// Every change, tool by tool.
pub static CHANGES: [&Change; 8] = [
    &CALICO_API_SERVER,
    &CALICO_BANDWIDTH,
    &CALICO_IPV6_VXLAN,
    &CALICO_NODE_INTERNAL_IP,
    &CILIUM_PREFER_IPV6,
    &CILIUM_UNDERLAY_PROTOCOL,
    &KIND_IPV6_FIRST,
    &TALOS_DOCUMENTS,
];

/// A tool whose release a plan can name.
#[derive(Debug)]
pub struct ToolRow {
    /// The id in the plan file: `cilium`.
    pub id: &'static str,
    /// The display name.
    pub title: &'static str,
    /// Whether the tool refuses versions of Kubernetes that it does not run; otherwise it is only not tested with them.
    pub refuses_versions: bool,
    /// The releases known, the oldest first.
    pub releases: &'static [ReleaseRow],
}

/// The tools, sorted by id.
pub static TOOLS: &[ToolRow] = &[
    ToolRow {
        id: "calico",
        title: "Calico",
        refuses_versions: false,
        releases: &[
            run(
                3,
                11,
                22,
                Window::from(16),
                "projectcalico/calico release notes v3.11 (dual-stack of Kubernetes 1.16)",
            ),
            run(
                3,
                23,
                29,
                Window::from(21),
                "projectcalico/calico release notes v3.23 (Kubernetes 1.21 to 1.23)",
            ),
            run(
                3,
                30,
                32,
                Window::from(29),
                "projectcalico/calico release notes v3.30 (Kubernetes 1.29 and later)",
            ),
        ],
    },
    ToolRow {
        id: "cilium",
        title: "Cilium",
        refuses_versions: true,
        releases: &[run(
            1,
            16,
            20,
            Window::from(21),
            "cilium/charts Chart.yaml, kubeVersion >= 1.21.0-0; values.schema.json of 1.18 and 1.20",
        )],
    },
    ToolRow {
        id: "kind",
        title: "kind",
        refuses_versions: false,
        releases: &[run(
            0,
            11,
            33,
            Window::ALL,
            "kubernetes-sigs/kind release notes v0.11 (dual-stack), pkg/cmd/kind/version/version.go",
        )],
    },
    ToolRow {
        id: "talos",
        title: "Talos Linux",
        refuses_versions: true,
        releases: &[
            run(
                1,
                2,
                13,
                Window::from(23).until(36),
                "siderolabs/talos pkg/machinery/compatibility/talos12 to talos113",
            ),
            run(
                1,
                14,
                14,
                Window::from(32),
                "siderolabs/talos pkg/machinery/compatibility/talos114",
            ),
        ],
    },
];

impl ToolRow {
    /// Returns the tool with that id. `None` if a plan cannot name its release.
    pub fn find(id: &str) -> Option<&'static ToolRow> {
        TOOLS.iter().find(|row| row.id == id)
    }

    /// Returns whether the release is known.
    pub fn knows(&self, release: Release) -> bool {
        self.releases.iter().any(|row| row.contains(release))
    }

    /// Returns whether the release runs that version of Kubernetes.
    pub fn runs(&self, release: Release, version: Version) -> bool {
        let row = self.releases.iter().find(|row| row.contains(release));
        row.is_some_and(|row| row.kubernetes.contains(version))
    }

    /// Returns the newest release that runs that version of Kubernetes. If none does, the newest of all.
    pub fn newest(&self, version: Version) -> Release {
        let newest = |fits: fn(&ReleaseRow, Version) -> bool| {
            let rows = self.releases.iter().filter(|row| fits(row, version));
            rows.map(|row| row.last).max()
        };
        newest(|row, version| row.kubernetes.contains(version))
            .or_else(|| newest(|_, _| true))
            .unwrap_or(release(0, 0))
    }

    /// Returns the known release that is nearest to another one.
    pub fn nearest(&self, wanted: Release) -> Release {
        let newest = self.newest(Version::NEWEST);
        self.releases
            .iter()
            .find(|row| row.last >= wanted)
            .map_or(newest, |row| wanted.max(row.first))
    }

    /// Returns the known releases as a text: `1.16 to 1.20` in the notation `1.16–1.20`.
    pub fn known(&self) -> String {
        let runs = self.releases.iter().map(|row| {
            if row.first == row.last {
                row.first.to_string()
            } else {
                format!("{}–{}", row.first, row.last)
            }
        });
        runs.collect::<Vec<_>>().join(", ")
    }
}

/// Returns the JSON Schema of `spec.tools`.
#[cfg(feature = "schema")]
pub(crate) fn schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
    let properties: serde_json::Map<String, serde_json::Value> = TOOLS
        .iter()
        .map(|row| {
            let releases: Vec<String> = row
                .releases
                .iter()
                .flat_map(|row| {
                    (row.first.minor..=row.last.minor).map(|minor| release(row.first.major, minor))
                })
                .map(|known| known.to_string().replace('.', r"\."))
                .collect();
            let pattern = format!(r"^v?({})(\.[0-9]+)?$", releases.join("|"));
            let property = serde_json::json!({
                "description": format!("Release of {}.", row.title),
                "type": "string",
                "pattern": pattern,
            });
            (row.id.to_owned(), property)
        })
        .collect();
    schemars::json_schema!({
        "type": "object",
        "properties": properties,
        "additionalProperties": false,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parsed(text: &str) -> Release {
        text.parse().unwrap()
    }

    #[test]
    fn releases_are_read_with_and_without_their_patch() {
        for text in ["1.18", "v1.18", "1.18.3"] {
            assert_eq!(parsed(text).to_string(), "1.18");
        }
        for text in ["", "1", "1.", "1.x", "1.18.3.4", "1.+8", "1.18-rc.1", "70000.1"] {
            assert_eq!(text.parse::<Release>(), Err(NotARelease), "{text}");
        }
    }

    #[test]
    fn the_newest_is_the_newest_that_runs_the_version() {
        let newest = |tool: &str, version: &str| {
            let row = ToolRow::find(tool).unwrap();
            row.newest(version.parse().unwrap()).to_string()
        };
        assert_eq!(newest("calico", "1.20"), "3.22");
        assert_eq!(newest("calico", "1.28"), "3.29");
        assert_eq!(newest("calico", "1.36"), "3.32");
        assert_eq!(newest("cilium", "1.36"), "1.20");
        assert_eq!(newest("cilium", "1.16"), "1.20");
        assert_eq!(newest("talos", "1.31"), "1.13");
        assert_eq!(newest("talos", "1.37"), "1.14");
    }

    #[test]
    fn the_nearest_is_known() {
        let nearest = |wanted: &str| {
            ToolRow::find("cilium")
                .unwrap()
                .nearest(parsed(wanted))
                .to_string()
        };
        assert_eq!(
            ["1.9", "1.18", "1.30", "2.0"].map(nearest),
            ["1.16", "1.18", "1.20", "1.20"]
        );
    }

    #[test]
    fn rows_follow_each_other() {
        assert!(TOOLS.windows(2).all(|pair| pair[0].id < pair[1].id));
        for tool in TOOLS {
            assert!(
                tool.releases.iter().all(|row| row.first <= row.last),
                "{}",
                tool.id
            );
            assert!(tool.releases.windows(2).all(|pair| pair[0].last < pair[1].first));
        }
        for change in CHANGES {
            let row = ToolRow::find(change.tool).unwrap();
            assert!(row.knows(change.release), "{} {}", change.tool, change.name);
        }
    }
}
