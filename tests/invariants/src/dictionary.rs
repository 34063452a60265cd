//! The words that inputs are made of: the fields and values of the plan's schema, and what components print.

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::fs;

use serde_json::Value;

use crate::seeds::{tests, upstream_texts};

/// libFuzzer's longest word, in bytes.
const LONGEST: usize = 60;

/// Marks of YAML, of links and of command lines, and fields of Services, which the schema does not have.
const OTHERS: &[&str] = &[
    "---\n",
    "...\n",
    ": ",
    "- ",
    "\n  ",
    "? ",
    "|\n",
    ">-\n",
    "&a ",
    "*a",
    "<<: ",
    "!!str ",
    "# ",
    "{",
    "}",
    "[",
    "]",
    "\"",
    "'",
    "\u{feff}",
    "\r\n",
    "v1.",
    "#v1.",
    "&view=",
    "&at=",
    "--",
    "=",
    "10.0.0.0/8",
    "fd00::/8",
    "::ffff:10.0.0.0/104",
    "010.0.0.1",
    "/33",
    "/129",
    "0x18",
    "0o30",
    "kind: Service\n",
    "kind: ServiceCIDR\n",
    "kind: Node\n",
    "kind: List\n",
    "kind: ConfigMap\n",
    "apiVersion: v1\n",
    "items:\n",
    "clusterIP",
    "clusterIPs",
    "ipFamily",
    "ipFamilies",
    "ipFamilyPolicy",
    "SingleStack",
    "PreferDualStack",
    "RequireDualStack",
    "IPv4",
    "IPv6",
    "ports",
    "nodePort",
    "type",
    "NodePort",
    "LoadBalancer",
    "ExternalName",
    "externalTrafficPolicy",
    "loadBalancerSourceRanges",
    "externalIPs",
    "selector",
    "podCIDR",
    "podSubnet",
    "serviceSubnet",
    "--cluster-cidr=",
    "--service-cluster-ip-range=",
    "--feature-gates=",
    "--node-cidr-mask-size=",
    "kube-apiserver",
    "kube-controller-manager",
    "kube-proxy",
    "kubelet",
    "kubeadm",
    "k3s server",
];

/// Returns libFuzzer's dictionary.
///
/// # Errors
/// Returns an error if the schema or a case cannot be read.
pub fn dictionary() -> std::io::Result<String> {
    let schema = fs::read_to_string(tests().join("../pkg/schema.json"))?;
    let mut words: BTreeSet<String> = OTHERS.iter().map(|word| (*word).to_owned()).collect();
    collect(&serde_json::from_str(&schema)?, &mut words);
    for text in upstream_texts()? {
        words.extend(parts(&text));
    }
    let mut written = String::new();
    for word in words
        .iter()
        .filter(|word| !word.is_empty() && word.len() <= LONGEST)
    {
        let _ = writeln!(written, "\"{}\"", escaped(word));
    }
    Ok(written)
}

/// The names of fields, and the values that are allowed.
fn collect(schema: &Value, words: &mut BTreeSet<String>) {
    match schema {
        Value::Object(members) => {
            if let Some(Value::Object(fields)) = members.get("properties") {
                words.extend(fields.keys().map(|field| format!("{field}: ")));
            }
            let values = members
                .get("enum")
                .and_then(Value::as_array)
                .into_iter()
                .flatten();
            let constant = members.get("const");
            words.extend(
                values
                    .chain(constant)
                    .filter_map(Value::as_str)
                    .map(str::to_owned),
            );
            members.values().for_each(|member| collect(member, words));
        }
        Value::Array(items) => items.iter().for_each(|item| collect(item, words)),
        _ => {}
    }
}

/// A text in parts that libFuzzer takes, cut between words.
fn parts(text: &str) -> Vec<String> {
    let mut parts = vec![String::new()];
    for word in text.split_inclusive(' ') {
        match parts.last_mut() {
            Some(part) if part.len() + word.len() <= LONGEST => part.push_str(word),
            _ => parts.push(word.to_owned()),
        }
    }
    parts
}

fn escaped(word: &str) -> String {
    let mut written = String::new();
    for byte in word.bytes() {
        match byte {
            b'"' | b'\\' => {
                written.push('\\');
                written.push(char::from(byte));
            }
            0x20..=0x7e => written.push(char::from(byte)),
            _ => {
                let _ = write!(written, "\\x{byte:02X}");
            }
        }
    }
    written
}
