//! The fields of the configuration files of kubelet, kube-proxy and kubeadm, with the versions that have them, and what a
//! component says of a file with other ones.
//!
//! Models `config/v1beta1/types.go` of k8s.io/kubelet and `config/v1alpha1/types.go` of k8s.io/kube-proxy, v0.16 to v0.36;
//! `pkg/kubelet/kubeletconfig/util/codec/codec.go`, and `loadConfig` of `cmd/kube-proxy/app`: a field that is unknown is
//! logged and ignored, and a value of another type ends the start. kubeadm's are those of
//! `cmd/kubeadm/app/apis/kubeadm/<version>/types.go`.

use serde_json::Value as Json;

use super::version::Version;
use crate::go::quote::quoted;

/// A line for each type: its name, then its fields. `:` is followed by the Go type of a value, a field in parentheses holds
/// another type of this table, `*` is whatever it may be. `>19` is a field from number 19 on, `<26` one up to 25. What is
/// numbered are the minor versions of Kubernetes, or the generations of an API.
struct Table(&'static str);

/// kubelet and kube-proxy, by minor version.
const COMPONENTS: Table = Table("\
KubeletConfiguration apiVersion:string kind:string staticPodPath:string syncFrequency* fileCheckFrequency* \
httpCheckFrequency* staticPodURL:string staticPodURLHeader* address:string port:int32 readOnlyPort:int32 \
tlsCertFile:string tlsPrivateKeyFile:string tlsCipherSuites:[]string tlsMinVersion:string \
rotateCertificates:bool serverTLSBootstrap:bool authentication(KubeletAuthentication) \
authorization(KubeletAuthorization) registryPullQPS:int32 registryBurst:int32 eventRecordQPS:int32 \
eventBurst:int32 enableDebuggingHandlers:bool enableContentionProfiling:bool healthzPort:int32 \
healthzBindAddress:string oomScoreAdj:int32 clusterDomain:string clusterDNS:[]string \
streamingConnectionIdleTimeout* nodeStatusUpdateFrequency* nodeStatusReportFrequency* \
nodeLeaseDurationSeconds:int32 imageMinimumGCAge* imageGCHighThresholdPercent:int32 \
imageGCLowThresholdPercent:int32 volumeStatsAggPeriod* kubeletCgroups:string systemCgroups:string \
cgroupRoot:string cgroupsPerQOS:bool cgroupDriver:string cpuManagerPolicy:string cpuManagerReconcilePeriod* \
topologyManagerPolicy:string qosReserved:map[string]string runtimeRequestTimeout* hairpinMode:string \
maxPods:int32 podCIDR:string podPidsLimit:int64 resolvConf:string cpuCFSQuota:bool cpuCFSQuotaPeriod* \
maxOpenFiles:int64 contentType:string kubeAPIQPS:int32 kubeAPIBurst:int32 serializeImagePulls:bool \
evictionHard:map[string]string evictionSoft:map[string]string evictionSoftGracePeriod:map[string]string \
evictionPressureTransitionPeriod* evictionMaxPodGracePeriod:int32 evictionMinimumReclaim:map[string]string \
podsPerCore:int32 enableControllerAttachDetach:bool protectKernelDefaults:bool makeIPTablesUtilChains:bool \
iptablesMasqueradeBit:int32 iptablesDropBit:int32 featureGates:map[string]bool failSwapOn:bool \
containerLogMaxSize:string containerLogMaxFiles:int32 configMapAndSecretChangeDetectionStrategy* \
systemReserved:map[string]string kubeReserved:map[string]string systemReservedCgroup:string \
kubeReservedCgroup:string enforceNodeAllocatable:[]string allowedUnsafeSysctls:[]string \
reservedSystemCPUs:string>17 showHiddenMetricsForVersion:string>18 enableServer:bool>19 runOnce:bool>19 \
nodeStatusMaxImages:int32>19 volumePluginDir:string>19 providerID:string>19 kernelMemcgNotification:bool>19 \
logging*>19 enableSystemLogHandler:bool>19 topologyManagerScope:string>20 shutdownGracePeriod*>20 \
shutdownGracePeriodCriticalPods*>20 memoryManagerPolicy:string>21 reservedMemory*>21 \
enableProfilingHandler:bool>21 enableDebugFlagsHandler:bool>21 cpuManagerPolicyOptions:map[string]string>22 \
memorySwap(MemorySwapConfiguration)>22 seccompDefault:bool>22 memoryThrottlingFactor:float64>22 \
shutdownGracePeriodByPodPriority*>23 registerWithTaints*>23 registerNode:bool>23 tracing*>25 \
localStorageCapacityIsolation:bool>25 topologyManagerPolicyOptions:map[string]string>26 \
maxParallelImagePulls:int32>27 enableSystemLogQuery:bool>27 containerRuntimeEndpoint:string>27 \
imageServiceEndpoint:string>27 imageMaximumGCAge*>29 podLogsDir:string>30 containerLogMaxWorkers:int32>30 \
containerLogMonitorInterval*>30 failCgroupV1:bool>31 singleProcessOOMKill:bool>32 \
crashLoopBackOff(CrashLoopBackOffConfig)>32 imagePullCredentialsVerificationPolicy*>33 \
preloadedImagesVerificationAllowlist:[]string>33 mergeDefaultEvictionSettings:bool>33 \
userNamespaces(UserNamespaces)>33 tlsCurvePreferences*>36 memoryReservationPolicy*>36 \
defaultPodSysctls:map[string]string>37
KubeletAuthentication x509(KubeletX509Authentication) webhook(KubeletWebhookAuthentication) \
anonymous(KubeletAnonymousAuthentication)
KubeletX509Authentication clientCAFile:string
KubeletWebhookAuthentication enabled:bool cacheTTL*
KubeletAnonymousAuthentication enabled:bool
KubeletAuthorization mode* webhook(KubeletWebhookAuthorization)
KubeletWebhookAuthorization cacheAuthorizedTTL* cacheUnauthorizedTTL*
MemorySwapConfiguration swapBehavior:string>22
CrashLoopBackOffConfig maxContainerRestartPeriod*>32
UserNamespaces idsPerPod:int64>33
KubeProxyConfiguration apiVersion:string kind:string featureGates:map[string]bool bindAddress:string \
healthzBindAddress:string metricsBindAddress:string enableProfiling:bool clusterCIDR:string \
hostnameOverride:string clientConnection* iptables(KubeProxyIPTablesConfiguration) \
ipvs(KubeProxyIPVSConfiguration) oomScoreAdj:int32 mode:v1alpha1.ProxyMode portRange:string udpIdleTimeout*<26 \
conntrack(KubeProxyConntrackConfiguration) configSyncPeriod* nodePortAddresses:[]string \
winkernel(KubeProxyWinkernelConfiguration) showHiddenMetricsForVersion:string>18 \
detectLocalMode:v1alpha1.LocalMode>18 bindAddressHardFail:bool>19 detectLocal(DetectLocalConfiguration)>24 \
logging*>28 nftables(KubeProxyNFTablesConfiguration)>29 windowsRunAsService:bool>31
KubeProxyIPTablesConfiguration masqueradeBit:int32 masqueradeAll:bool syncPeriod* minSyncPeriod* \
localhostNodePorts:bool>26
KubeProxyIPVSConfiguration syncPeriod* minSyncPeriod* scheduler:string excludeCIDRs:[]string strictARP:bool \
tcpTimeout*>18 tcpFinTimeout*>18 udpTimeout*>18
KubeProxyNFTablesConfiguration masqueradeBit:int32>29 masqueradeAll:bool>29 syncPeriod*>29 minSyncPeriod*>29
KubeProxyConntrackConfiguration maxPerCore:int32 min:int32 tcpEstablishedTimeout* tcpCloseWaitTimeout* \
tcpBeLiberal:bool>29 udpTimeout*>29 udpStreamTimeout*>29
KubeProxyWinkernelConfiguration networkName:string sourceVip:string enableDSR:bool rootHnsEndpointName:string>24 \
forwardHealthCheckVip:bool>24
DetectLocalConfiguration bridgeInterface:string>24 interfaceNamePrefix:string>24
");

/// kubeadm, by API version: 3 is `v1beta3`.
const KUBEADM: Table = Table("\
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
");

/// What is wrong with the fields of a configuration.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct FieldFaults {
    /// Fields that the version does not have, each with its path.
    pub unknown: Vec<String>,
    /// What Go's decoder says of the first value of another type.
    pub mistyped: Option<String>,
}

struct Field {
    name: &'static str,
    go_type: &'static str,
    inside: Option<&'static str>,
}

impl Table {
    /// Returns the fields that a type has at a number. `None` if the table does not have the type.
    fn fields(&self, name: &str, number: u8) -> Option<Vec<Field>> {
        let line = self
            .0
            .lines()
            .find_map(|line| line.strip_prefix(name)?.strip_prefix(' '))?;
        let rows = line
            .split(' ')
            .filter(|word| !word.is_empty())
            .filter_map(|word| {
                let (word, until) = word.split_once('<').unwrap_or((word, "255"));
                let (word, since) = word.split_once('>').unwrap_or((word, "0"));
                let (since, until): (u8, u8) = (since.parse().ok()?, until.parse().ok()?);
                let (word, inside) = match word.split_once('(') {
                    Some((word, inside)) => (word, Some(inside.trim_end_matches(')'))),
                    None => (word, None),
                };
                let (name, go_type) = word.split_once(':').unwrap_or((word.trim_end_matches('*'), ""));
                (since..until).contains(&number).then_some(Field {
                    name,
                    go_type,
                    inside,
                })
            });
        Some(rows.collect())
    }

    fn faults(&self, name: &str, configuration: &Json, number: u8) -> FieldFaults {
        let mut faults = FieldFaults::default();
        self.collect(configuration, name, number, "", &mut faults);
        faults
    }

    fn collect(&self, value: &Json, name: &str, number: u8, place: &str, faults: &mut FieldFaults) {
        let (Some(known), Some(entries)) = (self.fields(name, number), value.as_object()) else {
            return;
        };
        for (key, value) in entries {
            let path = match place {
                "" => key.clone(),
                place => format!("{place}.{key}"),
            };
            // encoding/json takes field names in any case; the strict decoder does not, and says so.
            let Some(field) = known.iter().find(|field| field.name == key) else {
                faults.unknown.push(path);
                continue;
            };
            let mistyped = match field.inside {
                Some(inside) if value.is_object() => {
                    self.collect(value, inside, number, &path, faults);
                    None
                }
                Some(_) => None,
                None => mismatch(value, field.go_type),
            };
            if let (Some((found, wanted)), None) = (mistyped, &faults.mistyped) {
                faults.mistyped = Some(format!(
                    "json: cannot unmarshal {found} into Go struct field {name}.{path} of type {wanted}"
                ));
            }
        }
    }
}

/// Returns what a component of that version finds wrong with the fields of its configuration. Nothing for a kind that is no
/// such configuration.
///
/// ```
/// use dualstack_kubernetes::kubernetes::field_faults;
/// let file = serde_json::json!({"kind": "KubeProxyConfiguration", "clusterCidr": "10.244.0.0/16", "mode": 1});
/// let faults = field_faults("KubeProxyConfiguration", &file, "1.33".parse().unwrap());
/// assert_eq!(faults.unknown, ["clusterCidr"]);
/// assert_eq!(
///     faults.mistyped.unwrap(),
///     "json: cannot unmarshal number into Go struct field KubeProxyConfiguration.mode of type v1alpha1.ProxyMode"
/// );
/// ```
pub fn field_faults(kind: &str, configuration: &Json, version: Version) -> FieldFaults {
    COMPONENTS.faults(kind, configuration, version.minor())
}

/// Returns the fields of a document of kubeadm that no configuration of its API version and kind has, each with its path.
pub fn unknown_kubeadm_fields(document: &Json) -> Vec<String> {
    let text = |key: &str| document.get(key).and_then(Json::as_str).unwrap_or_default();
    let name = text("apiVersion").rsplit('/').next().unwrap_or_default();
    match name.strip_prefix("v1beta").and_then(|number| number.parse().ok()) {
        Some(generation) => KUBEADM.faults(text("kind"), document, generation).unknown,
        None => Vec::new(),
    }
}

/// Returns what a value is and what it should be. `None` if Go takes it.
fn mismatch(value: &Json, go_type: &'static str) -> Option<(&'static str, &'static str)> {
    let element = match go_type {
        "[]string" | "map[string]string" => "string",
        "map[string]bool" => "bool",
        _ => "",
    };
    match value {
        Json::Array(items) if go_type.starts_with('[') => {
            return items.iter().find_map(|item| mismatch(item, element));
        }
        Json::Object(members) if go_type.starts_with("map") => {
            return members.values().find_map(|member| mismatch(member, element));
        }
        _ => {}
    }
    let found = match value {
        Json::Null => return None,
        Json::Bool(_) => "bool",
        Json::Number(_) => "number",
        Json::String(_) => "string",
        Json::Array(_) => "array",
        Json::Object(_) => "object",
    };
    let takes = match go_type {
        "" => return None,
        "bool" => "bool",
        "int32" | "int64" | "float64" => "number",
        "[]string" => "array",
        "map[string]string" | "map[string]bool" => "object",
        _ => "string",
    };
    (found != takes).then_some((found, go_type))
}

/// Returns what the strict decoder says of fields that are unknown.
pub fn strict_error<'a>(unknown: impl IntoIterator<Item = &'a String>) -> String {
    let all: Vec<String> = unknown
        .into_iter()
        .map(|path| format!("unknown field {}", quoted(path)))
        .collect();
    format!("strict decoding error: {}", all.join(", "))
}
