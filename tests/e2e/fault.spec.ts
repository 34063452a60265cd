// After a fault of the planner itself, in the page and in the element: what was typed is there, and what comes next works.

import { readFileSync } from "node:fs";
import { extname } from "node:path";

import type { Page } from "@playwright/test";

import { expect, open, openText, show, test } from "./fixtures.js";

const failure = "#dsp-failure";
const report = "#dsp-failure-report";

/** Takes away what the planner makes elements with: drawing the next change panics. */
async function breakTheBrowser(page: Page): Promise<void> {
    await page.evaluate(() => {
        const refuse = (): never => {
            throw new Error("on purpose");
        };
        document.createElement = refuse;
        document.createElementNS = refuse;
        Node.prototype.cloneNode = refuse;
    });
}

test.describe("the page", () => {
    test.use({ expected: /unreachable|panicked|RuntimeError|on purpose/ });

    test("says that it stopped, keeps what was typed, and goes on after a reload", async ({ page }) => {
        await open(page);
        await openText(page);
        const source = page.locator("#dsp-source");
        const typed = `${await source.inputValue()}# typed last\n`;
        await show(page, "nodes");
        await page.locator("#dsp-node-find").fill("10.244.30.9");
        await expect(page.locator("#dsp-node-found")).toContainText("belongs to node 30");
        await source.fill(typed);
        await breakTheBrowser(page);
        // The tab of another view needs elements that are not there.
        await page.locator("#dsp-tab-view-services").click();
        await expect(page.locator(failure)).toBeVisible();
        await expect(page.locator(failure)).toContainText("That was a bug, your plan is kept");
        await expect(page.locator(failure)).toContainText("残っています");
        await expect(page.locator("#dsp-failure-reload")).toBeFocused();
        await page.getByText("Report", { exact: false }).and(page.locator("summary")).click();
        await expect(page.locator(report)).toContainText("panicked at");
        // What a reload empties is shown, also of fields that are not shown any more.
        await page.locator("summary", { hasText: "What you typed into other fields" }).click();
        await expect(page.locator("#dsp-failure-typed")).toContainText("10.244.30.9");
        await expect(page.locator(failure).getByRole("link")).toHaveCount(2);
        await expect(page.locator(failure).getByRole("link").first()).toHaveAttribute("href", /\/issues$/);

        await page.locator("#dsp-failure-reload").click();
        await expect(page.locator(failure)).toBeHidden();
        await openText(page);
        await expect(source).toHaveValue(typed);
        await source.fill(typed.replace("10.244.0.0", "10.50.0.0"));
        // It opens with the view that it stopped in.
        await show(page, "overview");
        await expect(page.locator("main")).toContainText("10.50.0.0/16");
    });

    test("hands the plan over, and starts afresh when it cannot go on", async ({ page }) => {
        await open(page);
        await openText(page);
        const example = await page.locator("#dsp-source").inputValue();
        const typed = `${example}# typed last\n`;
        await page.locator("#dsp-source").fill(typed);
        await page.evaluate(() => {
            const make = document.createElement.bind(document);
            const refuse = (): never => {
                throw new Error("on purpose");
            };
            // The planner is refused every element; the button of the page itself makes a link.
            document.createElement = ((name: string) => (name === "a" ? make(name) : refuse())) as typeof document.createElement;
            document.createElementNS = refuse;
            Node.prototype.cloneNode = refuse;
        });
        await page.locator("#dsp-tab-view-services").click();
        await expect(page.locator(failure)).toBeVisible();
        const [download] = await Promise.all([page.waitForEvent("download"), page.locator("#dsp-failure-save").click()]);
        expect(readFileSync(await download.path(), "utf8")).toBe(typed);
        await page.locator("#dsp-failure-fresh").click();
        await expect(page.locator(failure)).toBeHidden();
        await openText(page);
        await expect(page.locator("#dsp-source")).toHaveValue(example);
        const kept = await page.evaluate(() => sessionStorage.getItem("dualstack-planner.plan-before-bug"));
        expect(kept).toBe(typed);
    });
});

