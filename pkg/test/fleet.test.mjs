// Fleets: the calls `fleet` and `fleetFiles`, and the command.

import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { fileURLToPath } from "node:url";

import * as dualstack from "../dist/node.js";

const scratch = mkdtempSync(join(tmpdir(), "dualstack-fleet-"));
after(() => rmSync(scratch, { recursive: true }));

const HEAD = "apiVersion: dualstack-planner/v1\nkind: FleetPlan\nmetadata: {name: acme}\nspec:\n";
const CLUSTERS = `  clusters:
    - {name: eu-1, site: eu, group: mesh, nodes: {count: 40}}
    - {name: us-1, site: us, group: mesh, nodes: {count: 300}}
`;
const FLEET = `${HEAD}  blocks: [10.0.0.0/8, "fd5c:8e21:7a00::/40"]\n${CLUSTERS}`;

function value(outcome) {
    assert.equal(outcome.status, "ok", JSON.stringify(outcome));
    return outcome.value;
}

/** A folder of its own with these files. */
function folder(files) {
    const path = mkdtempSync(join(scratch, "case-"));
    for (const [name, text] of Object.entries(files)) {
        mkdirSync(join(path, name, ".."), { recursive: true });
        writeFileSync(join(path, name), text);
    }
    return path;
}

function cli(cwd, ...args) {
    const command = fileURLToPath(new URL("../dist/cli/main.js", import.meta.url));
    const { status, stdout, stderr } = spawnSync(process.execPath, [command, ...args], { cwd, encoding: "utf8", env: { LANG: "C" } });
    return { status, stdout, stderr };
}

