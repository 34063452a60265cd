// Writes the documentation site: node docs/site/build.mjs --out DIR --api FILE [--planner ADDRESS]. `cargo xtask docs` runs it
// when the package is built, with what TypeDoc has read of its declarations.

import { copyFileSync, cpSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { basename, dirname, join, posix, relative } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { parseArgs } from "node:util";

import { apiPages } from "./lib/api.mjs";
import { commandPages } from "./lib/command.mjs";
import { planner } from "./lib/engine.mjs";
import { exportPages } from "./lib/exports.mjs";
import { framed, pathIn } from "./lib/frame.mjs";
import { guidePages } from "./lib/guide.mjs";
import { checkLinks } from "./lib/links.mjs";
import { rulePages } from "./lib/rules.mjs";
import { schemaPages } from "./lib/schema.mjs";
import { LANGUAGES } from "./lib/texts.mjs";
import { tourPages } from "./lib/tour.mjs";
import { versionPages } from "./lib/versions.mjs";

const root = new URL("../../", import.meta.url);
const { values: options } = parseArgs({
    options: { out: { type: "string" }, api: { type: "string" }, planner: { type: "string", default: "planner/index.html" } },
});
if (options.out === undefined || options.api === undefined) {
    throw new Error("usage: node docs/site/build.mjs --out DIR --api FILE [--planner ADDRESS]");
}
const out = options.out;
const inProject = (path) => fileURLToPath(new URL(path, root));

/** The files that a module of the package names, and those that they name, by their paths in `dist`. */
function filesOf(entry) {
    const dist = inProject("pkg/dist");
    const found = new Set();
    const open = [entry];
    while (open.length > 0) {
        const path = open.pop();
        if (found.has(path)) {
            continue;
        }
        found.add(path);
        if (path.endsWith(".js")) {
            const text = readFileSync(join(dist, path), "utf8");
            const named = text.matchAll(/(?:from|import|import\(|new URL\()\s*["']([^"'\n]+\.(?:js|wasm|ftl))["']/g);
            open.push(...[...named].map(([, name]) => posix.normalize(posix.join(posix.dirname(path), name))));
        }
    }
    return found;
}

// What the site is made of.
const { guide, docs, exports } = guidePages(root);
const tour = tourPages();
const command = commandPages();
const schemas = schemaPages(root);
const targets = exportPages();
const pages = new Map([
    ["README.md", "guide/getting-started.html"],
    ["pkg/README.md", "reference/api.html"],
    ["pkg/schema.json", "reference/plan-file.html"],
    ["pkg/fleet-schema.json", "reference/fleet-file.html"],
    ["docs/rules", "rules/index.html"],
    ["docs/rules/README.md", "rules/index.html"],
    ["docs/exports/README.md", exports.name],
    ...docs.map(({ source, name }) => [source, name]),
    ...LANGUAGES.flatMap(({ tag }) =>
        [
            ["home.md", "index.html"],
            ["getting-started.md", "guide/getting-started.html"],
            ["plan-file.md", "guide/plan-file.html"],
            ["plan-file-reference.md", "reference/plan-file.html"],
            ["dual-stack-in-1.16.md", tour[0].name],
        ].map(([file, name]) => [`docs/site/guide/${tag}/${file}`, name]),
    ),
]);
const rules = rulePages({ pages });
for (const { source, name } of rules) {
    pages.set(source ?? "docs/rules/README.md", name);
}
pages.set("docs/exports", exports.name);
const versions = versionPages();
const api = apiPages(JSON.parse(readFileSync(options.api, "utf8")), { pages });

const navigation = [
    { id: "guide", pages: [...guide, ...tour, ...docs.filter(({ section }) => section === "guide")] },
    { id: "reference", pages: [...command, ...schemas, api[0], rules[0], versions[0], exports, ...docs.filter(({ section }) => section === "reference")] },
];
const context = { pages, exportPages: new Set(targets.map(({ name }) => basename(name, ".html"))) };
const all = [...guide, ...tour, ...docs, ...command, ...schemas, ...api, ...rules, ...versions, exports, ...targets];

rmSync(out, { recursive: true, force: true });
const write = (path, text) => {
    const place = join(out, path);
    mkdirSync(dirname(place), { recursive: true });
    writeFileSync(place, text);
};

const images = new Set();
/** The pages that are read one after the other. */
const chainOf = ({ chain }) => (chain === undefined ? [] : all.filter((other) => other.chain === chain));
for (const { tag } of LANGUAGES) {
    for (const source of all) {
        const chain = chainOf(source);
        const place = chain.indexOf(source);
        const neighbour = (page) => page && { name: page.name, title: page.title[tag] };
        const page = {
            ...source,
            lang: tag,
            path: pathIn(tag, source.name),
            title: source.title[tag],
            planner: options.planner,
            version: planner.version(),
            before: neighbour(place > 0 ? chain[place - 1] : undefined),
            after: neighbour(place >= 0 ? chain[place + 1] : undefined),
            needs: new Set(),
            images,
            live: 0,
        };
        try {
            page.body = source.body(page, context);
        } catch (cause) {
            throw new Error(`${page.path} cannot be made`, { cause });
        }
        write(page.path, framed(page, navigation));
    }
}

cpSync(inProject("docs/site/assets"), join(out, "assets"), { recursive: true });
copyFileSync(inProject("web/styles/tokens.css"), join(out, "assets/tokens.css"));
copyFileSync(inProject("pkg/render.css"), join(out, "assets/render.css"));
for (const image of images) {
    write(`assets/images/${basename(image)}`, readFileSync(inProject(image)));
}
for (const path of filesOf("element/index.js")) {
    write(`assets/package/${path}`, readFileSync(inProject(`pkg/dist/${path}`)));
}
if (!options.planner.includes("://")) {
    cpSync(inProject("target/site"), join(out, dirname(options.planner)), { recursive: true });
}

const broken = checkLinks(out);
if (broken.length > 0) {
    throw new Error(`${broken.length} links lead nowhere:\n${broken.slice(0, 40).join("\n")}`);
}
const count = readdirSync(out, { recursive: true }).filter((path) => path.endsWith(".html")).length;
console.log(`docs: ${count} pages in ${relative(process.cwd(), out) || out} (${pathToFileURL(join(out, "index.html")).pathname})`);
