use crate::diagnostic::PatchOperation;
use crate::diagnostic::Pointer;
use crate::lint::meta::ERROR;
use crate::lint::rule::declare_rule;
use crate::lint::{LintContext, Reporter};

declare_rule! {
    /// ## What it checks
    /// AKS with kubenet and both families, and more than 200 nodes planned.
    /// ## Why
    /// Each node takes two routes, and a route table holds 400.
    /// ## Example
    /// ```yaml
    /// podCIDRs: [10.0.0.0/14, "fd00:10:244::/48"]
    /// serviceCIDRs: [10.96.0.0/16, "fd00:10:96::/112"]
    /// distribution: aks
    /// cni: kubenet
    /// nodes: {count: 250}
    /// ```
    rule AksKubenetNodes {
        code: "CAP015",
        severity: ERROR,
        needs: Cni,
        component: CloudProvider,
        stage: Run,
        since: "0.1.0",
        sources: ["Azure AKS documentation: dual-stack networking with kubenet"],
        fixes: ["overlay"],
        check: check,
    }
}

/// The number of nodes that the routes of a table allow, with two routes per node.
const NODES: u32 = 200;

fn check(cx: &LintContext<'_>, out: &mut Reporter<'_>) {
    let spec = &cx.plan.spec;
    let kubenet = spec.cni.is_some_and(|cni| cni.id() == "kubenet");
    let aks = spec.distribution.is_some_and(|found| found.id() == "aks");
    let dual = spec.pods().is_some_and(|pods| pods.is_dual_stack());
    let planned = spec.nodes.planned();
    if !(kubenet && aks && dual && planned > NODES) {
        return;
    }
    let cni = Pointer::root().key("spec").key("cni");
    let patch = vec![PatchOperation::Replace {
        path: cni.clone(),
        value: "azure-cni".into(),
    }];
    out.at(&cni)
        .param("planned", planned)
        .param("limit", NODES)
        .fix("overlay", [("to", "azure-cni".into())], false, patch)
        .file();
}
