// The core in its worker: the page goes on while it reads, can stop it, outlives it, and keeps it from the network as well.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, test } from 'node:test';
import { SAMPLE, axe, drop, read, start, whenLocked } from './browser.mjs';

let app;
before(async () => (app = await start()));
after(() => app.close());

const sample = readFileSync(SAMPLE, 'utf8');
const long = (times) => ({ name: 'long.txt', mimeType: 'text/plain', buffer: Buffer.from(`${sample}\n\n`.repeat(times)) });
/** By the file field: so large a file would take a drop's test longer to hand over than the page to read. */
const choose = (page, file) => page.locator('input[type=file]').setInputFiles(file);
const step = (page, name) => page.locator('[aria-current="step"]', { hasText: name });

/** The worker that waits for a file: it is made once the page is locked. */
const worker = async (page) => page.workers()[0] ?? page.waitForEvent('worker');

test('a long file shows how far it is, and the page obeys meanwhile', async () => {
  const page = await app.open();
  await choose(page, long(60));
  await step(page, 'Finding statements').waitFor();
  await page.getByRole('button', { name: 'Colours: Auto' }).click();
  await page.getByRole('button', { name: 'Colours: Light' }).waitFor();
  assert.equal(await page.getByRole('navigation', { name: 'Outline' }).count(), 0, 'it is still reading');
  assert.deepEqual(await axe(page), []);
  assert.match(await page.getByRole('status').innerText(), /Finding statements|Checking the arithmetic|Making ready/);
  await page.getByRole('navigation', { name: 'Outline' }).waitFor({ timeout: 60_000 });
  await page.getByRole('heading', { level: 1, name: /Pellworth/ }).waitFor();
  assert.deepEqual(page.errors, []);
  await page.close();
});

test('Cancel stops reading, and Esc does; the next file is read as ever', async () => {
  const page = await app.open();
  for (const cancel of [() => page.getByRole('button', { name: 'Cancel' }).click(), () => page.keyboard.press('Escape')]) {
    await choose(page, long(100));
    await step(page, 'Finding statements').waitFor();
    await cancel();
    await page.getByRole('button', { name: 'Try a sample' }).waitFor();
    assert.match(await page.locator('.said').innerText(), /long\.txt was not read to its end/);
    await page.waitForFunction(() => document.querySelectorAll('.steps').length === 0);
  }
  // The browser takes a moment to tell of a worker that has ended.
  for (let waited = 0; page.workers().length > 1 && waited < 5000; waited += 100) await page.waitForTimeout(100);
  assert.ok(page.workers().length <= 1, 'nothing reads on behind the page');
  await read(page, SAMPLE);
  await page.getByRole('heading', { level: 1, name: /Pellworth/ }).waitFor();
  await page.close();
});

test('a cancelled file leaves what was open, where it was', async () => {
  const page = await app.open();
  await read(page, SAMPLE);
  const first = page.url();
  await page.keyboard.press('n');
  await page.waitForURL((url) => String(url) !== first);
  const [address, side] = [page.url(), await page.locator('.side').innerText()];
  await drop(page, [{ name: 'long.txt', bytes: [...long(10).buffer] }]);
  await page.getByRole('button', { name: 'Cancel' }).click();
  await page.getByRole('navigation', { name: 'Outline' }).waitFor();
  assert.equal(page.url(), address);
  assert.equal(await page.locator('.side').innerText(), side);
  await page.close();
});

test('a fault while reading is said in a sentence, the text is kept, and other files can be read', async () => {
  const page = await app.open();
  // The worker comes to an end in the middle of the core's work, as it would by a fault.
  await (await worker(page)).evaluate(() => {
    const pass = self.postMessage.bind(self);
    self.postMessage = (message, ...more) => {
      if (message === 2) throw new WebAssembly.RuntimeError('unreachable');
      pass(message, ...more);
    };
  });
  await read(page, SAMPLE);
  const main = page.getByRole('main');
  await page.getByRole('heading', { name: 'tieout stopped while it read this file' }).waitFor();
  assert.match(await main.innerText(), /came to a stop while it looked for statements: a fault of its own, not of this file/);
  assert.match(await main.innerText(), /RuntimeError: unreachable at wasm-function\[\d+\]/, 'and where, for who repairs it');
  // The text is at hand.
  await page.locator('.text', { hasText: /Pellworth Instruments/i }).waitFor();
  assert.deepEqual(await axe(page), []);
  assert.deepEqual(page.errors, []);
  assert.equal(await page.locator('#stopped').isVisible(), false, 'the page itself goes on');
  await read(page, SAMPLE);
  await page.getByRole('heading', { name: 'Condensed consolidated balance sheets' }).waitFor();
  await page.close();
});

test('pasted text that meets a fault is kept as well', async () => {
  const page = await app.open();
  await (await worker(page)).evaluate(() => {
    self.postMessage = new Proxy(self.postMessage, {
      apply: (post, self, [message, ...more]) => {
        if (message === 1) throw new RangeError('Maximum call stack size exceeded');
        return post.call(self, message, ...more);
      },
    });
  });
  await page.getByRole('button', { name: 'Paste text' }).click();
  await page.getByRole('textbox').fill('Total assets   1,000\nKept — all of it');
  await page.getByRole('button', { name: 'Read it' }).click();
  await page.getByRole('heading', { name: 'tieout stopped while it read this file' }).waitFor();
  await page.locator('.text', { hasText: 'Kept — all of it' }).waitFor();
  await page.close();
});

