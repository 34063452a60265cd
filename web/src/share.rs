//! A plan as a link: `#v1.<base64url(raw deflate(text))>`, and behind it what is shown of it: `&view=nodes&at=10.0.0.0/8`. With
//! `compare=` before it, the plan is put beside the reader's own instead of in its place. Last stands what the plan is compared
//! with and what is ticked off of the way there: `&way=1.<base64url(raw deflate(text))>.<ticks>`; only the part Change reads that.
//! The fragment is never sent to a server, and it is hostile until read: sizes are bounded before and after inflating.

use std::rc::Rc;

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use miniz_oxide::deflate::compress_to_vec;
use miniz_oxide::inflate::decompress_to_vec_with_limit;

use crate::state::Tab;
use dualstack_core::net::Cidr;

/// The format written; every one that was ever written stays readable.
const FORMAT: &str = "v1";
/// The format of what a plan is compared with.
pub const WAY_FORMAT: &str = "1";
/// Stands before it.
const WAY: &str = "way=";
/// Stands before a plan that is compared with the reader's own.
const COMPARE: &str = "compare=";
/// The largest plan of this page, however it comes. A link never held more: the longest fragment, unpacked.
pub const MAX_TEXT_BYTES: usize = MAX_LINK_BYTES * MAX_RATIO;
/// The longest fragment that is put into the address bar; chat programs and proxies cut longer links.
pub const MAX_LINK_BYTES: usize = 8 << 10;
/// No plan repeats itself more than this; deflate could do a thousandfold.
const MAX_RATIO: usize = 256;
/// Short links may repeat themselves more: a page of blanks is not an attack.
const RATIO_FREE_BYTES: usize = 64 << 10;

/// What a fragment says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Link {
    /// No plan in it: empty, or a plain anchor.
    None,
    /// A plan.
    Plan(String),
    /// A plan to compare with.
    Compare(String),
    /// A format of a later version of this program.
    UnknownFormat(String),
    /// It was a plan, but some of it is missing or altered.
    Damaged,
    /// More text than this program reads.
    TooLarge,
}

/// The fragment (without `#`) that holds the text; `None` when it is too long for a link.
pub fn encode(text: &str) -> Option<String> {
    // A text this long cannot fit however well it compresses; do not try on every keystroke.
    if text.len() > MAX_TEXT_BYTES {
        return None;
    }
    let fragment = packed(FORMAT, text);
    (fragment.len() <= MAX_LINK_BYTES).then_some(fragment)
}

fn packed(format: &str, text: &str) -> String {
    let packed = compress_to_vec(text.as_bytes(), 9);
    let mut written = format!("{format}.");
    URL_SAFE_NO_PAD.encode_string(packed, &mut written);
    written
}

/// What a plan is compared with, of which nothing is ticked off. It may be longer than a link: then no link holds it.
pub fn way_from(text: &str) -> String {
    packed(WAY_FORMAT, text)
}

/// What a link shows of its plan.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Position {
    /// The part of the view.
    pub tab: Tab,
    /// What the map is seen from.
    pub at: Option<Cidr>,
    /// What the plan is compared with, and what is ticked off; empty: nothing.
    pub way: Rc<str>,
}

/// Puts a fragment together, without `#`: the plan, if it is said, then the position, as far as it is not where a page
/// opens. What it is compared with belongs to it, and stays out where the link would become too long.
pub fn fragment(plan: Option<String>, position: &Position) -> String {
    let has_way = plan.is_some() && !position.way.is_empty();
    let tab = (position.tab != Tab::default()).then(|| format!("view={}", position.tab.slug()));
    let at = position.at.map(|at| format!("at={at}"));
    let parts = plan.into_iter().chain(tab).chain(at);
    let mut whole = parts.collect::<Vec<_>>().join("&");
    if has_way && whole.len() + position.way.len() < MAX_LINK_BYTES - WAY.len() {
        whole = [&whole, "&", WAY, &position.way].concat();
    }
    whole
}

/// Puts a fragment together that brings a plan to compare with, without `#`. `None` when it is too long for a link.
pub fn comparing(text: &str) -> Option<String> {
    Some(format!("{COMPARE}{}", encode(text)?))
}

