//! Resolution of plain scalars, as Kubernetes does it.
//!
//! `sigs.k8s.io/yaml` turns YAML into JSON with its copy of go-yaml v2 (`goyaml.v2/resolve.go`), which is YAML 1.1
//! with exceptions: `yes`, `on`, `y` are booleans, `0777` is octal, `1_000` is a number, but sexagesimals
//! (`12:30:45`) and timestamps stay strings. Where a field is known to be a string, readers here take the text as it
//! was written, so that a version `1.30` does not become `1.3`.

use serde_json::Number;

/// The value of a plain scalar, by its type.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Scalar {
    /// Null: an empty value, `~` or `null`.
    Null,
    /// `true`, and in YAML 1.1 also `yes`, `on`, `y`.
    Bool(bool),
    /// An integer of 64 bits, signed or unsigned.
    Int(i128),
    /// Any other number.
    Float(f64),
    /// A point in time; only YAML 1.1 has the type.
    Timestamp,
    /// None of the other types: the text is the value.
    String,
}

/// Returns the value of a plain scalar as Kubernetes reads it into an untyped field. Never [`Scalar::Timestamp`].
///
/// ```
/// use dualstack_ground::document::scalar::{Scalar, resolve};
/// assert_eq!(resolve("on"), Scalar::Bool(true));
/// assert_eq!(resolve("0777"), Scalar::Int(511));
/// assert_eq!(resolve("1:2:3:4:5:6:7:8"), Scalar::String);
/// ```
pub fn resolve(plain: &str) -> Scalar {
    if let Some(word) = word_1_1(plain) {
        return word;
    }
    match plain.bytes().next() {
        Some(b'.') => go_float(plain).map_or(Scalar::String, Scalar::Float),
        Some(b'0'..=b'9' | b'+' | b'-') => {
            let digits = plain.replace('_', "");
            go_int(&digits)
                .map(Scalar::Int)
                .or_else(|| {
                    is_core_float(&digits)
                        .then(|| go_float(&digits))
                        .flatten()
                        .map(Scalar::Float)
                })
                .unwrap_or(Scalar::String)
        }
        _ => Scalar::String,
    }
}

/// Returns whether readers of YAML 1.1 (Ansible, older tools) and of YAML 1.2 read a plain scalar as different
/// values: `on`, `0777`, `1_000`, `12:30:45`, `2001-01-01`, and addresses such as `1:2:3:4:5:6:7:8`.
///
/// ```
/// use dualstack_ground::document::scalar::is_ambiguous;
/// assert!(is_ambiguous("on"));
/// assert!(!is_ambiguous("fd00:10:244::/56"));
/// ```
pub fn is_ambiguous(plain: &str) -> bool {
    // NaN is the only value that differs from itself.
    special_float(plain).is_none() && resolve_1_1(plain) != resolve_1_2(plain)
}

/// Resolves a plain scalar by the types of <https://yaml.org/type/> and PyYAML.
fn resolve_1_1(plain: &str) -> Scalar {
    if matches!(plain, "=" | "<<") {
        // The value key `=` and the merge key `<<` are not strings in YAML 1.1.
        return Scalar::Timestamp;
    }
    if let Some(word) = word_1_1(plain) {
        return word;
    }
    int_1_1(plain)
        .map(Scalar::Int)
        .or_else(|| float_1_1(plain).map(Scalar::Float))
        .or_else(|| is_timestamp(plain).then_some(Scalar::Timestamp))
        .unwrap_or(Scalar::String)
}

/// Resolves a plain scalar by the core schema of YAML 1.2.
fn resolve_1_2(plain: &str) -> Scalar {
    match plain {
        "" | "~" | "null" | "Null" | "NULL" => return Scalar::Null,
        "true" | "True" | "TRUE" => return Scalar::Bool(true),
        "false" | "False" | "FALSE" => return Scalar::Bool(false),
        _ => {}
    }
    if let Some(special) = special_float(plain) {
        return Scalar::Float(special);
    }
    let (sign, digits) = split_sign(plain);
    if !digits.is_empty() && digits.bytes().all(|b| b.is_ascii_digit()) {
        return Scalar::Int(int_of(digits, 10, sign));
    }
    for (prefix, radix) in [("0o", 8), ("0x", 16)] {
        if let Some(digits) = plain.strip_prefix(prefix).filter(|digits| is_run(digits, radix)) {
            return Scalar::Int(int_of(digits, radix, 1));
        }
    }
    if is_core_float(plain) {
        plain.parse().map_or(Scalar::String, Scalar::Float)
    } else {
        Scalar::String
    }
}

