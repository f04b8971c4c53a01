//! The README's table of rules is the list in `src/check/mod.rs`, each with the first paragraph of its manual.
//!
//! `TIEOUT_ACCEPT=1 cargo test --test rules` writes the table anew.

use std::{fs, path::Path};

use tieout::{check::RULES, vocabulary::Severity};

const HEAD: &str = "| rule | what must hold | a breach is |\n| --- | --- | --- |\n";

/// The manuals: the names in the title of each file of `src/check`, and its first paragraph on one line.
fn manuals() -> Vec<(Vec<String>, String)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/check");
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).expect("src/check").flatten() {
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
    let manuals = manuals();
    let mut table = HEAD.to_owned();
    for rule in &RULES {
        let manual = manuals.iter().find(|(names, _)| names.iter().any(|name| name == rule.name));
        let (_, what) = manual.unwrap_or_else(|| panic!("{} has no manual: a title `# {}`", rule.name, rule.name));
        assert!(!what.is_empty(), "{}: the manual does not say what must hold", rule.name);
        let breach = match rule.severity {
            Severity::Error => "an error",
            Severity::Warning => "a warning",
            Severity::Info => "worth knowing",
        };
        table += &["| `", rule.name, "` | ", &what.replace('|', "\\|"), " | ", breach, " |\n"].concat();
    }
    for name in manuals.iter().flat_map(|(names, _)| names) {
        assert!(RULES.iter().any(|rule| rule.name == name), "{name} has a manual and is not in RULES");
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
