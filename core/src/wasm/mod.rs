//! What the WASM modules for JavaScript have in common (feature `wasm`): the boundary, the types that cross it, and the
//! calls that every module has. The calls of each module are crates of their own, `core/wasm/engine` and
//! `core/wasm/tools`.
//!
//! Every call is stateless, so that a fresh instance can replace one that panicked. `pkg/src` wraps the calls;
//! a new one is a function there and a line in `pkg/src/engine.ts`.

pub mod boundary;
pub mod kept;
mod lint_files;
mod options;
mod outcome;
#[cfg(feature = "test-panic")]
pub mod testing;
mod types;

use wasm_bindgen::prelude::*;

use crate::i18n::{LOCALES, is_there, provide};

pub use lint_files::{LintFile, LintOutput, LintRequest, Write, lint_files};
pub use options::{CallOptions, as_files, stage_of};
pub use outcome::Outcome;
pub use types::{
    AdmitCall, ComponentsAnswer, DrawRequest, Drawing, FleetAnswer, FleetFile, FleetRequest, FormatRequest,
    ImportText, LocaleMeta, MigrateRequest, NodeQuery, RenderRequest, SimulateAnswer, SimulateCall,
    SimulateNodesCall, TextToImport,
};

#[wasm_bindgen(typescript_custom_section)]
const TYPES: &str = r#"
/** The result of a call: `switch` over `status` narrows it. */
export type Outcome<T> =
    | { status: "ok"; value: T; diagnostics: Diagnostic[] }
    | { status: "failed"; diagnostics: Diagnostic[] };

/** A message of the engine, in the language asked for. */
export type Message = MessageJson;
/** A network in canonical form: `10.244.0.0/16`, `fd00:10:244::/56`. */
export type Cidr = string;
/** An address in canonical form. */
export type IpAddress = string;
/** A count up to 2^128 as a decimal number; `BigInt(count)` where a number is too small. */
export type AddressCount = `${bigint}`;
/** The text of a plan file; or several, such as a plan and the manifests beside it, read as one. Findings name the file. */
export type PlanText = string | readonly (string | { name?: string; text: string })[];
/** A count as an argument: a decimal text, a number or a bigint. */
export type AnyCount = AddressCount | number | bigint;
/** A minor version of Kubernetes that the planner knows. */
export type MinorVersion = import("../generated.js").MinorVersion;
/** A Kubernetes version, with the patch level and the vendor's suffix if they were given: `1.33`, `v1.33.2+k3s1`. */
export type KubernetesVersion = import("../generated.js").KubernetesVersion;
/** A language of the messages. */
export type Language = import("../generated.js").Language;
/** The code of a finding. */
export type DiagnosticCode = import("../generated.js").DiagnosticCode;
/** The code of a rule. */
export type RuleCode = import("../generated.js").RuleCode;
/** An export target. */
export type ExportTarget = import("../generated.js").ExportTarget;
/** A CNI plugin that the planner knows. */
export type CniPlugin = import("../generated.js").CniPlugin;
/** An installer or distribution that the planner knows. */
export type Distribution = import("../generated.js").Distribution;
/** A cloud provider that the planner knows, or `none`. */
export type Provider = import("../generated.js").Provider;
"#;

/// Initialises an instance. It runs for the first instance and for a fresh one after a panic.
#[wasm_bindgen(start)]
pub fn start() {
    std::panic::set_hook(Box::new(|report| {
        // The memory of this instance is in an unknown state; the next call runs in a new one. Throwing instead of
        // trapping passes the report to the caller.
        wasm_bindgen::handler::schedule_reinit();
        wasm_bindgen::throw_str(&report.to_string());
    }));
}

/// Makes the next call run in a fresh instance, for failures that run no panic hook, such as an exhausted stack.
#[wasm_bindgen]
pub fn restart() {
    wasm_bindgen::handler::schedule_reinit();
}

/// Gives this instance the messages of a language, as Fluent source. A fresh instance has them no more.
///
/// Texts come as values of JavaScript, as in every call: the glue would copy a `&str` into the memory of an instance that
/// has panicked.
#[wasm_bindgen(js_name = provideLanguage)]
pub fn provide_language(
    #[wasm_bindgen(unchecked_param_type = "string")] tag: &JsValue,
    #[wasm_bindgen(unchecked_param_type = "string")] source: &JsValue,
) {
    let text = |value: &JsValue| value.as_string().unwrap_or_default();
    provide(LOCALES, &text(tag), text(source));
}

/// Returns whether this instance has the messages of a language.
#[wasm_bindgen(js_name = hasLanguage)]
pub fn has_language(#[wasm_bindgen(unchecked_param_type = "string")] tag: &JsValue) -> bool {
    is_there(LOCALES, &tag.as_string().unwrap_or_default())
}
