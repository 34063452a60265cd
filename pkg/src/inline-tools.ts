// What the entry with the bytes inside loads on demand: the second module, and the languages.

import bytes from "packed:core/dualstack_tools_bg.wasm";
import jaEngine from "packed:locales/ja.ftl";
import jaTools from "packed:locales/ja.tools.ftl";
import koEngine from "packed:locales/ko.ftl";
import koTools from "packed:locales/ko.tools.ftl";
import zhEngine from "packed:locales/zh-Hans.ftl";
import zhTools from "packed:locales/zh-Hans.tools.ftl";
import * as module from "./core/dualstack_tools.js";
import type { Messages } from "./modules.js";
import type { OtherLanguage } from "./parts.js";

export { bytes, module };

export const messages: Record<OtherLanguage, Messages> = {
    ja: { engine: jaEngine, tools: jaTools },
    "zh-Hans": { engine: zhEngine, tools: zhTools },
    ko: { engine: koEngine, tools: koTools },
};
