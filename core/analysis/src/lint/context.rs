//! The input of a rule, and the way in which it reports.

use std::cell::{Cell, OnceCell};
use std::collections::BTreeMap;

use crate::admission::Taken;
use crate::cluster::PlannedCluster;
use crate::components::{ComponentSettings, FailedCheck, StartUpCheck};
use crate::diagnostic::{Diagnostic, Fix, Location, PatchOperation, Pointer, Severity};
use crate::document::{Document, Object, Stream, patch};
use crate::i18n::{Message, Param};
use crate::kubernetes::Version;
use crate::needs;
use crate::net::lenient::{self, LenientCidr};
use crate::net::range_set::RangeSet;
use crate::net::{Cidr, IpFamily};
use crate::order::Keys;
use crate::plan::AddressPlan;
use crate::plan::capacity::FamilyCapacity;
use crate::plan::declared::{DeclaredRange, RangeKind};
use crate::plan::suggest::ula_site;
use crate::request::ClusterPlan;
use crate::services::{PreviousPlan, ServiceReport};

use super::meta::RuleMeta;

/// Private blocks that fixes do not offer if they can help it, because other networks commonly use them.
const SHUNNED: [&str; 4] = ["172.16.0.0/12", "192.168.0.0/16", "10.0.0.0/12", "100.64.0.0/10"];

/// A range as it is written in the file.
#[derive(Clone, Debug)]
pub struct WrittenRange {
    /// The place of the range in the plan's document.
    pub pointer: Pointer,
    /// The text as written.
    pub text: String,
    /// The range as older components read the text.
    pub read: LenientCidr,
}

/// What rules look up again and again, made when the first of them asks.
#[derive(Debug, Default)]
pub struct Lookups {
    /// Kinds that the running rule declares; [`LintContext::objects`] holds it to them.
    pub(super) reads: Cell<&'static [&'static str]>,
    /// What the Services of the file hold.
    pub(super) taken: OnceCell<Taken>,
    /// What the plan's own tools have to say.
    pub(super) own_tools: OnceCell<Vec<Diagnostic>>,
    /// Where the Service of a namespace and a name stands in the older file.
    pub(super) previous: OnceCell<BTreeMap<(String, String), usize>>,
}

/// Everything a rule may look at.
pub struct LintContext<'a> {
    /// The plan.
    pub plan: &'a ClusterPlan,
    /// The document of the plan.
    pub document: &'a Document,
    /// The address plan.
    pub addresses: &'a AddressPlan,
    /// The cluster that Services are sent to; `None` if the Service ranges are not usable.
    pub cluster: Option<&'a PlannedCluster>,
    /// The Services beside the plan, with the API server's answers.
    pub services: &'a [ServiceReport],
    /// Every document of the file.
    pub stream: &'a Stream,
    /// The start-up checks that fail with the plan's own settings.
    pub failed_checks: &'a [FailedCheck],
    /// The settings of each component.
    pub components: &'a [ComponentSettings],
    /// The components as they are started today, if the caller has given them.
    pub started: &'a [StartUpCheck],
    /// The older plan, if the caller has given one.
    pub previous: Option<&'a PreviousPlan>,
    /// Seed for unique local ranges that fixes offer; the caller gives it.
    pub ula_seed: u64,
    /// A cache of values that several rules look up; it starts empty.
    pub lookups: Lookups,
}

impl<'a> LintContext<'a> {
    /// Returns the Kubernetes version of the plan.
    pub fn version(&self) -> Version {
        self.plan.spec.kubernetes_version
    }

    /// Returns the errors of the tools that the plan names itself, its distribution and its plugin; see
    /// [`crate::needs`].
    pub fn own_refusals(&self) -> impl Iterator<Item = &Diagnostic> {
        let found = self
            .lookups
            .own_tools
            .get_or_init(|| needs::of_own_tools(self.plan));
        found.iter().filter(|found| found.severity != Severity::Info)
    }

