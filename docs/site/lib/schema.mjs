// The reference of a file with a JSON Schema: every field with its type and description.

import { readFileSync } from "node:fs";

import { inEnglishLine } from "./frame.mjs";
import { escape, table } from "./html.mjs";
import { inline } from "./markdown.mjs";
import { textsOf } from "./texts.mjs";

const anchor = (name) => `type-${name.toLowerCase()}`;

/** A schema of a value in words, with links to the objects of the file. */
function typeOf(schema) {
    if (schema === true) {
        return "any";
    }
    if (schema.$ref !== undefined) {
        const name = schema.$ref.split("/").at(-1);
        return `<a href="#${anchor(name)}">${escape(name)}</a>`;
    }
    if (schema.const !== undefined) {
        return `<code>${escape(JSON.stringify(schema.const))}</code>`;
    }
    if (schema.enum !== undefined) {
        return schema.enum.map((value) => `<code>${escape(String(value))}</code>`).join(", ");
    }
    const several = schema.anyOf ?? schema.oneOf ?? schema.allOf;
    if (several !== undefined) {
        const shown = several.filter(({ type }) => type !== "null").map(typeOf);
        return [...new Set(shown)].join(" / ");
    }
    const types = [schema.type ?? "any"].flat().filter((type) => type !== "null");
    return types
        .map((type) => {
            if (type === "array") {
                return `[${typeOf(schema.items ?? true)}]`;
            }
            if (type === "object" && typeof schema.additionalProperties === "object") {
                return `{${escape("…")}: ${typeOf(schema.additionalProperties)}}`;
            }
            return escape(type);
        })
        .join(" / ");
}

function fields(page, schema) {
    const texts = textsOf(page.lang).reference;
    const required = new Set(schema.required ?? []);
    const rows = Object.entries(schema.properties ?? {}).map(([name, field]) => [
        `<code dir="ltr">${escape(name)}</code>${required.has(name) ? ` <em>${escape(texts.required)}</em>` : ""}`,
        typeOf(field),
        inEnglishLine(page, inline(field.description ?? "")),
    ]);
    return rows.length === 0 ? "" : table([texts.field, texts.type, texts.about], rows);
}

function body(page, schema, intro) {
    const named = Object.entries(schema.$defs ?? schema.definitions ?? {});
    const parts = named.map(([name, one]) => {
        const inside = fields(page, one);
        return `<h2 id="${anchor(name)}"><code>${escape(name)}</code></h2>\n<p>${inEnglishLine(page, inline(one.description ?? ""))}</p>\n${inside === "" ? `<p>${typeOf({ ...one, description: undefined })}</p>\n` : inside}`;
    });
    const about = `<p>${inEnglishLine(page, inline(schema.description ?? ""))}</p>\n`;
    return `<p>${inline(intro)}</p>\n${about}${fields(page, schema)}${parts.join("")}`;
}

export function schemaPages(root) {
    const page = (file, name, of, intro) => {
        const schema = JSON.parse(readFileSync(new URL(`pkg/${file}`, root), "utf8"));
        const title = { en: textsOf("en").reference[of], ja: textsOf("ja").reference[of] };
        return { name, title, source: `pkg/${file}`, body: (one) => body(one, schema, textsOf(one.lang).reference[intro]) };
    };
    return [
        page("schema.json", "reference/plan-file.html", "file", "fileIntro"),
        page("fleet-schema.json", "reference/fleet-file.html", "fleet", "fleetIntro"),
    ];
}
