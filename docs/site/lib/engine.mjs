// The package as it is built: what the pages of the site are made from.

import * as planner from "../../../pkg/dist/node.js";

/** The value of an outcome; a page must not be made from a failure. */
export function valueOf(outcome, what) {
    if (outcome.status === "ok") {
        return outcome.value;
    }
    throw new Error(`${what}: ${outcome.diagnostics.map(({ code, message }) => `${code} ${message.text}`).join("; ")}`);
}

export { planner };
