"""Holds bills of materials, named as arguments, against the schema of CycloneDX 1.6; prints what is wrong, a line a fault.

The schemas are those that lie in the package cyclonedx-python-lib.
"""

import importlib.util
import json
import os
import sys

import jsonschema
import referencing
import referencing.jsonschema

FOLDER = os.path.join(importlib.util.find_spec("cyclonedx").submodule_search_locations[0], "schema", "_res")


def schema(name):
    with open(os.path.join(FOLDER, f"{name}.SNAPSHOT.schema.json"), encoding="utf-8") as file:
        return json.load(file)


bom = schema("bom-1.6")
# The schemas name one another by the names of their files.
resources = [
    (f"{name}.SNAPSHOT.schema.json", referencing.jsonschema.DRAFT7.create_resource({**schema(name), "$id": f"{name}.SNAPSHOT.schema.json"}))
    for name in ["spdx", "jsf-0.82", "cryptography-defs"]
]
bom["$id"] = ""
validator = jsonschema.Draft7Validator(bom, registry=referencing.Registry().with_resources(resources))
for path in sys.argv[1:]:
    with open(path, encoding="utf-8") as file:
        for error in validator.iter_errors(json.load(file)):
            print(f"{os.path.basename(path)}: {error.json_path}: {error.message[:300]}")
