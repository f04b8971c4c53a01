// The workbook is written in the page and saved: a zip with a sheet a statement. Nothing is asked for while it is made.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, test } from 'node:test';
import { inflateRawSync } from 'node:zlib';
import { SAMPLE, read, start } from './browser.mjs';

let app;
before(async () => (app = await start()));
after(() => app.close());

/** The files of a zip, by its list at the end. */
function unzipped(zip) {
  const files = new Map();
  let at = zip.readUInt32LE(zip.lastIndexOf('PK\x05\x06', undefined, 'latin1') + 16);
  while (zip.readUInt32LE(at) === 0x02014b50) {
    const [size, name, extra, comment] = [zip.readUInt32LE(at + 20), ...[28, 30, 32].map((to) => zip.readUInt16LE(at + to))];
    const local = zip.readUInt32LE(at + 42);
    const data = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28);
    const packed = zip.subarray(data, data + size);
    const text = zip.readUInt16LE(at + 10) === 8 ? inflateRawSync(packed) : packed;
    files.set(zip.toString('utf8', at + 46, at + 46 + name), text.toString('utf8'));
    at += 46 + name + extra + comment;
  }
  return files;
}

test('a workbook of a strict view is graded strictly, and says so', async () => {
  const page = await app.open({ fragment: '#/findings:strict' });
  await read(page, SAMPLE);
  await page.locator('.in-short', { hasText: 'Strict' }).waitFor();
  await page.getByRole('button', { name: 'Export' }).click();
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: /Workbook/ }).click()]);
  const files = unzipped(readFileSync(await download.path()));
  const words = files.get('xl/sharedStrings.xml');
  assert.match(words, /227 checks: 222 tie, 0 within rounding, 5 do not tie; 3 not checked\. Strict: rounding counts as broken/);
  await page.close();
});

test('Workbook saves a workbook with live formulas, and asks for nothing', async () => {
  const page = await app.open();
  await read(page, SAMPLE);
  await page.keyboard.press('r');
  await page.getByLabel('Note').fill('see ledger 7');
  const started = page.requests.length;
  await page.getByRole('button', { name: 'Export' }).click();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: /Workbook/ }).click(),
  ]);
  assert.equal(download.suggestedFilename(), 'pellworth-2005q4.xlsx');
  const files = unzipped(readFileSync(await download.path()));
  const names = [...files.get('xl/workbook.xml').matchAll(/<sheet name="([^"]*)"/g)].map(([, name]) => name);
  assert.deepEqual(names.slice(0, 3), ['Findings', 'Balance sheet', 'Operations']);
  assert.ok(names.includes('Ties'));
  assert.match(files.get('xl/worksheets/sheet2.xml'), /<f>SUM\(B\d+:B\d+\)<\/f>/);
  const words = files.get('xl/sharedStrings.xml');
  assert.ok(words.includes('Reviewed') && words.includes('see ledger 7'), 'with what the reader made of it');
  assert.deepEqual(page.requests.slice(started), []);
  assert.deepEqual(page.errors, []);
  assert.equal(page.workers().length, 1, 'the worker that wrote it has ended');
  await page.close();
});
