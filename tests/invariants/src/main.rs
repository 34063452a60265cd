//! `dualstack-invariants`: what `cargo xtask fuzz` begins with, and how an input that it found is looked at.

use std::fs;
use std::path::Path;
use std::process::ExitCode;

use dualstack_invariants::{TARGETS, dictionary, seeds, target};

const USAGE: &str = "\
usage: dualstack-invariants list
       dualstack-invariants dictionary FILE
       dualstack-invariants seeds TARGET DIR
       dualstack-invariants check TARGET FILE…";

fn run(arguments: &[&str]) -> Result<(), String> {
    let at = |path: &Path, error: std::io::Error| format!("{}: {error}", path.display());
    match arguments {
        ["list"] => {
            for target in TARGETS {
                println!("{:12}{}", target.name, target.about);
            }
            Ok(())
        }
        ["dictionary", file] => {
            let written = dictionary().map_err(|error| error.to_string())?;
            fs::write(file, written).map_err(|error| at(Path::new(file), error))
        }
        ["seeds", target, folder] => {
            fs::create_dir_all(folder).map_err(|error| at(Path::new(folder), error))?;
            for (index, seed) in seeds(target)
                .map_err(|error| error.to_string())?
                .iter()
                .enumerate()
            {
                let path = Path::new(folder).join(format!("seed-{index:04}"));
                fs::write(&path, seed).map_err(|error| at(&path, error))?;
            }
            Ok(())
        }
        ["check", name, files @ ..] => {
            let found = target(name).ok_or_else(|| format!("there is no target `{name}`"))?;
            for file in files {
                let input = fs::read(file).map_err(|error| at(Path::new(file), error))?;
                (found.check)(&input);
                println!("{file}: holds");
            }
            Ok(())
        }
        _ => Err(USAGE.to_owned()),
    }
}

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    match run(&arguments) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{error}");
            ExitCode::from(2)
        }
    }
}
