//! What has to be looked at where the cluster runs, with the commands that show it.

use std::rc::Rc;

use dualstack_core::i18n::Message;
use dualstack_core::lint::checklist::{ChecklistItem, checklist};
use yew::prelude::*;

use crate::components::shell::listing::Listing;
use crate::effects::settle::use_settled;
use crate::engine::Analysis;
use crate::i18n::{I18n, T, use_i18n};

/// Nobody reads a list below while typing; it follows when typing pauses.
const PAUSE_MS: u32 = 250;

/// Properties of [`HostChecklist`].
#[derive(Clone, PartialEq, Properties)]
pub struct HostChecklistProps {
    /// What the plan comes to.
    pub analysis: Rc<Analysis>,
}

fn item(i18n: I18n, item: &ChecklistItem) -> Html {
    let title = i18n.engine_text(&item.title);
    let commands: String = item
        .commands
        .iter()
        .map(|command| format!("{command}\n"))
        .collect();
    let docs = dualstack_core::lint::rule(item.code).map(|rule| rule.meta.docs_url());
    html! {
        <li key={item.id} class="check-item">
            <h3>{ title.clone() }</h3>
            <p>{ i18n.engine_html(&item.check) }</p>
            if !commands.is_empty() {
                <Listing title={i18n.message(&Message::new("checklist-commands").with("title", title))} text={commands} />
            }
            <p><a href={docs} target="_blank" rel="noreferrer"><T id="checklist-rule" params={vec![("code", item.code.into())]} /></a></p>
        </li>
    }
}

/// The list.
#[component]
pub fn HostChecklist(props: &HostChecklistProps) -> Html {
    let i18n = use_i18n();
    let analysis = use_settled(&props.analysis, PAUSE_MS);
    let items = analysis.plan().map(checklist);
    html! {
        <section class="section" aria-labelledby="dsp-checklist-title">
            <h2 id="dsp-checklist-title"><T id="checklist-title" /></h2>
            if let Some(items) = items {
                <p class="muted"><T id="checklist-about" /></p>
                <ul role="list" class="stack">{ for items.iter().map(|found| item(i18n, found)) }</ul>
            } else {
                <p class="empty"><T id="checklist-empty" /></p>
            }
        </section>
    }
}
