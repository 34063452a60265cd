// One answer for every call: what the expectations look at.

/** The answer of a call. `read` gives the text of a file in `inputs/`. */
export function ask(engine, call, text, options, read) {
    const { lang = "en", previous, running } = options;
    const common = {
        lang,
        ...(previous === undefined ? {} : { previous: read(previous) }),
        ...(running === undefined ? {} : { running: read(running) }),
    };
    return CALLS[call](engine, text, options, common, read);
}

/** An answer that says nothing yet. */
export function answer(outcome) {
    return {
        status: outcome?.status,
        value: outcome?.value,
        raw: JSON.stringify(outcome),
        diagnostics: [...(outcome?.diagnostics ?? [])],
        codes: [],
        failed: [],
        texts: [],
        services: new Map(),
    };
}

const CALLS = { lint, services: lint, explain, checkStart, convert, nodes };

function lint(engine, text, options, common) {
    const analysis = engine.analyze(text, common);
    const linted = engine.lint(text, common);
    const got = answer(analysis);
    got.raw += JSON.stringify(linted);
    got.diagnostics = distinct([...(linted.value ?? []), ...linted.diagnostics, ...(analysis.value?.diagnostics ?? []), ...got.diagnostics]);
    got.failed = analysis.value?.failedChecks ?? [];
    got.version = analysis.value?.plan?.spec.kubernetesVersion;
    addServices(got, analysis.value);
    return said(got);
}

function explain(engine, text, { plan, lang = "en" }, _common, read) {
    const outcome = engine.explain(text, plan === undefined ? undefined : read(plan), { lang });
    const got = answer(outcome);
    const found = outcome.value ?? [];
    got.codes = found.map(({ rule }) => rule.code);
    got.findings = found.flatMap(({ findings }) => findings.map(({ code }) => code));
    got.lines = found.map(({ matched }) => matched?.line);
    for (const { rule, findings } of found) {
        got.texts.push(rule.code, rule.title.text, rule.help.text, ...rule.fixes.map(({ text }) => text));
        got.texts.push(...findings.flatMap(({ message, fixes }) => [message.text, ...fixes.map(({ title }) => title.text)]));
    }
    return said(got);
}

function checkStart(engine, text, { version, lang = "en" }) {
    const outcome = engine.checkStart(text, version, { lang });
    const got = answer(outcome);
    got.failed = (outcome.value ?? []).flatMap(({ failedChecks }) => failedChecks);
    got.components = (outcome.value ?? []).map(({ component }) => component);
    got.texts = (outcome.value ?? []).flatMap(({ printed }) => printed);
    return said(got);
}

function convert(engine, text, { to, lang = "en" }) {
    const outcome = engine.convert(text, to, { lang });
    const got = answer(outcome);
    got.remarks = (outcome.value?.services ?? []).flatMap(({ remarks }) => remarks);
    got.texts = got.remarks.map(({ message }) => message.text);
    addServices(got, outcome.value && engine.analyze(outcome.value.text, { lang }).value);
    return said(got);
}

function nodes(engine, text, { from = 0, limit = 2, lang = "en" }) {
    return said(answer(engine.nodes(text, { from, limit }, { lang })));
}

function addServices(got, report) {
    for (const service of report?.services ?? []) {
        got.services.set(`${service.namespace}/${service.name}`, service);
        const remarks = [...(service.aspects?.remarks ?? []), ...(service.conversion?.remarks ?? [])];
        got.texts.push(service.admission?.message ?? "", ...(service.admission?.warnings ?? []));
        got.texts.push(...remarks.map(({ message }) => message.text));
    }
}

/** Adds what diagnostics and failed checks say to the texts, and their codes. */
function said(got) {
    got.codes.push(...got.diagnostics.map(({ code }) => code));
    got.texts.push(...got.failed.map(({ text }) => text));
    for (const { code, message, help, upstream, fixes } of got.diagnostics) {
        got.texts.push(code, message.text, help?.text ?? "", upstream ?? "", ...fixes.map(({ title }) => title.text));
    }
    return got;
}

function distinct(diagnostics) {
    const key = ({ code, location }) => `${code} ${JSON.stringify(location)}`;
    return [...new Map(diagnostics.map((one) => [key(one), one])).values()];
}
