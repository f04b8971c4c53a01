//! The page's entry point.
fn main() {
    tieout::page::start();
}
