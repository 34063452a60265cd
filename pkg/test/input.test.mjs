// Input as people have it: several files and folders, a cluster without a plan, a list of texts in a call.

import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";

import { COMMANDS } from "../dist/cli/commands.js";
import { run } from "../dist/cli/run.js";
import { analyze, applySafeFixes, convert, lint, nodes } from "../dist/node.js";

const folder = mkdtempSync(join(tmpdir(), "dualstack-input-"));
after(() => rmSync(folder, { recursive: true }));

const PLAN = `apiVersion: dualstack-planner/v1
kind: ClusterPlan
metadata: {name: base}
spec:
  kubernetesVersion: "1.33"
  podCIDRs: [10.244.0.0/16, "fd6f:1b2c:3d4e::/56"]
  serviceCIDRs: [10.96.0.0/16, "fd6f:1b2c:3d4f::/112"]
`;
const service = (name, spec) => `# of the shop
apiVersion: v1
kind: Service
metadata: {name: ${name}}
spec: {${spec}, selector: {a: b}, ports: [{port: 80}]}
`;

const file = (name, text) => {
    const path = join(folder, name);
    mkdirSync(join(path, ".."), { recursive: true });
    writeFileSync(path, text);
    return path;
};
const plan = file("plan.yaml", PLAN);
const outside = file("svc/a/outside.yaml", service("outside", "clusterIP: 10.97.0.1"));
file("svc/b.json", JSON.stringify({ kind: "Service", metadata: { name: "b" }, spec: { ports: [{ port: 80 }] } }));
file("svc/notes.txt", "no manifest");
mkdirSync(join(folder, "empty"));

function cli(...words) {
    const result = { out: "", err: "" };
    result.code = run(words, COMMANDS, {
        environment: {},
        languages: ["en", "ja", "zh-Hans", "ko"],
        version: () => "1.2.3",
        out: (text) => { result.out += text; },
        err: (text) => { result.err += text; },
    });
    return result;
}

test("files and folders are linted together, and findings name their own file and line", () => {
    const { code, out } = cli("lint", plan, join(folder, "svc"));
    assert.equal(code, 1, out);
    assert.ok(out.includes(`${outside}:5:`) && out.includes("SVC014"), out);
    assert.ok(!out.includes("PLAN001"), out);
    const { out: json } = cli("lint", join(folder, "svc"), plan, "-o", "json");
    const found = JSON.parse(json).find(({ code }) => code === "SVC014");
    assert.deepEqual([found.file, found.location.document, found.location.line], [outside, 0, 5]);
    assert.equal(cli("lint", outside).code, 2);
    assert.match(cli("lint", join(folder, "empty")).err, /holds no \.yaml/);
});

test("Services are answered with the plan of another file, or with a cluster alone", () => {
    const b = join(folder, "svc", "b.json");
    const answered = cli("services", b, "--plan", plan);
    assert.equal(answered.code, 0, answered.err);
    assert.match(answered.out, /default\/b +stored +SingleStack +IPv4 +10\.96\./);
    const alone = cli("services", b, "--cluster", "fd00:10:96::/112,10.96.0.0/16", "--version", "v1.33.2+k3s1");
    assert.equal(alone.code, 0, alone.err);
    assert.match(alone.out, /default\/b +stored +SingleStack +IPv6 +fd00:10:96::/);
    const refused = cli("services", outside, "--cluster", "10.96.0.0/16", "--version", "1.33");
    assert.equal(refused.code, 1);
    assert.ok(refused.err.includes(`${outside}:5:`), refused.err);
    assert.match(cli("services", b, "--cluster", "10.96.0.0/33").err, /FILE016/);
    assert.match(cli("services", b, "--cluster", "10.96.0.0/16", "--version", "1.99").err, /PLAN004/);
});

test("calls take a list of texts, with names or without", () => {
    const texts = [PLAN, { name: "outside.yaml", text: service("outside", "clusterIP: 10.97.0.1") }];
    const { value, diagnostics } = analyze(texts);
    assert.equal(value.services[0].admission.outcome, "refused");
    const { location } = diagnostics.find(({ code }) => code === "SVC014");
    assert.deepEqual([location.file, location.line, location.document], ["outside.yaml", 5, 1]);
    assert.equal(analyze(PLAN).diagnostics.some(({ location }) => "file" in location), false);
    assert.ok(lint(texts).value.some(({ code }) => code === "SVC014"));
    assert.equal(nodes(texts, { limit: 1 }).status, "ok");
    for (const wrong of [[1], [{}], [{ text: 1 }], [null]]) {
        assert.equal(analyze(wrong).status, "failed");
        assert.equal(analyze(wrong).diagnostics[0].code, "API004");
    }
    assert.deepEqual(analyze([]).diagnostics.map(({ code }) => code), ["PLAN001"]);
});

test("the Services of one file are exported and converted with the plan of another", () => {
    const services = file("own/svc.yaml", service("web", "ipFamilyPolicy: PreferDualStack"));
    const exported = cli("export", "--target", "services", services, plan);
    assert.equal(exported.code, 0, exported.err);
    assert.ok(exported.out.includes("name: web"), exported.out);
    const converted = cli("services", "--to", "1.36", services, plan);
    assert.equal(converted.code, 0, converted.err);
    assert.ok(converted.out.includes('kubernetesVersion: "1.36"') && converted.out.includes("name: web"), converted.out);
    const { value } = convert([{ name: "a.yaml", text: service("a", "ipFamily: IPv6") }, PLAN], "1.36");
    assert.equal(value.services[0].location.file, "a.yaml");
    assert.equal(value.services[0].writtenFor, "1.19");
});

test("fixes go to the file that they are about", () => {
    const own = file("fix/plan.yaml", PLAN.replace("10.96.0.0/16", "010.96.0.0/16"));
    const other = file("fix/svc.yaml", service("web", "ipFamily: IPv6"));
    const { err } = cli("lint", "--fix", join(folder, "fix"));
    assert.ok(readFileSync(own, "utf8").includes("serviceCIDRs: [10.96.0.0/16"), err);
    assert.ok(readFileSync(other, "utf8").startsWith("# of the shop\n"), err);
    assert.ok(readFileSync(other, "utf8").includes("ipFamilies: [IPv6]"), err);
    const { value } = applySafeFixes(["kind: Service\n", PLAN]);
    assert.deepEqual(value.texts, ["kind: Service\n", PLAN]);
});

test("UTF-16 is read", () => {
    for (const [name, bytes] of [
        ["le", Buffer.from(`\ufeff${PLAN}`, "utf16le")],
        ["be", Buffer.from(`\ufeff${PLAN}`, "utf16le").swap16()],
    ]) {
        const { code, out, err } = cli("plan", file(`utf16/${name}.yaml`, bytes));
        assert.equal(code, 0, err);
        assert.ok(out.includes("10.244.0.0/16"), out);
    }
});
