//! What was done to the cluster of the view "What happens if…", and the step that is being prepared.

use std::rc::Rc;

use dualstack_core::admission::simulator::Action as Step;

/// What can be done next.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Kind {
    /// A Service is created.
    #[default]
    Create,
    /// A Service is replaced.
    Replace,
    /// A Service is patched.
    Patch,
    /// A Service is deleted.
    Delete,
    /// The API servers get a second Service range.
    AddRange,
    /// The API servers lose their second Service range.
    RemoveRange,
    /// The API servers become another version.
    SetVersion,
    /// A ServiceCIDR object is created.
    CreateServiceCidr,
    /// A ServiceCIDR object is deleted.
    DeleteServiceCidr,
    /// Time passes, until a deleted ServiceCIDR object may go.
    Wait,
}

impl Kind {
    /// Every kind, in the order shown.
    pub const ALL: [Kind; 10] = [
        Kind::Create,
        Kind::Replace,
        Kind::Patch,
        Kind::Delete,
        Kind::AddRange,
        Kind::RemoveRange,
        Kind::SetVersion,
        Kind::CreateServiceCidr,
        Kind::DeleteServiceCidr,
        Kind::Wait,
    ];

    /// The value of its option.
    pub const fn slug(self) -> &'static str {
        match self {
            Kind::Create => "create",
            Kind::Replace => "replace",
            Kind::Patch => "patch",
            Kind::Delete => "delete",
            Kind::AddRange => "add-range",
            Kind::RemoveRange => "remove-range",
            Kind::SetVersion => "set-version",
            Kind::CreateServiceCidr => "create-service-cidr",
            Kind::DeleteServiceCidr => "delete-service-cidr",
            Kind::Wait => "wait",
        }
    }

    /// The kind of that option.
    pub fn parse(slug: &str) -> Option<Kind> {
        Kind::ALL.into_iter().find(|kind| kind.slug() == slug)
    }
}

/// What was done last, for the announcement.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Last {
    /// Nothing yet.
    #[default]
    Nothing,
    /// A step was added.
    Did,
    /// That many steps were taken back.
    Undid(usize),
}

/// The steps, and the one being prepared.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Simulation {
    /// What was done, in order.
    pub steps: Rc<[Step]>,
    /// What is to be done next.
    pub kind: Kind,
    /// On what: a Service, a version, an object; `None` for what the view proposes.
    pub subject: Option<Rc<str>>,
    /// The manifest, patch or ranges, once they are edited; `None` for what the view proposes.
    pub text: Option<Rc<str>>,
    /// What was done last.
    pub last: Last,
}

/// A change of the simulation.
#[derive(Clone, Debug, PartialEq)]
pub enum Simulate {
    /// Another kind of step is prepared.
    Kind(Kind),
    /// It is about something else.
    Subject(String),
    /// Its text is edited.
    Text(String),
    /// A step is done.
    Do(Box<Step>),
    /// The step of that index and all after it are taken back.
    UndoFrom(usize),
}

impl Simulation {
    /// The simulation after a change.
    #[must_use]
    pub fn after(&self, change: Simulate) -> Simulation {
        let mut next = self.clone();
        match change {
            Simulate::Kind(kind) if kind == self.kind => {}
            Simulate::Kind(kind) => {
                next.kind = kind;
                next.subject = None;
                next.text = None;
            }
            Simulate::Subject(subject) => {
                // An object's name goes with any text; a Service's manifest is that Service's.
                if self.kind != Kind::CreateServiceCidr {
                    next.text = None;
                }
                next.subject = Some(subject.into());
            }
            Simulate::Text(text) => next.text = Some(text.into()),
            Simulate::Do(step) => {
                next.steps = self.steps.iter().cloned().chain([*step]).collect();
                next.subject = None;
                next.text = None;
                next.last = Last::Did;
            }
            Simulate::UndoFrom(index) => {
                let undone = self.steps.len().saturating_sub(index);
                if undone > 0 {
                    next.steps = self.steps.iter().take(index).cloned().collect();
                    next.last = Last::Undid(undone);
                }
            }
        }
        next
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn delete(name: &str) -> Step {
        Step::Delete {
            namespace: String::new(),
            name: name.to_owned(),
        }
    }

    fn three() -> Simulation {
        ["a", "b", "c"]
            .into_iter()
            .fold(Simulation::default(), |simulation, name| {
                simulation.after(Simulate::Do(Box::new(delete(name))))
            })
    }

    #[test]
    fn steps_are_kept_in_order_and_undone_from_any() {
        assert_eq!(*three().steps, [delete("a"), delete("b"), delete("c")]);
        let undone = three().after(Simulate::UndoFrom(1));
        assert_eq!(*undone.steps, [delete("a")]);
        assert_eq!(undone.last, Last::Undid(2));
        let reset = undone.after(Simulate::UndoFrom(0));
        assert!(reset.steps.is_empty());
        assert_eq!(
            reset.after(Simulate::UndoFrom(0)),
            reset,
            "there is nothing to undo"
        );
        assert_eq!(three().after(Simulate::UndoFrom(3)), three());
    }

    #[test]
    fn what_is_typed_belongs_to_one_kind_and_one_service() {
        let typed = Simulation::default()
            .after(Simulate::Kind(Kind::Patch))
            .after(Simulate::Subject("default/web".to_owned()))
            .after(Simulate::Text("spec: {}".to_owned()));
        assert_eq!(typed.text.as_deref(), Some("spec: {}"));
        assert_eq!(typed.after(Simulate::Kind(Kind::Patch)), typed);
        assert_eq!(typed.after(Simulate::Subject("default/b".to_owned())).text, None);
        let other = typed.after(Simulate::Kind(Kind::Replace));
        assert_eq!((other.subject, other.text), (None, None));
        let done = typed.after(Simulate::Do(Box::new(delete("web"))));
        assert_eq!((done.kind, done.text), (Kind::Patch, None));
    }

    #[test]
    fn the_name_of_an_object_leaves_its_ranges() {
        let typed = Simulation::default()
            .after(Simulate::Kind(Kind::CreateServiceCidr))
            .after(Simulate::Text("10.97.0.0/16".to_owned()))
            .after(Simulate::Subject("more".to_owned()));
        assert_eq!(typed.text.as_deref(), Some("10.97.0.0/16"));
    }

    #[test]
    fn every_kind_is_found_by_its_option() {
        for kind in Kind::ALL {
            assert_eq!(Kind::parse(kind.slug()), Some(kind));
        }
        assert_eq!(Kind::parse("explode"), None);
    }
}
