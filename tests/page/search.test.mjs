// Finding a line, and taking numbers away.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { SAMPLE, amount, axe, read, start } from './browser.mjs';

let app;
before(async () => (app = await start()));
after(() => app.close());

const open = async () => {
  const page = await app.open();
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await read(page, SAMPLE);
  return page;
};
const clipboard = (page) => page.evaluate(() => navigator.clipboard.readText());
const operations = (page) => page.locator('.outline').getByRole('link', { name: /^Operations/ }).click();

test('/ looks for words of captions, and Enter goes to the first', async () => {
  const page = await open();
  await page.keyboard.press('/');
  const field = page.getByRole('searchbox', { name: 'Search captions and amounts' });
  assert.equal(await field.inputValue(), '');
  await field.pressSequentially('goodw');
  const hits = page.getByRole('dialog').getByRole('listitem');
  assert.match(await hits.first().innerText(), /Goodwill[^]*41,200[^]*Balance sheet, December 31, 2005/);
  assert.deepEqual(await axe(page), []);
  await page.keyboard.press('Enter');
  assert.match(await page.locator('td.chosen').innerText(), /41,200/);
  assert.equal(await page.getByRole('dialog').count(), 0);
  assert.match(await page.locator('td:focus').innerText(), /41,200/, 'the keys go on from there');
  await page.close();
});

test('an amount is found however it is written, and a hit opens its cell', async () => {
  const page = await open();
  for (const written of ['(1,104)', '-1104', '1104']) {
    await page.getByRole('button', { name: 'Search' }).click();
    await page.getByRole('searchbox').fill(written);
    await page.getByRole('dialog').getByRole('link', { name: /Interest expense/ }).first().click();
    assert.match(await page.locator('td.chosen').innerText(), /\(1,104/);
  }
  await page.keyboard.press('/');
  await page.getByRole('searchbox').fill('no such line');
  assert.match(await page.getByRole('dialog').innerText(), /No line has this/);
  await page.keyboard.press('Escape');
  assert.equal(await page.getByRole('dialog').count(), 0);
  await page.close();
});

test('a block of amounts is chosen by keys and copied as true numbers', async () => {
  const page = await open();
  await operations(page);
  await (await amount(page, 'Interest expense', 0)).click();
  await page.keyboard.press('Shift+ArrowRight');
  assert.equal(await page.locator('td.within').count(), 2);
  await page.keyboard.press('Control+C');
  assert.equal(await clipboard(page), '-1104\t-1262\n');
  assert.match(await page.getByRole('status').innerText(), /2 amounts are copied/);
  await (await amount(page, 'Interest expense', 3)).click({ modifiers: ['Shift'] });
  assert.equal(await page.locator('td.within').count(), 4);
  await page.keyboard.press('Control+C');
  assert.equal(await clipboard(page), '-1104\t-1262\t-4630\t-5011\n');
  await page.keyboard.press('ArrowLeft');
  assert.equal(await page.locator('td.within').count(), 0);
  await page.keyboard.press('Control+C');
  assert.equal(await clipboard(page), '-4630\n');
  await page.close();
});

test('a block of amounts is dragged over with the mouse, and copied as true numbers', async () => {
  const page = await open();
  await operations(page);
  const centre = async (caption, column) => {
    const { x, y, width, height } = await (await amount(page, caption, column)).boundingBox();
    return [x + width / 2, y + height / 2];
  };
  await page.mouse.move(...(await centre('Research and development', 0)));
  await page.mouse.down();
  await page.mouse.move(...(await centre('Research and development', 1)), { steps: 4 });
  await page.mouse.move(...(await centre('Sales and marketing', 1)), { steps: 4 });
  await page.mouse.up();
  assert.equal(await page.locator('td.within').count(), 4);
  await page.keyboard.press('Control+C');
  assert.equal(await clipboard(page), '8462\t7318\n9731\t8264\n');
  await page.close();
});

test('a table is copied whole, with captions, and as HTML', async () => {
  const page = await open();
  await operations(page);
  await page.getByRole('button', { name: 'Copy table' }).click();
  const lines = (await clipboard(page)).split('\n').map((line) => line.split('\t'));
  const line = (caption) => lines.find(([first]) => first.trim() === caption)?.slice(1);
  assert.deepEqual(line('Interest expense'), ['-1104', '-1262', '-4630', '-5011']);
  assert.deepEqual(line('Restructuring'), ['', '1860', '2475', '1860'], 'a dash is an empty cell');
  const html = await page.evaluate(async () => {
    const [item] = await navigator.clipboard.read();
    return (await item.getType('text/html')).text();
  });
  assert.match(html, /<td>-1104<\/td>/);
  await page.close();
});
