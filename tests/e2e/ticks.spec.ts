// What is done of a migration is ticked off: by mouse and by keyboard, and it stays with the plan's link, through a reload and
// steps back, in kept plans, and with its own step when the plan is edited.

import { type Page } from "@playwright/test";

import { expect, expectNoSidewaysScrolling, open, show, test } from "./fixtures.js";

const other = "#dsp-compare-other";
const OLD = `kind: ClusterPlan
metadata: {name: demo}
spec: {kubernetesVersion: "1.35", distribution: kubeadm, cni: flannel, podCIDRs: [10.244.0.0/16], serviceCIDRs: [10.96.0.0/16], nodes: {count: 40}}
`;
const NEW = `apiVersion: dualstack-planner/v1
kind: ClusterPlan
metadata: {name: demo}
spec:
  kubernetesVersion: "1.36"
  distribution: kubeadm
  cni: flannel
  podCIDRs: [10.244.0.0/15]
  serviceCIDRs: [10.96.0.0/16]
  nodes: {count: 40}
`;
const steps = (page: Page) => page.locator(".steps > li");
const box = (page: Page, step: string) => page.locator(`[id="dsp-step-${step}-box"]`);
const stepLine = (page: Page) => page.locator("section[aria-labelledby=dsp-steps-title] .done-so-far [role=status]");
const differenceLine = (page: Page) => page.locator("section[aria-labelledby=dsp-diff-title] .done-so-far [role=status]");

/** Shows the way from the older plan to the newer one. */
async function compare(page: Page): Promise<number> {
    await open(page);
    await page.locator("#dsp-box").fill(NEW);
    await page.getByRole("button", { name: "Read", exact: true }).click();
    await page.getByRole("button", { name: "Make it my plan" }).click();
    await show(page, "compare");
    await page.locator(other).fill(OLD);
    await expect(steps(page).first()).toBeVisible();
    return steps(page).count();
}

test("steps and differences are ticked off, and what is done is said", async ({ page }) => {
    const count = await compare(page);
    await expect(stepLine(page)).toHaveText(`0 of ${count} steps done`);
    await box(page, "controller-manager").check();
    await expect(stepLine(page)).toHaveText(`1 of ${count} steps done`);
    await expect(box(page, "controller-manager")).toHaveAccessibleName(/^Done Step \d+ /);
    const pods = page.locator(".difference", { hasText: "spec.podCIDRs" }).getByRole("checkbox");
    await expect(pods).toHaveAccessibleName("Dealt with spec.podCIDRs");
    await pods.check();
    await expect(differenceLine(page)).toHaveText(/^1 of \d+ differences dealt with$/);
    await pods.uncheck();
    await expect(differenceLine(page)).toHaveText(/^0 of /);
    await expect(stepLine(page)).toHaveText(`1 of ${count} steps done`);
});

