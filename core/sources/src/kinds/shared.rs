//! What kinds share that read fields of objects: facts by their paths, sums of node counts, the address of the API servers.

use crate::found::{Field, Found, Origin, Strength};
use crate::items::At;
use crate::request::join_host_port;

/// Adds the values at some paths of an object. A list, or a text with commas, is the values of a field that is a list.
pub(super) fn facts(root: &At<'_>, fields: &[(&str, Field)], strength: Strength, found: &mut Found) {
    for (path, field) in fields {
        let value = root.path(path);
        found.fact(*field, value.list(), strength, value.origin());
    }
}

/// Adds the sum of the sizes of groups of nodes, at the place of the first. What is no number is left out.
pub(super) fn node_count<'a>(sizes: impl IntoIterator<Item = At<'a>>, strength: Strength, found: &mut Found) {
    let mut count = 0u32;
    let mut place: Option<Origin> = None;
    for size in sizes {
        if let Some(number) = size.text().and_then(|text| text.parse::<u32>().ok()) {
            count = count.saturating_add(number);
            found.summed.push(size.origin());
            place.get_or_insert_with(|| size.origin());
        }
    }
    if let Some(origin) = place {
        found.fact(Field::NodeCount, [count.to_string()], strength, origin);
    }
}

/// Adds the address under which nodes reach the API servers, at port 6443 where no other is given.
pub(super) fn endpoint(host: &At<'_>, port: Option<&str>, found: &mut Found) {
    let text = host.text().filter(|text| !text.is_empty());
    found.fact(
        Field::ControlPlaneEndpoint,
        text.map(|host| join_host_port(host, port.unwrap_or("6443"))),
        Strength::Configured,
        host.origin(),
    );
}
