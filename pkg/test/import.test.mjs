// A plan from what exists, through the package and through the command line.

import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { fileURLToPath } from "node:url";

import * as dualstack from "../dist/node.js";

const scratch = mkdtempSync(join(tmpdir(), "dualstack-import-"));
after(() => rmSync(scratch, { recursive: true }));

const KUBEADM = `apiVersion: kubeadm.k8s.io/v1beta3
kind: ClusterConfiguration
kubernetesVersion: v1.33.2
networking:
  podSubnet: 10.244.0.0/16,fd00:10:244::/56
  serviceSubnet: 10.96.0.0/16,fd00:10:96::/112
`;
const NODES = `apiVersion: v1
kind: List
items:
- apiVersion: v1
  kind: Node
  metadata: {name: a}
  spec: {podCIDRs: [10.244.0.0/24, "fd00:10:244::/64"]}
- apiVersion: v1
  kind: Node
  metadata: {name: b}
  spec: {podCIDRs: [10.244.2.0/24, "fd00:10:244:0:2::/64"]}
`;

function cli(args, input) {
    const command = fileURLToPath(new URL("../dist/cli/main.js", import.meta.url));
    const { status, stdout, stderr } = spawnSync(process.execPath, [command, ...args], {
        input,
        encoding: "utf8",
        env: { ...process.env, LANG: "C", LC_ALL: "C" },
    });
    return { status, stdout, stderr };
}

test("every value has its origin", () => {
    const outcome = dualstack.importPlan([{ name: "kubeadm.yaml", text: KUBEADM }, NODES]);
    assert.equal(outcome.status, "ok");
    const pods = outcome.value.values.find(({ field }) => field === "podCidrs");
    assert.deepEqual(pods, {
        path: "spec.podCIDRs",
        field: "podCidrs",
        value: ["10.244.0.0/16", "fd00:10:244::/56"],
        strength: "configured",
        origins: [{ file: "kubeadm.yaml", line: 5, path: "networking.podSubnet", kind: "kubeadm" }],
    });
    assert.deepEqual(outcome.value.occupancy.nodeBlocks.map(({ node }) => node), ["a", "b"]);
    assert.deepEqual(outcome.value.missing.map(({ path }) => path), ["spec.nodeCIDRs"]);
});

test("the nodes of a dump keep their blocks, and the next one gets the lowest that is left", () => {
    const { value } = dualstack.importPlan([KUBEADM, NODES]);
    const page = dualstack.nodes(value.text, { limit: 3 }).value;
    assert.equal(page.existing, 2);
    assert.equal(page.count, "256");
    assert.deepEqual(page.nodes.map(({ name, podCIDRs }) => [name, podCIDRs[0]]), [
        ["a", "10.244.0.0/24"],
        ["b", "10.244.2.0/24"],
        [undefined, "10.244.1.0/24"],
    ]);
    assert.deepEqual(dualstack.lint(value.text).value.filter(({ code }) => code === "PLAN003"), []);
});

test("what is not understood is no success", () => {
    const outcome = dualstack.importPlan(["worker_processes auto;"], { lang: "ja" });
    assert.equal(outcome.status, "failed");
    assert.deepEqual(outcome.diagnostics.map(({ code }) => code), ["IMP004"]);
    for (const texts of [undefined, "text", [1], [{ name: "a" }], [{ text: "", more: 1 }]]) {
        assert.equal(dualstack.importPlan(texts).status, "failed");
    }
});

test("files and folders become a plan that can be read", () => {
    mkdirSync(join(scratch, "dump", "deeper"), { recursive: true });
    writeFileSync(join(scratch, "dump", "kubeadm.yaml"), KUBEADM);
    writeFileSync(join(scratch, "dump", "deeper", "nodes.yaml"), NODES);
    const { status, stdout, stderr } = cli(["import", join(scratch, "dump")]);
    assert.equal(status, 0, stderr);
    assert.match(stdout, /podCIDRs: # .*kubeadm\.yaml:5 networking\.podSubnet\n {4}- 10\.244\.0\.0\/16/);
    assert.match(stderr, /In use: 2 node blocks, 0 cluster IPs, 0 node ports\./);
    const nodes = cli(["nodes", "--limit", "3"], stdout);
    assert.match(nodes.stdout, /2 of 256 nodes are there already/);
});

test("the exit code says whether there is a plan", () => {
    assert.equal(cli(["import", "-o", "json"], KUBEADM).status, 0);
    assert.equal(JSON.parse(cli(["import", "-o", "json"], KUBEADM).stdout).values.length, 4);
    const missing = cli(["import"], "kube-apiserver --service-cluster-ip-range=10.96.0.0/16");
    assert.equal(missing.status, 1);
    assert.match(missing.stderr, /error IMP002: nothing that was given says what `spec.podCIDRs` is/);
    const nothing = cli(["import", "--lang", "ja"], "worker_processes auto;");
    assert.equal(nothing.status, 2);
    assert.match(nothing.stderr, /IMP004: 入力には/);
});
