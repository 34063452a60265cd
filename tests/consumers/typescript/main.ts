// What must compile, and what must not.
import {
    type Cidr,
    type ClusterPlan,
    type Diagnostic,
    EngineError,
    type KubernetesVersion,
    type Language,
    type Outcome,
    analyze,
    init,
    load,
    type Part,
    kubernetesVersions,
    locales,
    nodes,
    plan,
    suggest,
    version,
} from "dualstack-planner";

await init();
await init(new URL("https://example.test/core.wasm"));
await load("tools");
await load("tools", new URL("https://example.test/tools.wasm"));
await load("ja", ["https://example.test/ja.ftl", new URL("https://example.test/ja.tools.ftl")]);
const parts: Part[] = ["tools", "ja", "zh-Hans", "ko"];
await Promise.all(parts.map((part) => load(part)));
// @ts-expect-error English is there already
await load("en");
// @ts-expect-error no such part
await load("exports");

const name: string = version();
const versions: string[] = kubernetesVersions();
const tags: string[] = locales().map((locale) => locale.tag);
const unread: (string | undefined)[] = locales().map((locale) => locale.unread);
const missing: (number | undefined)[] = locales().map((locale) => locale.missing);

const outcome: Outcome<ClusterPlan> = suggest({ nodes: 3 });
suggest({ nodes: 3, seed: "12345678901234567890", services: 10, families: ["IPv6", "IPv4"] }, { lang: "ja" });
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
        const pods: Cidr[] = outcome.value.spec.podCIDRs;
        const planned: KubernetesVersion | `1.${string}` = outcome.value.spec.kubernetesVersion;
        // @ts-expect-error the member may be absent
        const most: number = outcome.value.spec.nodes.max;
        console.log(pods, planned, most);
        break;
    }
    case "failed": {
        const first: Diagnostic | undefined = outcome.diagnostics[0];
        console.log(first?.code, first?.severity, first?.message.text, first?.location.pointer);
        // @ts-expect-error a failed outcome has no value
        console.log(outcome.value);
        break;
    }
    // @ts-expect-error there is no third status
    case "maybe":
        break;
}

const oldest: KubernetesVersion = "1.16";
// @ts-expect-error dual-stack did not exist
const older: KubernetesVersion = "1.15";
const japanese: Language = "ja";

try {
    suggest({ nodes: 1 });
} catch (error) {
    if (error instanceof EngineError) {
        console.log(error.message);
    }
}
console.log(name, versions, tags, unread, missing, oldest, older, japanese);

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
// @ts-expect-error a text is needed
plan();
// @ts-expect-error a count is a number or a decimal text
nodes("", { from: "three" });
