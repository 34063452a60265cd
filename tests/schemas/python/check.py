"""Holds exported texts against the readers and schemas of Python packages.

Reads a JSON list of tasks on standard input and prints a JSON list with one answer a task, in the same order.
`schemas.test.mjs` starts it, a second time with the release of kubernetes-validate that knows the older versions.
"""

import contextlib
import csv
import functools
import io
import json
import os
import sys
import warnings
from xml.etree import ElementTree

import jsonschema
import yaml

warnings.simplefilter("ignore")


# The same reader in C, where the package has it.
LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def not_json(value, at="$"):
    """What YAML 1.1 reads as something that JSON does not have, a date for example."""
    if isinstance(value, dict):
        for key, member in value.items():
            if not isinstance(key, str):
                yield f"{at}: the key {key!r} is read as {type(key).__name__}"
            yield from not_json(member, f"{at}.{key}")
    elif isinstance(value, list):
        for index, member in enumerate(value):
            yield from not_json(member, f"{at}[{index}]")
    elif not (value is None or isinstance(value, (str, bool, int, float))):
        yield f"{at}: {value!r} is read as {type(value).__name__}"


def read_yaml(task):
    try:
        documents = list(yaml.load_all(task["text"], Loader=LOADER))
    except yaml.YAMLError as error:
        return {"faults": [f"PyYAML: {error}"]}
    faults = [fault for document in documents for fault in not_json(document)]
    return {"faults": faults} if faults else {"faults": [], "documents": documents}


@functools.cache
def kubernetes_validate():
    from kubernetes_validate import utils

    # The newer release reads every schema from its file each time it is asked.
    if hasattr(utils, "schema_contents"):
        utils.schema_contents = functools.cache(utils.schema_contents)
    return utils


@contextlib.contextmanager
def nothing_required():
    """Patches are parts of objects: whatever is there has to fit, and anything may be missing."""
    readers = [jsonschema.Draft4Validator, jsonschema.Draft7Validator, jsonschema.Draft202012Validator]
    before = [reader.VALIDATORS["required"] for reader in readers]
    try:
        for reader in readers:
            reader.VALIDATORS["required"] = lambda *_: ()
        yield
    finally:
        for reader, required in zip(readers, before):
            reader.VALIDATORS["required"] = required


def patch(task):
    with nothing_required():
        return kubernetes(task)


def kubernetes(task):
    package = kubernetes_validate()
    version = task["version"]
    try:
        used = package.validate(task["document"], version, strict=True)
    except package.ValidationError as error:
        return {"faults": ["/".join(["", *map(str, error.path)]) + f": {error.message}"]}
    except (package.SchemaNotFoundError, package.VersionNotSupportedError) as error:
        return {"faults": [error.message]}
    return {"faults": [] if used == version else [f"held against {used}, not against {version}"]}


def json_schema(task):
    errors = jsonschema.Draft202012Validator(task["schema"]).iter_errors(task["document"])
    return {"faults": [f"{error.json_path}: {error.message}" for error in errors]}


@functools.cache
def tool_file(folder, file):
    with open(os.path.join(folder, file), encoding="utf-8") as source:
        return json.load(source) if file.endswith(".json") else yaml.load(source, Loader=LOADER)


def closed(part, patch, says_itself=False):
    """The schema as the API server reads a document strictly: a field that it does not have is an error, unless the schema
    says itself where there are no others. Maps whose keys anybody chooses have no properties. In a patch nothing is
    required."""
    if isinstance(part, list):
        return [closed(member, patch, says_itself) for member in part]
    if not isinstance(part, dict):
        return part
    own = {key: closed(member, patch, says_itself) for key, member in part.items()}
    if patch and isinstance(own.get("required"), list):
        own["required"] = [name for name in own["required"] if name in ("apiVersion", "kind")]
    if says_itself:
        return own
    if own.get("x-kubernetes-int-or-string"):
        own.pop("type", None)
    free = own.get("x-kubernetes-preserve-unknown-fields") or "additionalProperties" in own
    if own.get("type") == "object" and isinstance(own.get("properties"), dict) and own["properties"] and not free:
        own["additionalProperties"] = False
    return own


