//! Plans from files.

use std::rc::Rc;

use dualstack_core::i18n::Message;
use wasm_bindgen_futures::JsFuture;
use web_sys::File;
use yew::Callback;
use yew::platform::spawn_local;

use super::now_ms;
use crate::share::MAX_TEXT_BYTES;
use crate::state::{Action, Notice, Tone};

/// Reads a file and opens it as the plan; what was there stays one undo step away.
pub fn open(file: File, dispatch: Callback<Action>) {
    let name = file.name();
    let refuse = {
        let dispatch = dispatch.clone();
        move |message: Message| {
            dispatch.emit(Action::Notify(Notice {
                message,
                tone: Tone::Refused,
            }));
        }
    };
    if file.size() > MAX_TEXT_BYTES as f64 {
        let message = Message::new("file-too-large")
            .with("name", name)
            .with("limit", MAX_TEXT_BYTES >> 20);
        return refuse(message);
    }
    spawn_local(async move {
        let read = JsFuture::from(file.array_buffer()).await;
        let bytes = read.map(|buffer| js_sys::Uint8Array::new(&buffer).to_vec());
        match bytes.map(String::from_utf8) {
            Ok(Ok(text)) => {
                dispatch.emit(Action::Open {
                    text: Rc::from(text.strip_prefix('\u{feff}').unwrap_or(&text)),
                    at_ms: now_ms(),
                });
                dispatch.emit(Action::Notify(Notice {
                    message: Message::new("file-opened").with("name", name),
                    tone: Tone::Done,
                }));
            }
            Ok(Err(_)) => refuse(Message::new("file-not-text").with("name", name)),
            Err(_) => refuse(Message::new("file-unreadable").with("name", name)),
        }
    });
}
