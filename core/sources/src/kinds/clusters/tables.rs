//! The tables that `kubectl get` and `calicoctl get` print, and lists of node blocks by `-o jsonpath`.

use serde_json::{Value as Json, json};

use super::node::with_blocks;
use crate::found::{Beside, Field, Found, Strength};
use crate::items::{Item, Lines};
use crate::kinds::{Kind, nothing_embedded};
use crate::net::Cidr;
use crate::request::is_subdomain;

const ID: &str = "table";

pub(in crate::kinds) const KIND: Kind = Kind {
    id: ID,
    recognises: |item| {
        item.lines()
            .is_some_and(|lines| !tables(lines).is_empty() || blocks(lines).next().is_some())
    },
    embedded: nothing_embedded,
    read,
};

/// What a table is about.
#[derive(Clone, Copy, PartialEq)]
enum About {
    Nodes,
    NodeBlocks,
    Services,
    ServiceCidrs,
    IpAddresses,
    IpPools,
}

/// The columns by which a table is known: one of each list has to be there.
const ABOUT: &[(About, &[&[&str]])] = &[
    (
        About::Services,
        &[&["NAME"], &["TYPE"], &["CLUSTER-IP"], &["PORT(S)"]],
    ),
    (About::NodeBlocks, &[&["NAME", "NODE"], BLOCKS]),
    (About::Nodes, &[&["NAME"], &["STATUS"], &["ROLES"], &["VERSION"]]),
    (About::ServiceCidrs, &[&["NAME"], &["CIDRS"], &["AGE"]]),
    (About::IpAddresses, &[&["NAME"], &["PARENTREF"]]),
    (About::IpPools, &[&["NAME"], &["CIDR"], &["SELECTOR", "NAT"]]),
    // `calicoctl ipam show`
    (About::IpPools, &[&["GROUPING"], &["CIDR"]]),
];

/// How people name the column of node blocks in `-o custom-columns`.
const BLOCKS: &[&str] = &[
    "PODCIDR",
    "PODCIDRS",
    "POD-CIDR",
    "POD-CIDRS",
    "POD_CIDR",
    "POD_CIDRS",
];

struct Table {
    about: About,
    rows: Vec<Row>,
}

struct Row {
    line: usize,
    cells: Vec<(String, String)>,
}

impl Row {
    /// Returns the text of the first of these columns. Empty for `<none>`.
    fn get(&self, columns: &[&str]) -> &str {
        let cell = self
            .cells
            .iter()
            .find(|(name, _)| columns.contains(&name.as_str()));
        let text = cell.map(|(_, text)| text.as_str()).unwrap_or_default();
        if matches!(text, "<none>" | "<unset>" | "None") {
            ""
        } else {
            text
        }
    }

    /// Returns the entries of a list, as `[a b]`, `a,b` or `["a","b"]`.
    fn list(&self, columns: &[&str]) -> Vec<String> {
        self.get(columns)
            .split([',', ' ', '[', ']', '"'])
            .filter(|part| !part.is_empty())
            .map(str::to_owned)
            .collect()
    }
}

/// Returns the places at which the columns of a heading begin. `None` if the line is no heading.
fn heading(line: &str) -> Option<Vec<(usize, String)>> {
    let mut columns: Vec<(usize, String)> = Vec::new();
    let mut from = 0usize;
    for part in line.split_inclusive([' ', '\t']) {
        let word = part.trim();
        let at = from;
        from = from.saturating_add(part.len());
        if word.is_empty() {
            continue;
        }
        let is_name = word
            .bytes()
            .all(|c| c.is_ascii_uppercase() || c.is_ascii_digit() || b"-_()".contains(&c));
        if !is_name {
            return None;
        }
        columns.push((at, word.to_owned()));
    }
    (columns.len() > 1).then_some(columns)
}

fn about(columns: &[(usize, String)]) -> Option<About> {
    let has = |names: &&[&str]| columns.iter().any(|(_, name)| names.contains(&name.as_str()));
    let found = ABOUT.iter().find(|(_, wanted)| wanted.iter().all(&has))?;
    Some(found.0)
}

