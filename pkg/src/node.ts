// The entry for Node: the engine is ready when the import is.

import { readFileSync } from "node:fs";

import { initSync } from "./core/dualstack_core.js";
import { engineIsReady } from "./engine.js";
import type { WasmSource } from "./index.js";

export * from "./api.js";
export type { WasmSource };

initSync({ module: readFileSync(new URL("./core/dualstack_core_bg.wasm", import.meta.url)) });
engineIsReady();

/** Here for code that runs in browsers too; the engine is loaded already. */
export function init(_source?: WasmSource): Promise<void> {
    return Promise.resolve();
}
