// The box for whatever people have: what is pasted, dropped or opened is read, shown, and changes nothing before its
// reader says so.

import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import type { Page } from "@playwright/test";

import { expect, expectNoSidewaysScrolling, open, openText, show, test } from "./fixtures.js";

const box = "#dsp-box";
const title = "#dsp-brought-title";
const source = "#dsp-source";

const KUBEADM = `apiVersion: kubeadm.k8s.io/v1beta3
kind: ClusterConfiguration
kubernetesVersion: v1.33.2
networking:
  podSubnet: 10.244.0.0/16,fd00:10:244::/56
  serviceSubnet: 10.96.0.0/16,fd00:10:96::/112
`;
const PROXY = "[Service]\nExecStart=/usr/bin/kube-proxy --cluster-cidr=10.99.0.0/16 --feature-gates=IPv6DualStack=true\n";
const DUMP = `apiVersion: v1
kind: List
items:
- {apiVersion: v1, kind: Service, metadata: {name: web}, spec: {clusterIP: 10.96.0.7, ports: [{port: 80}]}}
- {apiVersion: v1, kind: Service, metadata: {name: api}, spec: {clusterIP: 10.96.0.8, ports: [{port: 80}]}}
`;

/** Pastes as the keyboard does it, into what has the focus. */
async function paste(page: Page, text: string): Promise<void> {
    await page.evaluate((text) => {
        const data = new DataTransfer();
        data.setData("text/plain", text);
        const event = new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true });
        (document.activeElement ?? document.body).dispatchEvent(event);
    }, text);
}

/** Drops files or folders of the disk on the page. */
async function drop(page: Page, ...files: string[]): Promise<void> {
    const session = await page.context().newCDPSession(page);
    const data = { items: [], files, dragOperationsMask: 1 };
    for (const type of ["dragEnter", "dragOver", "drop"] as const) {
        await session.send("Input.dispatchDragEvent", { type, x: 200, y: 400, data });
    }
}

/** The plan as a text, by way of its own tab. */
async function planText(page: Page): Promise<string> {
    await openText(page);
    return page.locator(source).inputValue();
}

test("a configuration that is pasted anywhere is shown with the origin of every value, and becomes the plan when it is told to", async ({
    page,
}) => {
    await open(page);
    const before = await planText(page);
    await page.locator("#dsp-tab-view-map").focus();
    await paste(page, KUBEADM);
    await expect(page.locator(title)).toHaveText("1 piece read");
    await expect(page.locator(title)).toBeFocused();
    const brought = page.locator("#dsp-brought");
    await expect(brought.locator(".kinds")).toContainText("kubeadm");
    const row = brought.getByRole("row", { name: /spec\.podCIDRs/ });
    await expect(row).toContainText("10.244.0.0/16, fd00:10:244::/56");
    await expect(row).toContainText("line 5 networking.podSubnet");
    await expect(row).toContainText("configured");
    await expect(page.locator(source)).toHaveValue(before);
    await brought.getByRole("button", { name: "Make it my plan" }).click();
    await expect(page.locator(source)).toHaveValue(/distribution: kubeadm/);
    await expect(page.locator("#dsp-editor")).toBeFocused();
    await expect(page.locator(box)).toHaveValue("");
    await page.locator(".notice").getByRole("button", { name: "Undo" }).click();
    await expect(page.locator(source)).toHaveValue(before);
    await expect(page.locator("#dsp-editor")).toBeFocused();
});

test("what is pasted together is read piece by piece, without backticks", async ({ page }) => {
    await open(page);
    await paste(page, `${KUBEADM}---\n${PROXY}`);
    await expect(page.locator(title)).toHaveText("2 pieces read, 1 contradiction");
    const remarks = page.locator("#dsp-brought .remarks").first();
    await expect(remarks).toContainText("spec.podCIDRs is 10.244.0.0/16");
    await expect(page.locator("#dsp-brought .remarks code", { hasText: "spec.podCIDRs" }).first()).toBeVisible();
});

