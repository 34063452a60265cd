// A page for every rule, with its example live, and the list of them.

import { inEnglish, pathIn } from "./frame.mjs";
import { planner, valueOf } from "./engine.mjs";
import { code, escape, lines, relative, table, withCode } from "./html.mjs";
import { live } from "./live.mjs";
import { markdown } from "./markdown.mjs";
import { textsOf } from "./texts.mjs";

const INDEX = "rules/index.html";

export const rulePage = (code) => `rules/${code}.html`;

/** The severities of a rule in words: `warning; error from 1.36`. */
function severities({ severities: rows }, texts) {
    return rows
        .map(({ since, severity }, index) => (index === 0 ? texts.severities[severity] : texts.severityFrom(texts.severities[severity], since)))
        .join("; ");
}

/** The versions of a rule in words. */
function window({ from, to }, first, texts) {
    if (to !== undefined) {
        return texts.fromTo(from, to);
    }
    return from === first ? texts.all : texts.from(from);
}

/** `owner/name#1` as a link. */
function sourceLink(source) {
    const [, repository, number] = /^([\w.-]+\/[\w.-]+)#(\d+)$/.exec(source) ?? [];
    return number === undefined
        ? escape(source)
        : `<a href="https://github.com/${repository}/issues/${number}">${escape(source)}</a>`;
}

export function rulePages({ pages }) {
    const [first] = planner.kubernetesVersions();
    const of = Object.fromEntries(["en", "ja"].map((lang) => [lang, valueOf(planner.rules({ lang }), "rules")]));

    function example(page, rule, texts) {
        if (rule.example === undefined) {
            return `<p>${escape(texts.noExample)}</p>\n`;
        }
        const { plan, previous, running } = rule.example;
        const found = valueOf(planner.lint(plan, { previous, running, allFindings: true }), rule.code);
        if (!found.some((finding) => finding.code === rule.code)) {
            throw new Error(`${rule.code} finds nothing in its example`);
        }
        const beside = (title, text) => (text === undefined ? "" : `<h3>${escape(title)}</h3>\n${lines(text, title)}`);
        return [
            beside(texts.previousPlan, previous),
            beside(texts.running, running),
            `<p>${escape(texts.live)}</p>\n`,
            live(page, plan, { previous, running }),
        ].join("");
    }

    function body(page, index) {
        const texts = textsOf(page.lang).rules;
        const rule = of[page.lang][index];
        const facts = [
            [texts.severity, escape(severities(rule, texts))],
            [texts.versions, escape(window(rule, first, texts))],
            [texts.needs, escape(texts.needsOf[rule.needs])],
            [texts.component, code(rule.component)],
            [texts.stage, escape(texts.stages[rule.stage])],
            [texts.since, escape(rule.since)],
        ];
        // Where the example is not live it stands in the description.
        const [described, behind = ""] = rule.example === undefined ? [rule.page] : rule.page.split(/^## Example\n/m);
        // What stands behind the example's blocks, such as "Use instead".
        const rest = behind.includes("\n## ") ? behind.slice(behind.indexOf("\n## ") + 1) : "";
        const english = (text) => {
            const { html } = markdown(page, text, { file: `docs/rules/${rule.code}.md`, pages });
            const note = page.lang === "en" || html === "" ? "" : `<p class="note">${escape(texts.page)}</p>\n`;
            return note + inEnglish(page, html);
        };
        const fixes = rule.fixes.map(({ text }) => `<li>${withCode(text)}</li>\n`).join("");
        return [
            `<dl class="facts">${facts.map(([name, value]) => `<div><dt>${escape(name)}</dt><dd>${value}</dd></div>`).join("\n")}</dl>\n`,
            `<h2 id="what-to-do">${escape(texts.help)}</h2>\n<p>${withCode(rule.help.text)}</p>\n`,
            `<h2 id="example">${escape(texts.example)}</h2>\n${example(page, rule, texts)}`,
            english(described),
            english(rest),
            fixes === "" ? "" : `<h2 id="fixes">${escape(texts.fixes)}</h2>\n<ul>\n${fixes}</ul>\n`,
            rule.upstream.length === 0 ? "" : `<h2 id="upstream">${escape(texts.upstream)}</h2>\n${lines(`${rule.upstream.join("\n")}\n`, texts.upstream)}`,
            `<h2 id="sources">${escape(texts.sources)}</h2>\n<ul>\n${rule.sources.map((source) => `<li>${sourceLink(source)}</li>\n`).join("")}</ul>\n`,
        ].join("");
    }

    function indexBody(page) {
        const texts = textsOf(page.lang);
        const rows = of[page.lang].map((rule) => [
            `<a href="${escape(relative(page.path, pathIn(page.lang, rulePage(rule.code))))}">${escape(rule.code)}</a>`,
            withCode(rule.title.text),
            `<span class="severity ${rule.severities.at(-1).severity}">${escape(severities(rule, texts.rules))}</span>`,
            escape(window(rule, first, texts.rules)),
        ]);
        return `<p class="filter" hidden><label>${escape(texts.filter)} <input type="search" data-filter="tbody tr"></label> <output data-unit="${escape(texts.shown)}"></output></p>
${table([texts.rules.code, texts.rules.rule, texts.rules.severity, texts.rules.versions], rows, texts.rules.title)}`;
    }

    const titleOf = (lang, index) => `${of[lang][index].code} ${of[lang][index].title.text.replaceAll("`", "")}`;
    return [
        { name: INDEX, title: { en: textsOf("en").rules.title, ja: textsOf("ja").rules.title }, body: indexBody },
        ...of.en.map((rule, index) => ({
            name: rulePage(rule.code),
            belongsTo: INDEX,
            title: { en: titleOf("en", index), ja: titleOf("ja", index) },
            heading: undefined,
            source: `docs/rules/${rule.code}.md`,
            chain: "rules",
            body: (page) => body(page, index),
        })),
    ];
}

/** The rules that begin with a version, and those that have ended before it, by language. */
export function rulesOf(version, before, lang) {
    const rules = valueOf(planner.rules({ lang }), "rules");
    return {
        begin: rules.filter(({ from }) => before !== undefined && from === version),
        ended: rules.filter(({ to }) => to !== undefined && to === before),
    };
}
