// The frame of every page: head, header with the languages and the theme, navigation, footer.

import { escape, relative } from "./html.mjs";
import { LANGUAGES, textsOf } from "./texts.mjs";

/** What a page may do. Its scripts and styles are files of the site; the element compiles WASM. */
const POLICY = [
    "default-src 'none'",
    "script-src 'self' 'wasm-unsafe-eval'",
    "style-src 'self'",
    "img-src 'self'",
    "connect-src 'self'",
    "form-action 'none'",
    "base-uri 'none'",
    "require-trusted-types-for 'script'",
].join("; ");

const REPOSITORY = "https://github.com/dualstack-planner/dualstack-planner";

/** The address of a file of the project. */
export const sourceOf = (file) => `${REPOSITORY}/blob/main/${file}`;

/** The path of a page in a language. */
export const pathIn = (lang, name) => LANGUAGES.find(({ tag }) => tag === lang).folder + name;

/** A part of a page that is in English whatever the page is in. */
export const inEnglish = (page, html) => (page.lang === "en" || html === "" ? html : `<div lang="en">\n${html}</div>\n`);

/** The same within a line. */
export const inEnglishLine = (page, html) => (page.lang === "en" || html === "" ? html : `<span lang="en">${html}</span>`);

/** A page as HTML. `navigation` are the sections with their pages, in order. */
export function framed(page, navigation) {
    const texts = textsOf(page.lang);
    const to = (path) => escape(relative(page.path, path));
    const here = (name) => (name === page.name || page.belongsTo === name ? ' aria-current="page"' : "");
    const sections = navigation.map(
        ({ id, pages }) =>
            `<section><h2 id="nav-${id}">${escape(texts.sections[id])}</h2><ul aria-labelledby="nav-${id}">\n${pages
                .map(({ name, title }) => `<li><a href="${to(pathIn(page.lang, name))}"${here(name)}>${escape(title[page.lang])}</a></li>\n`)
                .join("")}</ul></section>\n`,
    );
    const languages = LANGUAGES.map(({ tag, name }) =>
        tag === page.lang
            ? `<span lang="${tag}" aria-current="true">${name}</span>`
            : `<a href="${to(pathIn(tag, page.name))}" lang="${tag}" hreflang="${tag}" rel="alternate">${name}</a>`,
    );
    const alternates = LANGUAGES.filter(({ tag }) => tag !== page.lang).map(
        ({ tag }) => `<link rel="alternate" hreflang="${tag}" href="${to(pathIn(tag, page.name))}">\n`,
    );
    const options = Object.entries(texts.themes).map(([value, name]) => `<option value="${value}">${escape(name)}</option>`);
    const element = page.needs.has("element")
        ? `<link rel="stylesheet" href="${to("assets/render.css")}">\n<script type="module" src="${to("assets/package/element/index.js")}"></script>\n`
        : "";
    const planner = page.planner.includes("://") ? escape(page.planner) : to(page.planner);
    // What is in English is marked by the page itself where it is mixed with other words.
    const body = page.inEnglish === "all" ? inEnglish(page, page.body) : page.body;
    const note =
        page.inEnglish !== undefined && texts.englishOnly !== undefined ? `<p class="note">${escape(texts.englishOnly)}</p>\n` : "";
    const neighbours = [
        [page.before, "prev", texts.previous],
        [page.after, "next", texts.next],
    ]
        .filter(([neighbour]) => neighbour !== undefined)
        .map(([{ name, title }, rel, label]) => `<a rel="${rel}" href="${to(pathIn(page.lang, name))}"><span>${escape(label)}</span> ${escape(title)}</a>`);
    return `<!doctype html>
<html lang="${page.lang}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${escape(POLICY)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<meta name="description" content="${escape(page.about ?? texts.tagline)}">
<title>${escape(page.name === "index.html" ? `${texts.site}: ${texts.tagline}` : `${page.title} · ${texts.site}`)}</title>
<script src="${to("assets/theme.js")}"></script>
<link rel="stylesheet" href="${to("assets/tokens.css")}">
<link rel="stylesheet" href="${to("assets/site.css")}">
<link rel="icon" type="image/svg+xml" href="${to("assets/icon.svg")}">
${alternates.join("")}${element}<script type="module" src="${to("assets/site.js")}"></script>
</head>
<body>
<a class="skip" href="#content">${escape(texts.skip)}</a>
<header>
<a class="brand" href="${to(pathIn(page.lang, "index.html"))}">${escape(texts.site)}</a>
<nav aria-label="${escape(texts.language)}" class="languages">${languages.join(" ")}</nav>
<label class="theme" hidden>${escape(texts.theme)} <select id="theme">${options.join("")}</select></label>
<a class="planner" href="${planner}">${escape(texts.planner)}</a>
</header>
<div class="columns">
<nav class="contents" aria-label="${escape(texts.menu)}"><details open><summary>${escape(texts.menu)}</summary>
${sections.join("")}</details></nav>
<script src="${to("assets/contents.js")}"></script>
<main id="content" tabindex="-1">
<h1>${page.heading ?? escape(page.title)}</h1>
${note}${body}${neighbours.length > 0 ? `<nav class="neighbours" aria-label="${escape(`${texts.previous} / ${texts.next}`)}">${neighbours.join("\n")}</nav>\n` : ""}</main>
</div>
<footer>
<p>${escape(texts.licence)}</p>
<p>${page.source === undefined ? "" : `<a href="${sourceOf(page.source)}">${escape(texts.source)}</a> · `}<a href="${REPOSITORY}">dualstack-planner</a> ${escape(page.version)}</p>
</footer>
</body>
</html>
`;
}
