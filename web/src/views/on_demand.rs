//! Parts of the page whose code is not there at first: each is a module of its own, loaded when it is shown or when
//! the page has nothing else to do. Without the feature `split` all of them are there from the start.

use std::cell::Cell;

use dualstack_core::i18n::complete;
use gloo::timers::callback::Timeout;
use js_sys::Reflect;
use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

use super::PaneProps;
use crate::components::bring::field::BROUGHT_ID;
use crate::components::change::reach::Reach;
use crate::components::shell::header::{PLANS_ID, SHARE_ID};
use crate::components::shell::tabs::panel_id;
use crate::effects::focus::focus;
use crate::effects::rules::{RulesLoading, RulesState};
use crate::effects::{focused, scripts, texts, window};
use crate::engine::Analysis;
use crate::engine::rules::Rules;
use crate::i18n::{LOCALES, T};
use crate::state::{EditorMode, Tab};

/// The first view has been drawn and looked at by then.
const IDLE_AFTER_MS: u32 = 1500;

/// A part that is loaded on demand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// The map. It is asked for at once, beside the rules.
    Map,
    /// Room for nodes and Services.
    Room,
    /// Node blocks.
    Nodes,
    /// Services as stored or refused.
    Services,
    /// Flags and configuration of the components.
    Components,
    /// Findings, and the way from a log line to its rule with the rules' pages.
    Diagnostics,
    /// Every export, and their view.
    Exports,
    /// The cluster to try things on.
    Simulation,
    /// What a component prints when it starts.
    StartCheck,
    /// Another plan beside this one, and the way there.
    Compare,
    /// Two versions side by side.
    Versions,
    /// What was found in brought texts.
    Brought,
    /// What brought lines mean.
    Explained,
    /// The ways to share the plan.
    Share,
    /// The plans that are kept in this browser.
    Plans,
    /// Many clusters from shared blocks.
    Fleet,
}

impl Part {
    const ALL: [Part; 16] = [
        Part::Map,
        Part::Room,
        Part::Nodes,
        Part::Services,
        Part::Components,
        Part::Diagnostics,
        Part::Exports,
        Part::Simulation,
        Part::StartCheck,
        Part::Compare,
        Part::Versions,
        Part::Brought,
        Part::Explained,
        Part::Share,
        Part::Plans,
        Part::Fleet,
    ];

    /// The part that a tab shows.
    pub fn of_tab(tab: Tab) -> Part {
        match tab {
            Tab::Overview => Part::Room,
            Tab::Nodes => Part::Nodes,
            Tab::Services => Part::Services,
            Tab::Components => Part::Components,
            Tab::Exports => Part::Exports,
            Tab::WhatIf => Part::Simulation,
            Tab::Start => Part::StartCheck,
            Tab::Versions => Part::Versions,
            Tab::Compare => Part::Compare,
        }
    }

    fn tab(self) -> Option<Tab> {
        let shows = |tab: &Tab| Part::of_tab(*tab) == self;
        Tab::ALL.into_iter().find(shows)
    }

    /// Id of the element that it is drawn in.
    fn place_id(self) -> String {
        match (self, self.tab()) {
            (_, Some(tab)) => panel_id(tab.slug()),
            (Part::Map, None) => MAP_ID.to_owned(),
            (Part::Diagnostics, None) => panel_id(EditorMode::Findings.slug()),
            (Part::Share, None) => SHARE_ID.to_owned(),
            (Part::Plans, None) => PLANS_ID.to_owned(),
            (_, None) => BROUGHT_ID.to_owned(),
        }
    }
}

/// Id of the element around the map.
pub const MAP_ID: &str = "dsp-map";

/// Draws a part.
type Draw = fn(&PaneProps) -> Html;

/// Says how far an edit reaches.
pub type Reaches = fn(&Analysis, &str) -> Option<Reach>;

/// The module of a part could not be had.
#[derive(Clone, Copy, Debug)]
struct Failed;

#[cfg(feature = "split")]
impl From<wasm_split_helpers::SplitLoaderError> for Failed {
    fn from(_: wasm_split_helpers::SplitLoaderError) -> Failed {
        Failed
    }
}

