// Zoom and larger letters: nothing is cut off, nothing covers anything else, and the page still goes where it is sent.

import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { SAMPLE, read, start } from './browser.mjs';

let app;
before(async () => (app = await start()));
after(() => app.close());

const PLACES = ['findings', 's1', 's2', 's6', 'prose', 'charts', 'notes', 'report'];

/** What a reader cannot make out, in words: text cut by its own element, controls beside the window or under another. */
const lost = (page) =>
  page.evaluate(() => {
    const found = [];
    const named = (element) => `${element.tagName.toLowerCase()}.${element.className} "${element.textContent.trim().slice(0, 40)}"`;
    const seen = (element) => element.checkVisibility({ visibilityProperty: true }) && !element.closest('.unseen, .skip, dialog:not([open])');
    const scrolls = (element) => /auto|scroll/.test(getComputedStyle(element).overflow);
    /** The part of an element that the panes around it let through. */
    const through = (element) => {
      const all = element.getBoundingClientRect();
      let [left, top, right, bottom] = [Math.max(all.left, 0), Math.max(all.top, 0), Math.min(all.right, innerWidth), Math.min(all.bottom, innerHeight)];
      for (let pane = element.parentElement; pane; pane = pane.parentElement) {
        if (getComputedStyle(pane).overflow === 'visible') continue;
        const frame = pane.getBoundingClientRect();
        [left, top, right, bottom] = [Math.max(left, frame.left), Math.max(top, frame.top), Math.min(right, frame.right), Math.min(bottom, frame.bottom)];
      }
      return { left, top, right, bottom };
    };
    if (document.documentElement.scrollWidth > innerWidth) found.push(`the page is ${document.documentElement.scrollWidth} px wide`);
    for (const element of document.querySelectorAll('#page *')) {
      const own = [...element.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.data.trim());
      if (!own || !seen(element) || element.closest('svg, .text')) continue;
      const { overflowX, textOverflow } = getComputedStyle(element);
      // An ellipsis says itself that something is left out.
      if (overflowX !== 'visible' && !scrolls(element) && textOverflow !== 'ellipsis' && element.scrollWidth > element.clientWidth + 1) found.push(`cut: ${named(element)}`);
    }
    for (const element of document.querySelectorAll('#page :is(a, button, summary, input, textarea, h1, h2)')) {
      if (!seen(element)) continue;
      const { left, top, right, bottom } = through(element);
      if (right - left < 8 || bottom - top < 8) {
        // Out of sight; a pane that scrolls brings it back.
        let pane = element.parentElement;
        while (pane && !scrolls(pane)) pane = pane.parentElement;
        const at = element.getBoundingClientRect();
        if (!pane && (at.left < 0 || at.right > innerWidth + 1)) found.push(`beside the window: ${named(element)}`);
        continue;
      }
      const over = document.elementFromPoint((left + right) / 2, (top + bottom) / 2);
      if (over && !element.contains(over) && !over.contains(element)) found.push(`${named(over)} covers ${named(element)}`);
    }
    return found;
  });

async function everywhere(page, check) {
  assert.deepEqual(await check(page), [], 'the start');
  await read(page, SAMPLE);
  assert.deepEqual(await check(page), [], 'the first finding');
  for (const place of PLACES) {
    await page.evaluate((place) => (location.hash = place), place);
    await page.waitForTimeout(80);
    assert.deepEqual(await check(page), [], place);
  }
  await page.keyboard.press('s');
  assert.deepEqual(await check(page), [], 'the source');
  for (const name of ['Search', 'Export', 'Share']) {
    await page.getByRole('button', { name }).first().click();
    await page.locator('dialog[open]').waitFor();
    assert.deepEqual(await page.locator('dialog[open]').evaluate((dialog) => (dialog.scrollWidth > dialog.clientWidth ? 'too wide' : '')), '', name);
    await page.keyboard.press('Escape');
  }
}

/** Larger letters, as the browser's own setting makes them, and nothing else larger. */
async function letters(page, pixels) {
  const session = await page.context().newCDPSession(page);
  await session.send('Page.setFontSizes', { fontSizes: { standard: pixels, fixed: pixels } });
}

describe('twice as large', () => {
  test('a window of 1280 by 720 at 200 %', async () => {
    const page = await app.open({ width: 640, height: 360, deviceScaleFactor: 2 });
    await everywhere(page, lost);
    await page.close();
  });

  for (const width of [1280, 360]) {
    test(`letters alone, at ${width} px`, async () => {
      const page = await app.open({ width, height: 800, before: (page) => letters(page, 32) });
      assert.equal(await page.evaluate(() => getComputedStyle(document.body).fontSize), '30px');
      await everywhere(page, lost);
      await page.close();
    });
  }

  test('in the source an amount is still found, and its letters are as large as the others', async () => {
    const page = await app.open({ width: 1280, height: 800, before: (page) => letters(page, 32) });
    await read(page, SAMPLE);
    await page.keyboard.press('s');
    const mark = page.locator('.text mark.chosen');
    await mark.waitFor();
    assert.equal(await mark.evaluate((mark) => getComputedStyle(mark).fontSize), '24px');
    const [pane, at] = [await page.locator('.text').boundingBox(), await mark.boundingBox()];
    assert.ok(at.y >= pane.y && at.y + at.height <= pane.y + pane.height, `the amount is at ${at.y}, its pane from ${pane.y} on, ${pane.height} high`);
    await page.close();
  });
});
