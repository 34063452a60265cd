//! The targets: one file a target, one line of its group, and its texts in `locales/*/export/<group>.ftl`.

use super::{Exporter, Group};

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
pub(super) static GROUPS: &[(Group, &[&dyn Exporter])] = &[
    (Group::Installers, installers::TARGETS),
    (Group::Components, components::TARGETS),
    (Group::Plugins, plugins::TARGETS),
    (Group::Egress, egress::TARGETS),
    (Group::Balancers, balancers::TARGETS),
    (Group::Objects, objects::TARGETS),
    (Group::Policies, policies::TARGETS),
    (Group::Clouds, clouds::TARGETS),
    (Group::Tools, tools::TARGETS),
    (Group::Addresses, addresses::TARGETS),
    (Group::Documents, documents::TARGETS),
];

use targets;
