//! The planner: state, analysis and layout.

use std::rc::Rc;

use gloo::timers::callback::Timeout;
use web_sys::{FocusEvent, HtmlElement};
use yew::prelude::*;

use crate::components::bring::field::BringBox;
use crate::components::editor::form::PlanForm;
use crate::components::editor::source::SourceEditor;
use crate::components::map::pattern::definitions;
use crate::components::map::view::INSPECTOR_ID;
use crate::components::shell::Dispatch;
use crate::components::shell::header::{Header, unfolded_plans};
use crate::components::shell::notice::NoticeBar;
use crate::components::shell::offer::KeepOffer;
use crate::components::shell::standing::Standing;
use crate::components::shell::summary::Summary;
use crate::components::shell::tabs::{TabItem, Tabs, panel_id, tab_id};
use crate::components::shell::verdict::badge;
use crate::effects::analysis::use_analysis;
use crate::effects::announce::{counts, use_announcement};
use crate::effects::arrivals::use_arrivals;
use crate::effects::focus::{EDITOR_ID, focus, use_heirs, use_reveal};
use crate::effects::page::use_page;
use crate::effects::plans::{Stored, use_kept};
use crate::effects::rules::RulesLoading;
use crate::effects::share_link::{
    compared_with, is_own_address, link_to_open, refusal, shown_in_address_bar, use_share_link,
};
use crate::effects::shortcuts::use_shortcuts;
use crate::effects::{random_bits, storage, texts};
use crate::engine::Analysis;
use crate::engine::form::pointer_of;
use crate::i18n::{I18n, T, choose, use_i18n};
use crate::share::Link;
use crate::state::keeping::Keep;
use crate::state::{Action, AppState, EditorMode, Tab, View, reduce};
use crate::views::PaneProps;
use crate::views::on_demand::{MAP_ID, OnDemand, Part, prefetch, use_prefetch, use_rules};

/// The plan that is shown to someone who brings none.
pub const EXAMPLE: &str = include_str!("example.yaml");

struct Store(Rc<AppState>);

impl PartialEq for Store {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

impl Reducible for Store {
    type Action = Action;

