//! kubeadm: what it works out before it validates anything: the advertise address, the values of other components'
//! configurations, the version of the control plane, the endpoint. The first fault ends the start.
//!
//! Models `cmd/kubeadm/app/util/config/initconfiguration.go` (`SetInitDynamicDefaults`), `cmd/kubeadm/app/util/version.go`,
//! `cmd/kubeadm/app/util/endpoint.go` and `cmd/kubeadm/app/componentconfigs`.

use super::{KubeadmConfiguration, is_dns_subdomain};
use crate::components::check::{Effect, PlanField, Sink};
use crate::diagnostic::Stage;
use crate::go::net::{GoNet, split_host_port};
use crate::go::quote::quoted;
use crate::kubernetes::Confidence;
use crate::net::{IpFamily, lenient};

/// Runs the steps in their order. Returns whether one ends the start.
pub(super) fn check(configuration: &KubeadmConfiguration, sink: &mut Sink) -> bool {
    if advertise_address(configuration, sink) {
        return true;
    }
    recommended(configuration, sink);
    control_plane_version(configuration, sink) || endpoint(configuration, sink)
}

fn refuse(id: &'static str, text: String, sink: &mut Sink) -> bool {
    sink.push(id, "error: ", text, Stage::Install, Effect::Fatal);
    true
}

fn warn(id: &'static str, text: String, sink: &mut Sink) {
    sink.push(id, "", text, Stage::Install, Effect::Warning);
}

/// Returns what kubeadm says of an address to advertise that it cannot use, with the name of the check and how sure it is.
/// `None` if it takes it.
pub fn advertise_address_fault(given: &str) -> Option<(&'static str, String, Confidence)> {
    match lenient::parse_address(given) {
        None => {
            let text = format!(
                "couldn't use \"{given}\" as \"apiserver-advertise-address\", must be ipv4 or ipv6 address"
            );
            Some(("KA-16", text, Confidence::Verified))
        }
        // It looks for another address of that interface, which few hosts have.
        Some(read) if read.address.is_loopback() => {
            let text = "unable to select an IP from lo network interface".to_owned();
            Some(("KA-16b", text, Confidence::Unverified))
        }
        Some(_) => None,
    }
}

fn advertise_address(configuration: &KubeadmConfiguration, sink: &mut Sink) -> bool {
    let given = configuration.advertise_address.as_deref().unwrap_or_default();
    let Some((id, text, confidence)) = Some(given)
        .filter(|given| !given.is_empty())
        .and_then(advertise_address_fault)
    else {
        return false;
    };
    let before = std::mem::replace(&mut sink.field, PlanField::AdvertiseAddress);
    sink.push_with(id, "error: ", text, Stage::Install, Effect::Fatal, confidence);
    sink.field = before;
    true
}

/// Compares what kubelet and kube-proxy are given in the same file with what kubeadm would write.
fn recommended(configuration: &KubeadmConfiguration, sink: &mut Sink) {
    let mut differs = |kind: &str, field: &str, recommended: &str, given: &str| {
        if !given.is_empty() && given != recommended {
            let text = format!(
                "The recommended value for {} in {} is: {recommended}; the provided value is: {given}",
                quoted(field),
                quoted(kind)
            );
            warn("KA-20", text, sink);
        }
    };
    if let Some(proxy) = &configuration.kube_proxy {
        let kind = "KubeProxyConfiguration";
        let advertised = configuration
            .advertise_address
            .as_deref()
            .and_then(lenient::parse_address)
            .map(|read| read.address)
            // An unspecified address stands for the host's own, which is not known here.
            .filter(|address| !address.is_unspecified());
        if let Some(address) = advertised {
            let any = match IpFamily::of(address) {
                IpFamily::IPv4 => "0.0.0.0",
                IpFamily::IPv6 => "::",
            };
            differs(
                kind,
                "bindAddress",
                any,
                proxy.get("bind-address").unwrap_or_default(),
            );
        }
        if !configuration.pod_subnet.is_empty() {
            let given = proxy.get("cluster-cidr").unwrap_or_default();
            differs(kind, "clusterCIDR", &configuration.pod_subnet, given);
        }
    }
    if let Some(kubelet) = &configuration.kubelet {
        let kind = "KubeletConfiguration";
        let list = |text: &str| format!("[{}]", text.replace(',', " "));
        if let Some(given) = kubelet.get("cluster-dns") {
            let dns = dns_address(configuration.service_subnet());
            differs(kind, "clusterDNS", &list(&dns), &list(given));
        }
        let domain = configuration
            .dns_domain
            .as_deref()
            .filter(|domain| !domain.is_empty())
            .unwrap_or("cluster.local");
        let given = kubelet.get("cluster-domain").unwrap_or_default();
        differs(kind, "clusterDomain", domain, given);
    }
}

