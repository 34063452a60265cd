#![no_main]

use libfuzzer_sys::fuzz_target;

fuzz_target!(|input: &[u8]| dualstack_invariants::check("node_ipam", input));
