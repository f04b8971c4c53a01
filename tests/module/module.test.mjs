// The ES module as it ships: pkg/ is loaded in Node and reads a small statement.

import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { before, test } from 'node:test';

import * as tieout from '../../pkg/tieout.js';

const pkg = (name) => new URL(`../../pkg/${name}`, import.meta.url);

before(async () => {
  await tieout.default({ module_or_path: await readFile(pkg('tieout_bg.wasm')) });
});

const sample = new URL('../../www/samples/pellworth-2005q4.txt', import.meta.url);
const bytes = await readFile(sample);

test('analyze gives the report that the command gives', () => {
  const report = tieout.analyze(bytes, 'pellworth-2005q4.txt');
  assert.equal(report.schema, 'tieout.report/1');
  assert.equal(report.file, 'pellworth-2005q4.txt');
  assert.equal(report.bytes, bytes.length);
  assert.equal(report.entity.ticker, 'PLWI');
  // As printed in the sample: total assets of 2005, in thousands.
  const assets = report.statements[0].lines.find((line) => line.caption === 'Total assets');
  assert.deepEqual([assets.cells[0].text, assets.cells[0].value, assets.concept], ['299,311', '299311000', 'us-gaap:Assets']);
});

test('amounts are decimal strings and spans are bytes of the file', () => {
  const report = tieout.analyze(bytes);
  for (const statement of report.statements)
    for (const line of statement.lines)
      for (const cell of line.cells) {
        assert.equal(typeof cell.value, 'string');
        assert.equal(bytes.subarray(...cell.span).toString('latin1'), cell.text);
      }
});

test('the slip in the sample is found, with the figure that repairs it', () => {
  const broken = tieout.analyze(bytes).checks.filter((check) => check.rule === 'footing' && check.outcome === 'broken');
  assert.equal(broken.length, 1);
  assert.equal(broken[0].difference, '-18000');
  // Accounts payable is printed 21,864; its two last digits are swapped.
  assert.equal(broken[0].suspects[0].suggested, '21846');
  assert.equal(broken[0].suspects[0].why, 'two digits swapped');
});

test('bytes that are no filing give a report all the same', () => {
  const report = tieout.analyze(new Uint8Array([0, 255, 13, 10]));
  assert.equal(report.statements.length, 0);
  assert.match(report.diagnostics[0].message, /not text/);
});

test('the types name analyze and what it gives', async () => {
  const types = await readFile(pkg('tieout.d.ts'), 'utf8');
  assert.match(types, /export function analyze\(bytes: Uint8Array[^,]*, name\?: string[^)]*\): Report;/);
  assert.match(types, /export interface Check \{/);
});
