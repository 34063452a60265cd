//! The only place where values cross into and out of JavaScript.
//!
//! A value leaves JavaScript as JSON text: a cyclic object, a `BigInt` or a `toJSON` that throws is an exception
//! of `JSON.stringify` and is caught there, and a value of the wrong shape is an error with the path of the member.
//! Both become diagnostics, so no input makes a call throw.

use std::net::IpAddr;

use js_sys::{JSON, JsString};
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Value;
use wasm_bindgen::{JsCast, JsValue};

use super::CallOptions;
use super::outcome::Outcome;
use crate::diagnostic::Pointer;
use crate::document::typed;
use crate::i18n::{LOCALES, Message, is_known, speaking};

/// The length of the longest accepted text, in UTF-16 code units. It is checked before the text is copied, which
/// would use the memory.
const MAX_TEXT: u32 = 16 << 20;
/// The length of the longest accepted object as JSON, in UTF-16 code units.
const MAX_JSON: u32 = 1 << 20;
/// The length of the longest accepted object that holds files as JSON, in UTF-16 code units.
const MAX_FILES: u32 = 64 << 20;

/// Makes one call: decodes its options, runs it, and returns the [`Outcome`] as a JavaScript object, with the messages
/// in the language of the option `lang`. `run` decodes its arguments by [`text`] and [`json`] and passes their errors
/// on with `?`.
///
/// Without type parameters, so that it is compiled once and not for each call; the value of an outcome is JSON already.
pub fn call(options: &JsValue, run: &mut dyn FnMut(CallOptions) -> Result<Outcome, Problem>) -> JsValue {
    let options = to_value("options", options);
    let language = options
        .as_ref()
        .ok()
        .and_then(|value| value.get("lang")?.as_str())
        .unwrap_or_default();
    speaking(language, || {
        let decoded = match &options {
            Ok(value) => decode("options", value),
            Err(problem) => Err(problem.clone()),
        };
        let mut outcome = decoded.and_then(run).unwrap_or_else(Problem::into_outcome);
        if !language.is_empty() && !is_known(LOCALES, language) {
            outcome.note_unknown_language(language);
        }
        parse(&outcome.json())
    })
}

/// Reads an argument that is a text.
///
/// # Errors
/// Returns the problem if the argument is something else, or too large.
pub fn text(argument: &JsValue) -> Result<String, Problem> {
    let Some(string) = argument.dyn_ref::<JsString>() else {
        return Err(Problem::new(
            "API001",
            Message::new("API001").with("found", type_name(argument)),
        ));
    };
    if string.length() > MAX_TEXT {
        return Err(too_large("text", MAX_TEXT as usize));
    }
    let text = String::from(string);
    #[cfg(feature = "test-panic")]
    super::testing::panic_at(&text);
    Ok(text)
}

/// Reads an argument that is a text, or a list of texts: strings, or objects with `name` and `text`. Each is given with its
/// name, which may be empty.
///
/// # Errors
/// Returns the problem if the argument is something else, or too large.
pub fn texts(argument: &JsValue) -> Result<Vec<(String, String)>, Problem> {
    if !js_sys::Array::is_array(argument) {
        return Ok(vec![(String::new(), text(argument)?)]);
    }
    let list = to_value_up_to("text", argument, MAX_FILES)?;
    let member = |value: &Value, name: &str| value.get(name).and_then(Value::as_str).map(str::to_owned);
    let one = |(index, value): (usize, &Value)| {
        let text = value
            .as_str()
            .map(str::to_owned)
            .or_else(|| member(value, "text"));
        let text = text.ok_or_else(|| {
            let reason = "expected a string, or an object with a string `text`".to_owned();
            does_not_fit("text", Pointer::root().index(index), reason)
        })?;
        Ok((member(value, "name").unwrap_or_default(), text))
    };
    list.as_array()
        .into_iter()
        .flatten()
        .enumerate()
        .map(one)
        .collect()
}

/// Reads an argument that is an address.
///
/// # Errors
/// Returns the problem if the argument is something else, or too large.
pub fn address(argument: &JsValue) -> Result<IpAddr, Problem> {
    let text = text(argument)?;
    text.parse()
        .map_err(|_| Problem::new("API005", Message::new("API005").with("text", text)))
}

/// Reads an argument that is an object.
///
/// # Errors
/// Returns the problem if the argument is something else, or too large.
pub fn json<A: DeserializeOwned>(name: &'static str, argument: &JsValue) -> Result<A, Problem> {
    decode(name, &to_value(name, argument)?)
}

/// Reads an argument of any form, such as a list.
///
/// # Errors
/// Returns the problem if the argument is something else, or too large.
pub fn any(name: &'static str, argument: &JsValue) -> Result<Value, Problem> {
    to_value(name, argument)
}

