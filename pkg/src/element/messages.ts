// What the element says itself, in every language; what the plan comes to is said by the engine.

import { LANGUAGES, type Language } from "../generated.js";

interface Texts {
    plan: string;
    findings: (errors: number, warnings: number) => string;
    failed: string;
}

const TEXTS: Record<Language, Texts> = {
    en: {
        plan: "Plan (YAML)",
        findings: (errors, warnings) =>
            `${errors} ${errors === 1 ? "error" : "errors"}, ${warnings} ${warnings === 1 ? "warning" : "warnings"}`,
        failed: "This could not be shown:",
    },
    ja: {
        plan: "プラン (YAML)",
        findings: (errors, warnings) => `エラー ${errors} 件、警告 ${warnings} 件`,
        failed: "表示できませんでした:",
    },
};

/** The language of a tag such as `ja-JP`; English where there is none of it. */
export function languageOf(tag: string): Language {
    const wanted = tag.toLowerCase().split(/[-_]/)[0];
    return LANGUAGES.find((language) => language === wanted) ?? "en";
}

export function textsOf(language: Language): Texts {
    return TEXTS[language];
}
