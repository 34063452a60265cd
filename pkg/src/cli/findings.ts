// Diagnostics for a terminal, and the exit code they come to.

import type { Diagnostic, Severity } from "../types.js";
import type { Translate } from "./messages.js";
import { FOUND_ERRORS, OK } from "./run.js";
import { printable } from "./table.js";

/** Each finding with its place, what the real component prints, and what to do. */
export function findingsText(file: string, diagnostics: readonly Diagnostic[], t: Translate): string {
    return diagnostics.map((diagnostic) => findingText(file, diagnostic, t)).join("");
}

function findingText(file: string, diagnostic: Diagnostic, t: Translate): string {
    const { code, severity, location, message, upstream, help, component } = diagnostic;
    const name = location.file ?? file;
    const place = location.line > 0 ? `${name}:${location.line}:${location.column}` : name;
    const lines = [`${place}: ${t(`severity-${severity}`)} ${code}: ${printable(message.text)}`];
    if (upstream !== undefined) {
        const upstreamLines = upstream.split("\n").map(printable);
        lines.push(...upstreamLines.map((line, index) => `  ${index === 0 ? `${component}: ` : ""}${line}`));
    }
    if (help !== undefined) {
        lines.push(`  ${printable(help.text)}`);
    }
    return lines.map((line) => `${line}\n`).join("");
}

/** How many findings there are of a severity. */
function count(diagnostics: readonly Diagnostic[], severity: Severity): number {
    return diagnostics.filter((diagnostic) => diagnostic.severity === severity).length;
}

/** The exit code where the input could be used. */
export function exitCode(diagnostics: readonly Diagnostic[]): number {
    return count(diagnostics, "error") > 0 ? FOUND_ERRORS : OK;
}
