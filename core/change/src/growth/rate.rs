//! How much comes every month.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// What comes every month: a number, or a share of what there is.
///
/// ```
/// use dualstack_change::growth::GrowthRate;
/// let doubling: GrowthRate = "100%".parse().unwrap();
/// assert_eq!(doubling.series(3, 3), [3, 6, 12, 24]);
/// let half: GrowthRate = "0.5".parse().unwrap();
/// assert_eq!(half.series(3, 3), [3, 3, 4, 4]);
/// ```
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum GrowthRate {
    /// That many.
    Number(f64),
    /// That many of a hundred.
    Percent(f64),
}

impl Default for GrowthRate {
    fn default() -> Self {
        GrowthRate::Number(0.0)
    }
}

/// The text is no rate.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("expected a number, or a number with `%`, from 0 to 1000000")]
pub struct NotARate;

/// The largest rate.
const MOST: f64 = 1_000_000.0;

impl GrowthRate {
    /// Returns the whole numbers from today on, month by month: one more than `months`.
    pub fn series(self, today: u64, months: u32) -> Vec<u64> {
        // Plans have fewer than 2^53 nodes and Services, so that every number is exact.
        let mut now = today as f64;
        let mut all = vec![today];
        for _ in 0..months {
            now = match self {
                GrowthRate::Number(number) => now + number,
                GrowthRate::Percent(percent) => now + now * percent / 100.0,
            };
            // A cast of a number that is too large gives the largest one.
            all.push(now.floor() as u64);
        }
        all
    }

    fn checked(self) -> Result<GrowthRate, NotARate> {
        let (GrowthRate::Number(value) | GrowthRate::Percent(value)) = self;
        match (0.0..=MOST).contains(&value) {
            true => Ok(self),
            false => Err(NotARate),
        }
    }
}

impl FromStr for GrowthRate {
    type Err = NotARate;

    fn from_str(text: &str) -> Result<GrowthRate, NotARate> {
        let text = text.trim();
        let number = |text: &str| text.trim().parse::<f64>().map_err(|_| NotARate);
        match text.strip_suffix('%') {
            Some(percent) => GrowthRate::Percent(number(percent)?).checked(),
            None => GrowthRate::Number(number(text)?).checked(),
        }
    }
}

impl fmt::Display for GrowthRate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            GrowthRate::Number(number) => write!(f, "{number}"),
            GrowthRate::Percent(percent) => write!(f, "{percent}%"),
        }
    }
}

impl Serialize for GrowthRate {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for GrowthRate {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<GrowthRate, D::Error> {
        #[derive(Deserialize)]
        #[serde(untagged)]
        enum Given {
            Number(f64),
            Text(String),
        }
        let rate = match Given::deserialize(deserializer)? {
            Given::Number(number) => GrowthRate::Number(number).checked(),
            Given::Text(text) => text.parse(),
        };
        rate.map_err(serde::de::Error::custom)
    }
}
