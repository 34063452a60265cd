//! A sentence of sizes as people write it, `300 nodes x 110 pods from 10.0.0.0/8`, in English and Japanese, as the
//! request that a plan is made from. What is not understood completely is no such sentence: nothing is guessed.

use super::suggest::SuggestRequest;
use crate::document::normalise::normalise;
use crate::kubernetes::Version;
use crate::net::{Cidr, IpFamily};

/// The longest sentence, in bytes.
const LONGEST: usize = 400;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Unit {
    Nodes,
    Pods,
    Services,
}

#[derive(Clone, Copy, Debug, PartialEq)]
enum Token {
    Number(u32),
    Version(Version),
    Block(Cidr),
    Unit(Unit),
    Family(IpFamily),
    /// Of each node.
    Each,
    /// The number of nodes to leave room for.
    AtMost,
    /// The family beside it and no other.
    Only,
    /// The family beside it is the primary one.
    First,
    /// A word that says nothing by itself.
    Filler,
}

/// Words of ASCII letters. A word that is here without its own meaning joins the others.
const WORDS: &[(&[&str], Token)] = &[
    (&["node", "nodes"], Token::Unit(Unit::Nodes)),
    (&["pod", "pods"], Token::Unit(Unit::Pods)),
    (&["service", "services", "svc"], Token::Unit(Unit::Services)),
    (&["ipv4", "v4"], Token::Family(IpFamily::IPv4)),
    (&["ipv6", "v6"], Token::Family(IpFamily::IPv6)),
    (&["per", "each", "a", "every"], Token::Each),
    (&["most", "up", "max", "maximum"], Token::AtMost),
    (&["only"], Token::Only),
    (&["first", "primary"], Token::First),
    (
        &[
            "x",
            "by",
            "times",
            "with",
            "and",
            "from",
            "in",
            "of",
            "on",
            "out",
            "to",
            "at",
            "for",
            "use",
            "the",
            "kubernetes",
            "k8s",
            "dual",
            "stack",
            "cluster",
            "v",
        ],
        Token::Filler,
    ),
];

/// Words of Japanese, of which none is the beginning of one behind it.
const PHRASES: &[(&str, Token)] = &[
    ("ノード", Token::Unit(Unit::Nodes)),
    ("ポッド", Token::Unit(Unit::Pods)),
    ("サービス", Token::Unit(Unit::Services)),
    ("あたり", Token::Each),
    ("当たり", Token::Each),
    ("ごと", Token::Each),
    ("各", Token::Each),
    ("最大", Token::AtMost),
    ("のみ", Token::Only),
    ("だけ", Token::Only),
    ("優先", Token::First),
    ("クラスター", Token::Filler),
    ("デュアルスタック", Token::Filler),
    ("から", Token::Filler),
    ("ずつ", Token::Filler),
    ("につき", Token::Filler),
    ("台", Token::Filler),
    ("個", Token::Filler),
    ("件", Token::Filler),
    ("の", Token::Filler),
    ("に", Token::Filler),
    ("で", Token::Filler),
    ("を", Token::Filler),
    ("と", Token::Filler),
    ("が", Token::Filler),
    ("は", Token::Filler),
    ("、", Token::Filler),
    ("×", Token::Filler),
    ("*", Token::Filler),
    (",", Token::Filler),
    ("-", Token::Filler),
    (".", Token::Filler),
    (";", Token::Filler),
];

/// Reads a sentence of sizes. `seed` is that of the request. `None` for any other text, and for one that names no number of
/// nodes.
///
/// ```
/// use dualstack_plan::plan::sizes::read_sizes;
/// let request = read_sizes("300 nodes x 110 pods from 10.0.0.0/8", 7).unwrap();
/// assert_eq!((request.nodes, request.pods_per_node), (300, Some(110)));
/// assert_eq!(request.blocks[0].to_string(), "10.0.0.0/8");
/// assert_eq!(read_sizes("１０．０．０．０／８ から 300ノード × 110 Pod", 7), Some(request));
/// ```
pub fn read_sizes(text: &str, seed: u64) -> Option<SuggestRequest> {
    if text.len() > LONGEST {
        return None;
    }
    let text = normalise(text).to_ascii_lowercase();
    let tokens = tokens(&text)?;
    let mut sizes = Sizes::default();
    let first = tokens
        .iter()
        .find(|token| matches!(token, Token::Number(_) | Token::Unit(_)));
    sizes.unit_first = matches!(first, Some(Token::Unit(_)));
    for token in tokens {
        sizes.take(token)?;
    }
    if sizes.number.is_some() {
        return None;
    }
    let nodes = sizes.nodes.or(sizes.max_nodes)?;
    let families = sizes.families()?;
    Some(SuggestRequest {
        nodes,
        max_nodes: sizes.max_nodes,
        pods_per_node: sizes.pods,
        services: sizes.services,
        families,
        blocks: sizes.blocks,
        reserved: Vec::new(),
        node_cidrs: Vec::new(),
        kubernetes_version: sizes.version,
        seed,
    })
}

