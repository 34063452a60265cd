// Pages that are Markdown: files of docs/ and of the guide, and texts of the engine.

import { posix } from "node:path";

import MarkdownIt from "markdown-it";

import { sourceOf, pathIn } from "./frame.mjs";
import { SCROLL_BEGIN, SCROLL_END, escape, relative, slugger } from "./html.mjs";
import { live } from "./live.mjs";

const JAPANESE_END = /[\p{Script=Hani}\p{Script=Hira}\p{Script=Kana}、。）」ー]$/u;
const JAPANESE_BEGIN = /^[\p{Script=Hani}\p{Script=Hira}\p{Script=Kana}（「]/u;
/** The longest code in a sentence that is kept in one line, on narrow screens too. */
const SHORT = 28;

/** The settings that a block may have, and what `live` calls them. */
function settingsOf(info) {
    const words = info.trim().split(/\s+/).slice(1);
    return Object.fromEntries(words.map((word) => word.split(/=(.*)/s).slice(0, 2)).map(([key, value]) => [key, value ?? true]));
}

/**
 * Markdown as HTML. `file` is where the text stands in the project, and what its links are relative to; `pages` maps files of
 * the project to pages of the site. The first heading is the page's own and is left out.
 */
export function markdown(page, text, { file, pages }) {
    const md = new MarkdownIt({ html: true, linkify: false });
    const slug = slugger();
    let title;

    md.core.ruler.push("site", ({ tokens }) => {
        let level = 1;
        for (const [index, token] of tokens.entries()) {
            if (token.type === "fence") {
                token.meta = { heading: level + 1 };
            }
            if (token.type === "heading_open") {
                level = Number(token.tag.slice(1));
                const { content, children } = tokens[index + 1];
                const plain = children.filter(({ type }) => ["text", "code_inline"].includes(type)).map((child) => child.content);
                if (token.tag === "h1" && title === undefined) {
                    title = { plain: plain.join(""), first: index };
                    continue;
                }
                token.attrSet("id", slug(plain.join("") || content));
            }
            for (const [place, child] of (token.children ?? []).entries()) {
                // Where Japanese goes on in the next line of its source there is no space.
                const [before, after] = [token.children[place - 1], token.children[place + 1]];
                if (child.type === "softbreak" && JAPANESE_END.test(before?.content) && JAPANESE_BEGIN.test(after?.content)) {
                    Object.assign(child, { type: "text", content: "" });
                }
                const name = { link_open: "href", image: "src" }[child.type];
                if (name !== undefined) {
                    child.attrSet(name, addressOf(child.attrGet(name), child.type === "image"));
                }
            }
        }
        if (title !== undefined) {
            tokens.splice(title.first, 3);
        }
    });

    /** The address in the site of what a file of the project names. */
    function addressOf(address, isImage) {
        if (/^[a-z]+:|^#/i.test(address)) {
            return address;
        }
        const [path, fragment = ""] = address.split(/(#.*)/s);
        const named = posix.normalize(posix.join(posix.dirname(file), path));
        const found = pages.get(named) ?? pages.get(posix.join(named, "README.md"));
        if (found !== undefined) {
            return relative(page.path, pathIn(page.lang, found) + fragment);
        }
        if (isImage) {
            page.images.add(named);
            return relative(page.path, `assets/images/${posix.basename(named)}`);
        }
        return sourceOf(named) + fragment;
    }

    const { rules } = md.renderer;
    rules.table_open = () => `${SCROLL_BEGIN(page.title ?? "")}<table>\n`;
    rules.table_close = () => `</table>${SCROLL_END}`;
    rules.fence = (tokens, index) => {
        const { info, content, meta } = tokens[index];
        if (info.startsWith("dualstack")) {
            const { view, at, tab, editor } = settingsOf(info);
            return live(page, content, { view, at, tab, editor: editor === true, heading: meta.heading });
        }
        return `<pre lang="en" dir="ltr" translate="no" tabindex="0"><code>${escape(content)}</code></pre>\n`;
    };
    rules.code_inline = (tokens, index) => {
        const { content } = tokens[index];
        return `<code dir="ltr"${content.length <= SHORT ? ' class="short"' : ""}>${escape(content)}</code>`;
    };

    const html = md.render(text.replaceAll(/^<!--.*?-->\n/gms, ""));
    return { html, title: title?.plain };
}

/** A sentence of the engine as HTML: code between backticks, and links. */
export const inline = (text) => new MarkdownIt().renderInline(text);
