// The view Exports: targets, files, what changed; and in Diagnostics the way from a log line to its rule.

import { readFileSync } from "node:fs";

import type { Page } from "@playwright/test";

import { expect, expectNoSidewaysScrolling, open, openText, show, test } from "./fixtures.js";

const target = (id: string) => `#dsp-target-${id}`;
const changes = "#dsp-tab-file-changes";

async function openView(page: Page): Promise<void> {
    await open(page, "#exports");
    await expect(page.locator("#dsp-exports-title")).toBeVisible();
}

const treeItem = (page: Page, name: string) => page.getByRole("treeitem", { name, exact: true });

/** Downloads and gives the bytes. */
async function downloaded(page: Page, click: () => Promise<void>): Promise<{ name: string; bytes: Buffer }> {
    const [download] = await Promise.all([page.waitForEvent("download"), click()]);
    return { name: download.suggestedFilename(), bytes: readFileSync(await download.path()) };
}

test("the address names the view, and the plan's distribution is chosen", async ({ page }) => {
    await openView(page);
    await expect(page.locator("#dsp-tab-exports")).toHaveAttribute("aria-selected", "true");
    await expect(page.locator(target("kubeadm"))).toBeChecked();
    await expect(page.locator("pre.code")).toContainText("kind: ClusterConfiguration");
    await page.evaluate(() => {
        location.hash = "#diagnostics";
    });
    await expect(page.locator("#dsp-tab-diagnostics")).toHaveAttribute("aria-selected", "true");
});

test("targets are found, chosen and left by keyboard", async ({ page }) => {
    await openView(page);
    await page.locator("#dsp-target-filter").fill("service resources zebra");
    await expect(page.locator(".target-groups")).toHaveCount(0);
    await page.locator("#dsp-target-filter").press("Escape");
    await page.locator("#dsp-target-filter").fill("kubelet-config");
    await expect(page.locator(".target")).toHaveCount(1);
    await page.locator(target("kubelet-config")).focus();
    await page.keyboard.press("Space");
    await expect(page.locator(target("kubelet-config"))).toBeChecked();
    await expect(page.locator(target("kubelet-config"))).toBeFocused();
    await expect(page.getByRole("status").filter({ hasText: "2 targets" })).toBeVisible();
    await page.getByRole("button", { name: "Choose none" }).click();
    await expect(page.getByRole("button", { name: "Choose none" })).toBeFocused();
    await expect(page.locator("[role=tree]")).toHaveCount(0);
    await expect(page.getByText("No target is chosen.")).toBeVisible();
});

test("a target that cannot write the plan says why, before it is chosen and after", async ({ page }) => {
    await openView(page);
    await page.locator("#dsp-field-spec-kubernetesVersion").selectOption("1.20");
    const row = page.locator(".target", { has: page.locator(target("servicecidr")) });
    await expect(row.locator(".tag")).toHaveText("refused");
    await page.locator(target("servicecidr")).check();
    const finding = page.locator(".target-findings .finding").filter({ hasText: "EXP002" });
    await expect(finding).toBeVisible();
    await finding.getByRole("button").click();
    await expect(page.locator("#dsp-field-spec-kubernetesVersion")).toBeFocused();
});

test("the tree of files follows the arrow keys", async ({ page }) => {
    await openView(page);
    await page.locator(target("static-pods")).check();
    await expect(treeItem(page, "static-pods")).toBeVisible();
    await treeItem(page, "init.yaml").focus();
    await page.keyboard.press("ArrowDown");
    await expect(treeItem(page, "join-control-plane.yaml")).toBeFocused();
    await page.keyboard.press("ArrowDown");
    await expect(treeItem(page, "join.yaml")).toBeFocused();
    await expect(treeItem(page, "join.yaml")).toHaveAttribute("aria-selected", "true");
    await expect(page.locator("pre.code")).toContainText("kind: JoinConfiguration");
    await page.keyboard.press("ArrowLeft");
    await expect(treeItem(page, "kubeadm")).toBeFocused();
    await page.keyboard.press("ArrowLeft");
    await expect(treeItem(page, "kubeadm")).toHaveAttribute("aria-expanded", "false");
    await expect(treeItem(page, "join.yaml")).toHaveCount(0);
    await expect(treeItem(page, "kubeadm")).toBeFocused();
    await page.keyboard.press("s");
    await expect(treeItem(page, "static-pods")).toBeFocused();
    await page.keyboard.press("Tab");
    await expect(page.locator("[role=tree] :focus")).toHaveCount(0);
});

