// The nodes of a page from a rendered tree. No text becomes markup, so pages with Trusted Types take it too.

import type { RenderedElement } from "../types.js";

const SVG = "http://www.w3.org/2000/svg";

/** Builds an element. Each class `dsp-name` is also the part `name`; tables and verbatim lines are parts by their tag. */
export function build({ tag, attributes, children }: RenderedElement, inSvg = false): Element {
    const isSvg = inSvg || tag === "svg";
    const element = isSvg ? document.createElementNS(SVG, tag) : document.createElement(tag);
    for (const [name, value] of Object.entries(attributes)) {
        element.setAttribute(name, value);
    }
    const parts = isSvg ? [] : [...element.classList].map((name) => name.replace(/^dsp-?/, "")).filter(Boolean);
    if (tag === "table" || tag === "pre") {
        parts.push(tag);
    }
    if (parts.length > 0) {
        element.setAttribute("part", parts.join(" "));
    }
    element.append(...children.map((child) => (typeof child === "string" ? child : build(child, isSvg))));
    return element;
}
