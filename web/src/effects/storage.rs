//! What outlives a reload: the plan in this tab; language, theme and the files exported last in this browser.

use std::cell::RefCell;
use std::rc::Rc;
use std::sync::atomic::{AtomicBool, Ordering};

use web_sys::Storage;

use super::window;
use crate::i18n::choose;
use crate::state::Theme;
use crate::state::exported::Remembered;

/// `web/app.js` reads the same key when the planner has stopped; `web/first.js` reads this one, those of language and theme, and
/// that of the plan that was open last.
const PLAN: &str = "dualstack-planner.plan";
/// Which of the plans that are kept in this browser this tab has. `web/app.js` takes it away when the planner has stopped.
const KEPT: &str = "dualstack-planner.kept";
/// The one that a new tab opens with. The same holds for it.
const LAST: &str = "dualstack-planner.last";
const ADDRESS: &str = "dualstack-planner.address";
const REFUSED: &str = "dualstack-planner.not-kept";
const WAY: &str = "dualstack-planner.way";
const SEED: &str = "dualstack-planner.seed";
const LANGUAGE: &str = "dualstack-planner.language";
const THEME: &str = "dualstack-planner.theme";
const EXPORTED: &str = "dualstack-planner.exported";

thread_local! {
    // For the panic hook: what was typed last, whether or not it was rendered by then.
    static LATEST: RefCell<Option<Rc<str>>> = const { RefCell::new(None) };
}

fn session() -> Option<Storage> {
    window()?.session_storage().ok()?
}

fn local() -> Option<Storage> {
    window()?.local_storage().ok()?
}

/// Remembers the text that a panic must not lose; costs a pointer.
pub fn remember(text: &Rc<str>) {
    LATEST.with_borrow_mut(|latest| *latest = Some(Rc::clone(text)));
}

/// Returns what was remembered last. Does not panic: the panic hook calls it.
pub fn latest() -> Option<Rc<str>> {
    LATEST.with(|latest| latest.try_borrow().ok().and_then(|latest| latest.clone()))
}

/// The planner has stopped: what timers and events would still store is not stored any more, or nobody could begin afresh.
static STOPPED: AtomicBool = AtomicBool::new(false);

/// Stores nothing from now on.
pub fn stop() {
    STOPPED.store(true, Ordering::Relaxed);
}

/// Whether nothing is stored any more, in the address bar either.
pub fn has_stopped() -> bool {
    STOPPED.load(Ordering::Relaxed)
}

/// Stores what was remembered last. Does not panic: the panic hook calls it.
pub fn save_latest() {
    if has_stopped() {
        return;
    }
    if let Some(text) = latest() {
        keep_plan(&text);
    }
}

/// Stores the plan in this tab. Texts beyond the browser's quota are not stored; the page has them.
pub fn keep_plan(text: &str) {
    if let Some(storage) = session() {
        let _ = storage.set_item(PLAN, text);
    }
}

/// The plan this tab had.
pub fn kept_plan() -> Option<String> {
    session()?.get_item(PLAN).ok()?
}

/// Stores what the plan is compared with, and what is ticked off, in this tab.
pub fn keep_way(way: &str) {
    if let Some(storage) = session() {
        let _ = storage.set_item(WAY, way);
    }
}

/// What the plan of this tab was compared with.
pub fn kept_way() -> Option<Rc<str>> {
    session()?.get_item(WAY).ok()?.map(Rc::from)
}

/// Stores the random bits of the plan in this tab.
pub fn keep_seed(seed: u64) {
    if let Some(storage) = session() {
        let _ = storage.set_item(SEED, &seed.to_string());
    }
}

/// The random bits of the plan this tab had.
pub fn kept_seed() -> Option<u64> {
    session()?.get_item(SEED).ok()??.parse().ok()
}

/// Remembers which of the plans that are kept in this browser this tab has; a new tab opens with it too.
pub fn remember_kept(id: Option<&str>) {
    let (session, local) = (session(), local());
    match id {
        Some(id) => {
            let _ = session.map(|storage| storage.set_item(KEPT, id));
            let _ = local.map(|storage| storage.set_item(LAST, id));
        }
        None => {
            let _ = session.map(|storage| storage.remove_item(KEPT));
        }
    }
}

/// The kept plan of this tab, or, in a tab that has no plan yet, the one that was open last.
pub fn remembered_kept() -> Option<String> {
    let own = || session()?.get_item(KEPT).ok()?;
    let last = || local()?.get_item(LAST).ok()?;
    own().or_else(|| kept_plan().map_or_else(last, |_| None))
}

/// Remembers what this tab has put into the address bar.
pub fn remember_address(fragment: &str) {
    if let Some(storage) = session() {
        let _ = storage.set_item(ADDRESS, fragment);
    }
}

/// Whether this tab has put that into the address bar.
pub fn is_own_address(fragment: &str) -> bool {
    let own = || session()?.get_item(ADDRESS).ok()?;
    own().is_some_and(|own| own == fragment)
}

/// Remembers for this tab that nothing is to be kept.
pub fn refuse_to_keep() {
    if let Some(storage) = session() {
        let _ = storage.set_item(REFUSED, "yes");
    }
}

/// Whether nothing is to be kept in this tab.
pub fn refuses_to_keep() -> bool {
    let said = || session()?.get_item(REFUSED).ok()?;
    said().is_some()
}

/// Remembers the interface language.
pub fn keep_language(language: &str) {
    if let Some(storage) = local() {
        let _ = storage.set_item(LANGUAGE, language);
    }
}

/// The language chosen before, else the one the browser asks for.
pub fn language() -> &'static str {
    let kept = local().and_then(|storage| storage.get_item(LANGUAGE).ok().flatten());
    let wanted: Vec<String> = window()
        .map(|window| {
            window
                .navigator()
                .languages()
                .iter()
                .filter_map(|tag| tag.as_string())
                .collect()
        })
        .unwrap_or_default();
    choose(
        kept.as_deref()
            .into_iter()
            .chain(wanted.iter().map(String::as_str)),
    )
}

/// Remembers the theme.
pub fn keep_theme(theme: Theme) {
    if let Some(storage) = local() {
        let _ = storage.set_item(THEME, theme.as_str());
    }
}

/// The theme chosen before.
pub fn theme() -> Theme {
    local()
        .and_then(|storage| storage.get_item(THEME).ok().flatten())
        .and_then(|name| Theme::parse(&name))
        .unwrap_or_default()
}

/// The files exported last. Read each time: other tabs export too.
pub fn exported() -> Remembered {
    local()
        .and_then(|storage| storage.get_item(EXPORTED).ok().flatten())
        .map(|text| Remembered::parse(&text))
        .unwrap_or_default()
}

/// Stores the files exported last.
pub fn keep_exported(exported: &Remembered) {
    if let Some(storage) = local() {
        let _ = storage.set_item(EXPORTED, &exported.to_json());
    }
}
