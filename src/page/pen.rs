//! Draws elements one after the other, by plain calls: `html!` writes its code out anew for every element.

use std::cell::RefCell;

use yew::virtual_dom::{AttributeOrProperty, Attributes, VList, VTag, VText};
use yew::{AttrValue, Html};

/// What is drawn so far: the elements that are open, each inside the one before it.
pub struct Pen {
    open: Vec<Open>,
    /// What stands at the end of every link to a view.
    pub end: String,
}

struct Open {
    tag: VTag,
    keys: Vec<&'static str>,
    values: Vec<Option<AttributeOrProperty>>,
    children: Vec<Html>,
}

impl Pen {
    pub fn new() -> Self {
        let mut pen = Self { open: Vec::new(), end: String::new() };
        pen.open("", "");
        pen
    }

    /// What was drawn.
    pub fn done(mut self) -> Html {
        self.open.pop().map(|open| VList::with_children(open.children, None).into()).unwrap_or_default()
    }

    /// Opens an element: what follows is drawn inside it, up to its `close`.
    pub fn open(&mut self, name: &'static str, class: &str) {
        self.open.push(Open { tag: VTag::new(name), keys: Vec::new(), values: Vec::new(), children: Vec::new() });
        self.set("class", class);
    }

    /// Gives the open element an attribute; an empty one is left out.
    pub fn set(&mut self, key: &'static str, value: &str) {
        if let Some(tag) = self.open.last_mut() {
            tag.keys.push(key);
            tag.values.push(if value.is_empty() {
                None
            } else {
                Some(AttributeOrProperty::Attribute(AttrValue::from(value.to_owned())))
            });
        }
    }

    /// Makes the open element another one when the key is another.
    pub fn key(&mut self, key: &str) {
        if let Some(open) = self.open.last_mut() {
            open.tag.key = Some(key.into());
        }
    }

    /// Makes the open radio button the chosen one, or not.
    pub fn check(&mut self, is: bool) {
        if let Some(open) = self.open.last_mut() {
            open.tag.set_checked(is);
        }
    }

    /// Gives the open field its text.
    pub fn value(&mut self, text: &str) {
        if let Some(open) = self.open.last_mut() {
            open.tag.set_value(Some(AttrValue::from(text.to_owned())));
        }
    }

    pub fn close(&mut self) {
        if let Some(Open { mut tag, keys, values, children }) = self.open.pop() {
            tag.attributes = Attributes::Dynamic { keys: kept(keys), values: values.into() };
            tag.add_children(children);
            self.put(tag.into());
        }
    }

    pub fn put(&mut self, child: Html) {
        if let Some(tag) = self.open.last_mut() {
            tag.children.push(child);
        }
    }

    pub fn text(&mut self, text: &str) {
        self.put(VText::new(text.to_owned()).into());
    }

    /// Holds the place of something that is not there now, so that what stands before it stays the same element.
    pub fn nothing(&mut self) {
        self.put(Html::default());
    }

    /// An element around a text.
    pub fn said(&mut self, name: &'static str, class: &str, words: &str) {
        self.open(name, class);
        self.text(words);
        self.close();
    }

    /// A text that is only seen, not read out.
    pub fn sign(&mut self, class: &str, sign: &str) {
        self.open("span", class);
        self.set("aria-hidden", "true");
        self.text(sign);
        self.close();
    }

    /// Opens a button that does what `act` names.
    pub fn button(&mut self, class: &str, act: &str) {
        self.open("button", class);
        self.set("type", "button");
        self.set("data-act", act);
    }

    /// Opens a link to a view.
    pub fn link(&mut self, fragment: &str, current: &str) {
        let address = ["#", fragment, &self.end].concat();
        self.open("a", "");
        self.set("href", &address);
        self.set("aria-current", current);
    }

    /// Opens a sheet, named by the heading in its head.
    pub fn sheet(&mut self, id: &str, title: &str) {
        self.open("section", "sheet");
        self.set("aria-labelledby", id);
        self.open("header", "statement-head");
        self.open("h2", "");
        self.set("id", id);
        self.text(title);
        self.close();
    }
}

/// The one list that is kept of equal lists of keys. Yew compares them by address, and there are only as many as the
/// page has kinds of elements.
fn kept(keys: Vec<&'static str>) -> &'static [&'static str] {
    thread_local!(static KEPT: RefCell<Vec<&'static [&'static str]>> = const { RefCell::new(Vec::new()) });
    KEPT.with_borrow_mut(|kept| {
        if let Some(same) = kept.iter().find(|same| **same == keys) {
            return *same;
        }
        let keys: &'static [&'static str] = keys.leak();
        kept.push(keys);
        keys
    })
}
