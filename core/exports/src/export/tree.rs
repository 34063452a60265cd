//! Documents as constants: the parts that are the same for every plan are data of the module, and code fills in the
//! rest.

use std::net::IpAddr;
use std::vec::IntoIter;

use serde_json::{Map, Value};

use crate::kubernetes::Version;
use crate::net::{Cidr, IpFamily};

/// A document with holes for the values that depend on the plan.
#[derive(Debug)]
pub(super) enum Tree {
    Flag(bool),
    Number(u64),
    Text(&'static str),
    List(&'static [Tree]),
    Map(&'static [(&'static str, Tree)]),
    /// A value that is computed.
    Hole,
}

impl Tree {
    /// Returns the tree of a Rust literal, from its source and from its text without quotes and escapes.
    pub(super) const fn literal(source: &'static str, text: &'static str) -> Tree {
        match source.as_bytes() {
            [b'"' | b'r', ..] => Tree::Text(text),
            b"true" => Tree::Flag(true),
            b"false" => Tree::Flag(false),
            _ => Tree::Number(number(text.as_bytes())),
        }
    }
}

/// Returns the decimal number of a literal. It runs while the crate is compiled; other literals do not compile.
const fn number(mut digits: &[u8]) -> u64 {
    let mut number = 0;
    while let [digit, rest @ ..] = digits {
        assert!(
            digit.is_ascii_digit(),
            "a literal is a text, a flag or a whole number"
        );
        number = number * 10 + (*digit - b'0') as u64;
        digits = rest;
    }
    number
}

/// A value that can fill a hole.
pub(super) trait Hole {
    fn value(&self) -> Value;
}

/// A document whose holes are filled in their order.
pub(super) struct Filling {
    tree: &'static Tree,
    holes: Vec<Value>,
}

impl Filling {
    pub(super) fn new(tree: &'static Tree) -> Filling {
        Filling {
            tree,
            holes: Vec::new(),
        }
    }

    pub(super) fn hole(&mut self, value: &dyn Hole) {
        self.holes.push(value.value());
    }

    pub(super) fn finish(self) -> Value {
        build(self.tree, &mut self.holes.into_iter(), false)
    }

    pub(super) fn finish_sparse(self) -> Value {
        build(self.tree, &mut self.holes.into_iter(), true)
    }
}

fn build(tree: &Tree, holes: &mut IntoIter<Value>, sparse: bool) -> Value {
    match tree {
        Tree::Flag(flag) => Value::Bool(*flag),
        Tree::Number(number) => Value::from(*number),
        Tree::Text(text) => Value::String((*text).to_owned()),
        Tree::List(items) => {
            let mut list = Vec::with_capacity(items.len());
            for item in *items {
                list.push(build(item, holes, false));
            }
            Value::Array(list)
        }
        Tree::Map(members) => {
            let mut map = Map::with_capacity(members.len());
            for (key, member) in *members {
                let value = build(member, holes, sparse);
                if !(sparse && is_empty(&value)) {
                    map.insert((*key).to_owned(), value);
                }
            }
            Value::Object(map)
        }
        // `tree!` makes the document and the values from the same tokens: there is a value for every hole.
        Tree::Hole => holes.next().unwrap_or_default(),
    }
}

/// Returns whether a value is empty: null, an empty list, an empty map.
pub(super) fn is_empty(value: &Value) -> bool {
    match value {
        Value::Array(list) => list.is_empty(),
        Value::Object(members) => members.is_empty(),
        Value::Null => true,
        _ => false,
    }
}

/// Setting and removing members of a map.
pub(super) trait Set {
    fn set(&mut self, key: &str, value: &dyn Hole);
}

impl Set for Map<String, Value> {
    fn set(&mut self, key: &str, value: &dyn Hole) {
        self.insert(key.to_owned(), value.value());
    }
}

/// Returns a map with one member, whose key is computed.
pub(super) fn member(key: &str, value: &dyn Hole) -> Value {
    Value::Object(Map::from_iter([(key.to_owned(), value.value())]))
}

/// Builds a [`Value`] from JSON with expressions in it, as `serde_json::json!` does. Keys are literals. Expressions are
/// borrowed, not moved.
macro_rules! tree {
    ({ $($members:tt)* }) => {
        $crate::export::tree::filled!(finish @map $($members)*)
    };
    ([ $($items:tt)* ]) => {
        $crate::export::tree::filled!(finish @list $($items)*)
    };
    ($value:expr) => {
        $crate::export::tree::Hole::value(&$value)
    };
}

