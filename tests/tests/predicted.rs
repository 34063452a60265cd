//! What the engine predicts, it also explains: every text of a start-up check, of a kubeadm file and of an admission, at every
//! version, as the component or kubectl prints it. The questions are those of the vectors, asked at all versions.

#![allow(clippy::unwrap_used, reason = "a test says what is wrong by failing")]

use std::collections::BTreeMap;
use std::io::Read as _;
use std::path::{Path, PathBuf};

use dualstack_conformance::service::ranges_of;
use dualstack_conformance::{rules, vectors};
use dualstack_core::admission::{
    Admission, Request, Service, ServiceCluster, ServiceMetadata, ServiceSpec, admit,
};
use dualstack_core::components::{Effect, FailedCheck, Flags, StartInput, forecast};
use dualstack_core::diagnostic::Component;
use dualstack_core::explain::explain;
use dualstack_core::kubernetes::Version;
use dualstack_core::net::IpFamily;
use dualstack_core::sources::{Text, check_texts};
use flate2::read::MultiGzDecoder;
use serde_json::Value;

/// Lines, each with what makes it another one: its words, without numbers and quoted values.
#[derive(Default)]
struct Lines(BTreeMap<String, String>);

impl Lines {
    fn add(&mut self, line: String) {
        let words = line
            .split('"')
            .step_by(2)
            .collect::<String>()
            .chars()
            .filter(|c| !c.is_ascii_digit() && !matches!(c, '.' | ':' | '/'))
            .collect();
        self.0.entry(words).or_insert(line);
    }

    fn add_check(&mut self, failed: &FailedCheck) {
        self.add(framed(failed));
        // People also paste the text alone.
        self.add(failed.text.clone());
    }

    #[track_caller]
    fn are_explained(self, at_least: usize) {
        assert!(self.0.len() >= at_least, "{}", self.0.len());
        let total = self.0.len();
        let unknown: Vec<String> = self
            .0
            .into_values()
            .filter(|line| explain(line, None).is_empty())
            .collect();
        assert!(
            unknown.is_empty(),
            "{} of {total} lines:\n{}",
            unknown.len(),
            unknown.join("\n")
        );
    }
}

/// A text with what the component's logger puts around it.
fn framed(failed: &FailedCheck) -> String {
    let head = |severity| format!("{severity}0711 10:00:00.100000       1 server.go:74] ");
    match (failed.component, failed.effect) {
        (Component::Kubeadm, Effect::Warning) => format!("{}{}", head('W'), failed.text),
        (_, Effect::Warning) => format!("{}{}", head('E'), failed.log_line().unwrap()),
        // These two are printed as they are.
        _ if matches!(failed.prefix, "Error: " | "error: ") => format!("{}{}", failed.prefix, failed.text),
        _ => {
            let text = format!("{}{}", failed.prefix, failed.text);
            format!("{}\"command failed\" err={text:?}", head('E'))
        }
    }
}

fn json(path: &Path) -> Value {
    serde_json::from_str(&std::fs::read_to_string(path).unwrap()).unwrap()
}

/// The files of that name below a folder of the vectors.
fn files(folder: &str, name: &str) -> Vec<PathBuf> {
    let mut found: Vec<PathBuf> = std::fs::read_dir(vectors().join(folder))
        .unwrap()
        .map(|entry| entry.unwrap().path().join(name))
        .filter(|path| path.is_file())
        .collect();
    found.sort_unstable();
    found
}

fn arguments(case: &Value, key: &str) -> Vec<String> {
    let entries = case[key].as_array().into_iter().flatten();
    entries.filter_map(Value::as_str).map(str::to_owned).collect()
}

