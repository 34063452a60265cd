//! What calls take and give, besides the types of the engine itself. Here and not beside the calls, so that both modules
//! are declared from one list of types.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use tsify::Tsify;
use wasm_bindgen::prelude::*;

use crate::admission::Request;
use crate::admission::simulator::{
    Action, ClusterStart, IpAddressObject, ServiceCidr, ServiceView, TimelineEntry,
};
use crate::change::ChangeFormat;
use crate::components::{ComponentSettings, FailedCheck};
use crate::drawing::fleet_map::FleetSceneOptions;
use crate::drawing::scene::SceneOptions;
use crate::drawing::svg::{SvgOptions, Theme};
use crate::export::ExportFile;
use crate::fleet::{Fleet, FleetFormat};
use crate::i18n::Message;
use crate::kubernetes::Version;
use crate::net::Cidr;
use crate::nodeipam::{Node, NodeStep};
use crate::render::{RenderOptions, View};
use crate::request::ClusterPlan;
use crate::sources::Text;

/// A language of the messages.
#[derive(Serialize, Tsify)]
pub struct LocaleMeta {
    /// The BCP 47 tag of the language: `en`.
    #[tsify(type = "Language")]
    pub tag: &'static str,
    /// The name of the language in that language.
    pub name: &'static str,
    /// What to show beside the name, in that language: no native speaker has read its texts yet. Absent where one has.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[tsify(optional)]
    pub unread: Option<&'static str>,
    /// The number of the engine's messages that the language lacks and that are shown in English. Absent until its
    /// messages are loaded.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[tsify(optional)]
    pub missing: Option<usize>,
}

/// The page of node blocks to show.
#[derive(Deserialize, Tsify)]
#[serde(deny_unknown_fields, default)]
pub struct NodeQuery {
    /// The first node, from 0.
    #[serde(with = "crate::plan::suggest::seed_text")]
    #[tsify(optional, type = "AnyCount")]
    pub from: u64,
    /// The number of nodes; at most 1,000.
    #[tsify(optional)]
    pub limit: usize,
}

impl Default for NodeQuery {
    fn default() -> Self {
        NodeQuery { from: 0, limit: 100 }
    }
}

/// The settings of a plan's components, and the start-up checks that fail with them.
#[derive(Serialize, Tsify)]
#[serde(rename_all = "camelCase")]
pub struct ComponentsAnswer {
    /// Settings by component.
    pub components: Vec<ComponentSettings>,
    /// Start-up checks that fail.
    pub failed_checks: Vec<FailedCheck>,
}

/// A request to the API server of a cluster.
#[derive(Deserialize, Tsify)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct AdmitCall {
    /// The Kubernetes version.
    #[tsify(type = "KubernetesVersion")]
    pub kubernetes_version: Version,
    /// The value of `--service-cluster-ip-range`, in order.
    #[serde(rename = "serviceCIDRs")]
    #[tsify(type = "Cidr[]")]
    pub service_cidrs: Vec<Cidr>,
    /// Feature gates of the API server, by name. Where `IPv6DualStack` is not named, two ranges mean it is on.
    #[serde(default)]
    #[tsify(optional, type = "Record<string, boolean>")]
    pub feature_gates: BTreeMap<String, bool>,
    /// The request to the API server.
    pub request: Request,
    /// The namespace in the URL of the request; absent: that of the object.
    #[serde(default)]
    #[tsify(optional)]
    pub namespace: String,
    /// The name in the URL of an update or patch; absent: that of the stored object.
    #[serde(default)]
    #[tsify(optional)]
    pub name: String,
}

/// A run of the node IPAM controller.
#[derive(Deserialize, Tsify)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct SimulateNodesCall {
    /// The version; absent: the plan's.
    #[serde(default)]
    #[tsify(optional, type = "KubernetesVersion")]
    pub kubernetes_version: Option<Version>,
    /// The flags of kube-controller-manager; absent: those of the plan.
    #[serde(default)]
    #[tsify(optional)]
    pub flags: Option<Vec<String>>,
    /// The text of a plan file, for what is not given otherwise.
    #[serde(default)]
    #[tsify(optional)]
    pub plan: Option<String>,
    /// The Nodes at the start.
    #[serde(default)]
    #[tsify(optional)]
    pub nodes: Vec<Node>,
    /// The steps of the run, in order.
    #[serde(default)]
    #[tsify(optional)]
    pub steps: Vec<NodeStep>,
}

