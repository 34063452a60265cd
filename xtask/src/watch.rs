//! `serve --dev`: builds again when a source changes, and has open pages load themselves anew.

use std::fs;
use std::path::Path;
use std::sync::{Condvar, Mutex, PoisonError};
use std::time::{Duration, SystemTime};

use crate::build::{self, Profile};
use crate::progress::{say, step};
use crate::site::Files;
use crate::workspace::root;

/// Where a page hears of new builds (server-sent events).
pub(crate) const EVENTS: &str = "/-/builds";
const SCRIPT: &str = "reload-on-build.js";
/// How often the sources are looked at.
const INTERVAL: Duration = Duration::from_millis(250);
/// What the planner is built from.
const SOURCES: &[&str] = &["core", "web", "Cargo.toml", "Cargo.lock"];

/// The number of the build that is served.
pub(crate) struct Builds {
    latest: Mutex<u128>,
    changed: Condvar,
}

impl Builds {
    /// Counts from the time of the start: a page that was opened under an earlier `serve` notices the new one.
    pub(crate) fn new() -> Builds {
        let now = SystemTime::now().duration_since(SystemTime::UNIX_EPOCH);
        Builds {
            latest: Mutex::new(now.map_or(0, |now| now.as_millis())),
            changed: Condvar::new(),
        }
    }

    /// The number of the build.
    pub(crate) fn latest(&self) -> u128 {
        *self.latest.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Another build is served from now on.
    pub(crate) fn advance(&self) {
        *self.latest.lock().unwrap_or_else(PoisonError::into_inner) += 1;
        self.changed.notify_all();
    }

    /// Waits for a build after `seen`, at most so long; gives the latest.
    pub(crate) fn wait(&self, seen: u128, at_most: Duration) -> u128 {
        let latest = self.latest.lock().unwrap_or_else(PoisonError::into_inner);
        let waited = self
            .changed
            .wait_timeout_while(latest, at_most, |latest| *latest == seen);
        *waited.unwrap_or_else(PoisonError::into_inner).0
    }
}

/// The site with a script in its page that loads the page anew when another build is served.
pub(crate) fn with_reloading(mut files: Files) -> Files {
    let script = format!(
        "let served;\n\
         new EventSource(\"{EVENTS}\").addEventListener(\"message\", ({{ data }}) => {{\n\
         \x20 served ??= data;\n\
         \x20 if (data !== served) location.reload();\n\
         }});\n"
    );
    if let Some(page) = files.get_mut("index.html") {
        let text = String::from_utf8_lossy(page).into_owned();
        let tag = format!("<script type=\"module\" src=\"./{SCRIPT}\"></script>\n  </head>");
        *page = text.replacen("</head>", &tag, 1).into_bytes();
        files.insert(SCRIPT.to_owned(), script.into_bytes());
    }
    files
}

/// What a directory tree looks like from outside: names, sizes and times of its files.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct Look(Vec<(std::path::PathBuf, u64, Option<SystemTime>)>);

impl Look {
    fn at(root: &Path, sources: &[&str]) -> Look {
        let mut look = Look::default();
        for source in sources {
            look.add(&root.join(source));
        }
        look.0.sort_unstable();
        look
    }

    fn add(&mut self, path: &Path) {
        let Ok(metadata) = fs::metadata(path) else { return };
        if !metadata.is_dir() {
            self.0
                .push((path.to_owned(), metadata.len(), metadata.modified().ok()));
            return;
        }
        for entry in fs::read_dir(path).into_iter().flatten().flatten() {
            let name = entry.file_name();
            // Editors keep their own files beside ours under names with a dot in front.
            if name != "target" && name != "node_modules" && !name.to_string_lossy().starts_with('.') {
                self.add(&entry.path());
            }
        }
    }
}

/// The sources as they are now.
pub(crate) fn look() -> Look {
    Look::at(root(), SOURCES)
}

/// Builds after every change since `built`, for ever. What does not compile is said, and the last good build stays.
pub(crate) fn build_on_change(mut built: Look, builds: &Builds) {
    loop {
        std::thread::sleep(INTERVAL);
        let mut seen = look();
        if seen == built {
            continue;
        }
        // Several files are often written one after the other: wait until they have come to rest.
        loop {
            std::thread::sleep(INTERVAL);
            let now = look();
            if now == seen {
                break;
            }
            seen = now;
        }
        built = seen;
        match step("a source changed: building", || build::web_as(Profile::Dev)) {
            Ok(()) => builds.advance(),
            Err(error) => say(&format!("{error}; the last build is still served")),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_page_gets_a_script_of_its_own_and_nothing_inline() {
        let page = "<html><head><title>x</title></head><body></body></html>";
        let files = with_reloading(Files::from([("index.html".to_owned(), page.as_bytes().to_vec())]));
        let page = std::str::from_utf8(&files["index.html"]).unwrap();
        assert!(
            page.contains("<script type=\"module\" src=\"./reload-on-build.js\"></script>\n  </head>"),
            "{page}"
        );
        let script = std::str::from_utf8(&files["reload-on-build.js"]).unwrap();
        assert!(script.contains("new EventSource(\"/-/builds\")"), "{script}");
    }

    #[test]
    fn who_waits_hears_of_the_next_build_at_once() {
        let builds = Builds::new();
        let first = builds.latest();
        std::thread::scope(|scope| {
            let waiting = scope.spawn(|| builds.wait(first, Duration::from_secs(600)));
            builds.advance();
            assert_eq!(waiting.join().unwrap(), first + 1);
        });
        // And of one that has been missed.
        assert_eq!(builds.wait(first, Duration::from_secs(600)), first + 1);
    }

    #[test]
    fn a_changed_a_new_and_a_removed_file_are_noticed() {
        let base = std::env::temp_dir().join(format!("xtask-watch-{}", std::process::id()));
        let _ = fs::remove_dir_all(&base);
        fs::create_dir_all(base.join("web/src")).unwrap();
        fs::create_dir_all(base.join("web/target")).unwrap();
        fs::write(base.join("web/src/lib.rs"), "a").unwrap();
        let look = || Look::at(&base, &["web", "absent"]);
        let mut before = look();
        assert_eq!(before.0.len(), 1);
        let mut changes = |change: &dyn Fn()| {
            change();
            let after = look();
            let noticed = after != before;
            before = after;
            noticed
        };
        assert!(!changes(&|| fs::write(base.join("web/target/out"), "x").unwrap()));
        assert!(!changes(
            &|| fs::write(base.join("web/src/.lib.rs.swp"), "x").unwrap()
        ));
        assert!(changes(&|| fs::write(base.join("web/src/lib.rs"), "ab").unwrap()));
        assert!(changes(&|| fs::write(base.join("web/src/new.rs"), "").unwrap()));
        assert!(changes(&|| fs::remove_file(base.join("web/src/new.rs")).unwrap()));
        fs::remove_dir_all(base).unwrap();
    }
}
