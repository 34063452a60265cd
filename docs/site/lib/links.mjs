// Every link of the site that stays in it leads to a file, and to an id in it where it names one.

import { existsSync, readFileSync, readdirSync, statSync } from "node:fs";
import { join, posix } from "node:path";

const ENTITIES = { amp: "&", lt: "<", gt: ">", quot: '"', "#39": "'" };
const plain = (text) => text.replaceAll(/&(amp|lt|gt|quot|#39);/g, (_, name) => ENTITIES[name]);

/** The broken links of a site, each as `page: address`. The planner in it is a site of its own. */
export function checkLinks(out, skipped = "planner/") {
    const pages = readdirSync(out, { recursive: true })
        .map((path) => path.replaceAll("\\", "/"))
        .filter((path) => path.endsWith(".html") && !path.startsWith(skipped));
    const ids = new Map();
    const texts = new Map(pages.map((path) => [path, readFileSync(join(out, path), "utf8")]));
    const idsOf = (path) => {
        if (!ids.has(path)) {
            ids.set(path, new Set([...(texts.get(path) ?? "").matchAll(/ id="([^"]*)"/g)].map(([, id]) => plain(id))));
        }
        return ids.get(path);
    };
    const exists = new Map();
    const isThere = (path) => {
        if (!exists.has(path)) {
            exists.set(path, existsSync(join(out, path)) && statSync(join(out, path)).isFile());
        }
        return exists.get(path);
    };
    const broken = [];
    for (const [page, text] of texts) {
        for (const [, given] of text.matchAll(/ (?:href|src)="([^"]*)"/g)) {
            const address = plain(given);
            if (/^[a-z][a-z+.-]*:/i.test(address)) {
                continue;
            }
            if (address.startsWith("/")) {
                broken.push(`${page}: ${address} works from the root alone`);
                continue;
            }
            const [path, fragment] = address.split(/#(.*)/s);
            const target = path === "" ? page : posix.normalize(posix.join(posix.dirname(page), decodeURIComponent(path)));
            if (!isThere(target)) {
                broken.push(`${page}: ${address}`);
            } else if (fragment && texts.has(target) && !idsOf(target).has(decodeURIComponent(fragment))) {
                broken.push(`${page}: ${address} (no such id)`);
            }
        }
    }
    return broken;
}
