//! Messages as the content of a line.

use super::tree::{Node, element};
use crate::i18n::{Catalogue, Message};

/// Returns a message. Values, which are addresses, flags and numbers, keep their direction; what stands between backticks
/// is code.
pub(super) fn said(message: &Message, catalogue: &Catalogue) -> Vec<Node> {
    let parts = catalogue.parts(message);
    let ticks: usize = parts.iter().map(|part| part.text.matches('`').count()).sum();
    let marks_code = ticks.is_multiple_of(2);
    let mut nodes = Vec::new();
    let mut in_code = false;
    for part in parts {
        let pieces: Vec<&str> = if marks_code {
            part.text.split('`').collect()
        } else {
            vec![&part.text]
        };
        for (index, piece) in pieces.into_iter().enumerate() {
            in_code ^= index > 0;
            if piece.is_empty() {
                continue;
            }
            nodes.push(match (in_code, part.param) {
                (true, _) => element("code").with("dir", "ltr").and(piece).into(),
                (false, true) => address(piece).into(),
                (false, false) => Node::from(piece),
            });
        }
    }
    nodes
}

/// Returns a message as a sentence of its own, with a full stop.
pub(super) fn sentence(message: &Message, catalogue: &Catalogue) -> Vec<Node> {
    let text = catalogue.text(message);
    if text.ends_with(['.', '。', ':', '：']) {
        return said(message, catalogue);
    }
    let mut nodes = said(message, catalogue);
    let ended = catalogue.text(&Message::new("draw-sentence").with("text", ""));
    nodes.push(Node::from(ended));
    nodes
}

/// Returns an address, a network or a name, whose direction is that of addresses.
pub(super) fn address(text: &str) -> super::tree::Element {
    element("bdi").with("dir", "ltr").and(text)
}
