//! The command `new component AREA NAME`.

use super::draft::Draft;
use super::{TO_WRITE, is_kebab, module_name, type_name};
use crate::error::{Result, fail};

const NEXT: &str = "write the component and its styles, its words in web/locales/<language>/, use it, and test it by keyboard in \
                    tests/e2e/";

pub(crate) fn write(draft: &mut Draft<'_>, area: &str, name: &str) -> Result<&'static str> {
    if !is_kebab(name) || !is_kebab(area) {
        return fail("a component has an area such as map and a name such as service-use");
    }
    let folder = format!("web/src/components/{area}");
    if !draft.exists(&folder) {
        return fail(format!("there is no area {area}: {folder} is missing"));
    }
    let module = module_name(name);
    let type_name = type_name(name);
    draft.add(&format!("{folder}/{module}.rs"), &source(name, &type_name))?;
    draft.edit(&format!("{folder}/mod.rs"), |text| with_module(text, &module))?;
    draft.add(
        &format!("web/styles/components/{name}.css"),
        &format!(
            "@layer reset, tokens, base, layout, components, utilities, print;\n\n@layer components {{\n  .{name} {{ /* {TO_WRITE} */ }}\n}}\n"
        ),
    )?;
    draft.edit("web/index.html", |text| {
        // Behind the other components: the style sheet for print is last.
        let print = text.find("    <link rel=\"stylesheet\" href=\"./styles/print.css\">")?;
        let link = format!("    <link rel=\"stylesheet\" href=\"./styles/components/{name}.css\">\n");
        let (before, behind) = text.split_at(print);
        Some(format!("{before}{link}{behind}"))
    })?;
    Ok(NEXT)
}

/// Inserts `pub mod …;` among the others, in order.
fn with_module(text: &str, module: &str) -> Option<String> {
    let line = format!("pub mod {module};");
    let modules: Vec<&str> = text.lines().filter(|line| line.starts_with("pub mod ")).collect();
    match modules.iter().find(|other| **other > line.as_str()) {
        Some(next) => Some(text.replacen(next, &format!("{line}\n{next}"), 1)),
        None => {
            let last = modules.last()?;
            Some(text.replacen(last, &format!("{last}\n{line}"), 1))
        }
    }
}

fn source(name: &str, type_name: &str) -> String {
    format!(
        r#"//! {TO_WRITE}: what it shows.

use yew::prelude::*;

/// Properties of [`{type_name}`].
#[derive(Clone, PartialEq, Properties)]
pub struct {type_name}Props {{}}

/// {TO_WRITE}.
#[component]
pub fn {type_name}(_: &{type_name}Props) -> Html {{
    html! {{ <div class="{name}" /> }}
}}
"#
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn modules_stay_sorted() {
        let text = "//! Map.\n\npub mod a;\npub mod c;\n\nuse x;\n";
        assert_eq!(
            with_module(text, "b").as_deref(),
            Some("//! Map.\n\npub mod a;\npub mod b;\npub mod c;\n\nuse x;\n")
        );
        assert_eq!(
            with_module(text, "d").as_deref(),
            Some("//! Map.\n\npub mod a;\npub mod c;\npub mod d;\n\nuse x;\n")
        );
    }
}
