//! Who prints a rule's text, where that is not the component that the rule is about.

const APISERVER: &str = "kube-apiserver";
const CONTROLLER_MANAGER: &str = "kube-controller-manager";
const KUBEADM: &str = "kubeadm";
const KUBELET: &str = "kubelet";
const KUBE_PROXY: &str = "kube-proxy";
const CALICO: &str = "Calico";
const CILIUM: &str = "Cilium";
const FLANNEL: &str = "flannel";
const K3S: &str = "K3s";
const METALLB: &str = "MetalLB";
const AWS: &str = "AWS";
const AZURE: &str = "Azure";
const GOOGLE: &str = "Google Cloud";
const OPENSHIFT: &str = "OpenShift";
const KUBECTL: &str = "kubectl";
const IP_MASQ_AGENT: &str = "ip-masq-agent";
const OVN: &str = "OVN-Kubernetes";

/// The beginning of a text, and who prints it.
const PRINTERS: &[(&str, &str)] = &[
    ("IPPool CIDR is not strictly masked", CALICO),
    ("--service-cluster-ip-range", APISERVER),
    ("expected one (IPv4 or IPv6) CIDR or two CIDRs", KUBEADM),
    ("the subnet %s{range} contains IPv6 site-local addresses", KUBEADM),
    ("cluster subnet %q{range} overlaps built-in join", OVN),
    ("Invalid IPCidrRange: ", GOOGLE),
    ("Pod secondary range name", GOOGLE),
    ("pod subnet mask (", KUBEADM),
    ("the size of pod subnet with mask", KUBEADM),
    ("no IP addresses available in range set", "host-local"),
    ("specified service subnet is too large", KUBEADM),
    ("subnet with %d{addresses} address(es) is too small", KUBEADM),
    ("subnet is too small", KUBEADM),
    ("pool size is too small", CALICO),
    ("subnet %q{", FLANNEL),
    ("failed to acquire lease: node", FLANNEL),
    ("open /run/flannel/subnet.env", FLANNEL),
    ("IPPool %s{pool} is not within", CALICO),
    ("Bad IP address %q{address}", CALICO),
    ("required %s{family} PodCIDR not available", CILIUM),
    ("source and destination ip are not the same", CILIUM),
    ("IPIPMode other than", CALICO),
    ("VXLANMode other than", CALICO),
    ("IPIP is not supported on an IPv6", CALICO),
    ("flannel CNI and network policy enforcement", K3S),
    ("route to destination %s{address} contains gateway", CILIUM),
    ("Unsupported protocol for NAT masquerade", CILIUM),
    ("the daemon can only accept up to", IP_MASQ_AGENT),
    ("CIDR %q{range} is not aligned", IP_MASQ_AGENT),
    ("ipv6 is not enabled, but ipv6 cidr", IP_MASQ_AGENT),
    ("no available IPs", METALLB),
    ("requested loadBalancer IP(s)", METALLB),
    ("unsupported IPv6 configuration", AWS),
    ("You cannot associate an IPv6 target group", AWS),
    ("The following targets cannot be used", AWS),
    ("AtleastOneIpV4Required", AZURE),
    ("CIDR block %s{range} is malformed", AWS),
    ("%s{range} in loadBalancerSourceRanges has incorrect", KUBE_PROXY),
    ("host/network %s{address} not found", "iptables"),
    ("Detect-local-mode set to NodeCIDR", KUBE_PROXY),
    ("%s{wanted} was enabled but no %s{family} address", "kube-router"),
    ("cluster-cidr: %s{ranges} and", K3S),
    ("failed to get default v6 interface", FLANNEL),
    ("/proc/sys/net/", KUBEADM),
    ("failed to get IPv6 address for node", "kind"),
    ("can't initialize ip6tables table", "ip6tables"),
    ("No iptables support for family", KUBE_PROXY),
    ("kube-proxy running in single-stack mode", KUBE_PROXY),
    ("no backend support for primary IP family", KUBE_PROXY),
    ("no support for primary IP family", KUBE_PROXY),
    ("could not add IP address to", "CNI plugin"),
    ("x509: ", "crypto/x509"),
    ("address %s{address}: too many colons", "Go net"),
    ("listen tcp %s{address}: socket:", "Go net"),
    ("dial tcp %s{address}", "Go net"),
    ("len of ClusterCIDRs==", CONTROLLER_MANAGER),
    ("secondary service cidr is provided", CONTROLLER_MANAGER),
    ("secondary service cluster-ip range", APISERVER),
    ("--secondary-service-cluster-ip-range", APISERVER),
    ("failed to identify ipfamily for endpoints", KUBE_PROXY),
    ("ValidationError(", KUBECTL),
    ("no matches for kind", KUBECTL),
    ("FeatureSet %q{set} does not allow", OPENSHIFT),
    ("IPv6DualStackNoUpgrade", OPENSHIFT),
    ("node IP: %q{address} not found in the host", KUBELET),
    ("Node IP: %q{address} not found in the host", KUBELET),
];

/// Returns who prints a rule's text: `component`, unless the text is another's.
pub(super) fn printer_of(text: &'static str, component: &'static str) -> &'static str {
    PRINTERS
        .iter()
        .find(|(start, _)| text.starts_with(start))
        .map_or(component, |(_, printer)| printer)
}

#[cfg(test)]
mod tests {
    use super::PRINTERS;
    use crate::lint::notes;

    #[test]
    fn every_row_is_the_beginning_of_a_rules_text() {
        let unused: Vec<&str> = PRINTERS
            .iter()
            .map(|(start, _)| *start)
            .filter(|start| !notes().any(|notes| notes.upstream.iter().any(|text| text.starts_with(start))))
            .collect();
        assert!(unused.is_empty(), "{unused:?}");
    }
}
