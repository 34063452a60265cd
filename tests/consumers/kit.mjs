// What the consumer tests have in common: the packed file, projects with it installed, and pages in Chromium.

import assert from "node:assert/strict";
import { execFileSync, spawn, spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, extname, join } from "node:path";
import { fileURLToPath } from "node:url";

const here = fileURLToPath(new URL(".", import.meta.url));
export const pkg = join(here, "../../pkg");
export const scratch = mkdtempSync(join(tmpdir(), "dualstack-consumers-"));
const npm = process.platform === "win32" ? "npm.cmd" : "npm";

/** Removes the projects. */
export const clean = () => rmSync(scratch, { recursive: true, force: true });

let packed;

/** The file that `npm publish` would send. */
export function tarball() {
    if (packed === undefined) {
        const output = execFileSync(npm, ["pack", "--json", "--silent", "--pack-destination", scratch], { cwd: pkg });
        packed = join(scratch, JSON.parse(output.toString())[0].filename);
    }
    return packed;
}

/** The plan of every program, and what each prints of it: nodes of the plan, the first rule, a word of Japanese. */
export const PLAN = `apiVersion: dualstack-planner/v1
kind: ClusterPlan
spec: {kubernetesVersion: "1.36", podCIDRs: [10.244.0.0/16, "fd00:10:244::/56"], serviceCIDRs: [10.96.0.0/16]}
`;
export const ANSWER = "256 nodes, ADDR001, Pod と Service の範囲の重複";

/** The body of a program that has imported `dualstack`: gives the answer. */
export const ASK = `
async function ask(dualstack) {
    await dualstack.init();
    await Promise.all([dualstack.init(), dualstack.load("tools"), dualstack.load("ja")]);
    const { nodes } = dualstack.plan(${JSON.stringify(PLAN)}).value.capacity;
    const [rule] = dualstack.rules({ lang: "ja" }).value;
    return nodes + " nodes, " + rule.code + ", " + rule.title.text;
}
`;

/** A page's program: the answer, or the error, becomes its title. */
export const PAGE_PROGRAM = (entry = "dualstack-planner") => `import * as dualstack from "${entry}";
${ASK}
ask(dualstack).then((answer) => { document.title = answer; }, (error) => { document.title = "failed: " + error.message; });
`;

/** A program for Node that prints the answer. */
export const NODE_PROGRAM = (entry = "dualstack-planner") => `import * as dualstack from "${entry}";
${ASK}
ask(dualstack).then(console.log);
`;

export const HTML = (script) => `<!doctype html><html><head><meta charset="utf-8"><title>waiting</title></head><body>${script}</body></html>\n`;

/** Writes files into a folder of its own. */
export function folder(name, files = {}) {
    const place = join(scratch, name);
    mkdirSync(place, { recursive: true });
    write(place, files);
    return place;
}

export function write(place, files) {
    for (const [path, text] of Object.entries(files)) {
        mkdirSync(dirname(join(place, path)), { recursive: true });
        writeFileSync(join(place, path), text);
    }
}

let installed;

/** A project with those files and the packed file installed, and nothing else. */
export function project(name, files = {}, manifest = { type: "module" }) {
    if (installed === undefined) {
        installed = folder("installed", { "package.json": '{ "private": true }' });
        npmInstall(installed, [tarball()]);
    }
    const place = folder(name, { "package.json": JSON.stringify({ name, private: true, ...manifest }), ...files });
    cpSync(join(installed, "node_modules"), join(place, "node_modules"), { recursive: true });
    return place;
}

/** Installs packages by exact version into a project. Gives why not, where that cannot be done. */
export function install(place, packages) {
    return npmInstall(place, [...packages, tarball()], "pipe");
}

