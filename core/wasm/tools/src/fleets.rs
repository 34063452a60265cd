//! Many clusters from shared blocks.

use dualstack_core::fleet::{FLEET_TARGETS, FleetFiles, export_fleet, plan_fleet, plans, referred_files};
use dualstack_core::wasm::{CallOptions, FleetAnswer, FleetRequest, Outcome, as_files, boundary};
use wasm_bindgen::prelude::*;

/// Gives every cluster of a fleet its place.
#[wasm_bindgen(js_name = fleet, unchecked_return_type = "Outcome<FleetAnswer>")]
pub fn fleet_of(
    #[wasm_bindgen(unchecked_param_type = "string")] text: &JsValue,
    #[wasm_bindgen(unchecked_param_type = "FleetRequest")] request: &JsValue,
    #[wasm_bindgen(unchecked_optional_param_type = "CallOptions")] options: &JsValue,
) -> JsValue {
    boundary::call(options, &mut |options: CallOptions| {
        let request: FleetRequest = boundary::large_json("options", request)?;
        let text = boundary::text(text)?;
        let named: Vec<(String, String)> = request
            .files
            .into_iter()
            .map(|file| (file.name, file.text))
            .collect();
        let files = FleetFiles {
            fleet: &text,
            plans: &as_files(&named),
            lock: request.lock.as_deref(),
        };
        let (mut fleet, mut diagnostics) = match plan_fleet(files, options.language()) {
            Ok(found) => found,
            Err(diagnostics) => return Ok(Outcome::failed(diagnostics)),
        };
        fleet.text = request
            .format
            .map(|format| fleet.write(format, options.language()));
        let targets: Option<Vec<&str>> = request.targets.as_ref().map(|names| match names.as_slice() {
            [] => FLEET_TARGETS.to_vec(),
            names => names.iter().map(String::as_str).collect(),
        });
        let files = targets.map(|targets| {
            let exported = export_fleet(&fleet, &targets, options.language());
            diagnostics.extend(exported.diagnostics);
            exported.files
        });
        let answer = FleetAnswer {
            plans: request.plans.then(|| plans(&fleet)),
            files,
            fleet,
        };
        Ok(Outcome::new(Some(answer), diagnostics))
    })
}

/// Returns the files that the existing clusters of a fleet file are read from.
#[wasm_bindgen(js_name = fleetFiles, unchecked_return_type = "Outcome<string[]>")]
pub fn fleet_files(
    #[wasm_bindgen(unchecked_param_type = "string")] text: &JsValue,
    #[wasm_bindgen(unchecked_optional_param_type = "CallOptions")] options: &JsValue,
) -> JsValue {
    boundary::call(options, &mut |_: CallOptions| {
        let text = boundary::text(text)?;
        Ok(Outcome::ok(referred_files(&text)))
    })
}
