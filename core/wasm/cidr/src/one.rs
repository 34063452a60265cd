//! Calls about one network: its blocks, its relatives, addresses made from it.

use dualstack_cidr::text::{read_mac, reverse_parts, write_reverse};
use dualstack_cidr::{Bits, Net, Network, Range, forms};
use wasm_bindgen::prelude::*;

use crate::list::{List, PACKED4, PACKED6, TEXT, Word};
use crate::refusal::{Answer, MOST, Reason, Refusal};

/// The one network of a list.
fn one(form: u8, list: &[u8], argument: u8) -> Answer<Network> {
    let list = List::read(form, list, 1, argument)?;
    let v4 = list.v4.first().map(|net| Network::V4(*net));
    let v6 = || list.v6.first().map(|net| Network::V6(*net));
    v4.or_else(v6).ok_or(Reason::Record.at(argument, 0))
}

fn write(network: Network, form: u8) -> Vec<u8> {
    match network {
        Network::V4(net) => List::write(&[net], &[], form),
        Network::V6(net) => List::write(&[], &[net], form),
    }
}

/// All blocks of a prefix length in a network.
#[wasm_bindgen]
pub fn split(form: u8, network: &[u8], prefix_len: u8) -> Answer<Vec<u8>> {
    fn blocks<A: Bits>(net: Net<A>, prefix_len: u8) -> Answer<Vec<Net<A>>> {
        let subnets = net.subnets(prefix_len).ok_or(Reason::PrefixLength.at(1, 0))?;
        let bits = prefix_len - net.prefix_len();
        if 1u64.checked_shl(bits.into()).is_none_or(|count| count > MOST) {
            return Err(Reason::TooMany.at(1, 0));
        }
        let mut nets = Vec::with_capacity(1 << bits);
        nets.extend(subnets);
        Ok(nets)
    }
    match one(form, network, 0)? {
        Network::V4(net) => Ok(List::write(&blocks(net, prefix_len)?, &[], form)),
        Network::V6(net) => Ok(List::write(&[], &blocks(net, prefix_len)?, form)),
    }
}

/// The blocks with these numbers (from 0), of a prefix length. Numbers as floats, which JavaScript's are.
#[wasm_bindgen]
pub fn nth(form: u8, network: &[u8], prefix_len: u8, numbers: &[f64]) -> Answer<Vec<u8>> {
    let whole = |(index, number): (usize, &f64)| {
        // What is no whole number, or below zero, is another one when it comes back.
        let small = *number as u64;
        if small as f64 == *number && small < u64::MAX {
            return Ok(u128::from(small));
        }
        let large = *number as u128;
        if large as f64 == *number && large < u128::MAX {
            return Ok(large);
        }
        Err(Reason::Index.at(2, index))
    };
    pick(form, network, prefix_len, numbers.iter().enumerate().map(whole))
}

/// The same, with numbers as pairs of words, the high one first.
#[wasm_bindgen(js_name = nthBig)]
pub fn nth_big(form: u8, network: &[u8], prefix_len: u8, words: &[u64]) -> Answer<Vec<u8>> {
    let (pairs, _) = words.as_chunks::<2>();
    let whole = pairs
        .iter()
        .map(|[high, low]| Ok(u128::from(*high) << 64 | u128::from(*low)));
    pick(form, network, prefix_len, whole)
}

fn pick(
    form: u8,
    network: &[u8],
    prefix_len: u8,
    numbers: impl ExactSizeIterator<Item = Answer<u128>>,
) -> Answer<Vec<u8>> {
    match one(form, network, 0)? {
        Network::V4(net) => blocks(net, form, prefix_len, numbers, |nets| {
            List::write(nets, &[], form)
        }),
        Network::V6(net) => blocks(net, form, prefix_len, numbers, |nets| {
            List::write(&[], nets, form)
        }),
    }
}

