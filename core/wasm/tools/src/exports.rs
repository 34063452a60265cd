//! Files for other tools.

use dualstack_core::export::FileToVerify;
use dualstack_core::file_exports::{export_plan_files, verify_exports_of};
use dualstack_core::wasm::{CallOptions, Outcome, as_files, boundary};
use wasm_bindgen::prelude::*;

/// Writes the files of export targets for a plan file.
#[wasm_bindgen(unchecked_return_type = "Outcome<Exported>")]
pub fn export(
    #[wasm_bindgen(unchecked_param_type = "PlanText")] text: &JsValue,
    #[wasm_bindgen(unchecked_param_type = "readonly ExportTarget[]")] targets: &JsValue,
    #[wasm_bindgen(unchecked_optional_param_type = "CallOptions")] options: &JsValue,
) -> JsValue {
    boundary::call(options, &mut |options: CallOptions| {
        let targets: Vec<String> = boundary::list("targets", targets)?;
        let targets: Vec<&str> = targets.iter().map(String::as_str).collect();
        let texts = boundary::texts(text)?;
        let exported = export_plan_files(
            &as_files(&texts),
            &targets,
            &options.analysis(),
            options.language(),
        );
        let diagnostics = exported.diagnostics.clone();
        let value = (!exported.files.is_empty()).then_some(exported);
        Ok(Outcome::new(value, diagnostics))
    })
}

/// Returns the origin of files: this plan file, another one, or neither.
#[wasm_bindgen(js_name = verifyExport, unchecked_return_type = "Outcome<VerifiedFile[]>")]
pub fn verify_export(
    #[wasm_bindgen(unchecked_param_type = "PlanText")] text: &JsValue,
    #[wasm_bindgen(unchecked_param_type = "FileToVerify[]")] files: &JsValue,
    #[wasm_bindgen(unchecked_optional_param_type = "CallOptions")] options: &JsValue,
) -> JsValue {
    boundary::call(options, &mut |options: CallOptions| {
        let texts = boundary::texts(text)?;
        let files: Vec<FileToVerify> = boundary::large_list("files", files)?;
        let verified = verify_exports_of(&as_files(&texts), &files, &options.analysis());
        Ok(Outcome::new(verified.files, verified.diagnostics))
    })
}

/// Returns the targets of the export.
#[wasm_bindgen(js_name = exportTargets, unchecked_return_type = "Outcome<Target[]>")]
pub fn export_targets(
    #[wasm_bindgen(unchecked_optional_param_type = "CallOptions")] options: &JsValue,
) -> JsValue {
    boundary::call(options, &mut |_: CallOptions| {
        Ok(Outcome::ok(dualstack_core::export::targets()))
    })
}
