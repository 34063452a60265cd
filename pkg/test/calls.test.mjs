// The calls on a plan file, and the commands over them. Expectations are written out.

import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { test } from "node:test";
import { fileURLToPath } from "node:url";

import * as dualstack from "../dist/node.js";

const PLAN = `apiVersion: dualstack-planner/v1
kind: ClusterPlan
metadata:
  name: demo
spec:
  kubernetesVersion: "1.36"
  podCIDRs: [10.244.0.0/16, "fd00:10:244::/56"]
  serviceCIDRs: [10.96.0.0/16, "fd00:10:96::/112"]
  nodes: {count: 40, max: 250}
`;
const SERVICES = `---
apiVersion: v1
kind: Service
metadata: {name: web}
spec: {ipFamilyPolicy: PreferDualStack, selector: {app: web}, ports: [{port: 80}]}
---
apiVersion: v1
kind: Service
metadata: {name: bad, namespace: shop}
spec: {ipFamilyPolicy: SingleStack, ipFamilies: [IPv4, IPv6], selector: {app: web}, ports: [{port: 80}]}
`;
const REFUSAL =
    'Service "bad" is invalid: spec.ipFamilyPolicy: Invalid value: "SingleStack": must be \'RequireDualStack\' or ' +
    "'PreferDualStack' when multiple IP families are specified";

function value(outcome) {
    assert.equal(outcome.status, "ok");
    return outcome.value;
}

test("a plan is parsed to what the file says", () => {
    const plan = value(dualstack.parse(PLAN));
    assert.equal(plan.metadata.name, "demo");
    assert.equal(plan.spec.kubernetesVersion, "1.36");
    assert.deepEqual(plan.spec.podCIDRs, ["10.244.0.0/16", "fd00:10:244::/56"]);
    assert.equal(plan.spec.nodes.max, 250);
});

test("JSON is read like YAML", () => {
    const json = JSON.stringify(value(dualstack.parse(PLAN)));
    assert.deepEqual(value(dualstack.parse(json)), value(dualstack.parse(PLAN)));
});

test("the address plan has the capacity of both families", () => {
    const addresses = value(dualstack.plan(PLAN));
    assert.equal(addresses.primaryFamily, "IPv4");
    assert.equal(addresses.capacity.nodes, "256");
    assert.deepEqual(addresses.overlaps, []);
    assert.equal(addresses.services[0].dnsService, "10.96.0.10");
    assert.equal(addresses.capacity.families[1].addressesPerBlock, "18446744073709551616");
});

test("nodes come in pages, and an address leads to its node", () => {
    const page = value(dualstack.nodes(PLAN, { from: "254", limit: 10 }));
    assert.equal(page.count, "256");
    assert.deepEqual(page.nodes, [
        { node: "254", podCIDRs: ["10.244.254.0/24", "fd00:10:244:fe::/64"] },
        { node: "255", podCIDRs: ["10.244.255.0/24", "fd00:10:244:ff::/64"] },
    ]);
    assert.equal(value(dualstack.nodes(PLAN)).nodes.length, 100);
    assert.equal(value(dualstack.findNode(PLAN, "fd00:10:244:7::1")).node, "7");
    assert.equal(value(dualstack.findNode(PLAN, "192.0.2.1")).place, "outside");
    const wrong = dualstack.findNode(PLAN, "10.244.0");
    assert.equal(wrong.diagnostics[0].code, "API005");
});

test("a report has the Services as the API server would answer", () => {
    const outcome = dualstack.analyze(PLAN + SERVICES);
    const { services } = value(outcome);
    assert.deepEqual(services.map(({ namespace, name }) => `${namespace}/${name}`), ["default/web", "shop/bad"]);
    assert.equal(services[0].admission.outcome, "stored");
    assert.deepEqual(services[0].admission.spec.ipFamilies, ["IPv4", "IPv6"]);
    assert.equal(services[1].admission.outcome, "refused");
    assert.equal(services[1].admission.message, REFUSAL);
    const errors = outcome.diagnostics.filter(({ severity }) => severity === "error");
    assert.deepEqual(errors.map(({ code }) => code), ["SVC003"]);
    // A caller that looks at the outcome and one that looks at the report see the same list.
    assert.strictEqual(outcome.diagnostics, outcome.value.diagnostics);
});

