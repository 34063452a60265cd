//! The places of one connected group in one family.
//!
//! Two levels of buddies: each site has aggregates of its own in the blocks, and the rooms of its clusters lie in them, so
//! that a router needs a route for an aggregate and not for a cluster. What has a place keeps it. New rooms are placed the
//! largest first, which wastes nothing where all sizes are powers of two (Coffman, Garey and Johnson 1987, bin packing with
//! divisible item sizes); so the order in which clusters stand in a file cannot matter. Where the aggregates that a site would
//! like do not fit, smaller ones are taken: a room is refused only if no arrangement beside what has a place would hold it.
//!
//! Everything is sorting, and searching in ordered sets: n rooms cost n log n.

use dualstack_cidr::nesting::Nesting;
use dualstack_cidr::packing::{Buddies, largest_first};
use dualstack_cidr::{Bits, Net, Range, order, sets};

use crate::need::block_size;

/// The number of a site, in the order of their names.
pub(crate) type Site = usize;

/// The bits of a hexadecimal digit, at which the reverse zones of IPv6 are cut.
const DIGIT: u8 = 4;
/// The number of leading bits of an aggregate's size that count: it is at most a quarter too large, and three routes.
const LEADING_BITS: u32 = 3;

/// The number of overlapping pairs that are looked at: n equal networks have n(n−1)/2 of them.
const MOST_PAIRS: usize = 100_000;
/// What is there before anything is placed.
#[derive(Debug)]
pub(crate) struct Pool<A: Bits> {
    /// The number of sites.
    pub(crate) sites: usize,
    /// What places are cut from.
    pub(crate) blocks: Vec<Net<A>>,
    /// Networks that nothing is placed into.
    pub(crate) obstacles: Vec<Net<A>>,
    /// The rooms that have a place.
    pub(crate) kept: Vec<KeptRoom<A>>,
    /// The aggregates that sites had.
    pub(crate) aggregates: Vec<(Site, Net<A>)>,
}

/// A room that has a place, and the length that it would have if it were placed now.
#[derive(Clone, Copy, Debug)]
pub(crate) struct KeptRoom<A: Bits> {
    pub(crate) site: Site,
    pub(crate) room: Net<A>,
    pub(crate) wanted_len: u8,
}

/// A room that needs a place.
#[derive(Clone, Copy, Debug)]
pub(crate) struct NewRoom {
    pub(crate) site: Site,
    /// The length of its prefix, in bits.
    pub(crate) len: u8,
}

/// What became of it.
#[derive(Debug)]
pub(crate) struct Packed<A: Bits> {
    /// The kept rooms in their order: wider where they needed it and what lies beside them was free.
    pub(crate) kept: Vec<Net<A>>,
    /// The new rooms in their order; `None` where there is no place.
    pub(crate) placed: Vec<Option<Net<A>>>,
    /// The aggregates of each site, sorted.
    pub(crate) aggregates: Vec<Vec<Net<A>>>,
    /// Whether aggregates that sites had were cut so that a room found a place.
    pub(crate) cut: bool,
    /// The free space that is left.
    pub(crate) free: Vec<Range<A>>,
}

/// Free space by what it belongs to.
#[derive(Clone, Debug)]
struct Space<A: Bits> {
    /// What lies in the aggregates of each site.
    own: Vec<Buddies<A>>,
    /// What lies in none.
    outside: Buddies<A>,
    aggregates: Vec<Vec<Net<A>>>,
}

