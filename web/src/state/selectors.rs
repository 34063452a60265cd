//! What views need of the plan text and does not take the engine to know.

use std::fmt::Write;

/// The plan text in two: up to the end of the plan document, and the documents after it.
///
/// A line that starts with `---` always begins a document in YAML, whatever surrounds it.
pub fn split_services(text: &str) -> (&str, &str) {
    let mut offset = 0;
    let mut in_plan = false;
    let mut first_separator = None;
    let mut has_content = false;
    for line in text.split_inclusive('\n') {
        let bare = line.trim_end();
        if is_separator(bare) {
            if in_plan {
                return (text.get(..offset).unwrap_or(text), after(text, offset, line));
            }
            if has_content && first_separator.is_none() {
                first_separator = Some((offset, line));
            }
        } else if !bare.is_empty() && !bare.starts_with('#') && !bare.starts_with('%') {
            has_content = true;
            in_plan = in_plan || is_plan_kind(bare);
        }
        offset += line.len();
    }
    match first_separator {
        // No plan document at all, or it is the last one: what follows the first document when that is no plan.
        Some((at, line)) if !in_plan => (text.get(..at).unwrap_or(text), after(text, at, line)),
        _ => (text, ""),
    }
}

fn after<'a>(text: &'a str, offset: usize, separator: &str) -> &'a str {
    text.get(offset + separator.len()..).unwrap_or("")
}

fn is_separator(line: &str) -> bool {
    line.strip_prefix("---")
        .is_some_and(|rest| rest.is_empty() || rest.starts_with([' ', '\t']))
}

fn is_plan_kind(line: &str) -> bool {
    line.split_once("kind").is_some_and(|(_, value)| {
        value
            .trim_start_matches(['"', '\'', ':', ' ', '\t'])
            .starts_with("ClusterPlan")
    })
}

/// Whether a text says that it holds a plan, readable or not.
pub fn holds_plan(text: &str) -> bool {
    text.lines().any(is_plan_kind)
}

/// The plan text with other documents after the plan.
pub fn with_services(text: &str, services: &str) -> String {
    let (plan, _) = split_services(text);
    if services.is_empty() {
        return plan.to_owned();
    }
    let mut joined = plan.to_owned();
    if !joined.is_empty() && !joined.ends_with('\n') {
        joined.push('\n');
    }
    let _ = writeln!(joined, "---");
    joined.push_str(services);
    joined
}

/// The UTF-16 offset of a line and column (both from 1, columns in characters): what a text area's selection counts in.
pub fn utf16_offset(text: &str, line: usize, column: usize) -> u32 {
    let start: usize = text
        .split_inclusive('\n')
        .take(line.saturating_sub(1))
        .map(|line| line.encode_utf16().count())
        .sum();
    let in_line: usize = text
        .split('\n')
        .nth(line.saturating_sub(1))
        .unwrap_or("")
        .chars()
        .take(column.saturating_sub(1))
        .map(char::len_utf16)
        .sum();
    u32::try_from(start + in_line).unwrap_or(u32::MAX)
}

/// The line and column (both from 1) of a UTF-16 offset: where a text area's caret is.
pub fn position_at(text: &str, utf16: u32) -> (usize, usize) {
    let mut left = utf16 as usize;
    let (mut line, mut column) = (1, 1);
    for c in text.chars() {
        if left < c.len_utf16() {
            break;
        }
        left -= c.len_utf16();
        if c == '\n' {
            (line, column) = (line + 1, 1);
        } else {
            column += 1;
        }
    }
    (line, column)
}

