// `dualstack-planner/cidr` for Node: the module is ready when the import is.

import type { CidrWasmSource } from "./index.js";
import { load } from "./load.js";

export * from "./api.js";
export type { CidrWasmSource };

load();

/** Here for code that runs in browsers too; the module is loaded already. */
export function init(_source?: CidrWasmSource): Promise<void> {
    return Promise.resolve();
}
