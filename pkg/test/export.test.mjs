// `dualstack export` as a program: what it prints, what it writes, how it ends.

import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { appendFileSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative, sep } from "node:path";
import { after, test } from "node:test";
import { fileURLToPath } from "node:url";

import { unzipSync } from "fflate";

const program = fileURLToPath(new URL("../dist/cli/main.js", import.meta.url));
const scratch = mkdtempSync(join(tmpdir(), "dualstack-export-"));
after(() => rmSync(scratch, { recursive: true }));

const PLAN = `apiVersion: dualstack-planner/v1
kind: ClusterPlan
metadata: {name: demo}
spec:
  kubernetesVersion: "1.18"
  podCIDRs: [10.244.0.0/16, "fd00:10:244::/56"]
  serviceCIDRs: [10.96.0.0/16, "fd00:10:96::/112"]
`;

function dualstack(words, input = PLAN) {
    const { status, stdout, stderr } = spawnSync(process.execPath, [program, ...words, "--lang", "en"], {
        input,
        encoding: "utf8",
    });
    return { status, stdout, stderr };
}

test("one target is printed as it is", () => {
    const { status, stdout, stderr } = dualstack(["export", "--target", "flags"]);
    assert.equal(status, 0, stderr);
    assert.match(stdout, /--service-cluster-ip-range=10\.96\.0\.0\/16,fd00:10:96::\/112/);
    assert.match(stdout, /--feature-gates=IPv6DualStack=true/);
    assert.match(stdout, /--node-cidr-mask-size-ipv6=64/);
});

test("a folder and a zip hold the same files", () => {
    const folder = join(scratch, "out");
    const zip = join(scratch, "out.zip");
    const { status, stdout, stderr } = dualstack(["export", "-t", "flags,systemd", "-o", folder, "--zip", zip]);
    assert.equal(status, 0, stderr);
    assert.equal(stdout, "");
    const entries = Object.entries(unzipSync(readFileSync(zip)));
    assert.ok(entries.length >= 2);
    for (const [path, bytes] of entries) {
        assert.deepEqual(new Uint8Array(readFileSync(join(folder, path))), bytes, path);
    }
    const again = join(scratch, "again.zip");
    dualstack(["export", "-t", "flags,systemd", "--zip", again]);
    assert.deepEqual(readFileSync(again), readFileSync(zip), "the same plan gives the same bytes");
});

for (const name of ["../../../evil", "/etc/evil", "C:\\\\evil", "con", "NUL.txt", "aux", "..", "a\\nb", "~/evil", "-rf"]) {
    test(`whatever a plan is called, its files land in the folder and the archive: ${name}`, () => {
        const base = mkdtempSync(join(scratch, "hostile-"));
        const [folder, zip] = [join(base, "a/b/out"), join(base, "out.zip")];
        const plan = PLAN.replace("1.18", "1.36").replace("{name: demo}", `{name: "${name}"}`);
        const targets = dualstack(["export", "--list"]).stdout.match(/^\S+(?= +1\.)/gm);
        assert.ok(targets.length > 40, targets);
        dualstack(["export", "-t", targets.join(","), "-o", folder, "--zip", zip], plan);
        const names = Object.keys(unzipSync(readFileSync(zip)));
        assert.ok(names.length > 40, names);
        for (const path of names) {
            assert.match(path, /^[A-Za-z0-9_.][A-Za-z0-9_.-]*(\/[A-Za-z0-9_.][A-Za-z0-9_.-]*)*$/);
            assert.doesNotMatch(path, /(^|\/)(\.\.?|(con|prn|aux|nul|com\d|lpt\d)(\.[^/]*)?)(\/|$)|\.(\/|$)/i);
        }
        assert.equal(new Set(names.map((path) => path.toLowerCase())).size, names.length);
        const below = (place) =>
            readdirSync(place, { recursive: true, withFileTypes: true })
                .filter((entry) => entry.isFile())
                .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join("/"));
        assert.deepEqual(below(folder).sort(), [...names].sort());
        // Nothing else came about where it might have escaped to.
        assert.deepEqual(below(base).sort(), [...names, "../../../out.zip"].sort());
    });
}

