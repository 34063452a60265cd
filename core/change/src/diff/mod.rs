//! Two plans compared by meaning: each difference with how far it reaches into the cluster that runs, and why.
//!
//! A difference is judged by trying it: the older plan with that one field of the newer one is given to the components,
//! with the nodes and Services that exist.

mod pods;
mod ranges;
mod service_ranges;
mod services;
mod settings;
mod taken;
#[cfg(test)]
mod tests;
mod text;

pub(crate) use pods::{Way, is_stale, kept_blocks, way};
pub(crate) use service_ranges::{refused_probe, single_stack, two_addresses};

use serde::Serialize;

use crate::components::{Effect, PlanField};
use crate::diagnostic::{Component, Stage};
use crate::i18n::{Message, use_exports};
use crate::kubernetes::Version;
use crate::nodeipam::Node;
use crate::radius::BlastRadius;
use crate::request::ClusterPlan;
use crate::running;
use crate::side::Side;

/// The kind of a difference.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "wasm", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase")]
pub enum DifferenceKind {
    /// Only the newer plan has it.
    Added,
    /// Only the older plan has it.
    Removed,
    /// The newer range contains the older one.
    Grown,
    /// The older range contains the newer one.
    Shrunk,
    /// The newer range is another one.
    Moved,
    /// The other family is first.
    Swapped,
    /// The value is another one.
    Changed,
}

impl DifferenceKind {
    /// Returns the name of the kind, as messages choose by it.
    pub const fn as_str(self) -> &'static str {
        match self {
            DifferenceKind::Added => "added",
            DifferenceKind::Removed => "removed",
            DifferenceKind::Grown => "grown",
            DifferenceKind::Shrunk => "shrunk",
            DifferenceKind::Moved => "moved",
            DifferenceKind::Swapped => "swapped",
            DifferenceKind::Changed => "changed",
        }
    }
}

/// What a component prints, or the API server answers, byte for byte.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "wasm", derive(tsify::Tsify))]
pub struct UpstreamText {
    /// Who says it.
    pub component: Component,
    /// The text.
    pub text: String,
}

/// A difference between two plans.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "wasm", derive(tsify::Tsify))]
pub struct Difference {
    /// The field of the plan, or the object beside it: `spec.podCIDRs`, `Service default/web`.
    pub path: String,
    /// Its kind.
    pub kind: DifferenceKind,
    /// The value of the older plan.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "wasm", tsify(optional))]
    pub before: Option<String>,
    /// The value of the newer plan.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "wasm", tsify(optional))]
    pub after: Option<String>,
    /// What has to be touched.
    pub blast: BlastRadius,
    /// The radius in words.
    pub reach: Message,
    /// The reason for the radius.
    pub why: Message,
    /// Where the reason was read: a file or a document of the project that decides.
    pub source: String,
    /// What the component says that decides: the refusal, or the event.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "wasm", tsify(optional))]
    pub upstream: Option<UpstreamText>,
    /// What stays wrong if the change is made in one place and not in the others.
    pub half: Vec<Message>,
}

/// The differences between two plans.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "wasm", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase")]
pub struct Comparison {
    /// The differences, in the order of the fields in a plan; then objects beside it.
    pub differences: Vec<Difference>,
    /// The largest radius among them.
    pub blast: BlastRadius,
    /// All of it in a sentence.
    pub summary: Message,
    /// The older and the newer one as an import has read it: the plan that was compared. Empty for plan files.
    pub imported: Vec<String>,
    /// The exit code of a check: 1 if something has to be made anew or is impossible, otherwise 0.
    pub exit_code: u8,
    /// The comparison as text, in the format that was asked for; absent if none was.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "wasm", tsify(optional))]
    pub text: Option<String>,
}

/// A difference before it is judged, and the judgement.
pub(crate) struct Judged {
    pub(crate) path: String,
    pub(crate) kind: DifferenceKind,
    pub(crate) before: Option<String>,
    pub(crate) after: Option<String>,
    pub(crate) verdict: Verdict,
}

/// How far a difference reaches, and why.
#[derive(Clone)]
pub(crate) struct Verdict {
    pub(crate) blast: BlastRadius,
    pub(crate) why: Message,
    pub(crate) source: String,
    pub(crate) upstream: Option<UpstreamText>,
    pub(crate) half: Vec<Message>,
}

impl Verdict {
    pub(crate) fn new(blast: BlastRadius, why: Message, source: impl Into<String>) -> Verdict {
        Verdict {
            blast,
            why,
            source: source.into(),
            upstream: None,
            half: Vec::new(),
        }
    }

    pub(crate) fn said_by(mut self, component: Component, text: impl Into<String>) -> Verdict {
        self.upstream = Some(UpstreamText {
            component,
            text: text.into(),
        });
        self
    }

    pub(crate) fn half(mut self, message: Message) -> Verdict {
        self.half.push(message);
        self
    }
}

impl From<Judged> for Difference {
    fn from(judged: Judged) -> Difference {
        let Judged {
            path,
            kind,
            before,
            after,
            verdict,
        } = judged;
        Difference {
            path,
            kind,
            before,
            after,
            reach: verdict.blast.message(),
            blast: verdict.blast,
            why: verdict.why,
            source: verdict.source,
            upstream: verdict.upstream,
            half: verdict.half,
        }
    }
}

/// What differences are judged with.
pub(crate) struct Judge<'a> {
    pub(crate) old: &'a Side,
    pub(crate) new: &'a Side,
    /// The nodes of the older plan, with their blocks.
    pub(crate) nodes: Vec<Node>,
}

