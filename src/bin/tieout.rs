//! The command's entry point.
fn main() {}