    /// Returns the declared ranges of a kind.
    pub fn ranges(&self, kind: RangeKind) -> impl Iterator<Item = &'a DeclaredRange> {
        self.addresses
            .declared
            .iter()
            .filter(move |range| range.kind == kind)
    }

    /// Returns the capacity of each family, in order. Empty if the plan has no capacity.
    pub fn families(&self) -> &'a [FamilyCapacity] {
        self.addresses
            .capacity
            .as_ref()
            .map_or(&[], |capacity| &capacity.families)
    }

    /// Returns every range field that can be read, with its text as written.
    pub fn written_ranges(&self) -> impl Iterator<Item = WrittenRange> + '_ {
        self.addresses.declared.iter().filter_map(|range| {
            let text = self.document.at(&range.pointer)?.text()?.to_owned();
            let read = lenient::parse_cidr(&text)?;
            Some(WrittenRange {
                pointer: range.pointer.clone(),
                text,
                read,
            })
        })
    }

    /// Returns a patch that sets a field of the plan and adds the parents that are missing.
    pub fn set(&self, field: &Pointer, value: serde_json::Value) -> Vec<PatchOperation> {
        patch::set(self.document, field, value)
    }

    /// Returns the start-up check of that name, if the plan's own settings fail it. `None` otherwise.
    pub fn refused(&self, check: &str) -> Option<&'a FailedCheck> {
        self.failed_checks.iter().find(|refusal| refusal.id == check)
    }

    /// Returns the failed start-up checks of that name among the components as they are started today.
    pub fn failed_today(&self, check: &str) -> impl Iterator<Item = &'a FailedCheck> {
        self.started
            .iter()
            .flat_map(|started| &started.failed_checks)
            .filter(move |refusal| refusal.id == check)
    }

    /// Returns a free network with a prefix of `prefix_len` bits near the range. It overlaps nothing that the plan
    /// declares. `None` if there is none.
    pub fn free_network_near(&self, range: &DeclaredRange, prefix_len: u8) -> Option<Cidr> {
        self.addresses.free_network_near(range, prefix_len)
    }

    /// Returns networks of that length to which a range may move, the nearest first: what is free near it, and what is free
    /// and no default of other software.
    pub fn places(&self, range: &DeclaredRange, prefix_len: u8) -> Vec<Cidr> {
        let mut quiet = self.addresses.free_besides(range);
        for block in SHUNNED.iter().filter_map(|block| block.parse::<Cidr>().ok()) {
            if block.family() == range.cidr.family() {
                quiet.remove(block.into());
            }
        }
        let mut places = Vec::from_iter(self.free_network_near(range, prefix_len));
        for from in [range.cidr.first_bits(), self.first_bits(range.cidr.family())] {
            let place = quiet.first_block(prefix_len, from);
            places.extend(place.filter(|place| !places.contains(place)));
        }
        places
    }

    /// Returns a free network of the same size in space that clusters may use, for a range in space that they may not
    /// use.
    pub fn usable_network_like(&self, range: &DeclaredRange) -> Option<Cidr> {
        self.first_network_like(range, &self.addresses.free_besides(range))
    }

    /// The first network of the length of the range in `free`; IPv6 from the unique local site of the seed on.
    pub fn first_network_like(&self, range: &DeclaredRange, free: &RangeSet) -> Option<Cidr> {
        free.first_block(range.cidr.prefix_len(), self.first_bits(range.cidr.family()))
    }

    /// Where the search for a network begins: IPv6 at the unique local site of the seed.
    fn first_bits(&self, family: IpFamily) -> u128 {
        match family {
            IpFamily::IPv4 => 0,
            IpFamily::IPv6 => ula_site(self.ula_seed).first_bits(),
        }
    }
}

/// A finding, and the rule that reports it.
pub(super) struct Found {
    pub(super) meta: &'static RuleMeta,
    pub(super) diagnostic: Diagnostic,
}

/// The causes of refusals that rules have reported, each by the check of the API server, the document and the place in it.
pub(crate) struct Explanations<'a> {
    places: Keys<'a>,
}

impl Explanations<'_> {
    /// Returns whether a rule has reported, at that Service, the cause of a refusal by that check of the API server.
    pub(crate) fn has(&self, service: &ServiceReport, check: &str) -> bool {
        let (document, pointer) = (service.location.document, service.location.pointer.as_str());
        let below = format!("{pointer}/");
        let next = self.places.at_or_after((document, check, below.as_str()));
        self.places.contains((document, check, pointer))
            || next.is_some_and(|(there, own, place)| {
                (there, own) == (document, check) && place.starts_with(&below)
            })
    }
}

/// Collects what one rule reports.
pub struct Reporter<'a> {
    pub(super) meta: &'static RuleMeta,
    pub(super) version: Version,
    pub(super) document: &'a Document,
    pub(super) found: &'a mut Vec<Found>,
}

