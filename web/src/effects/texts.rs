//! The texts of languages that are not compiled in: files beside the module, read when a language is first wanted.

use std::cell::RefCell;

use dualstack_core::i18n::{self as engine, Message, is_there, provide};
use js_sys::{Array, Function, Promise};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

use crate::i18n::LOCALES;
use crate::state::{Notice, Tone};

thread_local! {
    static SOURCE: RefCell<Option<Function>> = const { RefCell::new(None) };
}

/// Texts are read with this function from now on: it takes a language and gives a promise of what the engine says in it
/// and of what the page says (`web/app.js`).
pub fn come_from(read: Function) {
    SOURCE.with_borrow_mut(|source| *source = Some(read));
}

/// The texts of a language could not be had.
#[derive(Clone, Copy, Debug)]
pub struct Missing;

/// What is said then.
pub fn missing(language: &str) -> Notice {
    let own_name = LOCALES.iter().find(|locale| locale.tag == language);
    Notice {
        message: Message::new("language-failed")
            .with("name", own_name.map_or(language, |locale| locale.name)),
        tone: Tone::Refused,
    }
}

/// Sees to it that a language can be shown. What failed is tried again by the next call.
///
/// # Errors
/// Without its texts: the network or the server does not give them.
pub async fn load(language: &str) -> Result<(), Missing> {
    let lists = [engine::LOCALES, LOCALES];
    if lists.iter().all(|locales| is_there(locales, language)) {
        return Ok(());
    }
    let texts = read(language).await.ok_or(Missing)?;
    for (locales, text) in lists.into_iter().zip(texts.iter()) {
        provide(locales, language, text.as_string().ok_or(Missing)?);
    }
    Ok(())
}

async fn read(language: &str) -> Option<Array> {
    let source = SOURCE.with_borrow(Clone::clone)?;
    let promise = source.call1(&JsValue::NULL, &language.into()).ok()?;
    let texts = JsFuture::from(promise.dyn_into::<Promise>().ok()?).await.ok()?;
    texts.dyn_into().ok()
}
