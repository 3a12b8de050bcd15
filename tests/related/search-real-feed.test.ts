// The seed's own page is a result list for papers on decoding: the search must find them all, and every other such paper of the feed.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parseFeedItems } from '../../lib/feed/feed-schema';
import type { IndexedPaper } from '../../lib/related/indexed-paper';
import { stemOf, wordsOf } from '../../lib/related/words';
import starterFeed from '../../public/starter-feed.json';
import { indexed, search } from './invented-papers';

const days = new URL('../../../shared/feed/days/', import.meta.url);
const seed = new URL('../../../shared/seed/papers.json', import.meta.url);

const readJson = (file: URL): unknown => JSON.parse(readFileSync(file, 'utf8'));

/** As the cache holds them: the starter papers without abstracts, and whatever the feed tells in place of them. */
function cachedPapers(): IndexedPaper[] {
  const starters = starterFeed.papers.map((paper) => ({ ...paper, abstract: '' }));
  const byDay = readdirSync(days).map((name) => parseFeedItems(readJson(new URL(name, days))).papers);
  return [...new Map([...starters, ...byDay.flat()].map((paper) => [paper.id, paper])).values()];
}

const hasStem = (text: string, stem: string) => wordsOf(text).some((word) => stemOf(word) === stem);

describe('over the starter feed, a search for decoding', () => {
  it('finds every paper with the word or its stem in title, summary or keywords', async () => {
    const papers = starterFeed.papers.map((paper) => ({ ...paper, abstract: '' }));
    const { ids } = await search(indexed(papers), 'decoding', 1_000);
    const expected = papers.filter(({ title, summary, keywords }) =>
      hasStem([title, summary, ...keywords].join('\n'), 'decod'),
    );
    expect(expected.length).toBeGreaterThan(30);
    expect(ids.toSorted()).toEqual(expected.map(({ id }) => id).toSorted());
  });
});

describe('over the starter feed and all days of the feed, a search for decoding', () => {
  it.skipIf(!existsSync(days))(
    'finds every paper with the word or its stem, those with it in the title first (needs ../shared/feed/days)',
    async () => {
      const papers = cachedPapers();
      const byId = new Map(papers.map((paper) => [paper.id, paper]));
      const { ids, total, partly } = await search(indexed(papers), 'decoding', papers.length);
      const expected = papers.filter(({ title, abstract, summary = '', keywords = [] }) =>
        hasStem([title, abstract, summary, ...keywords].join('\n'), 'decod'),
      );
      expect(expected.length).toBeGreaterThan(400);
      expect(ids.toSorted()).toEqual(expected.map(({ id }) => id).toSorted());
      expect({ total, partly }).toEqual({ total: expected.length, partly: false });
      const inTitle = ids.map((id) => hasStem(byId.get(id)?.title ?? '', 'decod'));
      expect(inTitle.lastIndexOf(true)).toBeLessThan(inTitle.indexOf(false));
    },
    120_000,
  );
});

describe('over the papers of the seed with their abstracts, a search for decoding', () => {
  it.skipIf(!existsSync(seed))(
    'finds every paper with the word or its stem (needs ../shared/seed)',
    async () => {
      const papers = readJson(seed) as { id: string; title: string; abstract: string }[];
      const { ids } = await search(indexed(papers), 'decoding', 1_000);
      const expected = papers.filter(({ title, abstract }) => hasStem(`${title}\n${abstract}`, 'decod'));
      expect(expected.length).toBeGreaterThan(40);
      expect(ids.toSorted()).toEqual(expected.map(({ id }) => id).toSorted());
    },
  );
});
