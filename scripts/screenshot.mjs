// Makes the README's picture from the built page and its own sample: node scripts/screenshot.mjs
//
// Also `node scripts/screenshot.mjs all [FILE...]`: every view of the sample, and of each file, light and dark, at the sizes of a phone,
// a tablet, a laptop and a desk, into tests/page/shots/, which git ignores.

import { mkdirSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { SAMPLE, read, start } from '../tests/page/browser.mjs';

const SIZES = [[360, 780], [768, 1024], [1280, 800], [1920, 1080]];
const VIEWS = ['findings', 's1', 's2', 'prose', 'charts', 'notes'];

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const app = await start();
const [all, ...files] = process.argv.slice(2);

if (all === 'all') {
  const shots = join(root, 'tests', 'page', 'shots');
  mkdirSync(shots, { recursive: true });
  for (const file of [SAMPLE, ...files]) {
    const name = file === SAMPLE ? 'sample' : basename(file).replace(/\.\w+$/, '');
    for (const [width, height] of SIZES) {
      for (const colorScheme of ['light', 'dark']) {
        const page = await app.open({ width, height, colorScheme });
        const shot = (view) => page.screenshot({ path: join(shots, `${name}-${view}-${width}-${colorScheme}.png`) });
        if (file === SAMPLE) await shot('empty');
        await read(page, file);
        await shot('first');
        for (const view of VIEWS) {
          await page.evaluate((view) => { location.hash = view; }, view);
          await page.waitForTimeout(150);
          await shot(view);
        }
        await page.keyboard.press('s');
        await shot('source');
        await page.context().close();
      }
    }
  }
} else {
  const page = await app.open({ width: 1280, height: 800 });
  await read(page, SAMPLE);
  // It opens on the first finding: a total that does not foot, and the figure that would repair it.
  await page.waitForTimeout(150);
  await page.screenshot({ path: join(root, 'www', 'screenshot.png') });
}
await app.close();