fn tables(lines: &Lines) -> Vec<Table> {
    let mut tables: Vec<Table> = Vec::new();
    let mut columns: Vec<(usize, String)> = Vec::new();
    let mut is_open = false;
    let mut last = 0usize;
    for (number, line) in lines.lines() {
        // A rule of `+---+` or `|---|` is none of the rows.
        if line.trim().starts_with(['+', '|']) && line.bytes().all(|c| b"+-|=: ".contains(&c)) {
            last = number;
            continue;
        }
        let line = ruled(&line).unwrap_or(line);
        if let Some(found) = heading(&line) {
            is_open = false;
            if let Some(about) = about(&found) {
                tables.push(Table {
                    about,
                    rows: Vec::new(),
                });
                columns = found;
                is_open = true;
            }
            last = number;
            continue;
        }
        // An empty line ends a table.
        is_open = is_open && number == last.saturating_add(1);
        last = number;
        if let Some(table) = tables.last_mut().filter(|_| is_open) {
            let cells = cells(&line, &columns);
            table.rows.push(Row { line: number, cells });
        }
    }
    tables.retain(|table| !table.rows.is_empty());
    tables
}

/// Returns a row between bars with its cells between tabs: `| IP Pool | 10.48.0.0/16 |`. `None` for any other line.
fn ruled(line: &str) -> Option<String> {
    let inside = line.trim().strip_prefix('|')?.strip_suffix('|')?;
    let cells: Vec<String> = inside
        .split('|')
        .map(|cell| cell.trim().replace(' ', "_"))
        .collect();
    Some(cells.join("\t"))
}

/// Divides a line at the columns, or at its spaces where it does not keep to them.
fn cells(line: &str, columns: &[(usize, String)]) -> Vec<(String, String)> {
    let begins_there = |at: usize| {
        let before = line.get(..at).and_then(|text| text.chars().next_back());
        at == 0 || before.is_none_or(char::is_whitespace)
    };
    if !line.contains('\t') && columns.iter().all(|(at, _)| begins_there(*at)) {
        let ends = columns.iter().skip(1).map(|(at, _)| *at).chain([line.len()]);
        return columns
            .iter()
            .zip(ends)
            .map(|((at, name), end)| {
                let end = end.min(line.len());
                let text = line.get(*at..end).or_else(|| line.get(*at..)).unwrap_or_default();
                (name.clone(), text.trim().to_owned())
            })
            .collect();
    }
    columns
        .iter()
        .zip(line.split_whitespace())
        .map(|((_, name), word)| (name.clone(), word.to_owned()))
        .collect()
}

/// Returns the blocks of nodes that `-o jsonpath` prints as JSON, each with the name before it: `wk-1 ["10.244.1.0/24"]`. A field
/// of a file that is too broken to be read as one is no Node: `  podCIDRs: ["10.244.0.0/16"]`.
fn blocks(lines: &Lines) -> impl Iterator<Item = (usize, String, Vec<String>)> {
    let mut count = 0usize;
    lines
        .lines()
        .flat_map(|(number, line)| {
            let mut found: Vec<(usize, String, Vec<String>)> = Vec::new();
            let mut rest = line.as_str();
            while let Some((before, list)) = rest.split_once('[') {
                let Some((inside, behind)) = list.split_once(']') else {
                    break;
                };
                rest = behind;
                let texts: Option<Vec<String>> = serde_json::from_str(&format!("[{inside}]")).ok();
                let Some(texts) = texts.filter(|texts| !texts.is_empty()) else {
                    break;
                };
                if texts.iter().any(|text| text.parse::<Cidr>().is_err()) {
                    break;
                }
                let name = before.trim();
                let named = name.strip_suffix(':');
                let is_field =
                    named.is_some_and(|named| named.is_empty() || before.starts_with(char::is_whitespace));
                let name = named.unwrap_or(name);
                if is_field || !(name.is_empty() || is_subdomain(name)) {
                    found.clear();
                    break;
                }
                found.push((number, name.to_owned(), texts));
            }
            // What else stands in the line makes it another thing.
            if !rest.trim().is_empty() {
                found.clear();
            }
            found
        })
        .map(move |(number, name, texts)| {
            count = count.saturating_add(1);
            let name = if name.is_empty() {
                format!("#{count}")
            } else {
                name
            };
            (number, name, texts)
        })
}

