//! Where fuzzing begins: with the cases of the rules, what people bring, and what was recorded.

use std::fs;
use std::path::{Path, PathBuf};

use dualstack_conformance::random_plans::{Random, plan_with_services};
use dualstack_conformance::rules;
use dualstack_web::share::encode;

use crate::go_values::recorded;

/// Longer seeds are left out: mutations of them would be slow, and say nothing more.
pub(crate) const LONGEST: usize = 6 << 10;
const RANDOM_PLANS: usize = 40;

/// Returns the seeds of a target, each once.
///
/// # Errors
/// Returns an error if a folder of cases cannot be read.
pub fn seeds(target: &str) -> std::io::Result<Vec<Vec<u8>>> {
    let mut seeds: Vec<Vec<u8>> = match target {
        "read" | "decode" | "analyze" | "patch" | "export" => plans()?,
        "admit" => services()?,
        "import" | "paste" => [brought()?, plans()?].concat(),
        "explain" => [lines()?, brought()?].concat(),
        "share_link" => links()?,
        "go_values" => recorded()
            .keys()
            .step_by(20)
            .map(|text| text.clone().into_bytes())
            .collect(),
        "node_ipam" => numbers(),
        _ => Vec::new(),
    };
    seeds.retain(|seed| seed.len() <= LONGEST);
    seeds.sort_unstable();
    seeds.dedup();
    Ok(seeds)
}

/// The folder of this project's tests.
pub(crate) fn tests() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}

fn bytes(texts: impl IntoIterator<Item = String>) -> Vec<Vec<u8>> {
    texts.into_iter().map(String::into_bytes).collect()
}

/// The plans of the cases of every rule, and plans at random.
fn plans() -> std::io::Result<Vec<Vec<u8>>> {
    let cases = rules::read_all(&tests().join("cases/rules"))?;
    let mut random = Random(0x0f_u64 << 40 | 0x5eed);
    let made = (0..RANDOM_PLANS).map(|_| plan_with_services(&mut random));
    let given = cases.into_values().flatten().map(|case| case.plan);
    Ok(bytes(given.chain(made).collect::<Vec<_>>()))
}

/// Two Services of the cases in each seed.
fn services() -> std::io::Result<Vec<Vec<u8>>> {
    let cases = rules::read_all(&tests().join("cases/rules"))?;
    let documents: Vec<String> = cases
        .into_values()
        .flatten()
        .flat_map(|case| case.plan.split("---\n").map(str::to_owned).collect::<Vec<_>>())
        .filter(|document| document.contains("kind: Service\n"))
        .collect();
    let pairs = documents.windows(2).map(|pair| pair.join("---\n"));
    Ok(bytes(pairs))
}

/// The blocks of the import cases, and the files that real people had.
fn brought() -> std::io::Result<Vec<Vec<u8>>> {
    let mut found = Vec::new();
    for file in files(&tests().join("cases/real/inputs"))? {
        found.push(fs::read(file)?);
    }
    for file in files(&tests().join("cases/imports"))? {
        let text = fs::read_to_string(file)?;
        found.extend(bytes(blocks(&text, "source")));
    }
    Ok(found)
}

/// What components print, as the cases quote it.
fn lines() -> std::io::Result<Vec<Vec<u8>>> {
    Ok(bytes(
        upstream_texts()?
            .into_iter()
            .map(|text| format!("E0711 10:00:00.1 1 run.go:74] {text}\n")),
    ))
}

/// The texts of components in the cases of rules.
pub(crate) fn upstream_texts() -> std::io::Result<Vec<String>> {
    let cases = rules::read_all(&tests().join("cases/rules"))?;
    let mut texts: Vec<String> = cases
        .into_values()
        .flatten()
        .flat_map(|case| case.expected.unwrap_or_default())
        .filter_map(|line| line.trim_start().strip_prefix("upstream: ").map(str::to_owned))
        .collect();
    texts.sort_unstable();
    texts.dedup();
    Ok(texts)
}

/// Links that were handed out, links to the plans of the cases, and plans themselves.
fn links() -> std::io::Result<Vec<Vec<u8>>> {
    let handed_out = fs::read_to_string(tests().join("e2e/links.json"))?;
    let handed_out = handed_out
        .split('"')
        .filter(|part| part.contains("v1."))
        .map(str::to_owned);
    let plans = plans()?;
    let texts = plans
        .iter()
        .step_by(10)
        .map(|plan| String::from_utf8_lossy(plan).into_owned());
    let texts: Vec<String> = texts.collect();
    let made = texts
        .iter()
        .filter_map(|text| Some(format!("#{}&view=exports&at=10.0.0.0/8", encode(text)?)));
    Ok(bytes(handed_out.chain(made).chain(texts.clone())))
}

fn numbers() -> Vec<Vec<u8>> {
    let mut random = Random(0x000b_10c5);
    let mut byte = || u8::try_from(random.below(256)).unwrap_or_default();
    (0..60)
        .map(|index| (0..20 + 8 * index).map(|_| byte()).collect())
        .collect()
}

fn files(folder: &Path) -> std::io::Result<Vec<PathBuf>> {
    let entries: Vec<_> = fs::read_dir(folder)?.collect::<Result<_, _>>()?;
    let mut paths: Vec<PathBuf> = entries.iter().map(fs::DirEntry::path).collect();
    paths.retain(|path| path.is_file());
    paths.sort_unstable();
    Ok(paths)
}

/// The fenced blocks of a Markdown text whose mark begins with a word.
fn blocks(text: &str, word: &str) -> Vec<String> {
    let mut found = Vec::new();
    let mut lines = text.lines();
    while let Some(line) = lines.next() {
        let Some(mark) = line.strip_prefix("```") else {
            continue;
        };
        let block: Vec<&str> = lines.by_ref().take_while(|line| *line != "```").collect();
        if mark.split(' ').next() == Some(word) {
            found.push(format!("{}\n", block.join("\n")));
        }
    }
    found
}
