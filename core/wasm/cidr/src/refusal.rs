//! Why a call was refused.

use dualstack_cidr::text::NotANetwork;
use wasm_bindgen::JsValue;

/// Why a call was refused. The names are those that `pkg/src/cidr/error.ts` knows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reason {
    /// The text is no network.
    Text(NotANetwork),
    /// There are more or fewer lines than texts: one of them has a line break.
    LineBreak,
    /// A record has no family that is known, or a length that exceeds its width.
    Record,
    /// The list is of one family, and this network of the other one.
    Family,
    /// The prefix length cannot be asked of this network: too short, or longer than an address.
    PrefixLength,
    /// There is no such block or address.
    Index,
    /// The result would have more than [`MOST`] networks.
    TooMany,
    /// The text is no hardware address.
    Mac,
    /// The network leaves fewer than 64 bits.
    Eui64,
    /// The prefix length is none of RFC 6052.
    Nat64,
    /// An end of a range lies before its beginning.
    Range,
    /// There is no network in the list, and one is needed.
    Empty,
}

/// How many networks a call returns at most; more are had in pages.
pub const MOST: u64 = 1 << 24;

impl Reason {
    fn name(self) -> &'static str {
        match self {
            Reason::Text(NotANetwork::Address) => "address",
            Reason::Text(NotANetwork::Length) => "length",
            Reason::Text(NotANetwork::LongerThanAddress) => "longer-than-address",
            Reason::LineBreak => "line-break",
            Reason::Record => "record",
            Reason::Family => "family",
            Reason::PrefixLength => "prefix-length",
            Reason::Index => "index",
            Reason::TooMany => "too-many",
            Reason::Mac => "mac",
            Reason::Eui64 => "eui64",
            Reason::Nat64 => "nat64",
            Reason::Range => "range",
            Reason::Empty => "empty",
        }
    }

    /// Returns the refusal of an entry of an argument; both count from 0.
    pub fn at(self, argument: u8, index: usize) -> Refusal {
        Refusal {
            reason: self,
            argument,
            index,
        }
    }
}

/// A refusal: the reason, the argument of the call and the index in it, from 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Refusal {
    /// Why.
    pub reason: Reason,
    /// Which argument, from 0.
    pub argument: u8,
    /// Which entry of it, from 0.
    pub index: usize,
}

impl From<Refusal> for JsValue {
    fn from(refusal: Refusal) -> JsValue {
        let Refusal {
            reason,
            argument,
            index,
        } = refusal;
        let parts = [reason.name(), &argument.to_string(), &index.to_string()];
        JsValue::from_str(&parts.join("\t"))
    }
}

/// What a call gives.
pub type Answer<T> = Result<T, Refusal>;
