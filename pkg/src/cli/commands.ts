// The commands, one row each.

import type { Command } from "./run.js";

/** Every command of `dualstack`, in the order of the help. */
export const COMMANDS: readonly Command[] = [];
