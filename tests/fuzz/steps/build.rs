//! Compiles the counters. They are in C because what they count is compiled into all Rust code, and would be into them.

fn main() {
    println!("cargo::rerun-if-changed=counters.c");
    cc::Build::new().file("counters.c").opt_level(2).compile("counters");
    for name in ["malloc", "calloc", "realloc"] {
        println!("cargo::rustc-link-arg=-Wl,--wrap={name}");
    }
}
