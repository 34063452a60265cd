//! CNI plugins.

mod shared;

super::targets!(
    calico_operator::CalicoOperator,
);
