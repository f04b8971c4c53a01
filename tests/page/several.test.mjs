// Several filings on the desk: read one after the other, switched between, each as it was left; none harmed by another.

import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { SAMPLE, axe, drop, read, shown, start } from './browser.mjs';

let app;
before(async () => (app = await start()));
after(() => app.close());

const sample = readFileSync(SAMPLE, 'latin1');
/** Another company's filing; two digits put right again, so that its balance sheet foots: one finding less than the sample's four. */
const gauges = sample
  .replaceAll('Pellworth Instruments', 'Quillmere Gauges')
  .replaceAll('PELLWORTH INSTRUMENTS', 'QUILLMERE GAUGES')
  .replace('21,864', '21,846');
const file = (name, text) => ({ name, bytes: [...Buffer.from(text, 'latin1')] });
const GAUGES = file('gauges.txt', gauges);
const LETTER = file('letter.txt', 'Dear Sir,\n\nthank you for your letter.\n');
const long = (times = 60) => ({ name: 'long.txt', mimeType: 'text/plain', buffer: Buffer.from(`${sample}\n\n`.repeat(times)) });
const heading = (page, name) => page.getByRole('heading', { level: 1, name });
const button = (page) => page.locator('#switch');
const menu = (page) => page.getByRole('menu', { name: 'Open filings' });
/** The rows of the menu, each as its words stand. */
const rows = async (page) => (await menu(page).locator('[data-number]').allInnerTexts()).map((text) => text.replace(/[\s\u00a0]+/g, ' ').trim());
const turnTo = async (page, name) => {
  await button(page).click();
  await menu(page).getByRole('menuitemradio', { name }).click();
  await heading(page, name).waitFor();
};
const counted = (page, words) => page.waitForFunction((words) => document.querySelector('#switch')?.innerText.includes(words), words);

test('several files are read one after the other, and the switch names them', async () => {
  const page = await app.open();
  await drop(page, [SAMPLE, GAUGES, LETTER]);
  await heading(page, /Pellworth/).waitFor();
  await counted(page, 'Filing 1 of 3');
  await button(page).click();
  assert.equal(await button(page).getAttribute('aria-expanded'), 'true');
  const [first, second, third] = await rows(page);
  assert.equal(first, 'Pellworth Instruments, Inc. Period ended Dec 31, 2005 · pellworth-2005q4.txt · 4 findings ×');
  assert.equal(second, 'Quillmere Gauges, Inc. Period ended Dec 31, 2005 · gauges.txt · 3 findings ×');
  assert.match(third, /^letter\.txt No financial statement was found in this text/, 'one that is refused is listed with its sentence');
  assert.equal(await menu(page).locator('[aria-checked="true"]').count(), 1);
  assert.deepEqual(await axe(page), []);
  assert.deepEqual(page.errors, []);
  await page.close();
});

test('files are chosen together as well', async () => {
  const page = await app.open();
  const given = ({ name, bytes }) => ({ name, mimeType: 'text/plain', buffer: Buffer.from(bytes) });
  await page.getByLabel('Choose files').setInputFiles([given(GAUGES), given(file('p.txt', sample))]);
  await heading(page, /Quillmere/).waitFor();
  await counted(page, 'Filing 1 of 2');
  await page.locator('#more').setInputFiles([given(LETTER)]);
  await heading(page, 'letter.txt').waitFor();
  await counted(page, 'Filing 3 of 3');
  await page.close();
});

test('what comes first is shown when it is ready; the others come behind it, with a way to stop them', async () => {
  const page = await app.open();
  const given = (name, text) => ({ name, mimeType: 'text/plain', buffer: Buffer.from(text, 'latin1') });
  await page.getByLabel('Choose files').setInputFiles([given('letter.txt', 'Dear Sir'), given('p.txt', sample), long(), given('last.txt', gauges)]);
  await heading(page, /Pellworth/).waitFor();
  const behind = page.getByRole('region', { name: 'Being read' });
  assert.match(await behind.innerText(), /long\.txt (Reading the text|Finding statements|Checking the arithmetic) … One more waits\./);
  // The page obeys meanwhile.
  await page.keyboard.press('f');
  await page.getByRole('heading', { level: 2, name: 'Findings' }).waitFor();
  assert.deepEqual(await axe(page), []);
  await behind.getByRole('button', { name: 'Cancel', exact: true }).click();
  await counted(page, 'Filing 2 of 3');
  await behind.waitFor({ state: 'detached' });
  await button(page).click();
  assert.deepEqual((await rows(page)).map((row) => row.split(' ')[0]), ['letter.txt', 'Pellworth', 'Quillmere'], 'the one cancelled is not there, the next was read');
  await page.getByRole('heading', { level: 2, name: 'Findings' }).waitFor();
  assert.deepEqual(page.errors, []);
  await page.close();
});

