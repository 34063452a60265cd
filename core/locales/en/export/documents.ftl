group-documents = Documents

target-markdown = Markdown
    .description = a report: ranges, capacity, Services, findings, settings of components, and what to check on the hosts
target-plan-json = JSON
    .description = the plan file as JSON, and its addresses and capacity
target-plan-yaml = Plan file
    .description = the plan and its Services as YAML, every field in its place

## The report.

export-markdown-title = Address plan of { $name }, Kubernetes { $version }

export-markdown-ranges = Ranges
export-markdown-free = Free space
export-markdown-blocks = Node blocks
export-markdown-services = Service ranges
export-markdown-stored = Services
export-markdown-findings = Findings
export-markdown-components = Settings of components
export-markdown-checks = What to check on the hosts

export-markdown-random = the API server picks cluster IPs at random where a Service asks for none: those here are examples
export-markdown-no-findings = Nothing found.

export-markdown-kind-pods = pods
export-markdown-kind-services = Services
export-markdown-kind-nodes = nodes
export-markdown-kind-load-balancers = load balancers
export-markdown-kind-reserved = reserved

export-markdown-is-stored = stored
export-markdown-is-replaced = replaced by a later one of its name
export-markdown-is-refused = refused
export-markdown-is-unknown = not sent

export-markdown-column-kind = For
export-markdown-column-range = Range
export-markdown-column-addresses = Addresses
export-markdown-column-name = Name
export-markdown-column-block = Block
export-markdown-column-free = Largest free networks
export-markdown-column-mask = Node mask
export-markdown-column-nodes = Nodes
export-markdown-column-excluded = Blocks not for nodes
export-markdown-column-block-addresses = Addresses a node
export-markdown-column-usable = Usable
export-markdown-column-static = Static band
export-markdown-column-dynamic = Dynamic band
export-markdown-column-api = API server
export-markdown-column-dns = Cluster DNS
export-markdown-column-service = Service
export-markdown-column-outcome = Outcome
export-markdown-column-policy = ipFamilyPolicy
export-markdown-column-families = ipFamilies
export-markdown-column-addresses-of-service = clusterIPs
export-markdown-column-flag = Flag
export-markdown-column-value = Value
export-markdown-column-why = Why

## Findings.

EXP120 = { $target } shows the analysis of a plan file, and there is none here
    .title = A report without an analysis
    .help = export from a plan file
