//! Reading of pasted text: the components in it and their configuration. It reads command lines, systemd units, Pod
//! manifests, and the configuration files of kubelet, kube-proxy and kubeadm.

use serde::Serialize;
use serde_json::Value;

use super::kubeadm::KubeadmConfiguration;
use super::registry::StartInput;
use super::start::StartUpCheck;
use crate::diagnostic::Component;
use crate::document;
use crate::go::flags::Flags;
use crate::kubernetes::Version;

/// A component found in a text.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "wasm", derive(tsify::Tsify))]
pub struct StartUp {
    /// The component.
    pub component: Component,
    /// The configuration with which the component is started.
    pub input: StartInput,
}

const BINARIES: [Component; 7] = [
    Component::KubeApiserver,
    Component::KubeControllerManager,
    Component::CloudControllerManager,
    Component::Kubelet,
    Component::KubeProxy,
    Component::KubeScheduler,
    Component::Kubeadm,
];

/// Returns every component found, in the order of the text.
///
/// ```
/// use dualstack_kubernetes::components::paste;
/// use dualstack_ground::diagnostic::Component;
/// let unit = "[Service]\nExecStart=/usr/bin/kube-proxy \\\n  --cluster-cidr=10.244.0.0/16\n";
/// let found = paste::read(unit);
/// assert_eq!(found[0].component, Component::KubeProxy);
/// assert_eq!(found[0].input.flags.get("cluster-cidr"), Some("10.244.0.0/16"));
/// ```
pub fn read(text: &str) -> Vec<StartUp> {
    let is_object = text.lines().any(|line| {
        let line = line.trim_start().trim_start_matches('"');
        line.starts_with("kind:") || line.starts_with("kind\":")
    }) || text.trim_start().starts_with('{');
    if is_object { objects(text) } else { commands(text) }
}

/// Returns the crash forecast for a pasted text: every component in it is checked as that version does it.
///
/// ```
/// use dualstack_kubernetes::components::paste;
/// let checks = paste::check("1.25".parse().unwrap(), "kubelet --feature-gates=IPv6DualStack=true");
/// assert_eq!(checks[0].failed_checks[0].text, "unrecognized feature gate: IPv6DualStack");
/// ```
pub fn check(version: Version, text: &str) -> Vec<StartUpCheck> {
    read(text)
        .into_iter()
        .map(|StartUp { component, input }| StartUpCheck::of(version, component, input))
        .collect()
}

// --- command lines and units ----------------------------------------------------------------------------------

fn commands(text: &str) -> Vec<StartUp> {
    let joined = text.replace("\\\r\n", " ").replace("\\\n", " ");
    let environment: Vec<(String, String)> = joined.lines().filter_map(environment_line).flatten().collect();
    let mut found: Vec<StartUp> = Vec::new();
    let mut loose: Vec<String> = Vec::new();
    for line in joined.lines() {
        let line = line.trim();
        if environment_line(line).is_some() {
            continue;
        }
        let command = line.strip_prefix("ExecStart=").map_or(line, |command| {
            command.trim_start_matches(['-', '@', ':', '+', '!'])
        });
        let words = expand(words(command), &environment);
        for command in words.split(|word| matches!(word.as_str(), "&&" | ";" | "|" | "||")) {
            match command.iter().position(|word| binary(word).is_some()) {
                Some(at) => {
                    let (name, arguments) = command.split_at(at.saturating_add(1));
                    if let Some(component) = name.last().and_then(|word| binary(word)) {
                        found.extend(start_up(component, arguments));
                    }
                }
                None => loose.extend(command.iter().filter(|word| is_argument(word)).cloned()),
            }
        }
    }
    if found.is_empty() && !loose.is_empty() {
        let flags = Flags::from_args(
            loose
                .iter()
                .map(|word| word.trim_start_matches(['-', ' ']))
                .map(|f| format!("--{f}")),
        );
        found.extend(guess(&flags).map(|component| StartUp {
            component,
            input: flags.into(),
        }));
    }
    found
}