test("the list names every target with its versions", () => {
    const { status, stdout } = dualstack(["export", "--list"], "");
    assert.equal(status, 0);
    for (const name of ["flags", "static-pods", "systemd", "kubelet-config", "kube-proxy-config", "servicecidr", "kubeadm"]) {
        assert.match(stdout, new RegExp(`^${name} `, "m"));
    }
    for (const group of ["Installers and distributions", "Components", "Egress"]) {
        assert.match(stdout, new RegExp(` ${group} `));
    }
});

test("a folder is verified against the plan it was exported from", () => {
    const folder = join(scratch, "verify");
    const written = dualstack(["export", "-t", "flags,systemd,kubelet-config", "-o", folder]);
    assert.equal(written.status, 0, written.stderr);
    const own = dualstack(["export", "--verify", folder]);
    assert.equal(own.status, 0, own.stdout + own.stderr);
    assert.match(own.stdout, /^flags\/kubelet\.sh +from this plan$/m);

    const other = dualstack(["export", "--verify", folder], PLAN.replace("10.96.0.0/16", "10.97.0.0/16"));
    assert.equal(other.status, 1);
    const lines = other.stdout.trimEnd().split("\n").slice(1).filter((line) => !line.startsWith("-"));
    assert.ok(lines.length > 5);
    for (const line of lines) {
        assert.match(line, / from another plan/);
    }

    appendFileSync(join(folder, "flags/kubelet.sh"), "# mine\n");
    writeFileSync(join(folder, "notes.txt"), "mine");
    const edited = dualstack(["export", "--verify", folder]);
    assert.equal(edited.status, 1);
    assert.match(edited.stdout, /^flags\/kubelet\.sh +from this plan, but changed/m);
    assert.match(edited.stdout, /^notes\.txt +not an export$/m);
    assert.match(edited.stdout, /^systemd\/kubelet\.service\.d\/20-dualstack\.conf +from this plan$/m);
});

test("a folder that cannot be verified is exit code 2", () => {
    const missing = dualstack(["export", "--verify", join(scratch, "nowhere")]);
    assert.equal(missing.status, 2);
    assert.match(missing.stderr, /there is no such file/);
    const empty = mkdtempSync(join(scratch, "empty-"));
    assert.equal(dualstack(["export", "--verify", empty]).status, 2);
    const garbage = dualstack(["export", "--verify", scratch], "{");
    assert.equal(garbage.status, 2);
    assert.match(garbage.stderr, /FILE001/);
});

test("the report knows the plan before, and is verified with it", () => {
    const previous = join(scratch, "previous.yaml");
    writeFileSync(previous, PLAN.replace("10.244.0.0/16", "10.245.0.0/16"));
    const folder = join(scratch, "report");
    const written = dualstack(["export", "-t", "markdown", "--previous", previous, "-o", folder]);
    assert.equal(written.status, 0, written.stderr);
    assert.match(readFileSync(join(folder, "report/plan.md"), "utf8"), /\*\*Error MIG003\*\* `spec\.podCIDRs/i);
    assert.match(dualstack(["export", "--verify", folder, "--previous", previous]).stdout, /plan\.md +from this plan$/m);
    assert.doesNotMatch(dualstack(["export", "--verify", folder]).stdout, /plan\.md +from this plan$/m);
});

test("what cannot be exported is said, with exit code 2", () => {
    const missing = dualstack(["export"]);
    assert.equal(missing.status, 2);
    assert.match(missing.stderr, /--target/);
    const unknown = dualstack(["export", "--target", "flag"]);
    assert.equal(unknown.status, 2);
    assert.match(unknown.stderr, /flags/);
    const garbage = dualstack(["export", "--target", "flags"], "{");
    assert.equal(garbage.status, 2);
    assert.match(garbage.stderr, /FILE001/);
});

test("a plan is printed as YAML too", () => {
    const { status, stdout } = dualstack(["plan", "-o", "yaml"]);
    assert.equal(status, 0);
    assert.match(stdout, /^primaryFamily: IPv4$/m);
});
