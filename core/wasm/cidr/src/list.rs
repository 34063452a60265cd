//! Lists of networks as bytes.
//!
//! | form | bytes |
//! | --- | --- |
//! | [`TEXT`] | ASCII, a line each, without a line break at the end |
//! | [`RECORDS`] | 18 bytes each: family (4 or 6), prefix length, address as two little-endian words of 64 bits, the high one first |
//! | [`PACKED4`] | all addresses as little-endian words of 32 bits, then all prefix lengths, a byte each |
//! | [`PACKED6`] | all addresses as two little-endian words of 64 bits, the high one first, then all prefix lengths |

use dualstack_cidr::text::{self, Interface, Line, NotANetwork};
use dualstack_cidr::{Bits, Net, Network};

use crate::refusal::{Answer, Reason};

/// Lines of text.
pub const TEXT: u8 = 0;
/// Numbers of both families.
pub const RECORDS: u8 = 1;
/// Numbers of IPv4.
pub const PACKED4: u8 = 4;
/// Numbers of IPv6.
pub const PACKED6: u8 = 6;

const RECORD_BYTES: usize = 18;

/// Networks by family, each with its number in the list.
#[derive(Clone, Debug, Default)]
pub struct List {
    /// Those of IPv4.
    pub v4: Vec<Net<u32>>,
    /// Those of IPv6.
    pub v6: Vec<Net<u128>>,
    /// The numbers of those of IPv4.
    pub index4: Vec<u32>,
    /// The numbers of those of IPv6.
    pub index6: Vec<u32>,
}

impl List {
    /// Reads a list of `count` networks. `argument` says in refusals which list it is.
    // Every call reads a list: inlined, the reader would be there thirty times.
    #[inline(never)]
    pub fn read(form: u8, bytes: &[u8], count: u32, argument: u8) -> Answer<List> {
        let mut list = List::default();
        match form {
            PACKED4 => {
                list.v4 = packed(bytes, count, argument)?;
                list.index4 = (0..count).collect();
            }
            PACKED6 => {
                list.v6 = packed(bytes, count, argument)?;
                list.index6 = (0..count).collect();
            }
            _ => each(form, bytes, count, argument, |index, read, _| {
                match read {
                    Read::V4(read, _) => {
                        list.index4.push(index);
                        list.v4.extend(Net::containing(read.address, read.prefix_len));
                    }
                    Read::V6(read, _) => {
                        list.index6.push(index);
                        list.v6.extend(Net::containing(read.address, read.prefix_len));
                    }
                }
                Ok(())
            })?,
        }
        Ok(list)
    }

    /// Writes networks in a form, those of IPv4 first. A packed form holds its family alone.
    #[inline(never)]
    pub fn write(v4: &[Net<u32>], v6: &[Net<u128>], form: u8) -> Vec<u8> {
        match form {
            PACKED4 => unpacked(v4),
            PACKED6 => unpacked(v6),
            RECORDS => {
                let mut out = Vec::with_capacity(RECORD_BYTES * (v4.len() + v6.len()));
                for net in v4 {
                    write_record(Network::V4(*net), &mut out);
                }
                for net in v6 {
                    write_record(Network::V6(*net), &mut out);
                }
                out
            }
            _ => {
                let mut out = Vec::with_capacity(19 * v4.len() + 30 * v6.len());
                write_lines(v4, &mut out);
                write_lines(v6, &mut out);
                out.pop();
                out
            }
        }
    }
}

/// An entry of a list as it is written; and whether a length was written.
#[derive(Clone, Copy, Debug)]
pub enum Read {
    /// Of IPv4.
    V4(Interface<u32>, bool),
    /// Of IPv6.
    V6(Interface<u128>, bool),
}

impl Read {
    /// Returns the network of an entry, without host bits.
    pub fn network(self) -> Option<Network> {
        match self {
            Read::V4(read, _) => Net::containing(read.address, read.prefix_len).map(Network::V4),
            Read::V6(read, _) => Net::containing(read.address, read.prefix_len).map(Network::V6),
        }
    }
}

