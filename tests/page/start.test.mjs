// Before a filing: one screen, with pictures of what comes out that are there at once and in nobody's way.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { axe, start } from './browser.mjs';

let app;
before(async () => (app = await start()));
after(() => app.close());

const drawn = (page) => page.locator('.picture .chart-marks').waitFor();

/** Adds up how much of what is seen moves without having been asked to. */
const watch = (page) =>
  page.addInitScript(() => {
    window.moved = 0;
    new PerformanceObserver((list) => list.getEntries().forEach(({ value }) => (window.moved += value))).observe({ type: 'layout-shift', buffered: true });
  });

const NAMES = [/^Part of a balance sheet/, /^A finding: Total current liabilities does not tie/, /^A chart: /];

test('one screen at 1280 × 720, with three pictures from the sample in it', async () => {
  const page = await app.open({ width: 1280, height: 720 });
  await drawn(page);
  assert.deepEqual(await page.evaluate(() => [document.documentElement.scrollHeight, document.documentElement.scrollWidth]), [720, 1280]);
  for (const name of NAMES) {
    const box = await page.getByRole('img', { name }).boundingBox();
    assert.ok(box.y > 300 && box.y + box.height < 700 && box.height > 150, `${name}: ${JSON.stringify(box)}`);
  }
  const [table, finding, chart] = await page.locator('.picture').allInnerTexts();
  for (const amount of ['21,864', '10,175', '5,857', '16,169', '54,047', '47,730']) assert.ok(table.includes(amount), `${amount} in ${table}`);
  assert.equal(await page.locator('.picture td.lit-plus').count(), 4);
  assert.match(finding, /does not tie[^]*54,065[^]*54,047[^]*18/);
  assert.match(chart, /7,324[^]*\(1,225\)[^]*405[^]*6,504/);
  // Nothing in a picture is cut off.
  const cut = await page.locator('.picture-frame').evaluateAll((frames) =>
    frames.map((frame) => [frame.scrollWidth - frame.clientWidth, frame.scrollHeight - frame.clientHeight]));
  assert.deepEqual(cut, [[0, 0], [0, 0], [0, 0]]);
  await page.close();
});

test('the pictures need no core, and nothing moves when it comes', async () => {
  let free;
  const held = new Promise((done) => (free = done));
  const page = await app.open({
    width: 1280,
    height: 720,
    locked: false,
    before: async (page) => {
      await page.route(/\/(core|writer)-/, async (route) => {
        await held;
        await route.continue();
      });
      await watch(page);
    },
  });
  await drawn(page);
  for (const name of NAMES) assert.equal(await page.getByRole('img', { name }).isVisible(), true);
  const place = () => page.locator('.picture').first().boundingBox();
  const early = await place();
  free();
  await page.waitForFunction(() => document.querySelectorAll('meta[http-equiv="Content-Security-Policy"]').length === 2);
  await page.waitForTimeout(100);
  assert.deepEqual(await place(), early);
  assert.ok((await page.evaluate(() => window.moved)) < 0.001);
  await page.close();
});

test('a picture is one image to a voice, and nothing to the keyboard or the pointer', async () => {
  const page = await app.open({ width: 1280, height: 720 });
  await drawn(page);
  const inside = () => page.evaluate(() => !!document.activeElement.closest('.picture'));
  for (let times = 0; times < 12; times++) {
    await page.keyboard.press('Tab');
    assert.equal(await inside(), false);
  }
  const before = page.url();
  const { x, y } = await page.locator('.picture td.amount').nth(3).boundingBox();
  await page.mouse.click(x + 20, y + 6);
  assert.equal(await inside(), false);
  assert.equal(page.url(), before);
  // What the browser tells a screen reader.
  const { nodes } = await (await page.context().newCDPSession(page)).send('Accessibility.getFullAXTree');
  const heard = nodes.filter((node) => !node.ignored);
  const images = heard.filter((node) => node.role.value === 'image');
  assert.deepEqual(images.map((image) => NAMES.findIndex((name) => name.test(image.name.value))), [0, 1, 2]);
  assert.deepEqual(heard.filter((node) => images.some((image) => node.parentId === image.nodeId)), []);
  for (const role of ['grid', 'gridcell', 'table', 'cell']) assert.equal(heard.some((node) => node.role.value === role), false, role);
  await page.close();
});

for (const width of [320, 360, 768, 1920]) {
  test(`at ${width} px nothing of a picture is cut off`, async () => {
    const page = await app.open({ width, height: 800, colorScheme: 'dark', before: watch });
    await drawn(page);
    const wide = await page.evaluate(() => document.documentElement.scrollWidth);
    assert.equal(wide, width);
    const cut = await page.locator('.picture-frame').evaluateAll((frames) =>
      frames.map((frame) => Math.max(frame.scrollWidth - frame.clientWidth, frame.scrollHeight - frame.clientHeight)));
    assert.deepEqual(cut, [0, 0, 0]);
    assert.ok((await page.evaluate(() => window.moved)) < 0.005, 'and nothing moved when it came');
    assert.deepEqual(await axe(page), []);
    await page.close();
  });
}

test('the empty page stands in the document itself, as the program draws it, and nothing moves when that comes', async () => {
  // Letters, boxes and colours of all that is seen before the program is there.
  const seen = (page) =>
    page.evaluate(() =>
      [...document.querySelectorAll('.start-head *, .drop, .drop *:not(input)')].map((part) => {
        const { x, y, width, height } = part.getBoundingClientRect();
        const { color, fontSize, backgroundColor } = getComputedStyle(part);
        return [part.localName, part.className, part.textContent, x, y, width, height, color, fontSize, backgroundColor].join(' ');
      }));
  for (const width of [1280, 360]) {
    let free;
    const held = new Promise((done) => (free = done));
    const page = await app.open({
      width,
      locked: false,
      opens: null,
      before: async (page) => {
        await page.route(/\.wasm\.packed/, async (route) => {
          await held;
          await route.continue();
        });
        await watch(page);
      },
    });
    assert.equal(await page.locator('#page > [inert]').count(), 1, 'the program is not there yet');
    const before = await seen(page);
    free();
    await page.locator('#page > :not([inert])').waitFor();
    assert.ok(before.length > 9);
    assert.deepEqual(before, await seen(page));
    await drawn(page);
    assert.equal(await page.evaluate(() => window.moved), 0);
    await page.close();
  }
});

test('a view on its way is not preceded by the empty page', async () => {
  const page = await app.open({
    locked: false,
    opens: null,
    fragment: '#s2',
    before: (page) => page.route(/\.wasm\.packed/, (route) => new Promise((done) => setTimeout(() => done(route.continue()), 800))),
  });
  await page.waitForFunction(() => document.querySelector('#page').childElementCount === 0);
  await page.getByRole('heading', { level: 1, name: 'tieout' }).waitFor();
  await page.close();
});