impl Judge<'_> {
    /// The version that the cluster has when the change is made: the newer plan's.
    pub(crate) fn version(&self) -> Version {
        self.new.plan.spec.kubernetes_version
    }

    /// The older plan at the version of the newer one, with other fields changed too.
    pub(crate) fn older_with(&self, change: impl FnOnce(&mut ClusterPlan)) -> ClusterPlan {
        let mut plan = self.old.plan.clone();
        plan.spec.kubernetes_version = self.version();
        change(&mut plan);
        plan
    }

    /// Says that kubeadm keeps a copy of what was changed, if the plan is kubeadm's.
    pub(crate) fn kubeadm_copy(&self) -> Option<Message> {
        let row = self.new.plan.spec.distribution?.row();
        row.kubeadm.then(|| Message::new("change-half-kubeadm-config"))
    }
}

/// Compares two plans. Both sides are judged at the version of the newer one.
///
/// ```
/// use dualstack_change::{BlastRadius, Side, diff};
/// let plan = |pods: &str| format!(
///     "kind: ClusterPlan\nspec: {{kubernetesVersion: '1.33', podCIDRs: [{pods}], serviceCIDRs: [10.96.0.0/16], nodes: {{count: 3}}}}\n"
/// );
/// let side = |text: &str| Side::read(&[("plan.yaml", text)], 0, "en").unwrap();
/// let found = diff(&side(&plan("10.244.0.0/16")), &side(&plan("10.244.0.0/16, 'fd00:10:244::/56'")));
/// assert_eq!(found.differences[0].blast, BlastRadius::RecreateNodes { count: 3 });
/// ```
pub fn diff(old: &Side, new: &Side) -> Comparison {
    use_exports();
    let imported = [old, new]
        .into_iter()
        .filter(|side| side.imported)
        .map(|side| side.text.clone())
        .collect();
    let (older, newer) = (old.counted_as(new), new.counted_as(old));
    let (old, new) = (older.as_ref().unwrap_or(old), newer.as_ref().unwrap_or(new));
    let judge = Judge {
        old,
        new,
        nodes: running::nodes(old),
    };
    let mut differences: Vec<Difference> = Vec::new();
    differences.extend(settings::version(&judge).map(Difference::from));
    differences.extend(pods::differences(&judge).into_iter().map(Difference::from));
    differences.extend(
        service_ranges::differences(&judge)
            .into_iter()
            .map(Difference::from),
    );
    differences.extend(settings::fields(&judge).into_iter().map(Difference::from));
    differences.extend(services::objects(&judge).into_iter().map(Difference::from));
    differences.extend(services::services(&judge).into_iter().map(Difference::from));
    refused_whole(&judge, &mut differences);
    let blast = differences.iter().fold(BlastRadius::Safe, |so_far, difference| {
        so_far.and(&difference.blast)
    });
    let summary = match differences.len() {
        0 => Message::new("change-summary.none"),
        count => Message::new("change-summary")
            .with("count", count)
            .with("radius", radius_name(&blast)),
    };
    Comparison {
        summary,
        imported,
        exit_code: u8::from(blast.is_more_than_restarts()),
        blast,
        differences,
        text: None,
    }
}

/// The name of a radius, by which messages choose.
const fn radius_name(blast: &BlastRadius) -> &'static str {
    match blast {
        BlastRadius::Safe => "safe",
        BlastRadius::Restart { .. } => "restart",
        BlastRadius::RecreateServices { .. } => "recreateServices",
        BlastRadius::RecreateNodes { .. } => "recreateNodes",
        BlastRadius::Rebuild => "rebuild",
        BlastRadius::Impossible => "impossible",
    }
}

/// Marks the differences as impossible with which a component no longer starts: what the newer plan is refused for, and
/// the older one is not.
fn refused_whole(judge: &Judge<'_>, differences: &mut [Difference]) {
    let known: Vec<&str> = judge
        .old
        .analysis
        .failed_checks()
        .iter()
        .map(|failed| failed.text.as_str())
        .collect();
    let refused = judge.new.analysis.failed_checks().iter().filter(|failed| {
        failed.effect == Effect::Fatal
            && failed.stage <= Stage::ControllerStart
            && !known.contains(&failed.text.as_str())
    });
    for failed in refused {
        let fields: &[&str] = match failed.field {
            PlanField::PodCidrs => &["spec.podCIDRs", "spec.nodes.mask", "spec.featureGates"],
            PlanField::ServiceCidrs => &["spec.serviceCIDRs", "spec.featureGates"],
            PlanField::AdvertiseAddress => &["spec.advertiseAddress", "spec.serviceCIDRs"],
        };
        let gate = differences.iter().position(|found| {
            found.path.starts_with("spec.featureGates.")
                && found
                    .path
                    .split('.')
                    .next_back()
                    .is_some_and(|name| failed.text.contains(name))
        });
        let by_field = || {
            fields
                .iter()
                .find_map(|field| differences.iter().position(|found| found.path.starts_with(field)))
        };
        let version = || {
            differences
                .iter()
                .position(|found| found.path == "spec.kubernetesVersion")
        };
        let Some(found) = gate
            .or_else(by_field)
            .or_else(version)
            .and_then(|index| differences.get_mut(index))
        else {
            continue;
        };
        // What the component itself was asked about that difference is nearer.
        if found.blast == BlastRadius::Impossible {
            continue;
        }
        found.blast = BlastRadius::Impossible;
        found.reach = found.blast.message();
        found.why = Message::new("change-why-refused-start").with("component", failed.component.as_str());
        found.upstream = Some(UpstreamText {
            component: failed.component,
            text: format!("{}{}", failed.prefix, failed.text),
        });
    }
}
