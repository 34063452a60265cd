//! The plan as a form and as text: two views of one text.

pub mod blocked;
pub mod field;
pub mod form;
pub mod inline;
pub mod range_group;
pub mod reserved;
pub mod source;

mod window;

use std::collections::BTreeMap;
use std::rc::Rc;

use dualstack_core::diagnostic::{PatchOperation, Pointer};
use dualstack_core::document::normalise::normalise;
use dualstack_core::i18n::Message;
use yew::prelude::*;

use crate::components::shell::{Dispatch, use_dispatch};
use crate::effects::now_ms;
use crate::engine::Analysis;
use crate::engine::edit::{FieldKind, set, value_of};
use crate::state::{Action, EditSource, Notice, Place, Tone};

/// What every part of the form works on.
#[derive(Clone)]
pub struct FormContext {
    /// The analysis that is shown.
    pub analysis: Rc<Analysis>,
    /// The text as it is now; ahead of the analysis for a moment when the plan is very large.
    pub text: Rc<str>,
    /// What stands in fields that the text does not say in those words.
    pub drafts: Rc<BTreeMap<String, String>>,
}

impl PartialEq for FormContext {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.analysis, &other.analysis)
            && Rc::ptr_eq(&self.text, &other.text)
            && self.drafts == other.drafts
    }
}

impl FormContext {
    /// What a field shows.
    pub fn shown(&self, pointer: &str) -> String {
        self.drafts
            .get(pointer)
            .cloned()
            .unwrap_or_else(|| self.analysis.field(pointer))
    }

    /// Number of entries of a list, drafts of an entry that is not in the text yet included.
    pub fn entries(&self, list: &str) -> usize {
        self.analysis.entries(list)
    }

    /// The analysis of the text as it is now.
    pub(crate) fn current(&self) -> Rc<Analysis> {
        if *self.analysis.text == *self.text {
            Rc::clone(&self.analysis)
        } else {
            Rc::new(Analysis::structure(&self.text))
        }
    }
}

/// Edits of the plan text by the form.
#[derive(Clone, PartialEq)]
pub struct FormEdits {
    context: FormContext,
    dispatch: Dispatch,
}

/// Edits for the parts of the form.
#[hook]
pub fn use_form_edits(context: &FormContext) -> FormEdits {
    FormEdits {
        context: context.clone(),
        dispatch: use_dispatch(),
    }
}

impl FormEdits {
    /// A field was typed into.
    pub fn typed(&self, pointer: &str, raw: String, kind: FieldKind, keeps_empty: bool) {
        let now = self.context.current();
        let mut value = value_of(&raw, kind);
        if value.is_none() && keeps_empty {
            // An entry of a list stays where it is while it is empty.
            value = Some(serde_json::Value::from(""));
        }
        let place = Pointer::parse(pointer).unwrap_or_default();
        let text = now.patched(&set(now.values(), &place, value));
        self.dispatch.send(Action::Draft {
            pointer: pointer.to_owned(),
            raw,
        });
        if let Some(text) = text {
            self.dispatch.send(Action::Edit {
                text: text.into(),
                source: EditSource::Field(pointer.to_owned()),
                at_ms: now_ms(),
                place: Some(Place::Field(pointer.to_owned())),
            });
        }
    }

    /// A field with an address, a version or a number is left: full-width characters, as input methods give them, become
    /// ASCII, because no other tool reads them.
    pub fn narrowed(&self, pointer: &str, kind: FieldKind, keeps_empty: bool) {
        if pointer.ends_with("/name") {
            return;
        }
        let raw = self.context.shown(pointer);
        let ascii = normalise(&raw);
        if *ascii != *raw {
            self.typed(pointer, ascii.into_owned(), kind, keeps_empty);
            self.dispatch.send(Action::Notify(Notice {
                message: Message::new("narrowed"),
                tone: Tone::Done,
            }));
        }
    }

    /// A field was left: what the text says is shown again.
    pub fn left(&self, pointer: &str) {
        self.dispatch.send(Action::DropDraft {
            pointer: pointer.to_owned(),
        });
    }

    /// A button of the form was pressed. `reveal` is the field to go to.
    pub fn pressed(
        &self,
        patch: impl FnOnce(&serde_json::Value) -> Vec<PatchOperation>,
        reveal: Option<String>,
    ) {
        let now = self.context.current();
        let Some(text) = now.patched(&patch(now.values())) else {
            return;
        };
        self.dispatch.send(Action::Edit {
            text: text.into(),
            source: EditSource::Fix,
            at_ms: now_ms(),
            place: reveal.clone().map(Place::Field),
        });
        if let Some(pointer) = reveal {
            self.dispatch.send(Action::Reveal(Place::Field(pointer)));
        }
    }
}
