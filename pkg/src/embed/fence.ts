// The fenced block ```dualstack view=map of Markdown: what it says, and the element with its static form that stands for it.

import { render, renderHtml, type RenderOptions } from "../render/node.js";
import type { Outcome, RenderedElement, View } from "../types.js";

/** What a plugin is told about a site or a page. */
export interface FenceOptions {
    /** The language of the site, such as `ja`; a block may say another with `locale=`. English without. */
    lang?: string;
    /** The level of headings in the blocks; 3 without. */
    heading?: number;
}

/** A block that is shown as an element. */
export interface Fence {
    /** The attributes of the element; the plan is one of them. */
    attributes: Record<string, string>;
    request: RenderOptions;
    plan: string;
}

const VIEWS: readonly View[] = ["sentence", "map", "nodes", "services", "findings", "files", "planner"];
/** What a block may say, and what is allowed there. */
const SETTINGS: Record<string, (value: string) => boolean> = {
    view: (value) => VIEWS.some((view) => view === value),
    at: () => true,
    theme: (value) => ["light", "dark", "auto"].includes(value),
    locale: () => true,
    load: (value) => ["interaction", "visible", "eager"].includes(value),
    readonly: (value) => value === "",
    editor: (value) => value === "",
};
const OF_ELEMENT = ["view", "theme", "locale", "load", "readonly", "editor"];

/**
 * Reads the words behind the backticks of a block and its text. `undefined` where it is not ours.
 *
 * @throws Error if there is a setting that does not exist, or a value that it does not take.
 */
export function readFence(info: string, text: string, id: string, options: FenceOptions = {}): Fence | undefined {
    const [name, ...words] = info.trim().split(/\s+/);
    if (name !== "dualstack") {
        return undefined;
    }
    const settings = new Map<string, string>();
    for (const word of words) {
        const [key = "", value = ""] = word.split(/=(.*)/s);
        const takes = SETTINGS[key];
        if (takes === undefined) {
            throw new Error(`dualstack: \`${key}\` is no setting of a block; there are ${Object.keys(SETTINGS).join(", ")}`);
        }
        const bare = value.replace(/^(["'])(.*)\1$/, "$2");
        if (!takes(bare)) {
            throw new Error(`dualstack: \`${key}\` does not take \`${bare}\``);
        }
        // An attribute without a value is left out by some that write HTML.
        settings.set(key, bare === "" ? key : bare);
    }
    // Not a script in the element: React and Markdown escape its text, in which HTML has no entities.
    const attributes = {
        ...Object.fromEntries([...settings].filter(([key]) => OF_ELEMENT.includes(key))),
        ...(options.heading !== undefined && { heading: `${options.heading}` }),
        plan: text,
    };
    const lang = settings.get("locale") ?? options.lang;
    const at = settings.get("at")?.split(",");
    const theme = settings.get("theme") as RenderOptions["theme"];
    return {
        attributes,
        plan: text,
        request: {
            id,
            view: (settings.get("view") ?? "map") as View,
            ...(at !== undefined && { at }),
            ...(theme !== undefined && { theme }),
            ...(lang !== undefined && { lang }),
            ...(options.heading !== undefined && { heading: options.heading }),
        },
    };
}

/** The value of an outcome. A text without a plan is a mistake of the page. */
function valueOf<T>(outcome: Outcome<T>): T {
    if (outcome.status === "ok") {
        return outcome.value;
    }
    throw new Error(`dualstack: ${outcome.diagnostics.map(({ code, message }) => `${code} ${message.text}`).join("; ")}`);
}

/** The text of a plan, which stands beside a view that has it as a text to edit. */
const TEXT_ATTRIBUTES = { class: "dsp-plan", lang: "en", dir: "ltr", translate: "no", tabindex: "0" };

/** The element with its static form, as a tree. */
export function fenceTree({ attributes, request, plan }: Fence): RenderedElement {
    const code: RenderedElement = { tag: "code", attributes: {}, children: [plan] };
    const text: RenderedElement[] =
        "editor" in attributes ? [{ tag: "pre", attributes: TEXT_ATTRIBUTES, children: [code] }] : [];
    return { tag: "dualstack-planner", attributes, children: [...text, valueOf(render(plan, request))] };
}

/** The element with its static form, as HTML. */
export function fenceHtml({ attributes, request, plan }: Fence): string {
    // Markdown of a page may end HTML at a blank line, so the text has none.
    const code = escaped(plan).replaceAll("\n", "&#10;");
    const text = "editor" in attributes ? `<pre${written(TEXT_ATTRIBUTES)}><code>${code}</code></pre>` : "";
    return `<dualstack-planner${written(attributes)}>${text}${valueOf(renderHtml(plan, request))}</dualstack-planner>\n`;
}

function written(attributes: Record<string, string>): string {
    return Object.entries(attributes)
        .map(([name, value]) => ` ${name}="${escaped(value)}"`)
        .join("");
}

function escaped(text: string): string {
    return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");
}
