//! What Go reads and writes, the engine reads and writes.

use dualstack_conformance::{assert_agree, go_values, vectors};

#[test]
fn every_recorded_text_is_read_and_quoted_as_go_does_it() {
    let files = go_values::run(&vectors()).unwrap_or_default();
    assert_agree(&files, 9_000);
}