/// Reads a list from an argument.
///
/// # Errors
/// Returns the problem if the argument is something else, or too large.
pub fn list<A: DeserializeOwned>(name: &'static str, argument: &JsValue) -> Result<Vec<A>, Problem> {
    decode_any(name, &to_value(name, argument)?)
}

/// Reads an argument that is an object and holds whole files.
///
/// # Errors
/// Returns the problem if the argument is something else, or too large.
pub fn large_json<A: DeserializeOwned>(name: &'static str, argument: &JsValue) -> Result<A, Problem> {
    decode(name, &to_value_up_to(name, argument, MAX_FILES)?)
}

/// Reads a list of whole files.
///
/// # Errors
/// Returns the problem if the argument is something else, or too large.
pub fn large_list<A: DeserializeOwned>(name: &'static str, argument: &JsValue) -> Result<Vec<A>, Problem> {
    decode_any(name, &to_value_up_to(name, argument, MAX_FILES)?)
}

/// Converts a value to a JavaScript object.
pub fn give<T: Serialize>(value: &T) -> JsValue {
    parse(&json_text(value))
}

/// Returns a result as JSON.
pub(super) fn json_text<T: Serialize + ?Sized>(value: &T) -> String {
    written(serde_json::to_string(value))
}

fn written(json: serde_json::Result<String>) -> String {
    match json {
        Ok(text) => text,
        // Only a map with keys other than strings reaches this line: a bug, reported as one.
        Err(error) => wasm_bindgen::throw_str(&format!("a result has no JSON form: {error}")),
    }
}

fn parse(json: &str) -> JsValue {
    JSON::parse(json).unwrap_or_else(|error| wasm_bindgen::throw_val(error))
}

/// The problem of an argument.
#[derive(Clone)]
pub struct Problem {
    code: &'static str,
    pointer: Pointer,
    message: Message,
}

impl Problem {
    fn new(code: &'static str, message: Message) -> Problem {
        Problem {
            code,
            pointer: Pointer::root(),
            message,
        }
    }

    fn into_outcome(self) -> Outcome {
        Outcome::refused(self.code, self.pointer, self.message)
    }
}

fn too_large(name: &'static str, limit: usize) -> Problem {
    let message = Message::new("API002")
        .with("argument", name)
        .with("mebibytes", limit >> 20);
    Problem::new("API002", message)
}

/// Reads the argument as JSON. An absent argument is an empty object.
///
/// # Errors
/// Returns the problem of the argument.
fn to_value(name: &'static str, argument: &JsValue) -> Result<Value, Problem> {
    to_value_up_to(name, argument, MAX_JSON)
}

fn to_value_up_to(name: &'static str, argument: &JsValue, limit: u32) -> Result<Value, Problem> {
    if argument.is_undefined() || argument.is_null() {
        return Ok(Value::Object(serde_json::Map::new()));
    }
    let unreadable = |reason: String| {
        Problem::new(
            "API003",
            Message::new("API003")
                .with("argument", name)
                .with("error", reason),
        )
    };
    let text = JSON::stringify(argument).map_err(|exception| unreadable(describe(&exception)))?;
    // A function or a symbol has no JSON form: JavaScript returns undefined, although the Rust type is a string.
    let Some(text) = JsValue::from(text).dyn_into::<JsString>().ok() else {
        return Err(unreadable(type_name(argument)));
    };
    if text.length() > limit {
        return Err(too_large(name, limit as usize));
    }
    let text = String::from(text);
    #[cfg(feature = "test-panic")]
    super::testing::panic_at(&text);
    serde_json::from_str(&text).map_err(|error| unreadable(error.to_string()))
}

fn decode<A: DeserializeOwned>(name: &'static str, value: &Value) -> Result<A, Problem> {
    // serde would read a list as the members of the object in order.
    if value.is_array() {
        let reason = "invalid type: sequence, expected an object".to_owned();
        return Err(does_not_fit(name, Pointer::root(), reason));
    }
    decode_any(name, value)
}

fn decode_any<A: DeserializeOwned>(name: &'static str, value: &Value) -> Result<A, Problem> {
    typed(value).map_err(|misfit| does_not_fit(name, misfit.place(), misfit.to_string()))
}

fn does_not_fit(name: &'static str, pointer: Pointer, reason: String) -> Problem {
    let message = Message::new("API004")
        .with("argument", name)
        .with("error", reason);
    Problem {
        code: "API004",
        pointer,
        message,
    }
}

/// Returns the first line of an exception; engines describe a cycle over many lines.
fn describe(exception: &JsValue) -> String {
    let text = match exception.dyn_ref::<js_sys::Error>() {
        Some(error) => String::from(error.message()),
        None => exception.as_string().unwrap_or_else(|| type_name(exception)),
    };
    text.lines().next().unwrap_or_default().to_owned()
}

fn type_name(value: &JsValue) -> String {
    if value.is_null() {
        "null".to_owned()
    } else {
        value.js_typeof().as_string().unwrap_or_default()
    }
}
