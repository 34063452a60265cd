//! `dualstack-steps`: each shape of input, twice as large each time, with what its check takes. Fails where twice the input
//! takes much more than twice as much.

mod shapes;

use std::process::ExitCode;

use dualstack_invariants::check;

use shapes::{SHAPES, Shape};

/// What twice the input may take, in hundredths of what the input takes: sorting and searching take a little more than
/// twice as much.
const MOST: u64 = 240;

unsafe extern "C" {
    safe fn counted_steps() -> u64;
    safe fn counted_bytes() -> u64;
}

/// Comparisons and allocated bytes of a check.
fn cost(target: &str, input: &[u8]) -> [u64; 2] {
    let before = [counted_steps(), counted_bytes()];
    check(target, input);
    [counted_steps() - before[0], counted_bytes() - before[1]]
}

/// The sizes of a shape, each twice the one before.
fn sizes(shape: &Shape) -> impl Iterator<Item = usize> {
    (0..4).map(|step| shape.units << step)
}

fn main() -> ExitCode {
    let mut faults = 0;
    println!("{:12}{:28}{:>10}{:>14}{:>14}{:>8}{:>8}", "target", "shape", "bytes", "comparisons", "allocated", "times", "times");
    for shape in SHAPES {
        // Tables that are made at the first use are no part of it.
        check(shape.target, (shape.make)(1).as_bytes());
        let mut before: Option<[u64; 2]> = None;
        for units in sizes(shape) {
            let input = (shape.make)(units);
            let now = cost(shape.target, input.as_bytes());
            let growth = before.map(|before| [0, 1].map(|i| now[i] * 100 / before[i].max(1)));
            let shown = growth.map_or([String::new(), String::new()], |growth| growth.map(|it| format!("{}.{:02}", it / 100, it % 100)));
            println!(
                "{:12}{:28}{:>10}{:>14}{:>14}{:>8}{:>8}",
                shape.target, shape.name, input.len(), now[0], now[1], shown[0], shown[1]
            );
            // The first doubling still shows what every input takes.
            if units == shape.units << 3 && growth.is_some_and(|growth| growth.iter().any(|it| *it > MOST)) {
                println!("  grows faster than its input");
                faults += 1;
            }
            before = Some(now);
        }
    }
    if faults == 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}
