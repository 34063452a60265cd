// The entry for browsers and bundlers: `await init()` once, then calls are synchronous.

import load, { type InitInput } from "./core/dualstack_core.js";
import { engineIsReady } from "./engine.js";

export * from "./api.js";

/** Where the WASM comes from: a URL, a `Response`, its bytes or a compiled module. */
export type WasmSource = InitInput | Promise<InitInput>;

let loading: Promise<void> | undefined;

/**
 * Loads the engine; calls after the first give the same promise. Without a source the module that lies beside this
 * file is fetched. A failed load can be tried again.
 */
export function init(source?: WasmSource): Promise<void> {
    loading ??= load(source === undefined ? undefined : { module_or_path: source }).then(
        engineIsReady,
        (error: unknown) => {
            loading = undefined;
            throw error;
        },
    );
    return loading;
}
