// HTML as text. What comes from data goes through `escape`; nothing else makes markup of it.

const NAMES = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

export const escape = (text) => String(text).replaceAll(/[&<>"]/g, (character) => NAMES[character]);

/** A text in which what stands between backticks is code. */
export const withCode = (text) =>
    escape(text).replaceAll(/`([^`]+)`/g, (_, code) => `<code dir="ltr">${code}</code>`);

/** A value as code. It is broken behind commas alone: half an address is another address. */
export const code = (text) => {
    const parts = String(text).split(",").map((part) => `<span>${escape(part)}</span>`);
    return `<code class="value" dir="ltr">${parts.join(",<wbr>")}</code>`;
};

/** Lines as they are. They scroll by themselves, by keyboard too. */
export const lines = (text, label) =>
    `<pre lang="en" dir="ltr" translate="no" tabindex="0"${label === undefined ? "" : ` aria-label="${escape(label)}"`}><code>${escape(text)}</code></pre>\n`;

/** A table that scrolls by itself where the page is too narrow. Cells are HTML. */
export function table(head, rows, label) {
    const cells = (row) => row.map((cell, index) => (index === 0 ? `<th scope="row">${cell}</th>` : `<td>${cell}</td>`)).join("");
    const body = rows.map((row) => `<tr>${cells(row)}</tr>\n`).join("");
    const heads = head.map((cell) => `<th scope="col">${escape(cell)}</th>`).join("");
    return `${SCROLL_BEGIN(label ?? head.join(", "))}<table><thead><tr>${heads}</tr></thead><tbody>\n${body}</tbody></table>${SCROLL_END}`;
}

/** The begin and the end of something wide that scrolls by itself, by keyboard too. */
export const SCROLL_BEGIN = (label) => `<div class="scroll" role="group" tabindex="0" aria-label="${escape(label)}">`;
export const SCROLL_END = "</div>\n";

/** The id of a heading, as GitHub makes it: links of Markdown files rely on it. */
export function slugger() {
    const used = new Map();
    return (text) => {
        const slug = text
            .toLowerCase()
            .trim()
            .replaceAll(/[^\p{L}\p{N}\s_-]/gu, "")
            .replaceAll(/\s/g, "-");
        const count = used.get(slug) ?? 0;
        used.set(slug, count + 1);
        return count === 0 ? slug || "section" : `${slug}-${count}`;
    };
}

/** The relative address from one page of the site to another, whose address may have a fragment. */
export function relative(from, to) {
    const [path, fragment] = to.split(/(#.*)/s);
    const here = from.split("/").slice(0, -1);
    const there = path.split("/");
    let shared = 0;
    while (shared < here.length && shared < there.length - 1 && here[shared] === there[shared]) {
        shared += 1;
    }
    return "../".repeat(here.length - shared) + there.slice(shared).join("/") + (fragment ?? "");
}
