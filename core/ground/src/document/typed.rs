//! Values of Rust types out of JSON, and the place of what does not fit.
//!
//! serde compiles a type's reader anew for each kind of source. So there is one: JSON that is parsed already, whose
//! reader keeps the place of a fault without a wrapper around every visitor.

use std::fmt;
use std::slice;

use serde::de::{self, Deserialize, DeserializeSeed, Error as _, Expected, Unexpected, Visitor};
use serde_json::Value;

use crate::diagnostic::Pointer;

/// Reads a value of that type.
///
/// # Errors
/// The first thing that does not fit, and where it stands.
///
/// ```
/// use dualstack_ground::document::typed;
/// let json = serde_json::json!({"masks": [24, "x"]});
/// let misfit = typed::<std::collections::BTreeMap<String, Vec<u8>>>(&json).unwrap_err();
/// assert_eq!(misfit.place().as_str(), "/masks/1");
/// assert_eq!(misfit.to_string(), "invalid type: string \"x\", expected u8");
/// ```
pub fn typed<'de, T: Deserialize<'de>>(json: &'de Value) -> Result<T, Misfit> {
    T::deserialize(Reader(json))
}

/// A value that does not fit the type it is read as.
#[derive(Debug)]
pub struct Misfit(Box<Fault>);

#[derive(Debug)]
struct Fault {
    reason: serde_json::Error,
    /// From the inside out: places are added on the way back.
    path: Vec<Segment>,
}

#[derive(Debug)]
enum Segment {
    Key(String),
    Index(usize),
}

impl Misfit {
    /// Where it stands in the JSON that was read.
    pub fn place(&self) -> Pointer {
        let outermost_first = self.0.path.iter().rev();
        outermost_first.fold(Pointer::root(), |place, segment| match segment {
            Segment::Key(key) => place.key(key),
            Segment::Index(index) => place.index(*index),
        })
    }

    #[cold]
    fn of(reason: serde_json::Error) -> Misfit {
        Misfit(Box::new(Fault {
            reason,
            path: Vec::new(),
        }))
    }

    #[cold]
    fn below(mut self, key: &str) -> Misfit {
        self.0.path.push(Segment::Key(key.to_owned()));
        self
    }

    #[cold]
    fn at(mut self, index: usize) -> Misfit {
        self.0.path.push(Segment::Index(index));
        self
    }

    /// The value is of another type.
    #[cold]
    fn other_type(found: &Value, expected: &dyn Expected) -> Misfit {
        Misfit::of(serde_json::Error::invalid_type(kind_of(found), expected))
    }
}

impl fmt::Display for Misfit {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(&self.0.reason, f)
    }
}

impl std::error::Error for Misfit {}

impl de::Error for Misfit {
    #[cold]
    fn custom<T: fmt::Display>(reason: T) -> Misfit {
        Misfit::of(serde_json::Error::custom(reason))
    }

    // JSON has its own words for these two: `null`, and numbers as it writes them.
    #[cold]
    fn invalid_type(found: Unexpected<'_>, expected: &dyn Expected) -> Misfit {
        Misfit::of(serde_json::Error::invalid_type(found, expected))
    }

    #[cold]
    fn invalid_value(found: Unexpected<'_>, expected: &dyn Expected) -> Misfit {
        Misfit::of(serde_json::Error::invalid_value(found, expected))
    }
}

fn kind_of(value: &Value) -> Unexpected<'_> {
    match value {
        Value::Null => Unexpected::Unit,
        Value::Bool(value) => Unexpected::Bool(*value),
        Value::Number(number) => match (number.as_u64(), number.as_i64()) {
            (Some(number), _) => Unexpected::Unsigned(number),
            (None, Some(number)) => Unexpected::Signed(number),
            (None, None) => Unexpected::Float(number.as_f64().unwrap_or_default()),
        },
        Value::String(text) => Unexpected::Str(text),
        Value::Array(_) => Unexpected::Seq,
        Value::Object(_) => Unexpected::Map,
    }
}

