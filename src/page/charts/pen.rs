//! Writes elements one after another, as one would write HTML: `html!` puts a copy of its code at every element, and a
//! drawing has too many of them.

use yew::prelude::*;
use yew::virtual_dom::{AttributeOrProperty, Attributes, VTag, VText};

/// Opened elements, each inside the one before, with what they hold so far. The first stands for no element.
pub struct Pen {
    open: Vec<(VTag, Vec<Html>)>,
}

impl Pen {
    pub fn new() -> Self {
        Self { open: vec![(VTag::new("div"), Vec::new())] }
    }

    /// Begins an element of a class, which may be empty.
    pub fn open(&mut self, tag: &'static str, class: &str) {
        self.open_with(tag, &["class"], &[class]);
    }

    /// Begins an element with these attributes; an empty one is left out.
    pub fn open_with(&mut self, tag: &'static str, keys: &'static [&'static str], values: &[&str]) {
        let mut attributes = Vec::with_capacity(values.len());
        for value in values {
            let attribute = || AttributeOrProperty::Attribute((*value).to_owned().into());
            attributes.push((!value.is_empty()).then(attribute));
        }
        let mut tag = VTag::new(tag);
        tag.attributes = Attributes::Dynamic { keys, values: attributes.into() };
        self.open.push((tag, Vec::new()));
    }

    /// Ends the last element that was begun.
    pub fn close(&mut self) {
        if let Some((mut tag, children)) = self.open.pop() {
            tag.add_children(children);
            self.put(tag.into());
        }
    }

    pub fn put(&mut self, html: Html) {
        if let Some((_, children)) = self.open.last_mut() {
            children.push(html);
        }
    }

    pub fn text(&mut self, text: &str) {
        self.put(VText::new(text.to_owned()).into());
    }

    /// An element around a text.
    pub fn say(&mut self, tag: &'static str, class: &str, text: &str) {
        self.open(tag, class);
        self.text(text);
        self.close();
    }

    /// A text for the eye alone.
    pub fn show(&mut self, class: &str, text: &str) {
        self.open_with("span", &["class", "aria-hidden"], &[class, "true"]);
        self.text(text);
        self.close();
    }

    /// What was written.
    pub fn take(&mut self) -> Vec<Html> {
        self.open.pop().map(|(_, children)| children).unwrap_or_default()
    }
}