/// Looks up the words of YAML 1.1, as go-yaml v2 does before anything else.
fn word_1_1(plain: &str) -> Option<Scalar> {
    Some(match plain {
        "" | "~" | "null" | "Null" | "NULL" => Scalar::Null,
        "y" | "Y" | "yes" | "Yes" | "YES" | "true" | "True" | "TRUE" | "on" | "On" | "ON" => {
            Scalar::Bool(true)
        }
        "n" | "N" | "no" | "No" | "NO" | "false" | "False" | "FALSE" | "off" | "Off" | "OFF" => {
            Scalar::Bool(false)
        }
        _ => Scalar::Float(special_float(plain)?),
    })
}

fn special_float(plain: &str) -> Option<f64> {
    Some(match plain {
        ".nan" | ".NaN" | ".NAN" => f64::NAN,
        ".inf" | ".Inf" | ".INF" | "+.inf" | "+.Inf" | "+.INF" => f64::INFINITY,
        "-.inf" | "-.Inf" | "-.INF" => f64::NEG_INFINITY,
        _ => return None,
    })
}

/// Returns whether the text matches `[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?`, the float of YAML 1.2 and
/// of go-yaml.
fn is_core_float(text: &str) -> bool {
    let (_, unsigned) = split_sign(text);
    let (mantissa, exponent) = match unsigned.split_once(['e', 'E']) {
        Some((mantissa, exponent)) => (mantissa, Some(split_sign(exponent).1)),
        None => (unsigned, None),
    };
    let all_digits = |part: &str| part.bytes().all(|b| b.is_ascii_digit());
    exponent.is_none_or(|digits| !digits.is_empty() && all_digits(digits))
        && match mantissa.split_once('.') {
            Some((whole, fraction)) => {
                all_digits(whole) && all_digits(fraction) && !(whole.is_empty() && fraction.is_empty())
            }
            None => !mantissa.is_empty() && all_digits(mantissa),
        }
}

/// Reads what Go's `strconv.ParseFloat(text, 64)` reads of a text that begins with a digit, a sign or a dot. `None`
/// if the number is out of range.
fn go_float(text: &str) -> Option<f64> {
    if !is_core_float(text) {
        return None;
    }
    decimal(text)
}

/// Reads a decimal number that [`is_core_float`] knows, as the JSON reader does: so that it is the only one that knows
/// floats. Numbers of up to 15 digits are exact, others may differ in the last bit. `None` if the number is out of range.
fn decimal(text: &str) -> Option<f64> {
    let (sign, unsigned) = split_sign(text);
    let (mantissa, exponent) = unsigned.split_once(['e', 'E']).unwrap_or((unsigned, "0"));
    let (whole, fraction) = mantissa.split_once('.').unwrap_or((mantissa, ""));
    // JSON wants a digit on each side of the dot, and no zero before other digits.
    let whole = whole.trim_start_matches('0');
    let whole = if whole.is_empty() { "0" } else { whole };
    let dot = if fraction.is_empty() { "" } else { "." };
    let number: Number = format!("{whole}{dot}{fraction}e{exponent}").parse().ok()?;
    let value = number.as_f64().filter(|value| value.is_finite())?;
    Some(if sign < 0 { -value } else { value })
}

