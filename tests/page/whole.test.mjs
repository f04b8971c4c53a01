// The page as one file from disk, and the page without a network.

import assert from 'node:assert/strict';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { after, before, test } from 'node:test';
import { serve } from '../../scripts/serve.mjs';
import { DIST, SAMPLE, read, start, whenLocked } from './browser.mjs';

let app;
let folder;
before(async () => {
  app = await start();
  folder = mkdtempSync(join(tmpdir(), 'tieout-'));
});
after(async () => {
  await app.close();
  rmSync(folder, { recursive: true, force: true });
});

test('one file opens from disk, reads a filing, and gives itself away with the filing inside', async () => {
  const file = join(folder, 'taken along.html');
  cpSync(join(DIST, 'tieout.html'), file);
  const policy = readFileSync(file, 'utf8').match(/Content-Security-Policy"? content="([^"]*)"/i)[1];
  assert.match(policy, /connect-src 'none'/);
  const page = await app.open({ at: String(pathToFileURL(file)) });
  await read(page, SAMPLE);
  await page.keyboard.press('n');
  assert.match(await page.locator('.side').innerText(), /does not tie/);
  assert.deepEqual(page.requests.filter((url) => url !== page.requests[0] && !url.startsWith('data:')), [], 'it asks for nothing at all');
  assert.deepEqual(page.errors, []);
  await page.getByLabel('Note').fill('ask for ledger 7 — "soon"');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Export' }).click();
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'This page with the filing' }).click()]);
  const sent = join(folder, 'sent.html');
  await download.saveAs(sent);
  await page.close();

  const other = await app.open({ at: String(pathToFileURL(sent)), opens: /Pellworth/ });
  assert.equal(await other.locator('.pane-title .file').innerText(), 'pellworth-2005q4.txt');
  assert.match(await other.locator('.tally').innerText(), /do not tie/);
  await other.locator('.outline').getByRole('link', { name: 'Findings' }).click();
  await other.getByText('Note: ask for ledger 7 — "soon"').waitFor();
  await other.getByRole('button', { name: 'With a note 1' }).waitFor();
  assert.deepEqual(other.errors, []);
  await other.close();
});

test('under a sub-path it opens without a network, and says when there is a newer one', async () => {
  cpSync(DIST, join(folder, 'site', 'tools', 'tieout'), { recursive: true });
  const server = await serve(join(folder, 'site'));
  const page = await app.open({ at: `${server.url}tools/tieout/` });
  await page.evaluate(() => navigator.serviceWorker.ready);
  await page.context().setOffline(true);
  await page.reload();
  await page.getByRole('heading', { level: 1, name: 'tieout' }).waitFor();
  await whenLocked(page);
  await read(page, SAMPLE);
  assert.match(await page.locator('.tally').innerText(), /do not tie/);
  await page.context().setOffline(false);

  const worker = join(folder, 'site', 'tools', 'tieout', 'offline.js');
  writeFileSync(worker, readFileSync(worker, 'utf8').replace("'tieout ", "'tieout newer"));
  await page.reload();
  await page.getByText('A newer tieout is here.').waitFor();
  await Promise.all([page.waitForEvent('load'), page.getByRole('button', { name: 'Load it' }).click()]);
  await page.getByRole('heading', { level: 1, name: 'tieout' }).waitFor();
  await page.waitForTimeout(300);
  assert.equal(await page.getByText('A newer tieout is here.').isVisible(), false);
  await page.close();
  await server.close();
});
