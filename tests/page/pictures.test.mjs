// Charts as files, and on paper.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { after, before, test } from 'node:test';
import { DIST, SAMPLE, axe, read, start } from './browser.mjs';

let app;
before(async () => (app = await start()));
after(() => app.close());

const open = async (options) => {
  const page = await app.open(options);
  await read(page, SAMPLE);
  await page.keyboard.press('c');
  return page;
};

const figure = (page, name) => page.locator('figure', { has: page.getByRole('heading', { name }) }).first();

/** An empty page, as another program that shows drawings: it knows nothing of tieout. */
const viewer = (page) => page.context().newPage();

/** What a button of a chart gives: its name, its bytes, and what was said. */
const saved = async (page, chart, button) => {
  const [download] = await Promise.all([page.waitForEvent('download'), chart.getByRole('button', { name: button }).click()]);
  const name = download.suggestedFilename();
  await page.getByRole('status').getByText(`Saved ${name}.`).waitFor();
  return { name, bytes: readFileSync(await download.path()) };
};

test('a chart is saved as SVG by keyboard: its column, its figures to scale, its source, and nothing from outside', async () => {
  const page = await open({ colorScheme: 'dark' });
  const chart = figure(page, /became net income of/);
  const started = page.requests.length;
  await chart.getByText('Show data').focus();
  await page.keyboard.press('Tab');
  const [download] = await Promise.all([page.waitForEvent('download'), page.keyboard.press('Enter')]);
  assert.equal(download.suggestedFilename(), 'pellworth-2005q4.s2.income.three-months-dec-2005.svg');
  await page.getByRole('status').getByText('Saved pellworth-2005q4.s2.income.three-months-dec-2005.svg.').waitFor();
  const svg = readFileSync(await download.path(), 'utf8');
  const told = await (await viewer(page)).evaluate((svg) => {
    const drawing = new DOMParser().parseFromString(svg, 'image/svg+xml').documentElement;
    const all = [...drawing.querySelectorAll('*')];
    return {
      root: drawing.nodeName,
      title: drawing.querySelector('title').textContent,
      words: [...drawing.querySelectorAll('text')].map((text) => text.textContent),
      wide: [...drawing.querySelectorAll('rect')].slice(1).map((bar) => Number(bar.getAttribute('width'))),
      names: [...new Set(all.flatMap((one) => [...one.attributes].map((attribute) => attribute.name)))],
    };
  }, svg);
  assert.equal(told.root, 'svg');
  assert.equal(told.title, 'Total revenue of 58,147 became net income of 6,504');
  for (const words of ['Total revenue', '58,147', 'Total cost of revenue', '(25,022)', '✓ ties']) assert.ok(told.words.includes(words), words);
  const source = told.words.slice(told.words.findIndex((words) => words.startsWith('Source:'))).join(' ');
  assert.equal(
    source,
    'Source: Pellworth Instruments, Inc. (PLWI), Condensed consolidated statements of operations, '
      + 'Three months ended December 31, 2005, in thousands of US dollars. Read from pellworth-2005q4.txt and drawn by tieout.',
  );
  // Revenue of 58,147 and its cost of 25,022.
  assert.ok(Math.abs(told.wide[1] / told.wide[0] - 25022 / 58147) < 0.001, `${told.wide}`);
  for (const name of ['href', 'xlink:href', 'src', 'style', 'class']) assert.equal(told.names.includes(name), false, name);
  assert.equal(/url\(|@import|https?:(?!\/\/www\.w3\.org\/2000\/svg")/.test(svg), false);
  assert.match(svg, /fill="#fcfbf8"/, 'light paper, whatever the screen is');

  await chart.getByRole('radio', { name: /Year.*Dec 2005/ }).check();
  const year = await saved(page, figure(page, /revenue of 210,298 became/), /^Save SVG of/);
  assert.equal(year.name, 'pellworth-2005q4.s2.income.year-dec-2005.svg');
  assert.match(year.bytes.toString(), />210,298<[^]*Year ended December 31, 2005/);
  assert.deepEqual(page.requests.slice(started).filter((url) => /^https?:/.test(url)), [], 'and nothing was asked for');
  await page.close();
});

test('a chart is saved as PNG, twice as large, with the same bars on light paper', async () => {
  const page = await open({ colorScheme: 'dark' });
  const started = page.requests.length;
  const chart = figure(page, /became net income of/);
  const { bytes: drawing } = await saved(page, chart, /^Save SVG of/);
  const [, height] = drawing.toString().match(/height="(\d+)"/);
  const [, x, y] = drawing.toString().match(/<rect x="([\d.]+)" y="(\d+)"/);
  const { name, bytes } = await saved(page, chart, /^Save PNG of/);
  assert.equal(name, 'pellworth-2005q4.s2.income.three-months-dec-2005.png');
  assert.equal(bytes.subarray(1, 4).toString(), 'PNG');
  assert.deepEqual([bytes.readUInt32BE(16), bytes.readUInt32BE(20)], [1920, 2 * height]);
  const colours = await page.evaluate(async ({ bytes, places }) => {
    const picture = await createImageBitmap(new Blob([new Uint8Array(bytes)], { type: 'image/png' }));
    const canvas = Object.assign(document.createElement('canvas'), { width: picture.width, height: picture.height });
    const context = canvas.getContext('2d');
    context.drawImage(picture, 0, 0);
    return places.map(([x, y]) => [...context.getImageData(x, y, 1, 1).data]);
  }, { bytes: [...bytes], places: [[4, 4], [2 * x + 40, 2 * y + 10]] });
  assert.deepEqual(colours, [[252, 251, 248, 255], [77, 86, 99, 255]], 'paper, and the bar of a level');
  assert.deepEqual(page.requests.slice(started).filter((url) => /^https?:/.test(url)), [], 'nothing was asked for');
  assert.deepEqual(page.errors, []);
  await page.close();
});

test('every chart can be saved, and in the page from disk as well', async () => {
  const page = await app.open({ at: String(pathToFileURL(join(DIST, 'tieout.html'))) });
  await read(page, SAMPLE);
  await page.keyboard.press('c');
  const charts = page.locator('figure.chart');
  const names = new Set();
  const other = await viewer(page);
  const count = await charts.count();
  for (let at = 0; at < count; at++) {
    const svg = await saved(page, charts.nth(at), /^Save SVG/);
    const outside = await other.evaluate((svg) => {
      const width = 960;
      const drawing = document.body.appendChild(document.adoptNode(new DOMParser().parseFromString(svg, 'image/svg+xml').documentElement));
      const box = drawing.getBoundingClientRect();
      const over = [...drawing.querySelectorAll('text, rect, line')].filter((one) => {
        const { left, right, bottom } = one.getBoundingClientRect();
        return left < box.left - 1 || right > box.left + width + 1 || bottom > box.bottom + 1;
      });
      const words = [...drawing.querySelectorAll('text')].map((one) => [one.textContent, one.getBoundingClientRect()]);
      const crossed = words.filter(([, a], at) =>
        words.some(([, b], other) => other > at && a.left < b.right - 1 && b.left < a.right - 1 && a.top + 4 < b.bottom - 4 && b.top + 4 < a.bottom - 4));
      drawing.remove();
      return [...over.map((one) => one.outerHTML), ...crossed.map(([words]) => words)];
    }, svg.bytes.toString());
    assert.deepEqual(outside, [], `${svg.name}: all of it on the sheet, no words over others`);
    const png = await saved(page, charts.nth(at), /^Save PNG/);
    assert.equal(png.bytes.subarray(1, 4).toString(), 'PNG');
    names.add(svg.name).add(png.name);
  }
  assert.equal(names.size, 2 * count, [...names].join(' '));
  assert.deepEqual(page.errors, []);
  await page.close();
});

test('charts on paper: none is cut, in ink on white, without buttons', async () => {
  const page = await open({ colorScheme: 'dark' });
  assert.deepEqual(await axe(page), []);
  await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
  const told = await page.locator('figure.chart').evaluateAll((figures) =>
    figures.map((figure) => ({
      cut: getComputedStyle(figure).breakInside,
      high: figure.offsetHeight,
      ink: getComputedStyle(figure.querySelector('.chart-title')).color,
      bar: getComputedStyle(figure.querySelector('.is-level .chart-fill, .is-latest .chart-fill')).fill,
      foot: figure.querySelector('.chart-foot').checkVisibility(),
    })),
  );
  assert.ok(told.length > 4);
  for (const { cut, high, ink, bar, foot } of told) {
    assert.equal(cut, 'avoid');
    assert.ok(high < 900, `a chart ${high} px high has room on one sheet`);
    assert.equal(ink, 'rgb(28, 27, 25)');
    assert.ok(['rgb(77, 86, 99)', 'rgb(74, 101, 121)'].includes(bar), bar);
    assert.equal(foot, false);
  }
  await page.close();
});
