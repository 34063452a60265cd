// The files beside a fleet file: its lock file, and those of the clusters that run already.

import { existsSync } from "node:fs";
import { dirname, join } from "node:path";

import { fleetFiles } from "../engine.js";
import type { FleetFile } from "../types.js";
import { filesOf, readInput } from "./input.js";
import type { Context } from "./run.js";

/** The lock file beside a fleet file: `fleet.lock.yaml` beside `fleet.yaml`. */
export function lockBeside(file: string): string {
    return `${file.replace(/\.(ya?ml|json)$/i, "")}.lock.yaml`;
}

/** The texts that a fleet file names, by the names that stand there. Paths count from the folder of the fleet file. */
export function namedFiles(text: string, folder: string, { t }: Context): FleetFile[] {
    const names = fleetFiles(text);
    if (names.status === "failed") {
        return [];
    }
    return names.value.flatMap((name) => {
        const path = join(folder, name);
        // What is not there is a finding of the engine, with its place in the fleet file.
        const paths = existsSync(path) ? filesOf(path, t) : [];
        return paths.map((found) => ({
            name: found === path ? name : `${name.replace(/\/+$/, "")}/${found.slice(path.length).replace(/^[/\\]+/, "")}`,
            text: readInput(found, t),
        }));
    });
}

/** Texts with what stands beside the one that is a fleet file: where its clusters are depends on it. */
export function withFleetFiles<T extends { name: string; text: string }>(texts: readonly T[], context: Context): (T | FleetFile)[] {
    const beside = texts.filter(({ text }) => text.includes("FleetPlan")).flatMap(({ name, text }) => {
        const lock = lockBeside(name);
        const isNew = existsSync(lock) && !texts.some((other) => other.name === lock);
        const locks = isNew ? [{ name: lock, text: readInput(lock, context.t) }] : [];
        return [...locks, ...namedFiles(text, dirname(name), context)];
    });
    return [...texts, ...beside];
}
