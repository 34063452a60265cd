// What every exported file is held against. A new target is a row here, or none where its documents have one already;
// a file or a document without a row fails the suite.

/** Groups of the Kubernetes API itself; the version of the plan decides which kinds and fields there are. */
const KUBERNETES =
    /^(v1|(apps|batch|policy|(admissionregistration|apiextensions|discovery|networking|rbac\.authorization|scheduling|storage)\.k8s\.io)\/v\w+) \w+$/;

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
    { file: /^plan-yaml\//, document: /^v1 Service$/, by: ["parsed"], later: true },

    // The Kubernetes API.
    { document: /^admissionregistration\.k8s\.io\/\S+ (Validat|Mutat)ingAdmissionPolicy$/, by: ["kubernetes", "cel"], later: true },
    { document: /^v1 ConfigMap$/, by: ["kubernetes", "embedded"] },
    { document: KUBERNETES, by: ["kubernetes"] },

    // Custom resources whose types a registry has.
    { document: /^cilium\.io\/\S+ Cilium(LoadBalancerIPPool|L2AnnouncementPolicy|PodIPPool|BGPAdvertisement)$/, by: ["crd"], later: true },
    { document: /^cluster\.x-k8s\.io\/v1beta[12] Cluster$/, by: ["crd"], later: true },
    { document: /^(crd\.)?projectcalico\.org\/\S+ (IPPool|FelixConfiguration|BGPConfiguration)$/, by: ["crd"], later: true },
    { document: /^operator\.tigera\.io\/v1 (Installation|APIServer)$/, by: ["crd"], later: true },
    { document: /^metallb\.io\/v1beta1 (IPAddressPool|L2Advertisement|BGPAdvertisement)$/, by: ["crd"], later: true },
    { document: /^kyverno\.io\/v1 (Cluster)?Policy$/, by: ["crd"], later: true },
    { document: /^policies\.kyverno\.io\/v1 ValidatingPolicy$/, by: ["crd", "cel"], later: true },
    { document: /^templates\.gatekeeper\.sh\/v1 ConstraintTemplate$/, by: ["crd", "rego", "cel"], later: true },
    { document: /^mutations\.gatekeeper\.sh\/v1 Assign$/, by: ["crd"], later: true },
    { document: /^constraints\.gatekeeper\.sh\/\S+ \w+$/, by: ["constraint"], later: true },
    { document: /^dualstack-planner\/v1 ClusterPlan$/, by: ["plan"], later: true },

    // Custom resources and configuration files whose types no registry has.
    { document: /^policies\.kyverno\.io\/v1 MutatingPolicy$/, by: ["cel"], later: true },
    { document: /^policies\.kubewarden\.io\/v1 (Cluster)?AdmissionPolicy$/, by: ["parsed"], later: true },
    { document: /^kubeovn\.io\/v1 \w+$/, by: ["parsed"], later: true },
    { document: /^kind\.x-k8s\.io\/v1alpha4 Cluster$/, by: ["embedded"], later: true },
    { document: /^helm\.cattle\.io\/v1 HelmChartConfig$/, by: ["embedded"], later: true },
    { document: /^(controlplane|infrastructure|bootstrap)\.cluster\.x-k8s\.io\/\S+ \w+$/, by: ["parsed"], later: true },
    { document: /^(k0s\.k0sproject\.io|kops\.k8s\.io|eksctl\.io)\/\S+ \w+$/, by: ["parsed"], later: true },
    { document: /^v1alpha1 \w+Config$/, by: ["parsed"], later: true },

    // Files that are no Kubernetes objects.
    { file: /^(k3s|rke2|talos|kubespray|openshift|microshift|cilium|antrea|ansible)\b.*\.ya?ml$/, by: ["parsed"], later: true },
    { file: /^plan-json\/addresses\.json$/, by: ["parsed"], later: true },
    { file: /\.tfvars\.json$/, by: ["tfvars"], later: true },
    { file: /^systemd\/.*\.conf$/, by: ["systemd"] },
    { file: /^ip6tables\.sh$/, by: ["shell", "iptables"], later: true },
    { file: /\.sh$/, by: ["shell"] },
    { file: /\.nft$/, by: ["nft"], later: true },
    { file: /^sysctl\/.*\.conf$/, by: ["sysctl"], later: true },
    { file: /\.tf$/, by: ["hcl"], later: true },
    { file: /^reverse-zones\/zones\.txt$/, by: ["zones"], later: true },
    { file: /\.csv$/, by: ["csv"], later: true },
    { file: /\.md$/, by: ["parsed"], later: true },
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
