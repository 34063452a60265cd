//! The recorded scenarios of this project agree with the engine.

use dualstack_conformance::{nodeipam, vectors};

#[test]
fn recorded_scenarios_agree() {
    let results = nodeipam::run(&vectors()).unwrap();
    assert!(!results.is_empty(), "no vectors found");
    for result in results {
        println!("{}", result.describe(0));
        assert!(
            result.total > 0 && result.differences.is_empty(),
            "{}",
            result.describe(3)
        );
    }
}
