//! Nothing here: the tests in `tests/` run in a browser, `cargo xtask test --only browser`.
