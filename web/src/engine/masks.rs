//! The node masks on one axis of nodes: a step to the right is one more bit of mask and twice the nodes.

use dualstack_core::kubernetes::node_ipam::NodeIpamRules;
use dualstack_core::net::{AddressCount, Cidr, IpFamily};
use dualstack_core::nodeipam::FamilyBlocks;
use dualstack_core::plan::capacity::{FamilyCapacity, MaskWindow, legal_masks};
use dualstack_core::plan::one_mask_for_both;

use super::Analysis;

/// One family on the axis.
#[derive(Clone, Debug, PartialEq)]
pub struct MaskRow {
    /// The family of the row.
    pub family: IpFamily,
    /// The pod CIDR of the family.
    pub pod_cidr: Cidr,
    /// Prefix length of a node's block, in bits.
    pub mask: u8,
    /// Masks with which kube-controller-manager starts.
    pub legal: MaskWindow,
    /// Masks that kubeadm accepts, if those are fewer.
    pub kubeadm: Option<MaskWindow>,
    /// Legal masks that hold the planned nodes and pods.
    pub fitting: Option<MaskWindow>,
    /// Number of nodes that fit; absent if the mask does not fit the range.
    pub nodes: Option<AddressCount>,
}

impl MaskRow {
    /// Returns the JSON Pointer of the mask in the plan.
    pub const fn pointer(&self) -> &'static str {
        match self.family {
            IpFamily::IPv4 => "/spec/nodes/maskSizeIPv4",
            IpFamily::IPv6 => "/spec/nodes/maskSizeIPv6",
        }
    }

    /// Returns the legal mask nearest to `mask`, in bits.
    pub fn legal_mask(&self, mask: i32) -> u8 {
        let (shortest, longest) = (self.legal.shortest, self.legal.longest.max(self.legal.shortest));
        u8::try_from(mask.clamp(i32::from(shortest), i32::from(longest))).unwrap_or(shortest)
    }

    /// Returns the mask after a key was pressed on a slider. `None` for other keys.
    pub fn after_key(&self, key: &str) -> Option<u8> {
        let by = |step: i32| self.legal_mask(i32::from(self.mask) + step);
        match key {
            "ArrowRight" | "ArrowUp" => Some(by(1)),
            "ArrowLeft" | "ArrowDown" => Some(by(-1)),
            "PageUp" => Some(by(4)),
            "PageDown" => Some(by(-4)),
            "Home" => Some(self.legal.shortest),
            "End" => Some(self.legal.longest),
            _ => None,
        }
    }

    fn bits(&self, mask: u8) -> u8 {
        mask.saturating_sub(self.pod_cidr.prefix_len())
    }
}

/// The axis with its rows.
#[derive(Clone, Debug, PartialEq)]
pub struct NodeAxis {
    /// The families in order.
    pub rows: Vec<MaskRow>,
    /// The length of the axis: it ends at 2^`doublings` nodes.
    pub doublings: u8,
    /// Number of nodes today.
    pub today: u64,
    /// Largest planned number of nodes.
    pub planned: u64,
}

impl NodeAxis {
    /// Returns the axis of a plan that has pod CIDRs. `None` if the version has one mask for both families, which
    /// cannot be moved for one of them.
    pub fn of(analysis: &Analysis) -> Option<NodeAxis> {
        let plan = analysis.plan()?;
        let spec = &plan.spec;
        if one_mask_for_both(spec) {
            return None;
        }
        let limits = (&NodeIpamRules::at(spec.kubernetes_version)).into();
        let capacity = analysis
            .addresses()
            .as_ref()
            .and_then(|addresses| addresses.capacity.as_ref());
        let mut rows: Vec<MaskRow> = Vec::new();
        for cidr in &spec.pod_cidrs {
            let family = cidr.family();
            if rows.iter().any(|row| row.family == family) {
                continue;
            }
            let known: Option<&FamilyCapacity> =
                capacity.and_then(|capacity| capacity.families.iter().find(|known| known.family == family));
            let legal = legal_masks(*cidr, limits);
            let mask = spec.node_mask(family);
            rows.push(MaskRow {
                family,
                pod_cidr: *cidr,
                mask,
                legal,
                kubeadm: known
                    .and_then(|known| known.kubeadm_masks)
                    .filter(|masks| *masks != legal),
                fitting: known.and_then(|known| known.fitting_masks),
                nodes: FamilyBlocks::new(*cidr, mask, &spec.service_cidrs).map(|blocks| blocks.count()),
            });
        }
        let widest = rows.iter().map(|row| row.bits(row.legal.longest)).max()?;
        let planned = u64::from(spec.nodes.planned());
        let for_plan = u8::try_from(u64::BITS - planned.saturating_sub(1).leading_zeros()).unwrap_or(u8::MAX);
        Some(NodeAxis {
            rows,
            doublings: widest.max(for_plan).max(1),
            today: spec.nodes.count.into(),
            planned,
        })
    }

