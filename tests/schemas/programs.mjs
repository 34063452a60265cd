// The programs that check files, and how they are asked.

import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const CHECK = fileURLToPath(new URL("python/check.py", import.meta.url));

/** What xtask says where it is. */
export function provided(name) {
    const value = process.env[name];
    if (!value) {
        throw new Error(`${name} is not set: run this suite with \`cargo xtask test --only schemas\``);
    }
    return value;
}

/** Hands tasks to a program that answers a JSON list with a JSON list. */
function ask(program, args, tasks, env = {}) {
    if (tasks.length === 0) {
        return [];
    }
    const output = execFileSync(program, args, {
        input: JSON.stringify(tasks),
        env: { ...process.env, PYTHONUTF8: "1", ...env },
        maxBuffer: 1 << 30,
        stdio: ["pipe", "pipe", "inherit"],
    });
    return JSON.parse(output);
}

/** What python/check.py answers. */
export const python = (tasks, env) => ask(provided("DUALSTACK_PYTHON"), [CHECK], tasks, env);
/** What tests/schemas/crds answers. */
export const crds = (tasks) => ask(provided("DUALSTACK_CRDS"), [], tasks);
/** The faults of such answers. */
export const faults = (answers) => answers.map((answer) => answer.faults);

/** Gives `check` the paths of files with the texts. */
export function withFiles(items, name, check) {
    const scratch = mkdtempSync(join(tmpdir(), "dualstack-schemas-"));
    try {
        const files = items.map(({ text }, index) => {
            const file = join(scratch, `${index}${name}`);
            writeFileSync(file, text);
            return file;
        });
        return check(files);
    } finally {
        rmSync(scratch, { recursive: true, force: true });
    }
}

/** What a program says about a file it does not accept. */
export function run(program, args, options = { encoding: "utf8" }) {
    const { status, stdout, stderr, error } = spawnSync(program, args, options);
    if (error) {
        throw new Error(`${program} cannot be run: ${error.message}`);
    }
    return status === 0 ? [] : [`${program}: ${`${stdout}${stderr}`.trim()}`];
}

/** What ShellCheck says from warnings on, by file. */
export function shellcheck(files) {
    const program = join(dirname(provided("DUALSTACK_PYTHON")), "shellcheck");
    const found = new Map();
    // Not all at once: the length of a command line is limited.
    for (let from = 0; from < files.length; from += 100) {
        const some = files.slice(from, from + 100);
        const { stdout, error } = spawnSync(program, ["--norc", "--severity=warning", "--format=json", ...some], {
            encoding: "utf8",
            maxBuffer: 1 << 28,
        });
        if (error) {
            throw new Error(`${program} cannot be run: ${error.message}`);
        }
        for (const { file, line, code, message } of JSON.parse(stdout)) {
            found.set(file, [...(found.get(file) ?? []), `shellcheck: line ${line}: SC${code}: ${message}`]);
        }
    }
    return found;
}

const NAMESPACE = ["--map-root-user", "--net", "sh", "-ec"];
/** Debian has what only root needs where others do not look. */
const WITH_SBIN = { ...process.env, PATH: `${process.env.PATH}${delimiter}/usr/sbin` };

/**
 * Whether the kernel and the system let us load firewalls into network namespaces: Linux does, but not in every
 * container.
 */
const CAN_USE_NAMESPACES =
    process.platform === "linux" &&
    spawnSync("unshare", [...NAMESPACE, "nft list ruleset; ip6tables -t nat -S; sysctl net.ipv6.conf.all.forwarding"], {
        env: WITH_SBIN,
    }).status === 0;

/** Why nothing is loaded into the kernel; undefined where it can be. */
export const WITHOUT_NAMESPACES = CAN_USE_NAMESPACES ? undefined : "no network namespace can be made here";

/**
 * Runs a line of shell, `$0` being the file, in a network namespace of its own: the kernel is asked, and the machine's
 * own firewall and settings stay as they are.
 */
export function inNamespace(line, files) {
    return files.map((file) => run("unshare", [...NAMESPACE, line, file], { encoding: "utf8", env: WITH_SBIN }));
}
