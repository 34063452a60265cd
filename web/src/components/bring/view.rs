//! What was found in brought texts, and what can be done with it.

use std::rc::Rc;

use dualstack_core::i18n::Message;
use dualstack_core::kubernetes::Version;
use dualstack_core::nodeipam::BlockPlace;
use dualstack_core::sources::Checked;
use dualstack_core::whose::whose;
use gloo::timers::callback::Timeout;
use yew::prelude::*;

use super::address::AddressView;
use super::cards::ProposalCards;
use super::field::BOX_ID;
use super::pieces::PiecesView;
use crate::components::check::start::{component, verdict};
use crate::components::nodes::table::page_of;
use crate::components::shell::listing::Listing;
use crate::components::shell::tabs::tab_id;
use crate::components::shell::{Dispatch, use_dispatch};
use crate::effects::arrivals::open;
use crate::effects::focus::{EDITOR_ID, focus};
use crate::effects::share_link::compared_with;
use crate::effects::{now_ms, random_bits};
use crate::engine::Analysis;
use crate::engine::brought::{MOST_READ, Pieces, Reading, add, check, read};
use crate::i18n::{I18n, T, use_i18n};
use crate::state::brought::{Bring, Bundle, NotRead};
use crate::state::{Action, EditSource, Notice, Tab, Tone};
use crate::views::PaneProps;
use crate::views::on_demand::{OnDemand, Part};

const TITLE_ID: &str = "dsp-brought-title";
const CHECK_ID: &str = "dsp-brought-check";
/// What reads texts of any size.
const COMMAND: &str = "npx dualstack-planner import FILE > plan.yaml";
/// Texts from this size on are waited for; that they are read is drawn first.
const WAITED_FOR: usize = 32 << 10;
/// Long enough for a browser to draw.
const DRAWN_AFTER_MS: u32 = 40;

/// What a look came to, in a sentence: the heading, and what a screen reader is told.
fn title(reading: &Reading) -> Message {
    match reading {
        Reading::Nothing => Message::new("brought-nothing"),
        Reading::TooLarge { .. } => Message::new("brought-too-large"),
        Reading::BadLink(_) => Message::new("brought-bad-link"),
        Reading::Address(address) => Message::new("brought-address").with("address", *address),
        Reading::Sizes(_) => Message::new("brought-sizes"),
        Reading::Codes => Message::new("brought-codes"),
        Reading::Fleet => Message::new("brought-fleet"),
        Reading::Pieces(pieces) if pieces.is_understood() => Message::new("brought-pieces")
            .with("pieces", pieces.import.pieces.len())
            .with("unread", pieces.import.unread.len())
            .with("contradictions", pieces.import.contradictions.len()),
        Reading::Pieces(pieces) if pieces.may_be_log => Message::new("brought-lines"),
        Reading::Pieces(_) => Message::new("brought-unknown"),
    }
}

/// A reading, and the look that it is of.
#[derive(Clone, PartialEq)]
struct Done {
    serial: u32,
    language: &'static str,
    reading: Rc<Reading>,
}

/// Reads what is looked at; `None` until that is done.
#[hook]
fn use_reading(pane: &PaneProps) -> Option<Rc<Reading>> {
    let language = use_i18n().language;
    let dispatch = use_dispatch();
    let done = use_state_eq(|| None::<Done>);
    let looked = pane.state.brought.looked.clone();
    {
        let done = done.clone();
        let serial = looked.as_ref().map(|looked| looked.serial);
        use_effect_with((serial, language), move |(_, language)| {
            let language = *language;
            let timer = looked.map(|looked| {
                let pause = if looked.bundle.bytes() < WAITED_FOR {
                    0
                } else {
                    DRAWN_AFTER_MS
                };
                Timeout::new(pause, move || {
                    let reading = Rc::new(read(&looked.bundle, random_bits(), language));
                    dispatch.send(Action::Bring(Bring::Said {
                        message: title(&reading),
                        understood: matches!(&*reading, Reading::Pieces(pieces) if pieces.is_understood()),
                    }));
                    done.set(Some(Done {
                        serial: looked.serial,
                        language,
                        reading,
                    }));
                })
            });
            move || drop(timer)
        });
    }
    let serial = pane.state.brought.looked.as_ref().map(|looked| looked.serial);
    let current = (*done)
        .clone()
        .filter(|done| Some(done.serial) == serial && done.language == language);
    // Whoever has pasted something goes on in what came of it.
    use_effect_with(current.as_ref().map(|done| done.serial), |serial| {
        if serial.is_some() {
            focus(TITLE_ID);
        }
    });
    current.map(|done| done.reading)
}

