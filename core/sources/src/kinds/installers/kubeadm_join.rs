//! kubeadm's JoinConfiguration: what kubeadm works out and validates before a node joins.
//!
//! Models `cmd/kubeadm/app/util/config/joinconfiguration.go` (`SetJoinDynamicDefaults`) and
//! `cmd/kubeadm/app/apis/kubeadm/validation/validation.go` (`ValidateJoinConfiguration`) of 1.16 … 1.36. Whether the host has
//! the file of a discovery is not known here, so that file is taken to exist.

use serde_json::Value as Json;

use crate::components::{Effect, ReadRefusal as Refusal, advertise_address_fault, subdomain_faults};
use crate::go::field_error::{FieldError, FieldValue};
use crate::go::net::split_host_port;
use crate::go::quote::quoted;
use crate::kinds::starting::{at, nameless};
use crate::kubernetes::{Confidence, JoinRules, Profile, Version};

/// The length of a key for certificates, in bytes (`constants.CertificateKeySize`).
const KEY_BYTES: usize = 32;

/// Returns what kubeadm of that version says of a JoinConfiguration, beside its API version and its fields.
pub(super) fn check(join: &Json, version: Version) -> Vec<Refusal> {
    let mut cx = Join {
        profile: Profile::resolve(version),
        rules: JoinRules::at(version),
        confidence: JoinRules::confidence(version),
        said: Vec::new(),
    };
    if cx.worked_out(join) {
        return cx.said;
    }
    cx.discovery(at(join, "discovery"));
    cx.node(at(join, "nodeRegistration"));
    cx.control_plane(at(join, "controlPlane"));
    cx.ca_path(at(join, "caCertPath"));
    cx.said
}

fn text(value: &Json) -> &str {
    value.as_str().unwrap_or_default()
}

/// The checks in progress.
struct Join {
    profile: Profile,
    rules: JoinRules,
    confidence: Confidence,
    said: Vec<Refusal>,
}

impl Join {
    fn say(&mut self, text: String, effect: Effect, confidence: Confidence) {
        self.said.push(Refusal {
            text,
            effect,
            confidence,
        });
    }

    fn error(&mut self, error: &FieldError) {
        let text = error.message(self.profile.value_syntax);
        self.say(text, Effect::Fatal, Confidence::Verified);
    }

    fn invalid(&mut self, field: &str, value: &str, detail: impl Into<String>) {
        let error = FieldError::invalid(field, FieldValue::Plain(value.to_owned()), detail);
        self.error(&error);
    }

    /// Completes the socket, and reads the address that a further control plane announces. Returns whether that ends the
    /// start.
    fn worked_out(&mut self, join: &Json) -> bool {
        let socket = text(at(join, "nodeRegistration/criSocket"));
        if self.rules.completes_sockets && !socket.is_empty() && !socket.starts_with("unix") {
            let said = format!(
                "Usage of CRI endpoints without URL scheme is deprecated and can cause kubelet errors in the future. \
                 Automatically prepending scheme \"unix\" to the \"criSocket\" with value {}. Please update your \
                 configuration!",
                quoted(socket)
            );
            self.say(said, Effect::Warning, self.confidence);
        }
        let given = text(at(join, "controlPlane/localAPIEndpoint/advertiseAddress"));
        let fault = Some(given)
            .filter(|given| !given.is_empty())
            .and_then(advertise_address_fault);
        match fault {
            None => false,
            Some((_, said, confidence)) => {
                self.say(said, Effect::Fatal, confidence);
                true
            }
        }
    }

    fn discovery(&mut self, discovery: &Json) {
        let (token, file) = (at(discovery, "bootstrapToken"), at(discovery, "file"));
        match (token.is_null(), file.is_null()) {
            (true, true) => self.invalid("discovery", "", "bootstrapToken or file must be set"),
            (false, false) => self.invalid("discovery", "", "bootstrapToken and file cannot both be set"),
            _ => {}
        }
        let mut tls = text(at(discovery, "tlsBootstrapToken"));
        if !token.is_null() {
            self.bootstrap_token(token);
            if tls.is_empty() {
                tls = text(at(token, "token"));
            }
            self.token("discovery.tlsBootstrapToken", tls);
        }
        if !file.is_null() {
            self.discovery_file(text(at(file, "kubeConfigPath")));
            if !tls.is_empty() {
                self.token("discovery.tlsBootstrapToken", tls);
            }
        }
    }

