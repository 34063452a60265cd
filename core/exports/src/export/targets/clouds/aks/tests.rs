use super::super::shared::testing::{dual, file, ipv4, plan, refused, said};
use crate::catalog::Cni;

#[test]
fn commands_of_a_dual_stack_cluster() {
    let expected = r#"set -eu
: "${LOCATION:?}"
RESOURCE_GROUP="${RESOURCE_GROUP:-demo}"
NODE_COUNT="${NODE_COUNT:-40}"

az group create \
  --name="$RESOURCE_GROUP" \
  --location="$LOCATION"

az network vnet create \
  --resource-group="$RESOURCE_GROUP" \
  --name=demo \
  --address-prefixes 192.168.1.0/24 fd00:192:168:1::/64 \
  --subnet-name=nodes \
  --subnet-prefixes 192.168.1.0/24 fd00:192:168:1::/64

SUBNET_ID="$(az network vnet subnet show \
  --resource-group="$RESOURCE_GROUP" \
  --vnet-name=demo \
  --name=nodes \
  --query=id \
  --output=tsv)"

az aks create \
  --resource-group="$RESOURCE_GROUP" \
  --name=demo \
  --location="$LOCATION" \
  --kubernetes-version=1.36 \
  --network-plugin=azure \
  --network-plugin-mode=overlay \
  --network-dataplane=cilium \
  --ip-families=ipv4,ipv6 \
  --pod-cidrs=10.244.0.0/16,fd00:10:244::/64 \
  --service-cidrs=10.96.0.0/16,fd00:10:96::/112 \
  --dns-service-ip=10.96.0.10 \
  --max-pods=110 \
  --node-count="$NODE_COUNT" \
  --vnet-subnet-id="$SUBNET_ID" \
  --generate-ssh-keys
"#;
    assert_eq!(file(&dual(), "aks", "aks/create.sh"), expected);
    assert_eq!(said(&dual(), "aks"), ["EXP114"]);
}

#[test]
fn configuration_of_a_dual_stack_cluster() {
    let expected = r#"
variable "location" {
  description = "Region"
  type        = string
}

variable "resource_group_name" {
  description = "Resource group, which has to be there"
  type        = string
}

variable "vm_size" {
  description = "Size of the machines"
  type        = string
}

variable "node_count" {
  description = "Nodes of the first pool"
  type        = number
  default     = 40
}

resource "azurerm_virtual_network" "cluster" {
  name                = "demo"
  location            = var.location
  resource_group_name = var.resource_group_name
  address_space       = ["192.168.1.0/24", "fd00:192:168:1::/64"]
}

resource "azurerm_subnet" "nodes" {
  name                 = "nodes"
  resource_group_name  = var.resource_group_name
  virtual_network_name = azurerm_virtual_network.cluster.name
  address_prefixes     = ["192.168.1.0/24", "fd00:192:168:1::/64"]
}

resource "azurerm_kubernetes_cluster" "cluster" {
  name                = "demo"
  location            = var.location
  resource_group_name = var.resource_group_name
  dns_prefix          = "demo"
  kubernetes_version  = "1.36"

  default_node_pool {
    name           = "system"
    node_count     = var.node_count
    vm_size        = var.vm_size
    max_pods       = 110
    vnet_subnet_id = azurerm_subnet.nodes.id
  }

  identity {
    type = "SystemAssigned"
  }

  network_profile {
    network_plugin      = "azure"
    network_plugin_mode = "overlay"
    network_data_plane  = "cilium"
    ip_versions         = ["IPv4", "IPv6"]
    pod_cidrs           = ["10.244.0.0/16", "fd00:10:244::/64"]
    service_cidrs       = ["10.96.0.0/16", "fd00:10:96::/112"]
    dns_service_ip      = "10.96.0.10"
    load_balancer_sku   = "standard"
  }
}

resource "azurerm_role_assignment" "subnet" {
  scope                = azurerm_subnet.nodes.id
  role_definition_name = "Network Contributor"
  principal_id         = azurerm_kubernetes_cluster.cluster.identity[0].principal_id
}
"#;
    assert_eq!(file(&dual(), "aks", "aks/main.tf"), expected);
}

#[test]
fn ipv6_first_and_ipv6_alone_are_refused() {
    let first = plan(
        &["fd00:10:244::/64", "10.244.0.0/16"],
        &["fd00:10:96::/112", "10.96.0.0/16"],
    );
    assert_eq!(refused(&first, "aks"), ["EXP102"]);
    let only = plan(&["fd00:10:244::/64"], &["fd00:10:96::/112"]);
    assert_eq!(refused(&only, "aks"), ["EXP103"]);
}