test("the same input gives the same result, and a seed other addresses", () => {
    const addresses = (options) => value(dualstack.analyze(PLAN + SERVICES, options)).services[0].admission.spec.clusterIPs;
    assert.deepEqual(addresses(), addresses());
    assert.deepEqual(addresses({ seed: "7" }), addresses({ seed: 7 }));
    assert.notDeepEqual(addresses({ seed: "7" }), addresses({ seed: "8" }));
});

test("text that is no plan fails with its place", () => {
    for (const text of ["", "kind: Service", "{", "a: [", "\u0000", "- 1\n- 2"]) {
        for (const call of [dualstack.parse, dualstack.plan]) {
            const outcome = call(text);
            assert.equal(outcome.status, "failed", JSON.stringify(text));
            assert.ok(outcome.diagnostics.some(({ severity }) => severity === "error"), JSON.stringify(text));
        }
        assert.ok(value(dualstack.lint(text)).some(({ severity }) => severity === "error"), JSON.stringify(text));
        assert.ok(dualstack.analyze(text).diagnostics.some(({ severity }) => severity === "error"), JSON.stringify(text));
    }
});

test("a plan with errors is a plan as far as it goes", () => {
    const outcome = dualstack.parse(PLAN.replace("count: 40", "count: forty"));
    assert.equal(outcome.status, "ok");
    const { severity, location } = outcome.diagnostics[0];
    assert.equal(severity, "error");
    assert.equal(location.pointer, "/spec/nodes/count");
    assert.equal(location.line, 9);
    assert.deepEqual(outcome.value.spec.podCIDRs, ["10.244.0.0/16", "fd00:10:244::/56"]);
});

test("changes between versions have a source and a confidence", () => {
    const gate = value(dualstack.changes("1.16", "1.36")).find(
        ({ component, name }) => component === "kube-proxy" && name === "IPv6DualStack",
    );
    assert.equal(gate.kind, "removed");
    assert.equal(gate.since, "1.25");
    assert.equal(gate.confidence, "verified");
    assert.notEqual(gate.source, "");
    assert.deepEqual(value(dualstack.changes("1.36", "1.36")), []);
    assert.equal(dualstack.changes("1.15", "1.36").status, "failed");
});

test("where kube-controller-manager does not start, no node gets a block", () => {
    const old = PLAN.replace('"1.36"', '"1.16"');
    for (const outcome of [dualstack.nodes(old), dualstack.findNode(old, "10.244.7.1")]) {
        assert.equal(outcome.status, "failed");
        const refusal = outcome.diagnostics.find(({ code }) => code === "CAP005");
        assert.equal(
            refusal.upstream,
            "Controller: Invalid --cluster-cidr, mask size of cluster CIDR must be less than --node-cidr-mask-size",
        );
    }
    assert.equal(value(dualstack.nodes(PLAN.replace('"1.36"', '"1.17"'))).count, "256");
});

test("a plan's settings are compared between versions, with reasons", () => {
    const differences = value(dualstack.compare(PLAN, "1.16", "1.36"));
    const mask = differences.find(({ flag }) => flag === "--node-cidr-mask-size-ipv6");
    assert.deepEqual([mask.before, mask.after, mask.because[0].since], [undefined, "64", "1.17"]);
    const gate = differences.find(({ component, flag }) => component === "kubelet" && flag === "--feature-gates");
    assert.deepEqual([gate.before, gate.after], ["IPv6DualStack=true", undefined]);
    assert.equal(dualstack.compare("kind: [", "1.16", "1.36").status, "failed");
});

