//! Files that are as large as the reader takes: of one kind each, and of any size, so that work can be counted on two of
//! them.

use std::fmt::Write as _;

/// The plan that stands before the Services of a large file. Its ranges have room for 65,534 of them.
pub const PLAN: &str = "\
apiVersion: dualstack-planner/v1
kind: ClusterPlan
metadata: {name: large}
spec:
  kubernetesVersion: \"1.36\"
  podCIDRs: [10.244.0.0/16, \"fd6f:1b2c:3d4e::/56\"]
  serviceCIDRs: [10.96.0.0/16, \"fd6f:1b2c:3d4f::/112\"]
";

/// What the Services of a large file are like.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Services {
    /// The API server stores them, and no rule finds anything.
    Quiet,
    /// As people write them: without a word about families, so that a rule asks for one.
    Plain,
    /// The API server refuses them.
    Refused,
    /// A finding at each of them is ignored by an annotation.
    Ignored,
    /// The items of one List, as `kubectl get services -o yaml` prints them.
    Held,
}

impl Services {
    /// Every kind.
    pub const ALL: [Services; 5] = [
        Services::Quiet,
        Services::Plain,
        Services::Refused,
        Services::Ignored,
        Services::Held,
    ];

    /// Returns the kind of that name: `quiet`.
    pub fn named(name: &str) -> Option<Services> {
        Services::ALL
            .into_iter()
            .find(|kind| format!("{kind:?}").eq_ignore_ascii_case(name))
    }

    /// Returns a plan with that many Services beside it. There is room for 65,000.
    ///
    /// ```
    /// use dualstack_conformance::large_files::Services;
    /// let text = Services::Quiet.file(3);
    /// assert_eq!(text.matches("kind: Service\n").count(), 3);
    /// ```
    pub fn file(self, count: usize) -> String {
        let mut text = PLAN.to_owned();
        if self == Services::Held {
            text.push_str("---\napiVersion: v1\nkind: List\nitems:\n");
        }
        for index in 0..count {
            self.write(&mut text, index);
        }
        text
    }

    fn write(self, text: &mut String, index: usize) {
        // Writing to a string does not fail.
        let _ = match self {
            Services::Quiet => writeln!(
                text,
                "---\napiVersion: v1\nkind: Service\nmetadata: {{name: web-{index:05}}}\nspec: {{ipFamilyPolicy: \
                 PreferDualStack, selector: {{app: web}}, ports: [{{port: 80}}]}}"
            ),
            Services::Plain => writeln!(
                text,
                "---\napiVersion: v1\nkind: Service\nmetadata:\n  name: web-{index:05}\nspec:\n  selector: {{app: web}}\n  \
                 ports:\n  - port: 80"
            ),
            Services::Refused => writeln!(
                text,
                "---\napiVersion: v1\nkind: Service\nmetadata: {{name: web-{index:05}}}\nspec: {{ipFamilyPolicy: \
                 SingleStack, ipFamilies: [IPv4, IPv6], ports: [{{port: 80}}]}}"
            ),
            Services::Ignored => writeln!(
                text,
                "---\napiVersion: v1\nkind: Service\nmetadata:\n  name: web-{index:05}\n  annotations: \
                 {{dualstack-planner/ignore: \"SVC004 on purpose\"}}\nspec: {{selector: {{app: web}}, ports: [{{port: 80}}]}}"
            ),
            Services::Held => {
                let (high, low) = (1 + (index + 10) / 250, 1 + (index + 10) % 250);
                let address = index + 0x200;
                writeln!(
                    text,
                    "- apiVersion: v1\n  kind: Service\n  metadata:\n    name: web-{index:05}\n    namespace: default\n    \
                     uid: 00000000-0000-0000-0000-{index:012}\n  spec:\n    clusterIP: 10.96.{high}.{low}\n    clusterIPs: \
                     [10.96.{high}.{low}, \"fd6f:1b2c:3d4f::{address:x}\"]\n    ipFamilies: [IPv4, IPv6]\n    \
                     ipFamilyPolicy: PreferDualStack\n    ports: [{{port: 80, protocol: TCP, targetPort: 80}}]\n    \
                     selector: {{app: web}}\n    sessionAffinity: None\n    type: ClusterIP\n  status: {{loadBalancer: {{}}}}"
                )
            }
        };
    }
}

/// A text of some kind that takes as much of the reader as its size allows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Odd {
    /// A flow list of ones: `[1,1,…]`.
    Ones,
    /// One mapping with many keys.
    Flat,
    /// Documents of two lines.
    Documents,
    /// One string.
    String,
    /// Lists in lists.
    Nested,
    /// Aliases of one anchor.
    Aliases,
    /// Comments alone.
    Comments,
    /// One key again and again.
    Twice,
    /// A plan with Service ranges, and nothing else.
    Ranges,
}

impl Odd {
    /// Every kind.
    pub const ALL: [Odd; 9] = [
        Odd::Ones,
        Odd::Flat,
        Odd::Documents,
        Odd::String,
        Odd::Nested,
        Odd::Aliases,
        Odd::Comments,
        Odd::Twice,
        Odd::Ranges,
    ];

    /// Returns the kind of that name: `ones`.
    pub fn named(name: &str) -> Option<Odd> {
        Odd::ALL
            .into_iter()
            .find(|kind| format!("{kind:?}").eq_ignore_ascii_case(name))
    }

    /// Returns a text of that many bytes at most, and of nearly as many.
    ///
    /// ```
    /// use dualstack_conformance::large_files::Odd;
    /// assert_eq!(Odd::Ones.text(9), "[1,1,1,1]");
    /// assert!(Odd::ALL.iter().all(|kind| (9_900..=10_000).contains(&kind.text(10_000).len())));
    /// ```
    pub fn text(self, size: usize) -> String {
        match self {
            Odd::Ones => {
                let ones = vec!["1"; size.saturating_sub(1) / 2];
                format!("[{}]", ones.join(","))
            }
            Odd::Flat => numbered(size, "", |index| format!("k{index}: 1\n")),
            Odd::Documents => numbered(size, "", |_| "a: 1\n---\n".to_owned()),
            Odd::String => format!("a: {}", "x".repeat(size.saturating_sub(3))),
            Odd::Nested => "[".repeat(size),
            Odd::Aliases => numbered(size, "a: &a [1, 2, 3]\nb:\n", |_| "- *a\n".to_owned()),
            Odd::Comments => numbered(size, "", |_| "# nothing\n".to_owned()),
            Odd::Twice => numbered(size, "", |_| "a: 1\n".to_owned()),
            Odd::Ranges => {
                let plan = PLAN.replace(
                    "  serviceCIDRs: [10.96.0.0/16, \"fd6f:1b2c:3d4f::/112\"]\n",
                    "  serviceCIDRs:\n",
                );
                numbered(size, &plan, |index| {
                    format!("  - \"fd00:{:x}:{:x}::/112\"\n", index >> 16, index & 0xffff)
                })
            }
        }
    }
}

/// Returns a text of a beginning and as many parts as there is room for.
fn numbered(size: usize, beginning: &str, part: impl Fn(usize) -> String) -> String {
    let mut text = beginning.to_owned();
    for index in 0.. {
        let next = part(index);
        if text.len() + next.len() > size {
            break;
        }
        text.push_str(&next);
    }
    text
}
