## The four views, the version slider and the map.

view-map = Map
view-services = Services
view-change = Change
view-files = Files
version-slider = Kubernetes { $version }

map-title = Map
map-empty = The map appears when the ranges can be read.
map-path = Way to this place in { $family }
map-cells = { $count } × /{ $prefix }
map-no-twin = Nothing of this family corresponds to this place.
map-no-cell = none
map-more-ranges = and { $count ->
        [one] { $count } more range
       *[other] { $count } more ranges
    }
map-enter = Zoom in
map-leave = Zoom out
map-home = Back to the pods
map-hint = Choose a cell: it says what it is in both families. Press it twice to zoom in; drag a range to another place.
map-rows = The map as rows
map-column-cells = Cells
map-keys = Arrows move, right and left open and close a row, Enter zooms in, Backspace zooms out.
map-node = Node { $node }
map-nodes = Nodes { $first } to { $last }
map-cell = Cell { $cell }
map-addresses = { $count ->
        [one] { $count } address
       *[other] { $count } addresses
    }
map-in-use = { $count ->
        [one] in use by { $owner }
       *[other] { $count } addresses in use, the first by { $owner }
    }
map-ranges = Ranges of the plan here
map-halve = Halve
    .name = Halve: { $name }
map-double = Double
    .name = Double: { $name }
map-move-here = Move here
    .name = Move here: { $name }
map-moving = { $name } to { $network }

proof-title = Why this block
proof-formula = 2^({ $mask } − { $prefix }) = { $count ->
        [one] { $count } block
       *[other] { $count } blocks
    }
proof-range = the range
proof-node = the node’s number
proof-host = its pods
