## Words of results that are loaded on demand.

capacity-title = Room for nodes
capacity-none = There are no node blocks: the mask sizes do not fit the pod CIDRs.
capacity-range = Pod CIDR
capacity-nodes = Room for nodes
capacity-wanted = Today / at most
capacity-block = Block of a node
capacity-pods = Pods a block holds
capacity-growth = Pod CIDR for { $nodes ->
        [one] { $nodes } node
       *[other] { $nodes } nodes
    }
capacity-masks = Mask sizes that fit
capacity-excluded = Blocks lost to Services
capacity-usable = Usable addresses
fits = fits
does-not-fit = too small
binding = runs out first
bands-title = Service addresses
band-object = ServiceCIDR { $name }
band-static = Static band
band-dynamic = Dynamic band
kubernetes-service = default/kubernetes
dns-service = Cluster DNS
nodes-title = Node blocks
nodes-table = Table of node blocks
nodes-none = There are no node blocks to show: the pod CIDRs and mask sizes do not make any.
nodes-refused = No node gets a block: kube-controller-manager does not start with the flags of this plan. It says:
nodes-count = room for { $count ->
        [one] { $count } node
       *[other] { $count } nodes
    }
nodes-page = Nodes { $from } to { $to } of { $count }, counted from 0
column-node = Node
column-block = { $family } block
column-when = Used
node-today = today
node-planned = planned
node-spare = spare
find-label = Go to node or find address
find-node = { $address } belongs to node { $node }, block { $block }
find-no-node = there is no such node: the plan has room for { $count }, numbered from 0
find-spare = { $address } lies in { $block }, which no node gets: the other family has no block left
find-excluded = { $address } lies in { $block }, which no node gets because the Service CIDR { $service } touches it
find-outside = { $address } is in no pod CIDR of this plan
find-unreadable = write a node number, counted from 0, or an address
services-title = Services
services-count =
    { $count ->
        [0] none yet
        [one] { $count } Service, { $refused } refused
       *[other] { $count } Services, { $refused } refused
    }
services-none = No Services yet. Paste manifests above.
services-more =
    { $count ->
        [one] { $count } more Service is not drawn
       *[other] { $count } more Services are not drawn
    }
manifests-label = Service manifests
service-stored = stored
service-replaced = replaced by the next one of that name
service-refused = refused
service-sent = Sent
service-stored-object = Stored by the API server
service-refusal = Refused by the API server
service-unknown = The answer appears when the plan can be read.
trace-title =
    { $steps ->
        [one] How that came about: { $steps } step
       *[other] How that came about: { $steps } steps
    }
components-title = Components of Kubernetes { $version }
components-none = The flags appear when the plan can be read.
component-starts = starts
component-fails = refuses to start
component-warns = It warns
settings-caption = Settings of { $component }
flags-of = { $component } flags
placeholder = set on every node
column-flag = Flag
column-value = Value
column-why = Why
diagnostics-none = Nothing to report.
diagnostics-more =
    { $count ->
        [one] { $count } more finding is not drawn
       *[other] { $count } more findings are not drawn
    }
severity-error = Error
severity-warning = Warning
severity-info = Note
place-file = Go to the file
place-line = Go to line { $line }
place-field = Go to { $path }
place-field-line = Go to { $path }, line { $line }
fix-all =
    { $fixes ->
        [one] Apply the safe fix
       *[other] Apply all { $fixes } safe fixes
    }
stage-read = { $component } says while it reads the file
stage-install = { $component } says before it installs anything
stage-start = { $component } says when it starts
stage-controller-start = { $component } says when the controller starts
stage-request = { $component } answers
stage-run = { $component } says later, while the cluster runs
copied = { $name } is copied
link-copied = the link is copied; it holds the whole plan
link-too-long = this plan is too long for a link: download it and send the file
bulk-title = All Services
bulk-filter = Filter by name, policy or family
bulk-all = Choose all
bulk-choose = Choose { $name }
bulk-name = Service
bulk-policy = Policy
bulk-families = Families
bulk-ips = Cluster IPs
bulk-do = Give the chosen Services a policy
bulk-chosen = { $count ->
        [0] Choose Services to give them a policy:
        [one] Give { $count } Service the policy
       *[other] Give { $count } Services the policy
    }
bulk-lines = The same for a running cluster, with { $policy }
bulk-cluster = kubectl
