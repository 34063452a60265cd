//! The targets by group: what each is for, and what it makes of the plan.

use std::rc::Rc;

use dualstack_core::export::{Target, TargetGroup, targets};
use dualstack_core::i18n::Message;
use dualstack_core::kubernetes::Version;
use web_sys::{HtmlInputElement, InputEvent, KeyboardEvent};
use yew::prelude::*;

use crate::components::shell::use_dispatch;
use crate::effects::exports::Shared;
use crate::engine::exports::ExportFate;
use crate::i18n::{I18n, T, use_i18n};
use crate::state::Action;
use crate::state::exporting::{Export, toggled};

/// A target in one language.
#[derive(Clone, Debug, PartialEq)]
pub struct TargetText {
    /// The target.
    pub target: Target,
    /// Its title.
    pub title: AttrValue,
    /// What its files are for.
    description: AttrValue,
    /// The versions it writes for.
    versions: AttrValue,
    /// What its files were checked against.
    checked: AttrValue,
    // What a filter looks at.
    searched: String,
}

/// The targets of a group in one language.
#[derive(Clone, Debug, PartialEq)]
pub struct GroupText {
    group: TargetGroup,
    title: AttrValue,
    /// The targets, by name.
    pub targets: Vec<Rc<TargetText>>,
}

fn versions(i18n: I18n, target: &Target) -> String {
    let message = match (&target.until, target.since == Version::OLDEST) {
        (None, true) => Message::new("target-every-version"),
        (None, false) => Message::new("target-since").with("since", target.since),
        (Some(until), _) => Message::new("target-between")
            .with("since", target.since)
            .with("until", *until),
    };
    i18n.message(&message)
}

/// What the files of a target were checked against, in one line.
fn checked(i18n: I18n, target: &Target) -> String {
    let parts: Vec<String> = target.checked.iter().map(|part| i18n.engine_text(part)).collect();
    i18n.message(&Message::new("target-checked").with("against", parts.join("; ")))
}

/// Every target, group by group.
pub fn catalogue(i18n: I18n) -> Vec<GroupText> {
    let mut groups: Vec<GroupText> = TargetGroup::all()
        .map(|group| GroupText {
            group,
            title: i18n.engine_text(&group.title()).into(),
            targets: Vec::new(),
        })
        .collect();
    for target in targets() {
        let Some(group) = groups.iter_mut().find(|group| group.group == target.group) else {
            continue;
        };
        let title = i18n.engine_text(&target.title);
        let description = i18n.engine_text(&target.description);
        let searched = format!("{} {title} {description} {}", target.id, group.title).to_lowercase();
        group.targets.push(Rc::new(TargetText {
            versions: versions(i18n, &target).into(),
            checked: checked(i18n, &target).into(),
            title: title.into(),
            description: description.into(),
            searched,
            target,
        }));
    }
    groups.retain(|group| !group.targets.is_empty());
    groups
}

/// Every word of a filter has to be there.
fn matches(text: &TargetText, filter: &str) -> bool {
    filter
        .to_lowercase()
        .split_whitespace()
        .all(|word| text.searched.contains(word))
}

/// What a target makes of the plan, as a mark.
pub fn mark(i18n: I18n, fate: ExportFate) -> Html {
    let (tone, text) = match fate {
        ExportFate::Unknown => ("plain", i18n.text("export-unknown")),
        ExportFate::Writes => ("good", i18n.text("export-writes")),
        ExportFate::Warns => ("warning", i18n.text("export-warns")),
        ExportFate::Fails => ("bad", i18n.text("export-fails")),
        ExportFate::Empty => ("plain", i18n.text("export-empty")),
        ExportFate::Refuses => ("bad", i18n.text("export-refuses")),
    };
    html! { <span class="tag" data-tone={tone}>{ text }</span> }
}

#[derive(Clone, PartialEq, Properties)]
struct TargetRowProps {
    text: Rc<TargetText>,
    chosen: bool,
    fate: ExportFate,
    ontoggle: Callback<&'static str>,
}

/// One target. Rows whose target did not change are not drawn again.
#[component]
fn TargetRow(props: &TargetRowProps) -> Html {
    let i18n = use_i18n();
    let text = &props.text;
    let id = text.target.id;
    let onchange = props.ontoggle.reform(move |_: Event| id);
    let about = format!("dsp-target-{id}-about");
    let docs = i18n.message(&Message::new("target-docs-of").with("target", text.title.as_str()));
    html! {
        <li class="target">
            <input type="checkbox" id={format!("dsp-target-{id}")} checked={props.chosen} {onchange} aria-describedby={about.clone()} />
            <div class="target-text">
                <div class="target-head">
                    <label for={format!("dsp-target-{id}")}>{ text.title.clone() }</label>
                    { mark(i18n, props.fate) }
                </div>
                <p id={about}>{ text.description.clone() }</p>
                <p class="target-facts">
                    <code>{ id }</code>
                    <span>{ text.versions.clone() }</span>
                    <a href={text.target.docs} target="_blank" rel="noreferrer" aria-label={docs}><T id="target-docs" /></a>
                </p>
                <p class="target-facts">{ text.checked.clone() }</p>
            </div>
        </li>
    }
}

