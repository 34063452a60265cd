//! The colours of the picture: those of the planner's page, light and dark.

use serde::Deserialize;

/// The colours that a picture is drawn in.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Theme {
    /// Dark on light.
    Light,
    /// Light on dark.
    Dark,
    /// What the reader prefers: light where that is not known.
    #[default]
    Auto,
}

impl Theme {
    /// Every theme.
    pub const ALL: [Theme; 3] = [Theme::Light, Theme::Dark, Theme::Auto];

    /// Returns the name of the theme: `light`, `dark`, `auto`.
    pub const fn as_str(self) -> &'static str {
        match self {
            Theme::Light => "light",
            Theme::Dark => "dark",
            Theme::Auto => "auto",
        }
    }

    /// Returns the theme of that name.
    pub fn named(name: &str) -> Option<Theme> {
        Theme::ALL.into_iter().find(|theme| theme.as_str() == name)
    }
}

macro_rules! colours {
    ($($(#[$doc:meta])* $name:ident: $token:literal, $light:literal, $dark:literal;)*) => {
        /// A colour by what it is for.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub(super) enum Colour { $($(#[$doc])* $name,)* }

        impl Colour {
            const ALL: &'static [Colour] = &[$(Colour::$name,)*];

            const fn token(self) -> &'static str {
                match self { $(Colour::$name => $token,)* }
            }

            const fn light(self) -> &'static str {
                match self { $(Colour::$name => $light,)* }
            }

            const fn dark(self) -> &'static str {
                match self { $(Colour::$name => $dark,)* }
            }
        }
    };
}

// The names and values are those of `web/styles/tokens.css`, which a test compares.
colours! {
    Surface: "surface", "#ffffff", "#171d27";
    Text: "text", "#18202c", "#e8ecf3";
    Muted: "text-muted", "#505c6c", "#a8b3c2";
    Line: "line", "#dbe0e8", "#2c3542";
    LineStrong: "line-strong", "#7d8898", "#76839a";
    Accent: "accent", "#2350bd", "#9ab8ff";
    AccentSoft: "accent-soft", "#e6edfc", "#1c2b4c";
    Error: "error", "#a81d15", "#ffb0a6";
    ErrorSoft: "error-soft", "#fdeceb", "#3a1b19";
    Warning: "warning", "#754c00", "#f0c56d";
    Pods: "pods", "#2a5bd0", "#8aadff";
    PodsSoft: "pods-soft", "#dbe7ff", "#1d315f";
    Services: "services", "#7338c8", "#c7a8ff";
    ServicesSoft: "services-soft", "#ede2ff", "#38285c";
    Nodes: "nodes", "#0a746a", "#5cd5c6";
    NodesSoft: "nodes-soft", "#d3f2ed", "#133f3a";
    LoadBalancers: "load-balancers", "#a8246b", "#ff9fcf";
    LoadBalancersSoft: "load-balancers-soft", "#fde1ef", "#4d1b36";
    Reserved: "reserved", "#8a5700", "#f0bf63";
    ReservedSoft: "reserved-soft", "#fbeacb", "#44330f";
    FreeSoft: "free-soft", "#eef1f5", "#1a212c";
}

/// Returns the rules that colour the shapes below a selector which were drawn with [`Theme::Auto`], for pages that hold the
/// picture without its own style sheet. Each colour is a custom property, `--dsp-<name>`, with its two values.
pub fn colour_rules(below: &str) -> String {
    let mut rules = String::new();
    for colour in Colour::ALL {
        let (token, light, dark) = (colour.token(), colour.light(), colour.dark());
        for (letter, property) in [("f", "fill"), ("s", "stroke")] {
            rules.push_str(&format!(
                "    {below} .{letter}-{token} {{ {property}: var(--dsp-{token}, light-dark({light}, {dark})); }}\n"
            ));
        }
    }
    rules
}

