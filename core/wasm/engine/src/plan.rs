//! A plan file: what it says, what follows from it, what is wrong with it; and a plan from sizes.

use dualstack_core::diagnostic::Pointer;
use dualstack_core::document::write;
use dualstack_core::plan::suggest::{self, SuggestRequest};
use dualstack_core::wasm::{CallOptions, Outcome, as_files, boundary, kept, stage_of};
use wasm_bindgen::prelude::*;

/// Analyses a plan file and returns everything that follows from it.
#[wasm_bindgen(unchecked_return_type = "Outcome<Report>")]
pub fn analyze(
    #[wasm_bindgen(unchecked_param_type = "PlanText")] text: &JsValue,
    #[wasm_bindgen(unchecked_optional_param_type = "CallOptions")] options: &JsValue,
) -> JsValue {
    // The findings are in the report; the wrapper also puts them into the outcome.
    boundary::call(options, &mut |options: CallOptions| {
        Ok(Outcome::ok(options.analyze(text)?.report()))
    })
}

/// Reads the plan as typed values, without filling in defaults.
#[wasm_bindgen(unchecked_return_type = "Outcome<ClusterPlan>")]
pub fn parse(
    #[wasm_bindgen(unchecked_param_type = "PlanText")] text: &JsValue,
    #[wasm_bindgen(unchecked_optional_param_type = "CallOptions")] options: &JsValue,
) -> JsValue {
    boundary::call(options, &mut |options: CallOptions| {
        let analysis = options.analyze(text)?;
        Ok(stage_of(&analysis, analysis.plan()))
    })
}

/// Computes the address plan of a plan file.
#[wasm_bindgen(unchecked_return_type = "Outcome<AddressPlan>")]
pub fn plan(
    #[wasm_bindgen(unchecked_param_type = "PlanText")] text: &JsValue,
    #[wasm_bindgen(unchecked_optional_param_type = "CallOptions")] options: &JsValue,
) -> JsValue {
    boundary::call(options, &mut |options: CallOptions| {
        let analysis = options.analyze(text)?;
        Ok(stage_of(&analysis, analysis.addresses()))
    })
}

/// Returns the findings about a plan file.
#[wasm_bindgen(unchecked_return_type = "Outcome<Diagnostic[]>")]
pub fn lint(
    #[wasm_bindgen(unchecked_param_type = "PlanText")] text: &JsValue,
    #[wasm_bindgen(unchecked_optional_param_type = "CallOptions")] options: &JsValue,
) -> JsValue {
    boundary::call(options, &mut |options: CallOptions| {
        Ok(Outcome::ok(options.analyze(text)?.listed()))
    })
}

/// Keeps the analysis of a plan file for further calls. Returns its number: `{ kept: number }` stands for the text in
/// them until [`forget`], or until the instance is replaced.
#[wasm_bindgen(unchecked_return_type = "Outcome<number>")]
pub fn keep(
    #[wasm_bindgen(unchecked_param_type = "PlanText")] text: &JsValue,
    #[wasm_bindgen(unchecked_optional_param_type = "CallOptions")] options: &JsValue,
) -> JsValue {
    boundary::call(options, &mut |options: CallOptions| {
        Ok(Outcome::ok(kept::keep(options.analyze(text)?)))
    })
}

/// Gives up an analysis that was kept.
#[wasm_bindgen]
pub fn forget(number: u32) {
    kept::forget(number);
}

/// Applies every safe fix to a plan file.
#[wasm_bindgen(js_name = applySafeFixes, unchecked_return_type = "Outcome<Fixed>")]
pub fn apply_safe_fixes(
    #[wasm_bindgen(unchecked_param_type = "PlanText")] text: &JsValue,
    #[wasm_bindgen(unchecked_optional_param_type = "CallOptions")] options: &JsValue,
) -> JsValue {
    boundary::call(options, &mut |options: CallOptions| {
        Ok(Outcome::ok(dualstack_core::mend::apply_safe_to(
            &as_files(&boundary::texts(text)?),
            &options.analysis(),
        )))
    })
}

/// Makes a plan from sizes and the blocks that it may use.
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

/// Writes a value as YAML that readers of YAML 1.1 and 1.2 understand alike. Empty if the value has no JSON form.
#[wasm_bindgen(js_name = toYaml)]
pub fn to_yaml(#[wasm_bindgen(unchecked_param_type = "unknown")] value: &JsValue) -> String {
    boundary::any("value", value).map_or_else(|_| String::new(), |value| write::to_yaml(&value))
}
