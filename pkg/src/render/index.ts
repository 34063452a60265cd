// `dualstack-planner/render` in browsers: views of a plan. Await `init()` and `load("tools")` before the first call.

export { init, load } from "../index.js";
export { render, renderHtml, type RenderOptions } from "../engine.js";
export type { Outcome, PlanText, RenderRequest, RenderedElement, View } from "../types.js";