test("colours leave the text as it is: shown, copied and downloaded are the same", async ({ page, context }) => {
    await context.grantPermissions(["clipboard-read", "clipboard-write"]);
    await openView(page);
    const shown = await page.locator("pre.code").textContent();
    await expect(page.locator("pre.code .tok-key").first()).toBeVisible();
    await page.getByRole("button", { name: "Copy kubeadm/init.yaml" }).click();
    await expect(page.locator(".notice")).toBeVisible();
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(shown);
    const { name, bytes } = await downloaded(page, () => page.getByRole("button", { name: "Download kubeadm/init.yaml" }).click());
    expect(name).toBe("init.yaml");
    expect(bytes.toString("utf8")).toBe(shown);
});

test("the same plan gives the same zip, and later changes are shown against it", async ({ page }) => {
    await openView(page);
    const button = page.getByRole("button", { name: "Download as zip" });
    const first = await downloaded(page, () => button.click());
    expect(first.name).toBe("demo.zip");
    expect(first.bytes.subarray(0, 4)).toEqual(Buffer.from("PK\u0003\u0004"));
    expect(first.bytes.includes("kubeadm/join.yaml")).toBe(true);
    await page.locator(changes).click();
    await expect(page.getByText("what it was when it was exported last")).toBeVisible();
    await openText(page);
    const text = await page.locator("#dsp-source").inputValue();
    await page.locator("#dsp-source").fill(text.replace("10.244.0.0/16", "10.200.0.0/16"));
    await expect(page.locator(".diff ins").filter({ hasText: "podSubnet: 10.200.0.0/16" })).toBeVisible();
    await expect(page.locator(".diff del").filter({ hasText: "podSubnet: 10.244.0.0/16" })).toBeVisible();
    await expect(page.getByRole("treeitem", { name: /^init\.yaml/ })).toContainText("changed");
    // What was exported outlives the page.
    await page.reload();
    await show(page, "exports");
    await page.locator(changes).click();
    await expect(page.locator(".diff ins").first()).toBeVisible();
    await page.getByRole("button", { name: "Forget what was exported" }).click();
    await expect(page.locator(changes)).toBeFocused();
    await expect(page.getByText("was not exported from this browser yet")).toBeVisible();
    await openText(page);
    await page.locator("#dsp-source").fill(text);
    await expect(page.getByRole("treeitem", { name: "init.yaml", exact: true })).toBeVisible();
    await page.locator("#dsp-tab-file-text").click();
    await expect(page.locator("pre.code")).toContainText("10.244.0.0/16");
    const second = await downloaded(page, () => button.click());
    expect(second.bytes.equals(first.bytes)).toBe(true);
});

test("a plan that cannot be read has no exports, and they come back with it", async ({ page }) => {
    await openView(page);
    await openText(page);
    const text = await page.locator("#dsp-source").inputValue();
    await page.locator("#dsp-source").fill("{");
    await expect(page.getByText("The exports appear when the plan can be read.")).toBeVisible();
    await page.locator("#dsp-source").fill(text);
    await expect(page.locator("pre.code")).toContainText("kind: ClusterConfiguration");
});

test("at 1280 px the tabs stand in one row, all of them in view", async ({ page }) => {
    for (const tag of ["en", "ja"]) {
        await open(page);
        await page.locator("#dsp-language").selectOption(tag);
        await expect(page.locator("html")).toHaveAttribute("lang", tag);
        const list = page.locator("#dsp-results > [role=tablist]");
        const { wide, seen } = await list.evaluate((element) => ({ wide: element.scrollWidth, seen: element.clientWidth }));
        expect(wide, tag).toBeLessThanOrEqual(seen);
        const tops = await list.getByRole("tab").evaluateAll((tabs) => tabs.map((tab) => tab.getBoundingClientRect().top));
        expect(new Set(tops).size, tag).toBe(1);
    }
});