fn blocks<A: Word>(
    net: Net<A>,
    form: u8,
    prefix_len: u8,
    numbers: impl ExactSizeIterator<Item = Answer<u128>>,
    write: impl Fn(&[Net<A>]) -> Vec<u8>,
) -> Answer<Vec<u8>> {
    if prefix_len < net.prefix_len() || prefix_len > A::WIDTH {
        return Err(Reason::PrefixLength.at(1, 0));
    }
    let count = numbers.len();
    let nets = numbers
        .enumerate()
        .map(|(index, number)| net.subnet(prefix_len, number?).ok_or(Reason::Index.at(2, index)));
    if form != PACKED4 && form != PACKED6 {
        return Ok(write(&nets.collect::<Answer<Vec<_>>>()?));
    }
    // Each number becomes a word of the result at once.
    let mut out = Vec::with_capacity((A::BYTES + 1) * count);
    for net in nets {
        net?.first().pack(&mut out);
    }
    out.resize((A::BYTES + 1) * count, prefix_len);
    Ok(out)
}

/// The number of a block among those of its size in a network, as words, the high one first. Nothing if it does not lie in
/// it.
#[wasm_bindgen(js_name = indexOf)]
pub fn index_of(form: u8, network: &[u8], inner_form: u8, inner: &[u8]) -> Answer<Vec<u64>> {
    let index = match (one(form, network, 0)?, one(inner_form, inner, 1)?) {
        (Network::V4(net), Network::V4(inner)) => net.index_of(inner),
        (Network::V6(net), Network::V6(inner)) => net.index_of(inner),
        _ => None,
    };
    // The halves of 128 bits.
    Ok(index.map_or(Vec::new(), |index| vec![(index >> 64) as u64, index as u64]))
}

/// The network of a shorter prefix length around this one.
#[wasm_bindgen]
pub fn supernet(form: u8, network: &[u8], prefix_len: u8) -> Answer<Vec<u8>> {
    let around = match one(form, network, 0)? {
        Network::V4(net) => net.supernet(prefix_len).map(Network::V4),
        Network::V6(net) => net.supernet(prefix_len).map(Network::V6),
    };
    Ok(write(around.ok_or(Reason::PrefixLength.at(1, 0))?, form))
}

/// The smallest network around all of a list, which is of one family and not empty.
#[wasm_bindgen]
pub fn common(form: u8, list: &[u8], count: u32) -> Answer<Vec<u8>> {
    let list = List::read(form, list, count, 0)?;
    let v4 = list.v4.iter().copied().reduce(Net::common);
    let v6 = list.v6.iter().copied().reduce(Net::common);
    match (v4, v6) {
        (Some(net), None) => Ok(write(Network::V4(net), form)),
        (None, Some(net)) => Ok(write(Network::V6(net), form)),
        (None, None) => Err(Reason::Empty.at(0, 0)),
        (Some(_), Some(_)) => {
            let first = [list.index4.first(), list.index6.first()];
            let other = first.into_iter().flatten().max().copied();
            Err(Reason::Family.at(0, other.unwrap_or(0) as usize))
        }
    }
}

/// The networks that make up a range of addresses, given by a list of its two ends.
#[wasm_bindgen(js_name = fromRange)]
pub fn from_range(form: u8, ends: &[u8]) -> Answer<Vec<u8>> {
    let ends = List::read(form, ends, 2, 0)?;
    let backwards: Refusal = Reason::Range.at(0, 1);
    match (ends.v4.as_slice(), ends.v6.as_slice()) {
        ([first, last], []) => {
            let range = Range::new(first.first(), last.last()).ok_or(backwards)?;
            Ok(List::write(&range.cover().collect::<Vec<_>>(), &[], form))
        }
        ([], [first, last]) => {
            let range = Range::new(first.first(), last.last()).ok_or(backwards)?;
            Ok(List::write(&[], &range.cover().collect::<Vec<_>>(), form))
        }
        _ => Err(Reason::Family.at(0, 1)),
    }
}

