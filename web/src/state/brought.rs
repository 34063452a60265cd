//! What somebody has brought to the page: what stands in the box, and the texts that are being looked at. None of it is in
//! the plan until it is put there.

use std::rc::Rc;

use dualstack_core::document::normalise::normalise;
use dualstack_core::i18n::Message;

/// The most text that stands in the box. A larger one is looked at all the same.
const MOST_IN_BOX: usize = 16 << 10;

/// How texts came.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Way {
    /// They were written or pasted.
    Written,
    /// They were dropped on the page.
    Dropped,
    /// They were chosen with *Open*.
    Opened,
}

/// A text, with the name of its file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BroughtText {
    /// The name of the file; absent for pasted text.
    pub name: Option<Rc<str>>,
    /// The text.
    pub text: Rc<str>,
}

/// Why a file was not read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NotRead {
    /// It holds more than the page reads at once.
    TooLarge,
    /// There are more files than the page reads at once.
    TooMany,
    /// It holds no text.
    NotText,
    /// The browser could not read it.
    Unreadable,
}

impl NotRead {
    /// The reason of that name, as `web/bring.js` has it.
    pub fn parse(name: &str) -> NotRead {
        match name {
            "too-large" => NotRead::TooLarge,
            "too-many" => NotRead::TooMany,
            "not-text" => NotRead::NotText,
            _ => NotRead::Unreadable,
        }
    }
}

/// Texts that came together.
#[derive(Clone, Debug, PartialEq)]
pub struct Bundle {
    /// How they came.
    pub way: Way,
    /// The texts.
    pub texts: Vec<BroughtText>,
    /// The files that were not read, with the reasons.
    pub refused: Vec<(String, NotRead)>,
}

impl Bundle {
    /// A text without a name.
    pub fn written(text: &str) -> Bundle {
        Bundle {
            way: Way::Written,
            texts: vec![BroughtText {
                name: None,
                text: text.into(),
            }],
            refused: Vec::new(),
        }
    }

    /// Number of bytes of all texts.
    pub fn bytes(&self) -> usize {
        self.texts.iter().map(|text| text.text.len()).sum()
    }

    /// The text, if there is one and no more.
    pub fn only(&self) -> Option<&BroughtText> {
        match self.texts.as_slice() {
            [only] => Some(only),
            _ => None,
        }
    }
}

/// What is looked at.
#[derive(Clone, Debug, PartialEq)]
pub struct Looked {
    /// The texts.
    pub bundle: Rc<Bundle>,
    /// Whether full-width characters became ASCII.
    pub narrowed: bool,
    /// Makes the same texts a new wish.
    pub serial: u32,
}

/// What was brought.
#[derive(Clone, Debug, PartialEq)]
pub struct Brought {
    /// What stands in the box.
    pub typed: Rc<str>,
    /// What is looked at.
    pub looked: Option<Looked>,
    /// What the look has come to, for those who do not see it.
    pub said: Option<Message>,
    /// Whether something was understood in it without the rules' texts.
    pub understood: bool,
    serial: u32,
}

impl Default for Brought {
    fn default() -> Brought {
        Brought {
            typed: "".into(),
            looked: None,
            said: None,
            understood: false,
            serial: 0,
        }
    }
}

/// A change of what was brought.
#[derive(Clone, Debug, PartialEq)]
pub enum Bring {
    /// What stands in the box.
    Type(String),
    /// Looks at texts.
    Look(Bundle),
    /// A look has come to something.
    Said {
        /// What it has come to.
        message: Message,
        /// Whether something was understood.
        understood: bool,
    },
    /// Looks no more. What stands in the box stays.
    Close,
    /// Looks no more, and empties the box: what it held is used.
    Used,
}

impl Brought {
    pub(super) fn bring(&mut self, change: Bring) {
        match change {
            Bring::Type(text) => self.typed = text.into(),
            Bring::Look(bundle) => self.look(bundle),
            Bring::Said { message, understood } => {
                self.said = Some(message);
                self.understood = understood;
            }
            Bring::Close | Bring::Used => {
                if change == Bring::Used {
                    self.typed = "".into();
                }
                self.looked = None;
                self.said = None;
            }
        }
    }

    fn look(&mut self, mut bundle: Bundle) {
        let mut narrowed = false;
        if bundle.way == Way::Written
            && let [only] = bundle.texts.as_mut_slice()
        {
            // A line is words and numbers; a file may have such characters in comments, where they belong.
            if !only.text.trim().contains('\n') {
                let ascii = normalise(&only.text);
                narrowed = *ascii != *only.text;
                only.text = ascii.as_ref().into();
            }
            if only.text.len() <= MOST_IN_BOX {
                self.typed = Rc::clone(&only.text);
            }
        }
        self.serial = self.serial.wrapping_add(1);
        self.said = None;
        self.understood = false;
        self.looked = Some(Looked {
            bundle: Rc::new(bundle),
            narrowed,
            serial: self.serial,
        });
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn after(brought: &Brought, change: Bring) -> Brought {
        let mut next = brought.clone();
        next.bring(change);
        next
    }

    #[test]
    fn full_width_characters_of_a_line_become_ascii() {
        let looked = |text: &str| after(&Brought::default(), Bring::Look(Bundle::written(text)));
        let line = looked("１０．２４４．２００．７");
        assert_eq!(&*line.typed, "10.244.200.7");
        assert!(line.looked.unwrap().narrowed);
        let file = looked("kind: ClusterPlan # 計画（１）\nspec: {}\n");
        assert_eq!(&*file.typed, "kind: ClusterPlan # 計画（１）\nspec: {}\n");
        assert!(!file.looked.unwrap().narrowed);
    }

    #[test]
    fn closing_keeps_what_was_typed_and_using_it_does_not() {
        let looked = after(&Brought::default(), Bring::Look(Bundle::written("ADDR001")));
        let closed = after(&looked, Bring::Close);
        assert_eq!((&*closed.typed, closed.looked), ("ADDR001", None));
        let used = after(&looked, Bring::Used);
        assert_eq!((&*used.typed, used.looked), ("", None));
    }

    #[test]
    fn looking_again_is_a_new_look() {
        let once = after(&Brought::default(), Bring::Look(Bundle::written("a")));
        let twice = after(&once, Bring::Look(Bundle::written("a")));
        assert_ne!(once.looked, twice.looked);
    }

    #[test]
    fn a_large_text_does_not_stand_in_the_box() {
        let large = "x\n".repeat(MOST_IN_BOX);
        let looked = after(&Brought::default(), Bring::Look(Bundle::written(&large)));
        assert_eq!(&*looked.typed, "");
        assert_eq!(looked.looked.unwrap().bundle.bytes(), large.len());
    }
}
