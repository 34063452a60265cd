//! Fixes that somebody has chosen.

use dualstack_core::diagnostic::Pointer;
use dualstack_core::i18n::Message;
use dualstack_core::mend::{self, ChosenFix};
use dualstack_core::wasm::{CallOptions, Outcome, as_files, boundary};
use wasm_bindgen::prelude::*;

/// Applies one fix to a plan file.
#[wasm_bindgen(js_name = applyFix, unchecked_return_type = "Outcome<Patched>")]
pub fn apply_fix(
    #[wasm_bindgen(unchecked_param_type = "PlanText")] text: &JsValue,
    #[wasm_bindgen(unchecked_param_type = "Pick<Fix, \"document\" | \"patch\">")] fix: &JsValue,
    #[wasm_bindgen(unchecked_optional_param_type = "CallOptions")] options: &JsValue,
) -> JsValue {
    boundary::call(options, &mut |_: CallOptions| {
        let fix: ChosenFix = boundary::large_json("fix", fix)?;
        let texts = boundary::texts(text)?;
        Ok(match mend::apply(&as_files(&texts), &fix) {
            Ok(patched) => Outcome::ok(patched),
            Err(reason) => {
                let message = Message::new("API004")
                    .with("argument", "fix")
                    .with("error", reason.to_string());
                Outcome::refused("API004", Pointer::root(), message)
            }
        })
    })
}
