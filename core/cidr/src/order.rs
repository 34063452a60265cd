//! Sorting networks by the bytes of their addresses: in a few passes over the list, without comparing, and with the code of
//! one sort for both families.

use crate::{Bits, Net};

/// Below this length every item is moved to its place by comparing.
const SHORT: usize = 24;

/// Sorts networks by address, a network before those in it.
///
/// ```
/// use dualstack_cidr::{Net, order};
/// let mut nets: Vec<Net<u32>> = ["10.0.0.0/9", "9.0.0.0/8", "10.0.0.0/8"].map(|text| text.parse().unwrap()).into();
/// order::sort(&mut nets);
/// let texts: Vec<String> = nets.iter().map(Net::to_string).collect();
/// assert_eq!(texts, ["9.0.0.0/8", "10.0.0.0/8", "10.0.0.0/9"]);
/// ```
pub fn sort<A: Bits>(nets: &mut Vec<Net<A>>) {
    sort_by_net(nets, |net| *net);
}

/// Sorts items by a network of each. Items with equal networks stay in their order.
pub fn sort_by_net<A: Bits, T: Copy>(items: &mut Vec<T>, net: impl Fn(&T) -> Net<A>) {
    if items.is_sorted_by_key(&net) {
        return;
    }
    if items.len() < SHORT {
        for end in 1..items.len() {
            let mut at = end;
            while at > 0 && matches!(items.get(at - 1..=at), Some([a, b]) if net(b) < net(a)) {
                items.swap(at - 1, at);
                at -= 1;
            }
        }
        return;
    }
    // The prefix length, then the bytes of the address from the lowest on.
    let byte = |item: &T, pass: usize| -> usize {
        let net = net(item);
        match pass.checked_sub(1) {
            None => usize::from(net.prefix_len()),
            Some(byte) => net.first().byte(byte),
        }
    };
    let mut moved = items.clone();
    for pass in passes(items, &net) {
        let mut counts = [0u32; 256];
        for item in items.iter() {
            if let Some(count) = counts.get_mut(byte(item, pass)) {
                *count += 1;
            }
        }
        let mut place = 0;
        for count in counts.iter_mut() {
            place += std::mem::replace(count, place);
        }
        for item in items.iter() {
            if let Some(place) = counts.get_mut(byte(item, pass)) {
                if let Some(free) = moved.get_mut(*place as usize) {
                    *free = *item;
                }
                *place += 1;
            }
        }
        std::mem::swap(items, &mut moved);
    }
}

/// Returns the passes in which not all items are alike: 0 is the prefix length, 1 the lowest byte of the address.
fn passes<A: Bits, T>(items: &[T], net: &impl Fn(&T) -> Net<A>) -> Vec<usize> {
    let mut nets = items.iter().map(net);
    let first = nets.next();
    let mut lengths = false;
    let mut bits = A::ZERO;
    if let Some(first) = first {
        for net in nets {
            lengths |= net.prefix_len() != first.prefix_len();
            bits = bits | (net.first() ^ first.first());
        }
    }
    let bytes = usize::from(A::WIDTH / 8);
    let differs = |pass: &usize| match pass.checked_sub(1) {
        None => lengths,
        Some(byte) => bits.byte(byte) != 0,
    };
    (0..=bytes).filter(differs).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn sorts_like_the_standard_library(list in proptest::collection::vec((any::<u128>(), 0u8..=128, any::<bool>()), 0..80)) {
            let nets: Vec<(Net<u128>, usize)> = list.iter().enumerate().map(|(at, (bits, len, near))| {
                let (bits, len) = if *near { (bits & 3, 126 + len % 3) } else { (*bits, *len) };
                (Net::containing(bits, len).unwrap(), at)
            }).collect();
            let mut ours = nets.clone();
            sort_by_net(&mut ours, |(net, _)| *net);
            let mut theirs = nets;
            theirs.sort_unstable();
            prop_assert_eq!(ours, theirs);
        }

        #[test]
        fn sorts_like_the_standard_library_for_ipv4(list in proptest::collection::vec((any::<u32>(), 0u8..=32), 0..80)) {
            let nets: Vec<Net<u32>> = list.iter().map(|(bits, len)| Net::containing(*bits, *len).unwrap()).collect();
            let mut ours = nets.clone();
            sort(&mut ours);
            let mut theirs = nets;
            theirs.sort_unstable();
            prop_assert_eq!(ours, theirs);
        }
    }
}
