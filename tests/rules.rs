//! The README's table of rules is the lists in `src/check/mod.rs` and `src/compare/mod.rs`, each with the first paragraph of its
//! manual.
//!
//! `TIEOUT_ACCEPT=1 cargo test --test rules` writes the table anew.

use std::{fs, path::Path};

use tieout::{check, compare, vocabulary::Severity};

const HEAD: &str = "| rule | what must hold | a breach is |\n| --- | --- | --- |\n";

/// The manuals: the names in the title of each file of a folder, and its first paragraph on one line.
fn manuals(folder: &str) -> Vec<(Vec<String>, String)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join(folder);
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).expect("a folder of rules").flatten() {
        let Ok(text) = fs::read_to_string(entry.path()) else { continue };
        let doc = text.lines().map_while(|line| line.strip_prefix("//!")).map(str::trim).collect::<Vec<_>>();
        let Some(title) = doc.first().and_then(|line| line.strip_prefix("# ")) else { continue };
        let names = title.split(", ").map(|name| name.trim_matches('`').to_owned()).collect();
        let first = doc[1..].iter().skip_while(|line| line.is_empty()).take_while(|line| !line.is_empty());
        found.push((names, first.copied().collect::<Vec<_>>().join(" ")));
    }
    found
}

#[test]
fn the_readme_lists_the_rules() {
    let manuals = [manuals("src/check"), manuals("src/compare")].concat();
    let own = check::RULES.iter().map(|rule| (rule.name, rule.severity));
    let rules: Vec<_> = own.chain(compare::RULES.iter().map(|rule| (rule.name, rule.severity))).collect();
    let mut table = HEAD.to_owned();
    for (rule, severity) in &rules {
        let manual = manuals.iter().find(|(names, _)| names.iter().any(|name| name == rule));
        let (_, what) = manual.unwrap_or_else(|| panic!("{rule} has no manual: a title `# {rule}`"));
        assert!(!what.is_empty(), "{rule}: the manual does not say what must hold");
        let breach = match severity {
            Severity::Error => "an error",
            Severity::Warning => "a warning",
            Severity::Info => "worth knowing",
        };
        table += &["| `", rule, "` | ", &what.replace('|', "\\|"), " | ", breach, " |\n"].concat();
    }
    for name in manuals.iter().flat_map(|(names, _)| names) {
        assert!(rules.iter().any(|(rule, _)| rule == name), "{name} has a manual and is in no list of rules");
    }
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("README.md");
    let readme = fs::read_to_string(&file).expect("README.md");
    let start = readme.find(HEAD).expect("the README's table of rules");
    let length = readme[start..].find("\n\n").map_or(readme.len() - start, |end| end + 1);
    if readme[start..start + length] == table {
        return;
    }
    if std::env::var_os("TIEOUT_ACCEPT").is_some() {
        let written = [&readme[..start], &table, &readme[start + length..]].concat();
        fs::write(file, written).expect("README.md can be written");
        return;
    }
    panic!("README.md does not list the rules as they are; TIEOUT_ACCEPT=1 cargo test --test rules writes:\n{table}");
}
