//! A report for readers: ranges, capacity, Services, findings, settings of components, and what to look at on the hosts.

use std::rc::Rc;

use super::shared::documents;
use crate::admission::Admission;
use crate::clusterip::AddressBand;
use crate::components::ComponentSettings;
use crate::diagnostic::{Diagnostic, Severity};
use crate::document::write::to_yaml_documents;
use crate::export::text::markdown;
use crate::export::{ExportContext, Exporter, FileError, FileSet, TargetMeta};
use crate::i18n::{Catalogue, Message, spoken};
use crate::kubernetes::Window;
use crate::lint::checklist::checklist;
use crate::net::Cidr;
use crate::plan::AddressPlan;
use crate::plan::capacity::Capacity;
use crate::services::ServiceReport;
use crate::{AnalyzeOptions, analyze};

/// The report.
pub(in crate::export) struct Markdown;

static META: TargetMeta = TargetMeta {
    id: "markdown",
    versions: Window::ALL,
    docs: "https://github.github.com/gfm/",
};

/// Free networks of a block that are listed: the largest ones.
const FREE: usize = 4;

/// A report that is being written.
struct Report {
    out: String,
    catalogue: Rc<Catalogue>,
}

impl Report {
    fn say(&self, id: &'static str) -> String {
        self.sentence(&Message::new(id))
    }

    /// A message as Markdown; what it has in backticks is code.
    fn sentence(&self, message: &Message) -> String {
        prose(&self.catalogue.text(message))
    }

    fn heading(&mut self, id: &'static str) {
        let heading = self.say(id);
        self.out.push_str(&format!("\n## {heading}\n"));
    }

    fn paragraph(&mut self, text: &str) {
        self.out.push_str(&format!("\n{text}\n"));
    }

