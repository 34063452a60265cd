//! Lines of progress with the time since xtask started: `[  12s] compiling the planner …`.

use std::sync::OnceLock;
use std::time::Instant;

use crate::error::{Error, Result};

static START: OnceLock<Instant> = OnceLock::new();

/// Starts the clock. Later calls change nothing.
pub(crate) fn start() {
    START.get_or_init(Instant::now);
}

/// Prints one line with the elapsed time.
pub(crate) fn say(text: &str) {
    let elapsed = START.get_or_init(Instant::now).elapsed();
    eprintln!("[{:>4}s] {text}", elapsed.as_secs());
}

/// Prints the name of a step, runs it, and prints its time if it took long.
pub(crate) fn step<T>(what: &str, work: impl FnOnce() -> Result<T>) -> Result<T> {
    say(&format!("{what} …"));
    let begin = Instant::now();
    let result = work();
    let seconds = begin.elapsed().as_secs();
    if result.is_ok() && seconds >= 2 {
        say(&format!("{what}: done in {seconds} s"));
    }
    result
}

/// A piece of work that runs in parallel with others.
pub(crate) type Task<'a> = Box<dyn FnOnce() -> Result + Send + 'a>;

/// Runs all tasks in parallel. Returns the first error in the order given, after all have ended.
pub(crate) fn side_by_side(tasks: Vec<Task<'_>>) -> Result {
    std::thread::scope(|scope| {
        let running: Vec<_> = tasks.into_iter().map(|task| scope.spawn(task)).collect();
        let results: Vec<Result> = running
            .into_iter()
            .map(|thread| {
                thread
                    .join()
                    .unwrap_or_else(|_| Err(Error::new("a step of the build panicked")))
            })
            .collect();
        results.into_iter().collect()
    })
}

#[cfg(test)]
mod tests {
    use std::sync::Barrier;

    use super::*;
    use crate::error::fail;

    #[test]
    fn tasks_run_at_the_same_time_and_all_of_them_end() {
        // Nobody passes the barrier before all three have reached it.
        let barrier = Barrier::new(3);
        let task = |result: Result| -> Task<'_> {
            let barrier = &barrier;
            Box::new(move || {
                barrier.wait();
                result
            })
        };
        let error = side_by_side(vec![task(Ok(())), task(fail("second")), task(fail("third"))]).unwrap_err();
        assert_eq!(error.to_string(), "second");
    }

    #[test]
    fn a_panic_is_an_error_of_the_whole() {
        let panics: Task<'_> = Box::new(|| panic!("on purpose"));
        assert!(side_by_side(vec![panics]).is_err());
    }
}
