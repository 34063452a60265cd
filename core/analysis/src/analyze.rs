//! The analysis of a plan file. Each stage is computed when it is first asked for, and only once: node blocks run no
//! rule, and the page, the command line, the calls and the report of one file read the same results.

mod listing;
mod offer;

use std::cell::OnceCell;
use std::net::IpAddr;

use serde::Serialize;
use serde_json::Value;

pub(crate) use self::listing::is_rest;
pub use self::listing::{Counts, MOST_LISTED};
use self::offer::Findings;
use crate::cluster::PlannedCluster;
use crate::components::{
    ComponentSettings, Effect, FailedCheck, REFUSED_TODAY, Running, StartUpCheck,
    controller_manager_forecast, settings, start_checks,
};
use crate::diagnostic::{Diagnostic, Location};
use crate::document::{self, Document, Stream, to_json};
use crate::i18n::Message;
use crate::lint::{self, LintContext};
use crate::nodeipam::NodeBlocks;
use crate::plan::AddressPlan;
use crate::plan::nodes::{NoBlocks, blocks_handed_out, existing_nodes};
use crate::request::ClusterPlan;
use crate::request::decode::{DecodedFile, DecodedPlan, NO_PREVIOUS_PLAN, ServiceSource, decode};
use crate::services::{AdmittedServices, PreviousPlan, ServiceReport, admit_all};
use crate::surroundings::surroundings;

/// The input of an analysis besides the text. The result depends on nothing else: there is no clock and no
/// randomness.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct AnalyzeOptions<'a> {
    /// Seed of the values that real components pick at random: automatic cluster IPs, and unique local ranges that
    /// fixes offer.
    pub seed: u64,
    /// Random bits from which fixes draw a unique local prefix; absent: `seed`. Whoever shows fixes to people draws them once
    /// for each plan, or everybody gets the same prefix.
    pub ula_seed: Option<u64>,
    /// The text of the older plan file. Changes that a running cluster does not allow are reported.
    pub previous: Option<&'a str>,
    /// How components are started today, as it was read from command lines, units, Pod manifests, configuration files.
    /// Settings that they refuse at the plan's version are reported, and differences between them.
    pub running: Option<&'a Running>,
    /// Whether Services are only sent as `kubectl apply --dry-run=server` sends them: nothing is stored or picked.
    pub dry_run: bool,
    /// Whether reports list every finding. Otherwise those of one kind beyond the first [`MOST_LISTED`] are counted.
    pub all_findings: bool,
}

/// The result of an analysis: everything that follows from a plan file.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "wasm", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase")]
pub struct Report {
    /// The plan as it was read; absent if the file has none or its version is unknown.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "wasm", tsify(optional))]
    pub plan: Option<ClusterPlan>,
    /// Index of the plan's document in the file, from 0.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "wasm", tsify(optional))]
    pub document: Option<usize>,
    /// The address plan; absent if there is no plan.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "wasm", tsify(optional))]
    pub addresses: Option<AddressPlan>,
    /// The plan in a few sentences.
    pub summary: Vec<Message>,
    /// Each Service beside the plan, with the API server's answer: stored or refused.
    pub services: Vec<ServiceReport>,
    /// The settings of each component.
    pub components: Vec<ComponentSettings>,
    /// The start-up checks that components fail with these settings.
    pub failed_checks: Vec<FailedCheck>,
    /// The findings that are listed, ordered by place: see [`Analysis::listed`].
    pub diagnostics: Vec<Diagnostic>,
}

/// Analyses the text of a plan file and returns everything that follows from it.
///
/// ```
/// use dualstack_analysis::{AnalyzeOptions, analyze};
/// let text = "\
/// apiVersion: dualstack-planner/v1
/// kind: ClusterPlan
/// spec:
///   kubernetesVersion: \"1.36\"
///   podCIDRs: [10.244.0.0/16, \"fd00:10:244::/56\"]
///   serviceCIDRs: [10.96.0.0/16, \"fd00:10:96::/112\"]
/// ";
/// let report = analyze(text, &AnalyzeOptions::default());
/// assert_eq!(report.addresses.unwrap().capacity.unwrap().nodes.to_string(), "256");
/// ```
pub fn analyze(text: &str, options: &AnalyzeOptions<'_>) -> Report {
    Analysis::of(text, options).report()
}

