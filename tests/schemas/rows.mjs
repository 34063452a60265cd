// What every exported file is held against. A new target is a row here, or none where its documents have one already;
// a file or a document without a row fails the suite.

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
    { document: /^projectcalico\.org\/v3 IPPool$/, by: ["crd"] },
    { document: /^operator\.tigera\.io\/v1 (Installation|APIServer)$/, by: ["crd"] },
    { document: /^metallb\.io\/v1beta1 (IPAddressPool|L2Advertisement)$/, by: ["crd"] },
    { document: /^kyverno\.io\/v1 ClusterPolicy$/, by: ["crd"] },
    { document: /^policies\.kyverno\.io\/v1 ValidatingPolicy$/, by: ["crd", "cel"] },
    { document: /^templates\.gatekeeper\.sh\/v1 ConstraintTemplate$/, by: ["crd", "rego"] },
    { document: /^mutations\.gatekeeper\.sh\/v1 Assign$/, by: ["crd"] },
    { document: /^constraints\.gatekeeper\.sh\/\S+ \w+$/, by: ["constraint"] },
    { document: /^dualstack-planner\/v1 ClusterPlan$/, by: ["plan"] },

    // Custom resources and configuration files whose types no registry has.
    { document: /^policies\.kyverno\.io\/v1 MutatingPolicy$/, by: ["cel"] },
    { document: /^policies\.kubewarden\.io\/v1 ClusterAdmissionPolicy$/, by: ["parsed"] },
    { document: /^kind\.x-k8s\.io\/v1alpha4 Cluster$/, by: ["embedded"] },
    { document: /^(bootstrap|controlplane|infrastructure)\.cluster\.x-k8s\.io\/\S+ \w+$/, by: ["parsed"] },
    { document: /^(k0s\.k0sproject\.io|kops\.k8s\.io|eksctl\.io)\/\S+ \w+$/, by: ["parsed"] },
    { document: /^kustomize\.config\.k8s\.io\/v1beta1 Kustomization$/, by: ["parsed"] },
    { file: /^talos\//, document: /^v1alpha1 \w+$/, by: ["parsed"] },

    // Files that are no Kubernetes objects.
    { file: /^(antrea|cilium|flannel|kube-ovn|ovn-kubernetes)\/values.*\.yaml$/, document: /^ $/, by: ["parsed"] },
    { file: /^(k3s|rke2|talos|ansible)\/.*\.ya?ml$/, document: /^ $/, by: ["parsed"] },
    { file: /^(canonical-kubernetes|kubespray|microk8s|microshift)\/.*\.ya?ml$/, document: /^ $/, by: ["parsed"] },
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
