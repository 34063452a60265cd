//! Exports of a plan file: reads the plan, runs the targets, and finds the places of their findings in the text.

use crate::analyze::{Analysis, AnalyzeOptions};
use crate::diagnostic::Diagnostic;
use crate::drawing::scene::{SceneOptions, scene};
use crate::drawing::svg::{SvgOptions, draw, summary};
use crate::export::{ExportContext, Exported, FileToVerify, Picture, VerifiedFile, export, verify};
use crate::i18n::Catalogue;
use crate::lint;
use crate::report;
use crate::request::ranges::DeclaredRange;

/// The origin of the files of an export.
#[derive(Clone, Debug, PartialEq)]
pub struct Verification {
    /// The files in the order given; `None` if the text has no readable plan to compare them with.
    pub files: Option<Vec<VerifiedFile>>,
    /// The findings about the plan file.
    pub diagnostics: Vec<Diagnostic>,
}

/// Writes the files of the named targets for a plan file. `language` is the BCP 47 tag of the language of comments.
/// The diagnostics are those of the file and of the targets. A file without a readable plan has no exports.
///
/// The options affect the target `markdown` only, which shows the analysis of the file.
///
/// ```
/// use dualstack_core::{AnalyzeOptions, export_plan_file};
/// let text = "\
/// apiVersion: dualstack-planner/v1
/// kind: ClusterPlan
/// spec:
///   kubernetesVersion: \"1.36\"
///   podCIDRs: [10.244.0.0/16, \"fd00:10:244::/56\"]
///   serviceCIDRs: [10.96.0.0/16, \"fd00:10:96::/112\"]
/// ";
/// let exported = export_plan_file(text, &["flags"], &AnalyzeOptions::default(), "en");
/// assert!(exported.files[0].text.contains("--service-cluster-ip-range=10.96.0.0/16,fd00:10:96::/112"));
/// ```
pub fn export_plan_file(
    text: &str,
    targets: &[&str],
    options: &AnalyzeOptions<'_>,
    language: &str,
) -> Exported {
    export_plan_files(&[("", text)], targets, options, language)
}

/// The same as [`export_plan_file`] for files that are read as one: the plan of one of them, and the manifests of all.
pub fn export_plan_files(
    files: &[(&str, &str)],
    targets: &[&str],
    options: &AnalyzeOptions<'_>,
    language: &str,
) -> Exported {
    export_of(&Analysis::of_files(files, options), targets, language)
}

/// The same as [`export_plan_file`] for a file that has been analysed.
pub fn export_of(analysis: &Analysis, targets: &[&str], language: &str) -> Exported {
    let (Some(plan), Some(document)) = (analysis.plan(), analysis.document()) else {
        return Exported {
            files: Vec::new(),
            diagnostics: analysis.reading_with_fixes(),
        };
    };
    let services = analysis.sent_services();
    let report = |catalogue: &Catalogue| report::markdown(analysis, catalogue);
    let map = |catalogue: &Catalogue| report_map(analysis, catalogue);
    let cx = ExportContext::new(plan, &services, Catalogue::of(language))
        .with_service_objects(service_objects(analysis))
        .with_report(&report)
        .with_map(&map);
    let mut exported = export(&cx, targets);
    // Findings of targets name fields of the plan; their lines and columns come from the text.
    for diagnostic in &mut exported.diagnostics {
        diagnostic.location = document.locate(&diagnostic.location.pointer);
    }
    exported.diagnostics.extend(analysis.reading_with_fixes());
    lint::sort(&mut exported.diagnostics);
    exported
}

/// Draws the map that stands in the report of a file. `None` if there is no plan to draw.
pub fn report_map(analysis: &Analysis, catalogue: &Catalogue) -> Option<Picture> {
    let scene = scene(analysis, &SceneOptions::default())?;
    Some(Picture {
        svg: draw(&scene, &SvgOptions::default(), catalogue),
        summary: summary(&scene, catalogue),
    })
}

/// Returns the ranges of ServiceCIDR objects beside the plan.
fn service_objects(analysis: &Analysis) -> &[DeclaredRange] {
    analysis
        .addresses()
        .map_or(&[], |addresses| &addresses.service_objects)
}

/// Compares exported files with the files of the plan in `text`, in every language. The options are those with which
/// the export was made.
pub fn verify_exports(text: &str, files: &[FileToVerify], options: &AnalyzeOptions<'_>) -> Verification {
    verify_exports_of(&[("", text)], files, options)
}

