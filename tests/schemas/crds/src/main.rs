//! Reads a JSON list of tasks on standard input and prints a JSON list with the faults of each, in the same order.
//!
//! A custom resource is read into the type that was generated from its CRD: a field that is missing, has another type
//! or another value than the CRD lists is a fault, and so is a field that the type does not have. Patterns, bounds and
//! CEL rules of a CRD are not in its type.

use std::error::Error;
use std::io::{Read as _, Write as _};

use serde::Deserialize;
use serde::de::DeserializeOwned;
use serde_json::Value;

#[derive(Deserialize)]
#[serde(tag = "check", rename_all = "lowercase")]
enum Task {
    Crd { document: Value },
    Rego { text: String },
}

fn main() -> Result<(), Box<dyn Error>> {
    let mut input = String::new();
    std::io::stdin().read_to_string(&mut input)?;
    let tasks: Vec<Task> = serde_json::from_str(&input)?;
    let answers: Vec<Value> = tasks
        .iter()
        .map(|task| serde_json::json!({ "faults": faults(task) }))
        .collect();
    Ok(writeln!(
        std::io::stdout(),
        "{}",
        serde_json::to_string(&answers)?
    )?)
}

fn faults(task: &Task) -> Vec<String> {
    match task {
        Task::Crd { document } => custom_resource(document),
        Task::Rego { text } => rego(text),
    }
}

fn custom_resource(document: &Value) -> Vec<String> {
    let field = |name: &str| document.get(name).and_then(Value::as_str).unwrap_or_default();
    let read = match (field("apiVersion"), field("kind")) {
        ("cilium.io/v2", "CiliumLoadBalancerIPPool") => {
            read::<kcr_cilium_io::v2::ciliumloadbalancerippools::CiliumLoadBalancerIpPool>
        }
        ("cilium.io/v2alpha1", "CiliumLoadBalancerIPPool") => {
            read::<kcr_cilium_io::v2alpha1::ciliumloadbalancerippools::CiliumLoadBalancerIpPool>
        }
        ("cilium.io/v2alpha1", "CiliumPodIPPool") => {
            read::<kcr_cilium_io::v2alpha1::ciliumpodippools::CiliumPodIpPool>
        }
        ("cluster.x-k8s.io/v1beta2", "Cluster") => read::<kcr_cluster_x_k8s_io::v1beta2::clusters::Cluster>,
        // The API server of Calico passes the spec on to the custom resource as it is.
        ("projectcalico.org/v3", "IPPool") => read::<kcr_crd_projectcalico_org::v1::ippools::IpPool>,
        ("operator.tigera.io/v1", "Installation") => {
            read::<kcr_operator_tigera_io::v1::installations::Installation>
        }
        ("operator.tigera.io/v1", "APIServer") => read::<kcr_operator_tigera_io::v1::apiservers::ApiServer>,
        ("metallb.io/v1beta1", "IPAddressPool") => {
            read::<kcr_metallb_io::v1beta1::ipaddresspools::IpAddressPool>
        }
        ("metallb.io/v1beta1", "L2Advertisement") => {
            read::<kcr_metallb_io::v1beta1::l2advertisements::L2Advertisement>
        }
        ("mutations.gatekeeper.sh/v1", "Assign") => read::<kcr_mutations_gatekeeper_sh::v1::assign::Assign>,
        ("kyverno.io/v1", "ClusterPolicy") => read::<kcr_kyverno_io::v1::clusterpolicies::ClusterPolicy>,
        ("policies.kyverno.io/v1", "ValidatingPolicy") => {
            read::<kcr_policies_kyverno_io::v1::validatingpolicies::ValidatingPolicy>
        }
        ("templates.gatekeeper.sh/v1", "ConstraintTemplate") => {
            read::<kcr_templates_gatekeeper_sh::v1::constrainttemplates::ConstraintTemplate>
        }
        (version, kind) => return vec![format!("no type is known for {version} {kind}")],
    };
    read(document)
}

fn read<T: DeserializeOwned>(document: &Value) -> Vec<String> {
    let mut faults = Vec::new();
    // The types are told apart by these two and do not hold them.
    let mut document = document.clone();
    if let Some(fields) = document.as_object_mut() {
        fields.remove("apiVersion");
        fields.remove("kind");
    }
    let unknown = |path: serde_ignored::Path<'_>| faults.push(format!("{path}: unknown field"));
    if let Err(error) = serde_ignored::deserialize::<_, _, T>(&document, unknown) {
        faults.push(error.to_string());
    }
    faults
}

fn rego(text: &str) -> Vec<String> {
    // Rego as Gatekeeper reads it, unless the text asks for the newer one.
    let mut engine = regorus::Engine::new();
    engine.set_rego_v0(true);
    engine
        .add_policy("policy.rego".to_owned(), text.to_owned())
        .err()
        .map(|error| error.to_string())
        .into_iter()
        .collect()
}
