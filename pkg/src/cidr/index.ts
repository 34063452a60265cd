// `dualstack-planner/cidr` for browsers and bundlers: `await init()` once, then calls are synchronous.

import start from "../core/dualstack_algebra.js";
import type { WasmSource } from "../sources.js";
import { moduleIsReady } from "./api.js";

export * from "./api.js";

/** Where the WASM comes from: a URL, a `Response`, its bytes or a compiled module; or a promise of one. */
export type CidrWasmSource = WasmSource;

let loading: Promise<void> | undefined;

/**
 * Loads the module; calls after the first give the same promise, and a failed load can be tried again. In Node it is there
 * with the import.
 *
 * @param source Where the WASM comes from; by default the file `core/dualstack_algebra_bg.wasm` beside this one.
 * @returns A promise that is fulfilled when calls work.
 */
export function init(source?: CidrWasmSource): Promise<void> {
    loading ??= start(source === undefined ? undefined : { module_or_path: source }).then(moduleIsReady, (error: unknown) => {
        loading = undefined;
        throw error;
    });
    return loading;
}
