// Starts the page: scripts/pack joins this with the script wasm-bindgen made for the program. It is a file of its own because
// the content policy allows no inline script; the build leaves the program's hashed name in a meta element.
import init from 'program';
import { fetched, inside, ready, rescued } from 'core';

const say = (what, why) => {
  document.getElementById(`${what}-why`).textContent = why;
  document.getElementById(what).hidden = false;
};

// Should the program ever end (a broken rule of its own, too deep a call, no memory), it can say nothing any more, so it is said
// here. The places in the trace are those of the program as it was built. What was open is not in the program but here: it can be
// opened once more.
addEventListener('error', async ({ error }) => {
  if (!error || !document.getElementById('stopped').hidden) return;
  say('stopped', error.stack);
  const filing = await rescued(history.state).catch(() => '');
  const again = document.getElementById('again');
  again.hidden = !filing;
  again.onclick = () => {
    history.replaceState(null, '', `${location.hash.split('!')[0] || '#/'}${filing}`);
    location.reload();
  };
});

// The document holds the empty page, to be seen while the program arrives; not where a filing or a view is on its way.
const page = document.getElementById('page');
if (location.hash || inside()) page.replaceChildren();

try {
  // The program is compressed once, when it is built (scripts/pack), and taken apart while it arrives.
  await init({ module_or_path: fetched(document.querySelector('meta[name="program"]').content) });
  // What reads files is fetched when the page is there and idle; should that fail, it is tried again with the first file.
  (globalThis.requestIdleCallback ?? setTimeout)(() => ready().catch(() => {}));
} catch (error) {
  page.replaceChildren();
  say('unsupported', error);
}
