//! The command `new version VERSION`.

use super::draft::Draft;
use crate::error::{Error, Result, fail};

const NEXT: &str = "add rows to the tables of the folder `kubernetes` where something changed, each with its source, and recorded \
                    vectors; then `cargo xtask gen`";
/// The files that tell readers which versions are known.
const READ_BY_PEOPLE: &[&str] = &["README.md", "pkg/README.md", "web/index.html"];

const CONSTANT: &str = "pub const NEWEST: Version = Version::minor_version(";

fn file(draft: &Draft<'_>) -> Result<String> {
    Ok(format!("{}/version.rs", draft.folder("src/kubernetes")?))
}

/// Returns the newest minor version that the engine knows.
pub(crate) fn newest(draft: &Draft<'_>) -> Result<u8> {
    let file = file(draft)?;
    let text = draft.text(&file)?;
    let number = text
        .split_once(CONSTANT)
        .and_then(|(_, behind)| behind.split_once(')'))
        .and_then(|(number, _)| number.parse().ok());
    number.ok_or_else(|| Error::new(format!("{file} has no line `{CONSTANT}…);`")))
}

pub(crate) fn write(draft: &mut Draft<'_>, version: &str) -> Result<&'static str> {
    let before = newest(draft)?;
    let next = before + 1;
    if version != format!("1.{next}") {
        return fail(format!(
            "the newest version is 1.{before}, so the next is 1.{next}"
        ));
    }
    draft.edit(&file(draft)?, |text| {
        let constant = |minor: u8| format!("{CONSTANT}{minor});");
        let known = |minor: u8| format!("1.16 … 1.{minor}");
        let text = text.replace(&constant(before), &constant(next));
        Some(text.replace(&known(before), &known(next)))
    })?;
    for file in READ_BY_PEOPLE {
        draft.edit(file, |text| {
            Some(text.replace(&format!("1.16 to 1.{before}"), &format!("1.16 to 1.{next}")))
        })?;
    }
    Ok(NEXT)
}