test("the node IPAM controller runs step by step", () => {
    const steps = ["n0", "n1"].map((name) => ({ step: "create", name }));
    const flags = ["--allocate-node-cidrs", "--cluster-cidr=10.244.0.0/24,fd00::/56"];
    const run = value(dualstack.simulateNodes({ kubernetesVersion: "1.36", flags, steps }));
    assert.deepEqual(run.results[0].podCIDRs, ["10.244.0.0/24", "fd00::/64"]);
    assert.equal(run.results[1].events[0].message, "Node n1 status is now: CIDRNotAvailable");
    assert.deepEqual(run.pending, ["n1"]);
    for (const line of [
        ["--allocate-node-cidrs=true", "--cluster-cidr", "10.244.0.0/24,fd00::/56"],
        ["--allocate_node_cidrs", "--cluster_cidr=10.244.0.0/24,fd00::/56"],
    ]) {
        assert.deepEqual(value(dualstack.simulateNodes({ kubernetesVersion: "1.36", flags: line, steps })), run);
        const [start] = value(dualstack.checkStart(`kube-controller-manager ${line.join(" ")}`, "1.36"));
        assert.ok(start.failedChecks.every(({ effect }) => effect === "warning"));
    }
    const planned = value(dualstack.simulateNodes({ plan: PLAN, steps: [...steps, { step: "restart" }] }));
    assert.deepEqual(planned.nodes, [
        { name: "n0", podCIDRs: ["10.244.0.0/24", "fd00:10:244::/64"] },
        { name: "n1", podCIDRs: ["10.244.1.0/24", "fd00:10:244:1::/64"] },
    ]);
    assert.equal(dualstack.simulateNodes({ steps }).status, "failed");
    assert.equal(dualstack.simulateNodes({ flags, kubernetesVersion: "1.36", steps: [{ step: "vanish" }] }).status, "failed");
});

const main = fileURLToPath(new URL("../dist/cli/main.js", import.meta.url));

function command(words, input) {
    const { status, stdout, stderr } = spawnSync(process.execPath, [main, ...words], {
        input,
        env: { ...process.env, LANG: "C", LC_ALL: "" },
    });
    return { status, out: stdout.toString(), err: stderr.toString() };
}

test("dualstack plan reads standard input and prints the plan", () => {
    for (const words of [["plan"], ["plan", "-"]]) {
        const { status, out } = command(words, PLAN);
        assert.equal(status, 0);
        assert.match(out, /^Room for 256 nodes and 28,160 pods; 250 nodes are planned\.$/m);
        assert.match(out, /^10\.96\.0\.0\/16 {6}65,534 {2}10\.96\.0\.1 – 10\.96\.1\.0 /m);
    }
    const { out } = command(["plan", "-o", "json"], PLAN);
    assert.deepEqual(JSON.parse(out), value(dualstack.plan(PLAN)));
    assert.match(command(["plan", "-o", "markdown"], PLAN).out, /^\| 10\.244\.0\.0\/16 \| \/24 \| 256 \| 0 \| 256 \|$/m);
    assert.match(command(["plan", "--lang", "ja"], PLAN).out, /^256 ノード、28,160 Pod まで収容できます/m);
});

test("dualstack nodes pages and finds", () => {
    assert.equal(
        command(["nodes", "--from", "9", "--limit", "2"], PLAN).out,
        "node  pod CIDRs\n   9  10.244.9.0/24, fd00:10:244:9::/64\n  10  10.244.10.0/24, fd00:10:244:a::/64\n\n2 of 256 nodes\n\nRoom for 256 nodes and 28,160 pods; 250 nodes are planned.\n",
    );
    assert.deepEqual(command(["nodes", "--find", "192.0.2.1"], PLAN), {
        status: 1,
        out: "192.0.2.1 is in no pod range of the plan\n",
        err: "",
    });
    assert.equal(command(["nodes", "--find", "nonsense"], PLAN).status, 2);
    assert.equal(command(["nodes", "--from", "99999999999999999999999"], PLAN).status, 2);
});

test("dualstack services says what is refused, with the server's text", () => {
    const { status, out } = command(["services"], PLAN + SERVICES);
    assert.equal(status, 1);
    assert.match(out, /^default\/web {2}stored {3}PreferDualStack {2}IPv4, IPv6 {2}10\.96\./m);
    assert.ok(out.endsWith(`\n${REFUSAL}\n`));
    assert.equal(command(["services"], PLAN).status, 0);
});

test("dualstack lint exits with 1 on errors, and every command with 2 on unusable input", () => {
    const overlapping = PLAN.replace("10.96.0.0/16", "10.244.8.0/22");
    const { status, out } = command(["lint"], overlapping);
    assert.equal(status, 1);
    assert.match(out, /^standard input:\d+:\d+: error ADDR001: /m);
    assert.ok(JSON.parse(command(["lint", "-o", "json"], overlapping).out).some(({ code }) => code === "ADDR001"));
    for (const name of ["plan", "services", "nodes", "lint"]) {
        assert.equal(command([name, "/no/such/file"]).status, 2, name);
        const { status, err } = command([name], Buffer.alloc(16 * 2 ** 20 + 1, " "));
        assert.equal(status, 2, name);
        assert.match(err, /standard input is larger than 16 MiB/);
    }
    for (const name of ["plan", "nodes", "services", "lint"]) {
        assert.equal(command([name], "kind: [").status, 2, name);
    }
});

