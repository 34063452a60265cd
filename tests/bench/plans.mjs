// The plan that benchmarks call large: 50 reserved networks and 500 Services.

const services = Array.from({ length: 500 }, (_, i) => `---
apiVersion: v1
kind: Service
metadata: {name: web-${i}}
spec: {ipFamilyPolicy: PreferDualStack, selector: {app: web}, ports: [{port: 80}]}
`);
const reserved = Array.from({ length: 50 }, (_, i) => `  - {name: n${i}, cidr: 172.16.${i}.0/24}\n`);
export const largest = `apiVersion: dualstack-planner/v1
kind: ClusterPlan
spec:
  kubernetesVersion: "1.36"
  podCIDRs: [10.244.0.0/16, "fd00:10:244::/56"]
  serviceCIDRs: [10.96.0.0/16, "fd00:10:96::/112"]
  reserved:
${reserved.join("")}${services.join("")}`;
