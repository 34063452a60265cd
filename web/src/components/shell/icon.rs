//! Small drawings beside words; never instead of a name.

use dualstack_core::diagnostic::Severity;
use yew::prelude::*;

/// A drawing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Icon {
    /// An arrow back.
    Undo,
    /// An arrow forward.
    Redo,
    /// A folder.
    Open,
    /// An arrow down to a line.
    Download,
    /// A chain link.
    Share,
    /// A drawer with papers.
    Plans,
    /// A corner that points down.
    Unfold,
    /// Two sheets.
    Copy,
    /// Two arrows.
    Swap,
    /// A plus.
    Add,
    /// A cross.
    Remove,
    /// A tick.
    Good,
    /// A stop sign.
    Error,
    /// A triangle.
    Warning,
    /// A circled i.
    Info,
}

impl Icon {
    const fn path(self) -> &'static str {
        match self {
            Icon::Undo => "M4 6h6a3.5 3.5 0 0 1 0 7H6M4 6l3-3M4 6l3 3",
            Icon::Redo => "M12 6H6a3.5 3.5 0 0 0 0 7h4M12 6 9 3M12 6 9 9",
            Icon::Open => "M2 12.5v-9h4l1.5 2H13v2M2 12.5 4.2 7.5H15l-2.2 5z",
            Icon::Download => "M8 2v8M4.5 6.8 8 10.3l3.5-3.5M2.5 13.5h11",
            Icon::Share => "M6.5 9.5l3-3M7 4.7l1-1a3 3 0 0 1 4.3 4.3l-1 1M9 11.3l-1 1A3 3 0 0 1 3.7 8l1-1",
            Icon::Plans => "M2.5 6.5h11v7h-11zM4 6.5v-2h8v2M5.5 4.5v-2h5v2M6.5 9.5h3",
            Icon::Unfold => "M4.5 6.5 8 10l3.5-3.5",
            Icon::Copy => "M5.5 5.5h8v8h-8zM3.5 10.5h-1v-8h8v1",
            Icon::Swap => "M5 13V3M5 3 2.5 5.5M5 3l2.5 2.5M11 3v10M11 13l-2.5-2.5M11 13l2.5-2.5",
            Icon::Add => "M8 3v10M3 8h10",
            Icon::Remove => "M4 4l8 8M12 4l-8 8",
            Icon::Good => "M3 8.5 6.5 12 13 4.5",
            Icon::Error => "M5.5 1.8h5l3.7 3.7v5l-3.7 3.7h-5L1.8 10.5v-5zM8 4.8v3.7M8 11v.2",
            Icon::Warning => "M8 2 14.5 13.5h-13zM8 6.5v3.3M8 11.7v.1",
            Icon::Info => "M8 1.8a6.2 6.2 0 1 0 0 12.4A6.2 6.2 0 0 0 8 1.8M8 7.3v4M8 4.8v.1",
        }
    }

    /// The drawing of a severity.
    pub const fn of(severity: Severity) -> Icon {
        match severity {
            Severity::Error => Icon::Error,
            Severity::Warning => Icon::Warning,
            Severity::Info => Icon::Info,
        }
    }

    /// The drawing, hidden from screen readers.
    pub fn html(self) -> Html {
        html! {
            <svg class="icon" viewBox="0 0 16 16" aria-hidden="true" focusable="false"><path d={self.path()} /></svg>
        }
    }
}
