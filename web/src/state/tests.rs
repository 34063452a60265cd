use dualstack_core::i18n::Message;

use super::*;

fn start() -> Rc<AppState> {
    Rc::new(AppState::new("a", "en"))
}

fn edit(text: &str, source: EditSource) -> Action {
    Action::Edit {
        text: text.into(),
        source,
        at_ms: 0.0,
        place: None,
    }
}

#[test]
fn an_action_that_changes_nothing_keeps_the_same_state() {
    let state = start();
    for action in [
        Action::Undo,
        Action::Redo,
        Action::Dismiss,
        Action::SelectTab(Tab::Overview),
        Action::NodesQuery(String::new()),
        edit("a", EditSource::Text),
        Action::DropDraft { pointer: "/x".into() },
    ] {
        assert!(Rc::ptr_eq(&state, &reduce(&state, action)));
    }
}

#[test]
fn a_draft_survives_edits_of_fields_and_not_of_the_text() {
    let draft = Action::Draft {
        pointer: "/spec/nodes/count".into(),
        raw: "4 0".into(),
    };
    let state = reduce(&start(), draft);
    let field = reduce(&state, edit("b", EditSource::Field("/spec/cni".into())));
    assert_eq!(
        field.drafts.get("/spec/nodes/count").map(String::as_str),
        Some("4 0")
    );
    let text = reduce(&state, edit("b", EditSource::Text));
    assert!(text.drafts.is_empty());
}

#[test]
fn opening_a_file_can_be_undone() {
    let opened = reduce(
        &start(),
        Action::Open {
            text: "b".into(),
            at_ms: 0.0,
            ula_seed: 7,
        },
    );
    assert_eq!((&**opened.text(), opened.ula_seed), ("b", 7));
    assert_eq!(&**reduce(&opened, Action::Undo).text(), "a");
}

#[test]
fn what_is_opened_is_not_kept_in_the_place_of_what_is_kept() {
    let kept = Kept {
        id: "1".into(),
        name: "mine".into(),
    };
    let state = reduce(&start(), edit("b", EditSource::Text));
    assert!(state.offers_to_keep());
    let state = reduce(&state, Action::Keep(keeping::Keep::As(kept.clone())));
    assert_eq!(state.kept(), Some(&kept));
    assert!(!state.offers_to_keep());
    let opened = reduce(&state, edit("other", EditSource::Open));
    assert_eq!(opened.kept(), None);
    assert!(opened.offers_to_keep());
    let back = reduce(&opened, Action::Undo);
    assert_eq!((&**back.text(), back.kept()), ("b", Some(&kept)));
}

#[test]
fn what_another_tab_types_is_one_step_and_drops_drafts() {
    let follow = |text: &str, at_ms| Action::Follow {
        text: text.into(),
        at_ms,
        ula_seed: 9,
    };
    let draft = Action::Draft {
        pointer: "/x".into(),
        raw: "y".into(),
    };
    let state = reduce(&start(), draft);
    let state = reduce(&reduce(&state, follow("b", 0.0)), follow("bc", 500.0));
    assert_eq!(
        (&**state.text(), state.ula_seed, state.drafts.len()),
        ("bc", 9, 0)
    );
    assert_eq!(&**reduce(&state, Action::Undo).text(), "a");
}

#[test]
fn undo_shows_the_place_of_the_edit_again() {
    let place = Place::Field("/spec/cni".into());
    let state = reduce(
        &start(),
        Action::Edit {
            text: "b".into(),
            source: EditSource::Field("/spec/cni".into()),
            at_ms: 0.0,
            place: Some(place.clone()),
        },
    );
    let state = reduce(&state, Action::SelectMode(EditorMode::Text));
    let undone = reduce(&state, Action::Undo);
    assert_eq!(undone.mode, EditorMode::Form);
    let reveal = Reveal {
        place,
        focus: false,
        serial: 0,
    };
    assert_eq!(undone.reveal, Some(reveal));
}

#[test]
fn the_same_place_can_be_revealed_twice() {
    let place = Place::Text {
        line: 1,
        column: 1,
        end_line: 1,
        end_column: 2,
    };
    let once = reduce(&start(), Action::Reveal(place.clone()));
    let twice = reduce(&once, Action::Reveal(place.clone()));
    assert_eq!(twice.mode, EditorMode::Text);
    let reveal = Reveal {
        place,
        focus: true,
        serial: 1,
    };
    assert_eq!(twice.reveal, Some(reveal));
}

#[test]
fn trying_things_never_touches_the_plan() {
    let change = Action::Simulate(simulation::Simulate::Kind(simulation::Kind::Delete));
    let state = reduce(&start(), change.clone());
    assert_eq!(state.simulation.kind, simulation::Kind::Delete);
    assert_eq!(state.history, start().history);
    assert!(Rc::ptr_eq(&state, &reduce(&state, change)));
}

#[test]
fn an_address_names_a_tab() {
    assert_eq!(Tab::parse("exports"), Some(Tab::Exports));
    assert_eq!(Tab::parse("v1.AwA"), None);
}

#[test]
fn every_tab_is_in_one_view() {
    let in_views: Vec<Tab> = View::ALL
        .into_iter()
        .flat_map(|view| view.tabs().to_vec())
        .collect();
    assert_eq!(in_views, Tab::ALL);
    assert_eq!(Tab::Start.view(), View::Files);
    assert_eq!(View::parse("view-change"), Some(View::Change));
}

#[test]
fn a_notice_never_touches_the_text() {
    let notice = Notice {
        message: Message::new("link-damaged"),
        tone: Tone::Refused,
    };
    let state = reduce(&start(), Action::Notify(notice));
    assert_eq!(&**state.text(), "a");
    assert!(state.notice.is_some());
    assert!(reduce(&state, Action::Dismiss).notice.is_none());
}
