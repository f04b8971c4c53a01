// What leaves the page, each time because someone asked: files, paper, links.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, test } from 'node:test';
import { SAMPLE, axe, drop, read, start, whenLocked } from './browser.mjs';

let app;
before(async () => (app = await start()));
after(() => app.close());

const open = async (place) => {
  const page = await app.open();
  await read(page, SAMPLE);
  if (place) await page.locator('.outline').getByRole('link', { name: place }).click();
  return page;
};

/** What the button of the export dialog gives: its name and its text. */
const given = async (page, button) => {
  await page.getByRole('button', { name: 'Export' }).click();
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('dialog').getByRole('button', { name: button }).click()]);
  return { name: download.suggestedFilename(), text: readFileSync(await download.path(), 'utf8') };
};

test('CSV of a statement, of all, of the findings with their notes; JSON of the report', async () => {
  const page = await open(/^Operations/);
  const started = page.requests.length;
  await page.getByRole('button', { name: 'Export' }).click();
  assert.deepEqual(await axe(page), []);
  await page.keyboard.press('Escape');
  const one = await given(page, 'This statement as CSV');
  assert.match(one.name, /^pellworth-2005q4\.s\d+\.csv$/);
  assert.match(one.text, /Interest expense,-1104,-1262,-4630,-5011\r\n/);
  const all = await given(page, 'All statements as CSV');
  assert.match(all.text, /Goodwill,41200,/);
  await page.locator('.outline').getByRole('link', { name: 'Findings' }).click();
  await page.getByRole('link', { name: /Total current liabilities/ }).click();
  await page.keyboard.press('r');
  await page.getByLabel('Note').fill('He said "later", we wait.');
  const findings = await given(page, 'Findings as CSV');
  const line = findings.text.split('\r\n').find((line) => line.includes('"Total current liabilities"'));
  // Amounts are numbers in thousands, as printed: 54,047 here, 54,065 added up.
  assert.match(line, /^"does not tie","error","footing",.*,54047,54065,-18,"in thousands of US dollars",.*,"yes","He said ""later"", we wait\."$/);
  assert.match(findings.text, /\r\n"not checked","",/, 'what was not checked stands in it as well');
  const json = await given(page, 'Report as JSON');
  const report = JSON.parse(json.text);
  assert.equal(report.schema, 'tieout.report/1');
  assert.equal(report.entity.name, 'Pellworth Instruments, Inc.');
  assert.deepEqual(page.requests.slice(started).filter((url) => !url.startsWith('blob:')), [], 'and nothing was asked for');
  await page.close();
});

test('the report prints: findings with notes, every statement, and none of the tools', async () => {
  const page = await open();
  await page.keyboard.press('r');
  await page.evaluate(() => (window.print = () => (window.printed = true)));
  await page.getByRole('button', { name: 'Export' }).click();
  await page.getByRole('button', { name: 'Report to print' }).click();
  await page.waitForFunction(() => window.printed);
  await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
  const text = await page.locator('body').innerText();
  assert.match(text, /Pellworth Instruments, Inc\.[^]*checks do not tie[^]*Reviewed\.[^]*Condensed consolidated balance sheets[^]*Goodwill/);
  for (const gone of ['.tools', '.rail', '.side']) assert.equal(await page.locator(gone).isVisible(), false, gone);
  // The arithmetic of a finding, what would put it right, and what was not checked.
  assert.match(text, /Accounts payable\s+21,864[^]*computed\s+54,065[^]*If Accounts payable[^]*would tie[^]*Not checked, and why/);
  const paper = await page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
  assert.equal(paper, 'rgb(252, 251, 248)', 'light, whatever the screen is');
  const pages = (await page.pdf()).toString('latin1').match(/\/Type\s*\/Page\b/g).length;
  assert.ok(pages > 4, `${pages} pages: what scrolls on the screen is all on paper`);
  await page.emulateMedia({ media: 'screen' });
  assert.deepEqual(await axe(page), []);
  await page.close();
});

test('a link holds the view alone, and the filing only when asked; it opens the same view', async () => {
  const page = await open(/^Operations/);
  await page.locator('td.amount').first().click();
  const view = new URL(page.url()).hash;
  await page.getByRole('button', { name: 'Share' }).click();
  assert.deepEqual(await axe(page), []);
  const link = page.getByLabel('The link');
  assert.equal(await link.inputValue(), page.url());
  await page.getByRole('button', { name: 'Put the filing into the link' }).click();
  await page.getByText(/now holds the whole filing and has [\d,]+ characters/).waitFor();
  const whole = await link.inputValue();
  assert.ok(whole.startsWith(`${page.url()}!pellworth-2005q4.txt!`) && whole.length < 20_000, `${whole.length} characters`);
  assert.equal(new URL(page.url()).hash, view, 'the address bar stays as it was');

  const other = await app.open({ fragment: new URL(whole).hash, locked: false, opens: /Pellworth/ });
  await other.getByRole('heading', { level: 1, name: /Pellworth/ }).waitFor();
  assert.equal(new URL(other.url()).hash, view);
  assert.match(await other.locator('td.chosen').innerText(), new RegExp((await page.locator('td.chosen .digits').innerText()).replace(/[()]/g, '\\$&')));
  await other.close();

  const without = await app.open({ fragment: view });
  await without.getByText(/Drop the file it was made from/).waitFor();
  await drop(without, [{ name: 'other.txt', bytes: [...Buffer.from('A letter.\n')] }]);
  await without.getByText(/leads to a view that this file does not have/).waitFor();
  await without.close();

  const hash = new URL(whole).hash;
  const damaged = await app.open({ fragment: hash.slice(0, -40), locked: false });
  await damaged.getByText(/This link is damaged/).first().waitFor();
  await damaged.getByRole('button', { name: 'Try a sample' }).waitFor();
  await damaged.close();
  const large = await app.open({ locked: false });
  await whenLocked(large);
  await large.evaluate(() => (location.hash = `/s1!big.txt!0!${'A'.repeat(200_000)}`));
  await large.getByText(/This link is too large/).first().waitFor();
  await large.close();
  await page.close();
});

test('the side is made wider by the keyboard', async () => {
  const page = await open();
  const width = () => page.locator('.side').evaluate((side) => side.offsetWidth);
  const edge = page.getByRole('separator', { name: 'Width of the arithmetic and the source' });
  await edge.focus();
  await page.keyboard.press('End');
  const narrow = await width();
  for (let times = 0; times < 5; times++) await page.keyboard.press('ArrowLeft');
  assert.equal(await width(), narrow + 120);
  assert.equal(await edge.getAttribute('aria-valuenow'), String(narrow + 120));
  await page.close();
});
