//! Versions of Kubernetes side by side, and a file in the form of another one.

use dualstack_core::components::compare as compare_settings;
use dualstack_core::file_conversion::convert_files;
use dualstack_core::kubernetes::{Version, changes as version_changes};
use dualstack_core::request::decode::not_compared;
use dualstack_core::wasm::{CallOptions, Outcome, as_files, boundary, stage_of};
use wasm_bindgen::prelude::*;

/// Returns the changes in Kubernetes between two versions, each with its source.
#[wasm_bindgen(unchecked_return_type = "Outcome<Change[]>")]
pub fn changes(
    #[wasm_bindgen(unchecked_param_type = "KubernetesVersion")] from: &JsValue,
    #[wasm_bindgen(unchecked_param_type = "KubernetesVersion")] to: &JsValue,
    #[wasm_bindgen(unchecked_optional_param_type = "CallOptions")] options: &JsValue,
) -> JsValue {
    boundary::call(options, &mut |_: CallOptions| {
        let (from, to): (Version, Version) = (boundary::json("from", from)?, boundary::json("to", to)?);
        let diagnostics = not_compared(from.max(to)).into_iter().collect();
        Ok(Outcome::new(Some(version_changes(from, to)), diagnostics))
    })
}

/// Returns the changes of a plan's settings between two versions, with the reasons.
#[wasm_bindgen(unchecked_return_type = "Outcome<SettingChange[]>")]
pub fn compare(
    #[wasm_bindgen(unchecked_param_type = "PlanText")] text: &JsValue,
    #[wasm_bindgen(unchecked_param_type = "KubernetesVersion")] from: &JsValue,
    #[wasm_bindgen(unchecked_param_type = "KubernetesVersion")] to: &JsValue,
    #[wasm_bindgen(unchecked_optional_param_type = "CallOptions")] options: &JsValue,
) -> JsValue {
    boundary::call(options, &mut |options: CallOptions| {
        let (from, to): (Version, Version) = (boundary::json("from", from)?, boundary::json("to", to)?);
        let analysis = options.analyze(text)?;
        let changes = analysis.plan().map(|plan| compare_settings(plan, from, to));
        Ok(stage_of(&analysis, changes))
    })
}

/// Converts a plan file to the form of another version.
#[wasm_bindgen(unchecked_return_type = "Outcome<ConvertedFile>")]
pub fn convert(
    #[wasm_bindgen(unchecked_param_type = "PlanText")] text: &JsValue,
    #[wasm_bindgen(js_name = toVersion, unchecked_param_type = "KubernetesVersion")] to: &JsValue,
    #[wasm_bindgen(unchecked_optional_param_type = "CallOptions")] options: &JsValue,
) -> JsValue {
    boundary::call(options, &mut |_: CallOptions| {
        let to: Version = boundary::json("toVersion", to)?;
        let texts = boundary::texts(text)?;
        let (file, diagnostics) = convert_files(&as_files(&texts), to);
        Ok(Outcome::new(Some(file), diagnostics))
    })
}
