//! Any two plans of any distribution: the way between them works at every step, or there is none and it is said why.

use proptest::prelude::*;

use super::*;
use crate::catalog::{Cni, Distribution};

const PODS4: [&str; 4] = ["10.244.0.0/16", "10.244.0.0/15", "10.200.0.0/16", "10.244.0.0/17"];
const PODS6: [&str; 3] = [
    "\"fd00:10:244::/56\"",
    "\"fd00:10:244::/52\"",
    "\"fd00:10:200::/56\"",
];
const SERVICES4: [&str; 4] = ["10.96.0.0/16", "10.96.0.0/14", "10.112.0.0/16", "10.96.0.0/20"];
const SERVICES6: [&str; 2] = ["\"fd00:10:96::/112\"", "\"fd00:10:97::/112\""];
const WEBS: [&str; 4] = [
    "",
    "{",
    "{ipFamilyPolicy: PreferDualStack, ",
    "{ipFamilyPolicy: RequireDualStack, ",
];

/// A side of a pair.
#[derive(Clone, Debug)]
struct Drawn {
    minor: u8,
    families: usize,
    pods: (usize, usize),
    services: (usize, usize),
    mask: Option<u8>,
    max_pods: Option<u32>,
    web: usize,
}

fn drawn() -> impl Strategy<Value = Drawn> {
    (
        20_u8..=37,
        0_usize..4,
        (0..PODS4.len(), 0..PODS6.len()),
        (0..SERVICES4.len(), 0..SERVICES6.len()),
        proptest::option::of(24_u8..=26),
        proptest::option::of(Just(60_u32)),
        0..WEBS.len(),
    )
        .prop_map(|(minor, families, pods, services, mask, max_pods, web)| Drawn {
            minor,
            families,
            pods,
            services,
            mask,
            max_pods,
            web,
        })
}

/// The two lists of a side, in the order of its families.
fn ordered(families: usize, four: &str, six: &str) -> String {
    match families {
        0 => four.to_owned(),
        1 => six.to_owned(),
        2 => format!("{four}, {six}"),
        _ => format!("{six}, {four}"),
    }
}

fn written(side: &Drawn, distribution: Option<Distribution>, cni: Option<Cni>) -> String {
    let pods = ordered(side.families, PODS4[side.pods.0], PODS6[side.pods.1]);
    let services = ordered(
        side.families,
        SERVICES4[side.services.0],
        SERVICES6[side.services.1],
    );
    let mut nodes = "{count: 3".to_owned();
    if let Some(mask) = side.mask.filter(|_| side.families != 1) {
        nodes.push_str(&format!(", maskSizeIPv4: {mask}"));
    }
    if let Some(max_pods) = side.max_pods {
        nodes.push_str(&format!(", maxPods: {max_pods}"));
    }
    nodes.push('}');
    let named = distribution.map_or_else(String::new, |found| format!("  distribution: {}\n", found.id()));
    let plugin = cni.map_or_else(String::new, |found| format!("  cni: {}\n", found.id()));
    let web = match WEBS[side.web] {
        "" => String::new(),
        policy => WEB.replace("spec: {", &format!("spec: {policy}")),
    };
    plan(&format!("1.{}", side.minor), &pods, &services, "")
        .replace("{count: 3}", &nodes)
        .replace("  distribution: kubeadm\n", &format!("{named}{plugin}"))
        + &web
}

/// Whether the cluster before the first step works at all.
fn works(side: &Side) -> bool {
    side.analysis.failed_checks().is_empty()
        && side
            .analysis
            .services()
            .iter()
            .all(|service| service.stored().is_some())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, ..ProptestConfig::default() })]

    #[test]
    fn every_step_works_or_there_is_a_reason_why_there_is_no_way(
        old in drawn(),
        mut new in drawn(),
        same_families in any::<bool>(),
        near in any::<bool>(),
        distribution in proptest::option::weighted(0.85, proptest::sample::select(Distribution::all().collect::<Vec<_>>())),
        cni in proptest::option::of(proptest::sample::select(Cni::all().collect::<Vec<_>>())),
    ) {
        // Most pairs are such as people have: the same version or a newer one, one or two things changed.
        if same_families {
            new.families = old.families;
            new.pods = old.pods;
        }
        if near {
            new.minor = old.minor;
            new.services = old.services;
        }
        let (from, to) = (written(&old, distribution, cni), written(&new, distribution, cni));
        let (from_side, to_side) = (side(&from), side(&to));
        prop_assume!(works(&from_side) && works(&to_side));
        let found = migrate(&from_side, &to_side, &[], "en").unwrap();
        if found.rebuild.is_empty() {
            prop_assert_eq!(problems(&found), [] as [&str; 0], "{}\n=>\n{}", from, to);
            if let Some(last) = found.steps.last() {
                prop_assert_eq!(&last.plan, &to);
            }
        }
        for reason in &found.rebuild {
            prop_assert!(!reason.source.is_empty());
            prop_assert!(!Catalogue::of("en").text(&reason.why).is_empty());
        }
        let managed = distribution.is_some_and(|found| found.row().managed);
        let by_hand = distribution.is_none_or(|found| found.row().kubeadm) || distribution.is_some_and(|found| {
            source_is_unknown(found.id())
        });
        for step in &found.steps {
            prop_assert!(!step.check.is_empty(), "{}", step.id);
            for command in &step.commands {
                let on_hosts = ["systemctl", "/etc/kubernetes", "kubeadm", "sysctl"];
                prop_assert!(
                    !managed || !on_hosts.iter().any(|word| command.contains(word)),
                    "{:?} {}: {}", distribution, step.id, command
                );
                prop_assert!(
                    by_hand || !command.contains("kubeadm-flags.env"),
                    "{:?} {}: {}", distribution, step.id, command
                );
            }
        }
    }
}

/// The distributions whose own way nobody has read: their nodes are described as any kubelet's.
fn source_is_unknown(id: &str) -> bool {
    matches!(
        id,
        "cluster-api" | "microk8s" | "microshift" | "openshift" | "minikube" | "kind"
    )
}
