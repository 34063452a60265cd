// Which of the languages a tag asks for.

import { LANGUAGES, type Language } from "./generated.js";

/** The language of a BCP 47 tag or of a POSIX locale such as `zh_CN.UTF-8`, if it is one of ours, in the same script. */
export function languageOf(tag: string): Language | undefined {
    const likely = (tag: string) => new Intl.Locale(tag.replaceAll("_", "-")).maximize();
    try {
        const { language, script } = likely(tag.split(/[.@]/, 1)[0] ?? "");
        return LANGUAGES.find((known) => likely(known).language === language && likely(known).script === script);
    } catch {
        // `C`, and what is no tag.
        return undefined;
    }
}
