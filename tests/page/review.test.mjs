// Working down the findings: marks, notes, filters, undo; nothing kept on the device unless asked for.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, test } from 'node:test';
import { SAMPLE, axe, drop, read, start } from './browser.mjs';

let app;
before(async () => (app = await start()));
after(() => app.close());

const findings = (page) => page.locator('.outline').getByRole('link', { name: 'Findings' }).click();
const listed = (page) => page.locator('section.group .findings > li').count();
const filter = (page, name) => page.getByRole('group', { name: 'List the findings' }).getByRole('button', { name });
const stored = (page) => page.evaluate(() => Object.keys(localStorage));
const liabilities = (page) => page.getByRole('button', { name: 'Reviewed: Total current liabilities' });

test('findings stand by severity and statement, under the verdict in one sentence', async () => {
  const page = await app.open();
  await read(page, SAMPLE);
  await findings(page);
  const text = await page.locator('#centre').innerText();
  assert.match(text, /\d+ of \d+ checks do not tie/);
  assert.match(text, /Does not tie\s*\d+[^]*Balance sheet[^]*Total current liabilities/);
  assert.ok((await page.locator('section.group h4').allInnerTexts()).includes('Balance sheet'));
  await page.close();
});

test('a finding is marked, noted and undone; n goes only to those left', async () => {
  const page = await app.open();
  await read(page, SAMPLE);
  await findings(page);
  const all = await listed(page);
  await liabilities(page).click();
  assert.equal(await liabilities(page).getAttribute('aria-pressed'), 'true');
  await filter(page, 'To review').click();
  assert.equal(await listed(page), all - 1);
  assert.equal(await page.getByRole('link', { name: /Total current liabilities/ }).count(), 0);
  const seen = new Set();
  for (let at = 0; at < all + 1; at++) {
    await page.keyboard.press('n');
    seen.add(await page.locator('.side .check-title').innerText());
  }
  assert.ok(!seen.has('Total current liabilities'), [...seen].join(', '));
  await findings(page);
  await filter(page, 'Reviewed').click();
  await page.getByRole('link', { name: /Total current liabilities/ }).click();
  await page.getByLabel('Note').fill('Asked the client.\nn is a letter here.');
  assert.equal(await page.locator('.side .check-title').innerText(), 'Total current liabilities', 'letters in a note are no keys');
  await findings(page);
  assert.match(await page.locator('.finding-note').innerText(), /Asked the client/);
  await filter(page, 'With a note').click();
  assert.equal(await listed(page), 1);
  await page.keyboard.press('u');
  await filter(page, 'Reviewed').click();
  assert.equal(await page.locator('.finding-note').count(), 0, 'the note is undone');
  await page.getByRole('button', { name: 'Undo' }).click();
  assert.equal(await page.getByText('No finding is left in this list.').count(), 1);
  await filter(page, 'All').click();
  assert.equal(await listed(page), all);
  assert.deepEqual(await axe(page), []);
  assert.deepEqual(await stored(page), [], 'nothing is stored');
  await page.close();
});

test('what was marked is not closed without a question', async () => {
  const page = await app.open();
  await read(page, SAMPLE);
  await page.keyboard.press('r');
  const close = () => page.getByRole('button', { name: 'Close this filing' }).click();
  await close();
  const dialog = page.getByRole('dialog', { name: 'Close Pellworth Instruments, Inc.?' });
  assert.match(await dialog.innerText(), /marks and notes go with it/);
  assert.deepEqual(await axe(page), []);
  await dialog.getByRole('button', { name: 'Keep it open' }).click();
  assert.equal(await page.locator('.side').getByRole('button', { name: 'Reviewed' }).getAttribute('aria-pressed'), 'true');
  await close();
  await dialog.getByRole('button', { name: 'Close, and lose them' }).click();
  await page.getByRole('button', { name: 'Try a sample' }).waitFor();
  assert.equal(await page.getByRole('dialog').count(), 0);
  await page.close();
});

test('r marks the finding shown, and it is said', async () => {
  const page = await app.open();
  await read(page, SAMPLE);
  await page.keyboard.press('r');
  assert.equal(await page.locator('.side').getByRole('button', { name: 'Reviewed' }).getAttribute('aria-pressed'), 'true');
  assert.equal(await page.locator('.page > [role=status]').innerText(), 'Marked as reviewed.');
  await page.close();
});

test('kept on this device only when asked, for this very filing, and forgotten when asked', async () => {
  const page = await app.open();
  await read(page, SAMPLE);
  await findings(page);
  await liabilities(page).click();
  await page.getByRole('button', { name: 'Keep reviews on this device' }).click();
  assert.ok((await stored(page)).some((name) => name.startsWith('tieout.review.')));
  await page.reload();
  await page.getByRole('button', { name: 'Try a sample' }).waitFor();
  await read(page, SAMPLE);
  await findings(page);
  assert.equal(await liabilities(page).getAttribute('aria-pressed'), 'true');
  // A draft with one figure changed is another filing.
  const draft = readFileSync(SAMPLE, 'latin1').replace('10,175', '10,715');
  await drop(page, [{ name: 'pellworth-2005q4.txt', bytes: [...Buffer.from(draft, 'latin1')] }]);
  await page.getByRole('button', { name: 'Filing 2 of 2' }).waitFor();
  await findings(page);
  await page.waitForFunction(() => document.querySelector('.findings'));
  assert.equal(await page.locator('.findings [aria-pressed="true"]').count(), 0);
  await page.getByRole('button', { name: 'Forget what is kept' }).click();
  assert.deepEqual(await stored(page), []);
  await page.close();
});

test('the colours someone chose are remembered, and nothing else', async () => {
  const page = await app.open();
  await page.getByRole('button', { name: 'Colours: Auto' }).click();
  await page.getByRole('button', { name: 'Colours: Light' }).click();
  assert.deepEqual(await stored(page), ['tieout.colours']);
  await page.reload();
  await page.getByRole('button', { name: 'Colours: Dark' }).waitFor();
  assert.equal(await page.evaluate(() => document.documentElement.dataset.scheme), 'dark');
  await page.getByRole('button', { name: 'Colours: Dark' }).click();
  assert.deepEqual(await stored(page), []);
  await page.close();
});
