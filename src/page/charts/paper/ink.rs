//! Writes SVG as text: elements with all they need in their own attributes, for a viewer knows no styles of the page.

use crate::chart::words::joined;

/// The light colours of the page (www/styles/tokens.css, drawing.css), whatever the screen's are.
pub const PAPER: &str = "#fcfbf8";
pub const INK: &str = "#1c1b19";
pub const SOFT: &str = "#5d5a53";
pub const HAIR: &str = "#d9d5cb";
pub const BROKEN: &str = "#b3261e";
pub const ROUNDING: &str = "#8a5a00";
pub const TOTAL: &str = "#4d5663";
pub const INCREASE: &str = "#2b6f92";
pub const DECREASE: &str = "#a1693c";
pub const PART: &str = "#4a6579";
pub const EARLIER: &str = "#76818d";
/// The inside of a bar that stands for a gap: the colour of what is broken, one fifth, on paper.
pub const FAINT: &str = "#edd0cc";

/// Faces whose digits are all of one width and stand on the line, one of which any machine has.
const TEXT: &str = "'Segoe UI', 'Helvetica Neue', Helvetica, Arial, 'Liberation Sans', sans-serif";
const TITLE: &str = "Charter, 'Iowan Old Style', 'Source Serif 4', 'Times New Roman', 'Liberation Serif', serif";

/// How a text is set.
#[derive(Clone, Copy)]
pub struct Face {
    pub size: usize,
    pub bold: bool,
    pub colour: &'static str,
}

impl Face {
    pub const fn of(size: usize, colour: &'static str) -> Self {
        Self { size, bold: false, colour }
    }

    pub const fn bold(self, bold: bool) -> Self {
        Self { bold, ..self }
    }
}

/// What is drawn so far.
#[derive(Default)]
pub struct Ink(String);

impl Ink {
    pub fn tag(&mut self, name: &str, attributes: &[(&str, &str)]) {
        self.open(name, attributes);
        self.0.insert(self.0.len() - 1, '/');
    }

    fn open(&mut self, name: &str, attributes: &[(&str, &str)]) {
        for part in ["<", name] {
            self.0.push_str(part);
        }
        for (key, value) in attributes {
            for part in [" ", key, "=\"", value, "\""] {
                self.0.push_str(part);
            }
        }
        self.0.push('>');
    }

    /// An element around a text.
    fn said(&mut self, name: &str, attributes: &[(&str, &str)], words: &str) {
        self.open(name, attributes);
        for c in words.chars() {
            match c {
                '<' => self.0.push_str("&lt;"),
                '&' => self.0.push_str("&amp;"),
                // XML has no such letters, however they are written.
                '\0'..='\u{1f}' | '\u{fffe}' | '\u{ffff}' => self.0.push(' '),
                c => self.0.push(c),
            }
        }
        for part in ["</", name, ">"] {
            self.0.push_str(part);
        }
    }

    /// A text that begins at a place on its line.
    pub fn text(&mut self, x: usize, y: usize, face: Face, words: &str) {
        self.set(x, y, face, "start", words);
    }

    /// A text that ends there: whatever face a viewer takes, the last digits stand under one another.
    pub fn ends(&mut self, x: usize, y: usize, face: Face, words: &str) {
        self.set(x, y, face, "end", words);
    }

    fn set(&mut self, x: usize, y: usize, face: Face, anchor: &str, words: &str) {
        let (x, y, size) = (x.to_string(), y.to_string(), face.size.to_string());
        let weight = if face.bold { "600" } else { "400" };
        let family = if face.size > super::SIZE { TITLE } else { TEXT };
        let place = [("x", x.as_str()), ("y", &y), ("text-anchor", anchor), ("fill", face.colour)];
        let letters = [("font-family", family), ("font-size", &size), ("font-weight", weight)];
        self.said("text", &[&place[..], &letters].concat(), words);
    }

    /// A line from one point to another, one pixel wide, on the pixel; dotted where the dots say how.
    pub fn line(&mut self, [x1, y1, x2, y2]: [&str; 4], colour: &str, dots: &str) {
        let place = [("x1", x1), ("y1", y1), ("x2", x2), ("y2", y2), ("stroke", colour)];
        let manner = [("shape-rendering", "crispEdges"), ("stroke-dasharray", dots)];
        let manner = if dots.is_empty() { &manner[..1] } else { &manner };
        self.tag("line", &[&place[..], manner].concat());
    }

    /// A line across.
    pub fn rule(&mut self, from: usize, to: usize, y: usize, colour: &str) {
        let y = y.to_string();
        self.line([&from.to_string(), &y, &to.to_string(), &y], colour, "");
    }

    /// Draws over it what was drawn aside.
    pub fn add(&mut self, other: &Self) {
        self.0.push_str(&other.0);
    }

    /// All of it, on a sheet of paper of this size.
    pub fn sheet(self, width: usize, height: usize, title: &str, about: &str) -> String {
        let (width, height) = (width.to_string(), height.to_string());
        let mut sheet = Self::default();
        let frame = joined(&["0 0 ", &width, " ", &height]);
        let size = [("width", width.as_str()), ("height", &height), ("viewBox", &frame), ("role", "img")];
        sheet.open("svg", &[&[("xmlns", "http://www.w3.org/2000/svg")][..], &size].concat());
        sheet.said("title", &[], title);
        sheet.said("desc", &[], about);
        sheet.tag("rect", &[("width", &width), ("height", &height), ("fill", PAPER)]);
        joined(&[&sheet.0, &self.0, "</svg>\n"])
    }
}
