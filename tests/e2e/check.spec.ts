// Room for nodes as an axis, the start-up check and the comparison of versions: by mouse, by keyboard, with axe.

import { expect, expectNoSidewaysScrolling, open, openText, show, test } from "./fixtures.js";

const source = "#dsp-source";
const handle = { v4: "#dsp-axis-handle-IPv4", v6: "#dsp-axis-handle-IPv6" };
const SINGLE_STACK = `apiVersion: kubeadm.k8s.io/v1beta4
kind: ClusterConfiguration
kubernetesVersion: 1.36.0
networking: {podSubnet: 10.244.0.0/16, serviceSubnet: 10.96.0.0/16}
`;
const tabs = ["start", "versions", "compare"];

test("the end of a bar moves by keyboard, and the plan text with it", async ({ page }) => {
    await open(page);
    await openText(page);
    const slider = page.locator(handle.v4);
    await expect(slider).toHaveAttribute("aria-valuenow", "24");
    await expect(slider).toHaveAttribute("aria-valuetext", "/24: room for 256 nodes");
    await slider.focus();
    await page.keyboard.press("ArrowRight");
    await expect(page.locator(source)).toHaveValue(/maskSizeIPv4: 25\n/);
    await expect(slider).toHaveAttribute("aria-valuetext", "/25: room for 512 nodes");
    await expect(slider).toBeFocused();
    await page.keyboard.press("Home");
    await expect(slider).toHaveAttribute("aria-valuenow", "16");
    await page.keyboard.press("End");
    await expect(slider).toHaveAttribute("aria-valuenow", "32");
    await page.keyboard.press("ArrowRight");
    await expect(slider).toHaveAttribute("aria-valuenow", "32");
});

test("the end of a bar can be dragged inside the legal window", async ({ page }) => {
    await open(page);
    await openText(page);
    const slider = page.locator(handle.v6);
    await page.locator(".axis").scrollIntoViewIfNeeded();
    const axis = await page.locator(".axis").boundingBox();
    const from = await slider.locator(".grip").boundingBox();
    if (axis === null || from === null) throw new Error("nothing is drawn");
    await page.mouse.move(from.x + from.width / 2, from.y + from.height / 2);
    await page.mouse.down();
    await page.mouse.move(axis.x + axis.width * 0.8, from.y, { steps: 5 });
    await page.mouse.move(axis.x + axis.width * 3, from.y, { steps: 5 });
    await page.mouse.up();
    await expect(slider).toHaveAttribute("aria-valuenow", "72");
    await expect(page.locator(source)).toHaveValue(/maskSizeIPv6: 72\n/);
    await page.mouse.move(axis.x, from.y);
    await expect(slider).toHaveAttribute("aria-valuenow", "72");
});

test("a mask can be typed and stepped, and its window is stated", async ({ page }) => {
    await open(page);
    await openText(page);
    const field = page.locator("#dsp-axis-mask-IPv4");
    await expect(page.locator("#dsp-axis-mask-IPv4-hint")).toContainText("/16–/32");
    await expect(page.locator("#dsp-axis-mask-IPv4-hint")).toContainText("/24–/25");
    await field.fill("26");
    await expect(page.locator(source)).toHaveValue(/maskSizeIPv4: 26\n/);
    await page.getByRole("button", { name: "IPv4: one bit less, fewer nodes" }).click();
    await expect(field).toHaveValue("25");
    await field.fill("8");
    await expect(field).toHaveAttribute("aria-invalid", "true");
    await page.getByRole("button", { name: "IPv4: one bit more, more nodes" }).click();
    await expect(field).toHaveValue("16");
});

test("planned Services fill the dynamic band first", async ({ page }) => {
    await open(page);
    await page.locator("#dsp-planned-services").fill("70000");
    await expect(page.getByText("4466 get no address").first()).toBeVisible();
    await page.locator("#dsp-planned-services").fill("65400");
    await expect(page.getByText("122 come from the static band").first()).toBeVisible();
});

test("the plan's own settings are checked until something is pasted", async ({ page }) => {
    await open(page);
    await show(page, "start");
    const verdict = page.locator(".check-verdict");
    await expect(verdict).toHaveText("All 5 components of the plan start with version 1.36.");
    await page.locator("#dsp-paste").fill("kubelet --feature-gates=IPv6DualStack=true");
    await expect(verdict).toHaveText("The component found would exit with version 1.36.");
    await expect(page.getByText("unrecognized feature gate: IPv6DualStack").first()).toBeVisible();
    await page.locator("#dsp-start-version").selectOption("1.20");
    await expect(verdict).toHaveText("The component found starts with version 1.20.");
    await page.locator("#dsp-paste").fill("nothing that is known");
    await expect(verdict).toContainText("No component is recognised");
    await page.getByRole("button", { name: "Clear" }).click();
    await expect(page.locator("#dsp-paste")).toBeFocused();
    await expect(verdict).toContainText("of the plan");
});