/// Builds a map as [`tree!`] does, without the members that are null or empty, also in the maps within it. The value
/// of an expression is left out or taken unchanged.
macro_rules! sparse {
    ({ $($members:tt)* }) => {
        $crate::export::tree::filled!(finish_sparse @map $($members)*)
    };
}

/// Builds the document and the values of its holes; the tokens are read once for each.
macro_rules! filled {
    ($finish:ident @$kind:ident $($tokens:tt)*) => {{
        static TREE: $crate::export::tree::Tree = $crate::export::tree::shape!(@$kind [] $($tokens)*);
        #[allow(unused_mut, reason = "a document may have no holes")]
        let mut filling = $crate::export::tree::Filling::new(&TREE);
        $crate::export::tree::holes!(@$kind filling $($tokens)*);
        filling.$finish()
    }};
}

/// Builds the constant part.
macro_rules! shape {
    (@map [$($done:tt)*]) => { $crate::export::tree::Tree::Map(&[$($done)*]) };
    (@map [$($done:tt)*] $key:literal : { $($inner:tt)* } $(, $($rest:tt)*)?) => {
        $crate::export::tree::shape!(@map [$($done)* ($key, $crate::export::tree::shape!(@map [] $($inner)*)),] $($($rest)*)?)
    };
    (@map [$($done:tt)*] $key:literal : [ $($inner:tt)* ] $(, $($rest:tt)*)?) => {
        $crate::export::tree::shape!(@map [$($done)* ($key, $crate::export::tree::shape!(@list [] $($inner)*)),] $($($rest)*)?)
    };
    (@map [$($done:tt)*] $key:literal : $value:literal $(, $($rest:tt)*)?) => {
        $crate::export::tree::shape!(
            @map [$($done)* ($key, $crate::export::tree::Tree::literal(stringify!($value), concat!($value))),] $($($rest)*)?
        )
    };
    (@map [$($done:tt)*] $key:literal : $value:expr $(, $($rest:tt)*)?) => {
        $crate::export::tree::shape!(@map [$($done)* ($key, $crate::export::tree::Tree::Hole),] $($($rest)*)?)
    };
    (@list [$($done:tt)*]) => { $crate::export::tree::Tree::List(&[$($done)*]) };
    (@list [$($done:tt)*] { $($inner:tt)* } $(, $($rest:tt)*)?) => {
        $crate::export::tree::shape!(@list [$($done)* $crate::export::tree::shape!(@map [] $($inner)*),] $($($rest)*)?)
    };
    (@list [$($done:tt)*] [ $($inner:tt)* ] $(, $($rest:tt)*)?) => {
        $crate::export::tree::shape!(@list [$($done)* $crate::export::tree::shape!(@list [] $($inner)*),] $($($rest)*)?)
    };
    (@list [$($done:tt)*] $value:literal $(, $($rest:tt)*)?) => {
        $crate::export::tree::shape!(
            @list [$($done)* $crate::export::tree::Tree::literal(stringify!($value), concat!($value)),] $($($rest)*)?
        )
    };
    (@list [$($done:tt)*] $value:expr $(, $($rest:tt)*)?) => {
        $crate::export::tree::shape!(@list [$($done)* $crate::export::tree::Tree::Hole,] $($($rest)*)?)
    };
}