test('Cancel all stops what is read and what waits', async () => {
  const page = await app.open();
  await page.locator('input[type=file]').setInputFiles([long(), { ...long(61), name: 'longer.txt' }]);
  await page.locator('[aria-current="step"]', { hasText: 'Finding statements' }).waitFor();
  assert.match(await page.getByRole('main').innerText(), /Then longer\.txt/);
  await page.getByRole('button', { name: 'Cancel all' }).click();
  await page.getByRole('button', { name: 'Try a sample' }).waitFor();
  assert.equal(await page.locator('.said').innerText(), 'long.txt was not read to its end. longer.txt was not read.');
  await page.close();
});

test('each filing keeps its view, its marks and its notes; Back leads to the one that was shown', async () => {
  const page = await app.open();
  await read(page, SAMPLE);
  await page.locator('.outline').getByRole('link', { name: /^Operations/ }).click();
  await page.locator('td.amount').first().click();
  await page.keyboard.press('r');
  await page.getByLabel('Note').fill('Asked them.');
  const [address, side] = [page.url(), await page.locator('.side .working').innerText()];
  await read(page, GAUGES);
  await heading(page, /Quillmere/).waitFor();
  assert.notEqual(page.url(), address, 'the address speaks of the filing shown');
  await page.keyboard.press('f');
  assert.equal(await page.locator('.finding-note').count(), 0);
  await page.keyboard.press('c');
  await page.getByRole('heading', { level: 2, name: 'Charts' }).waitFor();
  await turnTo(page, /Pellworth/);
  assert.equal(page.url(), address);
  assert.equal(await page.locator('.side .working').innerText(), side);
  assert.equal(await page.getByLabel('Note').inputValue(), 'Asked them.');
  assert.equal(await page.locator('td.chosen').count(), 1);
  await turnTo(page, /Quillmere/);
  await page.getByRole('heading', { level: 2, name: 'Charts' }).waitFor();
  await page.goBack();
  await heading(page, /Pellworth/).waitFor();
  assert.equal(page.url(), address);
  await page.goForward();
  await heading(page, /Quillmere/).waitFor();
  await page.getByRole('heading', { level: 2, name: 'Charts' }).waitFor();
  assert.deepEqual(page.errors, []);
  await page.close();
});

test('Back leads to the other filing where the address reads the same in both', async () => {
  const page = await app.open();
  await read(page, SAMPLE);
  await page.evaluate(() => (location.hash = '#/findings'));
  await page.getByRole('heading', { level: 2, name: 'Findings' }).waitFor();
  await read(page, GAUGES);
  await page.keyboard.press('f');
  await page.getByRole('heading', { level: 2, name: 'Findings' }).waitFor();
  await turnTo(page, /Pellworth/);
  assert.equal(new URL(page.url()).hash, '#/findings');
  await page.goBack();
  await heading(page, /Quillmere/).waitFor();
  assert.equal(new URL(page.url()).hash, '#/findings');
  await page.close();
});

test('one is closed, or all; what is closed can be opened again', async () => {
  const page = await app.open();
  await drop(page, [SAMPLE, GAUGES, LETTER]);
  await counted(page, 'of 3');
  await button(page).click();
  await menu(page).getByRole('menuitem', { name: 'Close letter.txt' }).click();
  await counted(page, 'Filing 1 of 2');
  assert.equal(await menu(page).count(), 1, 'the menu stays for the next');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Close this filing' }).click();
  await heading(page, /Quillmere/).waitFor();
  await counted(page, '1 filing open');
  await read(page, SAMPLE);
  await heading(page, /Pellworth/).waitFor();
  await button(page).click();
  await menu(page).getByRole('menuitem', { name: 'Close all' }).click();
  await page.getByRole('button', { name: 'Try a sample' }).waitFor();
  assert.equal(new URL(page.url()).hash, '');
  await read(page, SAMPLE);
  await counted(page, '1 filing open');
  await page.close();
});

