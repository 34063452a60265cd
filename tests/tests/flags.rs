//! The recorded start-up checks of this project agree with the engine.

use dualstack_conformance::{flags, kubeadm_files, proxy_warnings, vectors};

#[test]
fn recorded_start_up_checks_agree() {
    let results = flags::run(&vectors()).unwrap();
    assert_eq!(
        results
            .iter()
            .map(|result| (result.name.as_str(), result.total))
            .collect::<Vec<_>>(),
        [("flags/v1.27", 60), ("flags/v1.36", 100)]
    );
    for result in results {
        assert!(result.differences.is_empty(), "{}", result.describe(10));
    }
}

#[test]
fn recorded_kubeadm_files_and_lines_of_kube_proxy_agree() {
    let mut results = kubeadm_files::run(&vectors()).unwrap();
    results.extend(proxy_warnings::run(&vectors()).unwrap());
    assert_eq!(
        results
            .iter()
            .map(|result| (result.name.as_str(), result.total))
            .collect::<Vec<_>>(),
        [("kubeadm-files/v1.36", 28), ("proxy-warnings/v1.36", 23)]
    );
    for result in results {
        assert!(result.differences.is_empty(), "{}", result.describe(10));
    }
}
