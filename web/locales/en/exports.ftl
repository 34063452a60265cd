## The Exports view.

exports-title = Files for installers and components
exports-about = Choose targets; their files follow the plan as it changes.
exports-no-plan = The exports appear when the plan can be read.
exports-none-chosen = No target is chosen.
exports-no-files = The targets chosen write no file for this plan.
exports-said =
    { $targets ->
        [0] No target
        [one] { $targets } target
       *[other] { $targets } targets
    }, { $files ->
        [0] no file
        [one] { $files } file
       *[other] { $files } files
    }{ $refused ->
        [0] { "" }
       *[other] , { $refused } refused
    }{ $changed ->
        [0] { "" }
       *[other] , { $changed } changed since the last export
    }
targets-filter = Filter targets
targets-count = { $shown } of { $all ->
        [one] { $all } target
       *[other] { $all } targets
    } shown, { $chosen } chosen
targets-none = No target has these words.
targets-clear = Choose none
download-zip = Download as zip
zip-failed = the zip could not be made

## Targets
target-docs = Documentation
target-checked = Checked against { $against }
target-docs-of = Documentation: { $target }
target-every-version = every version
target-since = Kubernetes { $since } and later
target-between = Kubernetes { $since } to { $until }
target-says = { $target }: what to know
export-unknown = …
export-writes = writes
export-warns = with warnings
export-fails = would not start
export-empty = nothing to write
export-refuses = refused

## Files
files-tree = Files
file-views = Views of { $name }
file-text = File
file-changes = Changes since the last export
file-changed = changed
copy = Copy
download = Download
copy-name = Copy { $name }
download-name = Download { $name }
changes-of = Changes of { $name }
changes-none = The file is what it was when it was exported last.
changes-never = This file was not exported from this browser yet. Copy or download it, and later changes are shown here.
changes-forget = Forget what was exported of this plan