#[test]
fn texts_of_starts_are_explained() {
    let mut questions: Vec<(Component, Vec<String>)> = Vec::new();
    for path in files("flags", "flags.json") {
        let recording = json(&path);
        for component in [Component::KubeApiserver, Component::KubeProxy] {
            let cases = recording[component.as_str()].as_array().into_iter().flatten();
            questions.extend(cases.map(|case| (component, arguments(case, "flags"))));
        }
    }
    for path in files("nodeipam", "nodeipam.json") {
        for scenario in json(&path)["scenarios"].as_array().unwrap() {
            questions.push((Component::KubeControllerManager, arguments(scenario, "flags")));
        }
    }
    let one = |component, argument: &str| (component, vec![argument.to_owned()]);
    use Component::{KubeApiserver, KubeControllerManager, KubeProxy, Kubelet};
    questions.extend([
        one(KubeApiserver, "--cluster-cidr=10.244.0.0/16"),
        one(KubeApiserver, "--service-node-port-range=30000"),
        one(KubeApiserver, "--service-node-port-range=3000x"),
        one(KubeApiserver, "--service-node-port-range=30001-30000"),
        one(KubeApiserver, "--service-node-port-range=30000-70000"),
        one(KubeApiserver, "--kubernetes-service-node-port=x"),
        one(KubeApiserver, "--kubernetes-service-node-port=70000"),
        one(KubeApiserver, "--kubernetes-service-node-port=20000"),
        one(KubeControllerManager, "--cloud-provider=gce"),
        one(KubeControllerManager, "--allocate-node-cidrs=perhaps"),
        one(KubeControllerManager, "--node-cidr-mask-size-ipv4=x"),
        one(KubeControllerManager, "--node-cidr-mask-size-ipv4=99999999999"),
        one(KubeControllerManager, "--feature-gates=IPv6DualStack"),
        one(KubeControllerManager, "--feature-gates=IPv6DualStack=perhaps"),
        one(KubeControllerManager, "--feature-gates=NoSuchGate=true"),
        one(KubeControllerManager, "--feature-gates=IPv6DualStack=false"),
        one(KubeControllerManager, "--feature-gates=IPv6DualStack=true"),
        one(KubeProxy, "--feature-gates=KubeProxyIPVS=true"),
        one(KubeProxy, "--bind-address=x"),
        one(KubeProxy, "--healthz-bind-address=x"),
        one(KubeProxy, "--healthz-bind-address=x:1"),
        one(KubeProxy, "--healthz-bind-address=1::2:3"),
        one(KubeProxy, "--healthz-bind-address=10.0.0.1:0"),
        one(KubeProxy, "--healthz-bind-address=10.0.0.1:70000"),
        one(KubeProxy, "--iptables-masquerade-bit=32"),
        one(KubeProxy, "--iptables-masquerade-bit=x"),
        one(KubeProxy, "--conntrack-min=-1"),
        one(KubeProxy, "--conntrack-max-per-core=-1"),
        one(KubeProxy, "--oom-score-adj=2000"),
        one(KubeProxy, "--oom-score-adj=x"),
        one(KubeProxy, "--masquerade-all=x"),
        one(KubeProxy, "--detect-local-mode=BridgeInterface"),
        one(KubeProxy, "--nodeport-addresses=10.0.0.0/8"),
        one(KubeProxy, "--nodeport-addresses=fd00::/8"),
        one(KubeProxy, "--cluster-cidr=10.128.0.0/14"),
        one(KubeProxy, "--cluster-cidr=fd01::/48"),
        one(Kubelet, "--node-ip=10.0.0.1,10.0.0.2"),
        one(Kubelet, "--node-ip=10.0.0.1,fd00::1"),
        one(Kubelet, "--node-ip=0.0.0.0,::"),
        one(Kubelet, "--node-ip=127.0.0.1"),
        one(Kubelet, "--node-ip=fe80::1"),
        one(Kubelet, "--cluster-cidr=10.244.0.0/16"),
    ]);
    let mut lines = Lines::default();
    for version in Version::all() {
        for (component, arguments) in &questions {
            for from_config in [false, true] {
                for node in [IpFamily::IPv4, IpFamily::IPv6] {
                    let input = StartInput {
                        from_config,
                        node_families: vec![node],
                        ..Flags::from_args(arguments).into()
                    };
                    let failed = forecast(version, *component, &input);
                    failed.iter().for_each(|failed| lines.add_check(failed));
                    if *component != KubeProxy {
                        break;
                    }
                }
            }
        }
    }
    lines.are_explained(100);
}

