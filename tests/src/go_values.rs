//! What Go's standard library and `k8s.io/utils/net` say about texts: `go/values.jsonl.gz`, recorded by
//! `go/record/main.go`.

use std::collections::BTreeMap;
use std::path::Path;

use dualstack_core::go::net::{GoNet, split_host_port};
use dualstack_core::go::quote::{json_quote, quoted};
use dualstack_core::go::strconv::{atoi, parse_bool, parse_i32};
use dualstack_core::net::{IpFamily, lenient};
use serde::Deserialize;

use crate::recordings::{lines, vectors};
use crate::{Difference, FileResult};

/// A network as Go reads it.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct GoNetwork {
    /// The network as it is printed.
    network: String,
    /// The number of leading ones of its mask.
    ones: u8,
    /// The width of its mask in bits.
    bits: u8,
    /// The number of addresses, by `RangeSize`.
    size: i64,
    /// Whether it is an IPv6 network, by `IsIPv6CIDR`.
    ipv6: bool,
}

/// What Go says about one text.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct GoAnswers {
    /// The value of `strconv.ParseBool`.
    bool: Option<bool>,
    /// The value of `strconv.ParseInt(text, 0, 32)`, or the last part of its error.
    int32: Result<i32, String>,
    /// The value of `strconv.Atoi`, or its error.
    atoi: Result<i64, String>,
    /// The text as `%q` prints it.
    quoted: String,
    /// The text as `json.Marshal` writes it.
    json: String,
    /// The address that `ParseIPSloppy` reads.
    address: Option<String>,
    /// The network that `ParseCIDRSloppy` reads.
    network: Option<GoNetwork>,
    /// The host and port of `net.SplitHostPort`, or what it says behind the address.
    host_port: Result<(String, String), String>,
}

impl GoAnswers {
    /// Returns what the engine says about a text.
    pub fn of_engine(text: &str) -> GoAnswers {
        let mut json = String::new();
        json_quote(text, &mut json);
        GoAnswers {
            bool: parse_bool(text),
            int32: parse_i32(text).map_err(str::to_owned),
            atoi: atoi(text),
            quoted: quoted(text),
            json,
            address: lenient::parse_address(text).map(|read| read.address.to_string()),
            network: GoNet::parse(text).map(|net| GoNetwork {
                network: net.to_string(),
                ones: net.mask_size(),
                bits: net.width(),
                size: net.range_size(),
                ipv6: net.family() == IpFamily::IPv6,
            }),
            host_port: split_host_port(text)
                .map(|(host, port)| (host.to_owned(), port.to_owned()))
                .map_err(str::to_owned),
        }
    }
}

#[derive(Deserialize)]
struct Line {
    text: String,
    #[serde(flatten)]
    answers: GoAnswers,
}

/// Returns the recorded answers by text.
///
/// # Errors
/// Returns a text if the file cannot be read.
pub fn recordings() -> Result<BTreeMap<String, GoAnswers>, String> {
    read(&vectors().join("go"))
}

fn read(folder: &Path) -> Result<BTreeMap<String, GoAnswers>, String> {
    let lines: Vec<Line> = lines(&folder.join("values.jsonl.gz"))?;
    let read = |line: Line| {
        let mut answers = line.answers;
        // Recorded with Go 1.19. From 1.22 on, which Kubernetes is built with since 1.30, these two have their short forms.
        answers.json = answers.json.replace("\\u0008", "\\b").replace("\\u000c", "\\f");
        answers.quoted = printed(&line.text, &answers.quoted);
        answers.atoi = answers.atoi.map_err(|error| printed(&line.text, &error));
        (line.text, answers)
    };
    Ok(lines.into_iter().map(read).collect())
}

/// Returns what Go of the newest Unicode prints for a text of an older Go: code points that have got a character since are no
/// longer escaped.
fn printed(text: &str, recorded: &str) -> String {
    let mut shown = recorded.to_owned();
    for c in text.chars().filter(|c| !c.is_ascii()) {
        let alone = c.to_string();
        if quoted(&alone) == format!("\"{alone}\"") {
            let escape = match u32::from(c) {
                code @ ..=0xffff => format!("\\u{code:04x}"),
                code => format!("\\U{code:08x}"),
            };
            shown = shown.replace(&escape, &alone);
        }
    }
    shown
}

/// Runs `DIR/go`.
///
/// # Errors
/// Returns a text if the file cannot be read.
pub fn run(dir: &Path) -> Result<Vec<FileResult>, String> {
    let recorded = read(&dir.join("go"))?;
    let differences = recorded.iter().filter_map(|(text, recorded)| {
        let engine = GoAnswers::of_engine(text);
        (&engine != recorded).then(|| Difference {
            case: quoted(text),
            input: text.clone(),
            recorded: format!("{recorded:?}"),
            engine: format!("{engine:?}"),
        })
    });
    Ok(vec![FileResult {
        name: "go/values".to_owned(),
        total: recorded.len(),
        differences: differences.collect(),
    }])
}
