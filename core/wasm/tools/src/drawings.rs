//! The map of a plan.

use dualstack_core::drawing::scene;
use dualstack_core::drawing::svg;
use dualstack_core::i18n::Catalogue;
use dualstack_core::wasm::{CallOptions, DrawRequest, Drawing, boundary, stage_of};
use wasm_bindgen::prelude::*;

/// Draws the map of a plan: both families side by side, where the same cell is the same node.
#[wasm_bindgen(unchecked_return_type = "Outcome<Drawing>")]
pub fn draw(
    #[wasm_bindgen(unchecked_param_type = "PlanText")] text: &JsValue,
    #[wasm_bindgen(unchecked_param_type = "DrawRequest")] request: &JsValue,
    #[wasm_bindgen(unchecked_optional_param_type = "CallOptions")] options: &JsValue,
) -> JsValue {
    boundary::call(options, &mut |options: CallOptions| {
        let request: DrawRequest = boundary::json("options", request)?;
        let analysis = options.analyze(text)?;
        let drawing = scene(&analysis, &request.scene()).map(|scene| Drawing {
            svg: svg::draw(&scene, &request.svg(), &Catalogue::of(options.language())),
            summary: scene.summary,
        });
        Ok(stage_of(&analysis, drawing))
    })
}

/// Returns what the map of a plan shows, as shapes with a meaning.
#[wasm_bindgen(js_name = scene, unchecked_return_type = "Outcome<Scene>")]
pub fn map_scene(
    #[wasm_bindgen(unchecked_param_type = "PlanText")] text: &JsValue,
    #[wasm_bindgen(unchecked_param_type = "DrawRequest")] request: &JsValue,
    #[wasm_bindgen(unchecked_optional_param_type = "CallOptions")] options: &JsValue,
) -> JsValue {
    boundary::call(options, &mut |options: CallOptions| {
        let request: DrawRequest = boundary::json("options", request)?;
        let analysis = options.analyze(text)?;
        Ok(stage_of(&analysis, scene(&analysis, &request.scene())))
    })
}
