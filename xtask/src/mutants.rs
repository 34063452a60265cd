//! The command `cargo xtask mutants`: small changes to the engine, one at a time, and whether a test notices.
//!
//! cargo-mutants makes the changes, in a copy of the workspace that is kept, so that only the changed crate is compiled for
//! each. It goes through a part in shares of its mutants, spread over all of its files, and what was found out is kept: a run
//! goes on where the last one stopped.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use crate::build::remove_tree;
use crate::command::Cmd;
use crate::error::{Context as _, Result, fail};
use crate::new::copy_workspace;
use crate::progress::say;
use crate::tools;
use crate::workspace::target;

const USAGE: &str = "usage: cargo xtask mutants [PART,…] [--minutes N] [--survivors] | --list";

/// Files whose mutants are looked at together, and the package whose tests have to notice.
struct Part {
    name: &'static str,
    package: &'static str,
    files: &'static str,
}

const PARTS: &[Part] = &[
    Part {
        name: "cidr",
        package: "dualstack-cidr",
        files: "core/cidr/src/**/*.rs",
    },
    Part {
        name: "net",
        package: "dualstack-ground",
        files: "core/ground/src/net/**/*.rs",
    },
    Part {
        name: "clusterip",
        package: "dualstack-kubernetes",
        files: "core/kubernetes/src/clusterip/**/*.rs",
    },
    Part {
        name: "nodeipam",
        package: "dualstack-kubernetes",
        files: "core/kubernetes/src/nodeipam/**/*.rs",
    },
    Part {
        name: "components",
        package: "dualstack-kubernetes",
        files: "core/kubernetes/src/components/**/*.rs",
    },
    Part {
        name: "admission",
        package: "dualstack-kubernetes",
        files: "core/kubernetes/src/admission/**/*.rs",
    },
];

/// The mutants of a part are gone through in so many shares.
const SHARES: usize = 40;

/// What a test may take, in seconds. A mutant that takes longer hangs, which is noticed.
const LONGEST_TEST: &str = "120";

/// The lists that cargo-mutants writes, and what they say.
const LISTS: [(&str, Verdict); 4] = [
    ("caught.txt", Verdict::Noticed),
    ("timeout.txt", Verdict::Noticed),
    ("missed.txt", Verdict::Survived),
    ("unviable.txt", Verdict::Refused),
];

/// What became of a mutant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Verdict {
    /// A test failed, or never ended.
    Noticed,
    /// Every test passed.
    Survived,
    /// It does not compile.
    Refused,
}

impl Verdict {
    const ALL: [(&'static str, Verdict); 3] = [
        ("noticed", Verdict::Noticed),
        ("survived", Verdict::Survived),
        ("refused", Verdict::Refused),
    ];

    fn name(self) -> &'static str {
        let found = Verdict::ALL.iter().find(|(_, verdict)| *verdict == self);
        found.map_or("", |(name, _)| name)
    }

    fn named(name: &str) -> Option<Verdict> {
        let found = Verdict::ALL.iter().find(|(known, _)| *known == name);
        found.map(|(_, verdict)| *verdict)
    }
}

struct Order {
    parts: Vec<&'static Part>,
    minutes: u64,
    survivors: bool,
}

/// Runs `mutants`.
pub(crate) fn run(arguments: &[String]) -> Result {
    if arguments == ["--list"] {
        for part in PARTS {
            println!("{:12}{}", part.name, part.files);
        }
        return Ok(());
    }
    let order = order(arguments)?;
    let end = Instant::now() + Duration::from_secs(order.minutes * 60);
    let folder = target().join("mutants");
    fs::create_dir_all(&folder).context(format!("cannot create {}", folder.display()))?;
    let bench = Bench {
        programs: tools::mutants()?,
        tree: folder.join("tree"),
        folder,
    };
    copy_workspace(&bench.tree)?;
    let mut table = Table::default();
    for part in order.parts {
        let mut known = Known::read(&bench.file(part))?;
        if order.survivors {
            bench.try_survivors(part, &mut known)?;
        } else {
            bench.go_on(part, &mut known, end)?;
        }
        table.add(part.name, &known);
    }
    print!("{}", table.shown());
    Ok(())
}

fn order(arguments: &[String]) -> Result<Order> {
    let mut order = Order {
        parts: PARTS.iter().collect(),
        minutes: 60,
        survivors: false,
    };
    let mut given = arguments.iter();
    while let Some(argument) = given.next() {
        match argument.as_str() {
            "--minutes" => {
                let minutes = given.next().and_then(|text| text.parse().ok());
                order.minutes = minutes.map_or_else(|| fail("--minutes needs a number"), Ok)?;
            }
            "--survivors" => order.survivors = true,
            option if option.starts_with('-') => return fail(USAGE),
            names => {
                let part = |name| match PARTS.iter().find(|part| part.name == name) {
                    Some(part) => Ok(part),
                    None => fail(format!("there is no part `{name}`; see --list")),
                };
                order.parts = names.split(',').map(part).collect::<Result<_>>()?;
            }
        }
    }
    Ok(order)
}

