//! Whose an address is.

use std::net::IpAddr;

use dualstack_core::wasm::{CallOptions, boundary, stage_of};
use dualstack_core::whose::whose;
use wasm_bindgen::prelude::*;

/// Returns whose an address is in the cluster of a plan: that of a Service, in the block of a node, in a network that the
/// plan names, or nobody's.
#[wasm_bindgen(js_name = whoseAddress, unchecked_return_type = "Outcome<AddressAnswer>")]
pub fn whose_address(
    #[wasm_bindgen(unchecked_param_type = "PlanText")] text: &JsValue,
    #[wasm_bindgen(unchecked_param_type = "string")] address: &JsValue,
    #[wasm_bindgen(unchecked_optional_param_type = "CallOptions")] options: &JsValue,
) -> JsValue {
    boundary::call(options, &mut |options: CallOptions| {
        let address: IpAddr = boundary::address(address)?;
        let analysis = options.analyze(text)?;
        let answer = whose(&analysis, address);
        Ok(stage_of(&analysis, answer))
    })
}
