// What a case may expect. Each function returns what is wrong: nothing if the expectation holds.

/** The codes that the rules had when the cases were written; a rule made since then may be meant by `allowNew`. */
const SINCE = new Set(["SVC021", "VER013", "LOG001"]);

const list = (value) => (Array.isArray(value) ? value : [value]);
const fits = (pattern, code) => (pattern.endsWith("*") ? code.startsWith(pattern.slice(0, -1)) : pattern === code);
const has = (got, pattern) => got.codes.some((code) => fits(pattern, code));
const says = (texts, part) => list(part).some((one) => texts.some((text) => text.toLowerCase().includes(one.toLowerCase())));
const problems = (got) => got.diagnostics.map(({ severity, code }) => `${severity} ${code}`);
const failures = (got) => got.failed.map(({ component, text }) => `${component}: ${text}`);
const severe = (got) => got.diagnostics.filter(({ severity }) => severity !== "info").map(({ code }) => code);
const errors = (got) => got.diagnostics.filter(({ severity }) => severity === "error");
const unless = (holds, expected, came) => (holds ? [] : [`expected ${expected}; got ${JSON.stringify(came)?.slice(0, 400)}`]);
const each = (values, judge) => values.flatMap(judge);

export const EXPECTATIONS = {
    /** All of these codes. */
    codes: (codes, got) => each(codes, (code) => unless(has(got, code), code, got.codes)),
    /** One of these codes; with `allowNew`, or a rule that was made for it. */
    anyCodes: (codes, got, { expect }) =>
        unless(
            codes.some((code) => has(got, code)) || (expect.allowNew && got.codes.some((code) => SINCE.has(code))),
            `one of ${codes}`,
            got.codes,
        ),
    allowNew: () => [],
    /** None of these codes. */
    noCodes: (codes, got) => each(codes, (code) => unless(!has(got, code), `no ${code}`, got.codes)),
    /** Nothing but these codes. */
    onlyCodes: (codes, got) => unless(got.codes.every((code) => codes.some((one) => fits(one, code))), `only ${codes}`, got.codes),
    /** A code besides these. */
    codesBesides: (codes, got) => unless(got.codes.some((code) => !codes.includes(code)), `more than ${codes}`, got.codes),
    /** Any rule. */
    explained: (_, got) => unless(got.codes.length > 0, "a rule", got.codes),
    /** The rule finds it in the plan too. */
    findingCodes: (codes, got) => each(codes, (code) => unless(got.findings.includes(code), `a finding ${code}`, got.findings)),
    /** These lines of the paste are found. */
    matchedLines: (lines, got) => each(lines, (line) => unless(got.lines.includes(line), `line ${line} found`, got.lines)),
    /** No diagnostic is an error. */
    noErrors: (_, got) => unless(errors(got).length === 0, "no error", problems(got)),
    /** A diagnostic is an error, or there is no value. */
    anyError: (_, got) => unless(errors(got).length > 0 || got.status === "failed", "an error", problems(got)),
    /** Something is said about the input. */
    diagnosticsNotEmpty: (_, got) => unless(got.diagnostics.length > 0, "a diagnostic", problems(got)),
    /** Something was understood or said. */
    notSilent: (_, got) => unless((got.value?.length ?? 0) + got.diagnostics.length > 0, "an answer", got.raw),
    /** Something is wrong. */
    unhealthy: (_, got) => unless(got.failed.length + severe(got).length > 0, "something wrong", problems(got)),
    /** Nothing fails. */
    noFailures: (_, got) =>
        unless(got.failed.every(({ effect }) => effect === "warning") && errors(got).length === 0, "no failure", [...failures(got), ...problems(got)]),
    /** These components are read. */
    components: (names, got) => each(names, (name) => unless(got.components.includes(name), name, got.components)),
    /** A component fails with a text. */
    fails: (checks, got) =>
        each(checks, ({ component, text }) =>
            unless(
                got.failed.some((failed) => (component === undefined || failed.component === component) && failed.text.includes(text)),
                `${component ?? "a component"} to fail with ${text}`,
                failures(got),
            ),
        ),
    /** A real component's text has these words. */
    upstreamContains: (parts, got) => {
        const texts = [...got.failed.map(({ text }) => text), ...got.diagnostics.map(({ upstream }) => upstream ?? "")];
        return each(parts, (part) => unless(texts.some((text) => text.includes(part)), `the text ${part}`, texts));
    },
    /** Any text has these words; of a list in the list, one. */
    says: (parts, got) => each(parts, (part) => unless(says(got.texts, part), `a text with ${list(part).join(" or ")}`, problems(got))),
    /** No text has these words. */
    saysNot: (parts, got) => each(parts, (part) => unless(!says(got.texts, part), `no text with ${part}`, got.texts.filter((text) => says([text], part)))),
    /** The whole answer has no such words. */
    rawNot: (parts, got) => each(parts, (part) => unless(!got.raw.includes(part), `nothing with ${part}`, part)),
    /** A diagnostic at a place. */
    at: (places, got) =>
        each(places, ({ document, pointer = "", severities }) =>
            unless(
                got.diagnostics.some(
                    ({ location, severity }) =>
                        (document === undefined || location.document === document) &&
                        location.pointer.startsWith(pointer) &&
                        (severities === undefined || severities.includes(severity)),
                ),
                `${severities ?? "something"} at ${document} ${pointer}`,
                got.diagnostics.map(({ code, severity, location }) => `${severity} ${code} ${location.document}${location.pointer}`),
            ),
        ),
    /** Nothing wrong in a document. */
    noneAt: (places, got) =>
        each(places, ({ document, severities = ["error", "warning"] }) => {
            const found = got.diagnostics.filter(({ location, severity }) => location.document === document && severities.includes(severity));
            return unless(found.length === 0, `nothing at document ${document}`, found.map(({ code }) => code));
        }),
    /** The minor version of the plan. */
    version: (minor, got) => unless(got.version?.split(/[.+-]/).slice(0, 2).join(".") === minor, minor, got.version),
    /** How many nodes there are. */
    nodesCount: (count, got) => {
        const came = got.value?.count ?? (got.status === "failed" ? 0 : undefined);
        return unless(String(came) === String(count), `${count} nodes`, came);
    },
    /** With the second text in place of the first, an error or warning goes away. */
    moreThan: (texts, got, { again }) => {
        const without = severe(again(texts));
        return unless(severe(got).some((code) => !without.includes(code)), `more than with ${texts[1]}`, severe(got));
    },
    /** With the second text in place of the first, no error or warning goes away. */
    notMoreThan: (texts, got, { again }) => {
        const without = severe(again(texts));
        const more = severe(got).filter((code) => !without.includes(code));
        return unless(more.length === 0, `no more than with ${texts[1]}`, more);
    },
    /** What conversion writes is accepted, or it warns. */
    consistent: (_, got) => {
        const refused = [...got.services.values()].filter(({ admission }) => admission?.outcome === "refused");
        const warned = got.remarks.some(({ severity }) => severity !== "info");
        return unless(refused.length === 0 || warned, "accepted Services or a warning", refused.map(({ admission }) => admission.message));
    },
    /** What becomes of Services, by namespace and name. */
    services: (expected, got) => each(Object.entries(expected), ([name, one]) => service(name, one, got.services.get(name)?.admission)),
    /** The exit status of the command. */
    exit: (status, got) => unless(list(status).includes(got.exit), `exit ${status}`, `${got.exit}: ${got.output}`),
    /** The command prints these words. */
    stdoutContains: (parts, got) => each(parts, (part) => unless(says([got.output], part), `output with ${list(part).join(" or ")}`, got.output)),
    /** The command does not print these words. */
    stdoutNotContains: (parts, got) => each(parts, (part) => unless(!got.output.includes(part), `no output with ${part}`, got.output)),
};

const FIELDS = ["ipFamilyPolicy", "ipFamilies", "ipFamily", "clusterIP", "clusterIPs"];

function service(name, expected, admission) {
    if (expected.answered === false) {
        return unless(admission === undefined, `no answer for ${name}`, admission);
    }
    const spec = admission?.spec ?? {};
    const same = (field, wanted, came) => unless(JSON.stringify(wanted) === JSON.stringify(came), `${name} ${field} ${JSON.stringify(wanted)}`, came ?? admission);
    const family = (address) => (address.includes(":") ? "IPv6" : address === "None" ? address : "IPv4");
    const addresses = spec.clusterIPs ?? (spec.clusterIP === undefined ? [] : [spec.clusterIP]);
    return [
        ...("outcome" in expected ? same("outcome", expected.outcome, admission?.outcome) : []),
        ...FIELDS.filter((field) => field in expected).flatMap((field) => same(field, expected[field], spec[field])),
        ...("clusterIPFamilies" in expected ? same("families", expected.clusterIPFamilies, addresses.map(family)) : []),
        ...("messageContains" in expected
            ? list(expected.messageContains).flatMap((part) => unless(admission?.message?.includes(part), `${name} refused with ${part}`, admission))
            : []),
    ];
}