/// Returns the address of the cluster's DNS Service: the tenth of the first Service range, or kubeadm's default where there
/// is none.
fn dns_address(services: &str) -> String {
    GoNet::parse_list(services)
        .and_then(|list| list.first().copied())
        .and_then(GoNet::to_cidr)
        .and_then(|range| range.address(10))
        .map_or_else(|| "10.96.0.10".to_owned(), |address| address.to_string())
}

/// A version as kubeadm compares it: major, minor, patch, and whether it comes before its release.
type Release = (u64, u64, u64, bool);

/// Reads what kubeadm takes for the version of a release, with or without its `v` (`kubeReleaseRegex`).
fn release(text: &str) -> Option<Release> {
    let text = text.strip_prefix('v').unwrap_or(text);
    let end = text
        .find(|c: char| !(c.is_ascii_digit() || c == '.'))
        .unwrap_or(text.len());
    let (numbers, behind) = text.split_at(end);
    let allowed = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | '.' | '+');
    let mut parts = numbers.splitn(3, '.');
    let number = |part: Option<&str>| {
        let part = part?;
        let plain = part == "0" || !part.starts_with('0');
        plain.then(|| part.parse::<u64>().ok()).flatten()
    };
    let (major, minor) = (number(parts.next())?, number(parts.next())?);
    let patch = parts.next()?;
    let (patch, more) = patch.split_at(patch.find('.').unwrap_or(patch.len()));
    let patch = number(Some(patch))?;
    (behind.chars().all(allowed) && (more.is_empty() || more.starts_with('.'))).then_some((
        major,
        minor,
        patch,
        behind.starts_with('-'),
    ))
}

/// Returns whether a text is a label that kubeadm looks up in the internet: `stable-1.36`, `latest`.
fn is_label(text: &str) -> bool {
    let mut rest = text;
    let mut words = 0_u8;
    while let Some(behind) = rest
        .strip_prefix("latest")
        .or_else(|| rest.strip_prefix("stable"))
    {
        rest = behind;
        words = words.saturating_add(1);
    }
    let digit = |text: &str| text.len() == 1 && text.bytes().all(|c| c.is_ascii_digit() && c != b'0');
    let fits = match rest.strip_prefix('-') {
        None => rest.is_empty(),
        Some(numbers) => match numbers.split_once('.') {
            None => digit(numbers),
            Some((major, minor)) => {
                digit(major)
                    && matches!(minor.len(), 1 | 2)
                    && !minor.starts_with('0')
                    && minor.bytes().all(|c| c.is_ascii_digit())
            }
        },
    };
    words > 0 && fits
}