function npmInstall(cwd, packages, stderr = "inherit") {
    const words = ["install", "--prefer-offline", "--no-audit", "--no-fund", "--no-package-lock", "--silent", ...packages];
    const { status, stderr: said } = spawnSync(npm, words, { cwd, stdio: ["ignore", "ignore", stderr], timeout: 600_000 });
    if (status === 0) {
        return undefined;
    }
    const reason = `npm could not install ${packages.slice(0, -1).join(" ")}: ${said?.toString().slice(-300) ?? status}`;
    if (stderr === "inherit") {
        throw new Error(reason);
    }
    return reason;
}

/** The program of a tool that every run has. */
export const tool = (name) => join(here, "everyday/node_modules/.bin", name);
export const requireTool = createRequire(join(here, "everyday/package.json"));

/** Runs a program to its end; it has to succeed. Gives what it printed. */
export function run(program, words, options = {}) {
    const { status, stdout, stderr, error } = spawnSync(program, words, { encoding: "utf8", timeout: 540_000, ...options });
    assert.equal(status, 0, `${program} ${words.join(" ")}: ${error ?? ""}\n${stdout}\n${stderr}`.slice(-4000));
    return stdout;
}

/** Starts a server that prints where it listens; gives the address, and what ends it. */
export async function started(program, words, options, listening) {
    const child = spawn(program, words, { stdio: ["ignore", "pipe", "pipe"], detached: true, ...options });
    const end = () => {
        try {
            process.kill(-child.pid);
        } catch {
            // It has ended by itself.
        }
    };
    let said = "";
    const address = await new Promise((resolve, reject) => {
        const timer = setTimeout(() => reject(new Error(`${program} does not listen:\n${said}`)), 180_000);
        const look = (chunk) => {
            // Colours stand between a port and its name.
            said += chunk.toString().replace(/\u001b\[[0-9;]*m/g, "");
            const found = listening.exec(said);
            if (found !== null) {
                clearTimeout(timer);
                resolve(found[1]);
            }
        };
        child.stdout.on("data", look);
        child.stderr.on("data", look);
        child.on("exit", () => {
            clearTimeout(timer);
            reject(new Error(`${program} has ended:\n${said}`));
        });
    }).catch((error) => {
        end();
        throw error;
    });
    return { address, end, said: () => said };
}

const TYPES = { ".html": "text/html", ".js": "text/javascript", ".mjs": "text/javascript", ".wasm": "application/wasm", ".css": "text/css", ".json": "application/json" };

/** Serves a folder as static servers of single pages do: where a file is missing, with the page. */
export async function served(place, action) {
    const server = createServer((request, response) => {
        const path = decodeURIComponent(new URL(request.url, "http://x").pathname);
        const file = join(place, path.endsWith("/") ? `${path}index.html` : path);
        const found = existsSync(file) ? file : join(place, "index.html");
        response.writeHead(200, { "content-type": TYPES[extname(found)] ?? "application/octet-stream" });
        response.end(readFileSync(found));
    });
    await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
    try {
        return await action(`http://127.0.0.1:${server.address().port}/`);
    } finally {
        server.closeAllConnections();
        server.close();
    }
}

export const chromium = process.env.CHROME ?? ["/usr/bin/chromium", "/usr/bin/chromium-browser"].find(existsSync);
export const noChromium = chromium === undefined ? "no Chromium here: what was built is not opened" : undefined;
let browser;

/** The title that a page ends with. */
export async function titleOf(address) {
    const { chromium: playwright } = createRequire(join(here, "../package.json"))("@playwright/test");
    const switches = (process.env.DUALSTACK_CHROMIUM_SWITCHES ?? "--no-sandbox").split(" ");
    browser ??= await playwright.launch({ executablePath: chromium, args: switches });
    const page = await browser.newPage();
    const said = [];
    page.on("console", (message) => said.push(message.text()));
    page.on("pageerror", (error) => said.push(error.message));
    try {
        await page.goto(address, { timeout: 120_000 });
        await page.waitForFunction(() => document.title !== "waiting" && document.title !== "", undefined, { timeout: 120_000 }).catch((error) => {
            throw new Error(`${error.message}\n${said.join("\n")}`);
        });
        return await page.title();
    } finally {
        await page.close();
    }
}

export const closeBrowser = () => browser?.close();
