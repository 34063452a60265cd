## What to look at where the cluster runs: the value is what to check, .title what it is about.

check-docker-ipv6 = Docker must hand out IPv6, and the network kind must not be an old one with IPv4 only: remove it if it is. Otherwise nodes fail with “is docker configured to use IPv6 correctly?”
    .title = IPv6 in Docker

check-ipv6-enabled = every node must have IPv6 addresses; disable_ipv6 must be 0. With 1, kube-proxy takes the node for IPv4 only
    .title = IPv6 switched on

check-forwarding = each value must be 1 on every node, after a restart too (/etc/sysctl.d); without it no packet reaches a pod of another node
    .title = Forwarding between interfaces

check-router-advertisements = with forwarding on, Linux ignores router advertisements unless accept_ra is 2 on the interface itself: the IPv6 default route then disappears some time after the CNI plugin starts
    .title = Default route from router advertisements

check-icmpv6 = firewalls must let packet-too-big (type 2) and neighbour discovery (133 to 136) pass; without the first, large packets vanish silently
    .title = ICMPv6 let through

check-node-addresses = every node must list an InternalIP of each family; otherwise host-network pods have one
    .title = Two addresses a node

check-node-blocks = every node must have a pod block of each family; a node that was registered before the second range existed keeps one until it is registered anew
    .title = Two blocks a node

check-certificate = the certificate must name the first address of each Service range ({ $services }) and the addresses of the machines; otherwise clients refuse it with x509 errors
    .title = Certificate of the API server

check-plugin = the ranges and families shown must be those of the plan: IPv6 is off by default in several plugins, and pools keep their defaults unless they are set
    .title = Configuration of the CNI plugin

check-masquerade = unique local pods need masquerade for IPv6 to reach anything outside; there must be a rule for their range. K3s needs flannel-ipv6-masq: true
    .title = Masquerade of IPv6

check-kube-proxy = ip6tables must work on every node, and the log must say “dual-stack mode”; otherwise Services of one family are unreachable from that node
    .title = kube-proxy in dual-stack mode

check-listeners = servers behind dual-stack Services must listen on :: or on both addresses; with 0.0.0.0 alone IPv6 clients are reset
    .title = Programs listen on both families

check-upstream-dns = the name servers that cluster DNS forwards to must have IPv6 addresses, for pods have nothing else
    .title = IPv6 name servers

check-endpoint-brackets = an IPv6 address in controlPlaneEndpoint stands in brackets, or a name stands in its place; otherwise kubeadm refuses it
    .title = IPv6 in controlPlaneEndpoint

check-feature-set = IPv6DualStackNoUpgrade must be gone: it is no longer needed, and clusters with it cannot be upgraded
    .title = Leftover feature set

check-cri-dockerd = where nodes run cri-dockerd it must be started with --ipv6-dual-stack; otherwise pods show one address
    .title = cri-dockerd told of both families
