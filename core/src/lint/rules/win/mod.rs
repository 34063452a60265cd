//! WIN: Windows nodes.

super::rules! {}
