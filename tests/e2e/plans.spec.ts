// Plans that are kept in this browser: offered at the first edit, there again in a new tab, in step in all tabs.

import type { Page } from "@playwright/test";

import { expect, expectNoSidewaysScrolling, open, openText, test } from "./fixtures.js";

const offer = ".offer";
const button = "#dsp-plans-button";
const title = "#dsp-plans-title";
const name = "#dsp-field-metadata-name";
const source = "#dsp-source";
const rows = ".plan-row";

async function keep(page: Page): Promise<void> {
    await page.locator(offer).getByRole("button", { name: "Keep", exact: true }).click();
    await expect(page.locator(".notice")).toContainText("is kept in this browser");
}

async function openPanel(page: Page): Promise<void> {
    await page.locator(button).click();
    await expect(page.locator(title)).toBeFocused();
}

/** The texts that storage has, by name. */
async function stored(page: Page): Promise<Record<string, string>> {
    return page.evaluate(
        () =>
            new Promise((done, failed) => {
                const request = indexedDB.open("dualstack-planner");
                request.onerror = () => failed(request.error);
                request.onsuccess = () => {
                    const all = request.result.transaction("plans").objectStore("plans").getAll();
                    all.onerror = () => failed(all.error);
                    all.onsuccess = () => {
                        request.result.close();
                        done(Object.fromEntries(all.result.map(({ name, text }) => [name, text])));
                    };
                };
            }),
    );
}

test("a plan is offered to be kept at the first edit, and is there when the tab was closed", async ({ page, context }) => {
    await open(page);
    await expect(page.locator(offer)).toBeEmpty();
    await page.locator(name).fill("mine");
    await expect(page.locator(offer)).toContainText("Keep this plan in this browser?");
    await keep(page);
    await expect(page.locator(offer)).toBeEmpty();
    // Whoever has answered goes on where they were.
    await expect(page.locator(name)).toBeFocused();
    await page.locator("#dsp-field-spec-nodes-count").fill("41");
    await expect.poll(async () => (await stored(page))["mine"]).toContain("count: 41");
    await page.close();
    const later = await context.newPage();
    await open(later);
    await expect(later.locator(name)).toHaveValue("mine");
    await expect(later.locator("#dsp-field-spec-nodes-count")).toHaveValue("41");
    await expect(later.locator(".brand-plan")).toHaveText("mine");
    await later.locator("#dsp-field-spec-nodes-count").fill("42");
    await expect.poll(async () => (await stored(later))["mine"]).toContain("count: 42");
    await expect(later.locator(offer)).toBeEmpty();
});

test("what is typed right before the page goes away is there again", async ({ page, context }) => {
    await open(page);
    await page.locator(name).fill("quick");
    await keep(page);
    await page.locator("#dsp-field-spec-nodes-count").fill("77");
    await page.goto("about:blank");
    await page.close();
    const later = await context.newPage();
    await open(later);
    await expect(later.locator("#dsp-field-spec-nodes-count")).toHaveValue("77");
    expect(await later.evaluate(() => localStorage.getItem("dualstack-planner.unsaved"))).toBeNull();
});

test("an offer that is declined does not come back", async ({ page }) => {
    await open(page);
    await page.locator(name).fill("no");
    await page.locator(offer).getByRole("button", { name: "Not now" }).click();
    await expect(page.locator(offer)).toBeEmpty();
    await expect(page.locator(name)).toBeFocused();
    await page.locator(name).fill("still no");
    await expect(page.locator(offer)).toBeEmpty();
    // At once: the address bar is behind what was typed.
    await page.reload();
    await expect(page.locator(name)).toHaveValue("still no");
    await page.locator(name).fill("no again");
    await expect(page.locator(offer)).toBeEmpty();
});

test("tabs with the same plan stay in step, and undo goes back from what another tab did", async ({ page, context }) => {
    await open(page);
    await page.locator(name).fill("both");
    await keep(page);
    const other = await context.newPage();
    await open(other);
    await expect(other.locator(name)).toHaveValue("both");
    await page.locator("#dsp-field-spec-nodes-count").fill("50");
    await expect(other.locator("#dsp-field-spec-nodes-count")).toHaveValue("50");
    await other.locator("#dsp-field-spec-nodes-max").fill("260");
    await expect(page.locator("#dsp-field-spec-nodes-max")).toHaveValue("260");
    await page.getByRole("button", { name: "Undo" }).click();
    await expect(page.locator("#dsp-field-spec-nodes-max")).toHaveValue("250");
    await expect(other.locator("#dsp-field-spec-nodes-max")).toHaveValue("250");
});

