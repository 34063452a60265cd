## What was found in brought texts, and what can be done with it.

brought-reading = Reading…
brought-nothing = There is nothing to read
brought-nothing-why = The texts are empty, or no file could be read.
brought-too-large = That is too much for this page
brought-too-large-why = It has { $size } MiB; this page reads up to { $limit } MiB at once, because it stands still meanwhile. The command line has no such limit:
brought-bad-link = This link cannot be opened
brought-address = Whose is { $address }?
brought-sizes = Plans from sizes
brought-codes = What the codes say
brought-lines = What the lines say
brought-unknown = Nothing here is of a kind that is known
brought-pieces =
    { $pieces ->
        [one] { $pieces } piece read
       *[other] { $pieces } pieces read
    }{ $unread ->
        [0] { "" }
       *[other] , { $unread } not understood
    }{ $contradictions ->
        [0] { "" }
        [one] , { $contradictions } contradiction
       *[other] , { $contradictions } contradictions
    }
brought-file-too-large = { $name } was not read: with it, that is more than 16 MiB. The command line reads it: dualstack import FILE
brought-file-too-many = { $name } and those behind it were not read: more than 500 files
brought-file-not-text = { $name } is not a text file
brought-file-unreadable = { $name } could not be read

brought-read = Read
brought-times = × { $count }
brought-more-kinds = and { $count } more
brought-more-places = and { $count } more
brought-contradictions = What contradicts
brought-missing = What is missing
brought-unread = What was not read
brought-others = More to know
brought-values =
    { $count ->
        [one] { $count } value and where it comes from
       *[other] { $count } values and where they come from
    }
brought-values-table = Table of values
brought-field = Field
brought-origin = Where
brought-line = line { $line }
brought-strength = How sure
strength-default = default of the tool
strength-implied = follows from it
strength-configured = configured
strength-observed = seen in the cluster
brought-file = The plan as a file
brought-as-file = Read as a file
brought-no-plan = There is no plan to look in.
brought-show-node = Show { $address } among the node blocks

brought-undo = The plan that is here stays one step back: Undo brings it back.
brought-take = Make it my plan
    .name = Make it my plan: { $name }
brought-add =
    { $count ->
        [one] Add { $count } object to my plan
       *[other] Add { $count } objects to my plan
    }
brought-check = Only check the start
brought-compare = Compare with my plan
    .name = Compare with my plan: { $name }
brought-close = Close
brought-added =
    { $added ->
        [0] nothing was added
        [one] { $added } object was added
       *[other] { $added } objects were added
    }{ $known ->
        [0] { "" }
        [one] ; { $known } was there already and stays as it is
       *[other] ; { $known } were there already and stay as they are
    }

card-tight = Tight
card-tight-about = As few addresses as there can be: a block holds the pods of its node once.
card-roomy = Roomy
card-roomy-about = A block holds the pods of its node twice, so that a rollout never runs out.
card-double = Room to double
card-double-about = The same, for twice the nodes.
brought-fleet = A fleet: many clusters from shared blocks