test("a pasted line leads to its rule", async ({ page }) => {
    await open(page, "#diagnostics");
    const field = page.locator("#dsp-explain");
    await field.fill(
        'E0711 10:00:00.1 1 run.go:74] "command failed" err="service IP family \\"fd00:10:96::/112\\" must match public address family \\"192.168.1.11\\""',
    );
    const rule = page.getByRole("article", { name: "ORD001" });
    await expect(page.getByRole("status").filter({ hasText: "1 rule found: ORD001" })).toBeVisible();
    await expect(rule.getByRole("row", { name: "address 192.168.1.11" })).toBeVisible();
    await expect(rule).toContainText("This plan does not have it.");
    await expect(rule.getByRole("link", { name: "Page of the rule ORD001" })).toHaveAttribute("href", /ORD001/);
    await field.fill("everything is fine");
    await expect(page.getByRole("status").filter({ hasText: "No rule is about this text." })).toBeVisible();
    await page.getByRole("button", { name: "Clear" }).click();
    await expect(field).toBeFocused();
});

test("a code leads to its finding in the plan and to the fix of it", async ({ page }) => {
    await open(page, "#diagnostics");
    await page.locator("#dsp-explain").fill("addr010");
    const rule = page.getByRole("article", { name: "ADDR010" });
    await expect(rule).toContainText("This plan has it.");
    await rule.getByRole("button", { name: "Go to the finding ADDR010" }).click();
    await expect(page.locator("#dsp-finding-ADDR010")).toBeFocused();
    await expect(page.locator("#dsp-finding-ADDR010").getByRole("button")).not.toHaveCount(0);
});

test("what to check on the machines follows the plan", async ({ page }) => {
    await open(page, "#diagnostics");
    const list = page.getByRole("region", { name: "To check on the machines" });
    await expect(list).toContainText("sysctl net.ipv6.conf.all.forwarding");
    await openText(page);
    const text = await page.locator("#dsp-source").inputValue();
    await page.locator("#dsp-source").fill(text.replace(/, "fd00[^"]*"/g, ""));
    await show(page, "diagnostics");
    await expect(list).toContainText("sysctl net.ipv4.ip_forward");
    await expect(list).not.toContainText("net.ipv6");
});

test("nodes are counted from 0, as on the command line", async ({ page }) => {
    await open(page, "#nodes");
    await expect(page.locator("#dsp-panel-nodes table.data tbody th").first()).toHaveText("0");
    await page.locator("#dsp-node-find").fill("10.244.30.9");
    await expect(page.locator("#dsp-node-found")).toContainText("belongs to node 30");
    await expect(page.locator("tr[aria-current=true] th")).toHaveText("30");
    await page.locator("#dsp-node-find").fill("255");
    await expect(page.locator("tr[aria-current=true]")).toContainText("10.244.255.0/24");
    await page.locator("#dsp-node-find").fill("256");
    await expect(page.locator("#dsp-node-found")).toContainText("there is no such node");
});

// One run of axe over the list of all targets takes seconds, so each test has one.
const sizes = [
    ["wide", { width: 1280, height: 720 }],
    ["at 320 px", { width: 320, height: 640 }],
] as const;

for (const tag of ["en", "ja"]) {
    for (const scheme of ["light", "dark"] as const) {
        test.describe(`in ${tag}, ${scheme}`, () => {
            test.use({ locale: tag, colorScheme: scheme });

            for (const [size, viewport] of sizes) {
                test.describe(size, () => {
                    test.use({ viewport });

                    test("axe finds nothing in the exports", async ({ page, checkAccessibility }) => {
                        await openView(page);
                        for (const id of ["static-pods", "services", "servicecidr", "flags"]) await page.locator(target(id)).check();
                        await expect(page.locator("[role=treeitem]")).not.toHaveCount(3);
                        await expectNoSidewaysScrolling(page);
                        await checkAccessibility();
                    });

                    test("axe finds nothing in the changes since a download", async ({ page, checkAccessibility }) => {
                        await openView(page);
                        await page.getByRole("button", { name: "zip" }).click();
                        await page.locator("#dsp-field-spec-nodes-maxPods").fill("100");
                        await page.locator("#dsp-field-spec-kubernetesVersion").selectOption("1.30");
                        await page.locator(changes).click();
                        await expect(page.locator(".diff")).toBeVisible();
                        await expectNoSidewaysScrolling(page);
                        await checkAccessibility();
                    });

                    test("axe finds nothing in the explanations and the checklist", async ({ page, checkAccessibility }) => {
                        await open(page, "#diagnostics");
                        await page.locator("#dsp-explain").fill("ADDR010 ORD001 CAP002");
                        await expect(page.getByRole("article")).toHaveCount(3);
                        for (const details of await page.locator("article details > summary").all()) await details.click();
                        await expectNoSidewaysScrolling(page);
                        await checkAccessibility();
                    });
                });
            }
        });
    }
}
