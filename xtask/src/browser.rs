//! A Chromium and its WebDriver for the browser tests.

use std::fs;
use std::path::PathBuf;

use crate::command::find_program;
use crate::error::{Context as _, Error, Result};
use crate::{apt, workspace};

const CHROMIUM_NAMES: &[&str] = &[
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
];
const CHROMIUM_PLACES: &[&str] = &[
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
];
const DRIVER_PLACES: &[&str] = &[
    "/usr/lib/chromium/chromedriver",
    "/usr/lib/chromium-browser/chromedriver",
];
/// The CJK font is for the screenshots and text widths of the Japanese pages.
const DEBIAN_PACKAGES: &str = "chromium chromium-driver fonts-noto-cjk";

/// Start-up switches of every test browser: nothing that talks to the network by itself.
const SWITCHES: &[&str] = &[
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
];

/// The browser; installed where the system lets us.
pub(crate) fn chromium() -> Result<PathBuf> {
    found_or_installed(find_chromium, "Chromium (set CHROME to its path if there is one)")
}

/// The WebDriver of that browser.
pub(crate) fn chromedriver() -> Result<PathBuf> {
    found_or_installed(
        find_chromedriver,
        "chromedriver (set CHROMEDRIVER to its path if there is one)",
    )
}

fn found_or_installed(find: fn() -> Option<PathBuf>, what: &str) -> Result<PathBuf> {
    if let Some(found) = find() {
        return Ok(found);
    }
    apt::install(DEBIAN_PACKAGES, &format!("{what} for the browser tests"))?;
    find().ok_or_else(|| Error::new(format!("{what} is still missing after the installation")))
}

fn from_environment(name: &str) -> Option<PathBuf> {
    std::env::var_os(name)
        .map(PathBuf::from)
        .filter(|path| path.is_file())
}

fn first_file(places: &[&str]) -> Option<PathBuf> {
    places.iter().map(PathBuf::from).find(|path| path.is_file())
}

fn find_chromium() -> Option<PathBuf> {
    from_environment("CHROME")
        .or_else(|| CHROMIUM_NAMES.iter().find_map(|name| find_program(name)))
        .or_else(|| first_file(CHROMIUM_PLACES))
        .or_else(playwright_chromium)
}

/// The newest of the browsers that Playwright downloaded for this user.
fn playwright_chromium() -> Option<PathBuf> {
    let home = PathBuf::from(std::env::var_os("HOME")?);
    let mut found: Vec<PathBuf> = [".cache/ms-playwright", "Library/Caches/ms-playwright"]
        .iter()
        .filter_map(|place| fs::read_dir(home.join(place)).ok())
        .flatten()
        .flatten()
        .filter(|entry| entry.file_name().to_string_lossy().starts_with("chromium-"))
        .flat_map(|entry| {
            [
                "chrome-linux/chrome",
                "chrome-linux64/chrome",
                "chrome-mac/Chromium.app/Contents/MacOS/Chromium",
            ]
            .map(|program| entry.path().join(program))
        })
        .filter(|program| program.is_file())
        .collect();
    found.sort_unstable();
    found.pop()
}

fn find_chromedriver() -> Option<PathBuf> {
    from_environment("CHROMEDRIVER")
        .or_else(|| find_program("chromedriver"))
        .or_else(|| first_file(DRIVER_PLACES))
}

/// The switches a test browser is started with.
pub(crate) fn switches() -> Vec<&'static str> {
    // Chromium's sandbox refuses to run as root.
    let sandbox = apt::is_root().then_some("--no-sandbox");
    SWITCHES.iter().copied().chain(sandbox).collect()
}

/// Writes the capabilities for wasm-bindgen's test runner, and gives the file.
pub(crate) fn webdriver_capabilities() -> Result<PathBuf> {
    let mut arguments = vec!["--headless", "--disable-gpu", "--disable-dev-shm-usage"];
    arguments.extend(switches());
    let capabilities = serde_json::json!({
        "goog:chromeOptions": { "binary": chromium()?, "args": arguments }
    });
    let path = workspace::target().join("webdriver.json");
    fs::write(&path, capabilities.to_string()).context(format!("cannot write {}", path.display()))?;
    Ok(path)
}
