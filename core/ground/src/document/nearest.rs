/// Returns the candidate that a mistyped word most likely means. `None` if no candidate is near.
///
/// Case and full-width forms are ignored. Of several equally near candidates the first one is returned.
///
/// ```
/// use dualstack_ground::document::nearest;
/// assert_eq!(nearest("podCidr", ["kubernetesVersion", "podCIDRs"]), Some("podCIDRs"));
/// assert_eq!(nearest("colour", ["podCIDRs"]), None);
/// ```
pub fn nearest<'a>(word: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let fold = |text: &str| {
        super::normalise::normalise(text)
            .trim()
            .to_lowercase()
            .chars()
            .collect::<Vec<_>>()
    };
    let word = fold(word);
    // Names are short; a long text is not a mistyped name, and comparing it costs time.
    if word.len() > 64 {
        return None;
    }
    candidates
        .into_iter()
        .map(|candidate| {
            let folded = fold(candidate);
            (distance(&word, &folded), folded.len(), candidate)
        })
        .filter(|(distance, length, _)| {
            *distance <= (word.len().max(*length) / 3).max(1) && *distance < *length
        })
        .min_by_key(|(distance, ..)| *distance)
        .map(|(.., candidate)| candidate)
}

/// Returns the edit distance of two words: insertions, deletions, replacements and swaps of neighbours.
fn distance(a: &[char], b: &[char]) -> usize {
    let mut before_last: Vec<usize> = Vec::new();
    let mut last: Vec<usize> = (0..=b.len()).collect();
    for (i, x) in a.iter().enumerate() {
        let mut row = Vec::with_capacity(last.len());
        row.push(i + 1);
        for (j, y) in b.iter().enumerate() {
            let at = |row: &[usize], column: usize| row.get(column).copied().unwrap_or(usize::MAX / 2);
            let mut best = (at(&last, j) + usize::from(x != y))
                .min(at(&last, j + 1) + 1)
                .min(at(&row, j) + 1);
            let swapped = i > 0 && j > 0 && a.get(i - 1) == Some(y) && b.get(j - 1) == Some(x);
            if swapped {
                best = best.min(at(&before_last, j - 1) + 1);
            }
            row.push(best);
        }
        before_last = std::mem::replace(&mut last, row);
    }
    last.last().copied().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn distances_count_single_edits_and_swaps() {
        let of = |a: &str, b: &str| distance(&a.chars().collect::<Vec<_>>(), &b.chars().collect::<Vec<_>>());
        for (a, b, expected) in [
            ("", "", 0),
            ("abc", "", 3),
            ("", "ab", 2),
            ("abc", "acb", 1),
            ("kitten", "sitting", 3),
            ("ca", "abc", 3),
        ] {
            assert_eq!(of(a, b), expected, "{a} {b}");
        }
    }

    #[test]
    fn the_nearest_field_is_found() {
        let fields = [
            "podCIDRs",
            "serviceCIDRs",
            "nodeCIDRs",
            "nodes",
            "cni",
            "provider",
        ];
        for (word, expected) in [
            ("podcidrs", Some("podCIDRs")),
            ("podSubnet", None),
            ("serviceCIDR", Some("serviceCIDRs")),
            ("noeds", Some("nodes")),
            ("ｎｏｄｅｓ", Some("nodes")),
            ("cin", Some("cni")),
            ("x", None),
            ("", None),
        ] {
            assert_eq!(nearest(word, fields), expected, "{word}");
        }
    }
}
