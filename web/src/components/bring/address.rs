//! Whose an address is.

use std::net::IpAddr;
use std::rc::Rc;

use dualstack_core::i18n::Message;
use dualstack_core::whose::AddressAnswer;
use yew::prelude::*;

use crate::components::shell::tabs::tab_id;
use crate::components::shell::use_dispatch;
use crate::effects::focus::focus;
use crate::i18n::{T, use_i18n};
use crate::state::{Action, Tab};

/// Properties of [`AddressView`].
#[derive(Clone, PartialEq, Properties)]
pub(super) struct AddressViewProps {
    /// The address.
    pub address: IpAddr,
    /// The first node of the page of the table that holds its node.
    pub page: Option<u64>,
    /// Whose it is; absent where there is no plan to look in.
    pub answer: Option<Rc<AddressAnswer>>,
}

/// The answers, the most exact first.
#[component]
pub(super) fn AddressView(props: &AddressViewProps) -> Html {
    let i18n = use_i18n();
    let dispatch = use_dispatch();
    let Some(answer) = &props.answer else {
        return html! { <p><T id="brought-no-plan" /></p> };
    };
    let show = props.page.map(|page| {
        let address = props.address.to_string();
        Callback::from(move |_: MouseEvent| {
            dispatch.send(Action::NodesFrom(page));
            dispatch.send(Action::NodesQuery(address.clone()));
            dispatch.send(Action::SelectTab(Tab::Nodes));
            focus(&tab_id(Tab::Nodes.view().slug()));
        })
    });
    html! {
        <div class="stack">
            <ul class="answers">
                { for answer.holders.iter().enumerate().map(|(index, holder)| html! {
                    <li key={index}>{ i18n.engine_html(&holder.message) }</li>
                }) }
            </ul>
            if let Some(caveat) = &answer.caveat {
                <p class="muted">{ i18n.engine_html(caveat) }</p>
            }
            if let Some(show) = show {
                <div class="row">
                    <button type="button" class="small" onclick={show}>
                        { i18n.html(&Message::new("brought-show-node").with("address", props.address)) }
                    </button>
                </div>
            }
        </div>
    }
}
