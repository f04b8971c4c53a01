//! Every file of the real filings, looked at by two threads.

use std::{
    panic::{AssertUnwindSafe, catch_unwind},
    path::{Path, PathBuf},
    sync::{
        Mutex,
        atomic::{AtomicUsize, Ordering},
    },
};

/// What one file gave, or how looking at it ended.
pub type Outcome<T> = Result<T, String>;

/// Looks at each file under `root`, by its path from there; gives what was found in the order of the paths.
pub fn walk<T: Send>(root: &Path, look: impl Fn(&str, &[u8]) -> T + Sync) -> Vec<(String, Outcome<T>)> {
    let paths = files(root);
    let next = AtomicUsize::new(0);
    let found = Mutex::new(Vec::with_capacity(paths.len()));
    // One line for a panic; the file it was in is named with what was found.
    std::panic::set_hook(Box::new(|why| println!("{why}")));
    std::thread::scope(|threads| {
        for _ in 0..2 {
            threads.spawn(|| {
                while let Some(path) = paths.get(next.fetch_add(1, Ordering::Relaxed)) {
                    let name = name(root, path);
                    let bytes = std::fs::read(path).expect("a filing can be read");
                    let outcome = catch_unwind(AssertUnwindSafe(|| look(&name, &bytes))).map_err(|why| words(&*why));
                    found.lock().expect("a list of results").push((name, outcome));
                }
            });
        }
    });
    let _ = std::panic::take_hook();
    let mut found = found.into_inner().expect("a list of results");
    found.sort_by(|a, b| a.0.cmp(&b.0));
    found
}

/// The filings in the folders below, in order; what describes the folder itself is none.
fn files(root: &Path) -> Vec<PathBuf> {
    let mut files = Vec::new();
    let mut folders = vec![root.to_owned()];
    while let Some(folder) = folders.pop() {
        for path in std::fs::read_dir(&folder).expect("a folder of filings").flatten().map(|e| e.path()) {
            if path.is_dir() {
                folders.push(path);
            } else if folder != root && path.extension().is_some_and(|e| e == "txt" || e == "htm") {
                files.push(path);
            }
        }
    }
    // Large files first: the two threads then end at about the same time.
    files.sort_by_key(|p| std::cmp::Reverse(p.metadata().map_or(0, |m| m.len())));
    files
}

/// `folder/file.txt`, on any system.
fn name(root: &Path, path: &Path) -> String {
    let parts = path.strip_prefix(root).unwrap_or(path).components();
    parts.map(|p| p.as_os_str().to_string_lossy()).collect::<Vec<_>>().join("/")
}

/// What a panic said.
fn words(why: &(dyn std::any::Any + Send)) -> String {
    let text = why.downcast_ref::<String>().cloned();
    text.or_else(|| why.downcast_ref::<&str>().map(|s| (*s).to_owned())).unwrap_or_else(|| "panicked".into())
}
