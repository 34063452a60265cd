//! The floors inside each crate: a module imports what stands before it in the table of its room, and nothing else. That
//! no crate imports one above it is held by the compiler.

#![allow(clippy::unwrap_used, reason = "helpers of tests")]

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

/// A room: its folder below `core`, its path in the crate, and its modules from the lowest on, each with what it may import
/// of the room. `mod` is the file of the room itself.
struct Room {
    folder: &'static str,
    path: &'static str,
    modules: &'static [(&'static str, &'static [&'static str])],
}

const ROOMS: &[Room] = &[
    Room {
        folder: "cidr/src",
        path: "crate",
        modules: &[
            ("digits", &[]),
            ("bits", &["digits"]),
            ("read", &["bits", "digits"]),
            ("net", &["bits", "digits", "read"]),
            ("range", &["bits", "net"]),
            ("network", &["digits", "net", "read"]),
            ("text", &["digits", "network", "read"]),
            ("order", &["bits", "net"]),
            ("forms", &["net"]),
            ("registry", &["net", "network"]),
            ("sets", &["bits", "net", "order", "range"]),
            ("nesting", &["bits", "net", "order"]),
            ("packing", &["bits", "net", "range", "sets"]),
        ],
    },
    Room {
        folder: "ground/src",
        path: "crate",
        modules: &[
            ("order", &[]),
            ("net", &["order"]),
            ("hash", &[]),
            ("lines", &[]),
            ("named", &[]),
            ("go", &["net"]),
            ("i18n", &["named", "net"]),
            ("diagnostic", &["i18n"]),
            ("document", &["diagnostic", "i18n", "order"]),
        ],
    },
    Room {
        folder: "ground/src/net",
        path: "crate::net",
        modules: &[
            ("count", &[]),
            ("family", &[]),
            ("cidr", &["count", "family"]),
            ("allocated", &["cidr", "family"]),
            ("dual", &["cidr", "family"]),
            ("lenient", &["cidr", "family"]),
            ("lists", &["cidr", "family"]),
            ("range_set", &["cidr", "count", "family"]),
            ("special", &["cidr", "family"]),
        ],
    },
    Room {
        folder: "ground/src/go",
        path: "crate::go",
        modules: &[
            ("net", &[]),
            ("quote", &[]),
            ("field_error", &["quote"]),
            ("strconv", &["quote"]),
            ("flags", &["strconv"]),
        ],
    },
    Room {
        folder: "ground/src/document",
        path: "crate::document",
        modules: &[
            ("codes", &[]),
            ("normalise", &[]),
            ("scalar", &[]),
            ("write", &[]),
            ("mod", &["scalar"]),
            ("nearest", &["normalise"]),
            ("json", &["mod", "scalar"]),
            ("source", &["mod"]),
            ("decode", &["codes", "json", "mod", "nearest", "normalise"]),
            ("read", &["codes", "mod", "scalar", "source"]),
            ("patch", &["codes", "json", "mod", "read", "source", "write"]),
            ("object", &["json", "mod", "patch", "read"]),
            ("typed", &[]),
        ],
    },
    Room {
        folder: "kubernetes/src",
        path: "crate",
        modules: &[
            ("catalog", &[]),
            ("kubernetes", &[]),
            ("clusterip", &["kubernetes"]),
            ("nodeipam", &["kubernetes"]),
            ("request", &["catalog", "kubernetes"]),
            ("admission", &["catalog", "kubernetes", "request"]),
            ("components", &["catalog", "kubernetes", "nodeipam", "request"]),
            (
                "needs",
                &[
                    "catalog",
                    "clusterip",
                    "components",
                    "kubernetes",
                    "nodeipam",
                    "request",
                ],
            ),
        ],
    },
    Room {
        folder: "kubernetes/src/kubernetes",
        path: "crate::kubernetes",
        modules: &[
            ("version", &[]),
            ("timeline", &["version"]),
            ("window", &["version"]),
            ("tools", &["version", "window"]),
            ("apiserver", &["timeline", "version"]),
            ("clouds", &["timeline"]),
            ("config_fields", &["version"]),
            ("gates", &["timeline", "version"]),
            ("installers", &["timeline", "version"]),
            ("defects", &["timeline", "version"]),
            ("kube_proxy", &["timeline", "version"]),
            ("kubeadm", &["timeline", "version"]),
            ("kubectl", &["timeline", "version", "window"]),
            ("kubelet", &["timeline", "version"]),
            ("metadata", &["timeline", "version"]),
            ("warnings", &["timeline", "version"]),
            ("node_ipam", &["timeline", "version"]),
            ("policies", &["timeline", "version"]),
            ("cluster_ip", &["node_ipam", "timeline", "version"]),
            ("skew", &["timeline", "version"]),
            ("service_cidr", &["timeline", "version"]),
            (
                "service_api",
                &[
                    "cluster_ip",
                    "gates",
                    "metadata",
                    "timeline",
                    "version",
                    "warnings",
                ],
            ),
            (
                "facts",
                &[
                    "apiserver",
                    "gates",
                    "kube_proxy",
                    "kubeadm",
                    "kubelet",
                    "node_ipam",
                    "service_api",
                    "timeline",
                    "version",
                    "warnings",
                ],
            ),
            ("docs", &["defects", "facts", "timeline", "version"]),
            (
                "profile",
                &[
                    "apiserver",
                    "cluster_ip",
                    "facts",
                    "gates",
                    "installers",
                    "kube_proxy",
                    "kubeadm",
                    "kubelet",
                    "node_ipam",
                    "service_api",
                    "timeline",
                    "version",
                ],
            ),
        ],
    },
    Room {
        folder: "kubernetes/src/request",
        path: "crate::request",
        modules: &[
            ("endpoint", &[]),
            ("mod", &["endpoint"]),
            ("ranges", &[]),
            ("decode", &["mod", "ranges"]),
        ],
    },
    Room {
        folder: "kubernetes/src/nodeipam",
        path: "crate::nodeipam",
        modules: &[
            ("blocks", &[]),
            ("flags", &[]),
            ("index_set", &[]),
            ("cidr_set", &["index_set"]),
            ("config", &["blocks"]),
            ("start", &["cidr_set", "config", "flags"]),
            ("controller", &["cidr_set", "config", "start"]),
            ("simulate", &["config", "controller", "flags", "start"]),
        ],
    },
    Room {
        folder: "kubernetes/src/admission",
        path: "crate::admission",
        modules: &[
            ("names", &[]),
            ("metadata", &[]),
            ("service", &["metadata"]),
            ("trace", &[]),
            ("occupancy", &["service"]),
            ("outcome", &["service", "trace"]),
            ("cluster", &["occupancy"]),
            ("allocate", &["cluster"]),
            (
                "context",
                &["allocate", "cluster", "metadata", "outcome", "service", "trace"],
            ),
            ("defaults", &["context", "service"]),
            ("normalize", &["context", "service", "trace"]),
            ("validate", &["context", "metadata", "names", "service"]),
            ("warnings", &["context", "service"]),
            ("convert", &["defaults", "service", "trace"]),
            (
                "families",
                &["context", "normalize", "outcome", "service", "trace", "validate"],
            ),
            ("update", &["context", "service", "validate"]),
            (
                "addresses",
                &["allocate", "context", "families", "outcome", "service", "trace"],
            ),
            (
                "eras",
                &[
                    "addresses",
                    "cluster",
                    "context",
                    "defaults",
                    "families",
                    "normalize",
                    "outcome",
                    "service",
                    "trace",
                    "update",
                    "validate",
                ],
            ),
            (
                "request",
                &[
                    "cluster", "context", "defaults", "eras", "metadata", "names", "outcome", "service",
                    "trace",
                ],
            ),
            ("mod", &["context", "request", "trace", "warnings"]),
            ("strict", &["outcome"]),
            ("service_cidr", &["names", "outcome"]),
            (
                "held",
                &[
                    "cluster", "eras", "metadata", "mod", "outcome", "service", "trace",
                ],
            ),
            ("aspects", &["cluster", "eras", "held", "mod", "service", "trace"]),
            (
                "simulator",
                &[
                    "cluster",
                    "defaults",
                    "eras",
                    "metadata",
                    "mod",
                    "occupancy",
                    "outcome",
                    "request",
                    "service",
                    "service_cidr",
                ],
            ),
        ],
    },
    Room {
        folder: "kubernetes/src/components",
        path: "crate::components",
        modules: &[
            ("check", &[]),
            ("given", &[]),
            ("gates", &["check"]),
            ("kubeadm", &["check", "given"]),
            ("prerequisites", &["given"]),
            ("apiserver", &["check", "gates", "given"]),
            ("controller_manager", &["check", "gates", "given"]),
            ("kube_proxy", &["check", "gates", "given"]),
            ("kubelet", &["check", "gates", "given"]),
            (
                "registry",
                &[
                    "apiserver",
                    "check",
                    "controller_manager",
                    "gates",
                    "given",
                    "kube_proxy",
                    "kubeadm",
                    "kubelet",
                ],
            ),
            ("compare", &["registry"]),
            ("start", &["check", "given", "kubeadm", "registry"]),
            ("running", &["start"]),
            ("words", &[]),
        ],
    },
    Room {
        folder: "plan/src",
        path: "crate",
        modules: &[
            ("apply", &[]),
            ("plan", &[]),
            ("manifest", &[]),
            ("cluster", &[]),
            ("surroundings", &["cluster"]),
            (
                "services",
                &["apply", "cluster", "manifest", "plan", "surroundings"],
            ),
        ],
    },
    Room {
        folder: "plan/src/plan",
        path: "crate::plan",
        modules: &[
            ("capacity", &[]),
            ("declared", &[]),
            ("map", &["declared"]),
            ("mod", &["capacity", "declared", "map"]),
            ("suggest", &["declared", "map"]),
            ("nodes", &["mod"]),
            ("sizes", &["suggest"]),
        ],
    },
    Room {
        folder: "sources/src",
        path: "crate",
        modules: &[
            ("found", &[]),
            ("items", &["found"]),
            ("text", &["found", "items"]),
            ("kinds", &["found", "items", "text"]),
            ("import", &["found", "items", "kinds", "text"]),
        ],
    },
    Room {
        folder: "analysis/src",
        path: "crate",
        modules: &[
            ("groups", &[]),
            ("lint", &[]),
            ("analyze", &["lint"]),
            ("file_conversion", &["lint"]),
            ("explain", &["analyze", "lint"]),
            ("mend", &["analyze", "groups"]),
            ("report", &["analyze", "lint"]),
            ("whose", &["analyze"]),
        ],
    },
    Room {
        folder: "analysis/src/explain",
        path: "crate::explain",
        modules: &[
            ("frames", &[]),
            ("pattern", &["frames"]),
            ("guard", &["pattern"]),
            ("known", &["guard", "pattern"]),
            ("nearest", &["known"]),
            ("ranking", &["pattern"]),
            ("mod", &["frames", "known", "nearest", "pattern", "ranking"]),
        ],
    },
    Room {
        folder: "analysis/src/lint",
        path: "crate::lint",
        modules: &[
            ("checklist", &[]),
            ("meta", &[]),
            ("mod", &[]),
            ("context", &["meta"]),
            ("objects", &["context"]),
            ("plugins", &["context"]),
            ("rule", &["context", "meta"]),
            ("services", &["context", "meta"]),
            (
                "rules",
                &["context", "meta", "mod", "plugins", "rule", "services"],
            ),
            ("registry", &["rule", "rules"]),
            ("config", &["context", "registry"]),
            ("example", &["meta", "rule"]),
            ("docs", &["example", "meta", "registry", "rule"]),
            ("run", &["config", "context", "meta", "registry"]),
        ],
    },
    Room {
        folder: "analysis/src/report",
        path: "crate::report",
        modules: &[
            ("checked", &[]),
            ("markdown", &[]),
            ("width", &[]),
            ("github", &["checked"]),
            ("json", &["checked"]),
            ("junit", &["checked"]),
            ("sarif", &["checked"]),
            ("text", &["checked", "width"]),
            ("mod", &["github", "json", "junit", "sarif", "text"]),
        ],
    },
    Room {
        folder: "change/src",
        path: "crate",
        modules: &[
            ("edit", &[]),
            ("page", &[]),
            ("pools", &[]),
            ("radius", &[]),
            ("side", &["edit"]),
            ("running", &["side"]),
            ("diff", &["page", "pools", "radius", "running", "side"]),
            ("growth", &["diff", "edit", "page", "radius", "running", "side"]),
            (
                "migrate",
                &["diff", "edit", "page", "pools", "radius", "running", "side"],
            ),
        ],
    },
    Room {
        folder: "fleet/src",
        path: "crate",
        modules: &[
            ("codes", &[]),
            ("file", &[]),
            ("decode", &["codes", "file"]),
            ("need", &["file"]),
            ("pool", &["need"]),
            ("lock", &["codes", "file"]),
            ("place", &["file", "lock", "need", "pool"]),
            ("existing", &["codes", "file", "lock"]),
            ("files", &["decode", "file", "lock"]),
            ("found", &["file", "lock"]),
            ("verify", &["codes", "file", "lock", "place"]),
            (
                "fleet",
                &[
                    "codes", "decode", "existing", "file", "files", "found", "lock", "need", "place",
                    "verify",
                ],
            ),
            ("plans", &["file", "found", "need"]),
            ("text", &["found"]),
            ("exports", &["found", "plans", "text"]),
        ],
    },
    Room {
        folder: "drawing/src",
        path: "crate",
        modules: &[
            ("scene", &[]),
            ("fleet_map", &[]),
            ("svg", &["fleet_map", "scene"]),
        ],
    },
    Room {
        folder: "drawing/src/scene",
        path: "crate::scene",
        modules: &[
            ("shapes", &[]),
            ("numbers", &["shapes"]),
            ("areas", &["shapes"]),
            ("places", &["numbers"]),
            ("strips", &["numbers", "places", "shapes"]),
            ("layers", &["shapes"]),
            ("parts", &["layers", "numbers", "places", "shapes"]),
            ("findings", &["shapes"]),
            ("words", &["shapes"]),
            ("rows", &["shapes"]),
            (
                "mod",
                &["findings", "layers", "parts", "places", "rows", "strips", "words"],
            ),
        ],
    },
    Room {
        folder: "drawing/src/fleet_map",
        path: "crate::fleet_map",
        modules: &[
            ("shapes", &[]),
            ("index", &["shapes"]),
            ("view", &["index", "shapes"]),
            ("mod", &["index", "shapes", "view"]),
        ],
    },
    Room {
        folder: "drawing/src/svg",
        path: "crate::svg",
        modules: &[
            ("ink", &[]),
            ("text", &[]),
            ("canvas", &["ink", "text"]),
            ("picture", &["canvas", "ink", "text"]),
            ("textures", &["canvas", "ink"]),
            ("strip", &["canvas", "ink", "text", "textures"]),
            ("grid", &["canvas", "ink", "text", "textures"]),
            ("legend", &["canvas", "ink", "text", "textures"]),
            ("layout", &["canvas", "grid", "ink", "strip", "text"]),
            ("fleet", &["canvas", "ink", "layout", "picture", "text"]),
            ("mod", &["fleet", "layout", "legend", "picture"]),
        ],
    },
    Room {
        folder: "src/render",
        path: "crate::render",
        modules: &[
            ("style", &[]),
            ("tree", &[]),
            ("picture", &["tree"]),
            ("inline", &["tree"]),
            ("findings", &["inline", "tree"]),
            ("tables", &["inline", "tree"]),
            ("mod", &["findings", "inline", "picture", "tables", "tree"]),
        ],
    },
    Room {
        folder: "exports/src/export",
        path: "crate::export",
        modules: &[
            ("checksum", &[]),
            ("findings", &[]),
            ("group", &[]),
            ("names", &[]),
            ("file_set", &["names"]),
            ("text", &[]),
            ("tree", &[]),
            ("context", &["checksum", "findings", "names", "text"]),
            ("forecasts", &["context", "findings"]),
            ("ranges", &["context", "findings"]),
            ("target", &["context", "file_set", "group"]),
            ("mod", &["findings", "target"]),
            (
                "targets",
                &[
                    "context",
                    "file_set",
                    "findings",
                    "forecasts",
                    "group",
                    "mod",
                    "ranges",
                    "target",
                    "text",
                    "tree",
                ],
            ),
            ("registry", &["group", "target", "targets"]),
            (
                "run",
                &["context", "file_set", "findings", "group", "registry", "target"],
            ),
            (
                "joined",
                &["context", "file_set", "findings", "names", "run", "targets"],
            ),
            ("docs", &["context", "group", "run", "target", "targets"]),
            ("verify", &["context", "run"]),
        ],
    },
];

