// What can go wrong besides the input, and what is loaded besides the engine.

import { LANGUAGES, type Language } from "./generated.js";

/** A bug in the engine, or a call before the engine is there. The input is untouched and the next call works. */
export class EngineError extends Error {
    override readonly name = "EngineError";
}

/** A language whose messages are not in the modules. */
export type OtherLanguage = Exclude<Language, "en">;

/** What is loaded besides the engine: the second module, or the messages of a language. */
export type Part = "tools" | OtherLanguage;

export const OTHER_LANGUAGES = LANGUAGES.slice(1) as OtherLanguage[];

/** Whether there is such a part; JavaScript may ask for anything. */
export function isPart(part: unknown): part is Part {
    return part === "tools" || OTHER_LANGUAGES.some((language) => language === part);
}

/** What `load` is rejected with for anything else. */
export function noSuchPart(part: unknown): TypeError {
    const known = ["tools", ...OTHER_LANGUAGES].map((name) => JSON.stringify(name)).join(", ");
    return new TypeError(`dualstack-planner has no part ${JSON.stringify(part)}; it has ${known}`);
}