/// The start of a simulated cluster, and the actions on it.
#[derive(Deserialize, Tsify)]
#[serde(deny_unknown_fields)]
pub struct SimulateCall {
    /// The cluster before the first action.
    pub start: ClusterStart,
    /// The actions, in order.
    pub actions: Vec<Action>,
}

/// The simulated cluster after the actions.
#[derive(Serialize, Tsify)]
#[serde(rename_all = "camelCase")]
pub struct SimulateAnswer {
    /// The version now.
    #[tsify(type = "KubernetesVersion")]
    pub version: Version,
    /// The Service ranges of the API servers now, the primary family first.
    #[serde(rename = "serviceCIDRs")]
    #[tsify(type = "Cidr[]")]
    pub ranges: Vec<Cidr>,
    /// The ServiceCIDR objects now; none where the version has none.
    pub service_cidr_objects: Vec<ServiceCidr>,
    /// The IPAddress objects of Services now; none where the version has none.
    pub ip_address_objects: Vec<IpAddressObject>,
    /// The actions with their results.
    pub timeline: Vec<TimelineEntry>,
    /// The Services now, by namespace and name.
    pub services: Vec<ServiceView>,
}

/// What is drawn of a plan.
#[derive(Default, Deserialize, Tsify)]
#[serde(deny_unknown_fields, default)]
pub struct DrawRequest {
    /// The position: a network of one family, or one of each. The family that is left out shows what corresponds. Absent:
    /// the pod ranges, or what else the plan has.
    #[tsify(optional, type = "Cidr[]")]
    pub at: Vec<Cidr>,
    /// The group of a fleet that is shown; absent: all of them.
    #[tsify(optional)]
    pub group: Option<String>,
    /// The colours; absent: what the reader prefers.
    #[tsify(optional, type = "\"light\" | \"dark\" | \"auto\"")]
    pub theme: Theme,
    /// The width in pixels, from 320 to 2400; absent: 1200. The height follows from it.
    #[tsify(optional)]
    pub width: Option<u32>,
    /// The id of the picture, which those of its parts begin with: two pictures in one page need two. Absent: `dsp-map`.
    #[tsify(optional)]
    pub id: Option<String>,
}

impl DrawRequest {
    /// Returns what is drawn.
    pub fn scene(&self) -> SceneOptions {
        SceneOptions { at: self.at.clone() }
    }

    /// Returns what is drawn of a fleet.
    pub fn fleet_scene(&self) -> FleetSceneOptions {
        FleetSceneOptions {
            group: self.group.clone(),
            at: self.at.clone(),
        }
    }

    /// Returns how it is drawn.
    pub fn svg(&self) -> SvgOptions {
        let default = SvgOptions::default();
        SvgOptions {
            width: self.width.unwrap_or(default.width),
            theme: self.theme,
            id: self.id.clone().unwrap_or(default.id),
        }
    }
}

/// The map of a plan as a picture.
#[derive(Serialize, Tsify)]
pub struct Drawing {
    /// The picture, as SVG.
    pub svg: String,
    /// What it shows, in sentences.
    pub summary: Vec<Message>,
}

/// As what text a result is given too.
#[derive(Default, Deserialize, Tsify)]
#[serde(deny_unknown_fields, default)]
pub struct FormatRequest {
    /// The format of the member `text` of the result; absent: it has none.
    #[tsify(optional)]
    pub format: Option<ChangeFormat>,
}

/// What a fleet is made from besides its file, and what is given with it.
#[derive(Default, Deserialize, Tsify)]
#[serde(deny_unknown_fields, default)]
pub struct FleetRequest {
    /// The text of the lock file of the last time; absent: every cluster is placed anew.
    #[tsify(optional)]
    pub lock: Option<String>,
    /// The files that the fleet file names for existing clusters.
    #[tsify(optional)]
    pub files: Vec<FleetFile>,
    /// The format of the member `text` of the result; absent: it has none.
    #[tsify(optional)]
    pub format: Option<FleetFormat>,
    /// Whether the plan of each cluster is given.
    #[tsify(optional)]
    pub plans: bool,
    /// The targets of exports; empty: a plan for each cluster, NetBox, Terraform, a table, reverse zones; absent: none.
    #[tsify(optional, type = "ExportTarget[]")]
    pub targets: Option<Vec<String>>,
}

