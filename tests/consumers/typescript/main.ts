// What must compile, and what must not.
import {
    type BlockPlace,
    type Cidr,
    type ClusterPlan,
    type CniPlugin,
    type Comparison,
    type Diagnostic,
    type DiagnosticCode,
    type Distribution,
    EngineError,
    type ExportTarget,
    type FamilyCapacity,
    type Flag,
    type Growth,
    type Headroom,
    type KubernetesVersion,
    type Language,
    type MaskWindow,
    type MessagePart,
    type MinorVersion,
    type Node,
    type NodeEvent,
    type OpenPlan,
    type Outcome,
    type Part,
    type Provider,
    type Request,
    type RuleCode,
    type ServiceMetadata,
    type ServicePort,
    type StartInput,
    analyze,
    applyFix,
    changes,
    compare,
    diff,
    explain,
    export as exportFiles,
    fleet,
    growth,
    init,
    kubernetesVersions,
    load,
    locales,
    migrate,
    nodes,
    open,
    plan,
    suggest,
    version,
} from "dualstack-planner";
import * as inline from "dualstack-planner/inline";

export async function loading(): Promise<void> {
    await init();
    await init(new URL("https://example.test/core.wasm"));
    await init(new Uint8Array(8));
    await init(fetch("https://example.test/core.wasm"));
    await init(new WebAssembly.Module(new Uint8Array(8)));
    await inline.init();
    // @ts-expect-error a number is no source
    await init(3);
    await load("tools");
    await load("tools", new URL("https://example.test/tools.wasm"));
    await load("ja", ["https://example.test/ja.ftl", new URL("https://example.test/ja.tools.ftl")]);
    const parts: Part[] = ["tools", "ja", "zh-Hans", "ko"];
    await Promise.all(parts.map((part) => load(part)));
    // @ts-expect-error English is there already
    await load("en");
    // @ts-expect-error no such part
    await load("exports");
}

const name: string = version();
const versions: MinorVersion[] = kubernetesVersions();
const tags: Language[] = locales().map((locale) => locale.tag);
const unread: (string | undefined)[] = locales().map((locale) => locale.unread);
const missing: (number | undefined)[] = locales().map((locale) => locale.missing);

const outcome: Outcome<ClusterPlan> = suggest({ nodes: 3 });
suggest({ nodes: 3, seed: "12345678901234567890", services: 10, families: ["IPv6", "IPv4"] }, { lang: "ja" });
suggest({ nodes: 3, seed: 5 });
suggest({ nodes: 3, seed: 5n }, { lang: "ja-JP", seed: 7n, ulaSeed: 8n });
// @ts-expect-error nodes are needed
suggest({});
// @ts-expect-error a count is a number
suggest({ nodes: "3" });
// @ts-expect-error no such member
suggest({ nodes: 3, nodez: 4 });
// @ts-expect-error no such family
suggest({ nodes: 3, families: ["ipv4"] });

switch (outcome.status) {
    case "ok": {
        const { spec } = outcome.value;
        const pods: Cidr[] = spec.podCIDRs;
        const planned: KubernetesVersion = spec.kubernetesVersion;
        const names: [CniPlugin | undefined, Distribution | undefined, Provider | undefined] = [spec.cni, spec.distribution, spec.provider];
        // @ts-expect-error the member may be absent
        const most: number = spec.nodes.max;
        // What one call gives, another takes.
        changes(planned, versions[0] ?? "1.16");
        compare("", "1.34.8", planned);
        console.log(pods, names, most);
        break;
    }
    case "failed": {
        const first: Diagnostic | undefined = outcome.diagnostics[0];
        console.log(first?.code, first?.severity, first?.message.text, first?.location.pointer, first?.location.endLine);
        // @ts-expect-error a failed outcome has no value
        console.log(outcome.value);
        break;
    }
    // @ts-expect-error there is no third status
    case "maybe":
        break;
}

const oldest: KubernetesVersion = "1.16";
const patched: KubernetesVersion[] = ["1.34.8", "v1.33", "v1.33.2+k3s1", "1.33.5-gke.1200"];
// @ts-expect-error dual-stack did not exist
const older: KubernetesVersion = "1.15";
// @ts-expect-error there is no such version
const never: KubernetesVersion = "1.99";
// @ts-expect-error this is no version
const strange: KubernetesVersion = "1.5e3";
const codes: DiagnosticCode[] = ["ADDR001", "PLAN001", "FILE001", "API001", "EXP001", "IMP001"];
const rule: RuleCode = "SVC026";
// @ts-expect-error there is no such code
const noCode: DiagnosticCode = "ADDR999";
const targets: ExportTarget[] = ["kubeadm", "terraform"];
exportFiles("", targets);
exportFiles("", ["kubeadm"] as const);
// @ts-expect-error there is no such target
exportFiles("", ["kubeadmin"]);

