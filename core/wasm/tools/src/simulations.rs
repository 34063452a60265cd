//! A cluster, and the node IPAM controller, through steps.

use dualstack_core::admission::simulator::Simulation;
use dualstack_core::analyze::Analysis;
use dualstack_core::components::settings;
use dualstack_core::diagnostic::{Component, Pointer};
use dualstack_core::i18n::Message;
use dualstack_core::nodeipam;
use dualstack_core::request::decode::not_compared;
use dualstack_core::wasm::{CallOptions, Outcome, SimulateAnswer, SimulateCall, SimulateNodesCall, boundary};
use wasm_bindgen::prelude::*;

/// Runs the node IPAM controller while Nodes are added and removed.
#[wasm_bindgen(js_name = simulateNodes, unchecked_return_type = "Outcome<NodeSimulation>")]
pub fn simulate_nodes(
    #[wasm_bindgen(unchecked_param_type = "SimulateNodesCall")] call: &JsValue,
    #[wasm_bindgen(unchecked_optional_param_type = "CallOptions")] options: &JsValue,
) -> JsValue {
    boundary::call(options, &mut |options: CallOptions| {
        let call: SimulateNodesCall = boundary::json("call", call)?;
        let analysis = call
            .plan
            .as_ref()
            .map(|plan| Analysis::of(plan, &options.analysis()));
        let mut diagnostics = analysis
            .as_ref()
            .map(Analysis::reading_with_fixes)
            .unwrap_or_default();
        if diagnostics.is_empty() {
            diagnostics.extend(call.kubernetes_version.and_then(not_compared));
        }
        let plan = analysis.as_ref().and_then(Analysis::plan);
        let version = call
            .kubernetes_version
            .or(plan.map(|plan| plan.spec.kubernetes_version));
        let flags = call.flags.or_else(|| {
            let own = settings(plan?)
                .into_iter()
                .find(|given| given.component == Component::KubeControllerManager)?;
            Some(own.arguments().collect())
        });
        Ok(match version.zip(flags) {
            Some((version, flags)) => Outcome::new(
                Some(nodeipam::simulate(version, &flags, &call.nodes, &call.steps)),
                diagnostics,
            ),
            None if analysis.is_none() => {
                let message = Message::new("API004")
                    .with("argument", "call")
                    .with("error", "missing field `plan`");
                Outcome::refused("API004", Pointer::root(), message)
            }
            None => Outcome::failed(diagnostics),
        })
    })
}

/// Simulates a cluster through a list of actions. The call is stateless: to undo, call it without the last action.
#[wasm_bindgen(unchecked_return_type = "Outcome<SimulateAnswer>")]
pub fn simulate(
    #[wasm_bindgen(unchecked_param_type = "SimulateCall")] call: &JsValue,
    #[wasm_bindgen(unchecked_optional_param_type = "CallOptions")] options: &JsValue,
) -> JsValue {
    boundary::call(options, &mut |options: CallOptions| {
        let SimulateCall { mut start, actions } = boundary::json("call", call)?;
        if start.seed == 0 {
            start.seed = options.seed;
        }
        let Ok(simulation) = Simulation::replay(&start, &actions) else {
            let place = Pointer::root().key("start").key("serviceCIDRs");
            let message = Message::new("API006").with("argument", "start.serviceCIDRs");
            return Ok(Outcome::refused("API006", place, message));
        };
        let diagnostics = not_compared(simulation.version()).into_iter().collect();
        let answer = SimulateAnswer {
            version: simulation.version(),
            ranges: simulation.ranges().iter().copied().collect(),
            service_cidr_objects: simulation.service_cidrs().to_vec(),
            ip_address_objects: simulation.ip_addresses(),
            services: simulation.services(),
            timeline: simulation.into_timeline(),
        };
        Ok(Outcome::new(Some(answer), diagnostics))
    })
}
