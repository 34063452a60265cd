//! A short fingerprint of a plan, which matches a file with the plan it was made from. It is not a signature.

use serde::Serialize;
use serde_json::Value;

use crate::request::ClusterPlan;

/// Returns the FNV-1a hash of 64 bits (draft-eastlake-fnv).
///
/// ```
/// use dualstack_exports::export::checksum::fnv1a_64;
/// assert_eq!(fnv1a_64(b""), 0xcbf2_9ce4_8422_2325);
/// assert_eq!(fnv1a_64(b"foobar"), 0x8594_4171_f739_67e8);
/// ```
pub fn fnv1a_64(bytes: &[u8]) -> u64 {
    bytes.iter().fold(0xcbf2_9ce4_8422_2325, |hash, byte| {
        (hash ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3)
    })
}

/// Returns the fingerprint of a plan and the Services beside it. Comments, the order of keys and quotes do not affect
/// it.
pub(super) fn of_plan(plan: &ClusterPlan, services: &[Value]) -> String {
    #[derive(Serialize)]
    struct Input<'a>(&'a ClusterPlan, &'a [Value]);
    // Neither type has a map with keys other than strings, the only cause of a failure here.
    let bytes = serde_json::to_vec(&Input(plan, services)).unwrap_or_default();
    format!("fnv1a64:{:016x}", fnv1a_64(&bytes))
}
