// What is not needed for the first view: it comes when it is wanted, ahead of that when nothing else is to do, and a
// failure to load it costs nothing but a second try.

import type { Page } from "@playwright/test";

import { expect, expectNoSidewaysScrolling, open, show, test } from "./fixtures.js";

// The map, the room below it and the rules come at once, whatever is saved.
const LATER = /\/(split_(?!rules|map|details)|chunk_|texts)/;

/** Holds files back until the function that is returned is called. */
async function holdBack(page: Page, files: string): Promise<() => void> {
    let release = (): void => undefined;
    const held = new Promise<void>((resolve) => (release = resolve));
    await page.route(files, async (route) => {
        await held;
        await route.continue();
    });
    return release;
}

/** A browser that is asked to save data loads nothing ahead. */
async function saveData(page: Page): Promise<void> {
    await page.addInitScript(() => {
        Object.defineProperty(navigator, "connection", { value: { saveData: true } });
    });
}

const views = [
    { tab: "exports", title: "#dsp-exports-title", file: /split_exports/ },
    { tab: "diagnostics", title: "#dsp-explain-title", file: /split_explain/ },
    { tab: "what-if", title: "#dsp-sim-title", file: /split_what_if/ },
];

test("each view loads what it needs when it is shown, and once", async ({ page }) => {
    await saveData(page);
    const asked: string[] = [];
    page.on("request", (request) => {
        if (LATER.test(request.url())) asked.push(request.url());
    });
    await open(page);
    // What the rules share with views comes with them.
    expect(asked.filter((url) => !/chunk_/.test(url))).toEqual([]);
    for (const { tab, title, file } of views) {
        expect(asked.filter((url) => file.test(url))).toEqual([]);
        await show(page, tab);
        await expect(page.locator(title)).toBeVisible();
        expect(asked.filter((url) => file.test(url))).toHaveLength(1);
    }
    const loaded = asked.length;
    for (const { tab, title } of views) {
        await show(page, tab);
        await expect(page.locator(title)).toBeVisible();
    }
    for (const tab of ["start", "versions"]) {
        await show(page, tab);
        await expect(page.locator("[role=tabpanel] h2").last()).toBeVisible();
    }
    expect(asked).toHaveLength(loaded);
    expect(asked.filter((url) => /texts/.test(url))).toEqual([]);
});

test("once the page has come to rest, every view and complete language is there without a network", async ({ page, context }) => {
    const last = page.waitForResponse(/texts\/ja\/page.*\.ftl/);
    await open(page);
    await (await last).finished();
    await context.setOffline(true);
    for (const { tab, title } of views) {
        await show(page, tab);
        await expect(page.locator(title)).toBeVisible();
    }
    await page.locator("#dsp-language").selectOption("ja");
    await expect(page.locator("html")).toHaveAttribute("lang", "ja");
    await expect(page.locator("#dsp-sim-title")).not.toHaveText(/[a-z]{4}/i);
});

test.describe("a browser that keeps pages", () => {
    test.use({ serviceWorkers: "allow", expected: /ERR_INTERNET_DISCONNECTED/ });

    test("opens the planner without a network when it was there once, in every language", async ({ page, context }) => {
        const last = page.waitForResponse(/texts\/ja\/page.*\.ftl/);
        await open(page);
        await (await last).finished();
        const isKept = () =>
            page.evaluate(async () => {
                const cache = await caches.open("dualstack-planner");
                const kept = (await cache.keys()).map(({ url }) => new URL(url).pathname).join(" ");
                return ["dualstack_web_bg", "split_rules", "split_map", "app-", "styles-", "texts/ja/page"].every((name) => kept.includes(name));
            });
        await expect.poll(isKept).toBe(true);
        await context.setOffline(true);
        await page.reload();
        await expect(page.locator(".cells").first()).toBeVisible();
        await show(page, "exports");
        await expect(page.locator("#dsp-exports-title")).toBeVisible();
        await page.locator("#dsp-language").selectOption("ja");
        await expect(page.locator("html")).toHaveAttribute("lang", "ja");
    });
});

test("the plan is drawn before it is checked, and nothing is called right until then", async ({ page, checkAccessibility }) => {
    const release = await holdBack(page, "**/split_rules*");
    await page.goto("");
    const verdict = page.locator(".verdict");
    await expect(verdict).toHaveText("Checking…");
    await expect(page.locator(".summary .sentence").first()).toBeVisible();
    await expect(page.locator("#dsp-tab-diagnostics .badge")).toHaveCount(0);
    await page.locator("#dsp-field-metadata-name").fill("typed meanwhile");
    await checkAccessibility();
    release();
    await expect(verdict).not.toHaveText("Checking…");
    await expect(page.locator("#dsp-tab-diagnostics .badge")).toBeVisible();
    await expect(page.locator("#dsp-field-metadata-name")).toHaveValue("typed meanwhile");
});

