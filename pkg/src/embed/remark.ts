// A remark plugin (Docusaurus, Astro, anything with unified): ```dualstack blocks become <dualstack-planner>. It gives the
// tree of elements, not HTML, so MDX takes it too.

import type { RenderedElement } from "../types.js";
import { type FenceOptions, fenceTree, readFence } from "./fence.js";

/** A node of mdast, as far as the plugin looks at it. */
interface MarkdownNode {
    type: string;
    lang?: string | null;
    meta?: string | null;
    value?: string;
    children?: MarkdownNode[];
    data?: unknown;
}

/** The file that a tree comes from, as unified gives it. */
interface Page {
    fail(reason: string, place?: unknown): never;
}

type HtmlNode =
    | { type: "text"; value: string }
    | { type: "element"; tagName: string; properties: Record<string, string>; children: HtmlNode[] };

function hast(node: RenderedElement | string): HtmlNode {
    return typeof node === "string"
        ? { type: "text", value: node }
        : { type: "element", tagName: node.tag, properties: node.attributes, children: node.children.map(hast) };
}

/** The plugin: `unified().use(remarkDualstack, { lang: "ja" })`. */
export default function remarkDualstack(options: FenceOptions = {}) {
    return (tree: MarkdownNode, page: Page): void => {
        let blocks = 0;
        const visit = (node: MarkdownNode): void => {
            node.children?.forEach(visit);
            if (node.type !== "code" || node.lang !== "dualstack") {
                return;
            }
            try {
                const fence = readFence(`dualstack ${node.meta ?? ""}`, `${node.value ?? ""}\n`, `dsp-block-${blocks}`, options);
                if (fence !== undefined) {
                    const { tag, attributes, children } = fenceTree(fence);
                    blocks += 1;
                    node.type = "dualstackPlanner";
                    node.data = { hName: tag, hProperties: attributes, hChildren: children.map(hast) };
                    delete node.value;
                }
            } catch (error) {
                page.fail(error instanceof Error ? error.message : String(error), node);
            }
        };
        visit(tree);
    };
}
