// Rules from JavaScript and on the command line: formats, fixes, explanations.

import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";

import * as dualstack from "../dist/node.js";

const PLAN = `apiVersion: dualstack-planner/v1
kind: ClusterPlan
spec:
  kubernetesVersion: "1.36"
  podCIDRs: [10.244.1.0/16] # pods
  serviceCIDRs: [10.96.0.0/16]
`;
const CLEAN = PLAN.replace("10.244.1.0", "10.244.0.0");
const MAIN = fileURLToPath(new URL("../dist/cli/main.js", import.meta.url));

function command(words, input = "") {
    const { status, stdout, stderr } = spawnSync(process.execPath, [MAIN, ...words], {
        input,
        encoding: "utf8",
        env: { ...process.env, LC_ALL: "C" },
    });
    return { status, out: stdout, err: stderr };
}

function value(outcome) {
    assert.equal(outcome.status, "ok", JSON.stringify(outcome));
    return outcome.value;
}

test("the example of every rule is a plan file in which it finds something, and each fix does away with it", () => {
    let fixes = 0;
    for (const { code, needs, example } of value(dualstack.rules())) {
        assert.equal(example === undefined, needs === "hosts", code);
        if (example === undefined) {
            continue;
        }
        const { plan, ...beside } = example;
        const count = (text) => value(dualstack.lint(text, { ...beside, allFindings: true })).filter((found) => found.code === code);
        const found = count(plan);
        assert.notEqual(found.length, 0, code);
        for (const fix of found[0].fixes) {
            const { text, texts } = value(dualstack.applyFix(plan, fix));
            assert.deepEqual(texts, [text]);
            assert.ok(count(text).length < found.length, `${code}: ${fix.title.text}`);
            fixes += 1;
        }
    }
    assert.ok(fixes > 100, `${fixes}`);
});

test("a fix changes the text that it is about, and one of another text is refused", () => {
    const service = "# mine\napiVersion: v1\nkind: Service\nmetadata: {name: web}\nspec: {ports: [{port: 80}]}\n";
    const texts = [service, { name: "plan.yaml", text: PLAN }];
    const [finding] = value(dualstack.lint(texts)).filter(({ code }) => code === "ADDR005");
    const fixed = value(dualstack.applyFix(texts, finding.fixes[0]));
    assert.deepEqual(fixed, { text: service, texts: [service, PLAN.replace("10.244.1.0/16]", "10.244.0.0/16]")] });
    const refused = dualstack.applyFix(service, finding.fixes[0], { lang: "ja" });
    assert.equal(refused.status, "failed");
    assert.deepEqual(refused.diagnostics.map(({ code }) => code), ["API004"]);
    for (const wrong of [undefined, 3, {}, { document: 0 }, { document: 0, patch: [{ op: "move", path: "/a" }] }]) {
        assert.equal(dualstack.applyFix(PLAN, wrong).status, "failed");
    }
    assert.equal(dualstack.applyFix(3, finding.fixes[0]).diagnostics[0].code, "API001");
});

