//! The way from one plan to another, step by step.

use dualstack_core::change::{Migration, MigrationStep};
use dualstack_core::i18n::Message;
use yew::prelude::*;

use super::done::{Mark, Tick};
use super::tick_box::{Ticking, progress, tick_box};
use crate::components::shell::listing::Listing;
use crate::i18n::{I18n, T};

fn step(
    i18n: I18n,
    (step, number): (&MigrationStep, usize),
    mark: Mark,
    way: &Migration,
    ticking: &Ticking,
) -> Html {
    let settings = step.settings.iter().map(|setting| {
        let value = |text: &Option<String>| text.clone().unwrap_or_else(|| "–".to_owned());
        format!(
            "{} {}: {} → {}",
            setting.component.as_str(),
            setting.flag,
            value(&setting.before),
            value(&setting.after)
        )
    });
    let settings: Vec<String> = settings.collect();
    let problems = way.problems.iter().filter(|problem| problem.number == number);
    let title_id = format!("dsp-step-{}", step.id);
    let title = Message::new("step-title").with("number", number);
    html! {
        <li key={step.id.clone()} class="step" data-mark={mark.as_str()}>
            <h3 id={title_id.clone()}><span class="muted">{ i18n.message(&title) }</span>{ " " }{ i18n.engine_html(&step.title) }</h3>
            { tick_box(i18n.text("step-done"), &title_id, mark, ticking.of(Tick::of_step(step))) }
            <p>{ i18n.engine_html(&step.how) }</p>
            <p class="muted">{ i18n.engine_html(&step.place) }</p>
            { for problems.map(|problem| html! {
                <pre class="upstream" lang="en" translate="no">{ format!("{}: {}", problem.component.as_str(), problem.line) }</pre>
            }) }
            <details>
                <summary><T id="step-details" /></summary>
                <div class="stack">
                    if !settings.is_empty() { <Listing title={i18n.text("step-settings")} text={settings.join("\n")} /> }
                    if !step.commands.is_empty() { <Listing title={i18n.text("step-commands")} text={step.commands.join("\n")} /> }
                    { for step.files.iter().map(|file| html! {
                        <Listing key={file.path.clone()} title={file.path.clone()} text={file.patch.clone()} />
                    }) }
                    if !step.check.is_empty() {
                        <Listing title={i18n.text("step-check")} text={format!("$ {}\n{}", step.check, step.prints)} />
                    }
                    <dl class="facts">
                        <dt><T id="step-notice" /></dt><dd>{ i18n.engine_html(&step.notice) }</dd>
                        <dt><T id="step-back" /></dt><dd>{ i18n.engine_html(&step.back) }{ " " }{ i18n.engine_html(&step.until) }</dd>
                        if let Some(source) = &step.source {
                            <dt><T id="diff-source" /></dt><dd lang="en" translate="no">{ source }</dd>
                        }
                    </dl>
                </div>
            </details>
        </li>
    }
}

/// The steps of a migration.
pub(super) fn steps(i18n: I18n, way: &Migration, marks: &[Mark], ticking: &Ticking) -> Html {
    let steps = way.steps.iter().zip(1..).zip(marks);
    html! {
        <section class="section" aria-labelledby="dsp-steps-title">
            <h2 id="dsp-steps-title"><T id="steps-title" /></h2>
            <p>{ i18n.engine_html(&way.summary) }</p>
            { progress(i18n, "steps-progress", marks) }
            <ol class="steps" role="list">
                { for steps.map(|(found, mark)| step(i18n, found, *mark, way, ticking)) }
            </ol>
            if !way.steps.is_empty() { <p class="field-hint"><T id="steps-proof" /></p> }
        </section>
    }
}