try {
    suggest({ nodes: 1 });
} catch (error) {
    if (error instanceof EngineError) {
        console.log(error.message);
    }
}
console.log(name, tags, unread, missing, oldest, patched, older, never, strange, codes, rule, noCode);

const report = analyze("kind: ClusterPlan", { lang: "en", seed: "1" });
if (report.status === "ok") {
    const admission = report.value.services[0]?.admission;
    switch (admission?.outcome) {
        case "stored":
            console.log(admission.spec.clusterIPs, report.value.addresses?.capacity?.nodes);
            break;
        case "refused":
            console.log(admission.message);
            // @ts-expect-error what is refused is not stored
            console.log(admission.spec);
            break;
    }
}
nodes("", { from: "3", limit: 2 });
nodes("", { from: 3n });
// @ts-expect-error a text is needed
plan();
// @ts-expect-error a count is a number or a decimal text
nodes("", { from: "three" });

/** The value of an outcome, whatever it is. */
function valueOf<T>(outcome: Outcome<T>): T {
    if (outcome.status === "failed") {
        throw new Error("failed");
    }
    return outcome.value;
}

// Results are of the type that the options say.
const inMarkdown: string = valueOf(diff("", "", { format: "markdown", lang: "ja" })).text;
const withoutText: undefined = valueOf(diff("", "", { lang: "ja" })).text;
const withoutOptions: undefined = valueOf(diff("", "")).text;
// @ts-expect-error no format was asked for
const noText: string = valueOf(diff("", "")).text;
const maybeFormat: { format?: "markdown" } = {};
const maybeText: string | undefined = valueOf(diff("", "", maybeFormat)).text;
// @ts-expect-error it may have been asked for or not
const surelyText: string = valueOf(diff("", "", maybeFormat)).text;
const asBefore: Comparison = valueOf(diff("", "", { format: "github" }));
const asBeforeToo: Comparison = valueOf(diff("", ""));
// @ts-expect-error there is no such format
diff("", "", { format: "word" });
// @ts-expect-error there is no such option
diff("", "", { formats: "text" });
const steps: string = valueOf(migrate("", "", { order: ["a"], format: "text" })).text;
const noSteps: undefined = valueOf(migrate("", "", { order: ["a"] })).text;
const forecast: string = valueOf(growth("", { nodesPerMonth: "1", from: "2026-12" }, { format: "text" })).text;
const noForecast: undefined = valueOf(growth("", { nodesPerMonth: "1", from: "2026-12" })).text;
const everything = valueOf(fleet("", { plans: true, targets: ["netbox"], format: "markdown" }));
const ofFleet: [ClusterPlan[], { path: string }[], string] = [everything.plans, everything.files, everything.text];
const nothing = valueOf(fleet("", { plans: false }));
const ofNothing: [undefined, undefined, undefined] = [nothing.plans, nothing.files, nothing.text];
declare const wantsPlans: boolean;
const maybePlans: ClusterPlan[] | undefined = valueOf(fleet("", { plans: wantsPlans })).plans;
// @ts-expect-error they may be wanted or not
const surelyPlans: ClusterPlan[] = valueOf(fleet("", { plans: wantsPlans })).plans;
const byCode = valueOf(explain("ADDR001"))[0];
const ofCode: [undefined, undefined, 0 | undefined] = [byCode?.matched, byCode?.because, byCode?.findings.length];
const byLine = valueOf(explain("line" as string, "kind: ClusterPlan"))[0];
const ofLine: [number | undefined, Diagnostic | undefined] = [byLine?.matched?.line, byLine?.findings[0]];
const first = valueOf(analyze("")).diagnostics[0]?.fixes[0];
const mended: string | undefined = first && valueOf(applyFix("", first)).text;
// @ts-expect-error a fix has a document
applyFix("", { patch: [] });
console.log(inMarkdown, withoutText, withoutOptions, noText, maybeText, surelyText, asBefore, asBeforeToo, steps, noSteps);
console.log(forecast, noForecast, ofFleet, ofNothing, maybePlans, surelyPlans, ofCode, ofLine, mended);

const opened: OpenPlan = open("", { lang: "ja" });
const place: Outcome<BlockPlace> = opened.findNode("10.0.0.1");
opened.close();

/** Types that stand in others are there under their own names. */
export type Named = [FamilyCapacity, Flag, Growth, Headroom, MaskWindow, MessagePart, Node, NodeEvent, Request, ServiceMetadata, ServicePort, StartInput];
export { place };