test("files that contradict each other are read together, and their start is checked", async ({ page }) => {
    const folder = mkdtempSync(join(tmpdir(), "dualstack-bring-"));
    try {
        mkdirSync(join(folder, "cluster", ".git"), { recursive: true });
        writeFileSync(join(folder, "cluster", "kubeadm.yaml"), KUBEADM);
        writeFileSync(join(folder, "cluster", "kube-proxy.service"), PROXY);
        writeFileSync(join(folder, "cluster", "picture.png"), Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0xff]));
        writeFileSync(join(folder, "cluster", ".git", "config"), "[core]\n");
        await open(page);
        await drop(page, join(folder, "cluster"));
        await expect(page.locator(title)).toContainText("1 contradiction");
        await expect(page.locator("#dsp-brought")).toContainText("cluster/kube-proxy.service:2");
        await expect(page.locator("#dsp-brought")).not.toContainText(".git");
        await page.getByRole("button", { name: "Only check the start" }).click();
        await expect(page.locator("#dsp-brought-check")).toBeFocused();
        await expect(page.locator("#dsp-brought")).toContainText("unrecognized feature gate: IPv6DualStack");
    } finally {
        rmSync(folder, { recursive: true });
    }
});

test("Open reads any file, opens a plan at once, and never empties the page", async ({ page }) => {
    await open(page);
    const before = await planText(page);
    const input = page.getByTestId("plan-file");
    await input.setInputFiles({ name: "kubeadm.yaml", mimeType: "", buffer: Buffer.from(KUBEADM) });
    await expect(page.locator(title)).toHaveText("1 piece read");
    await expect(page.locator(source)).toHaveValue(before);
    await input.setInputFiles({ name: "photo.jpg", mimeType: "", buffer: Buffer.from([0xff, 0xd8, 0xff, 0]) });
    await expect(page.locator("#dsp-brought")).toContainText("photo.jpg is not a text file");
    await expect(page.locator(source)).toHaveValue(before);
    const own = before.replace("name: demo", "name: mine");
    await input.setInputFiles({ name: "mine.yaml", mimeType: "", buffer: Buffer.from(own) });
    await expect(page.locator(source)).toHaveValue(own);
    await expect(page.locator(".notice")).toContainText("mine.yaml is open");
    // A dump of PowerShell is UTF-16.
    const utf16 = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(KUBEADM, "utf16le")]);
    await input.setInputFiles({ name: "dump.txt", mimeType: "", buffer: utf16 });
    await expect(page.locator(title)).toHaveText("1 piece read");
});

test("Services of a dump are added to the plan, once", async ({ page }) => {
    await open(page);
    await paste(page, DUMP);
    await expect(page.locator(title)).toHaveText("2 pieces read");
    await expect(page.getByRole("button", { name: "Make it my plan" })).toHaveCount(0);
    await page.getByRole("button", { name: "Add 2 objects to my plan" }).click();
    await expect(page.locator(".notice")).toContainText("1 object was added; 1 was there already and stays as it is");
    await expect(page.locator("#dsp-tab-view-services")).toBeFocused();
    await expect(page.getByRole("article", { name: "default/api" })).toBeVisible();
});

for (const [asked, answer] of [
    ["10.244.200.7", "the block of node 200"],
    ["10.96.0.10", "the cluster DNS has by convention"],
    ["10.96.0.1", "default/kubernetes"],
    ["10.96.200.1", "dynamic band of the Service range"],
    ["192.168.1.11", "is the address of the API server"],
    ["192.168.1.40", "a network of the nodes"],
    ["172.16.9.9", "keeps free for office"],
    ["[fd00:10:96::a]:53", "lies in the static band"],
    ["8.8.8.8", "is of no range of this plan"],
] as const) {
    test(`${asked} has an answer`, async ({ page }) => {
        await open(page);
        await page.locator(box).fill(asked);
        await page.locator(box).press("Enter");
        await expect(page.locator(title)).toContainText("Whose is");
        await expect(page.locator("#dsp-brought")).toContainText(answer);
    });
}

test("an address leads to the table of node blocks", async ({ page }) => {
    await open(page);
    await page.locator("#dsp-field-spec-cni").selectOption("calico");
    await page.locator(box).fill("10.244.200.7");
    await page.getByRole("button", { name: "Read", exact: true }).click();
    await expect(page.locator("#dsp-brought")).toContainText("pools of its own");
    await page.getByRole("button", { name: /among the node blocks/ }).click();
    await expect(page.locator("#dsp-tab-view-map")).toBeFocused();
    await expect(page.locator("tr[aria-current=true]")).toContainText("200");
});

