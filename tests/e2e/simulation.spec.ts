// The view "What happens if…": everything by keyboard, and what a screen reader gets.

import type { Locator, Page } from "@playwright/test";

import { expect, expectNoSidewaysScrolling, open, show, test } from "./fixtures.js";

/** Opens the view by keyboard: each list of tabs is one stop, arrows move in it. */
async function openView(page: Page): Promise<void> {
    await open(page);
    await page.locator("#dsp-tab-view-map").focus();
    await page.keyboard.press("ArrowRight");
    await page.keyboard.press("ArrowRight");
    await page.keyboard.press("Tab");
    const wanted = page.locator("#dsp-tab-what-if");
    await page.keyboard.press("End");
    await expect(wanted).toBeFocused();
    await expect(page.locator("#dsp-sim-title")).toBeVisible();
}

/** Goes to an element with one key alone. */
async function tabTo(page: Page, wanted: Locator, key = "Tab"): Promise<void> {
    for (let step = 0; step < 60; step += 1) {
        if (await wanted.evaluate((element) => element === document.activeElement)) return;
        await page.keyboard.press(key);
    }
    await expect(wanted).toBeFocused();
}

const steps = (page: Page) => page.locator(".timeline > li");

test("a cluster is changed step by step with the keyboard alone, and steps are undone", async ({ page }) => {
    await openView(page);
    await expect(steps(page)).toHaveCount(1);
    await expect(steps(page).first()).toContainText("default/kubernetes");

    const kind = page.locator("#dsp-sim-kind");
    const text = page.locator("#dsp-sim-text");
    const button = page.locator("#dsp-sim-do");

    // What is proposed is a Service of the plan; another one can be written in its place.
    await tabTo(page, text);
    await expect(text).toHaveValue(/name: web/);
    await page.keyboard.press("Control+A");
    await page.keyboard.type(
        "{kind: Service, metadata: {name: both}, spec: {ipFamilyPolicy: RequireDualStack, ports: [{port: 80}]}}",
    );
    await tabTo(page, button);
    await page.keyboard.press("Enter");
    await expect(steps(page)).toHaveCount(2);
    await expect(steps(page).nth(1)).toContainText("stored");
    await expect(page.getByRole("status").filter({ hasText: "Step 1" })).toContainText("stored");

    // To single-stack: the Service keeps its second family and cannot be updated any more.
    await tabTo(page, kind, "Shift+Tab");
    await page.keyboard.type("Rem");
    await expect(kind).toHaveValue("remove-range");
    await tabTo(page, button);
    await page.keyboard.press("Enter");
    await expect(steps(page)).toHaveCount(3);
    await expect(steps(page).nth(2)).toContainText("Kubernetes 1.36, Service ranges 10.96.0.0/16");
    await expect(steps(page).nth(2)).toContainText("cannot be updated");

    // A patch that is refused leaves everything as it is, with the server's text.
    await tabTo(page, kind, "Shift+Tab");
    await page.keyboard.type("Pat");
    await expect(kind).toHaveValue("patch");
    await tabTo(page, text);
    await page.keyboard.press("Control+A");
    await page.keyboard.type("spec: {ports: []}");
    await tabTo(page, button);
    await page.keyboard.press("Enter");
    await expect(steps(page)).toHaveCount(4);
    await expect(steps(page).nth(3)).toContainText("refused");
    await expect(steps(page).nth(3)).toContainText("is invalid: ");

    // Undoing a step takes those after it along, and the focus is not lost.
    await tabTo(page, page.getByRole("button", { name: "Undo step 2 and the one after it" }));
    await page.keyboard.press("Enter");
    await expect(steps(page)).toHaveCount(2);
    await expect(button).toBeFocused();
    await expect(page.getByRole("status").filter({ hasText: "undone" })).toContainText("2 steps undone, 1 left");

    await tabTo(page, page.getByRole("button", { name: "Start over" }));
    await page.keyboard.press("Enter");
    await expect(steps(page)).toHaveCount(1);
    await expect(button).toBeFocused();
});