/// A file that the fleet file names.
#[derive(Deserialize, Tsify)]
#[serde(deny_unknown_fields)]
pub struct FleetFile {
    /// The name as it stands in the fleet file; for a file of a folder that name, a slash, and its own.
    pub name: String,
    /// The text of the file.
    pub text: String,
}

/// A fleet, and what was asked for with it.
#[derive(Serialize, Tsify)]
#[serde(rename_all = "camelCase")]
pub struct FleetAnswer {
    /// The fleet.
    #[serde(flatten)]
    pub fleet: Fleet,
    /// The plan of each cluster, by name.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[tsify(optional)]
    pub plans: Option<Vec<ClusterPlan>>,
    /// The files of the exports.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[tsify(optional)]
    pub files: Option<Vec<ExportFile>>,
}

/// How a migration is made and given.
#[derive(Default, Deserialize, Tsify)]
#[serde(deny_unknown_fields, default)]
pub struct MigrateRequest {
    /// The names of steps that are done first, in that order, to see what goes wrong; absent: the order that works.
    #[tsify(optional)]
    pub order: Vec<String>,
    /// The format of the member `text` of the migration; absent: it has none.
    #[tsify(optional)]
    pub format: Option<ChangeFormat>,
}

/// What is rendered of a plan.
#[derive(Default, Deserialize, Tsify)]
#[serde(deny_unknown_fields, default)]
pub struct RenderRequest {
    /// What is shown; absent: the map.
    #[tsify(optional)]
    pub view: View,
    /// The position of the map, as in [`DrawRequest`].
    #[tsify(optional, type = "Cidr[]")]
    pub at: Vec<Cidr>,
    /// The group of a fleet that its map shows; absent: all of them.
    #[tsify(optional)]
    pub group: Option<String>,
    /// The colours of the map; absent: those of `render.css`, and light ones without it.
    #[tsify(optional, type = "\"light\" | \"dark\" | \"auto\"")]
    pub theme: Theme,
    /// The width of the map in pixels, from 320 to 2400; absent: 1200.
    #[tsify(optional)]
    pub width: Option<u32>,
    /// The id of the map, which those of its parts begin with: two maps in one page need two. Absent: `dsp-map`.
    #[tsify(optional)]
    pub id: Option<String>,
    /// The level of headings, from 1 to 6; absent: 3.
    #[tsify(optional)]
    pub heading: Option<u8>,
    /// The number of nodes that are listed, at most 1,000; absent: 16.
    #[tsify(optional)]
    pub nodes: Option<usize>,
}

impl RenderRequest {
    /// Returns from where the map of a fleet is seen.
    pub fn fleet_scene(&self) -> FleetSceneOptions {
        FleetSceneOptions {
            group: self.group.clone(),
            at: self.at.clone(),
        }
    }

    /// Returns how the view is rendered.
    pub fn options(&self) -> RenderOptions {
        let default = RenderOptions::default();
        RenderOptions {
            view: self.view,
            map: SceneOptions { at: self.at.clone() },
            svg: SvgOptions {
                width: self.width.unwrap_or(default.svg.width),
                theme: self.theme,
                id: self.id.clone().unwrap_or(default.svg.id),
            },
            heading: self.heading.unwrap_or(default.heading),
            nodes: self.nodes.unwrap_or(default.nodes).min(1000),
        }
    }
}

/// A text to import: pasted, or of a file.
#[derive(Deserialize)]
#[serde(untagged)]
pub enum TextToImport {
    /// Pasted text.
    Pasted(String),
    /// A text with its name.
    Named(ImportText),
}

/// The text of a file to import.
#[derive(Deserialize, Tsify)]
#[serde(deny_unknown_fields)]
pub struct ImportText {
    /// The name of the file, as the origins of values show it.
    #[serde(default)]
    #[tsify(optional)]
    name: Option<String>,
    /// The text of the file.
    text: String,
}

impl TextToImport {
    /// Returns the text as the import takes it.
    pub fn as_text(&self) -> Text<'_> {
        match self {
            TextToImport::Pasted(text) => Text::pasted(text),
            TextToImport::Named(ImportText { name, text }) => Text {
                name: name.as_deref(),
                text,
            },
        }
    }
}
