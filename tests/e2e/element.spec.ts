// <dualstack-planner> in Chromium, in a page that allows no inline style, no inline script, no data: image and no markup from text.

import { readFileSync } from "node:fs";
import { extname } from "node:path";

import type { Page } from "@playwright/test";

import type { DualstackPlannerElement } from "../../pkg/dist/element/index.js";
import { renderHtml } from "../../pkg/dist/render/node.js";
import { expect, expectNoSidewaysScrolling, test } from "./fixtures.js";

const TYPES: Record<string, string> = {
    ".js": "text/javascript",
    ".wasm": "application/wasm",
    ".ftl": "text/plain",
    ".css": "text/css",
    ".html": "text/html",
};
const PACKAGE = new URL("../../pkg/", import.meta.url);
const POLICY = [
    "default-src 'none'",
    "script-src 'self' 'wasm-unsafe-eval'",
    "style-src 'self'",
    "img-src 'self'",
    "connect-src 'self'",
    "require-trusted-types-for 'script'",
].join("; ");
const PLAN = `apiVersion: dualstack-planner/v1
kind: ClusterPlan
metadata: {name: demo}
spec:
  kubernetesVersion: "1.36"
  podCIDRs: [10.244.0.0/16, "fd00:10:244::/56"]
  serviceCIDRs: [10.96.0.0/16, "fd00:10:96::/112"]
  nodes: {count: 40, max: 250}
`;

/** The static form of a view, as a site has it in its pages. */
function fallback(view: "map" | "nodes", lang = "en"): string {
    const outcome = renderHtml(PLAN, { view, lang, id: `static-${view}`, heading: 2 });
    if (outcome.status === "failed") throw new Error(JSON.stringify(outcome.diagnostics));
    return outcome.value;
}

function element(attributes: string, inside = ""): string {
    return `<dualstack-planner ${attributes}><script type="application/yaml">${PLAN}</script>${inside}</dualstack-planner>`;
}

/** A page with these elements; gives the names of the files of the package that it asks for. */
async function open(page: Page, body: string, lang = "en"): Promise<string[]> {
    const asked: string[] = [];
    const html = `<!doctype html><html lang="${lang}"><head><meta charset="utf-8"><title>A page</title>
        <meta name="viewport" content="width=device-width">
        <link rel="stylesheet" href="/embed/render.css"><script type="module" src="/embed/dist/element/index.js"></script>
        </head><body><main><h1>A page</h1>${body}</main></body></html>`;
    await page.route(/\/\/[^/]+\/embed\//, async (route) => {
        const name = new URL(route.request().url()).pathname.slice("/embed/".length);
        if (name === "") {
            await route.fulfill({ contentType: "text/html", body: html, headers: { "content-security-policy": POLICY } });
        } else if (name === "missing.yaml") {
            await route.fulfill({ status: 404, body: "" });
        } else if (name === "plan.yaml") {
            await route.fulfill({ contentType: "application/yaml", body: PLAN });
        } else {
            asked.push(name);
            await route.fulfill({ contentType: TYPES[extname(name)] ?? "", body: readFileSync(new URL(name, PACKAGE)) });
        }
    });
    await page.goto("embed/");
    return asked;
}

test("without scripts the fallback is read", async ({ browser, baseURL }) => {
    const context = await browser.newContext({ javaScriptEnabled: false, ...(baseURL === undefined ? {} : { baseURL }) });
    const page = await context.newPage();
    await open(page, element('view="map"', fallback("map")) + element('view="nodes"', fallback("nodes")));
    await expect(page.locator("svg")).toBeVisible();
    await expect(page.getByText("10.244.15.0/24")).toBeVisible();
    await expect(page.getByText("kind: ClusterPlan")).toBeHidden();
    await context.close();
});