#[test]
fn texts_about_kubeadm_files_are_explained() {
    let mut lines = Lines::default();
    let mut texts: Vec<String> = Vec::new();
    for path in files("kubeadm-files", "kubeadm-files.json") {
        for file in json(&path)["files"].as_array().unwrap() {
            texts.push(file["text"].as_str().unwrap().to_owned());
        }
    }
    let cluster = |api_version: &str, fields: &str| {
        format!("apiVersion: kubeadm.k8s.io/{api_version}\nkind: ClusterConfiguration\n{fields}\n")
    };
    for fields in [
        "kubernetesVersion: \"1.36 or so\"",
        "kubernetesVersion: v1.2.0",
        "controlPlaneEndpoint: a:b",
        "networking: {dualStack: true}",
        "scheduler: {extraArgs: [{value: x}]}",
        "networking: {podSubnet: x}",
        "networking: {podSubnet: \"10.244.0.0/16,10.245.0.0/16\"}",
        "networking: {podSubnet: 10.244.0.0/30}",
        "networking: {podSubnet: 10.244.0.0/25}",
        "networking: {podSubnet: \"fd00::/40\"}",
        "networking: {podSubnet: \"fec0::/56\"}",
        "networking: {serviceSubnet: 10.0.0.0/8}",
        "featureGates: {Banana: true}",
    ] {
        for api_version in ["v1beta1", "v1beta2", "v1beta3", "v1beta4", "v1beta9"] {
            texts.push(cluster(api_version, fields));
        }
    }
    for (address, rest) in [
        ("127.0.0.1", ""),
        ("x", ""),
        (
            "10.0.0.1",
            ", bindPort: 70000}\nnodeRegistration: {name: a_b, kubeletExtraArgs: [{value: x}]",
        ),
    ] {
        for api_version in ["v1beta2", "v1beta3", "v1beta4"] {
            texts.push(format!(
                "apiVersion: kubeadm.k8s.io/{api_version}\nkind: InitConfiguration\nlocalAPIEndpoint: {{advertiseAddress: \
                 {address}{rest}}}\n"
            ));
        }
    }
    for rest in [
        "",
        "discovery: {bootstrapToken: {token: x, apiServerEndpoint: a}, file: {kubeConfigPath: \"http://a\"}}",
        "discovery: {file: {kubeConfigPath: \"\"}}\nnodeRegistration: {criSocket: x, imagePullPolicy: x}",
        "controlPlane: {localAPIEndpoint: {bindPort: 70000}, certificateKey: x}\ncaCertPath: x",
        "controlPlane: {certificateKey: abc}",
        "controlPlane: {certificateKey: abcd, localAPIEndpoint: {advertiseAddress: 127.0.0.1}}",
        "nodeRegistration: {criSocket: \"tcp://x\"}\ncontrolPlane: {certificateKey: abcd}",
    ] {
        for api_version in ["v1beta2", "v1beta3", "v1beta4"] {
            texts.push(format!(
                "apiVersion: kubeadm.k8s.io/{api_version}\nkind: JoinConfiguration\n{rest}\n"
            ));
        }
    }
    for version in Version::all() {
        for text in &texts {
            let checked = check_texts(version, &[Text::pasted(text)]);
            for failed in checked.checks.iter().flat_map(|check| &check.failed_checks) {
                lines.add_check(failed);
            }
        }
    }
    lines.are_explained(60);
}

#[test]
fn texts_of_admissions_are_explained() {
    let mut lines = Lines::default();
    for cluster in ["v4", "v6", "v4v6", "v6v4"] {
        let ranges = ranges_of(cluster).unwrap();
        for path in files("service", &format!("{cluster}.jsonl.gz")) {
            let mut text = String::new();
            MultiGzDecoder::new(std::fs::File::open(&path).unwrap())
                .read_to_string(&mut text)
                .unwrap();
            // Neighbours differ in little: each version is asked its own part of them.
            for (index, line) in text.lines().enumerate() {
                let case: Value = serde_json::from_str(line).unwrap();
                let spec: ServiceSpec = serde_json::from_value(case["new"].clone()).unwrap();
                let old: Option<ServiceSpec> = serde_json::from_value(case["old"].clone()).unwrap();
                let service = Service {
                    metadata: ServiceMetadata {
                        name: "web".to_owned(),
                        ..ServiceMetadata::default()
                    },
                    spec,
                };
                let request = match old {
                    Some(old) => Request::Update {
                        old: Box::new(old),
                        old_metadata: None,
                        service,
                    },
                    None => Request::Create { service },
                };
                for version in
                    Version::all().filter(|version| usize::from(version.minor()) % 11 == index % 11)
                {
                    let answer = admit(&ServiceCluster::new(version, ranges), &request);
                    if let Admission::Refused { refusal, .. } = answer {
                        lines.add(format!("The Service \"web\" is invalid: {}", refusal.message));
                        for cause in &refusal.causes {
                            lines.add(format!("* {}: {}", cause.field, cause.message));
                        }
                    }
                }
            }
        }
    }
    lines.are_explained(200);
}

#[test]
fn texts_that_findings_show_are_explained() {
    let mut lines = Lines::default();
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("cases/rules");
    for cases in rules::read_all(&folder).unwrap().values() {
        for case in cases {
            for found in rules::findings(&case.plan, case) {
                let Some(text) = found.upstream else { continue };
                // Clouds and installers have loggers of their own.
                if found.component.as_str().starts_with("kube") {
                    lines.add(format!(
                        "Jul 11 10:00:00 node-1 {}[812]: E0711 10:00:00.100000     812 server.go:74] \"command failed\" \
                         err={text:?}",
                        found.component.as_str()
                    ));
                }
                lines.add(text);
            }
        }
    }
    lines.are_explained(100);
}
