// What a call takes besides its file, from the options of a command.

import type { CallOptions } from "../types.js";
import type { Option } from "./args.js";
import { readInput } from "./input.js";
import type { Context } from "./run.js";

/** The options of commands that analyse a file. */
export const ANALYSIS: readonly Option[] = [
    { name: "previous", value: "FILE", about: "option-previous" },
    { name: "running", value: "FILE", about: "option-running" },
];

/** The language, the older plan and how components are started. */
export function callOptions({ options, language, t }: Context): CallOptions {
    const text = (name: string) => {
        const file = options.get(name);
        return file === undefined ? {} : { [name]: readInput(file, t) };
    };
    return { lang: language, ...text("previous"), ...text("running") };
}
