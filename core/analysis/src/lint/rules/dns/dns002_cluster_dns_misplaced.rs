use crate::clusterip::Band;
use crate::diagnostic::Severity;
use crate::lint::meta::ERROR;
use crate::lint::rule::declare_rule;
use crate::lint::{LintContext, Reporter};
use crate::net::special::{self, Purpose};
use crate::net::{Cidr, IpFamily, lenient};

declare_rule! {
    /// ## What it checks
    /// `clusterDNS` of a KubeletConfiguration names an address outside the Service ranges, one of the secondary
    /// family first, or one that automatic allocation may give away (the last two are warnings).
    /// ## Why
    /// Pods ask that address for every name. Link-local addresses are left alone: that is where node-local DNS
    /// caches listen.
    /// ## Example
    /// ```yaml
    /// apiVersion: kubelet.config.k8s.io/v1beta1
    /// kind: KubeletConfiguration
    /// clusterDNS: [10.43.0.10]
    /// ```
    rule ClusterDnsMisplaced {
        code: "DNS002",
        severity: ERROR,
        needs: Manifests,
        component: Kubelet,
        stage: Run,
        since: "0.1.0",
        sources: ["Azure/AKS#762", "k3s-io/k3s#10611", "k3s-io/k3s#6847", "cmd/kubeadm/app/constants GetDNSIP"],
        reads: ["KubeletConfiguration"],
        fixes: ["usual"],
        check: check,
    }
}

fn check(cx: &LintContext<'_>, out: &mut Reporter<'_>) {
    let bands = &cx.addresses.services;
    for object in cx.objects(&["KubeletConfiguration"]) {
        for (i, (place, node)) in object.items(&["clusterDNS"]).enumerate() {
            let Some(address) = node
                .text()
                .and_then(lenient::parse_address)
                .map(|read| read.address)
            else {
                continue;
            };
            let family = IpFamily::of(address);
            let link_local = Cidr::containing(address, family.width())
                .and_then(|host| special::containing(&host))
                .is_some_and(|block| block.purpose == Purpose::LinkLocal);
            if link_local {
                continue;
            }
            let within = bands.iter().find(|bands| bands.range.contains_address(address));
            // Only the first range has an address that installers give to DNS.
            let usual = bands.first().and_then(|first| first.dns_service);
            let report = match within {
                None => out.at_object(&object, &place),
                Some(_) if i == 0 && bands.first().is_some_and(|first| first.family != family) => out
                    .at_object(&object, &place)
                    .severity(Severity::Warning)
                    .variant("secondary"),
                Some(bands)
                    if bands.static_band.is_some() && bands.band_of(address) == Some(Band::Dynamic) =>
                {
                    out.at_object(&object, &place)
                        .severity(Severity::Warning)
                        .variant("dynamic")
                }
                Some(_) => continue,
            };
            let report = report.param("address", address).param("family", family);
            if let Some(usual) = usual {
                report.fix_replace("usual", &place, usual, false).file();
            }
        }
    }
}
