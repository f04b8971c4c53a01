// Makes dist/offline.js, the service worker: it keeps the page's own files, by the names their contents gave them, so that the
// page opens without a network. A newer one waits until the reader asks for it.

import { createHash } from 'node:crypto';
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const dist = process.argv[2] ?? 'dist';
const files = readdirSync(dist).filter((name) => !['tieout.html', 'offline.js'].includes(name)).sort();
const all = createHash('sha256');
for (const name of files) all.update(name).update(readFileSync(join(dist, name)));
const version = all.digest('hex').slice(0, 16);
const kept = files.map((name) => (name === 'index.html' ? './' : name));

writeFileSync(
  join(dist, 'offline.js'),
  `// Keeps the page's own files, and asks for no others.
const OWN = 'tieout ${version} ' + registration.scope;
const FILES = ${JSON.stringify(kept)};
const others = async () => (await caches.keys()).filter((name) => name.startsWith('tieout ') && name.endsWith(' ' + registration.scope) && name !== OWN);
oninstall = (event) => event.waitUntil(caches.open(OWN).then((cache) => cache.addAll(FILES)));
onactivate = (event) => event.waitUntil(others().then((names) => Promise.all(names.map((name) => caches.delete(name)))));
onmessage = ({ data }) => data === 'now' && skipWaiting();
onfetch = (event) => {
  const address = event.request.url.split(/[?#]/)[0];
  if (event.request.method !== 'GET' || !FILES.some((file) => new URL(file, registration.scope).href === address)) return;
  event.respondWith(caches.open(OWN).then((cache) => cache.match(address)).then((found) => found ?? fetch(event.request)));
};
`,
);
