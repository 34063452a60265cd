//! The top of the page: what this is, whole-plan actions, language and theme.

use std::rc::Rc;

use wasm_bindgen::JsCast;
use web_sys::{Element, FocusEvent, HtmlElement, HtmlSelectElement, KeyboardEvent};
use yew::platform::spawn_local;
use yew::prelude::*;

use super::choice::Choice;
use super::icon::Icon;
use super::{Dispatch, use_dispatch};
use crate::effects::download::download;
use crate::effects::focus::focus;
use crate::effects::{element, texts};
use crate::i18n::{I18n, LOCALES, T, choose, use_i18n};
use crate::state::keeping::Unfolded;
use crate::state::selectors::file_name;
use crate::state::{Action, Theme};
use crate::views::PaneProps;
use crate::views::on_demand::{OnDemand, Part, prefetch};

const LANGUAGE_ID: &str = "dsp-language";
/// Id of the element around the menu of ways to share.
pub const SHARE_ID: &str = "dsp-share";
/// Id of the element around the list of plans.
pub const PLANS_ID: &str = "dsp-plans";

/// Properties of [`Header`].
#[derive(Clone, PartialEq, Properties)]
pub struct HeaderProps {
    /// What menus are drawn from.
    pub pane: PaneProps,
    /// Name of the cluster.
    pub plan_name: AttrValue,
}

/// Id of the button that unfolds something, which has the focus again when that is closed.
pub const fn button_id(unfolded: Unfolded) -> &'static str {
    match unfolded {
        Unfolded::Share => "dsp-share-button",
        Unfolded::Plans => "dsp-plans-button",
    }
}

fn brand() -> Html {
    html! {
        <svg viewBox="0 0 32 32" aria-hidden="true" focusable="false">
            <rect class="upper" x="2" y="5" width="21" height="9" rx="4.5" />
            <rect class="lower" x="9" y="18" width="21" height="9" rx="4.5" />
        </svg>
    }
}

fn tool(i18n: I18n, icon: Icon, id: &'static str, enabled: bool, onclick: Callback<MouseEvent>) -> Html {
    let title = i18n.text(id);
    // aria-disabled instead of disabled: a button that was just used must not lose the focus.
    html! {
        <button type="button" class="quiet" {onclick} {title} aria-disabled={(!enabled).then_some("true")}>
            { icon.html() }<span class="word"><T {id} /></span>
        </button>
    }
}

/// A button that unfolds something of the page. What it unfolds begins to load when it may be pressed soon.
fn unfolder(i18n: I18n, dispatch: &Dispatch, what: Unfolded, now: Option<Unfolded>) -> Html {
    let is_open = now == Some(what);
    let (icon, word, part, place, popup) = match what {
        Unfolded::Share => (Icon::Share, "share", Part::Share, SHARE_ID, Some("menu")),
        Unfolded::Plans => (Icon::Plans, "plans", Part::Plans, PLANS_ID, None),
    };
    let class = classes!("word", popup.map(|_| "wide"));
    let onclick = dispatch
        .0
        .reform(move |_: MouseEvent| Action::Unfold((!is_open).then_some(what)));
    html! {
        <button type="button" class="quiet unfolds" id={button_id(what)} {onclick} title={i18n.text(word)} aria-haspopup={popup}
            aria-expanded={is_open.to_string()} aria-controls={is_open.then_some(place)}
            onpointerenter={move |_: PointerEvent| prefetch(part)} onfocus={move |_: FocusEvent| prefetch(part)}>
            { icon.html() }<span {class}>{ i18n.text(word) }</span>{ Icon::Unfold.html() }
        </button>
    }
}

/// Closes what is unfolded and gives the focus back when Escape is pressed in it.
fn escape(dispatch: &Callback<Action>, what: Unfolded, now: Option<Unfolded>) -> Callback<KeyboardEvent> {
    let (dispatch, is_open) = (dispatch.clone(), now == Some(what));
    Callback::from(move |event: KeyboardEvent| {
        if is_open && event.key() == "Escape" && !event.is_composing() && !event.default_prevented() {
            event.prevent_default();
            dispatch.emit(Action::Unfold(None));
            focus(button_id(what));
        }
    })
}

/// The button of the menu of ways to share, and the menu, which is closed when the focus leaves both.
fn share(i18n: I18n, dispatch: &Dispatch, pane: &PaneProps) -> Html {
    let now = pane.state.unfolded;
    let is_open = now == Some(Unfolded::Share);
    let onkeydown = escape(&dispatch.0, Unfolded::Share, now);
    let onfocusout = {
        let dispatch = dispatch.clone();
        Callback::from(move |event: FocusEvent| {
            let to = event
                .related_target()
                .and_then(|to| to.dyn_into::<Element>().ok());
            let is_inside = to.is_some_and(|to| to.closest(".unfolded-place").ok().flatten().is_some());
            if is_open && !is_inside {
                dispatch.send(Action::Unfold(None));
            }
        })
    };
    html! {
        <div class="unfolded-place" {onkeydown} {onfocusout}>
            { unfolder(i18n, dispatch, Unfolded::Share, now) }
            if is_open {
                <div class="menu" id={SHARE_ID} tabindex="-1"><OnDemand part={Part::Share} pane={pane.clone()} /></div>
            }
        </div>
    }
}

