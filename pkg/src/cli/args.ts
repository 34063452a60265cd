// The command line as a table: parsing and help are made from the same rows.

import { parseArgs } from "node:util";

import type { Language } from "../generated.js";
import { languageOf } from "../languages.js";
import type { MessageId, Translate } from "./messages.js";
import { nearest } from "./nearest.js";
import { displayWidth } from "./table.js";

/** An option of a command. */
export interface Option {
    /** Without the dashes. */
    name: string;
    short?: string;
    about: MessageId;
    /** What its value is called in the help; a switch has none. */
    value?: string;
    /** The values it takes, where they are few. */
    choices?: readonly string[];
    /** Whether it takes another value, that means one of the choices. */
    accepts?: (value: string) => boolean;
    /** Takes a whole number. */
    number?: true;
}

/** What a command finds when it runs. */
export interface Arguments {
    /** Files, in order. */
    operands: string[];
    /** Values of options by name; switches are `"true"`. */
    options: Map<string, string>;
}

/** A command: what the parser and the help need to know of it. */
export interface CommandSyntax {
    name: string;
    about: MessageId;
    /** How operands are shown: `[FILE]`; the number of them that is taken. */
    operands?: { shown: string; max: number };
    options: readonly Option[];
    /** What its help says behind the options. */
    more?(language: Language): string;
    /** Command lines that show what it is for, without `dualstack`. */
    examples?: readonly string[];
}

/** The command line cannot be understood; the message says why. */
export class UsageError extends Error {}

/** Options of every command. */
export function commonOptions(languages: readonly string[]): Option[] {
    return [
        {
            name: "lang",
            value: "LANG",
            choices: languages,
            accepts: (value) => languageOf(value) !== undefined,
            about: "option-lang",
        },
        { name: "quiet", short: "q", about: "option-quiet" },
        { name: "help", short: "h", about: "option-help" },
    ];
}

/** Options of the program that stand alone. */
export const VERSION_OPTION: Option = { name: "version", short: "V", about: "option-version" };

/** The name of the command and the words besides it: options may stand before it. Without a name there is none. */
export function divided(
    words: readonly string[],
    commands: readonly CommandSyntax[],
    common: readonly Option[],
): { name: string | undefined; rest: string[] } {
    const options = [...common, ...commands.flatMap((command) => command.options)];
    let at = 0;
    for (let word = words[at]; word !== undefined && word.length > 1 && word.startsWith("-"); word = words[at]) {
        const option = options.find(({ name, short }) => word === `--${name}` || word === `-${short}`);
        at += option?.value === undefined ? 1 : 2;
    }
    return { name: words[at], rest: [...words.slice(0, at), ...words.slice(at + 1)] };
}

/** Finds a command by name. */
export function findCommand<C extends CommandSyntax>(name: string, commands: readonly C[], t: Translate): C {
    const found = commands.find((command) => command.name === name);
    if (found !== undefined) {
        return found;
    }
    const names = commands.map((command) => command.name);
    const lines = [t("unknown-command", { command: name })];
    const near = nearest(name, names);
    if (near !== undefined) {
        lines.push(t("did-you-mean", { nearest: near }));
    }
    lines.push(t("known-commands", { list: names.join(", ") }));
    throw new UsageError(lines.join("\n"));
}

/** Reads the words behind the command's name. */
export function parse(command: CommandSyntax, common: readonly Option[], words: string[], t: Translate): Arguments {
    const options = [...command.options, ...common];
    const config = Object.fromEntries(
        options.map(({ name, short, value }) => [
            name,
            { type: value === undefined ? ("boolean" as const) : ("string" as const), ...(short && { short }) },
        ]),
    );
    // Not strict: what is wrong is said in the user's language, below.
    const { tokens } = parseArgs({ args: words, options: config, strict: false, tokens: true });
    const result: Arguments = { operands: [], options: new Map() };
    for (const token of tokens) {
        if (token.kind === "positional") {
            result.operands.push(token.value);
        } else if (token.kind === "option") {
            const option = options.find(({ name }) => name === token.name);
            if (option === undefined) {
                throw unknownOption(command, options, token.rawName, t);
            }
            const value = checkValue(option, token.rawName, token.value, token.inlineValue === true, t);
            // The last one counts, as everywhere.
            result.options.set(option.name, value);
        }
    }
    const excess = result.operands[command.operands?.max ?? 0];
    if (excess !== undefined) {
        throw new UsageError(t("too-many-operands", { command: command.name, operand: excess }));
    }
    return result;
}

