// The menu of ways to share a plan: what each of them gives, by mouse and by keyboard.

import { readFileSync } from "node:fs";

import type { Download, Page } from "@playwright/test";

import { expect, expectNoSidewaysScrolling, open, openText, show, test } from "./fixtures.js";

const button = "#dsp-share-button";
const menu = "#dsp-share [role=menu]";
const item = (way: string) => `#dsp-share-${way}`;

test.use({ permissions: ["clipboard-read", "clipboard-write"] });

async function openMenu(page: Page): Promise<void> {
    await page.locator(button).click();
    await expect(page.locator(menu)).toBeVisible();
}

/** What a way of the menu has put on the clipboard. */
async function copied(page: Page, way: string, notice: string): Promise<string> {
    await openMenu(page);
    await page.locator(item(way)).click();
    await expect(page.locator(".notice")).toContainText(notice);
    await expect(page.locator(menu)).toHaveCount(0);
    await expect(page.locator(button)).toBeFocused();
    return page.evaluate(() => navigator.clipboard.readText());
}

async function saved(page: Page, way: string): Promise<{ name: string; bytes: Buffer }> {
    await openMenu(page);
    const [download]: [Download, void] = await Promise.all([page.waitForEvent("download"), page.locator(item(way)).click()]);
    return { name: download.suggestedFilename(), bytes: readFileSync(await download.path()) };
}

