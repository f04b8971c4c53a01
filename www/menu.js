// The menu of what is open: where the focus is, as the practice for menus has it. A row has an entry, and behind it what closes it.

const menu = () => document.querySelector('[role=menu]');

/** Into the menu, unless the focus is there: to the entry that is chosen. */
export function enter() {
  const inside = menu();
  if (!inside || inside.contains(document.activeElement)) return;
  (inside.querySelector('[aria-checked=true]') ?? inside.querySelector('button'))?.focus();
}

/** The focus of a menu that is gone goes to its button. */
export function left(button) {
  const { activeElement, body } = document;
  if (!activeElement || activeElement === body) document.getElementById(button)?.focus();
}

/** Arrows, Home, End, and the first letter of an entry. Says whether the key is one of these. */
export function walk(key) {
  const rows = [...menu().querySelectorAll('li:has(button)')];
  const row = document.activeElement.closest('li');
  const at = rows.indexOf(row);
  const begins = (row) => row.innerText.trim().toLowerCase().startsWith(key.toLowerCase());
  const to = {
    ArrowDown: () => rows[(at + 1) % rows.length],
    ArrowUp: () => rows.at(at - 1),
    Home: () => rows[0],
    End: () => rows.at(-1),
  }[key];
  const across = { ArrowRight: -1, ArrowLeft: 0 }[key];
  if (across !== undefined) [...row.querySelectorAll('button')].at(across).focus();
  else if (to) to().querySelector('button').focus();
  else if (key.length > 1) return false;
  else if (key !== ' ') [...rows.slice(at + 1), ...rows.slice(0, at)].find(begins)?.querySelector('button').focus();
  return key !== ' ';
}

/** As if the field had been clicked. */
export const choose = (field) => document.getElementById(field)?.click();
