//! sysctl.d: forwarding and the settings it requires (sysctl.d(5), Documentation/networking/ip-sysctl.rst).

use super::shared;
use crate::document::write::with_header;
use crate::export::{Checked, ExportContext, Exporter, FileError, FileSet, Support, TargetMeta, refuse};
use crate::i18n::Message;
use crate::kubernetes::Window;
use crate::net::IpFamily;

/// A drop-in that lets nodes forward packets.
pub(in crate::export) struct Sysctl;

static META: TargetMeta = TargetMeta {
    id: "sysctl",
    versions: Window::ALL,
    docs: "https://docs.kernel.org/networking/ip-sysctl.html",
    checked: &[Checked::Started("sysctl, in a network namespace")],
};

/// Returns the settings that every node needs.
const fn needed(family: IpFamily) -> &'static str {
    match family {
        IpFamily::IPv4 => "net.ipv4.ip_forward = 1\n",
        IpFamily::IPv6 => {
            "net.ipv6.conf.all.forwarding = 1\n\
             net.ipv6.conf.default.forwarding = 1\n\
             net.ipv6.conf.all.disable_ipv6 = 0\n"
        }
    }
}

/// Returns the settings of nodes whose plugin attaches pods to a bridge.
const fn bridged(family: IpFamily) -> &'static str {
    match family {
        IpFamily::IPv4 => "#net.bridge.bridge-nf-call-iptables = 1\n",
        IpFamily::IPv6 => "#net.bridge.bridge-nf-call-ip6tables = 1\n",
    }
}

impl Exporter for Sysctl {
    fn meta(&self) -> &'static TargetMeta {
        &META
    }

    fn supports(&self, cx: &ExportContext<'_>) -> Support {
        refuse(shared::without_pods(cx, META.id))?;
        Ok(Vec::new())
    }

    fn export(&self, cx: &ExportContext<'_>, out: &mut FileSet) -> Result<(), FileError> {
        let families = || {
            IpFamily::ALL
                .into_iter()
                .filter(|family| shared::has(cx, *family))
        };
        let mut text: String = families().map(needed).collect();
        let comment = |id: &'static str| format!("\n# {}\n", cx.text(&Message::new(id)));
        if shared::has(cx, IpFamily::IPv6) {
            // With forwarding on, 1 means: ignore them. The value of `all` is not read.
            text.push_str(&comment("export-sysctl-router-advertisements"));
            text.push_str("#net.ipv6.conf.INTERFACE.accept_ra = 2\n");
        }
        text.push_str(&comment("export-sysctl-bridge"));
        text.extend(families().map(bridged));
        let header = cx.header_with(&[Message::new("export-sysctl")]);
        out.add(
            &format!("sysctl/90-{}-dualstack.conf", cx.object_name()),
            "text/plain",
            &with_header(&header, &text),
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::components::plan_for_tests as plan;
    use crate::export::ExportFile;
    use crate::export::for_tests::export;

    fn settings(pods: &[&str]) -> (String, Vec<String>) {
        let files = export(&plan("1.36", pods, &["10.96.0.0/16"]), &[], &[META.id]).files;
        let ExportFile { path, text, .. } = &files[0];
        let settings = text
            .lines()
            .filter(|line| line.contains(" = "))
            .map(str::to_owned)
            .collect();
        (path.clone(), settings)
    }

    #[test]
    fn each_family_has_its_settings() {
        let (path, settings) = settings(&["fd00:10:244::/56", "10.244.0.0/16"]);
        assert_eq!(path, "sysctl/90-demo-dualstack.conf");
        assert_eq!(
            settings,
            [
                "net.ipv4.ip_forward = 1",
                "net.ipv6.conf.all.forwarding = 1",
                "net.ipv6.conf.default.forwarding = 1",
                "net.ipv6.conf.all.disable_ipv6 = 0",
                "#net.ipv6.conf.INTERFACE.accept_ra = 2",
                "#net.bridge.bridge-nf-call-iptables = 1",
                "#net.bridge.bridge-nf-call-ip6tables = 1",
            ]
        );
    }

    #[test]
    fn an_absent_family_is_not_switched_on() {
        assert_eq!(
            settings(&["10.244.0.0/16"]).1,
            [
                "net.ipv4.ip_forward = 1",
                "#net.bridge.bridge-nf-call-iptables = 1"
            ]
        );
    }

    #[test]
    fn a_plan_without_pods_is_refused() {
        let exported = export(&plan("1.36", &[], &["10.96.0.0/16"]), &[], &[META.id]);
        assert!(exported.files.is_empty());
        assert_eq!(exported.diagnostics[0].code, "EXP067");
    }
}
