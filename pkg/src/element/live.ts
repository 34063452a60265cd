// What an element shows once the engine is there. All elements of a page share the engine and one style sheet.

import { analyze, applyFix, randomSeed, render } from "../engine.js";
import type { Language } from "../generated.js";
import { init, load } from "../index.js";
import { EngineError } from "../parts.js";
import type { CallOptions, Fix, Report, View } from "../types.js";
import { build } from "./build.js";
import { languageOf } from "../languages.js";
import { textsOf } from "./messages.js";
import { STYLE } from "./style.js";

const VIEWS: readonly View[] = ["sentence", "map", "nodes", "services", "findings", "files", "planner"];
/** Milliseconds without a key until what was typed is shown. */
const PAUSE = 250;
/** Milliseconds until what was found is said aloud: nobody wants to hear every key. */
const QUIET = 500;
/** How many pixels wider or narrower an element gets before its map is laid out anew; until then the map is scaled. */
const STEP = 48;
const HOST = `
:host { display: block; container-type: inline-size; }
:host([hidden]) { display: none; }
:host([theme]) {
    color-scheme: light dark;
    background: var(--dsp-surface, light-dark(#ffffff, #171d27));
    color: var(--dsp-text, light-dark(#18202c, #e8ecf3));
    padding: 0.5rem;
}
:host([theme="light"]) { color-scheme: light; }
:host([theme="dark"]) { color-scheme: dark; }
`;

let sheet: CSSStyleSheet | undefined;
let mounted = 0;

/** An element's view. */
export interface Live {
    /** Shows what the element's text and attributes say now. */
    update(): void;
    report(): Report | undefined;
}

/** What an element lets its view know of it. */
type Host = HTMLElement & { readonly plan: string };
type Tell = (type: "plan-change" | "lint" | "error", detail: Record<string, unknown>) => void;

/** Loads the engine and shows the view of an element in its shadow root. */
export async function mount(host: Host, root: ShadowRoot, tell: Tell): Promise<Live> {
    await Promise.all([init(), load("tools")]);
    const view = new ShadowView(host, root, tell);
    await view.begin();
    return view;
}

class ShadowView implements Live {
    readonly #host: Host;
    readonly #root: ShadowRoot;
    readonly #tell: Tell;
    readonly #id = `dsp-${(mounted += 1)}`;
    // The same plan keeps the prefix that its fixes draw.
    readonly #ulaSeed = randomSeed();
    readonly #output = document.createElement("div");
    readonly #status = document.createElement("p");
    readonly #undo = document.createElement("button");
    #editor: HTMLTextAreaElement | undefined;
    /** The texts before the fixes that the reader has applied, the oldest first. */
    #before: string[] = [];
    /** What is said aloud before the counts: what a fix was. */
    #done: string | undefined;
    #pause: ReturnType<typeof setTimeout> | undefined;
    #quiet: ReturnType<typeof setTimeout> | undefined;
    #width = 0;
    /** The text and the language for which findings were told last. */
    #told: string | undefined;
    #report: Report | undefined;
    /** The number of the update that was asked for last: a language may come late. */
    #asked = 0;

    constructor(host: Host, root: ShadowRoot, tell: Tell) {
        this.#host = host;
        this.#root = root;
        this.#tell = tell;
        this.#output.tabIndex = -1;
        this.#output.setAttribute("part", "output");
        this.#status.setAttribute("role", "status");
        this.#status.setAttribute("part", "status");
        this.#undo.type = "button";
        this.#undo.hidden = true;
        this.#undo.setAttribute("part", "undo");
        this.#undo.addEventListener("click", () => this.#takeBack());
        new ResizeObserver(() => {
            if (this.#width !== 0 && Math.abs(this.#room() - this.#width) >= STEP) {
                this.#later();
            }
        }).observe(host);
    }