/// A source text without comments and without its unit tests.
fn code(text: &str) -> String {
    let tests = text.match_indices("#[cfg(test)]\n").find(|(at, _)| {
        let item = text[*at..].lines().find(|line| !line.starts_with("#["));
        item.is_some_and(|item| item.contains("mod ") && item.ends_with('{'))
    });
    let end = tests.map_or(text.len(), |(at, _)| at);
    let lines = text[..end]
        .lines()
        .filter(|line| !line.trim_start().starts_with("//"));
    lines.collect::<Vec<_>>().join("\n")
}

fn is_word(c: char) -> bool {
    c.is_ascii_alphanumeric() || c == '_'
}

fn word(text: &str) -> &str {
    let text = text.trim_start();
    &text[..text.find(|c| !is_word(c)).unwrap_or(text.len())]
}

/// The names behind a `::`: one, or those of a list in braces.
fn names(behind: &str) -> Vec<&str> {
    let Some(list) = behind.strip_prefix('{') else {
        return vec![word(behind)];
    };
    let mut depth = 0;
    let mut start = 0;
    let mut found = Vec::new();
    for (at, c) in list.char_indices() {
        match c {
            '{' => depth += 1,
            '}' if depth > 0 => depth -= 1,
            ',' | '}' if depth == 0 => {
                found.push(word(&list[start..at]));
                start = at + 1;
                if c == '}' {
                    break;
                }
            }
            _ => {}
        }
    }
    found.retain(|name| !name.is_empty());
    found
}

