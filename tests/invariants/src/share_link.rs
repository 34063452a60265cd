//! Links: what is shared comes back, and what others made up stays within its bounds.

use dualstack_web::share::{Link, MAX_LINK_BYTES, MAX_TEXT_BYTES, decode, encode, fragment, position};

use crate::input::text_of;

pub(crate) fn check(bytes: &[u8]) {
    let text = text_of(bytes);
    let written = encode(&text);
    if let Some(link) = &written {
        assert!(link.len() <= MAX_LINK_BYTES, "{text:?}");
        assert_eq!(decode(link), Link::Plan(text.to_string()), "{link}");
        assert_eq!(position(link), None, "{link}");
    }
    // The same text as a link, and behind the mark of one.
    for hostile in [text.to_string(), format!("#v1.{text}")] {
        if let Link::Plan(plan) = decode(&hostile) {
            assert!(plan.len() <= MAX_TEXT_BYTES, "{hostile:?}");
            assert!(
                plan.len() <= hostile.len().saturating_mul(256).max(64 << 10),
                "{hostile:?}"
            );
        }
        if let Some(place) = position(&hostile) {
            let whole = format!("#{}", fragment(written.clone(), &place));
            let shown = position(&whole);
            // The view and place that a page opens with are not written.
            assert!(shown.is_none_or(|shown| shown == place), "{hostile:?} {whole:?}");
            if let Some(link) = &written {
                assert_eq!(decode(&whole), decode(link), "{whole:?}");
            }
        }
    }
}
