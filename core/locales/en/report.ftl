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

suggest-no-room-pods = no room for a { $family } pod range of { $prefix } in the blocks given
suggest-no-room-services = no room for a { $family } Service range of { $prefix } in the blocks given
suggest-no-room-nodes = no room for a { $family } node network of { $prefix } in the blocks given
suggest-no-room-reserved = no room for a reserved { $family } network of { $prefix } in the blocks given

summary-services = Services start in { $family } with { $addresses ->
        [one] one address
       *[other] { $addresses } addresses
    }; the API server is { $api }, DNS is { $dns } by convention
