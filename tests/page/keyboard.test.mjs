// All of it without a mouse.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { SAMPLE, amount, read, start } from './browser.mjs';

let app;
before(async () => (app = await start()));
after(() => app.close());

const side = (page) => page.locator('.side').innerText();

test('n and p go through the findings', async () => {
  const page = await app.open();
  await read(page, SAMPLE);
  const shown = page.locator('.side .check-title').first();
  const turns = (to) => page.waitForFunction((to) => document.querySelector('.side .check-title')?.innerText === to, to);
  const first = await shown.innerText();
  assert.equal(first, 'Total current liabilities');
  await page.keyboard.press('n');
  await turns('$58.3M in the text');
  await page.keyboard.press('p');
  await turns(first);
  await page.keyboard.press('p');
  await turns('Gain on sale of investments');
  assert.match(await side(page), /does not tie|within rounding/);
  await page.close();
});

test('arrow keys walk the table, Enter asks for the source, j and k go by lines', async () => {
  const page = await app.open();
  await read(page, SAMPLE);
  await page.locator('.outline').getByRole('link', { name: /^Balance sheet/ }).click();
  await (await amount(page, 'Total assets', 0)).click();
  await page.keyboard.press('ArrowRight');
  assert.match(await page.locator('td:focus').innerText(), /279,311/);
  await page.keyboard.press('ArrowUp');
  assert.match(await page.locator('td:focus').innerText(), /2,846/);
  assert.match(await page.locator('td.chosen').innerText(), /2,846/);
  await page.keyboard.press('Enter');
  assert.equal(await page.locator('.reader').getAttribute('data-side'), 'open');
  await page.keyboard.press('j');
  assert.match(await page.locator('td.chosen').innerText(), /279,311/);
  await page.keyboard.press('k');
  assert.match(await page.locator('td.chosen').innerText(), /2,846/);
  assert.equal(await page.locator('td[tabindex="0"]').count(), 1, 'one tab stop in the table');
  await page.close();
});

test('where a key led to, the arrow keys go on; the edge of the side leaves other keys alone', async () => {
  const page = await app.open();
  await read(page, SAMPLE);
  await page.keyboard.press('n');
  assert.equal(await page.locator('.claims a:focus').getAttribute('aria-current'), 'true', 'a figure of the text');
  await page.keyboard.press('p');
  const at = await page.locator('td:focus').innerText();
  assert.equal(at, await page.locator('td.chosen').innerText());
  await page.keyboard.press('ArrowDown');
  assert.notEqual(await page.locator('td:focus').innerText(), at);
  await page.keyboard.press('j');
  assert.equal(await page.locator('td:focus').innerText(), await page.locator('td.chosen').innerText());
  await page.getByRole('separator').focus();
  await page.keyboard.press('/');
  await page.getByRole('searchbox').waitFor();
  await page.close();
});

test('? lists the keys, Esc closes the list, and letters typed into a field are letters', async () => {
  const page = await app.open();
  await read(page, SAMPLE);
  await page.keyboard.press('?');
  await page.getByRole('dialog', { name: 'Keyboard' }).waitFor();
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  await page.keyboard.press('f');
  await page.getByRole('heading', { level: 2, name: 'Findings' }).waitFor();
  await page.getByRole('button', { name: 'Close this filing' }).click();
  await page.getByRole('button', { name: 'Paste text' }).click();
  await page.getByRole('textbox').fill('');
  await page.keyboard.type('n?c');
  assert.equal(await page.getByRole('textbox').inputValue(), 'n?c');
  await page.close();
});

test('the skip link leads to the statement, and what is chosen is announced', async () => {
  const page = await app.open();
  await read(page, SAMPLE);
  assert.match(await page.getByRole('status').innerText(), /Pellworth Instruments, Inc\.: \d+ statements\. \d+ tie\./);
  await page.evaluate(() => document.activeElement.blur());
  await page.keyboard.press('Tab');
  assert.equal(await page.locator(':focus').innerText(), 'Skip to the statement');
  await page.keyboard.press('Enter');
  assert.equal(await page.locator(':focus').getAttribute('id'), 'centre');
  await page.keyboard.press('n');
  assert.match(await page.getByRole('status').innerText(), /^(does not tie|within rounding): /);
  await page.close();
});