/// A value being read.
#[derive(Clone, Copy)]
struct Reader<'de>(&'de Value);

impl<'de> Reader<'de> {
    fn number<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Misfit> {
        let Value::Number(number) = self.0 else {
            return Err(Misfit::other_type(self.0, &visitor));
        };
        match (number.as_u64(), number.as_i64()) {
            (Some(number), _) => visitor.visit_u64(number),
            (None, Some(number)) => visitor.visit_i64(number),
            (None, None) => visitor.visit_f64(number.as_f64().unwrap_or_default()),
        }
    }

    fn text<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Misfit> {
        match self.0 {
            Value::String(text) => visitor.visit_borrowed_str(text),
            other => Err(Misfit::other_type(other, &visitor)),
        }
    }

    fn list<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Misfit> {
        match self.0 {
            Value::Array(items) => visitor.visit_seq(Items {
                items: items.iter(),
                len: items.len(),
            }),
            other => Err(Misfit::other_type(other, &visitor)),
        }
    }

    fn object<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Misfit> {
        match self.0 {
            Value::Object(members) => visitor.visit_map(Members {
                members: members.iter(),
                current: None,
            }),
            other => Err(Misfit::other_type(other, &visitor)),
        }
    }
}

macro_rules! forward {
    ($to:ident: $($method:ident)*) => {
        $(fn $method<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Misfit> {
            self.$to(visitor)
        })*
    };
}

impl<'de> de::Deserializer<'de> for Reader<'de> {
    type Error = Misfit;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Misfit> {
        match self.0 {
            Value::Null => visitor.visit_unit(),
            Value::Bool(value) => visitor.visit_bool(*value),
            Value::Number(_) => self.number(visitor),
            Value::String(text) => visitor.visit_borrowed_str(text),
            Value::Array(_) => self.list(visitor),
            Value::Object(_) => self.object(visitor),
        }
    }

    forward!(number: deserialize_i8 deserialize_i16 deserialize_i32 deserialize_i64 deserialize_i128 deserialize_u8
        deserialize_u16 deserialize_u32 deserialize_u64 deserialize_u128 deserialize_f32 deserialize_f64);
    forward!(text: deserialize_char deserialize_str deserialize_string deserialize_identifier);
    forward!(list: deserialize_seq);
    forward!(object: deserialize_map);
    forward!(deserialize_any: deserialize_bytes deserialize_byte_buf);

    fn deserialize_bool<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Misfit> {
        match self.0 {
            Value::Bool(value) => visitor.visit_bool(*value),
            other => Err(Misfit::other_type(other, &visitor)),
        }
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Misfit> {
        match self.0 {
            Value::Null => visitor.visit_none(),
            _ => visitor.visit_some(self),
        }
    }

    fn deserialize_unit<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Misfit> {
        match self.0 {
            Value::Null => visitor.visit_unit(),
            other => Err(Misfit::other_type(other, &visitor)),
        }
    }

    fn deserialize_unit_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        visitor: V,
    ) -> Result<V::Value, Misfit> {
        self.deserialize_unit(visitor)
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        visitor: V,
    ) -> Result<V::Value, Misfit> {
        visitor.visit_newtype_struct(self)
    }

    fn deserialize_tuple<V: Visitor<'de>>(self, _: usize, visitor: V) -> Result<V::Value, Misfit> {
        self.list(visitor)
    }

    fn deserialize_tuple_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        _: usize,
        visitor: V,
    ) -> Result<V::Value, Misfit> {
        self.list(visitor)
    }

    /// An object and nothing else: a list is not taken for the members in order.
    fn deserialize_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        _: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Misfit> {
        self.object(visitor)
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        _: &'static str,
        _: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Misfit> {
        match self.0 {
            Value::String(name) => visitor.visit_enum(Variant { name, content: None }),
            Value::Object(members) => {
                let mut members = members.iter();
                match (members.next(), members.next()) {
                    (Some((name, content)), None) => visitor.visit_enum(Variant {
                        name,
                        content: Some(content),
                    }),
                    _ => Err(Misfit::invalid_value(Unexpected::Map, &"map with a single key")),
                }
            }
            other => Err(Misfit::other_type(other, &"string or map")),
        }
    }

    fn deserialize_ignored_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Misfit> {
        visitor.visit_unit()
    }
}

