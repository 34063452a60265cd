// Nothing that is typed leaves the page, and nothing of others gets in: every request is seen, and the policies are enforced.

import { readFileSync, readdirSync } from "node:fs";
import { join, relative, sep } from "node:path";
import { fileURLToPath } from "node:url";

import type { Page } from "@playwright/test";

import { expect, open, openText, show, test } from "./fixtures.js";

const SITE = fileURLToPath(new URL("../../target/site", import.meta.url));
const SECURITY = readFileSync(new URL("../../SECURITY.md", import.meta.url), "utf8");
/** What is typed: neither may turn up in a request. */
const SECRETS = ["zebra7f3a", "10.213.0.0"];

/** The paths that the site has. */
const paths = new Set(
    readdirSync(SITE, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) => `/${relative(SITE, join(entry.parentPath, entry.name)).split(sep).join("/")}`),
);

interface Seen {
    /** Ways out that are no requests of a page: connections and beacons. */
    ways: string[];
    /** What the policies have refused. */
    refused: string[];
}

/** Notes what a page tries besides requests. */
async function watch(page: Page): Promise<void> {
    await page.addInitScript(() => {
        const seen = ((window as unknown as { seen: Seen }).seen = { ways: [], refused: [] } as Seen);
        for (const name of ["WebSocket", "EventSource", "RTCPeerConnection", "WebTransport"] as const) {
            Object.defineProperty(window, name, { value: function () { seen.ways.push(name); } });
        }
        navigator.sendBeacon = () => seen.ways.push("sendBeacon") > 0;
        document.addEventListener("securitypolicyviolation", ({ violatedDirective, blockedURI }) => {
            seen.refused.push(`${violatedDirective} ${blockedURI}`);
        });
    });
}

const seen = (page: Page) => page.evaluate(() => (window as unknown as { seen: Seen }).seen);

test("a walk through every view and export asks for the page's own files and tells nobody what was typed", async ({ page, context, baseURL }) => {
    const faults: string[] = [];
    const asked = new Set<string>();
    context.on("request", (request) => {
        const url = new URL(request.url());
        if (["data:", "blob:"].includes(url.protocol)) return;
        asked.add(url.pathname);
        const own = url.origin === new URL(baseURL ?? "").origin && url.search === "" && (url.pathname === "/" || paths.has(url.pathname));
        if (!own || request.method() !== "GET" || request.postData() !== null) faults.push(`${request.method()} ${url.href}`);
        if (SECRETS.some((secret) => url.pathname.includes(secret))) faults.push(`tells ${url.href}`);
    });
    await context.grantPermissions(["clipboard-read", "clipboard-write"]);
    await watch(page);
    await open(page);
    const language = page.locator("#dsp-language");
    await page.locator("#dsp-field-metadata-name").fill(SECRETS[0] ?? "");
    await openText(page);
    const source = page.locator("#dsp-source");
    await source.fill((await source.inputValue()).replace("10.244.0.0", SECRETS[1] ?? ""));

    for (const tag of ["en", "ja", "zh-Hans", "ko"]) {
        await language.selectOption(tag);
        await expect(page.locator("html")).toHaveAttribute("lang", tag);
        for (const tab of ["overview", "nodes", "services", "compare", "versions", "what-if", "components", "start", "diagnostics"]) {
            await show(page, tab);
            await expect(page.locator(`#dsp-panel-${tab}`)).toBeVisible();
        }
    }
    await language.selectOption("en");

    // Every target, and every file of it.
    await show(page, "exports");
    for (const target of await page.locator("[id^=dsp-target-][type=checkbox]").all()) await target.check();
    const files = page.locator("[role=treeitem]:not([aria-expanded])");
    await expect.poll(() => files.count()).toBeGreaterThan(50);
    for (const file of await files.all()) await file.click();
    const zip = page.waitForEvent("download");
    await page.getByRole("button", { name: "Download as zip" }).click();
    const archive = readFileSync(await (await zip).path());
    expect(archive.includes("kubeadm/init.yaml")).toBe(true);

    // A link holds the plan, behind the sign that browsers send nothing of.
    await page.getByRole("button", { name: "Share" }).click();
    await page.locator("#dsp-share-link").click();
    const copied = (): Promise<string> => page.evaluate(() => navigator.clipboard.readText());
    await expect.poll(copied).toMatch(/^[^#?]+#v\d/);
    const link = await copied();
    await page.goto(link);
    await page.reload();
    await expect(page.locator("main")).toContainText(SECRETS[1] ?? "");

    await page.getByRole("link", { name: "Licences of what this page is made of" }).click();
    await expect.poll(() => asked.has("/licences.txt")).toBe(true);

    expect(faults).toEqual([]);
    expect(await seen(page)).toEqual({ ways: [], refused: [] });
    // The walk has been everywhere: there is no part of the page that it did not load.
    const parts = [...paths].filter((path) => /^\/(split_|chunk_).*\.wasm$/.test(path));
    expect(parts.length).toBeGreaterThan(5);
    expect(parts.filter((path) => !asked.has(path))).toEqual([]);
});

test("the policy of the page is the documented one", async ({ page }) => {
    await open(page);
    const policy = await page.locator('meta[http-equiv="Content-Security-Policy"]').getAttribute("content");
    const documented = /```text\n(default-src[^]*?)\n```/.exec(SECURITY)?.[1];
    expect(policy?.split("; ").join(";\n")).toBe(documented);
});

test.describe("a text that would become markup or code", () => {
    test.use({ expected: /Trusted|Content Security Policy/ });

    test("is refused by the page", async ({ page }) => {
        await watch(page);
        await open(page);
        const outcomes = await page.evaluate(() => {
            const attempt = (action: () => unknown): string => {
                try {
                    action();
                    return "done";
                } catch (error) {
                    return (error as Error).name;
                }
            };
            const policies = (window as unknown as { trustedTypes: { createPolicy(name: string, rules: object): unknown } }).trustedTypes;
            return [
                attempt(() => (document.createElement("div").innerHTML = "<b>x</b>")),
                attempt(() => document.body.insertAdjacentHTML("beforeend", "<b>x</b>")),
                attempt(() => (document.createElement("script").text = "1")),
                attempt(() => policies.createPolicy("of-somebody-else", {})),
            ];
        });
        expect(outcomes).toEqual(["TypeError", "TypeError", "TypeError", "TypeError"]);
        expect((await seen(page)).refused.length).toBeGreaterThan(3);
    });
});
