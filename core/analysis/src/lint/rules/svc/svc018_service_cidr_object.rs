use crate::go::field_error::{FieldError, FieldValue};
use crate::kubernetes::Window;
use crate::kubernetes::kubectl::served;
use crate::kubernetes::service_api::ServiceApi;
use crate::lint::meta::ERROR;
use crate::lint::rule::declare_rule;
use crate::lint::{LintContext, Object, Reporter};
use crate::net::lenient;
use crate::plan::declared::RangeKind;

declare_rule! {
    /// ## What it checks
    /// A ServiceCIDR object lists two ranges of one family, or more than two, or one that overlaps pods, nodes or
    /// reserved networks.
    /// ## Why
    /// The API server refuses the first two. Overlaps it does not see: Services then get addresses that are
    /// somebody else's.
    /// ## Example
    /// ```yaml
    /// apiVersion: networking.k8s.io/v1
    /// kind: ServiceCIDR
    /// metadata: {name: more}
    /// spec:
    ///   cidrs: [10.97.0.0/16, 10.98.0.0/16]
    /// ```
    rule ServiceCidrObject {
        code: "SVC018",
        severity: ERROR,
        needs: Manifests,
        component: KubeApiserver,
        stage: Request,
        since: "0.1.0",
        sources: ["pkg/apis/networking/validation/validation.go v1.29 to v1.36", "kubernetes/enhancements KEP-1880"],
        versions: Window::from(29),
        reads: ["ServiceCIDR"],
        upstream: ["may specify no more than one IP for each IP family, i.e 192.168.0.0/24 and 2001:db8::/64"],
        check: check,
    }
}

fn check(cx: &LintContext<'_>, out: &mut Reporter<'_>) {
    let syntax = ServiceApi::at(cx.version(), None).value_syntax;
    let exists = |object: &Object<'_>| {
        object
            .text(&["apiVersion"])
            .is_none_or(|api| served("ServiceCIDR", api, cx.version()).is_some())
    };
    // One that no server would get is VER015.
    for object in cx.objects(&["ServiceCIDR"]).filter(exists) {
        let list: Vec<_> = object.items(&["spec", "cidrs"]).collect();
        let texts: Vec<String> = list
            .iter()
            .filter_map(|(_, node)| node.text())
            .map(str::to_owned)
            .collect();
        let read: Vec<_> = texts
            .iter()
            .filter_map(|text| lenient::parse_cidr(text))
            .map(|read| read.cidr)
            .collect();
        if let [first, second] = read.as_slice()
            && first.family() == second.family()
        {
            let detail =
                "may specify no more than one IP for each IP family, i.e 192.168.0.0/24 and 2001:db8::/64";
            let error = FieldError::invalid("spec.cidrs", FieldValue::strings(texts), detail);
            out.at_object(&object, &object.at(&["spec", "cidrs"]))
                .param("name", object.name())
                .param("family", first.family())
                .upstream(error.message(syntax))
                .file();
        } else if list.len() > 2 {
            out.at_object(&object, &object.at(&["spec", "cidrs"]))
                .variant("many")
                .param("name", object.name())
                .file();
        }
        for (place, node) in &list {
            let Some(range) = node.text().and_then(lenient::parse_cidr).map(|read| read.cidr) else {
                continue;
            };
            for other in cx
                .addresses
                .declared
                .iter()
                .filter(|other| other.kind != RangeKind::Services)
            {
                if other.cidr.overlaps(&range) {
                    out.at_object(&object, place)
                        .variant("overlap")
                        .param("name", object.name())
                        .param("range", range)
                        .param("other", other.cidr)
                        .file();
                }
            }
        }
    }
}
