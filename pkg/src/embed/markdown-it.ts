// A markdown-it plugin (VitePress and others): ```dualstack blocks become <dualstack-planner>.

import { type FenceOptions, fenceHtml, readFence } from "./fence.js";

interface Token {
    info: string;
    content: string;
}

type Rule = (tokens: Token[], index: number, options: unknown, env: object | undefined, self: unknown) => string;

/** markdown-it, as far as the plugin uses it. */
interface MarkdownIt {
    renderer: { rules: { fence?: Rule | undefined } };
}

/** The plugin: `md.use(dualstack, { lang: "ja" })`. */
export default function markdownItDualstack(md: MarkdownIt, options: FenceOptions = {}): void {
    const others = md.renderer.rules.fence;
    // The blocks of a page are counted by what markdown-it keeps of it.
    const counted = new WeakMap<object, number>();
    md.renderer.rules.fence = (tokens, index, given, env, self) => {
        const token = tokens[index];
        const page = env ?? tokens;
        const number = counted.get(page) ?? 0;
        const fence = token && readFence(token.info, token.content, `dsp-block-${number}`, options);
        if (fence === undefined) {
            return others?.(tokens, index, given, env, self) ?? "";
        }
        counted.set(page, number + 1);
        return fenceHtml(fence);
    };
}
