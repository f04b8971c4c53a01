// A real Chromium on the built page, for the page tests and the screenshots.

import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';
import { serve } from '../../scripts/serve.mjs';

const here = dirname(fileURLToPath(import.meta.url));
const root = join(here, '..', '..');

export const DIST = join(root, 'dist');
export const SAMPLE = join(root, 'www', 'samples', 'pellworth-2005q4.txt');
const FILINGS = process.env.TIEOUT_FILINGS ?? join(root, '..', 'shared', 'filings');

export const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** The path of a real filing, or undefined, said loudly, where the folder of filings is not at hand. */
export function filing(path) {
  const file = join(FILINGS, path);
  if (existsSync(file)) return file;
  if (existsSync(FILINGS) && process.env.CI) throw new Error(`${FILINGS} is here, yet ${path} is not in it`);
  console.error(`NOT TESTED on ${path}: ${FILINGS} is absent (TIEOUT_FILINGS names another place)`);
  return undefined;
}

/** Starts the server and the browser; `open` gives a fresh page. */
export async function start() {
  if (!existsSync(join(DIST, 'index.html'))) throw new Error('dist/ is missing: run scripts/build first');
  const server = await serve(DIST);
  const executablePath = process.env.CHROMIUM || '/usr/bin/chromium';
  const browser = await chromium.launch({ executablePath, args: FLAGS });
  return {
    url: server.url,
    /** Waits for the heading `opens`, unless it is null. `more` is what else Playwright is told of the reader's browser. */
    async open({ width = 1280, height = 800, fragment = '', locked = true, opens = 'tieout', at = server.url, before, ...more } = {}) {
      const context = await browser.newContext({ viewport: { width, height }, colorScheme: 'light', reducedMotion: 'reduce', ...more });
      const page = await context.newPage();
      const requests = [];
      const errors = [];
      // A blob is a piece of the page's own memory: its worker starts from one.
      page.on('request', (request) => request.url().startsWith('blob:') || requests.push(request.url()));
      page.on('pageerror', (error) => errors.push(String(error)));
      await before?.(page);
      await page.goto(at + fragment);
      if (opens) await page.getByRole('heading', { level: 1, name: opens }).waitFor();
      if (locked) await whenLocked(page);
      return Object.assign(page, { requests, errors });
    },
    async close() {
      await browser.close();
      await server.close();
    },
  };
}

/** Waits until the page has all it needs and has forbidden itself any further request. */
export async function whenLocked(page) {
  await page.waitForFunction(() => document.querySelectorAll('meta[http-equiv="Content-Security-Policy"]').length === 2);
}

/** Drops files on the page as a hand would: bytes in a DataTransfer, dragged over and let go. */
export async function drop(page, files) {
  const given = files.map((file) =>
    typeof file === 'string' ? { name: basename(file), bytes: [...readFileSync(file)] } : file,
  );
  await page.evaluate((given) => {
    const data = new DataTransfer();
    for (const { name, bytes } of given) data.items.add(new File([new Uint8Array(bytes)], name));
    for (const type of ['dragenter', 'dragover', 'drop']) {
      document.body.dispatchEvent(new DragEvent(type, { bubbles: true, cancelable: true, dataTransfer: data }));
    }
  }, given);
}

/** Drops a filing and waits until it is shown. */
export async function read(page, file) {
  await drop(page, [file]);
  await shown(page, typeof file === 'string' ? basename(file) : file.name);
}

/** Waits until the filing of this file is the one shown. */
export async function shown(page, name) {
  await page.locator('.pane-title .file', { hasText: name }).waitFor({ state: 'attached' });
}

let axeSource;

/** What axe finds wrong, in words; nothing is an empty list. */
export async function axe(page) {
  axeSource ??= readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
  await page.evaluate(axeSource);
  const { violations } = await page.evaluate(() => window.axe.run(document, { resultTypes: ['violations'], rules: { 'target-size': { enabled: true } } }));
  return violations.flatMap(({ id, help, nodes }) => nodes.map(({ target, failureSummary }) => `${id}: ${help}: ${target} ${failureSummary}`));
}

/** The amounts of a line of the statement shown, as printed and as seen. */
export async function row(page, caption) {
  const line = page.locator('tbody tr', { has: page.locator('th', { hasText: new RegExp(`^${escaped(caption)}$`) }) }).first();
  return line.locator('.printed').evaluateAll((cells) =>
    cells.map((cell) => {
      const digits = cell.querySelector('.digits');
      const shown = digits.querySelector('[aria-hidden]') ?? digits;
      return shown.textContent + cell.querySelector('.tail').textContent;
    }),
  );
}

/** The cell of a line of the statement shown. */
export async function amount(page, caption, column) {
  const line = page.locator('tbody tr', { has: page.locator('th', { hasText: new RegExp(`^${escaped(caption)}$`) }) }).first();
  return line.locator('td.amount').nth(column);
}

/** The lit terms of the statement shown, each with its sign. */
export async function lit(page) {
  return page.locator('td.lit').evaluateAll((cells) =>
    cells
      .map((cell) => [cell.querySelector('.weight').textContent, cell.querySelector('.digits').textContent])
      .filter(([sign]) => sign)
      .map((parts) => parts.join(' ')),
  );
}

const escaped = (text) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