/// The split points, each in the module it is loaded with. Whatever is reached through those of one module and not from the
/// rest of the page is cut off with it. What only two modules reach becomes a further file: so there are few of them.
#[allow(
    unsafe_code,
    reason = "the macro declares what the cut replaces by imports and exports"
)]
mod modules {
    use std::rc::Rc;

    use yew::prelude::*;

    use super::{Draw, Failed, Part, Reaches};
    use crate::components::bring::view::BroughtView;
    use crate::components::change::compare::CompareView;
    use crate::components::check::start::StartCheckView;
    use crate::components::check::versions::VersionsView;
    use crate::components::diagnostics::checklist::HostChecklist;
    use crate::components::diagnostics::explain::{ExplainView, ExplainedLines};
    use crate::components::diagnostics::list::DiagnosticList;
    use crate::components::exports::view::ExportsView;
    use crate::components::fleet::view::FleetView;
    use crate::components::map::capacity::CapacityView;
    use crate::components::map::view::MapView;
    use crate::components::nodes::table::NodeTable;
    use crate::components::output::components::ComponentFlags;
    use crate::components::plans::panel::PlansPanel;
    use crate::components::services::list::ServiceList;
    use crate::components::share::menu::ShareMenu;
    use crate::components::simulation::view::WhatIf;
    use crate::engine::rules::Rules;
    use crate::i18n::use_later;

    /// A value that is loaded with a module, and the function that fetches it.
    macro_rules! value {
        ($fetch:ident is $name:ident in $module:ident -> $gives:ty: $value:expr) => {
            #[cfg_attr(feature = "split", wasm_split_helpers::wasm_split($module, fallible))]
            fn $name() -> Result<$gives, Failed> {
                Ok($value)
            }

            #[cfg(feature = "split")]
            pub(super) async fn $fetch() -> Result<$gives, Failed> {
                $name().await
            }

            #[cfg(not(feature = "split"))]
            pub(super) async fn $fetch() -> Result<$gives, Failed> {
                $name()
            }
        };
    }

    value!(fetch_rules is rules in rules -> Rules: Rules::linked());
    value!(fetch_reach is reach in change -> Reaches: crate::components::change::reach::reach);

    macro_rules! parts {
        ($($part:ident is $name:ident in $module:ident: $draw:expr;)+) => {
            $(
                #[cfg_attr(feature = "split", wasm_split_helpers::wasm_split($module, fallible))]
                fn $name() -> Result<Draw, Failed> {
                    // What the map says is there with the first view.
                    if !matches!(Part::$part, Part::Map) {
                        use_later();
                    }
                    Ok($draw)
                }
            )+

            #[cfg(feature = "split")]
            pub(super) async fn fetch(part: Part) -> Result<Draw, Failed> {
                match part {
                    $(Part::$part => $name().await,)+
                }
            }

            #[cfg(not(feature = "split"))]
            pub(super) async fn fetch(part: Part) -> Result<Draw, Failed> {
                here(part).ok_or(Failed)
            }

            /// The part, where it need not be loaded.
            pub(super) fn here(part: Part) -> Option<Draw> {
                #[cfg(feature = "split")]
                let found = { let _ = part; None };
                #[cfg(not(feature = "split"))]
                let found = match part {
                    $(Part::$part => $name().ok(),)+
                };
                found
            }
        };
    }

