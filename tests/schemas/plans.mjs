// The plans whose exports are checked: every form that a plan can have, at versions where formats change.

const VERSIONS = ["1.16", "1.20", "1.23", "1.26", "1.27", "1.28", "1.30", "1.31", "1.32", "1.33", "1.34", "1.36", "1.37"];

const IPV4 = { podCIDRs: "10.244.0.0/16", serviceCIDRs: "10.96.0.0/16", nodeCIDRs: "192.168.1.0/24" };
const IPV6 = { podCIDRs: "fd00:10:244::/56", serviceCIDRs: "fd00:10:96::/112", nodeCIDRs: "fd00:192:168:1::/64" };

const FAMILIES = { IPv4: [IPV4], IPv6: [IPV6], "IPv4 first": [IPV4, IPV6], "IPv6 first": [IPV6, IPV4] };

// Names that a reader of YAML, a shell, a table or an object's name takes for something else.
const NAMES = [
    "No Such_Name!",
    "yes",
    "0x1F",
    "1e3",
    "2026-01-02",
    "null",
    "-dash",
    "a: b # c",
    "it's \"quoted\" $HOME `id` ${x} %{y} | a,b;c\\d",
    "two\nlines",
    "demo\u2028evil: true",
    "demo\u0085evil: true\u2029\ufeff",
    "$(reboot)`reboot`'; reboot; '\"; reboot; #",
    "=cmd|' /C calc'!A0",
    "}\nflush ruleset\n${file(\"/etc/passwd\")}",
    "日本",
    "x".repeat(300),
];

const SERVICES = [
    { ipFamilyPolicy: "PreferDualStack", selector: { app: "web" }, ports: [{ port: 80 }] },
    { type: "LoadBalancer", ipFamilyPolicy: "PreferDualStack", selector: { on: "no" }, ports: [{ port: 443 }] },
    { type: "NodePort", selector: { version: "1.0" }, ports: [{ name: "http", port: 80, targetPort: "web" }] },
    { clusterIP: "None", selector: { app: "0777" }, ports: [{ port: 9, protocol: "UDP" }] },
    { type: "ExternalName", externalName: "example.com" },
].map((spec, index) => ({ apiVersion: "v1", kind: "Service", metadata: { name: `web-${index}` }, spec }));

function plan(what, kubernetesVersion, families, more = {}) {
    const { name = "demo", without = [], ...spec } = more;
    const ranges = ["podCIDRs", "serviceCIDRs", "nodeCIDRs"]
        .filter((field) => !without.includes(field))
        .map((field) => [field, FAMILIES[families].map((family) => family[field])]);
    const document = {
        apiVersion: "dualstack-planner/v1",
        kind: "ClusterPlan",
        metadata: { name },
        spec: { kubernetesVersion, ...Object.fromEntries(ranges), nodes: { count: 40, max: 250 }, ...spec },
    };
    return {
        what: `${what}, ${families}, ${kubernetesVersion}`,
        version: kubernetesVersion.split(".").slice(0, 2).join("."),
        text: [document, ...SERVICES].map((part) => `${JSON.stringify(part)}\n`).join("---\n"),
    };
}

export const PLANS = [
    ...VERSIONS.flatMap((version) => Object.keys(FAMILIES).map((families) => plan("plain", version, families))),
    ...["1.30.4", "1.37"].flatMap((version) =>
        Object.keys(FAMILIES).map((families) =>
            plan("no node networks", version, families, { without: ["nodeCIDRs"] }),
        ),
    ),
    ...Object.keys(FAMILIES).map((families) =>
        plan("advertised address", "1.37", families, {
            advertiseAddress: families.startsWith("IPv6") ? "fd00:192:168:1::11" : "192.168.1.11",
        }),
    ),
    plan("10,000 nodes", "1.37", "IPv4 first", { nodes: { count: 10000 }, podCIDRs: ["10.0.0.0/10", "fd00:10::/48"] }),
    ...["1.23", "1.37"].flatMap((version) =>
        Object.keys(FAMILIES).map((families) =>
            plan("load balancers", version, families, {
                loadBalancerCIDRs: FAMILIES[families].map((family) =>
                    family === IPV4 ? "192.168.1.240/28" : "fd00:192:168:1:ffff::/112",
                ),
            }),
        ),
    ),
    plan("an IPv6 Service range of a /108", "1.37", "IPv6", { serviceCIDRs: ["fd00:10:96::/108"] }),
    plan("reserved networks", "1.37", "IPv4 first", {
        reserved: [{ name: "VPN: head office, \"old\"", cidr: "172.16.0.0/16" }],
    }),
    ...NAMES.map((name) =>
        plan(`reserved ${JSON.stringify(name).slice(0, 40)}`, "1.37", "IPv4 first", { reserved: [{ name, cidr: "172.16.0.0/16" }] }),
    ),
    ...["api.example.com:8443", "[fd00:192:168:1::a]:6443"].flatMap((controlPlaneEndpoint) =>
        Object.keys(FAMILIES).map((families) =>
            plan("shared endpoint", "1.36", families, { controlPlaneEndpoint, nodes: { count: 3, maxPods: 200 } }),
        ),
    ),
    plan("Cilium in RKE2", "1.36", "IPv6", { distribution: "rke2", cni: "cilium" }),
    plan("pods of the Internet", "1.36", "IPv4 first", { podCIDRs: ["10.244.0.0/16", "2a00:1450:4001::/56"] }),
    plan("pods of the Internet", "1.36", "IPv6", { podCIDRs: ["2a00:1450:4001::/56"] }),
    ...Object.keys(FAMILIES).map((families) =>
        plan("older tools", "1.34", families, { tools: { calico: "3.29", cilium: "1.18", talos: "1.13" } }),
    ),
    ...NAMES.map((name) => plan(`name ${JSON.stringify(name).slice(0, 40)}`, "1.37", "IPv4 first", { name })),
];