fn control_plane_version(configuration: &KubeadmConfiguration, sink: &mut Sink) -> bool {
    let given = match configuration.kubernetes_version.as_deref() {
        // Without a version it is the label `stable-1`.
        None | Some("") => return false,
        Some(given) => given,
    };
    let behind_bucket = ["release/", "ci/", "ci-cross/"]
        .iter()
        .find_map(|bucket| given.strip_prefix(bucket))
        .unwrap_or(given);
    let word = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | '.' | '+');
    let Some(read) = release(given).or_else(|| release(behind_bucket)) else {
        if behind_bucket.is_empty() || !behind_bucket.chars().all(word) {
            return refuse("KA-17", format!("invalid version {}", quoted(given)), sink);
        }
        if is_label(behind_bucket) {
            return false;
        }
        let text = format!(
            "version {} doesn't match patterns for neither semantic version nor labels (stable, latest, ...)",
            quoted(given)
        );
        return refuse("KA-17", text, sink);
    };
    let oldest = u64::from(sink.profile.version.minor().saturating_sub(1));
    let (major, minor, patch, early) = read;
    let too_old =
        (major, minor, patch) < (1, oldest, 0) || ((major, minor, patch) == (1, oldest, 0) && early);
    if !too_old {
        return false;
    }
    let normalised = match release(given) {
        Some(_) => given,
        None => behind_bucket,
    };
    let text = format!(
        "this version of kubeadm only supports deploying clusters with the control plane version >= 1.{oldest}.0. Current \
         version: v{}",
        normalised.trim_start_matches('v')
    );
    refuse("KA-18", text, sink)
}

fn endpoint(configuration: &KubeadmConfiguration, sink: &mut Sink) -> bool {
    let Some(given) = configuration
        .control_plane_endpoint
        .as_deref()
        .filter(|given| !given.is_empty())
    else {
        return false;
    };
    let (host, port) = split_host_port(given).unwrap_or((given, ""));
    let port_fits = port.is_empty()
        || (port.bytes().all(|c| c.is_ascii_digit())
            && port.parse::<u64>().is_ok_and(|port| (1..=65_535).contains(&port)));
    if !port_fits {
        let text =
            format!("hostport {given}: port {port} must be a valid number between 1 and 65535, inclusive");
        return refuse("KA-19", text, sink);
    }
    if lenient::parse_address(host).is_some() || is_dns_subdomain(host) {
        return false;
    }
    let text = format!(
        "hostport {given}: host '{host}' must be a valid IP address or a valid RFC-1123 DNS subdomain"
    );
    refuse("KA-19", text, sink)
}

#[cfg(test)]
mod tests {
    use crate::components::{Flags, KubeadmConfiguration, forecast, printed, warnings};
    use crate::diagnostic::Component;
    use crate::kubernetes::Version;

    fn answer(minor: u8, configuration: KubeadmConfiguration) -> (Vec<String>, Vec<String>) {
        let refusals = forecast(
            Version::minor_version(minor),
            Component::Kubeadm,
            &configuration.into(),
        );
        (printed(&refusals), warnings(&refusals))
    }

    fn version(minor: u8, text: &str) -> Vec<String> {
        let configuration = KubeadmConfiguration {
            kubernetes_version: Some(text.to_owned()),
            ..KubeadmConfiguration::default()
        };
        answer(minor, configuration).0
    }

    #[test]
    fn the_window_of_control_plane_versions_moves_with_kubeadm() {
        let refused = |minor: u8, oldest: u8, text: &str| {
            assert_eq!(
                version(minor, text),
                [format!(
                    "error: this version of kubeadm only supports deploying clusters with the control plane version >= \
                     1.{oldest}.0. Current version: v{}",
                    text.trim_start_matches("ci/").trim_start_matches('v')
                )],
                "1.{minor} {text}"
            );
        };
        refused(36, 35, "v1.30.0");
        refused(36, 35, "1.34.9");
        refused(36, 35, "v1.35.0-rc.1");
        refused(36, 35, "ci/v1.34.0-alpha.1+abc");
        refused(17, 16, "v1.15.12");
        for fine in [
            "v1.35.0",
            "1.36.3",
            "v1.38.0",
            "v1.35.1-rc.0",
            "stable-1",
            "latest",
            "stable-1.36",
            "",
        ] {
            assert_eq!(version(36, fine), <[&str; 0]>::default(), "{fine}");
        }
    }

