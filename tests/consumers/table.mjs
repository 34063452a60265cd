// The table of consumers in pkg/README.md. Each row is what a test does; `tests/consumers/table.test.mjs` holds the rows to
// the tests that there are, and README to the rows.

const DEFAULT = "`dualstack-planner`";
const INLINE = "`dualstack-planner/inline`";

/** What is used, what is imported there, what else is needed, and the tests that try it (the beginning of their names). */
export const ROWS = [
    ["Node 20 and newer: `import`, `require`", DEFAULT, "", ["Node: import", "Node: require"]],
    ["TypeScript: bundler, nodenext, node16, node10, from ES modules and CommonJS, with and without the types of browsers", DEFAULT, "", ["TypeScript: "]],
    ["Vite 8: build, development", DEFAULT, "", ["Vite ${major}", "Vite 8: build"]],
    ["Vite 5, 6, 7: build", DEFAULT, "", ["Vite ${major}"]],
    ["Vite 5, 6, 7: development", INLINE, 'or `optimizeDeps: { exclude: ["dualstack-planner"] }`', ["Vite ${major}, dualstack-planner/inline"]],
    ["webpack 5, Parcel 2", DEFAULT, "", ["webpack 5", "Parcel 2"]],
    ["Next.js 16, Turbopack and webpack: server components, routes, client components", DEFAULT, "", ["Next.js 16, ${bundler}"]],
    ["Rollup with node-resolve; esbuild to ES modules, to a script, for Node", INLINE, "", ["Rollup with node-resolve", "esbuild: ${name}", "esbuild: for Node"]],
    ["Jest 30, Vitest 4", DEFAULT, "", ["Jest: without configuration", "Vitest 4"]],
    ["Cloudflare Workers (wrangler, workerd)", DEFAULT, "", ["Cloudflare Workers: wrangler and workerd"]],
    ["Deno 2", DEFAULT, "`--allow-read`", ["Deno 2"]],
    ["Bun: run", DEFAULT, "", ["Bun 1: run, build, compile"]],
    ["Bun: build, compile", INLINE, "", ["Bun 1: run, build, compile"]],
    ['`<script type="module">`, module workers', "`dist/index.js` beside its files", "", ["<script type=module>", "a module worker"]],
    ["`<script>` without a server, service workers", "`dist/cjs/inline.js`, the global `dualstackPlanner`", "", ["one file in a <script>", "a service worker: one file"]],
];

export function table() {
    const lines = ROWS.map(([consumer, entry, more]) => `| ${consumer} | ${entry} | ${more} |`);
    return ["| in | import | besides |", "| --- | --- | --- |", ...lines].join("\n");
}
