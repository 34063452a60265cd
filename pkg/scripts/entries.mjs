// Makes the entries of dist/ that are one file: for `require`, with the bytes inside, for `<script>`, for Cloudflare Workers,
// and the command line. `cargo xtask build` runs it behind the TypeScript compiler.

import { chmodSync, cpSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { constants, gzipSync } from "node:zlib";

import { build, transform } from "esbuild";

const pkg = fileURLToPath(new URL("..", import.meta.url));
const dist = join(pkg, "dist");

/** `packed:FILE` is a file of dist/ packed with gzip, in base64; `text:FILE` is its text. */
const files = {
    name: "files of dist",
    setup({ onResolve, onLoad }) {
        onResolve({ filter: /^(packed|text):/ }, ({ path }) => {
            const [namespace, file] = path.split(":");
            return { path: file, namespace };
        });
        onLoad({ filter: /./, namespace: "packed" }, ({ path }) => {
            const packed = gzipSync(readFileSync(join(dist, path)), { level: constants.Z_BEST_COMPRESSION });
            return { contents: packed.toString("base64"), loader: "text" };
        });
        onLoad({ filter: /./, namespace: "text" }, ({ path }) => ({ contents: readFileSync(join(dist, path)), loader: "text" }));
    },
};

/** Bundles entries of dist/. What it writes may lie where its input did, so nothing is written before all is made. */
async function bundled(options) {
    const { outputFiles, warnings } = await build({
        absWorkingDir: dist,
        bundle: true,
        write: false,
        target: "es2022",
        legalComments: "none",
        logLevel: "warning",
        plugins: [files],
        ...options,
    });
    if (warnings.length > 0) {
        throw new Error(`esbuild warns of ${warnings.map(({ text }) => text).join("; ")}`);
    }
    return outputFiles;
}

// The glue names its file by `import.meta.url` where nobody gives it one; these entries always do.
const NO_URL = { "import.meta.url": "undefined" };
// The files that Node's entry reads lie beside dist/node.js, a folder above the one for `require`.
const NODE_URL = {
    define: { "import.meta.url": "beside" },
    banner: { js: 'const beside = require("node:url").pathToFileURL(require("node:path").join(__dirname, "../node.js")).href;' },
};
// The same a folder deeper, for address algebra.
const CIDR_URL = {
    define: { "import.meta.url": "beside" },
    banner: { js: 'const beside = require("node:url").pathToFileURL(require("node:path").join(__dirname, "../../cidr/node.js")).href;' },
};
// One file serves `<script>`, as a global, and `require`. The list is never run: Node reads from it what can be imported.
const names = Object.keys(await import("../dist/node.js")).map((name) => (name === "export" ? '"export": init' : name));
const ALSO_REQUIRED = {
    footer: {
        js: `if (typeof module === "object" && module.exports) { module.exports = dualstackPlanner; }\n0 && (module.exports = { ${names.join(", ")} });`,
    },
};
// The command is one file, because reading thirty takes longer than running them.
const COMMAND_URL = {
    define: { "import.meta.url": "beside" },
    banner: {
        js: 'const beside = new URL("../node.js", import.meta.url).href;\nconst besideAlgebra = new URL("../cidr/load.js", import.meta.url).href;',
    },
};

// Address algebra looks for its module from a folder of its own.
const algebra = {
    name: "algebra",
    setup({ onLoad }) {
        onLoad({ filter: /[/\\]cidr[/\\]load\.js$/ }, ({ path }) => ({
            contents: readFileSync(path, "utf8").replaceAll("import.meta.url", "besideAlgebra"),
        }));
    },
};

const made = await Promise.all([
    bundled({ entryPoints: ["inline.js"], outdir: ".", format: "esm", splitting: true, chunkNames: "inline/[name]", define: NO_URL, minify: true }),
    bundled({ entryPoints: ["inline.js"], outfile: "cjs/inline.js", format: "iife", globalName: "dualstackPlanner", define: NO_URL, minify: true, ...ALSO_REQUIRED }),
    bundled({ entryPoints: ["workerd.js"], outdir: ".", format: "esm", splitting: true, chunkNames: "[name]", define: NO_URL, external: ["*.wasm"] }),
    bundled({ entryPoints: ["node.js"], outfile: "cjs/node.js", format: "cjs", platform: "node", ...NODE_URL }),
    bundled({ entryPoints: ["", "-cidr-tools", "-ipaddr", "-netmask"].map((name) => `cidr/node${name}.js`), outdir: "cjs/cidr", outbase: "cidr", format: "cjs", platform: "node", ...CIDR_URL }),
    bundled({ entryPoints: ["cli/main.js"], outfile: "cli/main.js", format: "esm", platform: "node", minifyWhitespace: true, minifySyntax: true, ...COMMAND_URL, plugins: [files, algebra] }),
]);
// What is in the entries now; of `wasm` only the type is used.
for (const name of ["inline", "inline-tools", "workerd", "workerd-tools", "wasm"]) {
    rmSync(join(dist, `${name}.js`));
}
for (const { path, contents } of made.flat()) {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, contents);
}

chmodSync(join(dist, "cli/main.js"), 0o755);

// Comments are for declarations; JavaScript is downloaded. Names and statements stay as they are: bundlers look for them.
const written = made.flat().map(({ path }) => path);
for (const folder of [dist, join(dist, "core")]) {
    for (const name of readdirSync(folder).filter((name) => name.endsWith(".js"))) {
        const path = join(folder, name);
        if (!written.includes(path)) {
            const { code } = await transform(readFileSync(path, "utf8"), { minifyWhitespace: true, legalComments: "none" });
            writeFileSync(path, code);
        }
    }
}

// TypeScript asks the nearest package.json whether declarations are of ES modules.
writeFileSync(join(dist, "cjs/package.json"), '{ "type": "commonjs" }\n');
const declarations = readdirSync(dist, { recursive: true, withFileTypes: true })
    .map((entry) => relative(dist, join(entry.parentPath, entry.name)))
    .filter((path) => path.endsWith(".d.ts") && !/^(cjs|cli)[\\/]/.test(path) && !path.endsWith(".wasm.d.ts"));
for (const path of declarations) {
    cpSync(join(dist, path), join(dist, "cjs", path));
}
