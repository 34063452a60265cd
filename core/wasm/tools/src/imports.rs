//! A plan from what exists.

use dualstack_core::sources::{ImportOptions, Text, import};
use dualstack_core::wasm::{CallOptions, Outcome, TextToImport, boundary};
use wasm_bindgen::prelude::*;

/// Reads configuration files, command lines, dumps and log lines, and gives the plan of the cluster that they are about.
#[wasm_bindgen(js_name = importPlan, unchecked_return_type = "Outcome<Import>")]
pub fn import_plan(
    #[wasm_bindgen(unchecked_param_type = "(string | ImportText)[]")] texts: &JsValue,
    #[wasm_bindgen(unchecked_optional_param_type = "CallOptions")] options: &JsValue,
) -> JsValue {
    boundary::call(options, &mut |options: CallOptions| {
        let given: Vec<TextToImport> = boundary::large_list("texts", texts)?;
        let texts: Vec<Text<'_>> = given.iter().map(TextToImport::as_text).collect();
        let imported = import(
            &texts,
            &ImportOptions {
                version: None,
                language: options.language(),
            },
        );
        let diagnostics = imported.diagnostics.clone();
        // Where nothing was understood there is no plan.
        let value = (!imported.pieces.is_empty()).then_some(imported);
        Ok(Outcome::new(value, diagnostics))
    })
}