impl<A: Bits> Pool<A> {
    /// Places the new rooms.
    pub(crate) fn pack(mut self, wanted: &[NewRoom]) -> Packed<A> {
        self.drop_empty_aggregates();
        self.extend_kept();
        let lens: Vec<u8> = wanted.iter().map(|room| room.len).collect();
        let order = largest_first::<A>(&lens);
        // What fits at all, in whatever aggregates: nothing can place more than this.
        let free = self.free();
        let mut all = Buddies::of(&free);
        let scattered = place(wanted, &order, &mut |room| all.take(room.len));
        let possible = |index: &usize| scattered.get(*index).copied().flatten().is_some();
        let order: Vec<usize> = order.into_iter().filter(possible).collect();
        let space = self.divide(&free);
        let found = [Shape::Short, Shape::Exact]
            .into_iter()
            .find_map(|shape| in_aggregates(space.clone(), wanted, &order, shape))
            .or_else(|| beside_aggregates(space, wanted, &order));
        let cut = found.is_none();
        let (placed, aggregates) = found.unwrap_or_else(|| {
            let mut rooms = self.rooms_by_site();
            add_rooms(&mut rooms, wanted, &scattered);
            (
                scattered,
                rooms.iter().map(|of_site| sets::merge(of_site)).collect(),
            )
        });
        let mut taken: Vec<Net<A>> = placed.iter().flatten().copied().collect();
        order::sort(&mut taken);
        Packed {
            kept: self.kept.iter().map(|kept| kept.room).collect(),
            free: sets::subtract(&free, &sets::union(&taken)),
            placed,
            aggregates,
            cut,
        }
    }

    /// Gives back the aggregates of which nothing is used any more, and those that overlap others.
    fn drop_empty_aggregates(&mut self) {
        let mut rooms: Vec<Net<A>> = self.kept.iter().map(|kept| kept.room).collect();
        order::sort(&mut rooms);
        let is_used = |net: Net<A>| first_inside(&rooms, net).is_some();
        order::sort_by_net(&mut self.aggregates, |(_, net)| *net);
        let mut last: Option<Net<A>> = None;
        self.aggregates.retain(|(site, net)| {
            let keep = *site < self.sites && is_used(*net) && last.is_none_or(|last| !last.overlaps(*net));
            if keep {
                last = Some(*net);
            }
            keep
        });
    }

    /// Returns what is free in the blocks.
    fn free(&self) -> Vec<Range<A>> {
        let mut taken = self.obstacles.clone();
        taken.extend(self.kept.iter().map(|kept| kept.room));
        sets::subtract(&sets::union(&self.blocks), &sets::union(&taken))
    }

    /// Divides free space by the aggregates.
    fn divide(&self, free: &[Range<A>]) -> Space<A> {
        let mut by_site: Vec<Vec<Range<A>>> = vec![Vec::new(); self.sites];
        let mut aggregates: Vec<Vec<Net<A>>> = vec![Vec::new(); self.sites];
        let mut ranges = free.iter().copied().peekable();
        for (site, net) in &self.aggregates {
            let (Some(own), Some(of_site)) = (by_site.get_mut(*site), aggregates.get_mut(*site)) else {
                continue;
            };
            of_site.push(*net);
            while let Some(range) = ranges.peek() {
                let (first, last) = (range.first.max(net.first()), range.last.min(net.last()));
                own.extend(Range::new(first, last));
                // A range that goes on behind the aggregate may reach into the next one.
                if range.last > net.last() {
                    break;
                }
                ranges.next();
            }
        }
        let nets: Vec<Net<A>> = self.aggregates.iter().map(|(_, net)| *net).collect();
        Space {
            own: by_site.iter().map(|ranges| Buddies::of(ranges)).collect(),
            outside: Buddies::of(&sets::subtract(free, &sets::union(&nets))),
            aggregates,
        }
    }

    fn rooms_by_site(&self) -> Vec<Vec<Net<A>>> {
        let mut rooms: Vec<Vec<Net<A>>> = vec![Vec::new(); self.sites];
        for kept in &self.kept {
            if let Some(of_site) = rooms.get_mut(kept.site) {
                of_site.push(kept.room);
            }
        }
        rooms
    }