/// Properties of [`TargetList`].
#[derive(Clone, PartialEq, Properties)]
pub struct TargetListProps {
    /// Every target.
    pub groups: Rc<Vec<GroupText>>,
    /// Their ids.
    pub all: Rc<[&'static str]>,
    /// Those chosen.
    pub chosen: Rc<[&'static str]>,
    /// What they make of the plan.
    pub exports: Shared,
    /// What was typed to narrow the list.
    pub filter: Rc<str>,
}

/// The list with its filter.
#[component]
pub fn TargetList(props: &TargetListProps) -> Html {
    let dispatch = use_dispatch();
    let ontoggle = {
        let dispatch = dispatch.clone();
        use_callback(
            (Rc::clone(&props.all), Rc::clone(&props.chosen)),
            move |id: &'static str, (all, chosen)| {
                dispatch.send(Action::Export(Export::Choose(toggled(all, chosen, id))));
            },
        )
    };
    let oninput = {
        let dispatch = dispatch.clone();
        Callback::from(move |event: InputEvent| {
            let input: HtmlInputElement = event.target_unchecked_into();
            dispatch.send(Action::Export(Export::Filter(input.value())));
        })
    };
    let onkeydown = Callback::from(move |event: KeyboardEvent| {
        if event.key() == "Escape" {
            dispatch.send(Action::Export(Export::Filter(String::new())));
        }
    });
    let shown: Vec<(&GroupText, Vec<&Rc<TargetText>>)> = props
        .groups
        .iter()
        .map(|group| {
            let found = group.targets.iter().filter(|text| matches(text, &props.filter));
            (group, found.collect::<Vec<_>>())
        })
        .filter(|(_, found)| !found.is_empty())
        .collect();
    let count: usize = shown.iter().map(|(_, found)| found.len()).sum();
    html! {
        <div class="stack">
            <div class="pager">
                <div class="field wide">
                    <label for="dsp-target-filter"><T id="targets-filter" /></label>
                    <input id="dsp-target-filter" type="search" autocomplete="off" spellcheck="false"
                        value={props.filter.to_string()} {oninput} {onkeydown} aria-describedby="dsp-target-count" />
                </div>
                <p id="dsp-target-count" role="status" class="muted">
                    <T id="targets-count" params={vec![
                        ("shown", count.into()), ("all", props.all.len().into()), ("chosen", props.chosen.len().into()),
                    ]} />
                </p>
            </div>
            if shown.is_empty() {
                <p class="empty"><T id="targets-none" /></p>
            } else {
                <div class="target-groups">
                    { for shown.iter().map(|(group, found)| html! {
                        <fieldset key={group.group.as_str()} class="target-group">
                            <legend>{ group.title.clone() }</legend>
                            <ul role="list" class="targets">
                                { for found.iter().map(|text| html! {
                                    <TargetRow key={text.target.id} text={Rc::clone(text)} fate={props.exports.0.fate(text.target.id)}
                                        chosen={props.chosen.contains(&text.target.id)} ontoggle={ontoggle.clone()} />
                                }) }
                            </ul>
                        </fieldset>
                    }) }
                </div>
            }
        </div>
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_target_stands_in_its_group_and_is_found_by_any_of_its_words() {
        let groups = catalogue(I18n { language: "en" });
        let count: usize = groups.iter().map(|group| group.targets.len()).sum();
        assert_eq!(count, targets().len());
        let kubeadm = groups.iter().flat_map(|group| &group.targets);
        let kubeadm = kubeadm.clone().find(|text| text.target.id == "kubeadm").unwrap();
        assert!(matches(kubeadm, "") && matches(kubeadm, " KUBEADM init"));
        assert!(!matches(kubeadm, "kubeadm zebra"));
    }

    #[test]
    fn versions_are_said_in_words() {
        let mut target = targets()
            .into_iter()
            .find(|target| target.id == "servicecidr")
            .unwrap();
        let english = I18n { language: "en" };
        assert_eq!(versions(english, &target), "Kubernetes 1.29 and later");
        target.until = Some("1.31".parse().unwrap());
        assert_eq!(versions(english, &target), "Kubernetes 1.29 to 1.31");
        target.since = Version::OLDEST;
        target.until = None;
        assert_eq!(versions(english, &target), "every version");
    }
}
