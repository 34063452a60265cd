//! Any plan file is decoded, and the plan is written as a file that says the same.

use dualstack_core::document::write::{to_json_pretty, to_yaml};
use dualstack_core::document::{as_json, read};
use dualstack_core::lint::is_read;
use dualstack_core::request::ClusterPlan;
use dualstack_core::request::decode::decode;

use crate::common::assert_places;
use crate::input::text_of;

pub(crate) fn check(bytes: &[u8]) {
    let text = text_of(bytes);
    let stream = read(&text);
    let decoded = decode(&stream, is_read);
    assert_places(&decoded.diagnostics, &text);
    for source in &decoded.services {
        assert!(source.object(&stream).is_some(), "{source:?} of {text:?}");
    }
    let Some(found) = decoded.plan else {
        return;
    };
    for range in &found.ranges {
        assert!(stream.document(found.document).is_some(), "{range:?} of {text:?}");
    }
    let value = as_json(&found.plan);
    for written in [to_yaml(&value), to_json_pretty(&value)] {
        assert_eq!(
            decoded_plan(&written).as_ref(),
            Some(&found.plan),
            "{written}\nof {text:?}"
        );
    }
    // The same by the reader of calls, which takes JSON.
    let called: ClusterPlan =
        serde_json::from_value(value.clone()).unwrap_or_else(|error| panic!("{error}: {value}"));
    assert_eq!(called, found.plan, "{text:?}");
}

fn decoded_plan(text: &str) -> Option<ClusterPlan> {
    Some(decode(&read(text), is_read).plan?.plan)
}