test("plans are listed, renamed, duplicated, opened and deleted", async ({ page }) => {
    await open(page);
    await openPanel(page);
    await expect(page.locator("#dsp-plans")).toContainText("No plan is kept yet.");
    await page.getByRole("textbox", { name: "Name of the plan" }).fill("first");
    await page.keyboard.press("Enter");
    await expect(page.locator(rows)).toHaveCount(1);
    await expect(page.locator(rows)).toContainText("open here");

    await page.getByRole("button", { name: "Duplicate first" }).click();
    await expect(page.locator(rows)).toHaveCount(2);
    await expect(page.locator(rows).filter({ hasText: "first 2" })).not.toContainText("open here");

    await page.getByRole("button", { name: "Rename first 2" }).click();
    const field = page.getByRole("textbox", { name: "Rename first 2" });
    await expect(field).toBeFocused();
    await field.fill("second");
    await page.keyboard.press("Enter");
    await expect(page.getByRole("button", { name: "Open second" })).toBeFocused();

    await page.getByRole("button", { name: "Open second" }).click();
    await expect(page.locator(title)).toHaveCount(0);
    await expect(page.locator("#dsp-editor")).toBeFocused();
    await expect(page.locator(".brand-plan")).toHaveText("second");
    await page.locator("#dsp-field-spec-nodes-count").fill("43");
    await expect.poll(() => stored(page)).toMatchObject({
        first: expect.stringContaining("count: 40"),
        second: expect.stringContaining("count: 43"),
    });

    await openPanel(page);
    await page.getByRole("button", { name: "Delete first" }).click();
    await expect(page.getByRole("button", { name: "Cancel" })).toBeFocused();
    await page.keyboard.press("Escape");
    await expect(page.getByRole("button", { name: "Open first" })).toBeFocused();
    await page.getByRole("button", { name: "Delete first" }).click();
    await page.getByRole("button", { name: "Delete first" }).click();
    await expect(page.locator(rows)).toHaveCount(1);
    await expect.poll(() => page.evaluate(() => document.activeElement?.tagName)).not.toBe("BODY");
    expect(Object.keys(await stored(page))).toEqual(["second"]);

    await page.keyboard.press("Escape");
    await expect(page.locator(title)).toHaveCount(0);
    await expect(page.locator(button)).toBeFocused();
});

test("a plan that is deleted in another tab is kept no more, and stays in the page", async ({ page, context }) => {
    await open(page);
    await page.locator(name).fill("gone");
    await keep(page);
    const other = await context.newPage();
    await open(other);
    await openPanel(other);
    await other.getByRole("button", { name: "Delete gone" }).click();
    await other.getByRole("button", { name: "Delete gone" }).click();
    await expect(other.locator(rows)).toHaveCount(0);
    await expect(page.locator(name)).toHaveValue("gone");
    await page.locator(name).fill("still here");
    await expect(page.locator(offer)).toContainText("Keep this plan in this browser?");
    expect(await stored(page)).toEqual({});
});

test("what is opened is another plan, and the one that is kept stays as it was", async ({ page }) => {
    await open(page);
    await page.locator(name).fill("kept");
    await keep(page);
    await expect.poll(async () => (await stored(page))["kept"]).toContain("name: kept");
    await openText(page);
    const text = (await page.locator(source).inputValue()).replace("name: kept", "name: other");
    await page.getByTestId("plan-file").setInputFiles({ name: "other.yaml", mimeType: "", buffer: Buffer.from(text) });
    await expect(page.locator(source)).toHaveValue(/name: other/);
    await expect(page.locator(offer)).toContainText("Keep this plan in this browser?");
    await page.locator(source).fill(text.replace("count: 40", "count: 44"));
    await page.reload();
    await expect(page.locator(name)).toHaveValue("other");
    expect((await stored(page))["kept"]).toContain("name: kept");
});

test("undo returns to the plan that is kept, which goes on being kept", async ({ page }) => {
    await open(page);
    await page.locator(name).fill("kept");
    await keep(page);
    await page.getByTestId("plan-file").setInputFiles({
        name: "other.yaml",
        mimeType: "",
        buffer: Buffer.from("apiVersion: dualstack-planner/v1\nkind: ClusterPlan\nmetadata: {name: other}\nspec: {}\n"),
    });
    await expect(page.locator(name)).toHaveValue("other");
    await page.locator(".notice").getByRole("button", { name: "Undo" }).click();
    await expect(page.locator(offer)).toBeEmpty();
    await page.locator("#dsp-field-spec-nodes-count").fill("45");
    await expect.poll(async () => (await stored(page))["kept"]).toContain("count: 45");
});

