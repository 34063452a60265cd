//! What the package knows, and what it has not loaded.

use dualstack_core::i18n::{Catalogue, LOCALES, Standing, is_there};
use dualstack_core::kubernetes::Version;
use dualstack_core::wasm::{CallOptions, LocaleMeta, Outcome, boundary};
use wasm_bindgen::prelude::*;

/// Returns the version of the package: `1.2.3`.
#[wasm_bindgen]
pub fn version() -> String {
    env!("CARGO_PKG_VERSION").to_owned()
}

/// Returns the languages of the messages, the default one first.
#[wasm_bindgen(unchecked_return_type = "LocaleMeta[]")]
pub fn locales() -> JsValue {
    let all: Vec<LocaleMeta> = LOCALES
        .iter()
        .map(|locale| LocaleMeta {
            tag: locale.tag,
            name: locale.name,
            unread: match locale.standing {
                Standing::Complete => None,
                Standing::Unread(note) => Some(note),
            },
            missing: is_there(LOCALES, locale.tag).then(|| Catalogue::of(locale.tag).missing()),
        })
        .collect();
    boundary::give(&all)
}

/// Returns the known Kubernetes versions, the oldest first.
#[wasm_bindgen(js_name = kubernetesVersions, unchecked_return_type = "MinorVersion[]")]
pub fn kubernetes_versions() -> JsValue {
    boundary::give(&Version::all().collect::<Vec<_>>())
}

/// Returns the outcome of a call that needs a part that is not loaded.
#[wasm_bindgen(js_name = notLoaded, unchecked_return_type = "Outcome<never>")]
pub fn not_loaded(
    #[wasm_bindgen(unchecked_param_type = "string")] part: &JsValue,
    #[wasm_bindgen(unchecked_optional_param_type = "CallOptions")] options: &JsValue,
) -> JsValue {
    boundary::call(options, &mut |_: CallOptions| {
        Ok(Outcome::not_loaded(&boundary::text(part)?))
    })
}
