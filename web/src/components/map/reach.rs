//! What it would cost a running cluster to give a range another network.

use std::rc::Rc;

use dualstack_core::i18n::Message;
use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

use super::moving::Placing;
use crate::components::change::reach::Reach;
use crate::components::editor::FormContext;
use crate::effects::settle::use_settled;
use crate::i18n::I18n;
use crate::views::on_demand::reaches;

/// A range that goes over many cells is judged where it stays.
const STAYS_MS: u32 = 120;

/// How far it reaches to place a range so. `None` until it is known: what judges is loaded when it is first asked, and
/// asked when the range has stayed for a moment.
#[hook]
pub fn use_reach(context: &FormContext, placing: Option<Placing>) -> Option<Reach> {
    let known = use_state(|| None::<(Placing, Option<Reach>)>);
    let stays = use_settled(&placing, STAYS_MS);
    {
        let (setter, context) = (known.setter(), context.clone());
        use_effect_with((stays, Rc::clone(&context.text)), move |(stays, _)| {
            if let Some(placing) = stays.clone() {
                spawn_local(async move {
                    let Some(reaches) = reaches().await else { return };
                    let now = context.current();
                    let edited = now.patched(&placing.patch(now.values()));
                    let reach = edited.and_then(|text| reaches(&now, &text));
                    setter.set(Some((placing, reach)));
                });
            }
        });
    }
    let (judged, reach) = (*known).clone()?;
    reach.filter(|_| placing == Some(judged))
}

/// Where a range would go, and how far that reaches.
pub fn reach_tag(i18n: I18n, name: &str, placing: &Placing, reach: Option<&Reach>) -> Html {
    let where_to = Message::new("map-moving")
        .with("name", name)
        .with("network", placing.network);
    html! {
        <>
            { i18n.html(&where_to) }
            if let Some(reach) = reach {
                { " " }<span class="tag" data-tone={reach.tone}>{ i18n.engine_text(&reach.message) }</span>
            }
        </>
    }
}
