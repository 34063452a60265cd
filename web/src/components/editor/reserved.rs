//! Networks that must stay free.

use std::rc::Rc;

use dualstack_core::diagnostic::Pointer;
use dualstack_core::i18n::Message;
use serde_json::json;
use yew::prelude::*;

use super::field::Field;
use super::inline::InlineFindings;
use super::{FormContext, use_form_edits};
use crate::components::map::pattern::swatch;
use crate::components::shell::icon::Icon;
use crate::effects::focus::{focus, hand_over};
use crate::engine::edit::{remove_entry, set};
use crate::engine::form::RESERVED;
use crate::i18n::{T, use_i18n};

/// The button that adds an entry; it is there when no entry is left.
const ADD_ID: &str = "dsp-reserve";

/// Properties of [`ReservedList`].
#[derive(Clone, PartialEq, Properties)]
pub struct ReservedListProps {
    /// What the form works on.
    pub context: FormContext,
}

/// The list with its buttons.
#[component]
pub fn ReservedList(props: &ReservedListProps) -> Html {
    let i18n = use_i18n();
    let edits = use_form_edits(&props.context);
    let list = Pointer::parse(RESERVED).unwrap_or_default();
    let length = props.context.entries(RESERVED);
    let add = {
        let (edits, list) = (edits.clone(), list.clone());
        Callback::from(move |_: MouseEvent| {
            edits.pressed(
                |values| {
                    set(
                        values,
                        &list.index(length),
                        Some(json!({ "name": "", "cidr": "" })),
                    )
                },
                Some(list.index(length).key("name").to_string()),
            );
        })
    };
    let remove = |index: usize| {
        let (edits, list) = (edits.clone(), list.clone());
        let neighbour = (length > 1).then(|| list.index(index.saturating_sub(1)).key("name").to_string());
        Callback::from(move |event: MouseEvent| {
            hand_over(&event);
            edits.pressed(
                |values| remove_entry(values, &list, index, true),
                neighbour.clone(),
            );
            if length == 1 {
                focus(ADD_ID);
            }
        })
    };
    let numbered = |id: &'static str, index: usize| i18n.message(&Message::new(id).with("number", index + 1));
    html! {
        <div class="range-group" role="group" aria-label={i18n.text("reserved")} data-kind="reserved">
            <div class="group-head"><h3>{ swatch("reserved") }<T id="reserved" /></h3></div>
            <p class="field-hint"><T id="reserved-hint" /></p>
            if length > 0 {
                <ul role="list" class="reserved-list">
                    { for (0..length).map(|index| {
                        let entry = list.index(index);
                        let (name, cidr) = (entry.key("name").to_string(), entry.key("cidr").to_string());
                        html! {
                            <li key={index} class="reserved-item">
                                <Field context={props.context.clone()} pointer={name.clone()} entry=true
                                    label={numbered("reserved-name", index)} findings_elsewhere=true />
                                <Field context={props.context.clone()} pointer={cidr.clone()} entry=true
                                    label={numbered("reserved-cidr", index)} findings_elsewhere=true />
                                <button type="button" class="quiet" onclick={remove(index)}
                                    aria-label={numbered("reserved-remove", index)}>
                                    { Icon::Remove.html() }
                                </button>
                                <InlineFindings analysis={Rc::clone(&props.context.analysis)} pointer={name} />
                                <InlineFindings analysis={Rc::clone(&props.context.analysis)} pointer={cidr} />
                            </li>
                        }
                    }) }
                </ul>
            }
            <div class="row">
                <button type="button" id={ADD_ID} class="small" onclick={add}>
                    <span class="row">{ Icon::Add.html() }<T id="reserved-add" /></span>
                </button>
            </div>
        </div>
    }
}
