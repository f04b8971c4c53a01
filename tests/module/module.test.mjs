// The ES module as it ships: pkg/ is loaded in Node and reads a small statement.

import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { before, test } from 'node:test';

import * as tieout from '../../pkg/tieout.js';

const pkg = (name) => new URL(`../../pkg/${name}`, import.meta.url);

before(async () => {
  await tieout.default({ module_or_path: await readFile(pkg('tieout_bg.wasm')) });
});

// Until the module exports it, say so instead of failing the rest.
const skip = !tieout.analyze && 'pkg/ has no analyze yet';

test('analyze gives a report', { skip }, async () => {
  const bytes = await readFile(new URL('statement.txt', import.meta.url));
  const report = tieout.analyze(bytes);
  assert.equal(report.schema, 'tieout.report/1');
  assert.equal(report.bytes, bytes.length);
});

test('bytes that are no filing give a report all the same', { skip }, () => {
  assert.equal(tieout.analyze(new Uint8Array([0, 255, 13, 10])).bytes, 4);
});

test('the types name analyze', { skip }, async () => {
  assert.match(await readFile(pkg('tieout.d.ts'), 'utf8'), /export function analyze\(/);
});
