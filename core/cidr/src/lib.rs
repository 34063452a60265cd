//! Address algebra for IPv4 and IPv6.
//!
//! A network is two numbers: its lowest address, `u32` or `u128`, and its prefix length. What is done to many networks is
//! done on sorted lists, so that no call compares each with each.
//!
//! ```
//! use dualstack_cidr::{Net, sets};
//! let pods: Net<u32> = "10.244.0.0/16".parse().unwrap();
//! assert_eq!(pods.subnet(24, 255).unwrap().to_string(), "10.244.255.0/24");
//! let free = sets::exclude(&[pods], &["10.244.0.0/17".parse().unwrap()]);
//! assert_eq!(free[0].to_string(), "10.244.128.0/17");
//! ```
//!
//! | module | has |
//! | --- | --- |
//! | (root) | [`Net`], [`Network`], [`Range`]: one network or range |
//! | [`text`] | reading and writing: RFC 5952, all digits, names of reverse zones |
//! | [`sets`] | merge, exclude, intersect, complement, the next free block |
//! | [`nesting`] | which networks lie in which: overlaps, membership of many in many |
//! | [`order`] | sorting |
//! | [`packing`] | blocks of several sizes placed into free space |
//! | [`registry`] | special-purpose blocks with their RFC |
//! | [`forms`] | unique local prefixes, EUI-64, IPv4-mapped and NAT64 addresses |

mod bits;
mod digits;
pub mod forms;
pub mod nesting;
mod net;
mod network;
pub mod order;
pub mod packing;
mod range;
mod read;
pub mod registry;
pub mod sets;
pub mod text;

pub use bits::Bits;
pub use net::{Net, Subnets};
pub use network::Network;
pub use range::{Cover, Range};
