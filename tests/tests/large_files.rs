//! Work on files of many Services grows with their number, not with its square. Work is counted as memory that is asked for,
//! in requests and in bytes: it is the same in every run, which a clock is not.

#![allow(clippy::unwrap_used, reason = "a test")]

use std::alloc::{GlobalAlloc, Layout, System};
use std::cell::Cell;

use dualstack_conformance::large_files::{Odd, PLAN, Services};
use dualstack_core::analyze::{Analysis, AnalyzeOptions, Counts};
use dualstack_core::change::{Side, diff};
use dualstack_core::diagnostic::Diagnostic;
use dualstack_core::document;
use dualstack_core::i18n::Catalogue;
use dualstack_core::report::{CheckedFile, Format, markdown, write};

thread_local! {
    static WORK: Cell<Work> = const { Cell::new(Work { requests: 0, bytes: 0 }) };
}

/// The memory that was asked for.
#[derive(Clone, Copy, Debug)]
struct Work {
    requests: usize,
    bytes: usize,
}

/// The allocator of the system, counted by thread.
struct Counting;

impl Counting {
    fn count(bytes: usize) {
        let _ = WORK.try_with(|work| {
            let Work {
                requests,
                bytes: before,
            } = work.get();
            work.set(Work {
                requests: requests + 1,
                bytes: before + bytes,
            });
        });
    }
}

#[allow(
    unsafe_code,
    reason = "an allocator is unsafe by its nature; this one passes everything on"
)]
// SAFETY: every call is passed on to the allocator of the system as it came.
unsafe impl GlobalAlloc for Counting {
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        Counting::count(layout.size());
        unsafe { System.alloc(layout) }
    }

    unsafe fn dealloc(&self, pointer: *mut u8, layout: Layout) {
        unsafe { System.dealloc(pointer, layout) }
    }

    unsafe fn realloc(&self, pointer: *mut u8, layout: Layout, size: usize) -> *mut u8 {
        Counting::count(size.saturating_sub(layout.size()));
        unsafe { System.realloc(pointer, layout, size) }
    }
}

#[global_allocator]
static ALLOCATOR: Counting = Counting;

fn work(action: impl FnOnce()) -> Work {
    WORK.set(Work {
        requests: 0,
        bytes: 0,
    });
    action();
    WORK.get()
}

/// The numbers of Services that are compared: the second is four times the first.
const FEW: usize = 100;
const MANY: usize = 400;

/// Asserts that four times as many Services cost no more than four times as much, with some room for tables that double.
fn assert_linear(what: &str, action: impl Fn(usize)) {
    // What is made once, such as the messages of a language.
    action(10);
    let (few, many) = (work(|| action(FEW)), work(|| action(MANY)));
    let most = |few: usize| few * 5;
    assert!(
        many.requests <= most(few.requests) && many.bytes <= most(few.bytes),
        "{what}: {FEW} Services cost {few:?}, {MANY} of them {many:?}"
    );
}

fn analysis(text: &str) -> Analysis {
    Analysis::of(text, &AnalyzeOptions::default())
}

#[test]
fn reading_and_admitting_services_is_linear() {
    for kind in Services::ALL {
        assert_linear(&format!("services, {kind:?}"), |count| {
            assert_eq!(analysis(&kind.file(count)).services().len(), count);
        });
    }
}

#[test]
fn checking_services_is_linear_with_the_fixes_that_are_tried() {
    for kind in Services::ALL {
        assert_linear(&format!("lint, {kind:?}"), |count| {
            assert!(!analysis(&kind.file(count)).listed().is_empty());
        });
    }
}

#[test]
fn listing_every_finding_is_linear() {
    let options = AnalyzeOptions {
        all_findings: true,
        ..AnalyzeOptions::default()
    };
    for kind in [Services::Plain, Services::Refused] {
        assert_linear(&format!("lint --all, {kind:?}"), |count| {
            let all = Analysis::of(&kind.file(count), &options).listed();
            assert!(all.len() >= count, "{}", all.len());
        });
    }
}

