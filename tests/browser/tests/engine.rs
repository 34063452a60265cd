//! The engine in headless Chromium gives what it gives natively. The expectations are written out, so the same
//! figures hold in `core`'s own tests.
#![cfg(target_arch = "wasm32")]
#![allow(
    missing_docs,
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test"
)]

use dualstack_core::i18n::{Message, speaking};
use dualstack_core::kubernetes::Version;
use dualstack_core::net::{AddressCount, Cidr};
use dualstack_core::plan::suggest::{SuggestRequest, suggest};
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};

wasm_bindgen_test_configure!(run_in_browser);

fn cidr(text: &str) -> Cidr {
    text.parse().unwrap()
}

#[wasm_bindgen_test]
fn ranges_are_read_and_printed_canonically() {
    assert_eq!(cidr("fd00:10:244::/56").to_string(), "fd00:10:244::/56");
    assert!("2001:DB8:0:0:0:0:0:0/32".parse::<Cidr>().is_err());
    assert!("10.244.0.1/16".parse::<Cidr>().is_err());
    assert!("::ffff:10.0.0.0/104".parse::<Cidr>().is_err());
}

#[wasm_bindgen_test]
fn counts_are_exact_on_a_32_bit_machine() {
    assert_eq!(cidr("10.0.0.0/8").size().to_string(), "16777216");
    assert_eq!(cidr("fd00::/64").size().to_string(), "18446744073709551616");
    assert_eq!(
        cidr("::/0").size().to_string(),
        "340282366920938463463374607431768211456"
    );
    assert_eq!(cidr("::/0").size(), AddressCount::power_of_two(128));
}

#[wasm_bindgen_test]
fn every_version_is_known() {
    let versions: Vec<String> = Version::all().map(|version| version.to_string()).collect();
    assert_eq!(
        (versions.len(), versions[0].as_str(), versions[21].as_str()),
        (22, "1.16", "1.37")
    );
}

#[wasm_bindgen_test]
fn a_suggestion_is_the_same_as_natively() {
    let request: SuggestRequest =
        serde_json::from_str(r#"{"nodes": 40, "seed": "1", "blocks": ["10.0.0.0/8"]}"#).unwrap();
    let plan = suggest(&request).unwrap();
    let text = serde_json::to_string(&plan.spec.pod_cidrs).unwrap();
    assert_eq!(text, "[\"10.0.0.0/17\",\"fd91:a2d:ec89::/56\"]");
}

#[wasm_bindgen_test]
fn messages_are_there_in_both_languages() {
    let text = |tag: &str| {
        speaking(tag, || {
            serde_json::to_value(Message::new("ADDR005.title")).unwrap()
        })["text"]
            .clone()
    };
    assert_eq!(text("en"), "Host bits in a range");
    assert_eq!(text("ja"), "範囲にホストビットがある");
}
