// From a dropped filing to its numbers, its findings and its source, and back.

import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { SAMPLE, amount, filing, lit, read, row, start } from './browser.mjs';

let app;
before(async () => (app = await start()));
after(() => app.close());

describe('the sample', () => {
  test('the button opens it and its first finding is shown everywhere', async () => {
    const page = await app.open();
    await page.getByRole('button', { name: 'Try a sample' }).click();
    await page.getByRole('heading', { level: 1, name: 'Pellworth Instruments, Inc.' }).waitFor();
    assert.match(await page.locator('.tally').innerText(), /do not tie/);
    await page.locator('.outline').getByRole('link', { name: 'Findings' }).click();
    await page.getByRole('heading', { level: 2, name: 'Findings' }).waitFor();
    await page.getByRole('link', { name: /Total current liabilities/ }).click();
    await page.getByRole('heading', { level: 2, name: 'Condensed consolidated balance sheets' }).waitFor();
    const side = page.locator('.side');
    assert.match(await side.innerText(), /does not tie[^]*Total current liabilities[^]*54,065[^]*54,047[^]*18/);
    assert.match(await side.innerText(), /If Accounts payable \(21,864\) read 21,846/);
    assert.match(await side.innerText(), /Source, line 79/);
    assert.equal(await page.locator('td.chosen').innerText(), '54,047\n✗\ndoes not tie');
    assert.equal(await page.locator('.text mark.chosen').innerText(), '54,047');
    assert.deepEqual(page.errors, []);
    await page.close();
  });

  test('a dropped file reads the same, and its table carries the printed numbers', async () => {
    const page = await app.open();
    await read(page, SAMPLE);
    await page.locator('.outline').getByRole('link', { name: /^Balance sheet/ }).click();
    assert.deepEqual(await row(page, 'Cash and cash equivalents'), ['56,397', '48,216']);
    assert.deepEqual(await row(page, 'Total assets'), ['299,311', '279,311']);
    await page.locator('.outline').getByRole('link', { name: /^Operations/ }).click();
    assert.deepEqual(await row(page, 'Interest expense'), ['(1,104)', '(1,262)', '(4,630)', '(5,011)']);
    assert.deepEqual(await row(page, 'Restructuring'), ['—', '1,860', '2,475', '1,860']);
    await page.close();
  });

  test('an amount lights its source, and an amount of the source its cell', async () => {
    const page = await app.open();
    await read(page, SAMPLE);
    await page.locator('.outline').getByRole('link', { name: /^Balance sheet/ }).click();
    await (await amount(page, 'Goodwill', 0)).click();
    assert.equal(await page.locator('.text mark.chosen').innerText(), '41,200');
    assert.match(await page.locator('.side').innerText(), /Source, line 65/);
    await page.locator('.text [data-ref]', { hasText: '16,169' }).first().click();
    assert.match(await page.locator('td.chosen').innerText(), /16,169/);
    await page.close();
  });

  test('pointing at a total lights its terms with their signs', async () => {
    const page = await app.open();
    await read(page, SAMPLE);
    await page.locator('.outline').getByRole('link', { name: /^Operations/ }).click();
    await (await amount(page, 'Gross margin', 0)).hover();
    assert.deepEqual((await lit(page)).sort(), ['+ 58,147', '− 25,022'].sort());
    await page.close();
  });

  test('Back returns to where one was, and the address can be opened again', async () => {
    const page = await app.open();
    await read(page, SAMPLE);
    const first = new URL(page.url()).hash;
    await page.locator('.outline').getByRole('link', { name: /^Cash flow/ }).click();
    await (await amount(page, 'Depreciation', 1)).click();
    const second = new URL(page.url()).hash;
    assert.notEqual(second, first);
    await page.goBack();
    await page.goBack();
    assert.equal(new URL(page.url()).hash, first);
    await page.waitForFunction(() => document.querySelector('[aria-current]') !== null);
    await page.close();

    const again = await app.open({ fragment: second });
    await read(again, SAMPLE);
    assert.match(await again.locator('td.chosen').innerText(), /9,120/);
    await again.close();
  });
});

describe('the Juniper release', () => {
  const q4 = filing('juniper/2003q4-ex99.txt');

  test('numbers, the one mismatch and its source', { skip: !q4 && 'the filing is not at hand' }, async () => {
    const page = await app.open();
    await read(page, q4);
    await page.getByRole('heading', { level: 1, name: /Juniper Networks, Inc\.\s*JNPR/ }).waitFor();
    const side = page.locator('.side');
    assert.match(await side.innerText(), /62,855[^]*\(62,856\)[^]*\(1\)/);
    assert.match(await side.innerText(), /Source, line 359/);
    await page.locator('.outline').getByRole('link', { name: /^Balance sheet/ }).click();
    assert.deepEqual(await row(page, 'Cash and cash equivalents'), ['365,606', '194,435']);
    assert.deepEqual(await row(page, 'Total current assets'), ['690,809', '680,929']);
    assert.deepEqual(await row(page, 'Deferred stock compensation'), ['(1,228)', '(11,113)']);
    assert.deepEqual(await row(page, 'Restricted cash'), ['30,837', '—']);
    await page.locator('.outline').getByRole('link', { name: /^Operations/ }).click();
    assert.deepEqual(await row(page, 'Operating income (loss)'), ['34,706', '11,746', '57,011', '(127,037)']);
    const headings = await page.locator('thead th').allInnerTexts();
    assert.ok(headings.some((text) => text.includes('Year ended December 31,')), headings.join(' | '));
    assert.ok(headings.some((text) => /2003\s+3\s?months to\s+Dec\s31,\s2003/.test(text)), headings.join(' | '));
    await page.close();
  });
});
