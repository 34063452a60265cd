//! Calls that answer for each entry of a list, in its order.

use std::net::Ipv6Addr;

use dualstack_cidr::text::{Interface, Line, write_full, write_reverse};
use dualstack_cidr::{Bits, Net, Network, registry};
use wasm_bindgen::prelude::*;

use crate::list::{self, List, PACKED4, PACKED6, Read, TEXT, each};
use crate::refusal::{Answer, Reason};

/// How [`format`](format()) writes an entry where not in RFC 5952 form.
const FULL: u8 = 1;
const REVERSE: u8 = 2;

/// Each entry as a line of text: 0 is RFC 5952, 1 all digits, 2 the name of the reverse zone. An address stays one; a
/// network loses its host bits. Of texts that are in RFC 5952 form already, an empty line is given instead: the caller has them.
#[wasm_bindgen]
pub fn format(form: u8, entries: &[u8], count: u32, style: u8) -> Answer<Vec<u8>> {
    let mut out = Vec::with_capacity(entries.len() + entries.len() / 4);
    if form == PACKED4 || form == PACKED6 {
        let read = List::read(form, entries, count, 0)?;
        let v4 = read.v4.iter().map(|net| Network::V4(*net));
        let v6 = read.v6.iter().map(|net| Network::V6(*net));
        for (index, network) in v4.chain(v6).enumerate() {
            write(network, true, style, index, &[], &mut out)?;
        }
    } else {
        each(form, entries, count, 0, |index, read, text| {
            let has_length = matches!(read, Read::V4(_, true) | Read::V6(_, true));
            let network = read.network().ok_or(Reason::Record.at(0, index as usize))?;
            write(network, has_length, style, index as usize, text, &mut out)
        })?;
    }
    out.pop();
    Ok(out)
}

#[inline]
fn write(
    network: Network,
    has_length: bool,
    style: u8,
    index: usize,
    text: &[u8],
    out: &mut Vec<u8>,
) -> Answer<()> {
    if style == REVERSE {
        write_reverse(network, out).ok_or(Reason::PrefixLength.at(0, index))?;
        out.push(b'\n');
        return Ok(());
    }
    let mut line = Line::new();
    let prefix_len = match network {
        Network::V4(net) => {
            net.first().put(&mut line);
            net.prefix_len()
        }
        Network::V6(net) => {
            if style == FULL {
                write_full(Ipv6Addr::from_bits(net.first()), out);
            } else {
                net.first().put(&mut line);
            }
            net.prefix_len()
        }
    };
    if has_length {
        line.push(b'/');
        line.decimal(prefix_len);
    }
    if style == FULL || line.as_bytes() != text {
        line.append_to(out);
    }
    out.push(b'\n');
    Ok(())
}

/// Each entry as a record, with its host bits.
#[wasm_bindgen]
pub fn parse(form: u8, entries: &[u8], count: u32) -> Answer<Vec<u8>> {
    let mut out = Vec::with_capacity(18 * count as usize);
    each(form, entries, count, 0, |_, read, _| {
        match read {
            Read::V4(read, _) => list::write_bits(4, read.prefix_len, read.address.to_u128(), &mut out),
            Read::V6(read, _) => list::write_bits(6, read.prefix_len, read.address, &mut out),
        }
        Ok(())
    })?;
    Ok(out)
}

/// For each line of text whether it is an address or a network: 0, 4 or 6; plus 16 if it has a length.
#[wasm_bindgen]
pub fn kinds(entries: &[u8], count: u32) -> Answer<Vec<u8>> {
    if count == 0 {
        return Ok(Vec::new());
    }
    let lines = entries.split(|byte| *byte == b'\n');
    let found: Vec<u8> = lines
        .map(|line| match list::read_text(line) {
            Err(_) => 0,
            Ok(Read::V4(_, has_length)) => 4 + 16 * u8::from(has_length),
            Ok(Read::V6(_, has_length)) => 6 + 16 * u8::from(has_length),
        })
        .collect();
    if found.len() == count as usize {
        Ok(found)
    } else {
        Err(Reason::LineBreak.at(0, 0))
    }
}

/// Texts of one family as a packed list.
#[wasm_bindgen]
pub fn pack(form: u8, entries: &[u8], count: u32, packed: u8) -> Answer<Vec<u8>> {
    let read = List::read(form, entries, count, 0)?;
    let wrong = if packed == PACKED4 {
        &read.index6
    } else {
        &read.index4
    };
    if let Some(wrong) = wrong.first() {
        return Err(Reason::Family.at(0, *wrong as usize));
    }
    Ok(List::write(&read.v4, &read.v6, packed))
}

/// A list in another form: texts of a packed list, for example.
#[wasm_bindgen]
pub fn convert(form: u8, entries: &[u8], count: u32, into: u8) -> Answer<Vec<u8>> {
    let read = List::read(form, entries, count, 0)?;
    Ok(List::write(&read.v4, &read.v6, into))
}

/// For each entry a line: the smallest special-purpose block around it, its name, its document, its columns (`y`, `n` or
/// `-`), all separated by tabs; and last whether all of the entry is global. Where there is no block, the fields are empty.
#[wasm_bindgen]
pub fn classify(form: u8, entries: &[u8], count: u32) -> Answer<Vec<u8>> {
    let mut out = Vec::new();
    let mut line = |network: Network| {
        let cell = |cell: Option<bool>| match cell {
            Some(true) => b'y',
            Some(false) => b'n',
            None => b'-',
        };
        if let Some(special) = registry::containing(network) {
            for field in [special.cidr, special.name, special.rfc] {
                out.extend_from_slice(field.as_bytes());
                out.push(b'\t');
            }
            out.extend(
                [
                    special.source,
                    special.destination,
                    special.forwardable,
                    special.global,
                    special.reserved_by_protocol,
                    Some(special.of_registry),
                ]
                .map(cell),
            );
        } else {
            out.extend_from_slice(b"\t\t\t");
        }
        out.extend_from_slice(&[b'\t', cell(registry::is_global(network)), b'\n']);
    };
    if form == PACKED4 || form == PACKED6 {
        let read = List::read(form, entries, count, 0)?;
        read.v4.iter().for_each(|net| line(Network::V4(*net)));
        read.v6.iter().for_each(|net| line(Network::V6(*net)));
    } else {
        each(form, entries, count, 0, |_, read, _| {
            read.network().into_iter().for_each(&mut line);
            Ok(())
        })?;
    }
    out.pop();
    Ok(out)
}

/// The two ends of each entry, as records of single addresses or, in the form of text, as lines without a length.
#[wasm_bindgen]
pub fn ends(form: u8, entries: &[u8], count: u32) -> Answer<Vec<u8>> {
    let mut out = Vec::new();
    each(form, entries, count, 0, |_, read, _| {
        match read {
            Read::V4(read, _) => write_ends(read, 4, form, &mut out),
            Read::V6(read, _) => write_ends(read, 6, form, &mut out),
        }
        Ok(())
    })?;
    if form == TEXT {
        out.pop();
    }
    Ok(out)
}

fn write_ends<A: Bits>(read: Interface<A>, family: u8, form: u8, out: &mut Vec<u8>) {
    let Some(net) = Net::containing(read.address, read.prefix_len) else {
        return;
    };
    for end in [net.first(), net.last()] {
        if form == TEXT {
            end.write(out);
            out.push(b'\n');
        } else {
            list::write_bits(family, A::WIDTH, end.to_u128(), out);
        }
    }
}
