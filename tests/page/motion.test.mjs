// Motion: none where the reader asked for none, and short where it shows that something lit up.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { SAMPLE, read, start } from './browser.mjs';

let app;
before(async () => (app = await start()));
after(() => app.close());

/** The longest motion of anything on the page, in seconds; and how the panes scroll. */
const longest = (page) =>
  page.evaluate(() => {
    // What is not rendered has no computed style, and does not move.
    const seconds = (text) => Math.max(...text.split(',').map((part) => parseFloat(part) || 0));
    let most = 0;
    for (const element of document.querySelectorAll('*')) {
      for (const part of [undefined, '::before', '::after']) {
        const { transitionDuration, transitionDelay, animationName, animationDuration, scrollBehavior } = getComputedStyle(element, part);
        most = Math.max(most, seconds(transitionDuration) && seconds(transitionDuration) + seconds(transitionDelay));
        if (animationName !== 'none') most = Math.max(most, seconds(animationDuration));
        if (scrollBehavior === 'smooth') most = Infinity;
      }
    }
    return most;
  });

for (const [reducedMotion, most] of [['reduce', 0], ['no-preference', 0.15]]) {
  test(`${reducedMotion}: nothing moves for more than ${most} s`, async () => {
    const page = await app.open({ reducedMotion });
    assert.ok((await longest(page)) <= most, 'the start');
    await read(page, SAMPLE);
    for (const key of ['n', 'c', 's', '?']) {
      await page.keyboard.press(key);
      await page.waitForTimeout(60);
      const found = await longest(page);
      assert.ok(found <= most, `${found} s after the key ${key}`);
    }
    await page.close();
  });
}
