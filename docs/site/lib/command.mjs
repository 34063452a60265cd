// The reference of the command line: what the command says of itself.

import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";

import { escape, lines } from "./html.mjs";
import { inline } from "./markdown.mjs";
import { textsOf } from "./texts.mjs";

const COMMAND = fileURLToPath(new URL("../../../pkg/dist/cli/main.js", import.meta.url));

function help(lang, ...words) {
    const run = spawnSync(process.execPath, [COMMAND, ...words, "--help", "--lang", lang], {
        encoding: "utf8",
        env: { ...process.env, NO_COLOR: "1", COLUMNS: "88" },
    });
    if (run.status !== 0) {
        throw new Error(`dualstack ${words.join(" ")} --help ends with ${run.status}: ${run.stderr}`);
    }
    return run.stdout;
}

/** The names of the commands, from the whole help. */
function commandsIn(text) {
    const names = [...text.matchAll(/^ {2}(?:dualstack )?([a-z]+)\b(?= |$)/gm)].map(([, name]) => name);
    return [...new Set(names)].filter((name) => name !== "dualstack");
}

export function commandPages() {
    const whole = { en: help("en"), ja: help("ja") };
    const commands = commandsIn(whole.en);
    if (commands.length < 15) {
        throw new Error(`the help names few commands: ${commands.join(", ")}`);
    }
    const body = (page) => {
        const texts = textsOf(page.lang).reference;
        const links = commands.map((name) => `<li><a href="#${name}"><code>dualstack ${escape(name)}</code></a></li>\n`);
        const sections = commands.map(
            (name) => `<h2 id="${name}"><code>dualstack ${escape(name)}</code></h2>\n${lines(help(page.lang, name), `dualstack ${name}`)}`,
        );
        return `<p>${inline(texts.commandIntro)}</p>\n${lines(whole[page.lang], texts.command)}<ul class="names">\n${links.join("")}</ul>\n${sections.join("")}`;
    };
    return [
        {
            name: "reference/command-line.html",
            title: { en: textsOf("en").reference.command, ja: textsOf("ja").reference.command },
            source: "pkg/src/cli/commands.ts",
            body,
        },
    ];
}
