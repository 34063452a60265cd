// What every exported file is held against. A new target is a row here, or none where its documents have one already;
// a file or a document without a row fails the suite.

import { crd, keys, schema } from "./tools.mjs";

/** The schema of the chart that a file of values is for: its comment says the release. */
const cilium = ({ text }) => schema(/# for Cilium 1\.1[0-8]\b/.test(text) ? "cilium-1.18.12.values.schema.json" : "cilium-1.20.0.values.schema.json");

/** Groups of the Kubernetes API itself; the version of the plan decides which kinds and fields there are. */
const KUBERNETES = /^(v1|(apps|policy|(admissionregistration|networking|rbac\.authorization)\.k8s\.io)\/v\w+) \w+$/;

/**
 * The first row that fits says who checks a file. `document` is held against "apiVersion kind" of a YAML or JSON
 * document, `file` against the path; what a row does not name may be anything. `by` names checkers of checkers.mjs.
 */
export const ROWS = [
    // Configuration of the components: these types are in no package, and not in the API that is published as OpenAPI.
    { document: /^kubeadm\.k8s\.io\/\S+ \w+Configuration$/, by: ["parsed"] },
    { document: /^kubelet\.config\.k8s\.io\/\S+ KubeletConfiguration$/, by: ["parsed"] },
    { document: /^kubeproxy\.config\.k8s\.io\/\S+ KubeProxyConfiguration$/, by: ["parsed"] },

    // A plan file holds Services as their author wrote them, whatever the plan's version makes of them.
    { file: /^plan-yaml\//, document: /^v1 Service$/, by: ["parsed"] },

    // The Kubernetes API.
    { file: /^calico-manifest\//, document: /^v1 ConfigMap$/, by: ["patch", "embedded"] },
    { file: /^(calico-manifest|kube-router)\//, document: /^apps\/v1 DaemonSet$/, by: ["patch"] },
    { document: /^admissionregistration\.k8s\.io\/\S+ (Validat|Mutat)ingAdmissionPolicy$/, by: ["kubernetes", "cel"] },
    { document: /^v1 ConfigMap$/, by: ["kubernetes", "embedded"] },
    { document: KUBERNETES, by: ["kubernetes"] },

    // Custom resources whose types a registry has, and what explains itself.
    { document: /^cilium\.io\/\S+ Cilium(LoadBalancer|Pod)IPPool$/, by: ["crd"] },
    { document: /^cluster\.x-k8s\.io\/v1beta2 Cluster$/, by: ["crd"] },
    {
        document: /^projectcalico\.org\/v3 IPPool$/,
        by: ["crd", "schema", "rules"],
        schema: crd("calico-ippools.crd.yaml"),
    },
    { document: /^operator\.tigera\.io\/v1 (Installation|APIServer)$/, by: ["crd"] },
    {
        document: /^metallb\.io\/v1beta1 IPAddressPool$/,
        by: ["crd", "schema"],
        schema: crd("metallb-ipaddresspools.crd.yaml"),
    },
    {
        document: /^metallb\.io\/v1beta1 L2Advertisement$/,
        by: ["crd", "schema"],
        schema: crd("metallb-l2advertisements.crd.yaml"),
    },
    { document: /^kyverno\.io\/v1 ClusterPolicy$/, by: ["crd"] },
    { document: /^policies\.kyverno\.io\/v1 ValidatingPolicy$/, by: ["crd", "cel"] },
    { document: /^templates\.gatekeeper\.sh\/v1 ConstraintTemplate$/, by: ["crd", "rego"] },
    { document: /^mutations\.gatekeeper\.sh\/v1 Assign$/, by: ["crd"] },
    { document: /^constraints\.gatekeeper\.sh\/\S+ \w+$/, by: ["constraint"] },
    { document: /^dualstack-planner\/v1 ClusterPlan$/, by: ["plan"] },

    // Custom resources and configuration files whose types no registry has.
    { document: /^policies\.kyverno\.io\/v1 MutatingPolicy$/, by: ["cel"] },
    {
        document: /^policies\.kubewarden\.io\/v1 ClusterAdmissionPolicy$/,
        by: ["parsed", "schema"],
        schema: crd("kubewarden-clusteradmissionpolicies.crd.yaml"),
    },
    { document: /^kind\.x-k8s\.io\/v1alpha4 Cluster$/, by: ["embedded"] },
    {
        document: /^controlplane\.cluster\.x-k8s\.io\/v1beta2 KubeadmControlPlane$/,
        by: ["parsed", "schema"],
        schema: crd("cluster-api-kubeadmcontrolplanes.crd.yaml"),
    },
    {
        document: /^bootstrap\.cluster\.x-k8s\.io\/v1beta2 KubeadmConfigTemplate$/,
        by: ["parsed", "schema"],
        schema: crd("cluster-api-kubeadmconfigtemplates.crd.yaml"),
    },
    {
        document: /^k0s\.k0sproject\.io\/v1beta1 ClusterConfig$/,
        by: ["parsed", "schema"],
        schema: crd("k0s-clusterconfigs.crd.yaml"),
    },
    {
        document: /^kops\.k8s\.io\/v1alpha2 Cluster$/,
        by: ["parsed", "schema"],
        schema: crd("kops-clusters.crd.yaml"),
    },
    {
        document: /^kops\.k8s\.io\/v1alpha2 InstanceGroup$/,
        by: ["parsed", "schema"],
        schema: crd("kops-instancegroups.crd.yaml"),
    },
    {
        document: /^eksctl\.io\/v1alpha5 ClusterConfig$/,
        by: ["parsed", "schema"],
        schema: schema("eksctl.schema.json"),
    },
    { document: /^helm\.cattle\.io\/v1 HelmChartConfig$/, by: ["parsed", "embedded"] },
    { document: /^kubeovn\.io\/v1 Subnet$/, by: ["parsed"] },
    { document: /^kustomize\.config\.k8s\.io\/v1beta1 Kustomization$/, by: ["parsed"] },
    // It deletes a document (`$patch`), which the schema of documents does not know.
    { file: /^talos\//, document: /^v1alpha1 KubeFlannelCNIConfig$/, by: ["parsed"] },
    {
        file: /^talos\//,
        document: /^v1alpha1 \w+$/,
        by: ["parsed", "schema"],
        schema: schema("talos.schema.json", { own: true, patch: true }),
    },

    // Files that are no Kubernetes objects.
    { file: /^cilium\/values.*\.yaml$/, document: /^ $/, by: ["parsed", "schema"], schema: cilium },
    ...[
        ["antrea", /^antrea\/values.*\.yaml$/],
        ["flannel", /^flannel\/values\.yaml$/],
        ["kube-ovn", /^kube-ovn\/values\.yaml$/],
        ["kube-ovn-v2", /^kube-ovn\/values-v2\.yaml$/],
        ["ovn-kubernetes", /^ovn-kubernetes\/values\.yaml$/],
    ].map(([chart, file]) => ({
        file,
        document: /^ $/,
        by: ["parsed", "schema"],
        schema: keys(`${chart}.values-keys.json`),
    })),
    {
        file: /^microshift\/.*\.yaml$/,
        document: /^ $/,
        by: ["parsed", "schema"],
        schema: schema("microshift.openapi.json", { patch: true }),
    },
    // The schema of Talos 1.14 does not have the fields that 1.13 keeps in the machine configuration.
    { file: /^(k3s|rke2|talos|ansible)\/.*\.ya?ml$/, document: /^ $/, by: ["parsed"] },
    { file: /^(canonical-kubernetes|kubespray|microk8s)\/.*\.ya?ml$/, document: /^ $/, by: ["parsed"] },
    { file: /^openshift\/install-config\.yaml$/, by: ["parsed"] },
    { file: /^plan-json\/addresses\.json$/, by: ["parsed"] },
    { file: /\.tfvars\.json$/, by: ["tfvars"] },
    { file: /\.tf$/, by: ["hcl"] },
    { file: /^systemd\/.*\.conf$/, by: ["systemd"] },
    { file: /^ip6tables\.sh$/, by: ["shell", "iptables"] },
    { file: /\.sh$/, by: ["shell"] },
    { file: /\.nft$/, by: ["nft"] },
    { file: /^sysctl\/.*\.conf$/, by: ["sysctl"] },
    { file: /^reverse-zones\/zones\.txt$/, by: ["zones"] },
    { file: /\.csv$/, by: ["csv"] },
    { file: /\.md$/, by: ["nothing"] },
    { file: /\.svg$/, by: ["svg"] },
];

/** The row of a file, or of a document in it. */
export function rowOf(path, document) {
    const name = document && `${document.apiVersion ?? ""} ${document.kind ?? ""}`;
    return ROWS.find(
        (row) =>
            (row.document === undefined || (name !== undefined && row.document.test(name))) &&
            (row.file === undefined || row.file.test(path)),
    );
}
