//! A small and stable hash. It is not a signature.

/// Returns the FNV-1a hash of 64 bits (draft-eastlake-fnv). A seed that is not 0 gives another hash of the same bytes.
///
/// ```
/// use dualstack_ground::hash::fnv1a_64;
/// assert_eq!(fnv1a_64(0, b""), 0xcbf2_9ce4_8422_2325);
/// assert_eq!(fnv1a_64(0, b"foobar"), 0x8594_4171_f739_67e8);
/// ```
pub fn fnv1a_64<'a>(seed: u64, bytes: impl IntoIterator<Item = &'a u8>) -> u64 {
    bytes
        .into_iter()
        .fold(0xcbf2_9ce4_8422_2325 ^ seed, |hash, byte| {
            (hash ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3)
        })
}