    fn bootstrap_token(&mut self, token: &Json) {
        let endpoint = text(at(token, "apiServerEndpoint"));
        if endpoint.is_empty() {
            let error = FieldError::required("discovery.bootstrapToken", "APIServerEndpoint is not set");
            self.error(&error);
        }
        let no_hashes = at(token, "caCertHashes").as_array().is_none_or(Vec::is_empty);
        if no_hashes && at(token, "unsafeSkipCAVerification") != &Json::Bool(true) {
            let field = if self.rules.names_the_hashes {
                "discovery.bootstrapToken.caCertHashes"
            } else {
                "discovery.bootstrapToken"
            };
            self.invalid(
                field,
                "",
                "using token-based discovery without caCertHashes can be unsafe. Set unsafeSkipCAVerification as true in \
                 your kubeadm config file or pass --discovery-token-unsafe-skip-ca-verification flag to continue",
            );
        }
        self.token("discovery.bootstrapToken.token", text(at(token, "token")));
        if let Err(cause) = split_host_port(endpoint) {
            let detail = if endpoint.is_empty() {
                cause.to_owned()
            } else {
                format!("address {endpoint}: {cause}")
            };
            self.invalid("discovery.bootstrapToken.apiServerEndpoint", endpoint, detail);
        }
    }

    /// Checks a token: six characters, a dot, and sixteen (`bootstraputil.IsValidBootstrapToken`).
    fn token(&mut self, field: &str, token: &str) {
        let part = |part: &str, length: usize| {
            part.len() == length && part.bytes().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit())
        };
        let fits = token
            .split_once('.')
            .is_some_and(|(id, secret)| part(id, 6) && part(secret, 16));
        if !fits {
            self.invalid(field, token, "the bootstrap token is invalid");
        }
    }

    fn discovery_file(&mut self, path: &str) {
        let detail = match scheme(path) {
            // A file with an empty name is nowhere; another one is on the host, or not.
            Ok("") if path.is_empty() => "not a valid HTTPS URL or a file on disk",
            Ok("" | "https" | "file") => return,
            Ok(_) => "if a URL is used, the scheme must be https",
            Err(Malformed) => "not a valid HTTPS URL or a file on disk",
        };
        self.invalid("discovery.file.kubeConfigPath", path, detail);
    }

    fn node(&mut self, node: &Json) {
        // It is trimmed and written in small letters before it is checked (`nodeutil.GetHostname`).
        let name = text(at(node, "name")).trim().to_lowercase();
        if !name.is_empty() {
            for fault in subdomain_faults(&name, &self.profile.kubeadm) {
                self.invalid("nodeRegistration.name", &name, fault);
            }
        }
        self.socket(text(at(node, "criSocket")));
        if self.profile.kubeadm.names_of_args_are_checked {
            let field = "nodeRegistration.kubeletExtraArgs";
            for index in nameless(at(node, "kubeletExtraArgs")) {
                self.invalid(field, &format!("index {index}"), "argument has no name");
            }
        }
        let policy = text(at(node, "imagePullPolicy"));
        let known = matches!(policy, "" | "Always" | "IfNotPresent" | "Never");
        if self.rules.checks_pull_policies && !known {
            let value = FieldValue::Text(policy.to_owned());
            let error = FieldError::invalid("nodeRegistration.imagePullPolicy", value, "invalid pull policy");
            self.error(&error);
        }
    }

    /// Checks the socket of the container runtime, in versions that do not complete it.
    fn socket(&mut self, socket: &str) {
        if self.rules.completes_sockets || socket.is_empty() {
            return;
        }
        let detail = match scheme(socket) {
            Ok("unix") | Err(Malformed) => return,
            Ok("") if socket.starts_with('/') => return,
            Ok("") => format!("path is not absolute: {socket}"),
            Ok(_) => {
                let scheme = socket.split(':').next().unwrap_or_default();
                format!("URL scheme {} is not supported", scheme.to_ascii_lowercase())
            }
        };
        self.invalid("nodeRegistration.criSocket", socket, detail);
    }

    fn control_plane(&mut self, control_plane: &Json) {
        if control_plane.is_null() {
            return;
        }
        let port = at(control_plane, "localAPIEndpoint/bindPort")
            .as_i64()
            .unwrap_or_default();
        if port != 0 && !(1..=65_535).contains(&port) {
            let field = "controlPlane.localAPIEndpoint.bindPort";
            let error = FieldError::invalid(field, FieldValue::Number(port), "port number is not valid");
            self.error(&error);
        }
        if self.rules.checks_keys {
            let key = text(at(control_plane, "certificateKey"));
            if let Some(detail) = key_fault(key) {
                self.invalid("controlPlane.certificateKey", key, detail);
            }
        }
    }

    fn ca_path(&mut self, given: &Json) {
        let path = text(given);
        let fits = path.starts_with('/') && path.ends_with(".crt");
        if !path.is_empty() && !fits {
            self.invalid(
                "caCertPath",
                path,
                "the ca certificate path must be an absolute path",
            );
        }
    }
}

