//! One value of the plan: label, control, findings.

use std::rc::Rc;

use web_sys::{HtmlInputElement, InputEvent};
use yew::prelude::*;

use super::inline::{InlineFindings, findings, findings_id, is_invalid};
use super::{FormContext, use_form_edits};
use crate::components::shell::choice::Choice;
use crate::engine::edit::FieldKind;
use crate::engine::form::element_id;

/// Properties of [`Field`].
#[derive(Clone, PartialEq, Properties)]
pub struct FieldProps {
    /// What the form works on.
    pub context: FormContext,
    /// JSON Pointer of the value.
    pub pointer: AttrValue,
    /// Its label.
    pub label: AttrValue,
    /// What its text means.
    #[prop_or(FieldKind::Text)]
    pub kind: FieldKind,
    /// Shown while it is empty: the value the version takes then.
    #[prop_or_default]
    pub placeholder: AttrValue,
    /// Whether it is an entry of a list, which stays while it is empty.
    #[prop_or_default]
    pub entry: bool,
    /// Whether its findings are shown by the group around it.
    #[prop_or_default]
    pub findings_elsewhere: bool,
    /// Something beside the control.
    #[prop_or_default]
    pub children: Html,
}

fn describedby(context: &FormContext, pointer: &str) -> Option<String> {
    (!findings(&context.analysis, pointer).is_empty()).then(|| findings_id(pointer))
}

/// A text field.
#[component]
pub fn Field(props: &FieldProps) -> Html {
    let edits = use_form_edits(&props.context);
    let pointer = props.pointer.clone();
    let id = element_id(&pointer);
    let oninput = {
        let (edits, pointer, kind, entry) = (edits.clone(), pointer.clone(), props.kind, props.entry);
        Callback::from(move |event: InputEvent| {
            let input: HtmlInputElement = event.target_unchecked_into();
            edits.typed(&pointer, input.value(), kind, entry);
        })
    };
    let onblur = {
        let (edits, pointer, kind, entry) = (edits.clone(), pointer.clone(), props.kind, props.entry);
        Callback::from(move |_: FocusEvent| {
            edits.narrowed(&pointer, kind, entry);
            edits.left(&pointer);
        })
    };
    let class = (props.kind == FieldKind::Text).then_some("address");
    html! {
        <div class="field">
            <label for={id.clone()}>{ props.label.clone() }</label>
            <div class="field-line">
                <input {id} {class} type="text" dir="ltr" autocomplete="off" autocapitalize="none" spellcheck="false"
                    inputmode={(props.kind == FieldKind::Number).then_some("numeric")}
                    placeholder={props.placeholder.clone()} value={props.context.shown(&pointer)} {oninput} {onblur}
                    aria-invalid={is_invalid(&props.context.analysis, &pointer).then_some("true")}
                    aria-describedby={describedby(&props.context, &pointer)} />
                { props.children.clone() }
            </div>
            if !props.findings_elsewhere {
                <InlineFindings analysis={Rc::clone(&props.context.analysis)} {pointer} />
            }
        </div>
    }
}

/// Properties of [`SelectField`].
#[derive(Clone, PartialEq, Properties)]
pub struct SelectFieldProps {
    /// What the form works on.
    pub context: FormContext,
    /// JSON Pointer of the value.
    pub pointer: AttrValue,
    /// Its label.
    pub label: AttrValue,
    /// Value and text of each option.
    pub options: Vec<(AttrValue, AttrValue)>,
    /// Text of the option that takes the value out; absent where the value is required.
    #[prop_or_default]
    pub none: Option<AttrValue>,
}

/// A field with a list of values. A value the list does not have (a patch level, a typing error in the text) is an
/// option too: nothing is replaced silently.
#[component]
pub fn SelectField(props: &SelectFieldProps) -> Html {
    let edits = use_form_edits(&props.context);
    let pointer = props.pointer.clone();
    let id = element_id(&pointer);
    let value: AttrValue = props.context.shown(&pointer).into();
    let mut options = props.options.clone();
    if let Some(none) = &props.none {
        options.insert(0, (AttrValue::Static(""), none.clone()));
    }
    if !options.iter().any(|(known, _)| *known == value) {
        options.insert(0, (value.clone(), value.clone()));
    }
    let onchoose = {
        let pointer = pointer.clone();
        Callback::from(move |chosen: String| {
            edits.typed(&pointer, chosen, FieldKind::Text, false);
            edits.left(&pointer);
        })
    };
    html! {
        <div class="field">
            <label for={id.clone()}>{ props.label.clone() }</label>
            <Choice {id} {options} {value} {onchoose} describedby={describedby(&props.context, &pointer).map(AttrValue::from)}
                invalid={is_invalid(&props.context.analysis, &pointer)} />
            <InlineFindings analysis={Rc::clone(&props.context.analysis)} {pointer} />
        </div>
    }
}