/// The stages of the analysis of one file, each computed when it is first asked for.
///
/// ```
/// use dualstack_analysis::{Analysis, AnalyzeOptions};
/// let text = "\
/// apiVersion: dualstack-planner/v1
/// kind: ClusterPlan
/// spec: {kubernetesVersion: '1.36', podCIDRs: [10.244.0.0/16], serviceCIDRs: [10.244.0.0/24]}
/// ";
/// let analysis = Analysis::of(text, &AnalyzeOptions::default());
/// assert!(analysis.reading().is_empty());
/// assert_eq!(analysis.node_blocks().unwrap().count().to_string(), "255"); // no rule has run
/// assert_eq!(analysis.diagnostics()[0].code, "ADDR001"); // now they have
/// ```
#[derive(Debug)]
pub struct Analysis {
    stream: Stream,
    plan: Option<DecodedPlan>,
    sources: Vec<ServiceSource>,
    reading: Vec<Diagnostic>,
    seed: u64,
    dry_run: bool,
    all_findings: bool,
    ula_seed: u64,
    previous_text: Option<String>,
    running: Option<Running>,
    addresses: OnceCell<Option<AddressPlan>>,
    cluster: OnceCell<Option<PlannedCluster>>,
    services: OnceCell<AdmittedServices>,
    components: OnceCell<Vec<ComponentSettings>>,
    start_checks: OnceCell<Vec<StartUpCheck>>,
    failed_checks: OnceCell<Vec<FailedCheck>>,
    node_blocks: OnceCell<Result<NodeBlocks, NoBlocks>>,
    previous: OnceCell<Option<PreviousPlan>>,
    found: OnceCell<Findings>,
    diagnostics: OnceCell<Vec<Diagnostic>>,
}

impl Analysis {
    /// Reads and decodes the text. The other stages are computed later.
    pub fn of(text: &str, options: &AnalyzeOptions<'_>) -> Analysis {
        Analysis::of_stream(document::read(text), options)
    }

    /// Reads several files as one: the plan of one of them, and the manifests of all. Each is a name and a text.
    pub fn of_files(files: &[(&str, &str)], options: &AnalyzeOptions<'_>) -> Analysis {
        Analysis::of_stream(document::read_files(files), options)
    }

    fn of_stream(stream: Stream, options: &AnalyzeOptions<'_>) -> Analysis {
        let DecodedFile {
            plan,
            services,
            diagnostics,
        } = decode(&stream, lint::is_read);
        let mut reading: Vec<Diagnostic> = stream.diagnostics.iter().cloned().chain(diagnostics).collect();
        lint::sort(&mut reading);
        Analysis {
            stream,
            plan,
            sources: services,
            reading,
            seed: options.seed,
            dry_run: options.dry_run,
            all_findings: options.all_findings,
            ula_seed: options.ula_seed.unwrap_or(options.seed),
            previous_text: options.previous.map(str::to_owned),
            running: options.running.cloned(),
            addresses: OnceCell::new(),
            cluster: OnceCell::new(),
            services: OnceCell::new(),
            components: OnceCell::new(),
            start_checks: OnceCell::new(),
            failed_checks: OnceCell::new(),
            node_blocks: OnceCell::new(),
            previous: OnceCell::new(),
            found: OnceCell::new(),
            diagnostics: OnceCell::new(),
        }
    }