impl Reporter<'_> {
    /// Returns whether a rule has already reported the cause of that failed start-up check.
    pub fn explained(&self, check: &str) -> bool {
        self.found.iter().any(|found| found.meta.covers.contains(&check))
    }

    /// Returns whether a rule has already reported the cause of a tool's refusal as an error, or as a warning if it is
    /// no more than that.
    pub fn explained_refusal(&self, refusal: &Diagnostic) -> bool {
        self.found
            .iter()
            .filter(|found| found.diagnostic.severity <= refusal.severity)
            .any(|found| {
                let ids = found.meta.refusals;
                ids.contains(&refusal.code) || ids.contains(&refusal.message.id.as_ref())
            })
    }

    /// Returns what rules have already reported as the causes of refusals.
    pub(crate) fn explanations(&self) -> Explanations<'_> {
        let covered = self.found.iter().flat_map(|found| {
            let place = &found.diagnostic.location;
            let checks = found.meta.covers.iter();
            checks.map(|check| (place.document, *check, place.pointer.as_str()))
        });
        Explanations {
            places: covered.collect(),
        }
    }

    /// Starts a finding at a place in another object of the file.
    pub fn at_object(&mut self, object: &Object<'_>, pointer: &Pointer) -> FindingBuilder<'_> {
        self.at_location(object.document.index(), object.document.locate(pointer))
    }

    /// Starts a finding at a field of the plan.
    pub fn at(&mut self, pointer: &Pointer) -> FindingBuilder<'_> {
        self.at_location(self.document.index(), self.document.locate(pointer))
    }

    /// Starts a finding at a field of a Service, the pointer counted from the Service.
    pub fn at_service(
        &mut self,
        cx: &LintContext<'_>,
        service: &ServiceReport,
        field: &[&str],
    ) -> FindingBuilder<'_> {
        let pointer = field
            .iter()
            .fold(service.location.pointer.clone(), |pointer, key| pointer.key(key));
        let document = service.location.document;
        let location = cx
            .stream
            .document(document)
            .map(|found| found.locate(&pointer))
            .unwrap_or_default();
        self.at_location(document, location)
    }

    #[inline(never)]
    fn at_location(&mut self, document: usize, location: Location) -> FindingBuilder<'_> {
        let diagnostic = Diagnostic {
            code: self.meta.code,
            severity: self.meta.severity.at(self.version),
            message: Message::new(self.meta.code),
            help: Some(Message::new(format!("{}.help", self.meta.code))),
            upstream: None,
            component: self.meta.component,
            stage: self.meta.stage,
            fixes: Vec::new(),
            location,
        };
        self.found.push(Found {
            meta: self.meta,
            diagnostic,
        });
        FindingBuilder {
            found: self.found,
            document,
        }
    }
}

/// A finding in the making: the last of those found, so that what is passed on from call to call is a place and not
/// the finding. [`FindingBuilder::file`] ends it.
#[must_use = "a finding ends with `file()`"]
pub struct FindingBuilder<'a> {
    found: &'a mut Vec<Found>,
    document: usize,
}

