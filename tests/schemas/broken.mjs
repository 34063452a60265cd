// For each checker a thing that it accepts, the same thing broken, and what it has to say about that.

import { crd } from "./tools.mjs";

const service = (spec) => ({
    version: "1.37",
    document: { apiVersion: "v1", kind: "Service", metadata: { name: "a" }, spec },
});
const patch = (spec) => ({
    version: "1.20",
    document: { apiVersion: "apps/v1", kind: "DaemonSet", metadata: { name: "a" }, spec: { template: { spec } } },
});
const pool = (addresses) => ({
    document: { apiVersion: "metallb.io/v1beta1", kind: "IPAddressPool", metadata: { name: "a" }, spec: addresses },
});
const calico = (spec) => ({
    document: { apiVersion: "projectcalico.org/v3", kind: "IPPool", metadata: { name: "a" }, spec },
});
const constraint = (parameters) => ({
    document: { apiVersion: "constraints.gatekeeper.sh/v1beta1", kind: "Families", spec: { parameters } },
    together: [{ documents: [template] }],
});
const template = {
    kind: "ConstraintTemplate",
    spec: {
        crd: {
            spec: {
                names: { kind: "Families" },
                validation: { openAPIV3Schema: { properties: { policy: { type: "string" } } } },
            },
        },
    },
};
const plan = (kind) => ({
    document: {
        apiVersion: "dualstack-planner/v1",
        kind,
        spec: { kubernetesVersion: "1.37", podCIDRs: ["fd00::/56"], serviceCIDRs: ["fd01::/112"] },
    },
});
const expression = (text) => ({ document: { spec: { validations: [{ expression: text }] } } });
const rego = (text) => ({ document: { spec: { targets: [{ rego: text }] } } });
const text = (path, content) => ({ path, text: content });
const ruleset = (statement) => `table inet a {\n  chain b {\n    ip6 saddr fd00::/56 ${statement}\n  }\n}\n`;
const rules = (option) => `#!/bin/sh\nset -e\nip6tables -w -t nat -A POSTROUTING -s fd00::/56 ${option} MASQUERADE\n`;
const terraform = (declared, used) => ({
    ...text("a.tf", `locals {\n  # var.c\n  a = ${used}\n}\n`),
    together: [{ path: "b.tf", text: `variable "${declared.slice(4)}" {\n  type = string\n}\n` }],
});
const variables = (values) => ({
    document: values,
    together: [{ path: "a.tf", text: 'variable "a" {\n  type = map(list(number))\n}\n' }],
});

export const BROKEN = {
    kubernetes: {
        good: service({ ipFamilyPolicy: "PreferDualStack" }),
        broken: service({ ipFamilyPolicies: "PreferDualStack" }),
        says: /^\/spec: .*'ipFamilyPolicies' was unexpected/,
    },
    patch: {
        good: patch({ containers: [{ name: "a", args: ["--b"] }] }),
        broken: patch({ containers: [{ name: "a", arguments: ["--b"] }] }),
        says: /'arguments' was unexpected/,
    },
    crd: {
        good: pool({ addresses: ["fd00::/120"] }),
        broken: pool({ addresses: ["fd00::/120"], adresses: [] }),
        says: /^spec\.adresses: unknown field$/,
    },
    schema: {
        good: { schema: crd("metallb-ipaddresspools.crd.yaml"), ...pool({ addresses: ["fd00::/120"] }) },
        broken: { schema: crd("metallb-ipaddresspools.crd.yaml"), ...pool({ addresses: "fd00::/120", autoAssin: true }) },
        says: /'fd00::\/120' is not of type 'array'[^]*'autoAssin' was unexpected|'autoAssin' was unexpected[^]*is not of type 'array'/,
    },
    rules: {
        good: { schema: crd("calico-ippools.crd.yaml"), ...calico({ cidr: "fd00::/48", blockSize: 122 }) },
        broken: { schema: crd("calico-ippools.crd.yaml"), ...calico({ cidr: "fd00::1/48", blockSize: 26, ipipMode: "Always" }) },
        says: /IPIP is not supported on IPv6 pools[^]*must be strictly masked[^]*blockSize must be between/,
    },
    constraint: {
        good: constraint({ policy: "PreferDualStack" }),
        broken: constraint({ polcy: "PreferDualStack" }),
        says: /'polcy' was unexpected/,
    },
    cel: {
        good: expression("has(object.spec.ipFamilyPolicy) && object.spec.ipFamilyPolicy in ['a']"),
        broken: expression("has(object.spec.ipFamilyPolicy &&"),
        says: /expecting/,
    },
    rego: {
        good: rego('package a\n\nviolation[{"msg": msg}] {\n  input.review.object.kind == "x"\n  msg := "no"\n}\n'),
        broken: rego('package a\n\nviolation[{"msg": msg}] {\n  msg := \n}\n'),
        says: /error/,
    },
    embedded: {
        good: { document: { data: { config: "a:\n  - 1\n" } } },
        broken: { document: { data: { config: "a:\n - 1\n  b\n - {\n" } } },
        says: /PyYAML/,
    },
    plan: { good: plan("ClusterPlan"), broken: plan("ClusterPlans"), says: /'ClusterPlan' was expected/ },
    shell: {
        good: text("a.sh", "#!/bin/sh\nkubelet \\\n  --node-ip=fd00::1\n"),
        broken: text("a.sh", "#!/bin/sh\nkubelet --node-ip='fd00::1\n"),
        says: /^sh: [^]*\nshellcheck: line 2: SC1/,
    },
    nft: {
        good: text("a.nft", ruleset("accept")),
        broken: text("a.nft", ruleset("acept")),
        says: /syntax error/,
    },
    iptables: {
        good: text("a.sh", rules("-j")),
        broken: text("a.sh", rules("-m addrtypes -j")),
        says: /addrtypes/,
    },
    sysctl: {
        good: text("a.conf", "net.ipv6.conf.all.forwarding = 1\n"),
        broken: text("a.conf", "net.ipv6.conf.all.forwardings = 1\n"),
        says: /forwardings/,
    },
    hcl: {
        good: terraform("var.a", "var.a"),
        broken: terraform("var.a", "var.b"),
        says: /^var\.b is not declared$/,
    },
    tfvars: {
        good: variables({ a: { b: [1] } }),
        broken: variables({ a: { b: 1 }, c: 1 }),
        says: /^c is declared by no file beside it\na has no value of type map\(list\(number\)\)$/,
    },
    zones: {
        good: text("zones.txt", "; a\n0.0.d.f.ip6.arpa ; b\n10.in-addr.arpa\n"),
        broken: text("zones.txt", "00.d.f.ip6.arpa\n256.in-addr.arpa\n"),
        says: /^00\.d\.f\.ip6\.arpa: no reverse zone\n256\./,
    },
    csv: { good: text("a.csv", "a,b\n1,2\n"), broken: text("a.csv", "a,b\n1,2,3\n"), says: /^row 2: 3 of 2 columns$/ },
    svg: {
        good: text("a.svg", '<!-- a -->\n<svg xmlns="http://www.w3.org/2000/svg"><use href="#b"/></svg>\n'),
        broken: text("a.svg", '<svg xmlns="http://www.w3.org/2000/svg"><script/><use href="c.svg#b"/></svg>\n'),
        says: /^script: runs\nuse: href c\.svg#b$/,
    },
    systemd: {
        good: text("a.conf", '# a\n[Service]\nEnvironment="A=\\\n  --b"\n'),
        broken: text("a.conf", "[Service]\nEnvironment\n"),
        says: /^Environment$/,
    },
};
