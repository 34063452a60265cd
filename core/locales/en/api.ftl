# What is wrong with the arguments of a call from JavaScript.

API001 = the text is no string: found { $found }
API002 = { $argument }: larger than { $mebibytes } MiB
API003 = { $argument }: this has no JSON form: { $error }
API004 = { $argument }: this does not fit the call: { $error }
API005 = this is no IP address: { $text }
API006 = { $argument }: expected one Service range, or two of different families
API007 = a part of the package that this call needs is not loaded: await load("{ $part }") first
API008 = there is no language `{ $tag }`; messages are in English. Known: { $known }
