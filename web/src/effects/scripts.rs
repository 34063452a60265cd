//! Scripts and styles beside the module that are loaded when they are first wanted: `web/app.js` knows where they are.

use std::cell::RefCell;

use js_sys::{Array, Function, Promise, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

/// Every script.
pub const ALL: [&str; 2] = ["picture", "plans"];

thread_local! {
    static SOURCE: RefCell<Option<Function>> = const { RefCell::new(None) };
    static LOADED: RefCell<Vec<(&'static str, JsValue)>> = const { RefCell::new(Vec::new()) };
}

/// Scripts are loaded with this function from now on: it takes the name of one and gives a promise of its module.
pub fn come_from(load: Function) {
    SOURCE.with_borrow_mut(|source| *source = Some(load));
}

fn loaded(name: &str) -> Option<JsValue> {
    LOADED.with_borrow(|all| {
        let found = all.iter().find(|(other, _)| *other == name);
        found.map(|(_, module)| module.clone())
    })
}

/// Loads a script, or the styles of what is loaded on demand.
///
/// # Errors
/// Whatever keeps it from being loaded. The next call tries again.
pub async fn module(name: &'static str) -> Result<JsValue, JsValue> {
    if let Some(module) = loaded(name) {
        return Ok(module);
    }
    let load = SOURCE.with_borrow(Clone::clone).ok_or(JsValue::NULL)?;
    let promise = load.call1(&JsValue::NULL, &name.into())?;
    let module = JsFuture::from(promise.dyn_into::<Promise>()?).await?;
    LOADED.with_borrow_mut(|all| all.push((name, module.clone())));
    Ok(module)
}

fn run(module: &JsValue, function: &str, arguments: &[JsValue]) -> Result<JsValue, JsValue> {
    let function: Function = Reflect::get(module, &function.into())?.dyn_into()?;
    function.apply(&JsValue::NULL, &arguments.iter().collect::<Array>())
}

/// Calls a function of a script, which gives a promise, and waits for what that gives.
///
/// # Errors
/// What the function throws, and whatever keeps the script from being loaded.
pub async fn call(name: &'static str, function: &str, arguments: &[JsValue]) -> Result<JsValue, JsValue> {
    let promise = run(&module(name).await?, function, arguments)?;
    JsFuture::from(promise.dyn_into::<Promise>()?).await
}

/// Calls a function of a script at once, if the script is there.
pub fn call_if_loaded(name: &'static str, function: &str, arguments: &[JsValue]) {
    if let Some(module) = loaded(name) {
        let _ = run(&module, function, arguments);
    }
}
