// Every view, in both colour schemes and at every width: accessible, and never wider than the screen.

import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { SAMPLE, amount, axe, read, start } from './browser.mjs';

let app;
before(async () => (app = await start()));
after(() => app.close());

const PLACES = ['findings', 's1', 's2', 's5', 'prose', 'charts', 'notes', 'compared', 'report'];

const go = async (page, place) => {
  await page.evaluate((place) => (location.hash = place), place);
  await page.waitForTimeout(60);
};

for (const colorScheme of ['light', 'dark']) {
  describe(colorScheme, () => {
    for (const width of [360, 1280]) {
      test(`axe finds nothing at ${width} px`, async () => {
        const page = await app.open({ width, colorScheme });
        assert.deepEqual(await axe(page), [], 'the start');
        await page.getByText('how to check').click();
        assert.deepEqual(await axe(page), [], 'how to check');
        await page.getByRole('button', { name: 'Paste text' }).click();
        assert.deepEqual(await axe(page), [], 'the paste box');
        await page.keyboard.press('Escape');
        await read(page, SAMPLE);
        assert.deepEqual(await axe(page), [], 'the first finding');
        for (const place of PLACES) {
          await go(page, place);
          assert.deepEqual(await axe(page), [], place);
        }
        await page.keyboard.press('s');
        assert.deepEqual(await axe(page), [], 'the source');
        await page.keyboard.press('?');
        assert.deepEqual(await axe(page), [], 'the keys');
        await page.close();
      });
    }
  });
}

test('the scheme can be chosen and shows', async () => {
  const page = await app.open({ colorScheme: 'light' });
  const paper = () => page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
  const light = await paper();
  await page.getByRole('button', { name: 'Colours: Auto' }).click();
  assert.equal(await paper(), light);
  await page.getByRole('button', { name: 'Colours: Light' }).click();
  assert.notEqual(await paper(), light);
  await page.getByRole('button', { name: 'Colours: Dark' }).click();
  assert.equal(await paper(), light);
  await page.close();
});

for (const width of [320, 360, 768, 1024, 1280, 1920]) {
  test(`nothing is wider than ${width} px`, async () => {
    const page = await app.open({ width });
    const wide = () => page.evaluate(() => [document.documentElement.scrollWidth, scrollX]);
    assert.deepEqual(await wide(), [width, 0], 'the start');
    await read(page, SAMPLE);
    for (const place of PLACES) {
      await go(page, place);
      assert.deepEqual(await wide(), [width, 0], place);
    }
    await page.close();
  });
}

test('under 768 px one pane at a time, and the captions stay while the amounts scroll', async () => {
  const page = await app.open({ width: 360, height: 740 });
  await read(page, SAMPLE);
  await go(page, 's2');
  const side = page.locator('.side');
  assert.equal(await side.isVisible(), false, 'nothing is chosen');
  const caption = page.locator('th.caption', { hasText: 'Gross margin' });
  const before = (await caption.boundingBox()).x;
  await page.locator('#centre').evaluate((main) => (main.scrollLeft = 200));
  assert.ok((await page.locator('#centre').evaluate((main) => main.scrollLeft)) > 100, 'the amounts scroll');
  const after = (await caption.boundingBox()).x;
  assert.ok(after >= 0 && after <= before, `the caption stays: from ${before} to ${after}`);
  await page.getByRole('button', { name: 'Arithmetic and source' }).click();
  assert.equal(await side.isVisible(), true);
  assert.equal(await page.locator('#centre').isVisible(), false);
  await page.getByRole('link', { name: 'Statement', exact: true }).click();
  assert.equal(await page.locator('#centre').isVisible(), true);
  await page.close();
});

test('on a phone a finding opens the statement with its arithmetic below, and no way is offered twice', async () => {
  const page = await app.open({ width: 360, height: 740 });
  await read(page, SAMPLE);
  const links = await page.locator('nav a').evaluateAll((all) => all.filter((a) => a.checkVisibility()).map((a) => a.innerText.split('\n')[0].replace(/ \d+$/, '')));
  for (const name of ['Findings', 'Charts']) assert.equal(links.filter((link) => link === name).length, 1, `${name} in ${links}`);
  await page.locator('.tabs').getByRole('link', { name: /^Findings/ }).click();
  await page.locator('.findings').getByRole('link', { name: /Total current liabilities/ }).click();
  await page.locator('td.chosen').waitFor();
  assert.match(await page.locator('.side').innerText(), /does not tie[^]*Total current liabilities/);
  const [statement, sum] = [await page.locator('td.chosen').boundingBox(), await page.locator('.working-sum').boundingBox()];
  assert.ok(statement.y + statement.height <= sum.y && sum.y < 740, 'the total is seen above its sum');
  assert.equal(await page.locator('.text').isVisible(), false);
  await page.getByRole('button', { name: 'Close the arithmetic and source' }).click();
  assert.equal(await page.locator('.side').isVisible(), false);
  await page.close();
});

test('an amount cut by the captions fades before them, and columns come to rest beside them', async () => {
  const page = await app.open({ width: 360, height: 740 });
  await read(page, SAMPLE);
  await go(page, 's2');
  await page.locator('#centre').evaluate((main) => (main.scrollLeft = 60));
  await page.waitForTimeout(300);
  const edge = (await page.locator('th.caption').nth(3).boundingBox());
  const heads = await page.locator('thead tr').last().locator('th').evaluateAll((all) => all.map((th) => th.getBoundingClientRect().left));
  assert.ok(heads.some((left) => Math.abs(left - edge.x - edge.width) < 2), `${heads} beside ${edge.x + edge.width}`);
  await page.close();
});

test('a tablet has the side below the statement, and can put it away', async () => {
  const page = await app.open({ width: 900, height: 1000 });
  await read(page, SAMPLE);
  const side = page.locator('.side');
  assert.equal(await side.isVisible(), true);
  await page.getByRole('button', { name: 'Close the arithmetic and source' }).click();
  assert.equal(await side.isVisible(), false);
  await page.keyboard.press('s');
  assert.equal(await side.isVisible(), true);
  const close = () => page.getByRole('button', { name: 'Close the arithmetic and source' }).click();
  await close();
  await page.getByRole('button', { name: 'Arithmetic and source' }).click();
  assert.equal(await side.isVisible(), true, 'by the control that is seen');
  await close();
  await (await amount(page, 'Total assets', 0)).click();
  assert.equal(await side.isVisible(), true, 'by an amount');
  await close();
  await page.keyboard.press('n');
  assert.equal(await side.isVisible(), true, 'by a finding');
  await go(page, 'charts');
  assert.equal(await side.isVisible(), false, 'with nothing chosen the charts have the room');
  await page.close();
});
