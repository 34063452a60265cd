//! `new language TAG NAME`

use super::TO_WRITE;
use super::draft::Draft;
use crate::error::{Result, fail};

const NEXT: &str = "translate what was copied from English, and take the marks out; then `cargo xtask gen`";
const COMMAND_LINE: &str = "pkg/src/cli/messages.ts";

pub(crate) fn write(draft: &mut Draft<'_>, tag: &str, name: &str) -> Result<&'static str> {
    if !(2..=3).contains(&tag.len()) || !tag.bytes().all(|byte| byte.is_ascii_lowercase()) {
        return fail("a language has a tag of two or three letters such as de, and its own name");
    }
    for texts in [draft.folder("locales")?, "web/locales".to_owned()] {
        copy(draft, &format!("{texts}/en"), &format!("{texts}/{tag}"))?;
    }
    let i18n = format!("{}/mod.rs", draft.folder("src/i18n")?);
    draft.edit(&i18n, |text| {
        let list = text.find("!([\"en\": ")?;
        let end = list + text.get(list..)?.find(']')?;
        let (before, behind) = text.split_at(end);
        Some(format!("{before}, \"{tag}\": \"{name}\"{behind}"))
    })?;
    draft.edit(COMMAND_LINE, |text| with_catalogue(text, tag))?;
    Ok(NEXT)
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

/// The English catalogue once more under the new tag, and its name in the list of catalogues.
fn with_catalogue(text: &str, tag: &str) -> Option<String> {
    const OPEN: &str = "const en = {\n";
    const CLOSE: &str = "} as const;";
    const LIST: &str = "const catalogues: Record<Language, Record<MessageId, string>> = {";
    let begin = text.find(OPEN)? + OPEN.len();
    let messages = text
        .get(begin..)?
        .split_once(CLOSE)
        .map(|(messages, _)| messages)?;
    let list = text.find(LIST)?;
    let end = list + text.get(list..)?.find(" };")?;
    let (before, list) = (text.get(..list)?, text.get(list..end)?);
    Some(format!(
        "{before}// {TO_WRITE}: the translation\nconst {tag}: Record<MessageId, string> = {{\n{messages}}};\n\n{list}, {tag}{}",
        text.get(end..)?
    ))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_command_line_gets_a_catalogue_and_its_name_in_the_list() {
        let text = "const en = {\n    \"a\": \"b\",\n} as const;\n\nconst catalogues: Record<Language, Record<MessageId, string>> = { en, ja };\n";
        let changed = with_catalogue(text, "de").unwrap();
        assert!(
            changed.contains("const de: Record<MessageId, string> = {\n    \"a\": \"b\",\n};\n"),
            "{changed}"
        );
        assert!(changed.ends_with(" = { en, ja, de };\n"), "{changed}");
    }
}
