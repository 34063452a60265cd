## Fleets: many clusters from shared blocks

fleet-placing = The clusters are given their places …
fleet-failed = This fleet cannot be planned:
fleet-map = Map of the fleet
fleet-group = Group
fleet-all-groups = all groups
fleet-back = Back one step
fleet-home = Whole blocks
fleet-at = Shown: { $networks }
fleet-hint = Each row is a sixteenth of the network above it. Press a row to see it larger; Ctrl and the wheel zoom too. On a row: the arrow up or down goes to another one, right shows it larger, left or Backspace goes back. The other family shows the same clusters.
fleet-findings = Findings
fleet-no-findings = Nothing was found.
fleet-more-findings = { $count } more
fleet-blocks = Blocks
fleet-more-blocks = more blocks: { $count }
fleet-path = The way to what is shown: { $family }
fleet-rows = { $family }: rows of { $network }
fleet-outside = in no block
fleet-clusters = Clusters
fleet-find = Find by name, group or site
fleet-found = { $count } of { $of } clusters
fleet-cluster = Cluster
fleet-nodes = Nodes
fleet-room = Can it double?
fleet-actions = Actions
fleet-doubles = doubles into { $room }
fleet-runs = runs already; stays where it is
fleet-can-double = yes
fleet-cannot-double = no
fleet-files = Files
fleet-files-lock-why = Keep the lock file with the fleet file: with it, every cluster stays where it is. Bring both together the next time.
fleet-files-lock = Lock file
fleet-files-all = All files (.zip)
fleet-files-plans = Plans (.zip)
fleet-files-netbox = NetBox (.zip)
fleet-files-terraform = Terraform (.zip)
fleet-files-markdown = Markdown (.zip)
fleet-files-zones = Reverse zones (.zip)
fleet-files-picture = Map (.svg)
fleet-row = { $count ->
        [0] no cluster
        [one] { $names }
       *[other] { $more ->
            [0] { $names }
           *[other] { $names } and { $more } more
        }
    }; { $free }% free
fleet-show = Map
    .name = Show on the map: { $name }
fleet-take = Open as my plan
    .name = Open as my plan: { $name }
fleet-table = Table of the clusters
