//! A migration as text.

use super::{Migration, MigrationProblem, MigrationStep};
use crate::i18n::{Catalogue, Message};
use crate::page::{Annotation, ChangeFormat, Page};
use crate::report::markdown_syntax::{block, code};

impl Migration {
    /// Returns the migration as text in a language, a BCP 47 tag.
    pub fn write(&self, format: ChangeFormat, language: &str) -> String {
        let catalogue = Catalogue::of(language);
        let mut page = Page::new(&catalogue);
        match format {
            ChangeFormat::Text => self.for_terminal(&mut page),
            ChangeFormat::Markdown => {
                let heading = page.say("migrate-heading");
                page.line(&format!("## {heading}"));
                self.steps_as_markdown(&mut page);
            }
            ChangeFormat::Github => self.as_annotations(&mut page),
        }
        page.out
    }

    /// Returns the steps as Markdown, each with a heading of the third level.
    pub fn markdown_steps(&self, language: &str) -> String {
        let catalogue = Catalogue::of(language);
        let mut page = Page::new(&catalogue);
        self.steps_as_markdown(&mut page);
        page.out
    }

    fn for_terminal(&self, page: &mut Page<'_>) {
        let summary = page.plain(&self.summary);
        page.line(&summary);
        for reason in &self.rebuild {
            let why = page.plain(&reason.why);
            page.line(&format!("  {}: {why}", reason.path));
            if let Some(upstream) = &reason.upstream {
                page.indented("    ", &upstream.text);
            }
        }
        for (step, number) in self.steps.iter().zip(1..) {
            page.line("");
            let title = page.plain(&step.title);
            page.line(&format!("{number}. {title} [{}]", step.id));
            for (label, text) in sentences(step) {
                let (label, text) = (page.say(label), page.plain(text));
                page.line(&format!("   {label}: {text}"));
            }
            for line in setting_lines(step) {
                page.line(&format!("   {line}"));
            }
            for command in &step.commands {
                page.line(&format!("   $ {command}"));
            }
            let label = page.say("migrate-label-check");
            page.line(&format!("   {label}: {}", step.check));
            page.indented("     ", &step.prints);
            if let Some(source) = &step.source {
                let label = page.say("change-label-source");
                page.line(&format!("   {label}: {source}"));
            }
            for problem in self.problems.iter().filter(|problem| problem.number == number) {
                problem_lines(page, problem);
            }
        }
        for problem in self.problems.iter().filter(|problem| problem.number == 0) {
            problem_lines(page, problem);
        }
    }

    fn steps_as_markdown(&self, page: &mut Page<'_>) {
        let summary = page.markdown(&self.summary);
        page.line(&format!("\n{summary}"));
        if !self.rebuild.is_empty() {
            page.line("");
        }
        for reason in &self.rebuild {
            let why = page.markdown(&reason.why);
            page.line(&format!("- {}: {why}", code(&reason.path)));
            if let Some(upstream) = &reason.upstream {
                let said: Vec<String> = upstream.text.lines().map(code).collect();
                page.line(&format!(
                    "  - {}: {}",
                    upstream.component.as_str(),
                    said.join(" ")
                ));
            }
        }
        for (step, number) in self.steps.iter().zip(1..) {
            let title = page.plain(&step.title);
            page.line(&format!("\n### {number}. {title}\n"));
            let how = page.markdown(&step.how);
            page.line(&how);
            let settings: String = setting_lines(step)
                .iter()
                .map(|line| format!("{line}\n"))
                .collect();
            if !settings.is_empty() {
                let label = page.say("migrate-label-settings");
                page.line(&format!("\n{label}:\n"));
                page.out.push_str(&block("diff", &settings));
            }
            for file in &step.files {
                page.line(&format!("\n{}:\n", code(&file.path)));
                page.out.push_str(&block("diff", &file.patch));
            }
            if !step.commands.is_empty() {
                let label = page.say("migrate-label-commands");
                page.line(&format!("\n{label}:\n"));
                page.out.push_str(&block("sh", &step.commands.join("\n")));
            }
            let label = page.say("migrate-label-check");
            page.line(&format!("\n{label}:\n"));
            let printed: String = step.prints.lines().map(|line| format!("\n{line}")).collect();
            page.out
                .push_str(&block("console", &format!("$ {}{printed}", step.check)));
            page.line("");
            for (label, text) in sentences(step).into_iter().skip(1) {
                let (label, text) = (page.say(label), page.markdown(text));
                page.line(&format!("- {label}: {text}"));
            }
            if let Some(source) = &step.source {
                let label = page.say("change-label-source");
                page.line(&format!("- {label}: {}", code(source)));
            }
            for problem in self.problems.iter().filter(|problem| problem.number == number) {
                let label = page.say("migrate-label-problem");
                page.line(&format!(
                    "- **{label}** {}: {}",
                    problem.component.as_str(),
                    code(&problem.line)
                ));
            }
        }
    }

    fn as_annotations(&self, page: &mut Page<'_>) {
        for reason in &self.rebuild {
            let text = page.plain(&reason.why);
            page.annotation(Annotation::Error, &reason.path, &text);
        }
        for problem in &self.problems {
            let title = match problem.step.as_str() {
                "" => page.say("migrate-heading"),
                step => step.to_owned(),
            };
            let text = format!("{}: {}", problem.component.as_str(), problem.line);
            page.annotation(Annotation::Error, &title, &text);
        }
        if self.rebuild.is_empty() && self.problems.is_empty() {
            let (title, text) = (page.say("migrate-heading"), page.plain(&self.summary));
            page.annotation(Annotation::Notice, &title, &text);
        }
    }
}

/// The sentences about a step, each with its label; how it is done is the first.
fn sentences(step: &MigrationStep) -> [(&'static str, &Message); 5] {
    [
        ("migrate-label-how", &step.how),
        ("migrate-label-place", &step.place),
        ("migrate-label-notice", &step.notice),
        ("migrate-label-back", &step.back),
        ("migrate-label-until", &step.until),
    ]
}

/// The settings that change, a line for each value before and after.
fn setting_lines(step: &MigrationStep) -> Vec<String> {
    let mut lines = Vec::new();
    for setting in &step.settings {
        let component = setting.component.as_str();
        if let Some(before) = &setting.before {
            lines.push(format!("- {component} {}={before}", setting.flag));
        }
        if let Some(after) = &setting.after {
            lines.push(format!("+ {component} {}={after}", setting.flag));
        }
    }
    lines
}

fn problem_lines(page: &mut Page<'_>, problem: &MigrationProblem) {
    let label = page.say("migrate-label-problem");
    page.line(&format!("   {label} {}:", problem.component.as_str()));
    page.indented("     ", &problem.line);
}
