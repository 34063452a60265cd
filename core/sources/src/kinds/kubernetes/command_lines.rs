//! Command lines, units, environment files, lists of arguments, and the log lines that show them.

use serde_json::Value as Json;

use crate::components::Flags;
use crate::diagnostic::Component;
use crate::found::{Field, Found, Strength};
use crate::items::{Item, Lines, Object};
use crate::kinds::Kind;
use crate::kinds::installers::{k3s, minikube};
use crate::text::{component_of, flag_facts, start, tool_of, words};

const ID: &str = "command-line";

pub(in crate::kinds) const KIND: Kind = Kind {
    id: ID,
    recognises: |item| match item {
        Item::Lines(lines) => lines.lines().any(|(_, line)| {
            words(&unframed(&line)).iter().any(|word| {
                component_of(word).is_some()
                    || is_argument(word)
                    || tool_of(word).is_some()
                    || word.contains("INSTALL_K3S_")
                    || environment_line(&line).is_some_and(|pairs| {
                        pairs
                            .iter()
                            .any(|(_, value)| words(value).iter().any(|word| is_argument(word)))
                    })
            })
        }),
        Item::Object(object) => message(object).is_some(),
    },
    embedded: |item| match item {
        Item::Object(object) => message(object)
            .map(|key| object.root(ID).get(key).embedded())
            .unwrap_or_default(),
        Item::Lines(_) => Vec::new(),
    },
    read,
};

/// The fields of a log entry that hold the line.
const MESSAGES: [&str; 4] = ["MESSAGE", "msg", "message", "log"];

/// Returns the field of a log entry, as journald, Docker and JSON loggers write it, that shows how something is started.
fn message(object: &Object) -> Option<&'static str> {
    if object.has("kind") || object.has("apiVersion") {
        return None;
    }
    MESSAGES.into_iter().find(|key| {
        object
            .text(key)
            .is_some_and(|text| words(&unframed(text)).iter().any(|word| is_argument(word)))
    })
}

fn read(items: &[Item], found: &mut Found) {
    for item in items {
        if let Item::Lines(lines) = item {
            commands(lines, found);
        }
    }
}

fn commands(lines: &Lines, found: &mut Found) {
    let environment: Vec<(usize, String, String)> = lines
        .lines()
        .filter_map(|(number, line)| Some((number, environment_line(&line)?)))
        .flat_map(|(number, pairs)| pairs.into_iter().map(move |(name, value)| (number, name, value)))
        .collect();
    let before = found.start_ups.len();
    let mut loose: Vec<String> = Vec::new();
    let mut first_loose = None;
    let mut expects_value = false;
    let mut downloads_k3s = false;
    for (number, line) in lines.lines() {
        let line = line.trim();
        if environment_line(line).is_some() || line.starts_with('#') {
            continue;
        }
        let line = unframed(line);
        let command = line.strip_prefix("ExecStart=").map_or(line.as_str(), |command| {
            command.trim_start_matches(['-', '@', ':', '+', '!'])
        });
        let words = expand(words(command), &environment);
        for command in words.split(|word| matches!(word.as_str(), "&&" | ";" | "|" | "||")) {
            let origin = lines.origin(ID, number, "");
            downloads_k3s |= command.iter().any(|word| word.contains("get.k3s.io"));
            if let Some(arguments) = installed(command, downloads_k3s) {
                let version = command
                    .iter()
                    .find_map(|word| word.strip_prefix("INSTALL_K3S_VERSION="));
                found.fact(
                    Field::KubernetesVersion,
                    version,
                    Strength::Configured,
                    lines.origin(ID, number, "INSTALL_K3S_VERSION"),
                );
                k3s::command("k3s", &arguments, &origin, found);
                continue;
            }
            // k3d hands on what it is given for others.
            if command.iter().any(|word| word == "k3d") {
                continue;
            }
            let program = command
                .iter()
                .position(|word| component_of(word).is_some() || tool_of(word).is_some());
            let Some(at) = program else {
                for word in command.iter().filter(|word| *word != "-") {
                    // `- --cluster-cidr` and its value in the next entry of a list.
                    let is_value = std::mem::take(&mut expects_value) && !word.starts_with('-');
                    if is_argument(word) || is_value {
                        expects_value = !is_value && !word.contains('=');
                        loose.push(word.clone());
                    }
                }
                if first_loose.is_none() && !loose.is_empty() {
                    first_loose = Some(number);
                }
                continue;
            };
            let (name, arguments) = command.split_at(at.saturating_add(1));
            let Some(name) = name.last() else { continue };
            // A sentence may name a component; a command gives it arguments, or is nothing else.
            let runs = at == 0 || arguments.iter().any(|word| word.starts_with("--"));
            match (component_of(name), tool_of(name)) {
                (Some(component), _) if runs => start(component, arguments, &origin, found),
                (None, Some("minikube")) => minikube::command(arguments, &origin, found),
                (None, Some(tool)) => {
                    let is_node = arguments
                        .first()
                        .is_some_and(|word| matches!(word.as_str(), "server" | "agent") || is_argument(word));
                    if is_node {
                        k3s::command(tool, arguments, &origin, found);
                    }
                }
                _ => {}
            }
        }
    }
    if found.start_ups.len() == before {
        environment_of_components(lines, &environment, found);
    }
    if let Some(number) = first_loose.filter(|_| found.start_ups.len() == before) {
        let flags = Flags::from_args(loose);
        let origin = lines.origin(ID, number, "");
        // MicroK8s names the file of a component's arguments after it.
        let named = origin.file.as_deref().and_then(component_of);
        if origin
            .file
            .as_deref()
            .is_some_and(|file| file.contains("/microk8s/"))
        {
            found.fact(
                Field::Distribution,
                ["microk8s"],
                Strength::Implied,
                origin.clone(),
            );
        }
        if let Some(component) = named.or_else(|| guess(&flags)) {
            flag_facts(component, &flags, &origin, found);
            found.start(component, flags, &origin);
        }
    }
}

