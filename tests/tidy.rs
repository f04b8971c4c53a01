//! Repository rules as tests: data flows one way, the core knows no browser, files stay small.

use std::{
    fs,
    path::{Path, PathBuf},
};

/// The modules of `src/`, in the order the data goes through them. Each may use those before it.
const ORDER: [&str; 16] = [
    "exact",
    "gather",
    "order",
    "phrase",
    "span",
    "vocabulary",
    "source",
    "table",
    "statement",
    "claim",
    "check",
    "report",
    "compare",
    "chart",
    "export",
    "reading",
];
/// What stands at the end of the way, and may use all of the above but not each other.
const ENDS: [&str; 4] = ["wasm", "writer", "page", "bin"];
/// Only the page and the ES module may name these.
const BROWSER: [&str; 5] = ["yew", "web_sys", "wasm_bindgen", "js_sys", "serde_wasm_bindgen"];

fn sources(folder: &Path) -> Vec<(PathBuf, String)> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).expect("a folder of sources").flatten() {
        let path = entry.path();
        if path.is_dir() {
            found.extend(sources(&path));
        } else if path.extension().is_some_and(|e| e == "rs") {
            let text = fs::read_to_string(&path).expect("UTF-8");
            found.push((path, text));
        }
    }
    found
}

fn src() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("src")
}

/// The module under `src/` that a file belongs to; `None` for `lib.rs`.
fn module(path: &Path) -> Option<String> {
    let inside = path.strip_prefix(src()).ok()?;
    let first = inside.components().next()?.as_os_str().to_str()?;
    let name = first.strip_suffix(".rs").unwrap_or(first);
    (name != "lib").then(|| name.to_owned())
}

/// The modules that a file names as `crate::NAME` or inside `use crate::{NAME, ...}`.
fn named(text: &str) -> Vec<String> {
    let code: String = text.lines().filter(|l| !l.trim_start().starts_with("//")).collect::<Vec<_>>().join("\n");
    let mut found = Vec::new();
    for (at, _) in code.match_indices("crate::") {
        let rest = &code[at + "crate::".len()..];
        if let Some(group) = rest.strip_prefix('{') {
            let mut depth = 0;
            let mut word = String::new();
            for c in group.chars() {
                match c {
                    '{' => depth += 1,
                    '}' if depth == 0 => break,
                    '}' => depth -= 1,
                    _ => {}
                }
                if c.is_alphanumeric() || c == '_' {
                    word.push(c);
                } else if !word.is_empty() {
                    if depth <= 1 {
                        found.push(std::mem::take(&mut word));
                    }
                    word.clear();
                }
            }
            found.push(word);
        } else {
            found.push(rest.chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect());
        }
    }
    found.retain(|name| ORDER.contains(&name.as_str()) || ENDS.contains(&name.as_str()));
    found
}

#[test]
fn data_flows_one_way() {
    let mut wrong = Vec::new();
    for (path, text) in sources(&src()) {
        let Some(own) = module(&path) else { continue };
        let place = ORDER.iter().position(|m| *m == own);
        assert!(place.is_some() || ENDS.contains(&own.as_str()), "{own} has no place in the order of modules");
        for other in named(&text) {
            let allowed = own == other
                || match (place, ORDER.iter().position(|m| *m == other)) {
                    (Some(here), Some(there)) => there < here,
                    (None, there) => there.is_some(),
                    (Some(_), None) => false,
                };
            if !allowed {
                wrong.push(format!("{}: {own} uses {other}", path.display()));
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn the_page_reads_reports_and_text_only() {
    for (path, text) in sources(&src().join("page")) {
        for other in named(&text) {
            let allowed = [
                "page",
                "report",
                "chart",
                "source",
                "span",
                "vocabulary",
                "exact",
                "gather",
                "order",
                "phrase",
                "export",
                "reading",
            ]
            .contains(&other.as_str());
            assert!(allowed, "{}: the page uses {other}", path.display());
        }
    }
}

#[test]
fn the_core_knows_no_browser() {
    for (path, text) in sources(&src()) {
        let own = module(&path).unwrap_or_default();
        if ENDS.contains(&own.as_str()) {
            continue;
        }
        for name in BROWSER {
            assert!(!text.contains(&format!("{name}::")), "{}: names {name}", path.display());
        }
    }
}

#[test]
fn files_say_their_idea_and_stay_small() {
    for (path, text) in sources(&src()) {
        assert!(text.starts_with("//! "), "{}: the first line says no idea", path.display());
        let lines = text.lines().count();
        assert!(lines <= 400, "{}: {lines} lines; look for the second idea in it", path.display());
    }
}

#[test]
fn nothing_half_done() {
    for (path, text) in sources(&src()) {
        // Tests may stop short.
        if path.file_stem().is_some_and(|stem| stem == "tests" || stem == "testing") {
            continue;
        }
        let code = text.split("#[cfg(test)]\nmod tests {").next().unwrap_or_default();
        for mark in ["todo!(", "unimplemented!(", ".unwrap()", ".expect(", "panic!(", "FIXME", "HACK", "unsafe {"] {
            assert!(!code.contains(mark), "{}: {mark}", path.display());
        }
    }
}
