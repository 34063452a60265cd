// The plugins for ```dualstack blocks, each run by the program that it is for, or by what that program says to it.

import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { test } from "node:test";
import { fileURLToPath } from "node:url";

import { evaluate } from "@mdx-js/mdx";
import MarkdownIt from "markdown-it";
import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import * as jsx from "react/jsx-runtime";
import rehypeStringify from "rehype-stringify";
import remarkParse from "remark-parse";
import remarkRehype from "remark-rehype";
import { unified } from "unified";

import markdownItDualstack from "../../pkg/dist/embed/markdown-it.js";
import remarkDualstack from "../../pkg/dist/embed/remark.js";

const PLAN = `apiVersion: dualstack-planner/v1
kind: ClusterPlan

spec:
  kubernetesVersion: "1.36"
  podCIDRs: [10.244.0.0/16, "fd00:10:244::/56"]
  serviceCIDRs: [10.96.0.0/16, "fd00:10:96::/112"]
  reserved: [{name: "_a_ <b>", cidr: 172.16.0.0/16}]
`;
const PAGE = `# A page

\`\`\`dualstack view=nodes load=visible
${PLAN}\`\`\`

Between.

\`\`\`dualstack
${PLAN}\`\`\`

\`\`\`yaml
kind: ConfigMap
\`\`\`
`;
const ROW = '<tr><th scope="row"><bdi dir="ltr">15</bdi></th><td><bdi dir="ltr">10.244.15.0/24</bdi></td>';

async function byRemark(text, options) {
    const processor = unified()
        .use(remarkParse)
        .use(remarkDualstack, options)
        .use(remarkRehype)
        .use(rehypeStringify);
    return String(await processor.process(text));
}

function byMarkdownIt(text, options) {
    return new MarkdownIt().use(markdownItDualstack, options).render(text);
}

const MDBOOK = fileURLToPath(new URL("../../pkg/dist/embed/mdbook.js", import.meta.url));

/** What mdBook sends, in the form of 0.4 or 0.5. */
function byMdBook(text, { lang = "en", member = "sections" } = {}) {
    const chapter = { name: "A", content: text, number: [1], sub_items: [], path: "a.md", source_path: "a.md", parent_names: [] };
    const context = { root: "/book", config: { book: { language: lang } }, renderer: "html", mdbook_version: "0.4.52" };
    const given = JSON.stringify([context, { [member]: ["Separator", { Chapter: chapter }], __non_exhaustive: null }]);
    const run = spawnSync(process.execPath, [MDBOOK], { input: given, encoding: "utf8" });
    assert.equal(run.status, 0, run.stderr);
    return JSON.parse(run.stdout)[member][1].Chapter.content;
}

