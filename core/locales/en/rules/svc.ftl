## Rules. One entry a rule: the value is the finding, .title its name in lists, .help what to do, .fix-… the buttons.

SVC004 = Service { $name } gets { $family } only: without ipFamilyPolicy the API server stores SingleStack, and { $other } clients find no address
    .title = Service silently single-stack
    .help = say what is meant: PreferDualStack for both families, SingleStack for one
    .fix-prefer = Ask for both families (PreferDualStack)
    .fix-say-so = Keep one family, and say so (SingleStack)

SVC100 = the API server refuses Service { $name } with status { $code }
    .title = Service refused
    .help = the text below is the exact answer; the steps that led there are shown with the Service
