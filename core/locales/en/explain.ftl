## What the search for a line says: why a rule is shown, and what to paste where none is found.

explain-why-text = the line has this text of { $component }
explain-why-cut = the line is cut; what is left of it begins or ends like this text of { $component }
explain-why-general = the line only says that { $component } refused something
explain-why-both = the line names no family; this is the rule if { $family } has run out
explain-why-finding = the line names no family, and the plan has this finding
explain-why-index = the line names entry { $index } of --cluster-cidr (counted from 0), which is { $range } in the plan
explain-why-address = the line names { $range }
explain-why-only = the line names no family, and pods of the plan have { $family } only
explain-why-other-range = the API server has { $range }, which is none of the plan's Service ranges
explain-why-planned-range = the API server has the plan's range { $range }, so the address in the Service is what is wrong