fn refusal(index: usize, name: &str, reason: NotRead) -> Html {
    let id = match reason {
        NotRead::TooLarge => "brought-file-too-large",
        NotRead::TooMany => "brought-file-too-many",
        NotRead::NotText => "brought-file-not-text",
        NotRead::Unreadable => "brought-file-unreadable",
    };
    html! { <li key={index}><T {id} params={vec![("name", name.into())]} /></li> }
}

fn refusals(bundle: &Bundle) -> Html {
    if bundle.refused.is_empty() {
        return Html::default();
    }
    let rows = bundle.refused.iter().enumerate();
    html! {
        <ul class="refused-files">
            { for rows.map(|(index, (name, reason))| refusal(index, name, *reason)) }
        </ul>
    }
}

fn too_large(bytes: usize) -> Html {
    let mib = |bytes: usize| format!("{:.1}", bytes as f64 / f64::from(1 << 20));
    html! {
        <div class="stack">
            <p><T id="brought-too-large-why" params={vec![("size", mib(bytes).into()), ("limit", (MOST_READ >> 20).into())]} /></p>
            <pre class="upstream" lang="en" translate="no" tabindex="0">{ COMMAND }</pre>
        </div>
    }
}

/// The version that a check is made for: the one that the texts name, else the plan's.
fn version_of(pieces: &Pieces, analysis: &Analysis) -> Version {
    let own = analysis.plan().map(|plan| plan.spec.kubernetes_version);
    pieces.version.or(own).unwrap_or(Version::NEWEST)
}

fn checked(i18n: I18n, checked: &Checked, version: Version) -> Html {
    html! {
        <section class="section" aria-labelledby={CHECK_ID}>
            <h3 id={CHECK_ID} tabindex="-1">{ i18n.html(&verdict(&checked.checks, false, version)) }</h3>
            { for checked.diagnostics.iter().enumerate().map(|(index, found)| html! {
                <p key={index}>{ i18n.engine_html(&found.message) }</p>
            }) }
            { for checked.checks.iter().enumerate().map(|(index, found)| component(i18n, index, found)) }
        </section>
    }
}

/// Puts a plan beside the one that is there, and shows what differs.
pub(super) fn comparing(plan: Rc<str>, dispatch: &Dispatch) -> Callback<MouseEvent> {
    let dispatch = dispatch.clone();
    Callback::from(move |_: MouseEvent| {
        dispatch.send(Action::Bring(Bring::Used));
        compared_with(&plan)
            .into_iter()
            .for_each(|action| dispatch.send(action));
        focus(&tab_id(Tab::Compare.view().slug()));
    })
}

#[derive(Clone, PartialEq, Properties)]
struct ChoicesProps {
    pane: PaneProps,
    bundle: Rc<Bundle>,
    /// The plan that comes of it.
    plan: Option<Rc<str>>,
    /// The pieces, where there are any.
    pieces: Option<Rc<Pieces>>,
}

/// What can be done with what was found.
#[component]
fn Choices(props: &ChoicesProps) -> Html {
    let i18n = use_i18n();
    let dispatch = use_dispatch();
    let forecast = use_state_eq(|| None::<Rc<(Checked, Version)>>);
    use_effect_with(forecast.is_some(), |is_there| {
        if *is_there {
            focus(CHECK_ID);
        }
    });
    let take = props.plan.clone().map(|plan| {
        let (dispatch, name) = (
            dispatch.clone(),
            props.bundle.only().and_then(|only| only.name.clone()),
        );
        Callback::from(move |_: MouseEvent| {
            dispatch.send(Action::Bring(Bring::Used));
            open(
                name.as_deref().unwrap_or_default(),
                Rc::clone(&plan),
                random_bits(),
                &dispatch.0,
            );
            focus(EDITOR_ID);
        })
    });
    let compare = props.plan.clone().map(|plan| comparing(plan, &dispatch));
    let beside = props
        .pieces
        .clone()
        .filter(|pieces| !pieces.import.beside.is_empty() && props.pane.analysis.plan().is_some());
    let added = beside.map(|pieces| {
        let (dispatch, text) = (dispatch.clone(), Rc::clone(props.pane.state.text()));
        let count = pieces.import.beside.len();
        let onclick = Callback::from(move |_: MouseEvent| {
            let additions = add(&text, &pieces.import);
            dispatch.send(Action::Bring(Bring::Used));
            dispatch.send(Action::Edit {
                text: Rc::clone(&additions.text),
                source: EditSource::Fix,
                at_ms: now_ms(),
                place: None,
            });
            dispatch.send(Action::Notify(Notice {
                message: Message::new("brought-added")
                    .with("added", additions.added)
                    .with("known", additions.known),
                tone: if additions.added > 0 { Tone::Replaced } else { Tone::Done },
            }));
            dispatch.send(Action::SelectTab(Tab::Services));
            focus(&tab_id(Tab::Services.view().slug()));
        });
        html! {
            <button type="button" {onclick}><T id="brought-add" params={vec![("count", count.into())]} /></button>
        }
    });
    let only_check = props
        .pieces
        .clone()
        .filter(|pieces| pieces.import.starts)
        .map(|pieces| {
            let (forecast, bundle) = (forecast.clone(), Rc::clone(&props.bundle));
            let version = version_of(&pieces, &props.pane.analysis);
            let onclick = Callback::from(move |_: MouseEvent| {
                if forecast.is_some() {
                    focus(CHECK_ID);
                } else {
                    forecast.set(Some(Rc::new((check(&bundle, version), version))));
                }
            });
            html! { <button type="button" {onclick}><T id="brought-check" /></button> }
        });
    let cancel = Callback::from(move |_: MouseEvent| {
        dispatch.send(Action::Bring(Bring::Close));
        focus(BOX_ID);
    });
    html! {
        <>
            if props.plan.is_some() { <p class="field-hint"><T id="brought-undo" /></p> }
            <div class="row">
                if let Some(onclick) = take {
                    <button type="button" class="primary" {onclick}><T id="brought-take" /></button>
                }
                { added.unwrap_or_default() }
                if let Some(onclick) = compare.filter(|_| props.pane.analysis.plan().is_some()) {
                    <button type="button" {onclick}><T id="brought-compare" /></button>
                }
                { only_check.unwrap_or_default() }
                <button type="button" onclick={cancel}><T id="brought-close" /></button>
            </div>
            if let Some(forecast) = &*forecast { { checked(i18n, &forecast.0, forecast.1) } }
        </>
    }
}

