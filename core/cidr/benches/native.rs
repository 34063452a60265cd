//! The operations of `cargo xtask bench --only cidr` natively: with `ipnet`, as one would write them with it, and with this
//! crate. Reads the inputs from the folder that is given, and prints a line of JSON for each.

#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a benchmark of inputs that are known"
)]

use std::net::{Ipv4Addr, Ipv6Addr};
use std::time::Instant;

use dualstack_cidr::nesting::Nesting;
use dualstack_cidr::{Bits, Net, sets};
use ipnet::{Ipv4Net, Ipv4Subnets, Ipv6Net, Ipv6Subnets};
use serde_json::Value;

/// A result: texts, pairs or booleans.
enum Found {
    Texts(Vec<String>),
    Pairs(Vec<(u32, u32)>),
    Booleans(Vec<bool>),
}

impl Found {
    fn print(mut self) -> (usize, u32) {
        let lines: Vec<String> = match &mut self {
            Found::Texts(texts) => std::mem::take(texts),
            Found::Pairs(pairs) => {
                pairs.sort_unstable();
                pairs.iter().map(|(a, b)| format!("{a} {b}")).collect()
            }
            Found::Booleans(booleans) => booleans.iter().map(bool::to_string).collect(),
        };
        (lines.len(), crc32(lines.join("\n").as_bytes()))
    }
}

fn crc32(bytes: &[u8]) -> u32 {
    !bytes.iter().fold(!0u32, |crc, byte| {
        (0..8).fold(crc ^ u32::from(*byte), |crc, _| {
            if crc & 1 == 1 {
                crc >> 1 ^ 0xedb8_8320
            } else {
                crc >> 1
            }
        })
    })
}

/// Runs it for a second, and prints the fastest. What `check` makes of a result is not measured.
fn report<T>(name: &str, operation: &str, run: impl Fn() -> T, check: impl Fn(T) -> Found) {
    let time = || {
        let start = Instant::now();
        let result = run();
        (start.elapsed().as_secs_f64() * 1000.0, result)
    };
    let (mut best, result) = time();
    let (len, crc) = check(result).print();
    let begin = Instant::now();
    for _ in 0..200 {
        if begin.elapsed().as_secs_f64() > 1.0 {
            break;
        }
        best = best.min(time().0);
    }
    println!(
        "{{\"name\":\"{name}\",\"operation\":\"{operation}\",\"milliseconds\":{best},\"print\":[{len},{crc}]}}"
    );
}

/// A family, as `ipnet` has it.
trait Family: Bits {
    type Net: Copy + Ord + std::str::FromStr<Err: std::fmt::Debug> + std::fmt::Display + Into<Net<Self>>;
    type Address: Copy + Ord + std::str::FromStr<Err: std::fmt::Debug> + std::fmt::Display;
    fn net(bits: Self, prefix_len: u8) -> Self::Net;
    fn ends(net: Self::Net) -> (Self, Self);
    fn number(address: Self::Address) -> Self;
    fn contains(net: Self::Net, other: Self::Net) -> bool;
    fn subnets(net: Self::Net, prefix_len: u8) -> Vec<Self::Net>;
    fn aggregate(nets: &[Self::Net]) -> Vec<Self::Net>;
    fn cover(first: Self, last: Self, out: &mut Vec<Self::Net>);
}

macro_rules! family {
    ($bits:ty, $net:ty, $address:ty, $subnets:ty) => {
        impl Family for $bits {
            type Net = $net;
            type Address = $address;
            fn net(bits: Self, prefix_len: u8) -> Self::Net {
                <$net>::new(bits.into(), prefix_len).unwrap()
            }
            fn ends(net: Self::Net) -> (Self, Self) {
                (net.network().to_bits(), net.broadcast().to_bits())
            }
            fn number(address: Self::Address) -> Self {
                address.to_bits()
            }
            fn contains(net: Self::Net, other: Self::Net) -> bool {
                net.contains(&other)
            }
            fn subnets(net: Self::Net, prefix_len: u8) -> Vec<Self::Net> {
                net.subnets(prefix_len).unwrap().collect()
            }
            fn aggregate(nets: &[Self::Net]) -> Vec<Self::Net> {
                <$net>::aggregate(&nets.to_vec())
            }
            fn cover(first: Self, last: Self, out: &mut Vec<Self::Net>) {
                out.extend(<$subnets>::new(first.into(), last.into(), 0));
            }
        }
    };
}

