// Plans over time: the calls `diff`, `migrate` and `growth`, and their commands.

import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { fileURLToPath } from "node:url";

import * as dualstack from "../dist/node.js";

const scratch = mkdtempSync(join(tmpdir(), "dualstack-changes-"));
after(() => rmSync(scratch, { recursive: true }));

const SINGLE = `apiVersion: dualstack-planner/v1
kind: ClusterPlan
metadata: {name: demo}
spec:
  kubernetesVersion: "1.33"
  podCIDRs: [10.244.0.0/16]
  serviceCIDRs: [10.96.0.0/16]
  nodes: {count: 3}
  distribution: kubeadm
`;
const DUAL = SINGLE.replace("10.244.0.0/16", '10.244.0.0/16, "fd00:10:244::/56"').replace(
    "10.96.0.0/16",
    '10.96.0.0/16, "fd00:10:96::/112"',
);
const KUBEADM = `apiVersion: kubeadm.k8s.io/v1beta4
kind: ClusterConfiguration
clusterName: demo
kubernetesVersion: v1.33.0
networking:
  podSubnet: 10.244.0.0/16
  serviceSubnet: 10.96.0.0/16
`;

function value(outcome) {
    assert.equal(outcome.status, "ok", JSON.stringify(outcome));
    return outcome.value;
}

function file(name, text) {
    const path = join(scratch, name);
    writeFileSync(path, text);
    return path;
}

function cli(...args) {
    const command = fileURLToPath(new URL("../dist/cli/main.js", import.meta.url));
    const { status, stdout, stderr } = spawnSync(process.execPath, [command, ...args], {
        encoding: "utf8",
        env: { LANG: "C" },
    });
    return { status, stdout, stderr };
}

const single = file("single.yaml", SINGLE);
const dual = file("dual.yaml", DUAL);

test("a second family needs every node anew", () => {
    const { differences, blast, exitCode, text } = value(dualstack.diff(SINGLE, DUAL));
    assert.deepEqual(
        differences.map(({ path, kind, blast }) => [path, kind, blast]),
        [
            ["spec.podCIDRs", "added", { radius: "recreateNodes", count: 3 }],
            [
                "spec.serviceCIDRs",
                "added",
                { radius: "restart", components: ["kube-apiserver", "kube-controller-manager"] },
            ],
        ],
    );
    assert.deepEqual([blast, exitCode, text], [{ radius: "recreateNodes", count: 3 }, 1, undefined]);
    assert.deepEqual(differences[0].upstream, {
        component: "kube-apiserver",
        text: 'spec.podCIDRs: Forbidden: node updates may not change podCIDR except from "" to valid',
    });
    const japanese = value(dualstack.diff(SINGLE, DUAL, { lang: "ja", format: "text" }));
    assert.match(japanese.text, /3 ノードを 1 台ずつ登録し直す/);
});

test("either side is whatever an import reads", () => {
    const { imported, differences } = value(dualstack.diff([{ name: "kubeadm.yaml", text: KUBEADM }], SINGLE));
    assert.equal(imported.length, 1);
    // A file of kubeadm does not say how many nodes there are, and a plan need not say the patch level.
    assert.deepEqual(differences, []);
    const failed = dualstack.diff("nothing", SINGLE);
    assert.equal(failed.status, "failed");
    const none = dualstack.diff('kind: ClusterPlan\nspec: {kubernetesVersion: "1.33"}\n', SINGLE);
    assert.equal(none.status, "failed");
    assert.equal(none.diagnostics.at(-1).code, "CHANGE001");
});

test("the way to dual-stack has steps that can be checked", () => {
    const { steps, problems, rebuild, exitCode } = value(dualstack.migrate(SINGLE, DUAL));
    assert.deepEqual(
        steps.map(({ id }) => id),
        [
            "hosts",
            "api-servers",
            "controller-manager",
            "kubeadm-config",
            "kube-proxy",
            "plugin",
            "nodes",
            "dns",
            "services",
        ],
    );
    assert.deepEqual([problems, rebuild, exitCode], [[], [], 0]);
    assert.equal(steps[1].prints, "- --service-cluster-ip-range=10.96.0.0/16,fd00:10:96::/112");
    // Each step is itself a plan.
    for (const { id, plan } of steps) {
        assert.equal(dualstack.parse(plan).status, "ok", id);
    }
    assert.equal(steps.at(-1).plan, DUAL);
});

test("a wrong order is caught with the step and the line", () => {
    const { problems, exitCode } = value(dualstack.migrate(DUAL, SINGLE, { order: ["controller-manager"] }));
    assert.deepEqual(problems[0], {
        step: "controller-manager",
        number: 1,
        component: "kube-controller-manager",
        line: "node:node-0001 has an allocated cidr: fd00:10:244::/64 at index:1 that does not exist in cluster cidrs configuration",
    });
    assert.equal(exitCode, 1);
    const unknown = dualstack.migrate(DUAL, SINGLE, { order: ["x"] });
    assert.equal(unknown.diagnostics[0].code, "CHANGE002");
});

