//! The view: targets, files, findings.

use std::collections::BTreeSet;
use std::rc::Rc;

use dualstack_core::export::ExportFile;
use dualstack_core::i18n::Message;
use yew::prelude::*;

use super::file::FilePane;
use super::findings::target_findings;
use super::targets::{TargetList, TargetText, catalogue};
use super::tree::FileTree;
use crate::components::shell::icon::Icon;
use crate::components::shell::{Dispatch, use_dispatch};
use crate::effects::download::download;
use crate::effects::exports::{Shared, use_exports};
use crate::effects::storage;
use crate::engine::Analysis;
use crate::engine::exports::{ExportFate, zip};
use crate::i18n::{I18n, T, use_i18n};
use crate::state::exporting::{Export, Exporting};
use crate::state::selectors::file_name;
use crate::state::{Action, EditorMode, Notice, Tone};

/// Properties of [`ExportsView`].
#[derive(Clone, PartialEq, Properties)]
pub struct ExportsViewProps {
    /// What the plan comes to.
    pub analysis: Rc<Analysis>,
    /// What is chosen.
    pub exporting: Rc<Exporting>,
    /// Form or text: where places lead.
    pub mode: EditorMode,
}

/// The view.
#[component]
pub fn ExportsView(props: &ExportsViewProps) -> Html {
    let i18n = use_i18n();
    let dispatch = use_dispatch();
    let groups = use_memo(i18n, |i18n| catalogue(*i18n));
    let all: Rc<[&'static str]> = (*use_memo((), |()| {
        let ids = groups.iter().flat_map(|group| &group.targets);
        Rc::<[&'static str]>::from(ids.map(|text| text.target.id).collect::<Vec<_>>())
    }))
    .clone();
    let own = props.analysis.default_target(
        groups
            .iter()
            .flat_map(|group| &group.targets)
            .map(|text| &text.target),
    );
    let chosen = (*use_memo((props.exporting.chosen.clone(), own), |(chosen, own)| {
        chosen
            .clone()
            .unwrap_or_else(|| own.iter().copied().collect::<Vec<_>>().into())
    }))
    .clone();
    let exports = use_exports(&props.analysis, &all, &chosen);
    let folder = use_memo((exports.clone(), Rc::clone(&chosen)), |(exports, chosen)| {
        exports.0.folder(chosen)
    });
    let remembered = use_state_eq(|| Rc::new(storage::exported()));
    let plan = exports.0.analysis.field("/metadata/name");
    let remember = {
        let (plan, remembered) = (plan.clone(), remembered.clone());
        Rc::new(move |files: &[ExportFile]| {
            let files = files.iter().map(|file| (file.path.as_str(), file.text.as_str()));
            let next = storage::exported().with(&plan, files);
            storage::keep_exported(&next);
            remembered.set(Rc::new(next));
        })
    };
    let onforget = {
        let (plan, remembered) = (plan.clone(), remembered.clone());
        Callback::from(move |()| {
            let next = storage::exported().without(&plan);
            storage::keep_exported(&next);
            remembered.set(Rc::new(next));
        })
    };
    if props.analysis.plan().is_none() {
        return html! {
            <section class="section" aria-labelledby="dsp-exports-title">
                <h2 id="dsp-exports-title"><T id="exports-title" /></h2>
                <p class="empty"><T id="exports-no-plan" /></p>
            </section>
        };
    }
    let onzip = {
        let (folder, plan, remember, dispatch) = (
            Rc::clone(&folder),
            plan.clone(),
            Rc::clone(&remember),
            dispatch.clone(),
        );
        Callback::from(move |_: MouseEvent| {
            if folder.is_empty() {
                return;
            }
            match zip(&folder) {
                Some(bytes) => {
                    download(&file_name(&plan, ".zip"), "application/zip", &bytes);
                    remember(&folder);
                }
                None => dispatch.send(Action::Notify(Notice {
                    message: Message::new("zip-failed"),
                    tone: Tone::Refused,
                })),
            }
        })
    };
    let onclear = {
        let dispatch = dispatch.clone();
        Callback::from(move |_: MouseEvent| dispatch.send(Action::Export(Export::Choose(Vec::new()))))
    };
    let changed = Rc::new(
        folder
            .iter()
            .filter(|file| {
                remembered
                    .file(&plan, &file.path)
                    .is_some_and(|before| before != file.text)
            })
            .map(|file| file.path.clone())
            .collect::<BTreeSet<String>>(),
    );
    let shown = folder
        .iter()
        .find(|file| props.exporting.file.as_deref() == Some(file.path.as_str()))
        .or(folder.first());
    let texts = groups.iter().flat_map(|group| &group.targets);
    let texts: Vec<&Rc<TargetText>> = texts.filter(|text| chosen.contains(&text.target.id)).collect();
    let refused = chosen
        .iter()
        .filter(|target| exports.0.fate(target) == ExportFate::Refuses)
        .count();
    let nothing = if chosen.is_empty() {
        html! { <T id="exports-none-chosen" /> }
    } else {
        html! { <T id="exports-no-files" /> }
    };
    html! {
        <section class="section" aria-labelledby="dsp-exports-title">
            <header>
                <h2 id="dsp-exports-title"><T id="exports-title" /></h2>
                <p class="muted"><T id="exports-about" /></p>
            </header>
            <TargetList groups={Rc::clone(&groups)} {all} chosen={Rc::clone(&chosen)} exports={exports.clone()}
                filter={Rc::clone(&props.exporting.filter)} />
            <div class="row between export-bar">
                <p role="status" class="check-verdict">
                    <T id="exports-said" params={vec![
                        ("targets", chosen.len().into()), ("files", folder.len().into()),
                        ("refused", refused.into()), ("changed", changed.len().into()),
                    ]} />
                </p>
                <div class="row">
                    <button type="button" class="small" onclick={onclear} aria-disabled={chosen.is_empty().then_some("true")}>
                        <T id="targets-clear" />
                    </button>
                    <button type="button" class="small primary" onclick={onzip} aria-disabled={folder.is_empty().then_some("true")}>
                        { Icon::Download.html() }<T id="download-zip" />
                    </button>
                </div>
            </div>
            if let Some(file) = shown {
                <div class="files">
                    <FileTree files={Rc::clone(&folder)} shown={Rc::<str>::from(file.path.as_str())}
                        closed={Rc::clone(&props.exporting.closed)} {changed} />
                    <FilePane key={file.path.clone()} file={file.clone()} view={props.exporting.view} {onforget}
                        before={remembered.file(&plan, &file.path).map(Rc::<str>::from)}
                        onexport={let (file, remember) = (file.clone(), Rc::clone(&remember)); Callback::from(move |()| remember(std::slice::from_ref(&file)))} />
                </div>
            } else {
                <p class="empty">{ nothing }</p>
            }
            { findings(i18n, &dispatch, &exports, &texts, props.mode) }
        </section>
    }
}

fn findings(
    i18n: I18n,
    dispatch: &Dispatch,
    exports: &Shared,
    texts: &[&Rc<TargetText>],
    mode: EditorMode,
) -> Html {
    let document = exports.0.analysis.plan_document();
    let found = texts
        .iter()
        .map(|text| (text, exports.0.diagnostics(text.target.id)))
        .filter(|(_, found)| !found.is_empty());
    html! {
        <div class="stack">
            { for found.map(|(text, found)| target_findings(i18n, dispatch, &text.title, &found, document, mode)) }
        </div>
    }
}
