//! What the engine says natively about plans at random, for a comparison with what it says as WASM
//! (`tests/same/same.test.mjs`).

use dualstack_core::export::targets;
use dualstack_core::i18n::{LOCALES, speaking};
use dualstack_core::{AnalyzeOptions, analyze, export_plan_file};
use serde::Serialize;
use serde_json::{Value, json};

use crate::random_plans::{Random, plan_with_services};

/// Where the plans begin: the same on every machine.
const SEED: u64 = 0x5a3e_b17e_55ed;

/// A plan, the language that is spoken about it, and the seed of what components pick.
#[derive(Clone, Debug, Serialize)]
pub struct Sample {
    /// The text of the plan file.
    pub text: String,
    /// The tag of the language.
    pub lang: &'static str,
    /// The seed.
    pub seed: u64,
}

/// Returns so many plans, with each language in turn.
pub fn samples(count: usize) -> impl Iterator<Item = Sample> {
    let mut random = Random(SEED);
    let languages = LOCALES.iter().map(|locale| locale.tag).cycle();
    languages.take(count).zip(0..).map(move |(lang, seed)| Sample {
        text: plan_with_services(&mut random),
        lang,
        seed,
    })
}

/// Returns the report about a plan and its exports to every target, as the calls give them: JSON.
pub fn answers(sample: &Sample) -> [String; 2] {
    let options = AnalyzeOptions {
        seed: sample.seed,
        ..AnalyzeOptions::default()
    };
    let ids: Vec<&str> = targets().iter().map(|target| target.id).collect();
    speaking(sample.lang, || {
        let report = analyze(&sample.text, &options);
        let exported = export_plan_file(&sample.text, &ids, &options, sample.lang);
        let value = (!exported.files.is_empty()).then_some(&exported);
        [text_of(&report), text_of(&(value, &exported.diagnostics))]
    })
}

fn text_of<T: Serialize>(value: &T) -> String {
    serde_json::to_string(value).unwrap_or_default()
}

/// Returns a sample with the digests of its answers.
pub fn line(sample: &Sample) -> Value {
    let [report, exports] = answers(sample).map(|answer| digest(&answer));
    json!({
        "text": sample.text,
        "lang": sample.lang,
        "seed": sample.seed.to_string(),
        "report": report,
        "exports": exports,
    })
}

/// Returns two FNV-1a hashes of 32 bits with different beginnings, which JavaScript computes soon too.
pub fn digest(text: &str) -> String {
    let hash = |begin: u32| {
        text.bytes().fold(begin, |hash, byte| {
            (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193)
        })
    };
    format!("{:08x}{:08x}", hash(0x811c_9dc5), hash(0x1234_5678))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_digest_is_that_of_fnv() {
        assert_eq!(&digest("")[..8], "811c9dc5");
        assert_eq!(&digest("a")[..8], "e40c292c");
        assert_ne!(digest("ab"), digest("ba"));
    }

    #[test]
    fn every_language_comes_and_no_plan_comes_twice() {
        let all: Vec<Sample> = samples(40).collect();
        for locale in LOCALES {
            assert_eq!(all.iter().filter(|sample| sample.lang == locale.tag).count(), 10);
        }
        let mut texts: Vec<&str> = all.iter().map(|sample| sample.text.as_str()).collect();
        texts.sort_unstable();
        texts.dedup();
        assert_eq!(texts.len(), 40);
    }
}