test("a link wins over what is kept, and takes nothing from it", async ({ page, context }) => {
    await open(page);
    await page.locator(name).fill("linked");
    await expect(page).toHaveURL(/#v1\./);
    const link = page.url();
    await page.locator(name).fill("kept");
    await keep(page);
    await expect.poll(async () => (await stored(page))["kept"]).toContain("name: kept");
    const other = await context.newPage();
    await open(other, link);
    await expect(other.locator(name)).toHaveValue("linked");
    await other.locator(name).fill("of the link");
    await expect(other.locator(offer)).toContainText("Keep this plan in this browser?");
    await expect(page.locator(name)).toHaveValue("kept");
    expect(Object.keys(await stored(page))).toEqual(["kept"]);
    // A reload of a tab whose address has the kept plan as a link stays with the kept plan.
    await expect(page).toHaveURL(/#v1\./);
    await page.reload();
    await page.locator("#dsp-field-spec-nodes-count").fill("46");
    await expect.poll(async () => (await stored(page))["kept"]).toContain("count: 46");
});

test("where storage is denied the page works without it, and says so once", async ({ page, checkAccessibility }) => {
    await page.addInitScript(() => {
        for (const store of ["indexedDB", "localStorage", "sessionStorage"]) {
            Object.defineProperty(window, store, {
                get() {
                    throw new DOMException("denied", "SecurityError");
                },
            });
        }
    });
    await open(page);
    await page.locator(name).fill("nowhere");
    await page.locator(offer).getByRole("button", { name: "Keep", exact: true }).click();
    await expect(page.locator(".notice")).toContainText("does not let the page keep plans");
    await expect(page.locator(offer)).toBeEmpty();
    await openPanel(page);
    await expect(page.locator("#dsp-plans")).toContainText("does not let the page keep plans");
    await checkAccessibility();
    await page.locator(name).fill("goes on");
    await expect(page.locator(".brand-plan")).toHaveText("goes on");
    await expect(page).toHaveURL(/#v1\./);
});

test("nothing is loaded for plans while none is kept", async ({ page }) => {
    await page.addInitScript(() => {
        Object.defineProperty(navigator, "connection", { value: { saveData: true } });
    });
    const asked: string[] = [];
    page.on("request", (request) => asked.push(request.url()));
    await open(page);
    await page.locator(name).fill("typed");
    await expect(page.locator(offer)).not.toBeEmpty();
    expect(asked.filter((url) => /\/(plans|picture)/.test(url))).toEqual([]);
});

for (const tag of ["en", "ja"]) {
    for (const scheme of ["light", "dark"] as const) {
        test.describe(`in ${tag}, ${scheme}`, () => {
            test.use({ locale: tag, colorScheme: scheme });

            test("axe finds nothing in the offer and in the list, at 390 and 320 px either", async ({ page, checkAccessibility }) => {
                await open(page);
                await page.locator(name).fill("a name that is rather long for a phone");
                await expect(page.locator(offer)).not.toBeEmpty();
                await checkAccessibility();
                await openPanel(page);
                await page.locator("#dsp-plans .primary").click();
                await expect(page.locator(rows)).toHaveCount(1);
                for (const width of [1280, 390, 320]) {
                    await page.setViewportSize({ width, height: 844 });
                    await expectNoSidewaysScrolling(page);
                    await checkAccessibility();
                }
                await page.locator(rows).getByRole("button").nth(1).click();
                await checkAccessibility();
                await page.keyboard.press("Escape");
                await page.locator(rows).getByRole("button").nth(3).click();
                await expectNoSidewaysScrolling(page);
                await checkAccessibility();
            });
        });
    }
}

test.describe("in Japanese", () => {
    test.use({ locale: "ja-JP" });

    test("the offer and the list are in Japanese", async ({ page }) => {
        await open(page);
        await page.locator(name).fill("本番");
        await page.locator(offer).getByRole("button", { name: "保存する" }).click();
        await expect(page.locator(".notice")).toContainText("本番 をこのブラウザーに保存しました");
        await openPanel(page);
        await expect(page.locator(rows)).toContainText("表示中");
        await expect(page.getByRole("button", { name: "本番 の名前を変更" })).toBeVisible();
    });
});
