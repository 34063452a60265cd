//! kube-controller-manager: its settings. Its start-up checks are those of node IPAM.

use super::check::{Effect, PlanField, Sink, boolean, int32};
use super::gates;
use super::given::{PlanView, Settings};
use crate::catalog::PodAddressSource;
use crate::diagnostic::Stage;
use crate::go::flags::{Flag, Flags};
use crate::i18n::Message;
use crate::net::{IpFamily, lists};
use crate::nodeipam::{self, ControllerFlags};

/// Adds the settings of the component for the plan.
pub(super) fn settings(plan: &PlanView<'_>, out: &mut Settings<'_>) {
    out.dual_stack_gate(plan);
    let from_cloud = plan.pod_addresses == Some(PodAddressSource::Cloud);
    out.flag(
        "--allocate-node-cidrs",
        if from_cloud { "false" } else { "true" },
        Message::new(match plan.pod_addresses {
            Some(PodAddressSource::Cloud) => "component-allocate-cloud",
            Some(PodAddressSource::OwnPools) => "component-allocate-own-pools",
            Some(PodAddressSource::NodePodCidrs) | None => "component-allocate",
        }),
    );
    out.flag(
        "--cluster-cidr",
        super::given::joined(plan.spec.pod_cidrs.iter()),
        Message::new(if plan.pods_dual {
            "component-cluster-cidr-dual"
        } else {
            "component-cluster-cidr"
        }),
    );
    out.flag(
        "--service-cluster-ip-range",
        super::given::joined(plan.spec.service_cidrs.iter()),
        Message::new("component-kcm-service-range"),
    );
    if !from_cloud {
        node_masks(plan, out);
    }
}

/// Adds the node masks. Defaults are written out, because they decide how many nodes the plan has room for.
fn node_masks(plan: &PlanView<'_>, out: &mut Settings<'_>) {
    const GENERIC: &str = "--node-cidr-mask-size";
    let family_flag = |family: IpFamily| match family {
        IpFamily::IPv4 => "--node-cidr-mask-size-ipv4",
        IpFamily::IPv6 => "--node-cidr-mask-size-ipv6",
    };
    let families = lists::families_in_order(&plan.spec.pod_cidrs);
    let family_flags_allowed = plan.pods_dual || out.profile().single_stack_family_mask;
    let all_known = families.iter().all(|family| out.knows(family_flag(*family)));
    if family_flags_allowed && all_known {
        for family in families {
            let message = Message::new("component-node-mask").with("family", family);
            out.flag(
                family_flag(family),
                plan.spec.node_mask(family).to_string(),
                message,
            )
            .because(&[GENERIC]);
        }
        return;
    }
    let Some(first) = families.first() else {
        return;
    };
    // On two families this is 1.16, where the one mask is used for both; IPv4's cannot exceed 32.
    let family = if plan.pods_dual { IpFamily::IPv4 } else { *first };
    let id = if plan.pods_dual {
        "component-node-mask-both"
    } else {
        "component-node-mask"
    };
    let message = Message::new(id).with("family", family);
    out.flag(GENERIC, plan.spec.node_mask(family).to_string(), message)
        .because(&["--node-cidr-mask-size-ipv4", "--node-cidr-mask-size-ipv6"]);
}

/// Adds the settings of cloud-controller-manager, if the plan has a cloud provider.
pub(super) fn cloud_settings(plan: &PlanView<'_>, out: &mut Settings<'_>) {
    out.dual_stack_gate(plan);
    if let Some(gate) = out.profile().kubelet.node_ip_external_gate
        && plan.dual_stack()
    {
        out.gate_if_off(gate, Message::new("component-cloud-dual-stack-gate"));
    }
    out.flag(
        "--cluster-cidr",
        super::given::joined(plan.spec.pod_cidrs.iter()),
        Message::new("component-ccm-cluster-cidr"),
    );
}

/// Returns why a flag does not take a value. An unreadable one ends the start before the gates are looked at.
pub(super) fn value(flag: &Flag) -> Option<(&'static str, String)> {
    let cause = match flag.name.as_str() {
        "node-cidr-mask-size" | "node-cidr-mask-size-ipv4" | "node-cidr-mask-size-ipv6" => int32(&flag.value),
        "allocate-node-cidrs" | "configure-cloud-routes" => boolean(&flag.value),
        _ => None,
    };
    cause.map(|cause| ("KCM-F", cause))
}

