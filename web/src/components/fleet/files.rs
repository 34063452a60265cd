//! The files of a fleet: made when they are asked for.

use std::rc::Rc;

use dualstack_core::drawing::fleet_map::FleetSceneOptions;
use dualstack_core::drawing::svg::{SvgOptions, draw_fleet};
use dualstack_core::export::ExportFile;
use dualstack_core::fleet::FLEET_TARGETS;
use dualstack_core::i18n::{Catalogue, Message};
use yew::prelude::*;

use super::pane::Seen;
use crate::components::shell::use_dispatch;
use crate::effects::download::download;
use crate::engine::exports::zip;
use crate::engine::fleet::LOCK_FILE;
use crate::i18n::{T, use_i18n};
use crate::state::selectors::file_name;
use crate::state::{Action, Notice, Tone};

/// Properties of [`FleetFilesView`].
#[derive(Clone, PartialEq, Properties)]
pub(super) struct FleetFilesProps {
    /// What is seen.
    pub seen: Seen,
    /// From where.
    pub at: FleetSceneOptions,
}

/// What can be taken away besides the lock file and the map: the words of a button, and its targets.
const BUNDLES: [(&str, &[&str]); 6] = [
    ("fleet-files-all", FLEET_TARGETS),
    ("fleet-files-plans", &["plan-yaml"]),
    ("fleet-files-netbox", &["netbox"]),
    ("fleet-files-terraform", &["terraform"]),
    ("fleet-files-markdown", &["markdown"]),
    ("fleet-files-zones", &["reverse-zones"]),
];

/// The buttons.
#[component]
pub(super) fn FleetFilesView(props: &FleetFilesProps) -> Html {
    let i18n = use_i18n();
    let dispatch = use_dispatch();
    let placed = &props.seen.placed;
    let name = placed.fleet.name.clone();
    let lock = {
        let placed = Rc::clone(placed);
        Callback::from(move |_: MouseEvent| {
            download(LOCK_FILE, "application/yaml", placed.fleet.lock.as_bytes())
        })
    };
    let picture = {
        let (placed, at, name, language) = (Rc::clone(placed), props.at.clone(), name.clone(), i18n.language);
        Callback::from(move |_: MouseEvent| {
            let svg = draw_fleet(&placed.map, &at, &SvgOptions::default(), &Catalogue::of(language));
            download(&file_name(&name, "-map.svg"), "image/svg+xml", svg.as_bytes());
        })
    };
    let bundle = |id: &'static str, targets: &'static [&'static str]| {
        let (placed, name, dispatch) = (Rc::clone(placed), name.clone(), dispatch.clone());
        let onclick = Callback::from(move |_: MouseEvent| {
            let mut files = placed.files(targets);
            if targets.len() > 1 {
                files.push(ExportFile {
                    path: LOCK_FILE.to_owned(),
                    media_type: "application/yaml",
                    text: placed.fleet.lock.clone(),
                });
            }
            match zip(&files) {
                Some(bytes) => download(&file_name(&name, ".zip"), "application/zip", &bytes),
                None => dispatch.send(Action::Notify(Notice {
                    message: Message::new("zip-failed"),
                    tone: Tone::Refused,
                })),
            }
        });
        html! { <button key={id} type="button" class="small" {onclick}><T {id} /></button> }
    };
    html! {
        <section class="section" aria-labelledby="dsp-fleet-files-title">
            <h3 id="dsp-fleet-files-title"><T id="fleet-files" /></h3>
            <p class="field-hint"><T id="fleet-files-lock-why" /></p>
            <div class="row">
                <button type="button" class="small primary" onclick={lock}><T id="fleet-files-lock" /></button>
                { for BUNDLES.into_iter().map(|(id, targets)| bundle(id, targets)) }
                <button type="button" class="small" onclick={picture}><T id="fleet-files-picture" /></button>
            </div>
        </section>
    }
}
