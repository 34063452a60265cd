// A sign of life for work that takes more than a second. The work is one call into the engine, during which nothing else of
// this thread runs; so another thread writes it.

import { writeSync } from "node:fs";
import { Worker } from "node:worker_threads";

/** Smaller inputs are done within a second. */
const LARGE = 512 * 1024;

/** Writes the label and the seconds gone by, over itself, on standard error. */
const TICK = `
    const { writeSync } = require("node:fs");
    const { workerData: label } = require("node:worker_threads");
    let seconds = 0;
    setInterval(() => writeSync(2, "\\r" + label + " " + (seconds += 1) + " s "), 1000);
`;

/** Begins to show progress for a large input on a terminal. What it gives ends that and clears the line. */
export function showProgress(bytes: number, isTerminal: boolean, label: string): () => void {
    if (bytes < LARGE || !isTerminal) {
        return () => {};
    }
    const worker = new Worker(TICK, { eval: true, workerData: label });
    worker.unref();
    return () => {
        void worker.terminate();
        writeSync(2, `\r${" ".repeat(label.length * 2 + 8)}\r`);
    };
}