/// A text is no URL.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Malformed;

/// Returns the scheme of a URL in the way of Go's `url.Parse`, as far as kubeadm tells schemes apart: `""`, `"unix"`,
/// `"file"`, `"https"`, or `"other"`.
fn scheme(text: &str) -> Result<&'static str, Malformed> {
    if text.bytes().any(|c| c < b' ' || c == 0x7f) {
        return Err(Malformed);
    }
    let end = text
        .char_indices()
        .find(|(i, c)| !(c.is_ascii_alphabetic() || (*i > 0 && (c.is_ascii_digit() || "+-.".contains(*c)))));
    match end {
        Some((0, ':')) => Err(Malformed),
        Some((end, ':')) => Ok(
            match text.get(..end).unwrap_or_default().to_ascii_lowercase().as_str() {
                "unix" => "unix",
                "file" => "file",
                "https" => "https",
                _ => "other",
            },
        ),
        // Without a scheme the first segment of the path has no colon.
        _ if !text.starts_with('/') && text.split('/').next().is_some_and(|first| first.contains(':')) => {
            Err(Malformed)
        }
        _ => Ok(""),
    }
}

/// Returns what kubeadm says of a key that is not one of AES in hexadecimal digits. An empty one is none at all.
fn key_fault(key: &str) -> Option<String> {
    if key.is_empty() {
        return None;
    }
    // `encoding/hex`: the first other character comes before the odd length.
    if let Some(byte) = key.bytes().find(|byte| !byte.is_ascii_hexdigit()) {
        let shown = char::from(byte);
        return Some(format!(
            "certificate key decoding error: encoding/hex: invalid byte: U+{byte:04X} '{shown}'"
        ));
    }
    if !key.len().is_multiple_of(2) {
        return Some("certificate key decoding error: encoding/hex: odd length hex string".to_owned());
    }
    let bytes = key.len() / 2;
    (bytes != KEY_BYTES).then(|| {
        format!("invalid certificate key size {bytes}, the key must be an AES key of size {KEY_BYTES}")
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn said(minor: u8, text: &str) -> Vec<String> {
        let document = crate::document::read(text);
        let join = crate::document::to_json(document.documents[0].root());
        check(&join, Version::minor_version(minor))
            .into_iter()
            .map(|refusal| refusal.text)
            .collect()
    }

    const GOOD: &str = "discovery: {bootstrapToken: {apiServerEndpoint: \"[fd00::1]:6443\", token: abcdef.0123456789abcdef, \
                        caCertHashes: [\"sha256:x\"]}}\n";

    #[test]
    fn a_node_with_a_token_joins_in_every_version() {
        for version in Version::all() {
            let more =
                "nodeRegistration: {name: Node-1, criSocket: \"unix:///run/x.sock\"}\ncontrolPlane: {}\n";
            assert_eq!(
                said(version.minor(), &format!("{GOOD}{more}")),
                <[&str; 0]>::default(),
                "{version}"
            );
        }
    }

    #[test]
    fn a_discovery_is_one_of_two() {
        assert_eq!(
            said(36, "kind: JoinConfiguration\n"),
            ["discovery: Invalid value: \"\": bootstrapToken or file must be set"]
        );
        let both = "discovery: {bootstrapToken: {apiServerEndpoint: \"a:1\", token: x, unsafeSkipCAVerification: true}, \
                    file: {kubeConfigPath: \"http://a/b\"}}\n";
        assert_eq!(
            said(36, both),
            [
                "discovery: Invalid value: \"\": bootstrapToken and file cannot both be set",
                "discovery.bootstrapToken.token: Invalid value: \"x\": the bootstrap token is invalid",
                "discovery.tlsBootstrapToken: Invalid value: \"x\": the bootstrap token is invalid",
                "discovery.file.kubeConfigPath: Invalid value: \"http://a/b\": if a URL is used, the scheme must be https",
                "discovery.tlsBootstrapToken: Invalid value: \"x\": the bootstrap token is invalid",
            ]
        );
        for (path, fine) in [
            ("/etc/kubernetes/discovery.conf", true),
            ("file:///etc/x", true),
            ("https://a.example.com/x", true),
            ("", false),
            (":x", false),
            ("1a:b", false),
        ] {
            let text = format!("discovery: {{file: {{kubeConfigPath: \"{path}\"}}}}\n");
            let expected = format!(
                "discovery.file.kubeConfigPath: Invalid value: \"{path}\": not a valid HTTPS URL or a file on disk"
            );
            let expected: Vec<String> = Some(expected).filter(|_| !fine).into_iter().collect();
            assert_eq!(said(36, &text), expected, "{path}");
        }
    }

    #[test]
    fn a_token_without_hashes_has_to_say_that_it_is_unsafe() {
        let text = "discovery: {bootstrapToken: {token: abcdef.0123456789abcdef}}\n";
        let unsafe_text = "using token-based discovery without caCertHashes can be unsafe. Set unsafeSkipCAVerification as \
                           true in your kubeadm config file or pass --discovery-token-unsafe-skip-ca-verification flag to \
                           continue";
        for (minor, field) in [
            (25, "discovery.bootstrapToken"),
            (26, "discovery.bootstrapToken.caCertHashes"),
        ] {
            assert_eq!(
                said(minor, text),
                [
                    "discovery.bootstrapToken: Required value: APIServerEndpoint is not set".to_owned(),
                    format!("{field}: Invalid value: \"\": {unsafe_text}"),
                    "discovery.bootstrapToken.apiServerEndpoint: Invalid value: \"\": missing port in address"
                        .to_owned(),
                ]
            );
        }
        let text = "discovery: {bootstrapToken: {apiServerEndpoint: \"fd00::1\", token: abcdef.0123456789abcdef, \
                    unsafeSkipCAVerification: true}}\n";
        assert_eq!(
            said(36, text),
            [
                "discovery.bootstrapToken.apiServerEndpoint: Invalid value: \"fd00::1\": address fd00::1: too many colons in \
                 address"
            ]
        );
    }

    #[test]
    fn an_address_that_cannot_be_used_hides_the_rest() {
        let text = "controlPlane: {localAPIEndpoint: {advertiseAddress: banana, bindPort: 70000}}\n";
        assert_eq!(
            said(36, text),
            ["couldn't use \"banana\" as \"apiserver-advertise-address\", must be ipv4 or ipv6 address"]
        );
    }

    #[test]
    fn nodes_and_control_planes_have_their_own_fields() {
        let more = "nodeRegistration: {name: a_b, kubeletExtraArgs: [{value: x}], imagePullPolicy: Maybe}\n\
                    controlPlane: {localAPIEndpoint: {bindPort: 70000}, certificateKey: abcz}\ncaCertPath: ca.crt\n";
        let text = format!("{GOOD}{more}");
        let lines = said(36, &text);
        assert!(
            lines[0]
                .starts_with("nodeRegistration.name: Invalid value: \"a_b\": a lowercase RFC 1123 subdomain")
        );
        assert_eq!(
            lines[1..],
            [
                "nodeRegistration.kubeletExtraArgs: Invalid value: \"index 0\": argument has no name",
                "nodeRegistration.imagePullPolicy: Invalid value: \"Maybe\": invalid pull policy",
                "controlPlane.localAPIEndpoint.bindPort: Invalid value: 70000: port number is not valid",
                "controlPlane.certificateKey: Invalid value: \"abcz\": certificate key decoding error: encoding/hex: \
                 invalid byte: U+007A 'z'",
                "caCertPath: Invalid value: \"ca.crt\": the ca certificate path must be an absolute path",
            ]
        );
        // Before 1.29 arguments, policies and keys were not looked at.
        assert_eq!(said(28, &text).len(), 3);
        for (key, detail) in [
            (
                "abc",
                "certificate key decoding error: encoding/hex: odd length hex string",
            ),
            (
                "abcd",
                "invalid certificate key size 2, the key must be an AES key of size 32",
            ),
        ] {
            assert_eq!(key_fault(key).as_deref(), Some(detail));
        }
        assert_eq!(key_fault(&"0f".repeat(32)), None);
    }

    #[test]
    fn sockets_without_a_scheme_are_completed_from_1_24() {
        let of = |minor, socket: &str| {
            said(
                minor,
                &format!("{GOOD}nodeRegistration: {{criSocket: \"{socket}\"}}\n"),
            )
        };
        assert_eq!(
            of(36, "/run/x.sock"),
            [
                "Usage of CRI endpoints without URL scheme is deprecated and can cause kubelet errors in the future. \
                 Automatically prepending scheme \"unix\" to the \"criSocket\" with value \"/run/x.sock\". Please update \
                 your configuration!"
            ]
        );
        assert_eq!(of(23, "/run/x.sock"), <[&str; 0]>::default());
        assert_eq!(
            of(23, "run/x.sock"),
            ["nodeRegistration.criSocket: Invalid value: \"run/x.sock\": path is not absolute: run/x.sock"]
        );
        assert_eq!(
            of(23, "tcp://1.2.3.4"),
            ["nodeRegistration.criSocket: Invalid value: \"tcp://1.2.3.4\": URL scheme tcp is not supported"]
        );
    }
}