const TYPES: Record<string, string> = { ".js": "text/javascript", ".wasm": "application/wasm", ".css": "text/css" };
/** The package with an engine that panics at a text that says so. */
const PACKAGE = new URL("../../target/test-package/", import.meta.url);
const PLAN = `apiVersion: dualstack-planner/v1
kind: ClusterPlan
metadata: {name: demo}
spec:
  kubernetesVersion: "1.36"
  podCIDRs: [10.244.0.0/16, "fd00:10:244::/56"]
  serviceCIDRs: [10.96.0.0/16, "fd00:10:96::/112"]
  nodes: {count: 40, max: 250}
`;
const FAULTY = `${PLAN}# panic on purpose\n`;

async function openElements(page: Page, body: string): Promise<void> {
    const html = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>A page</title>
        <script type="module" src="/embed/dist/element/index.js"></script></head><body><main><h1>A page</h1>${body}</main></body></html>`;
    await page.route(/\/\/[^/]+\/embed\//, async (route) => {
        const name = new URL(route.request().url()).pathname.slice("/embed/".length);
        const file = name === "" ? undefined : readFileSync(new URL(name, PACKAGE));
        await route.fulfill(file === undefined ? { contentType: "text/html", body: html } : { contentType: TYPES[extname(name)] ?? "", body: file });
    });
    await page.goto("embed/");
}

const element = (id: string, view: string, plan: string) =>
    `<dualstack-planner id="${id}" view="${view}" load="eager"><script type="application/yaml">${plan}</script></dualstack-planner>`;

test.describe("the element", () => {
    test("keeps what is typed, leaves the others alone, and shows the next text", async ({ page }) => {
        await openElements(page, element("one", "planner", PLAN) + element("two", "planner", PLAN) + element("three", "nodes", PLAN));
        const [one, two, three] = [page.locator("#one"), page.locator("#two"), page.locator("#three")];
        await expect(one.getByRole("status")).toHaveText("0 errors, 1 warning");
        await expect(two.getByRole("status")).toHaveText("0 errors, 1 warning");
        await one.getByRole("textbox").fill(FAULTY);
        const alert = one.getByRole("alert");
        await expect(alert).toContainText("That was a bug in the planner, not in the plan, which is kept:");
        await expect(alert).toContainText("panicked at core/");
        await expect(one.getByRole("textbox")).toHaveValue(FAULTY);
        // What was shown stays.
        await expect(one.locator("[part~=planner]")).toBeVisible();

        // The others share the engine, and nothing of the fault.
        await expect(page.getByRole("alert")).toHaveCount(1);
        await two.getByRole("textbox").fill(PLAN.replace("10.96.0.0/16", "10.244.0.0/24"));
        await expect(two.locator("[part~=finding][part~=error]")).toContainText("ADDR001");
        await page.evaluate((plan) => ((document.querySelector("#three") as HTMLElement & { plan: string }).plan = plan), PLAN.replaceAll("10.244", "10.50"));
        await expect(three.getByText("10.50.15.0/24")).toBeVisible();
        await expect(alert).toBeVisible();

        await one.getByRole("textbox").fill(PLAN.replaceAll("10.244", "10.60"));
        await expect(one.getByRole("alert")).toHaveCount(0);
        await expect(one.locator("[part=output]")).toContainText("10.60.0.0/16");
    });

    test("that begins with a fault is there for the next text", async ({ page }) => {
        await openElements(page, element("one", "planner", FAULTY) + element("two", "nodes", PLAN));
        const one = page.locator("#one");
        await expect(one.getByRole("alert")).toContainText("That was a bug in the planner");
        await expect(one.getByRole("textbox")).toHaveValue(FAULTY);
        await expect(page.locator("#two").getByText("10.244.15.0/24")).toBeVisible();
        await one.getByRole("textbox").fill(PLAN);
        await expect(one.locator("[part=output]")).toContainText("10.244.0.0/16");
        await expect(one.getByRole("alert")).toHaveCount(0);
        // It hears of its attributes again.
        await page.evaluate(() => document.querySelector("#one")?.setAttribute("locale", "ja"));
        await expect(one.getByText("プラン (YAML)")).toBeVisible();
    });
});
