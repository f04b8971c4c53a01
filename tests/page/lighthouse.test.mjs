// Lighthouse finds nothing to better in accessibility and practice. How fast the page is depends on the machine: scripts/lighthouse
// prints that figure.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { measure } from './lighthouse.mjs';

test('100 for accessibility and best practices, empty and with the sample', async () => {
  const best = { figures: { accessibility: 100, 'best-practices': 100 }, faults: [] };
  assert.deepEqual(await measure(['accessibility', 'best-practices']), { empty: best, sample: best });
});
