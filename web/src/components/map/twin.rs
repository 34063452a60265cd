//! The map as a table: everything the drawing says, and exact numbers.

use std::rc::Rc;

use yew::prelude::*;

use super::words::{kind_name, kind_of, overlaps};
use crate::engine::Analysis;
use crate::i18n::{T, count, use_i18n};

/// Properties of [`MapTable`].
#[derive(Clone, PartialEq, Properties)]
pub struct MapTableProps {
    /// What the plan comes to.
    pub analysis: Rc<Analysis>,
}

/// The table.
#[component]
pub fn MapTable(props: &MapTableProps) -> Html {
    let i18n = use_i18n();
    let Some(addresses) = props.analysis.addresses() else {
        return Html::default();
    };
    html! {
        <div class="scroll" tabindex="0" role="region" aria-label={i18n.text("map-table-name")}>
            <table class="data">
                <caption><T id="map-table-caption" /></caption>
                <thead>
                    <tr>
                        <th scope="col"><T id="column-use" /></th>
                        <th scope="col"><T id="column-range" /></th>
                        <th scope="col"><T id="column-first" /></th>
                        <th scope="col"><T id="column-last" /></th>
                        <th scope="col" class="number"><T id="column-addresses" /></th>
                    </tr>
                </thead>
                { for addresses.map.iter().map(|block| html! {
                    <tbody key={block.cidr.to_string()}>
                        { for block.segments.iter().enumerate().map(|(index, segment)| {
                            let name = segment.range.as_ref().and_then(|range| range.name.clone()).unwrap_or_default();
                            let shares = segment.inside.iter().map(|range| {
                                format!("{} {}", kind_name(i18n, range.kind.as_str()), range.cidr)
                            }).collect::<Vec<_>>().join(", ");
                            let bad = segment.inside.iter().any(|range| overlaps(segment, range));
                            html! {
                                <tr key={index}>
                                    <th scope="row">
                                        { kind_name(i18n, kind_of(segment)) }{ " " }<bdi class="muted">{ name }</bdi>
                                        if !shares.is_empty() {
                                            <div class="tag" data-tone={bad.then_some("bad")}><T id="map-shares" params={vec![("ranges", shares.into())]} /></div>
                                        }
                                    </th>
                                    <td><code>{ segment.range.as_ref().map(|range| range.cidr.to_string()).unwrap_or_default() }</code></td>
                                    <td><code>{ segment.first.to_string() }</code></td>
                                    <td><code>{ segment.last.to_string() }</code></td>
                                    <td class="number">{ count(segment.addresses) }</td>
                                </tr>
                            }
                        }) }
                    </tbody>
                }) }
            </table>
        </div>
    }
}
