// A browser that lacks what the page needs: it says what is missing, in words, and not an empty page.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { axe, start } from './browser.mjs';

let app;
before(async () => (app = await start()));
after(() => app.close());

test('without JavaScript the page says what it needs, and that nothing is sent either way', async () => {
  const page = await app.open({ javaScriptEnabled: false, locked: false });
  const words = page.locator('noscript p');
  assert.equal(await words.isVisible(), true);
  assert.match(await words.innerText(), /it needs JavaScript and WebAssembly\. Nothing is sent anywhere either way/);
  await page.close();
});

test('without WebAssembly the page says what it needs, and why it could not start', async () => {
  const page = await app.open({
    opens: 'This browser could not start tieout',
    locked: false,
    before: (page) => page.addInitScript(() => delete globalThis.WebAssembly),
  });
  assert.match(await page.getByRole('alert').innerText(), /It needs WebAssembly and compressed streams, which every browser since 2023 has/);
  assert.match(await page.locator('#unsupported-why').innerText(), /WebAssembly/);
  assert.deepEqual(await axe(page), []);
  await page.close();
});

test('without compressed streams it says so too', async () => {
  const page = await app.open({
    opens: 'This browser could not start tieout',
    locked: false,
    before: (page) => page.addInitScript(() => delete globalThis.DecompressionStream),
  });
  assert.match(await page.locator('#unsupported-why').innerText(), /DecompressionStream/);
  await page.close();
});
