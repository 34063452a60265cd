//! The top of the page: what this is, whole-plan actions, language and theme.

use std::rc::Rc;

use dualstack_core::i18n::Message;
use wasm_bindgen::JsCast;
use web_sys::{HtmlElement, HtmlSelectElement};
use yew::platform::spawn_local;
use yew::prelude::*;

use super::choice::Choice;
use super::icon::Icon;
use super::use_dispatch;
use crate::effects::download::{copy, download};
use crate::effects::share_link::link_to;
use crate::effects::{element, texts};
use crate::i18n::{I18n, LOCALES, T, choose, use_i18n};
use crate::state::selectors::file_name;
use crate::state::{Action, AppState, Notice, Theme, Tone};

const LANGUAGE_ID: &str = "dsp-language";

/// Properties of [`Header`].
#[derive(Clone, PartialEq, Properties)]
pub struct HeaderProps {
    /// The state.
    pub state: Rc<AppState>,
    /// Name of the cluster.
    pub plan_name: AttrValue,
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

/// The header.
#[component]
pub fn Header(props: &HeaderProps) -> Html {
    let i18n = use_i18n();
    let dispatch = use_dispatch();
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
        let (text, name) = (
            Rc::clone(props.state.text()),
            file_name(&props.plan_name, ".yaml"),
        );
        Callback::from(move |_: MouseEvent| download(&name, "application/yaml", text.as_bytes()))
    };
    let share = {
        let (text, dispatch) = (Rc::clone(props.state.text()), dispatch.clone());
        let at = props.state.position();
        Callback::from(move |_: MouseEvent| match link_to(&text, &at) {
            Some(link) => copy(link, Message::new("link-copied"), dispatch.0.clone()),
            None => dispatch.send(Action::Notify(Notice {
                message: Message::new("link-too-long"),
                tone: Tone::Refused,
            })),
        })
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
    let history = &props.state.history;
    html! {
        <div class="header-bar">
            <div class="brand">
                { brand() }
                <div class="brand-name">
                    <h1><T id="title" /></h1>
                    <span class="brand-plan"><bdi>{ props.plan_name.clone() }</bdi></span>
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
                { tool(i18n, Icon::Share, "share", true, share) }
            </div>
            <div class="tools" role="group" aria-label={i18n.text("tools-page")}>
                <Choice id={LANGUAGE_ID} label={i18n.text("language")} options={languages} languages=true {notes}
                    value={props.state.language} onchoose={onlanguage} />
                <Choice id="dsp-theme" label={i18n.text("theme")} options={themes}
                    value={props.state.theme.as_str()} onchoose={ontheme} />
            </div>
            </div>
        </div>
    }
}
