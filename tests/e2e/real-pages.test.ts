// The adapters on pages that were really captured, in a real Chromium, at their own addresses, against what is known to be on them:
// everything listed is found, nothing else. Prints precision and recall page by page.
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ensureChromium } from '../drivers/browsers.mjs';
import { networkArguments, quietArguments } from '../drivers/chromium.mjs';
import { loadInPage } from '../drivers/load-in-page.mjs';
import { listRealPages, type RealPage } from '../stand-in/real-pages.mjs';
import { type StandIn, startStandIn } from '../stand-in/stand-in.mjs';
import { exceptionsOf } from './real-page-exceptions';

const pages = listRealPages();

interface Truth {
  required: string[];
  allowed: Set<string>;
}

function truthOf({ ground_truth }: RealPage): Truth {
  const { self_arxiv, self_repo, arxiv_required, arxiv_optional, github_required, github_optional } =
    ground_truth;
  const papers = (ids: string[]) => ids.map((id) => `paper:${id}`);
  const repositories = (slugs: string[]) => slugs.map((slug) => `repository:${slug.toLowerCase()}`);
  const required = [...papers(arxiv_required), ...repositories(github_required)];
  const optional = [
    ...papers([...arxiv_optional, ...(self_arxiv ? [self_arxiv] : [])]),
    ...repositories([...github_optional, ...(self_repo ? [self_repo] : [])]),
  ];
  return { required, allowed: new Set([...required, ...optional]) };
}

const share = (part: number, whole: number) =>
  whole === 0 ? '  – ' : `${Math.floor((100 * part) / whole)} %`;

describe.skipIf(pages.length === 0)('real pages (needs ../shared/pages beside the repository)', () => {
  let web: StandIn;
  let browser: Browser;
  let page: Page;
  let adapters: Awaited<ReturnType<typeof loadInPage<typeof import('./in-page/find-targets')>>>;
  const report: string[] = [];

  beforeAll(async () => {
    web = await startStandIn({ realPages: true });
    browser = await chromium.launch({
      executablePath: await ensureChromium(),
      args: [
        ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
        ...quietArguments,
        ...networkArguments(web),
      ],
    });
    // What is known of the pages is what their servers sent.
    page = await browser.newPage({ javaScriptEnabled: false });
    adapters = await loadInPage(new URL('in-page/find-targets.ts', import.meta.url), page);
  });
  afterAll(async () => {
    console.log(`precision and recall, found of listed\n${report.join('\n')}`);
    await browser?.close();
    await web?.close();
  });

  async function targetsOn(file: string): Promise<string[]> {
    const { url } = web.chooseRealPage(file);
    await page.goto(url, { waitUntil: 'domcontentloaded' });
    await adapters.enter();
    return (await adapters.call('findTargets')).targets;
  }

  it.each(pages.map((real) => [real.file, real] as const))('%s', async (file, real) => {
    const { required, allowed } = truthOf(real);
    const { missed = [], alsoThere = [] } = exceptionsOf(file);
    const found = await targetsOn(file);
    const missing = required.filter((target) => !found.includes(target));
    const invented = found.filter((target) => !allowed.has(target));
    report.push(
      `${share(found.length - invented.length, found.length)} ${share(required.length - missing.length, required.length)} ${required.length - missing.length}/${required.length} ${file}`,
    );
    expect(missing).toEqual(missed);
    expect(invented).toEqual(alsoThere);
  });
});
