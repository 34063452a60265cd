// The main tasks on the page, in a browser, by what a user sees.

import { readFileSync } from "node:fs";

import { expect, expectNoSidewaysScrolling, open, openText, test } from "./fixtures.js";

/** A link of every format that was ever shipped; none is ever removed or changed. */
const savedLinks = JSON.parse(readFileSync(new URL("links.json", import.meta.url), "utf8")) as {
    format: string;
    fragment: string;
    text: string;
}[];

const language = "#dsp-language";
const theme = "#dsp-theme";
const source = "#dsp-source";

test("the planner opens with a plan and its result", async ({ page }) => {
    await open(page);
    await expect(page.locator("html")).toHaveAttribute("lang", "en");
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    await expect(page.locator("#dsp-failure")).toBeHidden();
    await expect(page.locator("main")).toContainText("10.244.0.0/16");
});

test("the page allows nothing that is not its own", async ({ page }) => {
    await open(page);
    const policy = await page.locator('meta[http-equiv="Content-Security-Policy"]').getAttribute("content");
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("script-src 'self' 'wasm-unsafe-eval'");
    expect(policy).toContain("require-trusted-types-for 'script'; trusted-types dualstack-planner");
    expect(policy).not.toContain("unsafe-inline");
    expect(policy).not.toContain("'unsafe-eval'");
    const inlineStyles = await page.evaluate(() => document.querySelectorAll("[style]").length);
    expect(inlineStyles).toBe(0);
});

test("the language can be switched and is kept", async ({ page }) => {
    await open(page);
    const heading = page.getByRole("heading", { level: 1 });
    const english = (await heading.textContent()) ?? "";
    await page.locator(language).selectOption("ja");
    await expect(page.locator("html")).toHaveAttribute("lang", "ja");
    await expect(heading).not.toHaveText(english);
    await expect(page.locator("main")).toContainText("10.244.0.0/16");
    await page.reload();
    await expect(page.locator("html")).toHaveAttribute("lang", "ja");
});

test.describe("a browser in Japanese", () => {
    test.use({ locale: "ja-JP" });
    test("opens the planner in Japanese", async ({ page }) => {
        await open(page);
        await expect(page.locator("html")).toHaveAttribute("lang", "ja");
    });
});

test("the theme can be chosen and is kept", async ({ page }) => {
    await open(page);
    const brightness = () =>
        page.evaluate(() => {
            const canvas = document.createElement("canvas").getContext("2d");
            if (canvas === null) throw new Error("no canvas");
            canvas.fillStyle = getComputedStyle(document.documentElement).backgroundColor;
            canvas.fillRect(0, 0, 1, 1);
            return Math.max(...canvas.getImageData(0, 0, 1, 1).data.slice(0, 3));
        });
    await page.locator(theme).selectOption("light");
    await expect(page.locator("html")).toHaveAttribute("data-theme", "light");
    expect(await brightness()).toBeGreaterThan(200);
    await page.locator(theme).selectOption("dark");
    await expect(page.locator("html")).toHaveAttribute("data-theme", "dark");
    expect(await brightness()).toBeLessThan(80);
    await page.reload();
    await expect(page.locator("html")).toHaveAttribute("data-theme", "dark");
});

for (const { format, fragment, text } of savedLinks.filter(({ format }) => !format.startsWith("compare"))) {
    test(`a saved link of format ${format} opens its plan`, async ({ page }) => {
        await open(page, `#${fragment}`);
        await openText(page);
        await expect(page.locator(source)).toHaveValue(text);
    });
}

for (const { format, fragment, text } of savedLinks.filter(({ format }) => format.startsWith("compare"))) {
    test(`a saved link of format ${format} puts its plan beside the one that is there`, async ({ page }) => {
        await open(page, `#${fragment}`);
        await expect(page.locator("#dsp-compare-other")).toHaveValue(text);
        await expect(page.locator("#dsp-field-metadata-name")).toHaveValue("demo");
    });
}

