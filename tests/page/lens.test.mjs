// How the figures are looked at: in which unit, with which changes, how strictly; and one slip as one finding.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, test } from 'node:test';
import { SAMPLE, amount, axe, drop, read, row, start } from './browser.mjs';

let app;
before(async () => (app = await start()));
after(() => app.close());

const open = async (place, options) => {
  const page = await app.open(options);
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await read(page, SAMPLE);
  if (place) await page.locator('.outline').getByRole('link', { name: place }).click();
  return page;
};
const money = (page, unit) => page.getByRole('group', { name: 'Show money in' }).getByRole('button', { name: unit });
const changes = (page) => page.getByRole('button', { name: 'Changes' });
const unit = (page) => page.locator('thead .corner .unit').innerText();
const clipboard = (page) => page.evaluate(() => navigator.clipboard.readText());
const copied = async (page) => {
  await page.getByRole('button', { name: 'Copy table' }).click();
  return (await clipboard(page)).split('\n').map((line) => line.split('\t'));
};
const line = (lines, caption) => lines.find(([first]) => first.trim() === caption)?.slice(1);
const exported = async (page, button) => {
  await page.getByRole('button', { name: 'Export' }).click();
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('dialog').getByRole('button', { name: button }).click()]);
  return { name: download.suggestedFilename(), text: readFileSync(await download.path(), 'utf8') };
};
/** What the verdict counts: ties, within rounding, does not tie, not checked. */
const verdict = (page) => page.locator('.tally ul li').evaluateAll((all) => all.map((one) => Number(one.querySelector('.number').textContent)));

test('money is shown in the unit chosen, and what is rounded says so', async () => {
  const page = await open(/^Operations/);
  assert.equal(await unit(page), 'in thousands of US dollars');
  await money(page, 'Millions').click();
  assert.equal(await unit(page), 'in millions of US dollars, rounded to one decimal');
  assert.match(await page.locator('.statement-head .about').innerText(), /rounded to one decimal; printed in thousands, except per share amounts, unaudited/);
  assert.deepEqual(await row(page, 'Total revenue'), ['58.1', '48.1', '210.3', '177.4']);
  assert.deepEqual(await row(page, 'Interest expense'), ['(1.1)', '(1.3)', '(4.6)', '(5.0)']);
  assert.deepEqual(await row(page, 'Restructuring'), ['—', '1.9', '2.5', '1.9'], 'a dash stays a dash');
  assert.deepEqual(await row(page, 'Basic'), ['0.16', '0.08', '0.47', '0.29'], 'amounts per share stay');
  const shares = page.locator('tr', { has: page.locator('th', { hasText: /^Diluted\s*as printed$/ }) });
  assert.match(await shares.innerText(), /as printed[^]*43,518/, 'and so do shares, which says so');
  await money(page, 'Units').click();
  assert.equal(await unit(page), 'in US dollars');
  assert.deepEqual(await row(page, 'Interest expense'), ['(1,104,000)', '(1,262,000)', '(4,630,000)', '(5,011,000)']);
  await money(page, 'Thousands').click();
  assert.deepEqual(await row(page, 'Total revenue'), ['58,147', '48,054', '210,298', '177,393']);
  assert.doesNotMatch(await page.locator('.statement-head .about').innerText(), /printed/);
  assert.deepEqual(page.errors, []);
  await page.close();
});

test('a finer unit than the printed one loses nothing', async () => {
  const page = await open(/^Revenue by region/);
  assert.equal(await unit(page), 'in millions of US dollars');
  await money(page, 'Thousands').click();
  assert.equal(await unit(page), 'in thousands of US dollars');
  assert.deepEqual(await row(page, 'Americas'), ['31,400', '26,000', '113,400', '95,700']);
  await page.close();
});

test('columns of two currencies and scales stay right', async () => {
  const text = `
                              TESSLING FERRIES LIMITED
                                 STATEMENT OF INCOME
                              (in thousands of pounds)

                                             Year ended December 31,
                                     --------------------------------------
                                          2004         2005         2005
                                     ------------ ------------ ------------
                                       (pounds)     (pounds)   (US dollars)
Fares                                      12,400       13,640       23,461
Freight                                     2,600        2,610        4,489
                                     ------------ ------------ ------------
   Total revenue                           15,000       16,250       27,950
                                     ============ ============ ============
`;
  const page = await app.open();
  await drop(page, [{ name: 'tessling.txt', bytes: [...Buffer.from(text)] }]);
  await page.getByRole('navigation', { name: 'Outline' }).waitFor();
  await money(page, 'Millions').click();
  assert.deepEqual(await row(page, 'Total revenue'), ['15.0', '16.3', '28.0']);
  await page.close();
});

