// Makes the README's picture from the built page and its own sample: node scripts/screenshot.mjs
//
// Also `node scripts/screenshot.mjs all`: every view, light and dark, at four widths, into tests/page/shots/, which git ignores.

import { mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { SAMPLE, read, start } from '../tests/page/browser.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const app = await start();

if (process.argv[2] === 'all') {
  const shots = join(root, 'tests', 'page', 'shots');
  mkdirSync(shots, { recursive: true });
  for (const width of [360, 768, 1280, 1920]) {
    for (const colorScheme of ['light', 'dark']) {
      const page = await app.open({ width, height: Math.round(width < 700 ? width * 2 : width * 0.62), colorScheme });
      const shot = (name) => page.screenshot({ path: join(shots, `${name}-${width}-${colorScheme}.png`) });
      await shot('empty');
      await read(page, SAMPLE);
      await shot('first');
      for (const view of ['findings', 's1', 's2', 'charts']) {
        await page.evaluate((view) => { location.hash = view; }, view);
        await page.waitForTimeout(150);
        await shot(view);
      }
      await page.context().close();
    }
  }
} else {
  const page = await app.open({ width: 1280, height: 800 });
  await read(page, SAMPLE);
  // The third finding: a total that does not foot, and the figure that would repair it.
  for (const key of ['n', 'n']) await page.keyboard.press(key);
  await page.waitForTimeout(150);
  await page.screenshot({ path: join(root, 'www', 'screenshot.png') });
}
await app.close();