/// The plans that are kept in this browser, where the header has room for them.
pub fn unfolded_plans(pane: &PaneProps) -> Html {
    let now = pane.state.unfolded;
    if now != Some(Unfolded::Plans) {
        return Html::default();
    }
    let onkeydown = escape(&pane.dispatch, Unfolded::Plans, now);
    html! {
        <div class="brought" id={PLANS_ID} tabindex="-1" {onkeydown}>
            <OnDemand part={Part::Plans} pane={pane.clone()} />
        </div>
    }
}

/// The header.
#[component]
pub fn Header(props: &HeaderProps) -> Html {
    let i18n = use_i18n();
    let dispatch = use_dispatch();
    let state = &props.pane.state;
    let input = use_node_ref();
    let send = |action: Action| {
        let dispatch = dispatch.clone();
        Callback::from(move |_: MouseEvent| dispatch.send(action.clone()))
    };
    let choose_file = {
        let input = input.clone();
        Callback::from(move |_: MouseEvent| {
            if let Some(input) = input.cast::<HtmlElement>() {
                input.click();
            }
        })
    };
    let save = {
        let (text, name) = (Rc::clone(state.text()), file_name(&props.plan_name, ".yaml"));
        Callback::from(move |_: MouseEvent| download(&name, "application/yaml", text.as_bytes()))
    };
    let languages = LOCALES
        .iter()
        .map(|locale| (locale.tag.into(), locale.name.into()))
        .collect::<Vec<_>>();
    let notes = LOCALES
        .iter()
        .filter_map(|locale| {
            let (own, english) = I18n::unread(locale.tag)?;
            Some((locale.tag.into(), format!("{own} · {english}").into()))
        })
        .collect::<Vec<_>>();
    let onlanguage = {
        let dispatch = dispatch.clone();
        let shown = i18n.language;
        Callback::from(move |tag: String| {
            let (dispatch, wanted) = (dispatch.clone(), choose([tag.as_str()]));
            spawn_local(async move {
                match texts::load(wanted).await {
                    Ok(()) => dispatch.send(Action::Language(wanted)),
                    Err(texts::Missing) => {
                        if let Some(select) =
                            element(LANGUAGE_ID).and_then(|found| found.dyn_into::<HtmlSelectElement>().ok())
                        {
                            select.set_value(shown);
                        }
                        dispatch.send(Action::Notify(texts::missing(wanted)));
                    }
                }
            });
        })
    };
    let theme_name = |theme| match theme {
        Theme::System => i18n.text("theme-system"),
        Theme::Light => i18n.text("theme-light"),
        Theme::Dark => i18n.text("theme-dark"),
    };
    let themes = Theme::ALL
        .map(|theme| (theme.as_str().into(), theme_name(theme).into()))
        .to_vec();
    let ontheme = {
        let dispatch = dispatch.clone();
        Callback::from(move |name: String| {
            if let Some(theme) = Theme::parse(&name) {
                dispatch.send(Action::Theme(theme));
            }
        })
    };
    let history = &state.history;
    let name = match state.kept() {
        Some(kept) => kept.name.to_string(),
        None => props.plan_name.to_string(),
    };
    html! {
        <div class="header-bar">
            <div class="brand">
                { brand() }
                <div class="brand-name">
                    <h1><T id="title" /></h1>
                    <span class="brand-plan"><bdi>{ name }</bdi></span>
                </div>
            </div>
            <div class="header-tools">
            <div class="tools" role="group" aria-label={i18n.text("tools-history")}>
                { tool(i18n, Icon::Undo, "undo", history.can_undo(), send(Action::Undo)) }
                { tool(i18n, Icon::Redo, "redo", history.can_redo(), send(Action::Redo)) }
            </div>
            <div class="tools" role="group" aria-label={i18n.text("tools-plan")}>
                // `web/bring.js` reads what is chosen.
                <input ref={input} type="file" hidden=true multiple=true data-testid="plan-file" aria-hidden="true" tabindex="-1" />
                { tool(i18n, Icon::Open, "open-file", true, choose_file) }
                { tool(i18n, Icon::Download, "download-plan", true, save) }
                { unfolder(i18n, &dispatch, Unfolded::Plans, state.unfolded) }
                { share(i18n, &dispatch, &props.pane) }
            </div>
            <div class="tools" role="group" aria-label={i18n.text("tools-page")}>
                <Choice id={LANGUAGE_ID} label={i18n.text("language")} options={languages} languages=true {notes}
                    value={state.language} onchoose={onlanguage} />
                <Choice id="dsp-theme" label={i18n.text("theme")} options={themes}
                    value={state.theme.as_str()} onchoose={ontheme} />
            </div>
            </div>
        </div>
    }
}
