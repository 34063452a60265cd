//! Zooming by the wheel and by two fingers. The wheel alone scrolls the page; with Ctrl or ⌘, and as pads send it when two
//! fingers spread on them, it zooms.

use std::cell::RefCell;
use std::rc::Rc;

use gloo::events::{EventListener, EventListenerOptions, EventListenerPhase};
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, TouchEvent, WheelEvent};
use yew::prelude::*;

use super::grid::cell_under;
use super::scene::Shown;
use crate::effects::now_ms;

/// What the wheel turns before it is a step, in CSS pixels. A notch of a wheel is about 100; a pad sends many small ones.
const STEP: f64 = 40.0;
/// Steps do not follow faster: a notch or a swing of the fingers is one step, however many events it is.
const PAUSE_MS: f64 = 250.0;
/// Two fingers have spread to that much of their first distance, or closed to its inverse, before it is a step.
const SPREAD: f64 = 1.4;

/// A step of the zoom.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// Nearer.
    In,
    /// Farther away.
    Out,
}

/// Sums up what the wheel turns until it is a step.
#[derive(Clone, Copy, Debug, Default)]
pub struct Turned {
    sum: f64,
    last_ms: f64,
    /// Steps come again from then on.
    rests_until_ms: f64,
}

impl Turned {
    /// Takes a turn of the wheel, in CSS pixels; upwards is negative.
    pub fn by(&mut self, delta: f64, now_ms: f64) -> Option<Step> {
        if now_ms - self.last_ms > PAUSE_MS || self.sum.signum() != delta.signum() {
            self.sum = 0.0;
        }
        self.last_ms = now_ms;
        if now_ms < self.rests_until_ms {
            return None;
        }
        self.sum += delta;
        if self.sum.abs() < STEP {
            return None;
        }
        let step = if self.sum < 0.0 { Step::In } else { Step::Out };
        self.rests_until_ms = now_ms + PAUSE_MS;
        self.sum = 0.0;
        Some(step)
    }
}

/// The step that two fingers have made since they were `first` apart.
fn spread(first: f64, now: f64) -> Option<Step> {
    if now > first * SPREAD {
        Some(Step::In)
    } else if now * SPREAD < first {
        Some(Step::Out)
    } else {
        None
    }
}

/// The distance of two fingers, and the place between them. `None` for another number of fingers.
fn fingers(event: &TouchEvent) -> Option<(f64, (i32, i32))> {
    let touches = event.touches();
    if touches.length() != 2 {
        return None;
    }
    let (one, other) = (touches.get(0)?, touches.get(1)?);
    let (x, y) = (
        one.client_x() - other.client_x(),
        one.client_y() - other.client_y(),
    );
    let middle = (
        i32::midpoint(one.client_x(), other.client_x()),
        i32::midpoint(one.client_y(), other.client_y()),
    );
    Some((f64::from(x).hypot(f64::from(y)), middle))
}

/// Zooms into the cell under the pointer, or out. `node` is around the grids, whose larger one has `count` cells.
#[hook]
pub fn use_zooming(
    node: &NodeRef,
    scene: &Shown,
    count: usize,
    enter: &Callback<usize>,
    leave: &Callback<()>,
) {
    // The wheel may turn on while the map changes below it.
    let turned = use_mut_ref(Turned::default);
    let (node, enter, leave) = (node.clone(), enter.clone(), leave.clone());
    use_effect_with(scene.clone(), move |_| {
        let listeners = node.cast::<Element>().map(|element| {
            let step = Rc::new(
                move |step: Option<Step>, event: &Event, place: (i32, i32)| match step {
                    Some(Step::In) => {
                        if let Some(cell) = cell_under(event.target(), place, count) {
                            enter.emit(cell);
                        }
                    }
                    Some(Step::Out) => leave.emit(()),
                    None => {}
                },
            );
            let options = EventListenerOptions {
                phase: EventListenerPhase::Bubble,
                passive: false,
            };
            let stepped = Rc::clone(&step);
            let wheel = EventListener::new_with_options(&element, "wheel", options, move |event| {
                let Some(wheel) = event.dyn_ref::<WheelEvent>() else {
                    return;
                };
                if wheel.ctrl_key() || wheel.meta_key() {
                    event.prevent_default();
                    let made = turned.borrow_mut().by(wheel.delta_y(), now_ms());
                    stepped(made, event, (wheel.client_x(), wheel.client_y()));
                }
            });
            let first = RefCell::new(None::<f64>);
            let touches = Rc::new(move |event: &Event| {
                let two = event.dyn_ref::<TouchEvent>().and_then(fingers);
                let Some((apart, middle)) = two else {
                    *first.borrow_mut() = None;
                    return;
                };
                event.prevent_default();
                let began = *first.borrow_mut().get_or_insert(apart);
                let made = spread(began, apart);
                if made.is_some() {
                    *first.borrow_mut() = Some(apart);
                }
                step(made, event, middle);
            });
            let touched = ["touchstart", "touchmove", "touchend"].map(|name| {
                let touches = Rc::clone(&touches);
                EventListener::new_with_options(&element, name, options, move |event| touches(event))
            });
            (wheel, touched)
        });
        move || drop(listeners)
    });
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_notch_is_a_step_and_small_turns_add_up() {
        let mut turned = Turned::default();
        assert_eq!(turned.by(-100.0, 1000.0), Some(Step::In));
        assert_eq!(turned.by(-100.0, 1010.0), None, "the same swing");
        assert_eq!(turned.by(100.0, 1300.0), Some(Step::Out));
        let steps: Vec<Option<Step>> = (0..6)
            .map(|index| turned.by(-9.0, f64::from(index).mul_add(16.0, 2000.0)))
            .collect();
        assert_eq!(steps, [None, None, None, None, Some(Step::In), None]);
        assert_eq!(turned.by(-20.0, 5000.0), None);
        assert_eq!(
            turned.by(-30.0, 9000.0),
            None,
            "a turn of long ago does not count"
        );
        assert_eq!(turned.by(30.0, 9010.0), None, "nor one the other way");
    }

    #[test]
    fn fingers_spread_and_close() {
        assert_eq!(spread(100.0, 139.0), None);
        assert_eq!(spread(100.0, 141.0), Some(Step::In));
        assert_eq!(spread(100.0, 72.0), None);
        assert_eq!(spread(100.0, 71.0), Some(Step::Out));
    }
}
