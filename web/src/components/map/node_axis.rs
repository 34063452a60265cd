//! Both families on one axis of nodes. The end of a bar can be dragged, moved by keys, stepped and typed.

use dualstack_core::i18n::Message;
use dualstack_core::net::IpFamily;
use dualstack_core::plan::capacity::MaskWindow;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlInputElement, InputEvent, KeyboardEvent, PointerEvent};
use yew::prelude::*;

use crate::components::editor::{FormContext, FormEdits, use_form_edits};
use crate::engine::edit::FieldKind;
use crate::engine::masks::{MaskRow, NodeAxis};
use crate::i18n::{I18n, T, count, group_digits, use_i18n};

/// Properties of [`NodeAxisView`].
#[derive(Clone, PartialEq, Properties)]
pub struct NodeAxisViewProps {
    /// What the plan is edited through.
    pub context: FormContext,
}

/// Heights in pixels; widths are percentages.
const LABELS: i32 = 40;
const ROW: i32 = 44;

fn percent(value: f64) -> String {
    format!("{value:.3}%")
}

fn window(masks: MaskWindow) -> String {
    format!("/{}–/{}", masks.shortest, masks.longest)
}

fn edit(edits: &FormEdits, row: &MaskRow, mask: u8) {
    if mask != row.mask {
        edits.typed(row.pointer(), mask.to_string(), FieldKind::Number, false);
        edits.left(row.pointer());
    }
}

/// The handle under a pointer. Not the current target of the event, which is where Yew listens: the root of the page.
fn grabbed(event: &PointerEvent) -> Option<Element> {
    let target: Element = event.target()?.dyn_into().ok()?;
    target.closest(".handle").ok()?
}

/// The mask under a pointer that holds the handle, of the axis around it.
fn mask_under(event: &PointerEvent, axis: &NodeAxis, row: &MaskRow) -> Option<u8> {
    let handle = grabbed(event).filter(|handle| handle.has_pointer_capture(event.pointer_id()))?;
    let drawing = handle.closest(".axis").ok()??.get_bounding_client_rect();
    (drawing.width() > 0.0).then(|| {
        axis.mask_at(
            row,
            (f64::from(event.client_x()) - drawing.left()) / drawing.width(),
        )
    })
}

fn handle(i18n: I18n, axis: &NodeAxis, row: &MaskRow, edits: &FormEdits) -> Html {
    let onpointerdown = Callback::from(|event: PointerEvent| {
        if let Some(handle) = grabbed(&event).filter(|_| event.button() == 0) {
            let _ = handle.set_pointer_capture(event.pointer_id());
        }
    });
    let onpointermove = {
        let (edits, axis, row) = (edits.clone(), axis.clone(), row.clone());
        Callback::from(move |event: PointerEvent| {
            if let Some(mask) = mask_under(&event, &axis, &row) {
                edit(&edits, &row, mask);
            }
        })
    };
    let onkeydown = {
        let (edits, row) = (edits.clone(), row.clone());
        Callback::from(move |event: KeyboardEvent| {
            if event.ctrl_key() || event.alt_key() || event.meta_key() {
                return;
            }
            if let Some(mask) = row.after_key(&event.key()) {
                event.prevent_default();
                edit(&edits, &row, mask);
            }
        })
    };
    let name = i18n.message(&Message::new("axis-handle").with("family", row.family));
    let said = Message::new(if row.nodes.is_some() {
        "axis-value"
    } else {
        "axis-value-none"
    })
    .with("mask", row.mask)
    .with("nodes", row.nodes.map(count).unwrap_or_default());
    let place = percent(axis.place_of_mask(row, row.legal_mask(row.mask.into())));
    html! {
        <svg x={place} y="0" width="1" height="100%" overflow="visible">
            <g class="handle" id={handle_id(row.family)} role="slider" tabindex="0" aria-label={name}
                aria-orientation="horizontal"
                aria-valuemin={row.legal.shortest.to_string()} aria-valuemax={row.legal.longest.to_string()}
                aria-valuenow={row.mask.to_string()} aria-valuetext={i18n.message(&said)}
                {onpointerdown} {onpointermove} {onkeydown}>
                <rect class="reach" x="-14" y="0" width="28" height={ROW.to_string()} />
                <rect class="grip" x="-5" y="6" width="10" height={(ROW - 12).to_string()} rx="3" />
                <path class="ridge" d="M-1.5 16v12M1.5 16v12" />
            </g>
        </svg>
    }
}

fn handle_id(family: IpFamily) -> String {
    format!("dsp-axis-handle-{family}")
}

fn bar(i18n: I18n, axis: &NodeAxis, row: &MaskRow, index: usize, edits: &FormEdits) -> Html {
    let nodes = row
        .nodes
        .and_then(|nodes| nodes.to_u128())
        .map_or(0.0, |nodes| nodes as f64);
    let fits = nodes >= axis.planned as f64;
    let top = LABELS + i32::try_from(index).unwrap_or(0) * ROW;
    let text = i18n.message(
        &Message::new("axis-bar")
            .with("family", row.family)
            .with("mask", row.mask)
            .with("nodes", row.nodes.map(count).unwrap_or_else(|| "0".to_owned())),
    );
    html! {
        <svg key={row.family.as_str()} y={top.to_string()} width="100%" height={ROW.to_string()} overflow="visible" data-kind="pods">
            <g aria-hidden="true">
                <rect class="track" y="8" width={percent(axis.place_of_mask(row, row.legal.longest))} height="28" rx="3" />
                <rect class={classes!("room", (!fits).then_some("short"))} y="8" width={percent(axis.place(nodes))} height="28" rx="3" />
                <rect class="today" y="30" width={percent(axis.place((axis.today as f64).min(nodes)))} height="6" />
                <text x="8" y="25">{ text }</text>
            </g>
            { handle(i18n, axis, row, edits) }
        </svg>
    }
}

