use std::fmt;

use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// A number of addresses or blocks, exact from 0 to 2^128.
///
/// `::/0` holds 2^128 addresses, one more than the largest `u128`, so that value is represented separately.
/// Serialises as a decimal string: a JavaScript number would lose digits.
///
/// ```
/// use dualstack_ground::net::AddressCount;
/// let all = AddressCount::power_of_two(128);
/// assert_eq!(all.to_string(), "340282366920938463463374607431768211456");
/// assert_eq!(AddressCount::power_of_two(64).short(), "2^64");
/// assert_eq!(AddressCount::from(65_534u32).short(), "65534");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct AddressCount(Repr);

// The derived order is correct: every `Below` sorts before `TwoTo128`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
enum Repr {
    Below(u128),
    TwoTo128,
}

impl AddressCount {
    /// Zero addresses.
    pub const ZERO: AddressCount = AddressCount(Repr::Below(0));

    /// Returns 2^`exponent`. An exponent above 128 gives 2^128, the whole of IPv6.
    pub const fn power_of_two(exponent: u8) -> AddressCount {
        if exponent >= 128 {
            AddressCount(Repr::TwoTo128)
        } else {
            AddressCount(Repr::Below(1 << exponent))
        }
    }

    /// Returns the number as a `u128`. `None` for 2^128.
    pub const fn to_u128(self) -> Option<u128> {
        match self.0 {
            Repr::Below(n) => Some(n),
            Repr::TwoTo128 => None,
        }
    }

    /// Returns the number as a `u128`; 2^128 becomes 2^128 − 1.
    pub const fn saturating_u128(self) -> u128 {
        match self.0 {
            Repr::Below(n) => n,
            Repr::TwoTo128 => u128::MAX,
        }
    }

    /// Subtracts `other`; the result is never below zero.
    pub const fn saturating_sub(self, other: u128) -> AddressCount {
        match self.0 {
            Repr::Below(n) => AddressCount(Repr::Below(n.saturating_sub(other))),
            Repr::TwoTo128 if other == 0 => self,
            // 2^128 − other, computed without holding 2^128.
            Repr::TwoTo128 => AddressCount(Repr::Below((u128::MAX - other).saturating_add(1))),
        }
    }

    /// Adds `other`; the result is at most 2^128, the size of IPv6.
    pub const fn saturating_add(self, other: AddressCount) -> AddressCount {
        match (self.0, other.0) {
            (Repr::Below(a), Repr::Below(b)) => match a.checked_add(b) {
                Some(sum) => AddressCount(Repr::Below(sum)),
                None => AddressCount(Repr::TwoTo128),
            },
            _ => AddressCount(Repr::TwoTo128),
        }
    }

    /// Returns a readable text. Numbers below 2^32 are exact. Larger ones are written as a power of two if they are
    /// one, or one or two less (`2^64`, `2^64 − 1`), otherwise as the nearest power below with a plus sign.
    pub fn short(self) -> String {
        let value = match self.0 {
            Repr::TwoTo128 => return "2^128".to_owned(),
            Repr::Below(n) => n,
        };
        if value < 1 << 32 {
            return value.to_string();
        }
        if value.is_power_of_two() {
            return format!("2^{}", value.ilog2());
        }
        for missing in 1..=2u128 {
            match value.checked_add(missing) {
                None => return format!("2^128 − {missing}"),
                Some(up) if up.is_power_of_two() => return format!("2^{} − {missing}", up.ilog2()),
                Some(_) => {}
            }
        }
        format!("> 2^{}", value.ilog2())
    }
}

impl From<u128> for AddressCount {
    fn from(value: u128) -> Self {
        AddressCount(Repr::Below(value))
    }
}

impl From<u64> for AddressCount {
    fn from(value: u64) -> Self {
        AddressCount(Repr::Below(u128::from(value)))
    }
}

impl From<u32> for AddressCount {
    fn from(value: u32) -> Self {
        AddressCount(Repr::Below(u128::from(value)))
    }
}

impl fmt::Display for AddressCount {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.0 {
            Repr::Below(n) => n.fmt(f),
            Repr::TwoTo128 => f.pad("340282366920938463463374607431768211456"),
        }
    }
}

impl Serialize for AddressCount {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for AddressCount {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = std::borrow::Cow::<'de, str>::deserialize(deserializer)?;
        if text == "340282366920938463463374607431768211456" {
            return Ok(AddressCount(Repr::TwoTo128));
        }
        text.parse::<u128>()
            .map(AddressCount::from)
            .map_err(|_| serde::de::Error::custom("expected a decimal number of addresses"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn two_to_128_minus_one_is_the_largest_u128() {
        let all = AddressCount::power_of_two(128);
        assert_eq!(all.saturating_sub(1), AddressCount::from(u128::MAX));
        assert_eq!(all.saturating_sub(0), all);
        assert_eq!(AddressCount::from(u128::MAX).saturating_add(1u32.into()), all);
    }

    #[test]
    fn powers_and_their_neighbours_are_shown_as_powers() {
        for (value, text) in [
            (AddressCount::from(254u32), "254"),
            (AddressCount::power_of_two(32), "2^32"),
            (AddressCount::power_of_two(64).saturating_sub(1), "2^64 − 1"),
            (AddressCount::power_of_two(64).saturating_sub(2), "2^64 − 2"),
            (AddressCount::power_of_two(64).saturating_sub(257), "> 2^63"),
            (AddressCount::power_of_two(128).saturating_sub(1), "2^128 − 1"),
        ] {
            assert_eq!(value.short(), text);
        }
    }

    #[test]
    fn serialises_as_a_decimal_string_and_back() {
        for count in [
            AddressCount::ZERO,
            AddressCount::power_of_two(64),
            AddressCount::power_of_two(128),
        ] {
            let json = serde_json::to_string(&count).unwrap();
            assert!(json.starts_with('"'));
            assert_eq!(serde_json::from_str::<AddressCount>(&json).unwrap(), count);
        }
    }
}
