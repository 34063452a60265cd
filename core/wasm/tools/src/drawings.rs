//! The map of a plan, or of a fleet.

use dualstack_core::drawing::fleet_map::FleetMap;
use dualstack_core::drawing::scene;
use dualstack_core::drawing::svg;
use dualstack_core::fleet::{FleetFiles, plan_fleet};
use dualstack_core::i18n::Catalogue;
use dualstack_core::wasm::{CallOptions, DrawRequest, Drawing, Outcome, as_files, boundary, stage_of};
use wasm_bindgen::prelude::*;

/// Draws the map of a plan: both families side by side, where the same cell is the same node. Of a fleet file, with its lock file
/// and the files that it names beside it, draws the map of the fleet.
#[wasm_bindgen(unchecked_return_type = "Outcome<Drawing>")]
pub fn draw(
    #[wasm_bindgen(unchecked_param_type = "PlanText")] text: &JsValue,
    #[wasm_bindgen(unchecked_param_type = "DrawRequest")] request: &JsValue,
    #[wasm_bindgen(unchecked_optional_param_type = "CallOptions")] options: &JsValue,
) -> JsValue {
    boundary::call(options, &mut |options: CallOptions| {
        let request: DrawRequest = boundary::json("options", request)?;
        let texts = boundary::texts(text)?;
        if let Some(files) = FleetFiles::among(&as_files(&texts)) {
            let (fleet, diagnostics) = match plan_fleet(files, options.language()) {
                Ok(found) => found,
                Err(diagnostics) => return Ok(Outcome::failed(diagnostics)),
            };
            let (map, catalogue) = (FleetMap::of(&fleet), Catalogue::of(options.language()));
            let drawing = Drawing {
                svg: svg::draw_fleet(&map, &request.fleet_scene(), &request.svg(), &catalogue),
                summary: map.sentences().to_vec(),
            };
            return Ok(Outcome::new(Some(drawing), diagnostics));
        }
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