test("a page pays for the loader alone until its reader asks", async ({ page, checkAccessibility }) => {
    const asked = await open(page, element('view="map"', fallback("map")) + element('view="nodes"', fallback("nodes")));
    await expect(page.getByRole("button", { name: "Open the live view" })).toHaveCount(2);
    await expect(page.locator("dualstack-planner > section svg")).toBeVisible();
    await checkAccessibility();
    expect(asked.filter((name) => name.startsWith("dist/"))).toEqual(["dist/element/index.js"]);

    await page.locator("dualstack-planner > section summary").focus();
    await page.keyboard.press("Enter");
    const first = page.locator("dualstack-planner").first();
    await expect(first.locator("[part=output] svg")).toBeVisible();
    await expect(first.locator("[part=output]")).toBeFocused();
    await expect(first.locator("[part=output] details table")).toBeVisible();
    await expect(first.locator("> section")).toBeHidden();
    await expect(page.getByRole("button")).toHaveCount(1);

    // Passing by with the keyboard loads nothing, and what was opened stays open.
    for (let presses = 0; presses < 3; presses += 1) await page.keyboard.press("Tab");
    await expect(page.getByRole("button")).toHaveCount(1);

    // The second one shares what the first has loaded.
    const loaded = asked.length;
    await page.getByText("10.244.15.0/24").click();
    await expect(page.locator("dualstack-planner").last().locator("[part~=nodes] [part~=table]")).toBeVisible();
    expect(asked.length).toBe(loaded);
    expect(asked.filter((name) => name.endsWith(".wasm")).sort()).toEqual([
        "dist/core/dualstack_engine_bg.wasm",
        "dist/core/dualstack_tools_bg.wasm",
    ]);
});

for (const lang of ["en", "ja"]) {
    for (const theme of ["light", "dark"]) {
        test(`every view is accessible: ${lang}, ${theme}`, async ({ page, checkAccessibility }) => {
            const views = ["sentence", "map", "nodes", "services", "findings", "files", "planner"];
            const elements = views.map((view) => element(`view="${view}" theme="${theme}" load="eager" heading="2"`));
            await open(page, elements.join(""), lang);
            for (const view of views) {
                await expect(page.locator(`dualstack-planner[view=${view}] [part~=${view}]`)).toHaveAttribute("lang", lang);
            }
            const label = lang === "ja" ? "プラン (YAML)" : "Plan (YAML)";
            await expect(page.getByLabel(label)).toHaveValue(PLAN);
            const surface = page.locator("dualstack-planner[view=map] svg > rect.f-surface").first();
            const colour = theme === "dark" ? "rgb(23, 29, 39)" : "rgb(255, 255, 255)";
            await expect(surface).toHaveCSS("fill", colour);
            await checkAccessibility();
        });
    }
}

test("a page sets colours by custom properties", async ({ page }) => {
    await open(page, element('view="map" load="eager"'));
    const surface = page.locator("svg > rect.f-surface").first();
    await expect(surface).toHaveCSS("fill", "rgb(255, 255, 255)");
    await page.evaluate(() => document.documentElement.style.setProperty("--dsp-surface", "rgb(1, 2, 3)"));
    await expect(surface).toHaveCSS("fill", "rgb(1, 2, 3)");
});

test("a map has the width of its place", async ({ page }) => {
    await page.setViewportSize({ width: 390, height: 844 });
    await open(page, element('view="map" load="eager"'));
    const width = () => page.locator("[part=output] svg").evaluate((svg) => Number(svg.getAttribute("width")));
    await expect(page.locator("[part=output] svg")).toBeVisible();
    expect(await width()).toBeLessThanOrEqual(390);
    await page.setViewportSize({ width: 1000, height: 844 });
    await expect.poll(width).toBeGreaterThan(900);
    await expectNoSidewaysScrolling(page);
    await page.setViewportSize({ width: 320, height: 844 });
    await expect.poll(width).toBe(320);
});

