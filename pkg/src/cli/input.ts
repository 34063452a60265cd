// Reading a plan file or standard input, up to the size the engine takes.

import { closeSync, openSync, readSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";

import type { MessageId, Translate } from "./messages.js";

/** The largest input, in bytes. */
export const MAX_BYTES = 16 * 2 ** 20;

/** The input cannot be used; the message says why. */
export class InputError extends Error {}

/** The text of a file; without a name, or with `-`, of standard input. */
export function readInput(file: string | undefined, t: Translate): string {
    const fromStandardInput = file === undefined || file === "-";
    const shown = fromStandardInput ? t("standard-input") : file;
    const bytes = read(() => (fromStandardInput ? 0 : openSync(file, "r")), shown, t);
    if (bytes === undefined) {
        throw new InputError(t("too-large", { file: shown, limit: MAX_BYTES / 2 ** 20 }));
    }
    const text = decoded(bytes);
    if (text === undefined || isUtf16(bytes)) {
        throw new InputError(t(isUtf16(bytes) ? "is-utf16" : "not-utf8", { file: shown }));
    }
    return text;
}

/** Whether bytes are UTF-16 that does not say so: every other one of the first is zero, as in no text of another kind. */
function isUtf16(bytes: Buffer): boolean {
    const first = bytes.subarray(0, 64);
    const zeros = (from: number) => first.length >= 4 && first.every((byte, index) => (index % 2 === from) === (byte === 0));
    return zeros(0) || zeros(1);
}

/** Input above this takes the engine longer than compiling it well. */
const LARGE = 128 * 1024;

let total = 0;
let large: (() => void) | undefined;

/** Has an action run as soon as the input turns out to be large. */
export function onLargeInput(action: () => void): void {
    large = action;
}

/** How many bytes have been read by now. */
export function bytesRead(): number {
    return total;
}

/** The text of a file; undefined when it is none that the engine takes: too large, or no UTF-8. */
export function readText(file: string, t: Translate): string | undefined {
    const bytes = read(() => openSync(file, "r"), file, t);
    return bytes === undefined ? undefined : decoded(bytes);
}

/** A file, and what it holds. */
export interface NamedText {
    name: string;
    text: string;
}

/** The files that operands name: those of folders too, and standard input where there is none, or for `-`. */
export function readFiles(operands: readonly string[], t: Translate): NamedText[] {
    return namesOf(operands, t).map((name) => ({ name: name === "-" ? t("standard-input") : name, text: readInput(name, t) }));
}

/** The names of the files that operands name; `-` is standard input. */
export function namesOf(operands: readonly string[], t: Translate): string[] {
    return operands.length === 0 ? ["-"] : operands.flatMap((operand) => (operand === "-" ? [operand] : filesOf(operand, t)));
}

/** The manifests of a folder and of the folders in it, by name; another file is itself. */
export function filesOf(path: string, t: Translate): string[] {
    if (!isFolder(path)) {
        return [path];
    }
    const found = filesBelow(path, t).filter((file) => /\.(ya?ml|json)$/i.test(file));
    if (found.length === 0) {
        throw new InputError(t("no-manifests", { file: path }));
    }
    return found;
}

export function isFolder(path: string): boolean {
    return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
}

/** Folders that hold nothing of a cluster, but much else. */
const SKIPPED = ["node_modules", "target"];

/** The files of a folder and of the folders in it, by name. Hidden ones are left out. */
export function filesBelow(folder: string, t: Translate): string[] {
    try {
        return readdirSync(folder, { withFileTypes: true })
            .filter(({ name }) => !name.startsWith(".") && !SKIPPED.includes(name))
            .sort((a, b) => (a.name < b.name ? -1 : 1))
            .flatMap((entry) => {
                const path = join(folder, entry.name);
                // A link to a file counts as the file; one to a folder could lead back here.
                return entry.isDirectory() ? filesBelow(path, t) : isFile(path) ? [path] : [];
            });
    } catch (error) {
        if (error instanceof InputError) {
            throw error;
        }
        throw new InputError(t("cannot-read", { file: folder, reason: reasonOf(error, t) }));
    }
}

function isFile(path: string): boolean {
    return statSync(path, { throwIfNoEntry: false })?.isFile() ?? false;
}

/** The bytes behind a descriptor; undefined when there are too many. What goes wrong is said of the name shown. */
function read(open: () => number, shown: string, t: Translate): Buffer | undefined {
    try {
        const bytes = readUpTo(open(), MAX_BYTES);
        total += bytes?.length ?? 0;
        if (total > LARGE) {
            large?.();
            large = undefined;
        }
        return bytes;
    } catch (error) {
        throw new InputError(t("cannot-read", { file: shown, reason: reasonOf(error, t) }));
    }
}

function decoded(bytes: Buffer): string | undefined {
    // PowerShell's `>` writes UTF-16, and says so by its first two bytes.
    const encoding = bytes[0] === 0xff && bytes[1] === 0xfe ? "utf-16le" : bytes[0] === 0xfe && bytes[1] === 0xff ? "utf-16be" : "utf-8";
    try {
        return new TextDecoder(encoding, { fatal: true }).decode(bytes);
    } catch {
        return undefined;
    }
}

/** What a descriptor gives; undefined when that is more than the limit. Never more than the limit is held. */
function readUpTo(descriptor: number, limit: number): Buffer | undefined {
    const chunks: Buffer[] = [];
    let total = 0;
    try {
        for (;;) {
            const chunk = Buffer.allocUnsafe(64 * 1024);
            const length = readSome(descriptor, chunk);
            if (length === 0) {
                return Buffer.concat(chunks, total);
            }
            total += length;
            if (total > limit) {
                return undefined;
            }
            chunks.push(chunk.subarray(0, length));
        }
    } finally {
        if (descriptor !== 0) {
            closeSync(descriptor);
        }
    }
}

function readSome(descriptor: number, chunk: Buffer): number {
    for (;;) {
        try {
            return readSync(descriptor, chunk);
        } catch (error) {
            const code = codeOf(error);
            if (code === "EOF") {
                return 0;
            }
            // A terminal or a pipe whose writer has not written yet.
            if (code !== "EAGAIN") {
                throw error;
            }
            Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 10);
        }
    }
}

function codeOf(error: unknown): string {
    return error instanceof Error && "code" in error ? String(error.code) : "";
}

/** Whether an error comes from the system: a full disk, a missing file. */
export function isOfTheSurroundings(error: unknown): error is NodeJS.ErrnoException {
    return error instanceof Error && "syscall" in error && "code" in error;
}

const REASONS: Record<string, MessageId> = {
    EISDIR: "is-a-directory",
    ENOSPC: "no-space",
    EDQUOT: "no-space",
    EROFS: "read-only",
    EIO: "io-error",
    ENOTDIR: "not-a-directory",
    ENOENT: "does-not-exist",
    EACCES: "not-permitted",
    EPERM: "not-permitted",
};

/** Why a file could not be read or written, in words. */
export function reasonOf(error: unknown, t: Translate): string {
    const known = REASONS[codeOf(error)];
    return known === undefined ? (error instanceof Error ? error.message : String(error)) : t(known);
}

/** Does what writes a file. A failure is said with the name of the file. */
export function writing(file: string, t: Translate, action: () => void): void {
    try {
        action();
    } catch (error) {
        throw new InputError(t("cannot-write", { file, reason: reasonOf(error, t) }));
    }
}
