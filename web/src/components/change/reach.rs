//! How far an edit of the plan reaches into a cluster that runs by it.

use dualstack_core::change::{BlastRadius, Side, diff};
use dualstack_core::i18n::Message;

use crate::engine::Analysis;

/// A longer text is compared on the command line: here every key waits for the answer.
pub const LONGEST: usize = 1 << 20;

/// How far an edit reaches.
#[derive(Clone, Debug, PartialEq)]
pub struct Reach {
    /// What has to be touched, as a sentence.
    pub message: Message,
    /// How serious that is, as tags show it.
    pub tone: &'static str,
}

/// How serious it is to touch that much.
pub const fn tone(blast: &BlastRadius) -> &'static str {
    match blast {
        BlastRadius::Safe => "good",
        BlastRadius::Restart { .. } => "info",
        BlastRadius::RecreateServices { .. } | BlastRadius::RecreateNodes { .. } => "warning",
        BlastRadius::Rebuild | BlastRadius::Impossible => "bad",
    }
}

/// Returns how far it reaches if the text of the plan becomes `edited`. `None` where one of both gives no plan, or is longer
/// than what is compared on a page.
pub fn reach(analysis: &Analysis, edited: &str) -> Option<Reach> {
    if edited.len() > LONGEST || analysis.text.len() > LONGEST {
        return None;
    }
    let read = |text: &str| Side::read(&[("", text)], analysis.ula_seed, "en").ok();
    let blast = diff(&read(&analysis.text)?, &read(edited)?).blast;
    Some(Reach {
        message: blast.message(),
        tone: tone(&blast),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::views::planner::EXAMPLE;

    #[test]
    fn other_pod_ranges_are_another_cluster_and_more_nodes_are_not() {
        let analysis = Analysis::of(&EXAMPLE.into());
        let of = |from: &str, to: &str| reach(&analysis, &EXAMPLE.replace(from, to)).map(|reach| reach.tone);
        assert_eq!(of("10.244.0.0/16", "10.100.0.0/16"), Some("bad"));
        assert_eq!(of("172.16.0.0/16", "172.20.0.0/16"), Some("good"));
        assert_eq!(of("zebra", "zebra"), Some("good"));
        assert_eq!(of("ClusterPlan", "Zebra"), None);
    }
}
