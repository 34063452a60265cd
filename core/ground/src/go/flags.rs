//! Reading of command line flags, as Kubernetes components do it.

use serde::{Deserialize, Serialize};

use super::strconv::parse_bool;

/// One flag of a command line, without its dashes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "wasm", derive(tsify::Tsify))]
pub struct Flag {
    /// The name of the flag: `cluster-cidr`.
    pub name: String,
    /// The value of the flag; `true` for a switch given alone.
    pub value: String,
}

/// The flags of one process, in order. A name may occur several times: the last value counts, and maps such as
/// `feature-gates` are merged.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "wasm", derive(tsify::Tsify))]
#[serde(transparent)]
pub struct Flags(Vec<Flag>);

/// The switches among the known flags: the word behind a switch is not its value.
const SWITCHES: &[&str] = &[
    "allocate-node-cidrs",
    "cleanup",
    "configure-cloud-routes",
    "iptables-localhost-nodeports",
    "ipvs-strict-arp",
    "log-cadvisor-usage",
    "masquerade-all",
    "skip-phases",
    "upload-certs",
];

impl Flags {
    /// Creates an empty list of flags.
    pub fn new() -> Flags {
        Flags::default()
    }

    /// Reads arguments: `--name=value`, `--name value`, `--switch`. Other words are left out.
    ///
    /// ```
    /// use dualstack_ground::go::flags::Flags;
    /// let flags = Flags::from_args(["--cluster-cidr", "10.244.0.0/16", "--allocate_node_cidrs", "--v=2"]);
    /// assert_eq!(flags.get("cluster-cidr"), Some("10.244.0.0/16"));
    /// assert_eq!(flags.get("allocate-node-cidrs"), Some("true"));
    /// ```
    pub fn from_args<T: AsRef<str>>(args: impl IntoIterator<Item = T>) -> Flags {
        let mut flags = Flags::new();
        let mut args = args.into_iter().peekable();
        while let Some(arg) = args.next() {
            let Some(body) = arg.as_ref().strip_prefix("--").filter(|body| !body.is_empty()) else {
                continue;
            };
            if let Some((name, value)) = body.split_once('=') {
                flags.push(name, value);
            } else if SWITCHES.contains(&normalize(body).as_str()) {
                flags.push(body, "true");
            } else if let Some(value) = args.next_if(|next| !next.as_ref().starts_with('-')) {
                flags.push(body, value.as_ref());
            } else {
                flags.push(body, "true");
            }
        }
        flags
    }

    /// Adds a flag. Underscores in its name become dashes, as in the components.
    pub fn push(&mut self, name: &str, value: impl Into<String>) {
        self.0.push(Flag {
            name: normalize(name),
            value: value.into(),
        });
    }

    /// Returns the value in force, which is the last one. `None` if the flag is not given.
    pub fn get(&self, name: &str) -> Option<&str> {
        self.0
            .iter()
            .rev()
            .find(|flag| flag.name == name)
            .map(|flag| flag.value.as_str())
    }

    /// Returns every value given for the name, in order.
    pub fn all<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a str> {
        self.0
            .iter()
            .filter(move |flag| flag.name == name)
            .map(|flag| flag.value.as_str())
    }

    /// Returns the flags in order.
    pub fn iter(&self) -> impl Iterator<Item = &Flag> {
        self.0.iter()
    }

    /// Returns whether there are no flags.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Returns whether a switch is on. A value that cannot be read as a boolean counts as `default`.
    pub fn switch(&self, name: &str, default: bool) -> bool {
        self.get(name).and_then(parse_bool).unwrap_or(default)
    }
}

impl FromIterator<(String, String)> for Flags {
    fn from_iter<I: IntoIterator<Item = (String, String)>>(pairs: I) -> Flags {
        let mut flags = Flags::new();
        for (name, value) in pairs {
            flags.push(&name, value);
        }
        flags
    }
}

fn normalize(name: &str) -> String {
    name.replace('_', "-")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_last_value_counts() {
        let flags = Flags::from_args(["--node-ip=10.0.0.1", "--node-ip", "10.0.0.2"]);
        assert_eq!(flags.get("node-ip"), Some("10.0.0.2"));
        assert_eq!(flags.all("node-ip").collect::<Vec<_>>(), ["10.0.0.1", "10.0.0.2"]);
    }

    #[test]
    fn switches_do_not_eat_the_next_word() {
        let flags = Flags::from_args(["--allocate-node-cidrs", "word", "--cluster-cidr=a"]);
        assert!(flags.switch("allocate-node-cidrs", false));
        assert_eq!(flags.get("cluster-cidr"), Some("a"));
        assert!(Flags::from_args(["--", "-v", "x"]).is_empty());
    }
}
