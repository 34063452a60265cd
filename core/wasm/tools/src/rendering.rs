//! Views of a plan for pages.

use dualstack_core::Analysis;
use dualstack_core::drawing::fleet_map::FleetMap;
use dualstack_core::fleet::{FleetFiles, plan_fleet};
use dualstack_core::i18n::Catalogue;
use dualstack_core::render::{self, Element, View};
use dualstack_core::wasm::{CallOptions, Outcome, RenderRequest, as_files, boundary, stage_of};
use serde::Serialize;
use wasm_bindgen::prelude::*;

/// Renders a view of a plan as a tree of elements, from which a page builds its own.
#[wasm_bindgen(unchecked_return_type = "Outcome<Element>")]
pub fn render(
    #[wasm_bindgen(unchecked_param_type = "PlanText")] text: &JsValue,
    #[wasm_bindgen(unchecked_param_type = "RenderRequest")] request: &JsValue,
    #[wasm_bindgen(unchecked_optional_param_type = "CallOptions")] options: &JsValue,
) -> JsValue {
    rendered(text, request, options, |element| element)
}

/// Renders a view of a plan as HTML text.
#[wasm_bindgen(js_name = renderHtml, unchecked_return_type = "Outcome<string>")]
pub fn render_html(
    #[wasm_bindgen(unchecked_param_type = "PlanText")] text: &JsValue,
    #[wasm_bindgen(unchecked_param_type = "RenderRequest")] request: &JsValue,
    #[wasm_bindgen(unchecked_optional_param_type = "CallOptions")] options: &JsValue,
) -> JsValue {
    rendered(text, request, options, |element| element.html())
}

fn rendered<T: Serialize>(
    text: &JsValue,
    request: &JsValue,
    options: &JsValue,
    form: fn(Element) -> T,
) -> JsValue {
    boundary::call(options, &mut |options: CallOptions| {
        let request: RenderRequest = boundary::json("options", request)?;
        let catalogue = Catalogue::of(options.language());
        let texts = boundary::texts(text)?;
        if let Some(files) = FleetFiles::among(&as_files(&texts)) {
            let (fleet, diagnostics) = match plan_fleet(files, options.language()) {
                Ok(found) => found,
                Err(diagnostics) => return Ok(Outcome::failed(diagnostics)),
            };
            let map = FleetMap::of(&fleet);
            let (at, drawn) = (request.fleet_scene(), request.options());
            let element = render::render_fleet(&map, &diagnostics, &at, &drawn, &catalogue);
            return Ok(Outcome::new(element.map(form), diagnostics));
        }
        let analysis = options.analyze(text)?;
        let element = render::render(&analysis, &request.options(), &catalogue);
        Ok(outcome(&analysis, request.view, element.map(form)))
    })
}

/// Returns the view with the findings about the text. Where the view has the findings already, they are all there.
fn outcome<T: Serialize>(analysis: &Analysis, view: View, value: Option<T>) -> Outcome {
    match view {
        View::Findings | View::Planner => Outcome::new(value, analysis.listed()),
        _ => stage_of(analysis, value),
    }
}
