//! The address of a node's block, digit by digit: what comes from the range, what is the node's number, what is left for
//! pods.

use dualstack_core::i18n::Message;
use dualstack_core::net::{Cidr, IpFamily};
use yew::prelude::*;

use crate::i18n::I18n;

/// Where upstream computes it.
const SOURCE: &str = "pkg/controller/nodeipam/ipam/cidrset/cidr_set.go";

/// What a digit belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// The range of the cluster.
    Range,
    /// The number of the node.
    Node,
    /// The addresses in the block.
    Host,
}

impl Part {
    const fn class(self) -> &'static str {
        match self {
            Part::Range => "of-range",
            Part::Node => "of-node",
            Part::Host => "of-host",
        }
    }
}

/// Returns the digits of a block, binary for IPv4 and hexadecimal for IPv6, in groups of one part. A hexadecimal digit
/// that the range and the number share is the number's.
pub fn digits(block: &Cidr, range_prefix: u8) -> Vec<(Part, String)> {
    let (bits_a_digit, digits_a_group, separator) = match block.family() {
        IpFamily::IPv4 => (1, 8, ' '),
        IpFamily::IPv6 => (4, 4, ':'),
    };
    let width = block.family().width();
    let bits = block.first_bits();
    // What is behind the block by more than a group says nothing.
    let shown = block.prefix_len().div_ceil(16) * 16;
    let last = if block.family() == IpFamily::IPv4 {
        width
    } else {
        shown.min(width)
    };
    let mut found: Vec<(Part, String)> = Vec::new();
    for digit in 0..last / bits_a_digit {
        let end = (digit + 1) * bits_a_digit;
        let part = match end {
            end if end <= range_prefix => Part::Range,
            _ if digit * bits_a_digit < block.prefix_len() => Part::Node,
            _ => Part::Host,
        };
        let value = (bits >> (width - end)) & ((1 << bits_a_digit) - 1);
        let mut text = match part {
            Part::Host if block.family() == IpFamily::IPv4 => "·".to_owned(),
            _ => format!("{value:x}"),
        };
        if digit > 0 && digit % digits_a_group == 0 {
            text.insert(0, separator);
        }
        match found.last_mut() {
            Some((before, digits)) if *before == part => digits.push_str(&text),
            _ => found.push((part, text)),
        }
    }
    found
}

/// Shows why a node has its block.
pub fn proof(i18n: I18n, blocks: &[(Cidr, Cidr)]) -> Html {
    html! {
        <section class="proof" aria-label={i18n.text("proof-title")}>
            <h4>{ i18n.text("proof-title") }</h4>
            { for blocks.iter().map(|(block, range)| {
                let formula = Message::new("proof-formula")
                    .with("mask", block.prefix_len())
                    .with("prefix", range.prefix_len())
                    .with("count", dualstack_core::net::AddressCount::power_of_two(block.prefix_len() - range.prefix_len()));
                html! {
                    <div key={block.to_string()} class="proof-line">
                        <bdi dir="ltr" class="digits" aria-hidden="true"><code>
                            { for digits(block, range.prefix_len()).into_iter().map(|(part, text)| html! {
                                <span class={part.class()}>{ text }</span>
                            }) }
                            if block.family() == IpFamily::IPv6 { <span class="of-host">{ "::" }</span> }
                        </code></bdi>
                        <span class="muted">{ i18n.html(&formula) }</span>
                    </div>
                }
            }) }
            <p class="field-hint proof-key">
                <span class="of-range">{ i18n.text("proof-range") }</span>{ " " }
                <span class="of-node">{ i18n.text("proof-node") }</span>{ " " }
                <span class="of-host">{ i18n.text("proof-host") }</span>
                { " · " }<bdi dir="ltr"><code>{ SOURCE }</code></bdi>
            </p>
        </section>
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(block: &str, prefix: u8) -> Vec<(Part, String)> {
        digits(&block.parse().unwrap(), prefix)
    }

    #[test]
    fn ipv4_is_binary() {
        assert_eq!(
            shown("10.244.200.0/24", 16),
            [
                (Part::Range, "00001010 11110100".to_owned()),
                (Part::Node, " 11001000".to_owned()),
                (Part::Host, " ········".to_owned()),
            ]
        );
    }

    #[test]
    fn ipv6_is_hexadecimal_up_to_the_end_of_the_block() {
        assert_eq!(
            shown("fd00:10:244:c8::/64", 56),
            [
                (Part::Range, "fd00:0010:0244:00".to_owned()),
                (Part::Node, "c8".to_owned()),
            ]
        );
        // The range ends inside a digit.
        assert_eq!(
            shown("fd00:10:244:c8::/64", 58),
            [
                (Part::Range, "fd00:0010:0244:00".to_owned()),
                (Part::Node, "c8".to_owned()),
            ]
        );
    }
}