    /** The width that a map may have. */
    #room(): number {
        return Math.round(Math.min(1200, Math.max(320, this.#host.clientWidth)));
    }

    #later(): void {
        clearTimeout(this.#pause);
        this.#pause = setTimeout(() => this.update(), PAUSE);
    }

    report(): Report | undefined {
        return this.#report;
    }

    update(): void {
        this.#show().catch((error: unknown) => this.#fail(error));
    }

    /** Shows the view for the first time. After a fault of the engine the element is there all the same: its next text may do. */
    async begin(): Promise<void> {
        try {
            await this.#show();
        } catch (error) {
            if (!(error instanceof EngineError)) {
                throw error;
            }
            this.#fail(error);
        }
    }

    async #show(): Promise<void> {
        const asked = (this.#asked += 1);
        const language = this.#language();
        if (language !== "en") {
            await load(language);
        }
        if (asked !== this.#asked) {
            return;
        }
        const texts = textsOf(language);
        const view = VIEWS.find((name) => name === this.#host.getAttribute("view")) ?? "map";
        const text = this.#host.plan;
        const isFixed = this.#host.hasAttribute("readonly");
        const withEditor = !isFixed && (view === "planner" || this.#host.hasAttribute("editor"));
        this.#frame(withEditor, !isFixed && (withEditor || view === "findings"), text, texts.plan);
        this.#undo.lang = language;
        this.#undo.textContent = texts.undo;

        const shown = inVersion(text, this.#host.getAttribute("kubernetes-version"));
        const options: CallOptions = { lang: language, ulaSeed: this.#ulaSeed, ...this.#beside() };
        const analyzed = analyze(shown, options);
        this.#report = analyzed.status === "ok" ? analyzed.value : undefined;
        const width = (this.#width = this.#room());
        const heading = Number(this.#host.getAttribute("heading") ?? 3) || 3;
        const request = { ...options, width, heading, id: this.#id };
        const wanted = render(shown, { ...request, view });
        // Without a plan there are only findings.
        const outcome = wanted.status === "ok" ? wanted : render(shown, { ...request, view: "findings" });
        // What the reader has opened stays open, also what was opened in the fallback.
        const before = this.#output.firstChild === null ? this.#host : this.#output;
        const opened = [...before.querySelectorAll("details")].map(({ open }) => open);
        if (outcome.status === "ok") {
            this.#output.replaceChildren(build(outcome.value));
            if (!isFixed && this.#report !== undefined) {
                this.#offer(this.#report.diagnostics.map(({ fixes }) => fixes));
            }
        } else {
            const messages = outcome.diagnostics.map(({ message }) => message.text);
            this.#say([texts.failed, ...messages].join(" "));
        }
        this.#output.querySelectorAll("details").forEach((details, index) => {
            details.open = opened[index] ?? false;
        });
        const count = (wanted: string) => analyzed.diagnostics.filter(({ severity }) => severity === wanted).length;
        const counts = texts.findings(count("error"), count("warning"));
        clearTimeout(this.#quiet);
        this.#quiet = setTimeout(() => {
            this.#status.lang = language;
            this.#status.textContent = this.#done === undefined ? counts : `${texts.applied(this.#done)} ${counts}`;
            this.#done = undefined;
        }, QUIET);
        const told = `${language} ${shown}`;
        if (told !== this.#told) {
            this.#told = told;
            this.#tell("lint", { diagnostics: analyzed.diagnostics });
        }
    }

    #language(): Language {
        const tag = this.#host.getAttribute("locale") ?? this.#host.closest<HTMLElement>("[lang]")?.lang ?? "en";
        return languageOf(tag) ?? "en";
    }

    /** What the findings depend on beside the plan. */
    #beside(): Pick<CallOptions, "previous" | "running"> {
        const [previous, running] = ["previous", "running"].map((name) => this.#host.getAttribute(name));
        return { ...(previous != null && { previous }), ...(running != null && { running }) };
    }

    /** Makes a button of every fix that the view shows. */
    #offer(fixes: Fix[][]): void {
        for (const shown of this.#output.querySelectorAll<HTMLElement>("[data-fix]")) {
            const [finding = NaN, place = NaN] = shown.dataset["fix"]?.split(" ").map(Number) ?? [];
            const fix = fixes[finding]?.[place];
            if (fix !== undefined) {
                const button = document.createElement("button");
                button.type = "button";
                button.setAttribute("part", "fix");
                button.append(...shown.childNodes);
                button.addEventListener("click", () => this.#apply(fix));
                shown.replaceChildren(button);
            }
        }
    }

    #apply(fix: Fix): void {
        const before = this.#host.plan;
        const outcome = applyFix(before, fix, { lang: this.#language() });
        if (outcome.status === "failed") {
            this.#say(outcome.diagnostics.map(({ message }) => message.text).join(" "));
            return;
        }
        this.#before.push(before);
        this.#done = fix.title.text;
        this.#set(outcome.value.text);
    }

    #takeBack(): void {
        const before = this.#before.pop();
        if (before !== undefined) {
            this.#set(before);
        }
    }

    /** Shows another text. The button that was pressed is gone, so the focus goes to what it has changed. */
    #set(text: string): void {
        this.#tell("plan-change", { plan: text });
        this.#undo.hidden = this.#before.length === 0;
        this.#output.focus({ preventScroll: true });
        this.update();
    }

    /** What stands around the output. What is typed stays where it is typed. */
    #frame(withEditor: boolean, withFixes: boolean, text: string, label: string): void {
        if (sheet === undefined) {
            sheet = new CSSStyleSheet();
            sheet.replaceSync(HOST + STYLE);
        }
        this.#root.adoptedStyleSheets = [sheet];
        if (this.#output.isConnected && withEditor === (this.#editor !== undefined) && withFixes === this.#undo.isConnected) {
            if (this.#editor === undefined) {
                return;
            }
            if (this.#editor.value !== text) {
                this.#editor.value = text;
            }
            const labels = this.#editor.labels[0];
            if (labels !== undefined) {
                labels.textContent = label;
            }
            return;
        }
        const { activeElement } = this.#host.getRootNode() as Document | ShadowRoot;
        const hadFocus = this.#root.activeElement !== null || (activeElement !== this.#host && this.#host.contains(activeElement));
        this.#editor = undefined;
        const editor = withEditor ? [this.#makeEditor(text, label)] : [];
        const tools = document.createElement("div");
        tools.className = "dsp dsp-tools";
        tools.append(this.#undo, this.#status);
        this.#root.replaceChildren(...editor, ...(withFixes ? [tools] : []), this.#output);
        if (hadFocus) {
            (this.#editor ?? this.#output).focus({ preventScroll: true });
        }
    }

    #makeEditor(text: string, label: string): HTMLElement {
        const frame = document.createElement("div");
        frame.className = "dsp dsp-editor";
        frame.setAttribute("part", "editor");
        const name = document.createElement("label");
        name.textContent = label;
        name.htmlFor = `${this.#id}-plan`;
        const editor = document.createElement("textarea");
        editor.id = `${this.#id}-plan`;
        editor.value = text;
        editor.spellcheck = false;
        editor.dir = "ltr";
        editor.setAttribute("part", "input");
        editor.addEventListener("input", () => {
            // What was typed is not taken back with a fix: the text box has its own undo.
            this.#before = [];
            this.#undo.hidden = true;
            this.#tell("plan-change", { plan: editor.value });
            this.#later();
        });
        this.#editor = editor;
        frame.append(name, editor);
        return frame;
    }

    /** A fault of the engine: what was shown stays, the next text may do better. */
    #fail(error: unknown): void {
        const said = error instanceof Error ? error.message : String(error);
        this.#say(error instanceof EngineError ? `${textsOf(this.#language()).fault} ${said}` : said);
        this.#tell("error", { error });
    }

    #say(text: string): void {
        const alert = document.createElement("p");
        alert.setAttribute("role", "alert");
        alert.setAttribute("part", "alert");
        alert.textContent = text;
        this.#output.querySelector(":scope > [role=alert]")?.remove();
        this.#output.prepend(alert);
    }
}

/** The text with another Kubernetes version in the plan; that of the plan where it has no such field. */
function inVersion(text: string, version: string | null): string {
    return version === null
        ? text
        : text.replace(/(\bkubernetesVersion["']?:[ \t]*)("[^"\n]*"|'[^'\n]*'|[^\s,}#]+)/, `$1${JSON.stringify(version)}`);
}
