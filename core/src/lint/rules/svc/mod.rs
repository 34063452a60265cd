//! SVC: Service policy, families, headless and ExternalName Services, immutability.

use crate::lint::LintContext;
use crate::net::IpFamily;

super::rules! {
    svc004_silently_single_stack::SilentlySingleStack,
    svc100_service_refused::ServiceRefused,
}

/// The families of the cluster when it is dual-stack.
fn dual_stack(cx: &LintContext<'_>) -> Option<(IpFamily, IpFamily)> {
    let services = cx.plan.spec.services()?;
    Some((services.primary_family(), services.secondary()?.family()))
}
