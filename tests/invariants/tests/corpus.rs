//! Every input that fuzzing kept, and every seed, holds the statement of its target.

#![allow(clippy::unwrap_used, reason = "a test")]

use std::fs;
use std::path::Path;

use dualstack_invariants::{TARGETS, recorded_go_values, seeds, target};

/// Seeds of a target that are checked in the ordinary run: one in so many.
const SHARE: usize = 8;

fn corpus() -> std::path::PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../fuzz/corpus")
}

/// The files of a folder, in their order.
fn files(folder: &Path) -> Vec<std::path::PathBuf> {
    let mut files: Vec<_> = fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .collect();
    files.sort_unstable();
    files
}

/// Checks the corpus and the seeds of a target.
fn replay(name: &str) {
    let check = target(name).unwrap().check;
    let kept = files(&corpus().join(name));
    assert!(kept.len() > 10, "the corpus of {name} has {} inputs", kept.len());
    for file in kept {
        println!("{}", file.display());
        check(&fs::read(&file).unwrap());
    }
    for (index, seed) in seeds(name).unwrap().iter().enumerate().step_by(SHARE) {
        println!("seed {index}");
        check(seed);
    }
}

/// One test a target, so that they run side by side.
macro_rules! replayed {
    ($($name:ident)*) => {
        $(
            #[test]
            fn $name() {
                replay(stringify!($name));
            }
        )*

        #[test]
        fn every_target_is_replayed_and_has_a_fuzz_target() {
            let named = [$(stringify!($name)),*];
            let all: Vec<&str> = TARGETS.iter().map(|target| target.name).collect();
            assert_eq!(named, *all);
            let manifest = fs::read_to_string(corpus().join("../Cargo.toml")).unwrap();
            for name in all {
                assert!(manifest.contains(&format!("name = \"{name}\"")), "{name}");
                let file = fs::read_to_string(corpus().join(format!("../fuzz_targets/{name}.rs"))).unwrap();
                assert!(file.contains(&format!("check(\"{name}\", input)")), "{name}");
            }
        }
    };
}

replayed! {
    read decode analyze patch admit import explain paste share_link export node_ipam go_values
}

#[test]
fn the_corpus_is_small() {
    let folders = files(&corpus());
    let bytes: u64 = folders
        .iter()
        .flat_map(|folder| files(folder))
        .map(|file| file.metadata().unwrap().len())
        .sum();
    assert!(bytes <= 2 << 20, "{bytes} bytes");
}

#[test]
fn the_answers_of_go_are_there() {
    assert!(recorded_go_values().len() > 1000);
}
