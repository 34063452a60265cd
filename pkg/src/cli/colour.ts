// Colours of a terminal: who may have them, and what is shown in which.

import type { Translate } from "./messages.js";

/** What a text is, where that gives it a colour. */
export type Style = "error" | "warning" | "info" | "heading" | "code";

/** Colours a text, or leaves it as it is. */
export type Paint = (style: Style, text: string) => string;

/** Select Graphic Rendition: red, yellow, blue, bold, cyan; each ends what it begins. */
const CODES: Record<Style, readonly [number, number]> = {
    error: [31, 39],
    warning: [33, 39],
    info: [34, 39],
    heading: [1, 22],
    code: [36, 39],
};

/** No colours. */
export const plain: Paint = (_, text) => text;

/** Colours. */
export const coloured: Paint = (style, text) => {
    const [on, off] = CODES[style];
    return `\u001b[${on}m${text}\u001b[${off}m`;
};

/** Whether a stream gets colours: as FORCE_COLOR and NO_COLOR say, otherwise where it is a terminal that has some. */
export function paintFor(isTerminal: boolean, environment: Record<string, string | undefined>): Paint {
    const { FORCE_COLOR: forced, NO_COLOR: refused, TERM: terminal } = environment;
    if (forced !== undefined) {
        return forced === "0" || forced === "false" ? plain : coloured;
    }
    return isTerminal && !refused && terminal !== "dumb" ? coloured : plain;
}

/** Colours the severities and codes of findings: `plan.yaml:3:5: error ADDR001: …`. */
export function paintFindings(text: string, paint: Paint, t: Translate): string {
    if (paint === plain) {
        return text;
    }
    const styles = new Map((["error", "warning", "info"] as const).map((style) => [t(`severity-${style}`), style]));
    const words = [...styles.keys()].join("|");
    return text.replace(new RegExp(`^(.*?: |)(${words}) ([A-Z]+\\d{3})(?=:)`, "gm"), (_, place: string, word: string, code: string) => {
        return `${place}${paint(styles.get(word) ?? "info", word)} ${paint("code", code)}`;
    });
}