test("what is typed is shown, told, and kept", async ({ page }) => {
    await open(page, '<p id="told"></p>' + element('view="planner" load="eager"'));
    const editor = page.getByLabel("Plan (YAML)");
    await expect(page.getByRole("status")).toHaveText("0 errors, 1 warning");
    await page.evaluate(() => {
        const told = (window as unknown as { told: string[] }).told = [] as string[];
        for (const type of ["plan-change", "lint"]) {
            document.addEventListener(type, (event) => {
                const { plan, diagnostics } = (event as CustomEvent<{ plan?: string; diagnostics?: { code: string }[] }>).detail;
                told.push(plan === undefined ? `lint ${diagnostics?.map(({ code }) => code).join()}` : `plan ${plan.length}`);
            });
        }
    });
    const wrong = PLAN.replace("10.96.0.0/16", "10.244.0.0/24");
    await editor.fill(wrong);
    await expect(page.locator("[part~=finding][part~=error]")).toContainText("ADDR001");
    await expect(page.getByRole("status")).toContainText("1 error");
    await expect(editor).toBeFocused();
    const told = await page.evaluate(() => (window as unknown as { told: string[] }).told);
    expect(told[0]).toBe(`plan ${wrong.length}`);
    expect(told.at(-1)).toContain("ADDR001");

    // What is no plan at all is no reason to lose it, and neither is a new place or another view.
    await editor.fill("kind: [");
    await expect(page.getByRole("status")).not.toContainText("0 errors");
    await expect(editor).toHaveValue("kind: [");
    const state = await page.evaluate(() => {
        const element = document.querySelector("dualstack-planner") as DualstackPlannerElement;
        document.querySelector("main")?.prepend(element);
        return { plan: element.plan, codes: element.report?.diagnostics.length ?? 0 };
    });
    expect(state.plan).toBe("kind: [");
    await expect(editor).toHaveValue("kind: [");
    await editor.fill(PLAN);
    await expect(page.getByRole("status")).toHaveText("0 errors, 1 warning");
    const nodes = await page.evaluate(() => {
        const element = document.querySelector("dualstack-planner") as DualstackPlannerElement;
        return element.report?.addresses?.capacity?.nodes;
    });
    expect(nodes).toBe("256");
});

test("a fix is a press of its button, can be taken back, and is not there where nothing may be changed", async ({ page }) => {
    const overlapping = PLAN.replace("10.96.0.0/16", "10.244.0.0/20");
    const given = (attributes: string) =>
        `<dualstack-planner ${attributes}><script type="application/yaml">${overlapping}</script></dualstack-planner>`;
    await open(page, given('view="findings" load="eager"') + given('view="findings" load="eager" readonly'));
    await page.evaluate(() => {
        const told = ((window as unknown as { told: string[] }).told = [] as string[]);
        addEventListener("plan-change", (event) => told.push((event as CustomEvent<{ plan: string }>).detail.plan));
    });
    const [first, second] = [page.locator("dualstack-planner").first(), page.locator("dualstack-planner").last()];
    const finding = first.locator("[part~=finding]").filter({ hasText: "ADDR001" });
    await finding.getByRole("button").first().click();
    await expect(finding).toHaveCount(0);
    await expect(first.locator("[part=output]")).toBeFocused();
    await expect(first.getByRole("status")).toHaveText(/^Applied: .+\. 0 errors, \d+ warnings?$/);
    await expect(first.locator("textarea")).toHaveCount(0);
    await first.getByRole("button", { name: "Undo the fix" }).click();
    await expect(finding).toBeVisible();
    await expect(first.getByRole("button", { name: "Undo the fix" })).toBeHidden();
    const told = await page.evaluate(() => (window as unknown as { told: string[] }).told);
    expect(told).toHaveLength(2);
    expect(told[0]).not.toContain("serviceCIDRs: [10.244.0.0/20");
    expect(told[1]).toBe(overlapping);

    await expect(second.locator("[part~=finding]").filter({ hasText: "ADDR001" })).toBeVisible();
    await expect(second.locator("[part~=fixes]").first()).toBeVisible();
    await expect(second.getByRole("button")).toHaveCount(0);
});