    #[test]
    fn what_is_no_version_is_refused() {
        for text in ["banana", "v1.36", "stable-0", "1.036.0", "stable-1.036"] {
            assert_eq!(
                version(36, text),
                [format!(
                    "error: version \"{text}\" doesn't match patterns for neither semantic version nor labels (stable, \
                     latest, ...)"
                )]
            );
        }
        assert_eq!(
            version(36, "1.36 or so"),
            ["error: invalid version \"1.36 or so\""]
        );
    }

    #[test]
    fn endpoints_are_a_host_with_or_without_a_port() {
        let of = |endpoint: &str| {
            let configuration = KubeadmConfiguration {
                control_plane_endpoint: Some(endpoint.to_owned()),
                ..KubeadmConfiguration::default()
            };
            answer(36, configuration).0
        };
        for fine in [
            "fd00::1",
            "[fd00::1]:6443",
            "k8s.example.com",
            "k8s.example.com:6443",
            "10.0.0.1:1",
            "a:",
        ] {
            assert_eq!(of(fine), <[&str; 0]>::default(), "{fine}");
        }
        for (endpoint, port) in [("1.2.3.4:99999", "99999"), ("a:0", "0"), ("a:http", "http")] {
            assert_eq!(
                of(endpoint),
                [format!(
                    "error: hostport {endpoint}: port {port} must be a valid number between 1 and 65535, inclusive"
                )]
            );
        }
        for (endpoint, host) in [
            ("banana_x", "banana_x"),
            ("[fd00::1]", "[fd00::1]"),
            ("Example.com:6443", "Example.com"),
            (":6443", ""),
        ] {
            assert_eq!(
                of(endpoint),
                [format!(
                    "error: hostport {endpoint}: host '{host}' must be a valid IP address or a valid RFC-1123 DNS subdomain"
                )]
            );
        }
    }

    #[test]
    fn an_advertise_address_that_cannot_be_used_comes_first() {
        let of = |address: &str| {
            let configuration = KubeadmConfiguration {
                advertise_address: Some(address.to_owned()),
                kubernetes_version: Some("banana".to_owned()),
                ..KubeadmConfiguration::default()
            };
            answer(36, configuration).0
        };
        assert_eq!(
            of("banana"),
            [
                "error: couldn't use \"banana\" as \"apiserver-advertise-address\", must be ipv4 or ipv6 address"
            ]
        );
        assert_eq!(
            of("127.0.0.1"),
            ["error: unable to select an IP from lo network interface"]
        );
        assert!(of("192.168.1.005")[0].starts_with("error: version \"banana\""));
        assert!(of("::")[0].starts_with("error: version \"banana\""));
    }

    #[test]
    fn values_of_other_components_are_compared() {
        let configuration = |proxy: &str, dns: &str| KubeadmConfiguration {
            pod_subnet: "10.244.0.0/16,fd00:10:244::/56".to_owned(),
            service_subnet: "fd00:10:96::/112".to_owned(),
            kube_proxy: Some(Flags::from_args([format!("--cluster-cidr={proxy}")])),
            kubelet: Some(Flags::from_args([format!("--cluster-dns={dns}")])),
            ..KubeadmConfiguration::default()
        };
        let (errors, warned) = answer(36, configuration("10.0.0.0/8", "10.96.0.10"));
        assert!(errors.is_empty());
        assert_eq!(
            warned,
            [
                "The recommended value for \"clusterCIDR\" in \"KubeProxyConfiguration\" is: 10.244.0.0/16,fd00:10:244::/56; the \
                 provided value is: 10.0.0.0/8",
                "The recommended value for \"clusterDNS\" in \"KubeletConfiguration\" is: [fd00:10:96::a]; the provided value \
                 is: [10.96.0.10]",
            ]
        );
        let same = configuration("10.244.0.0/16,fd00:10:244::/56", "fd00:10:96::a");
        assert_eq!(answer(36, same).1, <[&str; 0]>::default());
    }
}
