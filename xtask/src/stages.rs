//! A command of several stages: all of them run, even if one fails, and a table shows their results.

use std::time::{Duration, Instant};

use crate::error::{Result, fail};

/// One stage of `test` or `lint`.
#[derive(Clone, Copy)]
pub(crate) struct Stage {
    /// The name of the stage for `--only`.
    pub(crate) name: &'static str,
    /// A short description of the stage.
    pub(crate) about: &'static str,
    pub(crate) run: fn() -> Result,
}

/// Runs the stages that the arguments choose.
pub(crate) fn run(command: &str, stages: &[Stage], arguments: &[String]) -> Result {
    let mut chosen: Vec<&Stage> = stages.iter().collect();
    match arguments
        .iter()
        .map(String::as_str)
        .collect::<Vec<_>>()
        .as_slice()
    {
        [] => {}
        ["--list"] => {
            for stage in stages {
                println!("{:14} {}", stage.name, stage.about);
            }
            return Ok(());
        }
        ["--only", names] => chosen = select(stages, names)?,
        _ => return fail(format!("usage: cargo xtask {command} [--list | --only STAGE,…]")),
    }
    let results: Vec<(&Stage, Result, Duration)> = chosen
        .into_iter()
        .map(|stage| {
            eprintln!("\n== {}: {}", stage.name, stage.about);
            let start = Instant::now();
            let result = (stage.run)();
            match &result {
                Err(error) if error.is_missing() => eprintln!("xtask: not checked: {error}"),
                Err(error) => eprintln!("xtask: {error}"),
                Ok(()) => {}
            }
            (stage, result, start.elapsed())
        })
        .collect();
    println!("\n{command}:");
    for (stage, result, time) in &results {
        println!(
            "  {:14} {:11} {:>5}s  {}",
            stage.name,
            verdict(result),
            time.as_secs(),
            stage.about
        );
    }
    let of = |wanted: &str| -> Vec<&str> {
        let found = results.iter().filter(|(_, result, _)| verdict(result) == wanted);
        found.map(|(stage, ..)| stage.name).collect()
    };
    let (failed, unchecked) = (of(FAILED), of(NOT_CHECKED));
    if !failed.is_empty() {
        return fail(format!(
            "{command}: {} of {} stages failed: {}",
            failed.len(),
            results.len(),
            failed.join(", ")
        ));
    }
    if unchecked.is_empty() {
        println!("{command}: all {} stages ok", results.len());
    } else {
        println!(
            "{command}: {} stages ok, not checked: {}",
            results.len().saturating_sub(unchecked.len()),
            unchecked.join(", ")
        );
    }
    Ok(())
}

const FAILED: &str = "FAILED";
const NOT_CHECKED: &str = "not checked";

fn verdict(result: &Result) -> &'static str {
    match result {
        Ok(()) => "ok",
        Err(error) if error.is_missing() => NOT_CHECKED,
        Err(_) => FAILED,
    }
}

fn select<'a>(stages: &'a [Stage], names: &str) -> Result<Vec<&'a Stage>> {
    names
        .split(',')
        .map(|name| match stages.iter().find(|stage| stage.name == name) {
            Some(stage) => Ok(stage),
            None => fail(format!("there is no stage `{name}`; see --list")),
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::error::not_checked;

    const STAGES: &[Stage] = &[
        Stage {
            name: "good",
            about: "passes",
            run: || Ok(()),
        },
        Stage {
            name: "bad",
            about: "fails",
            run: || fail("no"),
        },
        Stage {
            name: "last",
            about: "runs although one before it failed",
            run: || fail("no"),
        },
    ];

    fn arguments(text: &str) -> Vec<String> {
        text.split_whitespace().map(str::to_owned).collect()
    }

    #[test]
    fn a_failed_stage_fails_the_command_after_all_have_run() {
        let error = run("test", STAGES, &[]).unwrap_err().to_string();
        assert_eq!(error, "test: 2 of 3 stages failed: bad, last");
    }

    #[test]
    fn a_stage_that_could_not_look_is_neither_ok_nor_failed() {
        const BLIND: &[Stage] = &[Stage {
            name: "blind",
            about: "has nothing to look it up in",
            run: || not_checked("no database"),
        }];
        assert!(run("test", BLIND, &[]).is_ok());
        assert_eq!(verdict(&not_checked("no database")), "not checked");
        assert_eq!(verdict(&fail("no")), "FAILED");
        assert_eq!(verdict(&Ok(())), "ok");
    }

    #[test]
    fn only_the_chosen_stages_run() {
        assert!(run("test", STAGES, &arguments("--only good")).is_ok());
        assert!(run("test", STAGES, &arguments("--only good,bad")).is_err());
        assert!(run("test", STAGES, &arguments("--only god")).is_err());
        assert!(run("test", STAGES, &arguments("good")).is_err());
    }
}
