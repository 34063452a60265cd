// The script of embed.html. The address says what is shown, and which page may talk with it: `parent` is the origin of the
// page with the iframe. Messages from another origin are not read, and none is sent to another.

import "../element/index.js";

const SETTINGS = ["view", "theme", "locale", "kubernetes-version", "readonly", "editor", "heading"];
const given = new URLSearchParams(location.search);
const element = document.querySelector("dualstack-planner");
const origin = originOf(given.get("parent"));

function originOf(text: string | null): string | undefined {
    try {
        const { origin } = new URL(text ?? "");
        // What has no origin of its own, such as `data:`, could be anybody.
        return origin === "null" ? undefined : origin;
    } catch {
        return undefined;
    }
}

function set(name: string, value: string): void {
    element?.setAttribute(name, value);
    if (name === "locale") {
        document.documentElement.lang = value;
    }
}

/** Takes the settings and the plan of a message; whatever else is in it is left alone. */
function take(message: unknown): void {
    const { type, ...settings } = (message ?? {}) as Record<string, unknown>;
    if (type !== "dualstack-planner:set" || element === null) {
        return;
    }
    for (const name of SETTINGS) {
        const value = settings[name];
        if (typeof value === "string") {
            set(name, value);
        }
    }
    if (typeof settings["plan"] === "string") {
        element.plan = settings["plan"];
    }
}

for (const name of [...SETTINGS, "plan"]) {
    const value = given.get(name);
    if (value !== null) {
        set(name, value);
    }
}
const src = given.get("src");
if (src !== null) {
    // Files lie beside the page with the frame's script; its policy allows no other host.
    set("src", src);
}

if (origin !== undefined && parent !== window) {
    const send = (message: object) => parent.postMessage(message, origin);
    addEventListener("message", ({ source, origin: from, data }) => {
        if (source === parent && from === origin) {
            take(data);
        }
    });
    element?.addEventListener("plan-change", (event) => {
        send({ type: "dualstack-planner:plan-change", plan: (event as CustomEvent<{ plan: string }>).detail.plan });
    });
    new ResizeObserver(() => {
        send({ type: "dualstack-planner:height", height: document.documentElement.offsetHeight });
    }).observe(document.documentElement);
    send({ type: "dualstack-planner:ready" });
}
