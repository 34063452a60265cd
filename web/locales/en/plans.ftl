## Plans that are kept in this browser.

plans-private = Only in this browser, on this device. Nothing of it is sent anywhere; tabs with the same plan stay in step.
plans-name = Name of the plan
plans-keep = Keep this plan
plans-coming = Reading…
plans-none = No plan is kept yet.
plans-here = open here
plans-length =
    { $count ->
        [one] { $count } character
       *[other] { $count } characters
    }
plans-open = Open
    .name = Open { $name }
plans-rename = Rename
    .name = Rename { $name }
plans-duplicate = Duplicate
    .name = Duplicate { $name }
plans-delete = Delete
    .name = Delete { $name }
plans-take = Save
plans-leave = Cancel
plans-sure = Delete { $name } for good?
