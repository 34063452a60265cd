//! The command `cargo xtask mutants`: changes to the engine that some test has to notice, by cargo-mutants.

use std::fs;
use std::path::Path;

use crate::command::Cmd;
use crate::error::{Result, fail};
use crate::tools;
use crate::workspace::target;

/// A module, its crate, and its files.
struct Module {
    name: &'static str,
    package: &'static str,
    files: &'static [&'static str],
}

const MODULES: &[Module] = &[
    Module {
        name: "admission",
        package: "dualstack-kubernetes",
        files: &["core/kubernetes/src/admission/**/*.rs"],
    },
    Module {
        name: "nodeipam",
        package: "dualstack-kubernetes",
        files: &["core/kubernetes/src/nodeipam/*.rs"],
    },
    Module {
        name: "clusterip",
        package: "dualstack-kubernetes",
        files: &["core/kubernetes/src/clusterip/*.rs"],
    },
    Module {
        name: "net",
        package: "dualstack-ground",
        files: &["core/ground/src/net/*.rs"],
    },
    Module {
        name: "components",
        package: "dualstack-kubernetes",
        files: &["core/kubernetes/src/components/**/*.rs"],
    },
];

/// The recorded answers of real components, with which those are tried that the tests of their own crate let live.
const RECORDINGS: &str = "dualstack-conformance";

/// Runs `mutants`.
pub(crate) fn run(arguments: &[String]) -> Result {
    let names: Vec<&str> = MODULES.iter().map(|module| module.name).collect();
    let (module, rest) = match arguments.split_first() {
        Some((name, rest)) => match MODULES.iter().find(|module| module.name == name) {
            Some(module) => (module, rest),
            None => return fail(format!("there is no module `{name}`: {}", names.join(", "))),
        },
        None => return fail(format!("usage: cargo xtask mutants {} [option of cargo-mutants …]", names.join("|"))),
    };
    let folder = target().join("mutants").join(module.name);
    fs::create_dir_all(&folder).map_err(|error| crate::error::Error::new(error.to_string()))?;
    // It ends with a failure where a mutant lives; the figures say more.
    let tried = |options: &str, package: &str| -> Result {
        let program = Cmd::new(tools::mutants()?.join("cargo-mutants"))
            .arg("mutants")
            .args(options)
            .arg("--test-package")
            .arg(package)
            .arg("--output")
            .arg(&folder)
            .args("--no-shuffle --colors never")
            .env("CARGO_TARGET_DIR", target().join("mutants/target"));
        let program = module.files.iter().fold(program, |program, glob| program.arg("--file").arg(glob));
        let _ = rest.iter().fold(program, Cmd::arg).run();
        Ok(())
    };
    let out = folder.join("mutants.out");
    tried("", module.package)?;
    if Figures::read(&out).is_none_or(|figures| figures.alive() > 0) {
        tried("--iterate", RECORDINGS)?;
    }
    let Some(figures) = Figures::read(&out) else {
        return fail("cargo-mutants has tried nothing");
    };
    for mutant in lines(&out, "missed.txt").iter().chain(&lines(&out, "timeout.txt")) {
        println!("alive: {mutant}");
    }
    println!("{}: {}", module.name, figures.shown());
    Ok(())
}

fn lines(out: &Path, name: &str) -> Vec<String> {
    let text = fs::read_to_string(out.join(name)).unwrap_or_default();
    text.lines().map(str::to_owned).collect()
}

/// How many mutants there are of each kind.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Figures {
    killed: usize,
    missed: usize,
    /// Those with which the tests do not end: nobody knows whether one would have noticed.
    endless: usize,
    /// Those that do not compile.
    unviable: usize,
}

impl Figures {
    /// Reads the lists of a run. `None` if there was none.
    fn read(out: &Path) -> Option<Figures> {
        let count = |name: &str| lines(out, name).len();
        let figures = Figures {
            killed: count("caught.txt") + count("previously_caught.txt"),
            missed: count("missed.txt"),
            endless: count("timeout.txt"),
            unviable: count("unviable.txt"),
        };
        (figures.killed + figures.alive() > 0).then_some(figures)
    }

    fn alive(self) -> usize {
        self.missed + self.endless
    }

    fn shown(self) -> String {
        let all = self.killed + self.alive();
        format!(
            "{} of {all} mutants are noticed ({} %), {} live, {} do not end; {} do not compile",
            self.killed,
            self.killed * 100 / all.max(1),
            self.missed,
            self.endless,
            self.unviable
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::workspace::root;

    #[test]
    fn every_module_has_files() {
        for glob in MODULES.iter().flat_map(|module| module.files) {
            let folder = glob.split("/*").next().unwrap_or_default();
            assert!(root().join(folder).is_dir(), "{glob}");
        }
        assert!(run(&["nothing".to_owned()]).unwrap_err().to_string().contains("`nothing`"));
        assert!(run(&[]).is_err());
    }

    #[test]
    fn the_share_is_of_those_that_compile() {
        let out = std::env::temp_dir().join(format!("xtask-mutants-{}", std::process::id()));
        fs::create_dir_all(&out).unwrap();
        assert_eq!(Figures::read(&out), None);
        fs::write(out.join("caught.txt"), "a\nb\n").unwrap();
        fs::write(out.join("previously_caught.txt"), "c\n").unwrap();
        fs::write(out.join("missed.txt"), "d\n").unwrap();
        fs::write(out.join("unviable.txt"), "e\n").unwrap();
        let shown = Figures::read(&out).unwrap().shown();
        assert_eq!(shown, "3 of 4 mutants are noticed (75 %), 1 live, 0 do not end; 1 do not compile");
        fs::remove_dir_all(&out).unwrap();
    }
}
