//! Installation of programs of the Linux distribution, on systems that allow it.

use crate::command::{Cmd, find_program};
use crate::error::{Result, fail};
use crate::progress;

/// Installs Debian packages. `what` is the subject of the error message.
///
/// # Errors
/// Fails if the system does not allow the installation.
pub(crate) fn install(packages: &str, what: &str) -> Result {
    let by_hand = format!("{what} is needed and was not found; Debian: {packages}");
    if find_program("apt-get").is_none() {
        return fail(by_hand);
    }
    let prefix = if is_root() {
        ""
    } else if Cmd::new("sudo").args("-n true").probe().is_some() {
        "sudo -n "
    } else {
        return fail(format!(
            "{by_hand} (not installed here: neither root nor sudo without a password)"
        ));
    };
    progress::say(&format!("installing {packages} with apt-get (once) …"));
    for step in [
        "apt-get update".to_owned(),
        format!("apt-get install -y {packages}"),
    ] {
        Cmd::new("sh")
            .arg("-c")
            .arg(format!("{prefix}env DEBIAN_FRONTEND=noninteractive {step}"))
            .run()?;
    }
    Ok(())
}

/// Returns whether the user is root, as in most containers.
pub(crate) fn is_root() -> bool {
    Cmd::new("id")
        .arg("-u")
        .probe()
        .is_some_and(|id| id.trim() == "0")
}
