//! Charts rendered to HTML with no browser.
