use super::is_dual;
use crate::diagnostic::PatchOperation;
use crate::document::Node;
use crate::lint::WORKLOADS;
use crate::lint::meta::ERROR;
use crate::lint::rule::declare_rule;
use crate::lint::{LintContext, Reporter};

declare_rule! {
    /// ## What it checks
    /// Calico is given one address to masquerade to (`natOutgoingAddress`, `FELIX_NATOUTGOINGADDRESS`), and pods
    /// have both families.
    /// ## Why
    /// Felix writes the address into the rules of both families, and the other family's rules are refused as a
    /// whole.
    /// ## Example
    /// ```yaml
    /// apiVersion: crd.projectcalico.org/v1
    /// kind: FelixConfiguration
    /// metadata: {name: default}
    /// spec:
    ///   natOutgoingAddress: 192.168.10.100
    ///   logSeverityScreen: Info
    /// ```
    rule NatAddressOfOneFamily {
        code: "CNI004",
        severity: ERROR,
        needs: Manifests,
        component: Cni,
        stage: Run,
        since: "0.1.0",
        sources: ["projectcalico/calico#3275"],
        reads: ["DaemonSet", "Deployment", "FelixConfiguration", "Pod", "ReplicaSet", "StatefulSet"],
        upstream: ["Bad IP address %q{address}"],
        fixes: ["remove"],
        check: check,
    }
}

fn check(cx: &LintContext<'_>, out: &mut Reporter<'_>) {
    if !is_dual(cx) {
        return;
    }
    let mut found = Vec::new();
    for object in cx.objects(&["FelixConfiguration"]) {
        if let Some(address) = object.text(&["spec", "natOutgoingAddress"]) {
            let place = object.at(&["spec", "natOutgoingAddress"]);
            found.push((object.clone(), place, address));
        }
    }
    for object in cx.objects(WORKLOADS) {
        for (place, container) in object.containers() {
            for (i, variable) in container
                .get("env")
                .map_or(&[][..], Node::items)
                .iter()
                .enumerate()
            {
                let text = |key: &str| variable.get(key).and_then(Node::text);
                if text("name") == Some("FELIX_NATOUTGOINGADDRESS") {
                    found.push((
                        object.clone(),
                        place.key("env").index(i),
                        text("value").unwrap_or_default(),
                    ));
                }
            }
        }
    }
    for (object, path, address) in found {
        out.at_object(&object, &path)
            .param("address", address)
            .fix(
                "remove",
                [],
                false,
                vec![PatchOperation::Remove { path: path.clone() }],
            )
            .file();
    }
}
