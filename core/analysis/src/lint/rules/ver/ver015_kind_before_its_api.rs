use crate::diagnostic::{PatchOperation, Severity};
use crate::kubernetes::kubectl::{SERVED, no_matches, served};
use crate::lint::meta::ERROR;
use crate::lint::rule::declare_rule;
use crate::lint::{LintContext, Reporter};

declare_rule! {
    /// ## What it checks
    /// A ServiceCIDR or IPAddress has an API version that the plan's version does not have, or serves only when it is
    /// switched on.
    /// ## Why
    /// kubectl does not find the kind and sends nothing. The object gives no addresses in the plan either.
    /// ## Example
    /// ```yaml
    /// apiVersion: networking.k8s.io/v1beta1
    /// kind: ServiceCIDR
    /// metadata: {name: more}
    /// spec: {cidrs: [10.97.0.0/20]}
    /// ```
    rule KindBeforeItsApi {
        code: "VER015",
        severity: ERROR,
        needs: Manifests,
        component: KubeApiserver,
        stage: Request,
        since: "0.1.0",
        sources: [
            "kubernetes/enhancements KEP-1880",
            "staging/src/k8s.io/cli-runtime/pkg/resource/mapper.go v1.16 to v1.36",
        ],
        reads: ["IPAddress", "ServiceCIDR"],
        upstream: [
            "no matches for kind \"ServiceCIDR\" in version \"networking.k8s.io/",
            "no matches for kind \"IPAddress\" in version \"networking.k8s.io/",
        ],
        fixes: ["use"],
        check: check,
    }
}

fn check(cx: &LintContext<'_>, out: &mut Reporter<'_>) {
    let version = cx.version();
    // Who switches the allocator on has switched on its API.
    let used = cx.cluster.and_then(|cluster| cluster.service_cidr_api());
    for object in cx.objects(&["IPAddress", "ServiceCIDR"]) {
        let api = object.text(&["apiVersion"]).unwrap_or_default();
        let row = served(object.kind(), api, version);
        // Kinds of other groups have the same name.
        let ours = object.group() == "networking.k8s.io";
        if !ours || used == Some(api) && row.is_some() || row.is_some_and(|row| row.by_default) {
            continue;
        }
        let better = SERVED
            .iter()
            .find(|row| row.kind == object.kind() && row.by_default && row.versions.contains(version));
        let report = out
            .at_object(&object, &object.at(&["apiVersion"]))
            .param("kind", object.kind())
            .param("name", object.name())
            .param("api", api)
            .param("version", version)
            .upstream(no_matches(version, object.kind(), api, object.name(), ""));
        let report = match row {
            Some(_) => report.variant("off").severity(Severity::Warning),
            None => report,
        };
        match better {
            Some(row) => {
                let patch = vec![PatchOperation::Replace {
                    path: object.at(&["apiVersion"]),
                    value: row.api.into(),
                }];
                report.fix("use", [("to", row.api.into())], true, patch).file();
            }
            None => report.file(),
        }
    }
}