    /// Widens kept rooms that need more, where all beside them is free and belongs to no other site. Two of them never
    /// want the same: each would have to hold the other.
    fn extend_kept(&mut self) {
        if self
            .kept
            .iter()
            .all(|kept| kept.room.prefix_len() <= kept.wanted_len)
        {
            return;
        }
        let mut space = self.divide(&self.free());
        for kept in &mut self.kept {
            let (Some(own), Some(of_site)) =
                (space.own.get_mut(kept.site), space.aggregates.get_mut(kept.site))
            else {
                continue;
            };
            let is_free =
                |half: &Net<A>| own.around(*half).is_some() || space.outside.around(*half).is_some();
            let lens = kept.wanted_len..kept.room.prefix_len();
            let wider = lens
                .filter(|len| A::WIDTH != 128 || len % DIGIT == 0)
                .filter_map(|len| kept.room.supernet(len))
                .find(|wider| halves(kept.room, *wider).all(|half| is_free(&half)));
            let Some(wider) = wider else {
                continue;
            };
            for half in halves(kept.room, wider) {
                if !own.take_net(half) && space.outside.take_net(half) {
                    of_site.push(half);
                    self.aggregates.push((kept.site, half));
                }
            }
            kept.room = wider;
        }
        order::sort_by_net(&mut self.aggregates, |(_, net)| *net);
    }
}

/// Returns the halves that a network lacks to become a larger one around it, the one beside it first.
fn halves<A: Bits>(net: Net<A>, wider: Net<A>) -> impl Iterator<Item = Net<A>> {
    (wider.prefix_len() + 1..=net.prefix_len())
        .rev()
        .filter_map(move |len| net.supernet(len)?.sibling())
}

/// Returns the first of sorted networks that lies in another.
fn first_inside<A: Bits>(sorted: &[Net<A>], net: Net<A>) -> Option<Net<A>> {
    let at = sorted.partition_point(|other| *other < net);
    sorted.get(at).copied().filter(|other| net.contains(*other))
}

/// Takes a place for each room, in an order of their positions.
fn place<A: Bits>(
    wanted: &[NewRoom],
    order: &[usize],
    take: &mut dyn FnMut(&NewRoom) -> Option<Net<A>>,
) -> Vec<Option<Net<A>>> {
    let mut placed = vec![None; wanted.len()];
    fill(&mut placed, wanted, order, take);
    placed
}

fn add_rooms<A: Bits>(rooms: &mut [Vec<Net<A>>], wanted: &[NewRoom], placed: &[Option<Net<A>>]) {
    for (room, place) in wanted.iter().zip(placed) {
        if let (Some(of_site), Some(net)) = (rooms.get_mut(room.site), place) {
            of_site.push(*net);
        }
    }
}

/// The places of the new rooms, and the aggregates with them.
type Found<A> = (Vec<Option<Net<A>>>, Vec<Vec<Net<A>>>);

/// How the aggregates of a site are cut.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Shape {
    /// In few routes: up to three, with a part of them free; in IPv6 one that ends at a hexadecimal digit.
    Short,
    /// Exactly as large as the rooms.
    Exact,
}

