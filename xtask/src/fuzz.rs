//! The command `cargo xtask fuzz`: the targets of `tests/fuzz` by libFuzzer, with a table of what was done.
//!
//! The instrumentation is that of cargo-fuzz without a sanitizer, by flags that the stable compiler has: the engine has no
//! unsafe code whose memory an address sanitizer would watch. `cargo fuzz run TARGET` in `tests` works as well.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};
use std::time::Instant;

use crate::build::list;
use crate::command::Cmd;
use crate::error::{Context as _, Result, fail};
use crate::progress::say;
use crate::workspace::{root, target};

const USAGE: &str = "usage: cargo xtask fuzz [TARGET,…] [--minutes N] [--keep] | --list";

/// Coverage by counters beside the edges of the program, and the values that it compares.
const FLAGS: &str = "-Cpasses=sancov-module -Cllvm-args=-sanitizer-coverage-level=4 \
    -Cllvm-args=-sanitizer-coverage-inline-8bit-counters -Cllvm-args=-sanitizer-coverage-pc-table \
    -Cllvm-args=-sanitizer-coverage-trace-compares -Cllvm-args=-simplifycfg-branch-fold-threshold=0";

/// An input of more bytes says nothing more, and takes longer.
const LONGEST_INPUT: u32 = 8 << 10;
/// What one input may take, in seconds and mebibytes; more is a fault.
const LIMITS: &str = "-timeout=20 -rss_limit_mb=2048 -malloc_limit_mb=512";
/// What the kept corpus of one target may hold, in bytes.
const KEPT_BYTES: u64 = 24 << 10;

struct Order {
    targets: Vec<String>,
    minutes: u64,
    keep: bool,
}

/// Runs `fuzz`.
pub(crate) fn run(arguments: &[String]) -> Result {
    let all = targets()?;
    if arguments == ["--list"] {
        return invariants()?.arg("list").run();
    }
    let order = order(arguments, &all)?;
    let fuzz = Fuzz::prepare(&order.targets)?;
    let mut table = Table::read(&fuzz.folder);
    let mut faults = Vec::new();
    for name in &order.targets {
        if order.minutes > 0 {
            let run = fuzz.run(name, order.minutes)?;
            faults.extend(run.fault.clone());
            table.add(name, &run);
            table.write(&fuzz.folder)?;
        }
        if order.keep {
            fuzz.keep(name)?;
        }
    }
    print!("{}", table.shown());
    if faults.is_empty() {
        return Ok(());
    }
    fail(format!(
        "{} inputs break a statement:\n{}",
        faults.len(),
        faults.join("\n")
    ))
}

fn order(arguments: &[String], all: &[String]) -> Result<Order> {
    let mut order = Order {
        targets: all.to_vec(),
        minutes: 1,
        keep: false,
    };
    let mut given = arguments.iter();
    while let Some(argument) = given.next() {
        match argument.as_str() {
            "--minutes" => {
                let minutes = given.next().and_then(|text| text.parse().ok());
                order.minutes = minutes.map_or_else(|| fail("--minutes needs a number"), Ok)?;
            }
            "--keep" => order.keep = true,
            option if option.starts_with('-') => return fail(USAGE),
            names => {
                order.targets = names.split(',').map(str::to_owned).collect();
                if let Some(unknown) = order.targets.iter().find(|name| !all.contains(name)) {
                    return fail(format!("there is no target `{unknown}`; see --list"));
                }
            }
        }
    }
    Ok(order)
}

/// The names of the targets: those of the files.
fn targets() -> Result<Vec<String>> {
    let files = list(&root().join("tests/fuzz/fuzz_targets"))?;
    let name = |file: &PathBuf| Some(file.file_stem()?.to_string_lossy().into_owned());
    Ok(files.iter().filter_map(name).collect())
}

/// The program that writes what fuzzing begins with.
fn invariants() -> Result<Cmd> {
    Ok(Cmd::cargo().args("run --quiet -p dualstack-invariants --"))
}

