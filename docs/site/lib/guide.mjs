// The pages that people have written: the guide in both languages, and the files of docs/.

import { existsSync, readFileSync } from "node:fs";

import { markdown } from "./markdown.mjs";

/** The pages of the guide: name, title and the file in `guide/<language>/`. One shows README.md, and has its links. */
const GUIDE = [
    { name: "index.html", file: "home.md", title: { en: "Overview", ja: "概要" } },
    { name: "guide/getting-started.html", file: "getting-started.md", base: "README.md", title: { en: "Getting started", ja: "はじめに" } },
    { name: "guide/plan-file.html", file: "plan-file.md", title: { en: "The plan file", ja: "プランファイル" } },
];

/** The files of docs/ that are pages, in the order of the contents. */
const DOCS = [
    { file: "migration.md", title: { en: "From IPv4 to dual-stack", ja: "IPv4 からデュアルスタックへ" }, section: "guide" },
    { file: "fleet.md", title: { en: "Many clusters", ja: "多数のクラスター" }, section: "guide" },
    { file: "continuous-integration.md", title: { en: "Continuous integration", ja: "継続的インテグレーション" }, section: "guide" },
    { file: "embedding.md", title: { en: "Plans in your own pages", ja: "自分のページへの埋め込み" }, section: "guide" },
    { file: "cidr.md", title: { en: "Address algebra", ja: "アドレスの計算" }, section: "reference" },
    { file: "limits.md", title: { en: "Limits", ja: "上限" }, section: "reference" },
    { file: "benchmarks.md", title: { en: "Benchmarks", ja: "ベンチマーク" }, section: "reference" },
    { file: "kubernetes-versions.md", title: { en: "Flags, gates and fields", ja: "フラグ、ゲート、フィールド" }, section: "reference" },
];

/** The blocks of README.md in the order of the page, so that translations show what tests have run. */
function readmeBlocks(text) {
    return [...text.matchAll(/^```\w+[^\n]*\n[^]*?^```$/gm)].map(([block]) => block);
}

/** README.md without what is about working on the project. */
function readmePart(text) {
    const end = text.indexOf("\n## Working on it");
    if (end === -1) {
        throw new Error("README.md has no section `Working on it`");
    }
    return text.slice(0, end);
}

export function guidePages(root) {
    const read = (path) => readFileSync(new URL(path, root), "utf8");
    const readme = read("README.md");
    const blocks = readmeBlocks(readme);
    const included = (text) =>
        text
            .replaceAll(/^@readme\((\d+)\)$/gm, (_, number) => {
                const block = blocks[Number(number)];
                if (block === undefined) {
                    throw new Error(`README.md has no block ${number}`);
                }
                return block;
            })
            .replaceAll(/^@readme$/gm, () => readmePart(readme).replace(/^# .*\n/, ""));

    const guide = GUIDE.map(({ name, file, base, title }) => ({
        name,
        title,
        section: "guide",
        body(page, { pages }) {
            const path = `docs/site/guide/${page.lang}/${file}`;
            page.source = path;
            const { html, title: own } = markdown(page, included(read(path)), { file: base ?? path, pages });
            page.title = own ?? page.title;
            return html;
        },
    }));
    const docs = DOCS.map(({ file, title, section }) => ({
        name: section === "guide" ? `guide/${file.replace(".md", ".html")}` : `reference/${file.replace(".md", ".html")}`,
        title,
        section,
        source: `docs/${file}`,
        inEnglish: "all",
        body(page, { pages }) {
            const { html, title: own } = markdown(page, read(`docs/${file}`), { file: `docs/${file}`, pages });
            page.title = page.lang === "en" ? (own ?? page.title) : page.title;
            return html;
        },
    }));
    const exports = {
        name: "exports/index.html",
        title: { en: "Exports", ja: "エクスポート" },
        source: "docs/exports/README.md",
        body(page, { pages, exportPages }) {
            const file = page.lang === "en" ? "docs/exports/README.md" : `docs/exports/README.${page.lang}.md`;
            if (!existsSync(new URL(file, root))) {
                throw new Error(`there is no ${file}`);
            }
            const { html, title: own } = markdown(page, read(file), { file, pages });
            page.title = own ?? page.title;
            // The name of a target leads to its page, and the page to the documentation of the format.
            return html.replaceAll(/<a href="[^"]*"><code dir="ltr"[^>]*>([\w-]+)<\/code><\/a>/g, (whole, id) =>
                exportPages.has(id) ? `<a href="${id}.html"><code dir="ltr">${id}</code></a>` : whole,
            );
        },
    };
    return { guide, docs, exports };
}
