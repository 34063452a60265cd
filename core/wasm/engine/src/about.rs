//! What the package knows, and what it has not loaded.

use dualstack_core::i18n::LOCALES;
use dualstack_core::kubernetes::Version;
use dualstack_core::wasm::{CallOptions, LocaleMeta, Outcome, boundary};
use wasm_bindgen::prelude::*;

/// The version of the package.
#[wasm_bindgen]
pub fn version() -> String {
    env!("CARGO_PKG_VERSION").to_owned()
}

/// The languages of the messages, the default first.
#[wasm_bindgen(unchecked_return_type = "LocaleMeta[]")]
pub fn locales() -> JsValue {
    let all: Vec<LocaleMeta> = LOCALES
        .iter()
        .map(|locale| LocaleMeta {
            tag: locale.tag,
            name: locale.name,
        })
        .collect();
    boundary::give(&all)
}

/// The Kubernetes versions known, oldest first.
#[wasm_bindgen(js_name = kubernetesVersions, unchecked_return_type = "string[]")]
pub fn kubernetes_versions() -> JsValue {
    boundary::give(&Version::all().collect::<Vec<_>>())
}

/// The outcome of a call that needs a part that is not loaded.
#[wasm_bindgen(js_name = notLoaded, unchecked_return_type = "Outcome<never>")]
pub fn not_loaded(
    #[wasm_bindgen(unchecked_param_type = "string")] part: &JsValue,
    #[wasm_bindgen(unchecked_optional_param_type = "CallOptions")] options: &JsValue,
) -> JsValue {
    boundary::call(options, &mut |_: CallOptions| {
        Ok(Outcome::not_loaded(&boundary::text(part)?))
    })
}