test("every rule says what it is", () => {
    const rules = value(dualstack.rules());
    assert.ok(rules.length > 60);
    const rule = rules.find(({ code }) => code === "ADDR005");
    assert.deepEqual(rule.severities.map(({ severity }) => severity), ["warning", "error"]);
    assert.match(rule.page, /^## What it checks/);
    assert.equal(value(dualstack.rules({ lang: "ja" })).find(({ code }) => code === "ADDR005").title.text, "範囲にホストビットがある");
});

test("findings of several files are written in each format", () => {
    const files = [{ name: "a.yaml", text: PLAN }, { name: "b.yaml", text: CLEAN }];
    const written = (format) => value(dualstack.lintFiles({ files, format }));
    assert.equal(written("text").exitCode, 1);
    assert.match(written("text").text, /^a\.yaml:5:14: error ADDR005: .*\n {3}\|\n 5 \| .*\n {3}\| +\^+\n/);
    assert.deepEqual(JSON.parse(written("json").text).map(({ file, code }) => [file, code]), [["a.yaml", "ADDR005"]]);
    const sarif = JSON.parse(written("sarif").text);
    assert.equal(sarif.version, "2.1.0");
    assert.equal(sarif.runs[0].results[0].fixes.length, 1);
    assert.match(written("junit").text, /<testsuite name="a\.yaml" tests="1" failures="1">/);
    assert.match(written("github").text, /^::error file=a\.yaml,line=5,/);
    assert.equal(dualstack.lintFiles({ files, format: "pdf" }).status, "failed");
    assert.equal(value(dualstack.lintFiles({ files: [{ name: "x", text: "kind: [" }] })).exitCode, 2);
});

test("changes and running components are looked at", () => {
    const found = (options) => value(dualstack.lint(CLEAN, options)).map(({ code }) => code);
    assert.ok(!found({}).includes("ORD005"));
    assert.ok(found({ running: "kube-apiserver --service-cluster-ip-range=10.97.0.0/16" }).includes("ORD004"));
    const previous = CLEAN.replace("10.244.0.0/16", '"fd3b:9e72:41c8::/56"');
    assert.ok(found({ previous }).includes("ORD005"));
});

test("a line is explained, and with a plan its fix is there", () => {
    const line = 'err="service IP family \\"10.96.0.0/16\\" must match public address family \\"fd00::11\\""';
    const [found] = value(dualstack.explain(line));
    assert.equal(found.rule.code, "ORD001");
    assert.deepEqual(found.matched.captured, [
        { name: "services", value: "10.96.0.0/16" },
        { name: "address", value: "fd00::11" },
    ]);
    assert.deepEqual(found.findings, []);
    const plan = `${CLEAN}  advertiseAddress: "fd00::11"\n`;
    assert.equal(value(dualstack.explain(line, plan))[0].findings.length, 1);
    assert.deepEqual(value(dualstack.explain("nothing of ours")), []);
});

test("a line in a frame leads to its rule, with the reason why it is shown", () => {
    const wrapped = "E0312 1 x.go:1] failed to alloc\nate cidr from cluster cidr at idx:0: CIDR allocation failed; there are no remaining CI\nDRs left to allocate in the accepted range";
    const codes = (text, plan) => value(dualstack.explain(text, plan)).map(({ rule }) => rule.code);
    assert.deepEqual(codes(wrapped), ["CAP003", "CAP002"]);
    const ipv6 = CLEAN.replace("10.244.0.0/16", '"fd3b:9e72:41c8::/56"');
    const [found, ...others] = value(dualstack.explain(wrapped, ipv6));
    assert.equal(found.rule.code, "CAP002");
    assert.match(found.because.text, /--cluster-cidr .*fd3b:9e72:41c8::\/56/);
    assert.deepEqual(others, []);
    assert.match(value(dualstack.explain(wrapped, ipv6, { lang: "ja" }))[0].because.text, /番目/);
    const cut = 'level=fatal msg="cluster-cidr: [10.42.0.0/16] and service-cidr: [fd00::/112], must share the same IP ver>';
    assert.deepEqual(codes(cut), ["NODE002"]);
    assert.deepEqual(codes("x509: certificate is valid for www.example.org, not registry.example.com"), []);
});

test("where no text is known, the nearest are named, and what to paste instead", () => {
    const { value: found, diagnostics } = dualstack.explain("the service IP family does not match the public address");
    assert.deepEqual(found, []);
    assert.match(diagnostics[0].message.text, /ORD001/);
    assert.match(dualstack.explain("Back-off restarting failed container").diagnostics[0].help.text, /--previous/);
    const { status, err } = command(["explain", "Back-off restarting failed container"]);
    assert.equal(status, 2);
    assert.match(err, /--previous/);
});

test("dualstack lint writes every format, and 2 for a file that is no plan", () => {
    assert.equal(command(["lint", "-o", "github"], PLAN).status, 1);
    assert.equal(JSON.parse(command(["lint", "-o", "sarif"], PLAN).out).runs.length, 1);
    assert.match(command(["lint", "-o", "junit"], CLEAN).out, /failures="0"/);
    assert.deepEqual(command(["lint"], CLEAN), { status: 0, out: "standard input: nothing found\n", err: "" });
    assert.equal(command(["lint", "-o", "pdf"], PLAN).status, 2);
    assert.equal(command(["lint", "--previous", "/no/such/file"], PLAN).status, 2);
});

test("dualstack lint --fix writes what is safe and keeps the comments", () => {
    const folder = mkdtempSync(join(tmpdir(), "dualstack-"));
    try {
        const file = join(folder, "plan.yaml");
        writeFileSync(file, PLAN);
        const { status, err } = command(["lint", "--fix", file]);
        assert.equal(status, 0);
        assert.match(err, /plan\.yaml: ADDR005: Write 10\.244\.0\.0\/16\n/);
        assert.equal(readFileSync(file, "utf8"), CLEAN);
        assert.equal(command(["lint", "--fix"], PLAN).status, 2);
    } finally {
        rmSync(folder, { recursive: true });
    }
});

test("nobody sees a placeholder, and each page ends with a line break", () => {
    const commands = [...command(["--help"]).out.matchAll(/^ {2}([a-z]+) {2}/gm)].map(([, name]) => name);
    assert.ok(commands.includes("explain") && commands.includes("export"), commands.join());
    for (const name of commands) {
        assert.match(command([name, "--help"]).out, /[^\n]\n$/);
    }
    for (const lang of ["en", "ja"]) {
        for (const page of value(dualstack.rules({ lang }))) {
            assert.doesNotMatch(JSON.stringify(page), /\{\$/, page.code);
        }
        assert.doesNotMatch(command(["explain", "CAP002", "ADDR007", "ORD001", "--lang", lang]).out, /\{\$/);
    }
    const plan = `${CLEAN}  advertiseAddress: "fd00::11"\n`;
    assert.doesNotMatch(JSON.stringify(value(dualstack.explain("ORD001", plan))), /\{\$/);
    assert.match(command(["explain", "SVC001"]).out, /from Kubernetes 1\.20 on/);
    assert.match(command(["explain", "VER004"]).out, /Kubernetes 1\.16 to 1\.19/);
});

test("what plugins and clouds print leads to a rule, and the plan tells a wrong address from another range", () => {
    const first = (line) => command(["explain", line]).out.split(" ", 1)[0];
    assert.equal(first("cluster subnet invalid: IPv6 only supports /64 host subnets"), "CNI015");
    assert.equal(first("VPC CNI currently does not support dual stack mode"), "LB014");
    assert.equal(first("IPv6 is enabled but the lease has no IPv6"), "MIG001");
    const line = "failed to allocate IP 10.96.0.7: the provided IP (10.96.0.7) is not in the valid range. The range of valid IPs is 10.97.0.0/16";
    const found = value(dualstack.explain(line, CLEAN));
    assert.deepEqual(found.map(({ rule }) => rule.code), ["ORD004", "SVC014"]);
    assert.match(found[0].because.text, /10\.97\.0\.0\/16.*none of the plan's Service ranges/);
});

test("dualstack explain takes a code, words or standard input", () => {
    const { status, out } = command(["explain", "addr005"]);
    assert.equal(status, 0);
    assert.match(out, /^ADDR005 Host bits in a range\n/);
    assert.match(command(["explain", "unrecognized feature gate: IPv6DualStack"]).out, /^VER001 /);
    assert.match(command(["explain"], "Node n2 status is now: CIDRNotAvailable\n").out, /the line names no family/);
    assert.match(command(["explain"], "x\nError: unknown flag: --cluster-cidrs\n").out, /flag = cluster-cidrs/);
    assert.equal(JSON.parse(command(["explain", "-o", "json", "CAP001"]).out)[0].rule.code, "CAP001");
    assert.equal(command(["explain", "nothing of ours"]).status, 2);
});
