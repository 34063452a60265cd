//! Steps, their results, and what a screen reader is told of the last one.

use std::rc::Rc;

use dualstack_core::cluster::PlannedCluster;
use dualstack_core::i18n::Message;
use yew::prelude::*;

use super::form::{DO_ID, NextStep};
use super::timeline::{Timeline, title, verdict};
use crate::components::shell::use_dispatch;
use crate::effects::focus::focus;
use crate::engine::Analysis;
use crate::engine::simulation::{Frame, frames};
use crate::i18n::{I18n, T, use_i18n};
use crate::state::Action;
use crate::state::simulation::{Last, Simulate, Simulation};

/// Properties of [`WhatIf`].
#[derive(Clone, PartialEq, Properties)]
pub struct WhatIfProps {
    /// The plan the cluster is made of.
    pub analysis: Rc<Analysis>,
    /// What was done to it.
    pub simulation: Rc<Simulation>,
}

fn said(i18n: I18n, simulation: &Simulation, frames: &[Rc<Frame>]) -> String {
    let last = frames.last().and_then(|frame| frame.entry.as_ref());
    match (simulation.last, last) {
        (Last::Did, Some(entry)) => {
            let (word, _) = verdict(&entry.result);
            let message = Message::new("sim-said")
                .with("step", simulation.steps.len())
                .with("title", i18n.message(&title(&entry.action)))
                .with("result", i18n.text(word));
            i18n.message(&message)
        }
        (Last::Undid(count), _) => {
            let message = Message::new("sim-said-undone")
                .with("count", count)
                .with("left", simulation.steps.len());
            i18n.message(&message)
        }
        _ => String::new(),
    }
}

/// The view.
#[component]
pub fn WhatIf(props: &WhatIfProps) -> Html {
    let i18n = use_i18n();
    let dispatch = use_dispatch();
    let start = props.analysis.cluster().map(PlannedCluster::start);
    let frames = use_memo((start, Rc::clone(&props.simulation.steps)), |(start, steps)| {
        let start = start.as_ref()?;
        Some(Rc::new(
            frames(start, steps).into_iter().map(Rc::new).collect::<Vec<_>>(),
        ))
    });
    let reset = Callback::from(move |_: MouseEvent| {
        dispatch.send(Action::Simulate(Simulate::UndoFrom(0)));
        focus(DO_ID);
    });
    let body = match (*frames)
        .as_ref()
        .and_then(|frames| Some((frames, frames.last()?)))
    {
        None => html! { <p class="empty"><T id="sim-none" /></p> },
        Some((frames, now)) => html! {
            <>
                <NextStep analysis={Rc::clone(&props.analysis)} simulation={Rc::clone(&props.simulation)}
                    frame={Rc::clone(now)} />
                <div class="row between">
                    <p role="status" class="muted">{ said(i18n, &props.simulation, frames) }</p>
                    if !props.simulation.steps.is_empty() {
                        <button type="button" class="small" onclick={reset}><T id="sim-reset" /></button>
                    }
                </div>
                <Timeline frames={Rc::clone(frames)} />
            </>
        },
    };
    html! {
        <section class="section" aria-labelledby="dsp-sim-title">
            <header>
                <h2 id="dsp-sim-title"><T id="sim-title" /></h2>
                <p class="muted"><T id="sim-about" /></p>
            </header>
            { body }
        </section>
    }
}
