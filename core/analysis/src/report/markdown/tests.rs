use super::*;
use crate::AnalyzeOptions;

const PLAN: &str = "\
apiVersion: dualstack-planner/v1
kind: ClusterPlan
metadata: {name: demo}
spec:
  kubernetesVersion: \"1.36\"
  podCIDRs: [10.244.0.0/16, \"fd00:10:244::/56\"]
  serviceCIDRs: [10.96.0.0/16, \"fd00:10:96::/112\"]
";

fn written(text: &str, language: &str) -> String {
    let analysis = Analysis::of(text, &AnalyzeOptions::default());
    markdown(&analysis, &Catalogue::of(language))
}

#[test]
fn pairs_of_backticks_are_code() {
    assert_eq!(prose("range `10.0.0.0/8` of a*"), "range `10.0.0.0/8` of a\\*");
    assert_eq!(prose("a lone ` is text"), "a lone \\` is text");
}

#[test]
fn services_are_shown_as_stored_or_refused() {
    let service = |name: &str, port: u32| {
        format!(
            "---\nkind: Service\nmetadata: {{name: {name:?}}}\nspec: {{ipFamilyPolicy: RequireDualStack, clusterIP: None, \
             selector: {{a: b}}, ports: [{{port: {port}}}]}}\n"
        )
    };
    let text = [PLAN.to_owned(), service("web", 80), service("bad|name", 0)].concat();
    let text = written(&text, "en");
    assert!(
        text.contains(
            "| default/web | stored | `RequireDualStack` | `IPv4`, `IPv6` | `None` |\n\
             | default/bad\\|name | refused |  |  |  |\n"
        ),
        "{text}"
    );
    assert!(
        text.contains("- default/bad\\|name\n\n  ```text\n  Service \"bad|name\" is invalid: ["),
        "{text}"
    );
}

#[test]
fn the_report_follows_the_language() {
    assert!(written(PLAN, "en").contains("\n# Address plan of demo, Kubernetes 1.36\n"));
    let japanese = written(PLAN, "ja");
    assert!(japanese.contains("\n# demo のアドレスプラン（Kubernetes 1.36）\n"));
    assert!(!japanese.contains("Node blocks"));
}

#[test]
fn names_are_no_markup() {
    let text = written(&PLAN.replace("name: demo", "name: '--> # <script>'"), "en");
    assert!(text.contains("\n# Address plan of --\\> # \\<script\\>, Kubernetes 1.36\n"));
}

#[test]
fn a_plan_without_ranges_has_a_report() {
    let text = PLAN.replace("  podCIDRs", "#").replace("  serviceCIDRs", "#");
    assert!(written(&text, "en").contains("## Findings"));
}

#[test]
fn what_stands_beside_the_plan_counts_and_tells_where_it_comes_from() {
    let more = "---\napiVersion: networking.k8s.io/v1\nkind: ServiceCIDR\nmetadata: {name: more}\nspec: {cidrs: [10.97.0.0/24]}\n";
    let text = written(&[PLAN, more].concat(), "en");
    for part in [
        "| Services | `10.97.0.0/24` | 256 | ServiceCIDR/more |\n",
        "| `10.97.0.0/24` ServiceCIDR more | 254 | `10.97.0.1 – 10.97.0.16` | `10.97.0.17 – 10.97.0.254` |  |  |\n",
        "- IPv4: 65788 addresses for Services, 1 in use, 65787 free\n",
    ] {
        assert!(text.contains(part), "{part}: {text}");
    }
    let old = written(&[&PLAN.replace("1.36", "1.32"), more].concat(), "en");
    assert!(
        !old.contains("10.97.0.0/24` ServiceCIDR") && !old.contains("in use"),
        "{old}"
    );
    let held = "---\napiVersion: networking.k8s.io/v1\nkind: IPAddress\nmetadata: {name: 10.96.0.7}\nspec: {parentRef: {resource: \
                services, namespace: a, name: b}}\n";
    let text = written(&[PLAN, held].concat(), "en");
    assert!(
        text.contains("- IPv4: 65534 addresses for Services, 2 in use, 65532 free\n"),
        "{text}"
    );
}