test("findings of one kind beyond the first 20 are counted, and listed when all are asked for", () => {
    const service = (index) => `---\nkind: Service\nmetadata: {name: web-${index}}\nspec: {ports: [{port: 80}]}\n`;
    const file = PLAN + Array.from({ length: 25 }, (_, index) => service(index)).join("");
    const of = (findings, wanted) => findings.filter(({ code }) => code === wanted);
    for (const call of [(options) => value(dualstack.lint(file, options)), (options) => value(dualstack.analyze(file, options)).diagnostics]) {
        assert.equal(of(call(), "SVC004").length, 20);
        assert.deepEqual(of(call(), "FILE010").map(({ severity, message }) => [severity, message.text]), [
            ["info", "5 more SVC004 are not listed"],
        ]);
        assert.equal(of(call({ allFindings: true }), "SVC004").length, 25);
        assert.equal(of(call({ allFindings: true }), "FILE010").length, 0);
    }
    const request = { files: [{ name: "a.yaml", text: file }] };
    const warnings = (options) => value(dualstack.lintFiles(request, options)).warnings;
    assert.equal(warnings(), warnings({ allFindings: true }));
    const { status, out } = command(["lint"], file);
    assert.equal(status, 0);
    assert.match(out, /\n5 of them are not listed; --all lists them\n$/);
    assert.equal(out.match(/ SVC004: /g).length, 20);
    assert.match(command(["lint", "--lang", "ja"], file).out, /うち 5 件は省略しました。--all ですべて表示します\n$/);
    assert.equal(command(["lint", "--all"], file).out.match(/ SVC004: /g).length, 25);
    for (const format of ["json", "sarif", "junit", "github"]) {
        assert.match(command(["lint", "-o", format], file).out, /5 more SVC004 are not listed/, format);
        assert.doesNotMatch(command(["lint", "--all", "-o", format], file).out, /not listed/, format);
    }
    // Whoever mends the file sees all of them.
    assert.equal(value(dualstack.applySafeFixes(file)).applied.filter(({ code }) => code === "SVC004").length, 25);
});

test("errors that are not listed are counted where only errors are told", () => {
    const service = (index) => `---\nkind: Service\nmetadata: {name: web-${index}}\nspec: {ports: [{prot: 80}], clusterIP: 1}\n`;
    const file = PLAN + Array.from({ length: 23 }, (_, index) => service(index)).join("");
    const { status, err } = command(["services"], file);
    assert.equal(status, 1);
    assert.match(err, /FILE010: 3 more \w+ are not listed/);
    assert.doesNotMatch(command(["services", "--all"], file).err, /FILE010/);
});

test("dualstack services explains and tells what follows", () => {
    const { out } = command(["services", "--trace"], PLAN + SERVICES);
    assert.match(out, /^default\/web +DNS record +A +web\.default\.svc\.cluster\.local\. 10\.96\./m);
    assert.match(out, /^default\/web +EndpointSlice +IPv6 +written by the control plane$/m);
    assert.match(out, /^default\/web, step by step:\n {2}1\. \S/m);
    assert.match(command(["services", "--trace", "--lang", "ja"], PLAN + SERVICES).out, /判断の過程/);
    assert.ok(!command(["services"], PLAN + SERVICES).out.includes("step by step"));
});

test("a dry run has other answers than the request itself", () => {
    const cluster = { kubernetesVersion: "1.36", serviceCIDRs: ["10.96.0.0/16"] };
    const service = { metadata: { name: "web" }, spec: { clusterIP: "10.97.0.1", ports: [{ port: 80 }] } };
    const call = { ...cluster, request: { operation: "create", service } };
    assert.match(value(dualstack.admit(call)).message, /the provided network does not match the current range$/);
    assert.match(value(dualstack.admit(call, { dryRun: true })).message, /The range of valid IPs is 10\.96\.0\.0\/16$/);
    const file = `${PLAN}---\n{kind: Service, metadata: {name: web}, spec: {clusterIP: 10.97.0.1, ports: [{port: 80}]}}\n`;
    const dryRun = command(["services", "--dry-run"], file);
    assert.equal(dryRun.status, 1);
    assert.match(dryRun.out, /The range of valid IPs is 10\.96\.0\.0\/16$/m);
    assert.match(command(["services"], file).out, /the provided network does not match the current range$/m);
});

