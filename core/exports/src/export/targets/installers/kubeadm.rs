//! kubeadm: ClusterConfiguration, InitConfiguration with the component configurations, and a JoinConfiguration.

use serde_json::{Map, Value};

use super::shared::{insert, joined};
use crate::components::{
    ComponentSettings, KubeadmConfiguration, Setting, forecast, own_dual_stack_gate, service_subnet_of,
};
use crate::diagnostic::{Component, Diagnostic};
use crate::export::refused;
use crate::export::tree::{Set, member, sparse, tree};
use crate::export::{Checked, ExportContext, Exporter, FileError, FileSet, Support, TargetMeta};
use crate::i18n::Message;
use crate::kubernetes::service_api::DUAL_STACK;
use crate::kubernetes::{DerivedMask, ExtraArgs, Window};
use crate::net::{Cidr, IpFamily};
use crate::request::Endpoint;

/// Configuration files of `kubeadm init` and `kubeadm join`.
pub(in crate::export) struct Kubeadm;

static META: TargetMeta = TargetMeta {
    id: "kubeadm",
    versions: Window::ALL,
    docs: "https://kubernetes.io/docs/setup/production-environment/tools/kubeadm/dual-stack-support/",
    checked: &[
        Checked::Source("kubernetes 1.16 – 1.37, cmd/kubeadm"),
        Checked::Started("kubeadm config validate of 1.27 and 1.36"),
    ],
};

/// The arguments that kubeadm sets from `networking` and `localAPIEndpoint`, and the address to listen on, which
/// matters only if the announced address is not given.
const SET_BY_KUBEADM: [&str; 5] = [
    "--advertise-address",
    "--allocate-node-cidrs",
    "--bind-address",
    "--cluster-cidr",
    SERVICE_RANGE,
];
const SERVICE_RANGE: &str = "--service-cluster-ip-range";
const FEATURE_GATES: &str = "--feature-gates";
const GENERIC_MASK: &str = "--node-cidr-mask-size";