    /// Returns the options that it was made with.
    pub(crate) fn options(&self) -> AnalyzeOptions<'_> {
        AnalyzeOptions {
            seed: self.seed,
            ula_seed: Some(self.ula_seed),
            previous: self.previous_text.as_deref(),
            running: self.running.as_ref(),
            dry_run: self.dry_run,
            all_findings: self.all_findings,
        }
    }

    /// Returns the documents of the file.
    pub fn stream(&self) -> &Stream {
        &self.stream
    }

    /// Returns the plan as it was read. `None` if the file has none or its version is unknown.
    pub fn plan(&self) -> Option<&ClusterPlan> {
        self.plan.as_ref().map(|decoded| &decoded.plan)
    }

    /// Returns the document of the plan. `None` if there is no plan.
    pub fn document(&self) -> Option<&Document> {
        self.stream.document(self.plan.as_ref()?.document)
    }

    /// Returns whether reading broke off within the plan: what a rule would say about the rest follows from that.
    fn is_cut(&self) -> bool {
        self.document().is_some_and(Document::is_cut)
    }

    /// Returns the findings about the text: its syntax, its fields, its values. They need no rule. What they propose as fixes
    /// has not been tried, see [`Analysis::reading_with_fixes`].
    pub fn reading(&self) -> &[Diagnostic] {
        &self.reading
    }

    /// Returns the Services beside the plan as they are written in the file, with those that no API server can read.
    pub fn sent_services(&self) -> Vec<Value> {
        self.sources
            .iter()
            .filter_map(|source| source.object(&self.stream))
            .map(|object| to_json(object.node))
            .collect()
    }

    /// Returns the address plan. `None` if there is no plan.
    pub fn addresses(&self) -> Option<&AddressPlan> {
        let compute = || {
            let decoded = self.plan.as_ref()?;
            let (plan, ranges) = (&decoded.plan, decoded.ranges.clone());
            let addresses = match self.cluster() {
                Some(cluster) => {
                    let used: Vec<IpAddr> = self.admitted().taken.addresses().collect();
                    AddressPlan::of_file(plan, ranges, cluster.object_ranges().to_vec(), &used)
                }
                None => AddressPlan::of_declared(plan, ranges),
            };
            let has_nodes = self.stream.objects().any(|object| object.kind() == "Node");
            Some(AddressPlan {
                node_use: has_nodes.then(|| self.node_blocks().ok()?.node_use()).flatten(),
                ..addresses
            })
        };
        self.addresses.get_or_init(compute).as_ref()
    }

    /// Returns the plan in a few sentences.
    pub fn summary(&self) -> Vec<Message> {
        self.addresses().map(AddressPlan::summary).unwrap_or_default()
    }

    /// Returns the blocks of the nodes.
    ///
    /// # Errors
    /// Returns the reason if there are none: kube-controller-manager does not start, or the ranges and masks give no
    /// block.
    pub fn node_blocks(&self) -> Result<&NodeBlocks, &NoBlocks> {
        let compute = || match self.plan() {
            Some(plan) => {
                let failed_checks = self
                    .plan_of_components()
                    .map(controller_manager_forecast)
                    .unwrap_or_default();
                blocks_handed_out(&plan.spec, &failed_checks)
                    .map(|blocks| blocks.with_nodes(existing_nodes(&self.stream)))
            }
            None => Err(NoBlocks::NoRange),
        };
        self.node_blocks.get_or_init(compute).as_ref()
    }

    /// Returns the cluster that Services are sent to. `None` if the Service ranges of the plan are not usable.
    pub fn cluster(&self) -> Option<&PlannedCluster> {
        // Of a plan that was not read whole no server is made up.
        let compute = || match self.is_cut() {
            true => None,
            false => PlannedCluster::of(self.plan()?, &self.stream, self.seed),
        };
        self.cluster.get_or_init(compute).as_ref()
    }

    fn admitted(&self) -> &AdmittedServices {
        self.services.get_or_init(|| {
            let surroundings = self
                .plan()
                .map(|plan| surroundings(plan, &self.stream))
                .unwrap_or_default();
            admit_all(
                self.cluster(),
                &surroundings,
                &self.stream,
                &self.sources,
                self.dry_run,
            )
        })
    }

    /// Returns each Service of the file, with the API server's answer: stored or refused.
    pub fn services(&self) -> &[ServiceReport] {
        &self.admitted().reports
    }

    /// Returns the plan. `None` if it does not say enough for components to have settings.
    fn plan_of_components(&self) -> Option<&ClusterPlan> {
        self.plan()
            .filter(|_| !self.is_cut())
            .filter(|plan| !plan.spec.pod_cidrs.is_empty() && !plan.spec.service_cidrs.is_empty())
    }

    /// Returns the settings of each component. Empty if pod or Service ranges are missing.
    pub fn components(&self) -> &[ComponentSettings] {
        self.components
            .get_or_init(|| self.plan_of_components().map(settings).unwrap_or_default())
    }

    /// Returns the start of each component with the plan's own settings, and that of kubeadm if the distribution uses
    /// it.
    pub fn start_checks(&self) -> &[StartUpCheck] {
        self.start_checks.get_or_init(|| {
            self.plan_of_components()
                .map(|plan| start_checks(plan, self.components()))
                .unwrap_or_default()
        })
    }

    /// Returns the start-up checks that fail.
    pub fn failed_checks(&self) -> &[FailedCheck] {
        self.failed_checks.get_or_init(|| {
            let checks = self.start_checks().iter();
            checks
                .flat_map(|check| check.failed_checks.iter().cloned())
                .collect()
        })
    }

    /// Returns the plan of the older file. `None` if there is no older file or it holds no plan.
    pub fn previous(&self) -> Option<&PreviousPlan> {
        let compute = || PreviousPlan::of(self.previous_text.as_deref()?, self.seed);
        self.previous.get_or_init(compute).as_ref()
    }

    /// Returns the findings, ordered by place: about the text, about Services that could not be read, and those of
    /// the rules. They have no fixes, see [`Analysis::fixes`].
    pub fn findings(&self) -> &[Diagnostic] {
        &self.found().list
    }

    pub(crate) fn found(&self) -> &Findings {
        self.found.get_or_init(|| {
            let mut found = self.reading.clone();
            found.extend(self.admitted().diagnostics.iter().cloned());
            if self.previous_text.is_some() && self.previous().is_none() {
                found.push(NO_PREVIOUS_PLAN.at(Location::default()));
            }
            found.extend(self.of_rules());
            lint::sort(&mut found);
            Findings::new(found)
        })
    }

    /// Returns the [`Analysis::findings`] with their fixes. Every fix is tried for that.
    pub fn diagnostics(&self) -> &[Diagnostic] {
        self.diagnostics.get_or_init(|| {
            let with_fixes = |(index, found): (usize, &Diagnostic)| Diagnostic {
                fixes: self.fixes(index).to_vec(),
                ..found.clone()
            };
            self.findings().iter().enumerate().map(with_fixes).collect()
        })
    }

    /// Returns findings by file, as if each had been read by itself: documents count from 0, and a fix that would change
    /// another file is left out.
    pub fn by_file(&self, list: Vec<Diagnostic>) -> Vec<Vec<Diagnostic>> {
        let mut files = vec![Vec::new(); self.stream.firsts.len()];
        for mut found in list {
            let (file, document) = self.stream.file_of(found.location.document);
            found.location.document = document;
            found.location.file = None;
            found
                .fixes
                .retain(|fix| self.stream.file_of(fix.document).0 == file);
            for fix in &mut found.fixes {
                fix.document = self.stream.file_of(fix.document).1;
            }
            if let Some(list) = files.get_mut(file) {
                list.push(found);
            }
        }
        files
    }

    fn of_rules(&self) -> Vec<Diagnostic> {
        let (Some(plan), Some(document), Some(addresses)) = (self.plan(), self.document(), self.addresses())
        else {
            return Vec::new();
        };
        if self.is_cut() {
            return Vec::new();
        }
        let version = plan.spec.kubernetes_version;
        let started: Vec<StartUpCheck> = self
            .running
            .iter()
            .flat_map(|running| running.start_ups.iter().cloned())
            .map(|start| StartUpCheck::found(version, start))
            .collect();
        let mut found = lint::run(&LintContext {
            components: self.components(),
            started: &started,
            plan,
            document,
            addresses,
            cluster: self.cluster(),
            services: self.services(),
            failed_checks: self.failed_checks(),
            previous: self.previous(),
            stream: &self.stream,
            ula_seed: self.ula_seed,
            lookups: lint::Lookups::default(),
        });
        if let Some(running) = &self.running {
            let unreported = refused_today(&started, &found);
            found.extend(unreported);
            // Their lines are those of another text than the plan's.
            found.extend(running.diagnostics(version).into_iter().map(|found| Diagnostic {
                location: Location::default(),
                ..found
            }));
        }
        found
    }

    /// Returns all stages as one value that can be serialised.
    pub fn report(&self) -> Report {
        Report {
            summary: self.summary(),
            document: self.plan.as_ref().map(|decoded| decoded.document),
            plan: self.plan().cloned(),
            addresses: self.addresses().cloned(),
            services: self.services().to_vec(),
            components: self.components().to_vec(),
            failed_checks: self.failed_checks().to_vec(),
            diagnostics: self.listed(),
        }
    }
}

