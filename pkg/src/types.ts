// The types of the engine under the names that stay; they are made from the Rust types.

export type {
    AddressCount,
    CallOptions,
    Cidr,
    ClusterPlan,
    Component,
    IpAddress,
    IpFamily,
    LocaleMeta,
    Location,
    Metadata,
    NodeSizing,
    Outcome,
    Param,
    Part,
    PatchOperation,
    PlanSpec,
    Pointer,
    RenderedDiagnostic as Diagnostic,
    RenderedFix as Fix,
    Reserved,
    Severity,
    Stage,
    SuggestRequest,
} from "./core/dualstack_core.js";
export type { KubernetesVersion, Language } from "./generated.js";