type Arguments = Vec<(&'static str, String)>;

/// Returns the arguments of a component besides those that kubeadm sets. kubeadm has its own gate for dual-stack.
fn extra_arguments(cx: &ExportContext<'_>, component: Component) -> Arguments {
    let Some(settings) = cx.component(component) else {
        return Vec::new();
    };
    let mut arguments: Arguments = settings
        .settings
        .iter()
        .filter(|setting| needs_argument(component, setting))
        .filter_map(|setting| match setting.flag {
            FEATURE_GATES => Some((setting.flag, gates_besides_own(cx, &setting.value)?)),
            flag => Some((flag, setting.value.clone())),
        })
        .collect();
    // If `serviceSubnet` accepts one range only, both are given as an extra argument.
    if service_subnet_of(cx.plan).len() < cx.plan.spec.service_cidrs.len()
        && let Some(setting) = settings.get(SERVICE_RANGE)
    {
        arguments.push((SERVICE_RANGE, setting.value.clone()));
    }
    if component == Component::KubeControllerManager {
        unset_derived_mask(cx, settings, &mut arguments);
        if settings
            .get("--allocate-node-cidrs")
            .is_some_and(|setting| setting.value == "false")
        {
            arguments.push(("--allocate-node-cidrs", "false".to_owned()));
        }
    }
    arguments
}

fn needs_argument(component: Component, setting: &Setting) -> bool {
    let by_kubeadm = component != Component::Kubelet && SET_BY_KUBEADM.contains(&setting.flag);
    !by_kubeadm
}

/// Removes `--node-cidr-mask-size`, which kubeadm up to 1.17 sets, and which dual-stack refuses beside the family
/// flags. Later versions do not set it where the gate is on.
fn unset_derived_mask(cx: &ExportContext<'_>, settings: &ComponentSettings, arguments: &mut Arguments) {
    let family_flags = settings
        .settings
        .iter()
        .any(|setting| setting.flag.starts_with(GENERIC_MASK) && setting.flag != GENERIC_MASK);
    let sets_generic = matches!(
        cx.profile.kubeadm.derived_mask,
        DerivedMask::Generic | DerivedMask::GenericWithoutGate
    );
    if sets_generic && family_flags {
        arguments.push((GENERIC_MASK, "0".to_owned()));
    }
}

fn write_arguments(arguments: Arguments, form: ExtraArgs) -> Value {
    let arguments = arguments
        .into_iter()
        .map(|(flag, value)| (flag.trim_start_matches('-').to_owned(), value));
    match form {
        ExtraArgs::Map => Value::Object(arguments.map(|(name, value)| (name, tree!(value))).collect()),
        ExtraArgs::List => arguments
            .map(|(name, value)| tree!({"name": name, "value": value}))
            .collect(),
    }
}

fn cluster_configuration(cx: &ExportContext<'_>) -> Value {
    let kubeadm = cx.profile.kubeadm;
    let spec = &cx.plan.spec;
    let mut document = Map::new();
    document.set("apiVersion", &kubeadm.api_version);
    document.set("kind", &"ClusterConfiguration");
    document.set("clusterName", &cx.plan.metadata.name);
    let version = spec.kubernetes_version;
    // Without a patch level, the newest one of the minor.
    let version = if version.patch().is_some() {
        format!("v{version}")
    } else {
        format!("stable-{version}")
    };
    document.set("kubernetesVersion", &version);
    if let Some(endpoint) = cx.endpoint() {
        document.set("controlPlaneEndpoint", &endpoint.with_port());
    }
    let networking = tree!({
        "podSubnet": joined(&spec.pod_cidrs),
        "serviceSubnet": joined(service_subnet_of(cx.plan)),
    });
    document.set("networking", &networking);
    for (field, component) in [
        ("apiServer", Component::KubeApiserver),
        ("controllerManager", Component::KubeControllerManager),
    ] {
        let arguments = write_arguments(extra_arguments(cx, component), kubeadm.extra_args);
        insert(&mut document, field, &sparse!({"extraArgs": arguments}));
    }
    if let Some(on) = own_dual_stack_gate(&cx.plan.spec) {
        document.set("featureGates", &member(DUAL_STACK, &on));
    }
    Value::Object(document)
}

/// Returns `nodeRegistration` with the settings that only kubelet's flags can hold.
fn node_registration(cx: &ExportContext<'_>) -> Value {
    let Some(settings) = cx.component(Component::Kubelet) else {
        return Value::Null;
    };
    let arguments: Arguments = settings
        .flag_only()
        .map(|setting| (setting.flag, setting.value.clone()))
        .collect();
    sparse!({"kubeletExtraArgs": write_arguments(arguments, cx.profile.kubeadm.extra_args)})
}

/// Returns the address to announce. kubeadm looks for an IPv4 address first, which is the wrong family if Services
/// are IPv6 first.
fn advertise_address(cx: &ExportContext<'_>) -> Option<String> {
    let spec = &cx.plan.spec;
    if let Some(address) = spec.advertise_address {
        return Some(address.to_string());
    }
    let primary = spec.service_cidrs.first().map(Cidr::family);
    (primary == Some(IpFamily::IPv6)).then(|| "NODE_IPV6".to_owned())
}

/// Returns the placeholder for a node's own address. `None` where kubeadm finds one of the right family.
fn own_address(cx: &ExportContext<'_>) -> Option<&'static str> {
    let primary = cx.plan.spec.service_cidrs.first().map(Cidr::family);
    (primary == Some(IpFamily::IPv6)).then_some("NODE_IPV6")
}

/// Returns the configuration of `kubeadm init`, as its validation reads it.
fn configuration(cx: &ExportContext<'_>) -> KubeadmConfiguration {
    KubeadmConfiguration {
        api_version: Some(cx.profile.kubeadm.api_version.to_owned()),
        pod_subnet: joined(&cx.plan.spec.pod_cidrs),
        service_subnet: joined(service_subnet_of(cx.plan)),
        feature_gates: own_dual_stack_gate(&cx.plan.spec)
            .map(|on| (DUAL_STACK.to_owned(), on))
            .into_iter()
            .collect(),
        controller_manager_args: extra_arguments(cx, Component::KubeControllerManager)
            .into_iter()
            .map(|(flag, value)| (flag.trim_start_matches('-').to_owned(), value))
            .collect(),
        // A placeholder is not an address yet.
        advertise_address: cx.plan.spec.advertise_address.map(|address| address.to_string()),
        ..KubeadmConfiguration::default()
    }
}

/// Returns findings about the checks of kubeadm and of the components that fail with the configuration a target
/// passes to kubeadm.
pub(super) fn findings(
    cx: &ExportContext<'_>,
    target: &'static str,
    starts: impl Fn(Component) -> bool,
) -> Vec<Diagnostic> {
    let refusals = forecast(cx.profile.version, Component::Kubeadm, &configuration(cx).into());
    let mut found = refused(target, refusals);
    found.extend(cx.flags_findings(target, starts));
    found
}

/// Returns a value of `--feature-gates` without the gate that kubeadm passes on. `None` if nothing is left.
fn gates_besides_own(cx: &ExportContext<'_>, value: &str) -> Option<String> {
    let own = own_dual_stack_gate(&cx.plan.spec).map(|on| format!("{DUAL_STACK}={on}"));
    let others = value.split(',').filter(|pair| Some(*pair) != own.as_deref());
    Some(others.collect::<Vec<_>>().join(",")).filter(|left| !left.is_empty())
}

fn init_configuration(cx: &ExportContext<'_>) -> Option<Value> {
    let mut document = Map::new();
    if let Some(address) = advertise_address(cx) {
        document.set("localAPIEndpoint", &tree!({ "advertiseAddress": address }));
    }
    insert(&mut document, "nodeRegistration", &node_registration(cx));
    if document.is_empty() {
        return None;
    }
    Some(typed(cx, "InitConfiguration", document))
}

/// Returns the configuration with which a node joins: a worker, or a further control-plane node, whose API server
/// announces an address of its own.
fn join_configuration(cx: &ExportContext<'_>, control_plane: bool) -> Value {
    let mut document = Map::new();
    document.set(
        "discovery",
        &tree!({"bootstrapToken": {
            "apiServerEndpoint": cx.endpoint_or_placeholder(Endpoint::DEFAULT_PORT),
            "token": "TOKEN",
            "caCertHashes": ["sha256:CA_CERT_HASH"],
        }}),
    );
    if control_plane {
        let address = own_address(cx).map(|address| tree!({ "advertiseAddress": address }));
        let own = sparse!({"localAPIEndpoint": address, "certificateKey": "CERTIFICATE_KEY"});
        document.insert("controlPlane".to_owned(), own);
    }
    insert(&mut document, "nodeRegistration", &node_registration(cx));
    typed(cx, "JoinConfiguration", document)
}

fn typed(cx: &ExportContext<'_>, kind: &str, fields: Map<String, Value>) -> Value {
    let mut document = Map::new();
    document.set("apiVersion", &cx.profile.kubeadm.api_version);
    document.set("kind", &kind);
    document.extend(fields);
    Value::Object(document)
}

/// Returns a component's configuration without the fields that kubeadm sets to the same values. `None` if nothing is
/// left.
fn component_configuration(cx: &ExportContext<'_>, component: Component, defaults: &[&str]) -> Option<Value> {
    let document = cx.component(component)?.document()?;
    let mut fields = document.as_object()?.clone();
    for field in defaults {
        fields.shift_remove(*field);
    }
    // Two fields are `apiVersion` and `kind`.
    (fields.len() > 2).then_some(Value::Object(fields))
}

impl Exporter for Kubeadm {
    fn meta(&self) -> &'static TargetMeta {
        &META
    }

    fn supports(&self, cx: &ExportContext<'_>) -> Support {
        Ok(findings(cx, META.id, |_| true))
    }

    fn export(&self, cx: &ExportContext<'_>, out: &mut FileSet) -> Result<(), FileError> {
        let comments = cx
            .component(Component::Kubelet)
            .map(|settings| cx.placeholders(&settings.settings))
            .unwrap_or_default();
        // The gate reaches kubelet and kube-proxy through kubeadm's own; DNS is address 10 of the first range anyway.
        let kubelet = ["featureGates", "clusterDNS", "clusterDomain"];
        let kube_proxy = ["featureGates", "clusterCIDR", "bindAddress"];
        let documents: Vec<Value> = [
            Some(cluster_configuration(cx)),
            init_configuration(cx),
            component_configuration(cx, Component::Kubelet, &kubelet),
            component_configuration(cx, Component::KubeProxy, &kube_proxy),
        ]
        .into_iter()
        .flatten()
        .collect();
        out.add(
            "kubeadm/init.yaml",
            "application/yaml",
            &cx.yaml(&comments, &documents),
        )?;
        let known = cx.endpoint().is_some();
        for (path, roles, control_plane) in [
            ("kubeadm/join.yaml", &["export-kubeadm-join-worker"][..], false),
            (
                "kubeadm/join-control-plane.yaml",
                if known {
                    &["export-kubeadm-join-control-plane"]
                } else {
                    &["export-kubeadm-join-control-plane", "export-kubeadm-join-shared"]
                },
                true,
            ),
        ] {
            let mut join: Vec<Message> = roles.iter().map(|role| Message::new(*role)).collect();
            join.push(Message::new(if known {
                "export-kubeadm-join.known"
            } else {
                "export-kubeadm-join"
            }));
            join.extend(comments.clone());
            out.add(
                path,
                "application/yaml",
                &cx.yaml(&join, &[join_configuration(cx, control_plane)]),
            )?;
        }
        Ok(())
    }
}
