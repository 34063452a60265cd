use super::field;
use crate::components::StartInput;
use crate::diagnostic::Component;
use crate::lint::meta::ERROR;
use crate::lint::rule::declare_rule;
use crate::lint::{LintContext, Reporter};
use crate::net::{Cidr, lenient};

declare_rule! {
    /// ## What it checks
    /// A component is started with other pod or Service ranges, or with the same in another order, than the plan has.
    /// ## Why
    /// Each component reads its own flags and nobody compares them. Services then get addresses that another component
    /// does not know, or of the wrong family.
    /// ## Example
    /// ```text running
    /// kube-apiserver --service-cluster-ip-range=10.96.0.0/16
    /// ```
    /// ```yaml
    /// serviceCIDRs: [10.96.0.0/16, "fd00:10:96::/112"]
    /// ```
    rule DifferentLists {
        code: "ORD004",
        severity: ERROR,
        needs: Started,
        component: KubeApiserver,
        stage: Run,
        since: "0.1.0",
        sources: ["kubernetes/website#23228", "k0sproject/k0s#1319"],
        upstream: [
            "provided IP is not in the valid range. The range of valid IPs is %s{range}",
            "the provided IP (%s{address}) is not in the valid range. The range of valid IPs is %s{range}",
        ],
        check: check,
    }
}

/// Returns the ranges that a component gets for Services and for pods, as texts.
fn lists(component: Component, input: &StartInput) -> [Option<String>; 2] {
    let flag = |name: &str| input.flags.get(name).map(str::to_owned);
    match component {
        Component::KubeApiserver => [flag("service-cluster-ip-range"), None],
        Component::KubeControllerManager => [flag("service-cluster-ip-range"), flag("cluster-cidr")],
        Component::CloudControllerManager | Component::KubeProxy => [None, flag("cluster-cidr")],
        Component::Kubeadm => {
            let configuration = input.kubeadm.as_ref();
            let given = |text: &String| Some(text.clone()).filter(|text| !text.is_empty());
            [
                configuration.and_then(|found| given(&found.service_subnet)),
                configuration.and_then(|found| given(&found.pod_subnet)),
            ]
        }
        _ => [None, None],
    }
}

fn same(text: &str, planned: &[Cidr]) -> bool {
    let given: Vec<Option<Cidr>> = text
        .split(',')
        .map(|entry| lenient::parse_cidr(entry.trim()).map(|read| read.cidr))
        .collect();
    given.iter().map(Option::as_ref).eq(planned.iter().map(Some))
}

fn check(cx: &LintContext<'_>, out: &mut Reporter<'_>) {
    let spec = &cx.plan.spec;
    let planned = [
        ("serviceCIDRs", &spec.service_cidrs),
        ("podCIDRs", &spec.pod_cidrs),
    ];
    for started in cx.started {
        for (given, (name, cidrs)) in lists(started.component, &started.input).into_iter().zip(planned) {
            let Some(given) = given.filter(|given| !given.is_empty() && !same(given, cidrs)) else {
                continue;
            };
            let texts: Vec<String> = cidrs.iter().map(Cidr::to_string).collect();
            out.at(&field(name))
                .component(started.component)
                .param("component", started.component.as_str())
                .param("given", given)
                .param("planned", texts.join(","))
                .file();
        }
    }
}
