// The declarations of the package as TypeDoc reads them: what there is, and types as HTML with links to their pages.

import { escape } from "./html.mjs";

/** TypeDoc's kinds, as far as the declarations have them. */
export const KIND = {
    module: 2,
    variable: 32,
    function: 64,
    class: 128,
    interface: 256,
    constructor: 512,
    property: 1024,
    method: 2048,
    accessor: 262144,
    alias: 2097152,
    reference: 4194304,
};

/** The import of a module that TypeDoc names by its file. */
function importOf(name) {
    const path = name.replace(/(^|\/)index$/, "").replace(/^pkg\/dist\/?/, "");
    const entry = { "cidr/ipaddr": "cidr/ipaddr.js" }[path] ?? path;
    return entry === "" ? "dualstack-planner" : `dualstack-planner/${entry}`;
}

/** Everything that has a page: its name, import, whether it is a call, and what TypeDoc says of it. */
export function declarationsOf(project) {
    const modules = project.children.some(({ kind }) => kind === KIND.module) ? project.children : [project];
    const found = [];
    for (const module of modules) {
        const from = importOf(module.name);
        for (const child of module.children ?? []) {
            if (child.kind === KIND.reference) {
                found.push({ id: child.id, name: child.name, from, target: child.target });
                continue;
            }
            const isCall = [KIND.function, KIND.variable].includes(child.kind);
            const folder = from.replace(/^dualstack-planner\/?/, "").replaceAll(/\W+/g, "-") || "planner";
            found.push({
                id: child.id,
                name: child.name,
                from,
                isCall,
                item: child,
                page: `reference/api/${folder}/${isCall ? "calls" : "types"}/${child.name}.html`,
            });
        }
    }
    return found;
}

/** The parts of a comment as Markdown. */
export const textOf = (parts) => (parts ?? []).map(({ text, kind, target }) => (kind === "inline-tag" ? `\`${text}\`` : text)).join("");

/** Writes types. `linked` gives a name as HTML, with a link where the id has a page. */
export function typeWriter(linked) {
    const list = (types, between) => types.map((type) => inUnion(type)).join(between);

    /** A member of a union or a list, in brackets where it would be read otherwise. */
    function inUnion(type) {
        const html = write(type);
        const isFunction = type.type === "reflection" && type.declaration.signatures !== undefined;
        return ["conditional", "inferred"].includes(type.type) || isFunction ? `(${html})` : html;
    }

    function element(type) {
        const html = write(type);
        return ["union", "intersection", "typeOperator", "conditional"].includes(type.type) || /=&gt;/.test(html) ? `(${html})` : html;
    }

    function signature({ parameters = [], type, typeParameters, typeParameter }, arrow) {
        const generic = generics(typeParameters ?? typeParameter);
        const given = parameters.map(({ name, type: of, flags }) => {
            const rest = flags?.isRest ? "..." : "";
            return `${rest}${escape(name)}${flags?.isOptional ? "?" : ""}: ${write(of)}`;
        });
        return `${generic}(${given.join(", ")})${arrow}${write(type)}`;
    }

    function generics(parameters) {
        if (parameters === undefined || parameters.length === 0) {
            return "";
        }
        const all = parameters.map(({ name, type, default: otherwise }) => {
            const bound = type === undefined ? "" : ` extends ${write(type)}`;
            return `${escape(name)}${bound}${otherwise === undefined ? "" : ` = ${write(otherwise)}`}`;
        });
        return `&lt;${all.join(", ")}&gt;`;
    }

    function object({ signatures, children = [], indexSignatures = [] }) {
        if (signatures !== undefined && children.length === 0) {
            return signature(signatures[0], " =&gt; ");
        }
        const indexed = indexSignatures.map(({ parameters: [{ name, type }], type: value }) => `[${escape(name)}: ${write(type)}]: ${write(value)}`);
        const members = children.map(({ name, type, flags, signatures: calls }) => {
            const read = flags?.isReadonly ? "readonly " : "";
            const key = /^[\w$]+$/.test(name) ? escape(name) : escape(JSON.stringify(name));
            const optional = flags?.isOptional ? "?" : "";
            return calls === undefined ? `${read}${key}${optional}: ${write(type)}` : `${key}${signature(calls[0], ": ")}`;
        });
        const all = [...indexed, ...members];
        return all.length === 0 ? "{}" : `{ ${all.join("; ")} }`;
    }

    const writers = {
        intrinsic: ({ name }) => escape(name),
        literal: ({ value }) => escape(typeof value === "string" ? JSON.stringify(value) : value === null ? "null" : typeof value === "object" ? `${value.negative ? "-" : ""}${value.value}n` : String(value)),
        reference: ({ name, target, typeArguments }) => {
            const behind = typeArguments === undefined ? "" : `&lt;${typeArguments.map(write).join(", ")}&gt;`;
            return `${linked(name, target)}${behind}`;
        },
        array: ({ elementType }) => `${element(elementType)}[]`,
        union: ({ types }) => list(types, " | "),
        intersection: ({ types }) => list(types, " &amp; "),
        tuple: ({ elements = [] }) => `[${elements.map(write).join(", ")}]`,
        namedTupleMember: ({ name, element: of, isOptional }) => `${escape(name)}${isOptional ? "?" : ""}: ${write(of)}`,
        optional: ({ elementType }) => `${write(elementType)}?`,
        rest: ({ elementType }) => `...${write(elementType)}`,
        reflection: ({ declaration }) => object(declaration),
        typeOperator: ({ operator, target }) => `${operator} ${element(target)}`,
        indexedAccess: ({ objectType, indexType }) => `${element(objectType)}[${write(indexType)}]`,
        query: ({ queryType }) => `typeof ${write(queryType)}`,
        predicate: ({ name, targetType, asserts }) => `${asserts ? "asserts " : ""}${escape(name)}${targetType ? ` is ${write(targetType)}` : ""}`,
        conditional: ({ checkType, extendsType, trueType, falseType }) =>
            `${inUnion(checkType)} extends ${inUnion(extendsType)} ? ${write(trueType)} : ${write(falseType)}`,
        inferred: ({ name, constraint }) => `infer ${escape(name)}${constraint ? ` extends ${write(constraint)}` : ""}`,
        templateLiteral: ({ head, tail }) =>
            `\`${escape(head)}${tail.map(([type, text]) => `\${${write(type)}}${escape(text)}`).join("")}\``,
        mapped: ({ parameter, parameterType, templateType, nameType, optionalModifier, readonlyModifier }) => {
            const as = nameType === undefined ? "" : ` as ${write(nameType)}`;
            const optional = { "+": "?", "-": "-?" }[optionalModifier] ?? "";
            return `{ ${readonlyModifier === "+" ? "readonly " : ""}[${escape(parameter)} in ${write(parameterType)}${as}]${optional}: ${write(templateType)} }`;
        },
        unknown: ({ name }) => escape(name),
    };

    function write(type) {
        const writer = writers[type?.type];
        if (writer === undefined) {
            throw new Error(`no page can show the type ${JSON.stringify(type)}`);
        }
        return writer(type);
    }

    return { write, signature, generics };
}
