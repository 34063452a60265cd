group-egress = Egress

target-ip6tables = iptables and ip6tables
    .description = shell script that masquerades what pods send out of the cluster
target-ip-masq-agent = ip-masq-agent
    .description = ConfigMap and DaemonSet that let pods with private addresses leave the cluster
target-nftables = nftables
    .description = table that masquerades what pods send out of the cluster, for nft -f
target-sysctl = sysctl
    .description = drop-in for /etc/sysctl.d that lets nodes forward packets of each family

## Comments in files.

export-masq-script = run this as root on every node after each start; running it again changes nothing
export-nftables = load this with nft -f on every node after each start; loading it again replaces the table; NAT for both families in one table needs Linux 5.2
export-sysctl = put this file into /etc/sysctl.d of every node and run sysctl --system
export-sysctl-router-advertisements = where the IPv6 default route comes from router advertisements: Linux ignores them while it forwards, unless this is 2 for the interface itself; name the interface
export-sysctl-bridge = for plugins that attach pods to a bridge; needs modprobe br_netfilter

## Findings.

EXP066 = { $plugin } masquerades by itself: switch that off before { $target } is applied, or traffic is translated twice
    .title = Two components masquerade

EXP067 = { $target } cannot be written: the plan has no pod ranges
    .title = No pod ranges
