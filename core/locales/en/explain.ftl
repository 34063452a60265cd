## What the search for a line says: why a rule is shown, and what to paste where none is found.

explain-why-code = this code was asked for
explain-why-text = the line has this text of { $component }
explain-why-cut = the line is cut; what is left of it begins or ends like this text of { $component }
explain-why-general = the line only says that { $component } refused something
explain-why-both = the line names no family; this is the rule if { $family } has run out
explain-why-finding = the line names no family, and the plan has this finding
explain-why-index = the line names entry { $index } of --cluster-cidr (counted from 0), which is { $range } in the plan
explain-why-address = the line names { $range }
explain-why-only = the line names no family, and pods of the plan have { $family } only
explain-instead = paste the whole line as it was printed, with the lines before and after it; known are messages about address families, ranges, node blocks, Service addresses, node addresses, feature gates and start-up
    .crash = this says that something stopped, not why: paste the last lines of its log (kubectl logs --previous, crictl logs, journalctl -u kubelet or -u k3s)
    .sandbox = paste the whole message of the event, and the log of the network plugin on that node (kubectl logs -n kube-system, journalctl -u kubelet)
    .unreachable = this says that something does not answer, not why: paste the log of what should answer (the API server, kubelet, the network plugin), from its start
    .pending = paste the events of the Pod and of its node (kubectl describe), and the log of the controller manager
    .code = no rule has this code; the command dualstack rules lists them
