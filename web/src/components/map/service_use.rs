//! How far a planned number of Services fills a range: the dynamic band first, then the static one.

use dualstack_core::clusterip::ServiceBands;
use dualstack_core::i18n::Message;
use web_sys::{HtmlInputElement, InputEvent};
use yew::prelude::*;

use crate::components::shell::use_dispatch;
use crate::i18n::{I18n, T, group_digits, use_i18n};
use crate::state::{Action, Ask};

/// Where the Services lie.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fill {
    /// The range has no static band.
    Plain,
    /// The dynamic band holds them all.
    Dynamic,
    /// The dynamic band is full; the rest takes addresses kept for explicit requests.
    IntoStatic(u64),
    /// The range is full; so many take addresses of the other ranges of the family.
    Elsewhere(u64),
    /// So many get no address.
    Missing(u64),
}

/// Shares of the bands that are taken, from 0 to 1, and what that means.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Utilisation {
    /// Of the whole range.
    pub whole: f64,
    /// Of the dynamic band, or of a range without bands.
    pub dynamic: f64,
    /// Of the static band.
    pub fixed: f64,
    /// What it means.
    pub fill: Fill,
}

fn share(part: u64, whole: u128) -> f64 {
    if whole == 0 {
        return if part == 0 { 0.0 } else { 1.0 };
    }
    (part as f64 / whole as f64).min(1.0)
}

/// How a number of Services fills a range. `elsewhere` is the number of addresses that only other ranges of the family
/// have.
pub fn utilisation(services: u64, bands: &ServiceBands, elsewhere: u128) -> Utilisation {
    let usable = bands.usable_count.saturating_u128();
    let fixed = bands
        .static_band
        .as_ref()
        .map_or(0, |band| band.count.saturating_u128());
    let dynamic = usable.saturating_sub(fixed);
    let over = u128::from(services).saturating_sub(usable);
    let missing = u64::try_from(over.saturating_sub(elsewhere)).unwrap_or(u64::MAX);
    let over = u64::try_from(over).unwrap_or(u64::MAX);
    let spilled = u64::try_from(u128::from(services).saturating_sub(dynamic)).unwrap_or(u64::MAX);
    Utilisation {
        whole: share(services, usable),
        dynamic: share(services, dynamic),
        fixed: share(spilled, fixed),
        fill: match (missing, over, spilled, fixed) {
            (0, 0, _, 0) => Fill::Plain,
            (0, 0, 0, _) => Fill::Dynamic,
            (0, 0, spilled, _) => Fill::IntoStatic(spilled),
            (0, over, _, _) => Fill::Elsewhere(over),
            (missing, _, _, _) => Fill::Missing(missing),
        },
    }
}

/// The number that was typed.
pub fn planned(raw: &str) -> Option<u64> {
    raw.trim().parse().ok()
}

fn percent(share: f64) -> String {
    match share * 100.0 {
        0.0 => "0".to_owned(),
        value if value < 0.01 => "<0.01".to_owned(),
        value if value < 10.0 => format!("{value:.2}"),
        value => format!("{value:.0}"),
    }
}

fn sentence(services: u64, used: Utilisation) -> Message {
    let message = match used.fill {
        Fill::Plain => Message::new("use-plain"),
        Fill::Dynamic => Message::new("use-dynamic"),
        Fill::IntoStatic(spilled) => {
            Message::new("use-static").with("spilled", group_digits(&spilled.to_string()))
        }
        Fill::Elsewhere(over) => Message::new("use-elsewhere").with("over", group_digits(&over.to_string())),
        Fill::Missing(missing) => {
            Message::new("use-missing").with("missing", group_digits(&missing.to_string()))
        }
    };
    message
        .with("services", group_digits(&services.to_string()))
        .with("percent", percent(used.whole))
}

/// The static band is drawn this wide, whatever its share, so that it can be seen.
const STATIC_WIDTH: f64 = 18.0;