fn tokens(text: &str) -> Option<Vec<Token>> {
    let mut tokens = Vec::new();
    let mut rest = text.trim();
    while !rest.is_empty() {
        let (token, length) = token(rest)?;
        tokens.push(token);
        rest = rest.get(length..)?.trim_start();
    }
    Some(tokens)
}

/// Returns the token at the start of a text, and its length in bytes.
fn token(text: &str) -> Option<(Token, usize)> {
    let run = |is: fn(char) -> bool| text.find(|c: char| !is(c)).unwrap_or(text.len());
    let address = run(|c| c.is_ascii_hexdigit() || matches!(c, ':' | '.' | '/'));
    if let Some(block) = text.get(..address).and_then(|text| text.parse().ok()) {
        return Some((Token::Block(block), address));
    }
    let number = run(|c| c.is_ascii_digit() || matches!(c, '.' | ','));
    if text.starts_with(|c: char| c.is_ascii_digit()) {
        // A full stop or comma behind a number belongs to the sentence.
        let written = text.get(..number)?.trim_end_matches(['.', ',']);
        return Some((number_of(written)?, written.len()));
    }
    // `ipv6` is a word with its digit, `pod110` one with a number behind it.
    let letters = [
        run(|c| c.is_ascii_alphanumeric()),
        run(|c| c.is_ascii_alphabetic()),
    ];
    for length in letters {
        let word = text.get(..length)?;
        if let Some((_, token)) = WORDS.iter().find(|(words, _)| words.contains(&word)) {
            return Some((*token, length));
        }
    }
    let phrase = PHRASES.iter().find(|(phrase, _)| text.starts_with(phrase));
    phrase.map(|(phrase, token)| (*token, phrase.len()))
}

fn number_of(text: &str) -> Option<Token> {
    if text.contains('.') {
        return text.parse().ok().map(Token::Version);
    }
    let mut groups = text.split(',');
    let is_grouped = groups.next().is_some_and(|first| first.len() <= 3)
        && text.contains(',')
        && groups.all(|group| group.len() == 3);
    if text.contains(',') && !is_grouped {
        return None;
    }
    text.replace(',', "").parse().ok().map(Token::Number)
}

/// What was read so far.
#[derive(Debug, Default)]
struct Sizes {
    nodes: Option<u32>,
    max_nodes: Option<u32>,
    pods: Option<u32>,
    services: Option<u32>,
    version: Option<Version>,
    blocks: Vec<Cidr>,
    mentioned: Vec<IpFamily>,
    only: bool,
    first: bool,
    /// The units come before their numbers: `ノード 300 台`.
    unit_first: bool,
    /// A number without its unit.
    number: Option<u32>,
    /// A unit without its number.
    unit: Option<Unit>,
    /// The number before this was said to be the most.
    at_most: bool,
    after_each: bool,
}

impl Sizes {
    fn take(&mut self, token: Token) -> Option<()> {
        let after_each = std::mem::replace(&mut self.after_each, token == Token::Each);
        match token {
            Token::Number(number) if self.unit_first => {
                let unit = self.unit.take()?;
                self.assign(unit, number)?;
            }
            Token::Number(_) if self.number.is_some() => return None,
            Token::Number(number) => self.number = Some(number),
            Token::Unit(unit) => match self.number.take() {
                Some(number) => self.assign(unit, number)?,
                // `pods per node`
                None if unit == Unit::Nodes && after_each => {}
                None if self.unit_first && self.unit.is_none() => self.unit = Some(unit),
                None => return None,
            },
            // `1 ノードあたり`, `ノードあたり`
            Token::Each => {
                if self.nodes == Some(1) {
                    self.nodes = None;
                }
                self.unit = None;
            }
            Token::AtMost => self.at_most = true,
            Token::Version(version) => replace(&mut self.version, version)?,
            Token::Block(block) => self.blocks.push(block),
            Token::Family(family) => self.mentioned.push(family),
            Token::Only => self.only = true,
            Token::First => self.first = true,
            Token::Filler => {}
        }
        Some(())
    }

