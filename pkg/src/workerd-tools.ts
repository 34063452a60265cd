// What the entry for Cloudflare Workers loads on demand: the second module, and the languages.

import wasm from "./core/dualstack_tools_bg.wasm";
import jaEngine from "text:locales/ja.ftl";
import jaTools from "text:locales/ja.tools.ftl";
import koEngine from "text:locales/ko.ftl";
import koTools from "text:locales/ko.tools.ftl";
import zhEngine from "text:locales/zh-Hans.ftl";
import zhTools from "text:locales/zh-Hans.tools.ftl";
import * as module from "./core/dualstack_tools.js";
import type { Messages } from "./modules.js";
import type { OtherLanguage } from "./parts.js";

export { module };
export default wasm;

export const messages: Record<OtherLanguage, Messages> = {
    ja: { engine: jaEngine, tools: jaTools },
    "zh-Hans": { engine: zhEngine, tools: zhTools },
    ko: { engine: koEngine, tools: koTools },
};