/// Reads the position of a fragment. `None` if it says none.
pub fn position(fragment: &str) -> Option<Position> {
    let fragment = fragment.strip_prefix('#').unwrap_or(fragment);
    let of = |name: &str| {
        let mut parts = fragment.split('&');
        parts.find_map(|part| part.strip_prefix(name)?.strip_prefix('='))
    };
    let tab = of("view").and_then(Tab::parse);
    let at = of("at").and_then(|at| at.parse().ok());
    let way = of("way").unwrap_or_default();
    (tab.is_some() || at.is_some() || !way.is_empty()).then(|| Position {
        tab: tab.unwrap_or_default(),
        at,
        way: way.into(),
    })
}

/// Reads the plan of a fragment, with or without its `#`.
pub fn decode(fragment: &str) -> Link {
    let fragment = fragment.strip_prefix('#').unwrap_or(fragment);
    let first = fragment.split('&').next().unwrap_or_default();
    let Some(other) = first.strip_prefix(COMPARE) else {
        return plan_of(first);
    };
    match plan_of(other) {
        Link::Plan(text) => Link::Compare(text),
        // Nothing was there to compare with.
        Link::None => Link::Damaged,
        refused => refused,
    }
}

fn plan_of(part: &str) -> Link {
    let Some((format, payload)) = part.split_once('.') else {
        return Link::None;
    };
    let is_format = format
        .strip_prefix('v')
        .is_some_and(|n| !n.is_empty() && n.len() <= 6 && n.bytes().all(|b| b.is_ascii_digit()));
    if !is_format {
        return Link::None;
    }
    if format != FORMAT {
        return Link::UnknownFormat(format.to_owned());
    }
    if payload.len() > MAX_TEXT_BYTES {
        return Link::TooLarge;
    }
    // Mail programs add padding or a full stop; neither is part of the alphabet.
    unpacked(
        payload.trim_end_matches(['=', '.', ' ', '\n', '\r']),
        MAX_TEXT_BYTES,
    )
}