/// The same as [`verify_exports`] for plan files that are read as one.
pub fn verify_exports_of(
    plan_files: &[(&str, &str)],
    files: &[FileToVerify],
    options: &AnalyzeOptions<'_>,
) -> Verification {
    let analysis = Analysis::of_files(plan_files, options);
    let services = analysis.sent_services();
    let report = |catalogue: &Catalogue| report::markdown(&analysis, catalogue);
    let map = |catalogue: &Catalogue| report_map(&analysis, catalogue);
    Verification {
        files: analysis.plan().map(|plan| {
            let cx = ExportContext::new(plan, &services, Catalogue::of(""))
                .with_service_objects(service_objects(&analysis))
                .with_report(&report)
                .with_map(&map);
            verify(&cx, files)
        }),
        diagnostics: analysis.reading_with_fixes(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::admission::Admission;
    use crate::analyze;
    use crate::export::Origin;

    const PLAN: &str = "\
apiVersion: dualstack-planner/v1
kind: ClusterPlan
metadata: {name: demo}
spec:
  kubernetesVersion: \"1.36\"
  podCIDRs: [10.244.0.0/16, \"fd00:10:244::/56\"]
  serviceCIDRs: [10.96.0.0/16, \"fd00:10:96::/112\"]
";
    const SERVICE: &str =
        "---\nkind: Service\nmetadata: {name: web}\nspec: {selector: {a: b}, ports: [{port: 80}]}\n";

    fn report(text: &str, options: &AnalyzeOptions<'_>) -> String {
        let exported = export_plan_file(text, &["markdown"], options, "en");
        exported.files[0].text.clone()
    }

    #[test]
    fn the_report_is_about_the_file_itself() {
        // Written anew, the plan would no longer have the field.
        let text = PLAN.replace("  podCIDRs", "  podCidrs: []\n  podCIDRs");
        let options = AnalyzeOptions::default();
        let found = analyze(&text, &options).diagnostics;
        let unknown = found
            .iter()
            .find(|found| found.location.pointer.field_path().contains("podCidrs"))
            .unwrap();
        let line = format!("{}** `spec.podCidrs`", unknown.code);
        assert!(report(&text, &options).contains(&line));
    }

    #[test]
    fn the_report_shows_the_map_that_is_drawn_of_the_file() {
        let options = AnalyzeOptions::default();
        let exported = export_plan_file(PLAN, &["markdown"], &options, "en");
        let [report, map] = exported.files.as_slice() else {
            panic!("{:?}", exported.files);
        };
        assert_eq!(map.path, "report/plan.svg");
        assert!(map.text.contains("<svg "), "{}", map.text);
        assert!(report.text.contains("](plan.svg)\n"), "{}", report.text);
        let files: Vec<FileToVerify> = exported
            .files
            .iter()
            .map(|file| FileToVerify {
                path: file.path.clone(),
                text: file.text.clone(),
            })
            .collect();
        let verified = verify_exports(PLAN, &files, &options);
        for file in verified.files.unwrap() {
            assert_eq!(file.origin, Origin::ThisPlan, "{}", file.path);
        }
    }

    #[test]
    fn the_report_has_the_addresses_of_the_seed() {
        let text = format!("{PLAN}{SERVICE}");
        for seed in [0, 7] {
            let options = AnalyzeOptions {
                seed,
                ..AnalyzeOptions::default()
            };
            let analysis = analyze(&text, &options);
            let stored = analysis.services[0]
                .admission
                .as_ref()
                .and_then(Admission::stored)
                .unwrap();
            let address = format!("| `{}` |\n", stored.cluster_ips.as_ref().unwrap()[0]);
            assert!(report(&text, &options).contains(&address), "{seed} {address}");
        }
    }

    #[test]
    fn ranges_of_servicecidr_objects_are_among_the_prefixes() {
        let object = "---\napiVersion: networking.k8s.io/v1\nkind: ServiceCIDR\nmetadata: {name: more}\nspec: {cidrs: \
                      [10.97.0.0/24, \"fd00:10:96::/112\"]}\n";
        let rows = |text: &str, target: &str, file: &str| -> Vec<String> {
            let exported = export_plan_file(text, &[target], &AnalyzeOptions::default(), "en");
            let found = exported.files.iter().find(|of| of.path.ends_with(file)).unwrap();
            found.text.lines().map(str::to_owned).collect()
        };
        let with = format!("{PLAN}{object}");
        for (target, file) in [("netbox", "prefixes.csv"), ("csv", ".csv"), ("infoblox", ".csv")] {
            let (before, after) = (rows(PLAN, target, file), rows(&with, target, file));
            let new: Vec<&String> = after.iter().filter(|row| !before.contains(row)).collect();
            assert_eq!(new.len(), 1, "{target}: {new:?}");
            assert!(new[0].contains("10.97.0.0"), "{target}: {new:?}");
            assert!(new[0].contains("ServiceCIDR/more"), "{target}: {new:?}");
        }
        let ranges = rows(&with, "netbox", "ranges.csv");
        assert_eq!(
            ranges.iter().filter(|row| row.contains("10.97.0.")).count(),
            2,
            "{ranges:?}"
        );
    }

    #[test]
    fn the_report_knows_the_plan_before() {
        let previous = PLAN.replace("10.244.0.0/16", "10.245.0.0/16");
        let options = AnalyzeOptions {
            previous: Some(&previous),
            ..AnalyzeOptions::default()
        };
        let alone = report(PLAN, &AnalyzeOptions::default());
        let found: Vec<&str> = analyze(PLAN, &options)
            .diagnostics
            .iter()
            .map(|found| found.code)
            .filter(|code| !alone.contains(code))
            .collect();
        assert!(!found.is_empty());
        let text = report(PLAN, &options);
        assert!(found.iter().all(|code| text.contains(code)), "{found:?}");
    }

    #[test]
    fn a_report_is_verified_with_the_options_it_was_made_with() {
        let text = format!("{PLAN}{SERVICE}");
        let options = AnalyzeOptions {
            seed: 7,
            ..AnalyzeOptions::default()
        };
        let files = [FileToVerify {
            path: "report/plan.md".to_owned(),
            text: export_plan_file(&text, &["markdown"], &options, "ja").files[0]
                .text
                .clone(),
        }];
        let origin = |options: &AnalyzeOptions<'_>| {
            let verified = verify_exports(&text, &files, options);
            verified.files.unwrap()[0].origin
        };
        assert_eq!(origin(&options), Origin::ThisPlan);
        assert_eq!(origin(&AnalyzeOptions::default()), Origin::Edited);
    }

    #[test]
    fn without_a_plan_there_is_nothing_to_compare_with() {
        let verified = verify_exports("kind: ConfigMap\n", &[], &AnalyzeOptions::default());
        assert_eq!(verified.files, None);
        assert!(!verified.diagnostics.is_empty());
    }
}
