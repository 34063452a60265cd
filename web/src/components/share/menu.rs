//! The menu of ways to share the plan, by the pattern of the ARIA practices: arrows, Home and End move, Escape and Tab leave.

use dualstack_core::i18n::{Catalogue, Message};
use wasm_bindgen::JsValue;
use web_sys::KeyboardEvent;
use yew::platform::spawn_local;
use yew::prelude::*;

use super::ways::{Way, colours, embedding, picture};
use crate::components::shell::header::button_id;
use crate::components::shell::use_dispatch;
use crate::effects::download::{copy, download};
use crate::effects::focus::focus;
use crate::effects::share_link::{link_to, link_to_compare};
use crate::effects::{focused, scripts, window};
use crate::i18n::{I18n, T, use_i18n};
use crate::state::keeping::Unfolded;
use crate::state::selectors::file_name;
use crate::state::{Action, Notice, Tone};
use crate::views::PaneProps;

/// Pixels of a picture for each of the drawing's: sharp on the screens of phones.
const PIXELS: f64 = 2.0;

fn item_id(way: Way) -> String {
    format!("dsp-share-{}", way.slug())
}

fn name(i18n: I18n, way: Way) -> String {
    match way {
        Way::Link => i18n.text("share-link"),
        Way::Compare => i18n.text("share-compare"),
        Way::Svg => i18n.text("share-svg"),
        Way::Png => i18n.text("share-png"),
        Way::Markdown => i18n.text("share-markdown"),
        Way::Embed => i18n.text("share-embed"),
    }
}

fn hint(i18n: I18n, way: Way) -> String {
    match way {
        Way::Link => i18n.text("share-link-hint"),
        Way::Compare => i18n.text("share-compare-hint"),
        Way::Svg => i18n.text("share-svg-hint"),
        Way::Png => i18n.text("share-png-hint"),
        Way::Markdown => i18n.text("share-markdown-hint"),
        Way::Embed => i18n.text("share-embed-hint"),
    }
}

fn refuse(id: &'static str, dispatch: &Callback<Action>) {
    dispatch.emit(Action::Notify(Notice {
        message: Message::new(id),
        tone: Tone::Refused,
    }));
}

/// Whether the system asks for dark pages.
fn prefers_dark() -> bool {
    let query = window().and_then(|window| window.match_media("(prefers-color-scheme: dark)").ok()?);
    query.is_some_and(|query| query.matches())
}

/// Makes a picture of pixels and hands it to the browser's downloads.
fn save_pixels(svg: String, name: String, dispatch: Callback<Action>) {
    spawn_local(async move {
        let drawn = scripts::call("picture", "png", &[svg.into(), JsValue::from_f64(PIXELS)]).await;
        match drawn {
            Ok(bytes) => download(&name, "image/png", &js_sys::Uint8Array::new(&bytes).to_vec()),
            Err(_) => refuse("share-png-failed", &dispatch),
        }
    });
}

fn share(way: Way, pane: &PaneProps, i18n: I18n) {
    let (state, dispatch) = (&pane.state, &pane.dispatch);
    let (text, position) = (state.text(), state.position());
    let analysis = &pane.analysis;
    let file = |suffix| file_name(&analysis.field("/metadata/name"), suffix);
    let drawn = |dark| picture(analysis, &position, colours(state.theme, dark), i18n.language);
    let copy_link = |link: Option<String>, done| match link {
        Some(link) => copy(link, Message::new(done), dispatch.clone()),
        None => refuse("link-too-long", dispatch),
    };
    match way {
        Way::Link => {
            let link = link_to(text, &position);
            // A long comparison leaves no room for itself.
            let is_whole =
                position.way.is_empty() || link.as_ref().is_none_or(|link| link.contains(&*position.way));
            copy_link(
                link,
                if is_whole {
                    "link-copied"
                } else {
                    "share-link-without-way"
                },
            );
        }
        Way::Compare => copy_link(link_to_compare(text), "share-compare-copied"),
        Way::Svg => match drawn(None) {
            Some(svg) => download(&file("-map.svg"), "image/svg+xml", svg.as_bytes()),
            None => refuse("share-no-plan", dispatch),
        },
        Way::Png => match drawn(Some(prefers_dark())) {
            Some(svg) => save_pixels(svg, file("-map.png"), dispatch.clone()),
            None => refuse("share-no-plan", dispatch),
        },
        Way::Markdown => {
            let mut report = analysis.report(&Catalogue::of(i18n.language));
            if let Some(link) = link_to(text, &position) {
                report.push_str(&format!("\n[{}](<{link}>)\n", i18n.text("share-in-planner")));
            }
            copy(report, Message::new("share-markdown-copied"), dispatch.clone());
        }
        Way::Embed => {
            let markup = embedding(text, state.tab, i18n.language);
            copy(markup, Message::new("share-embed-copied"), dispatch.clone());
        }
    }
}

