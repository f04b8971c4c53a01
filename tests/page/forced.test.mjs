// Forced colours: the reader's own few colours take the place of the page's, and what is lit, chosen and wrong is still told apart.

import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { SAMPLE, amount, axe, read, start } from './browser.mjs';

let app;
before(async () => (app = await start()));
after(() => app.close());

const style = (locator, ...names) => locator.evaluate((element, names) => names.map((name) => getComputedStyle(element)[name]), names);

/** The reader's own colours, by their names. */
const colours = (page) =>
  page.evaluate(() => {
    const probe = document.body.appendChild(document.createElement('i'));
    const of = (name) => ((probe.style.color = name), getComputedStyle(probe).color);
    const found = { paper: of('Canvas'), ink: of('CanvasText'), chosen: of('Highlight') };
    probe.remove();
    return found;
  });

/** How far two colours stand apart, as WCAG counts it. */
function contrast(one, other) {
  const light = (colour) => {
    const [red, green, blue] = colour.match(/[\d.]+/g).map((part) => part / 255).map((part) => (part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue + 0.05;
  };
  const [dark, bright] = [light(one), light(other)].sort((a, b) => a - b);
  return bright / dark;
}

for (const colorScheme of ['light', 'dark']) {
  describe(`forced colours, ${colorScheme}`, () => {
    const open = async () => {
      const page = await app.open({ colorScheme, forcedColors: 'active' });
      await read(page, SAMPLE);
      return page;
    };

    test('terms, the chosen total and the suspect have each an edge of their own', async () => {
      const page = await open();
      // The first finding: total current liabilities of 2005, and accounts payable that would put it right.
      const edge = async (caption, column) => (await style(await amount(page, caption, column), 'outlineStyle', 'outlineWidth', 'outlineColor')).join(' ');
      const { ink, chosen } = await colours(page);
      assert.equal(await edge('Total current liabilities', 0), `solid 3px ${chosen}`);
      assert.equal(await edge('Accounts payable', 0), `dashed 2px ${ink}`);
      assert.equal(await edge('Deferred revenue', 0), `dotted 1px ${ink}`);
      assert.match(await edge('Deferred revenue', 1), /^none/);
      const marked = page.locator('.text mark.chosen');
      const [outline, ground, letters] = await style(marked, 'outlineStyle', 'backgroundColor', 'color');
      assert.equal(outline, 'solid');
      assert.ok(contrast(ground, letters) >= 4.5, `the lit amount in the source: ${letters} on ${ground}`);
      await page.close();
    });

    test('only what is a total has a rule, as it has otherwise', async () => {
      const page = await open();
      const { paper, ink } = await colours(page);
      const rules = async (caption) => style((await amount(page, caption, 0)).locator('.printed'), 'borderTopColor', 'borderBottomColor');
      assert.deepEqual(await rules('Inventories'), [paper, paper]);
      assert.equal((await rules('Total current assets'))[0], ink);
      assert.equal((await rules('Total assets'))[1], ink);
      await page.close();
    });

    test('what is current or pressed shows, and the marks keep their signs', async () => {
      const page = await open();
      const { paper, chosen } = await colours(page);
      const outline = page.locator('.outline');
      assert.deepEqual(await style(outline.locator('[aria-current]'), 'borderLeftColor'), [chosen]);
      assert.deepEqual(await style(outline.getByRole('link', { name: /^Findings/ }), 'borderLeftColor'), [paper]);
      const ground = async (name) => (await style(page.getByRole('button', { name, exact: true }), 'backgroundColor'))[0];
      assert.notEqual(await ground('Table'), await ground('Chart'));
      assert.deepEqual((await page.locator('.tally .mark').allInnerTexts()).map((sign) => sign.trim()), ['✓', '≈', '✗', '○']);
      await page.close();
    });

    test('bars stand out from the paper, and a bar down from a bar up', async () => {
      const page = await open();
      await page.keyboard.press('c');
      const income = page.locator('figure', { has: page.getByRole('heading', { name: /became net income of/ }) }).first();
      const { paper } = await colours(page);
      const fill = async (of) => (await style(income.locator(`${of} .chart-fill`).first(), 'fill'))[0];
      const [total, less] = [await fill('.is-level'), await fill('.is-decrease')];
      assert.notEqual(total, less);
      for (const colour of [total, less]) assert.ok(contrast(colour, paper) >= 3, `${colour} on ${paper}`);
      assert.deepEqual(await axe(page), []);
      await page.close();
    });
  });
}
