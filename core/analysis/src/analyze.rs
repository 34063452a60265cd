//! The centre: a plan file in, what follows from it out. Each stage is computed when it is asked for, and once:
//! whoever wants node blocks pays for no rule, and the page, the command line, the calls and the report of one file read
//! the same results.

use std::cell::OnceCell;

use serde::Serialize;
use serde_json::Value;

use crate::admission::aspects::Surroundings;
use crate::components::{ComponentSettings, FailedCheck, StartUpCheck, paste, settings, start_checks};
use crate::diagnostic::{Diagnostic, Location};
use crate::document::{self, Document, Stream, to_json};
use crate::i18n::Message;
use crate::lint::{self, LintContext};
use crate::nodeipam::NodeBlocks;
use crate::plan::AddressPlan;
use crate::plan::nodes::{NoBlocks, blocks_handed_out};
use crate::request::ClusterPlan;
use crate::request::decode::{DecodedFile, DecodedPlan, NO_PREVIOUS_PLAN, ServiceSource, decode};
use crate::services::{AdmittedServices, PlannedCluster, PreviousPlan, ServiceReport, admit_all};

/// What an analysis may depend on besides the text. Nothing else does: no clock, no randomness.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct AnalyzeOptions<'a> {
    /// Seed for everything that real components pick at random: automatic cluster IPs, and unique local ranges that
    /// fixes offer.
    pub seed: u64,
    /// The plan file as it was before: what cannot be changed on a running cluster is reported.
    pub previous: Option<&'a str>,
    /// How components are started today: command lines, units, Pod manifests, configuration files. What they refuse at
    /// the plan's version, and where they differ from each other, is reported.
    pub running: Option<&'a str>,
}

/// Everything that follows from a plan file: the serialisable result of an [`Analysis`].
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "wasm", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase")]
pub struct Report {
    /// The plan as it was understood; absent when there is none or its version is unknown.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "wasm", tsify(optional))]
    pub plan: Option<ClusterPlan>,
    /// Index of the plan's document in the file.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "wasm", tsify(optional))]
    pub document: Option<usize>,
    /// What the ranges of the plan come to.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "wasm", tsify(optional))]
    pub addresses: Option<AddressPlan>,
    /// The plan in a few sentences.
    pub summary: Vec<Message>,
    /// Each Service beside the plan, as the API server would store or refuse it.
    pub services: Vec<ServiceReport>,
    /// What each component is given.
    pub components: Vec<ComponentSettings>,
    /// Start-up checks that components fail with these settings.
    pub failed_checks: Vec<FailedCheck>,
    /// What is wrong or worth knowing, by place.
    pub diagnostics: Vec<Diagnostic>,
}

/// Everything that follows from the text of a plan file.
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
    Analysis::of(text, options).into_report()
}

/// The stages of one file, each computed when it is first asked for.
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
    previous_text: Option<String>,
    running_text: Option<String>,
    addresses: OnceCell<Option<AddressPlan>>,
    cluster: OnceCell<Option<PlannedCluster>>,
    services: OnceCell<AdmittedServices>,
    components: OnceCell<Vec<ComponentSettings>>,
    start_checks: OnceCell<Vec<StartUpCheck>>,
    failed_checks: OnceCell<Vec<FailedCheck>>,
    node_blocks: OnceCell<Result<NodeBlocks, NoBlocks>>,
    previous: OnceCell<Option<PreviousPlan>>,
    diagnostics: OnceCell<Vec<Diagnostic>>,
}

