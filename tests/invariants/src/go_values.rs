//! What Go reads and writes: against answers that were recorded from Go, and against slow readers for what was not.

use std::collections::BTreeMap;
use std::sync::OnceLock;

use dualstack_conformance::go_values::{GoAnswers, recordings};
use dualstack_core::go::net::{GoNet, split_host_port};
use dualstack_core::go::quote::quoted;
use dualstack_core::go::strconv::{atoi, parse_bool, parse_i32};
use dualstack_core::net::lenient::{parse_address, parse_cidr};

use crate::input::text_of;

pub(crate) fn check(bytes: &[u8]) {
    let text = text_of(bytes);
    let answers = GoAnswers::of_engine(&text);
    if let Some(recorded) = recorded().get(text.as_ref()) {
        assert_eq!(&answers, recorded, "{text:?}");
    }
    numbers(&text);
    quotes(&text);
    networks(&text);
    if let Ok((host, port)) = split_host_port(&text) {
        assert!(
            !port.contains(':') && text.ends_with(port) && text.contains(host),
            "{text:?}"
        );
    }
}

/// The recorded answers by text.
pub fn recorded() -> &'static BTreeMap<String, GoAnswers> {
    static RECORDED: OnceLock<BTreeMap<String, GoAnswers>> = OnceLock::new();
    RECORDED.get_or_init(|| recordings().unwrap_or_default())
}

fn numbers(text: &str) {
    // A decimal number is the same to every reader.
    let digits = text.strip_prefix('-').unwrap_or(text);
    let is_decimal = !digits.is_empty()
        && digits.bytes().all(|digit| digit.is_ascii_digit())
        && (digits == "0" || !digits.starts_with('0'));
    if is_decimal {
        assert_eq!(atoi(text).ok(), text.parse().ok(), "{text:?}");
        assert_eq!(parse_i32(text).ok(), text.parse().ok(), "{text:?}");
    }
    if let Ok(number) = parse_i32(text) {
        assert_eq!(parse_i32(&number.to_string()), Ok(number), "{text:?}");
        assert!(
            text.bytes()
                .all(|byte| byte.is_ascii_alphanumeric() || b"+-_".contains(&byte)),
            "{text:?}"
        );
    }
    if let Ok(number) = atoi(text) {
        assert_eq!(
            text.trim_start_matches('+').parse().ok(),
            Some(number),
            "{text:?}"
        );
    }
    if let Some(value) = parse_bool(text) {
        let first = text.to_ascii_lowercase();
        assert_eq!(value, matches!(first.as_str(), "1" | "t" | "true"), "{text:?}");
    }
}

/// A quoted text is read back by undoing its escapes.
fn quotes(text: &str) {
    let quoted = quoted(text);
    assert_eq!(unquoted(&quoted).as_deref(), Some(text), "{quoted}");
}

fn unquoted(quoted: &str) -> Option<String> {
    let mut chars = quoted.strip_prefix('"')?.strip_suffix('"')?.chars();
    let mut text = String::new();
    while let Some(c) = chars.next() {
        if c != '\\' {
            text.push(c);
            continue;
        }
        let escape = chars.next()?;
        let digits = match escape {
            'x' => 2,
            'u' => 4,
            'U' => 8,
            _ => 0,
        };
        text.push(match escape {
            'a' => '\u{7}',
            'b' => '\u{8}',
            'f' => '\u{c}',
            'n' => '\n',
            'r' => '\r',
            't' => '\t',
            'v' => '\u{b}',
            'x' | 'u' | 'U' => {
                let number: String = chars.by_ref().take(digits).collect();
                char::from_u32(u32::from_str_radix(&number, 16).ok()?)?
            }
            other => other,
        });
    }
    Some(text)
}

fn networks(text: &str) {
    // What the standard library reads is read, as the same; it is stricter than Go's older readers.
    if let Ok(address) = text.parse::<std::net::IpAddr>() {
        let read = parse_address(text).map(|read| read.address);
        assert_eq!(read, Some(address.to_canonical()), "{text:?}");
    }
    if let Some(read) = parse_address(text) {
        let again = parse_address(&read.address.to_string());
        assert!(
            again.is_some_and(|again| again.address == read.address && again.oddities.is_empty()),
            "{text:?}"
        );
    }
    if let Some(read) = parse_cidr(text) {
        let again = parse_cidr(&read.cidr.to_string());
        assert!(
            again.is_some_and(|again| again.cidr == read.cidr && again.oddities.is_empty()),
            "{text:?}"
        );
        assert!(read.cidr.contains_address(read.address), "{text:?}");
    }
    assert_eq!(
        GoNet::parse(text).is_some(),
        parse_cidr(text).is_some(),
        "{text:?}"
    );
    if let Some(net) = GoNet::parse(text) {
        let printed = net.to_string();
        let again = GoNet::parse(&printed);
        // A mapped network is printed as the IPv4 network that it is not.
        assert!(again.is_some(), "{text:?} is printed as {printed}");
        let _ = (net.range_size(), net.host_bits(), net.family());
    }
}