/// The names that stand behind a path wherever it begins in the text.
fn behind<'t>(text: &'t str, path: &str) -> Vec<&'t str> {
    let begins = |at: usize| !text[..at].ends_with(|c: char| is_word(c) || c == ':');
    text.match_indices(path)
        .filter(|(at, _)| begins(*at))
        .flat_map(|(at, _)| names(&text[at + path.len()..]))
        .collect()
}

struct Sources {
    /// The file of the room, and how deep its modules stand below it; then those of each module.
    own: String,
    modules: BTreeMap<String, Vec<(usize, String)>>,
}

fn rust_files(folder: &Path, depth: usize, found: &mut Vec<(usize, PathBuf)>) {
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let stem = path.file_stem().unwrap().to_str().unwrap();
        if matches!(stem, "tests" | "for_tests") {
            continue;
        }
        if path.is_dir() {
            rust_files(&path, depth + 1, found);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            found.push((depth - usize::from(stem == "mod"), path));
        }
    }
}

impl Sources {
    fn read(room: &Room) -> Sources {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR"))
            .join("../core")
            .join(room.folder);
        let own = ["mod.rs", "lib.rs"].map(|name| folder.join(name));
        let own = own.into_iter().find(|path| path.exists()).unwrap();
        let mut files = Vec::new();
        rust_files(&folder, 1, &mut files);
        let mut modules: BTreeMap<String, Vec<(usize, String)>> = BTreeMap::new();
        for (depth, path) in files.iter().filter(|(_, path)| *path != own) {
            let below = path.strip_prefix(&folder).unwrap();
            let first = below.components().next().unwrap().as_os_str().to_str().unwrap();
            let text = code(&std::fs::read_to_string(path).unwrap());
            let module = modules
                .entry(first.trim_end_matches(".rs").to_owned())
                .or_default();
            module.push((*depth, text));
        }
        let own = code(&std::fs::read_to_string(own).unwrap());
        Sources { own, modules }
    }

