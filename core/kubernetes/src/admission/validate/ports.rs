//! Validation of ports (`validateServicePort`), and ports as errors print them.

use std::fmt::Write as _;

use crate::admission::context::Context;
use crate::admission::names::{at_field, label_errors, port_name_errors, qualified_name_errors};
use crate::admission::service::{IntOrString, ServicePort, ServiceSpec};
use crate::go::field_error::{FieldError, FieldValue};
use crate::kubernetes::service_api::AppProtocol;

/// The protocols, sorted as errors list them.
pub(super) const PROTOCOLS: &[&str] = &["SCTP", "TCP", "UDP"];
/// The text about a number that is not a port.
pub(super) const PORT_RANGE: &str = "must be between 1 and 65535, inclusive";

/// Checks every port on its own.
pub(super) fn ports(cx: &Context<'_>, new: &ServiceSpec, errors: &mut Vec<FieldError>) {
    let list = new.port_list();
    for (i, port) in list.iter().enumerate() {
        let at = |child: &str| format!("spec.ports[{i}].{child}");
        if list.len() > 1 && port.name.is_empty() {
            errors.push(FieldError::required(at("name"), ""));
        } else if !port.name.is_empty() {
            let found = label_errors(&port.name, cx.api.metadata.name_texts);
            if !found.is_empty() {
                errors.extend(at_field(&at("name"), &port.name, found));
            }
            if list.iter().take(i).any(|p| p.name == port.name) {
                errors.push(FieldError::duplicate(
                    at("name"),
                    FieldValue::Text(port.name.clone()),
                ));
            }
        }
        if !(1..=65_535).contains(&port.port) {
            let value = FieldValue::Number(i64::from(port.port));
            errors.push(FieldError::invalid(at("port"), value, PORT_RANGE));
        }
        if port.protocol.is_empty() {
            errors.push(FieldError::required(at("protocol"), ""));
        } else if !PROTOCOLS.contains(&port.protocol.as_str()) {
            let value = FieldValue::Text(port.protocol.clone());
            errors.push(FieldError::not_supported(at("protocol"), value, PROTOCOLS));
        }
        match &port.target_port {
            Some(IntOrString::Int(number)) if !(1..=65_535).contains(number) => {
                let value = FieldValue::Number(i64::from(*number));
                errors.push(FieldError::invalid(at("targetPort"), value, PORT_RANGE));
            }
            Some(IntOrString::String(name)) => {
                errors.extend(at_field(
                    &at("targetPort"),
                    name,
                    port_name_errors(name, cx.api.metadata.name_texts),
                ));
            }
            _ => {}
        }
        if let Some(protocol) = &port.app_protocol {
            match cx.api.app_protocol {
                AppProtocol::Unknown => {}
                AppProtocol::Refused => errors.push(FieldError::forbidden(
                    at("appProtocol"),
                    "This field can be enabled with the ServiceAppProtocol feature gate",
                )),
                AppProtocol::Accepted => errors.extend(at_field(
                    &at("appProtocol"),
                    protocol,
                    qualified_name_errors(protocol, cx.api.metadata.name_texts),
                )),
            }
        }
    }
}

/// Returns the two parts of a port that must be unique, as upstream prints them: in the whole struct.
pub(super) fn port_key_value(cx: &Context<'_>, protocol: &str, number: i32) -> FieldValue {
    let key = ServicePort {
        protocol: protocol.to_owned(),
        port: number,
        ..ServicePort::default()
    };
    FieldValue::Raw {
        go: go_port(cx, &key),
        json: json_port(&key),
    }
}

/// Returns a list of ports as an error prints it.
pub(super) fn ports_value(cx: &Context<'_>, ports: &[ServicePort]) -> FieldValue {
    let go: Vec<String> = ports.iter().map(|port| go_port(cx, port)).collect();
    let json: Vec<String> = ports.iter().map(json_port).collect();
    FieldValue::Raw {
        go: format!("[]core.ServicePort{{{}}}", go.join(", ")),
        json: format!("[{}]", json.join(",")),
    }
}

/// Returns a port as `%#v` prints the internal type. A pointer prints as its address, so only nil ones are
/// predictable.
fn go_port(cx: &Context<'_>, port: &ServicePort) -> String {
    let mut text = format!(
        "core.ServicePort{{Name:{:?}, Protocol:{:?}, ",
        port.name, port.protocol
    );
    if cx.api.app_protocol != AppProtocol::Unknown {
        text.push_str("AppProtocol:(*string)(nil), ");
    }
    let (kind, number, name) = match &port.target_port {
        None => (0, 0, ""),
        Some(IntOrString::Int(number)) => (0, *number, ""),
        Some(IntOrString::String(name)) => (1, 0, name.as_str()),
    };
    let _ = write!(
        text,
        "Port:{}, TargetPort:intstr.IntOrString{{Type:{kind}, IntVal:{number}, StrVal:{name:?}}}, NodePort:{}}}",
        port.port, port.node_port
    );
    text
}

/// Returns a port as `json.Marshal` prints the internal type, which has no tags.
fn json_port(port: &ServicePort) -> String {
    let quote = |value: &str| serde_json::Value::from(value).to_string();
    let target = match &port.target_port {
        None => "0".to_owned(),
        Some(IntOrString::Int(number)) => number.to_string(),
        Some(IntOrString::String(name)) => quote(name),
    };
    let app = port.app_protocol.as_deref().map_or("null".to_owned(), quote);
    format!(
        "{{\"Name\":{},\"Protocol\":{},\"AppProtocol\":{app},\"Port\":{},\"TargetPort\":{target},\"NodePort\":{}}}",
        quote(&port.name),
        quote(&port.protocol),
        port.port,
        port.node_port
    )
}
