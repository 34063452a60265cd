## Words of the interface. Kubernetes terms keep Kubernetes' spelling; codes and component texts are never here.

## Frame
# How the language is written: ltr or rtl.
direction = ltr
title = Dual-stack planner
skip = Skip to the results
tools-history = History
tools-plan = Plan
tools-page = Page
undo = Undo
redo = Redo
open-file = Open
download-plan = Download
share = Copy link
language = Language
language-unread = Not yet read by a native speaker
language-missing =
    { $count ->
        [one] { $count } text is still English
       *[other] { $count } texts are still English
    }
theme = Theme
theme-system = System theme
theme-light = Light
theme-dark = Dark
dismiss = Dismiss
colophon = Everything is computed in this page. What you type is not sent anywhere; a link holds the whole plan after its # sign.
colophon-licences = Licences of what this page is made of

## Summary and verdict
summary-label = Summary
summary-unreadable = There is no plan to compute yet: the findings say what is missing.
verdict-checking = Checking…
verdict-unchecked = Not checked: the rules could not be loaded. Try again
verdict-good = No problems
verdict-notes =
    { $notes ->
        [one] { $notes } note
       *[other] { $notes } notes
    }
verdict-warnings =
    { $warnings ->
        [one] { $warnings } warning
       *[other] { $warnings } warnings
    }
verdict-errors =
    { $errors ->
        [one] { $errors } error
       *[other] { $errors } errors
    }
verdict-both =
    { $errors ->
        [one] { $errors } error
       *[other] { $errors } errors
    }, { $warnings ->
        [one] { $warnings } warning
       *[other] { $warnings } warnings
    }
announce-counts =
    { $errors ->
        [0] No errors
        [one] { $errors } error
       *[other] { $errors } errors
    }{ $warnings ->
        [0] { "" }
        [one] , { $warnings } warning
       *[other] , { $warnings } warnings
    }
announce-new =
    { $errors ->
        [0] No errors
        [one] { $errors } error
       *[other] { $errors } errors
    }{ $warnings ->
        [0] { "" }
        [one] , { $warnings } warning
       *[other] , { $warnings } warnings
    }, { $new } new: { $codes }

## Editor
editor-label = Plan
mode-form = Form
mode-text = YAML
source-label = Plan file
section-cluster = Cluster
section-ranges = Address ranges
section-nodes = Nodes
section-platform = Platform
cluster-name = Cluster name
kubernetes-version = Kubernetes version
pods = Pods
pods-primary = Primary pod CIDR
pods-secondary = Secondary pod CIDR
pods-extra = Pod CIDR { $number }
services = Services
services-primary = Primary Service CIDR
services-secondary = Secondary Service CIDR
services-extra = Service CIDR { $number }
nodes = Nodes
nodes-primary = Primary node CIDR
nodes-secondary = Secondary node CIDR
nodes-extra = Node CIDR { $number }
load-balancers = Load balancers
load-balancers-primary = Primary load balancer CIDR
load-balancers-secondary = Secondary load balancer CIDR
load-balancers-extra = Load balancer CIDR { $number }
reserved = Reserved
reserved-name = Name { $number }
reserved-cidr = CIDR { $number }
reserved-remove = Remove reserved network { $number }
reserved-add = Reserve a network
free = Free
swap = Swap primary
swap-name = Swap primary: { $name }
remove-name = Remove: { $name }
add-family = Add the second family
add-family-name = Add the second family: { $name }
node-count = Nodes today
node-max = Nodes at most
max-pods = Pods per node
mask-ipv4 = IPv4 node mask size
mask-ipv6 = IPv6 node mask size
distribution = Distribution
cni = CNI plugin
provider = Cloud provider
provider-none = none (own machines)
advertise-address = API server address
not-stated = not stated
form-blocked = The form has no plan to show
form-blocked-go = Go to the text

## Results
results-label = Results
tab-overview = Room
tab-nodes = Nodes
tab-services = Services
tab-components = Flags
tab-diagnostics = Findings


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
pages = Pages
page-first = First
page-previous = Previous
page-next = Next
page-last = Last
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

## Notices
copied = { $name } is copied
copy-refused = the browser did not allow copying
link-copied = the link is copied; it holds the whole plan
link-too-long = this plan is too long for a link: download it and send the file
link-unknown-format = this link is of format { $format }, made by a later version of the planner; the plan here is untouched
link-damaged = this link is damaged, part of it is missing or altered; the plan here is untouched
link-too-large = this link holds more than the planner reads; the plan here is untouched
file-opened = { $name } is open; undo brings back what was here
fix-refused = the fix does not apply to the plan as it is now

# Parts of the page that are loaded when they are shown.
part-loading = Loading this view…
part-failed = This view could not be loaded. Your plan is kept. Check the connection and try again; if the planner has been updated meanwhile, reload the page.
part-retry = Try again
language-failed = { $name } could not be loaded. Check the connection and choose it again.

## Many Services at once
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
