// What the element says itself, in every language; what the plan comes to is said by the engine.

import type { Language } from "../generated.js";

interface Texts {
    plan: string;
    findings: (errors: number, warnings: number) => string;
    failed: string;
    /** The button that takes a fix back. */
    undo: string;
    applied: (fix: string) => string;
    /** Said before the report of a fault of the engine. */
    fault: string;
}

const TEXTS: Record<Language, Texts> = {
    en: {
        plan: "Plan (YAML)",
        findings: (errors, warnings) =>
            `${errors} ${errors === 1 ? "error" : "errors"}, ${warnings} ${warnings === 1 ? "warning" : "warnings"}`,
        failed: "This could not be shown:",
        undo: "Undo the fix",
        applied: (fix) => `Applied: ${fix}.`,
        fault: "That was a bug in the planner, not in the plan, which is kept:",
    },
    ja: {
        plan: "プラン (YAML)",
        findings: (errors, warnings) => `エラー ${errors} 件、警告 ${warnings} 件`,
        failed: "表示できませんでした:",
        undo: "修正を元に戻す",
        applied: (fix) => `適用しました: ${fix}。`,
        fault: "プランの誤りではなく、プランナーの不具合です。プランは残っています:",
    },
    "zh-Hans": {
        plan: "规划 (YAML)",
        findings: (errors, warnings) => `${errors} 个错误，${warnings} 个警告`,
        failed: "无法显示：",
        undo: "撤销修复",
        applied: (fix) => `已应用：${fix}。`,
        fault: "这是规划器的缺陷，不是规划的错误；规划已保留：",
    },
    ko: {
        plan: "계획 (YAML)",
        findings: (errors, warnings) => `오류 ${errors}개, 경고 ${warnings}개`,
        failed: "표시할 수 없습니다:",
        undo: "수정 되돌리기",
        applied: (fix) => `적용함: ${fix}.`,
        fault: "계획의 오류가 아니라 프로그램의 결함이며, 계획은 그대로 있습니다:",
    },
};

export function textsOf(language: Language): Texts {
    return TEXTS[language];
}
