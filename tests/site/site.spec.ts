// The documentation site as its readers meet it: in both languages and themes, wide and narrow, with and without scripts, in a folder
// of a host.

import { readFileSync } from "node:fs";
import { extname, join } from "node:path";
import { inflateRawSync } from "node:zlib";

import type { BrowserContext } from "@playwright/test";

import { test as base, expect, expectNoSidewaysScrolling } from "../e2e/fixtures.js";

const SITE = process.env["DUALSTACK_DOCS"] ?? new URL("../../target/docs", import.meta.url).pathname;
const TYPES: Record<string, string> = {
    ".css": "text/css",
    ".ftl": "text/plain",
    ".html": "text/html; charset=utf-8",
    ".js": "text/javascript",
    ".svg": "image/svg+xml",
    ".txt": "text/plain",
    ".wasm": "application/wasm",
    ".webmanifest": "application/manifest+json",
};

/** Answers with the files of the site. */
async function serve(context: BrowserContext, baseURL: string | undefined): Promise<void> {
    await context.route(`${baseURL}**`, async (route) => {
        const path = new URL(route.request().url()).pathname.slice(new URL(baseURL ?? "").pathname.length);
        try {
            const body = readFileSync(join(SITE, decodeURIComponent(path) || "index.html"));
            await route.fulfill({ contentType: TYPES[extname(path)] ?? "text/html; charset=utf-8", body });
        } catch {
            await route.fulfill({ status: 404, body: "" });
        }
    });
}

const test = base.extend<{ site: void }>({
    site: [
        async ({ context, baseURL }, use) => {
            await serve(context, baseURL);
            await use();
        },
        { auto: true },
    ],
});

const PAGES = [
    "index.html",
    "guide/getting-started.html",
    "guide/plan-file.html",
    "guide/dual-stack-in-1.16.html",
    "guide/embedding.html",
    "reference/command-line.html",
    "reference/plan-file.html",
    "reference/api.html",
    "reference/api/planner/calls/diff.html",
    "reference/api/planner/types/Diagnostic.html",
    "rules/index.html",
    "rules/CAP003.html",
    "rules/MIG001.html",
    "versions/1.20.html",
    "exports/index.html",
    "exports/kubeadm.html",
];
const LANGUAGES = { en: "", ja: "ja/" };
const FORMS = [
    { theme: "light", width: 1280 },
    { theme: "dark", width: 320 },
] as const;

for (const [lang, folder] of Object.entries(LANGUAGES)) {
    for (const { theme, width } of FORMS) {
        test(`a sample of pages can be read by everybody: ${lang}, ${theme}, ${width} pixels`, async ({ page, checkAccessibility }) => {
            await page.setViewportSize({ width, height: 800 });
            await page.emulateMedia({ colorScheme: theme });
            for (const name of PAGES) {
                await test.step(name, async () => {
                    await page.goto(folder + name);
                    await expect(page.locator("html")).toHaveAttribute("lang", lang);
                    await expect(page.locator("main h1")).toHaveCount(1);
                    await checkAccessibility();
                    await expectNoSidewaysScrolling(page);
                });
            }
        });
    }
}

/** The plan that a link opens in the planner. */
function planOf(address: string | null): string {
    const [, packed = ""] = /#v1\.([\w-]+)/.exec(address ?? "") ?? [];
    return inflateRawSync(Buffer.from(packed, "base64url")).toString();
}


test("an example has its finding, a fix is applied, and the finding is gone", async ({ page, checkAccessibility }) => {
    await page.goto("rules/CAP003.html");
    const live = page.locator(".live");
    await expect(live.locator("dualstack-planner > section").getByText("CAP003")).toBeVisible();
    await live.getByRole("button", { name: "Open the live view" }).click();

    const finding = live.locator("[part~=finding]").filter({ hasText: "CAP003" });
    await expect(finding).toBeVisible();
    const before = await live.locator("textarea").inputValue();
    expect(before).toContain("podCIDRs: [10.244.0.0/22]");
    await finding.getByRole("button", { name: "Use the pod range 10.244.0.0/21" }).click();
    await expect(finding).toHaveCount(0);
    await expect(live.locator("[part=output]")).toBeFocused();
    await expect(live.getByRole("status")).toContainText("Applied: ");
    await expect(live.locator("textarea")).toHaveValue(before.replace("10.244.0.0/22", "10.244.0.0/21"));
    await checkAccessibility();

    // The link opens what the example has become.
    const now = await live.locator("textarea").inputValue();
    await expect.poll(async () => planOf(await live.locator(".open a").getAttribute("href"))).toBe(now);

    await live.getByRole("button", { name: "Undo the fix" }).click();
    await expect(finding).toBeVisible();
    await expect(live.locator("textarea")).toHaveValue(before);
    await expect(live.getByRole("button", { name: "Undo the fix" })).toBeHidden();
});

