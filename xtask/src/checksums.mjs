// Writes SHA256SUMS into a folder: a line a file, as `sha256sum --check` reads it.

import { createHash } from "node:crypto";
import { readFileSync, readdirSync, writeFileSync } from "node:fs";
import { join, relative, sep } from "node:path";

const folder = process.argv[2];
const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name !== "SHA256SUMS")
    .map((entry) => join(entry.parentPath, entry.name))
    .map((path) => [relative(folder, path).split(sep).join("/"), createHash("sha256").update(readFileSync(path)).digest("hex")])
    .sort(([one], [other]) => (one < other ? -1 : 1));
writeFileSync(join(folder, "SHA256SUMS"), files.map(([path, sum]) => `${sum}  ${path}\n`).join(""));
