// Languages that no native speaker has read yet: which browsers get them, what is said about them, and what they lack.

import { expect, expectNoSidewaysScrolling, open, test } from "./fixtures.js";

import type { Page } from "@playwright/test";

const language = "#dsp-language";
const standing = ".standing";

/** The browser lists these languages. */
async function listing(page: Page, languages: readonly string[]): Promise<void> {
    await page.addInitScript((languages) => {
        Object.defineProperty(navigator, "languages", { value: languages });
    }, languages);
}

for (const { asked, shown } of [
    { asked: ["zh-CN", "zh", "en"], shown: "zh-Hans" },
    { asked: ["zh-TW", "zh", "en-US", "en"], shown: "en" },
    { asked: ["zh-TW", "zh"], shown: "zh-Hans" },
    { asked: ["ko-KR", "ko", "en"], shown: "ko" },
]) {
    test(`a browser that asks for ${asked.join(", ")} gets ${shown}`, async ({ page }) => {
        await listing(page, asked);
        await open(page);
        await expect(page.locator("html")).toHaveAttribute("lang", shown);
        await expect(page.locator(standing)).toHaveCount(shown === "en" ? 0 : 1);
    });
}

test("a language that nobody has read is marked where it is chosen and while it is on, in it and in English", async ({ page }) => {
    const asked: string[] = [];
    page.on("request", (request) => {
        if (/\/texts\/(zh-Hans|ko)\//.test(request.url())) asked.push(request.url());
    });
    await open(page);
    await expect(page.locator(`${language} > optgroup`)).toHaveCount(2);
    await expect(page.locator(`${language} > optgroup`).first()).toHaveAttribute(
        "label",
        "尚未经母语者审阅 · Not yet read by a native speaker",
    );
    await expect(page.locator(`${language} > option`)).toHaveText(["English", "日本語"]);
    expect(asked).toEqual([]);
    await page.locator(language).selectOption("zh-Hans");
    await expect(page.locator(standing)).toHaveText("尚未经母语者审阅 · Not yet read by a native speaker");
    await expect(page.locator("main")).toContainText("节点");
    expect(asked.filter((url) => url.includes("/ko/"))).toEqual([]);
    await page.locator(language).selectOption("ja");
    await expect(page.locator(standing)).toHaveCount(0);
});

test("what such a language lacks is English, and counted", async ({ page }) => {
    await page.route("**/texts/zh-Hans/page*", async (route) => {
        const response = await route.fetch();
        const text = await response.text();
        const without = text.replace(/^undo = .*\n/m, "").replace(/^redo = .*\n/m, "");
        expect(without.length).toBeLessThan(text.length);
        await route.fulfill({ response, body: without });
    });
    await open(page);
    await page.locator(language).selectOption("zh-Hans");
    await expect(page.locator(standing)).toContainText("还有 2 条文字是英文");
    await expect(page.getByRole("button", { name: "Undo" })).toBeVisible();
    await expect(page.getByRole("button", { name: "分享" })).toBeVisible();
});

for (const locale of ["zh-CN", "ko-KR"]) {
    test.describe(`in ${locale}`, () => {
        test.use({ locale });

        test("axe finds nothing, and at 320 px nothing scrolls sideways", async ({ page, checkAccessibility }) => {
            await open(page);
            await checkAccessibility();
            await page.setViewportSize({ width: 320, height: 640 });
            await expectNoSidewaysScrolling(page);
            await checkAccessibility();
        });
    });
}
