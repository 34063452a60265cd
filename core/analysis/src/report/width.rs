//! The number of terminal cells that a text takes (Unicode Standard Annex 11, East Asian Width).

/// The characters of two cells, as ranges: width W and F, and pictures.
const WIDE: &[(u32, u32)] = &[
    (0x1100, 0x115f),
    (0x231a, 0x231b),
    (0x2329, 0x232a),
    (0x23e9, 0x23ec),
    (0x2e80, 0x303e),
    (0x3041, 0x33ff),
    (0x3400, 0x4dbf),
    (0x4e00, 0xa4c6),
    (0xa960, 0xa97c),
    (0xac00, 0xd7a3),
    (0xf900, 0xfaff),
    (0xfe10, 0xfe19),
    (0xfe30, 0xfe6b),
    (0xff01, 0xff60),
    (0xffe0, 0xffe6),
    (0x16fe0, 0x18cff),
    (0x1b000, 0x1b2ff),
    (0x1f300, 0x1f64f),
    (0x1f680, 0x1f6ff),
    (0x1f900, 0x1f9ff),
    (0x20000, 0x3fffd),
];

/// The characters of no cell: marks and joiners.
const ZERO: &[(u32, u32)] = &[
    (0x0300, 0x036f),
    (0x0591, 0x05bd),
    (0x0610, 0x061a),
    (0x064b, 0x065f),
    (0x200b, 0x200f),
    (0x202a, 0x202e),
    (0x2060, 0x2069),
    (0x20d0, 0x20ff),
    (0x3099, 0x309a),
    (0xfe00, 0xfe0f),
    (0xfe20, 0xfe2f),
    (0xfeff, 0xfeff),
];

fn within(ranges: &[(u32, u32)], c: char) -> bool {
    let code = u32::from(c);
    ranges
        .iter()
        .any(|(first, last)| (*first..=*last).contains(&code))
}

/// Returns the number of cells a character takes: 0, 1 or 2.
pub(super) fn cells(c: char) -> usize {
    if c.is_ascii() {
        1
    } else if within(ZERO, c) {
        0
    } else if within(WIDE, c) {
        2
    } else {
        1
    }
}

/// Returns the number of cells a text takes.
///
/// ```
/// use dualstack_analysis::report::display_width;
/// assert_eq!(display_width("pods: 日本"), 10);
/// ```
pub fn display_width(text: &str) -> usize {
    text.chars().map(cells).sum()
}

/// Returns a table for a terminal: columns as wide as their widest cell, two blanks between them. Columns of `numbers` stand
/// at the right.
///
/// ```
/// use dualstack_analysis::report::aligned;
/// let text = |cells: [&str; 2]| cells.map(str::to_owned).to_vec();
/// let table = aligned(&text(["month", "nodes"]), &[text(["2026-11", "8"])], &[1]);
/// assert_eq!(table, "month    nodes\n2026-11      8\n");
/// ```
pub fn aligned(head: &[String], rows: &[Vec<String>], numbers: &[usize]) -> String {
    let widths: Vec<usize> = head
        .iter()
        .enumerate()
        .map(|(index, title)| {
            let cells = rows.iter().filter_map(|row| row.get(index));
            cells
                .map(|cell| display_width(cell))
                .chain([display_width(title)])
                .max()
                .unwrap_or_default()
        })
        .collect();
    let mut out = String::new();
    for row in std::iter::once(head).chain(rows.iter().map(Vec::as_slice)) {
        let line: Vec<String> = row
            .iter()
            .zip(&widths)
            .zip(0..)
            .map(|((cell, width), index)| {
                let blanks = " ".repeat(width.saturating_sub(display_width(cell)));
                match numbers.contains(&index) {
                    true => format!("{blanks}{cell}"),
                    false => format!("{cell}{blanks}"),
                }
            })
            .collect();
        out.push_str(line.join("  ").trim_end());
        out.push('\n');
    }
    out
}

/// Appends a character in a form that is safe in a terminal: control characters and those that change the writing
/// direction are spelled out, and a tab becomes two blanks.
pub(super) fn push_printable(out: &mut String, c: char) {
    match c {
        '\t' => out.push_str("  "),
        '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' => out.push_str(&c.escape_unicode().to_string()),
        c if c.is_control() => out.push_str(&c.escape_unicode().to_string()),
        c => out.push(c),
    }
}

/// Returns a text in a form that is safe in a terminal, on one line.
pub fn printable(text: &str) -> String {
    text.chars().fold(String::new(), |mut out, c| {
        push_printable(&mut out, if c == '\n' { ' ' } else { c });
        out
    })
}
