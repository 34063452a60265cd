//! The command `new language TAG NAME`.

use super::TO_WRITE;
use super::draft::Draft;
use crate::error::{Result, fail};

const NEXT: &str = "translate what was copied from English, and take the marks out; then `cargo xtask gen`";
const COMMAND_LINE: &str = "pkg/src/cli/messages.ts";

pub(crate) fn write(draft: &mut Draft<'_>, tag: &str, name: &str) -> Result<&'static str> {
    if !is_tag(tag) {
        return fail(
            "a language has a tag such as de, with a script where it needs one (zh-Hant), and its own name",
        );
    }
    for texts in [draft.folder("locales")?, "web/locales".to_owned()] {
        copy(draft, &format!("{texts}/en"), &format!("{texts}/{tag}"))?;
    }
    let i18n = format!("{}/mod.rs", draft.folder("src/i18n")?);
    draft.edit(&i18n, |text| {
        let list = text.find("\"en\": \"English\" Complete,")?;
        let end = list + text.get(list..)?.find("        ], ")?;
        let (before, behind) = text.split_at(end);
        Some(format!(
            "{before}            \"{tag}\": \"{name}\" Unread(\"{TO_WRITE}: no native speaker has read it yet\"),\n{behind}"
        ))
    })?;
    draft.edit(COMMAND_LINE, |text| with_catalogue(text, tag))?;
    Ok(NEXT)
}

/// Returns whether a BCP 47 tag is a language, or a language and a script.
fn is_tag(tag: &str) -> bool {
    let (language, script) = tag.split_once('-').unwrap_or((tag, "Zzzz"));
    let (first, rest) = script.split_at_checked(1).unwrap_or_default();
    (2..=3).contains(&language.len())
        && language.bytes().all(|byte| byte.is_ascii_lowercase())
        && first.bytes().all(|byte| byte.is_ascii_uppercase())
        && rest.len() == 3
        && rest.bytes().all(|byte| byte.is_ascii_lowercase())
}

fn copy(draft: &mut Draft<'_>, from: &str, to: &str) -> Result {
    for name in draft.names(from)? {
        let (from, to) = (format!("{from}/{name}"), format!("{to}/{name}"));
        if name.ends_with(".ftl") {
            draft.copy(&from, &to, |text| {
                format!("# {TO_WRITE}: the translation\n{text}")
            })?;
        } else {
            copy(draft, &from, &to)?;
        }
    }
    Ok(())
}

/// Adds a copy of the English catalogue under the new tag, and its name to the list of catalogues.
fn with_catalogue(text: &str, tag: &str) -> Option<String> {
    const OPEN: &str = "const en = {\n";
    const CLOSE: &str = "} as const;";
    const LIST: &str = "const catalogues: Record<Language, Partial<Record<MessageId, string>>> = {";
    let begin = text.find(OPEN)? + OPEN.len();
    let messages = text
        .get(begin..)?
        .split_once(CLOSE)
        .map(|(messages, _)| messages)?;
    let list = text.find(LIST)?;
    let end = list + text.get(list..)?.find(" };")?;
    let (before, list) = (text.get(..list)?, text.get(list..end)?);
    let variable = tag.replace('-', "");
    Some(format!(
        "{before}// {TO_WRITE}: the translation\nconst {variable}: Partial<Record<MessageId, string>> = {{\n{messages}}};\n\n{list}, \"{tag}\": {variable}{}",
        text.get(end..)?
    ))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_command_line_gets_a_catalogue_and_its_name_in_the_list() {
        let text = "const en = {\n    \"a\": \"b\",\n} as const;\n\nconst catalogues: Record<Language, Partial<Record<MessageId, string>>> = { en, ja };\n";
        let changed = with_catalogue(text, "de").unwrap();
        assert!(
            changed.contains("const de: Partial<Record<MessageId, string>> = {\n    \"a\": \"b\",\n};\n"),
            "{changed}"
        );
        assert!(changed.ends_with(" = { en, ja, \"de\": de };\n"), "{changed}");
        assert!(
            with_catalogue(text, "zh-Hant")
                .unwrap()
                .ends_with(", \"zh-Hant\": zhHant };\n")
        );
    }

    #[test]
    fn a_tag_is_a_language_with_or_without_a_script() {
        assert!(["de", "yue", "zh-Hant"].into_iter().all(is_tag));
        assert!(
            !["", "d", "DE", "zh-TW", "zh-hant", "zh-", "german"]
                .into_iter()
                .any(is_tag)
        );
    }
}
