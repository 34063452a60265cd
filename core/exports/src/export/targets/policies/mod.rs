//! Policies on the families of Services.

mod shared;

super::targets!(
    gatekeeper::Gatekeeper,
    kubewarden::Kubewarden,
    kyverno::Kyverno,
    mutating_admission_policy::MutatingAdmissionPolicy,
    validating_admission_policy::ValidatingAdmissionPolicy,
);
