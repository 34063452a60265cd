## Rules. One entry a rule: the value is the finding, .title its name in lists, .help what to do, .fix-… the buttons.
