## The map of a plan.

draw-title = Map of the plan { $name }
    .unnamed = Map of a plan
draw-axis = same cell
    .node = = same node
draw-cells = { $count } × /{ $prefix }
    .node = { $count } × /{ $prefix }, one for each node
    .nodes = { $count } × /{ $prefix }, { $nodes ->
        [one] 1 node each
       *[other] { $nodes } nodes each
    }
    .inside = { $count } × /{ $prefix }, all of node { $node }
draw-to = { $first } … { $last }
draw-empty = Nothing of { $family } corresponds to this place
draw-elsewhere = { $count ->
    [one] 1 more block with ranges of { $family }
   *[other] { $count } more blocks with ranges of { $family }
  }
draw-more-ranges = { $count ->
    [one] 1 more range
   *[other] { $count } more ranges
  }
draw-unpaired = no { $family } from here on
draw-more-overlaps = { $count ->
    [one] 1 more overlap
   *[other] { $count } more overlaps
  }
draw-overlap = { $first } and { $second } share { $shared }

draw-kind-pods = Pods
draw-kind-services = Services
draw-kind-nodes = Nodes
draw-kind-load-balancers = Load balancers
draw-kind-reserved = Reserved

draw-use-pods-taken = { $count ->
    [one] 1 Node that is there
   *[other] { $count } Nodes that are there
  }
draw-use-pods-today = { $count ->
    [one] 1 node today
   *[other] { $count } nodes today
  }
draw-use-pods-planned = { $count ->
    [one] planned, to 1 node
   *[other] planned, to { $count } nodes
    }
draw-use-pods-free = { $count ->
    [one] free for 1 node
   *[other] free for { $count } nodes
  }
draw-use-pods-unpaired = no block in the other family
draw-use-pods-excluded = no node: Services lie in the block
draw-use-pods = pods, blocks unknown
draw-use-services-static = Services, static band
draw-use-services-dynamic = Services, dynamic band
draw-use-services-unusable = no Service can have these
draw-use-services-object = Services, ServiceCIDR objects
draw-use-nodes = networks of the nodes
draw-use-load-balancers = pools of load balancers
draw-use-reserved = reserved
draw-use-overlap = ranges overlap
draw-use-known = addresses that are in use

draw-summary-grid = { $family }: { $network } in { $cells ->
    [one] one cell
   *[other] { $cells } cells of /{ $prefix }
  }.
draw-summary-no-grid = { $family }: nothing corresponds to this place.
draw-summary-pods = Pods use cells { $first } to { $last } of { $cells } in { $family }.
    .both = Pods use cells { $first } to { $last } of { $cells } in both families.
draw-summary-unpaired = Cells { $first } to { $last } in { $family } hold blocks that no node gets, because the other family has none left.
    .both = Cells { $first } to { $last } hold blocks that no node gets, in both families.
draw-summary-shifted = From cell { $cell } on the same cell is another node, because one family has blocks that no node gets.
draw-summary-services = Services have addresses in cells { $first } to { $last } in { $family }.
    .both = Services have addresses in cells { $first } to { $last } in both families.
draw-summary-services-outside = Services lie outside.
draw-summary-no-overlap = No ranges overlap.
draw-summary-overlaps = { $count ->
    [one] One pair of ranges overlaps.
   *[other] { $count } pairs of ranges overlap.
  }

draw-row = cells { $first } to { $last }
    .one = cell { $first }
draw-sentence = { $text }.

## The map of a fleet

draw-fleet-pods = pod range
draw-fleet-services = Service range
draw-fleet-nodes = node network
draw-fleet-room = room to double
draw-fleet-site = kept for the site
draw-fleet-existing = runs already
draw-fleet-reserved = reserved
draw-fleet-free = free
draw-fleet-group = group { $group }