test("what cannot be a step is said beside the field", async ({ page }) => {
    await openView(page);
    await page.locator("#dsp-sim-text").fill("kind: Pod\n");
    await page.locator("#dsp-sim-do").press("Enter");
    await expect(page.locator("#dsp-sim-complaint")).toHaveText("this is no Service");
    await expect(page.locator("#dsp-sim-text")).toHaveAttribute("aria-invalid", "true");
    await expect(steps(page)).toHaveCount(1);
});

test("a change is marked line by line", async ({ page }) => {
    await openView(page);
    await page.locator("#dsp-sim-do").press("Enter");
    await page.locator("#dsp-sim-kind").selectOption("patch");
    const web = page.locator("#dsp-sim-subject option", { hasNotText: "default/kubernetes" }).first();
    await page.locator("#dsp-sim-subject").selectOption((await web.getAttribute("value")) ?? "");
    await page.locator("#dsp-sim-text").fill("spec:\n  sessionAffinity: ClientIP\n");
    await page.locator("#dsp-sim-do").press("Enter");
    const last = steps(page).last();
    await expect(last.locator("del")).toContainText(["-   sessionAffinity: None"]);
    await expect(last.locator("ins").filter({ hasText: "sessionAffinity: ClientIP" })).toHaveCount(1);
});

test("a manifest of another era is converted in the plan", async ({ page }) => {
    await open(page);
    await show(page, "services");
    const manifests = page.locator("#dsp-manifests");
    await manifests.fill("kind: Service # mine\nmetadata: {name: old}\nspec: {ipFamily: IPv6, ports: [{port: 80}]}\n");
    await page.getByRole("button", { name: "Convert default/old to the version of the plan" }).click();
    await expect(manifests).toHaveValue(/kind: Service # mine\n.*ipFamilyPolicy: SingleStack/s);
    await expect(page.locator(".conversion")).toHaveCount(0);
});

test("chosen Services get a policy at once, in the file and as lines for a cluster", async ({ page, checkAccessibility }) => {
    await open(page);
    await show(page, "services");
    const manifests = page.locator("#dsp-manifests");
    const service = (name: string, spec: string) => `kind: Service\nmetadata: {name: ${name}}\nspec: {${spec}ports: [{port: 80}]}\n`;
    await manifests.fill(
        [service("one", ""), service("two", "ipFamilyPolicy: SingleStack, "), service("out", "type: ExternalName, externalName: a.example, ")].join("---\n"),
    );
    const table = page.getByRole("region", { name: "All Services" });
    await expect(table.getByRole("row")).toHaveCount(4);
    await expect(table.getByRole("row", { name: /default\/one/ })).toContainText("SingleStack");
    await expect(table.getByRole("checkbox", { name: "Choose default/out" })).toBeDisabled();
    await page.getByRole("checkbox", { name: "Choose all" }).check();
    await page.getByRole("button", { name: "PreferDualStack" }).click();
    await expect(manifests).toHaveValue(/name: one}\nspec: {ports: \[{port: 80}\], ipFamilyPolicy: PreferDualStack}/);
    await expect(table.getByRole("row", { name: /default\/two/ })).toContainText("IPv4, IPv6");
    await expect(manifests).toHaveValue(/externalName: a\.example, ports/);
    await page.getByText("The same for a running cluster").click();
    await expect(page.locator(".bulk .listing pre")).toContainText(
        `kubectl patch service one --namespace default --type merge --patch '{"spec":{"ipFamilyPolicy":"PreferDualStack"}}'`,
    );
    await checkAccessibility();
    await page.locator("#dsp-bulk-filter").fill("two");
    await expect(table.getByRole("row")).toHaveCount(2);
});

for (const tag of ["en", "ja"]) {
    for (const scheme of ["light", "dark"] as const) {
        test.describe(`in ${tag}, ${scheme}`, () => {
            test.use({ locale: tag, colorScheme: scheme, viewport: { width: 320, height: 720 } });

            test("axe finds nothing in the view, and nothing scrolls sideways", async ({ page, checkAccessibility }) => {
                await openView(page);
                await page.locator("#dsp-sim-do").press("Enter");
                await page.locator("#dsp-sim-kind").selectOption("remove-range");
                await page.locator("#dsp-sim-do").press("Enter");
                await expect(steps(page)).toHaveCount(3);
                await checkAccessibility();
                await expectNoSidewaysScrolling(page);
            });
        });
    }
}