/// Writes colours as attributes. With [`Theme::Auto`] every shape has its light colour, and a class by which the style
/// sheet makes it dark: a reader without style sheets sees the light picture.
#[derive(Clone, Copy, Debug)]
pub(super) struct Ink {
    theme: Theme,
}

impl Ink {
    pub(super) fn new(theme: Theme) -> Ink {
        Ink { theme }
    }

    fn value(self, colour: Colour) -> &'static str {
        match self.theme {
            Theme::Dark => colour.dark(),
            Theme::Light | Theme::Auto => colour.light(),
        }
    }

    /// Returns the attributes of a shape with these colours; `None` is no paint.
    pub(super) fn paint(self, fill: Option<Colour>, stroke: Option<Colour>) -> String {
        let mut classes = Vec::new();
        let mut out = String::new();
        match fill {
            Some(colour) => {
                classes.push(format!("f-{}", colour.token()));
                out.push_str(&format!(" fill=\"{}\"", self.value(colour)));
            }
            None => out.push_str(" fill=\"none\""),
        }
        if let Some(colour) = stroke {
            classes.push(format!("s-{}", colour.token()));
            out.push_str(&format!(" stroke=\"{}\"", self.value(colour)));
        }
        if self.theme == Theme::Auto && !classes.is_empty() {
            out.push_str(&format!(" class=\"{}\"", classes.join(" ")));
        }
        out
    }

    /// Returns the attributes of a shape that is filled.
    pub(super) fn fill(self, colour: Colour) -> String {
        self.paint(Some(colour), None)
    }

    /// Returns the attributes of a line.
    pub(super) fn stroke(self, colour: Colour) -> String {
        self.paint(None, Some(colour))
    }

    /// Returns the attributes of a line around a shape that is filled with a texture.
    pub(super) fn edge(self, colour: Colour) -> String {
        self.stroke(colour).replacen(" fill=\"none\"", "", 1)
    }

    /// Returns the style sheet; empty unless the reader decides. `id` is that of the picture.
    pub(super) fn style(self, id: &str, drawn: &str) -> String {
        if self.theme != Theme::Auto {
            return String::new();
        }
        let mut rules = String::new();
        for colour in Colour::ALL {
            for (letter, property) in [("f", "fill"), ("s", "stroke")] {
                let class = format!("{letter}-{}", colour.token());
                let is_used = [
                    format!("\"{class}\""),
                    format!("\"{class} "),
                    format!(" {class}\""),
                ]
                .iter()
                .any(|form| drawn.contains(form.as_str()));
                if is_used {
                    rules.push_str(&format!("#{id} .{class}{{{property}:{}}}", colour.dark()));
                }
            }
        }
        format!("<style>@media (prefers-color-scheme:dark){{{rules}}}</style>")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn colours_are_those_of_the_page() {
        let tokens = include_str!("../../../../web/styles/tokens.css");
        for colour in Colour::ALL {
            let line = format!(
                "--dsp-{}: light-dark({}, {});",
                colour.token(),
                colour.light(),
                colour.dark()
            );
            assert!(tokens.contains(&line), "{line}");
        }
    }

    #[test]
    fn only_the_reader_s_choice_needs_a_style_sheet() {
        for theme in [Theme::Light, Theme::Dark] {
            let ink = Ink::new(theme);
            let drawn = ink.fill(Colour::Pods);
            assert!(!drawn.contains("class"), "{drawn}");
            assert_eq!(ink.style("m", &drawn), "");
        }
        let ink = Ink::new(Theme::Auto);
        let drawn = ink.paint(Some(Colour::Pods), Some(Colour::Error));
        assert_eq!(
            drawn,
            " fill=\"#2a5bd0\" stroke=\"#a81d15\" class=\"f-pods s-error\""
        );
        assert_eq!(
            ink.style("m", &drawn),
            "<style>@media (prefers-color-scheme:dark){#m .s-error{stroke:#ffb0a6}#m .f-pods{fill:#8aadff}}</style>"
        );
    }
}