@functools.cache
def tool_validator(folder, file, form, version, patch, own):
    whole = tool_file(folder, file)
    if form == "crd":
        versions = {entry["name"]: entry["schema"]["openAPIV3Schema"] for entry in whole["spec"]["versions"]}
        schema = closed(versions[version], patch)
        for name in ("apiVersion", "kind", "metadata"):
            schema["properties"][name] = {}
    else:
        schema = closed(whole, patch, own)
    return jsonschema.validators.validator_for(schema, jsonschema.Draft202012Validator)(schema)


def key_paths(value, above=""):
    for key, member in value.items():
        path = f"{above}.{key}" if above else key
        yield path
        if isinstance(member, dict):
            yield from key_paths(member, path)


def tool_schema(task):
    """A document against a file of the tool that reads it."""
    folder, file, form, document = task["folder"], task["file"], task["form"], task["document"]
    if form == "keys":
        known = set(tool_file(folder, file))
        return {"faults": [f"{file} has no key {path}" for path in key_paths(document) if path not in known]}
    version = document.get("apiVersion", "").rpartition("/")[2]
    asked = (folder, file, form, version if form == "crd" else None, task.get("patch", False), task.get("own", False))
    errors = tool_validator(*asked).iter_errors(document)
    return {"faults": [f"{file}: {error.json_path}: {error.message[:300]}" for error in errors]}


def zones(task):
    """One reverse zone a line, with a comment behind it."""
    import dns.exception
    import dns.name

    def fault(line):
        try:
            labels = dns.name.from_text(line).relativize(dns.name.root).to_text().lower().split(".")
        except dns.exception.DNSException as error:
            return f"{line}: {error}"
        *address, tree, top = labels
        if (tree, top) == ("in-addr", "arpa"):
            good = 0 < len(address) <= 4 and all(label.isdecimal() and int(label) < 256 for label in address)
        elif (tree, top) == ("ip6", "arpa"):
            good = 0 < len(address) <= 32 and all(len(label) == 1 and label in "0123456789abcdef" for label in address)
        else:
            good = False
        return None if good else f"{line}: no reverse zone"

    lines = (line.partition(";")[0].strip() for line in task["text"].splitlines())
    return {"faults": [found for found in map(fault, filter(None, lines)) if found]}


def table(task):
    """A head of distinct columns, and every row as wide as it."""
    try:
        head, *rows = csv.reader(io.StringIO(task["text"], newline=""), strict=True)
    except (csv.Error, ValueError) as error:
        return {"faults": [f"csv: {error}"]}
    faults = [f"row {at}: {len(row)} of {len(head)} columns" for at, row in enumerate(rows, 2) if len(row) != len(head)]
    if len(set(head)) != len(head) or "" in head:
        faults.append(f"the head has a column twice or without a name: {head}")
    return {"faults": faults}


def svg(task):
    """A picture: nothing in it runs or comes from elsewhere."""
    try:
        root = ElementTree.fromstring(task["text"].encode())
    except ElementTree.ParseError as error:
        return {"faults": [f"svg: {error}"]}
    faults = []
    if root.tag != "{http://www.w3.org/2000/svg}svg":
        faults.append(f"{root.tag}: no picture")
    for element in root.iter():
        name = element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""
        if name in ("script", "foreignObject"):
            faults.append(f"{name}: runs")
        for attribute, value in element.attrib.items():
            if attribute.lower().startswith("on"):
                faults.append(f"{name}: {attribute} runs")
            if attribute.rpartition("}")[2] == "href" and not value.startswith("#"):
                faults.append(f"{name}: href {value}")
    return {"faults": faults}


CHECKS = {
    "yaml": read_yaml,
    "kubernetes": kubernetes,
    "patch": patch,
    "json-schema": json_schema,
    "tool-schema": tool_schema,
    "zones": zones,
    "csv": table,
    "svg": svg,
}

json.dump([CHECKS[task["check"]](task) for task in json.load(sys.stdin)], sys.stdout)
