// Every view in languages that say everything at greater length, or from right to left. The languages of the page itself
// are tested beside its views.

import { expect, expectNoSidewaysScrolling, open, test } from "./fixtures.js";
import { LONG, type Pseudo, PSEUDO_LOCALE, RIGHT_TO_LEFT, speak, texts } from "./pseudo.js";

import type { Page } from "@playwright/test";

const tabs = "#dsp-results > [role=tablist] [role=tab]";

test("the languages of the tests change words, and nothing else", () => {
    const line = (source: string, id: string) => source.split("\n").find((line) => line.startsWith(`${id} = `));
    const long = texts("web/locales/en", LONG);
    expect(line(long, "undo")).toBe("undo = Üúndöø löñger");
    expect(line(long, "direction")).toBe("direction = ltr");
    const mirrored = texts("web/locales/en", RIGHT_TO_LEFT);
    expect(line(mirrored, "undo")).toBe("undo = שנדס");
    expect(line(mirrored, "direction")).toBe("direction = rtl");
    expect(line(mirrored, "band-object")).toBe("band-object = קהצתטגהגטדצ { $name }");
    const rules = texts("core/locales/en", RIGHT_TO_LEFT);
    expect(rules).toContain("--node-cidr-mask-size-ipv4");
    expect(rules).toContain("`kubectl kustomize`");
    expect(rules).toMatch(/\nADDR005 = \{ \$text \} [א-ת ]+: [א-ת ]+ \{ \$network \}\n/);
});

/** Shows each view in turn, with Services beside the plan. */
async function inEveryView(page: Page, look: (view: string) => Promise<void>): Promise<void> {
    await page.locator("#dsp-tab-text").click();
    await expect(page.locator("#dsp-source")).toBeVisible();
    await look("text");
    await page.locator("#dsp-tab-form").click();
    const ids = (selector: string) => page.locator(selector).evaluateAll((all) => all.map((tab) => tab.id));
    const views = await ids(tabs);
    expect(views.length).toBeGreaterThan(3);
    const seen = new Set<string>();
    const show = async (tab: string) => {
        await page.locator(`#${tab}`).click();
        await expect(page.locator(`#${tab}`)).toHaveAttribute("aria-selected", "true");
        await expect(page.locator("#dsp-results [role=tabpanel] :is(h2, h3)").first()).toBeVisible();
        seen.add(tab);
        await look(tab);
    };
    for (const view of views) {
        await show(view);
        for (const tab of await ids(`#${view.replace("dsp-tab-", "dsp-panel-")} > [role=tablist] > [role=tab]`)) await show(tab);
    }
    // The parts of the views as well.
    expect(seen.size).toBeGreaterThan(8);
}

async function nothingOverflows(page: Page, pseudo: Pseudo): Promise<void> {
    await speak(page, pseudo);
    for (const width of [1280, 320]) {
        await page.setViewportSize({ width, height: 900 });
        await open(page);
        await expect(page.locator("html")).toHaveAttribute("lang", PSEUDO_LOCALE);
        await expect(page.locator("html")).toHaveAttribute("dir", pseudo.direction);
        await inEveryView(page, async (view) => {
            await test.step(`${view} at ${width} px`, () => expectNoSidewaysScrolling(page));
        });
    }
}

test.describe("in another language", () => {
    test.use({ locale: PSEUDO_LOCALE });

    test("with long words no view scrolls sideways", async ({ page }) => {
        await nothingOverflows(page, LONG);
    });

    test("from right to left no view scrolls sideways", async ({ page }) => {
        await nothingOverflows(page, RIGHT_TO_LEFT);
    });

    test("from right to left the page is mirrored, and addresses are not", async ({ page }) => {
        await speak(page, RIGHT_TO_LEFT);
        await open(page);
        const left = (selector: string) =>
            page.locator(selector).first().evaluate((element) => element.getBoundingClientRect().left);
        expect(await left(".brand")).toBeGreaterThan(await left("#dsp-language"));
            await inEveryView(page, async (view) => {
            const { found, turned } = await page.evaluate(() => {
                const isAddress = /^(\d+\.){3}\d+(\/\d+)?$|^[0-9a-f:]*::[0-9a-f:]*(\/\d+)?$/;
                const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
                const all: { text: string; direction: string }[] = [];
                for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
                    const text = node.textContent?.trim() ?? "";
                    if (node.parentElement === null || !isAddress.test(text)) continue;
                    all.push({ text, direction: getComputedStyle(node.parentElement).direction });
                }
                return { found: all.length, turned: all.filter(({ direction }) => direction !== "ltr").map(({ text }) => text) };
            });
            expect(turned, view).toEqual([]);
            if (view.endsWith("overview")) expect(found).toBeGreaterThan(5);
        });
    });
});