/// Returns the arguments that the installation script of K3s is given: `curl … | INSTALL_K3S_EXEC="server …" sh -s - --…`.
fn installed(command: &[String], is_script: bool) -> Option<Vec<String>> {
    let given = command
        .iter()
        .find_map(|word| word.strip_prefix("INSTALL_K3S_EXEC="));
    let shell = command
        .iter()
        .position(|word| matches!(word.rsplit('/').next(), Some("sh" | "bash")));
    if given.is_none() && !(is_script && shell.is_some()) {
        return None;
    }
    let behind = shell.map_or(&[][..], |at| command.split_at(at.saturating_add(1)).1);
    let arguments = behind
        .iter()
        .skip_while(|word| matches!(word.as_str(), "-s" | "-" | "-sfL"))
        .cloned();
    Some(
        words(given.unwrap_or_default())
            .into_iter()
            .chain(arguments)
            .collect(),
    )
}

/// Reads the values of an environment file that no command of the text uses: `KUBELET_EXTRA_ARGS=--node-ip=…`.
fn environment_of_components(lines: &Lines, environment: &[(usize, String, String)], found: &mut Found) {
    let mut components: Vec<(Component, usize, Vec<String>)> = Vec::new();
    for (number, name, value) in environment {
        let arguments = words(value);
        if name == "INSTALL_K3S_EXEC" {
            k3s::command("k3s", &arguments, &lines.origin(ID, *number, ""), found);
            continue;
        }
        if name == "INSTALL_K3S_VERSION" || name == "INSTALL_RKE2_VERSION" {
            let origin = lines.origin(ID, *number, name);
            found.fact(
                Field::KubernetesVersion,
                [value.as_str()],
                Strength::Configured,
                origin,
            );
            continue;
        }
        if !arguments.iter().any(|word| is_argument(word)) {
            continue;
        }
        let flags = Flags::from_args(&arguments);
        let Some(component) = component_of_variable(name).or_else(|| guess(&flags)) else {
            continue;
        };
        match components.iter_mut().find(|(known, _, _)| *known == component) {
            Some((_, _, all)) => all.extend(arguments),
            None => components.push((component, *number, arguments)),
        }
    }
    for (component, number, arguments) in components {
        start(component, &arguments, &lines.origin(ID, number, ""), found);
    }
}

