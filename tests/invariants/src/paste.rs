//! The page reads anything that is brought to it.

use std::rc::Rc;

use dualstack_core::document::codes::SYNTAX;
use dualstack_core::document::read as read_text;
use dualstack_web::engine::brought::{Reading, add, check as forecast, read};
use dualstack_web::state::brought::Bundle;
use dualstack_web::views::planner::EXAMPLE;

use crate::input::text_of;

pub(crate) fn check(bytes: &[u8]) {
    let text = text_of(bytes);
    let example: Rc<str> = EXAMPLE.into();
    let bundle = Bundle::written(&text);
    let Reading::Pieces(pieces) = read(&bundle, 0, "en") else {
        return;
    };
    if let Some(plan) = &pieces.plan
        && !pieces.is_own
    {
        let stream = read_text(plan);
        let broken = stream.diagnostics.iter().find(|found| found.code == SYNTAX.id);
        assert_eq!(broken, None, "{plan:?}\nof {text:?}");
    }
    if let Some(version) = pieces.version {
        let _ = forecast(&bundle, version);
    }
    let additions = add(&example, &pieces.import);
    let stream = read_text(&additions.text);
    assert_eq!(stream.diagnostics, [], "{:?}\nof {text:?}", additions.text);
    let objects = |text: &str| read_text(text).objects().count();
    assert_eq!(
        objects(&additions.text),
        objects(&example) + additions.added,
        "{:?}\nof {text:?}",
        additions.text
    );
    // What was added is there, so it is not added a second time.
    let again = add(&additions.text, &pieces.import);
    assert_eq!(
        (again.added, again.known),
        (0, additions.added + additions.known),
        "{:?}\nof {text:?}",
        additions.text
    );
}
