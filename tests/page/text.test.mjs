// How a text was set and stored does not change what is read of it: tabs, form feeds, fixed blanks, Windows-1252; and the table
// keeps what the text shows by setting: how far in a caption stands, and the rules over and under its sums.

import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { SAMPLE, amount, drop, read, row, start } from './browser.mjs';

let app;
before(async () => (app = await start()));
after(() => app.close());

/** The balance sheet of a company that does not exist: 1,310 + 2,405 = 3,715 and 3,715 + 1,960 = 5,675; the year before 2,000,
 * nothing but 1,815, and 3,815. */
const LINES = [
  ['HARROWGATE LANTERN COMPANY'],
  ['CONSOLIDATED BALANCE SHEETS'],
  ['(in thousands)'],
  [],
  ['', 'December 31,', 'December 31,'],
  ['', '2004', '2003'],
  ['', '------------', '------------'],
  ['Current assets:'],
  ['  Cash and cash equivalents', '$     1,310', '$     2,000'],
  ['  Accounts receivable \u2014 trade', '2,405', '\u2014'],
  ['', '------------', '------------'],
  ['    Total current assets', '3,715', '2,000'],
  ['The founder\u2019s loan', '1,960', '1,815'],
  ['', '------------', '------------'],
  ['      Total assets', '$     5,675', '$     3,815'],
  ['', '============', '============'],
  [],
  ['Liabilities and stockholders\u2019 equity'],
  ['Accounts payable', '$     1,075', '$       815'],
  ['Stockholders\u2019 equity', '4,600', '3,000'],
  ['', '------------', '------------'],
  ['      Total liabilities and stockholders\u2019 equity', '$     5,675', '$     3,815'],
  ['', '============', '============'],
];

const spaced = (blank = ' ') =>
  LINES.map(([caption = '', ...amounts]) => caption.padEnd(52, blank) + amounts.map((amount) => amount.padStart(16, blank)).join(''));
/** The same columns reached by tabs, as an old editor saves them. */
const tabbed = () => spaced().map((line) => line.replace(/.{8}/g, (eight) => eight.replace(/ {2,}$/, '\t')));

const SIGNS = { '\u2014': 0x97, '\u2019': 0x92, '\u00a0': 0xa0 };
const windows = (text) => Buffer.from([...text].map((letter) => SIGNS[letter] ?? letter.charCodeAt(0)));
const wide = (text) => Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, 'utf16le')]);

const FORMS = {
  'UTF-8, lines that end as in Windows': Buffer.from(spaced().join('\r\n')),
  'Windows-1252': windows(spaced().join('\n')),
  'Windows-1252 with fixed blanks': windows(spaced('\u00a0').join('\n')),
  'UTF-8 with fixed blanks': Buffer.from(spaced('\u00a0').join('\n')),
  'UTF-16 with its mark': wide(spaced().join('\r\n')),
  'form feeds between the pages': Buffer.from(['A page before this one.', '\f', ...spaced(), '\f', 'A page after it.', ''].join('\n')),
  'a form feed in front of the heading': Buffer.from(`The page before.\n\f${spaced().join('\n')}`),
  tabs: Buffer.from(tabbed().join('\n')),
  'tabs in Windows-1252': windows(tabbed().join('\r\n')),
};

describe('one balance sheet', () => {
  for (const [name, bytes] of Object.entries(FORMS)) {
    test(name, async () => {
      const page = await app.open();
      await drop(page, [{ name: 'harrowgate.txt', bytes: [...bytes] }]);
      await page.locator('.outline').getByRole('link', { name: /^Balance sheet/ }).click();
      assert.deepEqual(await row(page, 'Cash and cash equivalents'), ['1,310', '2,000']);
      assert.deepEqual(await row(page, 'Accounts receivable \u2014 trade'), ['2,405', '\u2014']);
      assert.deepEqual(await row(page, 'The founder\u2019s loan'), ['1,960', '1,815']);
      assert.deepEqual(await row(page, 'Total assets'), ['5,675', '3,815']);
      for (const [caption, column] of [['Total current assets', 0], ['Total assets', 0], ['Total assets', 1]]) {
        assert.match(await (await amount(page, caption, column)).innerText(), /\u2713\s+ties/, `${caption}, column ${column}`);
      }
      // What is lit in the source is the amount itself, whatever stands in front of it.
      await (await amount(page, 'Total current assets', 0)).click();
      assert.equal(await page.locator('.text mark.chosen').innerText(), '3,715');
      await page.close();
    });
  }
});

describe('as in print', () => {
  const open = async () => {
    const page = await app.open();
    await read(page, SAMPLE);
    await page.locator('.outline').getByRole('link', { name: /^Balance sheet/ }).click();
    return page;
  };
  const rules = async (page, caption) =>
    (await amount(page, caption, 0)).locator('.printed').evaluate((printed) => {
      const { borderTopColor, borderTopStyle, borderBottomColor, borderBottomStyle } = getComputedStyle(printed);
      const drawn = (colour, style) => (/, 0\)$/.test(colour) ? 'none' : style);
      return [drawn(borderTopColor, borderTopStyle), drawn(borderBottomColor, borderBottomStyle)];
    });

  test('a line of a group stands further in than its heading, its subtotal further still', async () => {
    const page = await open();
    const left = (caption) =>
      page.locator('th.caption span, tr.heading th span', { hasText: new RegExp(`^${caption}$`) }).first().evaluate((caption) => {
        const words = document.createRange();
        words.selectNodeContents(caption);
        return words.getBoundingClientRect().left;
      });
    const [heading, line, subtotal, next] = [await left('Current assets:'), await left('Inventories'), await left('Total current assets'), await left('Goodwill')];
    assert.ok(heading < line && line < subtotal, `${heading}, ${line}, ${subtotal}`);
    assert.equal(next, heading);
    await page.close();
  });

  test('one rule over a subtotal, two under the last total, none between lines', async () => {
    const page = await open();
    assert.deepEqual(await rules(page, 'Inventories'), ['none', 'none']);
    assert.deepEqual(await rules(page, 'Total current assets'), ['solid', 'none']);
    assert.deepEqual(await rules(page, 'Total assets'), ['solid', 'double']);
    await page.close();
  });

  test('last digits stand under one another, parentheses beside them', async () => {
    const page = await open();
    await page.locator('.outline').getByRole('link', { name: /^Operations/ }).click();
    const ends = await page.locator('tbody tr').evaluateAll((lines) =>
      lines.flatMap((line) => [...line.querySelectorAll('.printed')].slice(0, 1)).map((printed) => {
        const digits = document.createRange();
        digits.selectNodeContents(printed.querySelector('.digits [aria-hidden]') ?? printed.querySelector('.digits'));
        return [Math.round(digits.getBoundingClientRect().right * 2) / 2, printed.querySelector('.tail').textContent];
      }),
    );
    assert.ok(ends.some(([, tail]) => tail === ')') && ends.some(([, tail]) => tail === ''), 'both kinds are there');
    assert.equal(new Set(ends.map(([right]) => right)).size, 1, `they end at ${[...new Set(ends.map(([right]) => right))]}`);
    await page.close();
  });
});
