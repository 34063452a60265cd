//! The cluster of a plan file, and the answers of its API server to the Services beside the plan.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::net::IpAddr;

use serde::Serialize;
use serde_json::Value;

use crate::admission::aspects::{Aspects, Surroundings, aspects};
use crate::admission::convert::{convert, written_for};
use crate::admission::held::{held, ingress_addresses, is_held, not_decoded};
use crate::admission::strict::{UnknownField, strict_refusal, unknown_fields_of};
use crate::admission::{
    Admission, Remark, Request, RequestOptions, Service, ServiceCluster, ServiceSpec, Taken, admit_with,
    service_type,
};
use crate::apply::{applied, last_applied};
use crate::cluster::{PlannedCluster, namespace_of};
use crate::diagnostic::{Diagnostic, Location, PatchOperation, Pointer};
use crate::document::{self, Object, Stream, to_json, typed};
use crate::kubernetes::Version;
use crate::manifest::{full_width, not_a_manifest, unreadable};
use crate::net::{IpFamily, lenient};
use crate::plan::AddressPlan;
use crate::request::ClusterPlan;
use crate::request::decode::{DecodedPlan, ServiceSource, decode};
use crate::surroundings::surroundings;

pub use crate::admission::DEFAULT_NAMESPACE;

/// A Service of the file, and the API server's answer to it.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "wasm", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase")]
pub struct ServiceReport {
    /// The place of the Service in the file.
    pub location: Location,
    /// The namespace of the Service; `default` if none is given.
    pub namespace: String,
    /// The name of the Service.
    pub name: String,
    /// The object as it is written in the file.
    #[cfg_attr(feature = "wasm", tsify(type = "Record<string, unknown>"))]
    pub sent: Value,
    /// The answer of the API server; absent if the Service cannot be read, or if there is no cluster to send it to.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "wasm", tsify(optional))]
    pub admission: Option<Admission>,
    /// The consequences of the stored Service elsewhere in the cluster; absent if it is not stored.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "wasm", tsify(optional))]
    pub aspects: Option<Aspects>,
    /// Whether the cluster holds the Service already: it is checked as a stored object, not sent as a new one.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    #[cfg_attr(feature = "wasm", tsify(optional))]
    pub held: bool,
    /// The place of the Service of the same name before it; absent if there is none. This one is applied over it.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "wasm", tsify(optional))]
    pub over: Option<Location>,
    /// Whether a Service of the same name behind it has replaced this one: it was stored, and is no more.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    #[cfg_attr(feature = "wasm", tsify(optional))]
    pub replaced: bool,
    /// The form that the plan's version accepts; absent if the manifest has that form.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "wasm", tsify(optional))]
    pub conversion: Option<ServiceConversion>,
}

/// The conversion of a manifest of another era to the form of the plan's version.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "wasm", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase")]
pub struct ServiceConversion {
    /// The newest version that the manifest can have been written for.
    #[cfg_attr(feature = "wasm", tsify(type = "KubernetesVersion"))]
    pub written_for: Version,
    /// The changes to the document that holds the manifest.
    pub patch: Vec<PatchOperation>,
    /// The decisions of the conversion, and what it loses.
    pub remarks: Vec<Remark>,
}

impl ServiceReport {
    /// Returns the stored spec. `None` if the Service is not accepted, or if another one has replaced it.
    pub fn stored(&self) -> Option<&ServiceSpec> {
        self.admission.as_ref().filter(|_| !self.replaced)?.stored()
    }

    /// Returns the addresses that the stored Service has in the cluster. One may come twice.
    pub fn addresses(&self) -> impl Iterator<Item = IpAddr> {
        let spec = self.stored().into_iter();
        spec.flat_map(|spec| spec.ips().iter().chain([&spec.cluster_ip]))
            .filter_map(|text| text.parse().ok())
    }
}

/// The fields of a Service as they were sent.
impl ServiceReport {
    /// Returns a field of `spec` as it was sent. `None` if it is absent or null.
    pub fn sent_spec(&self, field: &str) -> Option<&Value> {
        self.sent
            .pointer("/spec")?
            .get(field)
            .filter(|value| !value.is_null())
    }

    /// Returns the value of an annotation. `None` if it is absent or not a text.
    pub fn annotation(&self, name: &str) -> Option<&str> {
        self.sent
            .pointer("/metadata/annotations")?
            .get(name)
            .and_then(Value::as_str)
    }

