// Lighthouse on the built page: its figures for the empty page, as it loads on a phone, and for the page with its sample open.

import lighthouse, { snapshot } from 'lighthouse';
import puppeteer from 'puppeteer-core';
import { serve } from '../../scripts/serve.mjs';
import { DIST, FLAGS } from './browser.mjs';

const KINDS = ['performance', 'accessibility', 'best-practices'];

/** The figures of one run, of 100, and what cost points, in words. */
function told({ lhr }) {
  const figures = {};
  const faults = [];
  for (const { id, score, auditRefs } of Object.values(lhr.categories)) {
    figures[id] = Math.round(score * 100);
    for (const { weight, id: name } of auditRefs) {
      const { score, title, displayValue = '', details } = lhr.audits[name];
      if (weight === 0 || score === null || score === 1) continue;
      const where = (details?.items ?? []).map(({ node, url, description }) => node?.snippet ?? url ?? description).filter(Boolean);
      faults.push(`${id}: ${title} ${displayValue} ${where.join(' ')}`.trim());
    }
  }
  return { figures, faults };
}

/** Runs Lighthouse; `kinds` says which of its figures are wanted of the empty page. */
export async function measure(kinds = KINDS) {
  const server = await serve(DIST);
  const browser = await puppeteer.launch({ executablePath: process.env.CHROMIUM || '/usr/bin/chromium', args: FLAGS });
  try {
    const page = await browser.newPage();
    const flags = { logLevel: 'error', onlyCategories: kinds };
    const empty = told(await lighthouse(server.url, flags, undefined, page));
    await page.goto(server.url);
    await page.setViewport({ width: 1350, height: 940 });
    await page.locator('::-p-text(Try a sample)').click();
    await page.locator('td.chosen').wait();
    const still = { ...flags, onlyCategories: KINDS.slice(1), screenEmulation: { disabled: true } };
    return { empty, sample: told(await snapshot(page, { flags: still })) };
  } finally {
    await browser.close();
    await server.close();
  }
}