/// The name of a member or of a variant.
struct Name<'de>(&'de str);

impl<'de> de::Deserializer<'de> for Name<'de> {
    type Error = Misfit;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Misfit> {
        visitor.visit_borrowed_str(self.0)
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        visitor: V,
    ) -> Result<V::Value, Misfit> {
        visitor.visit_newtype_struct(self)
    }

    serde::forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string bytes byte_buf option unit unit_struct
        seq tuple tuple_struct map struct enum identifier ignored_any
    }
}

struct Items<'de> {
    items: slice::Iter<'de, Value>,
    len: usize,
}

impl<'de> de::SeqAccess<'de> for Items<'de> {
    type Error = Misfit;

    fn next_element_seed<T: DeserializeSeed<'de>>(&mut self, seed: T) -> Result<Option<T::Value>, Misfit> {
        let Some(item) = self.items.next() else {
            return Ok(None);
        };
        match seed.deserialize(Reader(item)) {
            Ok(value) => Ok(Some(value)),
            Err(misfit) => Err(misfit.at(self.len - self.items.len() - 1)),
        }
    }

    fn size_hint(&self) -> Option<usize> {
        Some(self.items.len())
    }
}

struct Members<'de> {
    members: serde_json::map::Iter<'de>,
    current: Option<(&'de str, &'de Value)>,
}

impl<'de> de::MapAccess<'de> for Members<'de> {
    type Error = Misfit;

    fn next_key_seed<K: DeserializeSeed<'de>>(&mut self, seed: K) -> Result<Option<K::Value>, Misfit> {
        let Some((name, value)) = self.members.next() else {
            return Ok(None);
        };
        self.current = Some((name, value));
        match seed.deserialize(Name(name)) {
            Ok(key) => Ok(Some(key)),
            Err(misfit) => Err(misfit.below(name)),
        }
    }

    fn next_value_seed<V: DeserializeSeed<'de>>(&mut self, seed: V) -> Result<V::Value, Misfit> {
        let Some((name, value)) = self.current.take() else {
            return Err(Misfit::custom("value is missing"));
        };
        match seed.deserialize(Reader(value)) {
            Ok(value) => Ok(value),
            Err(misfit) => Err(misfit.below(name)),
        }
    }

    fn size_hint(&self) -> Option<usize> {
        Some(self.members.len())
    }
}

/// A variant of an enum: its name, and what it holds where that is something.
#[derive(Clone, Copy)]
struct Variant<'de> {
    name: &'de str,
    content: Option<&'de Value>,
}

impl<'de> Variant<'de> {
    fn content(self, expected: &'static str) -> Result<Reader<'de>, Misfit> {
        match self.content {
            Some(content) => Ok(Reader(content)),
            None => Err(Misfit::invalid_type(Unexpected::UnitVariant, &expected)),
        }
    }

    fn inside<T>(self, read: Result<T, Misfit>) -> Result<T, Misfit> {
        match read {
            Ok(value) => Ok(value),
            Err(misfit) => Err(misfit.below(self.name)),
        }
    }
}

impl<'de> de::EnumAccess<'de> for Variant<'de> {
    type Error = Misfit;
    type Variant = Variant<'de>;

    fn variant_seed<V: DeserializeSeed<'de>>(self, seed: V) -> Result<(V::Value, Variant<'de>), Misfit> {
        Ok((seed.deserialize(Name(self.name))?, self))
    }
}

