//! A menu's focus, moved as its keys ask (`www/menu.js`).

use wasm_bindgen::prelude::wasm_bindgen;

#[wasm_bindgen(module = "/www/menu.js")]
extern "C" {
    /// Moves the focus into the menu that is open, unless it is there: to the entry that is chosen.
    pub fn enter();

    /// The menu is closed: focus that was in it goes to the button of this id.
    pub fn left(button: &str);

    /// Moves the focus as a key of a menu asks, and says whether it is one.
    pub fn walk(key: &str) -> bool;

    /// Has the browser ask for files, as the field of this id would.
    pub fn choose(field: &str);
}
