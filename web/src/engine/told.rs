//! Which sentence of the summary tells what a field does, and which of its words the field decides.

use dualstack_core::i18n::Message;
use dualstack_core::net::Cidr;

use super::Analysis;

/// Fields, by the beginnings of their pointers; the sentence, by the beginning of its message; and its parameters that change
/// with the fields.
type Row = (&'static [&'static str], &'static str, &'static [&'static str]);

const ROWS: &[Row] = &[
    (
        &["/spec/podCIDRs", "/spec/nodes/maskSize"],
        "plan-capacity",
        &["nodes", "node", "family"],
    ),
    (&["/spec/nodes/maxPods"], "plan-capacity", &["pods"]),
    (
        &["/spec/nodes/count", "/spec/nodes/max"],
        "plan-capacity",
        &["planned"],
    ),
    (&["/spec/cni", "/spec/distribution"], "plan-capacity", &[]),
    (
        &["/spec/podCIDRs", "/spec/nodes/maskSize"],
        "summary-node-use",
        &["left", "next"],
    ),
    (
        &["/spec/serviceCIDRs"],
        "summary-service",
        &["addresses", "family", "api", "dns", "ranges", "free"],
    ),
];

/// Returns the parameters of a sentence that a field decides. `None` if the sentence does not tell of the field.
pub fn told(pointer: &str, sentence: &Message) -> Option<&'static [&'static str]> {
    let fits = |(fields, message, _): &&Row| {
        sentence.id.starts_with(message) && fields.iter().any(|field| pointer.starts_with(field))
    };
    ROWS.iter().find(fits).map(|(_, _, params)| *params)
}

/// Returns the pointer of the narrowest declared range around a network: what is looked at on the map is told of as its field is.
pub fn field_around(analysis: &Analysis, network: &Cidr) -> Option<String> {
    let around = analysis.addresses()?.every_range();
    let around = around.filter(|range| range.cidr.contains(network));
    let narrowest = around.max_by_key(|range| range.cidr.prefix_len())?;
    Some(narrowest.pointer.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::views::planner::EXAMPLE;

    fn of(pointer: &str) -> Vec<Option<&'static [&'static str]>> {
        let analysis = Analysis::of(&EXAMPLE.into());
        analysis
            .summary()
            .iter()
            .map(|sentence| told(pointer, sentence))
            .collect()
    }

    #[test]
    fn a_field_is_told_of_in_its_own_sentence() {
        let services: &[&str] = &["addresses", "family", "api", "dns", "ranges", "free"];
        assert_eq!(of("/spec/nodes/maxPods"), [Some(["pods"].as_slice()), None]);
        assert_eq!(of("/spec/nodes/max"), [Some(["planned"].as_slice()), None]);
        assert_eq!(
            of("/spec/podCIDRs/1"),
            [Some(["nodes", "node", "family"].as_slice()), None]
        );
        assert_eq!(of("/spec/serviceCIDRs/0"), [None, Some(services)]);
        assert_eq!(of("/metadata/name"), [None, None]);
    }

    #[test]
    fn what_is_looked_at_on_the_map_has_the_field_of_its_range() {
        let analysis = Analysis::of(&EXAMPLE.into());
        let field = |network: &str| field_around(&analysis, &network.parse().unwrap());
        assert_eq!(field("10.244.200.0/24").as_deref(), Some("/spec/podCIDRs/0"));
        assert_eq!(field("fd00:10:96::/120").as_deref(), Some("/spec/serviceCIDRs/1"));
        assert_eq!(field("10.0.0.0/24"), None);
    }
}