/// The text of a plan, folded up.
pub(super) fn plan_file(i18n: I18n, text: &Rc<str>) -> Html {
    html! {
        <details>
            <summary><T id="brought-file" /></summary>
            <Listing title={i18n.text("source-label")} text={text.to_string()} />
        </details>
    }
}

fn found(i18n: I18n, pane: &PaneProps, bundle: &Rc<Bundle>, reading: &Reading) -> Html {
    let lines = || html! { <OnDemand part={Part::Explained} pane={pane.clone()} /> };
    let (body, plan, pieces) = match reading {
        Reading::Nothing => (html! { <p><T id="brought-nothing-why" /></p> }, None, None),
        Reading::TooLarge { bytes } => (too_large(*bytes), None, None),
        Reading::BadLink(message) => (html! { <p>{ i18n.html(message) }</p> }, None, None),
        Reading::Address(address) => {
            let answer = whose(pane.analysis.stages(), *address).map(Rc::new);
            let page = match pane.analysis.node_blocks().map(|blocks| blocks.find(*address)) {
                Ok(BlockPlace::Node { node, .. }) => Some(page_of(node.node)),
                _ => None,
            };
            (
                html! { <AddressView address={*address} {page} {answer} /> },
                None,
                None,
            )
        }
        Reading::Sizes(proposals) => (
            html! { <ProposalCards proposals={Rc::clone(proposals)} /> },
            None,
            None,
        ),
        Reading::Codes => (lines(), None, None),
        Reading::Fleet => (
            html! { <OnDemand part={Part::Fleet} pane={pane.clone()} /> },
            None,
            None,
        ),
        Reading::Pieces(pieces) => {
            let own = pieces.plan.as_ref().filter(|_| !pieces.is_own);
            let body = html! {
                <>
                    if pieces.may_be_log { { lines() } }
                    if pieces.is_understood() || !pieces.may_be_log {
                        <PiecesView pieces={Rc::clone(pieces)} />
                    } else {
                        <details>
                            <summary><T id="brought-as-file" /></summary>
                            <PiecesView pieces={Rc::clone(pieces)} />
                        </details>
                    }
                    if let Some(plan) = own { { plan_file(i18n, plan) } }
                </>
            };
            (body, pieces.plan.clone(), Some(Rc::clone(pieces)))
        }
    };
    html! {
        <>
            <h2 id={TITLE_ID} tabindex="-1">{ i18n.html(&title(reading)) }</h2>
            { refusals(bundle) }
            { body }
            <Choices pane={pane.clone()} bundle={Rc::clone(bundle)} {plan} {pieces} />
        </>
    }
}

/// What was found.
#[component]
pub fn BroughtView(pane: &PaneProps) -> Html {
    let i18n = use_i18n();
    let reading = use_reading(pane);
    let Some(looked) = &pane.state.brought.looked else {
        return Html::default();
    };
    let Some(reading) = reading else {
        return html! { <p role="status" aria-busy="true"><T id="brought-reading" /></p> };
    };
    html! {
        <div class="section" key={looked.serial}>
            if looked.narrowed { <p class="field-hint"><T id="narrowed" /></p> }
            { found(i18n, pane, &looked.bundle, &reading) }
        </div>
    }
}