test("an example in Japanese that compares with an older plan speaks Japanese", async ({ page }) => {
    await page.goto("ja/rules/MIG001.html");
    const live = page.locator(".live");
    await expect(live.locator("dualstack-planner > section")).toHaveAttribute("lang", "ja");
    await live.getByRole("button", { name: "操作できる表示に切り替える" }).click();
    await expect(live.locator("[part~=finding]").filter({ hasText: "MIG001" })).toBeVisible();
    await expect(live.getByLabel("プラン (YAML)")).toBeVisible();
});

test("nothing of the engine is loaded before somebody wants it", async ({ page }) => {
    const asked: string[] = [];
    page.on("request", (request) => asked.push(new URL(request.url()).pathname));
    await page.goto("rules/CAP003.html");
    await expect(page.getByRole("button", { name: "Open the live view" })).toBeVisible();
    expect(asked.filter((path) => path.endsWith(".wasm"))).toEqual([]);
    expect(asked.filter((path) => path.includes("/package/"))).toHaveLength(1);
});

test("without scripts an example is read: the plan, what is found, what to do", async ({ browser, baseURL }) => {
    const context = await browser.newContext({ javaScriptEnabled: false, ...(baseURL === undefined ? {} : { baseURL }) });
    await serve(context, baseURL);
    const page = await context.newPage();
    await page.goto("rules/CAP003.html");
    const live = page.locator(".live");
    await expect(live.locator("pre").first()).toContainText("podCIDRs: [10.244.0.0/22]");
    await expect(live.getByText("error CAP003")).toBeVisible();
    await expect(live.locator(".dsp-fix").first()).toBeVisible();
    expect(planOf(await live.locator(".open a").getAttribute("href"))).toContain("podCIDRs: [10.244.0.0/22]");
    await page.getByRole("link", { name: "日本語" }).click();
    await expect(page).toHaveURL(/\/ja\/rules\/CAP003\.html$/);
    await expect(page.locator(".live").getByText("エラー CAP003")).toBeVisible();
    await context.close();
});

test("the three Services of 1.16 are answered, then and now", async ({ page }) => {
    await page.goto("guide/dual-stack-in-1.16.html");
    const services = page.locator(".live").filter({ hasText: "my-service" });
    await expect(services).toHaveCount(7);
    const second = services.nth(2);
    await second.getByRole("button", { name: "Open the live view" }).click();
    await expect(second.locator("[part~=services]")).toContainText("IPv6");
    const editor = second.locator("textarea");
    await editor.fill((await editor.inputValue()).replace("ipFamily: IPv6", "ipFamily: IPv4"));
    await expect(second.locator("[part~=services]")).toContainText("10.96.");
});

test("an example is opened in the planner of the site", async ({ page }) => {
    await page.goto("rules/CAP003.html");
    await page.locator(".live .open a").click();
    await expect(page).toHaveURL(/\/some\/where\/planner\/index\.html#v1\./);
    await expect(page.locator("#dsp-app .boot")).toHaveCount(0);
    await page.getByRole("tab", { name: "YAML", exact: true }).click();
    await expect(page.locator("#dsp-source")).toHaveValue(/podCIDRs: \[10\.244\.0\.0\/22\]/);
});

test("the theme that was chosen stays, and lists are filtered", async ({ page }) => {
    await page.goto("rules/index.html");
    await page.getByLabel("Theme").selectOption("dark");
    await expect(page.locator("html")).toHaveCSS("color-scheme", "dark");
    await page.getByLabel("Filter").fill("pod service overlap");
    await expect(page.locator("tbody tr:visible")).not.toHaveCount(0);
    await expect(page.locator("tbody tr:visible th").first()).toHaveText("ADDR001");
    await page.getByRole("link", { name: "ADDR001" }).click();
    await expect(page.locator("html")).toHaveCSS("color-scheme", "dark");
    await page.getByRole("link", { name: "日本語" }).click();
    await expect(page.getByLabel("テーマ")).toHaveValue("dark");
});
