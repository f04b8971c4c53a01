// Starts the page. It is a file of its own because the content policy allows no inline script; the build leaves the
// program's hashed names in two meta elements.
const named = (name) => new URL(document.querySelector(`meta[name="${name}"]`).content, document.baseURI).href;

const say = (what, why) => {
  document.getElementById(`${what}-why`).textContent = why;
  document.getElementById(what).hidden = false;
};

// Should the program ever end (a broken rule of its own, too deep a call, no memory), it can say nothing any more, so it is said
// here. The places in the trace are those of the program as it was built.
addEventListener('error', ({ error }) => {
  if (error) say('stopped', error.stack);
});

try {
  const { default: init } = await import(named('app-js'));
  await init({ module_or_path: named('app-wasm') });
} catch (error) {
  say('unsupported', error);
}
