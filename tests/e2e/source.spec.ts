// The plan as a text, however long it is; and the sentence that tells what a field does.

import { readFileSync } from "node:fs";

import type { Page } from "@playwright/test";

import { expect, open, openText, test } from "./fixtures.js";

const source = "#dsp-source";

/** The example with so many Services behind it, about 100 bytes each. */
async function withServices(page: Page, count: number): Promise<string> {
    await openText(page);
    const plan = await page.locator(source).inputValue();
    const service = (number: number) =>
        `---\napiVersion: v1\nkind: Service\nmetadata:\n  name: s${number}\nspec:\n  ports:\n    - port: 80\n  selector:\n    app: s${number}\n`;
    return plan + Array.from({ length: count }, (_, number) => service(number)).join("");
}

async function openFile(page: Page, text: string): Promise<void> {
    await page.getByTestId("plan-file").setInputFiles({ name: "large.yaml", mimeType: "", buffer: Buffer.from(text) });
}

test("a long plan is edited in parts, each with its line numbers", async ({ page, checkAccessibility }) => {
    await open(page);
    const text = await withServices(page, 600);
    await openFile(page, text);
    const parts = page.getByRole("navigation", { name: "Pages" });
    const count = text.split("\n").length - 1;
    await expect(parts).toContainText(`Lines 1 to 1000 of ${count}`);
    await checkAccessibility();
    await parts.getByRole("button", { name: "Next" }).click();
    await expect(parts).toContainText(`Lines 1001 to 2000 of ${count}`);
    await expect(page.locator("#dsp-line-1001")).toBeVisible();
    await expect(page.locator("#dsp-line-1")).toHaveCount(0);
    const lines = text.split("\n").slice(1000, 2000);
    await expect(page.locator(source)).toHaveValue(`${lines.join("\n")}\n`);
    // What is typed stands in its place; the part goes on being shown and the caret stays.
    await page.locator(source).evaluate((area: HTMLTextAreaElement) => area.setSelectionRange(0, 0));
    await page.locator(source).pressSequentially("# mine\n");
    await expect(page.locator(source)).toHaveValue(`# mine\n${lines.join("\n")}\n`);
    expect(await page.locator(source).evaluate((area: HTMLTextAreaElement) => area.selectionStart)).toBe(7);
    await parts.getByRole("button", { name: "Previous" }).click();
    await expect(page.locator(source)).toHaveValue(`${text.split("\n").slice(0, 1000).join("\n")}\n`);
    await parts.getByRole("button", { name: "Last" }).click();
    await expect(parts).toContainText(`to ${count + 1} of ${count + 1}`);
    const [download] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name: "Download", exact: true }).click()]);
    const saved = readFileSync(await download.path(), "utf8").split("\n");
    expect(saved[1000]).toBe("# mine");
    expect(saved).toHaveLength(count + 2);
});

test("a finding in a long plan leads to its line, and undo shows the part again", async ({ page }) => {
    await open(page);
    const text = (await withServices(page, 400)) + "---\napiVersion: v1\nkind: Service\nmetadata: {name: last}\nspec: {ipFamilyPolicy: SingleStack, ipFamilies: [IPv4, IPv6], ports: [{port: 80}]}\n";
    await openFile(page, text);
    await page.locator("#dsp-tab-diagnostics").click();
    const finding = page.locator("li.finding").filter({ hasText: "SVC003" });
    await finding.locator("button.place").click();
    await expect(page.locator(source)).toBeFocused();
    const line = await page.locator(source).evaluate((area: HTMLTextAreaElement) => {
        const start = area.value.lastIndexOf("\n", area.selectionStart - 1) + 1;
        return area.value.slice(start, area.value.indexOf("\n", area.selectionStart));
    });
    expect(line).toContain("ipFamilyPolicy: SingleStack");
});

test("sixteen mebibytes never freeze the text box: they are refused with the way out", async ({ page }) => {
    await open(page);
    await openText(page);
    const before = await page.locator(source).inputValue();
    // A program that fills the field, as an extension does.
    await page.locator(source).evaluate((area: HTMLTextAreaElement) => {
        area.value = `kind: ClusterPlan\n${"# sixteen mebibytes\n".repeat(840_000)}`;
        area.dispatchEvent(new InputEvent("input", { bubbles: true }));
    });
    await expect(page.locator("#dsp-brought-title")).toHaveText("That is too much for this page");
    await expect(page.locator("#dsp-brought")).toContainText("It has 16.0 MiB");
    await expect(page.locator("#dsp-brought")).toContainText("dualstack-planner import FILE");
    await expect(page.locator(source)).toHaveValue(before);
    await page.keyboard.press("Escape");
    // Dropped into the field.
    await page.locator(source).evaluate((area) => {
        const data = new DataTransfer();
        data.setData("text/plain", "x: y\n".repeat(3_000_000));
        area.dispatchEvent(new DragEvent("drop", { dataTransfer: data, bubbles: true, cancelable: true }));
    });
    await expect(page.locator("#dsp-brought-title")).toHaveText("That is too much for this page");
    await expect(page.locator(source)).toHaveValue(before);
    await page.keyboard.press("Escape");
    // A link that unpacks to more than a plan may be.
    await page.evaluate(async () => {
        const stream = new Blob(["# ".repeat(2_000_000)]).stream().pipeThrough(new CompressionStream("deflate-raw"));
        const bytes = new Uint8Array(await new Response(stream).arrayBuffer());
        let binary = "";
        for (const byte of bytes) binary += String.fromCharCode(byte);
        location.hash = `#v1.${btoa(binary).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "")}`;
    });
    await expect(page.locator(".notice")).toContainText("more than the planner reads");
    await expect(page.locator(source)).toHaveValue(before);
});

for (const { tag, pods, services } of [
    { tag: "en", pods: "110", services: "10.96.0.1" },
    { tag: "ja", pods: "110", services: "10.96.0.1" },
]) {
    test.describe(`in ${tag}`, () => {
        test.use({ locale: tag });

        test("the sentence marks what the field in focus decides", async ({ page, checkAccessibility }) => {
            await open(page);
            const marks = page.locator(".summary mark");
            await expect(marks).toHaveCount(0);
            await page.locator("#dsp-field-spec-nodes-maxPods").focus();
            await expect(marks).toHaveText([pods]);
            await expect(page.locator(".sentence[data-told]")).toHaveCount(1);
            await checkAccessibility();
            await page.locator("#dsp-field-spec-serviceCIDRs-0").focus();
            await expect(marks.filter({ hasText: services }).first()).toBeVisible();
            await expect(page.locator(".sentence").first()).not.toHaveAttribute("data-told");
            await page.locator("#dsp-field-spec-podCIDRs-0").focus();
            await expect(marks.filter({ hasText: "256" }).first()).toBeVisible();
            await page.locator("#dsp-tab-view-map").focus();
            await expect(marks).toHaveCount(0);
            // What is looked at on the map is told of as its field is.
            await page.locator(".cells").first().click({ position: { x: 12, y: 12 } });
            await expect(marks.filter({ hasText: "256" }).first()).toBeVisible();
        });
    });
}
