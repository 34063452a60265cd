//! Kamaji's TenantControlPlane.
//!
//! The defaults are those of `api/v1alpha1/tenantcontrolplane_types.go` of Kamaji.

use crate::found::{Field, Found, Strength};
use crate::items::Item;
use crate::kinds::shared::{endpoint, facts};
use crate::kinds::starting::Setting;
use crate::kinds::{Kind, nothing_embedded};

const ID: &str = "kamaji";

pub(in crate::kinds) const KIND: Kind = Kind {
    id: ID,
    recognises: |item| {
        item.object()
            .is_some_and(|object| object.is("kamaji.clastix.io/", "TenantControlPlane"))
    },
    embedded: nothing_embedded,
    read,
};

fn read(items: &[Item], found: &mut Found) {
    for object in items.iter().filter_map(Item::object) {
        let root = object.root(ID);
        facts(
            &root,
            &[
                ("metadata/name", Field::Name),
                ("spec/kubernetes/version", Field::KubernetesVersion),
            ],
            Strength::Configured,
            found,
        );
        let network = root.path("spec/networkProfile");
        Setting::of(&network.get("podCidr"), &["10.244.0.0/16"]).fact(Field::PodCidrs, found);
        Setting::of(&network.get("serviceCidr"), &["10.96.0.0/16"]).fact(Field::ServiceCidrs, found);
        endpoint(&network.get("address"), network.get("port").text(), found);
    }
}
