//! The report for readers. Its text comes from the caller, which analysed the plan file.

use crate::diagnostic::{Diagnostic, Severity};
use crate::export::text::markdown;
use crate::export::{
    Checked, ExportContext, Exporter, FileError, FileSet, Support, TargetMeta, finding, refuse,
};
use crate::i18n::Message;
use crate::kubernetes::Window;

/// The report.
pub(in crate::export) struct Markdown;

static META: TargetMeta = TargetMeta {
    id: "markdown",
    versions: Window::ALL,
    docs: "https://github.github.com/gfm/",
    checked: &[Checked::Documentation("GitHub Flavored Markdown")],
};

/// The picture, beside the report.
const MAP: &str = "plan.svg";

fn without_report(cx: &ExportContext<'_>) -> Option<Diagnostic> {
    let message = || Message::new("EXP120").with("target", META.id);
    cx.report
        .is_none()
        .then(|| finding("EXP120", Severity::Error, "", message()))
}

impl Exporter for Markdown {
    fn meta(&self) -> &'static TargetMeta {
        &META
    }

    fn supports(&self, cx: &ExportContext<'_>) -> Support {
        refuse(without_report(cx))?;
        Ok(Vec::new())
    }

    fn export(&self, cx: &ExportContext<'_>, out: &mut FileSet) -> Result<(), FileError> {
        let comment = markdown::comment(&cx.header());
        let report = cx.report.map(|write| write(&cx.catalogue)).unwrap_or_default();
        let Some(picture) = cx.map.and_then(|draw| draw(&cx.catalogue)) else {
            return out.add("report/plan.md", "text/markdown", &(comment + &report));
        };
        let image = markdown::image(&picture.summary, MAP);
        let text = comment.clone() + &markdown::below_title(&report, &image);
        out.add("report/plan.md", "text/markdown", &text)?;
        out.add(
            &format!("report/{MAP}"),
            "image/svg+xml",
            &(comment + &picture.svg),
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::components::plan_for_tests as plan;
    use crate::export::{Picture, export};
    use crate::i18n::Catalogue;

    const PODS: &[&str] = &["10.244.0.0/16", "fd00:10:244::/56"];
    const SERVICES: &[&str] = &["10.96.0.0/16", "fd00:10:96::/112"];

    #[test]
    fn the_report_is_asked_for_in_the_language_of_the_export() {
        let plan = plan("1.36", PODS, SERVICES);
        for tag in ["en", "ja"] {
            let title = |catalogue: &Catalogue| catalogue.text(&Message::new("target-markdown.description"));
            let cx = ExportContext::new(&plan, &[], Catalogue::of(tag)).with_report(&title);
            let exported = export(&cx, &[META.id]);
            let text = format!("{}\n", title(&Catalogue::of(tag)));
            assert!(
                exported.files[0].text.ends_with(&text),
                "{}",
                exported.files[0].text
            );
        }
    }

    #[test]
    fn the_map_stands_below_the_title() {
        let plan = plan("1.36", PODS, SERVICES);
        let draw = |_: &Catalogue| {
            Some(Picture {
                svg: "<svg></svg>\n".to_owned(),
                summary: "300 [nodes]".to_owned(),
            })
        };
        let cx = ExportContext::new(&plan, &[], Catalogue::of("en"))
            .with_report(&|_| "# demo\n\ntext\n".to_owned())
            .with_map(&draw);
        let exported = export(&cx, &[META.id]);
        let [report, map] = exported.files.as_slice() else {
            panic!("{:?}", exported.files);
        };
        assert!(
            report
                .text
                .ends_with("-->\n# demo\n\n![300 \\[nodes\\]](plan.svg)\n\ntext\n"),
            "{}",
            report.text
        );
        assert_eq!(map.path, "report/plan.svg");
        assert!(map.text.ends_with("-->\n<svg></svg>\n"), "{}", map.text);
    }

    #[test]
    fn the_plan_is_named_in_one_comment() {
        let mut plan = plan("1.36", PODS, SERVICES);
        plan.metadata.name = "--> # <script>".to_owned();
        let text = crate::export::for_tests::export(&plan, &[], &[META.id]).files[0]
            .text
            .clone();
        assert!(text.starts_with("<!--\ndualstack-planner "));
        assert_eq!(text.matches("-->").count(), 1);
    }

    #[test]
    fn without_a_report_nothing_is_written() {
        let plan = plan("1.36", PODS, SERVICES);
        let exported = export(&ExportContext::new(&plan, &[], Catalogue::of("en")), &[META.id]);
        assert_eq!(exported.files, []);
        assert_eq!(exported.diagnostics[0].code, "EXP120");
        assert_eq!(exported.diagnostics.len(), 1);
    }
}
