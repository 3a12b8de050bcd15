// @ts-check
// What the content script costs a page that never rests: 1,000 changes a second for ten seconds, with and without links. How long our
// scripts ran, against 5 % of one core.
import { openPapergloss } from './open-papergloss.mjs';
import { extensionTime, trace } from './script-time.mjs';

const seconds = 10;
const changesASecond = 1_000;

/** Of one core. */
const allowed = 0.05;

const pageScript = 'restless-page.js';

/**
 * Runs in the page, as its own script: appends small nodes below `parts` in turns and takes the oldest away again.
 * @param {{ parts: string, seconds: number, changesASecond: number, knownPaper: string }} options
 * @returns {Promise<number>} how many changes were made
 */
async function change({ parts, seconds, changesASecond, knownPaper }) {
  const parents = [...document.querySelectorAll(parts)];
  if (parents.length === 0) throw new Error(`There is no ${parts}`);
  /** @type {((change: number) => string | undefined)[]} addresses of links; undefined: no link */
  const kinds = [
    () => undefined,
    (change) => `https://www.example.org/posts/${change}`,
    () => undefined,
    (change) => `https://arxiv.org/abs/2303.${90_000 + (change % 5_000)}`,
    () => undefined,
    (change) => (change % 100 === 5 ? `https://arxiv.org/abs/${knownPaper}` : '#part'),
  ];
  const kept = 200;
  /** @type {Element[]} */
  const nodes = [];
  let count = 0;

  function changeOnce() {
    const oldest = count % 2 === 1 && nodes.length > kept ? nodes.shift() : undefined;
    if (oldest) oldest.remove();
    else {
      const address = kinds[Math.floor(count / 2) % kinds.length]?.(count);
      const node = document.createElement(address ? 'a' : 'span');
      if (address) node.setAttribute('href', address);
      node.textContent = `change ${count} `;
      parents[count % parents.length]?.append(node);
      nodes.push(node);
    }
    count++;
  }

  const start = performance.now();
  await new Promise((resolve) => {
    const timer = setInterval(() => {
      const passed = Math.min(seconds, (performance.now() - start) / 1000);
      while (count < passed * changesASecond) changeOnce();
      if (passed < seconds) return;
      clearInterval(timer);
      resolve(undefined);
    }, 10);
  });
  return count;
}

/** @type {import('./bench-row').Bench} */
export default async (context) => {
  const { web, chromium, close } = await openPapergloss(context);
  const knownPaper = web.feed.all().next().value?.paper.id ?? '';
  const repository = [...web.feed.all()].map(({ paper }) => paper.githubRepo).find(Boolean) ?? '';
  const pages = [
    { name: 'markdown on GitHub', url: repository, parts: '.markdown-body p' },
    { name: 'an arXiv listing', url: 'https://arxiv.org/list/cs.CL/recent?show=250', parts: 'dd .meta' },
  ];
  try {
    const page = await chromium.context.newPage();
    const session = await chromium.context.newCDPSession(page);
    const browser = await chromium.context.browser()?.newBrowserCDPSession();
    if (!browser) throw new Error('Chromium was opened without a browser session');
    const rows = [];
    for (const { name, url, parts } of pages) {
      await page.goto(url);
      await page.locator('papergloss-card, papergloss-badge').first().waitFor({ state: 'attached' });
      const options = { parts, seconds, changesASecond, knownPaper };
      let changes = 0;
      const events = await trace(browser, async () => {
        // By the debugging protocol, which no content security policy keeps out, under a name to know its calls by.
        const { result, exceptionDetails } = await session.send('Runtime.evaluate', {
          expression: `(${change})(${JSON.stringify(options)})\n//# sourceURL=${pageScript}`,
          awaitPromise: true,
          returnByValue: true,
        });
        if (exceptionDetails) throw new Error(exceptionDetails.exception?.description);
        changes = result.value;
      });
      console.log(`${changes} changes to ${name}`);
      rows.push({
        name: `our scripts during ${seconds * changesASecond} changes in ${seconds} s, ${name}; 5 % of one core`,
        measured: extensionTime(events, pageScript),
        floor: seconds * 1000 * allowed,
        unit: 'ms',
        goal: 1,
      });
    }
    return rows;
  } finally {
    await close();
  }
};
