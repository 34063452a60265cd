//! The planner as a page: everything happens in the browser, the engine included.

pub mod components;
pub mod effects;
pub mod engine;
pub mod highlight;
pub mod i18n;
pub mod share;
pub mod state;
pub mod views;

use wasm_bindgen::prelude::wasm_bindgen;
use web_sys::{CustomEvent, CustomEventInit, Element};

/// Runs once when the module is loaded.
#[wasm_bindgen(start)]
pub fn start() {
    // By Yew, which would put a hook of its own in the place of any other.
    yew::set_custom_panic_hook(Box::new(|info| {
        // The module traps after this: save what the user typed, then let the page (web/app.js) take over.
        effects::storage::save_latest();
        effects::storage::stop();
        announce_panic(&info.to_string(), effects::storage::latest().as_deref());
    }));
}

/// Tells the page what happened, and the plan that was typed last.
fn announce_panic(report: &str, plan: Option<&str>) {
    let options = CustomEventInit::new();
    let detail = js_sys::Array::of2(&report.into(), &plan.unwrap_or_default().into());
    options.set_detail(&detail);
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
    element.set_text_content(None);
    effects::page::apply_theme(effects::storage::theme());
    let props = views::planner::PlannerProps {
        wanted,
        there,
        restored,
    };
    yew::Renderer::<views::planner::Planner>::with_root_and_props(element, props).render();
}
