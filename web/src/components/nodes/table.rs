//! The node table: pages, jump to a node, find by address.

use std::net::IpAddr;
use std::rc::Rc;

use dualstack_core::i18n::Message;
use dualstack_core::nodeipam::{BlockPlace, NodeBlocks};
use dualstack_core::plan::nodes::NoBlocks;
use web_sys::{HtmlInputElement, InputEvent, KeyboardEvent};
use yew::prelude::*;

use crate::components::shell::use_dispatch;
use crate::engine::Analysis;
use crate::i18n::{T, use_i18n};
use crate::state::Action;

/// Rows on a page.
const PAGE: u128 = 25;

/// Properties of [`NodeTable`].
#[derive(Clone, PartialEq, Properties)]
pub struct NodeTableProps {
    /// What the plan comes to.
    pub analysis: Rc<Analysis>,
    /// The first node of the page.
    pub from: u64,
    /// What was typed to find a node.
    pub query: Rc<str>,
}

/// What was asked for.
#[derive(Debug, PartialEq)]
enum Query {
    Nothing,
    Node(u128),
    Address(IpAddr),
    Unreadable,
}

impl Query {
    /// A number is a node (from 0, as the command line and the API count); anything else is an address, of a CIDR its
    /// network.
    fn parse(text: &str) -> Query {
        let text = text.trim();
        if text.is_empty() {
            return Query::Nothing;
        }
        if text.bytes().all(|b| b.is_ascii_digit()) {
            return text.parse().map_or(Query::Unreadable, Query::Node);
        }
        let address = text.split('/').next().unwrap_or_default();
        address.parse().map_or(Query::Unreadable, Query::Address)
    }
}

/// The node that answers, and what to say.
fn answer(blocks: &NodeBlocks, query: &Query) -> (Option<u128>, Option<Message>) {
    match query {
        Query::Nothing => (None, None),
        Query::Unreadable => (None, Some(Message::new("find-unreadable"))),
        Query::Node(node) => match blocks.nth(*node) {
            Some(_) => (Some(*node), None),
            None => (
                None,
                Some(Message::new("find-no-node").with("count", blocks.count())),
            ),
        },
        Query::Address(address) => match blocks.find(*address) {
            BlockPlace::Node { node, block } => (
                Some(node.node),
                Some(
                    Message::new("find-node")
                        .with("address", *address)
                        .with("node", node.node.to_string())
                        .with("block", block),
                ),
            ),
            BlockPlace::Spare { block, .. } => (
                None,
                Some(
                    Message::new("find-spare")
                        .with("address", *address)
                        .with("block", block),
                ),
            ),
            BlockPlace::Excluded { block, service } => (
                None,
                Some(
                    Message::new("find-excluded")
                        .with("address", *address)
                        .with("block", block)
                        .with("service", service),
                ),
            ),
            BlockPlace::Outside => (None, Some(Message::new("find-outside").with("address", *address))),
        },
    }
}

/// The first node of the page that holds `node`.
pub fn page_of(node: u128) -> u64 {
    u64::try_from(node / PAGE * PAGE).unwrap_or(u64::MAX)
}

