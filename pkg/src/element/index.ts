// <dualstack-planner>: what a page loads at first. It shows the fallback of its light DOM; the engine and the views come
// when the reader touches it, sees it, or at once, as the attribute `load` says.

import type { Report } from "../types.js";
import type { Live } from "./live.js";

const SHOWN = ["plan", "src", "view", "kubernetes-version", "locale", "theme", "heading", "readonly", "editor", "previous", "running"];
const START: Record<string, string> = { en: "Open the live view", ja: "操作できる表示に切り替える" };

/** The button is large enough to be hit; what else it looks like is the page's own. */
const BUTTON = ":host { display: block } [part=start] { min-block-size: 24px; padding-inline: 0.75em }";
let sheet: CSSStyleSheet | undefined;

// Pages that are made ahead import this where there are no elements.
const Base = globalThis.HTMLElement ?? (class {} as typeof HTMLElement);

/** The element. Events: `ready`, `plan-change` (`detail.plan`), `lint` (`detail.diagnostics`), `error` (`detail.error`). */
export class DualstackPlannerElement extends Base {
    static readonly observedAttributes = SHOWN;

    /** What was set or typed last. */
    #plan: string | undefined;
    /** The text of `src`, once it is there. */
    #fetched: { src: string; text: string } | undefined;
    #live: Live | undefined;
    #starting: Promise<void> | undefined;
    #waiting: AbortController | undefined;

    /** The text of the plan. */
    get plan(): string {
        const given = this.#plan ?? this.getAttribute("plan");
        if (given !== null && given !== undefined) {
            return given;
        }
        if (this.#fetched !== undefined && this.#fetched.src === this.getAttribute("src")) {
            return this.#fetched.text;
        }
        return this.querySelector(':scope > script[type="application/yaml"]')?.textContent ?? "";
    }

    set plan(text: string) {
        this.#plan = String(text);
        this.#update();
    }

    /** Everything that follows from the plan; `undefined` until the engine is there. */
    get report(): Report | undefined {
        return this.#live?.report();
    }

    connectedCallback(): void {
        if (this.#live !== undefined || this.#starting !== undefined) {
            return;
        }
        const script = this.querySelector(":scope > script");
        const hasFallback = [...this.children].some((child) => child !== script);
        const load = this.getAttribute("load") ?? (hasFallback ? "interaction" : "visible");
        const waiting = (this.#waiting = new AbortController());
        if (load === "eager") {
            void this.start();
        } else if (load === "visible") {
            const observer = new IntersectionObserver(
                (entries) => entries.some(({ isIntersecting }) => isIntersecting) && void this.start(),
                { rootMargin: "200px" },
            );
            observer.observe(this);
            waiting.signal.addEventListener("abort", () => observer.disconnect());
        } else {
            this.#offer(waiting.signal);
        }
    }

    disconnectedCallback(): void {
        this.#waiting?.abort();
    }

    attributeChangedCallback(name: string, before: string | null, after: string | null): void {
        if (before === after) {
            return;
        }
        if (name === "plan") {
            this.#plan = undefined;
        }
        this.#update();
    }

    /** Loads the engine and shows the view, whatever `load` says; calls after the first give the same promise. */
    start(): Promise<void> {
        this.#waiting?.abort();
        this.#starting ??= this.#show().catch((error: unknown) => {
            this.#starting = undefined;
            this.#tell("error", { error });
        });
        return this.#starting;
    }

    async #show(): Promise<void> {
        const [{ mount }] = await Promise.all([import("./live.js"), this.#fetch()]);
        const root = this.shadowRoot ?? this.attachShadow({ mode: "open" });
        this.#live = await mount(this, root, (type, detail) => {
            if (type === "plan-change") {
                this.#plan = String(detail["plan"]);
            }
            this.#tell(type, detail);
        });
        this.#tell("ready", {});
    }

    /** The fallback, and a way to ask for more than that. */
    #offer(signal: AbortSignal): void {
        const root = this.shadowRoot ?? this.attachShadow({ mode: "open" });
        const language = (this.getAttribute("locale") ?? this.closest<HTMLElement>("[lang]")?.lang ?? "en").slice(0, 2);
        const button = document.createElement("button");
        button.type = "button";
        button.setAttribute("part", "start");
        button.lang = language in START ? language : "en";
        button.textContent = START[button.lang] ?? "";
        if (sheet === undefined) {
            sheet = new CSSStyleSheet();
            sheet.replaceSync(BUTTON);
        }
        root.adoptedStyleSheets = [sheet];
        root.replaceChildren(document.createElement("slot"), button);
        const start = () => void this.start();
        button.addEventListener("click", start, { signal });
        // Who marks a text in order to copy it wants to keep it.
        this.addEventListener("click", () => getSelection()?.isCollapsed !== false && start(), { signal });
    }

    async #fetch(): Promise<void> {
        const src = this.getAttribute("src");
        if (src === null || this.#fetched?.src === src || this.hasAttribute("plan") || this.#plan !== undefined) {
            return;
        }
        const response = await fetch(new URL(src, this.baseURI));
        if (!response.ok) {
            throw new Error(`dualstack-planner: ${response.url} answers with status ${response.status}`);
        }
        this.#fetched = { src, text: await response.text() };
    }

    #update(): void {
        if (this.#live === undefined) {
            return;
        }
        this.#fetch().then(
            () => this.#live?.update(),
            (error: unknown) => this.#tell("error", { error }),
        );
    }

    #tell(type: string, detail: Record<string, unknown>): void {
        this.dispatchEvent(new CustomEvent(type, { detail, bubbles: true, composed: true }));
    }
}

declare global {
    interface HTMLElementTagNameMap {
        "dualstack-planner": DualstackPlannerElement;
    }
}

if (globalThis.customElements?.get("dualstack-planner") === undefined) {
    globalThis.customElements?.define("dualstack-planner", DualstackPlannerElement);
}
