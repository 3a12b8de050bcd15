// @ts-check
// What the content script costs an abstract page of arXiv, with and without a hit, also on a processor four times as slow; against
// a page with a content script that does nothing.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openChromium } from '../drivers/chromium.mjs';
import { interleave, rowOf } from './interleave.mjs';
import { openPapergloss } from './open-papergloss.mjs';
import { scriptTime, trace } from './script-time.mjs';

const rounds = 8;

/** A page is given so long after it has loaded, ms: by then the last callback of ours has run. */
const settling = 500;

/** A paper nobody picked up. */
const unknownPaper = '2303.99001';

/** @param {string} extension whose content scripts run where the bare one shall @returns {string} folder */
function writeBareExtension(extension) {
  const folder = mkdtempSync(join(tmpdir(), 'papergloss-bare-'));
  const { content_scripts } = JSON.parse(readFileSync(join(extension, 'manifest.json'), 'utf8'));
  const scripts = content_scripts.map((/** @type {object} */ script) => ({ ...script, js: ['bare.js'] }));
  const manifest = { manifest_version: 3, name: 'Bare', version: '1', content_scripts: scripts };
  writeFileSync(join(folder, 'manifest.json'), JSON.stringify(manifest));
  writeFileSync(join(folder, 'bare.js'), 'void 0;');
  return folder;
}

/**
 * A tab in which loads are measured.
 * @param {import('../drivers/chromium.mjs').Chromium} chromium
 * @returns {Promise<(paper: string, rate: number, cards: number) => Promise<number>>} ms of script; `rate`: how many times slower the
 *   processor is; `cards`: how many have to be there in the end
 */
async function openTab({ context }) {
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  const browser = await context.browser()?.newBrowserCDPSession();
  if (!browser) throw new Error('Chromium was opened without a browser session');
  await page.goto('https://arxiv.org/');
  return async (paper, rate, cards) => {
    const url = `https://arxiv.org/abs/${paper}`;
    const events = await trace(browser, async () => {
      await session.send('Emulation.setCPUThrottlingRate', { rate });
      await page.goto(url, { waitUntil: 'commit' });
      // The navigation may have brought another process, which knows nothing of it.
      await session.send('Emulation.setCPUThrottlingRate', { rate });
      await page.waitForLoadState('load');
      // Nothing is asked of the page meanwhile: that would be a script in it.
      await new Promise((resolve) => setTimeout(resolve, settling));
    });
    const drawn = await page.locator('papergloss-card').count();
    if (drawn !== cards) throw new Error(`${drawn} cards instead of ${cards} at ${url}`);
    return scriptTime(events, (address) => address === url);
  };
}

/** @type {import('./bench-row').Bench} */
export default async (context) => {
  const { web, chromium, close } = await openPapergloss(context);
  const folder = writeBareExtension(context.extension);
  try {
    const bareChromium = await openChromium({ ...context, extension: folder, web });
    try {
      const knownPaper = web.feed.all().next().value?.paper.id ?? '';
      const load = await openTab(chromium);
      const loadBare = await openTab(bareChromium);
      const rows = [];
      for (const rate of [1, 4]) {
        const { noHit, card, bare } = await interleave(
          {
            noHit: () => load(unknownPaper, rate, 0),
            card: () => load(knownPaper, rate, 1),
            bare: () => loadBare(knownPaper, rate, 0),
          },
          { rounds },
        );
        const slow = rate === 1 ? '' : `, ${rate}× slower`;
        rows.push(
          rowOf(`script on an arXiv page without a hit${slow}`, noHit, bare),
          rowOf(`script on an arXiv page with a card${slow}`, card, bare),
        );
      }
      return rows;
    } finally {
      await bareChromium.close();
    }
  } finally {
    await close();
    rmSync(folder, { recursive: true, force: true });
  }
};