test("a plan runs out in a month", () => {
    const plan = SINGLE.replace("/16]\n  serviceCIDRs", "/28]\n  serviceCIDRs").replace("10.244.0.0/28", "10.244.0.0/20");
    const { rooms, points, waysOut, today } = value(
        dualstack.growth(plan, { nodesPerMonth: 2, from: "2026-11", months: 12 }),
    );
    // 16 blocks: 3 nodes and two a month are 17 after seven months.
    assert.deepEqual(rooms[0], {
        of: "nodes",
        family: "IPv4",
        room: "16",
        used: "3",
        out: "2027-06",
        wanted: "27",
    });
    assert.deepEqual(points.at(-1), { month: "2027-11", nodes: 27, services: 0 });
    assert.deepEqual(waysOut[0].blast.radius, "restart");
    assert.deepEqual(today, [{ path: "spec.podCIDRs", before: "10.244.0.0/20", after: "10.244.0.0/19" }]);
    const wrong = dualstack.growth(plan, { nodesPerMonth: "many", from: "2026-11" });
    assert.equal(wrong.status, "failed");
    assert.match(JSON.stringify(wrong.diagnostics), /expected a number/);
});

test("`diff` says in its exit code whether restarts are enough", () => {
    const found = cli("diff", single, dual);
    assert.equal(found.status, 1, found.stderr);
    assert.match(found.stdout, /^spec\.podCIDRs: fd00:10:244::\/56 is new\n {2}register 3 nodes anew, one after the other\n/);
    assert.match(found.stdout, /2 differences; nodes have to be registered anew\n$/);
    const grown = file("grown.yaml", SINGLE.replace("10.244.0.0/16", "10.244.0.0/15"));
    assert.equal(cli("diff", single, grown).status, 0);
    assert.deepEqual(cli("diff", single, single), { status: 0, stdout: "the plans mean the same\n", stderr: "" });
    assert.equal(cli("diff", single).status, 2);
    assert.equal(cli("diff", single, file("nothing.txt", "nothing")).status, 2);
    assert.equal(JSON.parse(cli("diff", single, dual, "-o", "json").stdout).differences.length, 2);
    assert.match(cli("diff", single, dual, "-o", "yaml").stdout, /^differences:\n/);
    assert.match(cli("diff", single, dual, "-o", "github").stdout, /^::error title=spec\.podCIDRs%3A register 3 nodes/);
    assert.match(cli("diff", single, dual, "-o", "markdown").stdout, /\| `spec\.podCIDRs` \| `fd00:10:244::\/56` is new \|/);
});

test("`migrate` prints commands and what they print", () => {
    const found = cli("migrate", single, dual);
    assert.equal(found.status, 0, found.stderr);
    assert.match(found.stdout, /^9 steps, and the cluster works after each of them\n\n1\. Prepare the nodes for IPv6 \[hosts\]\n/);
    const wrong = cli("migrate", dual, single, "--order", "controller-manager");
    assert.equal(wrong.status, 1);
    assert.match(wrong.stdout, /goes wrong: kube-controller-manager:\n {5}node:node-0001 has an allocated cidr/);
    const unknown = cli("migrate", single, dual, "--order", "nowhere");
    assert.equal(unknown.status, 2);
    assert.match(unknown.stderr, /CHANGE002.*there is no step nowhere/);
});

test("`migrate` gives a cloud's own commands, or a new cluster with the reason and its source", () => {
    const of = (id, text) => text.replace("distribution: kubeadm", `distribution: ${id}`);
    const sides = (id) => [file(`${id}-single.yaml`, of(id, SINGLE)), file(`${id}-dual.yaml`, of(id, DUAL))];
    const gke = cli("migrate", ...sides("gke"));
    assert.equal(gke.status, 0, gke.stderr);
    assert.match(
        gke.stdout,
        /\$ gcloud container clusters update CLUSTER --location LOCATION --stack-type=ipv4-ipv6\n/,
    );
    assert.match(gke.stdout, /\n {3}source: googleapis\/googleapis google\/container\/v1\/cluster_service\.proto/);
    const aks = cli("migrate", ...sides("aks"), "-o", "json");
    assert.deepEqual(
        JSON.parse(aks.stdout).steps.map(({ id, nodes }) => [id, nodes]),
        [
            ["subnet", "none"],
            ["cloud-update", "none"],
            ["node-pools", "pools"],
            ["services", "none"],
        ],
    );
    const back = cli("migrate", ...sides("aks").reverse());
    assert.equal(back.status, 1);
    assert.match(back.stdout, /^there is no way within the cluster\n/);
    assert.match(back.stdout, /no source is known that says that AKS changes this in a cluster that exists/);
    const eks = cli("diff", ...sides("eks"));
    assert.equal(eks.status, 1);
    assert.match(eks.stdout, /impossible\n {2}why: EKS has no dual-stack clusters/);
    const services = file("eks-services.yaml", of("eks", SINGLE).replace("10.96.0.0/16", "10.112.0.0/16"));
    const refused = cli("diff", sides("eks")[0], services, "-o", "markdown");
    assert.match(refused.stdout, /EKS does not change serviceIpv4Cidr of a cluster that exists/);
    assert.match(refused.stdout, /source: `boto\/botocore eks\/2017-11-01 KubernetesNetworkConfigRequest`/);
});