    fn table(&mut self, columns: &[&'static str], rows: &[Vec<String>]) {
        let head: Vec<String> = columns.iter().map(|id| self.say(id)).collect();
        let table = markdown::table(&head, rows);
        self.out.push_str(&format!("\n{table}"));
    }

    fn bullets(&mut self, messages: &[Message]) {
        let lines: String = messages
            .iter()
            .map(|message| format!("- {}\n", self.sentence(message)))
            .collect();
        if !lines.is_empty() {
            self.out.push_str(&format!("\n{lines}"));
        }
    }

    /// Verbatim lines that belong to a list item.
    fn block(&mut self, language: &str, code: &str) {
        let block: String = markdown::block(language, code)
            .lines()
            .map(|line| format!("  {line}\n"))
            .collect();
        self.out.push_str(&format!("\n{block}"));
    }
}

/// Text in which pairs of backticks mark code.
fn prose(text: &str) -> String {
    if !text.matches('`').count().is_multiple_of(2) {
        return markdown::text(text);
    }
    text.split('`')
        .enumerate()
        .map(|(index, piece)| {
            if index % 2 == 0 {
                markdown::text(piece)
            } else {
                markdown::code(piece)
            }
        })
        .collect()
}

fn range(cidr: &Cidr) -> String {
    markdown::code(&cidr.to_string())
}

fn ranges(report: &mut Report, addresses: &AddressPlan) {
    report.heading("export-markdown-ranges");
    let rows: Vec<Vec<String>> = addresses
        .declared
        .iter()
        .map(|declared| {
            let kind = Message::new(format!("export-markdown-kind-{}", declared.kind.as_str()));
            let name = declared.name.as_deref().map(markdown::text).unwrap_or_default();
            let size = declared.cidr.size().short();
            vec![report.sentence(&kind), range(&declared.cidr), size, name]
        })
        .collect();
    report.table(
        &[
            "export-markdown-column-kind",
            "export-markdown-column-range",
            "export-markdown-column-addresses",
            "export-markdown-column-name",
        ],
        &rows,
    );
    report.heading("export-markdown-free");
    let rows: Vec<Vec<String>> = addresses
        .map
        .iter()
        .map(|block| {
            let free: Vec<String> = block.largest_free.iter().take(FREE).map(range).collect();
            vec![range(&block.cidr), free.join(", ")]
        })
        .collect();
    report.table(
        &["export-markdown-column-block", "export-markdown-column-free"],
        &rows,
    );
}

fn capacity(report: &mut Report, capacity: &Capacity) {
    report.heading("export-markdown-blocks");
    let rows: Vec<Vec<String>> = capacity
        .families
        .iter()
        .map(|family| {
            vec![
                range(&family.pod_cidr),
                format!("/{}", family.node_mask),
                family.nodes.short(),
                family.excluded_blocks.short(),
                family.addresses_per_block.short(),
            ]
        })
        .collect();
    report.table(
        &[
            "export-markdown-column-range",
            "export-markdown-column-mask",
            "export-markdown-column-nodes",
            "export-markdown-column-excluded",
            "export-markdown-column-block-addresses",
        ],
        &rows,
    );
    let mut notes = vec![capacity.headline()];
    notes.extend(capacity.notes());
    report.bullets(&notes);
}

fn service_ranges(report: &mut Report, addresses: &AddressPlan) {
    report.heading("export-markdown-services");
    let band = |band: Option<AddressBand>| {
        band.map(|band| markdown::code(&format!("{} – {}", band.first, band.last)))
            .unwrap_or_default()
    };
    let rows: Vec<Vec<String>> = addresses
        .services
        .iter()
        .enumerate()
        .map(|(index, bands)| {
            // Only the first range has the conventional addresses.
            let first = |address: Option<std::net::IpAddr>| {
                address
                    .filter(|_| index == 0)
                    .map(|address| markdown::code(&address.to_string()))
                    .unwrap_or_default()
            };
            vec![
                range(&bands.range),
                bands.usable_count.short(),
                band(bands.static_band),
                band(bands.dynamic_band),
                first(bands.kubernetes_service),
                first(bands.dns_service),
            ]
        })
        .collect();
    report.table(
        &[
            "export-markdown-column-range",
            "export-markdown-column-usable",
            "export-markdown-column-static",
            "export-markdown-column-dynamic",
            "export-markdown-column-api",
            "export-markdown-column-dns",
        ],
        &rows,
    );
}

/// The columns of a stored Service that are about families.
fn stored(admission: Option<&Admission>) -> [String; 3] {
    let Some(spec) = admission.and_then(Admission::stored) else {
        return [String::new(), String::new(), String::new()];
    };
    let json = serde_json::to_value(spec).unwrap_or_default();
    // Versions up to 1.19 have one of each.
    let list = |many: &str, one: &str| {
        let texts: Vec<String> = match json.get(many).and_then(|list| list.as_array()) {
            Some(list) => list
                .iter()
                .filter_map(|text| text.as_str())
                .map(markdown::code)
                .collect(),
            None => json
                .get(one)
                .and_then(|text| text.as_str())
                .map(markdown::code)
                .into_iter()
                .collect(),
        };
        texts.join(", ")
    };
    [
        list("", "ipFamilyPolicy"),
        list("ipFamilies", "ipFamily"),
        list("clusterIPs", "clusterIP"),
    ]
}

fn services(report: &mut Report, services: &[ServiceReport]) {
    if services.is_empty() {
        return;
    }
    report.heading("export-markdown-stored");
    let name = |service: &ServiceReport| markdown::text(&format!("{}/{}", service.namespace, service.name));
    let rows: Vec<Vec<String>> = services
        .iter()
        .map(|service| {
            let outcome = match &service.admission {
                Some(Admission::Stored { .. }) => "export-markdown-is-stored",
                Some(Admission::Refused { .. }) => "export-markdown-is-refused",
                None => "export-markdown-is-unknown",
            };
            let mut row = vec![name(service), report.say(outcome)];
            row.extend(stored(service.admission.as_ref()));
            row
        })
        .collect();
    report.table(
        &[
            "export-markdown-column-service",
            "export-markdown-column-outcome",
            "export-markdown-column-policy",
            "export-markdown-column-families",
            "export-markdown-column-addresses-of-service",
        ],
        &rows,
    );
    let note = report.say("export-markdown-random");
    report.paragraph(&note);
    for service in services {
        let said: Vec<&str> = match &service.admission {
            Some(Admission::Stored { warnings, .. }) => warnings.iter().map(String::as_str).collect(),
            Some(Admission::Refused { refusal, .. }) => vec![&refusal.message],
            None => continue,
        };
        if !said.is_empty() {
            report.out.push_str(&format!("\n- {}\n", name(service)));
            report.block("text", &said.join("\n"));
        }
    }
}

fn findings(report: &mut Report, diagnostics: &[Diagnostic]) {
    report.heading("export-markdown-findings");
    if diagnostics.is_empty() {
        let none = report.say("export-markdown-no-findings");
        report.paragraph(&none);
    }
    for diagnostic in diagnostics {
        let severity = report.say(match diagnostic.severity {
            Severity::Error => "lint-severity.error",
            Severity::Warning => "lint-severity.warning",
            Severity::Info => "lint-severity.info",
        });
        let field = markdown::code(&diagnostic.location.pointer.field_path());
        let message = report.sentence(&diagnostic.message);
        let place = if field.is_empty() {
            field
        } else {
            format!(" {field}")
        };
        report.out.push_str(&format!(
            "\n- **{severity} {}**{place}: {message}\n",
            diagnostic.code
        ));
        if let Some(help) = &diagnostic.help {
            let help = report.sentence(help);
            report.out.push_str(&format!("\n  {help}\n"));
        }
        if let Some(upstream) = &diagnostic.upstream {
            report.block("text", upstream);
        }
    }
}

fn components(report: &mut Report, components: &[ComponentSettings]) {
    if components.is_empty() {
        return;
    }
    report.heading("export-markdown-components");
    for component in components {
        report
            .out
            .push_str(&format!("\n### {}\n", component.component.as_str()));
        let rows: Vec<Vec<String>> = component
            .settings
            .iter()
            .map(|setting| {
                vec![
                    markdown::code(setting.flag),
                    markdown::code(&setting.value),
                    report.sentence(&setting.why),
                ]
            })
            .collect();
        report.table(
            &[
                "export-markdown-column-flag",
                "export-markdown-column-value",
                "export-markdown-column-why",
            ],
            &rows,
        );
    }
}

fn checks(report: &mut Report, cx: &ExportContext<'_>) {
    report.heading("export-markdown-checks");
    for item in checklist(cx.plan) {
        let (title, check) = (report.sentence(&item.title), report.sentence(&item.check));
        report.out.push_str(&format!("\n- [ ] **{title}**: {check}\n"));
        report.block("sh", &item.commands.join("\n"));
    }
}

impl Exporter for Markdown {
    fn meta(&self) -> &'static TargetMeta {
        &META
    }

