// What a call takes besides its file, from the options of a command.

import { checkStart, randomSeed } from "../engine.js";
import { VERSIONS, type Language } from "../generated.js";
import type { CallOptions } from "../types.js";
import type { Option } from "./args.js";
import { readInput } from "./input.js";
import type { Translate } from "./messages.js";
import type { Context } from "./run.js";

/** The options of commands that analyse a file. */
export const ANALYSIS: readonly Option[] = [
    { name: "previous", value: "FILE", about: "option-previous" },
    { name: "running", value: "FILE", about: "option-running" },
    { name: "seed", value: "N", number: true, about: "option-seed" },
];

/** The language, the older plan and how components are started. */
export function callOptions({ options, language, t, note }: Context): CallOptions {
    const text = (name: string) => {
        const file = options.get(name);
        return file === undefined ? {} : { [name]: readInput(file, t) };
    };
    const running = text("running");
    if (running["running"] !== undefined) {
        note(`${whatIsRead(options.get("running") ?? "", running["running"], language, t)}\n`);
    }
    const seed = options.get("seed");
    return {
        lang: language,
        // What the API server picks stays the same from run to run; a prefix that everybody is offered would be no random one.
        ...(seed === undefined ? { ulaSeed: randomSeed() } : { seed: `${BigInt(seed)}` as const }),
        ...text("previous"),
        ...running,
    };
}

/** What a text starts, in a line: nobody should have to guess whether it was understood. */
function whatIsRead(file: string, text: string, lang: Language, t: Translate): string {
    const newest = VERSIONS.at(-1);
    const outcome = newest === undefined ? undefined : checkStart(text, newest, { lang });
    const starts = outcome?.status === "ok" ? outcome.value : [];
    const components = starts.filter(({ component }) => component !== "distribution");
    const names = components.map(({ component, origin }) => (origin ? `${component} (${origin.line})` : component));
    return t(names.length === 0 ? "running-nothing" : "running-read", { file, names: names.join(", ") });
}
