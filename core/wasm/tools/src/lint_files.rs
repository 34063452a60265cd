//! The findings of some files in every format, SARIF too.

use dualstack_core::report;
use dualstack_core::wasm;
use wasm_bindgen::prelude::*;

/// Writes the findings of files as text, JSON, SARIF, JUnit or annotations.
#[wasm_bindgen(js_name = lintFiles, unchecked_return_type = "Outcome<LintOutput>")]
pub fn lint_files(
    #[wasm_bindgen(unchecked_param_type = "LintRequest")] request: &JsValue,
    #[wasm_bindgen(unchecked_optional_param_type = "CallOptions")] options: &JsValue,
) -> JsValue {
    wasm::lint_files(request, options, |format, files, counts, language| {
        Some(report::write(format, files, counts, language))
    })
}