/// Runs the start-up checks: gates, then those of the node IPAM controller.
pub(super) fn forecast(flags: &Flags, sink: &mut Sink) {
    if gates::check(flags, sink) {
        return;
    }
    let result = nodeipam::check(sink.profile.version, &ControllerFlags::from(flags));
    match result {
        Ok(config) => {
            sink.field = PlanField::ServiceCidrs;
            for line in config.log {
                let text = line
                    .err
                    .map_or(line.message.clone(), |err| format!("{}: {err}", line.message));
                sink.push(line.check, "", text, Stage::ControllerStart, Effect::Warning);
            }
        }
        Err(refusal) => {
            sink.field = PlanField::behind(refusal.flag);
            sink.push_with(
                refusal.id,
                refusal.prefix(),
                refusal.text,
                refusal.stage,
                Effect::Fatal,
                refusal.confidence,
            );
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::components::{Flags, forecast, printed};
    use crate::diagnostic::{Component, Stage};
    use crate::kubernetes::Version;

    #[test]
    fn flags_are_parsed_in_their_order_and_before_the_gates() {
        let lines = |minor: u8, args: &[&str]| {
            printed(&forecast(
                Version::minor_version(minor),
                Component::KubeControllerManager,
                &Flags::from_args(args).into(),
            ))
        };
        let mask = "Error: invalid argument \"x\" for \"--node-cidr-mask-size-ipv4\" flag: strconv.ParseInt: parsing \
                    \"x\": invalid syntax";
        let gate = "--feature-gates=NoSuchGateAtAll";
        assert_eq!(lines(36, &[gate, "--node-cidr-mask-size-ipv4=x"]), [mask]);
        assert_eq!(
            lines(
                36,
                &["--allocate-node-cidrs=perhaps", "--node-cidr-mask-size-ipv4=x"]
            ),
            [
                "Error: invalid argument \"perhaps\" for \"--allocate-node-cidrs\" flag: strconv.ParseBool: parsing \
                 \"perhaps\": invalid syntax"
            ]
        );
        // Up to 1.31 the gates are a flag like the others.
        assert_eq!(
            lines(24, &[gate, "--node-cidr-mask-size-ipv4=x"]),
            [
                "Error: invalid argument \"NoSuchGateAtAll\" for \"--feature-gates\" flag: missing bool value for \
                 NoSuchGateAtAll"
            ]
        );
        assert_eq!(lines(24, &["--node-cidr-mask-size-ipv4=x", gate]), [mask]);
        assert_eq!(
            lines(36, &["--node-ip=10.0.0.1", "--node-cidr-mask-size-ipv4=x"]),
            ["Error: unknown flag: --node-ip"]
        );
    }

    #[test]
    fn clouds_of_their_own_went_with_a_gate() {
        let lines = |minor: u8, args: &[&str]| {
            printed(&forecast(
                Version::minor_version(minor),
                Component::KubeControllerManager,
                &Flags::from_args(args).into(),
            ))
        };
        let refused = "cloud provider \"gce\" was specified, but built-in cloud providers are disabled. Please set \
                       --cloud-provider=external and migrate to an external cloud provider";
        let gce = "--cloud-provider=gce";
        assert_eq!(lines(28, &[gce]), <[&str; 0]>::default());
        assert_eq!(
            lines(28, &[gce, "--feature-gates=DisableCloudProviders=true"]),
            [refused]
        );
        assert_eq!(lines(29, &[gce]), [refused]);
        assert_eq!(
            lines(30, &[gce, "--feature-gates=DisableCloudProviders=false"]),
            <[&str; 0]>::default()
        );
        assert_eq!(lines(31, &[gce]), [refused]);
        assert_eq!(lines(36, &["--cloud-provider=external"]), <[&str; 0]>::default());
    }

    #[test]
    fn node_ipam_refuses_when_its_controller_starts() {
        let flags = Flags::from_args([
            "--allocate-node-cidrs",
            "--cluster-cidr=10.244.0.0/16,fd00:10:244::/47",
        ]);
        let refusals = forecast(
            Version::minor_version(36),
            Component::KubeControllerManager,
            &flags.into(),
        );
        assert_eq!(refusals[0].id, "KCM-13");
        assert_eq!(refusals[0].stage, Stage::ControllerStart);
        assert_eq!(
            refusals[0].text,
            "New CIDR set failed; the node CIDR size is too big"
        );
    }
}