test("a patch, a name and a stored version are answered as the server answers them", () => {
    const cluster = { kubernetesVersion: "1.36", serviceCIDRs: ["10.96.0.0/16"] };
    const admit = (request) => value(dualstack.admit({ ...cluster, request }));
    const service = { metadata: { name: "web" }, spec: { ports: [{ port: 80 }] } };
    const { spec } = admit({ operation: "create", service });
    const stored = { metadata: { name: "web", resourceVersion: "7" }, spec };
    const patched = admit({ operation: "patch", stored, patch: { spec: { internalTrafficPolicy: "Local" } } });
    assert.equal(patched.spec.internalTrafficPolicy, "Local");
    assert.deepEqual(patched.spec.clusterIPs, spec.clusterIPs);
    const old = admit({ operation: "patch", stored, patch: { metadata: { resourceVersion: "6" } } });
    assert.deepEqual([old.code, old.reason], [409, "Conflict"]);
    const named = (name) => ({ operation: "create", service: { ...service, metadata: { name } } });
    assert.match(admit(named("Web_1")).message, /^Service "Web_1" is invalid: metadata\.name: Invalid value: "Web_1"/);
    const elsewhere = { ...named("web"), service: { ...service, metadata: { name: "web", namespace: "other" } } };
    const answer = value(dualstack.admit({ ...cluster, request: elsewhere, namespace: "default" }));
    assert.equal(answer.message, "the namespace of the provided object does not match the namespace sent on the request");
});

test("two Services of one name are one", () => {
    const web = (spec) => `---\n{kind: Service, metadata: {name: web}, spec: ${spec}}\n`;
    const file = `${PLAN}${web("{ports: [{port: 80}]}")}${web("{ports: [{port: 8080}]}")}`;
    const { services } = value(dualstack.analyze(file));
    const [first, second] = services;
    assert.deepEqual([first.replaced, second.replaced], [true, undefined]);
    assert.deepEqual(second.admission.spec.clusterIPs, first.admission.spec.clusterIPs);
    assert.equal(second.over.document, first.location.document);
    const found = value(dualstack.lint(file)).find(({ code }) => code === "SVC026");
    assert.equal(found.upstream, 'services "web" already exists');
    assert.match(command(["services"], file).out, /^default\/web +replaced by a later one +/m);
});

const OLD = `apiVersion: v1
kind: Service # mine
metadata: {name: old}
spec:
  ipFamily: IPv6
  ports: [{port: 80}] # http
`;

test("a Service of another era comes with its conversion", () => {
    const { services } = value(dualstack.analyze(`${PLAN}---\n${OLD}`));
    assert.equal(services[0].conversion.writtenFor, "1.19");
    assert.deepEqual(services[0].conversion.patch, [
        { op: "remove", path: "/spec/ipFamily" },
        { op: "add", path: "/spec/ipFamilies", value: ["IPv6"] },
        { op: "add", path: "/spec/ipFamilyPolicy", value: "SingleStack" },
    ]);
    assert.equal(typeof services[0].conversion.remarks[0].message.text, "string");
    assert.equal(value(dualstack.analyze(PLAN + SERVICES)).services[0].conversion, undefined);
});