/// Places rooms into what sites have, then what is left into new aggregates. `None` if those have no place.
fn in_aggregates<A: Bits>(
    mut space: Space<A>,
    wanted: &[NewRoom],
    order: &[usize],
    shape: Shape,
) -> Option<Found<A>> {
    let own = &mut space.own;
    let mut placed = place(wanted, order, &mut |room| own.get_mut(room.site)?.take(room.len));
    let rest = left(order, &placed);
    if !rest.is_empty() {
        for (site, need) in needs_of_sites(wanted, &rest, &space.aggregates) {
            let (Some(own), Some(of_site)) = (space.own.get_mut(site), space.aggregates.get(site)) else {
                continue;
            };
            if let Some(halves) = grown(of_site, need, shape, &space.outside) {
                for half in halves {
                    space.outside.take_net(half);
                    own.give(half);
                    space.aggregates.get_mut(site)?.push(half);
                }
            }
        }
        let own = &mut space.own;
        fill(&mut placed, wanted, &rest, &mut |room| {
            own.get_mut(room.site)?.take(room.len)
        });
        let rest = left(&rest, &placed);
        let mut arenas: Vec<(u8, Site)> = Vec::new();
        for (site, need) in needs_of_sites(wanted, &rest, &space.aggregates) {
            arenas.extend(lengths::<A>(need, shape)?.into_iter().map(|len| (len, site)));
        }
        crate::order::sort(&mut arenas);
        for (len, site) in arenas {
            let net = space.outside.take(len)?;
            space.own.get_mut(site)?.give(net);
            space.aggregates.get_mut(site)?.push(net);
        }
        let own = &mut space.own;
        fill(&mut placed, wanted, &rest, &mut |room| {
            own.get_mut(room.site)?.take(room.len)
        });
        if !left(&rest, &placed).is_empty() {
            return None;
        }
    }
    Some((placed, merged(&space.aggregates)))
}

/// Places rooms into what sites have, and the rest one by one beside all aggregates. `None` if there is no place.
fn beside_aggregates<A: Bits>(mut space: Space<A>, wanted: &[NewRoom], order: &[usize]) -> Option<Found<A>> {
    let (own, outside) = (&mut space.own, &mut space.outside);
    let mut single = vec![Vec::new(); space.aggregates.len()];
    let placed = place(wanted, order, &mut |room| {
        own.get_mut(room.site)?.take(room.len).or_else(|| {
            let net = outside.take(room.len)?;
            single.get_mut(room.site)?.push(net);
            Some(net)
        })
    });
    if !left(order, &placed).is_empty() {
        return None;
    }
    for (of_site, mut nets) in space.aggregates.iter_mut().zip(single) {
        of_site.append(&mut nets);
    }
    Some((placed, merged(&space.aggregates)))
}

/// Returns the positions of an order that have no place yet.
fn left<A: Bits>(order: &[usize], placed: &[Option<Net<A>>]) -> Vec<usize> {
    let is_left = |index: &usize| placed.get(*index).is_some_and(Option::is_none);
    order.iter().copied().filter(is_left).collect()
}

/// Takes a place for the rooms at some positions.
fn fill<A: Bits>(
    placed: &mut [Option<Net<A>>],
    wanted: &[NewRoom],
    order: &[usize],
    take: &mut dyn FnMut(&NewRoom) -> Option<Net<A>>,
) {
    for index in order {
        if let (Some(place), Some(room)) = (placed.get_mut(*index), wanted.get(*index)) {
            *place = take(room);
        }
    }
}

/// What a site needs besides what it has: a number of blocks of one size.
#[derive(Clone, Copy, Debug)]
struct SiteNeed {
    /// The length of the smallest room.
    unit_len: u8,
    /// The number of blocks of that size that all rooms make up; the largest number if it is larger.
    units: u128,
    /// The addresses that the site has: it doubles, because less is not worth a route. 0 if it has nothing yet.
    has: u128,
}

/// Returns what each site needs for the rooms at some positions, by the number of the site.
fn needs_of_sites<A: Bits>(
    wanted: &[NewRoom],
    rest: &[usize],
    aggregates: &[Vec<Net<A>>],
) -> Vec<(Site, SiteNeed)> {
    let rooms: Vec<&NewRoom> = rest.iter().filter_map(|index| wanted.get(*index)).collect();
    let mut by_site: std::collections::BTreeMap<Site, SiteNeed> = std::collections::BTreeMap::new();
    for room in &rooms {
        let need = by_site.entry(room.site).or_insert_with(|| {
            let nets = aggregates.get(room.site).into_iter().flatten();
            let sizes = nets.map(|net| block_size(net.host_bits()));
            SiteNeed {
                unit_len: 0,
                units: 0,
                has: sizes.fold(0, u128::saturating_add),
            }
        });
        need.unit_len = need.unit_len.max(room.len);
    }
    for room in rooms {
        if let Some(need) = by_site.get_mut(&room.site) {
            need.units = need.units.saturating_add(block_size(need.unit_len - room.len));
        }
    }
    by_site.into_iter().collect()
}

