// A page for every version of Kubernetes: what changed, what components are given, and a plan of that version, live.

import { pathIn } from "./frame.mjs";
import { planner, valueOf } from "./engine.mjs";
import { code, escape, lines, relative, table, withCode } from "./html.mjs";
import { live } from "./live.mjs";
import { rulePage, rulesOf } from "./rules.mjs";
import { textsOf } from "./texts.mjs";

const INDEX = "versions/index.html";
export const versionPage = (version) => `versions/${version}.html`;

/** A plan that is ordinary in its version. */
export const planIn = (version) => `apiVersion: dualstack-planner/v1
kind: ClusterPlan
metadata:
  name: demo
spec:
  kubernetesVersion: "${version}"
  podCIDRs: [10.244.0.0/16, "fd00:10:244::/56"]
  serviceCIDRs: [10.96.0.0/16, "fd00:10:96::/112"]
  nodes: {count: 40, max: 250}
---
apiVersion: v1
kind: Service
metadata: {name: web}
spec:
${Number(version.split(".")[1]) < 20 ? "  ipFamily: IPv6" : "  ipFamilyPolicy: PreferDualStack"}
  selector: {app: web}
  ports: [{port: 80}]
`;

export function versionPages() {
    const versions = planner.kubernetesVersions();

    function changed(page, version, before, texts) {
        if (before === undefined) {
            return `<p>${withCode(texts.first)}</p>\n`;
        }
        const changes = valueOf(planner.changes(before, version, { lang: page.lang }), `changes to ${version}`);
        if (changes.length === 0) {
            return `<h2 id="changes">${escape(texts.changes(before))}</h2>\n<p>${escape(texts.nothing)}</p>\n`;
        }
        const rows = changes.map(({ component, fact, name, before: was, after, source, confidence }) => [
            code(component),
            `${escape(texts.facts[fact] ?? fact)} ${name.includes(" ") ? escape(name) : code(name)}`,
            escape(was ?? texts.absent),
            escape(after ?? texts.absent),
            `${escape(source)}${confidence === "unverified" ? ` (${escape(texts.unverified)})` : ""}`,
        ]);
        const head = [texts.component, texts.change, before, version, texts.sourceColumn];
        return `<h2 id="changes">${escape(texts.changes(before))}</h2>\n${table(head, rows)}`;
    }

    function settings(page, version, texts) {
        const { components, failedChecks } = valueOf(planner.components(planIn(version), { lang: page.lang }), version);
        const rows = components.flatMap(({ component, settings: own }) =>
            own.map(({ flag, field, value, why }) => [
                code(component),
                `${code(flag)}${field === undefined ? "" : `<br>${code(field.name)}`}`,
                code(value),
                withCode(why.text),
            ]),
        );
        const failed = failedChecks.map(({ text }) => lines(`${text}\n`));
        return `<h2 id="settings">${escape(texts.settings)}</h2>\n<p>${escape(texts.settingsIntro)}</p>\n${table([texts.component, texts.flag, texts.value, texts.why], rows)}${failed.length === 0 ? "" : `<p>${escape(texts.refused)}</p>\n${failed.join("")}`}`;
    }

    function rules(page, version, before, texts) {
        const { begin, ended } = rulesOf(version, before, page.lang);
        const list = (id, title, found) =>
            found.length === 0
                ? ""
                : `<h2 id="${id}">${escape(title)}</h2>\n<ul>\n${found
                      .map(
                          ({ code: name, title: { text } }) =>
                              `<li><a href="${escape(relative(page.path, pathIn(page.lang, rulePage(name))))}">${escape(name)}</a> ${withCode(text)}</li>\n`,
                      )
                      .join("")}</ul>\n`;
        return list("rules", texts.rules, begin) + list("ended", texts.ended, ended);
    }

    function body(page, version, before) {
        const texts = textsOf(page.lang).versions;
        return [
            changed(page, version, before, texts),
            settings(page, version, texts),
            `<h2 id="plan">${escape(texts.live)}</h2>\n`,
            live(page, planIn(version), { view: "planner", editor: true }),
            rules(page, version, before, texts),
        ].join("");
    }

    function indexBody(page) {
        const texts = textsOf(page.lang).versions;
        const to = (name) => escape(relative(page.path, pathIn(page.lang, name)));
        const links = versions.map((version) => `<li><a href="${to(versionPage(version))}">${escape(texts.of(version))}</a></li>\n`);
        return `<p>${escape(texts.intro)}</p>\n<p><a href="${to("reference/kubernetes-versions.html")}">${escape(texts.all)}</a></p>\n<ul class="names">\n${links.reverse().join("")}</ul>\n`;
    }

    return [
        { name: INDEX, title: { en: textsOf("en").versions.title, ja: textsOf("ja").versions.title }, body: indexBody },
        ...versions.map((version, index) => ({
            name: versionPage(version),
            belongsTo: INDEX,
            title: { en: textsOf("en").versions.of(version), ja: textsOf("ja").versions.of(version) },
            chain: "versions",
            body: (page) => body(page, version, versions[index - 1]),
        })),
    ];
}
