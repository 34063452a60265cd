//! A month of the calendar.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// A month: `2026-11`.
///
/// ```
/// use dualstack_change::growth::Month;
/// let november: Month = "2026-11".parse().unwrap();
/// assert_eq!(november.plus(14).to_string(), "2028-01");
/// assert!("2026-13".parse::<Month>().is_err());
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Month {
    /// Months since the year 0.
    since: u32,
}

/// The text is no month.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("expected a month such as `2026-11`")]
pub struct NotAMonth;

impl Month {
    /// Returns the month that many months later.
    #[must_use]
    pub const fn plus(self, months: u32) -> Month {
        Month {
            since: self.since.saturating_add(months),
        }
    }
}

impl FromStr for Month {
    type Err = NotAMonth;

    fn from_str(text: &str) -> Result<Month, NotAMonth> {
        let (year, month) = text.split_once('-').ok_or(NotAMonth)?;
        let number = |text: &str, digits: usize| -> Result<u32, NotAMonth> {
            let plain = text.len() == digits && text.bytes().all(|byte| byte.is_ascii_digit());
            text.parse().ok().filter(|_| plain).ok_or(NotAMonth)
        };
        let (year, month) = (number(year, 4)?, number(month, 2)?);
        match month {
            1..=12 => Ok(Month {
                since: year.saturating_mul(12).saturating_add(month.saturating_sub(1)),
            }),
            _ => Err(NotAMonth),
        }
    }
}

impl fmt::Display for Month {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "{:04}-{:02}",
            self.since / 12,
            (self.since % 12).saturating_add(1)
        )
    }
}

impl Serialize for Month {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Month {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Month, D::Error> {
        let text = std::borrow::Cow::<'de, str>::deserialize(deserializer)?;
        text.parse().map_err(serde::de::Error::custom)
    }
}
