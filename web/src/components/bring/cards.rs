//! The plans that are made of sizes, side by side: what each takes, what it has room for, and a small map of it.

use std::rc::Rc;

use dualstack_core::diagnostic::Severity;
use dualstack_core::drawing::scene::{Area, COLUMNS, Grid, Scene, SceneOptions, areas, fills, scene};
use dualstack_core::i18n::Message;
use dualstack_core::net::Cidr;
use dualstack_core::plan::suggest::Room;
use yew::prelude::*;

use super::view::{comparing, plan_file};
use crate::components::shell::use_dispatch;
use crate::effects::arrivals::open;
use crate::effects::focus::{EDITOR_ID, focus};
use crate::engine::Analysis;
use crate::engine::brought::Proposals;
use crate::i18n::{I18n, T, use_i18n};
use crate::state::Action;
use crate::state::brought::Bring;

/// Properties of [`ProposalCards`].
#[derive(Clone, PartialEq, Properties)]
pub(super) struct ProposalCardsProps {
    /// The plans.
    pub proposals: Rc<Proposals>,
}

/// A card for each plan that there is, and the reasons why the others are not. Where none is, one reason is enough.
#[component]
pub(super) fn ProposalCards(props: &ProposalCardsProps) -> Html {
    let i18n = use_i18n();
    let plans = &props.proposals.plans;
    let none = plans.iter().all(|(_, made)| made.is_err());
    let shown = if none { 1 } else { plans.len() };
    html! {
        <>
            if !none { <p class="field-hint"><T id="brought-undo" /></p> }
            <div class="cards">
                { for plans.iter().take(shown).map(|(room, made)| match made {
                    Ok(text) => html! {
                        <Card key={room.as_str()} room={*room} text={Rc::clone(text)} ula_seed={props.proposals.ula_seed} />
                    },
                    Err(reason) => html! {
                        <section key={room.as_str()} class="card" aria-label={name(i18n, *room)}>
                            if !none { <h3>{ name(i18n, *room) }</h3> }
                            <p>{ i18n.engine_html(reason) }</p>
                        </section>
                    },
                }) }
            </div>
        </>
    }
}

fn name(i18n: I18n, room: Room) -> String {
    match room {
        Room::Tight => i18n.text("card-tight"),
        Room::Roomy => i18n.text("card-roomy"),
        Room::Double => i18n.text("card-double"),
    }
}

fn about(i18n: I18n, room: Room) -> String {
    match room {
        Room::Tight => i18n.text("card-tight-about"),
        Room::Roomy => i18n.text("card-roomy-about"),
        Room::Double => i18n.text("card-double-about"),
    }
}

#[derive(Clone, PartialEq, Properties)]
struct CardProps {
    room: Room,
    text: Rc<str>,
    ula_seed: u64,
}

fn ranges(list: &[Cidr]) -> Html {
    let rows = list.iter().enumerate();
    html! {
        { for rows.map(|(index, cidr)| html! {
            <div key={index}><bdi dir="ltr"><code>{ cidr.to_string() }</code></bdi></div>
        }) }
    }
}

/// What the planner warns of in the plan, in the words of the rules; nothing while they are on their way.
fn warnings(i18n: I18n, analysis: &Analysis) -> Html {
    if !analysis.is_checked() {
        return Html::default();
    }
    let found = analysis.diagnostics().iter();
    let worth_knowing = found.filter(|found| found.severity != Severity::Info);
    html! {
        { for worth_knowing.enumerate().map(|(index, found)| html! {
            <p key={index} class="field-hint">{ i18n.engine_html(&found.message) }{ " " }<code>{ found.code }</code></p>
        }) }
    }
}

/// A rectangle of cells, a unit of the drawing each.
fn rectangle(area: &Area) -> Html {
    let (x, y) = (area.first % COLUMNS, area.first / COLUMNS);
    html! {
        <g key={area.first} class="cell" data-use={area.fill.as_str()}>
            <rect class="plate" x={x.to_string()} y={y.to_string()} width={area.columns.to_string()} height={area.rows.to_string()} />
        </g>
    }
}

/// Both families as small grids in which the same cell is the same node, without words of their own: the card says them.
fn twins(scene: &Scene) -> Html {
    let grids = || {
        scene
            .panes
            .iter()
            .filter_map(|pane| Some((pane.family, pane.grid.as_ref()?)))
    };
    let count = grids().map(|(_, grid)| grid.cells.len()).max().unwrap_or(0);
    let drawing = |grid: &Grid| {
        let box_size = format!("0 0 {COLUMNS} {}", count.div_ceil(COLUMNS));
        html! {
            <svg viewBox={box_size} aria-hidden="true" focusable="false">
                { for areas(&fills(grid, count)).iter().map(rectangle) }
            </svg>
        }
    };
    html! {
        <div class="twins">
            { for grids().map(|(family, grid)| html! {
                <figure key={family.as_str()}>
                    { drawing(grid) }
                    <figcaption>
                        { family.as_str() }{ " " }<bdi dir="ltr"><code>{ grid.network.to_string() }</code></bdi>
                    </figcaption>
                </figure>
            }) }
        </div>
    }
}

/// A plan.
#[component]
fn Card(props: &CardProps) -> Html {
    let i18n = use_i18n();
    let dispatch = use_dispatch();
    let analysis = use_memo((Rc::clone(&props.text), props.ula_seed), |(text, ula_seed)| {
        Analysis::seeded(text, *ula_seed)
    });
    let drawn = use_memo((Rc::clone(&props.text), props.ula_seed), |_| {
        scene(analysis.stages(), &SceneOptions::default())
    });
    let take = {
        let (dispatch, text, ula_seed) = (dispatch.clone(), Rc::clone(&props.text), props.ula_seed);
        Callback::from(move |_: MouseEvent| {
            dispatch.send(Action::Bring(Bring::Used));
            open("", Rc::clone(&text), ula_seed, &dispatch.0);
            focus(EDITOR_ID);
        })
    };
    let title_id = format!("dsp-card-{}", props.room.as_str());
    let named = |id: &'static str| i18n.message(&Message::new(id).with("name", name(i18n, props.room)));
    let Some(plan) = analysis.plan() else {
        return Html::default();
    };
    let spec = &plan.spec;
    html! {
        <article class="card" aria-labelledby={title_id.clone()}>
            <h3 id={title_id}>{ name(i18n, props.room) }</h3>
            <p class="field-hint">{ about(i18n, props.room) }</p>
            if let Some(scene) = &*drawn { { twins(scene) } }
            { for analysis.summary().iter().take(1).map(|sentence| html! { <p>{ i18n.engine_html(sentence) }</p> }) }
            <dl class="facts">
                <dt><T id="pods" /></dt>
                <dd>{ ranges(&spec.pod_cidrs) }</dd>
                <dt><T id="services" /></dt>
                <dd>{ ranges(&spec.service_cidrs) }</dd>
            </dl>
            { warnings(i18n, &analysis) }
            { plan_file(i18n, &props.text) }
            <div class="row">
                <button type="button" class="primary" onclick={take} aria-label={named("brought-take.name")}><T id="brought-take" /></button>
                <button type="button" onclick={comparing(Rc::clone(&props.text), &dispatch)} aria-label={named("brought-compare.name")}>
                    <T id="brought-compare" />
                </button>
            </div>
        </article>
    }
}
