//! The recorded scenarios of this project agree with the engine.

use std::path::Path;

use dualstack_conformance::nodeipam;

#[test]
fn recorded_scenarios_agree() {
    let results = nodeipam::run(&Path::new(env!("CARGO_MANIFEST_DIR")).join("vectors")).unwrap();
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