/// Returns whether a word is an argument and not a program: `--x=y`, or `- --x=y` of a manifest.
fn is_argument(word: &str) -> bool {
    word.starts_with("--") && word.len() > 2
}

/// Reads `Environment="NAME=value" …` of a unit, or `NAME="--flags"` of an environment file. `None` for other lines.
fn environment_line(line: &str) -> Option<Vec<(String, String)>> {
    let line = line.trim();
    let assignments = match line.strip_prefix("Environment=") {
        Some(rest) => rest,
        None => {
            let (name, value) = line.split_once('=')?;
            let plain = !name.is_empty()
                && name
                    .bytes()
                    .all(|c| c.is_ascii_uppercase() || c.is_ascii_digit() || c == b'_');
            if !plain || value.trim_start_matches(['"', '\'']).is_empty() {
                return None;
            }
            line
        }
    };
    let pairs: Vec<(String, String)> = words(assignments)
        .iter()
        .filter_map(|word| word.split_once('='))
        .filter(|(name, _)| !name.starts_with('-'))
        .map(|(name, value)| (name.to_owned(), value.to_owned()))
        .collect();
    (!pairs.is_empty()).then_some(pairs)
}

/// Expands `$NAME` and `${NAME}` as whole words, as systemd does.
fn expand(words: Vec<String>, environment: &[(String, String)]) -> Vec<String> {
    words
        .into_iter()
        .flat_map(|word| {
            let name = word
                .strip_prefix("${")
                .and_then(|rest| rest.strip_suffix('}'))
                .or_else(|| word.strip_prefix('$'));
            let value = name.and_then(|name| environment.iter().rev().find(|(given, _)| given == name));
            match (name, value) {
                (Some(_), Some((_, value))) => self::words(value),
                (Some(_), None) => Vec::new(),
                (None, _) => vec![word],
            }
        })
        .collect()
}

/// Splits a text into words like a shell: blanks, both quotes, backslashes.
pub fn words(text: &str) -> Vec<String> {
    let mut words = Vec::new();
    let mut word: Option<String> = None;
    let mut quote = None;
    let mut chars = text.chars();
    while let Some(c) = chars.next() {
        match (quote, c) {
            (None, '"' | '\'') => {
                quote = Some(c);
                word.get_or_insert_default();
            }
            (Some(open), c) if open == c => quote = None,
            (None | Some('"'), '\\') => {
                if let Some(next) = chars.next() {
                    word.get_or_insert_default().push(next);
                }
            }
            (None, c) if c.is_whitespace() => words.extend(word.take()),
            (_, c) => word.get_or_insert_default().push(c),
        }
    }
    words.extend(word);
    words
}

fn binary(word: &str) -> Option<Component> {
    let name = word.rsplit('/').next().unwrap_or(word);
    BINARIES.into_iter().find(|component| component.as_str() == name)
}

fn start_up(component: Component, arguments: &[String]) -> Option<StartUp> {
    let flags = Flags::from_args(arguments);
    if component != Component::Kubeadm {
        return Some(StartUp {
            component,
            input: flags.into(),
        });
    }
    let text = |name| flags.get(name).unwrap_or_default().to_owned();
    let feature_gates: Vec<(String, bool)> = flags
        .all("feature-gates")
        .flat_map(|value| value.split(','))
        .filter_map(|pair| pair.split_once('='))
        .filter_map(|(name, on)| Some((name.to_owned(), crate::go::strconv::parse_bool(on)?)))
        .collect();
    let relevant = [
        "pod-network-cidr",
        "service-cidr",
        "feature-gates",
        "service-dns-domain",
    ];
    if !relevant.iter().any(|name| flags.get(name).is_some()) {
        return None;
    }
    let configuration = KubeadmConfiguration {
        pod_subnet: text("pod-network-cidr"),
        service_subnet: text("service-cidr"),
        dns_domain: flags.get("service-dns-domain").map(str::to_owned),
        feature_gates,
        advertise_address: flags.get("apiserver-advertise-address").map(str::to_owned),
        ..KubeadmConfiguration::default()
    };
    Some(StartUp {
        component,
        input: configuration.into(),
    })
}

