//! What the components of a cluster do with it: their settings, the API server's answer to a Service.

use dualstack_core::admission::{self, RequestOptions, ServiceCluster};
use dualstack_core::diagnostic::Pointer;
use dualstack_core::i18n::Message;
use dualstack_core::net::Dual;
use dualstack_core::wasm::{AdmitCall, CallOptions, ComponentsAnswer, Outcome, boundary, stage_of};
use wasm_bindgen::prelude::*;

/// Returns the flags and configuration fields of every component, and the start-up checks that each would fail.
#[wasm_bindgen(unchecked_return_type = "Outcome<ComponentsAnswer>")]
pub fn components(
    #[wasm_bindgen(unchecked_param_type = "PlanText")] text: &JsValue,
    #[wasm_bindgen(unchecked_optional_param_type = "CallOptions")] options: &JsValue,
) -> JsValue {
    boundary::call(options, &mut |options: CallOptions| {
        let analysis = options.analyze(text)?;
        let answer = analysis.plan().map(|_| ComponentsAnswer {
            components: analysis.components().to_vec(),
            failed_checks: analysis.failed_checks().to_vec(),
        });
        Ok(stage_of(&analysis, answer))
    })
}

/// Returns each Service of a plan file with the API server's answer: stored or refused. No rule runs.
#[wasm_bindgen(unchecked_return_type = "Outcome<ServiceReport[]>")]
pub fn services(
    #[wasm_bindgen(unchecked_param_type = "PlanText")] text: &JsValue,
    #[wasm_bindgen(unchecked_optional_param_type = "CallOptions")] options: &JsValue,
) -> JsValue {
    boundary::call(options, &mut |options: CallOptions| {
        let analysis = options.analyze(text)?;
        Ok(stage_of(&analysis, analysis.plan().map(|_| analysis.services())))
    })
}

/// Returns the answer of a cluster's API server to a request about a Service.
#[wasm_bindgen(unchecked_return_type = "Outcome<Admission>")]
pub fn admit(
    #[wasm_bindgen(unchecked_param_type = "AdmitCall")] call: &JsValue,
    #[wasm_bindgen(unchecked_optional_param_type = "CallOptions")] options: &JsValue,
) -> JsValue {
    boundary::call(options, &mut |options: CallOptions| {
        let AdmitCall {
            kubernetes_version,
            service_cidrs,
            feature_gates,
            request,
            namespace,
            name,
        } = boundary::json("call", call)?;
        let Some(ranges) = Dual::from_cidrs(&service_cidrs) else {
            let place = Pointer::root().key("serviceCIDRs");
            let message = Message::new("API006").with("argument", "serviceCIDRs");
            return Ok(Outcome::refused("API006", place, message));
        };
        let cluster = ServiceCluster::new(kubernetes_version, ranges)
            .with_gates(&feature_gates.into_iter().collect())
            .seeded(options.seed);
        let options = RequestOptions {
            dry_run: options.dry_run,
            namespace,
            name,
        };
        Ok(Outcome::ok(admission::admit_with(&cluster, &request, &options)))
    })
}
