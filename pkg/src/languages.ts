// Which of our languages a tag means: the same rule as `choose` and `negotiate` of the engine.

import { LANGUAGES, type Language } from "./generated.js";

/** The tag with what is likely where it says nothing: `zh-TW` is Chinese in traditional script. */
function likely(tag: string): Intl.Locale | undefined {
    try {
        // Also as an operating system writes it, `zh_TW.UTF-8`.
        return new Intl.Locale((tag.split(/[.@]/, 1)[0] ?? "").replaceAll("_", "-")).maximize();
    } catch {
        return undefined;
    }
}

/** The language that is written as a BCP 47 tag or a POSIX locale wants it, if it is one of ours. */
export function fittingLanguage(tag: string): Language | undefined {
    const wanted = likely(tag);
    const fits = (known: Language): boolean => {
        const own = likely(known);
        return own?.language === wanted?.language && own?.script === wanted?.script;
    };
    return LANGUAGES.find((known) => known === tag) ?? LANGUAGES.find(fits);
}

/** The language of a tag, or the nearest: the same one in another script. */
export function nearestLanguage(tag: string): Language | undefined {
    const { language } = likely(tag) ?? {};
    return fittingLanguage(tag) ?? LANGUAGES.find((known) => likely(known)?.language === language);
}
