// One run of the command line: words in, an exit code out.

import {
    type Arguments,
    type CommandSyntax,
    UsageError,
    commandHelp,
    commonOptions,
    findCommand,
    parse,
    programHelp,
} from "./args.js";
import { InputError } from "./input.js";
import { type Translate, languageOf, languageOfEnvironment, translator } from "./messages.js";
import type { Language } from "../generated.js";

/** All is well. */
export const OK = 0;
/** The input was understood, and something in it is an error. */
export const FOUND_ERRORS = 1;
/** The command line or the input cannot be used. */
export const UNUSABLE = 2;

/** What a command has to work with. */
export interface Context extends Arguments {
    language: Language;
    t: Translate;
    /** Results. */
    out(text: string): void;
    /** What there is to say about the input. */
    err(text: string): void;
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
    out(text: string): void;
    err(text: string): void;
}

/** Runs the command that the words name. */
export function run(words: readonly string[], commands: readonly Command[], around: Surroundings): number {
    const language = requestedLanguage(words) ?? languageOfEnvironment(around.environment);
    const t = translator(language);
    try {
        return dispatch(words, commands, around, language, t);
    } catch (error) {
        if (error instanceof UsageError || error instanceof InputError) {
            around.err(`dualstack: ${error.message}\n`);
        } else {
            around.err(`dualstack: ${t("bug")}\n${error instanceof Error ? (error.stack ?? error.message) : error}\n`);
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
    const [name, ...rest] = words;
    if (name === undefined) {
        around.err(programHelp(commands, t));
        return UNUSABLE;
    }
    // `help --lang ja plan`: the language is no command.
    const asked =
        name === "help" ? rest.find((word, index) => !word.startsWith("--lang") && rest[index - 1] !== "--lang") : name;
    if (name === "--help" || name === "-h" || asked === undefined) {
        around.out(programHelp(commands, t));
        return OK;
    }
    if (name === "--version") {
        around.out(`${around.version()}\n`);
        return OK;
    }
    const common = commonOptions(around.languages);
    const command = findCommand(asked, commands, t);
    const parsed = name === "help" ? undefined : parse(command, common, rest, t);
    if (parsed === undefined || parsed.options.has("help")) {
        around.out(commandHelp(command, common, t));
        return OK;
    }
    return command.run({ ...parsed, language, t, out: around.out, err: around.err });
}

/** `--lang` counts before anything is parsed, so that what is wrong with the rest is said in that language. */
function requestedLanguage(words: readonly string[]): Language | undefined {
    const index = words.findLastIndex((word) => word === "--lang" || word.startsWith("--lang="));
    const word = words[index];
    return languageOf((word === "--lang" ? words[index + 1] : word?.slice("--lang=".length)) ?? "");
}