/// The copy of the workspace, and what works in it.
struct Bench {
    programs: PathBuf,
    folder: PathBuf,
    tree: PathBuf,
}

impl Bench {
    /// Where the results of a part are kept.
    fn file(&self, part: &Part) -> PathBuf {
        self.folder.join(format!("{}.txt", part.name))
    }

    /// Tries shares of a part that were not tried yet, until the time is over.
    fn go_on(&self, part: &Part, known: &mut Known, end: Instant) -> Result {
        for share in 0..SHARES {
            if known.shares.contains(&share) {
                continue;
            }
            if Instant::now() > end {
                return Ok(());
            }
            say(&format!(
                "{}: share {} of {SHARES}",
                part.name,
                share.saturating_add(1)
            ));
            self.try_these(part, &["--shard", &format!("{share}/{SHARES}")], known)?;
            known.shares.push(share);
            known.write(&self.file(part))?;
        }
        Ok(())
    }

    /// Tries those once more that no test noticed.
    fn try_survivors(&self, part: &Part, known: &mut Known) -> Result {
        let names: Vec<String> = known.of(Verdict::Survived).map(literally).collect();
        if names.is_empty() {
            return Ok(());
        }
        say(&format!("{}: {} that survived", part.name, names.len()));
        // Whoever is excluded or not there any more is not among the results.
        known.mutants.retain(|_, verdict| *verdict != Verdict::Survived);
        let pattern = format!("^({})$", names.join("|"));
        self.try_these(part, &["--re", &pattern], known)?;
        known.write(&self.file(part))
    }

    fn try_these(&self, part: &Part, which: &[&str], known: &mut Known) -> Result {
        let out = self.folder.join("out");
        remove_tree(&out)?;
        fs::create_dir_all(&out).context(format!("cannot create {}", out.display()))?;
        let mutants = Cmd::cargo()
            .arg("mutants")
            .args("--in-place --baseline skip --no-shuffle --colors never --timeout")
            .args(LONGEST_TEST)
            .arg("--output")
            .arg(&out)
            .arg("--package")
            .arg(part.package)
            .arg("--file")
            .arg(part.files);
        // What is not zero is told by the lists: a mutant survived, or hung.
        let printed = which
            .iter()
            .fold(mutants, Cmd::arg)
            .dir(&self.tree)
            .env("CARGO_TARGET_DIR", self.folder.join("build"))
            // Only the changed crate is compiled, again and again.
            .env("CARGO_INCREMENTAL", "1")
            .env("CARGO_PROFILE_DEV_DEBUG", "none")
            .env("CARGO_PROFILE_TEST_DEBUG", "none")
            .paths(std::slice::from_ref(&self.programs))?
            .any_output()?;
        let lists = out.join("mutants.out");
        if !lists.join("caught.txt").is_file() {
            return if printed.contains("No mutants") {
                Ok(())
            } else {
                fail(format!("cargo-mutants tried nothing:\n{printed}"))
            };
        }
        for (file, verdict) in LISTS {
            let text = fs::read_to_string(lists.join(file)).unwrap_or_default();
            let names = text.lines().filter(|name| !name.is_empty());
            known.mutants.extend(names.map(|name| (name.to_owned(), verdict)));
        }
        Ok(())
    }
}

/// A text as the regular expression that it alone matches.
fn literally(text: &str) -> String {
    let mut pattern = String::new();
    for letter in text.chars() {
        if "\\.+*?()|[]{}^$".contains(letter) {
            pattern.push('\\');
        }
        pattern.push(letter);
    }
    pattern
}

/// What is known of the mutants of a part.
#[derive(Debug, Default, PartialEq)]
struct Known {
    shares: Vec<usize>,
    mutants: BTreeMap<String, Verdict>,
}

impl Known {
    fn read(file: &Path) -> Result<Known> {
        if !file.is_file() {
            return Ok(Known::default());
        }
        let text = fs::read_to_string(file).context(format!("cannot read {}", file.display()))?;
        Ok(Known::parse(&text))
    }

    fn parse(text: &str) -> Known {
        let mut known = Known::default();
        for (word, rest) in text.lines().filter_map(|line| line.split_once(' ')) {
            match (word, Verdict::named(word)) {
                ("share", _) => known.shares.extend(rest.parse::<usize>().ok()),
                (_, Some(verdict)) => {
                    known.mutants.insert(rest.to_owned(), verdict);
                }
                _ => {}
            }
        }
        known
    }

    fn text(&self) -> String {
        let mut text = String::new();
        for share in &self.shares {
            let _ = writeln!(text, "share {share}");
        }
        for (name, verdict) in &self.mutants {
            let _ = writeln!(text, "{} {name}", verdict.name());
        }
        text
    }

