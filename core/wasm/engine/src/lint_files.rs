//! The findings of some files in the formats without pages of rules.

use dualstack_core::report;
use dualstack_core::wasm;
use wasm_bindgen::prelude::*;

/// The findings of some files as text, JSON, JUnit or annotations; SARIF is the other module's.
#[wasm_bindgen(js_name = lintFiles, unchecked_return_type = "Outcome<LintOutput>")]
pub fn lint_files(
    #[wasm_bindgen(unchecked_param_type = "LintRequest")] request: &JsValue,
    #[wasm_bindgen(unchecked_optional_param_type = "CallOptions")] options: &JsValue,
) -> JsValue {
    wasm::lint_files(request, options, report::without_pages)
}