#[test]
fn every_format_is_linear() {
    let options = AnalyzeOptions {
        all_findings: true,
        ..AnalyzeOptions::default()
    };
    for format in [
        Format::Text,
        Format::Json,
        Format::Sarif,
        Format::Junit,
        Format::Github,
    ] {
        assert_linear(&format!("{format:?}"), |count| {
            let text = Services::Refused.file(count);
            let analysis = Analysis::of(&text, &options);
            let file = CheckedFile {
                name: "large.yaml",
                text: &text,
                diagnostics: &analysis.listed(),
            };
            assert!(write(format, &[file], Counts::of(analysis.findings()), "en").len() > count * 80);
        });
    }
}

#[test]
fn comparing_services_is_linear() {
    let side = |text: &str| Side::read(&[("plan.yaml", text)], 0, "en").unwrap();
    assert_linear("diff", |count| {
        let old = Services::Quiet.file(count);
        let new = old.replace("PreferDualStack", "RequireDualStack");
        assert_eq!(diff(&side(&old), &side(&new)).differences.len(), count);
    });
    assert_linear("diff of ranges", |count| {
        let old = Services::Quiet.file(count);
        let new = old.replace("10.96.0.0/16", "10.97.0.0/16");
        assert!(!diff(&side(&old), &side(&new)).differences.is_empty());
    });
}

#[test]
fn a_document_is_found_without_looking_at_the_others() {
    let count = document::MAX_DOCUMENTS;
    let stream = document::read(&"a: 1\n---\n".repeat(count));
    // Were every document before it looked at, these would be ten thousand million steps.
    let found = (0..count).filter(|index| stream.document(*index).is_some_and(|own| own.index() == *index));
    assert_eq!(found.count(), count);
}

#[test]
fn findings_of_one_kind_are_listed_up_to_twenty_and_counted_beyond() {
    let codes = |count: usize| -> Vec<String> {
        let analysis = analysis(&Services::Plain.file(count));
        let counts = Counts::of(analysis.findings());
        assert_eq!(counts.warnings + counts.infos, count + 2, "{counts:?}");
        analysis
            .listed()
            .iter()
            .filter(|found| found.location.document > 0)
            .map(|found| format!("{} {}", found.message.id, found.location.document))
            .collect()
    };
    let first: Vec<String> = (1..=20).map(|document| format!("SVC004 {document}")).collect();
    assert_eq!(codes(20), first);
    let note = [first.as_slice(), &["FILE010.kind 21".to_owned()]].concat();
    assert_eq!(codes(21), note, "one over");
    assert_eq!(codes(1_000), note);
    // Every finding that is listed has its fixes.
    let listed = analysis(&Services::Plain.file(30)).listed();
    let fixes: Vec<usize> = listed
        .iter()
        .filter(|found| found.code == "SVC004")
        .map(|found| found.fixes.len())
        .collect();
    assert_eq!(fixes, [2; 20]);
}

#[test]
fn every_format_says_how_many_are_not_listed() {
    let text = Services::Plain.file(25);
    let analysis = analysis(&text);
    let listed = analysis.listed();
    let file = CheckedFile {
        name: "a.yaml",
        text: &text,
        diagnostics: &listed,
    };
    let written = |format, language| write(format, &[file], Counts::of(analysis.findings()), language);
    let says = "5 more SVC004 are not listed";
    for format in [
        Format::Text,
        Format::Json,
        Format::Sarif,
        Format::Junit,
        Format::Github,
    ] {
        let written = written(format, "en");
        assert!(written.contains(says), "{format:?}");
        assert_eq!(written.matches("Service web-00020").count(), 0, "{format:?}");
    }
    assert!(markdown(&analysis, &Catalogue::of("en")).contains(says));
    let summary = written(Format::Text, "en");
    assert!(
        summary.ends_with("5 of them are not listed; --all lists them\n"),
        "{summary}"
    );
    let summary = written(Format::Text, "ja");
    assert!(summary.contains("SVC004 はほかに 5 件あり"), "{summary}");
    assert!(
        summary.ends_with("うち 5 件は省略しました。--all ですべて表示します\n"),
        "{summary}"
    );
}

#[test]
fn an_error_is_not_hidden_behind_warnings_of_its_code() {
    // Each address of the dynamic band is a warning of SVC013; one that is taken is an error of it.
    let mut text = PLAN.to_owned();
    for index in 0..40 {
        let address = if index < 39 { 200 + index } else { 200 };
        text.push_str(&format!(
            "---\nkind: Service\nmetadata: {{name: web-{index}}}\nspec: {{clusterIP: 10.96.200.{address}, ipFamilyPolicy: \
             SingleStack, ports: [{{port: 80}}]}}\n"
        ));
    }
    let listed = analysis(&text).listed();
    let of = |id: &str| listed.iter().filter(|found| found.message.id == id).count();
    assert_eq!((of("SVC013"), of("SVC013.taken")), (20, 1));
}

