use super::peers;
use crate::diagnostic::PatchOperation;
use crate::go::field_error::{FieldError, FieldValue};
use crate::kubernetes::service_api::ServiceApi;
use crate::lint::meta::ERROR;
use crate::lint::rule::declare_rule;
use crate::lint::{LintContext, Reporter};
use crate::net::lenient;

declare_rule! {
    /// ## What it checks
    /// An `except` of an `ipBlock` is not inside its `cidr`: of the other family, outside, or just as large.
    /// ## Why
    /// A block is of one family. The API server refuses the NetworkPolicy.
    /// ## Example
    /// ```yaml
    /// apiVersion: networking.k8s.io/v1
    /// kind: NetworkPolicy
    /// metadata: {name: web}
    /// spec:
    ///   podSelector: {}
    ///   egress:
    ///     - to:
    ///         - ipBlock:
    ///             cidr: 0.0.0.0/0
    ///             except: [10.0.0.0/8, "fd00::/8"]
    /// ```
    rule ExceptOutsideBlock {
        code: "EGR007",
        severity: ERROR,
        needs: Manifests,
        component: KubeApiserver,
        stage: Request,
        since: "0.1.0",
        sources: ["rancher/k3k#1143", "pkg/apis/networking/validation/validation.go"],
        reads: ["NetworkPolicy"],
        upstream: ["Invalid value: %q{range}: must be a strict subset of `cidr`"],
        fixes: ["remove"],
        check: check,
    }
}

fn check(cx: &LintContext<'_>, out: &mut Reporter<'_>) {
    let syntax = ServiceApi::at(cx.version(), None).value_syntax;
    for peers in peers(cx) {
        for block in &peers.blocks {
            for (place, text) in &block.except {
                let Some(except) = lenient::parse_cidr(text).map(|read| read.cidr) else {
                    continue;
                };
                if block.cidr.contains(&except) && except != block.cidr {
                    continue;
                }
                let error = FieldError::invalid(
                    peers.object.field_path(place),
                    FieldValue::Text((*text).to_owned()),
                    "must be a strict subset of `cidr`",
                );
                out.at_object(&peers.object, place)
                    .param("name", peers.object.name())
                    .param("except", except)
                    .param("cidr", block.cidr)
                    .upstream(error.message(syntax))
                    .fix(
                        "remove",
                        [],
                        false,
                        vec![PatchOperation::Remove { path: place.clone() }],
                    )
                    .file();
            }
        }
    }
}
