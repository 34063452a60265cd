// What the element says itself, in every language; what the plan comes to is said by the engine.

import type { Language } from "../generated.js";

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
    "zh-Hans": {
        plan: "规划 (YAML)",
        findings: (errors, warnings) => `${errors} 个错误，${warnings} 个警告`,
        failed: "无法显示：",
    },
    ko: {
        plan: "계획 (YAML)",
        findings: (errors, warnings) => `오류 ${errors}개, 경고 ${warnings}개`,
        failed: "표시할 수 없습니다:",
    },
};

export function textsOf(language: Language): Texts {
    return TEXTS[language];
}
