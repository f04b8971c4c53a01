// The way through the page in a real Firefox: the sample, a finding with its arithmetic, a chart by the keyboard, a dropped file.
//
// Firefox is driven by its own protocol (WebDriver BiDi), which Debian's Firefox speaks; Playwright would need a build of its own.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, describe, test } from 'node:test';
import puppeteer from 'puppeteer-core';
import { serve } from '../../scripts/serve.mjs';
import { DIST, SAMPLE } from './browser.mjs';

const firefox = process.env.FIREFOX;
if (!firefox) {
  if (process.env.CI) throw new Error('No Firefox: scripts/setup tests installs one; FIREFOX names its program');
  console.error('NOT TESTED in Firefox: there is none (FIREFOX names its program)');
}

/** What the reader has set: a dark scheme, no motion. Nothing of Firefox's own is to be fetched meanwhile. */
const SET = {
  'layout.css.prefers-color-scheme.content-override': 0,
  'ui.prefersReducedMotion': 1,
  'network.captive-portal-service.enabled': false,
  'network.connectivity-service.enabled': false,
};

describe('Firefox', { skip: !firefox && 'there is no Firefox' }, () => {
  let server;
  let browser;
  let page;
  const errors = [];
  const requests = [];

  before(async () => {
    server = await serve(DIST);
    browser = await puppeteer.launch({ browser: 'firefox', executablePath: firefox, extraPrefsFirefox: SET });
    page = await browser.newPage();
    await page.setViewport({ width: 1280, height: 800 });
    page.on('pageerror', (error) => errors.push(String(error)));
    page.on('console', (message) => ['error', 'warn'].includes(message.type()) && errors.push(message.text()));
    page.on('request', (request) => /^(data|blob):/.test(request.url()) || requests.push(request.url()));
  });
  after(async () => {
    await browser?.close();
    await server?.close();
  });

  const text = (selector) => page.$eval(selector, (element) => element.innerText);
  const said = (selector, words) =>
    page.waitForFunction((selector, words) => new RegExp(words).test(document.querySelector(selector)?.innerText), {}, selector, words);
  const press = (words) => page.locator(`::-p-text(${words})`).click();

  test('the sample is read, and its tables carry the printed numbers', async () => {
    await page.goto(server.url);
    await press('Try a sample');
    await said('h1', 'Pellworth Instruments');
    await page.locator('.outline ::-p-text(Operations)').click();
    await said('.statement-head h2', 'Condensed consolidated statements of operations');
    const line = await page.$$eval('tbody tr', (lines) =>
      lines.filter((line) => line.querySelector('th').innerText === 'Interest expense').map((line) => [...line.querySelectorAll('.printed')].map((cell) => cell.querySelector('.digits').innerText + cell.querySelector('.tail').textContent)),
    );
    assert.deepEqual(line, [['(1,104)', '(1,262)', '(4,630)', '(5,011)']]);
  });

  test('a finding opens with its arithmetic and its line in the source', async () => {
    await page.locator('.outline ::-p-text(Findings)').click();
    await page.locator('.findings a ::-p-text(Total current liabilities)').click();
    await said('.side', 'Source, line 79');
    assert.match(await text('.side'), /does not tie[^]*Total current liabilities[^]*54,065[^]*54,047[^]*18/);
    assert.equal(await text('.text mark.chosen'), '54,047');
    const [pane, mark] = await page.$$eval('.text, .text mark.chosen', (parts) => parts.map((part) => part.getBoundingClientRect().toJSON()));
    assert.ok(mark.top >= pane.top && mark.bottom <= pane.bottom, 'the lit amount is in sight');
  });

  test('the dark scheme is on, and can be changed', async () => {
    const paper = () => page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
    const dark = await paper();
    assert.ok(dark.match(/\d+/g).every((part) => part < 64), dark);
    await page.locator('button.scheme').click();
    await page.waitForFunction((dark) => getComputedStyle(document.documentElement).backgroundColor !== dark, {}, dark);
    await page.locator('button.scheme').click();
    await page.waitForFunction((dark) => getComputedStyle(document.documentElement).backgroundColor === dark, {}, dark);
  });

  test('a chart is walked by the keyboard', async () => {
    await page.keyboard.press('c');
    await page.waitForSelector('.chart-mark');
    const income = await page.evaluateHandle(() => [...document.querySelectorAll('figure')].find((figure) => /became net income of/.test(figure.innerText)));
    await (await income.$('.chart-mark[tabindex="0"]')).focus();
    const readout = () => income.$eval('.chart-readout', (readout) => readout.innerText);
    assert.match(await readout(), /^Total revenue: 58,147/);
    await page.keyboard.press('ArrowDown');
    assert.match(await readout(), /^Total cost of revenue/);
    await page.keyboard.press('End');
    assert.match(await readout(), /^Net income: 6,504/);
  });

  test('a dropped text file is read, with nothing asked of the network', async () => {
    const before = requests.length;
    await page.evaluate((content) => {
      const data = new DataTransfer();
      data.items.add(new File([content], 'renamed.txt'));
      for (const type of ['dragenter', 'dragover', 'drop']) {
        document.body.dispatchEvent(new DragEvent(type, { bubbles: true, cancelable: true, dataTransfer: data }));
      }
    }, readFileSync(SAMPLE, 'utf8').replace('21,864', '21,846'));
    await said('.pane-title .file', 'renamed.txt');
    await page.locator('.outline ::-p-text(Balance sheet)').click();
    await page.waitForFunction(() => [...document.querySelectorAll('tbody tr')].some((line) => /Total current liabilities/.test(line.innerText) && /ties/.test(line.innerText)));
    assert.deepEqual(requests.slice(before), []);
  });

  test('no error was reported on the way', () => assert.deepEqual(errors, []));
});
