// `dualstack-planner/render` in Node, for pages that are made ahead.

export { init, load } from "../node.js";
export { render, renderHtml, type RenderOptions } from "../engine.js";
export type { Outcome, PlanText, RenderRequest, RenderedElement, View } from "../types.js";
