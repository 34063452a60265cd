// The type of `dualstack-planner/engine.wasm` and `dualstack-planner/tools.wasm`, which are no JavaScript: what an import
// gives is the bundler's or the runtime's choice, a URL, bytes or a compiled module. `init` and `load` take each of them.

import type { WasmSource } from "./sources.js";

declare const source: WasmSource;

export default source;
