#!/usr/bin/env node
// The `dualstack` command.

import { writeSync } from "node:fs";
import { isatty } from "node:tty";
import { setFlagsFromString } from "node:v8";

import "../node.js";
import { LANGUAGES, VERSION } from "../generated.js";
import { COMMANDS } from "./commands.js";
import { keepReport } from "./fault.js";
import { bytesRead, onLargeInput } from "./input.js";
import { showProgress } from "./progress.js";
import { run } from "./run.js";

/** Writes all of it before going on; a reader that went away (`| head`) ends the program quietly. */
function writer(descriptor: number): (text: string) => void {
    return (text) => {
        let rest = Buffer.from(text);
        while (rest.length > 0) {
            try {
                rest = rest.subarray(writeSync(descriptor, rest));
            } catch (error) {
                const code = error instanceof Error && "code" in error ? error.code : undefined;
                if (code === "EPIPE") {
                    process.exit(0);
                }
                if (code !== "EAGAIN") {
                    throw error;
                }
            }
        }
    };
}

// Compiled for a fast start: most runs are over before better code would pay. Input that takes longer switches it off
// before the engine is loaded.
setFlagsFromString("--liftoff-only");
onLargeInput(() => ["--no-liftoff-only", "--wasm-tier-up", "--wasm-dynamic-tiering"].forEach((flag) => setFlagsFromString(flag)));

process.exitCode = run(process.argv.slice(2), COMMANDS, {
    environment: process.env,
    languages: LANGUAGES,
    version: () => VERSION,
    terminal: { out: isatty(1), err: isatty(2) },
    out: writer(1),
    err: writer(2),
    progress: (label) => showProgress(bytesRead(), isatty(2), label),
    keepReport,
});