impl<'de> de::VariantAccess<'de> for Variant<'de> {
    type Error = Misfit;

    fn unit_variant(self) -> Result<(), Misfit> {
        match self.content {
            None | Some(Value::Null) => Ok(()),
            Some(other) => self.inside(Err(Misfit::other_type(other, &"unit"))),
        }
    }

    fn newtype_variant_seed<T: DeserializeSeed<'de>>(self, seed: T) -> Result<T::Value, Misfit> {
        self.inside(seed.deserialize(self.content("newtype variant")?))
    }

    fn tuple_variant<V: Visitor<'de>>(self, _: usize, visitor: V) -> Result<V::Value, Misfit> {
        self.inside(self.content("tuple variant")?.list(visitor))
    }

    fn struct_variant<V: Visitor<'de>>(
        self,
        _: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Misfit> {
        self.inside(self.content("struct variant")?.object(visitor))
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use serde::Deserialize;
    use serde_json::json;

    use super::*;

    #[derive(Debug, Default, Deserialize, PartialEq)]
    #[serde(default, deny_unknown_fields)]
    struct Sample {
        text: String,
        number: Option<i16>,
        float: f32,
        flag: bool,
        list: Vec<Shape>,
        map: BTreeMap<String, u8>,
        pair: (u8, char),
        any: Value,
    }

    #[derive(Debug, Deserialize, PartialEq)]
    #[serde(rename_all = "camelCase")]
    enum Shape {
        Empty,
        One(u8),
        Two(u8, u8),
        Named { inner: u8 },
    }

    /// What serde_json and serde_path_to_error read and say is what ours is held to.
    #[test]
    fn reads_and_complains_as_serde_json_does() {
        let cases = [
            json!({}),
            json!({"text": "a", "number": null, "float": 1.5, "flag": true, "map": {"a": 1}, "pair": [1, "c"], "any": {"b": [null]}}),
            json!({"list": ["empty", {"one": 1}, {"two": [1, 2]}, {"named": {"inner": 3}}, {"empty": null}]}),
            json!({"number": -5, "float": 3}),
            json!(null),
            json!("text"),
            json!({"text": null}),
            json!({"text": 1.5}),
            json!({"number": 70000}),
            json!({"number": 1.5}),
            json!({"number": "1"}),
            json!({"flag": "yes"}),
            json!({"unknown": 1}),
            json!({"map": {"a": 1, "b/c": 256}}),
            json!({"map": []}),
            json!({"pair": [1]}),
            json!({"pair": {}}),
            json!({"list": {}}),
            json!({"list": ["empty", 5]}),
            json!({"list": ["other"]}),
            json!({"list": ["one"]}),
            json!({"list": [{}]}),
            json!({"list": [{"one": 1, "two": 2}]}),
            json!({"list": [{"one": "x"}]}),
            json!({"list": [{"named": {"inner": -1}}]}),
            json!({"list": [{"named": {}}]}),
            json!({"list": [{"empty": 1}]}),
        ];
        for case in cases {
            let theirs = Sample::deserialize(&case).map_err(|error| error.to_string());
            let ours = typed::<Sample>(&case).map_err(|misfit| misfit.to_string());
            assert_eq!(ours, theirs, "{case}");
        }
    }

    #[test]
    fn a_misfit_has_its_place() {
        let place = |json: &Value| typed::<Sample>(json).unwrap_err().place().to_string();
        assert_eq!(place(&json!([])), "");
        assert_eq!(place(&json!({"text": 1})), "/text");
        assert_eq!(place(&json!({"unknown": 1})), "/unknown");
        assert_eq!(place(&json!({"map": {"a": 1, "b/c": 256}})), "/map/b~1c");
        assert_eq!(place(&json!({"list": ["empty", {"one": "x"}]})), "/list/1/one");
        assert_eq!(
            place(&json!({"list": [{"named": {"inner": -1}}]})),
            "/list/0/named/inner"
        );
        assert_eq!(place(&json!({"list": [{"empty": 1}]})), "/list/0/empty");
    }

    #[test]
    fn a_list_is_no_object() {
        let misfit = typed::<Sample>(&json!(["a"])).unwrap_err();
        assert_eq!(
            misfit.to_string(),
            "invalid type: sequence, expected struct Sample"
        );
    }
}
