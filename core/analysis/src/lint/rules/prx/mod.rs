//! PRX: kube-proxy and node ports.

use serde_json::Value as Json;

use crate::diagnostic::{PatchOperation, Pointer};
use crate::document::{to_json, write};
use crate::lint::services::field_of;
use crate::lint::{LintContext, Object, Reporter, RuleMeta};

super::rules! {
    prx001_cluster_cidr_lacks_family,
    prx002_node_port_of_one_family,
    prx003_node_port_taken,
    prx004_node_port_addresses_of_one_family,
    prx005_node_port_outside_range,
    prx006_proxy_config_refused,
}

/// Reports each node port that the API server refuses by a check of that rule, and offers to let the server pick one.
fn offer_automatic_port(cx: &LintContext<'_>, out: &mut Reporter<'_>, meta: &'static RuleMeta) {
    for refused in cx.refused_for(meta) {
        let base = refused.service.location.pointer.clone();
        let path = field_of(refused.cause)
            .iter()
            .fold(base, |pointer, key| pointer.key(key));
        refused
            .report(out, cx)
            .fix("automatic", [], false, vec![PatchOperation::Remove { path }])
            .file();
    }
}

/// A configuration of kube-proxy: a separate object, or a text in the ConfigMap that kubeadm creates.
struct ProxyConfig<'a> {
    object: Object<'a>,
    fields: Json,
    embedded: bool,
}

const CONFIG_KEY: &str = "config.conf";

impl ProxyConfig<'_> {
    fn text(&self, key: &str) -> &str {
        self.fields.get(key).and_then(Json::as_str).unwrap_or_default()
    }

    fn list(&self, key: &str) -> Vec<&str> {
        let list = self.fields.get(key).and_then(Json::as_array);
        list.map(|list| list.iter().filter_map(Json::as_str).collect())
            .unwrap_or_default()
    }

    fn place(&self, key: &str) -> Pointer {
        if self.embedded {
            self.object.at(&["data", CONFIG_KEY])
        } else {
            self.object.at(&[key])
        }
    }

    fn set(&self, key: &str, value: Json) -> Vec<PatchOperation> {
        if !self.embedded {
            return self.object.set(&self.place(key), value);
        }
        let mut fields = self.fields.clone();
        if let Some(map) = fields.as_object_mut() {
            map.insert(key.to_owned(), value);
        }
        self.object.set(&self.place(key), write::to_yaml(&fields).into())
    }
}

/// Returns the configurations of kube-proxy in the file.
fn proxy_configs<'a>(cx: &LintContext<'a>) -> Vec<ProxyConfig<'a>> {
    let own = cx.objects(&["KubeProxyConfiguration"]).map(|object| ProxyConfig {
        fields: to_json(object.node),
        embedded: false,
        object,
    });
    let embedded = cx.config_maps("kube-proxy").filter_map(|object| {
        Some(ProxyConfig {
            fields: object.embedded(&["data", CONFIG_KEY])?,
            embedded: true,
            object,
        })
    });
    own.chain(embedded).collect()
}

/// Returns whether pods have addresses of both families.
fn is_dual(cx: &LintContext<'_>) -> bool {
    cx.plan.spec.pods().is_some_and(|pods| pods.is_dual_stack())
}
