use crate::admission::service_cidr::creation_errors;
use crate::admission::strict::unknown_fields_of;
use crate::document::to_json;
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
    /// A ServiceCIDR object lists two ranges of one family, more than two or none, a range that is not in its canonical
    /// form, or one that overlaps pods, nodes or reserved networks; or its name is not a DNS subdomain.
    /// ## Why
    /// The API server refuses all but the overlap, and such an object gives no addresses. Overlaps it does not see:
    /// Services then get addresses that are somebody else's.
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
            .map(|(_, node)| node.text().unwrap_or_default().to_owned())
            .collect();
        // What has a field that nobody knows is not read so far, which another rule says.
        let unknown = unknown_fields_of("ServiceCIDR", cx.version(), &to_json(object.node));
        let errors = creation_errors(cx.version(), object.name(), &texts);
        for error in errors.into_iter().filter(|_| unknown.is_empty()) {
            let at_range = list
                .iter()
                .enumerate()
                .find(|(i, _)| error.field == format!("spec.cidrs[{i}]"));
            let place = match at_range {
                Some((_, (place, _))) => place.clone(),
                None if error.field == "metadata.name" => object.at(&["metadata", "name"]),
                None => object.at(&["spec", "cidrs"]),
            };
            let family = texts.first().and_then(|text| lenient::parse_cidr(text));
            let report = out
                .at_object(&object, &place)
                .param("name", object.name())
                .upstream(error.message(syntax));
            match (family, texts.len()) {
                (Some(read), 2) if error.field == "spec.cidrs" => {
                    report.param("family", read.cidr.family()).file();
                }
                (_, 3..) if error.field == "spec.cidrs" => report.variant("many").file(),
                _ => report.variant("refused").file(),
            }
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
