//! Tables: ranges, nodes and Services. Each has a caption, and heads with a scope.

use super::inline::{address, said, sentence};
use super::tree::{Element, Node, element, lines};
use crate::admission::Admission;
use crate::analyze::Analysis;
use crate::document::as_json;
use crate::drawing::Scene;
use crate::i18n::{Catalogue, Message};
use crate::plan::nodes::NoBlocks;
use crate::services::ServiceReport;

/// A table whose first cell of a row is its head.
fn table(caption: Vec<Node>, columns: Vec<Vec<Node>>, rows: Vec<Vec<Vec<Node>>>) -> Element {
    let column = |nodes: Vec<Node>| element("th").with("scope", "col").and_all(nodes);
    let head = element("tr").and_all(columns.into_iter().map(column));
    let row = |cells: Vec<Vec<Node>>| {
        element("tr").and_all(cells.into_iter().enumerate().map(|(index, nodes)| match index {
            0 => element("th").with("scope", "row").and_all(nodes),
            _ => element("td").and_all(nodes),
        }))
    };
    let table = element("table")
        .and(element("caption").and_all(caption))
        .and(element("thead").and(head))
        .and(element("tbody").and_all(rows.into_iter().map(row)));
    // What is wider than the page is scrolled, by keyboard too.
    element("div")
        .with("class", "dsp-scroll")
        .with("tabindex", "0")
        .and(table)
}

fn named(columns: &[&'static str], catalogue: &Catalogue) -> Vec<Vec<Node>> {
    let said = |id: &&'static str| said(&Message::new(*id), catalogue);
    columns.iter().map(said).collect()
}

/// Addresses, with a comma between them.
fn addresses(list: &[String]) -> Vec<Node> {
    let mut nodes = Vec::new();
    for (index, text) in list.iter().enumerate() {
        if index > 0 {
            nodes.push(Node::from(", "));
        }
        nodes.push(address(text).into());
    }
    nodes
}

/// Returns the ranges of a map.
pub(super) fn ranges(scene: &Scene, catalogue: &Catalogue) -> Element {
    let rows = scene.ranges.iter().map(|range| {
        let declared = &range.declared;
        let kind = Message::new(format!("export-markdown-kind-{}", declared.kind.as_str()));
        vec![
            vec![address(&declared.cidr.to_string()).into()],
            said(&kind, catalogue),
            vec![address(&declared.cidr.size().short()).into()],
            declared
                .name
                .iter()
                .map(|name| Node::from(name.as_str()))
                .collect(),
        ]
    });
    let columns = [
        "export-markdown-column-range",
        "export-markdown-column-kind",
        "export-markdown-column-addresses",
        "export-markdown-column-name",
    ];
    let caption = said(&Message::new("export-markdown-ranges"), catalogue);
    table(caption, named(&columns, catalogue), rows.collect())
}

/// Returns the blocks of the first nodes, or the reason why there are none.
pub(super) fn nodes(analysis: &Analysis, limit: usize, catalogue: &Catalogue) -> Vec<Element> {
    let blocks = match analysis.node_blocks() {
        Ok(blocks) => blocks,
        Err(NoBlocks::NoRange) => {
            return vec![element("p").and_all(sentence(&Message::new("render-nodes-none"), catalogue))];
        }
        Err(NoBlocks::Refused(check)) => {
            let refused = Message::new("render-nodes-refused");
            return vec![
                element("p").and_all(sentence(&refused, catalogue)),
                lines(&check.text),
            ];
        }
    };
    let page = blocks.page(0, limit);
    let rows = page.nodes.iter().map(|node| {
        let number = node.node.to_string();
        let head = node.name.as_deref().unwrap_or(&number);
        let mut cells = vec![vec![address(head).into()]];
        cells.extend(
            node.pod_cidrs
                .iter()
                .map(|cidr| vec![address(&cidr.to_string()).into()]),
        );
        cells
    });
    let mut columns = named(&["render-column-node"], catalogue);
    columns.extend(
        blocks
            .families()
            .iter()
            .map(|family| vec![Node::from(family.range().family().as_str())]),
    );
    let caption = Message::new("render-nodes-caption")
        .with("shown", page.nodes.len())
        .with("count", page.count);
    vec![table(said(&caption, catalogue), columns, rows.collect())]
}

/// The outcome and what is stored of a Service.
fn row(service: &ServiceReport, catalogue: &Catalogue) -> Vec<Vec<Node>> {
    let outcome = match &service.admission {
        Some(_) if service.replaced => "export-markdown-is-replaced",
        Some(Admission::Stored { .. }) => "export-markdown-is-stored",
        Some(Admission::Refused { .. }) => "export-markdown-is-refused",
        None => "export-markdown-is-unknown",
    };
    let stored = service
        .admission
        .as_ref()
        .and_then(Admission::stored)
        .map(as_json);
    // Versions up to 1.19 have one family and one address.
    let list = |many: &str, one: &str| -> Vec<String> {
        let Some(stored) = &stored else {
            return Vec::new();
        };
        let text = |value: &serde_json::Value| value.as_str().map(str::to_owned);
        match stored.get(many).and_then(serde_json::Value::as_array) {
            Some(list) => list.iter().filter_map(text).collect(),
            None => stored.get(one).and_then(text).into_iter().collect(),
        }
    };
    vec![
        vec![address(&format!("{}/{}", service.namespace, service.name)).into()],
        said(&Message::new(outcome), catalogue),
        addresses(&list("", "ipFamilyPolicy")),
        addresses(&list("ipFamilies", "ipFamily")),
        addresses(&list("clusterIPs", "clusterIP")),
    ]
}

/// Returns the Services beside the plan, and what the API server says to them.
pub(super) fn services(analysis: &Analysis, catalogue: &Catalogue) -> Vec<Element> {
    let services = analysis.services();
    if services.is_empty() {
        return vec![element("p").and_all(sentence(&Message::new("render-no-services"), catalogue))];
    }
    let columns = [
        "export-markdown-column-service",
        "export-markdown-column-outcome",
        "export-markdown-column-policy",
        "export-markdown-column-families",
        "export-markdown-column-addresses-of-service",
    ];
    let caption = said(&Message::new("export-markdown-stored"), catalogue);
    let rows = services.iter().map(|service| row(service, catalogue)).collect();
    let mut all = vec![table(caption, named(&columns, catalogue), rows)];
    for service in services {
        let said: Vec<&str> = match &service.admission {
            Some(Admission::Stored { warnings, .. }) => warnings.iter().map(String::as_str).collect(),
            Some(Admission::Refused { refusal, .. }) => vec![&refusal.message],
            None => continue,
        };
        if !said.is_empty() {
            let name = address(&format!("{}/{}", service.namespace, service.name));
            all.push(element("p").and(name));
            all.push(lines(&said.join("\n")));
        }
    }
    let random = Message::new("export-markdown-random");
    all.push(
        element("p")
            .with("class", "dsp-note")
            .and_all(sentence(&random, catalogue)),
    );
    all
}
