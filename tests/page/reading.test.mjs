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
    assert.equal(await page.locator('td.chosen').innerText(), '54,047\n✗\ndoes not tie\nf');
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

  test('pointing at a total shows its arithmetic beside it, for as long as one points', async () => {
    const page = await app.open();
    await read(page, SAMPLE);
    const before = await page.locator('.check-title').innerText();
    const source = await page.locator('.source').boundingBox();
    await (await amount(page, 'Total current assets', 1)).hover();
    assert.equal(await page.locator('.check-title').innerText(), 'Total current assets');
    assert.deepEqual(await page.locator('.source').boundingBox(), source, 'and nothing else moves');
    await page.locator('.masthead .name').hover();
    assert.equal(await page.locator('.check-title').innerText(), before);
    // What one writes a note on stays beside the note.
    await page.getByLabel('Note').click();
    await (await amount(page, 'Total current assets', 1)).hover();
    assert.equal(await page.locator('.check-title').innerText(), before);
    await page.close();
  });

  test('the arithmetic says what the sum comes to so far, and the table has the signs of the arithmetic', async () => {
    const page = await app.open();
    await read(page, SAMPLE);
    await page.locator('.outline').getByRole('link', { name: /^Operations/ }).click();
    await (await amount(page, 'Total operating expenses', 1)).click();
    // 7,318; and 8,264 is 15,582; and 3,147 is 18,729; and 1,225 is 19,954; and 1,860 is the total.
    assert.deepEqual(await page.locator('.so-far').allInnerTexts(), ['so far', '15,582', '18,729', '19,954']);
    await (await amount(page, 'Basic', 0)).click();
    assert.deepEqual((await lit(page)).sort(), ['÷ 41,872'], 'income per share is a quotient');
    // A dash is a dash, in the table and in the arithmetic.
    await (await amount(page, 'Total operating expenses', 0)).click();
    assert.match(await page.locator('.working-sum').innerText(), /Restructuring\s+—/);
    await page.close();
  });

  test('letters beside the marks say which tick each is, and a legend what they mean', async () => {
    const page = await app.open();
    await read(page, SAMPLE);
    await page.locator('.outline').getByRole('link', { name: /^Operations/ }).click();
    assert.match(await (await amount(page, 'Total cost of revenue', 0)).innerText(), /25,022\s+✓\s+ties\s+f$/);
    assert.match(await (await amount(page, 'Basic', 0)).innerText(), /ties\s+r/);
    assert.match(await page.locator('table caption.legend-ticks').innerText(), /^Beside a mark: f footed, .*r recomputed/);
    await page.close();
  });

  test('the likely slip is marked by a sign, here and in the table', async () => {
    const page = await app.open();
    await read(page, SAMPLE);
    assert.match(await (await amount(page, 'Accounts payable', 0)).innerText(), /\?\s+may be the wrong figure/);
    assert.match(await page.locator('p.suspect').innerText(), /^\?\s*If Accounts payable/);
    await page.close();
  });

  test('the list of findings shows the arithmetic of the one pointed at, to begin with of the first', async () => {
    const page = await app.open();
    await read(page, SAMPLE);
    await page.keyboard.press('f');
    await page.getByRole('heading', { level: 2, name: 'Findings' }).waitFor();
    const titles = await page.locator('.finding-title').allInnerTexts();
    const title = page.locator('.check-title');
    assert.equal(await title.innerText(), titles[0]);
    await page.locator('.finding-title').nth(1).hover();
    await page.waitForFunction((title) => document.querySelector('.check-title').innerText === title, titles[1]);
    await page.locator('.check-title').hover();
    assert.equal(await title.innerText(), titles[1], 'it stays, to be marked or noted on');
    await page.close();
  });

  test('Back returns to where a statement was scrolled to', async () => {
    const page = await app.open({ height: 600 });
    await read(page, SAMPLE);
    await page.locator('.outline').getByRole('link', { name: /^Operations/ }).click();
    const top = (set) => page.locator('#centre').evaluate((pane, set) => (set === undefined ? pane.scrollTop : (pane.scrollTop = set)), set);
    await top(333);
    await page.waitForTimeout(100);
    await page.locator('.outline').getByRole('link', { name: /^Cash flow/ }).click();
    assert.equal(await top(), 0);
    await page.goBack();
    await page.getByRole('heading', { level: 2, name: /statements of operations/ }).waitFor();
    assert.equal(await top(), 333);
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
    await page.keyboard.press('f');
    await page.getByText('For information: not a fault by itself').click();
    const aside = page.locator('details.group', { hasText: 'For information' });
    assert.equal(await aside.locator('.verdict.broken').count(), 0, 'what is for information does not look like a fault');
    assert.ok(await aside.getByText('differs').count() > 0);
    await page.keyboard.press('n');
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
