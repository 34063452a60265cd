//! Files and the clipboard.

use dualstack_core::i18n::Message;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, BlobPropertyBag, HtmlAnchorElement, Url};
use yew::Callback;
use yew::platform::spawn_local;

use super::{document, window};
use crate::state::{Action, Notice, Tone};

/// Hands a file to the browser's downloads.
pub fn download(name: &str, media_type: &str, content: &[u8]) {
    let _ = try_download(name, media_type, content);
}

fn try_download(name: &str, media_type: &str, content: &[u8]) -> Result<(), JsValue> {
    let options = BlobPropertyBag::new();
    options.set_type(media_type);
    let bytes = js_sys::Uint8Array::from(content);
    let blob = Blob::new_with_u8_array_sequence_and_options(&js_sys::Array::of1(&bytes), &options)?;
    let url = Url::create_object_url_with_blob(&blob)?;
    let document = document().ok_or(JsValue::NULL)?;
    let link: HtmlAnchorElement = document.create_element("a")?.unchecked_into();
    link.set_href(&url);
    link.set_download(name);
    link.click();
    // The download reads the blob after this turn of the event loop.
    gloo::timers::callback::Timeout::new(10_000, move || {
        let _ = Url::revoke_object_url(&url);
    })
    .forget();
    Ok(())
}

/// Copies a text and says whether that worked; `done` is what to say when it did.
pub fn copy(text: String, done: Message, dispatch: Callback<Action>) {
    spawn_local(async move {
        let copied = match window() {
            // Absent outside of secure contexts, whatever the type says.
            Some(window) if has_clipboard(&window) => {
                JsFuture::from(window.navigator().clipboard().write_text(&text))
                    .await
                    .is_ok()
            }
            _ => false,
        };
        let notice = if copied {
            Notice {
                message: done,
                tone: Tone::Done,
            }
        } else {
            Notice {
                message: Message::new("copy-refused"),
                tone: Tone::Refused,
            }
        };
        dispatch.emit(Action::Notify(notice));
    });
}

fn has_clipboard(window: &web_sys::Window) -> bool {
    js_sys::Reflect::get(&window.navigator(), &JsValue::from_str("clipboard"))
        .is_ok_and(|clipboard| !clipboard.is_undefined())
}
