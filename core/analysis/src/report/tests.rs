use super::*;
use crate::{AnalyzeOptions, analyze};

const PLAN: &str = "\
apiVersion: dualstack-planner/v1
kind: ClusterPlan
spec:
  kubernetesVersion: \"1.36\"
  podCIDRs: [10.244.1.0/16] # 日本, pods
  serviceCIDRs: [10.96.0.0/16]
";

fn written(format: Format, text: &str, language: &str) -> String {
    let report = analyze(text, &AnalyzeOptions::default());
    let file = CheckedFile {
        name: "plan.yaml",
        text,
        diagnostics: &report.diagnostics,
    };
    write(format, &[file], Counts::of(&report.diagnostics), language)
}

#[test]
fn text_shows_the_line_and_marks_the_value() {
    let text = written(Format::Text, PLAN, "en");
    let expected = "\
plan.yaml:5:14: error ADDR005: 10.244.1.0/16 has bits set behind its prefix: components read it as 10.244.0.0/16
   |
 5 |   podCIDRs: [10.244.1.0/16] # 日本, pods
   |              ^^^^^^^^^^^^^
   = help: write the network itself; Kubernetes 1.36 refuses such values in new objects
   = fix (safe): Write 10.244.0.0/16
   = https://github.com/dualstack-planner/dualstack-planner/blob/main/docs/rules/ADDR005.md
";
    assert!(text.starts_with(expected), "{text}");
    assert!(text.ends_with("one error, 0 warnings, 0 notes\n"), "{text}");
}

#[test]
fn text_speaks_the_language_asked_for() {
    let text = written(Format::Text, PLAN, "ja");
    assert!(text.starts_with("plan.yaml:5:14: エラー ADDR005: "), "{text}");
    assert!(text.ends_with("エラー 1 件、警告 0 件、情報 0 件\n"), "{text}");
}

#[test]
fn carets_stand_below_wide_characters() {
    let text = PLAN.replace("podCIDRs: [10", "# 計画\n  podCIDRs: [\"日本\", 10");
    let shown = written(Format::Text, &text, "en");
    let lines: Vec<&str> = shown.lines().collect();
    let at = lines.iter().position(|line| line.contains("ADDR005")).unwrap();
    let column = |line: &str, mark: &str| display_width(&line[..line.find(mark).unwrap()]);
    assert_eq!(
        column(lines[at + 2], "10.244.1.0"),
        column(lines[at + 3], "^"),
        "{shown}"
    );
}

#[test]
fn long_lines_are_cut_around_the_finding() {
    let text = PLAN.replace("[10.244.1.0/16]", &format!("[{}10.244.1.0/16]", " ".repeat(500)));
    let shown = written(Format::Text, &text, "en");
    let line = shown.lines().nth(2).unwrap();
    assert!(
        display_width(line) < 140 && line.contains("10.244.1.0/16") && line.contains('…'),
        "{line}"
    );
    let carets = shown.lines().nth(3).unwrap();
    let column = |line: &str, mark: &str| display_width(&line[..line.find(mark).unwrap()]);
    assert_eq!(column(line, "10.244.1.0"), column(carets, "^"));
}

#[test]
fn control_characters_do_not_reach_the_terminal() {
    let text = PLAN.replace("10.244.1.0/16", "\"\\e[31m\u{202e}x\"");
    let shown = written(Format::Text, &text, "en");
    assert!(!shown.contains(['\u{1b}', '\u{202e}']), "{shown}");
}

#[test]
fn nothing_found_is_said() {
    let text = PLAN.replace("10.244.1.0", "10.244.0.0");
    assert_eq!(written(Format::Text, &text, "en"), "plan.yaml: nothing found\n");
    assert_eq!(written(Format::Github, &text, "en"), "");
    let junit = written(Format::Junit, &text, "en");
    assert!(junit.contains("tests=\"1\" failures=\"0\""), "{junit}");
}

#[test]
fn github_commands_are_escaped() {
    assert_eq!(
        written(Format::Github, PLAN, "en"),
        "::error file=plan.yaml,line=5,endLine=5,col=14,endColumn=27,title=ADDR005 Host bits in a range::10.244.1.0/16 \
         has bits set behind its prefix: components read it as 10.244.0.0/16%0Awrite the network itself; Kubernetes \
         1.36 refuses such values in new objects\n"
    );
    let report = analyze(PLAN, &AnalyzeOptions::default());
    let file = CheckedFile {
        name: "a,b:100%.yaml",
        text: PLAN,
        diagnostics: &report.diagnostics,
    };
    assert!(
        write(Format::Github, &[file], Counts::default(), "en")
            .starts_with("::error file=a%2Cb%3A100%25.yaml,")
    );
}

#[test]
fn junit_fails_on_warnings_and_escapes_what_xml_needs() {
    let text = PLAN.replace("10.244.1.0/16", "\"<&>\"");
    let junit = written(Format::Junit, &text, "en");
    assert!(junit.contains("<failure type=\"error\""), "{junit}");
    assert!(
        junit.contains("&lt;&amp;&gt;") && !junit.contains("<&>"),
        "{junit}"
    );
}

#[test]
fn json_has_the_file_with_each_finding() {
    let json: serde_json::Value = serde_json::from_str(&written(Format::Json, PLAN, "ja")).unwrap();
    assert_eq!(json[0]["file"], "plan.yaml");
    assert_eq!(json[0]["code"], "ADDR005");
    assert!(json[0]["message"]["text"].as_str().unwrap().contains("ビット"));
}

#[test]
fn errors_decide_the_exit_code() {
    let code = |text: &str| {
        let report = analyze(text, &AnalyzeOptions::default());
        exit_code(&[CheckedFile {
            name: "x",
            text,
            diagnostics: &report.diagnostics,
        }])
    };
    assert_eq!(code(PLAN), 1);
    assert_eq!(code(&PLAN.replace("\"1.36\"", "\"1.35\"")), 0);
}
