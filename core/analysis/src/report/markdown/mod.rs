//! A report for readers: ranges, capacity, Services, findings, settings of components, and the checklist.

pub mod syntax;
#[cfg(test)]
mod tests;

use crate::admission::Admission;
use crate::analyze::Analysis;
use crate::clusterip::{AddressBand, ServiceRoom};
use crate::components::ComponentSettings;
use crate::diagnostic::{Diagnostic, Severity};
use crate::document::as_json;
use crate::i18n::{Catalogue, Message, use_exports};
use crate::lint::checklist::checklist;
use crate::net::Cidr;
use crate::plan::AddressPlan;
use crate::plan::capacity::Capacity;
use crate::request::ClusterPlan;
use crate::services::ServiceReport;

/// The largest number of free networks of a block that are listed, the largest first.
const FREE: usize = 4;

/// A page that is being written.
struct Page<'a> {
    out: String,
    catalogue: &'a Catalogue,
}

impl Page<'_> {
    fn say(&self, id: &'static str) -> String {
        self.sentence(&Message::new(id))
    }

    /// Returns a message as Markdown; what it has in backticks is code.
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
        let table = syntax::table(&head, rows);
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

    /// Writes verbatim lines that belong to a list item.
    fn block(&mut self, language: &str, code: &str) {
        let block: String = syntax::block(language, code)
            .lines()
            .map(|line| format!("  {line}\n"))
            .collect();
        self.out.push_str(&format!("\n{block}"));
    }
}

/// Returns a text in which pairs of backticks mark code.
fn prose(text: &str) -> String {
    if !text.matches('`').count().is_multiple_of(2) {
        return syntax::text(text);
    }
    text.split('`')
        .enumerate()
        .map(|(index, piece)| {
            if index % 2 == 0 {
                syntax::text(piece)
            } else {
                syntax::code(piece)
            }
        })
        .collect()
}

fn range(cidr: &Cidr) -> String {
    syntax::code(&cidr.to_string())
}

fn ranges(page: &mut Page<'_>, addresses: &AddressPlan) {
    page.heading("export-markdown-ranges");
    let rows: Vec<Vec<String>> = addresses
        .every_range()
        .map(|declared| {
            let kind = Message::new(format!("export-markdown-kind-{}", declared.kind.as_str()));
            let name = declared.name.as_deref().map(syntax::text).unwrap_or_default();
            let size = declared.cidr.size().short();
            vec![page.sentence(&kind), range(&declared.cidr), size, name]
        })
        .collect();
    page.table(
        &[
            "export-markdown-column-kind",
            "export-markdown-column-range",
            "export-markdown-column-addresses",
            "export-markdown-column-name",
        ],
        &rows,
    );
    page.heading("export-markdown-free");
    let rows: Vec<Vec<String>> = addresses
        .map
        .iter()
        .map(|block| {
            let free: Vec<String> = block.largest_free.iter().take(FREE).map(range).collect();
            vec![range(&block.cidr), free.join(", ")]
        })
        .collect();
    page.table(
        &["export-markdown-column-block", "export-markdown-column-free"],
        &rows,
    );
}

fn capacity(page: &mut Page<'_>, capacity: &Capacity) {
    page.heading("export-markdown-blocks");
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
    page.table(
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
    page.bullets(&notes);
}

fn service_ranges(page: &mut Page<'_>, addresses: &AddressPlan) {
    page.heading("export-markdown-services");
    let band = |band: Option<AddressBand>| {
        band.map(|band| syntax::code(&format!("{} – {}", band.first, band.last)))
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
                    .map(|address| syntax::code(&address.to_string()))
                    .unwrap_or_default()
            };
            let from = match &bands.object {
                Some(name) => format!(" ServiceCIDR {}", syntax::text(name)),
                None => String::new(),
            };
            vec![
                range(&bands.range) + &from,
                bands.usable_count.short(),
                band(bands.static_band),
                band(bands.dynamic_band),
                first(bands.kubernetes_service),
                first(bands.dns_service),
            ]
        })
        .collect();
    page.table(
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
    if addresses.has_other_services() {
        let rooms: Vec<Message> = addresses.service_rooms.iter().map(ServiceRoom::message).collect();
        page.bullets(&rooms);
    }
}

