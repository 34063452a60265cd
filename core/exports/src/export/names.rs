//! Names of objects and files, derived from the plan's name.

/// Returns a name that the API accepts for an object: a DNS-1123 label made of the usable characters of the plan's
/// name.
pub(super) fn object_name(name: &str) -> String {
    let label: String = name
        .to_ascii_lowercase()
        .chars()
        .map(|c| if c.is_ascii_alphanumeric() { c } else { '-' })
        .take(50)
        .collect();
    let label = label.trim_matches('-');
    if label.is_empty() {
        "cluster".to_owned()
    } else {
        label.to_owned()
    }
}

/// The names that Windows keeps for devices, whatever follows behind a dot (learn.microsoft.com, "Naming Files, Paths,
/// and Namespaces").
const DEVICES: [&str; 6] = ["con", "prn", "aux", "nul", "conin$", "conout$"];
/// The devices that have a number behind these letters.
const NUMBERED_DEVICES: [&str; 2] = ["com", "lpt"];

/// Returns whether every system has files and folders of a name, and no shell takes it for an option.
pub(super) fn is_file_name(name: &str) -> bool {
    let stem = name.split('.').next().unwrap_or_default().to_ascii_lowercase();
    let is_numbered = NUMBERED_DEVICES.iter().any(|device| {
        let number = stem.strip_prefix(device);
        number.is_some_and(|number| number.len() == 1 && number.starts_with(|c: char| c.is_ascii_digit()))
    });
    let is_device = DEVICES.contains(&stem.as_str()) || is_numbered;
    let is_plain = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '-' | '_');
    !name.is_empty()
        && name.chars().all(is_plain)
        && !name.starts_with('-')
        && !name.ends_with('.')
        && !is_device
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_files_are_those_of_every_system() {
        for name in [
            "a",
            "a-b_c.yaml",
            ".hidden",
            "console",
            "com",
            "com10",
            "null.txt",
            "90-con-dualstack.conf",
        ] {
            assert!(is_file_name(name), "{name}");
        }
        for name in [
            "",
            ".",
            "..",
            "con",
            "CON.txt",
            "nul.tar.gz",
            "com1",
            "LPT9.conf",
            "a.",
            "a ",
            "-a",
            "a:b",
            "a\\b",
            "a*",
            "ä",
        ] {
            assert!(!is_file_name(name), "{name}");
        }
    }

    #[test]
    fn names_fit_the_api() {
        for (name, label) in [
            ("demo", "demo"),
            ("Prod EU/1", "prod-eu-1"),
            ("--", "cluster"),
            ("漢字", "cluster"),
        ] {
            assert_eq!(object_name(name), label);
        }
    }
}
