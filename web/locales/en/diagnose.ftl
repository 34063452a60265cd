## What a log line means, and what to check on the machines.

explain-title = What does this line mean?
explain-label = Log line or code
explain-hint = A line of a component, of kubectl or of a log collector; several lines; or codes such as ADDR001.
explain-clear = Clear
explain-said =
    { $rules ->
        [0] No rule is about this text.
        [one] { $rules } rule found: { $codes }
       *[other] { $rules } rules found: { $codes }
    }
explain-nothing = Paste the whole line as it was printed, time stamp and all. Only messages about address families, ranges, node blocks and start-up are known; a line about something else has no rule. Codes are looked up by themselves, without other words.
explain-line = Line { $line } says
explain-facts = { $component }, Kubernetes { $from } to { $to }
    .open = { $component }, from Kubernetes { $from } on
explain-name = What it holds
explain-value = Value
explain-captured = What the line says about { $code }
explain-more = What it checks, and why
explain-docs = Page of the rule { $code }
explain-in-plan =
    { $count ->
        [0] This plan does not have it.
        [one] This plan has it.
       *[other] This plan has it in { $count } places.
    }
explain-go = Go to the finding { $code }

checklist-title = To check on the machines
checklist-about = What no file can show: chosen for this plan, with the commands that answer it.
checklist-empty = The list appears when the plan can be read.
checklist-commands = Commands: { $title }
checklist-rule = Rule { $code }
