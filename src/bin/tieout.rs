//! The command's entry point.
fn main() {
    let mut out = String::new();
    for f in std::env::args().skip(1).filter(|a| !a.starts_with("--") && a != "report" && a != "ndjson") {
        let bytes = std::fs::read(&f).unwrap();
        let r = tieout::analyze(&f, &bytes);
        out += &serde_json::to_string(&r).unwrap();
        out += "\n";
    }
    print!("{out}");
}