test("a tick survives a reload, steps back and forward, and opens with the link elsewhere", async ({ page, browser, baseURL }) => {
    const count = await compare(page);
    await box(page, "kube-proxy").check();
    await expect(page).toHaveURL(/#v1\.[\w-]+&view=compare&way=1\.[\w-]+\.[\w-]{8}$/);
    await page.reload();
    await expect(box(page, "kube-proxy")).toBeChecked();
    await expect(page.locator(other)).toHaveValue(OLD);
    await show(page, "services");
    await expect(page).toHaveURL(/view=services/);
    await show(page, "compare");
    await box(page, "controller-manager").check();
    // To where the second one was not ticked off yet, and forward again.
    await page.goBack();
    await expect(page.locator("#dsp-tab-view-services")).toHaveAttribute("aria-selected", "true");
    await page.goBack();
    await expect(stepLine(page)).toHaveText(`2 of ${count} steps done`);
    await page.goForward();
    await page.goForward();
    await expect(box(page, "controller-manager")).toBeChecked();
    await expect(box(page, "kube-proxy")).toBeChecked();
    await expect(page).toHaveURL(/&way=1\.[\w-]+\.[\w-]{16}$/);
    const context = await browser.newContext({ baseURL: baseURL ?? "", serviceWorkers: "block", locale: "en-US" });
    const reader = await context.newPage();
    await open(reader, page.url());
    await expect(stepLine(reader)).toHaveText(`2 of ${count} steps done`);
    await expect(box(reader, "controller-manager")).toBeChecked();
    await expect(box(reader, "plugin")).not.toBeChecked();
    await context.close();
});

test("a tick that was made right before a reload is there", async ({ page }) => {
    await compare(page);
    await box(page, "kube-proxy").check();
    await page.reload();
    await expect(box(page, "kube-proxy")).toBeChecked();
});

test("a step that goes takes its tick along, and the others keep theirs", async ({ page }) => {
    const count = await compare(page);
    await box(page, "control-plane-1.36").check();
    await box(page, "controller-manager").check();
    await expect(stepLine(page)).toHaveText(`2 of ${count} steps done`);
    await page.locator(other).fill(OLD.replace('"1.35"', '"1.36"'));
    await expect(box(page, "control-plane-1.36")).toHaveCount(0);
    await expect(box(page, "controller-manager")).toBeChecked();
    const left = await steps(page).count();
    expect(left).toBeLessThan(count);
    await expect(stepLine(page)).toHaveText(`1 of ${left} steps done`);
    // The next tick forgets what is gone.
    await box(page, "kube-proxy").check();
    await expect(page).toHaveURL(/&way=1\.[\w-]+\.[\w-]{16}$/);
});

test("a step that does something else now is not done any more, and says so", async ({ page }) => {
    await compare(page);
    await box(page, "controller-manager").check();
    await page.locator(other).fill(OLD.replace("10.244.0.0/16", "10.244.0.0/17"));
    await expect(box(page, "controller-manager")).not.toBeChecked();
    await expect(box(page, "controller-manager")).toHaveAccessibleDescription(/has changed since/);
    await page.locator(other).fill(OLD);
    await expect(box(page, "controller-manager")).toBeChecked();
});

test("a kept plan keeps its ticks, and another plan has its own", async ({ page, context }) => {
    await compare(page);
    await box(page, "kube-proxy").check();
    await page.locator(".offer").getByRole("button", { name: "Keep", exact: true }).click();
    await expect(page.locator(".notice")).toContainText("is kept in this browser");
    await box(page, "plugin").check();
    await expect(page).toHaveURL(/\.[\w-]{16}$/);
    await page.close();
    const later = await context.newPage();
    await open(later);
    await show(later, "compare");
    await expect(box(later, "kube-proxy")).toBeChecked();
    await expect(box(later, "plugin")).toBeChecked();
    await expect(later.locator(other)).toHaveValue(OLD);
});

test("two tabs with the same kept plan have the same ticks", async ({ page, context }) => {
    await compare(page);
    await page.locator(".offer").getByRole("button", { name: "Keep", exact: true }).click();
    await expect(page.locator(".notice")).toContainText("is kept in this browser");
    await box(page, "kube-proxy").check();
    const second = await context.newPage();
    await open(second);
    await show(second, "compare");
    await expect(box(second, "kube-proxy")).toBeChecked();
    await second.locator("#dsp-step-plugin-box").check();
    await expect(box(page, "plugin")).toBeChecked();
});

test("what a link says of ticks and cannot be read is said", async ({ page }) => {
    await open(page, "#view=compare&way=1.!!!");
    await expect(page.getByText("What this link says of the comparison is damaged.")).toBeVisible();
    await page.goto("about:blank");
    await open(page, "#view=compare&way=7.abc");
    await expect(page.getByText("was written by a later version")).toBeVisible();
    await page.locator(other).fill(OLD);
    await expect(page.locator(".differences")).toBeVisible();
});

test("boxes are ticked by keyboard alone", async ({ page }) => {
    const count = await compare(page);
    await box(page, "plugin").focus();
    await page.keyboard.press("Space");
    await expect(box(page, "plugin")).toBeChecked();
    await expect(box(page, "plugin")).toBeFocused();
    await expect(stepLine(page)).toHaveText(`1 of ${count} steps done`);
    await page.keyboard.press("Space");
    await expect(stepLine(page)).toHaveText(`0 of ${count} steps done`);
});

for (const tag of ["en", "ja"]) {
    for (const scheme of ["light", "dark"] as const) {
        test.describe(`in ${tag}, ${scheme}`, () => {
            test.use({ locale: tag, colorScheme: scheme });
            test("axe finds nothing with ticks, at 390 and 320 px either", async ({ page, checkAccessibility }) => {
                await open(page);
                await show(page, "compare");
                await page.locator(other).fill(OLD);
                await steps(page).first().getByRole("checkbox").check();
                await expect(stepLine(page)).toHaveText(tag === "en" ? /^1 of \d+ steps done$/ : /^手順 \d+ 件中 1 件が完了$/);
                for (const width of [1280, 390, 320]) {
                    await page.setViewportSize({ width, height: 800 });
                    await expectNoSidewaysScrolling(page);
                    await checkAccessibility();
                }
            });
        });
    }
}