/// The kept corpus of a target, which is replayed as an ordinary test.
fn kept(name: &str) -> PathBuf {
    root().join("tests/fuzz/corpus").join(name)
}

/// What one run of a target did.
#[derive(Clone, Debug, Default)]
struct Run {
    executions: u64,
    /// Seconds of processor time; `None` where the system does not tell.
    processor: Option<u64>,
    elapsed: u64,
    /// The largest memory, in mebibytes.
    memory: u64,
    /// The input that breaks the statement, and how to look at it.
    fault: Option<String>,
}

/// The built targets, and what they begin with.
struct Fuzz {
    folder: PathBuf,
    programs: PathBuf,
}

impl Fuzz {
    /// Builds the targets and writes seeds and dictionary.
    fn prepare(targets: &[String]) -> Result<Fuzz> {
        let folder = target().join("fuzz");
        let host = host()?;
        // With a target named, the flags are not those of build scripts and macros.
        Cmd::cargo()
            .args("build --release --bins --target")
            .arg(&host)
            .arg("--target-dir")
            .arg(&folder)
            .dir("tests/fuzz")
            .env("RUSTFLAGS", FLAGS)
            .run()?;
        invariants()?
            .arg("dictionary")
            .arg(folder.join("dictionary"))
            .run()?;
        for name in targets {
            invariants()?
                .arg("seeds")
                .arg(name)
                .arg(folder.join("seeds").join(name))
                .run()?;
        }
        Ok(Fuzz {
            programs: folder.join(host).join("release"),
            folder,
        })
    }

    fn program(&self, name: &str) -> Cmd {
        Cmd::new(self.programs.join(name))
            .arg(format!("-max_len={LONGEST_INPUT}"))
            .args(LIMITS)
            .quiet()
    }

    /// A folder of a target, which is made.
    fn place(&self, of: &str, name: &str) -> Result<PathBuf> {
        let place = self.folder.join(of).join(name);
        fs::create_dir_all(&place).context(format!("cannot create {}", place.display()))?;
        Ok(place)
    }

    /// The folders with inputs of a target. What is found is added to the first.
    fn sources(&self, name: &str) -> Result<Vec<PathBuf>> {
        let mut places = vec![self.place("corpus", name)?, self.place("seeds", name)?];
        places.extend(Some(kept(name)).filter(|place| place.is_dir()));
        Ok(places)
    }

    /// Runs a target for some minutes. What it finds stays in `target/fuzz/corpus`.
    fn run(&self, name: &str, minutes: u64) -> Result<Run> {
        say(&format!("{name}: {minutes} min"));
        let faults = self.place("faults", name)?;
        let (before, start) = (processor_seconds(), Instant::now());
        let program = self
            .program(name)
            .arg(format!("-max_total_time={}", minutes * 60))
            .arg(format!("-artifact_prefix={}/", faults.display()))
            .arg(format!("-dict={}", self.folder.join("dictionary").display()))
            .args("-print_final_stats=1");
        let printed = self
            .sources(name)?
            .into_iter()
            .fold(program, Cmd::arg)
            .any_output()?;
        let fault = fault(&printed).map(|file| {
            eprintln!("{}", tail(&printed));
            format!("  cargo run -p dualstack-invariants -- check {name} {file}")
        });
        Ok(Run {
            executions: figure(&printed, "stat::number_of_executed_units:"),
            processor: before
                .zip(processor_seconds())
                .map(|(before, after)| after - before),
            elapsed: start.elapsed().as_secs(),
            memory: figure(&printed, "stat::peak_rss_mb:"),
            fault,
        })
    }

