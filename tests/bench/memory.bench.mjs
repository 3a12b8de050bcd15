// @ts-check
// What stays in memory of pages that were left: the heap after 50 navigations within one document of GitHub's, against after 5. All
// lead to pages with hits. A page whose content script does nothing says what of it is the page's own.
import { until } from '../drivers/until.mjs';
import { memoryOfPage } from './memory-of-page.mjs';
import { openBare } from './open-bare.mjs';
import { openPapergloss } from './open-papergloss.mjs';

const early = 5;
const late = 50;

/** What a navigation still has to do after its hits are there, ms. */
const settling = 1_000;

/** @typedef {import('./memory-of-page.mjs').Memory} Memory */

/** @typedef {{ url: string, kind: 'turbo' | 'soft' | 'late' }} Visit */

/**
 * A cycle that comes round within the early navigations: what the page itself keeps of each address (Turbo's snapshots) it has by then.
 * @param {string} one @param {string} other repositories @returns {Visit[]}
 */
const cycle = (one, other) => [
  { url: other, kind: 'turbo' },
  { url: `${other}/blob/main/README.md`, kind: 'soft' },
  { url: one, kind: 'turbo' },
  { url: `${one}/blob/main/README.md`, kind: 'late' },
  { url: one, kind: 'soft' },
];

/**
 * @param {Pick<import('../drivers/chromium.mjs').Chromium, 'context'>} chromium
 * @param {Visit[]} visits begun anew when they are over
 * @param {boolean} draws whether hits have to show on each page
 * @returns {Promise<{ early: Memory, late: Memory }>}
 */
async function navigate({ context }, visits, draws) {
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send('Performance.enable');

  async function measure() {
    await new Promise((resolve) => setTimeout(resolve, settling));
    return memoryOfPage(session);
  }

  await page.goto(visits.at(-1)?.url ?? '');
  /** @type {Memory | undefined} */
  let first;
  for (let count = 1; count <= late; count++) {
    const visit = visits[(count - 1) % visits.length];
    if (!visit) throw new Error('There is nowhere to navigate to');
    const { url, kind } = visit;
    // The address stays a string in the page: a handle on anything there would keep it alive.
    await session.send('Runtime.evaluate', {
      expression: `standIn.visit(${JSON.stringify(url)}, '${kind}').then(() => {})`,
      awaitPromise: true,
      returnByValue: true,
    });
    if (draws) await until(() => hasHits(session), `hits at ${url}`, 20_000);
    if (count === early) first = await measure();
  }
  const last = await measure();
  await page.close();
  if (!first) throw new Error('There was no early navigation');
  return { early: first, late: last };
}

/** @param {import('playwright-core').CDPSession} session */
async function hasHits(session) {
  const expression = "document.querySelector('papergloss-card, papergloss-badge') !== null";
  return (await session.send('Runtime.evaluate', { expression })).result.value;
}

/** @type {import('./bench-row').Bench} */
export default async (context) => {
  const { web, chromium, close } = await openPapergloss(context);
  try {
    const [one, other] = [...web.feed.all()].flatMap(({ paper }) => paper.githubRepo ?? []);
    if (!one || !other) throw new Error('The feed has no two repositories');
    const visits = cycle(one, other);
    const ours = await navigate(chromium, visits, true);
    const bareChromium = await openBare(context, web);
    const bare = await navigate(bareChromium, visits, false).finally(bareChromium.close);
    /** @param {string} name @param {typeof ours} page @param {keyof Memory} what @param {string} unit @param {number} [goal] */
    const row = (name, page, what, unit, goal) => ({
      name,
      measured: page.late[what],
      floor: page.early[what],
      unit,
      goal,
    });
    const after = `after ${late} soft navigations, against after ${early}`;
    return [
      row(`heap ${after}`, ours, 'heap', 'MB', 1.1),
      row('… without compiled code, with the DOM', ours, 'lasting', 'MB', 1.1),
      row(`nodes ${after}`, ours, 'nodes', 'nodes'),
      row(`listeners ${after}`, ours, 'listeners', 'listeners'),
      row('heap, the page without us', bare, 'heap', 'MB'),
      row('… without compiled code, with the DOM', bare, 'lasting', 'MB'),
    ];
  } finally {
    await close();
  }
};