/// Reads what Go's `strconv.ParseInt(text, 0, 64)` and then `ParseUint` read, and go-yaml's `0b` numbers. Underscores
/// are already removed.
fn go_int(text: &str) -> Option<i128> {
    let (sign, unsigned) = split_sign(text);
    let (digits, radix) = match unsigned.as_bytes() {
        [b'0', b'x' | b'X', ..] => (unsigned.get(2..)?, 16),
        [b'0', b'b' | b'B', ..] => (unsigned.get(2..)?, 2),
        [b'0', b'o' | b'O', ..] => (unsigned.get(2..)?, 8),
        [b'0', _, ..] => (unsigned.get(1..)?, 8),
        _ => (unsigned, 10),
    };
    // `0b-1` and `0b+1`: go-yaml hands what follows `0b` to ParseInt again, with its sign.
    if let Some(rest) = text
        .strip_prefix("0b")
        .filter(|rest| rest.starts_with(['+', '-']))
    {
        let (sign, digits) = split_sign(rest);
        return is_run(digits, 2).then(|| int_of(digits, 2, sign));
    }
    let value = is_run(digits, radix).then(|| int_of(digits, radix, sign))?;
    // ParseUint takes no sign.
    (i64::try_from(value).is_ok()
        || (text.starts_with(|c: char| c.is_ascii_digit()) && u64::try_from(value).is_ok()))
    .then_some(value)
}

fn int_1_1(text: &str) -> Option<i128> {
    let (sign, unsigned) = split_sign(text);
    let run = |digits: &str, radix: u32| {
        let plain = digits.replace('_', "");
        is_run(&plain, radix).then(|| int_of(&plain, radix, sign))
    };
    if let Some(digits) = unsigned.strip_prefix("0b") {
        return run(digits, 2);
    }
    if let Some(digits) = unsigned.strip_prefix("0x") {
        return run(digits, 16);
    }
    match unsigned.as_bytes() {
        [b'0'] => Some(0),
        [b'0', ..] => run(unsigned.get(1..)?, 8),
        [b'1'..=b'9', ..] if unsigned.contains(':') => sexagesimal(unsigned).map(|value| value * sign),
        [b'1'..=b'9', ..] => run(unsigned, 10),
        _ => None,
    }
}

fn float_1_1(text: &str) -> Option<f64> {
    let (sign, unsigned) = split_sign(text);
    let (mantissa, exponent) = match unsigned.split_once(['e', 'E']) {
        Some((mantissa, exponent)) => (mantissa, Some(exponent)),
        None => (unsigned, None),
    };
    let (whole, fraction) = mantissa.split_once('.')?;
    let run = |part: &str| part.bytes().all(|b| b.is_ascii_digit() || b == b'_');
    if let Some(exponent) = exponent {
        // The exponent has a sign in YAML 1.1.
        let digits = exponent.strip_prefix(['+', '-'])?;
        if digits.is_empty() || !digits.bytes().all(|b| b.is_ascii_digit()) {
            return None;
        }
    }
    let value = match whole.split_once(':') {
        Some(_) if exponent.is_none() && run(fraction) => {
            // Only that it is a number matters here; the part behind the dot cannot change that.
            sexagesimal_lax(whole)? as f64
        }
        Some(_) => return None,
        None => {
            let starts = |part: &str| part.starts_with(|c: char| c.is_ascii_digit());
            let valid = run(whole)
                && run(fraction)
                && if whole.is_empty() {
                    starts(fraction)
                } else {
                    starts(whole)
                };
            if !valid {
                return None;
            }
            decimal(&unsigned.replace('_', ""))?
        }
    };
    Some(if sign < 0 { -value } else { value })
}

/// Reads `[1-9][0-9_]*(:[0-5]?[0-9])+`, the sexagesimal integer of YAML 1.1.
fn sexagesimal(unsigned: &str) -> Option<i128> {
    if !unsigned.starts_with(|c: char| matches!(c, '1'..='9')) {
        return None;
    }
    sexagesimal_lax(unsigned)
}

/// Reads a number as [`sexagesimal`] does and allows a leading zero, as floats do.
fn sexagesimal_lax(unsigned: &str) -> Option<i128> {
    let (first, rest) = unsigned.split_once(':')?;
    if !first.starts_with(|c: char| c.is_ascii_digit())
        || !first.bytes().all(|b| b.is_ascii_digit() || b == b'_')
    {
        return None;
    }
    rest.split(':')
        .try_fold(first.replace('_', "").parse::<i128>().ok()?, |value, part| {
            let place: i128 = match part.as_bytes() {
                [b'0'..=b'9'] | [b'0'..=b'5', b'0'..=b'9'] => part.parse().ok()?,
                _ => return None,
            };
            value.checked_mul(60)?.checked_add(place)
        })
}