/// The table with its controls.
#[component]
pub fn NodeTable(props: &NodeTableProps) -> Html {
    let i18n = use_i18n();
    let dispatch = use_dispatch();
    let blocks = match props.analysis.node_blocks() {
        Ok(blocks) => blocks,
        Err(NoBlocks::NoRange) => return html! { <p class="empty"><T id="nodes-none" /></p> },
        Err(NoBlocks::Refused(check)) => {
            return html! {
                <div class="empty">
                    <p><T id="nodes-refused" /></p>
                    <pre class="upstream" lang="en" translate="no">{ check.text.clone() }</pre>
                </div>
            };
        }
    };
    let count = blocks.count().to_u128().unwrap_or(u128::MAX);
    let last_page = page_of(count.saturating_sub(1));
    let from = props.from.min(last_page);
    let query = Query::parse(&props.query);
    let (found, said) = answer(blocks, &query);
    let page = blocks.page(u128::from(from), PAGE as usize);
    let to = page.nodes.last().map_or(u128::from(from), |node| node.node);
    let go = |target: u64| {
        let dispatch = dispatch.clone();
        Callback::from(move |_: MouseEvent| dispatch.send(Action::NodesFrom(target)))
    };
    let oninput = {
        let (dispatch, blocks) = (dispatch.clone(), blocks.clone());
        Callback::from(move |event: InputEvent| {
            let input: HtmlInputElement = event.target_unchecked_into();
            let text = input.value();
            if let (Some(node), _) = answer(&blocks, &Query::parse(&text)) {
                dispatch.send(Action::NodesFrom(page_of(node)));
            }
            dispatch.send(Action::NodesQuery(text));
        })
    };
    let onkeydown = {
        let dispatch = dispatch.clone();
        Callback::from(move |event: KeyboardEvent| {
            if event.key() == "Escape" {
                dispatch.send(Action::NodesQuery(String::new()));
            }
        })
    };
    let today = props
        .analysis
        .plan()
        .map_or(0, |plan| u128::from(plan.spec.nodes.count));
    let planned = props
        .analysis
        .plan()
        .map_or(0, |plan| u128::from(plan.spec.nodes.planned()));
    let page_size = PAGE as u64;
    let at_start = from == 0;
    let at_end = from >= last_page;
    let button = |id: &'static str, target: u64, disabled: bool| {
        html! {
            <button type="button" class="small" onclick={go(target)} aria-disabled={disabled.then_some("true")}><T {id} /></button>
        }
    };
    html! {
        <section class="section" aria-labelledby="dsp-nodes-title">
            <header>
                <h2 id="dsp-nodes-title"><T id="nodes-title" /></h2>
                <p class="muted">
                    { match props.analysis.addresses().and_then(|addresses| addresses.capacity.as_ref()) {
                        Some(capacity) => i18n.engine_html(&capacity.headline()),
                        None => html! { <T id="nodes-count" params={vec![("count", blocks.count().into())]} /> },
                    } }
                </p>
            </header>
            <div class="pager">
                <div class="field wide">
                    <label for="dsp-node-find"><T id="find-label" /></label>
                    <input id="dsp-node-find" class="address" type="search" dir="ltr" autocomplete="off" spellcheck="false"
                        value={props.query.to_string()} {oninput} {onkeydown}
                        aria-describedby="dsp-node-found" aria-invalid={(query == Query::Unreadable).then_some("true")} />
                </div>
                <div class="spread" role="group" aria-label={i18n.text("pages")}>
                    { button("page-first", 0, at_start) }
                    { button("page-previous", from.saturating_sub(page_size), at_start) }
                    { button("page-next", from.saturating_add(page_size).min(last_page), at_end) }
                    { button("page-last", last_page, at_end) }
                </div>
            </div>
            <p id="dsp-node-found" role="status" class="field-hint">
                { said.map_or_else(|| html! { <T id="find-help" /> }, |message| i18n.html(&message)) }
            </p>
            <div class="scroll" tabindex="0" role="region" aria-label={i18n.text("nodes-table")}>
                <table class="data">
                    <caption>
                        <T id="nodes-page" params={vec![
                            ("from", from.to_string().into()),
                            ("to", to.to_string().into()),
                            ("count", blocks.count().into()),
                        ]} />
                    </caption>
                    <thead>
                        <tr>
                            <th scope="col" class="number"><T id="column-node" /></th>
                            { for blocks.families().iter().map(|family| html! {
                                <th key={family.range().to_string()} scope="col">
                                    <T id="column-block" params={vec![("family", family.range().family().into())]} />
                                </th>
                            }) }
                            <th scope="col"><T id="column-when" /></th>
                        </tr>
                    </thead>
                    <tbody>
                        { for page.nodes.iter().map(|node| {
                            let when = if node.node < today {
                                html! { <T id="node-today" /> }
                            } else if node.node < planned {
                                html! { <T id="node-planned" /> }
                            } else {
                                html! { <span class="muted"><T id="node-spare" /></span> }
                            };
                            html! {
                                <tr key={node.node.to_string()} aria-current={(found == Some(node.node)).then_some("true")}>
                                    <th scope="row" class="number">{ node.node.to_string() }</th>
                                    { for node.pod_cidrs.iter().map(|cidr| html! {
                                        <td key={cidr.to_string()}><code>{ cidr.to_string() }</code></td>
                                    }) }
                                    <td>{ when }</td>
                                </tr>
                            }
                        }) }
                    </tbody>
                </table>
            </div>
        </section>
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_nodes_and_the_rest_are_addresses() {
        assert_eq!(Query::parse("  "), Query::Nothing);
        assert_eq!(Query::parse("0"), Query::Node(0));
        assert_eq!(Query::parse("41"), Query::Node(41));
        assert_eq!(
            Query::parse("10.244.3.7"),
            Query::Address("10.244.3.7".parse().unwrap())
        );
        assert_eq!(
            Query::parse("fd00::/64 "),
            Query::Address("fd00::".parse().unwrap())
        );
        assert_eq!(Query::parse("node-3"), Query::Unreadable);
        assert_eq!(Query::parse(&"9".repeat(60)), Query::Unreadable);
    }

    #[test]
    fn an_address_leads_to_its_node_and_page() {
        let blocks = NodeBlocks::new(&[("10.244.0.0/16".parse().unwrap(), 24)], &[]).unwrap();
        let (node, said) = answer(&blocks, &Query::parse("10.244.30.9"));
        assert_eq!((node, node.map(page_of)), (Some(30), Some(25)));
        let said = said.unwrap();
        assert_eq!(said, said.clone().with("node", "30"));
        assert_eq!(said.id, "find-node");
        assert_eq!(
            answer(&blocks, &Query::parse("10.245.0.1")).1.unwrap().id,
            "find-outside"
        );
        assert_eq!(
            answer(&blocks, &Query::parse("256")).1.unwrap().id,
            "find-no-node"
        );
    }
}
