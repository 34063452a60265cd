// What is kept of a fault of the planner itself: enough to find it, and nothing of what was read.

import { writeFileSync } from "node:fs";
import { homedir, tmpdir } from "node:os";
import { join } from "node:path";
import { pid, platform, arch, version as node } from "node:process";

/** Where a report is sent. */
export const ISSUES = "https://github.com/dualstack-planner/dualstack-planner/issues";

/**
 * A report of a fault: versions, the command with the names of its options, and what was thrown. Values of options, names of
 * files and what stands in them are left out; only the message of an error could quote a piece of the input.
 */
export function reportOf(error: unknown, words: readonly string[], version: string): string {
    const thrown: string[] = [];
    for (let each = error; each !== undefined && thrown.length < 5; each = each instanceof Error ? each.cause : undefined) {
        thrown.push(each instanceof Error ? (each.stack ?? each.message) : String(each));
    }
    const command = words.map((word, index) => (index === 0 && /^[a-z]+$/.test(word) ? word : optionName(word)));
    return [
        `dualstack-planner ${version}, node ${node}, ${platform} ${arch}`,
        `command: dualstack ${command.join(" ")}`,
        "",
        withoutHome(thrown.join("\n\ncaused by:\n")),
    ].join("\n");
}

/** An option without its value, and `…` for every other word. */
function optionName(word: string): string {
    return /^--?[A-Za-z][A-Za-z-]*/.exec(word)?.[0] ?? "…";
}

/** Stacks name files of the package, which may lie below the home of whoever runs it. */
function withoutHome(text: string): string {
    const home = homedir();
    return home.length > 1 ? text.replaceAll(home, "~") : text;
}

/** Writes a report into a new file among the temporary ones, which nobody else can read. Gives its name. */
export function keepReport(report: string): string | undefined {
    const file = join(tmpdir(), `dualstack-fault-${Date.now()}-${pid}.txt`);
    try {
        writeFileSync(file, `${report}\n`, { flag: "wx", mode: 0o600 });
        return file;
    } catch {
        return undefined;
    }
}
