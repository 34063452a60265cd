group-policies = Admission policies

target-gatekeeper = OPA Gatekeeper
    .description = ConstraintTemplate and constraint that require dual-stack Services, and an Assign that makes PreferDualStack the default
target-kubewarden = Kubewarden
    .description = ClusterAdmissionPolicy with the families of the plan as its settings
target-kyverno = Kyverno
    .description = policies that make PreferDualStack the default and require dual-stack Services, as ClusterPolicy and as CEL types
target-mutating-admission-policy = MutatingAdmissionPolicy
    .description = policies of the API server that make PreferDualStack the default
target-validating-admission-policy = ValidatingAdmissionPolicy
    .description = policies of the API server on the families of Services, to choose from

## Comments in files, some of them also what a policy answers.

export-policy-require-dual-stack = cluster { $cluster }: a Service has to have both IP families; set spec.ipFamilyPolicy to PreferDualStack or RequireDualStack
export-policy-forbid-dual-stack = cluster { $cluster }: spec.ipFamilyPolicy of a Service has to be SingleStack; a headless Service without selector has to say so itself
export-policy-family-order = cluster { $cluster }: spec.ipFamilies of a dual-stack Service has to be [{ $first }, { $second }]
export-policy-ipv4-only = cluster { $cluster }: a Service may have IPv4 addresses only
export-policy-ipv6-only = cluster { $cluster }: a Service may have IPv6 addresses only
export-policy-prefer-dual-stack = a Service without ipFamilyPolicy gets PreferDualStack; one that names a single family in ipFamilies keeps it
export-policy-prefer-dual-stack-in-order = a Service without ipFamilyPolicy gets PreferDualStack and the families { $first }, { $second } in this order; one that names a single family or a cluster IP is left alone
export-policy-default-and-require = a Service without ipFamilyPolicy gets PreferDualStack, and one with SingleStack is refused
export-policy-choose = the files of this folder are alternatives: apply those that fit, not all of them
export-policy-existing = a Service that is there already is judged only when its families change
export-policy-try-out = to try it out first, replace Deny by Warn and Audit in validationActions
export-policy-denies = a violation is always denied: this version has no validationActions
export-kyverno-release = needs Kyverno 1.13 or newer
export-kyverno-deprecated = needs Kyverno 1.13 or newer; ClusterPolicy is deprecated since Kyverno 1.17: apply either this file or cel-policies.yaml
export-kyverno-cel = needs Kyverno 1.17 or newer: apply either this file or cluster-policy.yaml
export-gatekeeper-template = apply this first: it makes the kind of the constraint
export-gatekeeper-constraint = refuses Services whose policy changes to one that is not listed; apply it after template.yaml
export-gatekeeper-assign = makes PreferDualStack the default; Services with the label { $label } are left alone
export-kubewarden-module = { $module } is a placeholder: replace it by a policy module that reads these settings

## Findings.

EXP060 = no policy on families can be written: the plan needs one Service range, or two of different families
    .title = Service ranges of no cluster

EXP061 = { $target } has nothing to ask for: every Service of the cluster has { $family } only
    .title = One family leaves nothing to require
    .help = add a Service range of the other family to serviceCIDRs

EXP062 = { $kind } is off by default in Kubernetes { $version }: start kube-apiserver with --feature-gates={ $gate } and --runtime-config={ $config }
    .title = Admission policies have to be switched on

EXP063 = not written, since the cluster has { $family } only: { $policies }
    .title = Policies that make no sense with one family

EXP064 = Gatekeeper's Assign cannot look at spec.type or at the number of families: ExternalName Services need the label { $label }, or the API server refuses them; Services that name one family without a policy need it too, or they get both
    .title = Assign reaches Services that it should not

EXP065 = { $module } is a placeholder: there is no such policy module
    .title = Policy module is a placeholder
    .help = build or choose a Kubewarden policy that reads defaultPolicy, allowedPolicies and primaryFamily, and write its address into spec.module
