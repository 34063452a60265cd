//! The version of Kubernetes as a slider: the plan is computed anew for each version that is passed.

use dualstack_core::i18n::Message;
use dualstack_core::kubernetes::Version;
use web_sys::{HtmlInputElement, InputEvent};
use yew::prelude::*;

use crate::components::editor::{FormContext, use_form_edits};
use crate::engine::edit::FieldKind;
use crate::i18n::use_i18n;

const POINTER: &str = "/spec/kubernetesVersion";
const ID: &str = "dsp-version";

/// Properties of [`VersionSlider`].
#[derive(Clone, PartialEq, Properties)]
pub struct VersionSliderProps {
    /// What is edited.
    pub context: FormContext,
}

/// Returns the position of a version on the slider. `None` if it is not a version that is known, or has a patch level that
/// sliding would lose.
fn position(versions: &[String], written: &str) -> Option<usize> {
    versions.iter().position(|version| version == written)
}

/// The slider. It is not there for a plan that cannot be edited.
#[component]
pub fn VersionSlider(props: &VersionSliderProps) -> Html {
    let i18n = use_i18n();
    let edits = use_form_edits(&props.context);
    let analysis = &props.context.analysis;
    let Some(plan) = analysis.plan().filter(|_| analysis.is_editable()) else {
        return Html::default();
    };
    let versions: Vec<String> = Version::all().map(|version| version.to_string()).collect();
    let written = props.context.shown(POINTER);
    let minor = plan.spec.kubernetes_version.to_string();
    let at = position(&versions, &written).or_else(|| position(&versions, &minor));
    let last = versions.len().saturating_sub(1);
    let (from, to) = (versions.first().cloned(), versions.last().cloned());
    let name = i18n.message(&Message::new("version-slider").with("version", written.as_str()));
    let oninput = Callback::from(move |event: InputEvent| {
        let input: HtmlInputElement = event.target_unchecked_into();
        let chosen = input
            .value()
            .parse::<usize>()
            .ok()
            .and_then(|at| versions.get(at));
        if let Some(version) = chosen {
            edits.typed(POINTER, version.clone(), FieldKind::Text, false);
            edits.left(POINTER);
        }
    });
    html! {
        <div class="version-slider">
            <label for={ID}><bdi dir="ltr">{ name }</bdi></label>
            <span class="version-line" dir="ltr">
                <span class="muted" aria-hidden="true">{ from }</span>
                <input id={ID} type="range" min="0" max={last.to_string()} step="1" value={at.unwrap_or(last).to_string()}
                    aria-valuetext={written} {oninput} />
                <span class="muted" aria-hidden="true">{ to }</span>
            </span>
        </div>
    }
}

#[cfg(test)]
mod tests {
    use super::position;

    #[test]
    fn a_patch_level_is_not_on_the_slider() {
        let versions = ["1.16".to_owned(), "1.17".to_owned()];
        assert_eq!(position(&versions, "1.17"), Some(1));
        assert_eq!(position(&versions, "1.17.3"), None);
    }
}
