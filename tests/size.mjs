// Sizes of what is shipped, as a browser downloads it, against pkg/size-budget.json.

import { existsSync, readFileSync, readdirSync } from "node:fs";
import { extname, join } from "node:path";
import { brotliCompressSync, constants } from "node:zlib";

const root = new URL("..", import.meta.url).pathname;
const { budgets } = JSON.parse(readFileSync(join(root, "pkg/size-budget.json"), "utf8"));

function files(directory) {
    return readdirSync(directory, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) => join(entry.parentPath, entry.name));
}

function brotli(bytes) {
    const params = { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length };
    return brotliCompressSync(bytes, { params }).length;
}

let over = 0;
const kilobytes = (bytes) => (bytes / 1000).toFixed(1).padStart(8);
console.log(`${"".padEnd(20)} ${"kB".padStart(8)} ${"brotli".padStart(8)} ${"budget".padStart(8)}`);
for (const { name, directory, extensions, brotli: budget } of budgets) {
    const place = join(root, directory);
    if (!existsSync(place)) {
        console.log(`${name.padEnd(20)} not built`);
        over += 1;
        continue;
    }
    const contents = files(place)
        .filter((file) => extensions.includes(extname(file).slice(1)))
        .map((file) => readFileSync(file));
    const size = contents.reduce((sum, bytes) => sum + bytes.length, 0);
    const compressed = contents.reduce((sum, bytes) => sum + brotli(bytes), 0);
    const verdict = contents.length === 0 ? "  NOTHING TO MEASURE" : compressed > budget ? "  OVER BUDGET" : "";
    over += verdict === "" ? 0 : 1;
    console.log(`${name.padEnd(20)} ${kilobytes(size)} ${kilobytes(compressed)} ${kilobytes(budget)}${verdict}`);
}
console.log(over === 0 ? "size: all within budget" : `size: ${over} of ${budgets.length} over budget or missing`);
process.exitCode = over === 0 ? 0 : 1;
