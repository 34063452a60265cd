// Consumers whose installation or build takes minutes: `cargo xtask test --all --only consumers-all`. One that cannot be
// installed here is skipped and says so.

import assert from "node:assert/strict";
import { cpSync, existsSync, renameSync } from "node:fs";
import { join } from "node:path";
import { after, test } from "node:test";

import {
    ANSWER,
    ASK,
    HTML,
    NODE_PROGRAM,
    PAGE_PROGRAM,
    clean,
    closeBrowser,
    folder,
    install,
    noChromium,
    run,
    served,
    started,
    tarball,
    titleOf,
} from "../kit.mjs";

after(async () => {
    await closeBrowser();
    clean();
});

/** A test in a project that has those packages installed, with the packed file. */
function inProject(name, packages, files, body, { manifest = { type: "module" }, needsBrowser = false } = {}) {
    test(name, { timeout: 900_000 }, async (context) => {
        if (needsBrowser && noChromium !== undefined) {
            context.skip(noChromium);
            return;
        }
        const place = folder(name.replaceAll(/\W+/g, "-"), {
            "package.json": JSON.stringify({ name: "consumer", private: true, ...manifest }),
            ...files,
        });
        const reason = install(place, packages);
        if (reason !== undefined) {
            context.skip(reason);
            return;
        }
        await body(place, (program) => join(place, "node_modules/.bin", program));
    });
}

const page = (entry) => ({ "main.js": PAGE_PROGRAM(entry), "index.html": HTML('<script type="module" src="/main.js"></script>') });
const inBrowser = { needsBrowser: true };
const LISTENING = /(http:\/\/(?:localhost|127\.0\.0\.1):\d+)/;

async function opened(program, words, options, listening = LISTENING) {
    const server = await started(program, words, options, listening);
    try {
        return await titleOf(`${server.address}/`);
    } catch (error) {
        throw new Error(`${error.message}\n${server.said()}`, { cause: error });
    } finally {
        server.end();
    }
}

const EXCLUDED = 'export default { optimizeDeps: { exclude: ["dualstack-planner"] } };\n';

