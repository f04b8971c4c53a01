// How long the page's main thread is held up by a long file: node scripts/tasks.mjs FILE [copies]
//
// Prints the longest tasks (their own time on the processor, so that a busy machine tells the same) while the file is read and for
// some things one does with it. The goal is 50 ms.

import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { start } from '../tests/page/browser.mjs';

const [file, copies = 1] = process.argv.slice(2);
const buffer = Buffer.concat(Array(Number(copies)).fill(readFileSync(file)));
const folder = mkdtempSync(join(tmpdir(), 'tieout-'));
const long = join(folder, 'long.txt');
writeFileSync(long, buffer);
const app = await start();
const page = await app.open();
const browser = page.context().browser();

async function tasks(what, act) {
  await browser.startTracing(page, { categories: ['toplevel', 'devtools.timeline', '__metadata'] });
  const since = Date.now();
  await act();
  const took = Date.now() - since;
  await page.waitForTimeout(400);
  const { traceEvents } = JSON.parse((await browser.stopTracing()).toString());
  const main = new Set();
  for (const { name, args, pid, tid } of traceEvents) {
    if (name === 'thread_name' && args.name === 'CrRendererMain') main.add(`${pid}:${tid}`);
  }
  const on = traceEvents.filter(({ name, pid, tid }) => /RunTask$/.test(name) && main.has(`${pid}:${tid}`));
  const times = on.map(({ tdur = 0, dur }) => (tdur || dur) / 1000).sort((a, b) => b - a);
  const longest = times.slice(0, 4).map((time) => time.toFixed(0));
  console.log(`${what.padEnd(16)} longest tasks ${longest.join(', ')} ms; ${times.filter((time) => time > 50).length} over 50 ms; in all ${took} ms`);
}

const press = (key) => () => page.keyboard.press(key);
const go = (place) => () => page.evaluate((place) => (location.hash = place), `#/${place}`);
const scroll = (part) => () => page.locator('.text').evaluate((text, part) => (text.scrollTop = text.scrollHeight * part), part);
console.log(`${(buffer.length / 1e6).toFixed(1)} MB`);
await tasks('reading', async () => {
  const open = page.waitForSelector('.rail', { timeout: 900_000 });
  await page.locator('input[type=file]').setInputFiles(long);
  await open;
});
console.log((await page.locator('.tally').innerText()).replace(/\s+/g, ' '));
for (const key of ['n', 'f', 'n', 'j', 'p']) await tasks(`key ${key}`, press(key));
await tasks('scroll a bit', scroll(0.01));
await tasks('scroll half', scroll(0.5));
for (const place of ['s1', 'prose', 'charts', 'notes']) await tasks(place, go(place));
await tasks('close', () => page.getByRole('button', { name: 'Close this filing' }).click());
await app.close();
rmSync(folder, { recursive: true });
