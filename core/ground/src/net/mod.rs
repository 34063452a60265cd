//! Addresses, networks, counts and sets of ranges. They hold `ipnet` and `std::net` types and print RFC 5952 text.

pub mod allocated;
mod cidr;
mod count;
mod dual;
mod family;
pub mod lenient;
pub mod lists;
pub mod range_set;
pub mod special;

pub use cidr::{Cidr, CidrError, address_bits, address_from_bits};
pub use count::AddressCount;
pub use dual::Dual;
pub use family::IpFamily;
