// The page as its readers meet it: how long a first visit takes, and how long a key takes to be seen.
//
// Times are of this machine; the rows of one run are what can be compared. `DUALSTACK_PORT`, `CHROME` and
// `DUALSTACK_CHROMIUM_SWITCHES` as for the tests of the page.

import { spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";

import { chromium } from "@playwright/test";

import { largest } from "./plans.mjs";

const port = process.env.DUALSTACK_PORT ?? "8098";
const address = `http://127.0.0.1:${port}/`;
const root = fileURLToPath(new URL("../..", import.meta.url));

/** A telephone on a slow network, as Lighthouse has it: 1.6 Mbit/s, 150 ms, a quarter of this processor. */
const SLOW = { latency: 150, downloadThroughput: (1.6 * 1024 * 1024) / 8, uploadThroughput: (750 * 1024) / 8, processor: 4 };
const ROUNDS = 3;
const KEYS = 16;

/** Starts the server, and returns what stops it. */
async function serve() {
    const server = spawn("cargo", ["xtask", "serve", "--no-build", "--port", port], { cwd: root, stdio: "ignore", detached: true });
    for (let tries = 0; ; tries += 1) {
        try {
            await fetch(address);
            break;
        } catch {
            if (tries > 600 || server.exitCode !== null) throw new Error("the server does not start");
            await new Promise((resolve) => setTimeout(resolve, 100));
        }
    }
    return async () => {
        process.kill(-server.pid);
        await once(server, "exit");
    };
}

/** Runs in the page, before anything else: notes paints, shifts and long tasks. */
function observe() {
    window.seen = { paint: 0, largest: 0, shifts: 0, blocked: [] };
    const note = (type, each) => new PerformanceObserver((list) => list.getEntries().forEach(each)).observe({ type, buffered: true });
    note("paint", ({ name, startTime }) => {
        if (name === "first-contentful-paint") window.seen.paint = startTime;
    });
    note("largest-contentful-paint", ({ startTime }) => {
        window.seen.largest = startTime;
    });
    note("layout-shift", ({ value, hadRecentInput }) => {
        if (!hadRecentInput) window.seen.shifts += value;
    });
    note("longtask", ({ startTime, duration }) => window.seen.blocked.push([startTime, duration]));
}

async function newPage(browser, slow) {
    const context = await browser.newContext({ locale: "en-US", serviceWorkers: "block", viewport: { width: 1280, height: 900 } });
    const page = await context.newPage();
    const client = await context.newCDPSession(page);
    await client.send("Network.enable");
    if (slow) {
        await client.send("Network.emulateNetworkConditions", { offline: false, ...SLOW });
        await client.send("Emulation.setCPUThrottlingRate", { rate: SLOW.processor });
    }
    return { context, page, client };
}

/** A first visit: milliseconds until something, the largest thing and the checked plan are there, and what it took. */
async function visit(browser, slow) {
    const { context, page, client } = await newPage(browser, slow);
    let bytes = 0;
    client.on("Network.loadingFinished", ({ encodedDataLength }) => {
        bytes += encodedDataLength;
    });
    await page.addInitScript(observe);
    await page.goto(address, { waitUntil: "commit" });
    const now = () => page.evaluate(() => performance.now());
    await page.locator(".sentence").first().waitFor({ timeout: 120_000 });
    const usable = await now();
    const atUsable = bytes;
    await page.locator(".verdict:not([data-severity=pending])").waitFor({ timeout: 120_000 });
    await page.locator(".cells").first().waitFor({ timeout: 120_000 });
    const checked = await now();
    const { paint, largest, shifts, blocked } = await page.evaluate(() => window.seen);
    await context.close();
    const long = blocked.filter(([start]) => start >= paint && start < checked);
    const waiting = long.reduce((sum, [, duration]) => sum + duration - 50, 0);
    return { paint, largest, usable, checked, waiting, shifts: shifts * 1000, kilobytes: atUsable / 1000 };
}

/** Milliseconds from each key in "Nodes at most" to the frame that shows what it did. */
async function keys(browser, text, tab) {
    const { context, page, client } = await newPage(browser, false);
    await page.goto(address);
    await page.locator(".verdict:not([data-severity=pending])").waitFor();
    if (text !== undefined) {
        await page.getByRole("radio", { name: "YAML" }).or(page.getByRole("tab", { name: "YAML" })).first().click();
        await page.locator("#dsp-source").fill(text);
        await page.getByRole("tab", { name: "Form" }).or(page.getByRole("radio", { name: "Form" })).first().click();
    }
    if (tab !== undefined) await page.getByRole("tab", { name: tab }).first().click();
    const field = page.getByRole("textbox", { name: /at most/i }).first();
    await field.waitFor();
    await client.send("Emulation.setCPUThrottlingRate", { rate: SLOW.processor });
    await field.focus();
    await page.evaluate(() => {
        window.took = [];
        const shown = (since) => requestAnimationFrame(() => {
            const { port1, port2 } = new MessageChannel();
            port2.onmessage = () => window.took.push(performance.now() - since);
            port1.postMessage(null);
        });
        addEventListener("input", ({ timeStamp }) => shown(timeStamp), true);
    });
    for (let index = 0; index < KEYS; index += 1) {
        await page.keyboard.press(index % 2 === 0 ? "End" : "Backspace");
        if (index % 2 === 0) await page.keyboard.type("1");
        await page.waitForFunction((count) => window.took.length > count, index);
        await page.waitForTimeout(150);
    }
    const took = await page.evaluate(() => window.took);
    await context.close();
    return took.slice(0, KEYS).sort((one, other) => one - other);
}

const middle = (numbers) => [...numbers].sort((one, other) => one - other)[Math.floor(numbers.length / 2)];
const rounded = (number) => String(Math.round(number)).padStart(7);

const stop = await serve();
const browser = await chromium.launch({
    args: process.env.DUALSTACK_CHROMIUM_SWITCHES?.split(" ") ?? [],
    ...(process.env.CHROME === undefined ? {} : { executablePath: process.env.CHROME }),
});
try {
    console.log(`A first visit, the middle of ${ROUNDS}, in ms: something is painted, the largest thing is, the sentence is there, the plan is`);
    console.log("checked and drawn; how long keys would have waited; shifts of the layout in thousandths; kB until the sentence.\n");
    console.log("                paint largest  usable checked waiting  shifts      kB");
    for (const [name, slow] of [["as it is", false], ["1.6 Mbit/s, ×4", true]]) {
        const visits = [];
        for (let round = 0; round < ROUNDS; round += 1) visits.push(await visit(browser, slow));
        const row = Object.keys(visits[0]).map((key) => rounded(middle(visits.map((each) => each[key]))));
        console.log(`${name.padEnd(14)}${row.join(" ")}`);
    }
    console.log(`\nFrom a key in “Nodes at most” to its frame, ×4, ${KEYS} keys, in ms:\n`);
    console.log("                                   middle  longest");
    for (const [plan, text] of [["the example", undefined], ["50 reserved, 500 Services", largest]]) {
        for (const tab of [undefined, "Services", "Files"]) {
            const took = await keys(browser, text, tab);
            console.log(`${`${plan}, ${tab ?? "Map"}`.padEnd(34)}${rounded(middle(took))}  ${rounded(took.at(-1))}`);
        }
    }
} finally {
    await browser.close();
    await stop();
}
