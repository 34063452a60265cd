//! A select with its options as values and texts.

use web_sys::HtmlSelectElement;
use yew::prelude::*;

/// Properties of [`Choice`].
#[derive(Clone, PartialEq, Properties)]
pub struct ChoiceProps {
    /// Element id.
    pub id: AttrValue,
    /// Value and text of each option.
    pub options: Vec<(AttrValue, AttrValue)>,
    /// The value chosen.
    pub value: AttrValue,
    /// Another value is chosen.
    pub onchoose: Callback<String>,
    /// Name, where no label is beside it.
    #[prop_or_default]
    pub label: Option<AttrValue>,
    /// Id of what describes it.
    #[prop_or_default]
    pub describedby: Option<AttrValue>,
    /// Whether what is chosen is wrong.
    #[prop_or_default]
    pub invalid: bool,
    /// Language of the option texts, when they are not all of the page's.
    #[prop_or_default]
    pub languages: bool,
    /// What is written over single options, by their values.
    #[prop_or_default]
    pub notes: Vec<(AttrValue, AttrValue)>,
    /// Whether it can be changed.
    #[prop_or_default]
    pub disabled: bool,
}

/// A select. The chosen value is also set as a property: the browser forgets the attribute once a user has chosen.
#[component]
pub fn Choice(props: &ChoiceProps) -> Html {
    let node = use_node_ref();
    {
        let node = node.clone();
        use_effect_with((props.value.clone(), props.options.clone()), move |(value, _)| {
            if let Some(select) = node.cast::<HtmlSelectElement>()
                && select.value() != value.as_str()
            {
                select.set_value(value);
            }
        });
    }
    let onchange = {
        let node = node.clone();
        let onchoose = props.onchoose.clone();
        Callback::from(move |_: Event| {
            if let Some(select) = node.cast::<HtmlSelectElement>() {
                onchoose.emit(select.value());
            }
        })
    };
    html! {
        <select ref={node} id={props.id.clone()} aria-label={props.label.clone()} {onchange} disabled={props.disabled}
            aria-describedby={props.describedby.clone()} aria-invalid={props.invalid.then_some("true")}>
            { for props.options.iter().map(|(value, text)| {
                let option = html! {
                    <option key={value.to_string()} value={value.clone()} selected={*value == props.value}
                        lang={props.languages.then(|| value.clone())}>{ text.clone() }</option>
                };
                match props.notes.iter().find(|(noted, _)| noted == value) {
                    Some((_, note)) => html! {
                        <optgroup key={format!("{value} noted")} label={note.clone()}>{ option }</optgroup>
                    },
                    None => option,
                }
            }) }
        </select>
    }
}
