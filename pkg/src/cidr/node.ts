// `dualstack-planner/cidr` for Node: the module is ready when the import is.

import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

import { initSync } from "../core/dualstack_algebra.js";
import { moduleIsReady } from "./api.js";
import type { CidrWasmSource } from "./index.js";

export * from "./api.js";
export type { CidrWasmSource };

// A path and not a URL: bundlers put their own URLs in the place of `new URL(…)`, which `readFileSync` refuses.
const file = join(dirname(fileURLToPath(import.meta.url)), "..", "core", "dualstack_algebra_bg.wasm");
initSync({ module: readFileSync(file) });
moduleIsReady();

/** Here for code that runs in browsers too; the module is loaded already. */
export function init(_source?: CidrWasmSource): Promise<void> {
    return Promise.resolve();
}