/// The way that a key leads to from the one that has the focus.
fn target(key: &str, at: Option<usize>) -> Option<Way> {
    let last = Way::ALL.len() - 1;
    let index = match (key, at) {
        ("Home", _) | ("ArrowDown", None) => 0,
        ("End", _) | ("ArrowUp", None | Some(0)) => last,
        ("ArrowDown", Some(at)) => (at + 1) % Way::ALL.len(),
        ("ArrowUp", Some(at)) => at - 1,
        _ => return None,
    };
    Way::ALL.get(index).copied()
}

/// The menu. Its first way has the focus when it comes.
#[component]
pub fn ShareMenu(pane: &PaneProps) -> Html {
    let i18n = use_i18n();
    let dispatch = use_dispatch();
    use_effect_with((), |()| focus(&item_id(Way::Link)));
    let has_plan = pane.analysis.plan().is_some();
    let is_there = move |way: Way| has_plan || !way.needs_plan();
    let onkeydown = {
        let dispatch = dispatch.clone();
        Callback::from(move |event: KeyboardEvent| {
            if event.ctrl_key() || event.alt_key() || event.meta_key() {
                return;
            }
            // The focus moves on by itself, to what stands behind the button.
            if event.key() == "Tab" {
                focus(button_id(Unfolded::Share));
                dispatch.send(Action::Unfold(None));
                return;
            }
            let now = focused().map(|element| element.id());
            let at = Way::ALL
                .iter()
                .position(|way| now.as_deref() == Some(item_id(*way).as_str()));
            if let Some(way) = target(&event.key(), at) {
                event.prevent_default();
                focus(&item_id(way));
            }
        })
    };
    let item = |way: Way| {
        let (pane, dispatch) = (pane.clone(), dispatch.clone());
        let onclick = Callback::from(move |_: MouseEvent| {
            if is_there(way) {
                focus(button_id(Unfolded::Share));
                dispatch.send(Action::Unfold(None));
                share(way, &pane, i18n);
            }
        });
        html! {
            <button key={way.slug()} type="button" role="menuitem" tabindex="-1" {onclick} id={item_id(way)}
                aria-disabled={(!is_there(way)).then_some("true")}>
                <span>{ name(i18n, way) }{ " " }</span>
                <span class="field-hint">
                    if is_there(way) { { hint(i18n, way) } } else { <T id="share-no-plan" /> }
                </span>
            </button>
        }
    };
    html! {
        <div role="menu" aria-label={i18n.text("share")} {onkeydown}>{ for Way::ALL.into_iter().map(item) }</div>
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn arrows_go_round_in_the_menu() {
        assert_eq!(target("ArrowDown", None), Some(Way::Link));
        assert_eq!(target("ArrowDown", Some(5)), Some(Way::Link));
        assert_eq!(target("ArrowUp", Some(0)), Some(Way::Embed));
        assert_eq!(target("ArrowUp", Some(3)), Some(Way::Svg));
        assert_eq!(target("End", Some(0)), Some(Way::Embed));
        assert_eq!(target("x", Some(0)), None);
    }
}
