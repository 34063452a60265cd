//! The rules and their pages.

use dualstack_core::explain;
use dualstack_core::lint::docs::RulePage;
use dualstack_core::wasm::{CallOptions, Outcome, boundary};
use wasm_bindgen::prelude::*;

/// Returns the rules that explain a code, or lines that components have printed. With a plan, each has its findings there.
/// If there is none, a diagnostic names the nearest texts.
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
        let text = boundary::text(text)?;
        let found = explain::explain(&text, plan.as_deref());
        let nothing = found.is_empty().then(|| explain::nothing_known(&text));
        Ok(Outcome::new(Some(found), nothing.into_iter().collect()))
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
