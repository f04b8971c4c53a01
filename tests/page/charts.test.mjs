// The charts under a pointer and under the keys, and the way from a mark to where it is printed.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { SAMPLE, read, start } from './browser.mjs';

let app;
before(async () => (app = await start()));
after(() => app.close());

const open = async () => {
  const page = await app.open();
  await read(page, SAMPLE);
  await page.keyboard.press('c');
  return page;
};

const figure = (page, name) => page.locator('figure', { has: page.getByRole('heading', { name }) }).first();
const readout = (figure) => figure.locator('.chart-readout').innerText();

test('a mark that is pointed at is read out, and no longer when the pointer leaves it', async () => {
  const page = await open();
  const income = figure(page, /became net income of/);
  const says = (words) => income.locator('.chart-readout', { hasText: words }).waitFor();
  await says('Point at a bar');
  await income.getByRole('button', { name: /^Total cost of revenue/ }).hover();
  await says('Total cost of revenue: (25,022), from 58,147 to 33,125');
  await page.getByRole('heading', { level: 2, name: 'Charts' }).hover();
  await says('Point at a bar');
  await page.close();
});

test('one tab stop a drawing; arrow keys, Home and End go through its marks; Enter shows where one is printed', async () => {
  const page = await open();
  const income = figure(page, /became net income of/);
  const marks = income.locator('.chart-mark');
  const stops = () => income.locator('.chart-mark[tabindex="0"]').count();
  assert.equal(await stops(), 1);
  await marks.first().focus();
  assert.match(await readout(income), /^Total revenue: 58,147/);
  await page.keyboard.press('ArrowDown');
  assert.match(await readout(income), /^Total cost of revenue/);
  await page.keyboard.press('End');
  assert.match(await readout(income), /^Net income: 6,504/);
  assert.equal(await stops(), 1, 'still one');
  await page.keyboard.press('Home');
  assert.match(await readout(income), /^Total revenue/);
  await page.keyboard.press('Enter');
  await page.locator('.text mark.aim', { hasText: '58,147' }).waitFor();
  assert.equal(await income.locator('.chart-mark.is-lit').count(), 1, 'and the mark is lit');
  await page.close();
});

test('another column is chosen', async () => {
  const page = await open();
  const income = figure(page, /became net income of 6,504/);
  await income.getByRole('radio').nth(1).check();
  await page.getByRole('heading', { name: /became net income of 3,404/ }).waitFor();
  assert.equal(await figure(page, /became net income of 3,404/).getByRole('radio').nth(1).isChecked(), true);
  await page.close();
});
