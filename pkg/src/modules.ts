// The two WASM modules and the languages: which of them a call needs, and what it does where the engine itself is at fault.
// It throws one `EngineError`, and the next call runs in a fresh instance of that module. Wrong input never throws; it
// comes back as diagnostics.

import * as core from "./core/dualstack_engine.js";
import type { KubernetesVersion, Outcome } from "./core/types.js";
import { EngineError, OTHER_LANGUAGES, type OtherLanguage, type Part } from "./parts.js";

/** The second module. */
export type Tools = typeof import("./core/dualstack_tools.js");

/** The messages of a language as Fluent source: those of the engine, and those that only the second module has. */
export interface Messages {
    engine: string;
    tools: string;
}

/** What an entry point has loaded by now, or loads when it is asked. */
export interface Loaded {
    /** Whether the engine is there. */
    engine(): boolean;
    tools(): Tools | undefined;
    messages(language: OtherLanguage): Partial<Messages>;
}

let loaded: Loaded | undefined;

/** Called by the entry points. */
export function loadedBy(by: Loaded): void {
    loaded = by;
}

function ready(): Loaded {
    if (loaded?.engine() !== true) {
        throw new EngineError("dualstack-planner is not loaded yet: await init() before the first call");
    }
    return loaded;
}

let instance = 0;

/** The number of the engine's instance: what was kept in another one is gone. */
export function instanceNumber(): number {
    return instance;
}

/** What both modules have. */
type Module = Pick<typeof core, "restart" | "hasLanguage" | "provideLanguage">;

function run<R>(module: Module, call: () => R): R {
    try {
        return call();
    } catch (cause) {
        // A panic has asked for a fresh instance already; an exhausted stack or memory has not.
        module.restart();
        instance += module === core ? 1 : 0;
        throw new EngineError(cause instanceof Error ? cause.message : String(cause), { cause });
    }
}

/** Gives a module the messages of a language. Asked before each call: a fresh instance has lost them. */
function provide(module: Module, language: OtherLanguage): boolean {
    if (module.hasLanguage(language)) {
        return true;
    }
    const { engine, tools } = ready().messages(language);
    const needed = module === core ? [engine] : [engine, tools];
    if (needed.includes(undefined)) {
        return false;
    }
    module.provideLanguage(language, needed.join("\n"));
    return true;
}

/** The language that the options of a call ask for, where it is not in the modules. Options are the last argument. */
function languageOf(args: readonly unknown[]): OtherLanguage | undefined {
    try {
        const { lang } = (args.at(-1) ?? {}) as { lang?: unknown };
        const language = (tag: string) => tag.toLowerCase().split(/[-_]/, 1)[0];
        // There is one of each language, so that this is the one the engine takes: `zh-Hans` for every `zh-…`.
        return OTHER_LANGUAGES.find((own) => typeof lang === "string" && language(own) === language(lang.slice(0, 40)));
    } catch {
        // A getter that throws; the engine says so.
        return undefined;
    }
}

/** The counts that options and requests hold, which JavaScript may give as a bigint. JSON has none. */
const COUNTS = ["seed", "ulaSeed", "from"] as const;

/** An argument with its counts as decimal texts where they are bigints. */
function withoutBigInts<T>(argument: T): T {
    try {
        const given = argument as Record<string, unknown> | null | undefined;
        const found = COUNTS.filter((name) => typeof argument === "object" && typeof given?.[name] === "bigint");
        const texts = found.map((name) => [name, String(given?.[name])]);
        return found.length === 0 ? argument : { ...argument, ...Object.fromEntries(texts) };
    } catch {
        // A getter that throws; the engine says so.
        return argument;
    }
}

function calling<A extends unknown[], R>(call: (...args: A) => R): (...args: A) => R {
    return (...args) => {
        ready();
        return run(core, () => {
            const language = languageOf(args);
            if (language !== undefined) {
                provide(core, language);
            }
            return call(...(args.map(withoutBigInts) as A));
        });
    };
}

const notLoaded = calling(core.notLoaded);
const parse = calling(core.parse);

/** The options that a call was given, without those that are read before it. */
interface GivenOptions {
    lang?: string;
    running?: unknown;
}

/** The plan's version, for which the texts of `running` are read. */
function versionOf(subject: unknown): KubernetesVersion | undefined {
    const { files } = (typeof subject === "object" ? (subject ?? {}) : {}) as { files?: unknown };
    const text = files ?? subject;
    const isText = typeof text === "string" || Array.isArray(text);
    // Whatever a list holds besides texts, the engine says so.
    const outcome = isText ? parse(text as Parameters<typeof parse>[0]) : undefined;
    return outcome?.status === "ok" ? outcome.value.spec.kubernetesVersion : undefined;
}

/**
 * The arguments of a call with the text of the option `running` read, which the second module does. Where it is not loaded:
 * the outcome that says what to await.
 */
function readRunning<A extends unknown[]>(args: A): A | Outcome<never> {
    let options: GivenOptions;
    try {
        options = { ...((args.at(-1) ?? {}) as GivenOptions) };
    } catch {
        // A getter that throws; the engine says so.
        return args;
    }
    const { running, lang } = options;
    if (typeof running !== "string") {
        return args;
    }
    const language = lang === undefined ? undefined : { lang };
    const tools = ready().tools();
    if (tools === undefined) {
        return notLoaded("tools", language);
    }
    const outcome = run(tools, () => tools.readRunning(running, versionOf(args[0])));
    return outcome.status === "ok" ? ([...args.slice(0, -1), { ...options, running: outcome.value }] as A) : outcome;
}

/** A call of the engine that throws nothing but an `EngineError`. */
export function guarded<A extends unknown[], R>(call: (...args: A) => R): (...args: A) => R {
    const guardedCall = calling(call);
    return (...args) => {
        const read = readRunning(args);
        return Array.isArray(read) ? guardedCall(...read) : (read as R);
    };
}

/** What a call of the second module needs besides it. */
interface Needs {
    /** The messages of every language, whatever the options say. */
    everyLanguage?: boolean;
}

/** A call of the second module. Where a part is not loaded that it needs, the outcome says what to await. */
export function onDemand<A extends unknown[], T>(
    pick: (tools: Tools) => (...args: A) => Outcome<T>,
    { everyLanguage = false }: Needs = {},
): (...args: A) => Outcome<T> {
    return (...args) => {
        const language = languageOf(args);
        const missing = (part: Part) => notLoaded(part, language === undefined ? undefined : { lang: language });
        const tools = ready().tools();
        if (tools === undefined) {
            return missing("tools");
        }
        const read = readRunning(args);
        if (!Array.isArray(read)) {
            return read;
        }
        return run(tools, () => {
            if (language !== undefined) {
                provide(tools, language);
            }
            const absent = everyLanguage ? OTHER_LANGUAGES.find((other) => !provide(tools, other)) : undefined;
            return absent === undefined ? pick(tools)(...(read.map(withoutBigInts) as A)) : missing(absent);
        });
    };
}
