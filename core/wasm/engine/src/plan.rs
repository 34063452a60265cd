//! A plan file: what it says, what follows from it, what is wrong with it; and a plan from sizes.

use dualstack_core::diagnostic::Pointer;
use dualstack_core::document::write;
use dualstack_core::plan::suggest::{self, SuggestRequest};
use dualstack_core::wasm::{CallOptions, Outcome, boundary, stage_of};
use wasm_bindgen::prelude::*;

/// Everything that follows from a plan file.
#[wasm_bindgen(unchecked_return_type = "Outcome<Report>")]
pub fn analyze(
    #[wasm_bindgen(unchecked_param_type = "string")] text: &JsValue,
    #[wasm_bindgen(unchecked_optional_param_type = "CallOptions")] options: &JsValue,
) -> JsValue {
    // Its diagnostics stand in the report; the wrapper shows the same list in the outcome.
    boundary::call(options, &mut |options: CallOptions| {
        Ok(Outcome::ok(options.analyze(text)?.into_report()))
    })
}

/// The plan as typed values, defaults not filled in.
#[wasm_bindgen(unchecked_return_type = "Outcome<ClusterPlan>")]
pub fn parse(
    #[wasm_bindgen(unchecked_param_type = "string")] text: &JsValue,
    #[wasm_bindgen(unchecked_optional_param_type = "CallOptions")] options: &JsValue,
) -> JsValue {
    boundary::call(options, &mut |options: CallOptions| {
        let analysis = options.analyze(text)?;
        Ok(stage_of(&analysis, analysis.plan()))
    })
}

/// The address plan.
#[wasm_bindgen(unchecked_return_type = "Outcome<AddressPlan>")]
pub fn plan(
    #[wasm_bindgen(unchecked_param_type = "string")] text: &JsValue,
    #[wasm_bindgen(unchecked_optional_param_type = "CallOptions")] options: &JsValue,
) -> JsValue {
    boundary::call(options, &mut |options: CallOptions| {
        let analysis = options.analyze(text)?;
        Ok(stage_of(&analysis, analysis.addresses()))
    })
}

/// What is wrong with a plan file, or worth knowing.
#[wasm_bindgen(unchecked_return_type = "Outcome<Diagnostic[]>")]
pub fn lint(
    #[wasm_bindgen(unchecked_param_type = "string")] text: &JsValue,
    #[wasm_bindgen(unchecked_optional_param_type = "CallOptions")] options: &JsValue,
) -> JsValue {
    boundary::call(options, &mut |options: CallOptions| {
        Ok(Outcome::ok(options.analyze(text)?.diagnostics()))
    })
}

/// The file with every fix applied that needs nobody to look at it.
#[wasm_bindgen(js_name = applySafeFixes, unchecked_return_type = "Outcome<Fixed>")]
pub fn apply_safe_fixes(
    #[wasm_bindgen(unchecked_param_type = "string")] text: &JsValue,
    #[wasm_bindgen(unchecked_optional_param_type = "CallOptions")] options: &JsValue,
) -> JsValue {
    boundary::call(options, &mut |options: CallOptions| {
        Ok(Outcome::ok(dualstack_core::mend::apply_safe(
            &boundary::text(text)?,
            &options.analysis(),
        )))
    })
}

/// A plan from sizes and the blocks one may use.
#[wasm_bindgen(unchecked_return_type = "Outcome<ClusterPlan>")]
pub fn suggest(
    #[wasm_bindgen(unchecked_param_type = "SuggestRequest")] request: &JsValue,
    #[wasm_bindgen(unchecked_optional_param_type = "CallOptions")] options: &JsValue,
) -> JsValue {
    boundary::call(options, &mut |_: CallOptions| {
        let request: SuggestRequest = boundary::json("request", request)?;
        Ok(match suggest::suggest(&request) {
            Ok(plan) => Outcome::ok(plan),
            Err(reason) => Outcome::refused("PLAN001", Pointer::root(), reason.message()),
        })
    })
}

/// A value as YAML that readers of YAML 1.1 and 1.2 understand alike; empty for what has no JSON form.
#[wasm_bindgen(js_name = toYaml)]
pub fn to_yaml(#[wasm_bindgen(unchecked_param_type = "unknown")] value: &JsValue) -> String {
    boundary::any("value", value).map_or_else(|_| String::new(), |value| write::to_yaml(&value))
}
