//! The planner as a page: everything happens in the browser, the engine included.

pub mod components;
pub mod effects;
pub mod engine;
pub mod highlight;
pub mod i18n;
pub mod share;
pub mod state;
pub mod views;

use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;
use web_sys::{CustomEvent, CustomEventInit, Element};

/// Runs once when the module is loaded.
#[wasm_bindgen(start)]
pub fn start() {
    std::panic::set_hook(Box::new(|info| {
        // The module traps after this: save what the user typed, then let the page (web/app.js) take over.
        effects::storage::save_latest();
        announce_panic(&info.to_string());
    }));
}

fn announce_panic(report: &str) {
    let options = CustomEventInit::new();
    options.set_detail(&JsValue::from_str(report));
    if let (Some(window), Ok(event)) = (
        web_sys::window(),
        CustomEvent::new_with_event_init_dict("dualstack-panic", &options),
    ) {
        let _ = window.dispatch_event(&event);
    }
}

/// Draws the planner into an element, in place of what stands there, when the texts of its language are there; `texts`
/// reads those that are not compiled in, `scripts` loads what else is wanted later by its name.
#[wasm_bindgen]
pub async fn mount(element: Element, texts: js_sys::Function, scripts: js_sys::Function) {
    effects::texts::come_from(texts);
    effects::scripts::come_from(scripts);
    let restored = effects::plans::restored().await;
    let wanted = effects::storage::language();
    let there = effects::texts::load(wanted).await.is_ok();
    element.set_inner_html("");
    effects::page::apply_theme(effects::storage::theme());
    let props = views::planner::PlannerProps {
        wanted,
        there,
        restored,
    };
    yew::Renderer::<views::planner::Planner>::with_root_and_props(element, props).render();
}
