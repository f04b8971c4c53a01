// The outline: what every company has first, statements of one name told apart, badges that say what the entry holds.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { SAMPLE, axe, read, start } from './browser.mjs';

let app;
before(async () => (app = await start()));
after(() => app.close());

const sheet = (title, cash, total, stock) => `
                        WREN HILL BAKERIES, INC.
                        ${title}
                           (in thousands)

                                 March 31,     March 31,
                                      2001          2000
                                ----------    ----------
Current assets:
  Cash                          $    ${cash}    $    1,117
  Receivables                        3,618         3,402
                                ----------    ----------
   Total assets                 $    ${total}    $    4,519
                                ==========    ==========
Accounts payable                $    1,950    $    1,873
Common stock                         ${stock}         2,646
                                ----------    ----------
   Total liabilities and
     stockholders' equity       $    ${total}    $    4,519
                                ==========    ==========
`;

const BAKERIES = `
                        WREN HILL BAKERIES, INC.
                            NOTES IN SHORT

Shops at year end are shown in the table below.

                                 March 31,     March 31,
                                      2001          2000
                                ----------    ----------
  Shops in town                 $      420    $      388
  Shops in villages                    210           199
                                ----------    ----------
   Total shops                  $      630    $      587
                                ==========    ==========
${sheet('PARENT BALANCE SHEET', '1,204', '4,822', '2,872')}
${sheet('CONSOLIDATED BALANCE SHEET', '1,304', '4,922', '2,972')}
`;

test('the statements come first, those of one name told apart, the tables of the notes last', async () => {
  const page = await app.open();
  await read(page, { name: 'bakeries.txt', bytes: [...Buffer.from(BAKERIES)] });
  const entries = await page.locator('.outline > li').evaluateAll((items) => items.map((item) => item.innerText.replace(/\s+/g, ' ').trim()));
  assert.match(entries.join(' | '), /^Findings \| Balance sheet Parent balance sheet .* \| Balance sheet Consolidated balance sheet .* \| Text.* \| Charts \| What was read.* \| Other tables \| Shops at year end/);
  await page.locator('.outline').getByRole('link', { name: /Shops at year end/ }).click();
  await page.getByRole('heading', { level: 2, name: /Shops at year end/ }).waitFor();
  assert.equal(await page.getByRole('group', { name: 'Show the statement as' }).count(), 0, 'no chart is made of it, and none is offered');
  assert.deepEqual(await axe(page), []);
  await page.close();
});

test('in a low window no entry of the outline is half under the counts', async () => {
  const page = await app.open({ height: 650 });
  await read(page, SAMPLE);
  await page.locator('.outline').getByRole('link', { name: 'What was read' }).click();
  await page.locator('.outline').evaluate((outline) => outline.scrollBy(0, 15));
  const [counts, list] = await Promise.all(['.tally', '.outline'].map((part) => page.locator(part).boundingBox()));
  assert.ok(list.y >= counts.y + counts.height - 1, 'the list scrolls beneath them');
  assert.equal(await page.locator('#centre').getAttribute('tabindex'), '0', 'what holds no link is scrolled by keys');
  assert.deepEqual(await axe(page), []);
  await page.close();
});

test('the figures of the text are listed by what came of them', async () => {
  const page = await app.open();
  await read(page, SAMPLE);
  await page.locator('.outline').getByRole('link', { name: /^Text/ }).click();
  const claims = page.locator('.claims li');
  const all = await claims.count();
  const list = page.getByRole('group', { name: 'List the figures' });
  await list.getByRole('button', { name: 'Tie', exact: true }).click();
  assert.deepEqual([...new Set(await claims.locator('.verdict').allInnerTexts())].map((said) => said.replace(/\s+/g, ' ').trim()), ['✓ ties']);
  assert.ok((await claims.count()) <= all);
  assert.equal(await list.getByRole('button', { name: 'Tie', exact: true }).getAttribute('aria-pressed'), 'true');
  await list.getByRole('button', { name: 'All' }).click();
  assert.equal(await claims.count(), all);
  assert.deepEqual(await axe(page), []);
  await page.close();
});
