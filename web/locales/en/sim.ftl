# The view "What happens if…", and what follows from Services.

sim-title = What happens if…
sim-about = Do things to the cluster of this plan and see what its API servers make of every Service.
sim-none = The cluster appears when the plan can be read.
sim-next = Next step
sim-kind = What to do
sim-create = Create a Service
sim-replace = Replace a Service
sim-patch = Patch a Service
sim-delete = Delete a Service
sim-add-range = Add the second Service range (single-stack to dual-stack)
sim-remove-range = Remove the second Service range (dual-stack to single-stack)
sim-set-version = Change the Kubernetes version
sim-create-service-cidr = Create a ServiceCIDR object
sim-delete-service-cidr = Delete a ServiceCIDR object
sim-wait = Let ten seconds pass
sim-service = Service
sim-version = Version
sim-object = ServiceCIDR
sim-object-name = Name of the object
sim-manifest-from = Start from the manifest of
sim-manifest = Manifest
sim-patch-text = Merge patch
sim-range = Second range
sim-ranges = Ranges, one a family
sim-do = Do it
sim-reset = Start over
sim-nothing-chosen = choose what this step is about
sim-no-range = { $text } is no range: write one like 10.96.0.0/16 or fd00:10:96::/112
sim-one-object = write one YAML or JSON object
sim-no-service = this is no Service
sim-unreadable = the API server cannot read this: { $reason }
sim-start = The cluster of the plan
sim-step = Step { $step }:
sim-step-create = create { $name }
sim-step-replace = replace { $name }
sim-step-patch = patch { $name }
sim-step-delete = delete { $name }
sim-step-ranges = API servers restart with the Service ranges { $ranges }
sim-step-version = API servers become { $version }
sim-step-gate = API servers restart with IPv6DualStack={ $value }
sim-step-create-service-cidr = create ServiceCIDR { $name }
sim-step-delete-service-cidr = delete ServiceCIDR { $name }
sim-step-update-service-cidr = replace ServiceCIDR { $name }
sim-step-wait = { $seconds } seconds pass
sim-step-controller-manager-on = kube-controller-manager starts
sim-step-controller-manager-off = kube-controller-manager stops
sim-stored = stored
sim-refused = refused
sim-done = done
sim-undo-step =
    { $behind ->
        [0] Undo step { $step }
        [one] Undo step { $step } and the one after it
       *[other] Undo step { $step } and the { $behind } after it
    }
sim-events = Controllers say
sim-same = unchanged
sim-new = new
sim-changed = changed
sim-gone = gone
sim-stuck = cannot be updated
sim-as-read = { $name } as a client reads it
sim-update-refused = Every update of it is refused:
sim-cluster = Kubernetes { $version }, Service ranges { $ranges }
sim-service-cidr = ServiceCIDR { $name }: { $ranges }
sim-said = Step { $step }, { $title }: { $result }
sim-said-undone =
    { $count ->
        [one] { $count } step undone, { $left } left
       *[other] { $count } steps undone, { $left } left
    }

aspects-title = What follows in the cluster
aspects-of = What follows from { $name }
column-aspect = What
column-family = Family
aspect-dns = DNS record
aspect-endpoint-slice = EndpointSlice
aspect-node-port = Node port
aspect-load-balancer = Load balancer
aspect-source-ranges = Source ranges
aspect-external-ips = External IPs
aspect-of-endpoints = the ready endpoints
aspect-managed = written by the control plane
aspect-by-hand = has to be written by hand
aspect-allocated = allocated
aspect-provided = has an address
aspect-not-provided = has no address
aspect-unrestricted = everybody may connect
aspect-not-served = not served
conversion-about = This manifest is written for Kubernetes { $version } or earlier.
conversion-apply = Convert { $name } to the version of the plan
conversion-rewritten = the document had to be written anew and has lost its comments; undo brings them back
