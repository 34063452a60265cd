// The types of the engine under the names that stay; they are made from the Rust types.

export type * from "./core/types.js";
/** A part of a sentence. `Part` is what `load` takes. */
export type { Part as MessagePart } from "./core/types.js";
/** An element of a rendered view. `Element` is that of browsers. */
export type { Element as RenderedElement } from "./core/types.js";