/// Reads a text from its base64url. More than `most` bytes are too large.
pub fn unpacked(payload: &str, most: usize) -> Link {
    let Ok(packed) = URL_SAFE_NO_PAD.decode(payload) else {
        return Link::Damaged;
    };
    let limit = packed
        .len()
        .saturating_mul(MAX_RATIO)
        .clamp(RATIO_FREE_BYTES, most);
    match decompress_to_vec_with_limit(&packed, limit) {
        Ok(bytes) => String::from_utf8(bytes).map_or(Link::Damaged, Link::Plan),
        Err(error) if error.status == miniz_oxide::inflate::TINFLStatus::HasMoreOutput => Link::TooLarge,
        Err(_) => Link::Damaged,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Links that were handed out: they open for ever.
    const FIXTURES: &[(&str, &str)] = &[
        ("v1.AwA", ""),
        (
            "#v1.y87MS7FScM4pLS5JLQrISczjKi5ITbbiUlAoyE9x9nQJKrZSiDY00DMyMdEz0DPQNzTTUVBKSzEwsDI0sAIKWlnpm5opxSooKCs8m7702Zw1XAA",
            "kind: ClusterPlan
spec:
  podCIDRs: [10.244.0.0/16, \"fd00:10:244::/56\"]  # 日本
",
        ),
    ];

    #[test]
    fn a_text_comes_back_from_its_link() {
        for text in [
            "",
            "a",
            "podCIDRs: [10.244.0.0/16, \"fd00::/56\"]\n",
            "日本語 \u{1F600}\r\n\t",
        ] {
            let fragment = encode(text).unwrap();
            assert!(
                fragment
                    .bytes()
                    .all(|b| b.is_ascii_alphanumeric() || b"-_.".contains(&b))
            );
            assert_eq!(decode(&fragment), Link::Plan(text.to_owned()));
            assert_eq!(decode(&format!("#{fragment}=")), Link::Plan(text.to_owned()));
        }
    }

    #[test]
    fn a_position_stands_behind_the_plan() {
        let there = Position {
            tab: Tab::Exports,
            at: Some("fd00::/48".parse().unwrap()),
            way: way_from("old").into(),
        };
        let plan = encode("spec: {}\n");
        let whole = fragment(plan, &there);
        assert!(
            whole.ends_with("&view=exports&at=fd00::/48&way=1.y89JAQA"),
            "{whole}"
        );
        assert_eq!(decode(&whole), Link::Plan("spec: {}\n".to_owned()));
        assert_eq!(position(&whole), Some(there));
        assert_eq!(fragment(None, &Position::default()), "");
        assert_eq!(position("#v1.AwA"), None);
        assert_eq!(position("#view=zebra&at=10.0.0.0/99&way="), None);
    }

    #[test]
    fn what_makes_a_link_too_long_stays_out_of_it() {
        let with = |length: usize| Position {
            way: "a".repeat(length).into(),
            ..Position::default()
        };
        let plan = || Some("v1.AwA".to_owned());
        let longest = MAX_LINK_BYTES - "v1.AwA&way=".len();
        assert_eq!(fragment(plan(), &with(longest)).len(), MAX_LINK_BYTES);
        assert_eq!(fragment(plan(), &with(longest + 1)), "v1.AwA");
        // It is of a plan: beside another one it would say something else.
        assert_eq!(fragment(None, &with(5)), "");
    }

    #[test]
    fn a_plan_to_compare_with_is_no_plan_to_open() {
        let fragment = comparing("spec: {}\n").unwrap();
        assert!(fragment.starts_with("compare=v1."), "{fragment}");
        assert_eq!(
            decode(&format!("#{fragment}")),
            Link::Compare("spec: {}\n".to_owned())
        );
        assert_eq!(decode("#compare=v2.abc"), Link::UnknownFormat("v2".into()));
        for bad in ["#compare=", "#compare=demo", "#compare=v1.AAAA"] {
            assert_eq!(decode(bad), Link::Damaged, "{bad}");
        }
        assert_eq!(position(&fragment), None);
    }

    #[test]
    fn old_links_open() {
        for (link, text) in FIXTURES {
            assert_eq!(decode(link), Link::Plan((*text).to_owned()), "{link}");
        }
    }

    #[test]
    fn anchors_are_no_plans() {
        for fragment in [
            "",
            "#",
            "#main",
            "#very.long",
            "#v.x",
            "#v1",
            "#vx.y",
            "#v9999999.x",
        ] {
            assert_eq!(decode(fragment), Link::None, "{fragment}");
        }
    }

    #[test]
    fn a_later_format_is_told_by_name() {
        assert_eq!(decode("#v2.abc"), Link::UnknownFormat("v2".into()));
    }

    #[test]
    fn damaged_links_are_refused() {
        let good = encode("kind: ClusterPlan\nspec: {}\n").unwrap();
        assert_eq!(decode(&good[..good.len() - 6]), Link::Damaged);
        for bad in ["#v1.!!!!", "#v1.%41", "#v1.", "#v1.\u{65E5}", "#v1.____"] {
            assert_eq!(decode(bad), Link::Damaged, "{bad}");
        }
        let not_text = format!(
            "v1.{}",
            URL_SAFE_NO_PAD.encode(compress_to_vec(&[0xFF, 0xFE, 0x80], 9))
        );
        assert_eq!(decode(&not_text), Link::Damaged);
    }

    #[test]
    fn bombs_are_refused_before_they_fill_memory() {
        let bomb = URL_SAFE_NO_PAD.encode(compress_to_vec(&vec![b' '; 32 << 20], 9));
        assert!(bomb.len() < 64 << 10);
        assert_eq!(decode(&format!("v1.{bomb}")), Link::TooLarge);
        assert_eq!(
            decode(&format!("v1.{}", "A".repeat(MAX_TEXT_BYTES + 1))),
            Link::TooLarge
        );
    }

    #[test]
    fn a_long_plan_is_no_link() {
        let mut seed = 1u64;
        let noise: String = (0..40_000)
            .map(|_| {
                seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
                char::from(b'!' + u8::try_from(seed >> 58).unwrap())
            })
            .collect();
        assert_eq!(encode(&noise), None);
        assert_eq!(encode(&"a".repeat(MAX_LINK_BYTES * MAX_RATIO + 1)), None);
    }
}
