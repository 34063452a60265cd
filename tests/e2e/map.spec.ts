// The first screen: the sentence, the map of both families, what is looked at on it, and the ways through it.

import type { Page } from "@playwright/test";

import { expect, expectNoSidewaysScrolling, open, openText, show, test } from "./fixtures.js";

const source = "#dsp-source";
const inspector = "#dsp-inspector";

/** Where a cell is on the page. */
async function placeOf(page: Page, family: "IPv4" | "IPv6", cell: number): Promise<{ x: number; y: number }> {
    const grid = page.getByRole("region", { name: family, exact: true }).locator(".cells");
    await grid.scrollIntoViewIfNeeded();
    const box = await grid.boundingBox();
    if (box === null) throw new Error("no grid is drawn");
    const [column, row] = [cell % 16, Math.floor(cell / 16)];
    return { x: box.x + ((column + 0.5) * box.width) / 16, y: box.y + ((row + 0.5) * box.height) / 16 };
}

async function press(page: Page, family: "IPv4" | "IPv6", cell: number): Promise<void> {
    const { x, y } = await placeOf(page, family, cell);
    await page.mouse.click(x, y);
}

/** Takes a range of IPv4 up at a cell and brings it to another one; it is still held then. Gives the place of the latter. */
async function carry(page: Page, from: number, to: number): Promise<{ x: number; y: number }> {
    const start = await placeOf(page, "IPv4", from);
    const end = await placeOf(page, "IPv4", to);
    await page.mouse.move(start.x, start.y);
    await page.mouse.down();
    await page.mouse.move(end.x, end.y, { steps: 6 });
    return end;
}

/** Goes a step out and waits until the map shows it. */
async function zoomOut(page: Page, network: string): Promise<void> {
    await page.getByRole("button", { name: "Zoom out" }).click();
    await expect(page.locator(".crumbs strong").first()).toHaveText(network);
}

for (const [width, height] of [[1280, 900], [390, 844]] as const) {
    test(`at ${width} × ${height} the sentence and the map are seen without scrolling`, async ({ page }) => {
        await page.setViewportSize({ width, height });
        await open(page);
        await expect(page.locator(".summary .sentence").first()).toBeInViewport({ ratio: 1 });
        for (const grid of await page.locator(".cells").all()) await expect(grid).toBeInViewport({ ratio: 1 });
        await expectNoSidewaysScrolling(page);
    });
}

test("the same cell is the same node in both families, and says why it has its block", async ({ page }) => {
    await open(page);
    for (const family of ["IPv4", "IPv6"] as const) {
        await press(page, family, 200);
        const told = page.locator(inspector);
        await expect(told.getByRole("heading", { name: "Node 200" })).toBeVisible();
        await expect(told).toContainText("10.244.200.0/24");
        await expect(told).toContainText("fd00:10:244:c8::/64");
        await expect(told).toContainText("2^(24 − 16) = 256 blocks");
        await expect(told.locator(".digits").first()).toHaveText("00001010 11110100 11001000 ········");
        await expect(page.locator(".cells .looked")).toHaveCount(2);
        await press(page, family, 0);
    }
});

test("zooming goes in both families at once, by buttons, by pressing twice and by the way back", async ({ page }) => {
    await open(page);
    const [v4, v6] = ["IPv4", "IPv6"].map((family) => page.getByRole("region", { name: family, exact: true }).locator(".crumbs strong"));
    await page.getByRole("button", { name: "Zoom out" }).click();
    await expect(v4!).toHaveText("10.0.0.0/8");
    await expect(v6!).toHaveText("fd00:10:244::/48");
    await page.getByRole("button", { name: "Back to the pods" }).click();
    await expect(v4!).toContainText("10.244.0.0/16");
    const { x, y } = await placeOf(page, "IPv4", 200);
    await page.mouse.dblclick(x, y);
    await expect(v4!).toHaveText("10.244.200.0/24");
    await expect(v6!).toHaveText("fd00:10:244:c8::/64");
    await page.goBack();
    await expect(v4!).toContainText("10.244.0.0/16");
    await page.goForward();
    await expect(v6!).toHaveText("fd00:10:244:c8::/64");
    await page.getByRole("navigation", { name: "Way to this place in IPv4" }).getByRole("button", { name: "10.0.0.0/8" }).click();
    await expect(v4!).toHaveText("10.0.0.0/8");
});