/// Reads one text from the beginning of a list, and gives the number of its bytes.
#[inline]
fn scan(text: &[u8]) -> Result<(Read, usize), Reason> {
    let (read, bytes, has_length) = if text::is_v6(text) {
        let read = text::scan_net(text).map_err(Reason::Text)?;
        (
            Read::V6(read.interface, read.has_length),
            read.bytes,
            read.has_length,
        )
    } else {
        let read = text::scan_net(text).map_err(Reason::Text)?;
        (
            Read::V4(read.interface, read.has_length),
            read.bytes,
            read.has_length,
        )
    };
    match text.get(bytes) {
        None | Some(b'\n') => Ok((read, bytes)),
        Some(_) if has_length => Err(Reason::Text(NotANetwork::Length)),
        Some(_) => Err(Reason::Text(NotANetwork::Address)),
    }
}

/// Reads one text.
#[inline(never)]
pub fn read_text(line: &[u8]) -> Result<Read, Reason> {
    scan(line).map(|(read, _)| read)
}

/// Calls `with` for each entry of a list in the forms [`TEXT`] and [`RECORDS`]: its number, what it is, and its text where it
/// has one.
pub fn each(
    form: u8,
    bytes: &[u8],
    count: u32,
    argument: u8,
    mut with: impl FnMut(u32, Read, &[u8]) -> Answer<()>,
) -> Answer<()> {
    if count == 0 {
        return Ok(());
    }
    if form == RECORDS {
        for (record, index) in bytes.chunks_exact(RECORD_BYTES).zip(0..count) {
            let read = read_record(record).ok_or(Reason::Record.at(argument, index as usize))?;
            with(index, read, &[])?;
        }
        return Ok(());
    }
    let mut lines = 0;
    let mut rest = Some(bytes);
    while let Some(left) = rest {
        let (read, end) = scan(left).map_err(|reason| reason.at(argument, lines as usize))?;
        with(lines, read, left.get(..end).unwrap_or_default())?;
        lines += 1;
        rest = left.get(end + 1..).filter(|_| end < left.len());
    }
    if lines == count {
        Ok(())
    } else {
        Err(Reason::LineBreak.at(argument, 0))
    }
}

fn write_lines<A: Bits>(nets: &[Net<A>], out: &mut Vec<u8>) {
    for net in nets {
        let mut line = Line::new();
        net.put(&mut line);
        line.push(b'\n');
        line.append_to(out);
    }
}

fn word(bytes: &[u8]) -> u128 {
    bytes
        .iter()
        .rev()
        .fold(0, |value, byte| value << 8 | u128::from(*byte))
}

fn read_record(record: &[u8]) -> Option<Read> {
    let (&[family, prefix_len], address) = record.split_first_chunk::<2>()?;
    let (high, low) = address.split_at_checked(8)?;
    let bits = word(high) << 64 | word(low);
    match family {
        4 if prefix_len <= 32 => {
            let address = u32::try_from(bits).ok()?;
            Some(Read::V4(Interface { address, prefix_len }, true))
        }
        6 if prefix_len <= 128 => Some(Read::V6(
            Interface {
                address: bits,
                prefix_len,
            },
            true,
        )),
        _ => None,
    }
}

/// Appends a network as a record.
pub fn write_record(network: Network, out: &mut Vec<u8>) {
    match network {
        Network::V4(net) => write_bits(4, net.prefix_len(), net.first().to_u128(), out),
        Network::V6(net) => write_bits(6, net.prefix_len(), net.first(), out),
    }
}

/// Appends a record; the address keeps its host bits.
pub fn write_bits(family: u8, prefix_len: u8, bits: u128, out: &mut Vec<u8>) {
    out.extend_from_slice(&[family, prefix_len]);
    write_words(bits, out);
}

/// Appends a number as two words of 64 bits, the high one first.
#[inline]
pub fn write_words(bits: u128, out: &mut Vec<u8>) {
    // The halves swapped: each is little-endian, and the high one comes first.
    out.extend_from_slice(&bits.rotate_left(64).to_le_bytes());
}

/// An address in a packed list.
pub trait Word: Bits {
    /// How many bytes it takes.
    const BYTES: usize;
    /// Appends it.
    fn pack(self, out: &mut Vec<u8>);
    /// Reads it; what is missing counts as zero.
    fn get(bytes: &[u8]) -> Self;
}