/// Returns whether the text is a date such as `2001-01-01`, with or without a time.
fn is_timestamp(text: &str) -> bool {
    let digits = |part: &str, least: usize, most: usize| {
        (least..=most).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_digit())
    };
    let (date, time) = match text.split_once(['T', 't', ' ', '\t']) {
        Some((date, time)) => (date, Some(time.trim_start())),
        None => (text, None),
    };
    let mut parts = date.split('-');
    let (year, month, day) = (parts.next(), parts.next(), parts.next());
    let (Some(year), Some(month), Some(day), None) = (year, month, day, parts.next()) else {
        return false;
    };
    match time {
        None => digits(year, 4, 4) && digits(month, 2, 2) && digits(day, 2, 2),
        Some(time) => {
            let zone_at = time.find([' ', 'Z', '+', '-']).unwrap_or(time.len());
            let (clock, zone) = time.split_at_checked(zone_at).unwrap_or((time, ""));
            let (clock, fraction) = clock.split_once('.').unwrap_or((clock, ""));
            let mut places = clock.split(':');
            let (hour, minute, second) = (places.next(), places.next(), places.next());
            let (Some(hour), Some(minute), Some(second), None) = (hour, minute, second, places.next()) else {
                return false;
            };
            let zone = zone.trim_start();
            let zone_fits = zone.is_empty()
                || zone == "Z"
                || zone.strip_prefix(['+', '-']).is_some_and(|offset| {
                    let (hours, minutes) = offset.split_once(':').unwrap_or((offset, "00"));
                    digits(hours, 1, 2) && digits(minutes, 2, 2)
                });
            digits(year, 4, 4)
                && digits(month, 1, 2)
                && digits(day, 1, 2)
                && digits(hour, 1, 2)
                && digits(minute, 2, 2)
                && digits(second, 2, 2)
                && fraction.bytes().all(|b| b.is_ascii_digit())
                && zone_fits
        }
    }
}

fn split_sign(text: &str) -> (i128, &str) {
    match text.strip_prefix('-') {
        Some(rest) => (-1, rest),
        None => (1, text.strip_prefix('+').unwrap_or(text)),
    }
}

fn is_run(digits: &str, radix: u32) -> bool {
    !digits.is_empty() && digits.chars().all(|c| c.is_digit(radix))
}

/// Returns the integer of a run of digits. One that does not fit saturates, which is far outside of 64 bits.
fn int_of(digits: &str, radix: u32, sign: i128) -> i128 {
    i128::from_str_radix(digits, radix).unwrap_or(i128::MAX) * sign
}

