//! What a component does at start, and what changes between versions.

pub mod start;
pub mod versions;

use dualstack_core::kubernetes::{Confidence, Version};
use yew::prelude::*;

use crate::i18n::I18n;

/// How sure something is, as a mark.
pub fn confidence(i18n: I18n, confidence: Confidence) -> Html {
    let (tone, text) = match confidence {
        Confidence::Verified => ("good", i18n.text("confidence-verified")),
        Confidence::Changelog => ("plain", i18n.text("confidence-changelog")),
        Confidence::Unverified => ("warning", i18n.text("confidence-unverified")),
    };
    html! { <span class="tag" data-tone={tone}>{ text }</span> }
}

/// Every version as an option, newest first.
pub fn version_options() -> Vec<(AttrValue, AttrValue)> {
    Version::all()
        .rev()
        .map(|version| (version.to_string().into(), version.to_string().into()))
        .collect()
}