    /// Puts the smallest inputs that reach what all of them together reach into the kept corpus, as far as they have room.
    fn keep(&self, name: &str) -> Result {
        let merged = self.place("merged", name)?;
        fs::remove_dir_all(&merged).context("cannot empty the folder of the merged corpus")?;
        let merged = self.place("merged", name)?;
        let merge = self.program(name).arg("-merge=1").arg(&merged);
        self.sources(name)?
            .into_iter()
            .fold(merge, Cmd::arg)
            .run_silently()?;
        let mut inputs: Vec<(u64, PathBuf)> = list(&merged)?
            .into_iter()
            .map(|file| (fs::metadata(&file).map_or(0, |metadata| metadata.len()), file))
            .collect();
        inputs.sort_unstable();
        let folder = kept(name);
        let _ = fs::remove_dir_all(&folder);
        fs::create_dir_all(&folder).context(format!("cannot create {}", folder.display()))?;
        let (mut bytes, mut count) = (0, 0);
        for (size, file) in &inputs {
            bytes += size;
            if bytes > KEPT_BYTES {
                break;
            }
            let to = folder.join(file.file_name().unwrap_or_default());
            fs::copy(file, &to).context(format!("cannot write {}", to.display()))?;
            count += 1;
        }
        say(&format!("{name}: {count} of {} inputs are kept", inputs.len()));
        Ok(())
    }
}

/// The triple of this machine.
fn host() -> Result<String> {
    let rustc = std::env::var_os("RUSTC").unwrap_or_else(|| "rustc".into());
    let printed = Cmd::new(rustc).args("--version --verbose").output()?;
    let host = printed.lines().find_map(|line| line.strip_prefix("host: "));
    host.map_or_else(
        || fail("rustc does not say for which machine it is"),
        |host| Ok(host.to_owned()),
    )
}

/// Seconds of processor time of all programs that this one has waited for (proc(5), fields 16 and 17 of `stat`, in
/// hundredths of a second). `None` where there is no such file.
fn processor_seconds() -> Option<u64> {
    let stat = fs::read_to_string("/proc/self/stat").ok()?;
    let (_, fields) = stat.rsplit_once(") ")?;
    let field = |number: usize| fields.split(' ').nth(number - 3)?.parse::<u64>().ok();
    Some((field(16)? + field(17)?) / 100)
}

/// The figure behind a name that libFuzzer prints.
fn figure(printed: &str, name: &str) -> u64 {
    let line = printed.lines().find_map(|line| line.strip_prefix(name));
    line.and_then(|figure| figure.trim().parse().ok())
        .unwrap_or_default()
}

/// The file with the input that broke a statement.
fn fault(printed: &str) -> Option<&str> {
    let line = printed
        .lines()
        .find(|line| line.contains("Test unit written to "))?;
    line.split_once("Test unit written to ").map(|(_, file)| file)
}

/// What was printed about a fault, without the progress before it.
fn tail(printed: &str) -> String {
    let begins = |line: &str| line.contains("panicked at") || line.contains("ERROR: libFuzzer");
    let from = printed.lines().position(begins).unwrap_or_default();
    let lines = printed
        .lines()
        .skip(from)
        .filter(|line| !line.starts_with("    #"));
    lines.take(40).collect::<Vec<_>>().join("\n")
}

/// What was done since the folder is there, by target.
#[derive(Debug, Default, PartialEq)]
struct Table(BTreeMap<String, Row>);

#[derive(Clone, Copy, Debug, Default, PartialEq)]
struct Row {
    executions: u64,
    processor: u64,
    memory: u64,
    faults: u64,
}

impl Table {
    fn file(folder: &Path) -> PathBuf {
        folder.join("done.txt")
    }

    fn read(folder: &Path) -> Table {
        Table::parse(&fs::read_to_string(Table::file(folder)).unwrap_or_default())
    }

    fn parse(text: &str) -> Table {
        let row = |line: &str| {
            let (name, figures) = line.split_once(' ')?;
            let figures: Vec<u64> = figures
                .split(' ')
                .filter_map(|figure| figure.parse().ok())
                .collect();
            let [executions, processor, memory, faults] = *figures.as_slice() else {
                return None;
            };
            Some((
                name.to_owned(),
                Row {
                    executions,
                    processor,
                    memory,
                    faults,
                },
            ))
        };
        Table(text.lines().filter_map(row).collect())
    }