/// A float without a fraction as an integer, where it is one of 64 bits.
pub(super) fn whole(value: f64) -> Option<i128> {
    let within = value.fract() == 0.0 && value >= i64::MIN as f64 && value < u64::MAX as f64;
    within.then_some(value as i128)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::Scalar::{Bool, Float, Int, Null, String};
    use super::*;

    proptest! {
        #[test]
        fn decimals_are_what_they_say(text in r"[-+]?(\.[0-9]{1,15}|[0-9]{1,9}(\.[0-9]{0,6})?)([eE][-+]?[0-9]{1,2})?") {
            let expected: f64 = text.parse().unwrap();
            let read = decimal(&text).unwrap();
            // The same number, or the next one where it takes more than 15 digits or a large power.
            let apart = (read - expected).abs() / expected.abs().max(f64::MIN_POSITIVE);
            prop_assert!(apart <= f64::EPSILON, "{} is {} and not {}", text, read, expected);
        }
    }

    #[test]
    fn decimals_of_any_form() {
        let cases = [
            ("1.5", 1.5),
            ("-.5", -0.5),
            ("+5.", 5.0),
            ("00.250", 0.25),
            ("0", 0.0),
            ("80.0", 80.0),
            ("1e3", 1000.0),
            ("4.2E-2", 0.042),
            ("123456789012345", 123_456_789_012_345.0),
            ("1e-400", 0.0),
        ];
        for (text, expected) in cases {
            assert_eq!(decimal(text), Some(expected), "{text}");
        }
        assert_eq!(decimal("1e400"), None);
    }

    #[test]
    fn plain_scalars_resolve_as_go_yaml_does() {
        for (plain, expected) in [
            ("", Null),
            ("~", Null),
            ("null", Null),
            ("NULL", Null),
            ("nULL", String),
            ("true", Bool(true)),
            ("yes", Bool(true)),
            ("On", Bool(true)),
            ("y", Bool(true)),
            ("oN", String),
            ("no", Bool(false)),
            ("N", Bool(false)),
            ("OFF", Bool(false)),
            ("0", Int(0)),
            ("-0", Int(0)),
            ("+40", Int(40)),
            ("1_000", Int(1000)),
            ("0777", Int(511)),
            ("-0777", Int(-511)),
            ("0o17", Int(15)),
            ("0x1F", Int(31)),
            ("-0x1f", Int(-31)),
            ("0b101", Int(5)),
            ("0b-101", Int(-5)),
            ("08", Float(8.0)),
            ("09.5", Float(9.5)),
            ("1.30", Float(1.3)),
            ("1.", Float(1.0)),
            (".5", Float(0.5)),
            (".5_0", String),
            ("1e3", Float(1000.0)),
            ("1e+3", Float(1000.0)),
            ("1e999", String),
            ("1e", String),
            (".", String),
            ("-", String),
            ("+", String),
            ("-.5", Float(-0.5)),
            (".inf", Float(f64::INFINITY)),
            ("-.INF", Float(f64::NEG_INFINITY)),
            ("inf", String),
            ("9223372036854775807", Int(9_223_372_036_854_775_807)),
            ("18446744073709551615", Int(18_446_744_073_709_551_615)),
            ("18446744073709551616", Float(18_446_744_073_709_551_616.0)),
            ("-9223372036854775809", Float(-9_223_372_036_854_775_809.0)),
            ("12:30:45", String),
            ("1:2:3:4:5:6:7:8", String),
            ("2001-01-01", String),
            ("2001-12-14t21:59:43.10-05:00", String),
            ("fd00:10:244::/56", String),
            ("2001:db8::", String),
            ("10.244.0.0/16", String),
            ("10.0.0.1", String),
            ("1.2.3", String),
            ("v1.30", String),
            ("=", String),
            ("<<", String),
            ("0x", String),
            ("0xg", String),
            ("0b2", String),
            ("1 000", String),
            ("\u{ff11}", String),
        ] {
            assert_eq!(resolve(plain), expected, "{plain}");
        }
        assert!(matches!(resolve(".nan"), Float(value) if value.is_nan()));
    }

    #[test]
    fn readers_of_1_1_and_1_2_disagree_on_these() {
        for plain in [
            "on",
            "y",
            "No",
            "0777",
            "0o17",
            "08",
            "0b11",
            "1_000",
            "1_0.5",
            "12:30:45",
            "1:2:3:4:5:6:7:8",
            "10:20",
            "190:20:30.15",
            "2001-01-01",
            "2001-12-14 21:59:43.10 -5",
            "1e3",
            "1.5e3",
            "=",
            "<<",
            "0b1",
            "0777",
        ] {
            assert!(is_ambiguous(plain), "{plain}");
        }
    }

    #[test]
    fn readers_of_1_1_and_1_2_agree_on_these() {
        for plain in [
            "",
            "~",
            "true",
            "FALSE",
            "0",
            "40",
            "-7",
            "+7",
            "0x1F",
            "1.36",
            "1.30",
            ".5",
            "1.",
            "1.5e+3",
            "-.inf",
            "fd00:10:244::/56",
            "2001:db8::",
            "::1",
            "::",
            "10.244.0.0/16",
            "10.0.0.1",
            "1.2.3",
            "v1",
            "1:60",
            "340282366920938463463374607431768211456",
            "1:2:3:4:5:6:7:88",
            "web",
            "yess",
            "oN",
            "2001-1-1",
            "demo:1",
            "1:",
            "192.168.1.1:80",
        ] {
            assert!(!is_ambiguous(plain), "{plain}");
        }
    }
}
