#!/usr/bin/env node
// The `dualstack` command.

import { writeSync } from "node:fs";

import "../node.js";
import { LANGUAGES, VERSION } from "../generated.js";
import { COMMANDS } from "./commands.js";
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

process.exitCode = run(process.argv.slice(2), COMMANDS, {
    environment: process.env,
    languages: LANGUAGES,
    version: () => VERSION,
    out: writer(1),
    err: writer(2),
});
