//! The targets: a file and a line of its group for each, and its texts in `locales/*/export/<group>.ftl`.

use super::{Exporter, TargetGroup};

/// Declares the modules of a group and its table of targets.
macro_rules! targets {
    ($($module:ident::$name:ident),* $(,)?) => {
        $(mod $module;)*
        /// The targets of this group, by name.
        pub(super) static TARGETS: &[&dyn $crate::export::Exporter] = &[$(&$module::$name),*];
    };
}

mod addresses;
mod balancers;
mod clouds;
mod components;
mod documents;
mod egress;
mod installers;
mod objects;
mod plugins;
mod policies;
mod tools;

/// The groups in the order in which lists show them.
pub(super) static GROUPS: &[(TargetGroup, &[&dyn Exporter])] = &[
    (TargetGroup::Installers, installers::TARGETS),
    (TargetGroup::Components, components::TARGETS),
    (TargetGroup::Plugins, plugins::TARGETS),
    (TargetGroup::Egress, egress::TARGETS),
    (TargetGroup::Balancers, balancers::TARGETS),
    (TargetGroup::Objects, objects::TARGETS),
    (TargetGroup::Policies, policies::TARGETS),
    (TargetGroup::Clouds, clouds::TARGETS),
    (TargetGroup::Tools, tools::TARGETS),
    (TargetGroup::Addresses, addresses::TARGETS),
    (TargetGroup::Documents, documents::TARGETS),
];

use targets;

pub(super) use tools::variable_of_clusters;
