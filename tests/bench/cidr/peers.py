"""The operations with Python's own ipaddress and with netaddr, where it is there. Prints a line of JSON for each."""

import ipaddress
import json
import sys
import time
import zlib

try:
    import netaddr
except ImportError:
    netaddr = None


def report(name, operation, run):
    start = time.perf_counter()
    result = run()
    best = time.perf_counter() - start
    if best < 1:
        start = time.perf_counter()
        run()
        best = min(best, time.perf_counter() - start)
    text = "\n".join(str(one).lower() if isinstance(one, bool) else str(one) for one in result)
    print(json.dumps({"name": name, "operation": operation, "milliseconds": best * 1000, "print": [len(result), zlib.crc32(text.encode())]}), flush=True)


def blocks(network, length, numbers):
    network = ipaddress.ip_network(network)
    kind = type(network)
    base, shift = int(network.network_address), network.max_prefixlen - length
    return [str(kind((base + (number << shift), length))) for number in numbers]


def main(folder, only):
    with open(f"{folder}/inputs.json", encoding="utf-8") as file:
        inputs = json.load(file)
    for operation, given in inputs.items():
        if only and operation not in only:
            continue
        kind = operation[:-1]
        if kind == "split":
            report("Python ipaddress", operation, lambda: [str(n) for n in ipaddress.ip_network(given["network"]).subnets(new_prefix=given["length"])])
            if netaddr:
                report("Python netaddr", operation, lambda: [str(n) for n in netaddr.IPNetwork(given["network"]).subnet(given["length"])])
        elif kind == "nth":
            report("Python ipaddress", operation, lambda: blocks(given["network"], given["length"], given["numbers"]))
        elif kind == "merge":
            report("Python ipaddress", operation, lambda: [str(n) for n in ipaddress.collapse_addresses(map(ipaddress.ip_network, given["list"]))])
            if netaddr:
                report("Python netaddr", operation, lambda: [str(n) for n in netaddr.cidr_merge(given["list"])])
        elif kind == "exclude" and netaddr:
            report("Python netaddr", operation, lambda: [str(n) for n in (netaddr.IPSet(given["from"]) - netaddr.IPSet(given["list"])).iter_cidrs()])
        elif kind in ("few", "contains") and netaddr:
            def inside():
                found = netaddr.IPSet(given["set"])
                return [netaddr.IPAddress(one) in found for one in given["asked"]]
            report("Python netaddr", operation, inside)
        elif kind == "format":
            report("Python ipaddress", operation, lambda: [str(ipaddress.ip_address(one)) for one in given["list"]])
            if netaddr:
                report("Python netaddr", operation, lambda: [str(netaddr.IPAddress(one)) for one in given["list"]])


main(sys.argv[1], sys.argv[2].split(",") if len(sys.argv) > 2 else [])
