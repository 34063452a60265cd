//! The blocks of nodes.

use std::net::IpAddr;

use dualstack_core::analyze::Analysis;
use dualstack_core::nodeipam::NodeBlocks;
use dualstack_core::wasm::{CallOptions, NodeQuery, Outcome, boundary, stage_of};
use serde::Serialize;
use wasm_bindgen::prelude::*;

/// The largest number of nodes on one page.
const MAX_PAGE: usize = 1_000;

/// Answers a question about the node blocks. If there are none the rules run, and their findings give the reason.
fn of_blocks<T: Serialize>(analysis: &Analysis, ask: impl FnOnce(&NodeBlocks) -> T) -> Outcome {
    match analysis.node_blocks() {
        Ok(blocks) => stage_of(analysis, Some(ask(blocks))),
        Err(_) => Outcome::failed(analysis.listed()),
    }
}

/// Returns a page of node blocks. The call fails if kube-controller-manager would not start with the flags of the
/// plan; its refusal is then among the findings.
#[wasm_bindgen(unchecked_return_type = "Outcome<NodePage>")]
pub fn nodes(
    #[wasm_bindgen(unchecked_param_type = "PlanText")] text: &JsValue,
    #[wasm_bindgen(unchecked_optional_param_type = "NodeQuery")] query: &JsValue,
    #[wasm_bindgen(unchecked_optional_param_type = "CallOptions")] options: &JsValue,
) -> JsValue {
    boundary::call(options, &mut |options: CallOptions| {
        let query: NodeQuery = boundary::json("query", query)?;
        let analysis = options.analyze(text)?;
        Ok(of_blocks(&analysis, |blocks| {
            blocks.page(u128::from(query.from), query.limit.min(MAX_PAGE))
        }))
    })
}

/// Returns the place of an address among the node blocks.
#[wasm_bindgen(js_name = findNode, unchecked_return_type = "Outcome<BlockPlace>")]
pub fn find_node(
    #[wasm_bindgen(unchecked_param_type = "PlanText")] text: &JsValue,
    #[wasm_bindgen(unchecked_param_type = "string")] address: &JsValue,
    #[wasm_bindgen(unchecked_optional_param_type = "CallOptions")] options: &JsValue,
) -> JsValue {
    boundary::call(options, &mut |options: CallOptions| {
        let address: IpAddr = boundary::address(address)?;
        let analysis = options.analyze(text)?;
        Ok(of_blocks(&analysis, |blocks| blocks.find(address)))
    })
}