test('the unit is part of the address: Back, links and a new tab keep it', async () => {
  const page = await open(/^Operations/);
  await money(page, 'Millions').click();
  assert.match(page.url(), /#\/s2:millions$/);
  await page.locator('.outline').getByRole('link', { name: /^Balance sheet/ }).click();
  assert.deepEqual((await row(page, 'Goodwill')), ['41.2', '41.2']);
  assert.match(page.url(), /#\/s1:millions$/);
  await page.goBack();
  await page.goBack();
  await page.locator('.corner', { hasText: 'in thousands of US dollars' }).waitFor();
  await page.goForward();
  await page.locator('.corner', { hasText: 'in millions of US dollars' }).waitFor();
  await (await amount(page, 'Interest expense', 0)).click();
  const other = await app.open({ fragment: new URL(page.url()).hash });
  await read(other, SAMPLE);
  assert.match(await unit(other), /in millions/);
  assert.match(await other.locator('td.chosen').innerText(), /\(1\.1/);
  await other.close();
  await page.close();
});

test('what is copied is what is shown, under its unit', async () => {
  const page = await open(/^Operations/);
  await money(page, 'Millions').click();
  const lines = await copied(page);
  assert.equal(lines[0][0], 'in millions of US dollars, rounded to one decimal');
  assert.deepEqual(line(lines, 'Interest expense'), ['-1.1', '-1.3', '-4.6', '-5.0']);
  await (await amount(page, 'Interest expense', 0)).click();
  await page.keyboard.press('Shift+ArrowRight');
  await page.keyboard.press('Control+C');
  assert.equal(await clipboard(page), '-1.1\t-1.3\n');
  const { text } = await exported(page, 'This statement as CSV');
  assert.match(text, /"in millions of US dollars, rounded to one decimal; printed in thousands"/);
  assert.match(text, /"Interest expense",-1\.1,-1\.3,-4\.6,-5\.0\r\n/);
  await page.close();
});

test('changes are computed between comparable columns, quarter to quarter and year to year', async () => {
  const page = await open(/^Operations/);
  await changes(page).click();
  const headings = await page.locator('thead tr').last().locator('th').allInnerTexts();
  assert.equal(headings.length, 8);
  assert.match(headings[2], /^Change\s+against Dec.31,.2004$/);
  assert.match(headings[7], /^% change\s+against Dec.31,.2004$/);
  assert.deepEqual(await row(page, 'Total revenue'), ['58,147', '48,054', '10,093', '21.0%', '210,298', '177,393', '32,905', '18.5%']);
  assert.deepEqual((await row(page, 'Interest expense')).slice(0, 4), ['(1,104)', '(1,262)', '158', '12.5%']);
  assert.deepEqual((await row(page, 'Restructuring')).slice(0, 4), ['—', '1,860', '(1,860)', '(100.0)%']);
  assert.deepEqual((await row(page, 'Basic')).slice(0, 4), ['0.16', '0.08', '0.08', '100.0%']);
  assert.deepEqual(await axe(page), []);
  await money(page, 'Millions').click();
  assert.deepEqual((await row(page, 'Total revenue')).slice(0, 4), ['58.1', '48.1', '10.1', '21.0%'], 'of the figures as printed');
  await page.locator('.outline').getByRole('link', { name: /^Cash flow/ }).click();
  await money(page, 'As printed').click();
  assert.deepEqual(await row(page, 'Prepaid expenses and other current assets'), ['(611)', '236', '(847)', 'n/m']);
  await page.locator('.outline').getByRole('link', { name: /^Balance sheet/ }).click();
  assert.deepEqual(await row(page, 'Cash and cash equivalents'), ['56,397', '48,216', '8,181', '17.0%']);
  assert.match(page.url(), /:changes$/);
  await page.close();
});

test('keys go over computed cells, which say that they stand nowhere in the filing; copies call them computed', async () => {
  const page = await open(/^Operations/);
  await changes(page).click();
  await (await amount(page, 'Interest expense', 1)).click();
  await page.keyboard.press('ArrowRight');
  assert.match(await page.locator('td:focus').innerText(), /^\s*158/);
  assert.match(await page.locator('.working').innerText(), /Computed by tieout from \(1,104\) and \(1,262\)[^]*nowhere in the filing/);
  await page.keyboard.press('ArrowDown');
  assert.match(await page.locator('td.chosen').innerText(), /1,140/, 'over the dash of the line below');
  await page.keyboard.press('k');
  assert.match(await page.locator('td:focus').innerText(), /\(1,104/);
  await page.keyboard.press('End');
  assert.match(await page.locator('td:focus').innerText(), /7\.6/);
  assert.equal(await page.locator('td[tabindex="0"]').count(), 1, 'one tab stop in the table');
  await page.keyboard.press('Shift+ArrowLeft');
  await page.keyboard.press('Control+C');
  assert.equal(await clipboard(page), '381\t7.6\n');
  const lines = await copied(page);
  assert.deepEqual(lines[0].slice(3, 5), ['Change (computed)', '% change (computed)']);
  assert.deepEqual(line(lines, 'Interest expense'), ['-1104', '-1262', '158', '12.5', '-4630', '-5011', '381', '7.6']);
  const { text } = await exported(page, 'This statement as CSV');
  assert.match(text, /"Change \(computed\)","% change \(computed\)"/);
  assert.match(text, /"Interest expense",-1104,-1262,158,12\.5,-4630,-5011,381,7\.6\r\n/);
  await changes(page).click();
  assert.match(await page.locator('td.chosen').innerText(), /\(4,630/, 'the amount behind it stays chosen');
  await page.close();
});

test('strict counts rounding as broken, everywhere, and is taken back', async () => {
  const page = await open('Findings');
  assert.deepEqual(await verdict(page), [222, 1, 4, 3]);
  const text = () => page.locator('#centre').innerText();
  assert.match(await text(), /^Findings\s+4 of 227 checks do not tie; 3 could not be made\./);
  await page.locator('.rail').getByRole('button', { name: 'Strict: rounding counts as broken' }).click();
  await page.locator('.in-short', { hasText: 'Strict' }).waitFor();
  assert.match(await text(), /5 of 227 checks do not tie; 3 could not be made\. Strict: rounding counts as broken\./);
  assert.deepEqual(await verdict(page), [222, 0, 5, 3]);
  assert.match(page.url(), /#\/findings:strict$/);
  assert.deepEqual(await axe(page), []);
  await page.getByRole('link', { name: /Total revenue[^]*Revenue by region/ }).click();
  assert.match(await page.locator('.verdict-line').innerText(), /does not tie/);
  assert.match(await page.locator('td.chosen, td.lit-reported').first().innerText(), /does not tie/);
  const { text: json } = await exported(page, 'Report as JSON');
  const report = JSON.parse(json);
  assert.equal(report.strict, true);
  assert.equal(report.checks.filter(({ outcome }) => outcome === 'rounding').length, 0);
  const findings = await exported(page, 'Findings as CSV');
  assert.equal(findings.name, 'pellworth-2005q4.findings.strict.csv');
  assert.match(findings.text, /"does not tie","error","footing","Total revenue"/);
  const other = await app.open({ fragment: '#/findings:strict' });
  await read(other, SAMPLE);
  await other.locator('.in-short', { hasText: '5 of 227' }).waitFor();
  await other.close();
  await page.locator('.rail').getByRole('button', { name: /^Strict/ }).click();
  await page.waitForFunction(() => document.querySelectorAll('.tally .number')[3].textContent === '4');
  assert.deepEqual(await verdict(page), [222, 1, 4, 3]);
  assert.equal(page.url().includes('strict'), false);
  assert.deepEqual(page.errors, []);
  await page.close();
});

test('a comparison is graded strictly as well, and stays one', async () => {
  const page = await open();
  const earlier = readFileSync(SAMPLE, 'latin1').replace('41,200', '41,700');
  await page.getByRole('button', { name: /^Compare/ }).click();
  await page.locator('[data-second]').setInputFiles({ name: 'earlier.txt', mimeType: 'text/plain', buffer: Buffer.from(earlier, 'latin1') });
  await page.getByRole('heading', { level: 2, name: 'Compared with another filing' }).waitFor();
  const [, rounding, broken] = await verdict(page);
  await page.locator('.rail').getByRole('button', { name: /^Strict/ }).click();
  await page.waitForFunction(() => document.querySelectorAll('.tally .number')[2].textContent === '0');
  assert.deepEqual((await verdict(page)).slice(1, 3), [0, broken + rounding]);
  assert.match(await page.locator('#centre').innerText(), /Compared with earlier\.txt[^]*Goodwill/);
  await page.close();
});

test('one sum under two rules is one finding, which names the other', async () => {
  const draft = readFileSync(SAMPLE, 'latin1').replace('8,181', '8,191');
  const page = await app.open();
  await drop(page, [{ name: 'draft.txt', bytes: [...Buffer.from(draft, 'latin1')] }]);
  await page.getByRole('navigation', { name: 'Outline' }).waitFor();
  await page.locator('.outline').getByRole('link', { name: 'Findings' }).click();
  const found = page.locator('.findings li', { hasText: 'Net increase (decrease) in cash' });
  assert.equal(await found.count(), 1);
  assert.match(await found.innerText(), /also: net cash change/);
  await found.getByRole('link').click();
  assert.match(await page.locator('.check-place').innerText(), /also: net cash change/);
  await page.close();
});
