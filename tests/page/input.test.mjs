// What people bring by mistake: said plainly, never an empty page.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { SAMPLE, axe, drop, read, start } from './browser.mjs';

let app;
before(async () => (app = await start()));
after(() => app.close());

const bytes = (text) => [...Buffer.from(text, 'latin1')];
const zeros = new Array(64).fill(0);
const WRONG = [
  { name: 'report.pdf', bytes: bytes('%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj'), says: /PDF/ },
  { name: 'scan.png', bytes: [...bytes('\x89PNG\r\n\x1a\n'), ...zeros], says: /image|picture|PNG/i },
  { name: 'photo.jpg', bytes: [0xff, 0xd8, 0xff, 0xe0, ...zeros], says: /image|picture|JPEG/i },
  { name: 'release.docx', bytes: [...bytes('PK\x03\x04'), ...zeros], says: /zip|archive|Word|docx/i },
  { name: 'release.doc', bytes: [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, ...zeros], says: /Word|Office|binary/i },
  { name: 'empty.txt', bytes: [], says: /empty/i },
  { name: 'noise.bin', bytes: [0, 1, 2, 3, 255, 254, 0, 0, 7, 0, ...zeros], says: /binary|not text/i },
  { name: 'letter.txt', bytes: bytes('Dear Sir,\n\nthank you for your letter.\n'), says: /no statement|no financial statement|statement/i },
];

for (const { name, bytes, says } of WRONG) {
  test(`${name} is refused with a reason`, async () => {
    const page = await app.open();
    await read(page, { name, bytes });
    const main = await page.getByRole('main').innerText();
    assert.match(main, /No statement was read/);
    assert.match(main, says);
    assert.match(main, /tieout reads the text/, 'and with what to do instead');
    assert.deepEqual(page.errors, []);
    assert.deepEqual(await axe(page), []);
    // The page goes on: the next file is read as ever.
    await read(page, SAMPLE);
    await page.getByRole('heading', { level: 1, name: /Pellworth/ }).waitFor();
    await page.close();
  });
}

test('pasted text is read like a file, by the box and by Ctrl+V', async () => {
  const { readFileSync } = await import('node:fs');
  const text = readFileSync(SAMPLE, 'utf8');
  const page = await app.open();
  await page.getByRole('button', { name: 'Paste text' }).click();
  await page.getByRole('textbox').fill(text);
  await page.getByRole('button', { name: 'Read it' }).click();
  await page.getByRole('heading', { level: 1, name: /Pellworth/ }).waitFor();
  await page.getByRole('button', { name: 'Close this filing' }).click();
  await page.getByRole('button', { name: 'Try a sample' }).waitFor();
  await page.evaluate((text) => {
    const data = new DataTransfer();
    data.setData('text/plain', text);
    document.body.dispatchEvent(new ClipboardEvent('paste', { bubbles: true, clipboardData: data }));
  }, text);
  await page.getByRole('heading', { level: 1, name: /Pellworth/ }).waitFor();
  await page.close();
});

test('a fault of the page itself is said, with a way on', async () => {
  const page = await app.open();
  await read(page, SAMPLE);
  // A dialog is put in before the element that speaks; without it the program cannot go on.
  await page.getByRole('status').evaluate((status) => status.remove());
  await page.keyboard.press('?');
  await page.getByRole('heading', { name: 'The page has stopped' }).waitFor();
  assert.match(await page.locator('#stopped-why').textContent(), /wasm-function\[\d+\]/, 'and where in the program');
  await page.getByRole('button', { name: 'Open this filing again' }).click();
  await page.getByRole('heading', { level: 1, name: 'Pellworth Instruments, Inc.' }).waitFor();
  await page.getByRole('status').evaluate((status) => status.remove());
  await page.keyboard.press('?');
  await page.getByRole('link', { name: 'Start again' }).click();
  await page.getByRole('button', { name: 'Try a sample' }).waitFor();
  await page.close();
});