    /// The module that each name comes from which the file of the room takes out of a module.
    fn sources_of_names(&self) -> BTreeMap<&str, &str> {
        let mut sources = BTreeMap::new();
        for statement in self.own.split(';') {
            let Some(at) = statement.find("use ") else {
                continue;
            };
            let path = &statement[at + 4..];
            let module = word(path);
            if !self.modules.contains_key(module) {
                continue;
            }
            let last = path.rfind("::").unwrap_or(0);
            let list = path.find("::{").unwrap_or(last);
            for name in names(&path[list + 2..]) {
                sources.insert(name, module);
            }
            if let Some((_, name)) = path.split_once(" as ") {
                sources.insert(word(name), module);
            }
        }
        sources
    }

    /// What each module imports of the room.
    fn imports(&self, path: &str) -> BTreeMap<&str, BTreeSet<&str>> {
        let sources = self.sources_of_names();
        let mut imports: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
        for (module, files) in &self.modules {
            let of = imports.entry(module).or_default();
            for (depth, text) in files {
                let mut found = behind(text, &format!("{path}::"));
                let up = "super::".repeat(*depth);
                // A path with one `super` more leads out of the room.
                found.extend(behind(text, &up).into_iter().filter(|name| *name != "super"));
                for name in found {
                    let known = self.modules.get_key_value(name).map(|(known, _)| known.as_str());
                    match known.or(sources.get(name).copied()) {
                        Some(module) => of.insert(module),
                        // What else a crate has below its root are the rooms of the crates below.
                        None if path == "crate" => false,
                        None => of.insert("mod"),
                    };
                }
            }
            of.remove(module.as_str());
        }
        // What the file of the room says of its modules; names it only hands on are no imports.
        let own: String = self
            .own
            .split_inclusive(';')
            .filter(|statement| !statement.contains("pub use ") && !statement.contains("mod "))
            .collect();
        let called = |module: &&String| !behind(&own, &format!("{module}::")).is_empty();
        let called = self.modules.keys().filter(called).map(String::as_str).collect();
        imports.insert("mod", called);
        imports
    }
}