/// Returns the component that knows most of the flags. `None` if no component knows one.
fn guess(flags: &Flags) -> Option<Component> {
    let known = |component: Component| {
        flags
            .iter()
            .filter(|flag| crate::kubernetes::facts::ever_known(component, &format!("--{}", flag.name)))
            .count()
    };
    BINARIES
        .into_iter()
        .rev()
        .max_by_key(|component| known(*component))
        .filter(|component| known(*component) > 0)
}

// --- YAML and JSON ---------------------------------------------------------------------------------------------

fn objects(text: &str) -> Vec<StartUp> {
    let stream = document::read(text);
    let values: Vec<Value> = stream
        .documents
        .iter()
        .map(|document| document::to_json(document.root()))
        .collect();
    let mut found = Vec::new();
    let mut kubeadm: Option<KubeadmConfiguration> = None;
    for value in &values {
        object(value, &mut found, &mut kubeadm);
    }
    if let Some(configuration) = kubeadm {
        found.push(StartUp {
            component: Component::Kubeadm,
            input: configuration.into(),
        });
    }
    found
}

fn string(value: &Value, pointer: &str) -> Option<String> {
    match value.pointer(pointer)? {
        Value::String(text) => Some(text.clone()),
        Value::Number(number) => Some(number.to_string()),
        Value::Bool(on) => Some(on.to_string()),
        _ => None,
    }
}

fn list<'a>(value: &'a Value, pointer: &str) -> &'a [Value] {
    value
        .pointer(pointer)
        .and_then(Value::as_array)
        .map_or(&[], Vec::as_slice)
}

fn object(value: &Value, found: &mut Vec<StartUp>, kubeadm: &mut Option<KubeadmConfiguration>) {
    match value.get("kind").and_then(Value::as_str).unwrap_or_default() {
        "Pod" => containers(list(value, "/spec/containers"), found),
        "DaemonSet" | "Deployment" | "StatefulSet" => {
            containers(list(value, "/spec/template/spec/containers"), found);
        }
        "List" => {
            for item in list(value, "/items") {
                object(item, found, kubeadm);
            }
        }
        "ConfigMap" => {
            let texts = value.get("data").and_then(Value::as_object).into_iter().flatten();
            for text in texts
                .filter_map(|(_, text)| text.as_str())
                .filter(|text| text.contains("kind:"))
            {
                found.extend(objects(text));
            }
        }
        "KubeletConfiguration" => found.push(config(
            Component::Kubelet,
            value,
            &[
                ("/clusterDomain", "cluster-domain"),
                ("/maxPods", "max-pods"),
                ("/address", "address"),
                ("/podCIDR", "pod-cidr"),
            ],
            &[("/clusterDNS", "cluster-dns")],
        )),
        "KubeProxyConfiguration" => found.push(config(
            Component::KubeProxy,
            value,
            &[
                ("/mode", "proxy-mode"),
                ("/clusterCIDR", "cluster-cidr"),
                ("/bindAddress", "bind-address"),
                ("/detectLocalMode", "detect-local-mode"),
                ("/detectLocal/bridgeInterface", "pod-bridge-interface"),
                ("/detectLocal/interfaceNamePrefix", "pod-interface-name-prefix"),
            ],
            &[
                ("/nodePortAddresses", "nodeport-addresses"),
                ("/ipvs/excludeCIDRs", "ipvs-exclude-cidrs"),
            ],
        )),
        "ClusterConfiguration" => {
            let given = kubeadm.get_or_insert_default();
            given.api_version = string(value, "/apiVersion");
            given.pod_subnet = string(value, "/networking/podSubnet").unwrap_or_default();
            given.service_subnet = string(value, "/networking/serviceSubnet").unwrap_or_default();
            given.dns_domain = string(value, "/networking/dnsDomain");
            given.feature_gates = gates(value);
            given.controller_manager_args = arguments(value.pointer("/controllerManager/extraArgs"));
        }
        "InitConfiguration" | "JoinConfiguration" => {
            if let Some(address) = string(value, "/localAPIEndpoint/advertiseAddress") {
                kubeadm.get_or_insert_default().advertise_address = Some(address);
            }
            let flags = arguments(value.pointer("/nodeRegistration/kubeletExtraArgs"));
            if !flags.is_empty() {
                found.push(StartUp {
                    component: Component::Kubelet,
                    input: flags.into(),
                });
            }
        }
        _ => {}
    }
}