fn read(items: &[Item], found: &mut Found) {
    for lines in items.iter().filter_map(Item::lines) {
        for table in tables(lines) {
            read_table(&table, lines, found);
        }
        for (number, name, texts) in blocks(lines) {
            with_blocks(&name, &texts, lines.origin(ID, number, ""), found);
        }
    }
}

fn read_table(table: &Table, lines: &Lines, found: &mut Found) {
    let place = |row: &Row, column: &str| lines.origin(ID, row.line, column);
    let object = |object: Json, row: &Row, found: &mut Found| {
        found.beside.push(Beside {
            object,
            origin: place(row, ""),
            is_whole: false,
        });
    };
    let mut pools: Vec<String> = Vec::new();
    for row in &table.rows {
        let name = row.get(&["NAME", "NODE"]);
        match table.about {
            About::Nodes => {
                let version = row.get(&["VERSION"]);
                found.fact(
                    Field::KubernetesVersion,
                    [version],
                    Strength::Implied,
                    place(row, "VERSION"),
                );
                let address = row.get(&["INTERNAL-IP"]);
                found.fact(
                    Field::NodeAddresses,
                    [address],
                    Strength::Observed,
                    place(row, "INTERNAL-IP"),
                );
            }
            About::NodeBlocks => with_blocks(name, &row.list(BLOCKS), place(row, ""), found),
            About::Services => object(service(row), row, found),
            About::ServiceCidrs if name == super::service_cidr::DEFAULT => {
                found.fact(
                    Field::ServiceCidrs,
                    row.list(&["CIDRS"]),
                    Strength::Observed,
                    place(row, "CIDRS"),
                );
            }
            About::ServiceCidrs => found.beside.push(Beside {
                object: json!({
                    "apiVersion": "networking.k8s.io/v1",
                    "kind": "ServiceCIDR",
                    "metadata": {"name": name},
                    "spec": {"cidrs": row.list(&["CIDRS"])},
                }),
                origin: place(row, ""),
                is_whole: true,
            }),
            About::IpAddresses => {
                let parent: Vec<&str> = row.get(&["PARENTREF"]).split('/').collect();
                let part = |back: usize| parent.iter().rev().nth(back).copied().unwrap_or_default();
                let address = json!({
                    "kind": "IPAddress",
                    "metadata": {"name": name},
                    "spec": {"parentRef": {"namespace": part(1), "name": part(0)}},
                });
                object(address, row, found);
            }
            // Blocks are listed below their pool.
            About::IpPools if row.get(&["GROUPING"]).contains("Block") => {}
            About::IpPools if row.get(&["DISABLED"]) != "true" => pools.extend(row.list(&["CIDR"])),
            About::IpPools => {}
        }
    }
    let Some(first) = table.rows.first() else { return };
    match table.about {
        About::Nodes => {
            let count = table.rows.len();
            let strength = if count == 1 {
                Strength::Implied
            } else {
                Strength::Observed
            };
            found.fact(Field::NodeCount, [count.to_string()], strength, place(first, ""));
        }
        About::IpPools => {
            found.fact(Field::PodCidrs, pools, Strength::Implied, place(first, "CIDR"));
            found.fact(Field::Cni, ["calico"], Strength::Implied, place(first, ""));
        }
        _ => {}
    }
}

/// Returns the Service of a row: `10.96.44.3`, and `80:30080/TCP,443/TCP`. It shows one address of two.
fn service(row: &Row) -> Json {
    let ports: Vec<Json> = row
        .get(&["PORT(S)"])
        .split(',')
        .filter_map(|port| {
            let (ports, protocol) = port.split_once('/')?;
            let (_, node_port) = ports.split_once(':')?;
            let node_port: u64 = node_port.parse().ok()?;
            Some(json!({"protocol": protocol, "nodePort": node_port}))
        })
        .collect();
    json!({
        "kind": "Service",
        "metadata": {"name": row.get(&["NAME"]), "namespace": row.get(&["NAMESPACE"])},
        "spec": {"clusterIP": row.get(&["CLUSTER-IP"]), "ports": ports},
    })
}
