// Languages that only tests know, made of the English texts: one with long words, one that is written from right to
// left. They come in the place of a language that the page loads on demand, and are never shipped.

import { readdirSync, readFileSync } from "node:fs";

import { FluentParser, FluentSerializer, Pattern, TextElement, Transformer } from "@fluent/syntax";
import type { Page } from "@playwright/test";

const ROOT = new URL("../../", import.meta.url);
/** The language whose texts are replaced. */
const HOST = "ko";

/** How one text becomes another, and how it is written. */
export interface Pseudo {
    direction: "ltr" | "rtl";
    word(word: string): string;
    /** What is said behind a whole text. */
    behind(text: string): string;
}

const ACCENTED = new Map(Object.entries({ a: "âå", e: "ëé", i: "ïí", o: "öø", u: "üú", y: "ÿý", A: "Åâ", E: "Ëé", I: "Ïí", O: "Öø", U: "Üú" }));

/** Every vowel twice; a short text, which other languages say in half as much again, with another word behind it. */
export const LONG: Pseudo = {
    direction: "ltr",
    word: (word) => word.replace(/[aeiouyAEIOU]/g, (vowel) => ACCENTED.get(vowel) ?? vowel),
    behind: (text) => (text.length > 0 && text.length < 20 ? ` ${"löñger".repeat(1 + Math.floor(text.length / 12))}` : ""),
};

const HEBREW = "אבגדהוזחטיכלמנסעפצקרשתךםןץ";

/** Every letter another one, of a script that is written from right to left. */
export const RIGHT_TO_LEFT: Pseudo = {
    direction: "rtl",
    word: (word) => word.replace(/[a-z]/gi, (letter) => HEBREW.charAt(letter.toLowerCase().charCodeAt(0) - 97)),
    behind: () => "",
};

/** Changes words; what stands between backticks, addresses, flags and names with signs in them stay. */
class Words extends Transformer {
    constructor(private readonly pseudo: Pseudo) {
        super();
    }

    override visitPattern(pattern: Pattern): Pattern {
        let code = false;
        let said = "";
        for (const element of pattern.elements) {
            if (element instanceof TextElement) {
                const pieces = element.value.split("`").map((piece, index) => {
                    code = index > 0 ? !code : code;
                    return code ? piece : piece.replace(/(?<![^\s("“])[A-Za-z]{2,}(?=[)"”,;.:?!…]*(?:\s|$))/g, (word) => this.pseudo.word(word));
                });
                said += element.value;
                element.value = pieces.join("`");
            } else {
                this.genericVisit(element);
                said += "{ $parameter }";
            }
        }
        const behind = this.pseudo.behind(said);
        const last = pattern.elements.at(-1);
        if (behind !== "" && last instanceof TextElement) {
            last.value += behind;
        }
        return pattern;
    }
}

/** The English texts below a folder in that language, as one Fluent source. */
export function texts(folder: "core/locales/en" | "web/locales/en", pseudo: Pseudo): string {
    const base = new URL(`${folder}/`, ROOT);
    const files = readdirSync(base, { recursive: true, encoding: "utf8" }).filter((file) => file.endsWith(".ftl"));
    const source = files.map((file) => readFileSync(new URL(file, base), "utf8")).join("\n");
    const english = new FluentParser().parse(source);
    const words = new Words(pseudo);
    for (const entry of english.body) {
        if (entry.type === "Message" && entry.id.name === "direction") {
            entry.value = new Pattern([new TextElement(pseudo.direction)]);
        } else {
            words.visit(entry);
        }
    }
    return new FluentSerializer({}).serialize(english);
}

/** Makes the page speak it, once it is opened by a browser that asks for `PSEUDO_LOCALE`. */
export async function speak(page: Page, pseudo: Pseudo): Promise<void> {
    await page.route(`**/texts/${HOST}/**`, (route) => {
        const folder = /\/engine[^/]*$/.test(route.request().url()) ? "core/locales/en" : "web/locales/en";
        return route.fulfill({ contentType: "text/plain; charset=utf-8", body: texts(folder, pseudo) });
    });
}

/** What the browser asks for. */
export const PSEUDO_LOCALE = HOST;