test.describe("where loading fails", () => {
    test.use({ expected: /split_(exports|rules)|texts\/ja|Failed to (load|fetch)|ERR_FAILED/ });

    test("a view says so, and a second try brings it with what was typed", async ({ page, checkAccessibility }) => {
        await saveData(page);
        await open(page);
        await page.locator("#dsp-field-metadata-name").fill("kept");
        await page.route("**/split_exports*", (route) => route.abort());
        await show(page, "exports");
        await expect(page.getByRole("alert").filter({ hasText: "could not be loaded" })).toBeVisible();
        await checkAccessibility();
        const again = page.getByRole("button", { name: "Try again" });
        await again.focus();
        await page.keyboard.press("Enter");
        await expect(page.getByRole("alert").filter({ hasText: "could not be loaded" })).toBeVisible();
        await expect(again).toBeFocused();
        await page.unroute("**/split_exports*");
        await page.keyboard.press("Enter");
        await expect(page.locator("#dsp-exports-title")).toBeVisible();
        await expect(page.locator("#dsp-panel-exports")).toBeFocused();
        await expect(page.locator("#dsp-field-metadata-name")).toHaveValue("kept");
        await expect(page.locator("#dsp-failure")).toBeHidden();
    });

    test("rules that do not come are said, and a second try brings them", async ({ page }) => {
        await page.route("**/split_rules*", (route) => route.abort());
        await page.goto("");
        const verdict = page.locator(".verdict");
        await expect(verdict).toContainText("Not checked");
        await page.unroute("**/split_rules*");
        await verdict.focus();
        await page.keyboard.press("Enter");
        await expect(verdict).not.toContainText("Not checked");
        await expect(page.locator("#dsp-tab-diagnostics .badge")).toBeVisible();
        await expect(verdict).toBeFocused();
    });

    test("a language says so, and the page stays in the one it has", async ({ page }) => {
        await saveData(page);
        await open(page);
        await page.route("**/texts/ja/**", (route) => route.abort());
        await page.locator("#dsp-language").selectOption("ja");
        await expect(page.getByText("日本語 could not be loaded", { exact: false })).toBeVisible();
        await expect(page.locator("html")).toHaveAttribute("lang", "en");
        await expect(page.locator("#dsp-language")).toHaveValue("en");
        await page.unroute("**/texts/ja/**");
        await page.locator("#dsp-language").selectOption("ja");
        await expect(page.locator("html")).toHaveAttribute("lang", "ja");
    });

    test.describe("at the start", () => {
        test.use({ locale: "ja-JP" });

        test("the page opens in English", async ({ page }) => {
            await saveData(page);
            await page.route("**/texts/ja/**", (route) => route.abort());
            await open(page);
            await expect(page.locator("html")).toHaveAttribute("lang", "en");
            await expect(page.getByText("日本語 could not be loaded", { exact: false })).toBeVisible();
        });
    });
});

for (const [locale, language] of [["en-GB", "en"], ["ja-JP", "ja"]] as const) {
    for (const [width, size] of [[1280, "wide"], [390, "narrow"]] as const) {
        test(`until the planner is there, the map of the example is, in ${language} at ${width}`, async ({ browser }) => {
            const context = await browser.newContext({ locale, viewport: { width, height: 844 }, serviceWorkers: "block" });
            const page = await context.newPage();
            const release = await holdBack(page, "**/dualstack_web_bg*.wasm");
            await page.goto("");
            const shown = page.locator(".boot-map img").filter({ visible: true });
            await expect(shown).toHaveCount(1);
            const picture = await shown.evaluate(async (image: HTMLImageElement) => {
                await image.decode();
                return { source: image.currentSrc, width: image.naturalWidth, lang: document.documentElement.lang };
            });
            expect(picture.source).toMatch(new RegExp(`/first-${size}\\.${language}[^/]*\\.svg$`));
            expect(picture.width).toBeGreaterThan(300);
            expect(picture.lang).toBe(language);
            await expectNoSidewaysScrolling(page);
            release();
            await expect(page.locator(".boot-map")).toHaveCount(0);
            await expect(page.locator(".cells").first()).toBeVisible();
            await context.close();
        });
    }
}

test("whoever comes with a plan of their own does not see the example first", async ({ page }) => {
    const release = await holdBack(page, "**/dualstack_web_bg*.wasm");
    await page.goto("#v1.anything");
    await expect(page.locator(".boot")).toBeVisible();
    await expect(page.locator(".boot-map img").filter({ visible: true })).toHaveCount(0);
    release();
    await expect(page.locator(".cells").first()).toBeVisible();
});
