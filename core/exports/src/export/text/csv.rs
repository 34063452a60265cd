//! Comma-separated values (RFC 4180), with line feeds; safe to open in a spreadsheet.

/// Returns a record with its line break.
pub(in crate::export) fn record<T: AsRef<str>>(fields: &[T]) -> String {
    // A lone empty field would be an empty line, which readers skip.
    if let [only] = fields
        && only.as_ref().is_empty()
    {
        return "\"\"\n".to_owned();
    }
    let mut line = fields
        .iter()
        .map(|field| quote(field.as_ref()))
        .collect::<Vec<_>>()
        .join(",");
    line.push('\n');
    line
}

/// Returns a text in a form that a field can hold: on one line, and nothing a spreadsheet would compute (OWASP, CSV
/// injection).
pub(in crate::export) fn plain(text: &str) -> String {
    let text = super::one_line(text);
    if text
        .trim_start()
        .starts_with(['=', '+', '-', '@', '＝', '＋', '－', '＠'])
    {
        format!("'{text}")
    } else {
        text
    }
}

/// Returns the text as a field, cut to `characters` characters for a database column.
pub(in crate::export) fn clipped(text: &str, characters: usize) -> String {
    plain(text).chars().take(characters).collect()
}

fn quote(field: &str) -> String {
    // Readers that trim fields leave quoted ones alone.
    if field.contains([',', '"', '\n', '\r']) || field.trim() != field {
        format!("\"{}\"", field.replace('"', "\"\""))
    } else {
        field.to_owned()
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// A reader of RFC 4180.
    fn read(text: &str) -> Vec<Vec<String>> {
        let mut records = vec![vec![String::new()]];
        let mut quoted = false;
        let mut characters = text.chars().peekable();
        while let Some(c) = characters.next() {
            let record = records.last_mut().unwrap();
            match c {
                '"' if quoted && characters.peek() == Some(&'"') => {
                    characters.next();
                    record.last_mut().unwrap().push('"');
                }
                '"' => quoted = !quoted,
                ',' if !quoted => record.push(String::new()),
                '\n' if !quoted => records.push(vec![String::new()]),
                c => record.last_mut().unwrap().push(c),
            }
        }
        assert_eq!(records.pop().unwrap(), [""], "ends with a line break");
        records
    }

    #[test]
    fn fields_are_quoted_where_they_have_to_be() {
        assert_eq!(
            record(&["demo", "", "10.244.0.0/16", "a, b", "say \"x\"", " y"]),
            "demo,,10.244.0.0/16,\"a, b\",\"say \"\"x\"\"\",\" y\"\n"
        );
        assert_eq!(record(&[""]), "\"\"\n");
    }

    #[test]
    fn formulas_become_text() {
        for (text, safe) in [
            ("=1+1", "'=1+1"),
            ("  @SUM(A1)", "'  @SUM(A1)"),
            ("\t-2", "' -2"),
            ("＝1", "'＝1"),
            ("a=b", "a=b"),
            ("a\r\nb", "a  b"),
        ] {
            assert_eq!(plain(text), safe);
        }
        assert_eq!(clipped("=abcdef", 4), "'=ab");
    }

    proptest! {
        #[test]
        fn records_read_back(rows in proptest::collection::vec(proptest::collection::vec("[ -~äß漢\n]{0,12}", 1..5), 0..4)) {
            let text: String = rows.iter().map(|row| record(row)).collect();
            prop_assert_eq!(read(&text), rows);
        }

        #[test]
        fn nothing_of_the_outside_is_computed(text in "\\PC{0,12}|[\t\r\n =+@-]{0,4}[a-z(]{0,4}") {
            let cell = plain(&text);
            prop_assert!(!cell.trim_start().starts_with(['=', '+', '-', '@']), "{cell:?}");
            prop_assert!(!cell.chars().any(char::is_control));
            let line = super::super::one_line(&text);
            prop_assert!(cell.ends_with(&line));
        }
    }
}
