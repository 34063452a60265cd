//! The command `new rule CODE NAME`.

use super::draft::Draft;
use super::{TO_WRITE, is_kebab, module_name, type_name, with_entry};
use crate::error::{Result, fail};

const NEXT: &str = "write the page, the check and its sources, the texts, and cases: one that fires, one that does not, \
                    one for each fix; then `cargo xtask gen`";

pub(crate) fn write(draft: &mut Draft<'_>, code: &str, name: &str) -> Result<&'static str> {
    let letters = code.trim_end_matches(|c: char| c.is_ascii_digit());
    let is_code = code.len() == letters.len() + 3
        && !letters.is_empty()
        && letters.bytes().all(|byte| byte.is_ascii_uppercase());
    if !is_code || !is_kebab(name) {
        return fail("a rule has a code such as ADDR031 and a name such as pod-range-too-small");
    }
    let family = letters.to_lowercase();
    let rules = draft.folder("lint/rules")?;
    let folder = format!("{rules}/{family}");
    if !draft.exists(&folder) {
        return fail(format!("there is no family {letters}: {folder} is missing"));
    }
    let lower = code.to_lowercase();
    let taken = draft.names(&folder)?;
    if taken.iter().any(|file| file.starts_with(&format!("{lower}_"))) {
        return fail(format!("{code} is a rule already"));
    }
    let module = format!("{lower}_{}", module_name(name));
    let type_name = type_name(name);
    draft.add(&format!("{folder}/{module}.rs"), &source(code, &type_name))?;
    draft.edit(&format!("{folder}/mod.rs"), |text| {
        with_entry(text, "super::rules! {", '}', &module)
    })?;
    for locale in draft.locales()? {
        draft.edit(&format!("{locale}/rules/{family}.ftl"), |text| {
            Some(format!(
                "{}\n\n{code} = {TO_WRITE}\n    .title = {TO_WRITE}\n    .help = {TO_WRITE}\n",
                text.trim_end()
            ))
        })?;
    }
    let cases = format!(
        "# {code}\n\n## {TO_WRITE}: what is found\n\n```yaml\npodCIDRs: [10.244.0.0/16]\n```\n\n```diagnostics\n```\n"
    );
    draft.add(&format!("tests/cases/rules/{code}/{name}.md"), &cases)?;
    Ok(NEXT)
}

fn source(code: &str, type_name: &str) -> String {
    format!(
        r#"use crate::lint::meta::WARNING;
use crate::lint::rule::declare_rule;
use crate::lint::{{LintContext, Reporter}};

declare_rule! {{
    /// ## What it checks
    /// {TO_WRITE}.
    /// ## Why
    /// {TO_WRITE}.
    /// ## Example
    /// ```yaml
    /// podCIDRs: [10.244.0.0/16]
    /// ```
    rule {type_name} {{
        code: "{code}",
        severity: WARNING,
        needs: Plan,
        component: Planner,
        stage: Read,
        since: "{version}",
        sources: [],
        check: check,
    }}
}}

fn check(_: &LintContext<'_>, _: &mut Reporter<'_>) {{}}
"#,
        version = env!("CARGO_PKG_VERSION"),
    )
}
