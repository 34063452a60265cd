// The reference of calls and types, a page each, from what TypeDoc reads in the declarations.

import { KIND, declarationsOf, textOf, typeWriter } from "./declarations.mjs";
import { escape, lines, relative, table } from "./html.mjs";
import { inline, markdown } from "./markdown.mjs";
import { textsOf } from "./texts.mjs";
import { inEnglish, inEnglishLine, pathIn } from "./frame.mjs";

const INDEX = "reference/api.html";

/** The pages: of the list, and of every call and type. */
export function apiPages(project, { pages }) {
    const all = declarationsOf(project);
    const own = all.filter(({ item }) => item !== undefined);
    if (own.length === 0) {
        throw new Error("TypeDoc found no declarations");
    }
    const byId = new Map(own.map((declaration) => [declaration.id, declaration]));
    const byName = new Map(own.filter(({ isCall }) => !isCall).map((declaration) => [declaration.name, declaration]));
    const from = (declaration) => [
        declaration.from,
        ...all.filter(({ target }) => target === declaration.id).map((reference) => reference.from),
    ];

    function linkerOf(page) {
        return (name, target) => {
            const found = byId.get(target) ?? (typeof target === "number" ? undefined : byName.get(name));
            const address = found && escape(relative(page.path, pathIn(page.lang, found.page)));
            return address === undefined || found.page === page.name ? escape(name) : `<a href="${address}">${escape(name)}</a>`;
        };
    }

    /** The text of a comment as HTML. */
    function said(page, parts) {
        return inEnglish(page, markdown(page, textOf(parts), { file: "pkg/src/engine.ts", pages }).html);
    }

    const tagged = (comment, tag) => (comment?.blockTags ?? []).filter((block) => block.tag === tag);

    function described(page, texts, { comment, parameters = [] }, types) {
        const rows = parameters.map(({ name, type, flags, comment: about }) => [
            `<code>${escape(name)}</code>`,
            `<code>${types.write(type)}</code>`,
            `${flags?.isOptional ? `<em>${escape(texts.optional)}</em> ` : ""}${inEnglishLine(page, inline(textOf(about?.summary)))}`,
        ]);
        const section = (title, tag) =>
            tagged(comment, tag)
                .map(({ content }) => `<h2 id="${tag.slice(1)}">${escape(title)}</h2>\n${said(page, content)}`)
                .slice(0, 1)
                .join("");
        const examples = tagged(comment, "@example").map(({ content }) =>
            lines(textOf(content).replaceAll(/^```\w*\n|\n?```$/g, "").trim() + "\n", texts.examples),
        );
        return [
            said(page, comment?.summary),
            rows.length === 0 ? "" : `<h2 id="parameters">${escape(texts.parameters)}</h2>\n${table([texts.field, texts.type, texts.about], rows)}`,
            section(texts.returns, "@returns"),
            section(texts.throws, "@throws"),
            examples.length === 0 ? "" : `<h2 id="example">${escape(texts.examples)}</h2>\n${examples.join("")}`,
        ].join("");
    }

    function members(page, texts, children, types) {
        const rows = children.map(({ name, type, flags, comment, getSignature }) => [
            `<code>${escape(name)}${flags?.isOptional ? "?" : ""}</code>`,
            `<code>${types.write(type ?? getSignature.type)}</code>`,
            inEnglishLine(page, inline(textOf((comment ?? getSignature?.comment)?.summary))),
        ]);
        return rows.length === 0 ? "" : `<h2 id="members">${escape(texts.members)}</h2>\n${table([texts.field, texts.type, texts.about], rows)}`;
    }

    function methods(page, texts, children, types) {
        return children
            .map(({ name, signatures: [first] }) => {
                const { comment } = first;
                const returned = tagged(comment, "@returns").map(({ content }) => said(page, content));
                return `<h3 id="${escape(name)}"><code>${escape(name)}</code></h3>\n<pre class="signature" lang="en" dir="ltr" translate="no" tabindex="0"><code>${escape(name)}${types.signature(first, ": ")}</code></pre>\n${said(page, comment?.summary)}${returned.join("")}`;
            })
            .join("");
    }

    function bodyOf(page, declaration) {
        const texts = textsOf(page.lang).reference;
        const types = typeWriter(linkerOf(page));
        const { item, name } = declaration;
        const imported = `<p>${escape(texts.entry)}: ${from(declaration)
            .map((path) => `<code>${escape(path)}</code>`)
            .join(", ")}</p>\n`;
        const declared = (html) =>
            `<pre class="signature" lang="en" dir="ltr" translate="no" tabindex="0"><code>${html}</code></pre>\n`;
        switch (item.kind) {
            case KIND.function: {
                const [first] = item.signatures.filter(({ comment }) => comment !== undefined).concat(item.signatures);
                const all = item.signatures.map((one) => declared(`${escape(name)}${types.signature(one, ": ")}`));
                return imported + all.join("") + described(page, texts, first, types);
            }
            case KIND.variable: {
                return imported + declared(`${escape(name)}: ${types.write(item.type)}`) + described(page, texts, item, types);
            }
            case KIND.alias: {
                const whole = declared(`type ${escape(name)}${types.generics(item.typeParameters)} = ${types.write(item.type)}`);
                const object = item.type.type === "reflection" && item.type.declaration.children;
                return imported + whole + said(page, item.comment?.summary) + (object ? members(page, texts, object, types) : "");
            }
            default: {
                const children = item.children ?? [];
                const fields = children.filter(({ kind }) => [KIND.property, KIND.accessor].includes(kind));
                const calls = children.filter(({ kind }) => kind === KIND.method);
                const bases = (item.extendedTypes ?? []).map((type) => types.write(type));
                const extended = bases.length === 0 ? "" : ` extends ${bases.join(", ")}`;
                const word = item.kind === KIND.class ? "class" : "interface";
                return (
                    imported +
                    declared(`${word} ${escape(name)}${types.generics(item.typeParameters)}${extended}`) +
                    said(page, item.comment?.summary) +
                    members(page, texts, fields, types) +
                    (calls.length === 0 ? "" : `<h2 id="methods">${escape(texts.methods)}</h2>\n${methods(page, texts, calls, types)}`)
                );
            }
        }
    }

    function indexBody(page) {
        const texts = textsOf(page.lang).reference;
        const { filter, shown } = textsOf(page.lang);
        const link = (declaration) =>
            `<li><a href="${escape(relative(page.path, pathIn(page.lang, declaration.page)))}"><code>${escape(declaration.name)}</code></a></li>\n`;
        const entries = [...new Set(all.map((declaration) => declaration.from))];
        const sections = entries.map((entry) => {
            const here = all
                .filter((declaration) => declaration.from === entry)
                .map((declaration) => (declaration.item === undefined ? byId.get(declaration.target) : declaration))
                .filter(Boolean);
            const part = (title, found) =>
                found.length === 0
                    ? ""
                    : `<h3>${escape(title)}</h3>\n<ul class="names">\n${found
                          .toSorted((a, b) => (a.name < b.name ? -1 : 1))
                          .map(link)
                          .join("")}</ul>\n`;
            const id = entry.replaceAll(/\W+/g, "-");
            return `<section aria-labelledby="${id}"><h2 id="${id}"><code>${escape(entry)}</code></h2>\n${part(texts.calls, here.filter(({ isCall }) => isCall))}${part(texts.types, here.filter(({ isCall }) => !isCall))}</section>\n`;
        });
        return `<p>${escape(texts.apiIntro)}</p>
<p class="filter" hidden><label>${escape(filter)} <input type="search" data-filter=".names li"></label> <output data-unit="${escape(shown)}"></output></p>
${sections.join("")}`;
    }

    const titles = (text) => ({ en: text, ja: text });
    return [
        {
            name: INDEX,
            title: { en: textsOf("en").reference.api, ja: textsOf("ja").reference.api },
            body: indexBody,
        },
        ...own.map((declaration) => ({
            name: declaration.page,
            belongsTo: INDEX,
            title: titles(declaration.name),
            heading: `<code>${escape(declaration.name)}</code>`,
            inEnglish: "parts",
            body: (page) => bodyOf(page, declaration),
        })),
    ];
}
