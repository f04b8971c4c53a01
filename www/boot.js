// Starts the page. It is a file of its own because the content policy allows no inline script; the build leaves the
// program's hashed names in two meta elements.
const named = (name) => new URL(document.querySelector(`meta[name="${name}"]`).content, document.baseURI).href;

try {
  const { default: init } = await import(named('app-js'));
  await init({ module_or_path: named('app-wasm') });
} catch (error) {
  document.getElementById('unsupported-why').textContent = String(error);
  document.getElementById('unsupported').hidden = false;
}
