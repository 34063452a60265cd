//! Plans over time: compared, on the way from one to another, growing.

use dualstack_core::change::{GrowthRequest, Side, diff, growth, migrate};
use dualstack_core::diagnostic::Diagnostic;
use dualstack_core::wasm::{CallOptions, FormatRequest, MigrateRequest, Outcome, as_files, boundary};
use wasm_bindgen::prelude::*;

/// Compares two plans by meaning. Either is a plan file, or anything that `importPlan` reads.
#[wasm_bindgen(js_name = diff, unchecked_return_type = "Outcome<Comparison>")]
pub fn diff_plans(
    #[wasm_bindgen(unchecked_param_type = "PlanText")] old: &JsValue,
    #[wasm_bindgen(unchecked_param_type = "PlanText")] new: &JsValue,
    #[wasm_bindgen(unchecked_param_type = "FormatRequest")] request: &JsValue,
    #[wasm_bindgen(unchecked_optional_param_type = "CallOptions")] options: &JsValue,
) -> JsValue {
    boundary::call(options, &mut |options: CallOptions| {
        let request: FormatRequest = boundary::json("options", request)?;
        let (old, new) = (boundary::texts(old)?, boundary::texts(new)?);
        Ok(of_two(&old, &new, &options, |old, new| {
            let mut found = diff(old, new);
            found.text = request
                .format
                .map(|format| found.write(format, options.language()));
            Ok(found)
        }))
    })
}

/// Returns the way from one plan to another, in steps after each of which the cluster works.
#[wasm_bindgen(js_name = migrate, unchecked_return_type = "Outcome<Migration>")]
pub fn migrate_plan(
    #[wasm_bindgen(unchecked_param_type = "PlanText")] from: &JsValue,
    #[wasm_bindgen(unchecked_param_type = "PlanText")] to: &JsValue,
    #[wasm_bindgen(unchecked_param_type = "MigrateRequest")] request: &JsValue,
    #[wasm_bindgen(unchecked_optional_param_type = "CallOptions")] options: &JsValue,
) -> JsValue {
    boundary::call(options, &mut |options: CallOptions| {
        let request: MigrateRequest = boundary::json("options", request)?;
        let (from, to) = (boundary::texts(from)?, boundary::texts(to)?);
        Ok(of_two(&from, &to, &options, |from, to| {
            let mut found = migrate(from, to, &request.order, options.language())?;
            found.text = request
                .format
                .map(|format| found.write(format, options.language()));
            Ok(found)
        }))
    })
}

/// Returns when a plan runs out of blocks for nodes and of addresses for Services.
#[wasm_bindgen(js_name = growth, unchecked_return_type = "Outcome<GrowthForecast>")]
pub fn plan_growth(
    #[wasm_bindgen(unchecked_param_type = "PlanText")] plan: &JsValue,
    #[wasm_bindgen(unchecked_param_type = "GrowthRequest")] request: &JsValue,
    #[wasm_bindgen(unchecked_param_type = "FormatRequest")] form: &JsValue,
    #[wasm_bindgen(unchecked_optional_param_type = "CallOptions")] options: &JsValue,
) -> JsValue {
    boundary::call(options, &mut |options: CallOptions| {
        let request: GrowthRequest = boundary::json("request", request)?;
        let form: FormatRequest = boundary::json("options", form)?;
        let texts = boundary::texts(plan)?;
        let side = match Side::read(&as_files(&texts), options.seed, options.language()) {
            Ok(side) => side,
            Err(diagnostics) => return Ok(Outcome::failed(diagnostics)),
        };
        let mut found = growth(&side, &request);
        found.text = form.format.map(|format| found.write(format, options.language()));
        Ok(Outcome::ok(found))
    })
}

/// Makes an answer about two plans, if both can be read.
fn of_two<T: serde::Serialize>(
    first: &[(String, String)],
    second: &[(String, String)],
    options: &CallOptions,
    answer: impl FnOnce(&Side, &Side) -> Result<T, Box<Diagnostic>>,
) -> Outcome {
    let read = |texts: &[(String, String)]| Side::read(&as_files(texts), options.seed, options.language());
    match (read(first), read(second)) {
        (Ok(first), Ok(second)) => match answer(&first, &second) {
            Ok(value) => Outcome::ok(value),
            Err(diagnostic) => Outcome::failed(vec![*diagnostic]),
        },
        (first, second) => {
            let found = [first, second].into_iter().filter_map(Result::err).flatten();
            Outcome::failed(found.collect())
        }
    }
}
