//! Allocation and release of cluster IPs, node ports and health check ports during a request: the second half of
//! alloc.go, and of rest.go before it.

use std::net::IpAddr;

use super::allocate::AllocationError;
use super::context::{Context, ips_value};
use super::families::keeps_prefer_dual_stack;
use super::outcome::Refusal;
use super::service::{ServiceSpec, service_type};
use super::trace::{Step, step};
use crate::go::field_error::{FieldError, FieldValue};
use crate::i18n::Message;
use crate::kubernetes::service_api::{NoAddressError, ServiceEra};
use crate::net::{IpFamily, lenient};

/// This project's name of the check that an address is available for a Service that requests none.
const NO_ADDRESS: &str = "SVC-51";

fn no_free_address(cx: &Context<'_>, spec: &ServiceSpec, error: &AllocationError) -> Refusal {
    let full = *error == AllocationError::Full;
    let text = error.text();
    match cx.api.no_address_error {
        NoAddressError::InternalWhenFull | NoAddressError::InternalWhenFullNamed if !full => {
            cx.refuse(&[FieldError::invalid(
                "spec.clusterIPs",
                ips_value(spec),
                format!("failed to allocate IP: {text}"),
            )
            .checked_by(NO_ADDRESS)])
        }
        NoAddressError::InternalWhenFullNamed => Refusal::internal_by(
            NO_ADDRESS,
            format!(
                "failed to allocate a serviceIP for Service {:?}: {text}",
                cx.service.metadata.name
            ),
        ),
        NoAddressError::Internal | NoAddressError::InternalWhenFull => {
            Refusal::internal_by(NO_ADDRESS, format!("failed to allocate a serviceIP: {text}"))
        }
    }
}

fn note_address(cx: &mut Context<'_>, field: String, family: IpFamily, address: &str, requested: bool) {
    let id = if requested {
        "service-step-address-reserved"
    } else {
        "service-step-address-allocated"
    };
    step!(
        cx,
        Step::new(
            "SVC-allocate",
            Message::new(id).with("address", address).with("family", family),
        )
        .on(field)
        .sets(address.to_string()),
    );
}