    /// Returns the position of a number of nodes on the axis, in percent. One node is the first step; 0 is the start.
    pub fn place(&self, nodes: f64) -> f64 {
        if nodes < 1.0 {
            return 0.0;
        }
        let steps = f64::from(self.doublings) + 1.0;
        (100.0 * (nodes.log2() + 1.0) / steps).clamp(0.0, 100.0)
    }

    /// Returns the position of a mask on the axis, in percent.
    pub fn place_of_mask(&self, row: &MaskRow, mask: u8) -> f64 {
        self.place(f64::from(row.bits(mask)).exp2())
    }

    /// Returns the legal mask at a position of the axis, from 0 to 1.
    pub fn mask_at(&self, row: &MaskRow, place: f64) -> u8 {
        let steps = (place.clamp(0.0, 1.0) * (f64::from(self.doublings) + 1.0)).round() - 1.0;
        row.legal_mask(i32::from(row.pod_cidr.prefix_len()) + steps as i32)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::views::planner::EXAMPLE;

    fn axis(text: &str) -> NodeAxis {
        NodeAxis::of(&Analysis::of(&text.into())).unwrap()
    }

    #[test]
    fn both_families_share_one_axis() {
        let axis = axis(EXAMPLE);
        assert_eq!((axis.doublings, axis.today, axis.planned), (16, 40, 250));
        let [v4, v6] = axis.rows.as_slice() else {
            panic!("{axis:?}")
        };
        assert_eq!((v4.legal.shortest, v4.legal.longest, v4.mask), (16, 32, 24));
        assert_eq!((v6.legal.shortest, v6.legal.longest, v6.mask), (56, 72, 64));
        assert_eq!(axis.place_of_mask(v4, 24), axis.place_of_mask(v6, 64));
        assert_eq!(axis.place(0.0), 0.0);
        assert_eq!(axis.place(65536.0), 100.0);
    }

    #[test]
    fn one_mask_for_both_families_has_no_axis() {
        let of = |version: &str| {
            let text = EXAMPLE.replace("\"1.36\"", version);
            NodeAxis::of(&Analysis::of(&text.into()))
        };
        assert_eq!(of("\"1.16\""), None);
        assert_eq!(of("\"1.17\"").unwrap().rows.len(), 2);
    }

    #[test]
    fn every_legal_mask_is_found_where_it_is_drawn() {
        let axis = axis(&EXAMPLE.replace("10.244.0.0/16", "10.244.0.0/19"));
        for row in &axis.rows {
            for mask in row.legal.shortest..=row.legal.longest {
                assert_eq!(axis.mask_at(row, axis.place_of_mask(row, mask) / 100.0), mask);
            }
            assert_eq!(axis.mask_at(row, -1.0), row.legal.shortest);
            assert_eq!(axis.mask_at(row, 2.0), row.legal.longest);
        }
    }

    #[test]
    fn keys_stay_inside_the_window() {
        let axis = axis(EXAMPLE);
        let row = &axis.rows[1];
        for (key, mask) in [
            ("ArrowRight", 65),
            ("ArrowLeft", 63),
            ("PageUp", 68),
            ("Home", 56),
            ("End", 72),
        ] {
            assert_eq!(row.after_key(key), Some(mask), "{key}");
        }
        assert_eq!(row.after_key("Tab"), None);
        let wide = MaskRow {
            mask: 72,
            ..row.clone()
        };
        assert_eq!(wide.after_key("ArrowUp"), Some(72));
    }

    #[test]
    fn a_mask_that_does_not_fit_keeps_its_row() {
        let axis = axis(&EXAMPLE.replace("maskSizeIPv4: 24", "maskSizeIPv4: 8"));
        assert_eq!((axis.rows[0].mask, axis.rows[0].nodes), (8, None));
        assert_eq!(axis.rows[0].after_key("ArrowRight"), Some(16));
    }
}