test("full-width characters become ASCII, with a notice", async ({ page }) => {
    await open(page);
    await page.locator(box).fill("１０．２４４．２００．７");
    await page.locator(box).press("Enter");
    await expect(page.locator("#dsp-brought")).toContainText("the block of node 200");
    await expect(page.locator("#dsp-brought")).toContainText("Full-width characters became ASCII.");
    await expect(page.locator(box)).toHaveValue("10.244.200.7");
    const field = page.locator("#dsp-field-spec-podCIDRs-0");
    await field.fill("１０．２０．０．０／１６");
    await field.blur();
    await expect(field).toHaveValue("10.20.0.0/16");
    await expect(page.locator(".notice")).toContainText("Full-width characters became ASCII.");
    expect(await planText(page)).toContain("10.20.0.0/16");
});

test("sizes in a sentence become three plans, and one of them the plan", async ({ page }) => {
    await open(page);
    await page.locator(box).fill("300 nodes x 110 pods from 10.0.0.0/8");
    await page.locator(box).press("Enter");
    await expect(page.locator(title)).toHaveText("Plans from sizes");
    const card = (name: string) => page.getByRole("article", { name, exact: true });
    for (const [name, pods, services, room] of [
        ["Tight", "10.0.0.0/16", "10.1.0.0/22", "512 nodes, 110 pods each"],
        ["Roomy", "10.0.0.0/15", "10.2.0.0/20", "512 nodes, 110 pods each"],
        ["Room to double", "10.0.0.0/14", "10.4.0.0/20", "1024 nodes, 110 pods each"],
    ] as const) {
        await expect(card(name).getByText(pods, { exact: true }).last()).toBeVisible();
        await expect(card(name)).toContainText(services);
        await expect(card(name)).toContainText(room);
        // Both families, each with its nodes of today.
        await expect(card(name).locator("svg [data-use=pods-today]").first()).toBeVisible();
        await expect(card(name).locator(".twins svg")).toHaveCount(2);
    }
    await expect(card("Tight")).toContainText("CAP008");
    await expect(card("Roomy")).not.toContainText("CAP008");
    await card("Roomy").getByRole("button", { name: "Make it my plan: Roomy" }).click();
    await expect(page.locator("#dsp-editor")).toBeFocused();
    await expect(page.locator(title)).toHaveCount(0);
    const text = await planText(page);
    expect(text).toContain("count: 300");
    expect(text).toContain("max: 300");
    expect(text).toContain("10.0.0.0/15");
    await page.locator(".notice").getByRole("button", { name: "Undo" }).click();
    await expect(page.locator(source)).toHaveValue(/name: demo/);
});

test("a plan of sizes is compared with the plan that is there, and what does not fit says why", async ({ page }) => {
    await open(page);
    await page.locator(box).fill("300 nodes from 10.0.0.0/14");
    await page.locator(box).press("Enter");
    await expect(page.getByRole("region", { name: "Room to double" })).toContainText("no room for a IPv4 Service range of /20");
    await page.getByRole("button", { name: "Compare with my plan: Tight" }).click();
    await expect(page.locator("#dsp-tab-compare")).toHaveAttribute("aria-selected", "true");
    await expect(page.locator("#dsp-compare-other")).toHaveValue(/count: 300/);
    await page.locator(box).fill("300 nodes from 10.0.0.0/30");
    await page.locator(box).press("Enter");
    await expect(page.locator("#dsp-brought .card")).toHaveCount(1);
    await expect(page.locator("#dsp-brought")).toContainText("no room for");
});

test("each look at sizes draws its own prefix, which its plan keeps", async ({ page }) => {
    await open(page);
    const drawn = async () => {
        await page.locator(box).fill("20 nodes");
        await page.locator(box).press("Enter");
        const roomy = page.getByRole("article", { name: "Roomy", exact: true });
        return ((await roomy.locator(".facts").textContent()) ?? "").match(/fd[0-9a-f:]+?::/)?.[0] ?? "";
    };
    const first = await drawn();
    expect(first).toMatch(/^fd/);
    await page.keyboard.press("Escape");
    const second = await drawn();
    expect(second).not.toBe(first);
    await page.getByRole("button", { name: "Make it my plan: Tight" }).click();
    expect(await planText(page)).toContain(second);
});

test("a log line and a code lead to their rules", async ({ page }) => {
    await open(page);
    await page.locator(box).fill('service IP family "fd00:10:96::/112" must match public address family "192.168.1.11"');
    await page.locator(box).press("Control+Enter");
    await expect(page.locator("#dsp-brought").getByRole("article", { name: "ORD001" })).toBeVisible();
    await page.locator(box).fill("cap002");
    await page.locator(box).press("Enter");
    await expect(page.locator("#dsp-brought").getByRole("article", { name: "CAP002" })).toBeVisible();
    await page.locator(box).fill("zebras and elephants");
    await page.locator(box).press("Enter");
    await expect(page.locator("#dsp-brought")).toContainText("Paste the whole line as it was printed");
});