family!(u32, Ipv4Net, Ipv4Addr, Ipv4Subnets);
family!(u128, Ipv6Net, Ipv6Addr, Ipv6Subnets);

fn texts(value: &Value) -> Vec<String> {
    let list = value.as_array().unwrap();
    list.iter()
        .map(|text| text.as_str().unwrap().to_owned())
        .collect()
}

fn read<T: std::str::FromStr<Err: std::fmt::Debug>>(texts: &[String]) -> Vec<T> {
    texts.iter().map(|text| text.parse().unwrap()).collect()
}

fn write<T: ToString>(values: Vec<T>) -> Vec<String> {
    values.iter().map(T::to_string).collect()
}

fn exclude<A: Family>(from: &[A::Net], taken: &[A::Net]) -> Vec<A::Net> {
    let mut out = Vec::new();
    let taken: Vec<(A, A)> = A::aggregate(taken).into_iter().map(A::ends).collect();
    for net in A::aggregate(from) {
        let (first, last) = A::ends(net);
        let mut at = Some(first);
        for (begin, end) in &taken {
            let Some(low) = at.filter(|_| *begin <= last) else {
                break;
            };
            if *end >= low {
                if let Some(before) = begin.previous().filter(|before| *before >= low) {
                    A::cover(low, before, &mut out);
                }
                at = end.next().filter(|next| *next <= last);
            }
        }
        if let Some(low) = at {
            A::cover(low, last, &mut out);
        }
    }
    out
}

fn overlaps<A: Family>(nets: &[A::Net]) -> Vec<(u32, u32)> {
    let mut sorted: Vec<(A::Net, u32)> = nets.iter().copied().zip(0..).collect();
    sorted.sort_unstable();
    let mut around: Vec<(A::Net, u32)> = Vec::new();
    let mut pairs = Vec::new();
    for (net, index) in sorted {
        while around.pop_if(|(outer, _)| !A::contains(*outer, net)).is_some() {}
        pairs.extend(
            around
                .iter()
                .map(|(_, other)| (index.min(*other), index.max(*other))),
        );
        around.push((net, index));
    }
    pairs
}

fn inside<A: Family>(set: &[A::Net], asked: &[A::Address]) -> Vec<bool> {
    let set: Vec<(A, A)> = A::aggregate(set).into_iter().map(A::ends).collect();
    let one = |address: &A::Address| {
        let bits = A::number(*address);
        let behind = set.partition_point(|(first, _)| *first <= bits);
        behind.checked_sub(1).is_some_and(|at| bits <= set[at].1)
    };
    asked.iter().map(one).collect()
}

const WITH_TEXTS: &str = "ipnet: texts";
const NUMBERS: &str = "ipnet: numbers";
const OURS: &str = "this crate: numbers";