test('the menu goes by keys, and gives the focus back', async () => {
  const page = await app.open();
  await drop(page, [SAMPLE, GAUGES]);
  await counted(page, 'Filing 1 of 2');
  const focus = () => page.evaluate(() => document.activeElement.getAttribute('aria-label') ?? document.activeElement.innerText.split('\n')[0]);
  await button(page).focus();
  await page.keyboard.press('ArrowDown');
  await menu(page).waitFor();
  assert.match(await focus(), /Pellworth/, 'at the one that is shown');
  await page.keyboard.press('ArrowDown');
  assert.match(await focus(), /Quillmere/);
  await page.keyboard.press('ArrowRight');
  assert.equal(await focus(), 'Close gauges.txt');
  await page.keyboard.press('End');
  assert.equal(await focus(), 'Close all');
  await page.keyboard.press('ArrowDown');
  assert.match(await focus(), /Pellworth/, 'around the end');
  await page.keyboard.press('q');
  assert.match(await focus(), /Quillmere/, 'by the first letter');
  await page.keyboard.press('Escape');
  assert.equal(await menu(page).count(), 0);
  assert.match(await focus(), /Filing 1 of 2/);
  await page.keyboard.press('Enter');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await heading(page, /Quillmere/).waitFor();
  // The focus comes back once the menu is gone, which may be after the heading came.
  await page.waitForFunction(() => document.activeElement !== document.body);
  assert.match(await focus(), /Filing 2 of 2/);
  await page.keyboard.press('Enter');
  await page.keyboard.press('Delete');
  await heading(page, /Pellworth/).waitFor();
  await counted(page, '1 filing open');
  await button(page).click();
  await page.locator('#centre').click({ position: { x: 5, y: 400 } });
  assert.equal(await menu(page).count(), 0, 'a click elsewhere closes it');
  await page.close();
});

test('the same bytes are recognised under any name, and shown', async () => {
  const page = await app.open();
  await drop(page, [SAMPLE, GAUGES]);
  await counted(page, 'Filing 1 of 2');
  await drop(page, [file('copy of gauges.txt', gauges)]);
  await heading(page, /Quillmere/).waitFor();
  assert.match(await page.locator('.page > [role=status]').innerText(), /^copy of gauges\.txt is the same as gauges\.txt, which is open already\.$/);
  await counted(page, 'Filing 2 of 2');
  // A byte more is another file.
  await drop(page, [file('gauges.txt', `${gauges} `)]);
  await counted(page, 'Filing 3 of 3');
  await page.close();
});

test('Compare offers the open filings first, and then the file chooser', async () => {
  const page = await app.open();
  await drop(page, [SAMPLE, file('earlier.txt', sample.replace('41,200', '41,700')), LETTER]);
  await counted(page, 'Filing 1 of 3');
  await page.getByRole('button', { name: 'Compare' }).click();
  const box = page.getByRole('dialog', { name: 'Compare with' });
  assert.deepEqual(await box.locator('li').locator('button, label').allInnerTexts(), ['Pellworth Instruments, Inc.', 'Another file …'], 'and no letter');
  assert.deepEqual(await axe(page), []);
  await box.getByRole('button', { name: /Pellworth/ }).click();
  await page.getByRole('heading', { level: 2, name: 'Compared with another filing' }).waitFor();
  const goodwill = page.locator('.restated tbody tr', { hasText: 'Goodwill' });
  assert.deepEqual(await goodwill.locator('td').allInnerTexts(), ['41,200', '41,700', '(500)']);
  await counted(page, 'Filing 1 of 3');
  await page.getByRole('button', { name: 'Compare' }).click();
  await page.locator('[data-second]').setInputFiles({ name: 'later.txt', mimeType: 'text/plain', buffer: Buffer.from(sample.replace('41,200', '41,900'), 'latin1') });
  await page.getByText('Compared with later.txt').first().waitFor();
  assert.deepEqual(await goodwill.locator('td').allInnerTexts(), ['41,200', '41,900', '(700)']);
  await page.close();
});

