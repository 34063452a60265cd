// A page for every export target: its files for a small plan.

import { planner, valueOf } from "./engine.mjs";
import { escape, lines, withCode } from "./html.mjs";
import { plannerLink } from "./live.mjs";
import { textsOf } from "./texts.mjs";

const INDEX = "exports/index.html";

/** The small plan of each page: of the newest version that the target has. */
const planFor = (target, versions) => `apiVersion: dualstack-planner/v1
kind: ClusterPlan
metadata:
  name: demo
spec:
  kubernetesVersion: "${target.until ?? versions.at(-1)}"
  podCIDRs: [10.244.0.0/16, "fd00:10:244::/56"]
  serviceCIDRs: [10.96.0.0/16, "fd00:10:96::/112"]
  nodeCIDRs: [192.168.1.0/24, "fd00:192:168:1::/64"]
  nodes: {count: 40, max: 250}
`;

export function exportPages() {
    const versions = planner.kubernetesVersions();
    const of = Object.fromEntries(["en", "ja"].map((lang) => [lang, valueOf(planner.exportTargets({ lang }), "targets")]));

    function body(page, index) {
        const texts = textsOf(page.lang).exports;
        const target = of[page.lang][index];
        const plan = planFor(target, versions);
        const outcome = planner.export(plan, [target.id], { lang: page.lang });
        const files = outcome.status === "ok" ? outcome.value.files : [];
        const remarks = (outcome.status === "ok" ? outcome.value : outcome).diagnostics.map(
            ({ code, message }) => `<li><strong>${escape(code)}</strong> ${withCode(message.text)}</li>\n`,
        );
        const shown =
            files.length === 0
                ? `<p>${escape(texts.none)}</p>\n`
                : files.map(({ path, text }) => `<h3><code dir="ltr">${escape(path)}</code></h3>\n${lines(text, path)}`).join("");
        return [
            `<p>${withCode(target.description.text)}</p>\n`,
            `<dl class="facts"><div><dt>${escape(texts.versions)}</dt><dd>${escape(texts.until(target.since, target.until))}</dd></div>
<div><dt>${escape(texts.documentation)}</dt><dd><a href="${escape(target.docs)}">${escape(target.docs)}</a></dd></div>
<div><dt>${escape(texts.checked)}</dt><dd>${target.checked.map(({ text }) => escape(text)).join("<br>")}</dd></div></dl>\n`,
            `<h2 id="command">${escape(texts.command)}</h2>\n${lines(`dualstack export plan.yaml --target ${target.id} -o out\n`, texts.command)}`,
            `<h2 id="plan">${escape(texts.plan)}</h2>\n${lines(plan, texts.plan)}${plannerLink(page, plan, "exports")}`,
            `<h2 id="files">${escape(texts.files)}</h2>\n${shown}`,
            remarks.length === 0 ? "" : `<h2 id="remarks">${escape(texts.remarks)}</h2>\n<ul>\n${remarks.join("")}</ul>\n`,
        ].join("");
    }

    return of.en.map(({ id }, index) => ({
        name: `exports/${id}.html`,
        belongsTo: INDEX,
        title: { en: plain(of.en[index].title.text), ja: plain(of.ja[index].title.text) },
        chain: "exports",
        body: (page) => body(page, index),
    }));
}

const plain = (text) => text.replaceAll("`", "");