test("the printed line can be copied, and what was pasted survives a look elsewhere", async ({ page, context }) => {
    await context.grantPermissions(["clipboard-read", "clipboard-write"]);
    await open(page);
    await show(page, "start");
    await page.locator("#dsp-paste").fill("kube-controller-manager --allocate-node-cidrs --cluster-cidr=10.244.0.0/16,fd00::/48 --node-cidr-mask-size-ipv6=80");
    await page.getByRole("button", { name: "Copy KCM-13" }).click();
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    expect(copied).toBe("New CIDR set failed; the node CIDR size is too big");
    await show(page, "versions");
    await show(page, "start");
    await expect(page.locator("#dsp-paste")).toHaveValue(/node-cidr-mask-size-ipv6=80/);
});

test("the way from 1.16 to 1.36 is told with its reasons", async ({ page }) => {
    await open(page);
    await show(page, "versions");
    await page.locator("#dsp-version-from").selectOption("1.16");
    await page.locator("#dsp-version-to").selectOption("1.36");
    const proxy = page.getByRole("article", { name: "kube-proxy" });
    await expect(proxy).toContainText("IPv6DualStack=true");
    await expect(proxy).toContainText("is gone since 1.25");
    await expect(page.getByRole("article", { name: "kube-controller-manager" })).toContainText("--node-cidr-mask-size-ipv6");
    await page.locator("#dsp-changes-component").selectOption("kube-proxy");
    const rows = page.locator("table.changes tbody tr");
    await expect(rows.first()).toContainText("kube-proxy");
    await expect(page.locator("table.changes tbody")).not.toContainText("kubelet");
    await page.getByRole("button", { name: "Swap", exact: true }).click();
    await expect(page.locator("#dsp-version-from")).toHaveValue("1.36");
    await expect(page.locator("#dsp-version-to")).toHaveValue("1.16");
});

test("what runs is compared with the plan: each difference with its reach, and the way there in steps", async ({ page }) => {
    await open(page);
    await page.locator("#dsp-box").fill(SINGLE_STACK);
    await page.getByRole("button", { name: "Read", exact: true }).click();
    await page.getByRole("button", { name: "Compare with my plan" }).click();
    await expect(page.locator("#dsp-tab-view-change")).toBeFocused();
    const pods = page.locator(".difference", { hasText: "spec.podCIDRs" });
    await expect(pods).toContainText("fd00:10:244::/56");
    await expect(pods).toContainText("spec.podCIDRs: Forbidden: node updates may not change podCIDR");
    await expect(pods.locator(".tag")).toContainText("register 40 nodes anew");
    const steps = page.locator(".steps > li");
    await expect(steps.first()).toContainText("Step 1");
    expect(await steps.count()).toBeGreaterThan(5);
    await steps.first().getByText("What to do, how to check it").click();
    await expect(steps.first()).toContainText("$ ");
    await page.getByRole("button", { name: "Compare with the plan as it is now" }).click();
    await expect(page.locator(".difference")).toHaveCount(0);
    await page.locator("#dsp-field-spec-nodes-max").fill("200");
    await expect(page.locator(".difference")).toHaveCount(1);
    await page.locator("#dsp-compare-other").fill("zebra");
    await expect(page.getByText("This text gives no plan to compare with:")).toBeVisible();
});

test("the views are reached by arrow keys", async ({ page }) => {
    await open(page);
    await page.locator("#dsp-tab-view-map").focus();
    for (let press = 0; press < 3; press += 1) await page.keyboard.press("ArrowRight");
    await expect(page.locator("#dsp-tab-view-files")).toBeFocused();
    await page.keyboard.press("Tab");
    await expect(page.locator("#dsp-tab-exports")).toBeFocused();
    await page.keyboard.press("End");
    await expect(page.locator("#dsp-tab-start")).toBeFocused();
    await expect(page.locator("#dsp-paste")).toBeVisible();
    await page.locator("#dsp-tab-view-files").focus();
    await page.keyboard.press("ArrowLeft");
    await expect(page.locator("#dsp-compare-other")).toBeVisible();
});

for (const tag of ["en", "ja"]) {
    for (const scheme of ["light", "dark"] as const) {
        test.describe(`in ${tag}, ${scheme}`, () => {
            test.use({ locale: tag, colorScheme: scheme });
            for (const name of tabs) {
                test(`axe finds nothing in ${name}, at 320 px either`, async ({ page, checkAccessibility }) => {
                    await open(page);
                    await show(page, name);
                    if (name === "start") await page.locator("#dsp-paste").fill("kube-proxy --feature-gates=IPv6DualStack=true");
                    else if (name === "versions") await page.locator("#dsp-version-from").selectOption("1.16");
                    else await page.locator("#dsp-compare-other").fill(SINGLE_STACK);
                    await checkAccessibility();
                    await page.setViewportSize({ width: 320, height: 640 });
                    await expectNoSidewaysScrolling(page);
                    await checkAccessibility();
                });
            }
        });
    }
}
