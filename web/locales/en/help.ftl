## Sentences that explain; in the same place whenever they are shown.

source-help = The plan and the manifests beside it, as YAML or JSON. The form changes only the values in it: comments and order stay.
ranges-hint = The first CIDR of each list is of the primary family. One CIDR is a single-stack cluster.
reserved-hint = Networks that must stay free: VPN, peers, docker0.
form-blocked-help = The text has no ClusterPlan that can be read. What was typed is all there; mend it in the text, and the form comes back.
find-help = Nodes are counted from 0: node 0 is the first to join. An address leads to the node whose block holds it.
manifests-help = Documents after the plan in the same file, separated by --- lines. Each change is admitted at once.
