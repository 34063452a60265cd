//! Any log line is explained, or told what it is near to.

use dualstack_core::explain::{explain_in, nothing_known, unmatched};
use dualstack_core::{Analysis, AnalyzeOptions};

use crate::input::text_and_choices;

const PLAN: &str = "\
apiVersion: dualstack-planner/v1
kind: ClusterPlan
metadata: {name: demo}
spec:
  kubernetesVersion: \"1.36\"
  podCIDRs: [10.244.0.0/16, \"fd00:10:244::/56\"]
  serviceCIDRs: [10.96.0.0/16, \"fd00:10:96::/112\"]
  nodes: {count: 300}
";

pub(crate) fn check(bytes: &[u8]) {
    let (text, mut choices) = text_and_choices(bytes);
    let analysis = (choices.below(2) == 1).then(|| Analysis::of(PLAN, &AnalyzeOptions::default()));
    let explanations = explain_in(&text, analysis.as_ref());
    let lines = text.lines().count();
    for explanation in &explanations {
        let Some(matched) = &explanation.matched else {
            continue;
        };
        assert!(
            matched.line >= 1 && matched.line <= lines.max(1),
            "{matched:?} of {text:?}"
        );
        for captured in &matched.captured {
            assert!(!captured.name.is_empty(), "{matched:?} of {text:?}");
        }
    }
    if explanations.is_empty() {
        for near in unmatched(&text).nearest {
            assert!(
                near.percent <= 100 && !near.codes.is_empty(),
                "{near:?} of {text:?}"
            );
        }
        let _ = nothing_known(&text);
    }
}