test("a link brings its plan, and replaces nothing by itself", async ({ page }) => {
    await open(page);
    const before = await planText(page);
    await page.locator(source).fill(before.replace("name: demo", "name: shared"));
    await expect(page).toHaveURL(/#v1\./);
    const link = page.url();
    await page.locator(source).fill(before);
    await page.locator("#dsp-tab-view-map").focus();
    await paste(page, link);
    await expect(page.locator(source)).toHaveValue(before);
    await page.getByRole("button", { name: "Make it my plan" }).click();
    await expect(page.locator(source)).toHaveValue(/name: shared/);
});

test("what is pasted into a field stays there, and several lines in the box are read with Ctrl+Enter", async ({ page }) => {
    await open(page);
    await page.locator("#dsp-field-metadata-name").focus();
    await paste(page, KUBEADM);
    await expect(page.locator("#dsp-brought")).toHaveCount(0);
    await page.locator(box).fill("kubelet --feature-gates=IPv6DualStack=true\nkube-proxy");
    await page.locator(box).press("Enter");
    await expect(page.locator(box)).toHaveValue(/\n.*\n|kube-proxy\n$/);
    await page.locator(box).press("Control+Enter");
    await expect(page.locator(title)).toContainText("read");
});

test("Escape closes what was found and keeps what was typed", async ({ page }) => {
    await open(page);
    await page.locator(box).fill("10.244.200.7");
    await page.locator(box).press("Enter");
    await expect(page.locator(title)).toBeFocused();
    await page.keyboard.press("Escape");
    await expect(page.locator(title)).toHaveCount(0);
    await expect(page.locator(box)).toBeFocused();
    await expect(page.locator(box)).toHaveValue("10.244.200.7");
    await page.keyboard.press("Enter");
    await page.locator("#dsp-brought").getByRole("button", { name: "Close" }).click();
    await expect(page.locator(box)).toBeFocused();
});

test("too much is refused with the way out, and the page goes on", async ({ page }) => {
    await open(page);
    await page.evaluate(() => {
        const data = new DataTransfer();
        data.setData("text/plain", "kind: Service\n---\n".repeat(900_000));
        document.body.dispatchEvent(new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true }));
    });
    await expect(page.locator(title)).toHaveText("That is too much for this page");
    await expect(page.locator("#dsp-brought")).toContainText("dualstack-planner import FILE");
    await page.keyboard.press("Escape");
    // Into a field, such a text would freeze the page.
    await openText(page);
    await page.locator(source).focus();
    await paste(page, "x: y\n".repeat(500_000));
    await expect(page.locator(title)).toHaveText("That is too much for this page");
});

test("a text that takes its time is announced as being read", async ({ page }) => {
    await open(page);
    const items = Array.from(
        { length: 2000 },
        (_, i) => `- {apiVersion: v1, kind: Service, metadata: {name: s${i}}, spec: {ports: [{port: 80}]}}\n`,
    ).join("");
    await page.evaluate(() => {
        const seen: string[] = [];
        Object.assign(window, { seen });
        new MutationObserver(() => {
            seen.push(document.querySelector("#dsp-brought [aria-busy]")?.textContent ?? "");
        }).observe(document.body, { childList: true, subtree: true });
    });
    await paste(page, `apiVersion: v1\nkind: List\nitems:\n${items}`);
    await expect(page.locator(title)).toHaveText("2000 pieces read");
    const seen = await page.evaluate(() => (window as unknown as { seen: string[] }).seen);
    expect(seen).toContain("Reading…");
});

test("the prefix that a fix draws is not everybody's, and stays the same for a plan", async ({ page, browser }) => {
    const offered = async (page: Page) => {
        await show(page, "diagnostics");
        const button = page.getByRole("listitem").filter({ hasText: "ADDR010" }).getByRole("button", { name: /fd[0-9a-f]{2}:/ });
        return (await button.first().textContent()) ?? "";
    };
    await open(page);
    const first = await offered(page);
    expect(first).toMatch(/fd[0-9a-f:]+\/48/);
    await page.locator("#dsp-tab-form").click();
    await page.locator("#dsp-field-metadata-name").fill("renamed");
    expect(await offered(page)).toBe(first);
    await page.reload();
    expect(await offered(page)).toBe(first);
    const context = await browser.newContext({ baseURL: new URL(page.url()).origin });
    const other = await context.newPage();
    await open(other);
    expect(await offered(other)).not.toBe(first);
    await context.close();
});

