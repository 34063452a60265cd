## Rules. One entry a rule: the value is the finding, .title its name in lists, .help what to do, .fix-… the buttons.

START001 = { $component } reports { $check } for the flags of this plan
    .fatal = { $component } does not start with the flags of this plan (check { $check })
    .never-ready = { $component } starts, but what the plan asks for never works (check { $check })
    .warning = { $component } logs a warning for the flags of this plan (check { $check })
    .title = A component refuses the plan's flags
    .help = change the field that the component names in its text

START002 = the plan's own tool refuses it
    .title = Tool that refuses the plan
    .help = change what the tool refuses, or plan with another tool
