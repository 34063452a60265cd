//! Files for a target, made when they are looked at.

use std::rc::Rc;

use dualstack_core::export::targets;
use yew::prelude::*;

use crate::components::editor::inline::severity_slug;
use crate::components::shell::choice::Choice;
use crate::components::shell::icon::Icon;
use crate::components::shell::listing::Listing;
use crate::components::shell::use_dispatch;
use crate::engine::Analysis;
use crate::i18n::{T, use_i18n};
use crate::state::Action;

/// Properties of [`TargetFiles`].
#[derive(Clone, PartialEq, Properties)]
pub struct TargetFilesProps {
    /// What the plan comes to.
    pub analysis: Rc<Analysis>,
    /// The target chosen; absent: the one of the plan's distribution.
    pub target: Option<Rc<str>>,
}

/// The choice of a target and its files.
#[component]
pub fn TargetFiles(props: &TargetFilesProps) -> Html {
    let i18n = use_i18n();
    let dispatch = use_dispatch();
    let chosen = props
        .target
        .as_deref()
        .and_then(|wanted| targets().into_iter().find(|target| target.id == wanted))
        .or_else(|| props.analysis.default_target());
    let exported = use_memo(
        (
            Rc::clone(&props.analysis),
            chosen.as_ref().map(|target| target.id),
            i18n,
        ),
        |(analysis, target, i18n)| target.map(|target| analysis.export(target, i18n.language)),
    );
    let (Some(chosen), Some(exported)) = (chosen, exported.as_ref()) else {
        return Html::default();
    };
    let options: Vec<(AttrValue, AttrValue)> = targets()
        .iter()
        .map(|target| {
            (
                AttrValue::from(target.id),
                AttrValue::from(i18n.engine_text(&target.title)),
            )
        })
        .collect();
    let onchoose = Callback::from(move |id: String| dispatch.send(Action::SelectTarget(id)));
    html! {
        <section class="section" aria-labelledby="dsp-targets-title">
            <h2 id="dsp-targets-title"><T id="targets-title" /></h2>
            <div class="pager">
                <div class="field wide">
                    <label for="dsp-target"><T id="target-label" /></label>
                    <Choice id="dsp-target" {options} value={chosen.id} {onchoose} describedby="dsp-target-about" />
                </div>
            </div>
            <p id="dsp-target-about" class="muted">
                { i18n.engine_html(&chosen.description) }{ " " }
                <a href={chosen.docs} target="_blank" rel="noreferrer"><T id="target-docs" /></a>
            </p>
            { for exported.diagnostics.iter().enumerate().map(|(index, found)| html! {
                <div key={index} class="inline-finding" data-severity={severity_slug(found.severity)}>
                    { Icon::of(found.severity).html() }
                    <span>{ i18n.engine_html(&found.message) }{ " " }<code>{ found.code }</code></span>
                </div>
            }) }
            if exported.files.is_empty() {
                <p class="empty"><T id="target-none" /></p>
            }
            { for exported.files.iter().map(|file| html! {
                <Listing key={file.path.clone()} title={file.path.clone()} text={file.text.clone()}
                    file_name={file.path.rsplit('/').next().unwrap_or_default().to_owned()} media_type={file.media_type} />
            }) }
        </section>
    }
}
