//! Comparison of two texts, line by line.

/// The largest product of the numbers of differing lines for which lines are compared one by one.
const MOST_COMPARED: usize = 1 << 21;

/// The state of a line or object in a comparison.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Change {
    /// It is the same on both sides.
    Same,
    /// It exists only after the change.
    Added,
    /// It exists only before the change.
    Removed,
    /// It exists on both sides, with different content.
    Changed,
}

/// Returns the lines of two texts in one list, by their longest common subsequence.
pub fn difference(before: &str, after: &str) -> Vec<(Change, String)> {
    let old: Vec<&str> = before.lines().collect();
    let new: Vec<&str> = after.lines().collect();
    let equal = |(left, right): &(&&str, &&str)| left == right;
    let start = old.iter().zip(&new).take_while(equal).count();
    let (head, old) = old.split_at_checked(start).unwrap_or_default();
    let new = new.get(start..).unwrap_or_default();
    let end = old.iter().rev().zip(new.iter().rev()).take_while(equal).count();
    let (old, tail) = old.split_at_checked(old.len() - end).unwrap_or_default();
    let new = new.get(..new.len() - end).unwrap_or_default();

    let same = |line: &&str| (Change::Same, (*line).to_owned());
    let mut lines: Vec<(Change, String)> = head.iter().map(same).collect();
    if old.len().saturating_mul(new.len()) > MOST_COMPARED {
        lines.extend(old.iter().map(|line| (Change::Removed, (*line).to_owned())));
        lines.extend(new.iter().map(|line| (Change::Added, (*line).to_owned())));
    } else {
        compare(old, new, &mut lines);
    }
    lines.extend(tail.iter().map(same));
    lines
}

fn compare(old: &[&str], new: &[&str], lines: &mut Vec<(Change, String)>) {
    let common = common_lengths(old, new);
    let length = |i: usize, j: usize| common.get(i).and_then(|row| row.get(j)).copied().unwrap_or(0);
    let (mut i, mut j) = (0, 0);
    loop {
        match (old.get(i), new.get(j)) {
            (Some(left), Some(right)) if left == right => {
                lines.push((Change::Same, (*left).to_owned()));
                (i, j) = (i + 1, j + 1);
            }
            (Some(left), right) if right.is_none() || length(i + 1, j) >= length(i, j + 1) => {
                lines.push((Change::Removed, (*left).to_owned()));
                i += 1;
            }
            (_, Some(right)) => {
                lines.push((Change::Added, (*right).to_owned()));
                j += 1;
            }
            (_, None) => return,
        }
    }
}

/// Returns a table whose entry `[i][j]` is the number of lines that the rests from `i` and `j` have in common.
fn common_lengths(old: &[&str], new: &[&str]) -> Vec<Vec<u32>> {
    let mut below = vec![0; new.len() + 1];
    let mut rows = vec![below.clone()];
    for left in old.iter().rev() {
        let mut row = vec![0; new.len() + 1];
        let mut right_of = 0;
        for (j, right) in new.iter().enumerate().rev() {
            let at = |offset: usize| below.get(j + offset).copied().unwrap_or(0);
            let best = if left == right {
                at(1) + 1
            } else {
                at(0).max(right_of)
            };
            if let Some(cell) = row.get_mut(j) {
                *cell = best;
            }
            right_of = best;
        }
        below.clone_from(&row);
        rows.push(row);
    }
    rows.reverse();
    rows
}

/// Changes that are close together, with the lines around them.
#[derive(Clone, Debug, PartialEq)]
pub struct Hunk {
    /// The header of the hunk: `@@ -1,4 +1,4 @@`.
    pub header: String,
    /// The lines of the hunk.
    pub lines: Vec<(Change, String)>,
}