/// Returns this project's name of the check that a requested address fails: `outside`, unless another Service has the
/// address.
fn requested_check(error: &AllocationError, outside: &'static str) -> &'static str {
    if *error == AllocationError::Taken {
        "SVC-address-taken"
    } else {
        outside
    }
}

/// Allocates one address: the requested one, or any.
///
/// # Errors
/// Returns the refusal if no address is available.
fn allocate(
    cx: &mut Context<'_>,
    spec: &ServiceSpec,
    index: usize,
    family: IpFamily,
    asked: &str,
) -> Result<String, Refusal> {
    if !cx.cluster.has_family(family) {
        // Upstream calls a nil allocator here.
        return Err(Refusal::handler_panic());
    }
    let field = format!("spec.clusterIPs[{index}]");
    if asked.is_empty() {
        let address = cx
            .pool
            .next_address(family)
            .map_err(|error| no_free_address(cx, spec, &error))?
            .to_string();
        note_address(cx, field, family, &address, false);
        return Ok(address);
    }
    let Some(read) = lenient::parse_address(asked) else {
        return Err(Refusal::internal_by(
            "SVC-52",
            format!("failed to parse service IP {asked:?}"),
        ));
    };
    if let Err(error) = cx.pool.take_address(family, read.address) {
        let texts = cx.api.texts;
        return Err(cx.refuse(&[FieldError::invalid(
            "spec.clusterIPs",
            ips_value(spec),
            format!(
                "{}{asked}{}{}",
                texts.allocate_before,
                texts.allocate_between,
                error.text()
            ),
        )
        .checked_by(requested_check(&error, texts.allocate_check))]));
    }
    note_address(cx, field, family, asked, true);
    Ok(asked.to_owned())
}

/// Allocates an address for every family of the Service.
///
/// # Errors
/// Returns the refusal if an address is not available.
pub(super) fn allocate_all(cx: &mut Context<'_>, new: &mut ServiceSpec) -> Result<(), Refusal> {
    if new.is_external_name() || cx.pool.leaves_addresses_out() {
        return Ok(());
    }
    if new.starts_headless() {
        step!(
            cx,
            Step::new("SVC-headless", Message::new("service-step-headless")).on("spec.clusterIPs")
        );
        return Ok(());
    }
    if !cx.api.dual_stack {
        let family = cx.cluster.ranges.primary_family();
        let asked = new.cluster_ip.clone();
        let address = allocate(cx, new, 0, family, &asked)?;
        new.cluster_ip.clone_from(&address);
        new.cluster_ips = Some(vec![address]);
        return Ok(());
    }
    let families: Vec<IpFamily> = new
        .families()
        .iter()
        .filter_map(|name| IpFamily::named(name))
        .collect();
    // The list that errors print has an empty entry for every address that is not picked yet.
    let mut list = new.cluster_ips.take().unwrap_or_default();
    while list.len() < families.len() {
        list.push(String::new());
    }
    new.cluster_ips = Some(list);
    let mut taken = Vec::with_capacity(families.len());
    for (i, family) in families.iter().enumerate() {
        let asked = new.ips().get(i).cloned().unwrap_or_default();
        taken.push(allocate(cx, new, i, *family, &asked)?);
    }
    for (slot, address) in new.cluster_ips.iter_mut().flatten().zip(taken) {
        *slot = address;
    }
    if let Some(first) = new.ips().first() {
        new.cluster_ip = first.clone();
    }
    Ok(())
}

/// Changes the addresses on an update. The first case that fits applies.
///
/// # Errors
/// Returns the refusal if an address is not available.
pub(super) fn update_addresses(
    cx: &mut Context<'_>,
    old: &ServiceSpec,
    new: &mut ServiceSpec,
) -> Result<(), Refusal> {
    if cx.pool.leaves_addresses_out()
        || (cx.api.prefer_dual_stack_kept && keeps_prefer_dual_stack(Some(old), new))
    {
        return Ok(());
    }
    if old.is_external_name() && !new.is_external_name() {
        return allocate_all(cx, new);
    }
    if old.starts_headless() {
        return Ok(());
    }
    if !old.is_external_name() && new.is_external_name() {
        note_release(cx, old.ips());
        return Ok(());
    }
    if !cx.api.dual_stack {
        return Ok(());
    }
    match (old.families().len(), new.families()) {
        (1, [_, second]) => {
            let Some(family) = IpFamily::ALL.into_iter().find(|family| family.as_str() == second) else {
                return Err(Refusal::handler_panic());
            };
            let mut list = new.cluster_ips.take().unwrap_or_default();
            if list.len() < 2 {
                list.push(String::new());
            }
            new.cluster_ips = Some(list);
            let asked = match new.ips() {
                [_, second, ..] => second.clone(),
                _ => return Err(Refusal::handler_panic()),
            };
            let address = allocate(cx, new, 1, family, &asked)?;
            if let Some(slot) = new.cluster_ips.as_mut().and_then(|list| list.get_mut(1)) {
                *slot = address;
            }
        }
        (2, [_]) => match old.ips() {
            [_, second, ..] => note_release(cx, std::slice::from_ref(second)),
            _ => return Err(Refusal::handler_panic()),
        },
        _ => {}
    }
    Ok(())
}

fn note_release(cx: &mut Context<'_>, ips: &[String]) {
    for ip in ips.iter().filter(|ip| ip.parse::<IpAddr>().is_ok()) {
        step!(
            cx,
            Step::new(
                "SVC-release",
                Message::new("service-step-address-released").with("address", ip.as_str()),
            )
            .on("spec.clusterIPs"),
        );
    }
}

/// Allocates the only address of a Service up to 1.19.
///
/// # Errors
/// Returns the refusal if the address is not available.
pub(super) fn allocate_single(cx: &mut Context<'_>, new: &mut ServiceSpec) -> Result<(), Refusal> {
    if cx.pool.leaves_addresses_out() {
        return Ok(());
    }
    if new.has_headless_ip() {
        step!(
            cx,
            Step::new("SVC-headless", Message::new("service-step-headless")).on("spec.clusterIP")
        );
        return Ok(());
    }
    let family = single_range_family(cx, new);
    if new.cluster_ip.is_empty() {
        let address = cx
            .pool
            .next_address(family)
            .map_err(|error| {
                Refusal::internal_by(
                    NO_ADDRESS,
                    format!("failed to allocate a serviceIP: {}", error.text()),
                )
            })?
            .to_string();
        note_address(cx, "spec.clusterIP".to_owned(), family, &address, false);
        new.cluster_ip = address;
        return Ok(());
    }
    let asked = new.cluster_ip.clone();
    let taken = match lenient::parse_address(&asked) {
        Some(read) => cx.pool.take_address(family, read.address),
        None => Err(AllocationError::NoSuchRange),
    };
    if let Err(error) = taken {
        return Err(cx.refuse(&[FieldError::invalid(
            "spec.clusterIP",
            FieldValue::Text(asked),
            error.text(),
        )
        .checked_by(requested_check(&error, "SVA-range"))]));
    }
    note_address(cx, "spec.clusterIP".to_owned(), family, &asked, true);
    Ok(())
}

/// Returns the family of the range that gives the address. Up to 1.18 the second range is used only if it is the IPv6
/// one, so on a cluster with IPv6 first a Service of family IPv4 gets an IPv6 address (kubernetes/kubernetes#89610).
fn single_range_family(cx: &Context<'_>, new: &ServiceSpec) -> IpFamily {
    let primary = cx.cluster.ranges.primary_family();
    let Some(secondary) = cx.cluster.ranges.secondary().filter(|_| cx.api.dual_stack) else {
        return primary;
    };
    let asked = new.ip_family.as_deref() == Some(secondary.family().as_str());
    if asked && (cx.api.family_must_be_configured || secondary.family() == IpFamily::IPv6) {
        secondary.family()
    } else {
        primary
    }
}

fn allocates_ports(cx: &Context<'_>, spec: &ServiceSpec) -> bool {
    spec.is_type(service_type::NODE_PORT)
        || (spec.is_type(service_type::LOAD_BALANCER)
            && (!cx.api.load_balancer_fields || spec.allocate_load_balancer_node_ports != Some(false)))
}

fn port_refused(cx: &Context<'_>, index: usize, port: i32, error: &AllocationError) -> Refusal {
    cx.refuse(&[FieldError::invalid(
        format!("spec.ports[{index}].nodePort"),
        FieldValue::Number(i64::from(port)),
        error.text(),
    )
    .checked_by(if *error == AllocationError::PortTaken {
        "SVC-port-taken"
    } else {
        "SVC-port-range"
    })])
}

fn no_free_port(error: &AllocationError) -> Refusal {
    Refusal::internal(format!("failed to allocate a nodePort: {}", error.text()))
}

fn set_node_port(spec: &mut ServiceSpec, index: usize, node_port: i32) {
    if let Some(port) = spec.ports.as_mut().and_then(|ports| ports.get_mut(index)) {
        port.node_port = node_port;
    }
}

fn note_port(cx: &mut Context<'_>, index: usize, node_port: i32, requested: bool) {
    let id = if requested {
        "service-step-node-port-reserved"
    } else {
        "service-step-node-port-allocated"
    };
    // A text, not a number: a port is never written with separators.
    step!(
        cx,
        Step::new(
            "SVC-node-port",
            Message::new(id).with("port", node_port.to_string()),
        )
        .on(format!("spec.ports[{index}].nodePort"))
        .sets(node_port),
    );
}

/// Allocates the node ports of a new Service. Ports with the same number and different protocols share one.
///
/// # Errors
/// Returns the refusal if a port is not available.
pub(super) fn init_node_ports(cx: &mut Context<'_>, new: &mut ServiceSpec) -> Result<(), Refusal> {
    if !new.uses_node_ports() {
        return Ok(());
    }
    let allocates = allocates_ports(cx, new);
    let mut shared: Vec<(i32, i32)> = Vec::new();
    for (i, port) in new.port_list().to_vec().iter().enumerate() {
        if port.node_port == 0 && !allocates {
            continue;
        }
        match shared
            .iter()
            .find(|(number, _)| *number == port.port)
            .map(|(_, node_port)| *node_port)
        {
            None => {
                let asked = new
                    .port_list()
                    .iter()
                    .find(|p| p.port == port.port && p.node_port != 0)
                    .map(|p| p.node_port);
                let node_port = match asked {
                    Some(asked) => {
                        cx.pool
                            .take_port(asked)
                            .map_err(|error| port_refused(cx, i, asked, &error))?;
                        asked
                    }
                    None => cx.pool.next_port().map_err(|error| no_free_port(&error))?,
                };
                note_port(cx, i, node_port, asked.is_some());
                set_node_port(new, i, node_port);
                shared.push((port.port, node_port));
            }
            Some(node_port) if port.node_port == 0 => set_node_port(new, i, node_port),
            Some(node_port) if port.node_port != node_port => {
                cx.pool
                    .take_port(port.node_port)
                    .map_err(|error| port_refused(cx, i, port.node_port, &error))?;
                note_port(cx, i, port.node_port, true);
            }
            Some(_) => {}
        }
    }
    Ok(())
}

/// Allocates the node ports of a changed Service. The ports it has are not allocated again.
///
/// # Errors
/// Returns the refusal if a port is not available.
pub(super) fn update_node_ports(
    cx: &mut Context<'_>,
    old: &ServiceSpec,
    new: &mut ServiceSpec,
) -> Result<(), Refusal> {
    if !new.uses_node_ports() {
        return Ok(());
    }
    let allocates = allocates_ports(cx, new);
    let had: Vec<i32> = old.node_ports().collect();
    let mut taken: Vec<i32> = Vec::new();
    let mut seen: Vec<(String, i32)> = Vec::new();
    for (i, port) in new.port_list().to_vec().iter().enumerate() {
        if port.node_port == 0 && !allocates {
            continue;
        }
        let node_port = if port.node_port == 0 {
            let node_port = cx.pool.next_port().map_err(|error| no_free_port(&error))?;
            note_port(cx, i, node_port, false);
            set_node_port(new, i, node_port);
            node_port
        } else {
            if !had.contains(&port.node_port) && !taken.contains(&port.node_port) {
                cx.pool
                    .take_port(port.node_port)
                    .map_err(|error| port_refused(cx, i, port.node_port, &error))?;
                note_port(cx, i, port.node_port, true);
                taken.push(port.node_port);
            }
            port.node_port
        };
        let entry = (port.protocol.clone(), node_port);
        if seen.contains(&entry) {
            return Err(Refusal::unknown(format!(
                "duplicate nodePort: {{{} {}}}",
                entry.0, entry.1
            )));
        }
        seen.push(entry);
    }
    Ok(())
}

/// Allocates the health check port of a Service that needs one and has none.
///
/// # Errors
/// Returns the refusal if the port is not available.
pub(super) fn init_health_check_port(cx: &mut Context<'_>, new: &mut ServiceSpec) -> Result<(), Refusal> {
    if !new.needs_health_check() {
        return Ok(());
    }
    let asked = new.health_check_node_port;
    if asked != 0 {
        return cx.pool.take_port(asked).map_err(|error| {
            Refusal::internal(format!(
                "failed to allocate requested HealthCheck NodePort {asked}: {}",
                error.text()
            ))
        });
    }
    let port = cx.pool.next_port().map_err(|error| {
        Refusal::internal(format!(
            "failed to allocate a HealthCheck NodePort 0: {}",
            error.text()
        ))
    })?;
    new.health_check_node_port = port;
    step!(
        cx,
        Step::new(
            "SVC-health-check",
            Message::new("service-step-health-check-port").with("port", port.to_string()),
        )
        .on("spec.healthCheckNodePort")
        .sets(port),
    );
    Ok(())
}

/// Allocates, keeps or releases the health check port on an update.
///
/// # Errors
/// Returns the refusal if the port is not available.
pub(super) fn update_health_check_port(
    cx: &mut Context<'_>,
    old: &ServiceSpec,
    new: &mut ServiceSpec,
) -> Result<(), Refusal> {
    let clears = cx.api.era != ServiceEra::AllocatedFirst;
    match (old.needs_health_check(), new.needs_health_check()) {
        (false, true) => init_health_check_port(cx, new),
        (true, false) if clears => {
            new.health_check_node_port = 0;
            Ok(())
        }
        (true, true) if clears && old.health_check_node_port != new.health_check_node_port => {
            Err(cx.refuse(&[FieldError::invalid(
                "spec.healthCheckNodePort",
                FieldValue::Number(i64::from(new.health_check_node_port)),
                "cannot change healthCheckNodePort on loadBalancer service with externalTraffic=Local during update",
            ).checked_by("SVB-12")]))
        }
        _ => Ok(()),
    }
}
