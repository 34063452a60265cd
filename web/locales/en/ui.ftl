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
share = Share
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
source-part = Lines { $from } to { $to } of { $count }
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
tab-compare = Compare
tab-versions = Versions
tab-what-if = What if
tab-exports = Exports
tab-start = Start-up
tab-diagnostics = Findings

pages = Pages
page-first = First
page-previous = Previous
page-next = Next
page-last = Last

## Notices
copy-refused = the browser did not allow copying
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

## Plans that are kept in this browser
plans = Plans in this browser
keep-offer = Keep this plan in this browser? It is here then when you come back. Nothing is sent anywhere.
keep-do = Keep
keep-not = Not now
keep-done = { $name } is kept in this browser; what you change is kept too
keep-denied = this browser does not let the page keep plans; download the plan, or copy a link to it
