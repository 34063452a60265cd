//! A text to take away: shown as code, copied, downloaded.

use dualstack_core::i18n::Message;
use yew::prelude::*;

use super::icon::Icon;
use super::use_dispatch;
use crate::effects::download::{copy, download};
use crate::i18n::use_i18n;

/// Properties of [`Listing`].
#[derive(Clone, PartialEq, Properties)]
pub struct ListingProps {
    /// What it is called among others of that title.
    #[prop_or_default]
    pub label: Option<AttrValue>,
    /// What it is, above the text: a file name.
    pub title: AttrValue,
    /// The text.
    pub text: AttrValue,
    /// Name of the file to download; absent: only copied.
    #[prop_or_default]
    pub file_name: Option<AttrValue>,
    /// Media type of that file.
    #[prop_or(AttrValue::Static("text/plain"))]
    pub media_type: AttrValue,
    /// `stored` or `refused`.
    #[prop_or_default]
    pub tone: Option<&'static str>,
    /// Something beside the title.
    #[prop_or_default]
    pub children: Html,
}

/// The text with its buttons. The text can be scrolled by keyboard, so it is in the tab order and has a name.
#[component]
pub fn Listing(props: &ListingProps) -> Html {
    let i18n = use_i18n();
    let dispatch = use_dispatch();
    let named = |id: &'static str| i18n.message(&Message::new(id).with("name", props.title.as_str()));
    let oncopy = {
        let (text, title) = (props.text.to_string(), props.title.to_string());
        Callback::from(move |_: MouseEvent| {
            let done = Message::new("copied").with("name", title.as_str());
            copy(text.clone(), done, dispatch.0.clone());
        })
    };
    let download_button = props.file_name.clone().map(|name| {
        let (text, media_type) = (props.text.clone(), props.media_type.clone());
        let onclick = Callback::from(move |_: MouseEvent| download(&name, &media_type, text.as_bytes()));
        html! {
            <button type="button" class="small quiet" {onclick} aria-label={named("download-name")}>
                { Icon::Download.html() }
            </button>
        }
    });
    html! {
        <section class={classes!("listing", props.tone)} aria-label={props.label.clone().unwrap_or_else(|| props.title.clone())}>
            <header>
                <p class="listing-title">{ props.title.clone() }</p>
                { props.children.clone() }
                <button type="button" class="small quiet" onclick={oncopy} aria-label={named("copy-name")}>
                    { Icon::Copy.html() }
                </button>
                { download_button.unwrap_or_default() }
            </header>
            <pre tabindex="0" lang="en" translate="no"><code>{ props.text.clone() }</code></pre>
        </section>
    }
}
