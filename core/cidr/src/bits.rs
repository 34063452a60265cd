use std::fmt::Debug;
use std::hash::Hash;
use std::net::Ipv4Addr;
use std::ops::{BitAnd, BitOr, BitXor, Not};

use crate::digits::{Line, scan_v4, scan_v6};

/// An address as a number: `u32` for IPv4, `u128` for IPv6. No other type implements it.
pub trait Bits:
    Copy
    + Ord
    + Hash
    + Debug
    + BitAnd<Output = Self>
    + BitOr<Output = Self>
    + BitXor<Output = Self>
    + Not<Output = Self>
    + sealed::Sealed
{
    /// The width of an address in bits.
    const WIDTH: u8;
    /// The lowest address.
    const ZERO: Self;
    /// The highest address.
    const MAX: Self;

    /// Returns the number whose lowest `host_bits` bits are set. All bits from the width on.
    fn ones(host_bits: u8) -> Self;
    /// Returns the next address. `None` behind the highest one.
    fn next(self) -> Option<Self>;
    /// Returns the address before. `None` before the lowest one.
    fn previous(self) -> Option<Self>;
    /// Returns the number of zero bits at the end, at most the width.
    fn trailing_zeros(self) -> u8;
    /// Returns the number of zero bits at the front, at most the width.
    fn leading_zeros(self) -> u8;
    /// Returns a byte of the number, counted from the lowest; as an index.
    fn byte(self, number: usize) -> usize;
    /// Returns the number as a `u128`.
    fn to_u128(self) -> u128;
    /// Returns the number of the lowest bits of a `u128`; bits above the width are ignored.
    fn from_u128(value: u128) -> Self;
    /// Adds the address to a text, in RFC 5952 form for IPv6.
    fn put(self, line: &mut Line);
    /// Appends the address as text, in RFC 5952 form for IPv6.
    #[inline]
    fn write(self, out: &mut Vec<u8>) {
        let mut line = Line::new();
        self.put(&mut line);
        line.append_to(out);
    }
    /// Reads an address of this family from the beginning of a text, and gives the number of its bytes. `None` if there is
    /// none.
    fn scan(text: &[u8]) -> Option<(Self, usize)>;
    /// Returns the number `index` moved up by so many bits. `None` if that does not fit.
    fn block(index: u128, host_bits: u8) -> Option<Self>;
}

mod sealed {
    pub trait Sealed {}
    impl Sealed for u32 {}
    impl Sealed for u128 {}
}

macro_rules! numbers {
    () => {
        const ZERO: Self = 0;
        const MAX: Self = Self::MAX;

        #[inline]
        fn byte(self, number: usize) -> usize {
            // The mask makes the cast lossless.
            (self >> (8 * number) & 0xff) as usize
        }

        #[inline]
        fn next(self) -> Option<Self> {
            self.checked_add(1)
        }

        #[inline]
        fn previous(self) -> Option<Self> {
            self.checked_sub(1)
        }

        // A number of bits is 128 at most, so the casts are lossless.
        #[inline]
        fn trailing_zeros(self) -> u8 {
            self.trailing_zeros() as u8
        }

        #[inline]
        fn leading_zeros(self) -> u8 {
            self.leading_zeros() as u8
        }
    };
}

impl Bits for u32 {
    const WIDTH: u8 = 32;
    numbers!();

    #[inline]
    fn ones(host_bits: u8) -> u32 {
        u32::MAX
            .checked_shr(u32::from(32u8.saturating_sub(host_bits)))
            .unwrap_or(0)
    }

    #[inline]
    fn to_u128(self) -> u128 {
        u128::from(self)
    }

    #[inline]
    fn from_u128(value: u128) -> u32 {
        // The mask makes the cast lossless.
        (value & u128::from(u32::MAX)) as u32
    }

    #[inline]
    fn put(self, line: &mut Line) {
        line.v4(Ipv4Addr::from_bits(self));
    }

    #[inline]
    fn scan(text: &[u8]) -> Option<(u32, usize)> {
        scan_v4(text)
    }

    #[inline]
    fn block(index: u128, host_bits: u8) -> Option<u32> {
        let index = u64::try_from(index)
            .ok()
            .filter(|index| *index <= u64::from(u32::MAX))?;
        u32::try_from(index << host_bits).ok()
    }
}

impl Bits for u128 {
    const WIDTH: u8 = 128;
    numbers!();

    // By halves: a shift of 128 bits by a number that is not known is a call in WASM.
    #[inline]
    fn ones(host_bits: u8) -> u128 {
        let half = |bits: u8| {
            u64::MAX
                .checked_shr(u32::from(64u8.saturating_sub(bits)))
                .unwrap_or(0)
        };
        u128::from(half(host_bits.saturating_sub(64))) << 64 | u128::from(half(host_bits))
    }

    #[inline]
    fn to_u128(self) -> u128 {
        self
    }

    #[inline]
    fn from_u128(value: u128) -> u128 {
        value
    }

    #[inline]
    fn put(self, line: &mut Line) {
        line.v6(self);
    }

    #[inline]
    fn scan(text: &[u8]) -> Option<(u128, usize)> {
        scan_v6(text)
    }

    #[inline]
    fn block(index: u128, host_bits: u8) -> Option<u128> {
        if host_bits == 64 {
            // The size of nearly all blocks, and no shift by a number that is not known.
            return (index >> 64 == 0).then_some(index << 64);
        }
        let moved = index.checked_shl(u32::from(host_bits)).unwrap_or(0);
        // What was moved out at the top is missing when it is moved back.
        (moved.checked_shr(u32::from(host_bits)).unwrap_or(0) == index).then_some(moved)
    }
}