    parts! {
        Map is map in map: |pane| html! {
            <MapView context={pane.form_context()} mapping={Rc::clone(&pane.state.mapping)} />
        };
        Room is room in details: |pane| html! {
            <CapacityView context={pane.form_context()} services={pane.state.asked.services.to_string()} />
        };
        Nodes is nodes in details: |pane| html! {
            <NodeTable analysis={Rc::clone(&pane.analysis)} from={pane.state.nodes_from}
                query={Rc::clone(&pane.state.nodes_query)} />
        };
        Services is services in details: |pane| html! {
            <ServiceList text={Rc::clone(pane.state.text())} analysis={Rc::clone(&pane.analysis)} />
        };
        Components is components in details: |pane| html! {
            <ComponentFlags analysis={Rc::clone(&pane.analysis)} />
        };
        Diagnostics is diagnostics in explain: |pane| html! {
            <>
                <DiagnosticList analysis={Rc::clone(&pane.analysis)} mode={pane.state.mode} />
                <ExplainView analysis={Rc::clone(&pane.analysis)} text={Rc::clone(&pane.state.asked.explain)} />
                <HostChecklist analysis={Rc::clone(&pane.analysis)} />
            </>
        };
        Exports is exports in exports: |pane| html! {
            <ExportsView analysis={Rc::clone(&pane.analysis)} exporting={Rc::clone(&pane.state.exporting)}
                mode={pane.state.mode} />
        };
        Simulation is simulation in what_if: |pane| html! {
            <WhatIf analysis={Rc::clone(&pane.analysis)} simulation={Rc::clone(&pane.state.simulation)} />
        };
        StartCheck is start_check in what_if: |pane| html! {
            <StartCheckView analysis={Rc::clone(&pane.analysis)} asked={Rc::clone(&pane.state.asked)} />
        };
        Brought is brought in what_if: |pane| html! {
            <BroughtView ..pane.clone() />
        };
        Explained is explained in explain: |pane| {
            let brought = &pane.state.brought;
            let only = brought.looked.as_ref().and_then(|looked| looked.bundle.only());
            html! {
                <ExplainedLines analysis={Rc::clone(&pane.analysis)} understood={brought.understood}
                    text={only.map_or_else(|| "".into(), |only| Rc::clone(&only.text))} />
            }
        };
        Share is share in menus: |pane| html! {
            <ShareMenu ..pane.clone() />
        };
        Plans is plans in menus: |pane| html! {
            <PlansPanel ..pane.clone() />
        };
        Fleet is fleet in change: |pane| html! {
            <FleetView ..pane.clone() />
        };
        Compare is compare in change: |pane| html! {
            <CompareView analysis={Rc::clone(&pane.analysis)} way={pane.state.way()} />
        };
        Versions is versions in what_if: |pane| html! {
            <VersionsView analysis={Rc::clone(&pane.analysis)} asked={Rc::clone(&pane.state.asked)} />
        };
    }
}

thread_local! {
    static LOADED: [Cell<Option<Draw>>; Part::ALL.len()] = const { [const { Cell::new(None) }; Part::ALL.len()] };
}

fn loaded(part: Part) -> Option<Draw> {
    let kept = LOADED.with(|all| all.get(part as usize).and_then(Cell::get));
    kept.or_else(|| modules::here(part))
}

/// Loads a part that is not there yet. What failed is tried again by the next call.
async fn load(part: Part) -> Result<(), Failed> {
    // The map has its styles from the start. A part without them can be read all the same.
    if part != Part::Map {
        let _ = scripts::module("styles").await;
    }
    if loaded(part).is_none() {
        let draw = modules::fetch(part).await?;
        LOADED.with(|all| {
            if let Some(place) = all.get(part as usize) {
                place.set(Some(draw));
            }
        });
    }
    Ok(())
}

/// Loads what says how far an edit reaches. `None` if it cannot be had now.
pub async fn reaches() -> Option<Reaches> {
    modules::fetch_reach().await.ok()
}

/// Loads the rules as soon as the first view is drawn, and takes them into use.
#[hook]
pub fn use_rules() -> RulesLoading {
    let attempt = use_state_eq(|| 0_u32);
    let state = use_state_eq(|| match Rules::current() {
        Some(_) => RulesState::There,
        None => RulesState::Coming,
    });
    {
        let state = state.setter();
        use_effect_with(*attempt, move |_| {
            if Rules::current().is_none() {
                state.set(RulesState::Coming);
                spawn_local(async move {
                    let came = modules::fetch_rules().await.map(Rules::arrive);
                    state.set(came.map_or(RulesState::Failed, |()| RulesState::There));
                });
            }
        });
    }
    RulesLoading {
        state: *state,
        retry: Callback::from(move |()| attempt.set(*attempt + 1)),
    }
}