test('a file brought before the core is there waits for it, and is opened only behind the lock', async () => {
  let let_go;
  const held = new Promise((done) => (let_go = done));
  const page = await app.open({
    locked: false,
    before: (page) => page.route(/core-.*\.packed/, async (route) => (await held, route.continue())),
  });
  await page.getByRole('button', { name: 'Try a sample' }).click();
  await page.getByRole('button', { name: 'Cancel' }).waitFor();
  assert.equal(await page.locator('meta[http-equiv]').count(), 1);
  assert.equal(page.workers().length, 0, 'nothing can read before the lock');
  let_go();
  await page.getByRole('heading', { level: 1, name: /Pellworth/ }).waitFor();
  assert.equal(await page.locator('meta[http-equiv]').count(), 2);
  await page.close();
});

test('a core that cannot be fetched is said, and tried again with the next file', async () => {
  let gone = true;
  const page = await app.open({
    locked: false,
    before: (page) => page.route(/core-.*\.packed/, (route) => (gone ? route.abort() : route.continue())),
  });
  await page.getByRole('button', { name: 'Try a sample' }).click();
  await page.locator('.said', { hasText: /could not be read\. The part of tieout that reads files could not be fetched/ }).waitFor();
  gone = false;
  await page.getByRole('button', { name: 'Try a sample' }).click();
  await page.getByRole('heading', { level: 1, name: /Pellworth/ }).waitFor();
  await page.close();
});

test('the worker can send nothing either', async () => {
  const page = await app.open();
  const reached = [];
  await page.context().route('**/*', (route) => (reached.push(route.request().url()), route.continue()));
  const tried = await (await worker(page)).evaluate(async (url) => {
    const failed = async (attempt) => {
      try {
        await attempt();
        return 'went through';
      } catch {
        return 'stopped';
      }
    };
    const opened = (thing) => new Promise((done, fail) => Object.assign(thing, { onopen: done, onload: done, onerror: fail }));
    return {
      fetch: await failed(() => fetch(`${url}?leak=fetch`)),
      elsewhere: await failed(() => fetch('https://example.com/?leak=elsewhere', { mode: 'no-cors' })),
      xhr: await failed(() => {
        const request = new XMLHttpRequest();
        const sent = opened(request);
        request.open('GET', `${url}?leak=xhr`);
        request.send();
        return sent;
      }),
      events: await failed(() => opened(new EventSource(`${url}?leak=events`))),
      socket: await failed(() => opened(new WebSocket(`${url.replace('http', 'ws')}?leak=socket`))),
      script: await failed(() => importScripts(`${url}?leak=script`)),
      module: await failed(() => import(`${url}?leak=module`)),
      worker: await failed(() => opened(new Worker(`${url}?leak=worker`))),
    };
  }, app.url);
  for (const [way, end] of Object.entries(tried)) assert.equal(end, 'stopped', way);
  await page.waitForTimeout(200);
  assert.deepEqual(reached, []);
  await page.close();
});

test('a long source and long lists stay light, and all of it is in reach', async () => {
  const page = await app.open();
  await choose(page, long(40));
  await page.getByRole('navigation', { name: 'Outline' }).waitFor({ timeout: 60_000 });
  const size = () => page.evaluate(() => document.querySelectorAll('*').length);
  assert.ok((await size()) < 6000, `${await size()} elements`);
  const text = page.locator('.text');
  // 40 times 285 lines and the blank line between; the last stands at the very end.
  await text.evaluate((pane) => (pane.scrollTop = pane.scrollHeight));
  const lines = sample.split('\n').length * 40;
  await page.locator(`.ln[data-n="${lines}"], .ln[data-n="${lines - 1}"]`).first().waitFor();
  await text.evaluate((pane) => (pane.scrollTop = 5000 * 18));
  const seen = page.locator('.ln[data-n="5001"]');
  await seen.waitFor();
  const gap = (await seen.boundingBox()).y - (await text.boundingBox()).y;
  assert.ok(Math.abs(gap) < 20, `line 5001 stands at the top, not ${gap} px off`);
  // The outline has the first hundred statements; "Next" leads on, and what is chosen is in it.
  const outline = page.getByRole('navigation', { name: 'Outline' });
  assert.match(await outline.innerText(), /1 to 50 of \d{3}/);
  await outline.getByRole('button', { name: 'Next' }).click();
  assert.match(await outline.innerText(), /51 to 100 of \d{3}/);
  await outline.getByRole('link', { name: /^Cash flow/ }).last().click();
  await page.getByRole('heading', { level: 2, name: /cash flows/i }).waitFor();
  assert.match(await outline.innerText(), /51 to 100 of/);
  assert.equal(await outline.locator('[aria-current]').count(), 1);
  await page.keyboard.press('f');
  await page.getByRole('heading', { level: 2, name: 'Findings' }).waitFor();
  assert.deepEqual(await axe(page), []);
  await page.close();
});
