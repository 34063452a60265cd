// What `init` and `load` take: types that compile with and without those of browsers and Node.

import type { OtherLanguage, Part } from "./parts.js";

/** A type of the surroundings, where the compiler knows it: `Global<"URL">` is `URL`, and `never` without it. */
type Global<Name extends string> = typeof globalThis extends Record<Name, { prototype: infer Type }> ? Type : never;

/** A compiled module, `WebAssembly.Module`; that type has no members, so everything would fit it. */
type CompiledModule = typeof globalThis extends { WebAssembly: { Module: { prototype: infer Type } } } ? Type & object : never;

/** A URL, or what `fetch` takes and gives. */
type Fetched = string | Global<"URL"> | Global<"Request"> | Global<"Response">;

/** Where the WASM comes from: a URL, a `Request`, a `Response`, its bytes or a compiled module; or a promise of one. */
export type WasmSource = WasmInput | Promise<WasmInput>;

type WasmInput = Fetched | ArrayBuffer | ArrayBufferView | CompiledModule;

/** Where messages come from: a URL, a `Request` or a `Response`. */
export type MessagesSource = Fetched;

/** Loads the engine. */
export type Init = (source?: WasmSource) => Promise<void>;

/** Loads a part besides the engine. */
export interface Load {
    (part: "tools", source?: WasmSource): Promise<void>;
    (part: OtherLanguage, source?: MessagesSource | readonly MessagesSource[]): Promise<void>;
    (part: Part): Promise<void>;
}
