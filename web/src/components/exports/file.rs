//! One file: as it is, and what changed since it was exported last.

use std::rc::Rc;

use dualstack_core::export::ExportFile;
use dualstack_core::i18n::Message;
use yew::prelude::*;

use super::changes::changes;
use super::code::Code;
use crate::components::shell::icon::Icon;
use crate::components::shell::tabs::{TabItem, Tabs, panel_id, tab_id};
use crate::components::shell::use_dispatch;
use crate::effects::download::{copy, download};
use crate::effects::focus::focus;
use crate::highlight::Language;
use crate::i18n::{T, use_i18n};
use crate::state::exporting::{Export, FileView};
use crate::state::{Action, Tone};

/// Properties of [`FilePane`].
#[derive(Clone, PartialEq, Properties)]
pub struct FilePaneProps {
    /// The file.
    pub file: ExportFile,
    /// The file as it was exported last, if it was.
    pub before: Option<Rc<str>>,
    /// What is shown of it.
    pub view: FileView,
    /// The file was copied or downloaded.
    pub onexport: Callback<()>,
    /// What was exported is to be forgotten.
    pub onforget: Callback<()>,
}

/// The file with its buttons.
#[component]
pub fn FilePane(props: &FilePaneProps) -> Html {
    let i18n = use_i18n();
    let dispatch = use_dispatch();
    let file = &props.file;
    let named = |id: &'static str| i18n.message(&Message::new(id).with("name", file.path.as_str()));
    let oncopy = {
        let (file, dispatch, onexport) = (file.clone(), dispatch.clone(), props.onexport.clone());
        Callback::from(move |_: MouseEvent| {
            let done = Message::new("copied").with("name", file.path.as_str());
            let (dispatch, onexport) = (dispatch.clone(), onexport.clone());
            // A copy that the browser refused is no export.
            let answered = Callback::from(move |action: Action| {
                if matches!(&action, Action::Notify(notice) if notice.tone == Tone::Done) {
                    onexport.emit(());
                }
                dispatch.send(action);
            });
            copy(file.text.clone(), done, answered);
        })
    };
    let ondownload = {
        let (file, onexport) = (file.clone(), props.onexport.clone());
        Callback::from(move |_: MouseEvent| {
            let name = file.path.rsplit('/').next().unwrap_or_default();
            download(name, file.media_type, file.text.as_bytes());
            onexport.emit(());
        })
    };
    let onforget = {
        let onforget = props.onforget.clone();
        Callback::from(move |_: MouseEvent| {
            onforget.emit(());
            // The button goes with what it forgets.
            focus(&tab_id(FileView::Changes.slug()));
        })
    };
    let onselect = Callback::from(move |slug: &'static str| {
        let view = if slug == FileView::Changes.slug() {
            FileView::Changes
        } else {
            FileView::Text
        };
        dispatch.send(Action::Export(Export::View(view)));
    });
    let items = vec![
        TabItem {
            slug: FileView::Text.slug(),
            label: i18n.text("file-text"),
            badge: None,
        },
        TabItem {
            slug: FileView::Changes.slug(),
            label: i18n.text("file-changes"),
            badge: None,
        },
    ];
    let slug = props.view.slug();
    html! {
        <section class="file" aria-label={file.path.clone()}>
            <header>
                <h3 class="listing-title" translate="no">{ file.path.clone() }</h3>
                <button type="button" class="small" onclick={oncopy} aria-label={named("copy-name")}>
                    { Icon::Copy.html() }<T id="copy" />
                </button>
                <button type="button" class="small" onclick={ondownload} aria-label={named("download-name")}>
                    { Icon::Download.html() }<T id="download" />
                </button>
            </header>
            <Tabs label={named("file-views")} {items} selected={slug} {onselect} />
            <div key={slug} class="file-body" role="tabpanel" id={panel_id(slug)} aria-labelledby={tab_id(slug)}>
                if props.view == FileView::Text {
                    <Code label={file.path.clone()} text={file.text.clone()} language={Language::of(&file.path, file.media_type)} />
                } else {
                    { changes(i18n, &file.path, props.before.as_deref(), &file.text) }
                    if props.before.is_some() {
                        <div class="row end">
                            <button type="button" class="small quiet" onclick={onforget}><T id="changes-forget" /></button>
                        </div>
                    }
                }
            </div>
        </section>
    }
}
