//! What follows from a stored Service elsewhere in the cluster.

use dualstack_core::admission::Remark;
use dualstack_core::admission::aspects::{Aspects, DnsRecordType};
use dualstack_core::diagnostic::Severity;
use dualstack_core::i18n::Message;
use dualstack_core::net::IpFamily;
use yew::prelude::*;

use crate::components::editor::inline::severity_slug;
use crate::components::shell::icon::Icon;
use crate::i18n::{I18n, T};

struct Row {
    what: &'static str,
    family: String,
    value: Html,
}

fn code(text: impl Into<String>) -> Html {
    html! { <bdi dir="ltr"><code>{ text.into() }</code></bdi> }
}

const fn record_type(type_: DnsRecordType) -> &'static str {
    match type_ {
        DnsRecordType::A => "A",
        DnsRecordType::Aaaa => "AAAA",
        DnsRecordType::Cname => "CNAME",
        DnsRecordType::Srv => "SRV",
    }
}

fn row(what: &'static str, family: IpFamily, value: Html) -> Row {
    Row {
        what,
        family: family.as_str().to_owned(),
        value,
    }
}

fn rows(i18n: I18n, aspects: &Aspects) -> Vec<Row> {
    let either = |yes: bool, then: &'static str, otherwise: &'static str| {
        html! { { i18n.text(if yes { then } else { otherwise }) } }
    };
    let dns = aspects.dns.iter().map(|record| Row {
        what: "aspect-dns",
        family: record_type(record.type_).to_owned(),
        value: html! {
            <>
                { code(record.name.as_str()) }{ " → " }
                if record.of_endpoints { <T id="aspect-of-endpoints" /> } else { { code(record.values.join(", ")) } }
            </>
        },
    });
    let slices = aspects.endpoint_slices.iter().map(|slice| {
        let value = either(slice.managed, "aspect-managed", "aspect-by-hand");
        row("aspect-endpoint-slice", slice.address_type, value)
    });
    let ports = aspects.node_ports.iter().map(|port| {
        let opened = html! {
            <>
                if port.node_port == 0 { <T id="aspect-allocated" /> } else { { code(port.node_port.to_string()) } }
                { " → " }{ code(format!("{}/{}", port.port, port.protocol)) }
            </>
        };
        row("aspect-node-port", port.family, opened)
    });
    let balancer = aspects.load_balancer.iter().map(|address| {
        let value = either(address.provided, "aspect-provided", "aspect-not-provided");
        row("aspect-load-balancer", address.family, value)
    });
    let sources = aspects.source_ranges.iter().map(|source| {
        let value = if source.unrestricted {
            either(true, "aspect-unrestricted", "aspect-unrestricted")
        } else {
            code(source.ranges.join(", "))
        };
        row("aspect-source-ranges", source.family, value)
    });
    let external = aspects.external_ips.iter().map(|external| {
        let value = html! {
            <>
                { code(external.addresses.join(", ")) }
                if !external.served { { " " }<span class="tag" data-tone="warning"><T id="aspect-not-served" /></span> }
            </>
        };
        row("aspect-external-ips", external.family, value)
    });
    dns.chain(slices)
        .chain(ports)
        .chain(balancer)
        .chain(sources)
        .chain(external)
        .collect()
}

/// Remarks, each with its weight.
pub fn remarks(i18n: I18n, remarks: &[Remark]) -> Html {
    let weight = |severity| match severity {
        Severity::Error => i18n.text("severity-error"),
        Severity::Warning => i18n.text("severity-warning"),
        Severity::Info => i18n.text("severity-info"),
    };
    html! {
        <ul class="remarks" role="list">
            { for remarks.iter().enumerate().map(|(index, remark)| html! {
                <li key={index} data-severity={severity_slug(remark.severity)}>
                    <span class="severity">{ Icon::of(remark.severity).html() }{ weight(remark.severity) }</span>
                    { " " }{ i18n.engine_html(&remark.message) }
                    if let Some(field) = &remark.field {
                        { " " }<code class="muted">{ field.clone() }</code>
                    }
                </li>
            }) }
        </ul>
    }
}

/// The table, closed until somebody wants to know.
pub fn table(i18n: I18n, service: &str, aspects: &Aspects) -> Html {
    let rows = rows(i18n, aspects);
    if rows.is_empty() && aspects.remarks.is_empty() {
        return Html::default();
    }
    let name = i18n.message(&Message::new("aspects-of").with("name", service));
    html! {
        <details>
            <summary><T id="aspects-title" /></summary>
            <div class="stack">
                if !rows.is_empty() {
                    <div class="scroll" tabindex="0" role="region" aria-label={name}>
                        <table class="data">
                            <thead>
                                <tr>
                                    <th scope="col"><T id="column-aspect" /></th>
                                    <th scope="col"><T id="column-family" /></th>
                                    <th scope="col"><T id="column-value" /></th>
                                </tr>
                            </thead>
                            <tbody>
                                { for rows.into_iter().enumerate().map(|(index, row)| html! {
                                    <tr key={index}>
                                        <th scope="row">{ i18n.text(row.what) }</th>
                                        <td>{ row.family }</td>
                                        <td class="wraps">{ row.value }</td>
                                    </tr>
                                }) }
                            </tbody>
                        </table>
                    </div>
                }
                if !aspects.remarks.is_empty() { { remarks(i18n, &aspects.remarks) } }
            </div>
        </details>
    }
}
