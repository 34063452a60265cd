// What is asked of the package about each plan, in Node and in Chromium.

/** Two FNV-1a hashes of 32 bits with different beginnings, as `tests/src/same_bytes.rs` has them. */
export function digest(text) {
    let [first, second] = [0x811c9dc5, 0x12345678];
    for (const byte of new TextEncoder().encode(text)) {
        first = Math.imul(first ^ byte, 0x01000193);
        second = Math.imul(second ^ byte, 0x01000193);
    }
    const hex = (hash) => (hash >>> 0).toString(16).padStart(8, "0");
    return hex(first) + hex(second);
}

/** The report about a plan and its exports to every target, as JSON. */
export function answers(dualstack, { text, lang, seed }) {
    const options = { lang, seed };
    const targets = dualstack.exportTargets().value.map(({ id }) => id);
    const exported = dualstack.export(text, targets, options);
    return [
        JSON.stringify(dualstack.analyze(text, options).value),
        JSON.stringify([exported.value ?? null, exported.diagnostics]),
    ];
}

/** The digests of the answers about some plans. */
export async function ask(dualstack, plans) {
    await dualstack.init();
    await Promise.all(["tools", "ja", "zh-Hans", "ko"].map((part) => dualstack.load(part)));
    return plans.map((plan) => answers(dualstack, plan).map(digest));
}
