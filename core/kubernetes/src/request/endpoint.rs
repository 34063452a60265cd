//! The address under which nodes and clients reach the API servers of a cluster together.
//!
//! Models `ParseHostPort` of `cmd/kubeadm/app/util/endpoint.go`: a host, which is an address or a DNS-1123 subdomain,
//! and a port from 1 to 65535. An address in brackets without a port, which kubeadm refuses, is taken too.

use std::fmt;
use std::net::IpAddr;
use std::str::FromStr;

use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::net::{IpFamily, lenient};

/// The host of an endpoint.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum EndpointHost {
    /// An address.
    Address(IpAddr),
    /// A DNS name, in lower case.
    Name(String),
}

/// A host and a port: `api.example.com:6443`, `[fd00::1]:6443`, `192.0.2.1`.
///
/// ```
/// use dualstack_kubernetes::request::Endpoint;
/// let endpoint: Endpoint = "[fd00::1]:8443".parse().unwrap();
/// assert_eq!(endpoint.to_string(), "[fd00::1]:8443");
/// let bare: Endpoint = "fd00::1".parse().unwrap();
/// assert_eq!(bare.with_port(), "[fd00::1]:6443");
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Endpoint {
    /// The host.
    pub host: EndpointHost,
    /// The port; `None`: the API server's own, 6443.
    pub port: Option<u16>,
}

/// A text is not an endpoint.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NotAnEndpoint;

impl fmt::Display for NotAnEndpoint {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("not an address or a DNS name, with or without a port")
    }
}

impl Endpoint {
    /// The port of the API server where none is given (`cmd/kubeadm/app/apis/kubeadm/v1beta4/defaults.go`).
    pub const DEFAULT_PORT: u16 = 6443;

    /// Returns the port: the one given, or 6443.
    pub fn port(&self) -> u16 {
        self.port.unwrap_or(Self::DEFAULT_PORT)
    }

    /// Returns the address. `None` if the host is a name.
    pub fn address(&self) -> Option<IpAddr> {
        match &self.host {
            EndpointHost::Address(address) => Some(*address),
            EndpointHost::Name(_) => None,
        }
    }

    /// Returns the name. `None` if the host is an address.
    pub fn name(&self) -> Option<&str> {
        match &self.host {
            EndpointHost::Address(_) => None,
            EndpointHost::Name(name) => Some(name),
        }
    }

    /// Returns the family of the address. `None` if the host is a name.
    pub fn family(&self) -> Option<IpFamily> {
        self.address().map(IpFamily::of)
    }

    /// Returns the host without brackets and port.
    pub fn host(&self) -> String {
        match &self.host {
            EndpointHost::Address(address) => address.to_string(),
            EndpointHost::Name(name) => name.clone(),
        }
    }

    /// Returns the host and that port, with brackets around an IPv6 address.
    pub fn at_port(&self, port: u16) -> String {
        join_host_port(&self.host(), &port.to_string())
    }

    /// Returns the host and the port, which is written even if it is not given.
    pub fn with_port(&self) -> String {
        self.at_port(self.port())
    }

    /// Returns the URL of the API servers.
    pub fn url(&self) -> String {
        format!("https://{}", self.with_port())
    }
}

/// Joins a host and a port, as Go's `net.JoinHostPort` does.
pub fn join_host_port(host: &str, port: &str) -> String {
    if host.contains(':') {
        format!("[{host}]:{port}")
    } else {
        format!("{host}:{port}")
    }
}

/// Splits the host from a port behind it. The host of `fd00::1` and `name` is all of the text.
fn split(text: &str) -> Option<(&str, Option<&str>)> {
    if let Some(inside) = text.strip_prefix('[') {
        let (host, rest) = inside.split_once(']')?;
        // Only IPv6 addresses stand in brackets.
        if !host.contains(':') {
            return None;
        }
        return match rest {
            "" => Some((host, None)),
            rest => Some((host, Some(rest.strip_prefix(':')?))),
        };
    }
    match text.split_once(':') {
        Some((_, rest)) if rest.contains(':') => Some((text, None)),
        Some((host, port)) => Some((host, Some(port))),
        None => Some((text, None)),
    }
}

/// Returns whether a text is a DNS-1123 subdomain (apimachinery `IsDNS1123Subdomain`).
pub fn is_subdomain(text: &str) -> bool {
    let is_end = |c: u8| c.is_ascii_lowercase() || c.is_ascii_digit();
    let is_label = |label: &str| {
        let bytes = label.as_bytes();
        bytes.first().copied().is_some_and(is_end)
            && bytes.last().copied().is_some_and(is_end)
            && bytes.iter().all(|c| is_end(*c) || *c == b'-')
    };
    text.len() <= 253 && text.split('.').all(is_label)
}

impl FromStr for Endpoint {
    type Err = NotAnEndpoint;

    fn from_str(text: &str) -> Result<Endpoint, NotAnEndpoint> {
        let (host, port) = split(text).ok_or(NotAnEndpoint)?;
        let port = match port {
            None => None,
            Some(port) => Some(
                port.parse::<u16>()
                    .ok()
                    .filter(|number| *number > 0 && port.bytes().all(|c| c.is_ascii_digit()))
                    .ok_or(NotAnEndpoint)?,
            ),
        };
        if let Some(read) = lenient::parse_address(host) {
            return Ok(Endpoint {
                host: EndpointHost::Address(read.address),
                port,
            });
        }
        let name = host.to_ascii_lowercase();
        // A name of digits and dots alone was meant as an address.
        let looks_like_address = name.bytes().all(|c| c.is_ascii_digit() || c == b'.');
        if looks_like_address || !is_subdomain(&name) {
            return Err(NotAnEndpoint);
        }
        Ok(Endpoint {
            host: EndpointHost::Name(name),
            port,
        })
    }
}

impl fmt::Display for Endpoint {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.port {
            Some(port) => f.write_str(&self.at_port(port)),
            None => f.write_str(&self.host()),
        }
    }
}

impl Serialize for Endpoint {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.to_string())
    }
}

impl<'de> Deserialize<'de> for Endpoint {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = std::borrow::Cow::<'de, str>::deserialize(deserializer)?;
        text.parse().map_err(serde::de::Error::custom)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hosts_and_ports_are_read_and_written_the_same() {
        for text in [
            "api.example.com",
            "api.example.com:6443",
            "192.0.2.1",
            "192.0.2.1:443",
            "fd00::1",
            "[fd00::1]:6443",
            "api",
        ] {
            assert_eq!(
                text.parse::<Endpoint>().map(|read| read.to_string()),
                Ok(text.to_owned())
            );
        }
        let written = |text: &str| text.parse::<Endpoint>().map(|read| read.to_string());
        assert_eq!(written("[FD00:0::1]"), Ok("fd00::1".to_owned()));
        assert_eq!(
            written("API.example.com:6443"),
            Ok("api.example.com:6443".to_owned())
        );
    }

    #[test]
    fn others_are_refused() {
        for text in [
            "",
            ":6443",
            "api:0",
            "api:65536",
            "api:+1",
            "api:",
            "[fd00::1",
            "[fd00::1]6443",
            "[api]:6443",
            "https://api:6443",
            "api_server:6443",
            "300.1.1.1",
            "-api",
            "fd00::g",
        ] {
            assert_eq!(text.parse::<Endpoint>(), Err(NotAnEndpoint), "{text}");
        }
    }
}
