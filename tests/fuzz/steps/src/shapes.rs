//! Inputs that can be made as large as one likes.

/// A shape of input, and how large it is at first.
pub struct Shape {
    pub target: &'static str,
    pub name: &'static str,
    pub units: usize,
    pub make: fn(usize) -> String,
}

const fn shape(target: &'static str, name: &'static str, units: usize, make: fn(usize) -> String) -> Shape {
    Shape {
        target,
        name,
        units,
        make,
    }
}

/// Every shape. A check's own work (it reads again what it has written) is counted with the engine's.
pub const SHAPES: &[Shape] = &[
    shape("read", "a flow list of ones", 500, |n| format!("[{}]", "1,".repeat(n))),
    shape("read", "a flat mapping", 250, |n| each(n, |i| format!("k{i}: v\n"))),
    shape("read", "documents of two lines", 100, |n| each(n, |i| format!("---\na: {i}\n"))),
    shape("read", "one long text", 5_000, |n| format!("a: {}\n", "x".repeat(n))),
    shape("read", "lines of a block scalar", 500, |n| format!("a: |\n{}", "  text\n".repeat(n))),
    shape("read", "comments", 500, |n| "# nothing\n".repeat(n)),
    shape("read", "open brackets", 200, |n| "[".repeat(n)),
    shape("read", "a mistake on every line", 200, |n| each(n, |i| format!("k{i}: \"\\q\"\n"))),
    shape("read", "aliases", 100, |n| format!("a: &a [1, 2]\nb:\n{}", "- *a\n".repeat(n))),
    shape("read", "keys twice", 100, |n| "a: 1\n".repeat(n)),
    shape("decode", "unknown fields", 200, |n| format!("{PLAN}{}", each(n, |i| format!("  odd{i}: 1\n")))),
    shape("decode", "reserved networks", 50, |n| reserved(n)),
    shape("analyze", "Services", 20, |n| format!("{PLAN}{}", each(n, service))),
    shape("analyze", "Services that are refused", 20, |n| {
        format!("{PLAN}{}", each(n, |i| service(i).replace("PreferDualStack", "Never")))
    }),
    shape("analyze", "Nodes", 20, |n| format!("{PLAN}{}", each(n, node))),
    shape("analyze", "reserved networks", 20, |n| reserved(n)),
    shape("analyze", "pod ranges", 20, |n| {
        let ranges = each(n, |i| format!("10.{}.{}.0/24, ", i / 256 % 256, i % 256));
        PLAN.replace("10.244.0.0/16", ranges.trim_end_matches(", "))
    }),
    shape("analyze", "other manifests", 50, |n| {
        format!("{PLAN}{}", each(n, |i| format!("---\napiVersion: v1\nkind: ConfigMap\nmetadata: {{name: c{i}}}\n")))
    }),
    shape("analyze", "feature gates", 50, |n| {
        format!("{PLAN}  featureGates: {{{}}}\n", each(n, |i| format!("Gate{i}: true, ")))
    }),
    shape("import", "command lines", 50, |n| "kube-proxy --cluster-cidr=10.244.0.0/16\n".repeat(n)),
    shape("import", "flags of one command", 50, |n| format!("kube-apiserver{}\n", each(n, |i| format!(" --flag{i}=x")))),
    shape("import", "Services of a list", 50, |n| {
        format!("apiVersion: v1\nkind: List\nitems:\n{}", each(n, |i| {
            format!("- {{apiVersion: v1, kind: Service, metadata: {{name: s{i}}}, spec: {{clusterIP: 10.96.{}.{}}}}}\n", i / 250 % 250, i % 250 + 1)
        }))
    }),
    shape("import", "lines that mean nothing", 200, |n| "worker_processes auto;\n".repeat(n)),
    shape("explain", "lines of a log", 100, |n| {
        "I0711 10:00:00.1 1 server.go:1] nothing to see in this line\n".repeat(n)
    }),
    shape("explain", "lines that are known", 20, |n| {
        each(n, |i| format!("E0711 1 run.go:74] \"command failed\" err=\"service IP family \\\"fd00:{i}::/112\\\" must match public address family \\\"192.168.1.11\\\"\"\n"))
    }),
    shape("explain", "one long line", 1_000, |n| "service IP family ".repeat(n / 18 + 1)),
    shape("paste", "a dump of Services", 20, |n| each(n, service)),
    shape("share_link", "a plan", 50, |n| reserved(n)),
];

const PLAN: &str = "\
apiVersion: dualstack-planner/v1
kind: ClusterPlan
metadata: {name: demo}
spec:
  kubernetesVersion: \"1.36\"
  podCIDRs: [10.244.0.0/16, \"fd00:10:244::/56\"]
  serviceCIDRs: [10.96.0.0/12, \"fd00:10:96::/108\"]
";

fn each(count: usize, part: impl Fn(usize) -> String) -> String {
    (0..count).map(part).collect()
}

fn service(index: usize) -> String {
    format!(
        "---\napiVersion: v1\nkind: Service\nmetadata: {{name: web-{index}}}\nspec: {{ipFamilyPolicy: PreferDualStack, \
         selector: {{app: web}}, ports: [{{port: 80}}]}}\n"
    )
}

fn node(index: usize) -> String {
    format!(
        "---\napiVersion: v1\nkind: Node\nmetadata: {{name: n{index}}}\nspec: {{podCIDRs: [10.244.{}.0/24, \
         \"fd00:10:244:{:x}::/64\"]}}\n",
        index % 256,
        index % 256
    )
}

fn reserved(count: usize) -> String {
    let networks = each(count, |i| format!("  - {{name: n{i}, cidr: 172.{}.{}.0/24}}\n", 16 + i / 256 % 16, i % 256));
    format!("{PLAN}  reserved:\n{networks}")
}
