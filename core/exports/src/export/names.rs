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

#[cfg(test)]
mod tests {
    use super::*;

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
