//! Elements by plain calls: `html!` writes its code out anew for every element, which a drawing has too many of.

use yew::prelude::*;
use yew::virtual_dom::{AttributeOrProperty, Attributes, VTag, VText};

pub fn text(text: &str) -> Html {
    VText::new(text.to_owned()).into()
}

pub fn element(tag: &'static str, class: &'static str, children: Vec<Html>) -> Html {
    with(tag, &["class"], vec![class.into()], children)
}

/// An element around a text.
pub fn said(tag: &'static str, class: &'static str, words: &str) -> Html {
    element(tag, class, vec![text(words)])
}

/// An element with these attributes; an empty one is left out.
pub fn with(tag: &'static str, keys: &'static [&'static str], values: Vec<AttrValue>, children: Vec<Html>) -> Html {
    let mut attributes = Vec::with_capacity(values.len());
    for value in values {
        attributes.push(if value.is_empty() { None } else { Some(AttributeOrProperty::Attribute(value)) });
    }
    let mut tag = VTag::new(tag);
    tag.attributes = Attributes::Dynamic { keys, values: attributes.into() };
    tag.add_children(children);
    tag.into()
}
