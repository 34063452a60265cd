// Refuses to pack a build that is absent, incomplete or older than its sources.

import { existsSync, readFileSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const pkg = fileURLToPath(new URL("..", import.meta.url));
const root = join(pkg, "..");
const { version, exports, bin, main, files } = JSON.parse(readFileSync(join(pkg, "package.json"), "utf8"));

/** The files that the manifest names. */
function named(value) {
    return typeof value === "string" ? [value] : Object.values(value).flatMap(named);
}

/** The newest of the files below a folder: its path, and when it was written. */
function newest(folder, counts) {
    const found = readdirSync(folder, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile() && counts(entry))
        .map((entry) => join(entry.parentPath, entry.name))
        .map((path) => ({ path, time: statSync(path).mtimeMs }));
    return found.reduce((last, next) => (next.time > last.time ? next : last), { path: folder, time: 0 });
}

const faults = [];
const needed = [...named(exports), ...named(bin), main, ...files].filter((path) => !/[*!]/.test(path));
for (const path of new Set(needed)) {
    if (!existsSync(join(pkg, path))) faults.push(`${path} is missing`);
}
if (faults.length === 0) {
    const built = statSync(join(pkg, "dist/cjs/package.json")).mtimeMs;
    const isSource = ({ parentPath, name }) => /\.(rs|ts|mjs|ftl)$/.test(name) && !/[\\/](node_modules|target|tests)([\\/]|$)/.test(parentPath);
    for (const folder of ["pkg/src", "pkg/scripts", "core"]) {
        const place = join(root, folder);
        const source = existsSync(place) ? newest(place, isSource) : { time: 0 };
        if (source.time > built) faults.push(`${source.path} was changed after the build`);
    }
    const { VERSION } = await import("../dist/generated.js");
    if (VERSION !== version) faults.push(`the build says version ${VERSION}, package.json ${version}: run cargo xtask gen, then build`);
}
for (const fault of faults) console.error(`prepack: ${fault}`);
if (faults.length > 0) {
    console.error("prepack: run `cargo xtask build core` first");
    process.exitCode = 1;
}