test("what is typed comes back from the address bar", async ({ page, context }) => {
    await open(page);
    await openText(page);
    const text = (await page.locator(source).inputValue()).replace(/name: .*/, "name: typed-here");
    await page.locator(source).fill(text);
    await expect(page).toHaveURL(/#v1\../);
    await expect(page.getByText("typed-here").first()).toBeVisible();
    const other = await context.newPage();
    await open(other, page.url());
    await openText(other);
    await expect(other.locator(source)).toHaveValue(text);
});

test("a damaged link is said to be damaged and changes nothing", async ({ page }) => {
    await open(page);
    await openText(page);
    const before = await page.locator(source).inputValue();
    await page.evaluate(() => {
        location.hash = "#v1.AAAA";
    });
    await expect(page.locator(".notice")).toBeVisible();
    await expect(page.locator(source)).toHaveValue(before);
});

test("a plan that cannot be read leaves the page working", async ({ page }) => {
    await open(page);
    await openText(page);
    const before = await page.locator(source).inputValue();
    for (const broken of ["", ":", "{", "a: [1\nb: 2", "- \u0000", "kind: ClusterPlan\nkind: ClusterPlan\n"]) {
        await page.locator(source).fill(broken);
        await expect(page.locator("main")).toBeVisible();
    }
    await page.locator(source).fill(before);
    await expect(page.locator("main")).toContainText("10.244.0.0/16");
    await expect(page.locator("#dsp-failure")).toBeHidden();
});

for (const tag of ["en", "ja"]) {
    for (const scheme of ["light", "dark"] as const) {
        test.describe(`in ${tag}, ${scheme}`, () => {
            test.use({ locale: tag, colorScheme: scheme });

            test("axe finds nothing", async ({ page, checkAccessibility }) => {
                await open(page);
                await checkAccessibility();
            });

            test("at 320 px axe finds nothing and nothing scrolls sideways", async ({ page, checkAccessibility }) => {
                await page.setViewportSize({ width: 320, height: 640 });
                await open(page);
                await expectNoSidewaysScrolling(page);
                await checkAccessibility();
            });
        });
    }
}

test.describe("with forced colours", () => {
    test.use({ forcedColors: "active" });
    test("axe finds nothing", async ({ page, checkAccessibility }) => {
        await open(page);
        await checkAccessibility();
    });
});

test("the keyboard reaches every control, in order, and shows where it is", async ({ page }) => {
    await open(page);
    await openText(page);
    // The text is chosen; the keyboard starts at the top of the page again.
    await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
    await page.mouse.click(0, 0);
    const seen = new Set<string>();
    for (let step = 0; step < 200; step += 1) {
        await page.keyboard.press("Tab");
        const focused = await page.evaluate(() => {
            const element = document.activeElement;
            if (element === null || element === document.body) return null;
            // The ring may be around the box that holds the control.
            const ringed = (candidate: Element | null): boolean => {
                if (candidate === null || candidate === document.body) return false;
                const style = getComputedStyle(candidate);
                const ring = style.outlineStyle !== "none" && style.outlineWidth !== "0px";
                return ring || (candidate.matches(":focus-within") && ringed(candidate.parentElement));
            };
            const box = element.getBoundingClientRect();
            return {
                key: `${element.tagName}#${element.id}.${element.className} ${element.textContent?.slice(0, 30)}`,
                outlined: ringed(element),
                visible: box.width > 0 && box.height > 0,
            };
        });
        if (focused === null || seen.has(focused.key)) break;
        seen.add(focused.key);
        expect(focused.visible, focused.key).toBe(true);
        expect(focused.outlined, focused.key).toBe(true);
    }
    expect([...seen].some((key) => key.includes("dsp-language"))).toBe(true);
    expect([...seen].some((key) => key.includes("dsp-source") || key.includes("TEXTAREA"))).toBe(true);
});
