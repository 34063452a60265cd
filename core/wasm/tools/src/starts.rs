//! What people show of the way in which components are started: read, and checked as a version does it.

use dualstack_core::kubernetes::Version;
use dualstack_core::sources::{Checked, Text, check_texts, running};
use dualstack_core::wasm::{CallOptions, Outcome, boundary};
use wasm_bindgen::prelude::*;

/// Checks the start of the components in a command line, a unit, a log, a Pod manifest or a configuration file.
#[wasm_bindgen(js_name = checkStart, unchecked_return_type = "Outcome<StartUpCheck[]>")]
pub fn check_start(
    #[wasm_bindgen(unchecked_param_type = "string")] text: &JsValue,
    #[wasm_bindgen(js_name = kubernetesVersion, unchecked_param_type = "KubernetesVersion")]
    version: &JsValue,
    #[wasm_bindgen(unchecked_optional_param_type = "CallOptions")] options: &JsValue,
) -> JsValue {
    boundary::call(options, &mut |_: CallOptions| {
        let version: Version = boundary::json("kubernetesVersion", version)?;
        let text = boundary::text(text)?;
        let Checked { checks, diagnostics } = check_texts(version, &[Text::pasted(&text)]);
        Ok(Outcome::new(Some(checks), diagnostics))
    })
}

/// Reads how components are started, for the option `running` of the calls that have it.
#[wasm_bindgen(js_name = readRunning, unchecked_return_type = "Outcome<Running>")]
pub fn read_running(
    #[wasm_bindgen(unchecked_param_type = "string")] text: &JsValue,
    #[wasm_bindgen(js_name = kubernetesVersion, unchecked_optional_param_type = "KubernetesVersion")]
    version: &JsValue,
    #[wasm_bindgen(unchecked_optional_param_type = "CallOptions")] options: &JsValue,
) -> JsValue {
    boundary::call(options, &mut |_: CallOptions| {
        let text = boundary::text(text)?;
        // The version of a plan that could not be read is none.
        let version = version.as_string().and_then(|version| version.parse().ok());
        Ok(Outcome::ok(running(&[Text::pasted(&text)], version)))
    })
}