#[test]
fn no_module_imports_one_above_it() {
    let mut faults = Vec::new();
    for room in ROOMS {
        let sources = Sources::read(room);
        let imports = sources.imports(room.path);
        let mut below: BTreeSet<&str> = BTreeSet::new();
        for (module, allowed) in room.modules {
            let place = format!("core/{}, {module}", room.folder);
            for up in allowed.iter().filter(|name| !below.contains(*name)) {
                faults.push(format!("{place}: the table has {up} above it"));
            }
            below.insert(module);
            let Some(found) = imports.get(module) else {
                faults.push(format!("{place}: there is no such module"));
                continue;
            };
            let allowed: BTreeSet<&str> = allowed.iter().copied().collect();
            for name in found.difference(&allowed) {
                faults.push(format!("{place} imports {name}"));
            }
        }
        for module in imports.keys().filter(|name| !below.contains(*name)) {
            if *module != "mod" || !imports["mod"].is_empty() {
                faults.push(format!("core/{}, {module} is not in the table", room.folder));
            }
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn imports_are_seen() {
    let text = code(
        "use super::{check::{Effect, Sink}, gates};\n// super::registry\nlet a = super::given::joined(x);\n",
    );
    assert_eq!(behind(&text, "super::"), ["check", "gates", "given"]);
    let text =
        code("use crate::lint::{self, Rule};\n#[cfg(test)]\nmod tests {\n    use crate::lint::run;\n}\n");
    assert_eq!(behind(&text, "crate::lint::"), ["self", "Rule"]);
    assert_eq!(behind("use super::super::Reader;", "super::"), ["super"]);
    let sources = Sources {
        own: "mod a;\nmod b;\npub use a::One;\nuse b::{Two, Three};\n".to_owned(),
        modules: BTreeMap::from([
            ("a".to_owned(), vec![(1, "use super::Two;".to_owned())]),
            (
                "b".to_owned(),
                vec![(1, "use crate::room::{One, four};".to_owned())],
            ),
        ]),
    };
    let imports = sources.imports("crate::room");
    assert_eq!(imports["a"], BTreeSet::from(["b"]));
    assert_eq!(imports["b"], BTreeSet::from(["a", "mod"]));
}
