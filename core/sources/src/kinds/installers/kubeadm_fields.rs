//! The fields of kubeadm's configuration.
//!
//! Models `cmd/kubeadm/app/apis/kubeadm/<version>/types.go`.

use serde_json::Value as Json;

/// A line for each object: its name, then its fields. A field in parentheses holds another object of this table, `*` is
/// whatever it may be. `<3` is a field up to v1beta2, `>3` one from v1beta3 on.
const FIELDS: &str = "\
ClusterConfiguration apiVersion kind etcd(Etcd) networking(Networking) kubernetesVersion controlPlaneEndpoint \
apiServer(ApiServer) controllerManager(Component) scheduler(Component) dns(Dns) proxy(Proxy)>4 certificatesDir \
imageRepository useHyperKubeImage<3 featureGates* clusterName encryptionAlgorithm>4 certificateValidityPeriod>4 \
caCertificateValidityPeriod>4
InitConfiguration apiVersion kind bootstrapTokens* dryRun>4 nodeRegistration(Node) localAPIEndpoint(Endpoint) \
certificateKey>2 skipPhases>3 patches(Patches)>3 timeouts*>4
JoinConfiguration apiVersion kind dryRun>4 nodeRegistration(Node) caCertPath discovery* controlPlane(ControlPlane) \
skipPhases>3 patches(Patches)>3 timeouts*>4
Etcd local(LocalEtcd) external(ExternalEtcd)
LocalEtcd imageRepository imageTag dataDir extraArgs* extraEnvs*>4 serverCertSANs peerCertSANs
ExternalEtcd endpoints caFile certFile keyFile httpEndpoints>4
Networking serviceSubnet podSubnet dnsDomain
ApiServer extraArgs* extraVolumes* extraEnvs*>4 certSANs timeoutForControlPlane<4
Component extraArgs* extraVolumes* extraEnvs*>4
Dns type<3 imageRepository imageTag disabled>4
Proxy disabled
Node name criSocket taints* kubeletExtraArgs* ignorePreflightErrors>2 imagePullPolicy>3 imagePullSerial>4
Endpoint advertiseAddress bindPort
Patches directory
ControlPlane localAPIEndpoint(Endpoint) certificateKey>2
";

struct FieldRow<'a> {
    name: &'a str,
    inside: Option<&'a str>,
}

fn fields(object: &str, generation: u8) -> Option<Vec<FieldRow<'static>>> {
    let line = FIELDS
        .lines()
        .find_map(|line| line.strip_prefix(object)?.strip_prefix(' '))?;
    let rows = line
        .split(' ')
        .filter(|word| !word.is_empty())
        .filter_map(|word| {
            let (word, known) = if let Some((word, since)) = word.split_once('>') {
                (word, generation >= since.parse().ok()?)
            } else if let Some((word, until)) = word.split_once('<') {
                (word, generation < until.parse().ok()?)
            } else {
                (word, true)
            };
            let (name, inside) = match word.split_once('(') {
                Some((name, inside)) => (name, Some(inside.trim_end_matches(')'))),
                None => (word.trim_end_matches('*'), None),
            };
            known.then_some(FieldRow { name, inside })
        });
    Some(rows.collect())
}

/// Returns the fields of a document that no configuration of its API version and kind has, each with its path.
pub(super) fn unknown(document: &Json) -> Vec<String> {
    let text = |key: &str| document.get(key).and_then(Json::as_str).unwrap_or_default();
    let name = text("apiVersion").rsplit('/').next().unwrap_or_default();
    let mut found = Vec::new();
    if let Some(generation) = name.strip_prefix("v1beta").and_then(|number| number.parse().ok()) {
        collect(document, text("kind"), generation, "", &mut found);
    }
    found
}

fn collect(value: &Json, object: &str, generation: u8, place: &str, found: &mut Vec<String>) {
    let (Some(known), Some(entries)) = (fields(object, generation), value.as_object()) else {
        return;
    };
    for (key, value) in entries {
        let path = if place.is_empty() {
            key.clone()
        } else {
            format!("{place}.{key}")
        };
        // encoding/json takes field names in any case; the strict decoder does not, and says so.
        match known.iter().find(|field| field.name == key) {
            Some(FieldRow {
                inside: Some(inside), ..
            }) => collect(value, inside, generation, &path, found),
            Some(_) => {}
            None => found.push(path),
        }
    }
}
