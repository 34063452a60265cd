//! `dualstack-conformance DIR [--show N]`: checks the engine against the recordings under DIR. `dualstack-conformance plans
//! COUNT [INDEX]`: plans at random with the digests of what the engine says about them, or the whole of it for one of them.

use std::path::Path;
use std::process::ExitCode;

use dualstack_conformance::{
    FileResult, flags, go_values, kubeadm_files, nodeipam, patches, proxy_warnings, ranges, same_bytes,
    service, servicecidr,
};

/// A folder of vectors, and what runs it. Another kind of vector is another line.
type Suite = (&'static str, fn(&Path) -> Result<Vec<FileResult>, String>);
const SUITES: &[Suite] = &[
    ("service", service::run),
    ("service-metadata", service::run_metadata),
    ("patches", patches::run),
    ("nodeipam", nodeipam::run),
    ("flags", flags::run),
    ("servicecidr", servicecidr::run),
    ("ranges", ranges::run),
    ("kubeadm-files", kubeadm_files::run),
    ("proxy-warnings", proxy_warnings::run),
    ("go", go_values::run),
];

struct Arguments {
    dir: String,
    show: usize,
}

fn arguments(mut given: impl Iterator<Item = String>) -> Result<Arguments, String> {
    let usage = "usage: dualstack-conformance DIR [--show N]";
    let (mut dir, mut show) = (None, 0);
    while let Some(argument) = given.next() {
        if argument == "--show" {
            let count = given.next().ok_or("--show needs a number")?;
            show = count
                .parse()
                .map_err(|_| format!("--show needs a number, not `{count}`"))?;
        } else if argument.starts_with('-') || dir.is_some() {
            return Err(usage.to_owned());
        } else {
            dir = Some(argument);
        }
    }
    Ok(Arguments {
        dir: dir.ok_or(usage)?,
        show,
    })
}

fn run(arguments: &Arguments) -> Result<bool, String> {
    let dir = Path::new(&arguments.dir);
    if !dir.is_dir() {
        return Err(format!("`{}` is not a folder", arguments.dir));
    }
    let (mut agreed, mut total) = (0, 0);
    for (folder, suite) in SUITES {
        if !dir.join(folder).is_dir() {
            continue;
        }
        for file in suite(dir)? {
            println!("{}", file.describe(arguments.show));
            agreed += file.agreed();
            total += file.total;
        }
    }
    println!("conformance: {agreed} of {total} agree");
    Ok(agreed == total)
}

/// Prints a line of JSON for each of `count` plans at random; with an index, the answers about that plan.
fn plans(given: &[String]) -> Result<bool, String> {
    let number = |text: &String| {
        text.parse::<usize>()
            .map_err(|_| format!("`{text}` is no number"))
    };
    let (count, index) = match given {
        [count] => (number(count)?, None),
        [count, index] => (number(count)?, Some(number(index)?)),
        _ => return Err("usage: dualstack-conformance plans COUNT [INDEX]".to_owned()),
    };
    for (place, sample) in same_bytes::samples(count).enumerate() {
        match index {
            None => println!("{}", same_bytes::line(&sample)),
            Some(index) if index == place => println!("{}", serde_json::json!(same_bytes::answers(&sample))),
            Some(_) => {}
        }
    }
    Ok(true)
}

fn main() -> ExitCode {
    let given: Vec<String> = std::env::args().skip(1).collect();
    let result = match given.split_first() {
        Some((command, rest)) if command == "plans" => plans(rest),
        _ => arguments(given.into_iter()).and_then(|arguments| run(&arguments)),
    };
    match result {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(error) => {
            eprintln!("{error}");
            ExitCode::from(2)
        }
    }
}
