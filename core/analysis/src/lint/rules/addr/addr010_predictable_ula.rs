use super::allocated_ranges;
use crate::diagnostic::PatchOperation;
use crate::lint::meta::WARNING;
use crate::lint::rule::declare_rule;
use crate::lint::{LintContext, Reporter};
use crate::net::range_set::RangeSet;
use crate::net::special::{self, Purpose};
use crate::net::{Cidr, IpFamily};
use crate::plan::declared::DeclaredRange;
use crate::plan::suggest::ula_site;

declare_rule! {
    /// ## What it checks
    /// A pod or Service range is a unique local one whose 40-bit global ID was clearly not drawn at random: zeros,
    /// words, counting up, one digit over and over. All such ranges of a plan are one finding.
    /// ## Why
    /// Unique local ranges keep apart only because everybody draws the global ID. With `fd00:…` the first merger, VPN
    /// or peering meets another cluster with the same addresses.
    /// ## Example
    /// ```yaml
    /// podCIDRs: ["fd00:10:244::/56"]
    /// serviceCIDRs: ["fd00:10:96::/112"]
    /// ```
    rule PredictableUla {
        code: "ADDR010",
        severity: WARNING,
        needs: Plan,
        component: Planner,
        stage: Run,
        since: "0.1.0",
        sources: ["kubernetes/website#16466", "RFC 4193 section 3.2"],
        fixes: ["random"],
        check: check,
    }
}

/// Returns the 40 bits behind `fd`, as ten digits of four bits.
fn digits(range: &Cidr) -> [u8; 10] {
    std::array::from_fn(|i| (range.first_bits() >> (116 - 4 * i) & 0xf) as u8)
}

/// Returns whether the ID looks chosen by hand. Each test holds for at most about one random ID in a thousand.
fn looks_chosen(range: &Cidr) -> bool {
    let digits = digits(range);
    let zero_bytes = digits
        .chunks(2)
        .filter(|byte| byte.iter().all(|digit| *digit == 0))
        .count();
    let kinds = digits.iter().fold(0_u16, |seen, digit| seen | 1 << digit);
    let distinct = kinds.count_ones();
    let run = digits.windows(6).any(|six| {
        six.windows(2)
            .all(|pair| matches!(pair, [a, b] if a.wrapping_add(1) == *b))
    });
    let text: String = digits
        .iter()
        .filter_map(|digit| char::from_digit((*digit).into(), 16))
        .collect();
    let word = ["dead", "beef", "cafe", "babe", "f00d", "c0de", "face"]
        .iter()
        .any(|word| text.contains(word));
    zero_bytes >= 2 || distinct <= 3 || run || word
}

/// Returns a site (a /48) that overlaps nothing in the plan.
fn random_site(cx: &LintContext<'_>) -> Option<Cidr> {
    (0..16)
        .map(|turn| ula_site(cx.ula_seed.wrapping_add(turn)))
        .find(|site| {
            !looks_chosen(site)
                && cx
                    .addresses
                    .declared
                    .iter()
                    .all(|other| !site.overlaps(&other.cidr))
        })
}

/// Moves every such range to its place in one new site. `None` if one of them is larger than a site.
fn into_one_site(cx: &LintContext<'_>, chosen: &[&DeclaredRange]) -> Option<(Cidr, Vec<PatchOperation>)> {
    let site = random_site(cx)?;
    let mut room = RangeSet::from_cidrs(IpFamily::IPv6, [site]);
    let mut patch = Vec::new();
    for range in chosen {
        let network = room.first_block(range.cidr.prefix_len(), 0)?;
        room.remove(network.into());
        patch.push(PatchOperation::Replace {
            path: range.pointer.clone(),
            value: network.to_string().into(),
        });
    }
    Some((site, patch))
}

fn check(cx: &LintContext<'_>, out: &mut Reporter<'_>) {
    let chosen: Vec<&DeclaredRange> = allocated_ranges(cx)
        .filter(|range| {
            special::containing(&range.cidr).is_some_and(|block| block.purpose == Purpose::UniqueLocal)
                && looks_chosen(&range.cidr)
        })
        .collect();
    let Some(first) = chosen.first() else { return };
    let report = out
        .at(&first.pointer)
        .param("range", first.cidr)
        .param("count", chosen.len());
    if let Some((site, patch)) = into_one_site(cx, &chosen) {
        report.fix("random", [("to", site.into())], false, patch).file();
    }
}
