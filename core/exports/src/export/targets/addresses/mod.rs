//! Lists of addresses for spreadsheets, address management and DNS.

mod shared;

super::targets!(
    csv::Csv,
    infoblox::Infoblox,
    netbox::Netbox,
    reverse_zones::ReverseZones
);
