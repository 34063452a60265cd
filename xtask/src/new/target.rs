//! The command `new target GROUP NAME`.

use super::draft::Draft;
use super::{TO_WRITE, is_kebab, module_name, type_name, with_entry};
use crate::error::{Result, fail};

const NEXT: &str = "write what is exported and what it supports, the texts, and, where its files are of a new kind, a row in \
                    tests/schemas/rows.mjs; then the snapshots (CONTRIBUTING.md) and `cargo xtask gen`";

pub(crate) fn write(draft: &mut Draft<'_>, group: &str, name: &str) -> Result<&'static str> {
    if !is_kebab(name) {
        return fail("a target has a name such as my-tool");
    }
    let folder = format!("{}/{group}", draft.folder("export/targets")?);
    if !is_kebab(group) || !draft.exists(&folder) {
        return fail(format!("there is no group {group}: {folder} is missing"));
    }
    let module = module_name(name);
    let type_name = type_name(name);
    draft.add(&format!("{folder}/{module}.rs"), &source(name, &type_name))?;
    draft.edit(&format!("{folder}/mod.rs"), |text| {
        let entry = format!("{module}::{type_name}");
        with_entry(text, "super::targets!(", ')', &entry)
            .or_else(|| with_entry(text, "super::targets! {", '}', &entry))
    })?;
    for locale in draft.locales()? {
        draft.edit(&format!("{locale}/export/{group}.ftl"), |text| {
            Some(format!(
                "{}\n\ntarget-{name} = {TO_WRITE}\n    .description = {TO_WRITE}\n",
                text.trim_end()
            ))
        })?;
    }
    Ok(NEXT)
}

fn source(name: &str, type_name: &str) -> String {
    format!(
        r#"//! {TO_WRITE}: what it is, and the source of its format.

use crate::export::{{Checked, ExportContext, Exporter, FileError, FileSet, Support, TargetMeta}};
use crate::kubernetes::Window;

/// {TO_WRITE}.
pub(in crate::export) struct {type_name};

static META: TargetMeta = TargetMeta {{
    id: "{name}",
    versions: Window::from(16),
    docs: "https://{TO_WRITE}",
    checked: &[Checked::Documentation("{TO_WRITE}")],
}};

impl Exporter for {type_name} {{
    fn meta(&self) -> &'static TargetMeta {{
        &META
    }}

    fn supports(&self, _: &ExportContext<'_>) -> Support {{
        Ok(Vec::new())
    }}

    fn export(&self, _: &ExportContext<'_>, _: &mut FileSet) -> Result<(), FileError> {{
        Ok(())
    }}
}}
"#
    )
}