    fn export(&self, cx: &ExportContext<'_>, out: &mut FileSet) -> Result<(), FileError> {
        let analysis = analyze(&to_yaml_documents(&documents(cx)), &AnalyzeOptions::default());
        let mut report = Report {
            out: markdown::comment(&cx.header()),
            catalogue: spoken(),
        };
        let title = Message::new("export-markdown-title")
            .with("name", cx.plan.metadata.name.as_str())
            .with("version", cx.profile.version);
        let title = report.sentence(&title);
        report.out.push_str(&format!("\n# {title}\n"));
        for sentence in &analysis.summary {
            let sentence = report.sentence(sentence);
            report.paragraph(&sentence);
        }
        if let Some(addresses) = &analysis.addresses {
            ranges(&mut report, addresses);
            if let Some(found) = &addresses.capacity {
                capacity(&mut report, found);
            }
            service_ranges(&mut report, addresses);
        }
        services(&mut report, &analysis.services);
        findings(&mut report, &analysis.diagnostics);
        components(&mut report, &analysis.components);
        checks(&mut report, cx);
        out.add("report/plan.md", "text/markdown", &report.out)
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::components::plan_for_tests as plan;
    use crate::export::export;
    use crate::i18n::speaking;

    const PODS: &[&str] = &["10.244.0.0/16", "fd00:10:244::/56"];
    const SERVICES: &[&str] = &["10.96.0.0/16", "fd00:10:96::/112"];

    #[test]
    fn pairs_of_backticks_are_code() {
        assert_eq!(prose("range `10.0.0.0/8` of a*"), "range `10.0.0.0/8` of a\\*");
        assert_eq!(prose("a lone ` is text"), "a lone \\` is text");
    }

    #[test]
    fn services_are_shown_as_stored_or_refused() {
        let service = |name: &str, port: u32| {
            json!({"apiVersion": "v1", "kind": "Service", "metadata": {"name": name},
                   "spec": {"ipFamilyPolicy": "RequireDualStack", "clusterIP": "None", "selector": {"a": "b"}, "ports": [{"port": port}]}})
        };
        let services = [service("web", 80), service("bad|name", 0)];
        let text = export(&plan("1.36", PODS, SERVICES), &services, &["markdown"]).files[0]
            .text
            .clone();
        assert!(
            text.contains(
                "| default/web | stored | `RequireDualStack` | `IPv4`, `IPv6` | `None` |\n\
                 | default/bad\\|name | refused |  |  |  |\n"
            ),
            "{text}"
        );
        assert!(
            text.contains("- default/bad\\|name\n\n  ```text\n  Service \"bad|name\" is invalid: ["),
            "{text}"
        );
    }

    #[test]
    fn the_report_follows_the_language() {
        let plan = plan("1.36", PODS, SERVICES);
        let text = |tag: &str| speaking(tag, || export(&plan, &[], &["markdown"]).files[0].text.clone());
        assert!(text("en").contains("\n# Address plan of demo, Kubernetes 1.36\n"));
        assert!(text("ja").contains("\n# demo のアドレスプラン（Kubernetes 1.36）\n"));
        assert!(!text("ja").contains("Node blocks"));
    }

    #[test]
    fn names_are_no_markup() {
        let mut plan = plan("1.36", PODS, SERVICES);
        plan.metadata.name = "--> # <script>".to_owned();
        let text = export(&plan, &[], &["markdown"]).files[0].text.clone();
        assert!(text.starts_with("<!--\ndualstack-planner "));
        assert_eq!(text.matches("-->").count(), 1);
        assert!(text.contains("\n# Address plan of --\\> # \\<script\\>, Kubernetes 1.36\n"));
    }

    #[test]
    fn a_plan_without_ranges_has_a_report() {
        let exported = export(&plan("1.36", &[], &[]), &[], &["markdown"]);
        assert!(exported.files[0].text.contains("## Findings"));
    }
}