    fn reduce(self: Rc<Self>, action: Action) -> Rc<Self> {
        let next = reduce(&self.0, action);
        if Rc::ptr_eq(&next, &self.0) {
            return self;
        }
        storage::remember(next.text());
        Rc::new(Store(next))
    }
}

/// A link wins over what this tab had, and that over the example. A link that cannot be read takes nothing away. One to what
/// a kept plan holds is that plan.
fn opening_state(props: &PlannerProps) -> Store {
    let link = link_to_open();
    let no_texts = || texts::missing(props.wanted);
    let notice = refusal(&link).or_else(|| (!props.there).then(no_texts));
    let had = storage::kept_plan().filter(|text| !text.trim().is_empty());
    let (text, kept) = match &link {
        Link::Plan(text) => {
            let kept = props.restored.as_ref();
            match kept.filter(|kept| **text == *kept.text) {
                Some(kept) => (Rc::clone(&kept.text), Some(kept)),
                None => (text.as_str().into(), None),
            }
        }
        _ => match &props.restored {
            Some(kept) => (Rc::clone(&kept.text), Some(kept)),
            None => (had.as_deref().unwrap_or(EXAMPLE).into(), None),
        },
    };
    // English is compiled in.
    let language = if props.there { props.wanted } else { choose([]) };
    let mut state = AppState::new(text, language);
    let seed = kept.map(|kept| kept.ula_seed).or_else(storage::kept_seed);
    state.ula_seed = seed.unwrap_or_else(random_bits);
    state.theme = storage::theme();
    state.notice = notice;
    storage::remember(state.text());
    let keeping = kept
        .map(|kept| Keep::As(kept.kept.clone()))
        .into_iter()
        .chain(storage::refuses_to_keep().then_some(Keep::Refused));
    // A link says what is ticked off. What this tab has put into the address bar may be older than what it had.
    let own_way = match (kept, &link) {
        (Some(kept), _) => Some(Rc::clone(&kept.way)),
        (None, Link::Plan(_)) => None,
        (None, _) => storage::kept_way(),
    };
    let mut beside = match link {
        Link::Compare(other) => Vec::from_iter(compared_with(&other)),
        _ => shown_in_address_bar(),
    };
    if let Some(way) = own_way.map(Action::Way) {
        let at = if is_own_address() { beside.len() } else { 0 };
        beside.insert(at, way);
    }
    let all = keeping.map(Action::Keep).chain(beside);
    Store(all.fold(Rc::new(state), |state, action| reduce(&state, action)))
}

/// Properties of [`Planner`].
#[derive(Clone, PartialEq, Properties)]
pub struct PlannerProps {
    /// The language to open in.
    pub wanted: &'static str,
    /// Whether its texts are there.
    pub there: bool,
    /// The plan that this browser keeps for this tab.
    pub restored: Option<Stored>,
}

/// The page.
#[component]
pub fn Planner(props: &PlannerProps) -> Html {
    let store = use_reducer_eq(|| opening_state(props));
    let state = Rc::clone(&store.0);
    let dispatch = {
        let dispatcher = store.dispatcher();
        use_callback((), move |action: Action, ()| dispatcher.dispatch(action))
    };
    let i18n = I18n {
        language: state.language,
    };
    html! {
        <ContextProvider<I18n> context={i18n}>
            <ContextProvider<Dispatch> context={Dispatch(dispatch.clone())}>
                <Workspace {state} {dispatch} />
            </ContextProvider<Dispatch>>
        </ContextProvider<I18n>>
    }
}

#[derive(Clone, PartialEq, Properties)]
struct WorkspaceProps {
    state: Rc<AppState>,
    dispatch: Callback<Action>,
}

#[component]
fn Workspace(props: &WorkspaceProps) -> Html {
    let state = &props.state;
    let rules = use_rules();
    let analysis = use_analysis(state.text(), state.ula_seed, rules.state);
    let plan_name = analysis.field("/metadata/name");
    use_page(state, &plan_name);
    use_kept(state, &props.dispatch);
    use_share_link(state.text(), &state.position(), &props.dispatch);
    use_shortcuts(&props.dispatch);
    use_arrivals(&props.dispatch);
    use_reveal(state.reveal.clone());
    use_heirs(&[&panel_id(state.tab.slug()), EDITOR_ID], (state.tab, state.mode));
    use_prefetch();
    // Not followed: the address bar holds the plan.
    let skip = Callback::from(|event: MouseEvent| {
        event.prevent_default();
        focus("dsp-results");
    });
    let pane = PaneProps {
        state: Rc::clone(state),
        analysis: Rc::clone(&analysis),
        dispatch: props.dispatch.clone(),
    };
    html! {
        <ContextProvider<RulesLoading> context={rules}>
        <div class="planner">
            { definitions() }
            <a class="skip" href="#dsp-results" onclick={skip}><T id="skip" /></a>
            <header class="header">
                <Header pane={pane.clone()} plan_name={plan_name.clone()} />
                <BringBox ..pane.clone() />
                { unfolded_plans(&pane) }
            </header>
            <Standing tab={state.tab} />
            <Summary context={pane.form_context()} attended={state.attended.clone()} looked={state.mapping.looked} />
            <Announcer {analysis} />
            <NoticeBar notice={state.notice.clone()} />
            <main class="workspace" data-mode={state.mode.slug()}>
                <Results ..pane.clone() />
                <Editor ..pane />
            </main>
            <footer class="colophon">
                <T id="colophon" />{ " " }
                <a href="licences.txt" target="_blank" rel="noopener"><T id="colophon-licences" /></a>
            </footer>
            <KeepOffer state={Rc::clone(state)} {plan_name} />
        </div>
        </ContextProvider<RulesLoading>>
    }
}

#[derive(Clone, PartialEq, Properties)]
struct AnnouncerProps {
    analysis: Rc<Analysis>,
}

#[component]
fn Announcer(props: &AnnouncerProps) -> Html {
    let said = use_announcement(&props.analysis);
    html! { <div class="visually-hidden" aria-live="polite" aria-atomic="true" data-testid="announcements">{ said }</div> }
}

fn mode_label(i18n: I18n, mode: EditorMode) -> String {
    match mode {
        EditorMode::Form => i18n.text("mode-form"),
        EditorMode::Text => i18n.text("mode-text"),
        EditorMode::Findings => i18n.text("tab-diagnostics"),
    }
}

#[component]
fn Editor(props: &PaneProps) -> Html {
    let i18n = use_i18n();
    let state = &props.state;
    let mode = state.mode;
    let analysis = &props.analysis;
    let items = EditorMode::ALL
        .into_iter()
        .map(|mode| TabItem {
            slug: mode.slug(),
            label: mode_label(i18n, mode),
            badge: (mode == EditorMode::Findings && analysis.is_checked())
                .then(|| badge(i18n, counts(analysis.diagnostics()))),
        })
        .collect::<Vec<_>>();
    let onselect = props
        .dispatch
        .reform(|slug: &'static str| Action::SelectMode(EditorMode::parse(slug).unwrap_or_default()));
    let onnear = use_callback((), |slug: &'static str, ()| {
        if slug == EditorMode::Findings.slug() {
            prefetch(Part::Diagnostics);
        }
    });
    // The focus is nowhere while it goes from one element to the next, and what is drawn then would look for a place for it.
    let attend = |onfocus: bool| {
        let dispatch = props.dispatch.clone();
        Callback::from(move |event: FocusEvent| {
            let target = event.target_dyn_into::<HtmlElement>();
            let pointer = target
                .filter(|_| onfocus)
                .and_then(|target| pointer_of(&target.id()));
            let dispatch = dispatch.clone();
            Timeout::new(0, move || dispatch.emit(Action::Attend(pointer.map(Rc::from)))).forget();
        })
    };
    let body = match mode {
        EditorMode::Form => html! { <PlanForm context={props.form_context()} /> },
        EditorMode::Text => html! {
            <SourceEditor text={Rc::clone(state.text())} analysis={Rc::clone(analysis)} reveal={state.reveal.clone()} />
        },
        EditorMode::Findings => html! { <OnDemand part={Part::Diagnostics} pane={props.clone()} /> },
    };
    html! {
        <section class="panel editor" id={EDITOR_ID} tabindex="-1" aria-label={i18n.text("editor-label")} onfocusin={attend(true)} onfocusout={attend(false)}>
            <h2 class="visually-hidden"><T id="editor-label" /></h2>
            <div id={INSPECTOR_ID} />
            <Tabs label={i18n.text("editor-label")} {items} selected={mode.slug()} {onselect} {onnear} />
            <div key={mode.slug()} class="panel-body" role="tabpanel" id={panel_id(mode.slug())} aria-labelledby={tab_id(mode.slug())}>
                { body }
            </div>
        </section>
    }
}

fn view_label(i18n: I18n, view: View) -> String {
    match view {
        View::Map => i18n.text("view-map"),
        View::Services => i18n.text("view-services"),
        View::Change => i18n.text("view-change"),
        View::Files => i18n.text("view-files"),
    }
}

fn tab_label(i18n: I18n, tab: Tab) -> String {
    match tab {
        Tab::Overview => i18n.text("tab-overview"),
        Tab::Nodes => i18n.text("tab-nodes"),
        Tab::Services => i18n.text("tab-services"),
        Tab::WhatIf => i18n.text("tab-what-if"),
        Tab::Components => i18n.text("tab-components"),
        Tab::Exports => i18n.text("tab-exports"),
        Tab::Start => i18n.text("tab-start"),
        Tab::Versions => i18n.text("tab-versions"),
        Tab::Compare => i18n.text("tab-compare"),
    }
}

/// The four views; below them the tabs of the one that is shown, where it has more than one. The map stands above those of
/// its view.
#[component]
fn Results(props: &PaneProps) -> Html {
    let i18n = use_i18n();
    let tab = props.state.tab;
    let view = tab.view();
    let views = View::ALL
        .into_iter()
        .map(|view| TabItem {
            slug: view.slug(),
            label: view_label(i18n, view),
            badge: None,
        })
        .collect::<Vec<_>>();
    let first_tab = |view: View| view.tabs().first().copied().unwrap_or_default();
    let onview = props.dispatch.reform(move |slug: &'static str| {
        Action::SelectTab(View::parse(slug).map(first_tab).unwrap_or_default())
    });
    let onviewnear = use_callback((), move |slug: &'static str, ()| {
        if let Some(view) = View::parse(slug) {
            prefetch(Part::of_tab(first_tab(view)));
        }
    });
    let items = view
        .tabs()
        .iter()
        .map(|tab| TabItem {
            slug: tab.slug(),
            label: tab_label(i18n, *tab),
            badge: None,
        })
        .collect::<Vec<_>>();
    let onselect = props
        .dispatch
        .reform(|slug: &'static str| Action::SelectTab(Tab::parse(slug).unwrap_or_default()));
    let onnear = use_callback((), |slug: &'static str, ()| {
        if let Some(tab) = Tab::parse(slug) {
            prefetch(Part::of_tab(tab));
        }
    });
    let body = html! { <OnDemand part={Part::of_tab(tab)} pane={props.clone()} /> };
    html! {
        <section class="panel results" id="dsp-results" tabindex="-1" aria-label={i18n.text("results-label")}>
            <Tabs label={i18n.text("results-label")} items={views} selected={view.slug()} onselect={onview} onnear={onviewnear} />
            <div key={view.slug()} class="view" role="tabpanel" tabindex="-1" id={panel_id(view.slug())} aria-labelledby={tab_id(view.slug())}>
                if view == View::Map {
                    <div class="panel-body" id={MAP_ID} tabindex="-1"><OnDemand part={Part::Map} pane={props.clone()} /></div>
                }
                if items.len() > 1 {
                    <Tabs label={view_label(i18n, view)} {items} selected={tab.slug()} {onselect} {onnear} />
                    <div key={tab.slug()} class="panel-body" role="tabpanel" tabindex="0" id={panel_id(tab.slug())} aria-labelledby={tab_id(tab.slug())}>
                        { body }
                    </div>
                } else {
                    <div key={tab.slug()} class="panel-body" tabindex="-1" id={panel_id(tab.slug())}>{ body }</div>
                }
            </div>
        </section>
    }
}