impl Word for u32 {
    const BYTES: usize = 4;

    #[inline]
    fn pack(self, out: &mut Vec<u8>) {
        out.extend_from_slice(&self.to_le_bytes());
    }

    #[inline]
    fn get(bytes: &[u8]) -> u32 {
        u32::from_le_bytes(bytes.try_into().unwrap_or_default())
    }
}

impl Word for u128 {
    const BYTES: usize = 16;

    #[inline]
    fn pack(self, out: &mut Vec<u8>) {
        write_words(self, out);
    }

    #[inline]
    fn get(bytes: &[u8]) -> u128 {
        u128::from_le_bytes(bytes.try_into().unwrap_or_default()).rotate_left(64)
    }
}

fn packed<A: Word>(bytes: &[u8], count: u32, argument: u8) -> Answer<Vec<Net<A>>> {
    let count = count as usize;
    let (addresses, lengths) = bytes
        .split_at_checked(count * A::BYTES)
        .filter(|(_, lengths)| lengths.len() == count)
        .ok_or(Reason::Record.at(argument, 0))?;
    let mut nets = Vec::with_capacity(count);
    for (index, (address, prefix_len)) in addresses.chunks_exact(A::BYTES).zip(lengths).enumerate() {
        let net = Net::containing(A::get(address), *prefix_len);
        nets.push(net.ok_or(Reason::Record.at(argument, index))?);
    }
    Ok(nets)
}

fn unpacked<A: Word>(nets: &[Net<A>]) -> Vec<u8> {
    let mut out = Vec::with_capacity((A::BYTES + 1) * nets.len());
    for net in nets {
        net.first().pack(&mut out);
    }
    out.extend(nets.iter().map(|net| net.prefix_len()));
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use dualstack_cidr::text::NotANetwork;

    #[test]
    fn every_form_reads_back_what_it_wrote() {
        let text = b"10.0.0.0/8\nfd00::/8\n192.168.7.0/24";
        let list = List::read(TEXT, text, 3, 0).unwrap();
        assert_eq!(
            (list.index4.as_slice(), list.index6.as_slice()),
            (&[0, 2][..], &[1][..])
        );
        let records = List::write(&list.v4, &list.v6, RECORDS);
        assert_eq!(records.len(), 3 * 18);
        assert_eq!(records[36..38], [6, 8]);
        assert_eq!(records[38..46], [0, 0, 0, 0, 0, 0, 0, 0xfd]);
        for (form, count) in [(TEXT, 3), (RECORDS, 3), (PACKED4, 2), (PACKED6, 1)] {
            let bytes = List::write(&list.v4, &list.v6, form);
            let again = List::read(form, &bytes, count, 0).unwrap();
            assert_eq!(again.v4, if form == PACKED6 { vec![] } else { list.v4.clone() });
            assert_eq!(again.v6, if form == PACKED4 { vec![] } else { list.v6.clone() });
        }
        assert_eq!(
            List::write(&list.v4, &[], PACKED4),
            [0, 0, 0, 10, 0, 7, 168, 192, 8, 24]
        );
    }

    #[test]
    fn refusals_name_the_entry() {
        let refusal = |form, bytes: &[u8], count| List::read(form, bytes, count, 1).unwrap_err();
        assert_eq!(
            refusal(TEXT, b"10.0.0.0/8\nbanana", 2),
            Reason::Text(NotANetwork::Address).at(1, 1)
        );
        assert_eq!(refusal(TEXT, b"10.0.0.0/8\n::", 1), Reason::LineBreak.at(1, 0));
        assert_eq!(refusal(PACKED4, &[0, 0, 0, 10, 33], 1), Reason::Record.at(1, 0));
        assert_eq!(refusal(PACKED4, &[0, 0, 0, 10], 1), Reason::Record.at(1, 0));
        assert_eq!(refusal(RECORDS, &[5; 18], 1), Reason::Record.at(1, 0));
        assert!(List::read(TEXT, b"", 0, 0).unwrap().v4.is_empty());
    }
}
