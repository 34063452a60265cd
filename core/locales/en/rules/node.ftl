## Rules. One entry a rule: the value is the finding, .title its name in lists, .help what to do, .fix-… the buttons.

NODE001 = --node-ip names an { $family } address only; the node has no { $other } address then
    .absent = no --node-ip: kubelet finds one address by itself, so the node has one family
    .node = node { $name } has { $family } addresses only, no { $other } one
    .title = Node with addresses of one family
    .help = give kubelet a pair, for example --node-ip=192.168.1.11,fd00:192:168:1::11

NODE002 = { $distribution } refuses nodes without { $family } addresses when pods have them
    .title = Node addresses not of the pods' families
    .help = give the nodes a network of each family, and node-ip both addresses

NODE003 = kubelet refuses --node-ip { $value }
    .title = --node-ip refused
    .help = one address, or a pair of both families with real addresses

NODE004 = --node-ip names an { $family } address, so kubelet drops the { $other } address that the cloud reports
    .title = Second address dropped from cloud nodes
    .help = leave --node-ip out, or use 1.29 or later with a pair
    .fix-omit = Leave --node-ip out

NODE005 = kubelet listens on { $address } only, not on the node's address of the other family
    .title = kubelet listens on one address
    .help = use "::", which listens on both families, or choose the family with --kubelet-preferred-address-types
    .fix-all = Listen on { $to }
    .page-fix-all = Listen on every address

NODE006 = the cluster is dual-stack, but no { $family } network is given for the nodes
    .title = Nodes without the second family
    .help = give the nodes a network of each family; without addresses of both, host-network pods and NodePorts stay single-stack

NODE007 = IPv6 default routes from router advertisements disappear once forwarding is on
    .title = Router advertisements ignored
    .help = set net.ipv6.conf.INTERFACE.accept_ra = 2 for the interface, not for all

NODE008 = nodes do not forward packets unless they are told to
    .title = Forwarding switched off
    .help = set net.ipv4.ip_forward and net.ipv6.conf.all.forwarding to 1 in /etc/sysctl.d

NODE009 = hosts without IPv6 cannot carry IPv6 pods
    .title = Host or Docker without IPv6
    .help = switch IPv6 on, and remove an IPv4-only Docker network named kind

NODE010 = the address { $address } lies inside { $range }
    .outside = the address { $address } lies outside the networks given for nodes
    .twice = the address { $address } belongs to another node already
    .title = Node address in the wrong place
    .help = machines have addresses of nodeCIDRs, each its own
