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
const compare = (page, given) => page.locator('[data-second]').setInputFiles(given);

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
  assert.match(await centre.innerText(), /"Accounts payable" here is "Trade payables" in earlier\.txt/);
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