#[test]
fn without_a_network_of_each_family_aks_makes_its_own() {
    let mut plan = dual();
    plan.spec.node_cidrs.truncate(1);
    assert_eq!(said(&plan, "aks"), ["EXP114", "EXP117"]);
    for path in ["aks/create.sh", "aks/main.tf"] {
        let text = file(&plan, "aks", path);
        assert!(!text.contains("subnet") && !text.contains("vnet"), "{text}");
    }
    plan.spec.node_cidrs.clear();
    assert_eq!(said(&plan, "aks"), ["EXP114"]);
}

#[test]
fn ipv6_ranges_become_64() {
    let with = |pods: &str, nodes: &str| {
        let mut plan = plan(&["10.244.0.0/16", pods], &["10.96.0.0/16", "fd00:10:96::/108"]);
        plan.spec.node_cidrs = vec!["192.168.1.0/24".parse().unwrap(), nodes.parse().unwrap()];
        plan
    };
    assert_eq!(
        said(&with("fd00:10:244::/64", "fd00:192:168:1::/64"), "aks"),
        [""; 0]
    );
    assert_eq!(
        refused(&with("fd00:10:244::/80", "fd00:192:168:1::/64"), "aks"),
        ["EXP114.small"]
    );
    let larger = with("fd00:10:244::/64", "fd00:192:168::/48");
    assert_eq!(said(&larger, "aks"), ["EXP113.subnet"]);
    let text = file(&larger, "aks", "aks/main.tf");
    assert!(text.contains("address_space       = [\"192.168.1.0/24\", \"fd00:192:168::/48\"]"));
    assert!(text.contains("address_prefixes     = [\"192.168.1.0/24\", \"fd00:192:168::/64\"]"));
}

#[test]
fn service_ranges_that_aks_refuses() {
    for (services, expected) in [
        (&["10.96.0.0/12"][..], "EXP115.smaller"),
        (&["10.96.0.0/29"], "EXP115.dns"),
        (&["10.96.0.0/16", "fd00:10:96::/107"], "EXP115.at-most"),
        (&["172.30.0.0/16"], "EXP105"),
        (&["10.244.128.0/20"], "EXP112"),
    ] {
        let pods = ["10.244.0.0/16", "fd00:10:244::/64"];
        let plan = plan(&pods[..services.len()], services);
        let found = refused(&plan, "aks");
        assert!(found.contains(&expected.to_owned()), "{services:?}: {found:?}");
    }
    said(&plan(&["10.244.0.0/16"], &["10.112.0.0/13"]), "aks");
}

#[test]
fn a_node_is_a_24_of_the_pod_range() {
    let mut plan = ipv4();
    plan.spec.node_cidrs.clear();
    plan.spec.nodes.count = 256;
    assert_eq!(said(&plan, "aks"), [""; 0]);
    plan.spec.nodes.max = Some(257);
    assert_eq!(said(&plan, "aks"), ["EXP108"]);
    plan.spec.nodes.count = 257;
    assert_eq!(refused(&plan, "aks"), ["EXP108"]);
    plan.spec.nodes.count = 10;
    plan.spec.nodes.max = None;
    plan.spec.nodes.mask_size_ipv4 = Some(25);
    assert_eq!(said(&plan, "aks"), ["EXP107"]);
}

#[test]
fn limits_of_nodes_and_pods() {
    let mut plan = ipv4();
    plan.spec.node_cidrs.clear();
    plan.spec.pod_cidrs = vec!["10.0.0.0/10".parse().unwrap()];
    for (count, max, pods, expected) in [(5000, 5000, 110, "EXP118.pool"), (100, 5001, 110, "EXP118")] {
        plan.spec.nodes.count = count;
        plan.spec.nodes.max = Some(max);
        plan.spec.nodes.max_pods = pods;
        assert_eq!(said(&plan, "aks"), [expected]);
    }
    assert!(file(&plan, "aks", "aks/create.sh").contains("NODE_COUNT=\"${NODE_COUNT:-100}\""));
    for (count, pods, expected) in [
        (10_000, 110, "EXP118"),
        (100, 251, "EXP106"),
        (100, 9, "EXP106"),
        (2, 10, "EXP106.pool"),
    ] {
        plan.spec.nodes.count = count;
        plan.spec.nodes.max = None;
        plan.spec.nodes.max_pods = pods;
        assert_eq!(refused(&plan, "aks"), [expected]);
    }
}

#[test]
fn cilium_runs_with_both_families_from_1_29_on() {
    let mut plan = dual();
    let cilium = |plan: &_| file(plan, "aks", "aks/main.tf").contains("network_data_plane");
    assert!(cilium(&plan));
    plan.spec.kubernetes_version = "1.28".parse().unwrap();
    assert!(!cilium(&plan));
    plan.spec.cni = Cni::find("cilium");
    assert_eq!(said(&plan, "aks"), ["EXP114", "EXP116"]);
    plan.spec.kubernetes_version = "1.29".parse().unwrap();
    assert_eq!(said(&plan, "aks"), ["EXP114"]);
    plan.spec.cni = Cni::find("azure-cni");
    assert!(!cilium(&plan));
}