/// Returns the differences as unified diffs show them, each with so many lines around it. Empty if the texts are equal.
///
/// ```
/// use dualstack_ground::lines::hunks;
/// let found = hunks("a\nb\nc\n", "a\nB\nc\n", 1);
/// assert_eq!(found[0].header, "@@ -1,3 +1,3 @@");
/// ```
pub fn hunks(before: &str, after: &str, context: usize) -> Vec<Hunk> {
    let lines = difference(before, after);
    let mut hunks: Vec<Hunk> = Vec::new();
    let mut next = 0;
    while let Some(first) = position(&lines, next) {
        let start = first.saturating_sub(context).max(next);
        let mut last = first;
        while let Some(more) = position(&lines, last + 1).filter(|more| *more <= last + 2 * context + 1) {
            last = more;
        }
        let end = (last + context + 1).min(lines.len());
        let (within, ahead) = (
            lines.get(start..end).unwrap_or_default(),
            lines.get(..start).unwrap_or_default(),
        );
        hunks.push(Hunk {
            header: format!(
                "@@ -{} +{} @@",
                range(ahead, within, Change::Added),
                range(ahead, within, Change::Removed)
            ),
            lines: within.to_vec(),
        });
        next = end;
    }
    hunks
}

fn position(lines: &[(Change, String)], from: usize) -> Option<usize> {
    let rest = lines.get(from..)?;
    let at = rest.iter().position(|(change, _)| *change != Change::Same)?;
    Some(from + at)
}

/// Returns the first line and the number of lines on the side that lacks `other`.
fn range(ahead: &[(Change, String)], within: &[(Change, String)], other: Change) -> String {
    let count = |lines: &[(Change, String)]| lines.iter().filter(|(change, _)| *change != other).count();
    let (before, length) = (count(ahead), count(within));
    // A side without lines is named by the line before it.
    format!("{},{length}", before + usize::from(length > 0))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(lines: &[(Change, String)]) -> Vec<String> {
        lines
            .iter()
            .map(|(change, line)| match change {
                Change::Added => format!("+{line}"),
                Change::Removed => format!("-{line}"),
                Change::Same | Change::Changed => format!(" {line}"),
            })
            .collect()
    }

    #[test]
    fn only_what_differs_is_marked() {
        let lines = difference("a\nb\nc\n", "a\nx\nc\nd\n");
        assert_eq!(shown(&lines), [" a", "-b", "+x", " c", "+d"]);
        assert_eq!(shown(&difference("", "a")), ["+a"]);
        assert_eq!(shown(&difference("a\nb", "")), ["-a", "-b"]);
        assert_eq!(shown(&difference("a\nb", "a\nb")), [" a", " b"]);
        assert_eq!(shown(&difference("a\nb\na", "b\na\nb")), ["-a", " b", " a", "+b"]);
    }

    #[test]
    fn texts_too_long_to_compare_are_shown_one_after_the_other() {
        let old = format!("x\n{}y\n", "a\n".repeat(2000));
        let new = format!("x\n{}y\n", "b\n".repeat(2000));
        let lines = difference(&old, &new);
        assert_eq!(lines.len(), 4002);
        let changes: Vec<Change> = [0, 1, 2000, 2001, 4000, 4001]
            .map(|at: usize| lines[at].0)
            .to_vec();
        use Change::{Added, Removed, Same};
        assert_eq!(changes, [Same, Removed, Removed, Added, Added, Same]);
    }

    #[test]
    fn a_hunk_names_its_lines_as_diff_does() {
        let old = "1\n2\n3\n4\n5\n6\n7\n8\n9\n10\n11\n12\n13\n14\n15\n";
        let new = "1\n2\n3\n4\nfive\n6\n7\n8\n9\n10\n11\n12\n13\n14\n15\n16\n";
        let found = hunks(old, new, 3);
        let headers: Vec<&str> = found.iter().map(|hunk| hunk.header.as_str()).collect();
        assert_eq!(headers, ["@@ -2,7 +2,7 @@", "@@ -13,3 +13,4 @@"]);
        assert_eq!(
            shown(&found[0].lines),
            [" 2", " 3", " 4", "-5", "+five", " 6", " 7", " 8"]
        );
        assert_eq!(shown(&found[1].lines), [" 13", " 14", " 15", "+16"]);
    }

    #[test]
    fn changes_close_together_are_one_hunk() {
        let found = hunks("1\n2\n3\n4\n5\n6\n7\n8\n", "one\n2\n3\n4\n5\n6\n7\neight\n", 3);
        assert_eq!(found.len(), 1);
        assert_eq!(found[0].header, "@@ -1,8 +1,8 @@");
        assert_eq!(hunks("a\nb\n", "a\nb\n", 3), []);
        assert_eq!(hunks("", "a\n", 3)[0].header, "@@ -0,0 +1,1 @@");
    }
}
