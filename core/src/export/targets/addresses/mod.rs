//! Lists of addresses for spreadsheets, address management and DNS.

super::targets!();
