// @ts-check
// Serves pages that were really captured, at the addresses they were captured from, where a folder of them is at hand
// (`../shared/pages` beside the repository: files and a MANIFEST.json that names their addresses). None is part of the project.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/**
 * @typedef {{ file: string, url: string, site: string, page_type: string, kind: string, ground_truth: {
 *   self_arxiv: string | null, self_repo: string | null, arxiv_required: string[], arxiv_optional: string[],
 *   github_required: string[], github_optional: string[] } }} RealPage
 */

const besideTheRepository = fileURLToPath(new URL('../../../shared/pages', import.meta.url));

/**
 * @param {string} [folder]
 * @returns {RealPage[]} [] where the folder is absent
 */
export function listRealPages(folder = besideTheRepository) {
  const manifest = join(folder, 'MANIFEST.json');
  return existsSync(manifest) ? JSON.parse(readFileSync(manifest, 'utf8')).files : [];
}

/**
 * Sites that answer with the real pages where there is one for the address, and as before everywhere else.
 * Several captures share an address: `choose(file)` makes a file the one that is served; until then it is the first listed.
 * @param {Record<string, import('./web.mjs').Site>} sites host → what answers where no real page does
 * @param {string} [folder]
 * @returns {{ sites: Record<string, import('./web.mjs').Site>, choose: (file: string) => RealPage }}
 */
export function withRealPages(sites, folder = besideTheRepository) {
  const pages = listRealPages(folder);
  /** @type {Map<string, RealPage>} */
  const byAddress = new Map();
  for (const page of pages) {
    const address = new URL(page.url).href;
    if (!byAddress.has(address)) byAddress.set(address, page);
  }

  /** @param {import('./web.mjs').Site | undefined} fallback @returns {import('./web.mjs').Site} */
  const answerWithPages = (fallback) => (request, response, url) => {
    const page = byAddress.get(url.href);
    if (page) {
      response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' });
      response.end(readFileSync(join(folder, page.file)));
      return;
    }
    if (fallback) return fallback(request, response, url);
    response.writeHead(404).end();
  };

  const hosts = new Set([...Object.keys(sites), ...pages.map(({ url }) => new URL(url).hostname)]);
  return {
    sites: Object.fromEntries([...hosts].map((host) => [host, answerWithPages(sites[host])])),
    choose(file) {
      const page = pages.find((candidate) => candidate.file === file);
      if (!page) throw new Error(`No real page is called ${file}`);
      byAddress.set(new URL(page.url).href, page);
      return page;
    },
  };
}
