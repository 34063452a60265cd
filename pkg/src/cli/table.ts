// Tables for terminals and for Markdown.

import { type Paint, plain } from "./colour.js";

/** A table: every row has a cell for every column. */
export interface Table {
    columns: readonly Column[];
    rows: readonly (readonly string[])[];
}

/** A column's heading, and to which side its cells go. */
export interface Column {
    heading: string;
    align?: "left" | "right";
}

/** Characters that take two cells of a terminal: East Asian Width W and F, and pictures. */
const WIDE =
    /[\u1100-\u115f\u2329\u232a\u2e80-\u303e\u3041-\u33ff\u3400-\u4dbf\u4e00-\u9fff\ua000-\ua4c6\ua960-\ua97c\uac00-\ud7a3\uf900-\ufaff\ufe10-\ufe19\ufe30-\ufe6b\uff01-\uff60\uffe0-\uffe6]|\p{Emoji_Presentation}|[\u{17000}-\u{18cff}\u{1b000}-\u{1b2ff}\u{20000}-\u{3fffd}]/u;
const ZERO_WIDTH = /\p{Mark}|\p{Cf}|\p{Cc}/u;

/** The cells of a terminal that a text takes. */
export function displayWidth(text: string): number {
    let width = 0;
    for (const character of text) {
        width += ZERO_WIDTH.test(character) ? 0 : WIDE.test(character) ? 2 : 1;
    }
    return width;
}

/** Control characters could move the cursor or colour the terminal; they are shown as what they are. */
export function printable(text: string): string {
    return text.replace(/[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]/gu, (character) => {
        const code = character.codePointAt(0) ?? 0;
        return character === "\n" ? " " : `\\u${code.toString(16).padStart(4, "0")}`;
    });
}

function pad(text: string, width: number, align: Column["align"]): string {
    const blanks = " ".repeat(Math.max(0, width - displayWidth(text)));
    return align === "right" ? blanks + text : text + blanks;
}

/** A table with aligned columns, two blanks apart, without blanks at the ends of lines. */
export function textTable({ columns, rows }: Table, paint: Paint = plain): string {
    const shown = [columns.map((column) => column.heading), ...rows].map((row) => row.map(printable));
    const widths = columns.map((_, index) => Math.max(...shown.map((row) => displayWidth(row[index] ?? ""))));
    const line = (row: readonly string[]) =>
        columns.map((column, index) => pad(row[index] ?? "", widths[index] ?? 0, column.align)).join("  ").trimEnd();
    return shown.map((row, index) => `${index === 0 ? paint("heading", line(row)) : line(row)}\n`).join("");
}

/** The table in GitHub's Markdown. */
export function markdownTable({ columns, rows }: Table): string {
    const cell = (text: string) => printable(text).replace(/[\\|`*_<>&[\]]/g, "\\$&");
    const line = (cells: readonly string[]) => `| ${cells.join(" | ")} |\n`;
    return [
        line(columns.map((column) => cell(column.heading))),
        line(columns.map((column) => (column.align === "right" ? "--:" : "---"))),
        ...rows.map((row) => line(columns.map((_, index) => cell(row[index] ?? "")))),
    ].join("");
}