fn containers(containers: &[Value], found: &mut Vec<StartUp>) {
    for container in containers {
        let words: Vec<String> = ["/command", "/args"]
            .iter()
            .flat_map(|pointer| list(container, pointer))
            .filter_map(Value::as_str)
            .flat_map(|text| {
                // `sh -c "kube-proxy --…"` is one word.
                if text.starts_with('-') {
                    vec![text.to_owned()]
                } else {
                    words(text)
                }
            })
            .collect();
        if let Some(at) = words.iter().position(|word| binary(word).is_some()) {
            let (name, rest) = words.split_at(at.saturating_add(1));
            if let Some(component) = name.last().and_then(|word| binary(word)) {
                found.extend(start_up(component, rest));
            }
        }
    }
}

fn gates(value: &Value) -> Vec<(String, bool)> {
    value
        .get("featureGates")
        .and_then(Value::as_object)
        .into_iter()
        .flatten()
        .filter_map(|(name, on)| Some((name.clone(), on.as_bool()?)))
        .collect()
}

fn config(component: Component, value: &Value, fields: &[(&str, &str)], lists: &[(&str, &str)]) -> StartUp {
    let mut flags = Flags::new();
    let gates: Vec<String> = gates(value)
        .into_iter()
        .map(|(name, on)| format!("{name}={on}"))
        .collect();
    if !gates.is_empty() {
        flags.push("feature-gates", gates.join(","));
    }
    for (pointer, flag) in fields {
        // An empty field counts as absent.
        if let Some(text) = string(value, pointer).filter(|text| !text.is_empty()) {
            flags.push(flag, text);
        }
    }
    for (pointer, flag) in lists {
        let entries: Vec<&str> = list(value, pointer).iter().filter_map(Value::as_str).collect();
        if !entries.is_empty() {
            flags.push(flag, entries.join(","));
        }
    }
    StartUp {
        component,
        input: StartInput {
            from_config: true,
            ..flags.into()
        },
    }
}

/// Reads arguments from a map, or from the list of `{name, value}` of v1beta4.
fn arguments(value: Option<&Value>) -> Flags {
    let mut flags = Flags::new();
    match value {
        Some(Value::Object(map)) => {
            for (name, value) in map {
                if let Some(text) = value.as_str() {
                    flags.push(name, text);
                }
            }
        }
        Some(Value::Array(entries)) => {
            for entry in entries {
                if let (Some(name), Some(value)) = (string(entry, "/name"), string(entry, "/value")) {
                    flags.push(&name, value);
                }
            }
        }
        _ => {}
    }
    flags
}

#[cfg(test)]
mod tests {
    use super::*;

    fn flags(found: &[StartUp], component: Component) -> Vec<(String, String)> {
        found
            .iter()
            .filter(|found| found.component == component)
            .flat_map(|found| found.input.flags.iter())
            .map(|flag| (flag.name.clone(), flag.value.clone()))
            .collect()
    }

    fn pair(name: &str, value: &str) -> (String, String) {
        (name.to_owned(), value.to_owned())
    }

    #[test]
    fn a_unit_with_environment() {
        let unit = r#"
[Service]
Environment="KUBELET_ARGS=--node-ip=192.168.1.11,fd00::11 --max-pods=250"
EnvironmentFile=-/etc/default/kubelet
ExecStart=/usr/bin/kubelet --config=/var/lib/kubelet/config.yaml \
  --cloud-provider external $KUBELET_ARGS $NOT_SET
"#;
        assert_eq!(
            flags(&read(unit), Component::Kubelet),
            [
                pair("config", "/var/lib/kubelet/config.yaml"),
                pair("cloud-provider", "external"),
                pair("node-ip", "192.168.1.11,fd00::11"),
                pair("max-pods", "250"),
            ]
        );
    }