for (const version of ["5.4.21", "6.4.6", "7.3.8", "8.4.0"]) {
    const major = Number(version.split(".")[0]);
    inProject(`Vite ${major}`, [`vite@${version}`], page(), async (place, bin) => {
        run(bin("vite"), ["build"], { cwd: place });
        assert.equal(await served(join(place, "dist"), titleOf), ANSWER, "build");
        const dev = (words = []) => opened(bin("vite"), ["--host", "127.0.0.1", "--port", "0", ...words], { cwd: place });
        if (major >= 8) {
            assert.equal(await dev(), ANSWER, "dev");
        } else {
            // Up to 7 the dependency is moved away from its file; the error says what helps, and it does.
            assert.match(await dev(), /^failed: dualstack-planner: .* Vite up to 7 needs optimizeDeps: \{ exclude/);
            cpSync(join(folder("excluded", { "vite.config.js": EXCLUDED }), "vite.config.js"), join(place, "vite.config.js"));
            assert.equal(await dev(["--force"]), ANSWER, "dev, as the error says");
        }
    }, inBrowser);
    inProject(`Vite ${major}, dualstack-planner/inline in development`, [`vite@${version}`], page("dualstack-planner/inline"), async (place, bin) => {
        assert.equal(await opened(bin("vite"), ["--host", "127.0.0.1", "--port", "0"], { cwd: place }), ANSWER);
    }, inBrowser);
}

inProject("Rollup with node-resolve", ["rollup@4.68.8", "@rollup/plugin-node-resolve@16.0.3"], {
    "main.js": PAGE_PROGRAM("dualstack-planner/inline"),
    "out/index.html": HTML('<script type="module" src="main.js"></script>'),
}, async (place, bin) => {
    run(bin("rollup"), ["main.js", "--dir", "out", "--format", "es", "--plugin", "node-resolve"], { cwd: place });
    assert.equal(await served(join(place, "out"), titleOf), ANSWER);
}, inBrowser);

inProject("Parcel 2", ["parcel@2.16.4"], { "main.js": PAGE_PROGRAM(), "index.html": HTML('<script type="module" src="main.js"></script>') }, async (place, bin) => {
    run(bin("parcel"), ["build", "index.html", "--no-cache"], { cwd: place, env: { ...process.env, PARCEL_WORKERS: "0" } });
    assert.equal(await served(join(place, "dist"), titleOf), ANSWER);
}, inBrowser);

// A component that runs on the server, a route, and a component that runs on both sides.
const NEXT = {
    "lib/ask.js": `import * as dualstack from "dualstack-planner";\n${ASK}\nexport const answer = () => ask(dualstack);\n`,
    "app/layout.js": "export default function Layout({ children }) { return <html><head><title>waiting</title></head><body>{children}</body></html>; }\n",
    "app/page.js": 'import { answer } from "../lib/ask";\nexport const dynamic = "force-dynamic";\nexport default async function Page() { return <p id="answer">{await answer()}</p>; }\n',
    "app/api/route.js": 'import { answer } from "../../lib/ask";\nexport const dynamic = "force-dynamic";\nexport async function GET() { return new Response(await answer()); }\n',
    "app/client/page.js": '"use client";\nimport { useEffect } from "react";\nimport { answer } from "../../lib/ask";\nexport default function Client() {\n    useEffect(() => { answer().then((text) => { document.title = text; }, (error) => { document.title = "failed: " + error.message; }); }, []);\n    return <p>client</p>;\n}\n',
};
for (const bundler of ["turbopack", "webpack"]) {
    inProject(`Next.js 16, ${bundler}`, ["next@16.4.6", "react@19", "react-dom@19"], NEXT, async (place, bin) => {
        const env = { ...process.env, NEXT_TELEMETRY_DISABLED: "1" };
        run(bin("next"), ["build", `--${bundler}`], { cwd: place, env });
        const server = await started(bin("next"), ["start", "--port", "0"], { cwd: place, env }, LISTENING);
        try {
            const text = async (path) => (await fetch(`${server.address}${path}`)).text();
            assert.equal(await text("/api"), ANSWER, "route");
            assert.ok((await text("/")).includes(ANSWER), "server component");
            if (noChromium === undefined) {
                assert.equal(await titleOf(`${server.address}/client`), ANSWER, "client component");
            }
        } finally {
            server.end();
        }
    }, { manifest: {} });
}

inProject("Vitest 4", ["vitest@4.1.12"], {
    "one.test.js": `import { expect, test } from "vitest";\nimport * as dualstack from "dualstack-planner";\n${ASK}\ntest("it answers", async () => expect(await ask(dualstack)).toBe(${JSON.stringify(ANSWER)}));\n`,
}, (place, bin) => {
    run(bin("vitest"), ["run"], { cwd: place });
});

const WORKER = `import * as dualstack from "dualstack-planner";\n${ASK}\nexport default { fetch: () => ask(dualstack).then((text) => new Response(text), (error) => new Response("failed: " + error.message)) };\n`;
inProject("Cloudflare Workers: wrangler and workerd", ["wrangler@4.86.0"], {
    "worker.js": WORKER,
    "wrangler.toml": 'name = "consumer"\nmain = "worker.js"\ncompatibility_date = "2026-01-01"\n',
}, async (place, bin) => {
    const env = { ...process.env, WRANGLER_SEND_METRICS: "false", CI: "1" };
    const words = ["dev", "--port", "0", "--ip", "127.0.0.1", "--local"];
    const server = await started(bin("wrangler"), words, { cwd: place, env }, /Ready on (http:\/\/\S+)/);
    try {
        assert.equal(await (await fetch(server.address)).text(), ANSWER);
    } finally {
        server.end();
    }
});

inProject("Deno 2", ["deno@2.9.6"], { "main.js": NODE_PROGRAM(), "deno.json": '{ "nodeModulesDir": "manual" }\n' }, (place, bin) => {
    assert.equal(run(bin("deno"), ["run", "--allow-read", "main.js"], { cwd: place }), `${ANSWER}\n`);
});

inProject("Bun 1: run, build, compile", ["bun@1.4.5"], { "main.js": NODE_PROGRAM(), "inline.js": NODE_PROGRAM("dualstack-planner/inline") }, (place, bin) => {
    const bun = bin("bun");
    assert.equal(run(bun, ["main.js"], { cwd: place }), `${ANSWER}\n`);
    const elsewhere = folder("bun-out");
    run(bun, ["build", "inline.js", "--target=bun", "--outdir=out"], { cwd: place });
    renameSync(join(place, "out/inline.js"), join(elsewhere, "inline.js"));
    assert.equal(run(bun, ["inline.js"], { cwd: elsewhere }), `${ANSWER}\n`);
    run(bun, ["build", "inline.js", "--compile", "--outfile", join(elsewhere, "program")], { cwd: place });
    assert.equal(run(join(elsewhere, "program"), [], { cwd: elsewhere }), `${ANSWER}\n`);
});

test("the packed file is there", () => assert.ok(existsSync(tarball())));
