//! ServiceCIDR: Service ranges as objects of the API (KEP-1880).

use crate::diagnostic::Severity;
use crate::export::finding;
use crate::export::tree::tree;
use crate::export::{Checked, ExportContext, Exporter, FileError, FileSet, Support, TargetMeta};
use crate::i18n::Message;
use crate::kubernetes::Window;
use crate::kubernetes::cluster_ip::IP_ADDRESS_IPV6_SHORTEST_PREFIX;
use crate::net::IpFamily;

/// The plan's Service ranges as one ServiceCIDR object.
pub(in crate::export) struct ServiceCidr;

static META: TargetMeta = TargetMeta {
    id: "servicecidr",
    versions: Window::from(29),
    docs: "https://kubernetes.io/docs/concepts/services-networking/cluster-ip-allocation/",
    checked: &[Checked::Schema("the Kubernetes API of each version")],
};

impl Exporter for ServiceCidr {
    fn meta(&self) -> &'static TargetMeta {
        &META
    }

    fn supports(&self, cx: &ExportContext<'_>) -> Support {
        let mut found = Vec::new();
        if cx.plan.spec.services().is_none() {
            let message = Message::new("EXP006");
            return Err(finding("EXP006", Severity::Error, "serviceCIDRs", message).into());
        }
        if let Some(api) = cx.profile.service_cidr_api.filter(|api| !api.on_by_default) {
            let message = Message::new("EXP004")
                .with("version", cx.profile.version)
                .with("gate", "MultiCIDRServiceAllocator=true")
                .with("config", format!("{}=true", api.api_version));
            found.push(finding("EXP004", Severity::Warning, "kubernetesVersion", message));
        }
        let short = cx.plan.spec.service_cidrs.iter().find(|cidr| {
            cidr.family() == IpFamily::IPv6 && cidr.prefix_len() < IP_ADDRESS_IPV6_SHORTEST_PREFIX
        });
        if let Some(cidr) = short {
            let message = Message::new("EXP007").with("range", *cidr);
            let mut diagnostic = finding("EXP007", Severity::Error, "serviceCIDRs", message);
            diagnostic.upstream = Some(format!(
                "shortest allowed prefix length for service CIDR is {IP_ADDRESS_IPV6_SHORTEST_PREFIX}, got {}",
                cidr.prefix_len()
            ));
            found.push(diagnostic);
        }
        Ok(found)
    }

    fn export(&self, cx: &ExportContext<'_>, out: &mut FileSet) -> Result<(), FileError> {
        let Some(api) = cx.profile.service_cidr_api else {
            return Ok(());
        };
        let object = tree!({
            "apiVersion": api.api_version,
            "kind": "ServiceCIDR",
            "metadata": {"name": format!("{}-services", cx.object_name())},
            "spec": {"cidrs": cx.plan.spec.service_cidrs},
        });
        let text = cx.yaml(&[Message::new("export-servicecidr")], &[object]);
        out.add("servicecidr.yaml", "application/yaml", &text)
    }
}
