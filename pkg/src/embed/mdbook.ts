#!/usr/bin/env node
// An mdBook preprocessor: ```dualstack blocks become <dualstack-planner>. In book.toml:
//
//   [preprocessor.dualstack]
//   command = "node node_modules/dualstack-planner/dist/embed/mdbook.js"

import { readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";

import { type FenceOptions, fenceHtml, readFence } from "./fence.js";

/** A chapter of a book, as far as the preprocessor reads it. */
interface Chapter {
    content: string;
    sub_items?: Item[];
}

type Item = { Chapter: Chapter } | object | string;

/** A book as mdBook 0.4 and 0.5 give it. */
interface Book {
    sections?: Item[];
    items?: Item[];
}

interface Given {
    config?: { book?: { language?: string | null } | null } | null;
}

const FENCE = /^(?<indent> {0,3})(?<ticks>`{3,}|~{3,})(?<info>[ \t]*dualstack(?:[ \t][^\n`]*)?)\n(?<text>[\s\S]*?)^ {0,3}\k<ticks>[ \t]*$/gm;

/** The text of a chapter with its blocks as elements. `id` begins the ids of its maps: a book is printed as one page. */
export function chapterText(content: string, id: string, options: FenceOptions): string {
    let blocks = 0;
    return content.replaceAll(FENCE, (whole, ...rest: unknown[]) => {
        const { info, text } = rest.at(-1) as Record<"info" | "text", string>;
        const fence = readFence(info, text, `${id}-${blocks}`, options);
        if (fence === undefined) {
            return whole;
        }
        blocks += 1;
        // HTML in Markdown begins with an element such as div and ends at a blank line, so it is one line.
        return `<div>${fenceHtml(fence).trim().replaceAll("\n", "&#10;")}</div>\n`;
    });
}

function walk(items: readonly Item[] | undefined, visit: (chapter: Chapter) => void): void {
    for (const item of items ?? []) {
        if (typeof item === "object" && "Chapter" in item) {
            visit(item.Chapter);
            walk(item.Chapter.sub_items, visit);
        }
    }
}

/** Answers mdBook: `supports html` by its exit code, otherwise the book that stands on standard input. */
function main(words: readonly string[]): void {
    if (words[0] === "supports") {
        process.exitCode = words[1] === "html" ? 0 : 1;
        return;
    }
    const [given, book] = JSON.parse(readFileSync(0, "utf8")) as [Given, Book];
    const lang = given.config?.book?.language ?? "en";
    let chapters = 0;
    walk(book.sections ?? book.items, (chapter) => {
        chapter.content = chapterText(chapter.content, `dsp-chapter-${chapters}`, { lang });
        chapters += 1;
    });
    process.stdout.write(JSON.stringify(book));
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
    main(process.argv.slice(2));
}
