//! The ranges of one purpose: the first entry's family is the primary one.

use std::rc::Rc;

use dualstack_core::diagnostic::Pointer;
use dualstack_core::i18n::Message;
use yew::prelude::*;

use super::field::Field;
use super::{FormContext, use_form_edits};
use crate::components::map::pattern::swatch;
use crate::components::shell::icon::Icon;
use crate::effects::focus::hand_over;
use crate::engine::RangeKind;
use crate::engine::edit::{remove_entry, set, swap_primary};
use crate::i18n::{T, use_i18n};

/// Properties of [`RangeGroup`].
#[derive(Clone, PartialEq, Properties)]
pub struct RangeGroupProps {
    /// What the form works on.
    pub context: FormContext,
    /// What the ranges are for.
    pub kind: RangeKind,
    /// JSON Pointer of the list.
    pub list: &'static str,
    /// Whether the plan may go without.
    pub optional: bool,
}

fn labels(kind: RangeKind) -> [&'static str; 4] {
    match kind {
        RangeKind::Pods => ["pods", "pods-primary", "pods-secondary", "pods-extra"],
        RangeKind::Services => [
            "services",
            "services-primary",
            "services-secondary",
            "services-extra",
        ],
        RangeKind::LoadBalancers => [
            "load-balancers",
            "load-balancers-primary",
            "load-balancers-secondary",
            "load-balancers-extra",
        ],
        RangeKind::Nodes | RangeKind::Reserved => {
            ["nodes", "nodes-primary", "nodes-secondary", "nodes-extra"]
        }
    }
}

/// A list of ranges with its order.
#[component]
pub fn RangeGroup(props: &RangeGroupProps) -> Html {
    let i18n = use_i18n();
    let edits = use_form_edits(&props.context);
    let list = Pointer::parse(props.list).unwrap_or_default();
    let [title, primary, secondary, extra] = labels(props.kind);
    let title = i18n.text(title);
    let length = props.context.entries(props.list);
    // One empty field where there is no range yet.
    let shown = length.max(1);
    let label = |index: usize| match index {
        0 => i18n.text(primary),
        1 => i18n.text(secondary),
        _ => i18n.message(&Message::new(extra).with("number", index + 1)),
    };
    let swap = {
        let (edits, list) = (edits.clone(), list.clone());
        Callback::from(move |_: MouseEvent| edits.pressed(|values| swap_primary(values, &list), None))
    };
    let add = {
        let (edits, list) = (edits.clone(), list.clone());
        let entry = list.index(length);
        let (analysis, kind) = (Rc::clone(&props.context.analysis), props.kind);
        Callback::from(move |_: MouseEvent| {
            // Where there is no place for one, the field is there to be filled.
            let proposed = analysis.second_range(kind);
            let value = proposed.map_or_else(String::new, |range| range.to_string());
            edits.pressed(
                |values| set(values, &list.index(length), Some(value.clone().into())),
                Some(entry.to_string()),
            );
        })
    };
    let remove = |index: usize| {
        let (edits, list, optional) = (edits.clone(), list.clone(), props.optional);
        let neighbour = list.index(index.saturating_sub(1)).to_string();
        Callback::from(move |event: MouseEvent| {
            hand_over(&event);
            edits.pressed(
                |values| remove_entry(values, &list, index, optional),
                Some(neighbour.clone()),
            );
        })
    };
    html! {
        <div class="range-group" role="group" aria-label={title.clone()} data-kind={props.kind.as_str()}>
            <div class="group-head">
                <h3>{ swatch(props.kind.as_str()) }{ title.clone() }</h3>
                if length >= 2 {
                    <button type="button" class="small quiet" onclick={swap}
                        aria-label={i18n.message(&Message::new("swap-name").with("name", title.as_str()))}>
                        <span class="row">{ Icon::Swap.html() }<T id="swap" /></span>
                    </button>
                }
            </div>
            // A list of its own: beside it, one entry less would make every field a new element without focus.
            <div class="entries">
            { for (0..shown).map(|index| html! {
                <Field key={index} context={props.context.clone()} pointer={list.index(index).to_string()} label={label(index)}
                    entry={index < length && (length > 1 || !props.optional)}>
                    if index > 0 {
                        <button type="button" class="quiet small" onclick={remove(index)}
                            aria-label={i18n.message(&Message::new("remove-name").with("name", label(index)))}>
                            { Icon::Remove.html() }
                        </button>
                    }
                </Field>
            }) }
            </div>
            if length == 1 {
                <div class="row">
                    <button type="button" class="small" onclick={add}
                        aria-label={i18n.message(&Message::new("add-family-name").with("name", title.as_str()))}>
                        <span class="row">{ Icon::Add.html() }<T id="add-family" /></span>
                    </button>
                </div>
            }
        </div>
    }
}
