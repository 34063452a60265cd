//! Files for a target, made when they are looked at.

use std::rc::Rc;

use dualstack_core::i18n::Message;
use yew::prelude::*;

use crate::components::shell::choice::Choice;
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
    /// The target chosen; absent: the first.
    pub target: Option<Rc<str>>,
}

/// The choice of a target and its files.
#[component]
pub fn TargetFiles(props: &TargetFilesProps) -> Html {
    let i18n = use_i18n();
    let dispatch = use_dispatch();
    let targets = props.analysis.targets();
    let chosen = props
        .target
        .as_deref()
        .and_then(|wanted| targets.iter().find(|target| target.id == wanted))
        .or(targets.first());
    let Some(chosen) = chosen.cloned() else {
        return Html::default();
    };
    let options: Vec<(AttrValue, AttrValue)> = targets
        .iter()
        .map(|target| {
            (
                AttrValue::from(target.id),
                AttrValue::from(i18n.engine_text(&target.title)),
            )
        })
        .collect();
    let onchoose = Callback::from(move |id: String| dispatch.send(Action::SelectTarget(id)));
    let exported = props.analysis.export(chosen.id);
    html! {
        <section class="section" aria-labelledby="dsp-targets-title">
            <h2 id="dsp-targets-title"><T id="targets-title" /></h2>
            <div class="pager">
                <div class="field wide">
                    <label for="dsp-target"><T id="target-label" /></label>
                    <Choice id="dsp-target" {options} value={chosen.id} {onchoose} />
                </div>
            </div>
            { for exported.remarks.iter().enumerate().map(|(index, remark)| html! {
                <p key={index} class="inline-finding" data-severity="warning">
                    { crate::components::shell::icon::Icon::Warning.html() }<span>{ i18n.engine_html(remark) }</span>
                </p>
            }) }
            if exported.files.is_empty() {
                <p class="empty">{ i18n.html(&Message::new("target-none")) }</p>
            }
            { for exported.files.iter().map(|file| html! {
                <Listing key={file.path.clone()} title={file.path.clone()} text={file.text.clone()}
                    file_name={file.path.rsplit('/').next().unwrap_or_default().to_owned()} media_type={file.media_type.clone()} />
            }) }
        </section>
    }
}
