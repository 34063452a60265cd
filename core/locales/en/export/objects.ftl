group-objects = Objects of the API

target-servicecidr = ServiceCIDR
    .description = the Service ranges as an object of the API, to add them to a running cluster
target-services = Services
    .description = the Services beside the plan, in the form of the version's API
