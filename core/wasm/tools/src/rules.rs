//! The rules and their pages.

use dualstack_core::lint::docs::RulePage;
use dualstack_core::wasm::{CallOptions, Outcome, boundary};
use wasm_bindgen::prelude::*;

/// The rules that a code, or a line that a component has printed, is about; with a plan, what they find in it.
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

/// Every rule, by code.
#[wasm_bindgen(unchecked_return_type = "Outcome<RulePage[]>")]
pub fn rules(#[wasm_bindgen(unchecked_optional_param_type = "CallOptions")] options: &JsValue) -> JsValue {
    boundary::call(options, &mut |_: CallOptions| {
        let pages: Vec<RulePage> = dualstack_core::lint::notes().map(RulePage::of).collect();
        Ok(Outcome::ok(pages))
    })
}