/// Returns a finding for each refusal of what is started today that no rule has reported.
fn refused_today(started: &[StartUpCheck], reported: &[Diagnostic]) -> Vec<Diagnostic> {
    let mut found: Vec<Diagnostic> = Vec::new();
    for check in started {
        let line = check.origin.as_ref().map_or(0, |origin| origin.line);
        for failed in &check.failed_checks {
            let known =
                |diagnostic: &Diagnostic| diagnostic.upstream.as_deref() == Some(failed.text.as_str());
            if failed.effect == Effect::Warning || reported.iter().any(known) || found.iter().any(known) {
                continue;
            }
            let message = Message::new(REFUSED_TODAY.id)
                .with("component", failed.component.as_str())
                .with("line", line);
            found.push(Diagnostic {
                upstream: Some(failed.text.clone()),
                component: failed.component,
                stage: failed.stage,
                ..REFUSED_TODAY.with(Location::default(), message)
            });
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    const PLAN: &str = "\
apiVersion: dualstack-planner/v1
kind: ClusterPlan
spec:
  kubernetesVersion: \"1.36\"
  provider: aws
  podCIDRs: [10.244.0.0/16, \"fd00:10:244::/56\"]
  serviceCIDRs: [10.96.0.0/16, \"fd00:10:96::/112\"]
---
";

    #[test]
    fn a_stored_service_has_its_aspects_in_the_plans_surroundings() {
        let service = "{kind: Service, metadata: {name: web}, spec: {type: LoadBalancer, ipFamilyPolicy: \
                       RequireDualStack, selector: {a: b}, ports: [{port: 80}]}}\n";
        let report = analyze(&format!("{PLAN}{service}"), &AnalyzeOptions::default());
        let aspects = report.services[0].aspects.as_ref().unwrap();
        let provided: Vec<_> = aspects
            .load_balancer
            .iter()
            .map(|address| address.provided)
            .collect();
        assert_eq!(
            provided,
            [true, false],
            "AWS gives one family unless asked for two"
        );
        assert_eq!(aspects.node_ports.len(), 2);
        assert_eq!(report.services[0].conversion, None);
        let refused = service.replace("port: 80", "port: 0");
        let report = analyze(&format!("{PLAN}{refused}"), &AnalyzeOptions::default());
        assert_eq!(report.services[0].aspects, None);
    }

    #[test]
    fn a_service_of_another_era_is_converted_where_it_stands() {
        let list = "kind: List\nitems:\n  - kind: Service\n    metadata: {name: web}\n    spec:\n      \
                    ipFamily: IPv6 # the new one\n      ports: [{port: 80}] # http\n";
        let text = format!("{PLAN}{list}");
        let report = analyze(&text, &AnalyzeOptions::default());
        let service = &report.services[0];
        let conversion = service.conversion.as_ref().unwrap();
        assert_eq!(conversion.written_for.to_string(), "1.19");
        let patched = document::patch::apply(&text, service.location.document, &conversion.patch).unwrap();
        assert!(!patched.rewritten);
        assert!(
            patched.text.contains("ipFamilyPolicy: SingleStack"),
            "{}",
            patched.text
        );
        assert!(
            patched.text.contains("ports: [{port: 80}] # http"),
            "{}",
            patched.text
        );
        let report = analyze(&patched.text, &AnalyzeOptions::default());
        assert_eq!(report.services[0].conversion, None);
    }

    const PLAN_1_33: &str = "\
apiVersion: dualstack-planner/v1
kind: ClusterPlan
metadata: {name: base}
spec:
  kubernetesVersion: \"1.33\"
  podCIDRs: [10.244.0.0/16, \"fd6f:1b2c:3d4e::/56\"]
  serviceCIDRs: [10.96.0.0/16, \"fd6f:1b2c:3d4f::/112\"]
---
";

    fn report(version: &str, manifests: &str) -> Report {
        let plan = PLAN_1_33.replace("1.33", version);
        analyze(&format!("{plan}{manifests}"), &AnalyzeOptions::default())
    }

    /// Code, severity and document of every finding that is not about the plan in itself.
    fn found(report: &Report) -> Vec<String> {
        let one = |found: &Diagnostic| {
            format!(
                "{} {:?} {}",
                found.message.id, found.severity, found.location.document
            )
        };
        let of_the_plan = ["ADDR023", "ORD003"];
        let others = report
            .diagnostics
            .iter()
            .filter(|found| !of_the_plan.contains(&found.code));
        others.map(one).collect()
    }

    fn outcomes(report: &Report) -> Vec<String> {
        let outcome = |service: &ServiceReport| match &service.admission {
            None => "unanswered".to_owned(),
            Some(admission) => match admission.stored() {
                Some(spec) => spec.ips().join(" "),
                None => admission.refused().unwrap().message.clone(),
            },
        };
        report.services.iter().map(outcome).collect()
    }

    const DUMP: &str = "\
apiVersion: v1
kind: List
items:
- apiVersion: v1
  kind: Service
  metadata: {name: kubernetes, namespace: default, uid: a, resourceVersion: \"195\"}
  spec: {clusterIP: 10.96.0.1, clusterIPs: [10.96.0.1], ipFamilies: [IPv4], ipFamilyPolicy: SingleStack, ports: [{port: 443}], type: ClusterIP}
  status: {loadBalancer: {}}
- apiVersion: v1
  kind: Service
  metadata: {name: web, namespace: shop, uid: b}
  spec: {clusterIP: 10.96.77.3, clusterIPs: [10.96.77.3], ipFamilies: [IPv4], ipFamilyPolicy: SingleStack, ports: [{port: 80}], type: ClusterIP}
";

    #[test]
    fn a_dump_is_not_a_request() {
        let dump = report("1.33", DUMP);
        assert_eq!(found(&dump), ["SVC022.single Info 1"]);
        assert_eq!(outcomes(&dump), ["10.96.0.1", "10.96.77.3"]);
        assert!(dump.services.iter().all(|service| service.held));
        // New requests see the addresses as taken, wherever they stand in the file.
        let pinned =
            "kind: Service\nmetadata: {name: new}\nspec: {clusterIP: 10.96.77.3, ports: [{port: 80}]}\n---\n";
        let both = report("1.33", &format!("{pinned}{DUMP}"));
        assert!(
            outcomes(&both)[0].ends_with("provided IP is already allocated"),
            "{:?}",
            outcomes(&both)
        );
        assert_eq!(outcomes(&both)[1..], ["10.96.0.1", "10.96.77.3"]);
    }

    #[test]
    fn a_dump_of_another_cluster_is_found_out() {
        let outside = DUMP.replace("10.96.77.3", "10.43.0.9");
        assert_eq!(
            found(&report("1.33", &outside)),
            ["SVC022.single Info 1", "SVC022 Error 1"]
        );
        let twice = DUMP.replace("10.96.77.3", "10.96.0.1");
        assert_eq!(
            found(&report("1.33", &twice)),
            ["SVC022.single Info 1", "SVC022.twice Error 1"]
        );
        let families = DUMP.replace(
            "10.96.77.3], ipFamilies: [IPv4]",
            "10.96.77.3], ipFamilies: [IPv6]",
        );
        assert!(
            found(&report("1.33", &families)).contains(&"SVC022.families Error 1".to_owned()),
            "{:?}",
            found(&report("1.33", &families))
        );
    }

    #[test]
    fn fields_that_the_version_does_not_have_are_named_as_kubectl_names_them() {
        let typo = "apiVersion: v1\nkind: Service\nmetadata: {name: web}\nspec:\n  ipFamilypolicy: RequireDualStack\n  \
                    selector: {app: web}\n  ports: [{port: 80}]\ntargetPort: 80\n";
        let strict = report("1.33", typo);
        assert_eq!(found(&strict), ["SVC023 Error 1", "SVC023.misplaced Error 1"]);
        assert_eq!(
            outcomes(&strict),
            [
                "Service in version \"v1\" cannot be handled as a Service: strict decoding error: unknown field \
              \"spec.ipFamilypolicy\", unknown field \"targetPort\""
            ]
        );
        let fixed = &strict
            .diagnostics
            .iter()
            .find(|found| found.code == "SVC023")
            .unwrap()
            .fixes[0];
        let text = format!("{PLAN_1_33}{typo}");
        let patched = document::patch::apply(&text, 1, &fixed.patch).unwrap();
        assert!(
            patched.text.contains("  ipFamilyPolicy: RequireDualStack\n"),
            "{}",
            patched.text
        );
        let dropped = report("1.24", typo);
        assert!(
            found(&dropped).contains(&"SVC023 Warning 1".to_owned()),
            "{:?}",
            found(&dropped)
        );
        assert_eq!(outcomes(&dropped).len(), 1);
        assert!(dropped.services[0].stored().is_some());
        let upstream = dropped
            .diagnostics
            .iter()
            .find(|found| found.code == "SVC023")
            .unwrap();
        assert!(
            upstream
                .upstream
                .as_ref()
                .unwrap()
                .contains("ValidationError(Service.spec): unknown field")
        );
        let cidr = "apiVersion: networking.k8s.io/v1\nkind: ServiceCIDR\nmetadata: {name: a}\nspec: {cidr: [10.97.0.0/20]}\n";
        assert_eq!(found(&report("1.33", cidr)), ["SVC023 Error 1"]);
    }

    #[test]
    fn objects_before_their_api_are_named_as_kubectl_names_them() {
        let object = |api: &str| {
            format!(
                "apiVersion: {api}\nkind: ServiceCIDR\nmetadata: {{name: extra}}\nspec: {{cidrs: [10.97.0.0/20]}}\n"
            )
        };
        for (version, api, expected) in [
            ("1.28", "networking.k8s.io/v1alpha1", "VER015 Error 1"),
            ("1.29", "networking.k8s.io/v1beta1", "VER015 Error 1"),
            ("1.29", "networking.k8s.io/v1alpha1", "VER015.off Warning 1"),
            ("1.31", "networking.k8s.io/v1beta1", "VER015.off Warning 1"),
            ("1.32", "networking.k8s.io/v1", "VER015 Error 1"),
        ] {
            let report = report(version, &object(api));
            assert_eq!(found(&report), [expected], "{version} {api}");
            let upstream = report
                .diagnostics
                .iter()
                .find_map(|found| found.upstream.as_ref())
                .unwrap();
            assert!(upstream.contains(&format!(
                "no matches for kind \"ServiceCIDR\" in version \"{api}\""
            )));
        }
        assert_eq!(found(&report("1.33", &object("networking.k8s.io/v1"))), [""; 0]);
    }

    #[test]
    fn one_mistake_of_the_text_is_one_finding() {
        for (manifest, expected) in [
            (
                "kind: Service\nmetadata: {name: t}\nspec:\n\tports:\n\t- port: 80\n",
                "FILE001.tab Error 1",
            ),
            (
                "kind: Service\nmetadata:\n  name: {{ include \"x\" . }}\nspec:\n  {{- if .Values.a }}\n  a: 1\n  {{- end }}\n",
                "FILE018.helm Error 1",
            ),
            (
                "kind: Service\nmetadata: {name: \"{{ .Release.Name }}\"}\nspec: {ports: [{port: 80}]}\n",
                "FILE018.helm Error 1",
            ),
            (
                "kind: Service\nmetadata: {name: web}\nspec: {ipFamilyPolicy: RequireDualStack}\n",
                "FILE018.patch Error 1",
            ),
            ("kind: Service\nmetadata: {name: [\n", "FILE001.bracket Error 1"),
            (
                "kind: Service\nmetadata: {name: a}\nspec: {ports: [{port: ${PORT}}]}\n",
                "FILE018.variables Error 1",
            ),
            (
                "kind: Service\nmetadata: {name: a}\nspec:\n  ports:\n  - port: ${PORT}\n",
                "FILE018.variables Error 1",
            ),
            (
                "local p = 80;\n{kind: 'Service', spec: {ports: [{port: p}]}}\n",
                "FILE018.jsonnet Error 1",
            ),
            (
                "kind: Service\nmetadata: {name: a}\nspec: {ports: [{port: ８０}]}\n",
                "FILE017.manifest Error 1",
            ),
            (
                "kind: Service\nmetadata: {name: a}\nspec: {clusterIP: １０.９６.０.５, ports: [{port: 80}]}\n",
                "FILE017.manifest Error 1",
            ),
            (
                "kind: Service\nmetadata: {name: a}\nspec:\n  ipFamilyPolicy： PreferDualStack\n  ports: [{port: 80}]\n",
                "FILE001.full-width Error 1",
            ),
            ("\tkind: Service\nmetadata: {name: a}\n", "FILE001.tab Error 1"),
        ] {
            let report = report("1.33", manifest);
            assert_eq!(found(&report), [expected], "{manifest}");
            assert!(
                report.services.iter().all(|service| service.admission.is_none()),
                "{manifest}"
            );
        }
        let cut = analyze(
            "kind: ClusterPlan\nspec:\n  kubernetesVersion: \"1.33\n",
            &AnalyzeOptions::default(),
        );
        assert_eq!(cut.diagnostics.len(), 1, "{:?}", cut.diagnostics);
    }

    #[test]
    fn other_objects_are_counted_in_one_note() {
        let others = "kind: Widget\n---\nkind: Gadget\n---\nkind: Widget\n---\nkind: Kustomization\n";
        let report = report("1.33", others);
        assert_eq!(found(&report), ["PLAN003.several Info 1"]);
        assert_eq!(
            crate::i18n::Catalogue::of("en").text(&report.diagnostics.last().unwrap().message),
            "4 objects beside the plan are left alone: 1 Gadget, 1 Kustomization, 2 Widget"
        );
    }

    #[test]
    fn whatever_gives_load_balancers_their_addresses_counts() {
        let service = "kind: Service\nmetadata: {name: web}\nspec: {type: LoadBalancer, selector: {a: b}, ports: [{port: 80}]}\n";
        let remarks = |manifests: &str| {
            let report = report("1.33", manifests);
            let last = report.services.last().unwrap().aspects.clone().unwrap();
            let ids: Vec<_> = last
                .remarks
                .iter()
                .map(|remark| remark.message.id.to_string())
                .collect();
            ids
        };
        assert_eq!(remarks(service), ["service-aspect-no-balancer"]);
        for object in [
            "apiVersion: metallb.io/v1beta1\nkind: IPAddressPool\nmetadata: {name: a}\nspec: {addresses: [192.168.10.0/24]}\n",
            "apiVersion: cilium.io/v2alpha1\nkind: CiliumLoadBalancerIPPool\nmetadata: {name: a}\nspec: {blocks: [{cidr: 192.168.10.0/24}]}\n",
            "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: kubevip, namespace: kube-system}\ndata: {range-global: 192.168.1.220-192.168.1.230}\n",
            "apiVersion: v1\nkind: Service\nmetadata: {name: old, uid: u}\nspec: {clusterIP: 10.96.4.4, clusterIPs: [10.96.4.4], ipFamilies: [IPv4], ipFamilyPolicy: SingleStack, type: LoadBalancer, ports: [{port: 80, nodePort: 31000}]}\nstatus: {loadBalancer: {ingress: [{ip: 192.0.2.1}]}}\n",
        ] {
            assert_eq!(remarks(&format!("{object}---\n{service}")), [""; 0], "{object}");
        }
    }

    #[test]
    fn service_cidr_and_ip_address_objects_count_in_the_address_plan() {
        let objects = "apiVersion: networking.k8s.io/v1\nkind: ServiceCIDR\nmetadata: {name: more}\nspec: {cidrs: [10.97.0.0/24]}\n\
                       ---\napiVersion: networking.k8s.io/v1\nkind: IPAddress\nmetadata: {name: 10.97.0.7}\nspec: {parentRef: {resource: \
                       services, namespace: a, name: b}}\n---\napiVersion: v1\nkind: Service\nmetadata: {name: web}\nspec: {clusterIP: \
                       10.97.0.8, ports: [{port: 80}]}\n";
        let analysis = |version: &str| {
            let plan = format!(
                "kind: ClusterPlan\nspec: {{kubernetesVersion: '{version}', podCIDRs: [10.244.0.0/16], serviceCIDRs: \
                 [10.96.0.0/24]}}\n---\n{objects}"
            );
            Analysis::of(&plan, &AnalyzeOptions::default())
        };
        let room = |analysis: &Analysis| {
            let room = analysis.addresses().unwrap().service_rooms[0];
            [room.usable, room.used, room.free].map(|count| count.to_string())
        };
        let from = |analysis: &Analysis| -> Vec<(String, Option<String>)> {
            let bands = analysis.addresses().unwrap().services.iter();
            bands
                .map(|bands| (bands.range.to_string(), bands.object.clone()))
                .collect()
        };
        let served = analysis("1.36");
        // The API server's own Service, the object, and the Service of the file.
        assert_eq!(room(&served), ["508", "3", "505"]);
        assert_eq!(
            from(&served),
            [
                ("10.96.0.0/24".to_owned(), None),
                ("10.97.0.0/24".to_owned(), Some("more".to_owned()))
            ]
        );
        let addresses = served.addresses().unwrap();
        let object = &addresses.service_objects[0];
        assert_eq!(
            (object.name.as_deref(), object.pointer.as_str(), object.document),
            (Some("ServiceCIDR/more"), "/spec/cidrs/0", Some(1))
        );
        let mapped = addresses.map.iter().flat_map(|block| &block.segments);
        assert_eq!(
            mapped.filter_map(|segment| segment.range.as_ref()).count(),
            3,
            "pods, the flag's range, the object's"
        );
        let words = served.summary();
        let words: Vec<&str> = words.iter().map(|message| message.id.as_ref()).collect();
        assert_eq!(
            words,
            [
                "plan-capacity-single",
                "summary-services",
                "summary-service-objects"
            ]
        );
        // Nothing counts in a version that does not serve the kinds, and kubectl says so.
        let old = analysis("1.32");
        assert_eq!(room(&old), ["254", "1", "253"]);
        assert_eq!(from(&old).len(), 1);
        let unserved = old.diagnostics().iter().filter(|found| found.code == "VER015");
        let texts: Vec<&str> = unserved.filter_map(|found| found.upstream.as_deref()).collect();
        assert_eq!(texts.len(), 2);
        assert!(
            texts.iter().all(|text| text.contains("no matches for kind")),
            "{texts:?}"
        );
    }

    #[test]
    fn an_object_that_the_server_refuses_adds_nothing() {
        let plan = |cidrs: &str| {
            format!(
                "kind: ClusterPlan\nspec: {{kubernetesVersion: '1.36', podCIDRs: [10.244.0.0/16], serviceCIDRs: \
                 [10.96.0.0/24]}}\n---\napiVersion: networking.k8s.io/v1\nkind: ServiceCIDR\nmetadata: {{name: more}}\nspec: \
                 {{cidrs: {cidrs}}}\n"
            )
        };
        for (cidrs, usable) in [
            ("[10.97.0.0/24]", "508"),
            ("[10.96.0.0/23]", "510"),
            ("[10.97.0.1/24]", "254"),
            ("[10.97.0.0/24, 10.98.0.0/24]", "254"),
            // A family that the flag lacks gives nothing.
            ("['fd00:10:97::/112']", "254"),
        ] {
            let analysis = Analysis::of(&plan(cidrs), &AnalyzeOptions::default());
            let rooms = &analysis.addresses().unwrap().service_rooms;
            assert_eq!(
                (rooms.len(), rooms[0].usable.to_string().as_str()),
                (1, usable),
                "{cidrs}"
            );
        }
    }

    #[test]
    fn services_of_one_file_are_checked_against_the_plan_of_another() {
        let service = "# mine\nkind: Service\nmetadata: {name: web}\nspec: {clusterIP: 10.97.0.1, ports: [{port: 80}]}\n";
        let files = [
            ("svc/web.yaml", service),
            ("plan.yaml", PLAN_1_33),
            ("empty.yaml", ""),
            ("bad.yaml", "a: [\n"),
        ];
        let analysis = Analysis::of_files(&files, &AnalyzeOptions::default());
        assert!(
            analysis.services()[0]
                .admission
                .as_ref()
                .unwrap()
                .refused()
                .is_some()
        );
        let by_file: Vec<Vec<(&str, usize, usize)>> = analysis
            .by_file(analysis.listed())
            .iter()
            .map(|file| {
                let place = |found: &Diagnostic| (found.code, found.location.document, found.location.line);
                file.iter()
                    .map(place)
                    .filter(|(code, ..)| *code != "ADDR023" && *code != "ORD003")
                    .collect()
            })
            .collect();
        assert_eq!(
            by_file,
            [vec![("SVC014", 0, 4)], vec![], vec![], vec![("FILE001", 0, 1)]]
        );
        let named = analysis
            .diagnostics()
            .iter()
            .find(|found| found.code == "SVC014")
            .unwrap();
        assert_eq!(named.location.file.as_deref(), Some("svc/web.yaml"));
    }

    #[test]
    fn a_version_of_a_vendor_is_kept_and_hints_the_distribution() {
        let report = report("v1.33.2+k3s1", "");
        assert_eq!(found(&report), ["PLAN007 Info 0"]);
        let spec = report.plan.unwrap().spec;
        assert_eq!(spec.kubernetes_version.as_written(), "1.33.2+k3s1");
        assert!(spec.distribution.is_none());
    }

    #[test]
    fn capacity_starts_from_the_nodes_that_are_there() {
        let node = |name: &str, third: u8| {
            format!(
                "---\nkind: Node\nmetadata: {{name: {name}}}\n\
                 spec: {{podCIDRs: [10.244.{third}.0/24, 'fd00:10:244:{third}::/64']}}\n"
            )
        };
        let plan = "apiVersion: dualstack-planner/v1\nkind: ClusterPlan\nmetadata: {name: a}\n\
            spec: {kubernetesVersion: '1.36', podCIDRs: [10.244.0.0/22, 'fd00:10:244::/56'], serviceCIDRs: [10.96.0.0/16]}\n";
        let of = |text: &str| Analysis::of(text, &AnalyzeOptions::default());
        assert_eq!(of(plan).addresses().unwrap().node_use, None);

        let some = of(&format!("{plan}{}{}", node("a", 0), node("b", 2)));
        let in_use = some.addresses().unwrap().node_use.clone().unwrap();
        assert_eq!((in_use.used, in_use.left.to_string()), (2, "2".to_owned()));
        let next: Vec<String> = in_use.next.iter().map(ToString::to_string).collect();
        assert_eq!(next, ["10.244.1.0/24", "fd00:10:244:1::/64"]);
        assert!(
            some.summary()
                .iter()
                .any(|sentence| sentence.id == "summary-node-use")
        );

        let all: String = (0..4).map(|third| node(&format!("n{third}"), third)).collect();
        let full = of(&format!("{plan}{all}"));
        assert!(
            full.addresses()
                .unwrap()
                .node_use
                .as_ref()
                .unwrap()
                .next
                .is_empty()
        );
        assert!(
            full.summary()
                .iter()
                .any(|sentence| sentence.id == "summary-node-use.full")
        );
    }
}
