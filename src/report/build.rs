//! Placeholder while the stages land.
use super::{Report, SCHEMA};

pub fn build(name: &str, bytes: &[u8]) -> Report {
    Report { schema: SCHEMA.into(), file: name.into(), bytes: bytes.len(), ..Report::default() }
}

pub fn unreadable(name: &str) -> Report {
    build(name, &[])
}
