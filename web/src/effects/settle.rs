//! A value that follows another when that has not changed for a while.

use gloo::timers::callback::Timeout;
use yew::prelude::*;

/// `value` as it was when it last stood still for `pause_ms`; at first, `value` itself.
#[hook]
pub fn use_settled<T: Clone + PartialEq + 'static>(value: &T, pause_ms: u32) -> T {
    let settled = use_state_eq(|| value.clone());
    {
        let settled = settled.clone();
        use_effect_with(value.clone(), move |value| {
            let value = value.clone();
            let timer = (*settled != value).then(|| Timeout::new(pause_ms, move || settled.set(value)));
            move || drop(timer)
        });
    }
    (*settled).clone()
}
