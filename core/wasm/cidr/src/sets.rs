//! Calls over whole lists.

use dualstack_cidr::nesting::{NONE, Nesting};
use dualstack_cidr::sets::{self, union};
use dualstack_cidr::{Bits, Net, Range, order, packing};
use wasm_bindgen::prelude::*;

use crate::list::{List, PACKED4, PACKED6};
use crate::refusal::{Answer, MOST, Reason};

/// The smallest list with the same addresses.
#[wasm_bindgen]
pub fn merge(form: u8, list: &[u8], count: u32) -> Answer<Vec<u8>> {
    let list = List::read(form, list, count, 0)?;
    Ok(List::write(&sets::merge(&list.v4), &sets::merge(&list.v6), form))
}

/// What is left of the first list without the second.
#[wasm_bindgen]
pub fn exclude(form: u8, from: &[u8], count: u32, taken: &[u8], taken_count: u32) -> Answer<Vec<u8>> {
    let from = List::read(form, from, count, 0)?;
    let taken = List::read(form, taken, taken_count, 1)?;
    let v4 = sets::exclude(&from.v4, &taken.v4);
    Ok(List::write(&v4, &sets::exclude(&from.v6, &taken.v6), form))
}

/// What both lists have in common.
#[wasm_bindgen]
pub fn intersect(form: u8, a: &[u8], count: u32, b: &[u8], other_count: u32) -> Answer<Vec<u8>> {
    let a = List::read(form, a, count, 0)?;
    let b = List::read(form, b, other_count, 1)?;
    let v4 = sets::intersect(&a.v4, &b.v4);
    Ok(List::write(&v4, &sets::intersect(&a.v6, &b.v6), form))
}

/// The addresses that lie in no network of the list, of the families that the list has; of both where it is empty.
#[wasm_bindgen]
pub fn complement(form: u8, list: &[u8], count: u32) -> Answer<Vec<u8>> {
    let list = List::read(form, list, count, 0)?;
    let all = count == 0;
    let v4 = (form == PACKED4 || all || !list.v4.is_empty()).then(|| sets::complement(&list.v4));
    let v6 = (form == PACKED6 || all || !list.v6.is_empty()).then(|| sets::complement(&list.v6));
    Ok(List::write(
        &v4.unwrap_or_default(),
        &v6.unwrap_or_default(),
        form,
    ))
}

/// The list in order: IPv4 before IPv6, a network before those in it.
#[wasm_bindgen]
pub fn sort(form: u8, list: &[u8], count: u32) -> Answer<Vec<u8>> {
    let mut list = List::read(form, list, count, 0)?;
    order::sort(&mut list.v4);
    order::sort(&mut list.v6);
    Ok(List::write(&list.v4, &list.v6, form))
}

/// The number of addresses in the list, each counted once, as words: the high one, the low one, and the number of times
/// that 2^128 is to be added.
#[wasm_bindgen]
pub fn count(form: u8, list: &[u8], count: u32) -> Answer<Vec<u64>> {
    let list = List::read(form, list, count, 0)?;
    let v4 = sets::count(&union(&list.v4)).unwrap_or_default();
    let (sum, carry) = match sets::count(&union(&list.v6)) {
        None => (v4, true),
        Some(v6) => v6.overflowing_add(v4),
    };
    // The halves of 128 bits.
    Ok(vec![(sum >> 64) as u64, sum as u64, u64::from(carry)])
}

/// Whether the lists have an address in common.
#[wasm_bindgen]
pub fn overlaps(form: u8, a: &[u8], count: u32, b: &[u8], other_count: u32) -> Answer<bool> {
    let a = List::read(form, a, count, 0)?;
    let b = List::read(form, b, other_count, 1)?;
    let v4 = sets::common(&union(&a.v4), &union(&b.v4));
    let v6 = sets::common(&union(&a.v6), &union(&b.v6));
    Ok(!v4.is_empty() || !v6.is_empty())
}

/// For each network of the second list whether the addresses of the first have all of it: 1 or 0.
#[wasm_bindgen]
pub fn contains(
    set_form: u8,
    set: &[u8],
    count: u32,
    form: u8,
    asked: &[u8],
    asked_count: u32,
) -> Answer<Vec<u8>> {
    let set = List::read(set_form, set, count, 0)?;
    let asked = List::read(form, asked, asked_count, 1)?;
    let mut found = vec![0; asked_count as usize];
    mark(&union(&set.v4), &asked.v4, &asked.index4, &mut found);
    mark(&union(&set.v6), &asked.v6, &asked.index6, &mut found);
    Ok(found)
}

fn mark<A: Bits>(set: &[Range<A>], asked: &[Net<A>], indexes: &[u32], found: &mut [u8]) {
    for (net, index) in asked.iter().zip(indexes) {
        let behind = set.partition_point(|range| range.first <= net.first());
        let around = behind.checked_sub(1).and_then(|at| set.get(at));
        if let Some(place) = found.get_mut(*index as usize) {
            *place = u8::from(around.is_some_and(|range| net.last() <= range.last));
        }
    }
}

