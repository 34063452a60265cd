//! Numbers up to 2^128: as text, and as fractions of a network.

use super::shapes::Stretch;
use crate::net::Cidr;

/// Returns where the addresses from `first` to `last` lie in a network that holds them.
pub(super) fn stretch(network: &Cidr, first: u128, last: u128) -> Stretch {
    // Fractions are for the eye: rounding is all right, and 2^128 is a power of two.
    let size = 2f64.powi(i32::from(network.host_bits()));
    let before = first.saturating_sub(network.first_bits());
    let length = last.saturating_sub(first);
    Stretch {
        start: before as f64 / size,
        length: (length as f64 + 1.0) / size,
    }
}

/// Returns 2^`bits`. `None` from 2^128 on.
pub(super) fn power_of_two(bits: u8) -> Option<u128> {
    1u128.checked_shl(u32::from(bits))
}

/// Returns `value` without its lowest `bits` bits, shifted down.
pub(super) fn shifted(value: u128, bits: u8) -> u128 {
    value.checked_shr(u32::from(bits)).unwrap_or(0)
}