/** The value of an attribute. */
function unescaped(text) {
    const characters = { lt: "<", "#x3C": "<", gt: ">", quot: '"', "#x22": '"', "#10": "\n", amp: "&", "#x26": "&" };
    return text.replaceAll(/&([#\w]+);/g, (whole, name) => characters[name] ?? whole);
}

function checked(html) {
    assert.ok(html.includes('<dualstack-planner view="nodes" load="visible" plan="apiVersion: dualstack-planner/v1'), html);
    const plans = [...html.matchAll(/ plan="([^"]*)"/g)].map(([, plan]) => unescaped(plan));
    assert.deepEqual(plans, [PLAN, PLAN]);
    assert.ok(html.includes(ROW), html);
    assert.equal(html.match(/<dualstack-planner/g).length, 2);
    assert.equal(html.match(/<svg /g).length, 1);
    assert.ok(html.includes('viewBox="'), "names keep their case");
    assert.ok(html.includes("<clipPath "), "names keep their case");
    assert.ok(!html.replaceAll(/ plan="[^"]*"/g, "").includes("<b>"), "a name is a text");
    assert.ok(html.includes("ConfigMap"), "other blocks stay");
    assert.ok(!html.includes(" style="));
}

test("remark", async () => {
    const html = await byRemark(PAGE);
    checked(html);
    assert.match(await byRemark(PAGE, { lang: "ja" }), /<section[^>]* lang="ja"/);
});

test("remark in MDX, as Docusaurus has it", async () => {
    const page = PAGE.replace("load=visible", "load=visible readonly");
    const { default: content } = await evaluate(page, { ...jsx, remarkPlugins: [[remarkDualstack, { heading: 2 }]] });
    const html = renderToStaticMarkup(createElement(content));
    checked(html.replace(/ (?:heading="2"|readonly="[^"]*")/gi, ""));
    assert.match(html, /<dualstack-planner view="nodes" load="visible" readonly="[^"]*" heading="2" plan="/i);
    assert.match(html, /<rect [^>]*class="f-[^>]* stroke-width="|<path [^>]*stroke-width="/);
});

test("remark names the place of a mistake", async () => {
    await assert.rejects(byRemark("a\n\n```dualstack vew=map\nkind: ConfigMap\n```\n"), (error) => {
        assert.match(error.reason, /`vew` is no setting of a block; there are view, at,/);
        assert.equal(error.line, 3);
        return true;
    });
    await assert.rejects(byRemark("```dualstack view=maps\n```\n"), /`view` does not take `maps`/);
    await assert.rejects(byRemark("```dualstack\nkind: ConfigMap\n```\n"), /PLAN001/);
});

test("markdown-it", () => {
    const html = byMarkdownIt(PAGE);
    checked(html);
    assert.ok(html.includes('id="dsp-block-1"'), html);
    assert.match(byMarkdownIt(PAGE, { lang: "ja" }), /<section[^>]* lang="ja"/);
    assert.match(byMarkdownIt("```js\na\n```\n"), /^<pre><code class="language-js">a\n<\/code><\/pre>/);
    assert.throws(() => byMarkdownIt("```dualstack view=maps\n```\n"), /`view` does not take `maps`/);
});

test("a block with an editor shows its plan without scripts too", async () => {
    const page = PAGE.replace("view=nodes load=visible", "view=findings editor");
    for (const html of [byMarkdownIt(page), await byRemark(page), new MarkdownIt({ html: true }).render(byMdBook(page))]) {
        const [, beside] = /<dualstack-planner view="findings" editor="editor" plan="[^"]*"><pre class="dsp-plan"[^>]*><code>([^<]*)</.exec(html) ?? [];
        assert.ok(beside !== undefined, html);
        assert.equal(unescaped(beside), PLAN);
        assert.equal(html.match(/<pre class="dsp-plan"/g).length, 1);
        assert.ok(!html.replaceAll(/ plan="[^"]*"/g, "").includes("<b>"), "a name is a text");
    }
});

test("a plan that looks like markup stays in its attribute", () => {
    const html = byMarkdownIt(`\`\`\`dualstack view=sentence\n${PLAN}# "></script><b>\n\`\`\`\n`);
    assert.ok(html.includes("# &quot;>&lt;/script>&lt;b>\n\"><section"), html);
    assert.ok(!html.includes("<script") && !html.includes("<b>"));
});

test("mdBook", () => {
    for (const member of ["sections", "items"]) {
        const text = byMdBook(PAGE, { member });
        assert.ok(text.includes("\n\nBetween.\n\n"));
        // What mdBook makes of it: HTML that Markdown leaves alone, although a name in the plan has underscores.
        const html = new MarkdownIt({ html: true }).render(text);
        assert.ok(html.includes('view="nodes"') && html.includes(ROW), html);
        assert.equal(html.match(/<dualstack-planner/g).length, 2);
        assert.ok(html.includes("_a_ &lt;b&gt;") && !html.includes("<em>") && !html.includes("<p><dualstack"), html);
        assert.ok(html.includes("kind: ClusterPlan&#10;&#10;spec:"), html);
        assert.ok(html.includes('id="dsp-chapter-0-1"'), html);
    }
    assert.match(byMdBook(PAGE, { lang: "ja" }), /<section[^>]* lang="ja"/);
    const supports = (renderer) => spawnSync(process.execPath, [MDBOOK, "supports", renderer]).status;
    assert.deepEqual([supports("html"), supports("epub")], [0, 1]);
});
