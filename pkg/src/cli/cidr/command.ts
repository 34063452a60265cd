// `dualstack cidr`: operations on addresses and networks by name, on arguments or on lines of standard input.

import { CidrError } from "../../cidr/api.js";
import { load } from "../../cidr/load.js";
import { UsageError, columns } from "../args.js";
import { InputError, readInput } from "../input.js";
import { nearest } from "../nearest.js";
import type { Language } from "../../generated.js";
import { type Command, type Context, OK } from "../run.js";
import { printable } from "../table.js";
import { OPERATIONS, type Operation, listOf } from "./operations.js";
import { TEXTS, type Texts, filled } from "./texts.js";

/** What an operation takes, as help shows it. */
const usageOf = ({ name, parameters, rest }: Operation): string => [name, ...parameters, rest ?? ""].join(" ").trim();

/** The operations, and how networks are read. */
function help(language: Language): string {
    const texts = TEXTS[language];
    const rows = OPERATIONS.map((operation): [string, string] => [usageOf(operation), texts.operations[operation.name]]);
    return `${texts.heading}\n${columns(rows)}\n${texts.standardInput}\n${texts.exitCodes}\n`;
}

function operationOf(name: string | undefined, texts: Texts, { t }: Context): Operation {
    if (name === undefined) {
        throw new UsageError(texts.needsOperation);
    }
    const found = OPERATIONS.find((operation) => operation.name === name);
    if (found !== undefined) {
        return found;
    }
    const names = OPERATIONS.map((operation) => operation.name);
    const near = nearest(name, names);
    const said = filled(texts.unknownOperation, { name, list: names.join(", ") });
    throw new UsageError(near === undefined ? said : `${said}\n${t("did-you-mean", { nearest: near })}`);
}

/** A network and where it stands: the number of a line, or of an argument. */
interface Placed {
    text: string;
    where: string;
}

function linesOf(text: string, shown: string): Placed[] {
    const lines = text.split("\n").map((line, index): Placed => ({ text: line.trim(), where: `${shown}:${index + 1}` }));
    return lines.filter(({ text }) => text !== "" && !text.startsWith("#"));
}

/** The words behind the parameters; those of standard input where there are none, or for `-`. */
function networksOf({ rest }: Operation, words: string[], { t }: Context): Placed[] {
    const fromInput = () => linesOf(readInput("-", t), t("standard-input"));
    if (words.length === 0 && rest !== undefined && !rest.startsWith("[")) {
        return fromInput();
    }
    return words.flatMap((word): Placed[] => (word === "-" ? fromInput() : [{ text: word, where: `cidr` }]));
}

function checkNumbers(operation: Operation, words: string[], texts: Texts): void {
    operation.parameters.forEach((parameter, index) => {
        const word = words[index] ?? "";
        const values = parameter === "NUMBERS" || parameter === "LENGTHS" ? listOf(word) : [word];
        const wrong = values.find((value) => !/^\d{1,39}$/.test(value));
        if (["LENGTH", "NUMBER", "NUMBERS", "LENGTHS"].includes(parameter) && wrong !== undefined) {
            throw new UsageError(filled(texts.notANumber, { value: wrong, what: parameter }));
        }
    });
}

/** What is wrong with an entry, with the line where it stands. */
function said(error: CidrError, networks: readonly Placed[], texts: Texts): InputError {
    const place = networks.find(({ text }) => text === error.text);
    const reason = texts.reasons[error.code];
    if (error.code === "too-many" || error.code === "empty") {
        return new InputError(reason);
    }
    const { where, text } = place ?? { where: "cidr", text: error.text };
    return new InputError(filled(texts.entry, { where, text: printable(text), reason }));
}

/** How many lines are written at once. */
const BATCH = 4096;

function print(lines: Iterable<string>, out: (text: string) => void): void {
    let batch: string[] = [];
    const write = () => {
        if (batch.length > 0) {
            out(`${batch.join("\n")}\n`);
            batch = [];
        }
    };
    for (const line of lines) {
        batch.push(line);
        if (batch.length === BATCH) {
            write();
        }
    }
    write();
}

function runCidr(context: Context): number {
    const { operands, options, language, out } = context;
    const texts = TEXTS[language];
    const operation = operationOf(operands[0], texts, context);
    const words = operands.slice(1, 1 + operation.parameters.length);
    const rest = operands.slice(1 + operation.parameters.length);
    if (words.length < operation.parameters.length || (rest.length > 0 && operation.rest === undefined)) {
        throw new UsageError(filled(texts.needsArguments, { name: operation.name, usage: usageOf(operation) }));
    }
    checkNumbers(operation, words, texts);
    const placed = networksOf(operation, rest, context);
    const wrong = operation.name === "ula" ? placed.find(({ text }) => !/^[0-9a-f]{1,10}$/i.test(text)) : undefined;
    if (wrong !== undefined) {
        throw new UsageError(filled(texts.notHexadecimal, { value: wrong.text, what: "BITS" }));
    }
    load();
    try {
        const { lines, code } = operation.run({
            words,
            networks: placed.map(({ text }) => text),
            prefix: options.get("prefix"),
            none: texts.none,
            notPlaced: (length) => filled(texts.notPlaced, { length }),
        });
        if (options.get("output") === "json") {
            out(`${JSON.stringify([...lines].map((line) => (line.includes("\t") ? line.split("\t") : line)), null, 2)}\n`);
        } else {
            print(lines, out);
        }
        return code?.() ?? OK;
    } catch (error) {
        throw error instanceof CidrError ? said(error, placed, texts) : error;
    }
}

/** The row of the command table. */
export const CIDR: Command = {
    name: "cidr",
    about: "command-cidr",
    operands: { shown: "OPERATION [ARGUMENT…]", max: Number.MAX_SAFE_INTEGER },
    options: [
        { name: "output", short: "o", value: "FORMAT", choices: ["text", "json"], about: "option-output" },
        { name: "prefix", value: "NET", about: "option-cidr-prefix" },
    ],
    more: help,
    run: runCidr,
};