/// Returns the component that a variable is named after: `KUBELET_KUBEADM_ARGS`, `KUBE_API_ARGS`.
fn component_of_variable(name: &str) -> Option<Component> {
    [
        ("KUBELET", Component::Kubelet),
        ("PROXY", Component::KubeProxy),
        ("CONTROLLER_MANAGER", Component::KubeControllerManager),
        ("SCHEDULER", Component::KubeScheduler),
        ("API", Component::KubeApiserver),
    ]
    .into_iter()
    .find(|(part, _)| name.contains(part))
    .map(|(_, component)| component)
}

/// Returns what a log line says, without what the logger and the journal put around it.
fn unframed(line: &str) -> String {
    let mut line = line.trim().to_owned();
    // Docker's file of JSON lines may hold the JSON lines of a logger.
    for _ in 0..3 {
        let Some(entry) = line.find('{').and_then(|at| line.get(at..)) else {
            break;
        };
        let Ok(Json::Object(entry)) = serde_json::from_str(entry.trim()) else {
            break;
        };
        match MESSAGES.iter().find_map(|key| entry.get(*key)?.as_str()) {
            Some(text) => line = text.trim().to_owned(),
            None => break,
        }
    }
    let Some((_, rest)) = line.split_once("msg=\"") else {
        return line;
    };
    let mut text = String::new();
    let mut chars = rest.chars();
    while let Some(c) = chars.next() {
        match c {
            '\\' => text.extend(chars.next()),
            '"' => break,
            c => text.push(c),
        }
    }
    text
}

/// Returns whether a word is an argument and not a program: `--x=y`, or `- --x=y` of a manifest.
fn is_argument(word: &str) -> bool {
    word.starts_with("--") && word.len() > 2
}

/// Reads `Environment="NAME=value" …` of a unit, or `NAME="--flags"` of an environment file. `None` for other lines.
fn environment_line(line: &str) -> Option<Vec<(String, String)>> {
    let line = line.trim();
    let line = line.strip_prefix("export ").unwrap_or(line);
    let assignments = match line.strip_prefix("Environment=") {
        Some(rest) => rest,
        None => {
            let (name, value) = line.split_once('=')?;
            let plain = !name.is_empty()
                && name
                    .bytes()
                    .all(|c| c.is_ascii_uppercase() || c.is_ascii_digit() || c == b'_');
            if !plain || value.trim_start_matches(['"', '\'']).is_empty() {
                return None;
            }
            line
        }
    };
    let mut words = words(assignments);
    // `KUBELET_EXTRA_ARGS=--node-ip=… --max-pods=…` without quotes.
    let is_unquoted = words.len() > 1
        && words
            .iter()
            .skip(1)
            .all(|word| is_argument(word) || !word.contains('='));
    if is_unquoted && line.contains("=--") {
        words = vec![words.join(" ")];
    }
    let pairs: Vec<(String, String)> = words
        .iter()
        .filter_map(|word| word.split_once('='))
        .filter(|(name, _)| !name.starts_with('-'))
        .map(|(name, value)| (name.to_owned(), value.to_owned()))
        .collect();
    (!pairs.is_empty()).then_some(pairs)
}

/// Expands `$NAME` and `${NAME}` as whole words, as systemd does.
fn expand(words: Vec<String>, environment: &[(usize, String, String)]) -> Vec<String> {
    words
        .into_iter()
        .flat_map(|word| {
            let name = word
                .strip_prefix("${")
                .and_then(|rest| rest.strip_suffix('}'))
                .or_else(|| word.strip_prefix('$'));
            let value = name.and_then(|name| environment.iter().rev().find(|(_, given, _)| given == name));
            match (name, value) {
                (Some(_), Some((_, _, value))) => self::words(value),
                (Some(_), None) => Vec::new(),
                (None, _) => vec![word],
            }
        })
        .collect()
}

/// Returns the component that knows most of the flags. `None` if no component knows one.
fn guess(flags: &Flags) -> Option<Component> {
    let known = |component: Component| {
        flags
            .iter()
            .filter(|flag| crate::kubernetes::facts::ever_known(component, &format!("--{}", flag.name)))
            .count()
    };
    Component::BINARIES
        .into_iter()
        .rev()
        .max_by_key(|component| known(*component))
        .filter(|component| known(*component) > 0)
}