test("a link opens the plan with the view and the place on the map", async ({ page, context }) => {
    await open(page);
    await page.locator("#dsp-field-metadata-name").fill("shared");
    await page.locator(".crumbs button").first().click();
    await show(page, "nodes");
    const link = await copied(page, "link", "the link is copied");
    expect(link).toMatch(/#v1\.[\w-]+&view=nodes&at=/);
    const other = await context.newPage();
    await open(other, link);
    await expect(other.locator("#dsp-field-metadata-name")).toHaveValue("shared");
    await expect(other.locator("#dsp-tab-nodes")).toHaveAttribute("aria-selected", "true");
});

test("a link to compare puts the plan beside the one of whoever opens it", async ({ page, browser, baseURL }) => {
    await open(page);
    await page.locator("#dsp-field-spec-nodes-max").fill("200");
    const link = await copied(page, "compare", "compares this plan with theirs");
    expect(link).toMatch(/#compare=v1\.[\w-]+$/);
    const context = await browser.newContext({ baseURL: baseURL ?? "", serviceWorkers: "block", locale: "en-US" });
    const reader = await context.newPage();
    await open(reader, link);
    // Their own plan stays theirs.
    await expect(reader.locator("#dsp-field-spec-nodes-max")).toHaveValue("250");
    await expect(reader.locator("#dsp-tab-compare")).toHaveAttribute("aria-selected", "true");
    await expect(reader.locator(".differences")).toContainText("spec.nodes.max");
    await expect(reader.locator(".differences")).toContainText("200 → 250");
    await context.close();
});

test("a link to compare that is put into an open page takes nothing away", async ({ page }) => {
    await open(page);
    const link = await copied(page, "compare", "the link is copied");
    await page.locator("#dsp-field-metadata-name").fill("my own");
    await page.evaluate((hash) => {
        location.hash = hash;
    }, new URL(link).hash);
    await expect(page.locator("#dsp-compare-other")).toHaveValue(/name: demo/);
    await expect(page.locator("#dsp-field-metadata-name")).toHaveValue("my own");
    await page.evaluate(() => {
        location.hash = "#compare=v1.AAAA";
    });
    await expect(page.locator(".notice")).toContainText("damaged");
    await expect(page.locator("#dsp-compare-other")).toHaveValue(/name: demo/);
});

test("the map is saved as a drawing with its sentence, in the colours and the language of the page", async ({ page }) => {
    await open(page);
    const light = await saved(page, "svg");
    expect(light.name).toBe("demo-map.svg");
    const text = light.bytes.toString();
    expect(text).toMatch(/^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg"/);
    expect(text).toContain("256 nodes, 110 pods each");
    expect(text).toContain("prefers-color-scheme:dark");
    await page.locator("#dsp-theme").selectOption("dark");
    await page.locator("#dsp-language").selectOption("ja");
    await expect(page.locator("html")).toHaveAttribute("lang", "ja");
    const dark = (await saved(page, "svg")).bytes.toString();
    expect(dark).toContain('lang="ja"');
    expect(dark).toContain("#171d27");
    expect(dark).not.toContain("prefers-color-scheme");
});

for (const [theme, brightest] of [
    ["light", 255],
    ["dark", 40],
] as const) {
    test(`the map is saved as a picture of pixels, ${theme}`, async ({ page }) => {
        await open(page);
        await page.locator("#dsp-theme").selectOption(theme);
        const { name, bytes } = await saved(page, "png");
        expect(name).toBe("demo-map.png");
        expect(bytes.subarray(1, 4).toString()).toBe("PNG");
        expect(bytes.readUInt32BE(16)).toBe(2400);
        const [ground, colours] = await page.evaluate(async (base64) => {
            const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
            const picture = await createImageBitmap(new Blob([bytes], { type: "image/png" }));
            const context = new OffscreenCanvas(picture.width, picture.height).getContext("2d");
            if (context === null) throw new Error("no canvas");
            context.drawImage(picture, 0, 0);
            const { data } = context.getImageData(0, 0, picture.width, picture.height);
            const seen = new Set<number>();
            for (let at = 0; at < data.length; at += 4) seen.add(((data[at] ?? 0) << 16) | ((data[at + 1] ?? 0) << 8) | (data[at + 2] ?? 0));
            return [Math.max(...context.getImageData(picture.width / 2, 8, 1, 1).data.slice(0, 3)), seen.size];
        }, bytes.toString("base64"));
        expect(ground).toBeLessThanOrEqual(brightest);
        expect(ground).toBeGreaterThanOrEqual(brightest - 30);
        // A drawing, not an empty sheet.
        expect(colours).toBeGreaterThan(50);
    });
}

test("the report is copied as Markdown with a link to the plan", async ({ page }) => {
    await open(page);
    const report = await copied(page, "markdown", "copied as Markdown");
    expect(report).toContain("# Address plan of demo, Kubernetes 1.36");
    expect(report).toContain("| pods | `10.244.0.0/16` | 65536 |");
    expect(report).toMatch(/\[Open in the planner\]\(<http.*#v1\.[\w-]+>\)\n$/);
});

test("the element is copied with the plan and the view", async ({ page }) => {
    await open(page);
    await show(page, "services");
    const code = await copied(page, "embed", "the code is copied");
    expect(code).toContain('<script type="module" src="/dualstack-planner/dist/element/index.js"></script>');
    expect(code).toContain('<dualstack-planner view="services" locale="en">\n  <script type="application/yaml">\napiVersion: dualstack-planner/v1\n');
    expect(code).toMatch(/port: 80\n {2}<\/script>\n<\/dualstack-planner>\n$/);
});

test("the menu is used by keyboard, and the focus is never lost", async ({ page }) => {
    await open(page);
    const share = page.locator(button);
    await share.focus();
    await page.keyboard.press("Enter");
    await expect(share).toHaveAttribute("aria-expanded", "true");
    await expect(page.locator(item("link"))).toBeFocused();
    for (const [key, way] of [
        ["ArrowDown", "compare"],
        ["End", "embed"],
        ["ArrowDown", "link"],
        ["ArrowUp", "embed"],
        ["Home", "link"],
    ] as const) {
        await page.keyboard.press(key);
        await expect(page.locator(item(way))).toBeFocused();
    }
    await page.keyboard.press("Escape");
    await expect(page.locator(menu)).toHaveCount(0);
    await expect(share).toBeFocused();
    await expect(share).toHaveAttribute("aria-expanded", "false");
    await page.keyboard.press("Enter");
    await expect(page.locator(item("link"))).toBeFocused();
    await page.keyboard.press("Tab");
    await expect(page.locator(menu)).toHaveCount(0);
    await expect(page.locator("#dsp-language")).toBeFocused();
    await share.click();
    await expect(page.locator(item("link"))).toBeFocused();
    await page.locator(".summary .sentence").first().click();
    await expect(page.locator(menu)).toHaveCount(0);
    await expect(page.getByRole("button", { name: "Share" })).toHaveAttribute("aria-haspopup", "menu");
});

test("what needs a plan that can be read says so where there is none", async ({ page, checkAccessibility }) => {
    await open(page);
    await openText(page);
    await page.locator("#dsp-source").fill("x: 1\n");
    await openMenu(page);
    for (const way of ["svg", "png", "markdown"]) {
        await expect(page.locator(item(way))).toHaveAttribute("aria-disabled", "true");
        await expect(page.locator(item(way))).toHaveAccessibleName(/ there is no plan that can be read$/);
    }
    await page.locator(item("svg")).click({ force: true });
    await expect(page.locator(menu)).toBeVisible();
    await checkAccessibility();
    // A link holds any text.
    await page.locator(item("link")).click();
    expect(await page.evaluate(() => navigator.clipboard.readText())).toContain("#v1.");
});

for (const tag of ["en", "ja"]) {
    for (const scheme of ["light", "dark"] as const) {
        test.describe(`in ${tag}, ${scheme}`, () => {
            test.use({ locale: tag, colorScheme: scheme });

            test("axe finds nothing in the open menu, at 390 and 320 px either", async ({ page, checkAccessibility }) => {
                await open(page);
                await openMenu(page);
                await checkAccessibility();
                for (const width of [390, 320]) {
                    await page.setViewportSize({ width, height: 844 });
                    await expectNoSidewaysScrolling(page);
                    const box = await page.locator("#dsp-share").boundingBox();
                    expect(box?.x ?? -1).toBeGreaterThanOrEqual(0);
                    expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThanOrEqual(width);
                    await checkAccessibility();
                }
            });
        });
    }
}

test.describe("in Japanese", () => {
    test.use({ locale: "ja-JP" });

    test("each way has a name and a description", async ({ page }) => {
        await open(page);
        await openMenu(page);
        await expect(page.locator(item("compare"))).toHaveAccessibleName("比較用のリンクをコピー 開いた人のプランとの違いを表示します");
        await expect(page.locator(menu)).toHaveAccessibleName("共有");
        await page.keyboard.press("Escape");
        const report = await copied(page, "markdown", "Markdown でコピーしました");
        expect(report).toContain("[プランナーで開く](<http");
    });
});

test.describe("with forced colours", () => {
    test.use({ forcedColors: "active" });
    test("axe finds nothing in the open menu", async ({ page, checkAccessibility }) => {
        await open(page);
        await openMenu(page);
        await checkAccessibility();
    });
});
