// `--watch`: a command runs again whenever one of its files has changed.

import { type FSWatcher, watch } from "node:fs";
import { basename, dirname } from "node:path";

import { isFolder } from "./input.js";

/** Editors write a file in several steps; what comes within this time is one change. */
const SETTLED = 100;

/** Calls `changed` after changes of the files and folders, until the process ends. Gives the watchers. */
export function onChange(paths: readonly string[], changed: () => void): FSWatcher[] {
    let timer: NodeJS.Timeout | undefined;
    const soon = () => {
        clearTimeout(timer);
        timer = setTimeout(changed, SETTLED);
    };
    return paths.map((path) => {
        if (isFolder(path)) {
            return watch(path, { recursive: true }, soon);
        }
        // The folder is watched: an editor may put a new file in the place of the old one.
        return watch(dirname(path), (_, name) => {
            if (name === null || name === basename(path)) {
                soon();
            }
        });
    });
}