/// The messages and places of the findings that name a bound.
fn bounds_in(text: &str) -> Vec<String> {
    let analysis = analysis(text);
    let named = |found: &&Diagnostic| ["FILE002", "FILE019"].contains(&found.code);
    let found = analysis.reading().iter().filter(named);
    found
        .map(|found| format!("{} {}", found.message.id, found.location.pointer))
        .collect()
}

#[test]
fn lists_of_a_plan_are_read_up_to_a_bound_that_is_named() {
    let reserved = |count: usize| {
        let entries: String = (0..count)
            .map(|index| {
                format!(
                    "  - {{cidr: \"fd00:1:{:x}:{:x}::/64\"}}\n",
                    index >> 16,
                    index & 0xffff
                )
            })
            .collect();
        format!("{PLAN}  reserved:\n{entries}")
    };
    let bound = document::decode::MAX_ENTRIES;
    assert_eq!(bounds_in(&reserved(bound)), [] as [&str; 0]);
    assert_eq!(
        bounds_in(&reserved(bound + 1)),
        ["FILE019.entries /spec/reserved/5000"]
    );
    let read = analysis(&reserved(bound + 1));
    assert_eq!(read.plan().unwrap().spec.reserved.len(), bound);
    // With a million more the text itself is too large.
    assert_eq!(bounds_in(&reserved(bound + 1_000_000)), ["FILE002 "]);
}

#[test]
fn ranges_of_a_plan_are_read_up_to_a_bound_that_is_named() {
    let bound = dualstack_core::request::decode::MAX_RANGES;
    for (field, own) in [
        ("podCIDRs", "podCIDRs: [10.244.0.0/16, \"fd6f:1b2c:3d4e::/56\"]"),
        (
            "serviceCIDRs",
            "serviceCIDRs: [10.96.0.0/16, \"fd6f:1b2c:3d4f::/112\"]",
        ),
    ] {
        let plan = |count: usize| {
            let range = |index| format!("\"fd00:{:x}:{:x}::/112\"", index >> 16, index & 0xffff);
            let ranges: Vec<String> = (0..count).map(range).collect();
            PLAN.replace(own, &format!("{field}: [{}]", ranges.join(", ")))
        };
        let over = [format!("FILE019.entries /spec/{field}/{bound}")];
        assert_eq!(bounds_in(&plan(bound)), [] as [&str; 0]);
        assert_eq!(bounds_in(&plan(bound + 1)), over);
        assert_eq!(bounds_in(&plan(bound + 100_000)), over);
        // Each of them is compared with the others and planned: without the bound this would grow with the square.
        let work = |count: usize| work(|| assert!(!analysis(&plan(count)).listed().is_empty()));
        let (few, many) = (work(500), work(2_000));
        assert!(
            few.requests > 0 && many.requests < few.requests * 5,
            "{field}: {few:?}, {many:?}"
        );
    }
}

#[test]
fn services_are_read_up_to_a_bound_that_is_named() {
    let list = |count: usize| format!("kind: List\nitems:\n{}", "- kind: Service\n".repeat(count));
    let bound = dualstack_core::request::decode::MAX_SERVICES;
    assert_eq!(bounds_in(&list(bound)), [] as [&str; 0]);
    assert_eq!(bounds_in(&list(bound + 1)), ["FILE019.services /items/100000"]);
    assert_eq!(bounds_in(&list(bound + 1_000_000)), ["FILE002 "]);
}

#[test]
fn texts_of_every_odd_kind_are_read_with_memory_that_grows_with_their_size() {
    for kind in Odd::ALL {
        let read = |size: usize| {
            let text = kind.text(size);
            work(|| assert!(document::read(&text).diagnostics.len() <= 101))
        };
        let (small, large) = (read(30_000), read(120_000));
        assert!(
            large.bytes <= small.bytes * 5 && large.requests <= small.requests * 5,
            "{kind:?}: {small:?}, {large:?}"
        );
    }
}
