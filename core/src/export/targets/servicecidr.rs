//! ServiceCIDR: Service ranges as objects of the API (KEP-1880).

use serde_json::json;

use super::super::finding;
use crate::diagnostic::Severity;
use crate::export::{ExportContext, Exporter, FileError, FileSet, Support, TargetMeta};
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
};

impl Exporter for ServiceCidr {
    fn meta(&self) -> &'static TargetMeta {
        &META
    }

    fn supports(&self, cx: &ExportContext<'_>) -> Support {
        let mut found = Vec::new();
        if cx.plan.spec.services().is_none() {
            let message = Message::new("EXP006");
            return Support::No(vec![finding("EXP006", Severity::Error, "serviceCIDRs", message)]);
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
        Support::with(found)
    }

    fn export(&self, cx: &ExportContext<'_>, out: &mut FileSet) -> Result<(), FileError> {
        let Some(api) = cx.profile.service_cidr_api else {
            return Ok(());
        };
        let object = json!({
            "apiVersion": api.api_version,
            "kind": "ServiceCIDR",
            "metadata": {"name": format!("{}-services", object_name(&cx.plan.metadata.name))},
            "spec": {"cidrs": cx.plan.spec.service_cidrs},
        });
        let text = cx.yaml(&[Message::new("export-servicecidr")], &[object]);
        out.add("servicecidr.yaml", "application/yaml", &text)
    }
}

/// A name that the API takes for an object: a DNS-1123 label made of what is usable in the plan's name.
fn object_name(name: &str) -> String {
    let label: String = name
        .to_ascii_lowercase()
        .chars()
        .map(|c| if c.is_ascii_alphanumeric() { c } else { '-' })
        .take(50)
        .collect();
    let label = label.trim_matches('-');
    if label.is_empty() {
        "cluster".to_owned()
    } else {
        label.to_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_fit_the_api() {
        for (name, label) in [
            ("demo", "demo"),
            ("Prod EU/1", "prod-eu-1"),
            ("--", "cluster"),
            ("漢字", "cluster"),
        ] {
            assert_eq!(object_name(name), label);
        }
    }
}