    fn write(&self, file: &Path) -> Result {
        fs::write(file, self.text()).context(format!("cannot write {}", file.display()))
    }

    fn of(&self, wanted: Verdict) -> impl Iterator<Item = &str> {
        let of = self
            .mutants
            .iter()
            .filter(move |(_, verdict)| **verdict == wanted);
        of.map(|(name, _)| name.as_str())
    }
}

/// What is printed: a row a part, and those that survived.
#[derive(Debug, Default)]
struct Table {
    rows: Vec<(String, usize, [usize; 3])>,
    survivors: Vec<String>,
}

impl Table {
    fn add(&mut self, name: &str, known: &Known) {
        let counts = Verdict::ALL.map(|(_, verdict)| known.of(verdict).count());
        self.rows.push((name.to_owned(), known.shares.len(), counts));
        self.survivors
            .extend(known.of(Verdict::Survived).map(str::to_owned));
    }

    fn shown(&self) -> String {
        let mut text = String::new();
        for name in &self.survivors {
            let _ = writeln!(text, "survived: {name}");
        }
        let _ = writeln!(
            text,
            "{:12}{:>8}{:>9}{:>9}{:>10}{:>14}{:>8}",
            "part", "tried", "mutants", "noticed", "survived", "not compiled", "share"
        );
        for (name, shares, [noticed, survived, refused]) in &self.rows {
            let tried = noticed + survived;
            let _ = writeln!(
                text,
                "{name:12}{:>6} %{:>9}{noticed:>9}{survived:>10}{refused:>14}{:>8}",
                100 * shares / SHARES,
                tried + refused,
                share(*noticed, tried)
            );
        }
        text
    }
}

/// A share in percent, never rounded up to all.
fn share(part: usize, whole: usize) -> String {
    if whole == 0 {
        return "-".to_owned();
    }
    let thousandths = 1000 * part / whole;
    format!("{}.{} %", thousandths / 10, thousandths % 10)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn arguments(text: &str) -> Vec<String> {
        text.split_whitespace().map(str::to_owned).collect()
    }

    #[test]
    fn parts_and_minutes_are_named() {
        let of = |text: &str| {
            order(&arguments(text)).map(|order| {
                let names: Vec<&str> = order.parts.iter().map(|part| part.name).collect();
                (names.join(" "), order.minutes, order.survivors)
            })
        };
        assert_eq!(
            of("net,cidr --minutes 5").unwrap(),
            ("net cidr".to_owned(), 5, false)
        );
        assert_eq!(of("net --survivors").unwrap(), ("net".to_owned(), 60, true));
        assert_eq!(of("").unwrap().0.split(' ').count(), PARTS.len());
        assert!(of("nett").unwrap_err().to_string().contains("`nett`"));
        assert!(of("--minutes x").is_err());
        assert!(of("--all").is_err());
    }

    #[test]
    fn the_files_of_every_part_are_there() {
        for part in PARTS {
            let folder = part.files.strip_suffix("/**/*.rs").unwrap();
            assert!(crate::workspace::root().join(folder).is_dir(), "{}", part.name);
        }
    }

    #[test]
    fn what_is_known_is_read_as_it_was_written() {
        let mut known = Known::default();
        known.shares.extend([0, 2]);
        for (name, verdict) in [
            ("a.rs:1:2: replace f with 0", Verdict::Noticed),
            ("a.rs:3:4: replace + with -", Verdict::Survived),
            ("b.rs:1:2: replace g with 0", Verdict::Refused),
        ] {
            known.mutants.insert(name.to_owned(), verdict);
        }
        assert_eq!(Known::parse(&known.text()), known);
        assert_eq!(Known::parse("odd line\nx\n"), Known::default());
    }

    #[test]
    fn the_share_is_of_those_that_compile() {
        let mut table = Table::default();
        table.add(
            "net",
            &Known::parse("share 0\nnoticed a\nnoticed b\nsurvived c: x\nrefused d\n"),
        );
        table.add("cidr", &Known::default());
        let shown = table.shown();
        let lines: Vec<&str> = shown.lines().collect();
        assert_eq!(lines[0], "survived: c: x");
        assert_eq!(
            lines[2],
            "net              2 %        4        2         1             1  66.6 %"
        );
        assert!(lines[3].ends_with(" -"), "{shown}");
        assert_eq!(share(999, 1000), "99.9 %");
        assert_eq!(share(9999, 10_000), "99.9 %");
        assert_eq!(share(3, 3), "100.0 %");
    }

    #[test]
    fn a_name_is_a_pattern_of_itself() {
        assert_eq!(literally("a.rs:1: + -> ()"), "a\\.rs:1: \\+ -> \\(\\)");
    }
}
