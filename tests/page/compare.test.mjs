// Two filings held against each other.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, test } from 'node:test';
import { SAMPLE, axe, read, start } from './browser.mjs';

let app;
before(async () => (app = await start()));
after(() => app.close());

const sample = readFileSync(SAMPLE, 'latin1');
/** The same filing as it would have been with another goodwill, and another word for payables. */
const earlier = sample.replace('41,200', '41,700').replace('Accounts payable', 'Trade payables  ');
const file = (name, text) => ({ name, mimeType: 'text/plain', buffer: Buffer.from(text, 'latin1') });
/** Compare says what it does, and takes the file. */
const compare = async (page, given) => {
  await page.getByRole('button', { name: /^Compare/ }).click();
  await page.getByText('every line that both print for one period').waitFor();
  await page.locator('[data-second]').setInputFiles(given);
};

test('a restated line is shown with both amounts, a renamed one with both captions', async () => {
  const page = await app.open();
  await read(page, SAMPLE);
  await page.keyboard.press('r');
  await compare(page, file('earlier.txt', earlier));
  await page.getByRole('heading', { level: 2, name: 'Compared with another filing' }).waitFor();
  const centre = page.locator('#centre');
  assert.match(await centre.innerText(), /Compared with earlier\.txt/);
  assert.match(await centre.innerText(), /\d+ amounts read the same in both/);
  const row = page.locator('.restated tbody tr', { hasText: 'Goodwill' });
  assert.deepEqual(await row.locator('td').allInnerTexts(), ['41,200', '41,700', '(500)']);
  const renamed = page.locator('.renamed tbody tr', { hasText: 'Accounts payable' });
  assert.deepEqual(await renamed.locator('td').allInnerTexts(), ['Trade payables', '21,864']);
  assert.deepEqual(await axe(page), []);
  await row.getByRole('link').click();
  await page.getByRole('heading', { level: 2, name: 'Condensed consolidated balance sheets' }).waitFor();
  assert.match(await page.locator('.side').innerText(), /in earlier\.txt[^]*41,700[^]*41,200[^]*\(500\)/);
  await page.locator('.outline').getByRole('link', { name: 'Compared' }).click();
  await page.locator('.outline').getByRole('link', { name: 'Findings' }).click();
  assert.equal(await page.locator('section.group .findings [aria-pressed="true"]').count(), 1, 'what was reviewed still is');
  assert.deepEqual(page.errors, []);
  await page.close();
});

test('a line that moved shows both amounts, and where the difference went; it is no fault', async () => {
  const page = await app.open();
  await read(page, SAMPLE);
  // Before it was split, the line held 5,857 + 10,175 = 16,032 and 6,214 + 8,743 = 14,957.
  const whole = sample
    .replace(/ {3}Accrued compensation {44}10,175 {11}8,743\n/, '')
    .replace('5,857           6,214', '16,032          14,957'.padStart(22));
  await compare(page, file('whole.txt', whole));
  await page.getByRole('heading', { level: 3, name: /^Reclassified/ }).waitFor();
  const [line, part] = [page.locator('.restated .moved').first(), page.locator('.restated .part').first()];
  assert.match(await line.innerText(), /Other accrued liabilities/);
  assert.deepEqual(await line.locator('td').allInnerTexts(), ['5,857', '16,032', '(10,175)']);
  assert.match(await part.innerText(), /Accrued compensation/);
  assert.deepEqual(await part.locator('td').allInnerTexts(), ['10,175', '—', '10,175']);
  assert.deepEqual(await axe(page), []);
  await line.getByRole('link').click();
  const side = page.locator('.side .working');
  await side.getByText('16,032').first().waitFor();
  // 16,032 there, less 10,175 that has a line of its own here, is 5,857.
  const rows = await side.locator('.working-sum tr').evaluateAll((rows) => rows.map((row) => row.innerText.replace(/\s+/g, ' ').trim()));
  assert.match(rows[0], /^\+ Other accrued liabilities in whole\.txt 16,032/);
  assert.match(rows[1], /^− Accrued compensation 10,175/);
  assert.equal(rows.length, 4, `computed, as printed, and no difference: ${rows}`);
  assert.match(await side.locator('.verdict').first().innerText(), /moved/);
  assert.equal(await side.locator('.difference').count(), 0);
  await page.close();
});

test('a filing that cannot be compared says why, and the one that is open stays', async () => {
  const page = await app.open();
  await read(page, SAMPLE);
  await compare(page, file('letter.txt', 'Dear Sir,\n\nthank you for your letter.\n'));
  await page.getByRole('heading', { level: 2, name: 'Compared with another filing' }).waitFor();
  assert.match(await page.locator('#centre').innerText(), /letter\.txt: .*statement/i);
  await page.getByRole('heading', { level: 1, name: /Pellworth/ }).waitFor();
  await page.close();
});

test('what is dropped on the right half is compared, on the left opened', async () => {
  const page = await app.open();
  await read(page, SAMPLE);
  const let_go = (x, name, text) =>
    page.evaluate(
      ([x, name, text]) => {
        const data = new DataTransfer();
        data.items.add(new File([text], name));
        document.body.dispatchEvent(new DragEvent('drop', { bubbles: true, cancelable: true, dataTransfer: data, clientX: x }));
      },
      [x, name, text],
    );
  await let_go(1000, 'right.txt', earlier);
  await page.getByText('Compared with right.txt').first().waitFor();
  await let_go(100, 'left.txt', `${sample}\n`);
  await page.locator('.pane-title .file', { hasText: 'left.txt' }).waitFor();
  assert.equal(await page.locator('.outline').getByRole('link', { name: 'Compared' }).count(), 0);
  await page.close();
});
