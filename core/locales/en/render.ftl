## Views of a plan in other people's pages.

render-map-table = The ranges as a table
render-column-node = Node
render-nodes-caption = Node blocks: { $shown } of { $count }
render-nodes-none = there are no node blocks: the pod CIDRs and mask sizes make none
render-nodes-refused = no node gets a block, because kube-controller-manager does not start with the flags of this plan; it says:
render-no-services = there are no Services beside the plan