/// A name for a downloaded file, made of a plan's name: nothing that a file system or a shell reads specially.
pub fn file_name(plan_name: &str, suffix: &str) -> String {
    let safe: String = plan_name
        .chars()
        .map(|c| {
            if c.is_alphanumeric() || c == '-' || c == '_' || c == '.' {
                c
            } else {
                '-'
            }
        })
        .take(60)
        .collect();
    let safe = safe.trim_matches(['-', '.']);
    // Windows keeps `con.yaml` and others for devices.
    let stem = safe.split('.').next().unwrap_or_default().to_ascii_lowercase();
    let is_device = matches!(stem.as_str(), "con" | "prn" | "aux" | "nul")
        || (stem.len() == 4 && (stem.starts_with("com") || stem.starts_with("lpt")));
    match safe {
        "" => format!("plan{suffix}"),
        _ if is_device => format!("plan-{safe}{suffix}"),
        _ => format!("{safe}{suffix}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const PLAN: &str = "# mine\napiVersion: dualstack-planner/v1\nkind: ClusterPlan\nspec: {}\n";

    #[test]
    fn services_stand_behind_the_plan() {
        let text = format!("{PLAN}---\nkind: Service\n---\nkind: Service\n");
        assert_eq!(
            split_services(&text),
            (PLAN, "kind: Service\n---\nkind: Service\n")
        );
        assert_eq!(split_services(PLAN), (PLAN, ""));
        assert_eq!(split_services(""), ("", ""));
    }

    #[test]
    fn a_text_says_whether_it_holds_a_plan() {
        for text in [PLAN, "{\"kind\": \"ClusterPlan\"}", "kind: ClusterPlan\nspec: ["] {
            assert!(holds_plan(text), "{text}");
        }
        for text in [
            "",
            "# made of the ClusterPlan demo\nkind: ClusterConfiguration\n",
            "ClusterPlan",
        ] {
            assert!(!holds_plan(text), "{text}");
        }
    }

    #[test]
    fn a_leading_separator_and_services_before_the_plan_stay_in_the_first_half() {
        let text = format!("---\n{PLAN}--- # next\nkind: Service\n");
        assert_eq!(split_services(&text).1, "kind: Service\n");
        let text = format!("kind: Service\n---\n{PLAN}");
        assert_eq!(split_services(&text), (text.as_str(), ""));
        let text = "{\"kind\": \"ClusterPlan\"}\n---\nkind: Service\n";
        assert_eq!(split_services(text).1, "kind: Service\n");
    }

    #[test]
    fn replacing_services_keeps_the_plan_byte_for_byte() {
        let text = format!("{PLAN}---\nkind: Service\n");
        assert_eq!(with_services(&text, ""), PLAN);
        assert_eq!(with_services(&text, "x: 1"), format!("{PLAN}---\nx: 1"));
        assert_eq!(
            with_services("kind: ClusterPlan", "x: 1"),
            "kind: ClusterPlan\n---\nx: 1"
        );
    }

    #[test]
    fn what_is_typed_as_services_is_read_back_the_same() {
        for typed in [
            "x",
            "kind: Service\n",
            "\n\n",
            "a: |\n  b\n---\nc: 1",
            "---",
            "---\n",
        ] {
            let text = with_services(PLAN, typed);
            assert_eq!(split_services(&text).1, typed, "{typed:?}");
        }
    }

    #[test]
    fn offsets_count_utf16_units() {
        let text = "a: 日本\nb: \u{1F600}x\n";
        assert_eq!(utf16_offset(text, 1, 1), 0);
        assert_eq!(utf16_offset(text, 1, 5), 4);
        assert_eq!(utf16_offset(text, 2, 5), 11);
        assert_eq!(utf16_offset(text, 99, 1), 13);
    }

    #[test]
    fn carets_have_a_line_and_column() {
        let text = "a: 日本\nb: \u{1F600}x\n";
        for (offset, position) in [
            (0, (1, 1)),
            (4, (1, 5)),
            (6, (2, 1)),
            (11, (2, 5)),
            (13, (3, 1)),
            (99, (3, 1)),
        ] {
            assert_eq!(position_at(text, offset), position, "{offset}");
            assert_eq!(utf16_offset(text, position.0, position.1), offset.min(13));
        }
    }

    #[test]
    fn file_names_are_harmless() {
        assert_eq!(file_name("demo", ".yaml"), "demo.yaml");
        assert_eq!(file_name("../../etc/passwd", ".yaml"), "etc-passwd.yaml");
        assert_eq!(file_name("", ".zip"), "plan.zip");
        assert_eq!(file_name("Aux", ".zip"), "plan-Aux.zip");
        assert_eq!(file_name("com1.x", ".yaml"), "plan-com1.x.yaml");
        assert_eq!(file_name("東京 1", ".yaml"), "東京-1.yaml");
    }
}
