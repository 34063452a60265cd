//! The rules and their pages.

use dualstack_core::lint::docs::RulePage;
use dualstack_core::wasm::{CallOptions, Outcome, boundary};
use wasm_bindgen::prelude::*;

/// Returns the rules that explain a code, or a line that a component has printed. With a plan, each has its findings
/// there.
#[wasm_bindgen(unchecked_return_type = "Outcome<Explanation[]>")]
pub fn explain(
    #[wasm_bindgen(unchecked_param_type = "string")] text: &JsValue,
    #[wasm_bindgen(unchecked_optional_param_type = "string")] plan: &JsValue,
    #[wasm_bindgen(unchecked_optional_param_type = "CallOptions")] options: &JsValue,
) -> JsValue {
    boundary::call(options, &mut |_: CallOptions| {
        let plan = if plan.is_undefined() || plan.is_null() {
            None
        } else {
            Some(boundary::text(plan)?)
        };
        Ok(Outcome::ok(dualstack_core::explain::explain(
            &boundary::text(text)?,
            plan.as_deref(),
        )))
    })
}

/// Returns what is nearest to a text that `explain` finds nothing about, and what to paste instead.
#[wasm_bindgen(unchecked_return_type = "Outcome<Unmatched>")]
pub fn unmatched(
    #[wasm_bindgen(unchecked_param_type = "string")] text: &JsValue,
    #[wasm_bindgen(unchecked_optional_param_type = "CallOptions")] options: &JsValue,
) -> JsValue {
    boundary::call(options, &mut |_: CallOptions| {
        Ok(Outcome::ok(dualstack_core::explain::unmatched(&boundary::text(
            text,
        )?)))
    })
}

/// Returns every rule, sorted by code.
#[wasm_bindgen(unchecked_return_type = "Outcome<RulePage[]>")]
pub fn rules(#[wasm_bindgen(unchecked_optional_param_type = "CallOptions")] options: &JsValue) -> JsValue {
    boundary::call(options, &mut |_: CallOptions| {
        let pages: Vec<RulePage> = dualstack_core::lint::notes().map(RulePage::of).collect();
        Ok(Outcome::ok(pages))
    })
}