impl FindingBuilder<'_> {
    fn change(self, change: impl FnOnce(&mut Diagnostic)) -> Self {
        if let Some(Found { diagnostic, .. }) = self.found.last_mut() {
            change(diagnostic);
        }
        self
    }

    /// Adds a parameter to the message, the help and the fix titles.
    pub fn param(mut self, name: &'static str, value: impl Into<Param>) -> Self {
        self.set_param(name, value.into());
        self
    }

    // Rules call these hundreds of times: the same code in each of them would be a tenth of what a rule is.
    #[inline(never)]
    fn set_param(&mut self, name: &'static str, value: Param) {
        if let Some(Found { diagnostic, .. }) = self.found.last_mut() {
            diagnostic.message.params.insert(name, value.clone());
            if let Some(help) = diagnostic.help.as_mut() {
                help.params.insert(name, value);
            }
        }
    }

    #[inline(never)]
    fn push_fix(
        &mut self,
        document: usize,
        name: &str,
        params: &mut dyn Iterator<Item = (&'static str, Param)>,
        safe: bool,
        patch: Vec<PatchOperation>,
    ) {
        if let Some(Found { diagnostic, .. }) = self.found.last_mut() {
            let mut title = Message::new(format!("{}.fix-{name}", diagnostic.code));
            title.params.extend(params);
            diagnostic.fixes.push(Fix {
                title,
                safe,
                document,
                patch,
            });
        }
    }

    /// Uses another wording of the rule: the attribute `attribute` of its message.
    #[inline(never)]
    pub fn variant(self, attribute: &str) -> Self {
        self.change(|diagnostic| diagnostic.message.id = format!("{}.{attribute}", diagnostic.code).into())
    }

    /// Takes the words of a tool's refusal, with its text and its component.
    pub fn words_of(self, refusal: &Diagnostic) -> Self {
        self.change(|diagnostic| {
            let own = std::mem::replace(&mut diagnostic.message, refusal.message.clone());
            diagnostic.message.params.extend(own.params);
            if let Some(help) = &refusal.help {
                diagnostic.help = Some(help.clone());
            }
            diagnostic.upstream.clone_from(&refusal.upstream);
            diagnostic.component = refusal.component;
            diagnostic.stage = refusal.stage;
        })
    }

    /// Uses another help: the attribute `attribute` of the rule's message.
    pub fn help(self, attribute: &str) -> Self {
        self.change(|diagnostic| {
            if let Some(help) = diagnostic.help.as_mut() {
                help.id = format!("{}.{attribute}", diagnostic.code).into();
            }
        })
    }

    /// Sets another severity than the rule's.
    pub fn severity(self, severity: Severity) -> Self {
        self.change(|diagnostic| diagnostic.severity = severity)
    }

    /// Sets the text and the component of a check that fails as a component is started today.
    pub fn failed_check(self, check: &FailedCheck) -> Self {
        self.component(check.component)
            .upstream(check.text.clone())
            .param("component", check.component.as_str())
            .param("text", check.text.clone())
    }

    /// Sets another component than the rule's.
    pub fn component(self, component: crate::diagnostic::Component) -> Self {
        self.change(|diagnostic| diagnostic.component = component)
    }

    /// Sets the text that the real component prints.
    pub fn upstream(self, text: impl Into<String>) -> Self {
        let text = text.into();
        self.change(|diagnostic| diagnostic.upstream = Some(text))
    }

    /// Sets the text of a start-up check, if the plan fails it.
    pub fn refused(self, cx: &LintContext<'_>, check: &str) -> Self {
        match cx.refused(check) {
            Some(refusal) => self.upstream(refusal.text.clone()),
            None => self,
        }
    }

    /// Adds a fix that sets, adds or removes fields. Its title is the rule's attribute `.fix-NAME` with the
    /// parameters of the finding.
    pub fn fix(
        mut self,
        name: &str,
        params: impl IntoIterator<Item = (&'static str, Param)>,
        safe: bool,
        patch: Vec<PatchOperation>,
    ) -> Self {
        self.push_fix(self.document, name, &mut params.into_iter(), safe, patch);
        self
    }

    /// The most frequent fix: another text in the same field.
    pub fn fix_replace(mut self, name: &str, pointer: &Pointer, value: impl ToString, safe: bool) -> Self {
        self.push_replacement(name, pointer, value.to_string(), safe);
        self
    }

    /// Proposes other networks for the range at that field, one of which is offered.
    pub fn fix_places(
        mut self,
        name: &str,
        pointer: &Pointer,
        places: impl IntoIterator<Item = Cidr>,
    ) -> Self {
        for place in places {
            self.push_replacement(name, pointer, place.to_string(), false);
        }
        self
    }

    /// Adds to the last fix that another one of the rule's is made with it: the operations, and the title `.fix-NAME`.
    pub fn along_with(self, name: &str, to: impl Into<Param>, patch: Vec<PatchOperation>) -> Self {
        self.change(|diagnostic| {
            let title = Message::new(format!("{}.fix-{name}", diagnostic.code)).with("to", to);
            if let Some(fix) = diagnostic.fixes.last_mut() {
                fix.title.and("fix-also", title);
                fix.patch.extend(patch);
            }
        })
    }

    #[inline(never)]
    fn push_replacement(&mut self, name: &str, pointer: &Pointer, value: String, safe: bool) {
        let patch = vec![PatchOperation::Replace {
            path: pointer.clone(),
            value: value.clone().into(),
        }];
        let mut to = [("to", Param::Text(value))].into_iter();
        self.push_fix(self.document, name, &mut to, safe, patch);
    }

    /// Files the finding, since dropping it does so.
    pub fn file(self) {}
}
