// The types of the engine under the names that stay; they are made from the Rust types.

export type {
    AddressCount,
    CallOptions,
    Cidr,
    ClusterPlan,
    Component,
    Diagnostic,
    Fix,
    IpAddress,
    IpFamily,
    LocaleMeta,
    Location,
    Message,
    Metadata,
    NodeSizing,
    Outcome,
    Param,
    Part,
    PatchOperation,
    PlanSpec,
    Pointer,
    Reserved,
    Severity,
    Stage,
    SuggestRequest,
} from "./core/dualstack_core.js";
export type { KubernetesVersion, Language } from "./generated.js";
