// The npm package in Chromium, as its files lie: the engine alone serves the first view, the rest comes when it is asked for.

import { readFileSync } from "node:fs";
import { extname } from "node:path";

import type { Page } from "@playwright/test";

import { expect, test } from "./fixtures.js";

const TYPES: Record<string, string> = { ".js": "text/javascript", ".wasm": "application/wasm", ".ftl": "text/plain" };
const DIST = new URL("../../pkg/dist/", import.meta.url);
const PLAN = `apiVersion: dualstack-planner/v1
kind: ClusterPlan
spec:
  kubernetesVersion: "1.36"
  podCIDRs: [10.244.0.0/16, "fd00:10:244::/56"]
  serviceCIDRs: [10.96.0.0/16, "fd00:10:96::/112"]
`;

/** A page that can import `/dualstack/index.js`; gives the names of the files that it asks for. */
async function open(page: Page): Promise<string[]> {
    const asked: string[] = [];
    await page.route("**/dualstack/**", async (route) => {
        const name = new URL(route.request().url()).pathname.split("/dualstack/")[1] ?? "";
        if (name === "") {
            await route.fulfill({ contentType: "text/html", body: "<!doctype html><title>A page</title>" });
            return;
        }
        asked.push(name);
        await route.fulfill({ contentType: TYPES[extname(name)] ?? "", body: readFileSync(new URL(name, DIST)) });
    });
    await page.goto("dualstack/");
    return asked;
}

test("the engine alone serves a plan, and the second module comes on demand", async ({ page }) => {
    const asked = await open(page);
    const first = await page.evaluate(async (plan) => {
        const path = "/dualstack/index.js";
        const dualstack: typeof import("../../pkg/dist/index.js") = await import(path);
        await dualstack.init();
        const rules = dualstack.rules();
        return {
            statuses: [dualstack.analyze(plan), dualstack.nodes(plan), dualstack.lint(plan)].map(({ status }) => status),
            refused: rules.status === "failed" ? rules.diagnostics.map(({ message }) => message.text) : [],
        };
    }, PLAN);
    expect(first.statuses).toEqual(["ok", "ok", "ok"]);
    expect(first.refused).toEqual([expect.stringContaining('await load("tools")')]);
    const loaded = (ending: string) => asked.filter((name) => name.endsWith(ending));
    expect(loaded(".wasm")).toEqual(["core/dualstack_engine_bg.wasm"]);
    expect(asked).not.toContain("core/dualstack_tools.js");
    expect(loaded(".ftl")).toEqual([]);

    const second = await page.evaluate(async (plan) => {
        const path = "/dualstack/index.js";
        const dualstack: typeof import("../../pkg/dist/index.js") = await import(path);
        await Promise.all((["tools", "ja", "zh-Hans", "ko"] as const).map((part) => dualstack.load(part)));
        const targets = dualstack.exportTargets({ lang: "ja" });
        return {
            exported: dualstack.export(plan, ["flags"]).status,
            rules: dualstack.rules().status,
            verified: dualstack.verifyExport(plan, []).status,
            title: targets.status === "ok" ? targets.value.map(({ title }) => title.text).join() : "",
        };
    }, PLAN);
    expect(second).toEqual({ exported: "ok", rules: "ok", verified: "ok", title: expect.stringMatching(/[ぁ-ん]/) });
    expect(loaded(".wasm").sort()).toEqual(["core/dualstack_engine_bg.wasm", "core/dualstack_tools_bg.wasm"]);
    expect(loaded(".ftl").sort()).toEqual(
        ["ja", "ko", "zh-Hans"].flatMap((tag) => [`locales/${tag}.ftl`, `locales/${tag}.tools.ftl`]),
    );
});