test("`migrate` follows the tool of a distribution", () => {
    const of = (id, text) => text.replace("distribution: kubeadm", `distribution: ${id}`).replace("1.33", "1.36");
    for (const [id, command] of [
        ["k0s", "k0s config validate --config /etc/k0s/k0s.yaml"],
        ["talos", "talosctl --nodes CONTROL-PLANE patch machineconfig --mode=no-reboot --patch @FILE"],
        ["kubespray", "ansible-playbook -i inventory/CLUSTER/hosts.yaml -b upgrade-cluster.yml -e serial=1"],
    ]) {
        const sides = [file(`${id}-1.yaml`, of(id, SINGLE)), file(`${id}-2.yaml`, of(id, DUAL))];
        const there = cli("migrate", ...sides);
        assert.equal(there.status, 0, `${id}: ${there.stdout}${there.stderr}`);
        assert.ok(there.stdout.includes(`   $ ${command}\n`), there.stdout);
        assert.doesNotMatch(there.stdout, /No source is known/);
        assert.equal(cli("migrate", ...sides.reverse()).status, 0, id);
    }
    // Before its release for 1.36 k0s gives kube-controller-manager the IPv6 range first.
    const older = (text) => of("k0s", text).replace("1.36", "1.35");
    const refused = cli("migrate", file("k0s-3.yaml", older(SINGLE)), file("k0s-4.yaml", older(DUAL)));
    assert.equal(refused.status, 1);
    assert.match(refused.stdout, /failed to mark cidr\[10\.244\.0\.0\/24\] at idx \[0\] as occupied for node/);
});

test("versions are walked minor by minor, with gates and old fields on the way", () => {
    const at = (version, more = "") => SINGLE.replace('"1.33"', `"${version}"`) + more;
    const walked = (from, to) => {
        const { status, stdout, stderr } = cli("migrate", file("from.yaml", from), file("to.yaml", to), "-o", "json");
        assert.equal(status, 0, stdout + stderr);
        return JSON.parse(stdout).steps.map(({ id }) => id);
    };
    const service = (spec) =>
        `---\napiVersion: v1\nkind: Service\nmetadata: {name: web}\nspec: {${spec}selector: {app: web}, ports: [{port: 80}]}\n`;
    assert.deepEqual(walked(at("1.19", service("ipFamily: IPv4, ")), at("1.23", service("ipFamilies: [IPv4], ipFamilyPolicy: SingleStack, "))), [
        "control-plane-1.20",
        "manifests-1.20",
        "nodes-1.20",
        "control-plane-1.21",
        "nodes-1.21",
        "control-plane-1.22",
        "nodes-1.22",
        "control-plane-1.23",
        "nodes-1.23",
    ]);
    const gate = "  featureGates: {IPv6DualStack: true}\n";
    assert.deepEqual(walked(at("1.24", gate), at("1.25")), ["gates-before-1.25", "control-plane-1.25", "nodes-1.25"]);
    // Without kubeadm kubelets may stay three versions behind, and no more.
    const plain = (version) => at(version).replace("  distribution: kubeadm\n", "");
    assert.deepEqual(walked(plain("1.30"), plain("1.34")), [
        "control-plane-1.31",
        "control-plane-1.32",
        "control-plane-1.33",
        "nodes-1.33",
        "control-plane-1.34",
        "nodes-1.34",
    ]);
    const skipped = cli("migrate", file("a.yaml", at("1.33")), file("b.yaml", at("1.35")), "--order", "control-plane-1.35");
    assert.equal(skipped.status, 1);
    assert.match(skipped.stdout, /kubeadm can upgrade only 1 minor version at a time/);
    const down = cli("migrate", file("c.yaml", at("1.34")), file("d.yaml", at("1.33")));
    assert.equal(down.status, 1);
    assert.match(down.stdout, /^there is no way within the cluster\n/);
});

test("`growth` counts from this month unless it is told another", () => {
    const found = cli("growth", single, "--nodes-per-month", "10%", "--from", "2026-11", "--months", "24");
    assert.equal(found.status, 0, found.stderr);
    assert.match(found.stdout, /^there is room until 2028-11\n/);
    const today = new Date().toISOString().slice(0, 7);
    assert.match(cli("growth", single, "--nodes-per-month", "1").stdout, new RegExp(`^${today} `, "m"));
    assert.equal(cli("growth", single, "--services-per-month", "1000", "--from", "2026-11").status, 1);
    assert.equal(cli("growth", single).status, 2);
});
