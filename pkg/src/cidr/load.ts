// Reads the module in Node.

import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

import { initSync } from "../core/dualstack_algebra.js";
import { moduleIsReady } from "./api.js";

let isLoaded = false;

/** Makes the calls work. Doing it again costs nothing. */
export function load(): void {
    if (isLoaded) {
        return;
    }
    isLoaded = true;
    // A path and not a URL: bundlers put their own URLs in the place of `new URL(…)`, which `readFileSync` refuses.
    const file = join(dirname(fileURLToPath(import.meta.url)), "..", "core", "dualstack_algebra_bg.wasm");
    initSync({ module: readFileSync(file) });
    moduleIsReady();
}
