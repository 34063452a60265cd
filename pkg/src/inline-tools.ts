// What the entry with the bytes inside loads on demand: the second module, and the languages.

import bytes from "packed:core/dualstack_tools_bg.wasm";
import jaEngine from "packed:locales/ja.ftl";
import jaTools from "packed:locales/ja.tools.ftl";
import * as module from "./core/dualstack_tools.js";
import type { Messages } from "./modules.js";
import type { OtherLanguage } from "./parts.js";

export { bytes, module };

export const messages: Record<OtherLanguage, Messages> = { ja: { engine: jaEngine, tools: jaTools } };