/// For each network of the second list the number of the smallest network of the first that contains it; −1 if there is
/// none.
#[wasm_bindgen]
pub fn find(
    set_form: u8,
    set: &[u8],
    count: u32,
    form: u8,
    asked: &[u8],
    asked_count: u32,
) -> Answer<Vec<i32>> {
    let set = List::read(set_form, set, count, 0)?;
    let asked = List::read(form, asked, asked_count, 1)?;
    let mut found = vec![-1; asked_count as usize];
    look_up(&set.v4, &set.index4, &asked.v4, &asked.index4, &mut found);
    look_up(&set.v6, &set.index6, &asked.v6, &asked.index6, &mut found);
    Ok(found)
}

fn look_up<A: Bits>(
    set: &[Net<A>],
    set_indexes: &[u32],
    asked: &[Net<A>],
    indexes: &[u32],
    found: &mut [i32],
) {
    let nesting = Nesting::of(set);
    for (net, index) in asked.iter().zip(indexes) {
        let around = nesting.around(*net).and_then(|at| set_indexes.get(at as usize));
        if let (Some(around), Some(place)) = (around, found.get_mut(*index as usize)) {
            *place = i32::try_from(*around).unwrap_or(i32::MAX);
        }
    }
}

/// The list as a forest: the numbers of the networks in sorted order, then for each place the place of the smallest network
/// around it, or 2^32 − 1. From these two, pairs are found one by one without another call.
#[wasm_bindgen]
pub fn nesting(form: u8, list: &[u8], count: u32) -> Answer<Vec<u32>> {
    let list = List::read(form, list, count, 0)?;
    let (v4, v6) = (Nesting::of(&list.v4), Nesting::of(&list.v6));
    let before = list.index4.len() as u32;
    let mut out = Vec::with_capacity(2 * count as usize);
    out.extend(v4.order().filter_map(|at| list.index4.get(at as usize)));
    out.extend(v6.order().filter_map(|at| list.index6.get(at as usize)));
    out.extend(v4.parents());
    let moved = |parent: &u32| if *parent == NONE { NONE } else { parent + before };
    out.extend(v6.parents().iter().map(moved));
    Ok(out)
}

/// Every pair of networks that overlap, as numbers of the list, the lower number first.
#[wasm_bindgen(js_name = overlapPairs)]
pub fn overlap_pairs(form: u8, list: &[u8], count: u32) -> Answer<Vec<u32>> {
    let list = List::read(form, list, count, 0)?;
    let mut out = Vec::new();
    pairs(&Nesting::of(&list.v4), &list.index4, &mut out)?;
    pairs(&Nesting::of(&list.v6), &list.index6, &mut out)?;
    Ok(out)
}

fn pairs<A: Bits>(nesting: &Nesting<A>, indexes: &[u32], out: &mut Vec<u32>) -> Answer<()> {
    let limit = 2 * MOST as usize;
    for (a, b) in nesting.pairs() {
        if out.len() >= limit {
            return Err(Reason::TooMany.at(0, 0));
        }
        out.extend(indexes.get(a as usize));
        out.extend(indexes.get(b as usize));
    }
    Ok(())
}

/// The lowest free block of a prefix length in the first list without the second; an empty list if there is none.
/// Families are tried in the order in which the first list names them.
#[wasm_bindgen(js_name = nextFree)]
pub fn next_free(
    form: u8,
    within: &[u8],
    count: u32,
    taken: &[u8],
    taken_count: u32,
    prefix_len: u8,
) -> Answer<Vec<u8>> {
    let within = List::read(form, within, count, 0)?;
    let taken = List::read(form, taken, taken_count, 1)?;
    let v4 = || sets::next_free(&within.v4, &taken.v4, prefix_len);
    let v6 = || sets::next_free(&within.v6, &taken.v6, prefix_len);
    let (v4, v6) = if within.index6.first() == Some(&0) {
        let v6 = v6();
        (if v6.is_none() { v4() } else { None }, v6)
    } else {
        let v4 = v4();
        (v4, if v4.is_none() { v6() } else { None })
    };
    Ok(List::write(v4.as_slice(), v6.as_slice(), form))
}

/// Blocks of the wanted prefix lengths placed into the first list without the second: for each a byte that says whether it
/// was placed, and then the networks that were. The first list is of one family.
#[wasm_bindgen]
pub fn allocate(
    form: u8,
    within: &[u8],
    count: u32,
    taken: &[u8],
    taken_count: u32,
    wanted: &[u8],
) -> Answer<Vec<u8>> {
    let within = List::read(form, within, count, 0)?;
    let taken = List::read(form, taken, taken_count, 1)?;
    let v4 = !within.v4.is_empty();
    if let Some(other) = within.index6.first().filter(|_| v4) {
        return Err(Reason::Family.at(0, *other as usize));
    }
    if v4 {
        let placed = packing::pack(&within.v4, &taken.v4, wanted);
        let nets: Vec<Net<u32>> = placed.iter().flatten().copied().collect();
        Ok(marked(&placed, List::write(&nets, &[], form)))
    } else {
        let placed = packing::pack(&within.v6, &taken.v6, wanted);
        let nets: Vec<Net<u128>> = placed.iter().flatten().copied().collect();
        Ok(marked(&placed, List::write(&[], &nets, form)))
    }
}

fn marked<A>(placed: &[Option<A>], list: Vec<u8>) -> Vec<u8> {
    let mut out: Vec<u8> = placed.iter().map(|place| u8::from(place.is_some())).collect();
    out.extend(list);
    out
}