test("a file is converted to another version and keeps its comments", () => {
    const { text, services, rewritten } = value(dualstack.convert(`${PLAN}---\n${OLD}`, "1.37"));
    assert.match(text, /kubernetesVersion: "1\.37"/);
    assert.match(text, /^kind: Service # mine$/m);
    assert.match(text, /ipFamilyPolicy: SingleStack/);
    assert.ok(!text.includes("ipFamily:"));
    assert.deepEqual(rewritten, []);
    assert.deepEqual([services[0].name, services[0].writtenFor, services[0].changed], ["old", "1.19", true]);
    assert.equal(dualstack.convert(OLD, "2.0").status, "failed");
    const { status, out, err } = command(["services", "--to", "1.30"], OLD);
    assert.equal(status, 0);
    assert.match(out, /^ {4}- IPv6$/m);
    assert.match(err, /^default\/old: info: spec\.ipFamilies: ipFamily IPv6 becomes/m);
    assert.equal(command(["services", "--to", "1.99"], OLD).status, 2);
});

test("objects beside the plan count in what the command line prints", () => {
    const file = (version) =>
        `kind: ClusterPlan\napiVersion: dualstack-planner/v1\nspec:\n  kubernetesVersion: "${version}"\n  podCIDRs: [10.244.0.0/16]\n` +
        "  serviceCIDRs: [10.96.0.0/24]\n---\napiVersion: networking.k8s.io/v1\nkind: ServiceCIDR\nmetadata: {name: more}\n" +
        "spec: {cidrs: [10.97.0.0/24]}\n---\napiVersion: networking.k8s.io/v1\nkind: IPAddress\nmetadata: {name: 10.97.0.7}\n" +
        "spec: {parentRef: {resource: services, namespace: a, name: b}}\n---\napiVersion: v1\nkind: Service\n" +
        "metadata: {name: web}\nspec: {clusterIP: 10.97.0.8, ports: [{port: 80}]}\n";
    const plan = command(["plan"], file("1.36")).out;
    assert.match(plan, /Services +10\.97\.0\.0\/24 +ServiceCIDR\/more/);
    assert.match(plan, /10\.97\.0\.0\/24 +254 .* ServiceCIDR more/);
    assert.match(plan, /IPv4: 508 addresses for Services, 3 in use, 505 free\./);
    assert.match(command(["services"], file("1.36")).out, /default\/web +stored .* 10\.97\.0\.8/);
    const old = command(["plan"], file("1.32")).out;
    assert.match(old, /IPv4: 254 addresses for Services, 1 in use, 253 free\./);
    assert.doesNotMatch(old, /more/);
    assert.match(command(["services"], file("1.32")).out, /default\/web +refused/);
    assert.match(command(["lint"], file("1.32")).out, /no matches for kind "ServiceCIDR" in version "networking\.k8s\.io\/v1"/);
});

test("ServiceCIDR objects are created, replaced and deleted, and stay for ten seconds", () => {
    const start = { version: "1.36", serviceCIDRs: ["10.96.0.0/16"] };
    const create = (cidrs) => ({ action: "createServiceCidr", name: "more", cidrs });
    const two = ["10.97.0.0/16", "fd00:10:97::/112"];
    const actions = [
        create(["10.97.0.0/16", "10.98.0.0/16"]),
        create(["10.97.0.0/16"]),
        { action: "updateServiceCidr", name: "more", cidrs: two },
        { action: "updateServiceCidr", name: "more", cidrs: [] },
        { action: "deleteServiceCidr", name: "more" },
        create(two),
    ];
    const now = value(dualstack.simulate({ start, actions }));
    assert.deepEqual(
        now.timeline.map(({ result }) => result.refusal?.message ?? result.result),
        [
            'ServiceCIDR.networking.k8s.io "more" is invalid: spec.cidrs: Invalid value: ["10.97.0.0/16","10.98.0.0/16"]: ' +
                "may specify no more than one IP for each IP family, i.e 192.168.0.0/24 and 2001:db8::/64",
            "done",
            "done",
            'ServiceCIDR.networking.k8s.io "more" is invalid: spec.cidrs: Invalid value: []: field is immutable',
            "done",
            'object is being deleted: servicecidrs.networking.k8s.io "more" already exists',
        ],
    );
    const [kubernetes, more] = now.serviceCidrObjects;
    assert.deepEqual(
        [kubernetes.name, more.name, more.phase, more.cidrs, more.finalizers],
        ["kubernetes", "more", "terminating", two, ["networking.k8s.io/service-cidr-finalizer"]],
    );
    assert.equal(more.conditions[0].message, "Kubernetes Service CIDR is ready");
    assert.deepEqual(now.ipAddressObjects, [{ name: "10.96.0.1", namespace: "default", service: "kubernetes" }]);
    const later = value(dualstack.simulate({ start, actions: [...actions, { action: "wait" }, create(two)] }));
    assert.equal(later.timeline.at(-1).result.result, "done");
});

test("a cluster is simulated from its start and the actions", () => {
    const start = { version: "1.36", serviceCIDRs: ["10.96.0.0/16"] };
    const service = { metadata: { name: "web" }, spec: { ipFamilyPolicy: "PreferDualStack", ports: [{ port: 80 }] } };
    const actions = [
        { action: "create", service },
        { action: "setServiceRanges", serviceCIDRs: ["10.96.0.0/16", "fd00:10:96::/112"] },
        { action: "patch", name: "web", patch: { spec: { ipFamilyPolicy: "RequireDualStack" } } },
        { action: "delete", name: "nobody" },
    ];
    const now = value(dualstack.simulate({ start, actions }));
    assert.deepEqual(now.serviceCIDRs, ["10.96.0.0/16", "fd00:10:96::/112"]);
    assert.deepEqual(now.timeline.map(({ result }) => result.result), ["admitted", "done", "admitted", "refused"]);
    assert.equal(now.timeline[3].result.refusal.message, 'services "nobody" not found');
    assert.match(now.timeline[1].notes[0].text, /dual-stack now/);
    const web = ({ services }) => services.find(({ metadata }) => metadata.name === "web").seen;
    assert.deepEqual(web(now).ipFamilies, ["IPv4", "IPv6"]);
    const before = value(dualstack.simulate({ start, actions: actions.slice(0, 2) }));
    assert.deepEqual(web(before).ipFamilies, ["IPv4"]);
    assert.deepEqual(dualstack.simulate({ start, actions }), dualstack.simulate({ start, actions }));
    const wrong = dualstack.simulate({ start: { ...start, serviceCIDRs: [] }, actions: [] });
    assert.equal(wrong.diagnostics[0].code, "API006");
    assert.equal(dualstack.simulate({ start, actions: [{ action: "explode" }] }).diagnostics[0].code, "API004");
});

test("an address has an owner, in the call and in the command", () => {
    const uses = (address) => {
        const outcome = dualstack.whoseAddress(PLAN, address);
        return outcome.status === "ok" ? outcome.value.holders.map(({ use, name }) => [use, name]) : outcome;
    };
    assert.deepEqual(uses("10.244.200.7"), [["node", "200"]]);
    assert.deepEqual(uses("10.96.0.10"), [
        ["cluster-dns", undefined],
        ["service-range", undefined],
    ]);
    assert.deepEqual(uses("8.8.8.8"), [["nobody", undefined]]);
    assert.equal(dualstack.whoseAddress(PLAN, "10.244").diagnostics[0].code, "API005");
    const command = fileURLToPath(new URL("../dist/cli/main.js", import.meta.url));
    const cli = (...args) => spawnSync(process.execPath, [command, "whose", ...args], { input: PLAN, encoding: "utf8" });
    const found = cli("10.244.200.7");
    assert.equal(found.stdout, "10.244.200.7 lies in 10.244.200.0/24, the block of node 200, counted from 0\n");
    assert.equal(found.status, 0);
    assert.equal(cli("8.8.8.8", "--lang", "ja").stdout, "8.8.8.8 はこのプランのどの範囲にもありません\n");
    assert.equal(cli("8.8.8.8").status, 1);
    assert.match(cli().stderr, /whose address\?/);
});

test("the prefix of a fix is another in each run, unless a seed repeats it", () => {
    const command = fileURLToPath(new URL("../dist/cli/main.js", import.meta.url));
    const offered = (...args) => {
        const run = spawnSync(process.execPath, [command, "lint", "-o", "json", ...args], { input: PLAN, encoding: "utf8" });
        return /fd[0-9a-f]{2}:[0-9a-f:]+::\/48/.exec(run.stdout)?.[0];
    };
    assert.notEqual(offered(), undefined);
    assert.notEqual(offered(), offered());
    assert.equal(offered("--seed", "7"), offered("--seed", "7"));
    const fixes = (ulaSeed) => JSON.stringify(dualstack.lint(PLAN, { ulaSeed }).value.flatMap(({ fixes }) => fixes));
    assert.equal(fixes("5"), fixes(5));
    assert.notEqual(fixes("5"), fixes("6"));
    const address = (ulaSeed) => JSON.stringify(dualstack.analyze(PLAN, { ulaSeed }).value.services);
    assert.equal(address("5"), address("6"));
});