test("the command places clusters and keeps them in a lock file", () => {
    const cwd = folder({ "fleet.yaml": FLEET });
    const first = cli(cwd, "fleet", "fleet.yaml");
    assert.equal(first.status, 0, first.stderr);
    assert.equal(first.stderr, "wrote fleet.lock.yaml\n");
    assert.match(first.stdout, /^eu-1 +mesh +eu +10\.5\.0\.0\/18, fd5c:8e21:7a01::\/56 +/m);
    assert.match(first.stdout, /^us-1 +mesh +us +10\.0\.0\.0\/15, fd5c:8e21:7a00::\/52 +/m);
    assert.match(first.stdout, /^2 clusters have their places: 2 new, 0 kept, 0 grown$/m);
    const lock = readFileSync(join(cwd, "fleet.lock.yaml"), "utf8");
    assert.match(lock, /^# Where the clusters of the fleet are\./);

    const again = cli(cwd, "fleet", "fleet.yaml", "--check");
    assert.deepEqual([again.status, again.stderr], [0, ""]);
    assert.match(again.stdout, /^2 clusters have their places: 0 new, 2 kept, 0 grown$/m);

    // One more, in front, and one that has gone.
    writeFileSync(join(cwd, "fleet.yaml"), FLEET.replace("  clusters:\n", "  clusters:\n    - {name: aa, site: eu, group: mesh, nodes: {count: 500}}\n").replace(/^.*us-1.*\n/m, ""));
    const check = cli(cwd, "fleet", "fleet.yaml", "--check");
    assert.equal(check.status, 1);
    assert.equal(check.stderr, "fleet.lock.yaml would change: run `dualstack fleet` without --check, and keep the file\n");
    assert.equal(readFileSync(join(cwd, "fleet.lock.yaml"), "utf8"), lock);
    const more = cli(cwd, "fleet", "fleet.yaml");
    assert.match(more.stdout, /^aa .* new$/m);
    assert.match(more.stdout, /^eu-1 +mesh +eu +10\.5\.0\.0\/18, fd5c:8e21:7a01::\/56 .* kept$/m);
    assert.match(more.stdout, /^gone since the last time, and their space is free: us-1$/m);
});

test("clusters that run already are read from plans, imports and folders beside the fleet file", () => {
    const existing = `  existing:
    - {name: one, group: mesh, plan: plans/one.yaml}
    - {name: two, group: mesh, plan: two/}
    - {name: three, group: mesh, podCIDRs: [10.2.0.0/15]}
`;
    const cwd = folder({
        "fleets/fleet.yaml": FLEET.replace("  clusters:\n", `${existing}  clusters:\n`),
        "fleets/plans/one.yaml":
            'apiVersion: dualstack-planner/v1\nkind: ClusterPlan\nspec:\n  kubernetesVersion: "1.33"\n  podCIDRs: [10.0.0.0/16]\n  serviceCIDRs: [10.1.0.0/16]\n',
        "fleets/two/kubeadm.yaml":
            "apiVersion: kubeadm.k8s.io/v1beta4\nkind: ClusterConfiguration\nkubernetesVersion: v1.33.0\nnetworking:\n  podSubnet: 10.4.0.0/16\n  serviceSubnet: 10.5.0.0/16\n",
    });
    const found = cli(cwd, "fleet", "fleets/fleet.yaml");
    assert.equal(found.status, 0, found.stderr);
    assert.match(found.stdout, /^us-1 +mesh +us +10\.8\.0\.0\/15,/m);
    const lock = readFileSync(join(cwd, "fleets/fleet.lock.yaml"), "utf8");
    for (const network of ["10.0.0.0/16", "10.4.0.0/16", "10.5.0.0/16", "10.2.0.0/15"]) {
        assert.ok(lock.includes(network), network);
    }
    rmSync(join(cwd, "fleets/plans"), { recursive: true });
    const missing = cli(cwd, "fleet", "fleets/fleet.yaml");
    assert.equal(missing.status, 2);
    assert.match(missing.stderr, /^fleets\/fleet\.yaml:7:\d+: error FLEET008: the file plans\/one\.yaml of existing cluster one was not given$/m);
});

test("what has no place is said with what is there, and exit code 1", () => {
    const cwd = folder({ "fleet.yaml": FLEET.replace("10.0.0.0/8", "10.0.0.0/14") });
    const found = cli(cwd, "fleet", "fleet.yaml");
    assert.equal(found.status, 1);
    assert.match(
        found.stderr,
        /^fleet\.yaml:8:\d+: error FLEET004: cluster us-1 needs \/19 of IPv4 for Services \(\/20, and room to double\); nothing of 10\.0\.0\.0\/14 is free in group mesh$/m,
    );
    const japanese = cli(cwd, "fleet", "fleet.yaml", "--lang", "ja");
    assert.match(japanese.stderr, /クラスター us-1 の Service には IPv4 の \/19 が必要です/);
    writeFileSync(join(cwd, "fleet.lock.yaml"), "kind: ConfigMap\n");
    const wrong = cli(cwd, "fleet", "fleet.yaml");
    assert.equal(wrong.status, 2);
    assert.match(wrong.stderr, /^fleet\.lock\.yaml: error FLEET011: /m);
    assert.equal(cli(cwd, "fleet", "fleet.yaml", "--target", "netbox").status, 2);
});

test("files for all clusters are written into a folder, and their plans have no findings", () => {
    const cwd = folder({ "fleet.yaml": FLEET });
    const found = cli(cwd, "fleet", "fleet.yaml", "--export", "out", "--quiet");
    assert.equal(found.status, 0, found.stderr);
    assert.deepEqual(readdirSync(join(cwd, "out")).sort(), ["netbox", "plan-yaml", "report", "reverse-zones", "terraform"]);
    assert.match(readFileSync(join(cwd, "out/report/fleet.md"), "utf8"), /^\| `eu-1` \| `mesh` \| `eu` \| `10\.5\.0\.0\/18` /m);
    const values = JSON.parse(readFileSync(join(cwd, "out/terraform/acme.auto.tfvars.json"), "utf8"));
    assert.deepEqual(values.clusters["us-1"].pod_cidrs, ["10.0.0.0/15", "fd5c:8e21:7a00::/52"]);
    for (const name of ["eu-1", "us-1"]) {
        const lint = cli(cwd, "lint", "--strict", `out/plan-yaml/${name}/plan.yaml`, "fleet.lock.yaml");
        assert.equal(lint.status, 0, lint.stdout + lint.stderr);
    }
    // The plan of one of them with the ranges of the other.
    const plan = readFileSync(join(cwd, "out/plan-yaml/us-1/plan.yaml"), "utf8").replace("name: us-1", "name: eu-1");
    writeFileSync(join(cwd, "moved.yaml"), plan);
    const moved = cli(cwd, "lint", "moved.yaml", "fleet.lock.yaml");
    assert.match(moved.stdout + moved.stderr, /ADDR021.*clusters eu-1 and us-1 overlap on 10\.0\.0\.0\/15, and group mesh connects them/);
    const one = cli(cwd, "fleet", "fleet.yaml", "--export", "one", "-t", "kubeadm,markdown");
    assert.equal(one.status, 0, one.stderr);
    assert.ok(existsSync(join(cwd, "one/kubeadm/eu-1")));
});

test("the call gives plans and files without any file system", () => {
    const answer = value(dualstack.fleet(FLEET, { plans: true, targets: ["reverse-zones"], format: "markdown", lang: "ja" }));
    assert.deepEqual(
        answer.plans.map(({ metadata, spec }) => [metadata.name, spec.podCIDRs]),
        answer.clusters.map(({ name, podCIDRs }) => [name, podCIDRs]),
    );
    assert.deepEqual(answer.files.map(({ path }) => path), ["reverse-zones/zones.txt"]);
    assert.match(answer.text, /^# フリート acme\n/);
    assert.equal(answer.summary.text, "2 クラスターを配置しました: 新規 2、維持 0、拡張 0");
    const again = value(dualstack.fleet(FLEET, { lock: answer.lock, lang: "ja" }));
    assert.equal(again.lockChanged, false);
    assert.deepEqual(value(dualstack.fleetFiles(FLEET)), []);
    const refused = dualstack.fleet("kind: ClusterPlan\n");
    assert.deepEqual([refused.status, refused.diagnostics[0].code], ["failed", "FLEET001"]);
    assert.equal(dualstack.fleet(FLEET, { locks: 1 }).diagnostics[0].code, "API004");
});

test("ten thousand clusters find their places, and find them again", () => {
    const clusters = Array.from({ length: 10_000 }, (_, i) => `    - {name: c-${i}, site: s-${i % 50}, services: 20, nodes: {count: ${1 + ((i * 7) % 5)}, maxPods: 60}}\n`);
    const text = `${HEAD}  blocks: [10.0.0.0/8, 172.16.0.0/12, 100.64.0.0/10, "fd5c:8e21:7000::/36"]\n  clusters:\n${clusters.join("")}`;
    const first = value(dualstack.fleet(text));
    assert.equal(first.clusters.length, 10_000);
    assert.ok(first.sites.every(({ routes }) => routes.length <= 6));
    const second = value(dualstack.fleet(text, { lock: first.lock }));
    assert.equal(second.lockChanged, false);
});