impl Analysis {
    /// Reads and decodes the text; nothing else is done yet.
    pub fn of(text: &str, options: &AnalyzeOptions<'_>) -> Analysis {
        let stream = document::read(text);
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
            previous_text: options.previous.map(str::to_owned),
            running_text: options.running.map(str::to_owned),
            addresses: OnceCell::new(),
            cluster: OnceCell::new(),
            services: OnceCell::new(),
            components: OnceCell::new(),
            start_checks: OnceCell::new(),
            failed_checks: OnceCell::new(),
            node_blocks: OnceCell::new(),
            previous: OnceCell::new(),
            diagnostics: OnceCell::new(),
        }
    }

    /// The documents of the file.
    pub fn stream(&self) -> &Stream {
        &self.stream
    }

    /// The plan as it was understood; `None` when there is none.
    pub fn plan(&self) -> Option<&ClusterPlan> {
        self.plan.as_ref().map(|decoded| &decoded.plan)
    }

    /// The document of the plan.
    pub fn document(&self) -> Option<&Document> {
        self.stream.document(self.plan.as_ref()?.document)
    }

    /// What is wrong with the file as a file: its syntax, its fields, its values. No rule has to run for it.
    pub fn reading(&self) -> &[Diagnostic] {
        &self.reading
    }

    /// The Services beside the plan as they stand in the file, those that no API server can read too.
    pub fn sent_services(&self) -> Vec<Value> {
        self.sources
            .iter()
            .filter_map(|source| source.object(&self.stream))
            .map(|object| to_json(object.node))
            .collect()
    }

    /// What the ranges of the plan come to.
    pub fn addresses(&self) -> Option<&AddressPlan> {
        let compute = || {
            let decoded = self.plan.as_ref()?;
            Some(AddressPlan::of_declared(&decoded.plan, decoded.ranges.clone()))
        };
        self.addresses.get_or_init(compute).as_ref()
    }

    /// The plan in a few sentences.
    pub fn summary(&self) -> Vec<Message> {
        self.addresses().map(AddressPlan::summary).unwrap_or_default()
    }

    /// The blocks of nodes.
    ///
    /// # Errors
    /// Why there are none: kube-controller-manager does not start, or the ranges and masks make none.
    pub fn node_blocks(&self) -> Result<&NodeBlocks, &NoBlocks> {
        let compute = || match self.plan() {
            Some(plan) => blocks_handed_out(&plan.spec, self.failed_checks()),
            None => Err(NoBlocks::NoRange),
        };
        self.node_blocks.get_or_init(compute).as_ref()
    }

    /// The cluster that Services are sent to; `None` while its Service ranges are not usable.
    pub fn cluster(&self) -> Option<&PlannedCluster> {
        let compute = || PlannedCluster::of(self.plan()?, &self.stream, self.seed);
        self.cluster.get_or_init(compute).as_ref()
    }

    fn admitted(&self) -> &AdmittedServices {
        self.services.get_or_init(|| {
            let surroundings = self
                .plan()
                .map(|plan| Surroundings::of_plan(&plan.spec))
                .unwrap_or_default();
            admit_all(self.cluster(), &surroundings, &self.stream, &self.sources)
        })
    }

    /// Each Service of the file, as the API server would store or refuse it.
    pub fn services(&self) -> &[ServiceReport] {
        &self.admitted().reports
    }

    /// The plan, where it says enough for components to be given something.
    fn plan_of_components(&self) -> Option<&ClusterPlan> {
        self.plan()
            .filter(|plan| !plan.spec.pod_cidrs.is_empty() && !plan.spec.service_cidrs.is_empty())
    }

    /// What each component is given; nothing while pod or Service ranges are missing.
    pub fn components(&self) -> &[ComponentSettings] {
        self.components
            .get_or_init(|| self.plan_of_components().map(settings).unwrap_or_default())
    }

    /// What becomes of each component that is started with the plan's own settings, kubeadm with them where the
    /// distribution uses it.
    pub fn start_checks(&self) -> &[StartUpCheck] {
        self.start_checks.get_or_init(|| {
            self.plan_of_components()
                .map(|plan| start_checks(plan, self.components()))
                .unwrap_or_default()
        })
    }

    /// The start-up checks among them that fail.
    pub fn failed_checks(&self) -> &[FailedCheck] {
        self.failed_checks.get_or_init(|| {
            let checks = self.start_checks().iter();
            checks
                .flat_map(|check| check.failed_checks.iter().cloned())
                .collect()
        })
    }

    /// What the older file planned; `None` where there is none or it holds no plan.
    pub fn previous(&self) -> Option<&PreviousPlan> {
        let compute = || PreviousPlan::of(self.previous_text.as_deref()?, self.seed);
        self.previous.get_or_init(compute).as_ref()
    }

    /// What is wrong or worth knowing, by place: what reading the file found, Services that could not be read, and
    /// what the rules find.
    pub fn diagnostics(&self) -> &[Diagnostic] {
        self.diagnostics.get_or_init(|| {
            let mut found = self.reading.clone();
            found.extend(self.admitted().diagnostics.iter().cloned());
            if self.previous_text.is_some() && self.previous().is_none() {
                found.push(NO_PREVIOUS_PLAN.at(Location::default()));
            }
            found.extend(self.findings());
            lint::sort(&mut found);
            found
        })
    }

    fn findings(&self) -> Vec<Diagnostic> {
        let (Some(plan), Some(document), Some(addresses)) = (self.plan(), self.document(), self.addresses())
        else {
            return Vec::new();
        };
        let started = self
            .running_text
            .as_deref()
            .map(|text| paste::check(plan.spec.kubernetes_version, text))
            .unwrap_or_default();
        lint::run(&LintContext {
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
            seed: self.seed,
            lookups: lint::Lookups::default(),
        })
    }

    /// Everything as one value that can be serialised.
    pub fn into_report(self) -> Report {
        self.diagnostics();
        self.components();
        self.failed_checks();
        Report {
            summary: self.summary(),
            document: self.plan.as_ref().map(|decoded| decoded.document),
            plan: self.plan.map(|decoded| decoded.plan),
            addresses: self.addresses.into_inner().flatten(),
            services: self.services.into_inner().unwrap_or_default().reports,
            components: self.components.into_inner().unwrap_or_default(),
            failed_checks: self.failed_checks.into_inner().unwrap_or_default(),
            diagnostics: self.diagnostics.into_inner().unwrap_or_default(),
        }
    }
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
}
