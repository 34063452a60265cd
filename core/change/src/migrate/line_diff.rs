//! The difference of two files line by line, in the form of `diff -u`.

/// The number of lines that are the same around those that differ.
const CONTEXT: usize = 2;

/// A line of a difference.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Line<'a> {
    Same(&'a str),
    Gone(&'a str),
    New(&'a str),
}

/// Returns the difference of two texts in unified form; empty if there is none.
pub(super) fn unified(path: &str, before: &str, after: &str) -> String {
    let (old, new): (Vec<&str>, Vec<&str>) = (before.lines().collect(), after.lines().collect());
    let lines = compared(&old, &new);
    let differs: Vec<usize> = lines
        .iter()
        .enumerate()
        .filter(|(_, line)| !matches!(line, Line::Same(_)))
        .map(|(index, _)| index)
        .collect();
    let near = |index: usize| differs.iter().any(|differs| differs.abs_diff(index) <= CONTEXT);
    let mut out = String::new();
    // The numbers of the next line in both files, from 1.
    let (mut old_line, mut new_line) = (1usize, 1usize);
    let mut hunk: Vec<Line<'_>> = Vec::new();
    let mut begins = (1, 1);
    let mut finish = |hunk: &mut Vec<Line<'_>>, begins: (usize, usize)| {
        if hunk.is_empty() {
            return;
        }
        let count = |own: fn(&Line<'_>) -> bool| hunk.iter().filter(|line| own(line)).count();
        let old = count(|line| !matches!(line, Line::New(_)));
        let new = count(|line| !matches!(line, Line::Gone(_)));
        if out.is_empty() {
            out.push_str(&format!("--- {path}\n+++ {path}\n"));
        }
        out.push_str(&format!("@@ -{},{old} +{},{new} @@\n", begins.0, begins.1));
        for line in hunk.drain(..) {
            let (sign, text) = match line {
                Line::Same(text) => (' ', text),
                Line::Gone(text) => ('-', text),
                Line::New(text) => ('+', text),
            };
            out.push_str(format!("{sign}{text}").trim_end());
            out.push('\n');
        }
    };
    for (index, line) in lines.iter().enumerate() {
        if near(index) {
            if hunk.is_empty() {
                begins = (old_line, new_line);
            }
            hunk.push(*line);
        } else {
            finish(&mut hunk, begins);
        }
        old_line = old_line.saturating_add(usize::from(!matches!(line, Line::New(_))));
        new_line = new_line.saturating_add(usize::from(!matches!(line, Line::Gone(_))));
    }
    finish(&mut hunk, begins);
    out
}

/// Compares two lists of lines by their longest common part. Exported files have some hundred lines.
fn compared<'a>(old: &[&'a str], new: &[&'a str]) -> Vec<Line<'a>> {
    let width = new.len().saturating_add(1);
    let place = |i: usize, j: usize| i.saturating_mul(width).saturating_add(j);
    let mut common = vec![0u32; old.len().saturating_add(1).saturating_mul(width)];
    let at = |common: &[u32], i: usize, j: usize| common.get(place(i, j)).copied().unwrap_or_default();
    for (i, line) in old.iter().enumerate().rev() {
        for (j, other) in new.iter().enumerate().rev() {
            let longest = match line == other {
                true => at(&common, i.saturating_add(1), j.saturating_add(1)).saturating_add(1),
                false => at(&common, i.saturating_add(1), j).max(at(&common, i, j.saturating_add(1))),
            };
            if let Some(cell) = common.get_mut(place(i, j)) {
                *cell = longest;
            }
        }
    }
    let mut lines = Vec::new();
    let (mut i, mut j) = (0usize, 0usize);
    loop {
        match (old.get(i), new.get(j)) {
            (Some(line), Some(other)) if line == other => {
                lines.push(Line::Same(line));
                i = i.saturating_add(1);
                j = j.saturating_add(1);
            }
            (Some(line), other)
                if other.is_none()
                    || at(&common, i.saturating_add(1), j) >= at(&common, i, j.saturating_add(1)) =>
            {
                lines.push(Line::Gone(line));
                i = i.saturating_add(1);
            }
            (_, Some(other)) => {
                lines.push(Line::New(other));
                j = j.saturating_add(1);
            }
            (_, None) => return lines,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn changes_far_apart_are_hunks_of_their_own() {
        let before = "a\nb\nc\nd\ne\nf\ng\nh\ni\n";
        let after = "a\nB\nc\nd\ne\nf\ng\nh\ni\nj\n";
        assert_eq!(
            unified("x.yaml", before, after),
            "--- x.yaml\n+++ x.yaml\n@@ -1,4 +1,4 @@\n a\n-b\n+B\n c\n d\n@@ -8,2 +8,3 @@\n h\n i\n+j\n"
        );
        assert_eq!(unified("x.yaml", before, before), "");
    }

    #[test]
    fn a_file_that_is_new_is_all_new() {
        assert_eq!(unified("x", "", "a\n"), "--- x\n+++ x\n@@ -1,0 +1,1 @@\n+a\n");
    }
}
