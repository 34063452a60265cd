// One run of the command line: words in, an exit code out.

import {
    type Arguments,
    type CommandSyntax,
    type Option,
    UsageError,
    commandHelp,
    commonOptions,
    divided,
    findCommand,
    parse,
    programHelp,
} from "./args.js";
import { type Paint, paintFindings, paintFor } from "./colour.js";
import { ISSUES, reportOf } from "./fault.js";
import { InputError, isOfTheSurroundings, namesOf, reasonOf } from "./input.js";
import { languageOf } from "../languages.js";
import { type Translate, languageOfEnvironment, translator } from "./messages.js";
import { onChange } from "./watch.js";
import type { Language } from "../generated.js";

/** All is well. */
export const OK = 0;
/** The input was understood, and something in it is an error. */
export const FOUND_ERRORS = 1;
/** The command line or the input cannot be used. */
export const UNUSABLE = 2;
/** The planner itself is at fault. */
export const FAULT = 3;

/** What a command has to work with. */
export interface Context extends Arguments {
    language: Language;
    t: Translate;
    /** Colours results. */
    paint: Paint;
    /** Results. */
    out(text: string): void;
    /** What there is to say about the input; the severities of findings get their colours. */
    err(text: string): void;
    /** What is only told, such as the name of a file that was written; `--quiet` leaves it out. */
    note(text: string): void;
    /** Shows progress while the action runs, where the input that was read is large. */
    working<T>(action: () => T): T;
}

/** A command of the table. */
export interface Command extends CommandSyntax {
    /** Gives the exit code. */
    run(context: Context): number;
}

/** The world outside. */
export interface Surroundings {
    environment: Record<string, string | undefined>;
    languages: readonly string[];
    version(): string;
    /** Whether results, and what is said about the input, go to a terminal. */
    terminal?: { out: boolean; err: boolean };
    out(text: string): void;
    err(text: string): void;
    /** Begins to show progress for an input of that many bytes; what it gives ends that. */
    progress?(label: string): () => void;
    /** Writes a report of a fault into a file of its own. Gives its name; undefined where it cannot be written. */
    keepReport(report: string): string | undefined;
}

/** Runs the command that the words name. */
export function run(words: readonly string[], commands: readonly Command[], around: Surroundings): number {
    const language = requestedLanguage(words) ?? languageOfEnvironment(around.environment);
    const t = translator(language);
    return guarded(words, around, t, () => dispatch(words, commands, around, language, t));
}

/** What goes wrong is said, with the exit code. */
function guarded(words: readonly string[], around: Surroundings, t: Translate, action: () => number): number {
    try {
        return action();
    } catch (error) {
        if (error instanceof UsageError || error instanceof InputError) {
            around.err(`dualstack: ${error.message}\n`);
        } else if (isOfTheSurroundings(error)) {
            // A full disk behind `>` is nobody's bug.
            around.err(`dualstack: ${t("cannot-write", { file: t("standard-output"), reason: reasonOf(error, t) })}\n`);
        } else {
            const report = reportOf(error, words, around.version());
            const file = around.keepReport(report);
            const where = file === undefined ? `${t("bug-unkept")}\n\n${report}` : t("bug-kept", { file });
            around.err(`dualstack: ${t("bug")}\n${where}\n${t("bug-send", { url: ISSUES })}\n`);
            return FAULT;
        }
        return UNUSABLE;
    }
}

function dispatch(
    words: readonly string[],
    commands: readonly Command[],
    around: Surroundings,
    language: Language,
    t: Translate,
): number {
    const common = commonOptions(around.languages);
    const { name, rest } = divided(words, commands, common);
    const has = (...wanted: string[]) => wanted.includes(words[0] ?? "") || (name === undefined && wanted.some((word) => rest.includes(word)));
    if (words.length === 0) {
        around.err(programHelp(commands, common, t));
        return UNUSABLE;
    }
    if (has("--version", "-V", "-v")) {
        around.out(`${around.version()}\n`);
        return OK;
    }
    // `help --lang ja plan`: the language is no command.
    const asked = name === "help" ? divided(rest, commands, common).name : name;
    if (has("--help", "-h") || (name === "help" && asked === undefined)) {
        around.out(programHelp(commands, common, t));
        return OK;
    }
    if (asked === undefined) {
        const strange = rest.find((word) => word.startsWith("-") && !isKnown(word, common));
        if (strange !== undefined) {
            findCommand(strange, commands, t);
        }
        throw new UsageError(t("needs-command", { list: commands.map((command) => command.name).join(", ") }));
    }
    const command = findCommand(asked, commands, t);
    const parsed = name === "help" ? undefined : parse(command, common, rest, t);
    if (parsed === undefined || parsed.options.has("help")) {
        around.out(commandHelp(command, common, language, t));
        return OK;
    }
    const context: Context = {
        ...parsed,
        language,
        t,
        paint: paintFor(around.terminal?.out ?? false, around.environment),
        out: around.out,
        err: (text) => around.err(paintFindings(text, paintFor(around.terminal?.err ?? false, around.environment), t)),
        note: parsed.options.has("quiet") ? () => {} : around.err,
        working: (action) => {
            const end = parsed.options.has("quiet") ? () => {} : (around.progress?.(t("working")) ?? (() => {}));
            try {
                return action();
            } finally {
                end();
            }
        },
    };
    return parsed.options.has("watch") ? watched(words, command, context, around) : command.run(context);
}

/** Whether a word is one of these options: `--lang`, `--lang=ja`, `-q`. */
function isKnown(word: string, options: readonly Option[]): boolean {
    return options.some(({ name, short }) => word === `-${short}` || word.split("=", 1)[0] === `--${name}`);
}

/** Runs a command now and after every change of its files, until the process ends. */
function watched(words: readonly string[], command: Command, context: Context, around: Surroundings): number {
    const { operands, options, t } = context;
    const more = ["plan", "previous", "running"].flatMap((name) => options.get(name) ?? []);
    const files = [...operands, ...more];
    if (operands.length === 0 || files.includes("-")) {
        throw new UsageError(t("watch-needs-files"));
    }
    // What cannot be read now is said at once.
    namesOf(files, t);
    const again = () => guarded(words, around, t, () => command.run(context));
    const code = again();
    const watching = () => context.note(`${t("watching", { files: files.join(", ") })}\n`);
    onChange(files, () => {
        context.note("\n");
        again();
        watching();
    });
    // Said when it is so: a change after it is seen.
    watching();
    return code;
}

/** `--lang` counts before anything is parsed, so that what is wrong with the rest is said in that language. */
function requestedLanguage(words: readonly string[]): Language | undefined {
    const index = words.findLastIndex((word) => word === "--lang" || word.startsWith("--lang="));
    const word = words[index];
    return languageOf((word === "--lang" ? words[index + 1] : word?.slice("--lang=".length)) ?? "");
}
