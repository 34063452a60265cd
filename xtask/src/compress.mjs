// Writes `<file>.br` and `<file>.gz` beside every file given, as small as they get, and removes the file itself.

import { readFile, rename, rm, writeFile } from "node:fs/promises";
import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";

const ways = {
    br: (bytes) =>
        promisify(brotliCompress)(bytes, {
            params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length },
        }),
    gz: (bytes) => promisify(gzip)(bytes, { level: 9 }),
};

await Promise.all(
    process.argv.slice(2).map(async (file) => {
        const bytes = await readFile(file);
        await Promise.all(
            Object.entries(ways).map(async ([extension, compress]) => {
                // Renamed when it is whole: a copy that is there is taken as it is by later builds.
                await writeFile(`${file}.${extension}.new`, await compress(bytes));
                await rename(`${file}.${extension}.new`, `${file}.${extension}`);
            }),
        );
        await rm(file);
    }),
);