/// Loads a part that is likely to be shown soon. If that fails, whoever shows it is told.
pub fn prefetch(part: Part) {
    spawn_local(async move {
        let _ = load(part).await;
    });
}

/// Whether the user asked the browser to load no more than it must.
fn saves_data() -> bool {
    let asked = || {
        let navigator = window()?.navigator();
        let connection = Reflect::get(&navigator, &"connection".into()).ok()?;
        Reflect::get(&connection, &"saveData".into()).ok()?.as_bool()
    };
    asked().unwrap_or(false)
}

/// Loads every part and complete language when the first view has been drawn: the page then works without a network
/// too.
#[hook]
pub fn use_prefetch() {
    use_effect_with((), |()| {
        // Where nothing is cut off, parts are drawn without being loaded.
        #[cfg(not(feature = "split"))]
        prefetch(Part::Room);
        let pending = (!saves_data()).then(|| {
            Timeout::new(IDLE_AFTER_MS, || {
                spawn_local(async {
                    for part in Part::ALL {
                        let _ = load(part).await;
                    }
                    for script in scripts::ALL {
                        let _ = scripts::module(script).await;
                    }
                    for locale in complete(LOCALES) {
                        let _ = texts::load(locale.tag).await;
                    }
                });
            })
        });
        move || drop(pending)
    });
}

/// Properties of [`OnDemand`].
#[derive(Clone, PartialEq, Properties)]
pub struct OnDemandProps {
    /// The part.
    pub part: Part,
    /// What it is drawn from.
    pub pane: PaneProps,
}

const RETRY_ID: &str = "dsp-part-retry";

/// A part, or what there is to say until it is there.
#[component]
pub fn OnDemand(props: &OnDemandProps) -> Html {
    let part = props.part;
    let attempt = use_state_eq(|| 0_u32);
    let failed = use_state_eq(|| None::<u32>);
    let drawn_anew = use_force_update();
    let there = loaded(part);
    {
        let (failed, missing) = (failed.setter(), there.is_none());
        use_effect_with((part, *attempt), move |&(part, attempt)| {
            if missing {
                spawn_local(async move {
                    match load(part).await {
                        Ok(()) => {
                            // The button goes away; whoever pressed it goes on in what it has brought.
                            if focused().is_some_and(|element| element.id() == RETRY_ID) {
                                focus(&part.place_id());
                            }
                            drawn_anew.force_update();
                        }
                        Err(Failed) => failed.set(Some(attempt)),
                    }
                });
            }
        });
    }
    if let Some(draw) = there {
        return draw(&props.pane);
    }
    let has_failed = *failed == Some(*attempt);
    let onretry = {
        let attempt = attempt.clone();
        Callback::from(move |_: MouseEvent| {
            if has_failed {
                attempt.set(*attempt + 1);
            }
        })
    };
    html! {
        <div class="empty stack">
            <p role="status">if !has_failed { <T id="part-loading" /> }</p>
            if failed.is_some() {
                <p role="alert">if has_failed { <T id="part-failed" /> }</p>
                <p>
                    <button type="button" id={RETRY_ID} onclick={onretry} aria-disabled={(!has_failed).then_some("true")}>
                        <T id="part-retry" />
                    </button>
                </p>
            }
        </div>
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_part_is_shown_by_one_tab_or_has_a_place_of_its_own() {
        for (index, part) in Part::ALL.into_iter().enumerate() {
            assert_eq!(part as usize, index);
            let tabs = Tab::ALL.into_iter().filter(|tab| Part::of_tab(*tab) == part);
            assert_eq!(tabs.collect::<Vec<_>>(), Vec::from_iter(part.tab()));
            let stands_alone = matches!(
                part,
                Part::Map
                    | Part::Diagnostics
                    | Part::Brought
                    | Part::Explained
                    | Part::Share
                    | Part::Plans
                    | Part::Fleet
            );
            assert_eq!(part.tab().is_none(), stands_alone);
        }
    }
}