fn mark(i18n: I18n, axis: &NodeAxis, id: &'static str, class: &'static str, nodes: u64, line: i32) -> Html {
    let place = axis.place(nodes as f64);
    let (anchor, dx) = if place > 55.0 { ("end", -5) } else { ("start", 5) };
    let top = line * 17;
    let bottom = LABELS + i32::try_from(axis.rows.len()).unwrap_or(0) * ROW;
    let label = i18n.message(&Message::new(id).with("nodes", group_digits(&nodes.to_string())));
    html! {
        <svg class={class} x={percent(place)} width="1" height="100%" overflow="visible" aria-hidden="true">
            <line x1="0" x2="0" y1={top.to_string()} y2={bottom.to_string()} />
            <text x={dx.to_string()} y={(top + 13).to_string()} text-anchor={anchor}>{ label }</text>
        </svg>
    }
}

fn controls(i18n: I18n, axis: &NodeAxis, row: &MaskRow, edits: &FormEdits) -> Html {
    let id = format!("dsp-axis-mask-{}", row.family);
    let hint = format!("{id}-hint");
    let oninput = {
        let (edits, row) = (edits.clone(), row.clone());
        Callback::from(move |event: InputEvent| {
            let input: HtmlInputElement = event.target_unchecked_into();
            if let Ok(mask) = input.value().trim().parse::<u8>() {
                edit(&edits, &row, mask);
            }
        })
    };
    let step = |id: &'static str, sign: &'static str, by: i32| {
        let next = row.legal_mask(i32::from(row.mask) + by);
        let (edits, row) = (edits.clone(), row.clone());
        let family = row.family;
        let disabled = next == row.mask;
        let onclick = Callback::from(move |_: MouseEvent| edit(&edits, &row, next));
        html! {
            <button type="button" {onclick} aria-disabled={disabled.then_some("true")}
                aria-label={i18n.message(&Message::new(id).with("family", family))}>{ sign }</button>
        }
    };
    let wrong = row.mask < row.legal.shortest || row.mask > row.legal.longest;
    html! {
        <div class="field mask-field" key={row.family.as_str()}>
            <label for={id.clone()}><T id="axis-mask" params={vec![("family", row.family.into())]} /></label>
            <div class="field-line">
                { step("axis-shorter", "−", -1) }
                <input {id} type="number" dir="ltr" min={row.legal.shortest.to_string()} max={row.legal.longest.to_string()}
                    step="1" value={row.mask.to_string()} {oninput} aria-describedby={hint.clone()}
                    aria-invalid={wrong.then_some("true")} />
                { step("axis-longer", "+", 1) }
            </div>
            <p class="field-hint" id={hint}>
                <T id="axis-legal" params={vec![("masks", window(row.legal).into())]} />
                if let Some(masks) = row.kubeadm {
                    { " " }<T id="axis-kubeadm" params={vec![("masks", window(masks).into())]} />
                }
                { " " }
                if let Some(masks) = row.fitting {
                    <T id="axis-fitting" params={vec![("masks", window(masks).into()), ("nodes", axis.planned.to_string().into())]} />
                } else {
                    <T id="axis-none-fits" params={vec![("nodes", axis.planned.to_string().into())]} />
                }
            </p>
        </div>
    }
}

/// The axis.
#[component]
pub fn NodeAxisView(props: &NodeAxisViewProps) -> Html {
    let i18n = use_i18n();
    let edits = use_form_edits(&props.context);
    let analysis = &props.context.analysis;
    let Some(mut axis) = NodeAxis::of(analysis) else {
        return Html::default();
    };
    // The text may be ahead of the analysis for a moment: a second step starts from what the first one wrote.
    let now = props.context.current();
    for row in &mut axis.rows {
        if let Ok(mask) = now.field(row.pointer()).parse() {
            row.mask = mask;
        }
    }
    let capacity = analysis
        .addresses()
        .as_ref()
        .and_then(|addresses| addresses.capacity.as_ref());
    let rows = i32::try_from(axis.rows.len()).unwrap_or(0);
    let height = (LABELS + rows * ROW).to_string();
    let end = 1u128.checked_shl(axis.doublings.into()).unwrap_or(u128::MAX);
    html! {
        <div class="stack node-axis">
            if let Some(capacity) = capacity {
                <p class="headline">{ i18n.engine_html(&capacity.headline()) }</p>
            }
            <svg class="axis" height={height} role="group" aria-label={i18n.text("axis-label")}>
                { for axis.rows.iter().enumerate().map(|(index, row)| bar(i18n, &axis, row, index, &edits)) }
                { mark(i18n, &axis, "axis-today", "mark", axis.today, 0) }
                { mark(i18n, &axis, "axis-planned", "mark planned", axis.planned, 1) }
            </svg>
            <p class="field-hint">
                <T id="axis-scale" params={vec![("nodes", group_digits(&end.to_string()).into())]} />
            </p>
            <div class="mask-fields">
                { for axis.rows.iter().map(|row| controls(i18n, &axis, row, &edits)) }
            </div>
        </div>
    }
}