    #[test]
    fn a_shell_command_with_quotes() {
        let found = read(
            "sudo kube-controller-manager --cluster-cidr '10.244.0.0/16,fd00::/56' --allocate-node-cidrs",
        );
        assert_eq!(
            flags(&found, Component::KubeControllerManager),
            [
                pair("cluster-cidr", "10.244.0.0/16,fd00::/56"),
                pair("allocate-node-cidrs", "true")
            ]
        );
    }

    #[test]
    fn arguments_without_a_program_are_guessed() {
        let found =
            read("    - --service-cluster-ip-range=10.96.0.0/16\n    - --advertise-address=192.168.1.5\n");
        assert_eq!(found[0].component, Component::KubeApiserver);
        assert_eq!(found[0].input.flags.get("advertise-address"), Some("192.168.1.5"));
        assert!(read("nothing of interest").is_empty());
    }

    #[test]
    fn a_static_pod() {
        let manifest = "
apiVersion: v1
kind: Pod
spec:
  containers:
  - name: kube-apiserver
    command:
    - kube-apiserver
    - --service-cluster-ip-range=10.96.0.0/16,fd00:10:96::/112
";
        assert_eq!(
            flags(&read(manifest), Component::KubeApiserver),
            [pair("service-cluster-ip-range", "10.96.0.0/16,fd00:10:96::/112")]
        );
    }

    #[test]
    fn configuration_files() {
        let text = "
apiVersion: kubeadm.k8s.io/v1beta4
kind: ClusterConfiguration
networking: {podSubnet: 10.244.0.0/16, serviceSubnet: 10.96.0.0/16}
controllerManager:
  extraArgs:
  - {name: node-cidr-mask-size-ipv4, value: \"25\"}
---
apiVersion: kubeadm.k8s.io/v1beta4
kind: InitConfiguration
localAPIEndpoint: {advertiseAddress: 192.168.1.11}
nodeRegistration:
  kubeletExtraArgs:
  - {name: node-ip, value: \"192.168.1.11,fd00::11\"}
---
apiVersion: kubeproxy.config.k8s.io/v1alpha1
kind: KubeProxyConfiguration
clusterCIDR: \"\"
mode: nftables
nodePortAddresses: [primary]
featureGates: {NFTablesProxyMode: true}
";
        let found = read(text);
        assert_eq!(
            flags(&found, Component::KubeProxy),
            [
                pair("feature-gates", "NFTablesProxyMode=true"),
                pair("proxy-mode", "nftables"),
                pair("nodeport-addresses", "primary"),
            ]
        );
        assert_eq!(
            flags(&found, Component::Kubelet),
            [pair("node-ip", "192.168.1.11,fd00::11")]
        );
        let kubeadm = found
            .iter()
            .find_map(|found| found.input.kubeadm.as_ref())
            .unwrap();
        assert_eq!(kubeadm.pod_subnet, "10.244.0.0/16");
        assert_eq!(kubeadm.advertise_address.as_deref(), Some("192.168.1.11"));
        assert_eq!(
            kubeadm.controller_manager_args.get("node-cidr-mask-size-ipv4"),
            Some("25")
        );
    }

    proptest::proptest! {
        #[test]
        fn no_text_is_too_odd(
            lines in proptest::collection::vec(
                "(ExecStart=|Environment=|kind: Pod|- |kubelet |kube-proxy |kubeadm |--[a-z-]{0,9}|[=\"'\\\\${}: a-zA-Z]){0,8}",
                0..6,
            )
        ) {
            for found in read(&lines.join("\n")) {
                let version = crate::kubernetes::Version::NEWEST;
                let _ = crate::components::forecast(version, found.component, &found.input);
            }
        }
    }

    #[test]
    fn a_kubeadm_command_line() {
        let found = read("kubeadm init --pod-network-cidr=10.244.0.0/16 --feature-gates IPv6DualStack=true");
        let kubeadm = found[0].input.kubeadm.as_ref().unwrap();
        assert_eq!(kubeadm.feature_gates, [("IPv6DualStack".to_owned(), true)]);
    }
}