    fn assign(&mut self, unit: Unit, number: u32) -> Option<()> {
        let at_most = std::mem::take(&mut self.at_most);
        let place = match unit {
            Unit::Nodes if at_most => &mut self.max_nodes,
            Unit::Nodes => &mut self.nodes,
            Unit::Pods => &mut self.pods,
            Unit::Services => &mut self.services,
        };
        replace(place, number)
    }

    /// The families, the primary one first; the outer `None` if the sentence contradicts itself.
    fn families(&self) -> Option<Option<Vec<IpFamily>>> {
        match (self.mentioned.as_slice(), self.only, self.first) {
            ([], false, false) => Some(None),
            ([family], _, false) => Some(Some(vec![*family])),
            ([family], false, true) => Some(Some(vec![*family, family.other()])),
            ([one, two], false, _) if one != two => Some(Some(vec![*one, *two])),
            _ => None,
        }
    }
}

/// Fills a place; `None` if something else is there.
fn replace<T: PartialEq>(place: &mut Option<T>, value: T) -> Option<()> {
    match place {
        Some(there) if *there != value => None,
        _ => {
            *place = Some(value);
            Some(())
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Nodes, nodes at most, pods per node, Services.
    type Read = (u32, Option<u32>, Option<u32>, Option<u32>);

    fn read(text: &str) -> Option<Read> {
        let request = read_sizes(text, 0)?;
        Some((
            request.nodes,
            request.max_nodes,
            request.pods_per_node,
            request.services,
        ))
    }

    #[test]
    fn sentences_in_both_languages_are_read() {
        for text in [
            "300 nodes x 110 pods from 10.0.0.0/8",
            "300 nodes × 110 pods from 10.0.0.0/8",
            "300nodes x110pods from 10.0.0.0/8",
            "From 10.0.0.0/8: 300 nodes with 110 pods each"
                .replace(':', ",")
                .as_str(),
            "300 Nodes, 110 pods per node.",
            "110 pods a node on 300 nodes",
            "10.0.0.0/8 から 300 ノード × 110 Pod",
            "３００ノード×１１０ポッド",
            "ノード300台、Pod 110個",
            "ノード300台×Pod110個",
            "1ノードあたり110Pod、300ノード",
            "300台のノードに110個のPod",
        ] {
            assert_eq!(read(text), Some((300, None, Some(110), None)), "{text}");
        }
        assert_eq!(
            read("40 nodes, up to 250 nodes, 1,000 services"),
            Some((40, Some(250), None, Some(1000)))
        );
        assert_eq!(read("最大500ノード"), Some((500, Some(500), None, None)));
    }

    #[test]
    fn blocks_families_and_versions_are_read() {
        let request = read_sizes(
            "20 nodes from 10.0.0.0/8 and fd12:3456:789a::/48, IPv6 first, v1.33",
            5,
        )
        .unwrap();
        let blocks: Vec<String> = request.blocks.iter().map(Cidr::to_string).collect();
        assert_eq!(blocks, ["10.0.0.0/8", "fd12:3456:789a::/48"]);
        assert_eq!(request.families, Some(vec![IpFamily::IPv6, IpFamily::IPv4]));
        assert_eq!(request.kubernetes_version.unwrap().to_string(), "1.33");
        assert_eq!(request.seed, 5);
        let only = read_sizes("20 ノード IPv6 のみ", 0).unwrap();
        assert_eq!(only.families, Some(vec![IpFamily::IPv6]));
    }

    #[test]
    fn other_texts_are_no_sentences_of_sizes() {
        for text in [
            "",
            "300",
            "nodes",
            "110 pods",
            "10.0.0.0/8",
            "10.244.200.7",
            "ADDR001",
            "300 nodes 200 nodes",
            "300 400 nodes",
            "300 nodes and some cats",
            "300 nodes 5",
            "1,00 nodes",
            "99999999999 nodes",
            "kubelet --max-pods=110",
            "0/3 nodes are available: 3 node(s) had taints",
            "ノード",
            "300 nodes IPv4 only IPv6 only",
        ] {
            assert_eq!(read(text), None, "{text}");
        }
        assert_eq!(read(&"300 nodes ".repeat(100)), None);
    }
}