test("a frame talks with the page that its address names, and with no other", async ({ page, baseURL }) => {
    const origin = new URL(baseURL ?? "").origin;
    await open(page, "<p>The files of the package.</p>");
    const framed = (parent: string) => `<!doctype html><html lang="en"><title>Around</title>
        <iframe title="Plan" src="/embed/embed/embed.html?view=planner&amp;locale=ja&amp;parent=${encodeURIComponent(parent)}"></iframe>`;
    for (const [name, parent] of [["own", origin], ["other", "https://example.invalid"]] as const) {
        await page.route(`**/framed/${name}`, (route) => route.fulfill({ contentType: "text/html", body: framed(parent) }));
    }
    await page.addInitScript(() => {
        const said = ((window as unknown as { said: unknown[] }).said = [] as unknown[]);
        addEventListener("message", ({ data }) => said.push(data));
    });
    const said = () => page.evaluate(() => (window as unknown as { said: { type: string; height?: number }[] }).said);
    const set = (plan: string) =>
        page.evaluate(
            (plan) => frames[0]?.postMessage({ type: "dualstack-planner:set", plan, theme: "dark", onclick: "x" }, "*"),
            plan,
        );

    await page.goto("framed/own");
    const frame = page.frameLocator("iframe");
    await expect(frame.getByLabel("プラン (YAML)")).toHaveValue("");
    await set(PLAN);
    await expect(frame.getByLabel("プラン (YAML)")).toHaveValue(PLAN);
    await expect(frame.locator("dualstack-planner")).toHaveAttribute("theme", "dark");
    await expect(frame.locator("dualstack-planner")).not.toHaveAttribute("onclick");
    await expect.poll(async () => (await said()).some(({ height = 0 }) => height > 600)).toBe(true);
    expect((await said())[0]).toEqual({ type: "dualstack-planner:ready" });

    await page.goto("framed/other");
    await expect(frame.getByLabel("プラン (YAML)")).toHaveValue("");
    await set(PLAN);
    await frame.getByLabel("プラン (YAML)").fill("kind: ConfigMap");
    await expect(frame.getByText("PLAN001")).toBeVisible();
    await expect(frame.locator("dualstack-planner")).not.toHaveAttribute("theme");
    expect(await said()).toEqual([]);
});

test.describe("faults", () => {
    test.use({ expected: /404|missing\.yaml/ });

    test("one element's fault leaves the others alone", async ({ page }) => {
        const body =
            '<dualstack-planner view="sentence" src="missing.yaml" load="interaction"><p>What was here.</p></dualstack-planner>' +
            '<dualstack-planner view="nodes" src="plan.yaml" load="visible"></dualstack-planner>' +
            element('view="sentence" load="eager" kubernetes-version="1.16" readonly') +
            '<dualstack-planner view="map" plan="kind: ConfigMap" load="eager"></dualstack-planner>';
        await open(page, body);
        const error = await page.evaluate(
            () =>
                new Promise<string>((resolve) => {
                    document.addEventListener("error", (event) => resolve(String((event as unknown as CustomEvent).detail.error)));
                    document.querySelector("dualstack-planner")?.shadowRoot?.querySelector("button")?.click();
                }),
        );
        expect(error).toContain("missing.yaml answers with status 404");
        await expect(page.getByText("What was here.")).toBeVisible();
        const at = (index: number) => page.locator("dualstack-planner").nth(index);
        await expect(at(1).locator("table")).toContainText("fd00:10:244:f::/64");
        await expect(at(2).locator("[part~=sentence] p").first()).toBeVisible();
        await expect(at(3).locator("[part~=finding]").first()).toContainText("PLAN001");
        const version = await at(2).evaluate((element) => (element as DualstackPlannerElement).report?.plan?.spec.kubernetesVersion);
        expect(version).toBe("1.16");
        await at(2).evaluate((element) => element.removeAttribute("kubernetes-version"));
        await expect
            .poll(() => at(2).evaluate((element) => (element as DualstackPlannerElement).report?.plan?.spec.kubernetesVersion))
            .toBe("1.36");
    });
});
