//! A list of tabs: arrows, Home and End move, as the ARIA practices have it.

use web_sys::KeyboardEvent;
use yew::prelude::*;

use crate::effects::focus::{focus, show_in_row};

/// One tab.
#[derive(Clone, PartialEq)]
pub struct TabItem {
    /// Part of the ids `dsp-tab-…` and `dsp-panel-…`.
    pub slug: &'static str,
    /// What it says.
    pub label: String,
    /// Something behind it: a count.
    pub badge: Option<Html>,
}

/// Properties of [`Tabs`].
#[derive(Clone, PartialEq, Properties)]
pub struct TabsProps {
    /// Name of the list.
    pub label: AttrValue,
    /// The tabs in order.
    pub items: Vec<TabItem>,
    /// Slug of the one that is shown.
    pub selected: &'static str,
    /// Another one is chosen.
    pub onselect: Callback<&'static str>,
    /// The pointer is over one, or the focus on it: it may be chosen next.
    #[prop_or_default]
    pub onnear: Option<Callback<&'static str>>,
}

/// Id of a tab.
pub fn tab_id(slug: &str) -> String {
    format!("dsp-tab-{slug}")
}

/// Id of the panel of a tab.
pub fn panel_id(slug: &str) -> String {
    format!("dsp-panel-{slug}")
}

fn target(key: &str, at: usize, length: usize) -> Option<usize> {
    match key {
        "ArrowRight" | "ArrowDown" => Some((at + 1) % length),
        "ArrowLeft" | "ArrowUp" => Some((at + length - 1) % length),
        "Home" => Some(0),
        "End" => Some(length - 1),
        _ => None,
    }
}

/// The tabs. Only the selected one is in the tab order.
#[component]
pub fn Tabs(props: &TabsProps) -> Html {
    let slugs: Vec<&'static str> = props.items.iter().map(|item| item.slug).collect();
    let onkeydown = {
        let onselect = props.onselect.clone();
        let selected = props.selected;
        Callback::from(move |event: KeyboardEvent| {
            if event.ctrl_key() || event.alt_key() || event.meta_key() {
                return;
            }
            let at = slugs.iter().position(|slug| *slug == selected).unwrap_or(0);
            let next = target(&event.key(), at, slugs.len().max(1)).and_then(|next| slugs.get(next));
            if let Some(slug) = next {
                event.prevent_default();
                onselect.emit(slug);
                focus(&tab_id(slug));
            }
        })
    };
    use_effect_with(props.selected, |selected| show_in_row(&tab_id(selected)));
    html! {
        <div class="tabs" role="tablist" aria-label={props.label.clone()} {onkeydown}>
            { for props.items.iter().map(|item| {
                let chosen = item.slug == props.selected;
                let slug = item.slug;
                let onclick = props.onselect.reform(move |_: MouseEvent| slug);
                let onpointerenter = props.onnear.as_ref().map(|near| near.reform(move |_: PointerEvent| slug));
                let onfocus = props.onnear.as_ref().map(|near| near.reform(move |_: FocusEvent| slug));
                html! {
                    <button key={slug} type="button" role="tab" id={tab_id(slug)} {onclick} {onpointerenter} {onfocus}
                        aria-selected={chosen.to_string()}
                        aria-controls={chosen.then(|| panel_id(slug))}
                        tabindex={if chosen { "0" } else { "-1" }}>
                        { item.label.clone() }
                        { item.badge.clone().unwrap_or_default() }
                    </button>
                }
            }) }
        </div>
    }
}

#[cfg(test)]
mod tests {
    use super::target;

    #[test]
    fn arrows_go_round() {
        assert_eq!(target("ArrowRight", 2, 3), Some(0));
        assert_eq!(target("ArrowLeft", 0, 3), Some(2));
        assert_eq!(target("End", 0, 3), Some(2));
        assert_eq!(target("Home", 2, 3), Some(0));
        assert_eq!(target("a", 2, 3), None);
    }
}