test("a range is dragged to another place, and back by Undo", async ({ page }) => {
    await open(page);
    await openText(page);
    await zoomOut(page, "10.0.0.0/8");
    await carry(page, 244, 100);
    await expect(page.locator(".map-moving")).toContainText("10.100.0.0/16");
    await expect(page.locator(".cells .ghost")).toHaveCount(1);
    await page.mouse.up();
    await expect(page.locator(source)).toHaveValue(/podCIDRs: \[10\.100\.0\.0\/16, /);
    await page.getByRole("button", { name: "Undo" }).click();
    await expect(page.locator(source)).toHaveValue(/podCIDRs: \[10\.244\.0\.0\/16, /);
});

test("Escape lets go of a range, and so does the pointer beside the map", async ({ page }) => {
    await open(page);
    await openText(page);
    await zoomOut(page, "10.0.0.0/8");
    const before = await page.locator(source).inputValue();
    const take = async (): Promise<{ x: number; y: number }> => {
        const to = await carry(page, 244, 100);
        await expect(page.locator(".cells .ghost")).toHaveCount(1);
        return to;
    };
    await take();
    await page.keyboard.press("Escape");
    await expect(page.locator(".cells .ghost")).toHaveCount(0);
    await page.mouse.up();
    const to = await take();
    await page.mouse.move(2, 2);
    await page.mouse.up();
    await page.mouse.move(to.x, to.y);
    await expect(page.locator(".cells .over").first()).toBeVisible();
    await expect(page.locator(".cells .ghost")).toHaveCount(0);
    await expect(page.locator(source)).toHaveValue(before);
});

test("a range on its way says what the place would cost, and so do the buttons", async ({ page }) => {
    await open(page);
    await openText(page);
    await zoomOut(page, "10.0.0.0/8");
    await carry(page, 244, 100);
    await expect(page.locator(".map-moving .tag")).toHaveText("build a new cluster");
    await page.keyboard.press("Escape");
    await page.mouse.up();
    await page.getByRole("button", { name: "Double: Pods" }).first().focus();
    const cost = page.locator(inspector).getByRole("status");
    await expect(cost).toContainText("10.244.0.0/15");
    await expect(cost.locator(".tag")).toHaveText(/./);
});

test("with Ctrl the wheel zooms at the pointer; without it the page scrolls", async ({ page }) => {
    await open(page);
    const shown = page.locator(".crumbs strong").first();
    const { x, y } = await placeOf(page, "IPv4", 200);
    await page.mouse.move(x, y);
    await page.mouse.wheel(0, -120);
    await expect(page.locator(".cells .over").first()).toBeVisible();
    await expect(shown).toContainText("10.244.0.0/16");
    await page.keyboard.down("Control");
    await page.mouse.wheel(0, -120);
    await expect(shown).toHaveText("10.244.200.0/24");
    await expect(async () => {
        await page.mouse.wheel(0, 120);
        await expect(shown).toContainText("10.244.0.0/16", { timeout: 200 });
    }).toPass();
    await page.keyboard.up("Control");
});

test("two fingers that spread zoom in at their middle, and that close zoom out", async ({ page }) => {
    await open(page);
    const shown = page.locator(".crumbs strong").first();
    const { x, y } = await placeOf(page, "IPv4", 200);
    const client = await page.context().newCDPSession(page);
    const touch = async (type: "touchStart" | "touchMove" | "touchEnd", apart?: number): Promise<void> => {
        const touchPoints = apart === undefined ? [] : [{ x: x - apart, y, id: 1 }, { x: x + apart, y, id: 2 }];
        await client.send("Input.dispatchTouchEvent", { type, touchPoints });
    };
    await touch("touchStart", 10);
    for (const apart of [12, 14, 16]) await touch("touchMove", apart);
    await touch("touchEnd");
    await expect(shown).toHaveText("10.244.200.0/24");
    await touch("touchStart", 40);
    for (const apart of [34, 28, 22]) await touch("touchMove", apart);
    await touch("touchEnd");
    await expect(shown).toContainText("10.244.0.0/16");
});

test("what a drag does, buttons do: a range is halved, doubled and moved to a free cell", async ({ page }) => {
    await open(page);
    await openText(page);
    await zoomOut(page, "10.0.0.0/8");
    await press(page, "IPv4", 244);
    await page.getByRole("button", { name: "Double: Pods" }).first().click();
    await expect(page.locator(source)).toHaveValue(/podCIDRs: \[10\.244\.0\.0\/15, /);
    await page.getByRole("button", { name: "Halve: Pods" }).first().click();
    await expect(page.locator(source)).toHaveValue(/podCIDRs: \[10\.244\.0\.0\/16, /);
    await press(page, "IPv4", 33);
    await page.getByRole("button", { name: "Move here: Services" }).first().click();
    await expect(page.locator(source)).toHaveValue(/serviceCIDRs: \[10\.33\.0\.0\/16, /);
    await expect(page.locator(source)).toHaveValue(/# The first range of each list is of the primary family\./);
});

test("the rows of the map are gone through by keys", async ({ page }) => {
    await open(page);
    await page.locator(".map-as-rows > summary").focus();
    await page.keyboard.press("Enter");
    const rows = page.getByRole("treegrid", { name: "The map as rows" }).locator("tbody tr");
    await expect(rows).toHaveCount(3);
    await rows.first().focus();
    await page.keyboard.press("ArrowDown");
    await expect(rows.nth(1)).toBeFocused();
    await expect(rows.nth(1)).toContainText("10.244.40.0/24");
    await page.keyboard.press("ArrowRight");
    await expect(rows.nth(1)).toHaveAttribute("aria-expanded", "true");
    await page.keyboard.press("ArrowDown");
    await expect(rows.nth(2)).toBeFocused();
    await expect(rows.nth(2)).toContainText("Node 40");
    await expect(page.locator(inspector)).toContainText("Node 40");
    await page.keyboard.press("Enter");
    await expect(page.locator(".crumbs strong").first()).toHaveText("10.244.40.0/24");
    await rows.first().focus();
    await page.keyboard.press("Backspace");
    await expect(page.locator(".crumbs strong").first()).toContainText("10.244.0.0/16");
});

test("families of unequal size show which cells have no twin", async ({ page }) => {
    await open(page);
    await openText(page);
    const text = await page.locator(source).inputValue();
    await page.locator(source).fill(text.replace("10.244.0.0/16", "10.244.0.0/17"));
    await page.locator(".map-as-rows > summary").click();
    const last = page.getByRole("treegrid").locator("tbody tr").last();
    await expect(last).toContainText("none");
    await expect(last).toContainText("no block in the other family");
});

test("a plan of one family has one grid", async ({ page }) => {
    await open(page);
    await openText(page);
    await page.locator(source).fill(
        'apiVersion: dualstack-planner/v1\nkind: ClusterPlan\nspec:\n  kubernetesVersion: "1.36"\n  podCIDRs: [10.244.0.0/16]\n  serviceCIDRs: [10.96.0.0/16]\n',
    );
    await expect(page.locator(".cells")).toHaveCount(1);
    await page.locator(source).fill("");
    await expect(page.locator(".cells")).toHaveCount(0);
    await expect(page.getByText("The map appears when the ranges can be read.")).toBeVisible();
});

test("the version is slid by keyboard, and the plan follows", async ({ page }) => {
    await open(page);
    await openText(page);
    const slider = page.locator("#dsp-version");
    await slider.focus();
    await page.keyboard.press("Home");
    await expect(page.locator(source)).toHaveValue(/kubernetesVersion: "1\.16"/);
    await expect(slider).toBeFocused();
    await page.keyboard.press("ArrowRight");
    await expect(page.locator(source)).toHaveValue(/kubernetesVersion: "1\.17"/);
    await expect(slider).toHaveAttribute("aria-valuetext", "1.17");
});

test("Back and Forward go through views, and a link opens where it was copied", async ({ page, context }) => {
    await open(page);
    await show(page, "nodes");
    await show(page, "exports");
    await page.goBack();
    await expect(page.locator("#dsp-panel-nodes")).toBeVisible();
    await page.goBack();
    await expect(page.locator("#dsp-panel-overview")).toBeVisible();
    await page.goForward();
    await expect(page.locator("#dsp-panel-nodes")).toBeVisible();
    await page.locator("#dsp-field-metadata-name").fill("linked");
    await expect(page).toHaveURL(/#v1\..*&view=nodes$/);
    await page.getByRole("button", { name: "Zoom out" }).click();
    await expect(page).toHaveURL(/&view=nodes&at=10\.0\.0\.0\/8$/);
    const other = await context.newPage();
    await open(other, page.url());
    await expect(other.locator("#dsp-panel-nodes")).toBeVisible();
    await expect(other.locator(".crumbs strong").first()).toHaveText("10.0.0.0/8");
    await expect(other.locator("#dsp-field-metadata-name")).toHaveValue("linked");
});

test("the address names the view that is shown when typing has paused", async ({ page }) => {
    await page.clock.install();
    await open(page);
    await page.clock.pauseAt(Date.now() + 3_600_000);
    await page.locator("#dsp-field-metadata-name").fill("typed");
    await show(page, "nodes");
    await page.clock.runFor(1_000);
    await expect(page).toHaveURL(/#v1\..*&view=nodes$/);
});

for (const tag of ["en", "ja"]) {
    for (const scheme of ["light", "dark"] as const) {
        for (const width of [1280, 390, 320]) {
            test.describe(`in ${tag}, ${scheme}, ${width} px`, () => {
                test.use({ locale: tag, colorScheme: scheme, viewport: { width, height: 844 } });

                test("axe finds nothing on the map and beside it", async ({ page, checkAccessibility }) => {
                    await open(page);
                    await press(page, "IPv4", 200);
                    await expect(page.locator(inspector)).toContainText("10.244.200.0/24");
                    await page.locator(".map-as-rows > summary").click();
                    await checkAccessibility();
                    await expectNoSidewaysScrolling(page);
                    await page.locator(".map > header button").first().click();
                    await press(page, "IPv4", 33);
                    await expect(page.locator(inspector)).toContainText("10.33.0.0/16");
                    await checkAccessibility();
                    await expectNoSidewaysScrolling(page);
                });
            });
        }
    }
}