test.describe("the focus is never lost", () => {
    const focused = (page: Page) =>
        page.evaluate(() => {
            const element = document.activeElement;
            return element === document.body ? "body" : (element?.id ?? "");
        });

    test("after a fix in the form, in the list, and after the last of it", async ({ page }) => {
        await open(page);
        await page.locator("#dsp-field-spec-podCIDRs-0").fill("010.244.0.1/16");
        const fix = page.locator("#dsp-field-spec-podCIDRs-0-findings").getByRole("button").first();
        await fix.click();
        await expect(page.locator("#dsp-field-spec-podCIDRs-0")).toBeFocused();
        await show(page, "diagnostics");
        const fixes = page.locator("#dsp-panel-diagnostics li.finding button:not(.place)");
        for (let left = await fixes.count(); left > 0; left -= 1) {
            await fixes.first().click();
            await expect.poll(() => focused(page)).not.toBe("body");
            if ((await fixes.count()) === 0) break;
        }
    });

    test("after Remove", async ({ page }) => {
        await open(page);
        await page.getByRole("button", { name: "Remove: Secondary pod CIDR" }).click();
        await expect(page.locator("#dsp-field-spec-podCIDRs-0")).toBeFocused();
        await page.getByRole("button", { name: "Remove reserved network 1" }).click();
        await expect(page.locator("#dsp-reserve")).toBeFocused();
    });

    test("after a notice is dismissed", async ({ page }) => {
        await open(page);
        await page.evaluate(() => {
            location.hash = "#v1.AAAA";
        });
        await page.locator(".notice").getByRole("button", { name: "Dismiss" }).click();
        await expect(page.locator("#dsp-panel-overview")).toBeFocused();
    });

    test("after another view came from a link", async ({ page }) => {
        await open(page, "#exports");
        await page.locator("#dsp-target-filter").focus();
        await page.evaluate(() => {
            location.hash = "#nodes";
        });
        await expect(page.locator("#dsp-panel-nodes")).toBeFocused();
    });
});

for (const tag of ["en", "ja"]) {
    for (const scheme of ["light", "dark"] as const) {
        test.describe(`in ${tag}, ${scheme}`, () => {
            test.use({ locale: tag, colorScheme: scheme });

            test("axe finds nothing in what was found, at 320 px either", async ({ page, checkAccessibility }) => {
                await open(page);
                for (const text of [`${KUBEADM}---\n${PROXY}---\nsome: thing\n`, "10.244.200.7", "CAP002", "zebras", "300 nodes x 110 pods from 10.0.0.0/14"]) {
                    await page.locator(box).fill(text);
                    await page.locator(box).press("Control+Enter");
                    await expect(page.locator(title)).toBeVisible();
                    await expect(page.locator("#dsp-brought [role=status]")).toHaveCount(0);
                    await page.setViewportSize({ width: 1280, height: 900 });
                    await checkAccessibility();
                    await page.setViewportSize({ width: 320, height: 640 });
                    await expectNoSidewaysScrolling(page);
                    await checkAccessibility();
                }
            });
        });
    }
}

test.describe("in Japanese", () => {
    test.use({ locale: "ja-JP" });

    test("the box reads sizes and addresses as an input method gives them", async ({ page }) => {
        await open(page);
        await page.locator(box).fill("１０．０．０．０／８ から ３００ ノード × １１０ Ｐｏｄ");
        await page.locator(box).press("Enter");
        await expect(page.locator(title)).toHaveText("規模から作ったプラン");
        await expect(page.locator("#dsp-brought h3")).toHaveText(["最小限", "ゆとりあり", "倍増に備える"]);
        await page.locator(box).fill("１０。２４４。２００。７");
        await page.locator(box).press("Enter");
        await expect(page.locator("#dsp-brought")).toContainText("ノード 200 のブロックです");
        await page.locator(box).fill(KUBEADM);
        await page.locator(box).press("Control+Enter");
        await expect(page.locator(title)).toHaveText("1 件を読み取り");
        await expect(page.locator("#dsp-brought")).not.toContainText(/\b(configured|default of)\b/);
    });
});

test.describe("with forced colours", () => {
    test.use({ forcedColors: "active" });
    test("axe finds nothing in what was found", async ({ page, checkAccessibility }) => {
        await open(page);
        await paste(page, KUBEADM);
        await expect(page.locator(title)).toBeVisible();
        await checkAccessibility();
    });
});
