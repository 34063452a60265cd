// An example that is live: the element with its form made ahead, and a link that opens the same plan in the planner.

import { deflateRawSync } from "node:zlib";

import { fenceHtml } from "../../../pkg/dist/embed/fence.js";
import { escape, relative } from "./html.mjs";
import { textsOf } from "./texts.mjs";

/** The longest fragment that the planner reads (`web/src/share.rs`). */
const LONGEST_LINK = 8 << 10;

/** The width of a map that is made ahead: its texts keep their size in the column of a page. */
const MAP_WIDTH = 880;

/** The fragment of a link to the planner with this plan; `undefined` where it is too long. */
export function fragmentOf(plan) {
    const fragment = `#v1.${deflateRawSync(plan, { level: 9 }).toString("base64url")}`;
    return fragment.length - 1 > LONGEST_LINK ? undefined : fragment;
}

/** The link to the planner with a plan. */
export function plannerLink(page, plan, view) {
    const texts = textsOf(page.lang);
    const fragment = fragmentOf(plan);
    const place = page.planner.includes("://") ? page.planner : relative(page.path, page.planner);
    const behind = view === undefined ? "" : `&view=${view}`;
    const [address, text] =
        fragment === undefined ? [place, texts.openWithFile] : [`${place}${fragment}${behind}`, texts.openInPlanner];
    return `<p class="open"><a href="${escape(address)}">${escape(text)}</a></p>\n`;
}

/** A live example. `attributes` are the element's besides the plan. */
export function live(page, plan, { view = "findings", editor = true, previous, running, at, tab, heading = 3 } = {}) {
    page.live += 1;
    page.needs.add("element");
    const beside = { ...(previous !== undefined && { previous }), ...(running !== undefined && { running }) };
    const html = fenceHtml({
        attributes: { view, heading: `${heading}`, ...(editor && { editor: "editor" }), ...beside, plan },
        request: { view, lang: page.lang, heading, width: MAP_WIDTH, id: `map-${page.live}`, ...(at !== undefined && { at: [at] }), ...beside },
        plan,
    });
    return `<div class="live">\n${html}${plannerLink(page, plan, tab)}</div>\n`;
}
