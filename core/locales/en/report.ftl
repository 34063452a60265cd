## The plan file as a whole, and what a plan comes to.

PLAN001 = there is no ClusterPlan in the file
    .title = No plan
    .help = start with apiVersion: dualstack-planner/v1 and kind: ClusterPlan
    .fix-default = Start from the default plan

PLAN002 = a second ClusterPlan; only the first one is used
    .title = More than one plan
    .help = keep one plan a file

PLAN003 = { $kind } is neither a ClusterPlan nor a Service nor a List; it is left alone
    .title = Something else beside the plan
    .help = nothing needs to be done; no rule looks at this kind of object
    .no-kind = a document without kind is left alone
    .several = { $count ->
        [one] { $count } object
       *[other] { $count } objects
    } beside the plan are left alone: { $kinds }
    .kustomization = this is a Kustomization, which only says how manifests are built: give what `kubectl kustomize` writes
    .patch = this is a JSON patch, not an object: apply it first, for example by `kubectl kustomize`

PLAN004 = Kubernetes { $version } is not known here; known are { $first } to { $last }; until then { $shown } is shown
    .title = Unknown Kubernetes version
    .help = choose one of the known versions
    .malformed = { $text } is not a Kubernetes version; until it is one, { $shown } is shown
    .fix-use = Use { $to }

PLAN005 = { $field } of this Service cannot be read: { $reason }
    .title = Unreadable Service
    .help = compare the field with the Service API

PLAN006 = the older plan file holds no plan, so changes were not looked at
    .title = no older plan
    .help = give the plan file as it was before the change

READ001 = no component that is known here is started on line { $place }; the nearest known kind is { $nearest ->
        [kubeadm] kubeadm's configuration
        [k3s] the configuration of K3s or RKE2
        [k0s] a k0s ClusterConfig
        [talos] a Talos machine configuration
        [kind] a kind Cluster
        [microk8s] a MicroK8s launch configuration
        [component-config] a configuration of kubelet or kube-proxy
        [workload] a Pod manifest
       *[command-line] a command line or a systemd unit
    }
    .kind = { $kind } on line { $place } starts no component that is known here
    .title = Nothing is started
    .help = give the configuration of an installer (kubeadm, K3s, RKE2, k0s, Talos, kind, MicroK8s), a command line, a systemd unit, an environment file, a static Pod, or a line such as "Running kube-apiserver --..."

READ002 = the text on line { $place } starts no component and was left alone
    .kind = { $kind } on line { $place } starts no component and was left alone
    .title = A piece that starts nothing
    .help = nothing needs to be done if it is not how a component is started

READ003 = { $gate } is not a gate of any version known here
    .near = { $gate } is not a gate of any version known here; the nearest is { $nearest }
    .title = Unknown feature gate
    .help = correct the name or take it out of --feature-gates: a component that does not know a gate exits at start

READ004 = { $component } would refuse what it is started with today (line { $line } of the text given)
    .title = A component refuses what it is started with
    .help = correct the setting where the component is started; the text is what it prints

PLAN007 = { $version } is a release of { $distribution }, but the plan names no distribution
    .title = the version names a distribution
    .help = write the distribution into the plan, so that what holds for it is checked too
    .fix-say = Add distribution: { $distribution }

PLAN008 = Kubernetes { $version }: from the source, not yet compared with a running { $version }
    .title = Not yet compared with a running version
    .help = what the planner says of this version follows from its source and release notes; try it out on a cluster before you rely on a detail

suggest-no-room-pods = no room for a { $family } pod range of { $prefix } in the blocks given
suggest-no-room-services = no room for a { $family } Service range of { $prefix } in the blocks given
suggest-no-room-nodes = no room for a { $family } node network of { $prefix } in the blocks given
suggest-no-room-load-balancers = no room for a { $family } load balancer pool of { $prefix } in the blocks given
suggest-no-room-reserved = no room for a reserved { $family } network of { $prefix } in the blocks given

summary-services = Services start in { $family } with { $addresses ->
        [one] one address
       *[other] { $addresses } addresses
    }; the API server is { $api }, DNS is { $dns } by convention
summary-node-use = { $used ->
        [one] one node has its blocks already
       *[other] { $used } nodes have their blocks already
    }; there is room for { $left } more, and the next one gets { $next }
    .full = { $used ->
        [one] one node has its blocks already, and there is none left for another
       *[other] { $used } nodes have their blocks already, and there is none left for another
    }
summary-service-objects = ServiceCIDR objects add { $ranges }; free now: { $free }

LINT001 = there is no rule { $code }
    .near = there is no rule { $code }; the nearest is { $near }
    .title = Unknown rule
    .help = the list of rules has every code
    .fix = Write { $to }

LINT002 = rule { $code } is switched off or counts less here, and no reason is given
    .title = No reason given
    .help = say why, so that the next reader knows when it no longer holds; without a reason the rule stays as it is

LINT003 = rule { $code } is switched off here, but finds nothing
    .title = Needless exception
    .help = take the exception out, so that it does not hide something later
    .fix = Take it out

lint-severity = finding
    .error = error
    .warning = warning
    .info = info
lint-help = help
lint-fix = fix
    .safe = fix (safe)
# What a fix does besides, and a warning that there is after it.
fix-also = { $first }; also: { $next }
fix-then = { $first } (then { $code }: { $next })
lint-nothing = { $file }: nothing found
lint-counts = { $errors ->
        [one] one error
       *[other] { $errors } errors
    }, { $warnings ->
        [one] one warning
       *[other] { $warnings } warnings
    }, { $infos ->
        [one] one note
       *[other] { $infos } notes
    }
lint-unlisted = { $count ->
    [one] one of them is not listed; --all lists it
   *[other] { $count } of them are not listed; --all lists them
}

rules-index = Rules
    .intro = What the planner checks. Each rule has a page with the reason, an example, the texts that components print, and the fixes.
    .code = Code
    .rule = Rule
    .severity = Severity


LOG001 = no text known here is in this paste
    .title = Text not known
    .nearest = no text known here is in this paste; the nearest are { $texts }
    .help = paste the whole line in which the component gives its reason: what follows err= or error:, or the message of an event (kubectl describe, kubectl get events); for a file, use dualstack lint
    .crash = this says that something stopped, not why: paste the last lines of its log (kubectl logs --previous, crictl logs, journalctl -u kubelet or -u k3s)
    .sandbox = paste the whole message of the event, and the log of the network plugin on that node (kubectl logs -n kube-system, journalctl -u kubelet)
    .unreachable = this says that something does not answer, not why: paste the log of what should answer (the API server, kubelet, the network plugin), from its start
    .pending = paste the events of the Pod and of its node (kubectl describe), and the log of the controller manager
    .code = no rule has this code; the command dualstack rules lists them
