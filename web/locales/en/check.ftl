## Start-up check, versions, and the axis of nodes.

## Node axis
axis-label = Room for nodes, both families on one axis
axis-handle = { $family } node mask size
axis-value = /{ $mask }: room for { $nodes ->
        [one] { $nodes } node
       *[other] { $nodes } nodes
    }
axis-value-none = /{ $mask }: does not fit the pod CIDR
axis-bar = { $family } /{ $mask }: { $nodes }
axis-today = today { $nodes }
axis-planned = planned { $nodes }
axis-scale = Each step to the right is one bit more of node mask: twice the nodes, half the addresses a node. The axis ends at { $nodes ->
        [one] { $nodes } node
       *[other] { $nodes } nodes
    }. Drag the end of a bar, move it with the arrow keys, or use the fields.
axis-mask = { $family } node mask size
axis-shorter = { $family }: one bit less, fewer nodes
axis-longer = { $family }: one bit more, more nodes
axis-legal = { $masks } is legal.
axis-kubeadm = kubeadm takes { $masks }.
axis-fitting = { $masks } holds the { $nodes ->
        [one] { $nodes } node
       *[other] { $nodes } nodes
    } planned.
axis-none-fits = No mask holds the { $nodes ->
        [one] { $nodes } node
       *[other] { $nodes } nodes
    } planned with their pods.

## Use of the Service ranges
use-label = Services planned
use-hint = For this estimate only; it is not part of the plan file.
use-plain = { $services ->
        [one] { $services } Service takes
       *[other] { $services } Services take
    } { $percent } % of the addresses.
use-dynamic = { $services ->
        [one] { $services } Service takes
       *[other] { $services } Services take
    } { $percent } % of the addresses and stay in the dynamic band.
use-static = { $services ->
        [one] { $services } Service takes
       *[other] { $services } Services take
    } { $percent } % of the addresses. The dynamic band is full; { $spilled } come from the static band.
use-elsewhere = { $services ->
        [one] { $services } Service fills
       *[other] { $services } Services fill
    } the range; { $over } take addresses of the other ranges.
use-missing = { $services ->
        [one] { $services } Service does
       *[other] { $services } Services do
    } not fit: { $missing ->
        [one] { $missing } gets
       *[other] { $missing } get
    } no address.

## Start-up check
check-title = What would it print at start?
check-version = Checked as version
check-version-own = { $version } (the plan's)
check-paste = Command line, unit, manifest or configuration
check-paste-hint = A command line, a systemd unit, an environment file, a static Pod, a log with lines such as "Running kube-apiserver --...", or the configuration of kubeadm, K3s, RKE2, k0s, Talos, kind, MicroK8s, kubelet or kube-proxy. Left empty, the plan's own settings are checked.
check-origin = from line { $line } { $path }
check-clear = Clear
check-no-plan = Paste something, or write a plan: there is nothing to check yet.
check-too-long = this text is too long to be checked here
check-nothing-found = No component is recognised in this text. Begin a command line with the program's name, or keep the kind of a configuration file.
check-verdict =
    { $refused ->
        [0] { $components ->
            [one] The component found starts with version { $version }.
           *[other] All { $components } components found start with version { $version }.
        }
       *[other] { $components ->
            [one] The component found would exit with version { $version }.
           *[other] { $refused } of { $components } components would exit with version { $version }.
        }
    }
check-verdict-own =
    { $refused ->
        [0] All { $components } components of the plan start with version { $version }.
       *[other] { $refused } of { $components } components of the plan would exit with version { $version }.
    }
check-prints = { $component } prints and exits
check-read-as = What was read
fate-starts = starts
fate-never-ready = starts, but never works
fate-exits = exits
effect-fatal = the process exits
effect-never-ready = what was asked for never works
effect-warning = a line in the log
check-stage-read = while the file is read
check-stage-install = before anything is installed
check-stage-start = at start
check-stage-controller = when the controller starts
check-stage-request = when a request comes
check-stage-run = later, while it runs

## Confidence
confidence-verified = read in the source
confidence-changelog = release note
confidence-unverified = not verified

## Versions
versions-title = From version to version
versions-from = From
versions-to = To
versions-swap = Swap
compare-title = What becomes of this plan
compare-none = The comparison appears when the plan can be read.
compare-same = The settings of this plan are the same in { $from } and { $to }.
compare-lead =
    From { $from } to { $to }, the same plan { $removed ->
        [0] drops no setting
        [one] drops { $removed } setting
       *[other] drops { $removed } settings
    }, { $added ->
        [0] gains none
       *[other] gains { $added }
    } and { $changed ->
        [0] changes none
       *[other] changes { $changed }
    }.
setting-added = new
setting-removed = dropped
setting-changed = changed
not-given = not given
becomes = becomes
reason-plan = This follows from the plan.
reason-added = { $name } is there from { $version } on.
reason-added-with = { $name } is there from { $version } on: { $after }.
reason-removed = { $name } is gone since { $version }.
reason-removed-with = { $name } ({ $before }) is gone since { $version }.
reason-changed = { $name } changed with { $version }: { $before } became { $after }.
changes-title = All changes in Kubernetes
changes-table = Table of changes
changes-count =
    { $count ->
        [0] none
        [one] { $count } change
       *[other] { $count } changes
    }
changes-component = Component
every-component = every component
column-component = Component
column-kind = Kind
column-name = Name
column-since = Since
column-source = Source
column-confidence = Confidence
fact-flag = flag
fact-field = configuration field
fact-gate = feature gate
fact-api = API
fact-limit = limit
fact-behaviour = behaviour