    /// Returns a list of texts of `spec` as it was sent. Empty if the field is absent.
    pub fn sent_list(&self, field: &str) -> Vec<&str> {
        self.sent_spec(field)
            .and_then(Value::as_array)
            .map(|list| list.iter().filter_map(Value::as_str).collect())
            .unwrap_or_default()
    }

    /// Returns the stored spec of a Service of type LoadBalancer. `None` for other Services.
    pub fn load_balanced(&self) -> Option<&ServiceSpec> {
        self.stored()
            .filter(|spec| spec.is_type(service_type::LOAD_BALANCER))
    }
}

/// The Services of a file after the API server has answered, and the problems of those that could not be read.
#[derive(Clone, Debug, Default)]
pub struct AdmittedServices {
    /// A report for each Service, in the order of the file.
    pub reports: Vec<ServiceReport>,
    /// Findings about Services whose JSON does not fit the API types.
    pub diagnostics: Vec<Diagnostic>,
    /// The addresses and ports in use afterwards.
    pub taken: Taken,
}

/// Sends the Services of the file to the API server one after the other, so that no two get the same address. Those
/// that the cluster holds already are not sent, and their addresses are taken from the start. A Service of a name that
/// is stored is applied over the stored one. Without a cluster they are only read. In a dry run none is stored, and each
/// is sent as if it were alone.
pub fn admit_all(
    cluster: Option<&PlannedCluster>,
    surroundings: &Surroundings<'_>,
    stream: &Stream,
    sources: &[ServiceSource],
    dry_run: bool,
) -> AdmittedServices {
    let mut admitted = AdmittedServices {
        reports: Vec::with_capacity(sources.len()),
        diagnostics: Vec::new(),
        taken: cluster.map(PlannedCluster::taken).unwrap_or_default(),
    };
    // In boxes, so that each is given back when it is answered.
    let mut sent: Vec<(Object<'_>, Option<Box<Service>>)> = Vec::with_capacity(sources.len());
    let mut not_manifests = Vec::new();
    for source in sources {
        let Some(object) = source.object(stream) else {
            continue;
        };
        let json = to_json(object.node);
        let read_whole = object.document.is_complete();
        let other = read_whole
            .then(|| not_a_manifest(&object).or_else(|| full_width(&object)))
            .flatten();
        let service = match (typed::<Service>(&json), other) {
            (_, Some(finding)) => {
                not_manifests.push(finding);
                None
            }
            // What is missing or wrong is said where the document is read.
            _ if !read_whole => None,
            (Ok(service), None) => Some(Box::new(service)),
            (Err(misfit), None) => {
                admitted.diagnostics.push(unreadable(&object, &misfit));
                None
            }
        };
        admitted.reports.push(ServiceReport {
            location: object.document.locate(&object.pointer),
            namespace: namespace_of(&object).to_owned(),
            name: object.name().to_owned(),
            held: is_held(&json),
            sent: json,
            admission: None,
            aspects: None,
            over: None,
            replaced: false,
            conversion: None,
        });
        sent.push((object, service));
    }
    // Several templates of one kind are one mistake.
    for finding in not_manifests {
        if admitted
            .diagnostics
            .iter()
            .all(|other| other.message.id != finding.message.id)
        {
            admitted.diagnostics.push(finding);
        }
    }
    if let Some(cluster) = cluster {
        hold(cluster, &sent, &mut admitted);
        send(cluster, surroundings, sent, dry_run, &mut admitted);
    }
    admitted
}

/// Takes what the Services have that the cluster holds already.
fn hold(
    cluster: &PlannedCluster,
    read: &[(Object<'_>, Option<Box<Service>>)],
    admitted: &mut AdmittedServices,
) {
    for (report, (_, service)) in admitted.reports.iter_mut().zip(read) {
        if let Some(service) = service.as_ref().filter(|_| report.held) {
            let admission = held(&cluster.with(&admitted.taken), &service.spec);
            if let Some(spec) = admission.stored() {
                admitted.taken.add(spec);
            }
            report.admission = Some(admission);
        }
    }
}

fn send(
    cluster: &PlannedCluster,
    surroundings: &Surroundings<'_>,
    read: Vec<(Object<'_>, Option<Box<Service>>)>,
    dry_run: bool,
    admitted: &mut AdmittedServices,
) {
    let options = RequestOptions {
        dry_run,
        ..RequestOptions::default()
    };
    // The reports of the stored Services, by namespace and name.
    let mut stored: BTreeMap<(String, String), usize> = BTreeMap::new();
    for (index, report) in admitted.reports.iter().enumerate() {
        if report.admission.as_ref().and_then(Admission::stored).is_some() {
            stored.insert((report.namespace.clone(), report.name.clone()), index);
        }
    }
    for (index, (object, service)) in read.into_iter().enumerate() {
        let (Some(service), Some(report)) = (service, admitted.reports.get(index)) else {
            continue;
        };
        let key = (report.namespace.clone(), report.name.clone());
        let before = stored.get(&key).copied().filter(|_| !report.held);
        let earlier = before.and_then(|before| admitted.reports.get(before));
        let old = earlier.and_then(|earlier| earlier.admission.as_ref()?.stored());
        let server = cluster.with(&admitted.taken);
        let conversion = conversion(&object.pointer, &service, &server);
        let request = match (earlier, old) {
            (Some(earlier), Some(old)) => over(earlier, old, &report.sent, *service),
            _ => Request::Create { service: *service },
        };
        let answer = match report.admission {
            Some(_) => None,
            None => Some(answer_to(&server, &request, &report.sent, &options)),
        };
        let mut name = None;
        let mut effects = None;
        let kept = answer.as_ref().or(report.admission.as_ref());
        if let Some(Admission::Stored {
            spec,
            name: completed,
            ..
        }) = kept
        {
            let mut service = Service {
                spec: (**spec).clone(),
                ..request.into_service()
            };
            if let Some(completed) = completed {
                service.metadata.name.clone_from(completed);
                name = Some(completed.clone());
            }
            let given: Vec<IpFamily> = ingress_addresses(&report.sent)
                .into_iter()
                .filter_map(lenient::family_of)
                .collect();
            let surroundings = Surroundings {
                given: &given,
                ..*surroundings
            };
            effects = Some(aspects(&server, &service, &surroundings));
            if !report.held && !dry_run {
                if let Some(old) = old {
                    admitted.taken.remove(old);
                }
                admitted.taken.add(spec);
                if !key.1.is_empty() {
                    stored.insert(key, index);
                }
            }
        }
        let earlier = before.and_then(|before| admitted.reports.get_mut(before));
        let place = earlier.map(|earlier| {
            earlier.replaced = effects.is_some();
            if earlier.replaced {
                earlier.aspects = None;
            }
            earlier.location.clone()
        });
        if let Some(report) = admitted.reports.get_mut(index) {
            report.conversion = conversion;
            report.aspects = effects;
            report.over = place;
            if let Some(name) = name {
                report.name = name;
            }
            if answer.is_some() {
                report.admission = answer;
            }
        }
    }
}

/// Returns the request of `kubectl apply` for a Service of a name that is stored: `old` is what was stored of `earlier`.
fn over(earlier: &ServiceReport, old: &ServiceSpec, sent: &Value, service: Service) -> Request {
    let manifest = if earlier.held {
        Cow::Owned(last_applied(&earlier.sent))
    } else {
        Cow::Borrowed(&earlier.sent)
    };
    let object = applied(old, &manifest, sent);
    let earlier = typed::<Service>(&earlier.sent).ok();
    Request::Update {
        old: Box::new(old.clone()),
        old_metadata: earlier.map(|earlier| Box::new(earlier.metadata)),
        service: typed(&object).unwrap_or(service),
    }
}

/// Returns the answer to a manifest. Fields that the version does not have are refused as kubectl asks for it; the
/// fields of another era are left to the rules about these eras.
fn answer_to(
    server: &ServiceCluster<'_>,
    request: &Request,
    sent: &Value,
    options: &RequestOptions,
) -> Admission {
    let unknown: Vec<UnknownField> = unknown_fields_of("Service", server.version(), sent)
        .into_iter()
        .filter(|field| !ERA_FIELDS.contains(&field.path.as_str()))
        .collect();
    match strict_refusal("Service", "v1", server.version(), &unknown) {
        Some(refusal) => not_decoded(refusal),
        None => admit_with(server, request, options),
    }
}

/// The fields that tell the eras of the Service API apart.
pub const ERA_FIELDS: &[&str] = &[
    "spec.clusterIPs",
    "spec.ipFamilies",
    "spec.ipFamily",
    "spec.ipFamilyPolicy",
];

/// Returns the manifest in the form of the cluster's version. `None` if it has that form already.
fn conversion(
    pointer: &Pointer,
    service: &Service,
    server: &ServiceCluster<'_>,
) -> Option<ServiceConversion> {
    let written_for = written_for(&service.spec, server.version())?;
    let converted = convert(
        &service.spec,
        written_for,
        server.version(),
        server.api().dual_stack,
    );
    (!converted.patch.is_empty()).then(|| ServiceConversion {
        written_for,
        patch: converted
            .patch
            .into_iter()
            .map(|operation| operation.below(pointer))
            .collect(),
        remarks: converted.remarks,
    })
}

/// The plan of an older plan file, for rules about changes.
#[derive(Clone, Debug)]
pub struct PreviousPlan {
    /// The older plan.
    pub plan: ClusterPlan,
    /// The address plan of the older plan.
    pub addresses: AddressPlan,
    /// The Services of the older file, with the API server's answers.
    pub services: Vec<ServiceReport>,
}

impl PreviousPlan {
    /// Reads the older plan. `None` if the text holds no plan. Findings about the older file are dropped: they were
    /// shown when it was the newer one.
    pub fn of(text: &str, seed: u64) -> Option<PreviousPlan> {
        let stream = document::read(text);
        let decoded = decode(&stream, |_| true);
        let DecodedPlan { plan, ranges, .. } = decoded.plan?;
        let cluster = PlannedCluster::of(&plan, &stream, seed);
        let surroundings = surroundings(&plan, &stream);
        let admitted = admit_all(cluster.as_ref(), &surroundings, &stream, &decoded.services, false);
        Some(PreviousPlan {
            addresses: AddressPlan::of_declared(&plan, ranges),
            services: admitted.reports,
            plan,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Each Service: its name, family field, first address; what refuses it otherwise.
    fn answers(plan: &str, services: &str) -> Vec<String> {
        let text = format!(
            "apiVersion: dualstack-planner/v1\nkind: ClusterPlan\nspec:\n  podCIDRs: [10.244.0.0/16, \
             \"fd00:10:244::/56\"]\n  serviceCIDRs: [10.96.0.0/16, \"fd00:10:96::/112\"]\n{plan}---\n{services}"
        );
        let stream = document::read(&text);
        let decoded = decode(&stream, |_| true);
        assert!(decoded.diagnostics.is_empty(), "{:?}", decoded.diagnostics);
        let cluster = PlannedCluster::of(&decoded.plan.unwrap().plan, &stream, 0);
        let surroundings = Surroundings::default();
        let admitted = admit_all(cluster.as_ref(), &surroundings, &stream, &decoded.services, false);
        assert!(admitted.diagnostics.is_empty(), "{:?}", admitted.diagnostics);
        let answer = |service: &ServiceReport| match service.admission.as_ref().unwrap() {
            Admission::Stored { spec, .. } => {
                let families = match &spec.ip_family {
                    Some(family) => family.clone(),
                    None => spec.families().join("+"),
                };
                let range = match spec.cluster_ip.as_str() {
                    ip if ip.starts_with("10.96.") => "10.96.0.0/16",
                    ip if ip.starts_with("fd00:10:96::") => "fd00:10:96::/112",
                    ip => ip,
                };
                format!("{} {families} {range}", service.name)
            }
            Admission::Refused { refusal, .. } => refusal.message.clone(),
        };
        admitted.reports.iter().map(answer).collect()
    }

    /// The Services of the documentation of the alpha, and one of type LoadBalancer.
    const OF_THE_ALPHA: &str = "\
kind: Service
metadata: {name: my-service}
spec: {selector: {app: MyApp}, ports: [{protocol: TCP, port: 80, targetPort: 9376}]}
---
kind: Service
metadata: {name: ipv6}
spec: {ipFamily: IPv6, selector: {app: MyApp}, ports: [{protocol: TCP, port: 80, targetPort: 9376}]}
---
kind: Service
metadata: {name: ipv4}
spec: {ipFamily: IPv4, selector: {app: MyApp}, ports: [{protocol: TCP, port: 80, targetPort: 9376}]}
---
kind: Service
metadata: {name: balanced}
spec: {ipFamily: IPv6, type: LoadBalancer, selector: {app: MyApp}, ports: [{protocol: TCP, port: 80}]}
";

    #[test]
    fn the_services_of_the_alpha_get_the_family_they_ask_for() {
        for version in ["1.16", "1.17", "1.18", "1.19"] {
            assert_eq!(
                answers(&format!("  kubernetesVersion: \"{version}\"\n"), OF_THE_ALPHA),
                [
                    "my-service IPv4 10.96.0.0/16",
                    "ipv6 IPv6 fd00:10:96::/112",
                    "ipv4 IPv4 10.96.0.0/16",
                    "balanced IPv6 fd00:10:96::/112",
                ],
                "{version}"
            );
        }
    }

    #[test]
    fn two_families_work_in_1_20_with_the_gate_that_two_ranges_need() {
        let two = "kind: Service\nmetadata: {name: two}\nspec: {ipFamilyPolicy: RequireDualStack, ports: [{port: 80}]}\n";
        assert_eq!(
            answers("  kubernetesVersion: \"1.20\"\n", two),
            ["two IPv4+IPv6 10.96.0.0/16"]
        );
    }

    #[test]
    fn a_plan_that_switches_the_gate_off_is_followed() {
        let off = "  kubernetesVersion: \"1.22\"\n  featureGates: {IPv6DualStack: false}\n";
        let two = "kind: Service\nmetadata: {name: two}\nspec: {ipFamilies: [IPv6], ports: [{port: 80}]}\n";
        assert_eq!(answers(off, two), ["two  10.96.0.0/16"]);
        let on = "  kubernetesVersion: \"1.22\"\n";
        assert_eq!(answers(on, two), ["two IPv6 fd00:10:96::/112"]);
    }

    #[test]
    fn a_gate_of_the_plan_changes_what_the_server_takes() {
        let odd =
            "kind: Service\nmetadata: {name: odd}\nspec: {externalIPs: [010.1.2.3], ports: [{port: 80}]}\n";
        let strict = answers("  kubernetesVersion: \"1.36\"\n", odd);
        assert!(strict[0].contains("must not have leading 0s"), "{strict:?}");
        let lax = answers(
            "  kubernetesVersion: \"1.36\"\n  featureGates: {StrictIPCIDRValidation: false}\n",
            odd,
        );
        assert_eq!(lax, ["odd IPv4 10.96.0.0/16"]);
    }

    #[test]
    fn service_cidr_objects_beside_the_plan_give_addresses_where_the_version_has_them() {
        let objects = |api: &str| {
            format!(
                "apiVersion: {api}\nkind: ServiceCIDR\nmetadata: {{name: more}}\nspec: {{cidrs: [10.97.0.0/16]}}\n---\n\
                 kind: Service\nmetadata: {{name: pinned}}\nspec: {{clusterIP: 10.97.0.5, ports: [{{port: 80}}]}}\n"
            )
        };
        assert_eq!(
            answers(
                "  kubernetesVersion: \"1.33\"\n",
                &objects("networking.k8s.io/v1")
            ),
            ["pinned IPv4 10.97.0.5"]
        );
        let gates = "  featureGates: {MultiCIDRServiceAllocator: true}\n";
        assert_eq!(
            answers(
                &format!("  kubernetesVersion: \"1.31\"\n{gates}"),
                &objects("networking.k8s.io/v1beta1")
            ),
            ["pinned IPv4 10.97.0.5"]
        );
        for (version, api) in [
            ("1.31", "networking.k8s.io/v1beta1"),
            ("1.33", "networking.k8s.io/v1alpha1"),
        ] {
            let refused = answers(&format!("  kubernetesVersion: \"{version}\"\n"), &objects(api));
            assert!(refused[0].contains("10.97.0.5"), "{version}: {refused:?}");
            assert!(refused[0].contains("is invalid"), "{version}: {refused:?}");
        }
    }

    #[test]
    fn addresses_of_ip_address_objects_are_in_use() {
        let text = |name: &str| {
            format!(
                "apiVersion: networking.k8s.io/v1\nkind: IPAddress\nmetadata: {{name: 10.96.0.77}}\nspec: {{parentRef: \
                 {{resource: services, namespace: default, name: {name}}}}}\n---\nkind: Service\nmetadata: {{name: \
                 pinned}}\nspec: {{clusterIP: 10.96.0.77, ports: [{{port: 80}}]}}\n"
            )
        };
        let version = "  kubernetesVersion: \"1.33\"\n";
        let refused = answers(version, &text("other"));
        assert!(refused[0].contains("already allocated"), "{refused:?}");
        assert_eq!(answers(version, &text("pinned")), ["pinned IPv4 10.96.0.0/16"]);
    }
}