    fn lines(&self) -> String {
        self.0.iter().fold(String::new(), |mut text, (name, row)| {
            let _ = writeln!(
                text,
                "{name} {} {} {} {}",
                row.executions, row.processor, row.memory, row.faults
            );
            text
        })
    }

    fn write(&self, folder: &Path) -> Result {
        let file = Table::file(folder);
        fs::write(&file, self.lines()).context(format!("cannot write {}", file.display()))
    }

    fn add(&mut self, name: &str, run: &Run) {
        let row = self.0.entry(name.to_owned()).or_default();
        row.executions += run.executions;
        row.processor += run.processor.unwrap_or(run.elapsed);
        row.memory = row.memory.max(run.memory);
        row.faults += u64::from(run.fault.is_some());
    }

    fn shown(&self) -> String {
        let mut text = format!(
            "{:12}{:>14}{:>12}{:>10}{:>8}\n",
            "target", "executions", "processor", "a second", "faults"
        );
        let mut all = Row::default();
        let mut line = |name: &str, row: &Row| {
            let _ = writeln!(
                text,
                "{name:12}{:>14}{:>10} s{:>10}{:>8}",
                row.executions,
                row.processor,
                row.executions / row.processor.max(1),
                row.faults
            );
        };
        for (name, row) in &self.0 {
            line(name, row);
            all.executions += row.executions;
            all.processor += row.processor;
            all.faults += row.faults;
        }
        line("all", &all);
        text
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn arguments(text: &str) -> Vec<String> {
        text.split_whitespace().map(str::to_owned).collect()
    }

    #[test]
    fn targets_and_minutes_are_named() {
        let all = arguments("analyze read");
        let of = |text: &str| {
            order(&arguments(text), &all).map(|order| (order.targets, order.minutes, order.keep))
        };
        assert_eq!(of("").unwrap(), (all.clone(), 1, false));
        assert_eq!(of("read --minutes 30").unwrap(), (arguments("read"), 30, false));
        assert_eq!(
            of("--keep --minutes 0 read,analyze").unwrap(),
            (arguments("read analyze"), 0, true)
        );
        assert!(of("reed").unwrap_err().to_string().contains("`reed`"));
        assert!(of("--minutes").is_err());
        assert!(of("--minutes x").is_err());
        assert!(of("--fast").is_err());
    }

    const PRINTED: &str = "\
#2\tINITED cov: 3
thread '<unnamed>' panicked at tests/invariants/src/read.rs:1:1:
assertion failed
==1== ERROR: libFuzzer: deadly signal
    #0 0x1
artifact_prefix='a/'; Test unit written to a/crash-1
stat::number_of_executed_units: 4711
stat::peak_rss_mb:              93
";

    #[test]
    fn what_libfuzzer_prints_is_read() {
        assert_eq!(figure(PRINTED, "stat::number_of_executed_units:"), 4711);
        assert_eq!(figure(PRINTED, "stat::peak_rss_mb:"), 93);
        assert_eq!(figure(PRINTED, "stat::nothing:"), 0);
        assert_eq!(fault(PRINTED), Some("a/crash-1"));
        assert_eq!(fault("#2 INITED"), None);
        assert!(tail(PRINTED).starts_with("thread '<unnamed>' panicked"));
        assert!(!tail(PRINTED).contains("#0"));
    }

    #[test]
    fn runs_are_added_up() {
        let mut table = Table::parse("read 10 2 50 0\nodd line\n");
        let run = Run {
            executions: 5,
            processor: Some(1),
            elapsed: 9,
            memory: 40,
            fault: Some("f".to_owned()),
        };
        table.add("read", &run);
        table.add(
            "patch",
            &Run {
                processor: None,
                ..run
            },
        );
        assert_eq!(table.lines(), "patch 5 9 40 1\nread 15 3 50 1\n");
        assert_eq!(Table::parse(&table.lines()), table);
        assert!(
            table
                .shown()
                .ends_with("all                     20        12 s         1       2\n"),
            "{}",
            table.shown()
        );
    }
}
