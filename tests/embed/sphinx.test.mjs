// The Sphinx extension, in a site that Sphinx builds. DUALSTACK_PYTHON names a Python that has Sphinx.

import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { fileURLToPath } from "node:url";

const PYTHON = process.env.DUALSTACK_PYTHON ?? "python3";
const folder = mkdtempSync(join(tmpdir(), "dualstack-sphinx-"));
after(() => rmSync(folder, { recursive: true, force: true }));

const PLAN = `apiVersion: dualstack-planner/v1
kind: ClusterPlan

spec:
  kubernetesVersion: "1.36"
  podCIDRs: [10.244.0.0/16, "fd00:10:244::/56"]
  serviceCIDRs: [10.96.0.0/16, "fd00:10:96::/112"]
`;

function build(page, language) {
    const extensions = fileURLToPath(new URL("../../pkg/embed", import.meta.url));
    const command = fileURLToPath(new URL("../../pkg/dist/cli/main.js", import.meta.url));
    writeFileSync(
        join(folder, "conf.py"),
        `import sys\nsys.path.insert(0, ${JSON.stringify(extensions)})\nextensions = ["dualstack_sphinx"]\n` +
            `dualstack_command = ${JSON.stringify(`"${process.execPath}" "${command}"`)}\nlanguage = ${JSON.stringify(language)}\n`,
    );
    writeFileSync(join(folder, "index.rst"), page);
    const run = spawnSync(PYTHON, ["-m", "sphinx", "-q", "-E", "-W", "-b", "html", folder, join(folder, "out")], {
        encoding: "utf8",
        env: { ...process.env, PYTHONDONTWRITEBYTECODE: "1" },
    });
    return { status: run.status, said: `${run.stderr}${run.error ?? ""}`, html: () => readFileSync(join(folder, "out/index.html"), "utf8") };
}

const block = (settings, text) =>
    `\n.. dualstack::\n${settings.map((setting) => `   :${setting}\n`).join("")}\n${text.replaceAll(/^(?=.)/gm, "   ")}\n`;

test("a directive becomes the element with its form made ahead", () => {
    const page = `A page\n======\n${block(["view: nodes", "load: visible", "readonly:"], PLAN)}${block(["at: 10.96.0.0/16"], PLAN)}`;
    const { status, said, html } = build(page, "en");
    assert.equal(status, 0, said);
    const text = html();
    assert.ok(text.includes('<dualstack-planner view="nodes" load="visible" readonly="" plan="apiVersion: dualstack-planner/v1\n'), text);
    assert.ok(text.includes('podCIDRs: [10.244.0.0/16, &quot;fd00:10:244::/56&quot;]'), text);
    assert.ok(text.includes('<td><bdi dir="ltr">10.244.15.0/24</bdi></td>'), text);
    assert.match(text, /<svg [^>]*id="dsp-index-1"/);
    assert.ok(text.includes("Map of a plan") || text.includes("Map of the plan"), text);
});

test("the language is that of the site, and a mistake names its line", () => {
    const { status, said, html } = build(`A\n=\n${block(["view: sentence"], PLAN)}`, "ja");
    assert.equal(status, 0, said);
    assert.ok(html().includes('<section class="dsp dsp-sentence" dir="ltr" lang="ja">'));
    for (const [settings, text, reason] of [
        [["view: maps"], PLAN, /"maps" unknown; choose from/],
        [[], "kind: ConfigMap\n", /index\.rst:4: .*PLAN001/s],
    ]) {
        const wrong = build(`A\n=\n${block(settings, text)}`, "en");
        assert.notEqual(wrong.status, 0);
        assert.match(wrong.said, reason);
    }
});
