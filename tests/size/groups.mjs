// Which functions make up a WASM module: reads the sections `code` and `name` (WebAssembly core specification, binary
// format; names as wasm-bindgen writes them, demangled) and sums by the crate and module that a function comes from.

class Reader {
    constructor(bytes, at = 0, end = bytes.length) {
        Object.assign(this, { bytes, at, end });
    }

    byte() {
        return this.bytes[this.at++];
    }

    /** An unsigned LEB128 number. */
    number() {
        let value = 0;
        for (let factor = 1; ; factor *= 128) {
            const byte = this.byte();
            value += (byte & 0x7f) * factor;
            if (byte < 0x80) return value;
        }
    }

    text() {
        const length = this.number();
        this.at += length;
        return new TextDecoder().decode(this.bytes.subarray(this.at - length, this.at));
    }

    /** The sections of a module or of the section `name`: id and content. */
    *sections() {
        while (this.at < this.end) {
            const id = this.byte();
            const size = this.number();
            yield [id, new Reader(this.bytes, this.at, this.at + size)];
            this.at += size;
        }
    }
}

const IMPORT = 2;
const CODE = 10;
const DATA = 11;
const CUSTOM = 0;

/** How many functions a module imports: they come first in the numbering. */
function importedFunctions(section) {
    let functions = 0;
    for (let left = section.number(); left > 0; left -= 1) {
        section.text();
        section.text();
        const kind = section.byte();
        if (kind === 0) {
            functions += 1;
            section.number();
        } else if (kind === 1 || kind === 2) {
            if (kind === 1) section.byte();
            const flags = section.number();
            section.number();
            if (flags & 1) section.number();
        } else {
            section.byte();
            section.byte();
        }
    }
    return functions;
}

function functionNames(section) {
    const names = new Map();
    for (const [id, part] of section.sections()) {
        if (id !== 1) continue;
        for (let left = part.number(); left > 0; left -= 1) names.set(part.number(), part.text());
    }
    return names;
}

/**
 * The crate and module of a function: `dualstack_core::lint` for `<dualstack_core::lint::rules::X as Rule>::check`. Of
 * other crates the crate alone, of the standard library the module (`core::slice`), because that is where generic code
 * of everybody else is stamped out.
 */
export function groupOf(name) {
    const path = name.replace(/^[<&*(\s]*(?:(?:mut|dyn|const)\s+)*/, "");
    const segments = path.split(/[<>\s,;)[\]{}]/)[0].split("::").filter((segment) => segment !== "");
    const [crate] = segments;
    if (crate === undefined || segments.length === 1) return "(no crate)";
    const depth = crate.startsWith("dualstack_") ? 3 : ["core", "alloc", "std"].includes(crate) ? 2 : 1;
    // The last segment is the function itself.
    return segments.slice(0, Math.min(depth, Math.max(1, segments.length - 1))).join("::");
}

/** Bytes of functions by group, largest first. */
export function functionGroups(bytes) {
    const sizes = [];
    let imported = 0;
    let data = 0;
    let names = new Map();
    for (const [id, section] of new Reader(bytes, 8).sections()) {
        if (id === IMPORT) imported = importedFunctions(section);
        if (id === DATA) data = section.end - section.at;
        if (id === CODE) {
            for (let left = section.number(); left > 0; left -= 1) {
                const size = section.number();
                sizes.push(size);
                section.at += size;
            }
        }
        if (id === CUSTOM && section.text() === "name") names = functionNames(section);
    }
    const groups = new Map();
    sizes.forEach((size, index) => {
        const name = groupOf(names.get(imported + index) ?? "");
        const group = groups.get(name) ?? { name, bytes: 0, functions: 0 };
        groups.set(name, { name, bytes: group.bytes + size, functions: group.functions + 1 });
    });
    const total = sizes.reduce((sum, size) => sum + size, 0);
    return { total, data, groups: [...groups.values()].sort((a, b) => b.bytes - a.bytes) };
}