/// Builds the values of the holes.
macro_rules! holes {
    (@$kind:ident $filling:ident) => {};
    (@map $filling:ident $key:literal : { $($inner:tt)* } $(, $($rest:tt)*)?) => {
        $crate::export::tree::holes!(@map $filling $($inner)*);
        $crate::export::tree::holes!(@map $filling $($($rest)*)?);
    };
    (@map $filling:ident $key:literal : [ $($inner:tt)* ] $(, $($rest:tt)*)?) => {
        $crate::export::tree::holes!(@list $filling $($inner)*);
        $crate::export::tree::holes!(@map $filling $($($rest)*)?);
    };
    (@map $filling:ident $key:literal : $value:literal $(, $($rest:tt)*)?) => {
        $crate::export::tree::holes!(@map $filling $($($rest)*)?);
    };
    (@map $filling:ident $key:literal : $value:expr $(, $($rest:tt)*)?) => {
        $filling.hole(&$value);
        $crate::export::tree::holes!(@map $filling $($($rest)*)?);
    };
    (@list $filling:ident { $($inner:tt)* } $(, $($rest:tt)*)?) => {
        $crate::export::tree::holes!(@map $filling $($inner)*);
        $crate::export::tree::holes!(@list $filling $($($rest)*)?);
    };
    (@list $filling:ident [ $($inner:tt)* ] $(, $($rest:tt)*)?) => {
        $crate::export::tree::holes!(@list $filling $($inner)*);
        $crate::export::tree::holes!(@list $filling $($($rest)*)?);
    };
    (@list $filling:ident $value:literal $(, $($rest:tt)*)?) => {
        $crate::export::tree::holes!(@list $filling $($($rest)*)?);
    };
    (@list $filling:ident $value:expr $(, $($rest:tt)*)?) => {
        $filling.hole(&$value);
        $crate::export::tree::holes!(@list $filling $($($rest)*)?);
    };
}

pub(super) use {filled, holes, shape, sparse, tree};

impl Hole for Value {
    fn value(&self) -> Value {
        self.clone()
    }
}

impl Hole for Map<String, Value> {
    fn value(&self) -> Value {
        Value::Object(self.clone())
    }
}

impl Hole for bool {
    fn value(&self) -> Value {
        Value::Bool(*self)
    }
}

impl Hole for str {
    fn value(&self) -> Value {
        Value::String(self.to_owned())
    }
}

impl Hole for String {
    fn value(&self) -> Value {
        self.as_str().value()
    }
}

macro_rules! numbers {
    ($($number:ty),*) => {
        $(impl Hole for $number {
            fn value(&self) -> Value {
                Value::from(*self)
            }
        })*
    };
}

numbers!(u8, u16, u32, u64, i32, usize);

macro_rules! shown {
    ($($shown:ty),*) => {
        $(impl Hole for $shown {
            fn value(&self) -> Value {
                Value::String(self.to_string())
            }
        })*
    };
}

shown!(Cidr, IpAddr, IpFamily, Version);

impl<T: Hole + ?Sized> Hole for &T {
    fn value(&self) -> Value {
        (**self).value()
    }
}

impl<T: Hole> Hole for Option<T> {
    fn value(&self) -> Value {
        self.as_ref().map_or(Value::Null, T::value)
    }
}

impl<T: Hole> Hole for [T] {
    fn value(&self) -> Value {
        Value::Array(self.iter().map(T::value).collect())
    }
}

impl<T: Hole, const N: usize> Hole for [T; N] {
    fn value(&self) -> Value {
        self.as_slice().value()
    }
}

impl<T: Hole> Hole for Vec<T> {
    fn value(&self) -> Value {
        self.as_slice().value()
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    #[test]
    fn documents_are_what_serde_json_makes_of_them() {
        let (name, flags) = (String::from("x"), vec![true, false]);
        let none: Option<u8> = None;
        macro_rules! both {
            ($($tokens:tt)*) => { assert_eq!(tree!($($tokens)*), json!($($tokens)*)) };
        }
        both!({});
        both!([]);
        both!({"a": 1, "b": [], "c": {}, "e": "q\"\n\\", "f": r"raw", "g": true, "h": 2147483647,});
        both!([1, "a", [name, {"k": name.len()}], {"n": none, "flags": flags}, format!("{name}!"), "a".to_owned()]);
        both!({"if": if flags.is_empty() { "a" } else { "b" }, "last": [flags, name.as_str()]});
        both!(name);
        both!(none);
        both!("text");
        let empty: Vec<u8> = Vec::new();
        let sparse =
            sparse!({"a": {"b": none, "c": {"d": empty}}, "e": [{"f": none}], "g": tree!({"h": {}}), "i": 0});
        assert_eq!(sparse, json!({"e": [{"f": null}], "g": {"h": {}}, "i": 0}));
        // Texts and members keep their order.
        let written = tree!({"z": 1, "a": name, "m": 2}).to_string();
        assert_eq!(written, r#"{"z":1,"a":"x","m":2}"#);
    }
}
