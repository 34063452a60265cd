//! The plan for readers and for programs.

super::targets!(markdown::Markdown, plan_json::PlanJson, plan_yaml::PlanYaml);