fn run<A: Family>(operation: &str, given: &Value)
where
    Net<A>: std::str::FromStr<Err: std::fmt::Debug>,
{
    let list = |name: &str| texts(&given[name]);
    let ours = |nets: &[A::Net]| -> Vec<Net<A>> { nets.iter().map(|net| (*net).into()).collect() };
    match operation.trim_end_matches(['4', '6']) {
        "split" => {
            let net: A::Net = given["network"].as_str().unwrap().parse().unwrap();
            let len = given["length"].as_u64().unwrap() as u8;
            report(
                WITH_TEXTS,
                operation,
                || write(A::subnets(net, len)),
                Found::Texts,
            );
            report(
                NUMBERS,
                operation,
                || A::subnets(net, len),
                |nets| Found::Texts(write(nets)),
            );
            let net: Net<A> = net.into();
            report(
                OURS,
                operation,
                || net.subnets(len).unwrap().collect::<Vec<_>>(),
                |nets| Found::Texts(write(nets)),
            );
        }
        "nth" => {
            let net: A::Net = given["network"].as_str().unwrap().parse().unwrap();
            let len = given["length"].as_u64().unwrap() as u8;
            let numbers: Vec<u64> = given["numbers"]
                .as_array()
                .unwrap()
                .iter()
                .map(|n| n.as_u64().unwrap())
                .collect();
            let (first, _) = A::ends(net);
            let block =
                |number: &u64| A::net(first | A::from_u128(u128::from(*number) << (A::WIDTH - len)), len);
            report(
                WITH_TEXTS,
                operation,
                || numbers.iter().map(|n| block(n).to_string()).collect(),
                Found::Texts,
            );
            report(
                NUMBERS,
                operation,
                || numbers.iter().map(block).collect::<Vec<_>>(),
                |nets| Found::Texts(write(nets)),
            );
            let net: Net<A> = net.into();
            let own = || {
                numbers
                    .iter()
                    .map(|n| net.subnet(len, u128::from(*n)).unwrap())
                    .collect::<Vec<_>>()
            };
            report(OURS, operation, own, |nets| Found::Texts(write(nets)));
        }
        "merge" => {
            let list = list("list");
            report(
                WITH_TEXTS,
                operation,
                || write(A::aggregate(&read::<A::Net>(&list))),
                Found::Texts,
            );
            let nets: Vec<A::Net> = read(&list);
            report(
                NUMBERS,
                operation,
                || A::aggregate(&nets),
                |nets| Found::Texts(write(nets)),
            );
            let nets = ours(&nets);
            report(
                OURS,
                operation,
                || sets::merge(&nets),
                |nets| Found::Texts(write(nets)),
            );
        }
        "pairs" | "overlaps" => {
            let list = list("list");
            report(
                WITH_TEXTS,
                operation,
                || overlaps::<A>(&read::<A::Net>(&list)),
                Found::Pairs,
            );
            let nets: Vec<A::Net> = read(&list);
            report(NUMBERS, operation, || overlaps::<A>(&nets), Found::Pairs);
            let nets = ours(&nets);
            report(
                OURS,
                operation,
                || Nesting::of(&nets).pairs().collect::<Vec<_>>(),
                Found::Pairs,
            );
        }
        "exclude" => {
            let (from, list) = (list("from"), list("list"));
            let both = || write(exclude::<A>(&read::<A::Net>(&from), &read::<A::Net>(&list)));
            report(WITH_TEXTS, operation, both, Found::Texts);
            let (from, nets): (Vec<A::Net>, Vec<A::Net>) = (read(&from), read(&list));
            report(
                NUMBERS,
                operation,
                || exclude::<A>(&from, &nets),
                |nets| Found::Texts(write(nets)),
            );
            let (from, nets) = (ours(&from), ours(&nets));
            report(
                OURS,
                operation,
                || sets::exclude(&from, &nets),
                |nets| Found::Texts(write(nets)),
            );
        }
        "few" | "contains" => {
            let (set, asked) = (list("set"), list("asked"));
            let both = || inside::<A>(&read::<A::Net>(&set), &read::<A::Address>(&asked));
            report(WITH_TEXTS, operation, both, Found::Booleans);
            let (set, asked): (Vec<A::Net>, Vec<A::Address>) = (read(&set), read(&asked));
            report(NUMBERS, operation, || inside::<A>(&set, &asked), Found::Booleans);
            let nets = ours(&set);
            let own = || {
                let nesting = Nesting::of(&nets);
                let one =
                    |address: &A::Address| nesting.around(Net::of_address(A::number(*address))).is_some();
                asked.iter().map(one).collect::<Vec<_>>()
            };
            report(OURS, operation, own, Found::Booleans);
        }
        "format" => {
            let list = list("list");
            report(
                WITH_TEXTS,
                operation,
                || write(read::<A::Address>(&list)),
                Found::Texts,
            );
        }
        other => eprintln!("there is no operation {other}"),
    }
}

fn main() {
    // cargo adds `--bench`.
    let arguments: Vec<String> = std::env::args()
        .skip(1)
        .filter(|word| !word.starts_with('-'))
        .collect();
    let Some(folder) = arguments.first() else {
        eprintln!("cargo xtask bench --only cidr gives the folder with the inputs");
        return;
    };
    let text = std::fs::read_to_string(format!("{folder}/inputs.json")).unwrap();
    let inputs: Value = serde_json::from_str(&text).unwrap();
    for (operation, given) in inputs.as_object().unwrap() {
        if arguments.len() > 1 && !arguments.contains(operation) {
            continue;
        }
        if operation.ends_with('6') {
            run::<u128>(operation, given);
        } else {
            run::<u32>(operation, given);
        }
    }
}