function unknownOption(command: CommandSyntax, options: readonly Option[], raw: string, t: Translate): UsageError {
    const near = nearest(raw, options.map(({ name }) => `--${name}`));
    const lines = [t("unknown-option", { command: command.name, option: raw })];
    if (near !== undefined) {
        lines.push(t("did-you-mean", { nearest: near }));
    }
    return new UsageError(lines.join("\n"));
}

function checkValue(option: Option, raw: string, value: string | undefined, inline: boolean, t: Translate): string {
    if (option.value === undefined) {
        if (value !== undefined) {
            throw new UsageError(t("takes-no-value", { option: raw }));
        }
        return "true";
    }
    // `--from --limit 3`: the value was forgotten. `-` alone is a value, and so is `--from=-1`.
    if (value === undefined || (!inline && value.length > 1 && value.startsWith("-"))) {
        throw new UsageError(t("needs-value", { option: raw }));
    }
    if (option.choices !== undefined && !option.choices.includes(value) && option.accepts?.(value) !== true) {
        throw new UsageError(t("not-one-of", { value, option: raw, list: option.choices.join(", ") }));
    }
    if (option.number && !/^\d{1,39}$/.test(value)) {
        throw new UsageError(t("not-a-number", { value, option: raw }));
    }
    return value;
}

/** Rows of two columns, the second aligned. */
export function columns(rows: readonly (readonly [string, string])[]): string {
    const width = Math.max(...rows.map(([left]) => displayWidth(left)));
    return rows.map(([left, right]) => `  ${left}${" ".repeat(width - displayWidth(left))}  ${right}\n`).join("");
}

/** An option with its letter and its value, and what it is for. */
function optionRow({ name, short, value, choices, about }: Option, t: Translate): [string, string] {
    const argument = choices?.join("|") ?? value;
    const dashes = `${short === undefined ? "    " : `-${short}, `}--${name}`;
    return [argument === undefined ? dashes : `${dashes} ${argument}`, t(about)];
}

function examplesText(examples: readonly string[], t: Translate): string[] {
    return examples.length === 0 ? [] : [`${t("examples")}\n${examples.map((words) => `  ${words}\n`).join("")}`];
}

/** What the exit codes say, in every help. */
function exitCodes(t: Translate): string {
    const rows = ([0, 1, 2, 3] as const).map((code): [string, string] => [String(code), t(`exit-${code}`)]);
    return `${t("exit-codes")}\n${columns(rows)}`;
}

/** The help of the program. */
export function programHelp(commands: readonly CommandSyntax[], common: readonly Option[], t: Translate): string {
    const examples = ["suggest --nodes 40 > plan.yaml", "plan plan.yaml", "lint --strict plan.yaml services/"];
    return [
        `${t("about")}\n`,
        `${t("usage", { usage: "dualstack <command> [options]" })}\n`,
        `${t("commands")}\n${columns(commands.map((command) => [command.name, t(command.about)]))}`,
        `${t("options")}\n${columns([...common, VERSION_OPTION].map((option) => optionRow(option, t)))}`,
        ...examplesText(examples.map((words) => `dualstack ${words}`), t),
        exitCodes(t),
        `${t("more-help")}\n`,
    ].join("\n");
}

/** The help of a command. */
export function commandHelp(command: CommandSyntax, common: readonly Option[], language: Language, t: Translate): string {
    const options = [...command.options, ...common].map((option) => optionRow(option, t));
    const usage = ["dualstack", command.name, command.operands?.shown, "[options]"].filter(Boolean).join(" ");
    return [
        `${t(command.about)}\n`,
        `${t("usage", { usage })}\n${command.operands?.shown.includes("FILE") ? `${t("file-operand")}\n` : ""}`,
        `${t("options")}\n${columns(options)}`,
        ...(command.more === undefined ? [] : [command.more(language)]),
        ...examplesText((command.examples ?? []).map((words) => `dualstack ${words}`), t),
        exitCodes(t),
    ].join("\n");
}