test('a file that meets a fault, and one that is gone, harm no other', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'tieout-'));
  const path = (name, text) => (writeFileSync(join(folder, name), text, 'latin1'), join(folder, name));
  const page = await app.open();
  const worker = page.workers()[0] ?? (await page.waitForEvent('worker'));
  // The worker of the first file comes to an end in the middle of the core's work, as it would by a fault.
  await worker.evaluate(() => {
    const pass = self.postMessage.bind(self);
    self.postMessage = (message, ...more) => {
      if (message === 2) throw new WebAssembly.RuntimeError('unreachable');
      pass(message, ...more);
    };
  });
  const all = [path('faulty.txt', sample), path('long.txt', `${sample}\n\n`.repeat(30)), path('gone.txt', gauges), path('last.txt', `${gauges}\n`)];
  await page.getByLabel('Choose files').setInputFiles(all);
  await page.getByRole('heading', { name: 'tieout stopped while it read this file' }).waitFor();
  rmSync(all[2]);
  await counted(page, 'of 3');
  await page.getByText(/gone\.txt could not be read\./).first().waitFor();
  await page.getByRole('region', { name: 'Being read' }).waitFor({ state: 'detached' });
  await button(page).click();
  const said = await rows(page);
  assert.match(said[0], /^faulty\.txt .*came to a stop while it looked for statements/);
  assert.match(said[1], /^Pellworth Instruments, Inc\. .*long\.txt · 120 findings/);
  assert.match(said[2], /^Quillmere Gauges, Inc\. .*last\.txt · 3 findings/);
  assert.match(said[3], /^gone\.txt could not be read\./);
  await menu(page).getByRole('menuitem', { name: 'Dismiss gone.txt' }).click();
  await page.waitForFunction(() => document.querySelectorAll('[role=menu] [data-number]').length === 3);
  await menu(page).getByRole('menuitemradio', { name: /last\.txt/ }).click();
  await page.getByRole('heading', { level: 2, name: 'Figures in the text' }).waitFor();
  // What met a fault is tried anew, not taken for what is there.
  await read(page, { name: 'again.txt', bytes: [...Buffer.from(sample, 'latin1')] });
  await page.getByRole('heading', { level: 2, name: 'Condensed consolidated balance sheets' }).waitFor();
  assert.deepEqual(page.errors, []);
  await page.close();
  rmSync(folder, { recursive: true });
});

test('a fault while comparing leaves the open filing as it is', async () => {
  const page = await app.open();
  await read(page, SAMPLE);
  const address = page.url();
  await page.waitForTimeout(400);
  await page.workers()[0].evaluate(() => {
    const pass = self.postMessage.bind(self);
    self.postMessage = (message, ...more) => {
      if (message === 1) throw new RangeError('Maximum call stack size exceeded');
      pass(message, ...more);
    };
  });
  await page.getByRole('button', { name: /^Compare/ }).click();
  await page.locator('[data-second]').setInputFiles({ name: 'other.txt', mimeType: 'text/plain', buffer: Buffer.from(gauges, 'latin1') });
  await page.locator('.notice', { hasText: /other\.txt could not be read\. tieout came to a stop while it compared the two/ }).waitFor();
  assert.equal(page.url(), address);
  await page.getByRole('heading', { level: 2, name: 'Condensed consolidated balance sheets' }).waitFor();
  await page.close();
});

test('a link with a filing in it is opened beside what is open, at its own view', async () => {
  const page = await app.open();
  await read(page, SAMPLE);
  await page.locator('.outline').getByRole('link', { name: /^Cash flow/ }).click();
  const view = new URL(page.url()).hash;
  await page.getByRole('button', { name: 'Share' }).click();
  await page.getByRole('button', { name: 'Put the filing into the link' }).click();
  await page.getByText(/now holds the whole filing/).waitFor();
  const whole = new URL(await page.getByLabel('The link').inputValue()).hash;
  await page.close();

  const other = await app.open();
  await read(other, GAUGES);
  await other.evaluate((hash) => (location.hash = hash), whole);
  await heading(other, /Pellworth/).waitFor();
  assert.equal(new URL(other.url()).hash, view);
  await counted(other, 'Filing 2 of 2');
  await other.close();
});

for (const [width, colorScheme] of [[320, 'light'], [360, 'dark'], [1920, 'light']]) {
  test(`the switch fits ${width} px, ${colorScheme}`, async () => {
    const page = await app.open({ width, colorScheme });
    await drop(page, [SAMPLE, GAUGES, LETTER]);
    await counted(page, 'of 3');
    await button(page).click();
    assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), width);
    const box = await menu(page).boundingBox();
    assert.ok(box.x >= 0 && box.x + box.width <= width, `from ${box.x} to ${box.x + box.width}`);
    for (const button of await menu(page).getByRole('button').or(menu(page).locator('button')).all()) {
      const { width, height } = await button.boundingBox();
      assert.ok(width >= 24 && height >= 24, `${await button.innerText()}: ${width} by ${height}`);
    }
    assert.deepEqual(await axe(page), []);
    await page.close();
  });
}
