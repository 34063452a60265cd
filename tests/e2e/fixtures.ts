// What every page test stands on: a page that must not log an error, and an accessibility check.

import AxeBuilder from "@axe-core/playwright";
import { test as base, expect, type Page } from "@playwright/test";

export { expect };

interface Fixtures {
    /** Complaints that a test brings about itself. */
    expected: RegExp | undefined;
    /** Fails a test whose page logs an error, throws, breaks its Content-Security-Policy or asks another host. */
    quiet: void;
    /** Fails with every violation of WCAG 2.2 A and AA. */
    checkAccessibility: () => Promise<void>;
}

export const test = base.extend<Fixtures>({
    expected: [undefined, { option: true }],
    quiet: [
        async ({ page, baseURL, expected }, use) => {
            const complaints: string[] = [];
            page.on("console", (message) => {
                if (message.type() === "error" || /content security policy/i.test(message.text())) {
                    complaints.push(`console: ${message.text()}`);
                }
            });
            page.on("pageerror", (error) => complaints.push(`exception: ${error.message}`));
            page.on("request", (request) => {
                const url = request.url();
                if (!url.startsWith(baseURL ?? "") && !/^(data|blob|about):/.test(url)) {
                    complaints.push(`request to another host: ${url}`);
                }
            });
            page.on("requestfailed", (request) => {
                // What the page loads ahead of its being wanted ends with the page.
                if (request.failure()?.errorText === "net::ERR_ABORTED") return;
                complaints.push(`failed request: ${request.url()}`);
            });
            await use();
            expect(complaints.filter((complaint) => expected?.test(complaint) !== true)).toEqual([]);
        },
        { auto: true },
    ],
    checkAccessibility: async ({ page }, use) => {
        await use(async () => {
            const { violations } = await new AxeBuilder({ page })
                .withTags(["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"])
                .analyze();
            const found = violations.flatMap(({ id, help, nodes }) =>
                nodes.map((node) => `${id} (${help}): ${node.html}\n${node.failureSummary ?? ""}`),
            );
            expect(found).toEqual([]);
        });
    },
});

/** Opens the planner and waits until it has taken the place of the loading notice and has checked the plan. */
export async function open(page: Page, path = ""): Promise<void> {
    await page.goto(path);
    await expect(page.locator("#dsp-app .boot")).toHaveCount(0);
    await expect(page.locator("main")).toBeVisible();
    await expect(page.locator(".verdict")).not.toHaveAttribute("data-severity", "pending");
}

/** The view that each tab is in. */
const VIEWS: Record<string, string> = {
    overview: "map",
    nodes: "map",
    services: "services",
    versions: "change",
    "what-if": "change",
    exports: "files",
    components: "files",
    start: "files",
};

/** Shows a part of a view, or the findings, by its tab. */
export async function show(page: Page, tab: string): Promise<void> {
    const view = VIEWS[tab];
    if (view === undefined) {
        await page.locator(`#dsp-tab-${tab}`).click();
        return;
    }
    await page.locator(`#dsp-tab-view-${view}`).click();
    // The only one of its view has no tab of its own.
    if (tab !== "services") await page.locator(`#dsp-tab-${tab}`).click();
    await expect(page.locator(`#dsp-panel-${tab}`)).toBeVisible();
}

/** Shows the plan as text instead of the form. */
export async function openText(page: Page): Promise<void> {
    await page.getByRole("tab", { name: "YAML", exact: true }).click();
    await expect(page.locator("#dsp-source")).toBeVisible();
}

/** The page scrolls in one direction only. */
export async function expectNoSidewaysScrolling(page: Page): Promise<void> {
    const { wide, seen } = await page.evaluate(() => ({
        wide: document.documentElement.scrollWidth,
        seen: document.documentElement.clientWidth,
    }));
    expect(wide).toBeLessThanOrEqual(seen);
}
