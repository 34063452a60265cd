# The plan file as a text: what cannot be read, and fields that are not what they should be.

value-empty = an empty value

FILE001 = this is not YAML
    .title = the plan file cannot be read
    .help = Correct the line named. Fields before it and other documents are read all the same
    .bracket = a bracket is not closed, or closed by one of another kind
    .quote = a quotation mark is not closed
    .behind-quote = something follows a closing quotation mark
    .tab = a tab stands where YAML wants spaces
    .indentation = the line is indented differently from those it belongs to
    .colon = a `:` stands where no value can follow; a value that holds `: ` needs quotes
    .comma = a comma or a closing bracket is missing
    .dash = a `- ` stands where no list entry can begin
    .escape = a `\` escape within the quotes is not one that YAML has
    .comment = a `#` comment needs a space before it and cannot stand within a value
    .character = the character `{ $character }` cannot stand here; a value that begins with it needs quotes
    .byte-order-mark = a byte order mark stands within a document
    .full-width = this is not YAML; the line holds full-width punctuation, which has to be ASCII

FILE002 = the file is larger than { $limit } MiB and was not read
    .title = the plan file is too large
    .help = Split the file; a plan with its Services is a few kilobytes

FILE003 = lists and mappings stand in each other deeper than { $limit } levels
    .title = the plan file is nested too deep
    .help = Check for brackets that are not closed

FILE004 = the key `{ $key }` stands twice in this mapping, first on line { $line }
    .title = a key is given twice
    .help = Take one of them out: `kubectl apply -f` takes the last without a word, other tools take the first or refuse the file

FILE005 = the alias `*{ $name }` has no anchor `&{ $name }` before it
    .itself = the alias `*{ $name }` stands within its own anchor
    .many = anchors and aliases come to more than { $limit } values; kubectl refuses such a file too
    .title = an alias cannot be resolved
    .help = Write the value out, or correct the name

FILE006 = the value of `<<` is neither a mapping nor a list of mappings
    .title = a merge key without a mapping
    .help = Write an alias of a mapping behind `<<`, or write the fields out

FILE007 = the key `{ $key }` is not a string
    .title = a key is not a string
    .help = Put the key in quotes

FILE008 = the tag `{ $tag }` does not fit or is not supported
    .title = a tag is not supported
    .help = Take the tag out; quotes make a value a string

FILE009 = `{ $value }` is not a number that Kubernetes accepts
    .title = a number cannot be represented
    .help = Write a finite number, or put the text in quotes

FILE010 = reading stopped listing problems after { $count }
    .title = too many problems to list
    .help = Correct those listed first
    .kind = { $count ->
        [one] one more { $code } is not listed
       *[other] { $count } more { $code } are not listed
    }
    .help-kind = `dualstack lint --all` lists all of them, and so does the option `allFindings` of a call

FILE011 = `{ $field }` is not a field of a plan; did you mean `{ $nearest }`?
    .alone = `{ $field }` is not a field of a plan
    .taken = `{ $field }` is not a field of a plan; there is a `{ $nearest }` already
    .title = an unknown field
    .help = Correct the name or take the field out
    .fix = rename to `{ $nearest }`

FILE012 = `{ $field }` is required
    .title = a required field is missing
    .help = Add the field

FILE013 = `{ $field }` has another type than expected
    .string = `{ $field }` is `{ $value }`; expected a string
    .integer = `{ $field }` is `{ $value }`; expected an integer
    .boolean = `{ $field }` is `{ $value }`; expected true or false
    .list = `{ $field }` is `{ $value }`; expected a list
    .object = `{ $field }` is `{ $value }`; expected fields below it
    .document = the document is `{ $value }`; expected fields such as apiVersion and kind
    .title = a value of the wrong type
    .help = Write a value of the type named
    .fix = write `{ $value }`

FILE014 = `{ $field }` is { $value }; expected { $least } to { $most }
    .title = a number outside its range
    .help = Choose a number within the range

FILE015 = `{ $field }` is `{ $value }`; expected one of { $allowed }
    .title = a value that is none of those allowed
    .help = Choose one of the values listed
    .fix = use `{ $nearest }`

FILE016 = `{ $field }` is `{ $value }`, which cannot be used there
    .title = a value that cannot be used
    .help = Correct the value
    .cidr = `{ $field }` is `{ $value }`; expected a CIDR such as 10.244.0.0/16 or fd00:10:244::/56
    .address = `{ $field }` is `{ $value }`; expected an IP address such as 192.168.1.11 or fd00::11
    .endpoint = `{ $field }` is `{ $value }`; expected an address or a DNS name, with or without a port, such as api.example.com:6443 or [fd00::11]:6443
    .release = `{ $field }` is `{ $value }`; expected a release such as 1.18
    .version = `{ $field }` is `{ $value }`; expected a Kubernetes version such as 1.36

FILE017 = `{ $field }` holds full-width characters and was read as `{ $value }`
    .manifest = `{ $field }` holds full-width characters, which Kubernetes does not read as `{ $value }`
    .title = full-width characters
    .help = Kubernetes accepts ASCII only; write the value as it was read
    .fix = write `{ $value }`

FILE018 = this is a template
    .title = a template in the place of a manifest
    .help = Render the template first, and give what comes out
    .helm = this is a Helm template, which becomes YAML only when it is rendered
    .help-helm = Render it first: helm template RELEASE CHART > rendered.yaml
    .jinja = this is a Jinja template, which becomes YAML only when it is rendered
    .help-jinja = Render it first, for example by Ansible's template module, and give what comes out
    .jsonnet = this is Jsonnet, which becomes JSON only when it is evaluated
    .help-jsonnet = Evaluate it first: jsonnet FILE > rendered.json
    .patch = this is a patch of a Service, not a whole one: it has none of the fields that every Service needs
    .help-patch = Build it first: kubectl kustomize DIRECTORY > built.yaml
    .variables = this holds variables such as `${"{"}NAME{"}"}`, which have to be filled in first
    .help-variables = Fill them in first: envsubst < FILE > filled.yaml

FILE019 = the plan file has too much in it
    .title = the plan file has too much in it
    .help = Split the file, or leave out what is not about addresses
    .values = the file has more than { $limit } values; nothing behind this place was read
    .documents = the file has more than { $limit } documents; nothing behind this place was read
    .keys = the mapping has more than { $limit } keys; nothing behind this place was read
    .services = the file has more than { $limit } Services; the others are left out
    .entries = the list `{ $field }` has more than { $limit } entries; the others are left out
