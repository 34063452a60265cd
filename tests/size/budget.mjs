// What pkg/size-budget.json says, and that it only ever says less.

/** Whether a path fits a pattern with `*` (within a name) and `**` (across folders). */
export function matches(pattern, path) {
    const escaped = pattern.replace(/[.+?^${}()|[\]\\]/g, "\\$&");
    const regex = escaped.replace(/\*\*\/|\*\*|\*/g, (star) => ({ "**/": "(?:.*/)?", "**": ".*", "*": "[^/]*" })[star]);
    return new RegExp(`^${regex}$`).test(path);
}

/** The numbers of `now` that are higher than in `before`, in words. Rows are told apart by their names. */
export function grown(before, now) {
    const list = (budget) => [...(budget?.rows ?? budget?.budgets ?? []), ...(budget?.firstLoads ?? [])];
    const after = list(now);
    const faults = [];
    for (const { name, brotli } of list(before)) {
        const row = after.find((row) => row.name === name);
        if (row !== undefined && row.brotli > brotli) faults.push(`the budget of ${name} may not grow: ${row.brotli}, and it was ${brotli}`);
    }
    // A first load that is no longer named could no longer be held to anything.
    for (const { name } of before?.firstLoads ?? []) {
        if (!after.some((row) => row.name === name)) faults.push(`${name} has no budget any more, and it had one`);
    }
    return faults;
}
