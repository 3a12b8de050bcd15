// @vitest-environment happy-dom
// The adapters on pages that were really captured, against what a person found on them. Never invents; finds each page's own.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { siteAdapters } from '../../lib/sites/registry';
import type { Mention } from '../../lib/sites/types';

interface RealPage {
  file: string;
  page_type: string;
  url: string;
  bytes: number;
  ground_truth: {
    self_arxiv: string | null;
    self_repo: string | null;
    arxiv_required: string[];
    arxiv_optional: string[];
    /** Absent for the largest pages. */
    where?: { arxiv?: Record<string, Record<string, number>> };
  };
}

const folder = join(import.meta.dirname, '../../../shared/pages');
const manifest = join(folder, 'MANIFEST.json');
const present = existsSync(manifest);
const pages: RealPage[] = present ? JSON.parse(readFileSync(manifest, 'utf8')).files : [];

function mentionsOn({ file, url }: RealPage): Mention[] {
  // Style sheets are of no interest, and would be reported as not loaded by the hundred.
  const html = readFileSync(join(folder, file), 'utf8').replace(/<link\b[^>]*>/g, '');
  const document = new DOMParser().parseFromString(html, 'text/html');
  const address = new URL(url);
  return siteAdapters
    .filter((adapter) => adapter.isActive(address))
    .flatMap((adapter) => adapter.findMentions(document, address));
}

const nameOf = ({ target }: Mention) => (target.kind === 'paper' ? target.id : target.slug.toLowerCase());
const ofType = (...types: string[]) => pages.filter(({ page_type }) => types.includes(page_type));

describe.skipIf(!present)('real pages (needs ../shared/pages beside the repository)', () => {
  it.each(ofType('arxiv-abs').map((page) => [page.file, page] as const))(
    '%s names its own paper, once',
    (_file, page) => {
      expect(mentionsOn(page).map(nameOf)).toEqual([page.ground_truth.self_arxiv]);
    },
  );

  it.each(ofType('arxiv-404').map((page) => [page.file, page] as const))(
    '%s names nothing',
    (_file, page) => {
      expect(mentionsOn(page)).toEqual([]);
    },
  );

  const github = pages.filter(
    ({ file, url }) => file.startsWith('github/') && url.startsWith('https://github.com/'),
  );
  it.each(github.map((page) => [page.file, page] as const))(
    '%s names nothing that is not there',
    (_file, page) => {
      const { arxiv_required, arxiv_optional, self_repo } = page.ground_truth;
      const there = new Set([...arxiv_required, ...arxiv_optional, self_repo]);
      expect(
        mentionsOn(page)
          .map(nameOf)
          .filter((name) => !there.has(name)),
      ).toEqual([]);
    },
  );

  it.each(ofType('github-repo').map((page) => [page.file, page] as const))(
    '%s names its repository and every paper its README links to',
    (_file, page) => {
      const found = new Set(mentionsOn(page).map(nameOf));
      const { where, self_repo } = page.ground_truth;
      const counts = Object.entries(where?.arxiv ?? {});
      const linked = counts.filter(([, count]) => count.href || count['href-alias']).map(([id]) => id);
      expect([self_repo, ...linked].filter((name) => name && !found.has(name))).toEqual([]);
    },
  );
});