/// The bar of a range and what it means.
pub fn bar(i18n: I18n, raw: &str, bands: &ServiceBands, elsewhere: u128) -> Html {
    let Some(services) = planned(raw) else {
        return Html::default();
    };
    let used = utilisation(services, bands, elsewhere);
    let fixed = if bands.static_band.is_some() {
        STATIC_WIDTH
    } else {
        0.0
    };
    let dynamic = 100.0 - fixed;
    let width = |value: f64| format!("{value:.2}%");
    let seen = |share: f64, whole: f64| {
        if share > 0.0 {
            (share * whole).max(0.75)
        } else {
            0.0
        }
    };
    let tone = if matches!(used.fill, Fill::Missing(_)) {
        "over"
    } else {
        "taken"
    };
    html! {
        <>
            <svg class="bands" aria-hidden="true" focusable="false">
                <rect class="track" width="100%" height="100%" />
                <rect class="fixed" width={width(fixed)} height="100%" />
                <rect class={tone} width={width(seen(used.fixed, fixed))} height="100%" />
                <rect class={tone} x={width(fixed)} width={width(seen(used.dynamic, dynamic))} height="100%" />
            </svg>
            <p class="field-hint">{ i18n.message(&sentence(services, used)) }</p>
        </>
    }
}

/// Properties of [`PlannedServices`].
#[derive(Clone, PartialEq, Properties)]
pub struct PlannedServicesProps {
    /// As typed.
    pub raw: AttrValue,
}

/// The number of Services one reckons with.
#[component]
pub fn PlannedServices(props: &PlannedServicesProps) -> Html {
    let i18n = use_i18n();
    let dispatch = use_dispatch();
    let oninput = Callback::from(move |event: InputEvent| {
        let input: HtmlInputElement = event.target_unchecked_into();
        dispatch.send(Action::Ask(Ask::Services(input.value())));
    });
    let wrong = planned(&props.raw).is_none();
    html! {
        <div class="field planned-services">
            <label for="dsp-planned-services">{ i18n.text("use-label") }</label>
            <input id="dsp-planned-services" type="text" inputmode="numeric" dir="ltr" autocomplete="off" value={props.raw.clone()}
                {oninput} aria-describedby="dsp-planned-services-hint" aria-invalid={wrong.then_some("true")} />
            <p class="field-hint" id="dsp-planned-services-hint"><T id="use-hint" /></p>
        </div>
    }
}

#[cfg(test)]
mod tests {
    use dualstack_core::clusterip::RangeOrigin;
    use dualstack_core::kubernetes::cluster_ip::ClusterIpRules;

    use super::*;

    fn bands(range: &str, version: &str) -> ServiceBands {
        let rules = ClusterIpRules::at(version.parse().unwrap());
        ServiceBands::new(range.parse().unwrap(), RangeOrigin::Flag, &rules)
    }

    #[test]
    fn the_dynamic_band_fills_first() {
        let range = bands("10.96.0.0/24", "1.36");
        assert_eq!(range.static_band.unwrap().count.to_string(), "16");
        for (services, fill) in [
            (0, Fill::Dynamic),
            (238, Fill::Dynamic),
            (239, Fill::IntoStatic(1)),
            (254, Fill::IntoStatic(16)),
            (260, Fill::Missing(6)),
        ] {
            assert_eq!(utilisation(services, &range, 0).fill, fill, "{services}");
        }
        assert_eq!(utilisation(254, &range, 0).fixed, 1.0);
        assert_eq!(utilisation(127, &range, 0).whole, 0.5);
    }

    #[test]
    fn what_other_ranges_have_is_taken_when_one_is_full() {
        let range = bands("10.96.0.0/24", "1.36");
        assert_eq!(utilisation(254, &range, 254).fill, Fill::IntoStatic(16));
        assert_eq!(utilisation(260, &range, 254).fill, Fill::Elsewhere(6));
        assert_eq!(utilisation(510, &range, 254).fill, Fill::Missing(2));
    }

    #[test]
    fn before_there_were_bands_there_is_one() {
        assert_eq!(
            utilisation(3, &bands("10.96.0.0/24", "1.20"), 0).fill,
            Fill::Plain
        );
    }

    #[test]
    fn shares_are_readable() {
        for (share, text) in [
            (0.0, "0"),
            (0.000_01, "<0.01"),
            (0.0076, "0.76"),
            (0.5, "50"),
            (1.0, "100"),
        ] {
            assert_eq!(percent(share), text);
        }
        assert_eq!(planned(" 40 "), Some(40));
        assert_eq!(planned("many"), None);
    }
}