/// Returns the prefix lengths of aggregates that hold what a site needs, the largest first: rooms are powers of two, so that
/// any sum of them fills the blocks of its binary digits. A site that has some gets as much again, so that
/// its routes grow with the logarithm of its clusters. `None` if no block is that large.
fn lengths<A: Bits>(need: SiteNeed, shape: Shape) -> Option<Vec<u8>> {
    let digits = 128 - need.units.leading_zeros();
    let mut units = need.units;
    if shape == Shape::Short {
        let least_len = need.has.checked_ilog2().map_or(A::WIDTH, |bits| {
            A::WIDTH.saturating_sub(u8::try_from(bits).unwrap_or(A::WIDTH))
        });
        let bits = 128 - need.units.saturating_sub(1).leading_zeros();
        let whole_len = need.unit_len.checked_sub(u8::try_from(bits).ok()?)?;
        if A::WIDTH == 128 {
            return Some(vec![whole_len.min(least_len) / DIGIT * DIGIT]);
        }
        if least_len <= whole_len {
            return Some(vec![least_len]);
        }
        let ignored = digits.saturating_sub(LEADING_BITS);
        units = units.div_ceil(1 << ignored).checked_mul(1 << ignored)?;
    }
    let is_set = |bit: &u32| units & (1 << bit) != 0;
    (0..128)
        .rev()
        .filter(is_set)
        .map(|bit| need.unit_len.checked_sub(u8::try_from(bit).ok()?))
        .collect()
}

/// Returns the free halves with which one of a site's aggregates becomes large enough, so that it stays one route. `None` if
/// there is none.
fn grown<A: Bits>(
    aggregates: &[Net<A>],
    need: SiteNeed,
    shape: Shape,
    outside: &Buddies<A>,
) -> Option<Vec<Net<A>>> {
    if shape == Shape::Exact {
        return None;
    }
    let wanted_len = need
        .unit_len
        .checked_sub(u8::try_from(128 - (need.units.checked_sub(1)?).leading_zeros()).ok()?)?;
    let ways = aggregates.iter().filter_map(|net| {
        let step = match A::WIDTH {
            128 => (net.prefix_len().checked_sub(1)?) / DIGIT * DIGIT,
            _ => net.prefix_len().checked_sub(1)?,
        };
        let halves: Vec<Net<A>> = halves(*net, net.supernet(step)?).collect();
        // The last half holds everything.
        let fits = halves.last()?.prefix_len() <= wanted_len;
        (fits && halves.iter().all(|half| outside.around(*half).is_some())).then_some(halves)
    });
    // The one that takes the least.
    ways.max_by_key(|halves| halves.last().map(|half| half.prefix_len()))
}

fn merged<A: Bits>(aggregates: &[Vec<Net<A>>]) -> Vec<Vec<Net<A>>> {
    aggregates.iter().map(|of_site| sets::merge(of_site)).collect()
}

/// Returns the pairs of networks that overlap, by their numbers in the list, without those that `is_fine` takes.
pub(crate) fn overlaps<A: Bits>(
    nets: &[Net<A>],
    is_fine: &dyn Fn(usize, usize) -> bool,
) -> Vec<(usize, usize)> {
    let nesting = Nesting::of(nets);
    if !nesting.has_overlaps() {
        return Vec::new();
    }
    let pairs = nesting
        .pairs()
        .map(|(first, second)| (first as usize, second as usize));
    pairs
        .take(MOST_PAIRS)
        .filter(|(first, second)| !is_fine(*first, *second))
        .collect()
}