/// The names of the reverse zones that cover a network, a line each.
#[wasm_bindgen(js_name = reverseZones)]
pub fn reverse_zones(form: u8, network: &[u8]) -> Answer<Vec<u8>> {
    let mut out = Vec::new();
    for part in reverse_parts(one(form, network, 0)?) {
        write_reverse(part, &mut out).ok_or(Reason::PrefixLength.at(0, 0))?;
        out.push(b'\n');
    }
    out.pop();
    Ok(out)
}

/// The unique local prefix of a random global ID, of which the lowest 40 bits count.
#[wasm_bindgen(js_name = uniqueLocal)]
pub fn unique_local(global_id: u64) -> Vec<u8> {
    List::write(&[], &[forms::unique_local(global_id)], TEXT)
}

/// An address as text, without a length.
fn address<A: Bits>(address: A) -> Vec<u8> {
    let mut out = Vec::with_capacity(39);
    address.write(&mut out);
    out
}

/// The address of a hardware address in a network of IPv6.
#[wasm_bindgen]
pub fn eui64(form: u8, network: &[u8], mac: &[u8]) -> Answer<Vec<u8>> {
    let Network::V6(net) = one(form, network, 0)? else {
        return Err(Reason::Family.at(0, 0));
    };
    let mac = read_mac(mac).ok_or(Reason::Mac.at(1, 0))?;
    Ok(address(forms::eui64(net, mac).ok_or(Reason::Eui64.at(0, 0))?))
}

/// The IPv4-mapped address of an address of IPv4, and the other way round. Nothing where an address of IPv6 is not mapped.
#[wasm_bindgen]
pub fn mapped(text: &[u8]) -> Answer<Vec<u8>> {
    match one(TEXT, text, 0)? {
        Network::V4(net) => Ok(address(forms::mapped(net.first()))),
        Network::V6(net) => Ok(forms::unmapped(net.first()).map_or(Vec::new(), address)),
    }
}

/// The address of IPv6 that stands for one of IPv4 behind a translator's prefix, and the other way round. Nothing where an
/// address of IPv6 stands for none.
#[wasm_bindgen]
pub fn nat64(text: &[u8], prefix: &[u8]) -> Answer<Vec<u8>> {
    let Network::V6(prefix) = one(TEXT, prefix, 1)? else {
        return Err(Reason::Family.at(1, 0));
    };
    if !forms::NAT64_PREFIX_LENS.contains(&prefix.prefix_len()) {
        return Err(Reason::Nat64.at(1, 0));
    }
    Ok(match one(TEXT, text, 0)? {
        Network::V4(net) => forms::nat64(prefix, net.first()).map_or(Vec::new(), address),
        Network::V6(net) => forms::from_nat64(prefix, net.first()).map_or(Vec::new(), address),
    })
}

/// The order of two networks: −1, 0 or 1.
#[wasm_bindgen]
pub fn compare(a_form: u8, a: &[u8], b_form: u8, b: &[u8]) -> Answer<i8> {
    Ok(one(a_form, a, 0)?.cmp(&one(b_form, b, 1)?) as i8)
}

/// The address `number` places (words, the high one first) behind the lowest one of a network, as text.
#[wasm_bindgen(js_name = addressAt)]
pub fn address_at(form: u8, network: &[u8], high: u64, low: u64) -> Answer<Vec<u8>> {
    let number = u128::from(high) << 64 | u128::from(low);
    let none: Refusal = Reason::Index.at(1, 0);
    match one(form, network, 0)? {
        Network::V4(net) => Ok(address(net.address(number).ok_or(none)?)),
        Network::V6(net) => Ok(address(net.address(number).ok_or(none)?)),
    }
}

/// The text of an address that is given as words, the high one first. Bits above the width of the family are ignored.
#[wasm_bindgen(js_name = fromWords)]
pub fn from_words(family: u8, high: u64, low: u64) -> Vec<u8> {
    let bits = u128::from(high) << 64 | u128::from(low);
    if family == PACKED4 {
        address(u32::from_u128(bits))
    } else {
        address(bits)
    }
}