/// Returns the columns of a stored Service that are about families.
fn stored(admission: Option<&Admission>) -> [String; 3] {
    let Some(spec) = admission.and_then(Admission::stored) else {
        return [String::new(), String::new(), String::new()];
    };
    let json = as_json(spec);
    // Versions up to 1.19 have one family and one address.
    let list = |many: &str, one: &str| {
        let texts: Vec<String> = match json.get(many).and_then(|list| list.as_array()) {
            Some(list) => list
                .iter()
                .filter_map(|text| text.as_str())
                .map(syntax::code)
                .collect(),
            None => json
                .get(one)
                .and_then(|text| text.as_str())
                .map(syntax::code)
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

fn services(page: &mut Page<'_>, services: &[ServiceReport]) {
    if services.is_empty() {
        return;
    }
    page.heading("export-markdown-stored");
    let name = |service: &ServiceReport| syntax::text(&format!("{}/{}", service.namespace, service.name));
    let rows: Vec<Vec<String>> = services
        .iter()
        .map(|service| {
            let outcome = match &service.admission {
                Some(_) if service.replaced => "export-markdown-is-replaced",
                Some(Admission::Stored { .. }) => "export-markdown-is-stored",
                Some(Admission::Refused { .. }) => "export-markdown-is-refused",
                None => "export-markdown-is-unknown",
            };
            let mut row = vec![name(service), page.say(outcome)];
            row.extend(stored(service.admission.as_ref()));
            row
        })
        .collect();
    page.table(
        &[
            "export-markdown-column-service",
            "export-markdown-column-outcome",
            "export-markdown-column-policy",
            "export-markdown-column-families",
            "export-markdown-column-addresses-of-service",
        ],
        &rows,
    );
    let note = page.say("export-markdown-random");
    page.paragraph(&note);
    for service in services {
        let said: Vec<&str> = match &service.admission {
            Some(Admission::Stored { warnings, .. }) => warnings.iter().map(String::as_str).collect(),
            Some(Admission::Refused { refusal, .. }) => vec![&refusal.message],
            None => continue,
        };
        if !said.is_empty() {
            page.out.push_str(&format!("\n- {}\n", name(service)));
            page.block("text", &said.join("\n"));
        }
    }
}

fn findings(page: &mut Page<'_>, diagnostics: &[Diagnostic]) {
    page.heading("export-markdown-findings");
    if diagnostics.is_empty() {
        let none = page.say("export-markdown-no-findings");
        page.paragraph(&none);
    }
    for diagnostic in diagnostics {
        let severity = page.say(match diagnostic.severity {
            Severity::Error => "lint-severity.error",
            Severity::Warning => "lint-severity.warning",
            Severity::Info => "lint-severity.info",
        });
        let field = syntax::code(&diagnostic.location.pointer.field_path());
        let message = page.sentence(&diagnostic.message);
        let place = if field.is_empty() {
            field
        } else {
            format!(" {field}")
        };
        page.out.push_str(&format!(
            "\n- **{severity} {}**{place}: {message}\n",
            diagnostic.code
        ));
        if let Some(help) = &diagnostic.help {
            let help = page.sentence(help);
            page.out.push_str(&format!("\n  {help}\n"));
        }
        if let Some(upstream) = &diagnostic.upstream {
            page.block("text", upstream);
        }
    }
}

fn components(page: &mut Page<'_>, components: &[ComponentSettings]) {
    if components.is_empty() {
        return;
    }
    page.heading("export-markdown-components");
    for component in components {
        page.out
            .push_str(&format!("\n### {}\n", component.component.as_str()));
        let rows: Vec<Vec<String>> = component
            .settings
            .iter()
            .map(|setting| {
                vec![
                    syntax::code(setting.flag),
                    syntax::code(&setting.value),
                    page.sentence(&setting.why),
                ]
            })
            .collect();
        page.table(
            &[
                "export-markdown-column-flag",
                "export-markdown-column-value",
                "export-markdown-column-why",
            ],
            &rows,
        );
    }
}

fn checks(page: &mut Page<'_>, plan: &ClusterPlan) {
    page.heading("export-markdown-checks");
    for item in checklist(plan) {
        let (title, check) = (page.sentence(&item.title), page.sentence(&item.check));
        page.out.push_str(&format!("\n- [ ] **{title}**: {check}\n"));
        page.block("sh", &item.commands.join("\n"));
    }
}

/// Returns the analysis of a file as Markdown, in the language of the catalogue. Without a plan it has only
/// the findings.
///
/// ```
/// use dualstack_ground::i18n::Catalogue;
/// use dualstack_analysis::{Analysis, AnalyzeOptions, report};
/// let analysis = Analysis::of("kind: ClusterPlan\n", &AnalyzeOptions::default());
/// assert!(report::markdown(&analysis, &Catalogue::of("en")).contains("\n## Findings\n"));
/// ```
pub fn markdown(analysis: &Analysis, catalogue: &Catalogue) -> String {
    use_exports();
    let mut page = Page {
        out: String::new(),
        catalogue,
    };
    if let Some(plan) = analysis.plan() {
        let title = Message::new("export-markdown-title")
            .with("name", plan.metadata.name.as_str())
            .with("version", plan.spec.kubernetes_version);
        let title = page.sentence(&title);
        page.out.push_str(&format!("\n# {title}\n"));
    }
    for sentence in analysis.summary() {
        let sentence = page.sentence(&sentence);
        page.paragraph(&sentence);
    }
    if let Some(addresses) = analysis.addresses() {
        ranges(&mut page, addresses);
        if let Some(found) = &addresses.capacity {
            capacity(&mut page, found);
        }
        service_ranges(&mut page, addresses);
    }
    services(&mut page, analysis.services());
    findings(&mut page, &analysis.listed());
    components(&mut page, analysis.components());
    if let Some(plan) = analysis.plan() {
        checks(&mut page, plan);
    }
    page.out
}
