//! Reading of numbers and booleans, as Go's `strconv` does it, with its error texts.

use super::quote::quoted;

const SYNTAX: &str = "invalid syntax";
const RANGE: &str = "value out of range";

/// Reads what `strconv.ParseBool` reads. `None` if that returns an error.
pub fn parse_bool(text: &str) -> Option<bool> {
    match text {
        "1" | "t" | "T" | "TRUE" | "true" | "True" => Some(true),
        "0" | "f" | "F" | "FALSE" | "false" | "False" => Some(false),
        _ => None,
    }
}

/// Reads what `strconv.ParseInt(text, 0, 32)` reads: also `0x18`, `0b11000`, `0o30`, `030` (octal) and `2_4`.
///
/// # Errors
/// Returns the last part of Go's error text: `invalid syntax` or `value out of range`.
pub fn parse_i32(text: &str) -> Result<i32, &'static str> {
    let (negative, digits) = match text.strip_prefix('-') {
        Some(rest) => (true, rest),
        None => (false, text.strip_prefix('+').unwrap_or(text)),
    };
    let lower = digits.to_ascii_lowercase();
    let (base, prefixed, body) = match lower.get(..2) {
        Some("0x") => (16, true, lower.get(2..).unwrap_or_default()),
        Some("0b") => (2, true, lower.get(2..).unwrap_or_default()),
        Some("0o") => (8, true, lower.get(2..).unwrap_or_default()),
        Some(_) if lower.starts_with('0') => (8, true, lower.get(1..).unwrap_or_default()),
        _ => (10, false, lower.as_str()),
    };
    // Underscores only between digits, or between the prefix and a digit.
    let underscores_fit =
        !body.ends_with('_') && !body.contains("__") && (prefixed || !body.starts_with('_'));
    let magnitude = match body {
        "" => Err(SYNTAX),
        digits => parse_uint(digits, base, true, u64::from(u32::MAX)),
    }?;
    if body.contains('_') && !underscores_fit {
        return Err(SYNTAX);
    }
    signed(magnitude, negative, i32::MAX.unsigned_abs().into())
        .and_then(|number| i32::try_from(number).map_err(|_| RANGE))
}

/// Reads digits as the loop of `strconv.ParseUint` does: a number that is too large is found before what follows is looked at.
fn parse_uint(digits: &str, base: u32, underscores: bool, most: u64) -> Result<u64, &'static str> {
    let mut number = 0_u64;
    for c in digits.chars().filter(|c| !underscores || *c != '_') {
        let digit = c.to_digit(base).ok_or(SYNTAX)?;
        let next = number
            .checked_mul(base.into())
            .and_then(|number| number.checked_add(digit.into()));
        number = next.filter(|next| *next <= most).ok_or(RANGE)?;
    }
    Ok(number)
}

/// Returns the number with its sign. `most` is the largest one of that size.
fn signed(magnitude: u64, negative: bool, most: u64) -> Result<i64, &'static str> {
    if magnitude > most.saturating_add(negative.into()) {
        return Err(RANGE);
    }
    // The smallest number has no positive counterpart.
    Ok(if negative {
        0_i64.wrapping_sub_unsigned(magnitude)
    } else {
        magnitude.cast_signed()
    })
}

/// Reads what `strconv.Atoi` reads.
///
/// # Errors
/// Returns the whole text of Go's error.
pub fn atoi(text: &str) -> Result<i64, String> {
    let digits = text.strip_prefix(['+', '-']).unwrap_or(text);
    let magnitude = match digits {
        "" => Err(SYNTAX),
        digits => parse_uint(digits, 10, false, u64::MAX),
    };
    let number =
        magnitude.and_then(|magnitude| signed(magnitude, text.starts_with('-'), i64::MAX.unsigned_abs()));
    number.map_err(|fault| format!("strconv.Atoi: parsing {}: {fault}", quoted(text)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_read_as_go_reads_them() {
        for (text, value) in [
            ("24", Ok(24)),
            ("0x18", Ok(24)),
            ("030", Ok(24)),
            ("0o30", Ok(24)),
            ("0b1_1000", Ok(24)),
            ("0_30", Ok(24)),
            ("+24", Ok(24)),
            ("-1", Ok(-1)),
            ("0", Ok(0)),
            ("2_4", Ok(24)),
            ("08", Err("invalid syntax")),
            ("", Err("invalid syntax")),
            ("0x", Err("invalid syntax")),
            ("24 ", Err("invalid syntax")),
            ("_24", Err("invalid syntax")),
            ("2147483648", Err("value out of range")),
            (
                "99999999999999999999999999999999999999999999999999",
                Err("value out of range"),
            ),
        ] {
            assert_eq!(parse_i32(text), value, "{text:?}");
        }
    }
    #[test]
    fn atoi_reads_decimal_numbers_only() {
        assert_eq!(atoi("+24"), Ok(24));
        assert_eq!(
            atoi("0x18"),
            Err("strconv.Atoi: parsing \"0x18\": invalid syntax".to_owned())
        );
        assert_eq!(
            atoi("9223372036854775808"),
            Err("strconv.Atoi: parsing \"9223372036854775808\": value out of range".to_owned())
        );
    }
}
